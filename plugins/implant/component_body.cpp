#include "plugins/implant/component_body.h"

#include "core/mesh/rigid_fit.h"
#include "core/solid/step.h"
#include "plugins/implant/implant_body.h"

#include <algorithm>

namespace pollux::implant {

namespace {

constexpr std::size_t kMostKept = 12; // the sizes of a table

} // namespace

const Surface& ComponentBody::surface(const FlatComponent& component)
{
    const auto known =
        std::find_if(m_made.begin(), m_made.end(), [&](const auto& made) { return made.first == component; });
    if (known != m_made.end()) {
        m_made.splice(m_made.begin(), m_made, known);
        return m_made.front().second;
    }
    m_made.emplace_front(component,
                         tessellated(StepPart{"component", component, {}, true, BodyPose{}}, kComponentDeflection));
    if (m_made.size() > kMostKept)
        m_made.pop_back();
    return m_made.front().second;
}

std::shared_ptr<const Structure> ComponentBody::at(const FlatComponent& component, const BodyPose& pose,
                                                   std::string name)
{
    Surface there = moved(surface(component), RigidPose{pose.axes, pose.origin});
    const double ml = there.volumeMl();
    return std::make_shared<const Structure>(implantBody(std::move(name), kImplantColour, std::move(there), 1000 * ml));
}

} // namespace pollux::implant
