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

class HeldPlan;
class MoveComponent;
class PlanInHand;

/// A component of an ankle or a knee in the surgeon's order: study, bones, landmarks, component, move it, compare, sign
/// and report. What is entered moves the component at once; placing it gives the exact numbers, and one that is placed
/// is placed anew where it is let go.
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
    void take(const ComponentSetting& setting, bool finished);
    void takeBest();
    void findBones();
    void findLandmarks();
    void fillUsual();
    void renewSize();  ///< what no size stands for
    void showPlaced(); ///< the views go there
    void startAnother();
    bool busy() const;         ///< anything that this page has started runs
    std::string joint() const; ///< "ankle" or "knee"

    PanelContext& m_context;
    PlaceComponent m_place;
    ParamList m_list; ///< of the operation
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
    PlanInHand* m_components = nullptr;
    MoveComponent* m_move = nullptr;
    QPushButton* m_another = nullptr;
    PlanEnding* m_ending = nullptr;
    HeldPlan* m_held = nullptr;
    std::optional<ComponentKind> m_usualOf; ///< whose usual depth the form shows
    double m_usual = 0;
    bool m_finding = false; ///< bones or landmarks
};

} // namespace pollux::implant
