#pragma once

#include "plugins/liver/panel_drag.h"
#include "ui/panels/panel_registry.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace pollux {
class FindingsList;
class ParamForm;
class PlanTable;
} // namespace pollux

namespace pollux::liver {

class NeededStructuresPanel;

/// The surgeon's steps from top to bottom: study, structures, target, plan, path, report. Adds to the generic panels
/// only the order of the steps and the needle that is dragged in the views: its numbers are the evaluator's while it
/// moves and the operation's when it is let go.
class PuncturePanel : public QWidget
{
    Q_OBJECT

public:
    PuncturePanel(PanelContext& context, QWidget* parent);

private:
    struct Step
    {
        QLabel* icon;
        QLabel* words;
    };
    QVBoxLayout* addStep(QVBoxLayout* column, int number, const QString& title);
    void setStep(int number, Mark mark, const QString& words);
    void build();
    void buildPlanSteps(QVBoxLayout* column);
    void connectAll();

    void renew();
    void renewCheck();
    void renewPath();
    ParamValues values() const;
    void run(const ParamValues& values, bool thenShow);
    void startAnother();
    void drag(const QString& point, const Vec3& position, bool finished);
    const Plan* plan() const; ///< that the path step shows; nullptr if there is none

    PanelContext& m_context;
    PlanPuncture m_operation; ///< for its declaration and what it makes of values; it is run by the bench
    DragPreview* m_drag;
    ParamForm* m_targetForm;
    ParamForm* m_planForm;
    FindingsList* m_gate;
    FindingsList* m_check;
    PlanTable* m_table;
    NeededStructuresPanel* m_structures;
    QScrollArea* m_scroll;
    QPushButton* m_run;
    QPushButton* m_another;
    QPushButton* m_report;
    std::array<Step, 7> m_steps{};
    Id m_planId{"plan-1"};
    Vec3 m_target = Vec3::Zero();
    Vec3 m_entry = Vec3::Zero();
    bool m_running = false;
};

} // namespace pollux::liver
