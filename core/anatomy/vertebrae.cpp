#include "core/anatomy/vertebrae.h"

#include "core/anatomy/abdomen.h"
#include "core/anatomy/quality.h"
#include "core/anatomy/work_grid.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "core/image/filters.h"
#include "core/image/label_masks.h"
#include "core/image/morphology.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

using namespace anatomy;

namespace {

constexpr double kSpacing = 1;                                    // mm of the work grid
constexpr std::int64_t kMostWork = 30000000;                      // its most voxels; it gets coarser beyond
constexpr double kBeside = 60, kFrontReach = 75, kBackReach = 80; // mm about the spine that are looked at
constexpr double kHard = 2;          // mm behind the canal's middle up to which the planes part
constexpr double kStandsOff = 2.5;   // mm beside a body from which bone is rib
constexpr double kRibFront = 8;      // mm before the canal's middle in front of which it is so
constexpr double kRibSide = 48;      // mm beside it from which bone is rib anyway
constexpr double kFarthestWay = 130; // of a voxel from its body, as the way counts
constexpr double kShortEnd = 9;      // mm of column at an end that are no vertebra to speak of
constexpr double kLongEnd = 46;      // mm at an end that are more than one (from memory, unverified)
constexpr double kThinSlice = 1.25;  // mm; planning of implants asks for no thicker ones (unverified)
constexpr double kBreak = 2.5;       // mm, radius by which breaks of a body's cortex are closed
constexpr int kRib = 255;

Mask boneOf(const Volume& ct, const Job& job)
{
    Mask body;
    try {
        body = findBody(ct, job.part(0, 0.3)).mask;
    } catch (const Error& e) {
        if (e.code() == ErrorCode::Cancelled)
            throw;
        // A crop without air about the body: all of it.
        body = Mask(ct.grid(), std::vector<std::uint8_t>(std::size_t(ct.voxels()), 1));
    }
    return findBones(ct, body, job.part(0.3, 1)).mask;
}

/// Which vertebra each voxel of the work grid belongs to: 1 from above, kRib for ribs, 0 for none.
class Parting
{
public:
    Parting(const Mask& bone, const Volume& values, const Column& column, const std::vector<DiscPlane>& discs,
            const Job& job)
        : m_grid(bone.grid()), m_bone(bone.full()), m_column(column), m_discs(discs), m_label(m_bone.size(), 0),
          m_way(m_bone.size(), std::numeric_limits<float>::max())
    {
        const Volume d = signedDistance(bone, m_grid.box(), job);
        const auto depth = d.as<float>();
        m_cost.resize(m_bone.size());
        for (std::size_t n = 0; n < m_bone.size(); ++n) {
            if (!m_bone[n])
                continue;
            m_cost[n] = 1 + 5 * std::exp(std::min(0.0F, depth[n]));
            if (!values.empty())
                m_cost[n] += 4 * std::clamp((250 - values.as<float>()[n]) / 250, 0.0F, 1.0F);
        }
        seed(job);
        spread(job);
    }

    std::uint8_t at(std::size_t n) const { return m_label[n]; }

private:
    /// 1 above the highest disc, and so on down.
    int level(const Vec3& p) const
    {
        int n = 1;
        for (const DiscPlane& d : m_discs)
            n += (p - d.point).dot(d.up) < 0 ? 1 : 0;
        return n;
    }

    void seed(const Job& job)
    {
        std::size_t n = 0;
        for (int k = 0; k < m_grid.size[2]; ++k) {
            job.checkStop();
            const Vec3 &canal = m_column.canal[std::size_t(k)], &body = m_column.body[std::size_t(k)];
            for (int j = 0; j < m_grid.size[1]; ++j)
                for (int i = 0; i < m_grid.size[0]; ++i, ++n) {
                    if (!m_bone[n])
                        continue;
                    const Vec3 p = m_grid.toPatient(i, j, k);
                    const double back = p.y() - canal.y();
                    const bool beside = std::fabs(p.x() - body.x()) > m_column.halfWidth + kStandsOff;
                    const bool ahead = p.y() < body.y() - 0.5 * m_column.depth - 8; // calcium, no body
                    if (std::fabs(p.x() - canal.x()) > kRibSide || (back < -kRibFront && beside) || ahead)
                        m_label[n] = kRib;
                    else if (back < kHard && !beside)
                        m_label[n] = std::uint8_t(level(p));
                    if (m_label[n] != 0)
                        m_way[n] = 0;
                }
        }
    }

