#include "core/mesh/tube_path.h"

#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/euclidean.h"

#include <Eigen/Geometry>
#include <queue>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

TubeGraph::TubeGraph(const Mask& part, const Job& job) : m_mask(part)
{
    const IndexBox box = part.box(), wide = grown(box, 1);
    if (wide.voxels() > std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorCode::BadInput, "The structure is too large for centrelines.",
                    "Resample it to larger voxels.");
    m_grid = part.grid().cropped(wide);
    m_ni = wide.size(0);
    m_nj = wide.size(1);
    m_nk = wide.size(2);
    m_id.assign(static_cast<size_t>(wide.voxels()), -1);
    const std::vector<float> depth = euclideanDistance(part, Sites::Outside, box, DistanceKind::Centre, 1e9, job);
    const auto voxels = part.boxVoxels();
    m_offset.reserve(static_cast<size_t>(part.count()));
    m_depth.reserve(static_cast<size_t>(part.count()));
    size_t from = 0;
    for (int k = 0; k < box.size(2); ++k)
        for (int j = 0; j < box.size(1); ++j)
            for (int i = 0; i < box.size(0); ++i, ++from) {
                if (!voxels[from])
                    continue;
                const std::int64_t to = (std::int64_t(k + 1) * m_nj + j + 1) * m_ni + i + 1;
                m_id[static_cast<size_t>(to)] = static_cast<std::int32_t>(m_offset.size());
                m_offset.push_back(static_cast<std::int32_t>(to));
                m_depth.push_back(depth[from]);
            }
}

Vec3 TubeGraph::position(int voxel) const
{
    const std::int32_t o = m_offset[static_cast<size_t>(voxel)];
    return m_grid.toPatient(o % m_ni, o / m_ni % m_nj, o / (m_ni * m_nj));
}

int TubeGraph::nearest(const Vec3& p) const
{
    int best = 0;
    double least = 1e300;
    for (int v = 0; v < size(); ++v) {
        const double d2 = (position(v) - p).squaredNorm();
        if (d2 < least) {
            least = d2;
            best = v;
        }
    }
    return best;
}

int TubeGraph::deepest() const
{
    return static_cast<int>(std::max_element(m_depth.begin(), m_depth.end()) - m_depth.begin());
}

double TubeGraph::depthAt(const Vec3& p) const
{
    const Index3 c = m_grid.nearest(p);
    const int v = m_grid.contains(c[0], c[1], c[2]) ? at(c[0], c[1], c[2]) : -1;
    return v < 0 ? 0 : depth(v);
}

TubeGraph::Distances TubeGraph::from(int start, bool middle, const Job& job) const
{
    struct Step
    {
        std::int32_t offset;
        double length;
    };
    std::vector<Step> steps;
    for (int k = -1; k <= 1; ++k)
        for (int j = -1; j <= 1; ++j)
            for (int i = -1; i <= 1; ++i)
                if (i || j || k)
                    steps.push_back({(k * m_nj + j) * m_ni + i, Vec3(i, j, k).cwiseProduct(m_grid.spacing).norm()});

    std::vector<double> weight(m_offset.size(), 1.0);
    if (middle)
        for (size_t v = 0; v < weight.size(); ++v)
            weight[v] = 1.0 / (double(m_depth[v]) * m_depth[v] * m_depth[v]);
    Distances out;
    out.cost.assign(m_offset.size(), std::numeric_limits<double>::infinity());
    out.parent.assign(m_offset.size(), -1);
    // Of equal costs the lower voxel number comes first: the same path on every run.
    using Entry = std::pair<double, std::int32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    out.cost[static_cast<size_t>(start)] = 0;
    queue.emplace(0.0, start);
    std::int64_t count = 0;
    while (!queue.empty()) {
        if (++count % 16384 == 0)
            job.checkStop();
        const auto [cost, v] = queue.top();
        queue.pop();
        if (cost > out.cost[static_cast<size_t>(v)])
            continue;
        for (const Step& step : steps) {
            const std::int32_t n = m_id[static_cast<size_t>(m_offset[static_cast<size_t>(v)] + step.offset)];
            if (n < 0)
                continue;
            const auto s = static_cast<size_t>(n);
            const double next = cost + step.length * 0.5 * (weight[static_cast<size_t>(v)] + weight[s]);
            if (next < out.cost[s]) {
                out.cost[s] = next;
                out.parent[s] = v;
                queue.emplace(next, n);
            }
        }
    }
    return out;
}

