#include "core/anatomy/leg_bones.h"

#include "core/anatomy/quality.h"
#include "core/anatomy/work_grid.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/image/box.h"
#include "core/image/filters.h"
#include "core/image/label_masks.h"
#include "core/image/mask_volume.h"
#include "core/image/morphology.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace pollux {

using namespace anatomy;

namespace {

constexpr double kSpacing = 1;               ///< mm of the work grid
constexpr std::int64_t kMostWork = 40000000; ///< its most voxels; it gets coarser beyond
constexpr double kThinSlice = 1.25;          ///< mm; planning of implants asks for no thicker ones (unverified)
constexpr double kAcross = 0.3;              ///< share on the other side from which a part of the pelvis is cut in two
constexpr double kPiece = 0.35;  ///< share of its surface on one other bone of which it is then taken for a piece
constexpr double kWideBreak = 3; ///< mm, radius by which breaks of the cortex of a known bone are closed
constexpr double kBay = 6;       ///< mm, radius by which the bays are found in which a bone stays below the threshold
constexpr double kThinBay = 1.5; ///< mm, radius: what is thinner all over is the blur of a gap
constexpr double kBulge = 2.5;   ///< mm that a bay's wall lies beyond the line across it
constexpr double kBeside = 1.5;  ///< mm beside another bone that are its blur and the gap
constexpr double kFlesh = 50;    ///< HU beside bone
constexpr double kCortex = 1.2;  ///< mm within which a border voxel has the cortex
constexpr double kShell = 0.6;   ///< share of the threshold that thin bone must have
constexpr double kRidge = 0.45;  ///< the same of a cortex that stands out once the image is sharpened

/// Bone owning each voxel of the work grid: index into the bones plus 1.
struct Owners
{
    const Grid* grid = nullptr;
    std::vector<std::uint8_t> of;
    std::vector<std::uint8_t> thin; ///< bone that the threshold leaves out

    std::uint8_t at(const Index3& p) const
    {
        return grid->contains(p[0], p[1], p[2]) ? of[grid->offset(p[0], p[1], p[2])] : 0;
    }
};

/// Where no valley tells the legs apart the pelvis has a middle all the same: that of two femurs, else the scanner's.
LegSeam middleSeam(const BoneParts& parts, const std::vector<PartFacts>& facts, bool& assumed)
{
    std::vector<double> low;
    const double floor = parts.grid().origin.z();
    for (const PartFacts& f : facts) // by size
        if (low.size() < 2 && parts.grid().toPatient(0, 0, f.box.min[2]).z() < floor + 10)
            low.push_back(f.centroid.x());
    assumed = low.size() < 2;
    return {true, floor, 1, {assumed ? 0.0 : 0.5 * (low[0] + low[1])}};
}

/// A part of the pelvis that goes across the middle becomes two.
void cutAcross(BoneParts& parts, std::vector<PartFacts>& facts, const LegSeam& seam, const Job& job)
{
    const Grid& grid = parts.grid();
    std::vector<PartFacts> more;
    for (PartFacts& f : facts) {
        std::array<std::int64_t, 2> count{};
        std::array<Vec3, 2> sum{Vec3::Zero(), Vec3::Zero()};
        const auto each = [&](auto&& visit) {
            for (int k = f.box.min[2]; k < f.box.max[2]; ++k) {
                job.checkStop();
                for (int j = f.box.min[1]; j < f.box.max[1]; ++j)
                    for (int i = f.box.min[0]; i < f.box.max[0]; ++i)
                        if (std::int32_t& label = parts.labels[grid.offset(i, j, k)]; label == f.label) {
                            const Vec3 p = grid.toPatient(i, j, k);
                            visit(label, p, seam.sideOf(p) > 0 ? 1 : 0);
                        }
            }
        };
        each([&](std::int32_t&, const Vec3& p, int s) {
            ++count[s];
            sum[s] += p;
        });
        if (double(std::min(count[0], count[1])) < kAcross * double(f.voxels))
            continue;
        PartFacts other = f;
        other.label = ++parts.count;
        each([&](std::int32_t& label, const Vec3&, int s) {
            if (s == 0)
                label = other.label;
        });
        other.voxels = count[0];
        other.centroid = sum[0] / double(count[0]);
        f.voxels = count[1];
        f.centroid = sum[1] / double(count[1]);
        more.push_back(other);
    }
    facts.insert(facts.end(), more.begin(), more.end());
    std::stable_sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a.voxels > b.voxels; });
}