    void spread(const Job& job)
    {
        using Entry = std::pair<float, std::int64_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        for (std::size_t n = 0; n < m_label.size(); ++n)
            if (m_label[n] != 0)
                queue.emplace(0.0F, std::int64_t(n));
        const std::int64_t row = m_grid.size[0], plane = row * m_grid.size[1];
        std::int64_t count = 0;
        while (!queue.empty()) {
            const auto [way, at] = queue.top();
            queue.pop();
            if (++count % 16384 == 0)
                job.checkStop();
            if (way > m_way[std::size_t(at)] || way > float(kFarthestWay))
                continue;
            const int i = int(at % row), j = int(at / row % m_grid.size[1]), k = int(at / plane);
            for (int dk = -1; dk <= 1; ++dk)
                for (int dj = -1; dj <= 1; ++dj)
                    for (int di = -1; di <= 1; ++di) {
                        if ((di == 0 && dj == 0 && dk == 0) || !m_grid.contains(i + di, j + dj, k + dk))
                            continue;
                        const auto n = std::size_t(m_grid.offset(i + di, j + dj, k + dk));
                        if (!m_bone[n])
                            continue;
                        const float step = float(m_grid.spacing[0]) * std::sqrt(float(di * di + dj * dj + dk * dk));
                        const float w = way + 0.5F * step * (m_cost[n] + m_cost[std::size_t(at)]);
                        if (w >= m_way[n])
                            continue;
                        m_way[n] = w;
                        m_label[n] = m_label[std::size_t(at)];
                        queue.emplace(w, std::int64_t(n));
                    }
        }
    }

    Grid m_grid;
    std::vector<std::uint8_t> m_bone;
    const Column& m_column;
    const std::vector<DiscPlane>& m_discs;
    std::vector<std::uint8_t> m_label;
    std::vector<float> m_way, m_cost;
};

/// The labels on the mask's own grid, where it is bone.
std::vector<Mask> transfer(const Mask& bones, const Grid& work, const Parting& parting, int count, const Job& job)
{
    const Grid& full = bones.grid();
    const IndexBox& box = bones.box();
    std::vector<std::uint8_t> bits = bones.in(box);
    const std::int64_t plane = std::int64_t(box.size(0)) * box.size(1);
    parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t s = first; s < last; ++s) {
            job.checkStop();
            const int k = box.min[2] + int(s);
            std::int64_t n = s * plane;
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i, ++n) {
                    std::uint8_t& bit = bits[std::size_t(n)];
                    if (!bit)
                        continue;
                    bit = 0;
                    const Index3 p = work.nearest(full.toPatient(i, j, k));
                    // The averaged bone may lack a voxel of a thin cortex: a neighbour then says whose it is.
                    for (const Index3& d : {Index3{0, 0, 0}, Index3{0, 0, 1}, Index3{0, 0, -1}, Index3{0, 1, 0},
                                            Index3{0, -1, 0}, Index3{1, 0, 0}, Index3{-1, 0, 0}}) {
                        if (!work.contains(p[0] + d[0], p[1] + d[1], p[2] + d[2]))
                            continue;
                        const std::uint8_t label =
                            parting.at(std::size_t(work.offset(p[0] + d[0], p[1] + d[1], p[2] + d[2])));
                        if (label == 0)
                            continue;
                        bit = label;
                        break;
                    }
                }
        }
    });
    return masksOf<std::uint8_t>(full, box, bits, std::size_t(count), job);
}

/// The bone about a spine on a fine grid, and its column.
struct Region
{
    Mask bone;
    Column column;
};

