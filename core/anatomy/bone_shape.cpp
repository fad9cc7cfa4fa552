#include "core/anatomy/bone_shape.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/image/morphology.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr std::int64_t kLeastVoxels = 200;
constexpr size_t kMostFaces = 8'000'000;
constexpr size_t kMostSlabs = 20'000;

Vec3 axisOf(const Grid& g, int a)
{
    return g.direction.col(a);
}

} // namespace

BoneShape::BoneShape(const Mask& mask, std::string label, const Job& job) : m_label(std::move(label))
{
    if (mask.count() < kLeastVoxels)
        throw Error(ErrorCode::BadInput, filled("The mask of the %1 holds next to nothing.", {m_label}),
                    "Segment the bone first.");
    m_mask = largestComponent(mask, job);
    if (m_mask.count() < kLeastVoxels)
        throw Error(ErrorCode::BadInput, filled("The mask of the %1 is all in pieces.", {m_label}),
                    "Clean it up or segment the bone again.");
    m_share = double(m_mask.count()) / double(mask.count());
    const Grid& g = m_mask.grid();
    const IndexBox& box = m_mask.box();
    const BoxVoxels voxels = m_mask.boxVoxels();
    const std::int64_t stepOf[3] = {1, box.size(0), std::int64_t(box.size(0)) * box.size(1)};
    Vec3 sum = Vec3::Zero();
    for (int k = box.min[2]; k < box.max[2]; ++k) {
        job.checkStop();
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i) {
                const Index3 at{i, j, k};
                const std::int64_t n =
                    (i - box.min[0]) * stepOf[0] + (j - box.min[1]) * stepOf[1] + (k - box.min[2]) * stepOf[2];
                if (!voxels[size_t(n)])
                    continue;
                sum += Vec3(i, j, k);
                for (int a = 0; a < 3; ++a)
                    for (int s = -1; s <= 1; s += 2) {
                        const auto e = size_t(a);
                        const int next = at[e] + s;
                        if (next >= box.min[e] && next < box.max[e] && voxels[size_t(n + s * stepOf[a])])
                            continue;
                        if (m_faces.size() >= kMostFaces)
                            throw Error(ErrorCode::BadInput,
                                        filled("The mask of the %1 is too rough to be a bone's.", {m_label}),
                                        "Smooth it or segment the bone again.");
                        BoneFace f;
                        f.outward = s * axisOf(g, a);
                        f.step = g.spacing[a];
                        f.area = g.voxelVolume() / f.step;
                        f.point = g.toPatient(i, j, k) + 0.5 * f.step * f.outward;
                        f.atImageBorder = next < 0 || next >= g.size[e];
                        m_faces.push_back(f);
                    }
            }
    }
    m_centroid = g.toPatient(Vec3(sum / double(m_mask.count())));
}

double BoneShape::voxelAlong(const Vec3& direction) const
{
    const Grid& g = m_mask.grid();
    return (g.direction.transpose() * direction).cwiseAbs().dot(g.spacing);
}

std::pair<double, double> BoneShape::extent(const Vec3& direction) const
{
    double low = 1e300, high = -1e300;
    for (const BoneFace& f : m_faces) {
        const double t = f.point.dot(direction);
        low = std::min(low, t);
        high = std::max(high, t);
    }
    return {low, high};
}

std::vector<BoneSlab> BoneShape::slabs(const Vec3& direction, double thickness, const Job& job) const
{
    const Grid& g = m_mask.grid();
    const IndexBox& box = m_mask.box();
    const BoxVoxels voxels = m_mask.boxVoxels();
    const auto [low, high] = extent(direction);
    const double reach = voxelAlong(direction) / 2;
    const auto first = std::int64_t(std::floor((low - 2 * reach) / thickness));
    const auto count = size_t(std::floor((high + 2 * reach) / thickness)) + 1 - size_t(first);
    if (count > kMostSlabs)
        throw Error(ErrorCode::BadInput, filled("The %1 is longer than any bone.", {m_label}), "Look at its mask.");
    std::vector<BoneSlab> out(count);
    std::vector<double> weight(count);
    size_t n = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k) {
        job.checkStop();
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i, ++n) {
                if (!voxels[n])
                    continue;
                const Vec3 p = g.toPatient(i, j, k);
                const double t = p.dot(direction) / thickness - double(first), half = reach / thickness;
                const auto from = size_t(std::floor(t - half)), to = size_t(std::floor(t + half));
                for (size_t s = from; s <= to && s < count; ++s) {
                    const double part = std::min(t + half, double(s + 1)) - std::max(t - half, double(s));
                    if (part <= 0)
                        continue;
                    weight[s] += part / (2 * half);
                    out[s].centroid += part / (2 * half) * p;
                }
            }
    }
    std::vector<BoneSlab> kept;
    for (size_t s = 0; s < count; ++s) {
        if (weight[s] < 1e-9)
            continue;
        out[s].along = (double(first) + double(s) + 0.5) * thickness;
        out[s].area = weight[s] * g.voxelVolume() / thickness;
        out[s].centroid /= weight[s];
        kept.push_back(out[s]);
    }
    return kept;
}