Vec3 centroidOf(const BoneParts& parts, const std::vector<NamedBone>& bones, const std::string& anatomy)
{
    const Grid& grid = parts.grid();
    Vec3 sum = Vec3::Zero();
    std::int64_t count = 0;
    for (const NamedBone& b : bones)
        if (b.anatomy == anatomy)
            for (std::int64_t at = 0; at < grid.voxels(); ++at)
                if (parts.labels[at] == b.labels[0]) {
                    sum += Vec3(double(at % grid.size[0]), double(at / grid.size[0] % grid.size[1]),
                                double(at / (std::int64_t(grid.size[0]) * grid.size[1])));
                    ++count;
                }
    return count > 0 ? grid.toPatient(sum / double(count)) : Vec3::Constant(std::numeric_limits<double>::quiet_NaN());
}

/// Spongy bone behind a thin cortex stays below the threshold, the more the thicker the slices, and leaves bays in the
/// bone: what of them is brighter than flesh, or is once it is sharpened, a wall that marrow lies behind. `bits`,
/// `others` of `grid`, which lies in the work grid from `from` on; `smooth`: the work grid's image blurred.
std::vector<std::uint8_t> thinBone(const BoneParts& parts, std::span<const float> smooth, const PartOptions& o,
                                   const std::vector<std::uint8_t>& bits, const std::vector<std::uint8_t>& others,
                                   const Grid& grid, const Index3& from, const Job& job)
{
    const std::vector<std::uint8_t> closed = close(Mask(grid, bits), kBay, job).full(),
                                    beside = dilate(Mask(grid, others), kBeside, job).full();
    std::vector<std::uint8_t> bay(bits.size());
    for (std::size_t n = 0; n < bits.size(); ++n)
        bay[n] = closed[n] != 0 && bits[n] == 0 && beside[n] == 0;
    // The wall of a bay bulges.
    const std::vector<std::uint8_t> wall = dilate(erode(Mask(grid, bay), kThinBay, job), kThinBay + kBulge, job).full();
    const auto work = parts.work.as<float>();
    std::vector<std::uint8_t> out(bits.size(), 0);
    std::size_t n = 0;
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i, ++n) {
                if (bits[n] != 0 || beside[n] != 0 || wall[n] == 0)
                    continue;
                const std::int64_t at = parts.grid().offset(from[0] + i, from[1] + j, from[2] + k);
                const double v = work[at], sharp = v + o.sharpen * (v - double(smooth[at]));
                out[n] = v >= kRidge * o.threshold && std::max(v, sharp) >= kShell * o.threshold;
            }
    return out;
}

