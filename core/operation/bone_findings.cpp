#include "core/operation/bone_findings.h"

#include "core/anatomy/work_grid.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

/// The slices of the image, across the body's axis, that the mask's box reaches into; all of them where it is none.
IndexBox slicesOf(const Grid& image, const Mask& bone)
{
    const auto axis = std::size_t(anatomy::sliceAxis(image));
    const Grid& g = bone.grid();
    double low = 1e300, high = -1e300;
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 at;
        for (std::size_t a = 0; a < 3; ++a)
            at[Eigen::Index(a)] = corner >> a & 1 ? bone.box().max[a] - 1 : bone.box().min[a];
        const double along = image.toIndex(g.toPatient(at))[Eigen::Index(axis)];
        low = std::min(low, along);
        high = std::max(high, along);
    }
    IndexBox box = image.box();
    const auto within = [&](double v) { return int(std::clamp(v, 0.0, double(image.size[axis]))); };
    box.min[axis] = within(std::floor(low));
    box.max[axis] = within(std::ceil(high) + 1);
    return box;
}

Finding atPieces(const LoosePieces& loose, const char* code, std::string text, const char* advice)
{
    Finding f = finding(Severity::Warning, code, std::move(text), advice);
    f.place = loose.place;
    f.limit = "bone.piece";
    return f;
}

} // namespace

std::optional<Finding> metalFinding(const Bright& metal, double from, ImageValues values)
{
    if (metal.voxels <= 0)
        return {};
    const std::string count = toText(metal.voxels), above = toText(from, 0);
    Finding f = finding(
        Severity::Warning, "bone.metal",
        values == ImageValues::Hounsfield
            ? filled("There is metal: %1 voxels above %2 HU. Its streaks make bone of what is none and hide gaps.",
                     {count, above})
            : filled("There may be metal: %1 voxels above a grey value of %2. Streaks of metal make bone of what is "
                     "none and hide gaps.",
                     {count, above}),
        "Use a series with metal artefact reduction if there is one, and correct the bones about it by hand.");
    f.place = metal.place;
    f.limit = "bone.metal";
    return f;
}

std::optional<Finding> leftOutFinding(const LoosePieces& loose, const std::string& bone)
{
    if (loose.count <= 0)
        return {};
    return atPieces(loose, "bone.left-out",
                    counted(loose.count, "%1 piece of %3 mL does not hang together with '%2' and is left out.",
                            "%1 pieces of %3 mL do not hang together with '%2' and are left out.",
                            {bone, toText(loose.ml, 2)}),
                    "Look there: add by hand what is of this bone, such as a fragment of a fracture.");
}

std::optional<Finding> islandsFinding(const LoosePieces& loose, const std::string& bone)
{
    if (loose.count <= 0)
        return {};
    return atPieces(loose, "bone.islands",
                    counted(loose.count, "%1 piece of %3 mL does not hang together with the rest of '%2'.",
                            "%1 pieces of %3 mL do not hang together with the rest of '%2'.",
                            {bone, toText(loose.ml, 2)}),
                    "Take away islands that are none of this bone; look whether the rest is a fracture or a gap in the "
                    "mask.");
}

Findings boneFindings(const Volume& image, ImageValues values, const Mask& bone, const std::string& name,
                      const LimitTable& limits, const Job& job)
{
    Findings out;
    if (bone.empty())
        return out; // the caller has said so
    if (auto f = islandsFinding(loosePieces(bone, limits.at("bone.piece").value, job), name))
        out.push_back(std::move(*f));
    if (image.empty())
        return out;
    const double from = limits.at("bone.metal").value;
    if (auto f = metalFinding(brighterThan(image, from, slicesOf(image.grid(), bone), job), from, values))
        out.push_back(std::move(*f));
    return out;
}

} // namespace pollux
