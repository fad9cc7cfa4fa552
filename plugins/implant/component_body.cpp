#include "plugins/implant/component_body.h"

#include "core/mesh/rigid_fit.h"
#include "core/solid/step.h"
#include "plugins/implant/implant_body.h"

namespace pollux::implant {

std::shared_ptr<const Structure> ComponentBody::at(const FlatComponent& component, const BodyPose& pose,
                                                   std::string name)
{
    if (m_of != component) {
        m_surface = tessellated(StepPart{"component", component, {}, true, BodyPose{}}, kComponentDeflection);
        m_of = component;
    }
    Surface there = moved(m_surface, RigidPose{pose.axes, pose.origin});
    const double ml = there.volumeMl();
    return std::make_shared<const Structure>(implantBody(std::move(name), kImplantColour, std::move(there), 1000 * ml));
}

} // namespace pollux::implant