BoneShape::Spread BoneShape::spread(const std::function<bool(const Vec3&)>& within, const Job& job) const
{
    const Grid& g = m_mask.grid();
    const IndexBox& box = m_mask.box();
    const BoxVoxels voxels = m_mask.boxVoxels();
    Spread out;
    Vec3 sum = Vec3::Zero();
    Mat3 square = Mat3::Zero();
    size_t n = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k) {
        job.checkStop();
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i, ++n) {
                if (!voxels[n])
                    continue;
                const Vec3 p = g.toPatient(i, j, k);
                if (!within(p))
                    continue;
                const Vec3 d = p - m_centroid;
                ++out.count;
                sum += d;
                square += d * d.transpose();
            }
    }
    if (out.count > 0) {
        const Vec3 mean = sum / double(out.count);
        out.mean = m_centroid + mean;
        out.covariance = square / double(out.count) - mean * mean.transpose();
    }
    return out;
}

Vec3 BoneShape::smoothNormal(const Vec3& p, double radius) const
{
    const Grid& g = m_mask.grid();
    const Vec3 at = g.toIndex(p);
    Index3 low, high;
    for (size_t a = 0; a < 3; ++a) {
        const auto e = Eigen::Index(a);
        low[a] = int(std::ceil(at[e] - radius / g.spacing[e]));
        high[a] = int(std::floor(at[e] + radius / g.spacing[e]));
    }
    Vec3 inside = Vec3::Zero(), all = Vec3::Zero();
    int in = 0, total = 0;
    for (int k = low[2]; k <= high[2]; ++k)
        for (int j = low[1]; j <= high[1]; ++j)
            for (int i = low[0]; i <= high[0]; ++i) {
                const Vec3 d = g.spacing.cwiseProduct(Vec3(i, j, k) - at);
                if (d.squaredNorm() > radius * radius)
                    continue;
                ++total;
                all += d;
                if (m_mask.at(i, j, k)) {
                    ++in;
                    inside += d;
                }
            }
    if (in == 0 || in == total)
        return Vec3::Zero();
    // The ball's own lattice need not be even about p: what all of it weighs is taken off.
    const Vec3 n = all / double(total) - inside / double(in);
    return n.norm() > 1e-9 ? Vec3(g.direction * n.normalized()) : Vec3::Zero();
}

BoneShape::Tip BoneShape::tip(const Vec3& direction, const std::function<bool(const Vec3&)>& within) const
{
    Tip out;
    double most = -1e300;
    for (const BoneFace& f : m_faces)
        if (f.point.dot(direction) > most && within(f.point))
            most = f.point.dot(direction);
    if (most < -1e299)
        return out;
    const double near = 0.3 + 0.5 * voxelAlong(direction);
    Vec3 sum = Vec3::Zero();
    double weight = 0;
    for (const BoneFace& f : m_faces) {
        if (f.point.dot(direction) < most - near || !within(f.point))
            continue;
        // Faces across the direction count: those of the sides would draw it to where there are many.
        const double w = f.area * std::max(0.05, f.outward.dot(direction));
        sum += w * f.point;
        weight += w;
        out.cut = out.cut || (f.atImageBorder && f.outward.dot(direction) > 0.5);
    }
    out.found = true;
    out.point = sum / weight;
    out.point += (most - out.point.dot(direction)) * direction;
    return out;
}

std::vector<FacingSample> facing(const BoneShape& a, const BoneShape& b, const Vec3& towards, double reach,
                                 const Job& job)
{
    std::vector<FacingSample> out;
    const double radius = std::max(3.0, 1.2 * a.grid().spacing.maxCoeff());
    const double stride = 0.5 * std::min(a.grid().spacing.minCoeff(), b.grid().spacing.minCoeff());
    const int steps = int(std::ceil(reach / std::max(stride, 0.05)));
    const auto rangeB = b.extent(towards);
    size_t n = 0;
    for (const BoneFace& f : a.faces()) {
        if (++n % 4096 == 0)
            job.checkStop();
        // A face that looks away cannot belong to a surface within 60 degrees, but for those of the steps of slices.
        if (f.outward.dot(towards) < -0.5)
            continue;
        const double t = f.point.dot(towards);
        if (t + reach < rangeB.first - 1 || t > rangeB.second + 1)
            continue;
        const Vec3 from = f.point + 0.51 * f.step * f.outward;
        FacingSample s;
        bool hit = false;
        for (int k = 0; k <= steps && !hit; ++k) {
            const Vec3 p = from + double(k) * reach / double(steps) * towards;
            if (b.contains(p)) {
                hit = true;
                s.gap = double(k) * reach / double(steps);
            } else if (a.contains(p))
                break;
        }
        if (!hit)
            continue;
        s.normal = a.smoothNormal(f.point, radius);
        if (s.normal.dot(towards) < 0.5)
            continue;
        s.face = f;
        out.push_back(s);
    }
    return out;
}

} // namespace pollux