std::optional<Region> regionOf(const Mask& bones, const Spine& coarse, const Job& job)
{
    Grid work;
    double h = kSpacing;
    for (;; h *= 1.15) {
        work = workGrid(bones.grid(), h);
        Vec3 low = Vec3::Constant(1e300), high = Vec3::Constant(-1e300);
        for (const Vec3& p : coarse.line) {
            low = low.cwiseMin(p - Vec3(kBeside, kFrontReach, 0));
            high = high.cwiseMax(p + Vec3(kBeside, kBackReach, 0));
        }
        const Index3 a = work.nearest(low), b = work.nearest(high);
        const IndexBox about = common({{a[0], a[1], 0}, {b[0] + 1, b[1] + 1, work.size[2]}}, work.box());
        work = work.cropped(about);
        if (about.voxels() <= kMostWork)
            break;
    }
    Region out;
    out.bone = resample(bones, work, job.part(0, 0.4));
    if (out.bone.empty())
        return std::nullopt;
    Spine spine;
    spine.found = true;
    for (int k = 0; k < work.size[2]; ++k) {
        const double z = work.origin.z() + k * h;
        spine.line.push_back(coarse.near(z));
        spine.line.back().z() = z;
    }
    std::optional<Column> column = followColumn(out.bone, spine, job.part(0.4, 1));
    if (!column)
        return std::nullopt;
    out.column = std::move(*column);
    return out;
}

/// What its shell encloses, small breaks closed; the canal of one vertebra is open above and below.
Mask withMarrow(const Mask& shell, const Job& job)
{
    const Mask closed = close(shell, kBreak, job);
    const Mask holes = subtract(fillHoles(closed, job), closed);
    if (holes.empty())
        return fillHoles(shell, job);
    return fillHoles(unite(unite(shell, holes), intersect(dilate(holes, kBreak + 1, job), closed)), job);
}

void rate(FoundVertebra& v, double slice)
{
    Quality q;
    if (v.above > 0)
        q.add("gap above " + toText(v.above, 2) + " deep in the profile of bone", 2 * v.above);
    if (v.below > 0)
        q.add("gap below " + toText(v.below, 2) + " deep", 2 * v.below);
    q.add("slices of " + toText(slice, 2) + " mm", kThinSlice / std::max(kThinSlice, slice));
    if (v.cut)
        q.add("cut by the edge of the image, or not parted at one end", 0.4);
    else
        q.addVolume(v.mask.volumeMl(), 12, 110, "from memory, unverified");
    v.quality = q.value();
    v.qualityText = q.text();
}

} // namespace