double TubeGraph::radius(const Vec3& p) const
{
    const Vec3 x = m_grid.toIndex(p);
    Index3 c = m_grid.nearest(p);
    for (int a = 0; a < 3; ++a)
        c[a] = std::clamp(c[a], 0, m_grid.size[a] - 1);
    const int centre = at(c[0], c[1], c[2]);
    const double reach = (centre >= 0 ? depth(centre) : 0.0) + m_grid.spacing.norm();
    // In a wide tube the map is exact enough, and a search would take long.
    if (reach > 15 * m_grid.spacing.minCoeff())
        return std::max(0.0, reach - m_grid.spacing.norm() - 0.1 * voxelSize());
    double first = reach * reach;
    std::vector<double> inside;
    int lo[3], hi[3];
    for (int a = 0; a < 3; ++a) {
        lo[a] = static_cast<int>(std::ceil(x[a] - reach / m_grid.spacing[a]));
        hi[a] = static_cast<int>(std::floor(x[a] + reach / m_grid.spacing[a]));
    }
    for (int k = lo[2]; k <= hi[2]; ++k)
        for (int j = lo[1]; j <= hi[1]; ++j)
            for (int i = lo[0]; i <= hi[0]; ++i) {
                const double d2 = (Vec3(i, j, k) - x).cwiseProduct(m_grid.spacing).squaredNorm();
                if (d2 > reach * reach)
                    continue;
                if (m_grid.contains(i, j, k) && at(i, j, k) >= 0)
                    inside.push_back(d2);
                else
                    first = std::min(first, d2);
            }
    double last = 0;
    for (const double d2 : inside)
        if (d2 < first)
            last = std::max(last, d2);
    return 0.5 * (std::sqrt(first) + std::sqrt(last));
}

std::vector<Vec3> TubeGraph::centred(std::vector<Vec3> line, bool keepFirst, bool keepLast, const Job& job) const
{
    const int n = static_cast<int>(line.size());
    if (n < 3)
        return line;
    for (int pass = 0; pass < 4; ++pass) {
        job.checkStop();
        std::vector<Vec3> next = line;
        for (int i = keepFirst ? 1 : 0; i < (keepLast ? n - 1 : n); ++i) {
            const int a = std::max(i - 1, 0), b = std::min(i + 1, n - 1);
            if (a != i && b != i)
                next[static_cast<size_t>(i)] = 0.25 * line[static_cast<size_t>(a)] +
                                               0.5 * line[static_cast<size_t>(i)] + 0.25 * line[static_cast<size_t>(b)];
        }
        line = next;
        for (int i = keepFirst ? 1 : 0; i < (keepLast ? n - 1 : n); ++i) {
            Vec3& p = next[static_cast<size_t>(i)];
            const Vec3 along =
                line[static_cast<size_t>(std::min(i + 2, n - 1))] - line[static_cast<size_t>(std::max(i - 2, 0))];
            if (along.norm() <= 0)
                continue;
            const Vec3 tangent = along.normalized();
            // Centre of mass of the nearby voxels, the deep ones counting most; only the part across the line.
            const double wide = std::clamp(0.6 * depthAt(p), 1.5 * voxelSize(), 6 * voxelSize());
            Vec3 sum = Vec3::Zero();
            double weight = 0;
            near(p, wide, [&](int v) {
                const double d = depth(v), w = d * d * d * d;
                sum += w * position(v);
                weight += w;
            });
            if (weight <= 0)
                continue;
            Vec3 shift = sum / weight - p;
            shift -= tangent * tangent.dot(shift);
            p += shift;
        }
        line = next;
    }
    return line;
}

} // namespace pollux
