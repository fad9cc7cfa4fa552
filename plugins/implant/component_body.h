#pragma once

#include "core/case/case.h"
#include "core/solid/flat_component.h"

#include <list>
#include <memory>
#include <string>
#include <utility>

namespace pollux::implant {

inline constexpr double kComponentDeflection = 0.05; ///< mm, of its surface from the solid

/// The structure that stands for a component while it is moved: tessellated once for its measures, then only carried.
/// A proposed size changes to and fro as the cut is tilted, so the last few are kept. One thread at a time.
class ComponentBody
{
public:
    /// Throws what tessellated() throws.
    std::shared_ptr<const Structure> at(const FlatComponent& component, const BodyPose& pose, std::string name);

private:
    const Surface& surface(const FlatComponent& component);

    std::list<std::pair<FlatComponent, Surface>> m_made; ///< in the component's own axes, the latest first
};

} // namespace pollux::implant
