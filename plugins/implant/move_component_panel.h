#pragma once

#include "plugins/implant/component_body.h"
#include "plugins/implant/component_motion.h"
#include "plugins/implant/live_component_panel.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/gizmo.h"
#include "ui/viewer/path.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;

namespace pollux {
class PlanTable;
}

namespace pollux::implant {

class BoneViewsRow;
class NudgePad;
struct NudgeKey;

/// The component in hand: dragged in the slices by its middle or by the end of its longer side, or moved by steps and
/// keys along the bone's axes; its numbers follow. It changes nothing itself: it says where the component is to be.
class MoveComponent : public QWidget
{
    Q_OBJECT

public:
    /// All outlive it.
    MoveComponent(PanelContext& context, const PlaceComponent& place, const LiveComponent& live, QWidget* parent);

    /// Shows it by complete values. `plan`: whose exact numbers they are; null: they are measured as it moves.
    void follow(const ParamValues& values, const Plan* plan, bool stale);
    /// What the mouse holds is given up: the rest of that drag moves nothing.
    void letGo();

Q_SIGNALS:
    void stateChanged(pollux::Mark mark, QString words);
    /// By the user; `finished`: a drag has ended.
    void moved(pollux::implant::ComponentSetting setting, bool finished);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    ComponentSetting fromMiddle() const; ///< the setting in hand, its shifts from the middle of the cut
    void nudge(int motion, double step);
    void drag(const QString& point, const Vec3& position, bool finished);
    void dragHandle(int handle, double amount, bool finished);
    /// `make` gives the setting that it is dragged to; it stays where the cut would miss the bone.
    void hold(const std::function<ComponentSetting()>& make, bool finished);
    void showGizmo(const ComponentSetting& at, const Vec3& middle);
    int motionOf(const NudgeKey& key) const;
    void renewKeys();
    void showInViews(const std::optional<LiveComponent::Moment>& moment, bool exact, bool good);
    void showBody(const LiveComponent::Moment& moment);
    void endPreview();

    PanelContext& m_context;
    const PlaceComponent& m_place;
    const LiveComponent& m_live;
    QLabel* m_hint;
    NudgePad* m_pad;
    QLabel* m_keys;
    BoneViewsRow* m_views;
    PlanTable* m_table;
    Gizmo* m_gizmo;
    std::vector<SettingAxis> m_handles;
    /// What a handle moves, as it was when it was taken.
    std::optional<std::pair<ComponentSetting, SettingAxis>> m_taken;
    ParamList m_list;
    ParamValues m_values; ///< complete
    std::optional<ComponentSite> m_site;
    std::optional<ComponentSetting> m_held; ///< while it is dragged, finer than the form shows it
    std::optional<Path> m_path;             ///< the handles in the views
    ComponentBody m_body;
    bool m_preview = false;
    bool m_dragging = false; ///< the mouse holds it
    bool m_lost = false;     ///< see letGo(), until the mouse has let go
};

} // namespace pollux::implant
