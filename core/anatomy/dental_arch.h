#pragma once

#include "core/geometry/vec.h"
#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// What the mask holds: it decides where the height of the curve is taken.
enum class ArchOf {
    Jaw,  ///< a lower jaw: its upper border, the crest (of the teeth where they belong to the mask)
    Teeth ///< teeth with their roots: the middle of their height, about the neck
};

struct DentalArch
{
    std::vector<Vec3> line;  ///< LPS, mm, from the patient's right to the left, 0.5 mm apart
    Vec3 up = Vec3::UnitZ(); ///< unit normal of the plane of the arch, upwards
    double lengthMm = 0;
    double widthMm = 0;      ///< of the mask across the arch, median over the stations
    double widestGapDeg = 0; ///< that had to be bridged, seen from between the ends; 0: none
    Vec3 gap = Vec3::Zero(); ///< middle of that gap
};

/// The middle line of the arch of a jaw, or of its teeth. A polar profile about a point between the arms gives the
/// first line; then, as for a principal curve (Hastie and Stuetzle, J. Am. Stat. Assoc. 84 (1989) 502), what lies at
/// right angles to each station 2 mm long moves it to midway between the 4th and the 96th percentile, smoothed with
/// weights by a penalty on third differences (Eilers, Anal. Chem. 75 (2003) 3631): stations without mask are bridged.
/// The plane of the arch is fitted anew each time, from the patient's horizontal on; heads tilted by up to about 20
/// degrees are good. Parts below 60 mm3 are left out; the arch ends where the mask is 1.4 times as tall as in its
/// middle (a ramus). These figures are choices of this method, tried on phantoms and one model of a mandible. Any
/// thread; same result on every run. Throws Error: BadInput for an empty mask and one that is no arch (a ball, a rod, a
/// ring), Cancelled.
DentalArch findDentalArch(const Mask& mask, ArchOf of, const Job& job);

/// Its line alone.
std::vector<Vec3> dentalArch(const Mask& jawOrTeeth, const Job& job);

/// Unit normal of the plane nearest to a line, upwards; superior where the line is nearly straight.
Vec3 archUp(const std::vector<Vec3>& line);

/// The place of an arch nearest to a point, and the frame of a cross-section there.
struct ArchPlace
{
    double along = 0;               ///< mm from the start of the line, 0 to its length
    double across = 0;              ///< mm of the point outwards (towards the cheek); negative: towards the tongue
    Vec3 point = Vec3::Zero();      ///< of the arch, LPS, mm
    Vec3 tangent = Vec3::UnitX();   ///< unit, from the patient's right to the left: normal of the cross-section
    Vec3 outwards = -Vec3::UnitY(); ///< unit, at right angles to tangent and up
};

/// Nearest in space, within the ends of the line. `up`: of DentalArch or archUp(). Any thread. Throws Error (BadInput)
/// for a line of fewer than three points or coordinates that are not finite.
ArchPlace archPlace(const std::vector<Vec3>& line, const Vec3& up, const Vec3& p);

} // namespace pollux