Vertebrae findVertebrae(const Volume* ct, const Mask* given, const VertebraeOptions& o, const Job& job)
{
    if ((!ct || ct->empty()) && !given)
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose a CT that has been loaded, or a mask of bone.");
    if (ct && ct->empty())
        ct = nullptr;
    if (ct && ct->voxels() > std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorCode::BadInput, "The image is too large to look for vertebrae.",
                    "Crop it to the spine first.");
    if (ct && given && !given->empty() && !sameGeometry(ct->grid(), given->grid()))
        throw Error(ErrorCode::BadInput, "The mask of bone lies on another voxel grid than the CT.",
                    "Give the mask that was made on this CT.");
    if (given && given->empty())
        throw Error(ErrorCode::BadInput, "The mask of bone has no voxels.",
                    "Segment it first, or leave it out: bone is then looked for in the CT.");
    const Grid& image = given ? given->grid() : ct->grid();
    checkGrid(image);
    if (const double height = image.bounds().extent().z(); height < 2 * kShortEnd)
        throw Error(ErrorCode::BadInput,
                    filled("The image shows %1 mm of the body's length: that is too little to tell vertebrae apart.",
                           {toText(height, 0)}),
                    "Choose an image that shows more of the spine.");
    const Mask bones = given ? *given : boneOf(*ct, job.part(0, 0.5));
    if (bones.empty())
        throw Error(ErrorCode::BadInput, "No bone was found.", "Choose a CT in Hounsfield units that shows the spine.");

    // Where the column is, coarsely; then only what lies about it. A heart full of contrast is as dense as the column,
    // so the back half of the image is looked at for itself, too: the column has the better canal.
    const Grid coarse = workGrid(bones.grid(), 3);
    const Mask seen = resample(bones, coarse, job.part(0.5, 0.52));
    std::optional<Region> best;
    for (const bool back : {false, true}) {
        if (seen.empty())
            break;
        IndexBox all = ct ? coarse.box() : seen.box();
        if (back)
            all.min[1] = (all.min[1] + all.max[1]) / 2;
        const Mask about(coarse, all, std::vector<std::uint8_t>(std::size_t(all.voxels()), 1));
        const Spine spine = findSpine(intersect(seen, about), about);
        if (!spine.found)
            continue;
        std::optional<Region> r = regionOf(bones, spine, back ? job.part(0.6, 0.7) : job.part(0.52, 0.6));
        if (r && (!best || r->column.seen > best->column.seen + 0.02))
            best = std::move(r);
    }
    if (!best)
        throw Error(ErrorCode::BadInput, "No vertebral column is found in the bone.",
                    "Choose an image that shows the spine; the patient's head must be up in it.");
    const Grid& work = best->bone.grid();
    const Mask& bone = best->bone;
    const Column& line = best->column;
    const double h = work.spacing[0];
    const Volume values = ct ? workVolume(*ct, work, job.part(0.7, 0.72)) : Volume();
    std::vector<DiscPlane> discs = findDiscs(bone, values, line, o.leastGap, job.part(0.7, 0.75));
    if (discs.empty())
        throw Error(ErrorCode::BadInput, "No gap between two vertebrae is found along the column.",
                    "Use thinner slices, or part the vertebrae by hand.");
    if (discs.size() > 60)
        throw Error(ErrorCode::Internal, "Too many gaps were found along the column.", "Give the mask of bone.");

    // How far bone goes on beyond the first and the last gap.
    const auto lengthBeyond = [&](const DiscPlane& d, int step) {
        double length = 0, without = 0;
        for (int k = work.nearest(d.point)[2] + step; k >= 0 && k < work.size[2]; k += step) {
            const Vec3& m = line.body[std::size_t(k)];
            int in = 0;
            for (int a = -1; a <= 1; ++a)
                for (int b = -1; b <= 1; ++b) {
                    const Index3 p = work.nearest(m + Vec3(6 * a, 6 * b, 0));
                    in += bone.at(p[0], p[1], p[2]) ? 1 : 0;
                }
            without = in >= 4 ? 0 : without + h;
            length += h;
            if (without > 12)
                break;
        }
        return length - without;
    };
    const double up = lengthBeyond(discs.front(), 1), down = lengthBeyond(discs.back(), -1);
    const int count = int(discs.size()) + 1;
    const Parting parting(bone, values, line, discs, job.part(0.75, 0.9));
    std::vector<Mask> masks = transfer(bones, work, parting, count, job.part(0.9, 0.97));
    Vertebrae out;
    if (ct)
        out.metal = brighterThan(*ct, o.metal, ct->grid().box(), job);
    const double slice = bones.grid().spacing[sliceAxis(bones.grid())];
    for (int n = 0; n < count; ++n) {
        job.checkStop();
        const bool first = n == 0, last = n + 1 == count;
        const double end = first ? up : down;
        if ((first || last) && end < kShortEnd)
            continue;
        if ((first || last) && end > kLongEnd) {
            (last ? out.unparted : out.unpartedAbove) = end;
            (last ? out.unpartedPlace : out.unpartedAbovePlace) =
                last ? Vec3(discs.back().point - 20 * discs.back().up)
                     : Vec3(discs.front().point + 20 * discs.front().up);
            continue;
        }
        FoundVertebra v;
        v.mask = masks[std::size_t(n)].empty() ? masks[std::size_t(n)] : largestComponent(masks[std::size_t(n)], job);
        if (v.mask.empty() || v.mask.volumeMl() < o.leastMl)
            continue;
        v.loose = loosePieces(masks[std::size_t(n)], o.pieceMl, job);
        v.mask = withMarrow(v.mask, job);
        v.above = first ? 0 : discs[std::size_t(n - 1)].depth;
        v.below = last ? 0 : discs[std::size_t(n)].depth;
        const Vec3 upper = first ? Vec3(discs.front().point + end * discs.front().up) : discs[std::size_t(n - 1)].point;
        const Vec3 lower = last ? Vec3(discs.back().point - end * discs.back().up) : discs[std::size_t(n)].point;
        v.centre = 0.5 * (upper + lower);
        v.cut = first || last;
        rate(v, slice);
        out.bones.push_back(std::move(v));
    }
    if (out.bones.empty())
        throw Error(ErrorCode::BadInput, "No whole vertebra is found along the column.",
                    "Choose an image that shows more of the spine.");
    return out;
}

} // namespace pollux
