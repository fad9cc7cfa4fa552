#include "plugins/liver/segment_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace pollux::liver {

namespace {

/// Segment and voxels in millimetres along the grid's own axes, from the centre of voxel (0,0,0).
struct Local
{
    Vec3 a;
    Vec3 d;
    double length2;
    Vec3 half;

    double centre2(const Vec3& c) const
    {
        const double t = length2 > 0 ? std::clamp((c - a).dot(d) / length2, 0.0, 1.0) : 0.0;
        return (a + d * t - c).squaredNorm();
    }
    double box2(const Vec3& c, double t) const { return ((a + d * t - c).cwiseAbs() - half).cwiseMax(0).squaredNorm(); }
    /// Least squared distance to the box around `c`, and where.
    double search(const Vec3& c, double& where) const
    {
        constexpr double kGolden = 0.6180339887498949;
        // 44 steps: 0.618^44 of 200 mm is 1e-7 mm.
        double low = 0, high = 1, x = 1 - kGolden, y = kGolden, fx = box2(c, x), fy = box2(c, y);
        for (int n = 0; n < 44; ++n) {
            if (fx <= fy) {
                high = y;
                y = x;
                fy = fx;
                x = high - kGolden * (high - low);
                fx = box2(c, x);
            } else {
                low = x;
                x = y;
                fx = fy;
                y = low + kGolden * (high - low);
                fy = box2(c, y);
            }
        }
        where = fx <= fy ? x : y;
        double best = std::min(fx, fy);
        for (const double end : {0.0, 1.0}) // the search never quite reaches the ends
            if (const double f = box2(c, end); f < best) {
                best = f;
                where = end;
            }
        return best;
    }
};

/// Voxels of the mask's box within `reach` mm of the segment's bounding box.
IndexBox nearBox(const Mask& mask, const Local& s, double reach)
{
    IndexBox box = mask.box();
    const Vec3 low = s.a.cwiseMin(s.a + s.d), high = s.a.cwiseMax(s.a + s.d);
    for (size_t n = 0; n < 3; ++n) {
        const auto axis = static_cast<Eigen::Index>(n);
        const double h = mask.grid().spacing[axis];
        box.min[n] = std::max(box.min[n], static_cast<int>(std::floor(std::clamp((low[axis] - reach) / h, -1e9, 1e9))));
        box.max[n] =
            std::min(box.max[n], static_cast<int>(std::ceil(std::clamp((high[axis] + reach) / h, -1e9, 1e9))) + 1);
    }
    return box;
}

/// The rows of a part of a mask: read where they lie, or copied from the bricks of an edited one.
class Rows
{
public:
    Rows(const Mask& mask, const IndexBox& part)
        : m_box(mask.inBricks() ? part : mask.box()),
          m_copy(mask.inBricks() ? mask.in(part) : std::vector<std::uint8_t>()),
          m_held(mask.inBricks() ? BoxVoxels() : mask.boxVoxels()),
          m_voxels(mask.inBricks() ? m_copy.data() : m_held.data())
    {
    }
    const std::uint8_t* from(int i, int j, int k) const
    {
        return m_voxels + (std::int64_t(k - m_box.min[2]) * m_box.size(1) + j - m_box.min[1]) * m_box.size(0) + i -
               m_box.min[0];
    }

private:
    IndexBox m_box;
    std::vector<std::uint8_t> m_copy;
    BoxVoxels m_held;
    const std::uint8_t* m_voxels;
};

/// Narrows [from, to] to where one coordinate of the segment is within `reach` of `value`; false if it never is.
bool near(const Local& s, Eigen::Index axis, double value, double reach, double& from, double& to)
{
    if (s.d[axis] == 0)
        return std::abs(s.a[axis] - value) <= reach;
    const double p = (value - reach - s.a[axis]) / s.d[axis], q = (value + reach - s.a[axis]) / s.d[axis];
    from = std::max(from, std::min(p, q));
    to = std::min(to, std::max(p, q));
    return from <= to;
}

/// Calls visit(centre) for every voxel of the mask whose centre lies within `reach` of the segment, and for some more.
template <class Visit>
void forEachNear(const Mask& mask, const Local& s, double reach, Visit visit)
{
    const IndexBox box = nearBox(mask, s, reach);
    if (box.empty())
        return;
    const Rows rows(mask, box);
    const Vec3 h = mask.grid().spacing;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j) {
            // Only the piece of the segment that passes this row matters for it.
            double from = 0, to = 1;
            if (!near(s, 1, j * h[1], reach, from, to) || !near(s, 2, k * h[2], reach, from, to))
                continue;
            const double x = s.a[0] + s.d[0] * from, y = s.a[0] + s.d[0] * to;
            const double low = (std::min(x, y) - reach) / h[0], high = (std::max(x, y) + reach) / h[0];
            const int first = std::max(box.min[0], static_cast<int>(std::floor(std::clamp(low, -1e9, 1e9))));
            const int end = std::min(box.max[0], static_cast<int>(std::ceil(std::clamp(high, -1e9, 1e9))) + 1);
            if (first >= end)
                continue;
            const std::uint8_t* row = rows.from(first, j, k);
            for (int i = first; i < end; ++i)
                if (*row++)
                    visit(Vec3(i * h[0], j * h[1], k * h[2]));
        }
}

} // namespace

