#pragma once

#include "plugins/implant/live_component_panel.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pollux {
class FindingsList;
class ParamForm;
class PlanEnding;
class StepColumn;
class StudyGate;
} // namespace pollux

namespace pollux::implant {

class MoveComponent;

/// A component of an ankle or a knee in the surgeon's order: study, bones, landmarks, component, move it, compare, sign
/// and report. What is entered moves the component at once; placing it gives the exact numbers.
class JointPanel : public QWidget
{
    Q_OBJECT

public:
    JointPanel(PanelContext& context, QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectAll();
    void renew();
    void renewBones(const Case& c);
    void renewCheck();
    void renewLive();
    /// Puts a setting into the form; `finished`: a component that is placed is computed there exactly.
    void take(const ComponentSetting& setting, bool finished);
    void takeBest();
    void run(bool look); ///< `look`: the views go there
    void findBones();
    void findLandmarks();
    void fillUsual();
    void renewSize(); ///< what no size stands for
    void takeOverRecorded();
    std::string joint() const; ///< "ankle" or "knee"
    Id planId() const;
    const Plan* plan() const;
    ParamValues values() const; ///< complete

    PanelContext& m_context;
    PlaceComponent m_place;
    LiveComponent* m_live;
    StepColumn* m_steps;
    StudyGate* m_gate = nullptr;
    QLabel* m_bones = nullptr;
    QPushButton* m_findBones = nullptr;
    QLabel* m_landmarks = nullptr;
    QPushButton* m_findLandmarks = nullptr;
    ParamForm* m_form = nullptr;
    FindingsList* m_check = nullptr;
    QPushButton* m_best = nullptr;
    QPushButton* m_run = nullptr;
    MoveComponent* m_move = nullptr;
    PlanEnding* m_ending = nullptr;
    std::shared_ptr<const Lineage> m_recorded; ///< of the plan whose values the form took over
    ParamValues m_placed;                      ///< complete values of the plan in hand
    std::optional<ComponentKind> m_usualOf;    ///< whose usual depth the form shows
    double m_usual = 0;
    std::optional<ParamValues> m_started; ///< complete values of the run that is on its way
    bool m_running = false;
    bool m_again = false; ///< moved on while it was computed, and let go there
};

} // namespace pollux::implant