/// Marrow of each bone, then who owns what.
Owners ownersOf(const BoneParts& parts, const std::vector<NamedBone>& bones, const PartOptions& o, const Job& job)
{
    const Grid& grid = parts.grid();
    const Volume blurred = gaussian(parts.work, o.sigma, job);
    const auto smooth = blurred.as<float>();
    Owners out{&grid, std::vector<std::uint8_t>(parts.labels.size(), 0),
               std::vector<std::uint8_t>(parts.labels.size(), 0)};
    std::vector<std::uint8_t> number(std::size_t(parts.count) + 1, 0);
    for (std::size_t b = 0; b < bones.size(); ++b)
        for (const std::int32_t label : bones[b].labels)
            number[label] = std::uint8_t(b + 1);
    std::vector<IndexBox> boxes(bones.size());
    for (int k = 0; k < grid.size[2]; ++k) {
        job.checkStop();
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                const std::int64_t at = grid.offset(i, j, k);
                out.of[at] = number[parts.labels[at]];
                if (out.of[at] != 0) {
                    IndexBox& box = boxes[out.of[at] - 1];
                    box = hull(box, {{i, j, k}, {i + 1, j + 1, k + 1}});
                }
            }
    }
    for (std::size_t b = 0; b < bones.size(); ++b) {
        const IndexBox box = common(grown(boxes[b], 3), grid.box());
        if (box.empty())
            continue;
        const Grid g = grid.cropped(box);
        std::vector<std::uint8_t> bits(std::size_t(g.voxels())), others(bits.size());
        const auto each = [&](auto&& visit) {
            std::size_t n = 0;
            for (int k = box.min[2]; k < box.max[2]; ++k)
                for (int j = box.min[1]; j < box.max[1]; ++j)
                    for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                        visit(n, out.of[grid.offset(i, j, k)]);
        };
        each([&](std::size_t n, std::uint8_t& owner) {
            bits[n] = owner == b + 1;
            others[n] = owner != 0 && owner != b + 1;
        });
        fillMarrow(bits, others, g, job.part(double(b) / double(bones.size()), double(b + 1) / double(bones.size())));
        const std::vector<std::uint8_t> thin = thinBone(parts, smooth, o, bits, others, g, box.min, job);
        for (std::size_t n = 0; n < bits.size(); ++n)
            bits[n] = bits[n] != 0 || thin[n] != 0;
        fillMarrow(bits, others, g, job);
        // Wider breaks of the cortex: what the closed bone encloses.
        const Mask closed = close(Mask(g, bits), kWideBreak, job);
        const std::vector<std::uint8_t> hole =
            enclosedAcross(closed.full(), others, g.size, 2, std::numeric_limits<std::int64_t>::max(), false, 0, job);
        const std::vector<std::uint8_t> reached = dilate(Mask(g, hole), 1.5 * kWideBreak, job).full(),
                                        all = closed.full();
        for (std::size_t n = 0; n < bits.size(); ++n)
            bits[n] = bits[n] != 0 || (others[n] == 0 && (hole[n] != 0 || (reached[n] != 0 && all[n] != 0)));

        each([&](std::size_t n, std::uint8_t& owner) {
            if (bits[n] != 0 && owner == 0)
                owner = std::uint8_t(b + 1);
        });
        std::size_t n = 0;
        for (int k = box.min[2]; k < box.max[2]; ++k)
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                    if (thin[n] != 0)
                        out.thin[grid.offset(i, j, k)] = 1;
    }
    return out;
}

/// Owners on the CT's own grid: what is bone there, and what lies inside.
std::vector<Mask> transfer(const Volume& ct, const BoneParts& parts, const Owners& owners, std::size_t count,
                           double threshold, const Job& job)
{
    const Grid& full = ct.grid();
    const Grid& grid = parts.grid();
    Index3 reach{};
    for (int a = 0; a < 3; ++a)
        reach[a] = std::min(3, int(std::lround(kCortex / full.spacing[a])));
    std::vector<std::uint8_t> own(std::size_t(full.voxels()), 0);
    ct.visit([&](auto voxels) {
        parallelFor(0, full.size[2], 1, [&](std::int64_t first, std::int64_t last) {
            for (int k = int(first); k < int(last); ++k) {
                job.checkStop();
                for (int j = 0; j < full.size[1]; ++j)
                    for (int i = 0; i < full.size[0]; ++i) {
                        // Voxels at the upper edges may lie half a step beyond the work grid.
                        Index3 p = grid.nearest(full.toPatient(i, j, k));
                        for (int a = 0; a < 3; ++a)
                            p[a] = std::clamp(p[a], 0, grid.size[a] - 1);
                        const std::uint8_t owner = owners.at(p);
                        bool inner = owner != 0;
                        for (int a = 0; a < 3; ++a)
                            for (const int s : {-1, 1}) {
                                Index3 q = p;
                                q[a] += s;
                                const std::uint8_t other = owners.at(q);
                                inner = inner && (other == owner || !grid.contains(q[0], q[1], q[2]));
                            }
                        const std::int64_t at = full.offset(i, j, k);
                        if (owner == 0)
                            continue;
                        if (!inner) {
                            // The border lies halfway between the cortex and the flesh beside it; what sharpening took
                            // away is blur.
                            const std::int64_t w = grid.offset(p[0], p[1], p[2]);
                            if (parts.depth[w] <= 0 && owners.thin[w] == 0)
                                continue;
                            double brightest = 0;
                            for (int dk = -reach[2]; dk <= reach[2]; ++dk)
                                for (int dj = -reach[1]; dj <= reach[1]; ++dj)
                                    for (int di = -reach[0]; di <= reach[0]; ++di)
                                        if (full.contains(i + di, j + dj, k + dk))
                                            brightest = std::max(brightest,
                                                                 double(voxels[full.offset(i + di, j + dj, k + dk)]));
                            if (!(double(voxels[at]) >= std::max(kShell * threshold, 0.5 * (brightest + kFlesh))))
                                continue;
                        }
                        own[at] = owner;
                    }
            }
        });
    });
    return masksOf<std::uint8_t>(full, full.box(), own, count, job);
}

