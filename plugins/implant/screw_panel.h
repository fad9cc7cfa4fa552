#pragma once

#include "plugins/implant/live_screw_panel.h"
#include "ui/panels/bench.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

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

class MoveScrew;
class PlanInHand;
class TwoPoints;

/// A bone screw in the surgeon's order: study, bone, screw, move it, compare, sign and report.
class ScrewPanel : public QWidget
{
    Q_OBJECT

public:
    ScrewPanel(PanelContext& context, QWidget* parent);

private:
    /// A run on its way.
    struct Asked
    {
        int ticket = 0; ///< of MoveScrew
        std::uint64_t job = 0;
        Id inHand;        ///< when it began
        Id puts;          ///< the plan that it makes
        ParamValues form; ///< what the forms held then
    };
    enum Step { Gate = 1, Bone, Screw, Move, Compare, Sign };
    void build();
    void connectAll();
    void renew();
    void renewBone(const Case& c);
    void renewCheck();
    void renewMove();
    void takeOverRecorded();
    void leavePoints();          ///< where the form says anew along what the screw goes
    void choose(const Id& plan); ///< to be in hand
    void place();
    void run(const ParamValues& wanted, bool thenShow);
    void landed(int ticket, const Outcome& outcome, bool thenShow);
    void cancelRuns(); ///< of the screw in hand
    void runSimple(const char* operation, const ParamValues& values);
    void findVertebrae();
    void findLandmarks();
    void startAnother();
    /// A screw that is placed is measured exactly there; one that is not is described so by the form.
    void takePose(const Vec3& entry, const Vec3& tip);
    void snapToBone();
    const Structure* bone(const Case& c) const; ///< that it holds in; nullptr if none is chosen
    ParamValues given() const;                  ///< what both forms hold
    ParamValues values() const;                 ///< complete
    std::optional<ScrewInHand> described(const ParamValues& given) const; ///< nullopt: they make no screw
    std::optional<ScrewInHand> trial() const; ///< what the forms describe, if that is not what is placed
    bool asPlaced() const;                    ///< the forms describe what is placed
    bool placing() const;                     ///< a run of the screw in hand is on its way

    PanelContext& m_context;
    PlaceScrew m_place;
    StepColumn* m_steps;
    StudyGate* m_gate = nullptr;
    ParamForm* m_boneForm = nullptr;
    QLabel* m_bone = nullptr;
    QPushButton* m_vertebrae = nullptr;
    QPushButton* m_landmarks = nullptr;
    TwoPoints* m_points = nullptr;
    ParamForm* m_form = nullptr;
    FindingsList* m_check = nullptr;
    QPushButton* m_run = nullptr;
    PlanInHand* m_screws = nullptr;
    MoveScrew* m_move = nullptr;
    QPushButton* m_snap = nullptr;
    QPushButton* m_another = nullptr;
    PlanEnding* m_ending = nullptr;
    std::shared_ptr<const Lineage> m_recorded; ///< of the plan whose values the forms took over
    ParamValues m_placed;                      ///< complete values of the plan in hand
    std::string m_along;                       ///< that the form said last
    std::vector<Asked> m_asked;                ///< in the order in which they end
    bool m_finding = false;                    ///< vertebrae or landmarks
};

} // namespace pollux::implant
