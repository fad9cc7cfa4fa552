#pragma once

#include "plugins/liver/plan_puncture.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

class QPushButton;

namespace pollux {
class FindingsList;
class ParamForm;
class StepColumn;
} // namespace pollux

namespace pollux::liver {

class NeededStructuresPanel;
class PathPanel;

/// The surgeon's steps from top to bottom: study, structures, target, plan, path, report. Adds to the generic panels
/// only the order of the steps and the needle that is dragged in the views.
class PuncturePanel : public QWidget
{
    Q_OBJECT

public:
    PuncturePanel(PanelContext& context, QWidget* parent);

private:
    void build();
    void buildForms();
    void connectAll();

    void renew();
    void renewGate(const Case& c);
    void renewCheck();
    void renewPlan();
    ParamValues values() const;
    void run(const ParamValues& values, bool thenShow);
    void startAnother();

    PanelContext& m_context;
    PlanPuncture m_operation; ///< for its declaration and what it makes of values; it is run by the bench
    StepColumn* m_steps;
    FindingsList* m_gate;
    NeededStructuresPanel* m_structures;
    ParamForm* m_targetForm;
    ParamForm* m_planForm;
    FindingsList* m_check;
    QPushButton* m_run;
    PathPanel* m_path;
    QPushButton* m_report;
    bool m_running = false;
};

} // namespace pollux::liver
