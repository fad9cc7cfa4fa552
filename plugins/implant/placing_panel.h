#pragma once

#include "plugins/implant/place_dental.h"
#include "plugins/implant/stress_operation.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pollux {
class FindingsList;
class OperationStep;
class ParamForm;
class PlanEnding;
class StepColumn;
class StudyGate;
} // namespace pollux

namespace pollux::implant {

class LoadPanel;
class MovePanel;
class TracePanel;
class TurnedViewsRow;

/// A dental implant in the surgeon's order: study, structures, canal, implant, move it, stress, compare, sign and
/// report.
class PlacingPanel : public QWidget
{
    Q_OBJECT

public:
    PlacingPanel(PanelContext& context, QWidget* parent);

private:
    void build();
    void connectAll();
    void renew();
    void renewStructures(const Case& c);
    void renewCheck();
    void renewEnd(const Case& c);
    void renewLoads(const Case& c);
    void takeOverRecorded();
    void run(const ParamValues& given, bool thenShow);
    void startAnother();
    void takePose(const Vec3& platform, const Vec3& apex); ///< measured exactly there
    void snapToCrest();
    ParamValues placeValues() const;  ///< complete
    ParamValues stressValues() const; ///< complete

    PanelContext& m_context;
    PlaceDental m_place;
    StressOperation m_stressOperation;
    StepColumn* m_steps;
    StudyGate* m_gate = nullptr;
    QLabel* m_structures = nullptr;
    TracePanel* m_trace = nullptr;
    QPushButton* m_arch = nullptr;
    QPushButton* m_panorama = nullptr;
    OperationStep* m_guide = nullptr;
    ParamForm* m_form = nullptr;
    FindingsList* m_check = nullptr;
    QPushButton* m_run = nullptr;
    TurnedViewsRow* m_views = nullptr;
    MovePanel* m_move = nullptr;
    QPushButton* m_snap = nullptr;
    QPushButton* m_another = nullptr;
    OperationStep* m_stress = nullptr;
    LoadPanel* m_loads = nullptr;
    PlanEnding* m_ending = nullptr;
    std::shared_ptr<const Lineage> m_recorded; ///< of the plan whose values the form took over
    bool m_running = false;
};

} // namespace pollux::implant
