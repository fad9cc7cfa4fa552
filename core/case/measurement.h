#pragma once

#include "core/base/id.h"
#include "core/case/named_quantity.h"
#include "core/geometry/vec.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// What a measurement takes of the places it hangs on.
enum class MeasurementKind { Length, Angle, LineAngle, Area, Ellipse, Sphere, Distance, Diameter };
std::string_view name(MeasurementKind kind); ///< "length", "angle", "line-angle", ...
std::optional<MeasurementKind> measurementKindFromName(std::string_view name);

/// A figure taken from the images, with the places it hangs on.
struct Measurement
{
    std::string name;
    MeasurementKind kind = MeasurementKind::Length;
    /// LPS, mm. Length: along them; angle: arm, vertex, arm; line angle: ends of one line, ends of the other; area: its
    /// outline; ellipse: centre and the ends of its half axes; sphere: centre and a point of it; distance: nearest
    /// points of two things; diameter: two opposite points of a cross-section.
    std::vector<Vec3> points;
    std::vector<NamedQuantity> values; ///< the first is the one that is shown beside it
    std::string note;                  ///< what limits it; empty if nothing does
};

} // namespace pollux
