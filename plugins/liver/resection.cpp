#include "plugins/liver/resection.h"

#include "core/base/error.h"
#include "core/image/edit/plane_cut.h"

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
    Mask whole = input.liver, lesions;
    for (const Mask& lesion : input.lesions) {
        LesionResult result;
        if (!lesion.empty() && touches(lesion, input.liver, job)) {
            whole = unite(whole, lesion);
            lesions = lesions.empty() ? lesion : unite(lesions, lesion);
            result.side = LesionSide::Removed; // until it is known
        }
        out.lesions.push_back(result);
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
