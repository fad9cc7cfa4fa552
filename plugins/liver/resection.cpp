#include "plugins/liver/resection.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/edit/plane_cut.h"
#include "plugins/liver/cut_surface.h"

#include <functional>

namespace pollux::liver {

namespace {

bool touches(const Mask& a, const Mask& b, const Job& job)
{
    const auto near = clearance(a, b, 2 * a.grid().spacing.maxCoeff(), job);
    return near && near->mm <= 0;
}

/// `removedOf` parts the whole, liver and lesions.
Resection resect(const ResectionInput& input, const std::function<Mask(const Mask&)>& removedOf, const Job& job)
{
    Resection out;
    const auto [whole, lesions, inside] = wholeLiver(input, job);
    for (const bool one : inside) {
        out.lesions.emplace_back();
        if (one)
            out.lesions.back().side = LesionSide::Removed; // until it is known
    }
    job.progress(0.2);
    out.removed = removedOf(whole);
    out.remnant = subtract(whole, out.removed);
    job.progress(0.6);
    out.liverMl = whole.volumeMl();
    out.lesionsMl = lesions.volumeMl();
    out.removedMl = out.removed.volumeMl();
    out.remnantMl = lesions.empty() ? out.remnant.volumeMl() : subtract(out.remnant, lesions).volumeMl();
    for (size_t n = 0; n < input.lesions.size(); ++n) {
        LesionResult& result = out.lesions[n];
        if (result.side == LesionSide::Outside)
            continue;
        const Mask& lesion = input.lesions[n];
        const std::int64_t taken = intersect(lesion, out.removed).count();
        const bool all = taken == lesion.count(), none = taken == 0;
        result.side = all ? LesionSide::Removed : none ? LesionSide::Remains : LesionSide::Cut;
        if (result.side == LesionSide::Cut)
            result.margin = clearance(intersect(lesion, out.removed), out.remnant, kFarthestMargin, job);
        else
            result.margin = clearance(lesion, all ? out.remnant : out.removed, kFarthestMargin, job);
        if (result.side == LesionSide::Cut && result.margin)
            result.margin->mm = 0;
        job.checkStop();
    }
    return out;
}

} // namespace

Mask aboveCut(const Mask& mask, const std::function<double(const Vec3&)>& height, double from, const Job& job)
{
    const IndexBox box = mask.box();
    std::vector<std::uint8_t> voxels = mask.in(box);
    const Grid& g = mask.grid();
    const size_t slice = static_cast<size_t>(box.size(0)) * static_cast<size_t>(box.size(1));
    parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            size_t n = static_cast<size_t>(k) * slice;
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                    if (voxels[n] && height(g.toPatient(i, j, box.min[2] + static_cast<int>(k))) < from - 1e-9)
                        voxels[n] = 0;
        }
    });
    return Mask(g, box, voxels);
}

LiverWhole wholeLiver(const ResectionInput& input, const Job& job)
{
    LiverWhole out;
    out.whole = input.liver;
    for (const Mask& lesion : input.lesions) {
        const bool inside = !lesion.empty() && touches(lesion, input.liver, job);
        out.inside.push_back(inside);
        if (!inside)
            continue;
        out.whole = unite(out.whole, lesion);
        out.lesions = out.lesions.empty() ? lesion : unite(out.lesions, lesion);
    }
    return out;
}

Resection resectBySurface(const ResectionInput& input, const CutSurface& surface, const Job& job)
{
    return resect(
        input,
        [&](const Mask& whole) {
            return aboveCut(
                whole, [&](const Vec3& p) { return surface.height(p); }, 0, job);
        },
        job);
}

Resection resectByPlane(const ResectionInput& input, const Plane& plane, const Job& job)
{
    return resect(
        input, [&](const Mask& whole) { return splitByPlane(whole, plane, job).front; }, job);
}

Resection resectBranch(const ResectionInput& input, const Tree& portal, int node, BranchDistance distance,
                       const Job& job)
{
    if (node < 0 || node >= static_cast<int>(portal.nodes.size()))
        throw Error(ErrorCode::BadInput, "The branch is not in the tree.", "Choose a place on the portal vein.");
    const std::vector<bool> below = subtree(portal, node);
    return resect(
        input,
        [&](const Mask& whole) {
            return territories(whole, portal, std::vector<std::int32_t>(below.begin(), below.end()), distance, job)
                .of(whole.grid(), 1);
        },
        job);
}

} // namespace pollux::liver