/// Where a bone may end at the edge of the image: +1 above, -1 below, 0 nowhere.
int openEnd(LegJoint joint, const std::string& anatomy)
{
    if (anatomy == "femur")
        return joint == LegJoint::Hip ? -1 : 1;
    if (anatomy == "tibia" || anatomy == "fibula")
        return joint == LegJoint::Knee ? -1 : 1;
    return anatomy == "pelvis" ? 1 : 0;
}

bool isCut(const Mask& mask, int open)
{
    const Grid& g = mask.grid();
    for (int a = 0; a < 3; ++a)
        for (const int end : {-1, 1}) {
            const double up = end * g.direction(2, a);
            if (cutByImage(mask, a, end) && !(open != 0 && up * open > 0.7))
                return true;
        }
    return false;
}

/// Returns the index of the bone that it seems to be a piece of, or its own.
std::size_t rate(LegBone& bone, const Owners& owners, std::size_t index, LegJoint joint, double slice, const Job& job)
{
    std::array<std::int64_t, 256> beside{};
    const Grid& grid = *owners.grid;
    std::int64_t faces = 0, touching = 0;
    Vec3 sum = Vec3::Zero();
    for (int k = 0; k < grid.size[2]; ++k) {
        job.checkStop();
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                if (owners.of[grid.offset(i, j, k)] != index + 1)
                    continue;
                for (int a = 0; a < 3; ++a)
                    for (const int s : {-1, 1}) {
                        Index3 p{i, j, k};
                        p[a] += s;
                        const std::uint8_t other = owners.at(p);
                        if (!grid.contains(p[0], p[1], p[2]) || other == index + 1)
                            continue;
                        ++faces;
                        if (other != 0) {
                            ++touching;
                            ++beside[other];
                            sum += grid.toPatient(i, j, k);
                        }
                    }
            }
    }
    bone.contact = faces > 0 ? double(touching) / double(faces) : 0;
    bone.place = touching > 0 ? Vec3(sum / double(touching)) : bone.mask.centroid();
    bone.cut = isCut(bone.mask, openEnd(joint, bone.anatomy));
    Quality q;
    q.add("parted from its neighbours, " + toText(100 * bone.contact, 0) + " % of its surface against another bone",
          1 - 1.5 * bone.contact);
    q.add("slices of " + toText(slice, 2) + " mm", kThinSlice / std::max(kThinSlice, slice));
    if (bone.cut)
        q.add("cut by the edge of the image", 0.4);
    const double ml = bone.mask.volumeMl();
    const std::string source = "from memory, unverified";
    if (!bone.cut && bone.anatomy == "talus")
        q.addVolume(ml, 18, 60, source);
    if (!bone.cut && bone.anatomy == "calcaneus")
        q.addVolume(ml, 35, 110, source);
    if (!bone.cut && bone.anatomy == "patella")
        q.addVolume(ml, 7, 35, source);
    bone.quality = q.value();
    bone.qualityText = q.text();
    const auto most = std::max_element(beside.begin(), beside.end());
    return double(*most) > kPiece * double(faces) ? std::size_t(most - beside.begin()) - 1 : index;
}

} // namespace

