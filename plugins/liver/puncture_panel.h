#pragma once

#include "plugins/liver/plan_puncture.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pollux {
class FindingsList;
class PlanEnding;
class StudyGate;
class OperationStep;
class ParamForm;
class StepColumn;
} // namespace pollux

namespace pollux::liver {

class NeededStructuresPanel;
class CirculationPanel;
class CutPointsPanel;
class HeatPanel;
class PathPanel;
class ShiftPanel;

/// The surgeon's steps from top to bottom: study, structures, target, path, zone, breathing, what is left, compare,
/// sign. None is forced. Adds to the generic panels only the order of the steps and the needle that is dragged in the
/// views.
class PuncturePanel : public QWidget
{
    Q_OBJECT

public:
    PuncturePanel(PanelContext& context, QWidget* parent);

private:
    void build();
    void buildForms();
    void buildLaterSteps();
    void connectAll();

    void renew();
    void renewCheck();
    void renewPlan();
    void renewLaterSteps();
    ParamValues values() const;
    void run(const ParamValues& values, bool thenShow);
    void startAnother();
    void takeOverRecorded(); ///< what the plan in hand was made with, into the forms; once a plan
    void onTargetChanged();
    std::string lesionInHand() const; ///< id; empty if there is none

    PanelContext& m_context;
    PlanPuncture m_operation; ///< for its declaration and what it makes of values; it is run by the bench
    StepColumn* m_steps;
    StudyGate* m_gate;
    NeededStructuresPanel* m_structures;
    ParamForm* m_targetForm;
    ParamForm* m_planForm;
    FindingsList* m_check;
    QPushButton* m_devices;
    QPushButton* m_run;
    PathPanel* m_path;
    OperationStep* m_zone;
    OperationStep* m_cover;
    HeatPanel* m_heat;
    OperationStep* m_breathing;
    OperationStep* m_left;
    CutPointsPanel* m_cutPoints;
    ShiftPanel* m_shift;
    OperationStep* m_circulation;
    CirculationPanel* m_portal;
    PlanEnding* m_ending;
    std::shared_ptr<const Lineage> m_recorded; ///< of the plan whose values the forms took over
    std::string m_lesion;                      ///< that the form names
    bool m_running = false;
};

} // namespace pollux::liver
