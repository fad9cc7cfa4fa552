#include "core/image/edit/apply.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/image/box.h"
#include "core/image/segment.h"

namespace pollux {

namespace {

void checkGeometry(const Grid& grid, const Grid& other, const char* what)
{
    if (!sameGeometry(grid, other))
        throw Error(ErrorCode::BadInput, std::string(what) + " lies on another voxel grid than the edited structure.",
                    "Resample it to the structure's image first.");
}

/// True if the two have a voxel in common; `b` may be of either kind, and only what lies in the box of both is read.
bool meet(const Mask& a, const Mask& b)
{
    return !common(a.box(), b.box()).empty() && !intersect(a, b).empty();
}

} // namespace

Mask inBricks(const Mask& mask)
{
    return mask.inBricks() || mask.grid().voxels() == 0 ? mask : Mask(mask.grid(), *mask.bricks());
}

Mask sharing(const Mask& result, const Mask& before)
{
    if (!before.inBricks() || result.grid().voxels() == 0)
        return inBricks(result);
    return Mask(result.grid(), result.bricks()->sharing(*before.bricks()));
}

EditResult apply(const Mask& target, const Mask& selection, EditMode mode, const EditLimits& limits,
                 const std::vector<OtherStructure>& others, const Job& job)
{
    checkGeometry(target.grid(), selection.grid(), term("The selection"));
    if (limits.within)
        checkGeometry(target.grid(), limits.within->grid(), term("The region"));
    if (limits.image)
        checkGeometry(target.grid(), limits.image->grid(), term("The image"));

    const Mask edited = inBricks(target);
    // Keeping the selection is removing what lies outside it, within the limits.
    Mask voxels = mode == EditMode::Keep ? subtract(edited, selection) : inBricks(selection);
    if (mode == EditMode::Remove)
        voxels = intersect(voxels, edited);
    if (limits.within)
        voxels = intersect(voxels, *limits.within);
    job.checkStop();
    if (limits.image)
        voxels = inBricks(threshold(*limits.image, limits.low, limits.high, &voxels));
    job.checkStop();

    EditResult out;
    for (const OtherStructure& other : others) {
        checkGeometry(target.grid(), other.mask.grid(), term("Another structure"));
        out.others.push_back(other.mask);
    }
    if (mode != EditMode::Add) {
        out.target = subtract(edited, voxels);
        return out;
    }
    for (const OtherStructure& other : others)
        if (other.meeting == Meeting::Stay && !common(voxels.box(), other.mask.box()).empty())
            voxels = subtract(voxels, other.mask);
    for (size_t n = 0; n < others.size(); ++n) {
        job.checkStop();
        if (others[n].meeting == Meeting::GiveWay && meet(voxels, others[n].mask))
            out.others[n] = subtract(inBricks(others[n].mask), voxels);
    }
    out.target = unite(edited, voxels);
    return out;
}

} // namespace pollux
