#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <limits>
#include <vector>

namespace pollux {

/// What an edit does with the voxels it selects (a stroke, an outline, a traced level, ...).
enum class EditMode {
    Add,    ///< they join the structure
    Remove, ///< they leave it
    Keep,   ///< all others leave it
};

/// Which voxels an edit may change. Both may be given; null means everywhere.
struct EditLimits
{
    const Volume* image = nullptr; ///< only where low <= value <= high (NaN never)
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    const Mask* within = nullptr; ///< only these voxels
};

/// What happens where an edit that adds meets another structure. "Overwrite none, all, listed" is Stay for all,
/// GiveWay for all, GiveWay for those listed and Stay for the others.
enum class Meeting {
    Overlap, ///< both have the voxel (a lesion in its organ)
    Stay,    ///< it keeps its voxels, the edit does not get them
    GiveWay, ///< it loses the voxels that the edit takes
};

struct OtherStructure
{
    Mask mask;
    Meeting meeting = Meeting::Stay;
};

struct EditResult
{
    Mask target;              ///< shares all unchanged bricks with the target given
    std::vector<Mask> others; ///< in the order given; one that did not change is the one given
};

/// One edit of a structure. Every tool ends here, so limits and neighbours mean the same for all of them.
/// All on the same geometry, else Error (BadInput). The result is kept in bricks. Cost follows the selection's box, not
/// the image; a target (or neighbour that gives way) that is not yet kept in bricks is turned into them first, once.
EditResult apply(const Mask& target, const Mask& selection, EditMode mode, const EditLimits& limits,
                 const std::vector<OtherStructure>& others, const Job& job);

/// The same mask kept in bricks: what an editor holds from the moment a tool is picked up.
Mask inBricks(const Mask& mask);
/// `result` with the bricks of `before` where nothing changed: for results computed on whole boxes.
Mask sharing(const Mask& result, const Mask& before);

} // namespace pollux
