#pragma once

#include "plugins/liver/evaluator.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <map>
#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pollux {
class FindingsList;
class ParamForm;
class PlanTable;
} // namespace pollux

namespace pollux::liver {

/// The surgeon's steps from top to bottom: study, structures, target, plan, path, report. Adds to the generic panels only
/// the order of the steps and the needle that is dragged in the views: its numbers are the evaluator's while it moves and
/// the operation's when it is let go.
class PuncturePanel : public QWidget
{
    Q_OBJECT

public:
    PuncturePanel(PanelContext& context, QWidget* parent);

private:
    QVBoxLayout* step(int number, const QString& title);
    void setState(int step, int mark, const QString& text);
    void buildSteps(QVBoxLayout* column);
    void renew();
    void renewStudy();
    void renewStructures();
    void renewPlan();
    void plan();
    void drag(const QString& point, const Vec3& position, bool finished);
    void preview();
    void measure();
    void showPath(const Plan* plan);
    /// Prepares the numbers for drags on another thread; nothing to do if those at hand still stand.
    void prepareEvaluator();
    const Plan* current() const;

    PanelContext& m_context;
    ParamForm* m_form;
    FindingsList* m_gate;
    FindingsList* m_check;
    PlanTable* m_table;
    QWidget* m_structures;
    QPushButton* m_confirm;
    QPushButton* m_run;
    QPushButton* m_report;
    std::map<int, std::pair<QLabel*, QLabel*>> m_states; ///< icon and words of each step
    Id m_plan;
    Vec3 m_target = Vec3::Zero();
    Vec3 m_entry = Vec3::Zero();
    std::shared_ptr<const PathEvaluator> m_evaluator;
    ContentKey m_evaluatorKey;
    bool m_preparing = false;
    bool m_running = false;
};

} // namespace pollux::liver
