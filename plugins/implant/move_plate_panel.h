#pragma once

#include "plugins/implant/component_body.h"
#include "plugins/implant/live_plate_panel.h"
#include "plugins/implant/plate_motion.h"
#include "plugins/implant/views_hold_panel.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

class QLabel;

namespace pollux {
class Gizmo;
class PlanTable;
} // namespace pollux

namespace pollux::implant {

class NudgePad;
class ViewsRow;
struct NudgeKey;

/// The plate in hand: dragged in the slices by its two points, which slide on the bone, in 3-D by arrows and rings, or
/// moved by steps and keys along its own axes; its numbers follow. It changes nothing itself: it says how the plate is
/// to be set.
class MovePlate : public QWidget
{
    Q_OBJECT

public:
    /// All outlive it.
    MovePlate(PanelContext& context, const PlacePlate& place, QWidget* parent);

    /// Shows it by complete values. `plan`: whose exact numbers they are; null: they are measured as it moves.
    void follow(const ParamValues& values, const Plan* plan, bool stale);
    /// Another place came while the mouse held it (an undo): that drag is of none.
    void letGo();
    void flyTo(); ///< the views, to its middle

Q_SIGNALS:
    void stateChanged(pollux::Mark mark, QString words);
    /// By the user; `finished`: it was let go, or moved by a step.
    void moved(pollux::implant::PlateSetting setting, bool finished);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// Where it lies, and its points there.
    struct Lies
    {
        BodyPose pose;
        Vec3 from = Vec3::Zero(), to = Vec3::Zero();
    };
    /// A screw as the views show it while the plate is moved.
    struct Screw
    {
        Id id;
        BoneScrew screw;
        AxisPose pose;
    };
    void takeExact(const Plan& plan);
    void tell(const PlateMoment& moment);
    void lose(const PlateInHand& hand);
    bool inHand(const PlateInHand& hand) const; ///< a moment of the plan that is in hand, and not exact by now
    void nudge(int motion, double step);
    void drag(const QString& point, const Vec3& position, bool finished);
    void dragHandle(int handle, double amount, bool finished);
    void hold(const PlateSetting& setting, bool finished);
    int motionOf(const NudgeKey& key) const;
    void renewControls();
    void showNumbers(const Plan* plan, bool stale);
    void showInViews(const Plan* shown);
    void showBodies();
    std::vector<Path> marks(const Plan* shown) const;

    PanelContext& m_context;
    const PlacePlate& m_place;
    LivePlate* m_live;
    QLabel* m_hint;
    NudgePad* m_pad;
    QLabel* m_keys;
    ViewsRow* m_views;
    PlanTable* m_table;
    Gizmo* m_gizmo;
    ParamList m_list;
    std::optional<PlateInHand> m_hand;
    std::optional<Lies> m_lies;  ///< now, or a moment ago
    std::vector<Screw> m_screws; ///< there
    bool m_here = false;         ///< m_lies is of the values in hand
    std::optional<Plan> m_told;  ///< numbers of the moment, or of a moment ago
    bool m_lost = false;         ///< no bone near its points
    ComponentBody m_body;
    ViewsHold m_hold;
    /// What a handle in 3-D moves, and the plate's axes, as they were when it was taken.
    std::optional<std::pair<PlateSetting, BodyPose>> m_taken;
    bool m_exact = false;    ///< it lies where a plan has it
    bool m_dragging = false; ///< the mouse holds it
    bool m_dropped = false;  ///< see letGo(), until the mouse has let go
};

} // namespace pollux::implant