std::optional<NearestPoint> segmentToMask(const Mask& mask, const Vec3& from, const Vec3& to, double within)
{
    if (mask.empty() || !from.allFinite() || !to.allFinite())
        return std::nullopt;
    const Grid& g = mask.grid();
    Local s;
    s.a = g.direction.transpose() * (from - g.origin);
    s.d = g.direction.transpose() * (to - from);
    s.length2 = s.d.squaredNorm();
    s.half = g.spacing / 2;
    const double diagonal = s.half.norm();

    // Most obstacles of interest are near: look close first, widen only where nothing is found. A box within `within`
    // has its centre at most its half diagonal farther.
    double looked = 0;
    for (double reach : {10.0, 25.0, 80.0, std::numeric_limits<double>::infinity()}) {
        if (looked > within + diagonal)
            break;
        looked = reach = std::min(reach, std::max(10.0, (within + diagonal) * (1 + 1e-9)));
        double centre = std::numeric_limits<double>::infinity();
        forEachNear(mask, s, reach, [&](const Vec3& c) { centre = std::min(centre, s.centre2(c)); });
        if (!(std::sqrt(centre) <= reach))
            continue;
        NearestPoint out;
        double best = std::numeric_limits<double>::infinity(), where = 0;
        Vec3 at = Vec3::Zero();
        const double cut = (std::sqrt(centre) + diagonal) * (std::sqrt(centre) + diagonal);
        forEachNear(mask, s, std::sqrt(cut), [&](const Vec3& c) {
            const double d2 = s.centre2(c);
            if (d2 > cut || std::sqrt(d2) - diagonal > std::sqrt(best))
                return;
            double t = 0;
            if (const double f = s.search(c, t); f < best) {
                best = f;
                where = t;
                at = c;
            }
        });
        const Vec3 onPath = s.a + s.d * where;
        const Vec3 onBox = onPath.cwiseMax(at - s.half).cwiseMin(at + s.half);
        out.distance = best < 1e-12 ? 0 : std::sqrt(best);
        if (out.distance > within)
            return std::nullopt;
        out.onPath = g.origin + g.direction * onPath;
        out.onMask = g.origin + g.direction * onBox;
        return out;
    }
    return std::nullopt;
}

Vec3 borderNormal(const Mask& mask, const Vec3& point, double sigma)
{
    if (mask.empty() || !point.allFinite())
        return Vec3::Zero();
    const Grid& g = mask.grid();
    const Vec3 centre = g.toIndex(point);
    // The Gaussian is a product of three along the grid's axes: three short tables instead of an exponential a voxel.
    std::array<std::vector<double>, 3> offset, weight;
    Index3 low{};
    for (size_t n = 0; n < 3; ++n) {
        const auto axis = static_cast<Eigen::Index>(n);
        const double h = g.spacing[axis], r = 3 * sigma / h;
        low[n] = std::max(mask.box().min[n], static_cast<int>(std::ceil(std::clamp(centre[axis] - r, -1e9, 1e9))));
        const int high =
            std::min(mask.box().max[n] - 1, static_cast<int>(std::floor(std::clamp(centre[axis] + r, -1e9, 1e9))));
        for (int i = low[n]; i <= high; ++i) {
            const double d = (i - centre[axis]) * h;
            offset[n].push_back(d);
            weight[n].push_back(std::exp(-0.5 * d * d / (sigma * sigma)));
        }
    }
    IndexBox near{low, low};
    for (size_t n = 0; n < 3; ++n)
        near.max[n] += static_cast<int>(weight[n].size());
    const Rows rows(mask, near);
    Vec3 gradient = Vec3::Zero();
    for (size_t k = 0; k < weight[2].size(); ++k)
        for (size_t j = 0; j < weight[1].size(); ++j) {
            const std::uint8_t* row = rows.from(low[0], low[1] + int(j), low[2] + int(k));
            double sum = 0, moment = 0;
            for (size_t i = 0; i < weight[0].size(); ++i) {
                const double w = row[i] ? weight[0][i] : 0.0;
                sum += w;
                moment += w * offset[0][i];
            }
            const double w = weight[1][j] * weight[2][k];
            gradient += w * Vec3(moment, sum * offset[1][j], sum * offset[2][k]);
        }
    // The sum points to where the mask is; outwards is the other way.
    const double length = gradient.norm();
    const double whole = sigma * sigma * sigma / g.voxelVolume();
    return length < 1e-3 * whole * sigma ? Vec3(Vec3::Zero()) : Vec3(g.direction * (-gradient / length));
}

} // namespace pollux::liver
