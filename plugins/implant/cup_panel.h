#pragma once

#include "plugins/implant/cup_motion.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <optional>

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
class MoveCup;
class PlanInHand;

/// A hip cup in the surgeon's order: study, pelvis, landmarks, cup, move it, compare, sign and report. What is entered
/// moves the cup at once; placing it gives the exact numbers, and one that is placed is placed anew where it is let go.
class CupPanel : public QWidget
{
    Q_OBJECT

public:
    CupPanel(PanelContext& context, QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Step { kGate = 1, kPelvis, kLandmarks, kCup, kMove, kCompare, kSign };
    void build();
    void connectAll();
    void renew();
    void renewPelvis(const Case& c);
    void renewLandmarks(const Case& c);
    void renewSize(const std::optional<CupSite>& site);
    void renewCheck();
    void renewMove();
    void showPlaced(); ///< the views go there
    void findPelvis();
    void findLandmarks();
    void startAnother();
    bool busy() const; ///< anything that this page has started runs

    PanelContext& m_context;
    PlaceCup m_place;
    ParamList m_list; ///< of the operation
    StepColumn* m_steps;
    StudyGate* m_gate = nullptr;
    QLabel* m_pelvis = nullptr;
    QPushButton* m_findPelvis = nullptr;
    ParamForm* m_pelvisForm = nullptr;
    QLabel* m_landmarks = nullptr;
    QPushButton* m_findLandmarks = nullptr;
    FindingsList* m_found = nullptr; ///< what was told when they were found
    QLabel* m_size = nullptr;
    ParamForm* m_form = nullptr;
    FindingsList* m_check = nullptr;
    QPushButton* m_run = nullptr;
    PlanInHand* m_cups = nullptr;
    MoveCup* m_move = nullptr;
    QPushButton* m_another = nullptr;
    PlanEnding* m_ending = nullptr;
    HeldPlan* m_held = nullptr;
    bool m_finding = false; ///< pelvis or landmarks
};

} // namespace pollux::implant
