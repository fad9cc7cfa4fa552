#pragma once

#include "core/anatomy/liver_volumetry.h"
#include "core/mesh/territories.h"

#include <functional>
#include <optional>
#include <vector>

namespace pollux::liver {

class CutSurface;

/// What is to be cut, all on one grid.
struct ResectionInput
{
    Mask liver; ///< with or without its lesions
    std::vector<Mask> lesions;
};

/// Where the lesion lies to the cut.
enum class LesionSide { Removed, Cut, Remains, Outside };

struct LesionResult
{
    LesionSide side = LesionSide::Outside;
    /// From the lesion to what remains (Removed), or to what is removed (Remains); 0 where the cut goes through it.
    /// Absent if it is farther than kFarthestMargin, or outside.
    std::optional<Clearance> margin;
};
inline constexpr double kFarthestMargin = 100; // mm

/// A liver cut in two. `removed` and `remnant` are disjoint and together the liver with its lesions.
struct Resection
{
    Mask removed;
    Mask remnant;
    double liverMl = 0;   ///< with lesions
    double lesionsMl = 0; ///< inside it
    double removedMl = 0; ///< with lesions
    double remnantMl = 0; ///< without the lesions that remain: the future liver remnant
    std::vector<LesionResult> lesions;

    /// Remnant over liver without lesions, on the images, 0..100.
    double remnantShare() const { return liverMl > lesionsMl ? 100 * remnantMl / (liverMl - lesionsMl) : 0; }
};

/// The liver with the lesions that belong to it.
struct LiverWhole
{
    Mask whole;
    Mask lesions;             ///< those inside, together
    std::vector<bool> inside; ///< one a lesion of the input
};
LiverWhole wholeLiver(const ResectionInput& input, const Job& job);

/// The voxels whose centres lie at least `from` mm above a cut; as splitByPlane, one on it counts as above. `height` is
/// asked from several threads.
Mask aboveCut(const Mask& mask, const std::function<double(const Vec3&)>& height, double from, const Job& job);

/// A lesion that shares voxels with the liver or touches it is part of it, whether the liver's mask holds it or not;
/// any other is Outside and counts for nothing. Removes what lies in front of the plane. Throws Error (BadInput) for
/// masks on different grids or a plane whose normal is not of unit length.
Resection resectByPlane(const ResectionInput& input, const Plane& plane, const Job& job);
/// Removes what lies above the surface (CutSurface::height() of at least 0 at a voxel's centre).
Resection resectBySurface(const ResectionInput& input, const CutSurface& surface, const Job& job);
/// Removes the territory of all that hangs on `node` of the portal tree. Tissue that no branch reaches remains.
Resection resectBranch(const ResectionInput& input, const Tree& portal, int node, BranchDistance distance,
                       const Job& job);

} // namespace pollux::liver
