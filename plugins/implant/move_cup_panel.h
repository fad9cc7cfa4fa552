#pragma once

#include "plugins/implant/cup_motion.h"
#include "plugins/implant/live_cup_panel.h"
#include "plugins/implant/views_hold_panel.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

class QLabel;

namespace pollux {
class PlanTable;
}

namespace pollux::implant {

class AxisGizmo;
class NudgePad;
class ViewsRow;
struct NudgeKey;

/// The cup in hand: dragged in the slices by its centre or by the handle on its axis, in 3-D by arrows and rings, or
/// moved by steps and keys along the pelvis' axes; its numbers follow. It changes nothing itself: it says how the cup
/// is to be set.
class MoveCup : public QWidget
{
    Q_OBJECT

public:
    /// All outlive it.
    MoveCup(PanelContext& context, const PlaceCup& place, QWidget* parent);

    /// Shows it by complete values. `plan`: whose exact numbers they are; null: they are measured as it moves.
    void follow(const ParamValues& values, const Plan* plan, bool stale);
    /// Another place came while the mouse held it (an undo): that drag is of none.
    void letGo();
    /// Where it lies now; nullopt: there is none yet.
    const std::optional<CupInHand>& cup() const { return m_cup; }

Q_SIGNALS:
    void stateChanged(pollux::Mark mark, QString words);
    /// By the user; `finished`: it was let go, or moved by a step.
    void moved(pollux::implant::CupSetting setting, bool finished);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void nudge(int motion, double step);
    void drag(const QString& point, const Vec3& position, bool finished);
    void dragTo(const AxisPose& pose, bool finished);
    void hold(const CupSetting& setting, bool finished);
    int motionOf(const NudgeKey& key) const;
    void renewControls();
    void tell(const CupInHand& cup, const CupMeasures& measures);
    void showNumbers(const Plan* plan, bool stale);
    void showInViews(const Plan* shown);

    PanelContext& m_context;
    const PlaceCup& m_place;
    LiveCup* m_live;
    QLabel* m_hint;
    NudgePad* m_pad;
    QLabel* m_keys;
    ViewsRow* m_views;
    AxisGizmo* m_gizmo;
    PlanTable* m_table;
    ViewsHold m_hold;
    ParamList m_list;
    std::optional<CupInHand> m_cup;
    std::optional<Plan> m_told; ///< numbers of the moment, or of a moment ago
    bool m_exact = false;       ///< it lies where a plan has it
    bool m_dragging = false;    ///< the mouse holds it
    bool m_lost = false;        ///< see letGo(), until the mouse has let go
};

} // namespace pollux::implant
