#pragma once

#include "core/case/case.h"
#include "core/solid/revolved.h"

#include <optional>
#include <vector>

namespace pollux::implant {

/// The nearest curve that implant.dental-arch made, as its points in order; empty: there is none within 30 mm.
std::vector<Vec3> archLine(const Case& c, const Vec3& place);
/// How a row of teeth runs beside a place: a unit vector along that curve, from the patient's right to the
/// left. nullopt: there is none.
std::optional<Vec3> archTangent(const Case& c, const Vec3& place);

// Axes of the three views as Viewer::setAxes() takes them: columns that stand for left, posterior and superior.

/// The axial view looks along the implant's axis, the other two contain it. With `tangent` the coronal view lies along
/// the row of teeth (mesiodistal) and the sagittal one across it (buccolingual, the tongue on the right); without one
/// (or where it runs along the axis) the views are turned the shortest way. The end nearer to the head stays above.
Mat3 axesAlongImplant(const AxisPose& pose, const std::optional<Vec3>& tangent);
/// The sagittal view is square to the row of teeth, the coronal one along it, upright as far as that goes.
Mat3 axesAcrossArch(const Vec3& tangent);

} // namespace pollux::implant
