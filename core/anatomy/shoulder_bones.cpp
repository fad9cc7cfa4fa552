#include "core/anatomy/shoulder_bones.h"

#include "core/anatomy/bone_landmarks.h"
#include "core/anatomy/half_value.h"
#include "core/anatomy/work_grid.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/image/distance.h"
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
    double depth = 0; ///< radius of the largest ball inside
    Vec3 deepest = Vec3::Zero();
};

Part partOf(const Mask& part, int axis, const Job& job)
{
    Part p;
    p.mask = fillHolesBySlice(close(part, kClose, job), axis, job);
    p.mask = fillHoles(p.mask, job);
    const Volume d = signedDistance(p.mask, p.mask.box(), job);
    const auto values = d.as<float>();
    const auto least = std::min_element(values.begin(), values.end());
    const auto n = std::int64_t(least - values.begin());
    const Grid& g = d.grid();
    p.depth = -double(*least);
    p.deepest =
        g.toPatient(int(n % g.size[0]), int(n / g.size[0] % g.size[1]), int(n / (std::int64_t(g.size[0]) * g.size[1])));
    return p;
}

/// A threshold that finds thin bone makes all of it too thick, and the joint space too narrow.
Mask refined(const Volume& ct, const Mask& part, int axis, const Job& job)
{
    anatomy::HalfValueOptions o;
    o.most = 1000; // HU: half way from flesh to the plate under cartilage
    const Mask m = largestComponent(anatomy::toHalfValue(ct, part, o, job), job);
    return fillHoles(fillHolesBySlice(m, axis, job), job);
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

bool reachesEdge(const Mask& m)
{
    for (size_t a = 0; a < 3; ++a)
        if (m.box().min[a] == 0 || m.box().max[a] == m.grid().size[a])
            return true;
    return false;
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
        if (p.depth >= kHead)
            heads.push_back(&p);
    std::stable_sort(heads.begin(), heads.end(), [](const Part* a, const Part* b) { return a->depth > b->depth; });
    if (heads.size() > kMostPairs)
        heads.resize(kMostPairs);
    job.progress(0.4);
    for (const Part* h : heads) {
        const Part* scapula = nullptr;
        std::int64_t most = 0;
        for (const Part& s : parts) {
            job.checkStop();
            const std::int64_t n = &s == h ? 0 : voxelsAbout(s.mask, h->deepest, h->depth + kAbout);
            if (n > most) {
                most = n;
                scapula = &s;
            }
        }
        if (!scapula)
            continue;
        try {
            ShoulderBones out;
            const Mask blade = refined(ct, scapula->mask, axis, job), arm = refined(ct, h->mask, axis, job);
            const SideGuess guess = sideOfScapula(blade, job);
            out.side = o.side.value_or(guess.side);
            out.sideConfidence = guess.side == out.side ? guess.confidence : 0;
            const JointLandmarks l = shoulderLandmarks(guess.side, blade, &arm, job);
            const double glenoid = confidenceOf(l, "glenoid-centre"), head = confidenceOf(l, "humerus-head");
            if (!(head > 0))
                continue;
            out.scapula = {blade, glenoid, filled("confidence of the glenoid %1", {toText(glenoid, 2)}),
                           reachesEdge(blade)};
            out.humerus = {arm, head, filled("confidence of the head %1", {toText(head, 2)}), reachesEdge(arm)};
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
