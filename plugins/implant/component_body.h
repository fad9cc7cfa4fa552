#pragma once

#include "core/case/case.h"
#include "core/solid/flat_component.h"

#include <memory>
#include <optional>

namespace pollux::implant {

inline constexpr double kComponentDeflection = 0.05; ///< mm, of its surface from the solid

/// The structure that stands for a component while it is moved: tessellated once for its measures, then only carried.
/// One thread at a time.
class ComponentBody
{
public:
    /// Throws what tessellated() throws.
    std::shared_ptr<const Structure> at(const FlatComponent& component, const BodyPose& pose, std::string name);

private:
    std::optional<FlatComponent> m_of;
    Surface m_surface; ///< in the component's own axes
};

} // namespace pollux::implant