LegBones findLegBones(const Volume& ct, const LegBoneOptions& o, const Job& job)
{
    if (ct.empty())
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose a CT that has been loaded.");
    if (ct.voxels() > std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorCode::BadInput, "The image is too large to look for bones.", "Crop it to the joint first.");
    LegBones out;
    out.metal = brighterThan(ct, o.metal, ct.grid().box(), job.part(0, 0.05));
    double h = kSpacing;
    while (workGrid(ct.grid(), h).voxels() > kMostWork)
        h *= 1.15;
    const Grid wg = workGrid(ct.grid(), h);
    BoneParts parts = splitBone(workVolume(ct, wg, job.part(0.05, 0.1)), o.parts, job.part(0.1, 0.55));
    std::vector<PartFacts> facts =
        partFacts(parts, std::int64_t(1000 * o.leastMl / wg.voxelVolume()), job.part(0.55, 0.65));
    if (facts.empty())
        throw Error(ErrorCode::BadInput,
                    "No bone was found: nothing of " + toText(o.leastMl, 1) + " mL lies above " +
                        toText(o.parts.threshold, 0) + " HU.",
                    "Lower the bone threshold, or choose a CT of a leg in Hounsfield units.");

    const bool hip = o.joint == LegJoint::Hip;
    LegSeam seam = findLegSeam(parts, facts, hip ? 0.5 : 1, job.part(0.65, 0.7));
    if (hip) {
        if (!seam.found)
            seam = middleSeam(parts, facts, out.sideAssumed);
        cutAcross(parts, facts, seam, job);
    }
    std::vector<NamedBone> bones;
    if (seam.found) {
        for (const int side : {-1, 1}) {
            std::vector<PartFacts> leg;
            for (const PartFacts& f : facts)
                if (seam.sideOf(f.centroid) == side)
                    leg.push_back(f);
            if (leg.empty())
                continue;
            const std::vector<NamedBone> named = nameLeg(parts, leg, side, o, out.unparted, job);
            bones.insert(bones.end(), named.begin(), named.end());
        }
    } else {
        bones = nameLeg(parts, facts, 0, o, out.unparted, job);
        int side = o.side;
        if (side == 0) {
            // The fibula lies on the outer side.
            const double outward = centroidOf(parts, bones, "fibula").x() - centroidOf(parts, bones, "tibia").x();
            if (std::isfinite(outward) && outward != 0)
                side = outward > 0 ? 1 : -1;
            else {
                out.sideAssumed = true;
                side = facts.front().centroid.x() > 0 ? 1 : -1;
            }
        }
        for (NamedBone& b : bones)
            b.side = side;
        for (UnpartedBones& u : out.unparted)
            u.side = side;
    }
    if (bones.size() > 200)
        throw Error(ErrorCode::Internal, "Too many bones were found.", "Raise the smallest volume.");
    if (bones.empty())
        throw Error(ErrorCode::BadInput, "There is bone, but no shaft of a leg that goes to the edge of the image.",
                    "Choose the joint that the image shows, or an image that shows the shaft too.");

    const Owners owners = ownersOf(parts, bones, o.parts, job.part(0.7, 0.85));
    std::vector<Mask> masks = transfer(ct, parts, owners, bones.size(), o.parts.threshold, job.part(0.85, 0.95));
    const double slice = ct.grid().spacing[sliceAxis(ct.grid())];
    for (std::size_t b = 0; b < bones.size(); ++b) {
        job.checkStop();
        const bool many = bones[b].anatomy == "bone" || bones[b].anatomy == "pelvis";
        LegBone bone;
        bone.anatomy = bones[b].anatomy;
        bone.side = bones[b].side;
        bone.mask = many ? masks[b] : largestComponent(masks[b], job);
        if (bone.mask.empty())
            continue;
        if (bones[b].anatomy != "bone") // those are many
            bone.loose = loosePieces(masks[b], o.pieceMl, job);
        const std::size_t other = rate(bone, owners, b, o.joint, slice, job);
        if (other != b && !many) // a piece of the other one, under a name that is not its own
            out.unparted.push_back({bones[other].anatomy, bone.anatomy, bone.side, bone.place});
        else
            out.bones.push_back(std::move(bone));
    }
    return out;
}

} // namespace pollux
