#include "core/anatomy/shoulder_bones.h"

#include "core/anatomy/half_value.h"
#include "core/anatomy/work_grid.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/image/distance.h"
#include "core/image/mask_volume.h"
#include "core/image/morphology.h"
#include "core/image/segment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace pollux {

namespace {

constexpr double kHead = 14;   // mm: no ball of this radius fits into a scapula
constexpr double kAbout = 12;  // mm about the ball in which its scapula lies
constexpr double kClose = 1.2; // mm of gaps in thin cortex that are closed before filling
constexpr int kMostParts = 40;
constexpr size_t kMostPairs = 4;

struct Part
{
    Mask mask;
    DeepestPlace deepest;
};

Part partOf(const Mask& part, int axis, const Job& job)
{
    Part p;
    p.mask = fillHolesBySlice(close(part, kClose, job), axis, job);
    p.mask = fillHoles(p.mask, job);
    p.deepest = deepestPlace(p.mask, job);
    return p;
}

/// A threshold that finds thin bone makes all of it too thick, and the joint space too narrow.
ShoulderBone refined(const Volume& ct, const Mask& part, int axis, double pieceMl, const Job& job)
{
    anatomy::HalfValueOptions o;
    o.most = 1000; // HU: half way from flesh to the plate under cartilage
    const Mask all = anatomy::toHalfValue(ct, part, o, job);
    ShoulderBone bone;
    bone.loose = loosePieces(all, pieceMl, job);
    bone.mask = fillHoles(fillHolesBySlice(largestComponent(all, job), axis, job), job);
    bone.cut = cutByImage(bone.mask);
    return bone;
}

std::int64_t voxelsAbout(const Mask& m, const Vec3& centre, double radius)
{
    const Grid& g = m.grid();
    const Index3 at = g.nearest(centre);
    IndexBox box = m.box();
    for (size_t a = 0; a < 3; ++a) {
        const int reach = int(std::ceil(radius / g.spacing[Eigen::Index(a)])) + 1;
        box.min[a] = std::max(box.min[a], at[a] - reach);
        box.max[a] = std::min(box.max[a], at[a] + reach + 1);
    }
    std::int64_t count = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i)
                count += m.at(i, j, k) && (g.toPatient(i, j, k) - centre).norm() < radius;
    return count;
}

double confidenceOf(const JointLandmarks& l, const char* key)
{
    const BoneLandmark* p = findLandmark(l.points, key);
    return p ? p->confidence : 0;
}

} // namespace

ShoulderBones findShoulderBones(const Volume& ct, const ShoulderBoneOptions& o, const Job& job)
{
    if (ct.empty())
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose a CT that has been loaded.");
    if (ct.voxels() > std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorCode::BadInput, "The image is too large to look for bones.", "Crop it to the joint first.");
    const Mask bone = threshold(ct, o.threshold, 1e9);
    job.checkStop();
    const auto least = std::int64_t(1000 * o.leastMl / 4 / ct.grid().voxelVolume()); // shells: before they are filled
    const int axis = anatomy::sliceAxis(ct.grid());
    std::vector<Part> parts;
    for (const Mask& m : components(bone, std::max<std::int64_t>(least, 200), kMostParts, job.part(0, 0.2))) {
        job.checkStop();
        Part p = partOf(m, axis, job);
        if (p.mask.volumeMl() >= o.leastMl)
            parts.push_back(std::move(p));
    }
    std::vector<const Part*> heads;
    for (const Part& p : parts)
        if (p.deepest.depth >= kHead)
            heads.push_back(&p);
    std::stable_sort(heads.begin(), heads.end(),
                     [](const Part* a, const Part* b) { return a->deepest.depth > b->deepest.depth; });
    if (heads.size() > kMostPairs)
        heads.resize(kMostPairs);
    job.progress(0.4);
    for (const Part* h : heads) {
        const Part* scapula = nullptr;
        std::int64_t most = 0;
        for (const Part& s : parts) {
            job.checkStop();
            const std::int64_t n = &s == h ? 0 : voxelsAbout(s.mask, h->deepest.place, h->deepest.depth + kAbout);
            if (n > most) {
                most = n;
                scapula = &s;
            }
        }
        if (!scapula)
            continue;
        try {
            ShoulderBones out;
            out.scapula = refined(ct, scapula->mask, axis, o.pieceMl, job);
            out.humerus = refined(ct, h->mask, axis, o.pieceMl, job);
            const JointLandmarks l = shoulderLandmarks(
                [&](const SideGuess& guess) {
                    out.guess = guess;
                    return guess.side;
                },
                out.scapula.mask, &out.humerus.mask, job);
            out.side = o.side.value_or(out.guess.side);
            const double glenoid = confidenceOf(l, "glenoid-centre"), head = confidenceOf(l, "humerus-head");
            if (!(head > 0))
                continue;
            out.scapula.quality = glenoid;
            out.scapula.qualityText = filled("confidence of the glenoid %1", {toText(glenoid, 2)});
            out.humerus.quality = head;
            out.humerus.qualityText = filled("confidence of the head %1", {toText(head, 2)});
            out.metal = brighterThan(ct, o.metal, ct.grid().box(), job);
            if (out.scapula.cut) {
                out.scapula.quality *= 0.5;
                out.scapula.qualityText += "; it is cut off by the image";
            }
            return out;
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled)
                throw;
        }
    }
    throw Error(ErrorCode::BadInput, "No scapula with a humerus before it is found.",
                "Use a CT of one whole shoulder; raise the threshold where the two bones hang together; or draw them.");
}

} // namespace pollux
