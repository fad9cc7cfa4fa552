#pragma once

#include "plugins/implant/place_component.h"
#include "ui/panels/panel_registry.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pollux::implant {

/// Numbers of a component whose setting changes: at once, from a scene that is prepared on another thread.
class LiveComponent : public QObject
{
    Q_OBJECT

public:
    struct Moment
    {
        FlatComponent component;
        BodyPose pose;
    };

    LiveComponent(PanelContext& context, const PlaceComponent& place, QObject* parent);

    /// Complete values. Prepares anew if bone, image, landmarks or kind are others than before.
    void prepare(const ParamValues& values);
    /// Where it lies; nullopt while it is being prepared, or where the cut misses the bone.
    std::optional<Moment> at(const ParamValues& values) const;
    /// The numbers there, which take longer; nullopt as at().
    std::optional<ComponentMeasures> measured(const Moment& moment) const;
    const ComponentScene* scene() const { return m_scene.get(); } ///< nullptr while it is being prepared

Q_SIGNALS:
    void prepared();

private:
    PanelContext& m_context;
    const PlaceComponent& m_place;
    std::shared_ptr<const ComponentScene> m_scene;
    std::string m_made; ///< what the scene was made of
    bool m_preparing = false;
};

} // namespace pollux::implant
