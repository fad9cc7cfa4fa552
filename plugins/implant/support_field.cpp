#include "plugins/implant/support_field.h"

#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "core/mesh/locator.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pollux::implant {

namespace {

constexpr int kBlock = 4; // voxels whose distance is looked for together

/// Voxels of `of` that the corners of `grid` lie between, two more on each side, within `of`.
IndexBox boxAbout(const Grid& grid, const Grid& of)
{
    Vec3 low = Vec3::Constant(1e300), high = Vec3::Constant(-1e300);
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 p = grid.toPatient((corner & 1) * (grid.size[0] - 1), (corner >> 1 & 1) * (grid.size[1] - 1),
                                      (corner >> 2 & 1) * (grid.size[2] - 1));
        const Vec3 x = of.toIndex(p);
        low = low.cwiseMin(x);
        high = high.cwiseMax(x);
    }
    IndexBox box;
    for (int a = 0; a < 3; ++a) {
        box.min[static_cast<size_t>(a)] = static_cast<int>(std::clamp(std::floor(low[a] - 2), -1e9, 1e9));
        box.max[static_cast<size_t>(a)] = static_cast<int>(std::clamp(std::ceil(high[a] + 2), -1e9, 1e9)) + 1;
    }
    return common(box, of.box());
}

/// What says on which side of the surface a place lies, from the nearest point of it.
class Sides
{
public:
    explicit Sides(const Surface& s) : m_surface(s), m_normals(s.points().size(), Vec3::Zero())
    {
        std::unordered_map<std::uint64_t, int> edges;
        for (const Triangle& t : s.triangles())
            for (size_t c = 0; c < 3; ++c) {
                ++edges[key(t[c], t[(c + 1) % 3])];
                const Vec3 a = at(t[c]), u = at(t[(c + 1) % 3]) - a, v = at(t[(c + 2) % 3]) - a;
                const Vec3 n = u.cross(v);
                if (n.norm() > 0)
                    m_normals[t[c]] += std::atan2(n.norm(), u.dot(v)) * n.normalized();
            }
        m_border.assign(s.points().size(), 0);
        for (const Triangle& t : s.triangles())
            for (size_t c = 0; c < 3; ++c)
                if (edges[key(t[c], t[(c + 1) % 3])] == 1) {
                    m_open.insert({key(t[c], t[(c + 1) % 3]), 1});
                    m_border[t[c]] = m_border[t[(c + 1) % 3]] = 1;
                }
    }

    double signedDistance(const SurfaceLocator::Hit& hit, const Vec3& p) const
    {
        const Triangle& t = m_surface.triangles()[hit.triangle];
        const double size = (at(t[1]) - at(t[0])).norm() + (at(t[2]) - at(t[0])).norm();
        for (const std::uint32_t v : t)
            if ((hit.point - at(v)).norm() < 1e-6 * size)
                return m_border[v] || (p - hit.point).dot(m_normals[v]) >= 0 ? hit.distance : -hit.distance;
        if (!m_open.empty())
            for (size_t c = 0; c < 3; ++c) {
                const Vec3 a = at(t[c]), along = at(t[(c + 1) % 3]) - a;
                const double off = along.cross(hit.point - a).norm() / std::max(along.norm(), 1e-300);
                if (off < 1e-6 * size && m_open.contains(key(t[c], t[(c + 1) % 3])))
                    return hit.distance;
            }
        return (p - hit.point).dot(hit.normal) >= 0 ? hit.distance : -hit.distance;
    }

private:
    static std::uint64_t key(std::uint64_t a, std::uint64_t b) { return a < b ? (a << 32 | b) : (b << 32 | a); }
    Vec3 at(std::uint32_t v) const { return m_surface.points()[v].cast<double>(); }

    Surface m_surface;
    std::vector<Vec3> m_normals; ///< by angles
    std::vector<std::uint8_t> m_border;
    std::unordered_map<std::uint64_t, int> m_open; ///< edges of one triangle
};

/// Turned so that it faces outwards, and only what comes near the grid: nothing else is nearest within reach.
Surface nearPart(const Surface& s, const Vec3& outwards, const Grid& grid, double reach, const Job& job)
{
    double sum = 0, area = 0;
    std::vector<Triangle> near;
    const Vec3 more = Vec3::Constant(reach).cwiseQuotient(grid.spacing) + Vec3::Ones();
    const Vec3 size(grid.size[0], grid.size[1], grid.size[2]);
    for (const Triangle& t : s.triangles()) {
        const Vec3 a = s.points()[t[0]].cast<double>(), b = s.points()[t[1]].cast<double>(),
                   c = s.points()[t[2]].cast<double>();
        const Vec3 normal = (b - a).cross(c - a);
        sum += normal.dot(outwards);
        area += normal.norm();
        const Vec3 ia = grid.toIndex(a), ib = grid.toIndex(b), ic = grid.toIndex(c);
        const Vec3 low = ia.cwiseMin(ib).cwiseMin(ic), high = ia.cwiseMax(ib).cwiseMax(ic);
        if (((low - more).array() < size.array()).all() && ((high + more).array() > 0).all())
            near.push_back(t);
    }
    job.checkStop();
    // A closed one faces nowhere on the whole.
    const bool turned = std::fabs(sum) > 1e-3 * area ? sum < 0 : s.volumeMl() < 0;
    // Points without a triangle go.
    constexpr std::uint32_t kNone = ~0u;
    std::vector<std::uint32_t> number(s.points().size(), kNone);
    std::vector<Vec3f> points;
    for (Triangle& t : near) {
        for (std::uint32_t& v : t) {
            if (number[v] == kNone) {
                number[v] = static_cast<std::uint32_t>(points.size());
                points.push_back(s.points()[v]);
            }
            v = number[v];
        }
        if (turned)
            std::swap(t[1], t[2]);
    }
    return Surface(std::move(points), std::move(near));
}

} // namespace

std::vector<float> maskDistance(const std::vector<Mask>& masks, const Grid& grid, double cap, const Job& job)
{
    const auto far = static_cast<float>(cap);
    std::vector<float> out(static_cast<size_t>(grid.voxels()), far);
    // Those on one grid become one mask first: a map costs the same for one tooth and for all.
    std::vector<Mask> united;
    for (const Mask& m : masks) {
        if (m.empty())
            continue;
        const auto it =
            std::find_if(united.begin(), united.end(), [&](const Mask& u) { return sameGeometry(u.grid(), m.grid()); });
        if (it == united.end())
            united.push_back(m);
        else
            *it = unite(*it, m);
        job.checkStop();
    }
    for (size_t n = 0; n < united.size(); ++n) {
        const IndexBox box = boxAbout(grid, united[n].grid());
        const Job part = job.part(double(n) / double(united.size()), double(n + 1) / double(united.size()));
        if (box.empty())
            continue;
        const Volume map = signedDistance(united[n], box, part.part(0, 0.6));
        parallelFor(0, grid.size[2], 1, [&](std::int64_t first, std::int64_t last) {
            for (auto k = static_cast<int>(first); k < last; ++k) {
                job.checkStop();
                for (int j = 0; j < grid.size[1]; ++j)
                    for (int i = 0; i < grid.size[0]; ++i) {
                        float& v = out[static_cast<size_t>(grid.offset(i, j, k))];
                        v = std::min(
                            v, static_cast<float>(std::clamp(map.sample(grid.toPatient(i, j, k), cap), -cap, cap)));
                    }
            }
        });
    }
    return out;
}

std::vector<float> surfaceDistance(const Surface& given, const Vec3& outwards, const Grid& grid, double cap,
                                   const Job& job)
{
    std::vector<float> out(static_cast<size_t>(grid.voxels()), static_cast<float>(cap));
    const Surface surface = nearPart(given, outwards, grid, cap, job);
    if (surface.empty())
        return out;
    const SurfaceLocator locator(surface);
    job.checkStop();
    const Sides sides(surface);
    job.progress(0.1);
    const auto blocks = [&](size_t axis) { return (grid.size[axis] + kBlock - 1) / kBlock; };
    // Voxel centres of a block lie within this of its middle.
    const double half = (kBlock - 1) / 2.0 * grid.spacing.norm();
    parallelFor(0, blocks(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (auto bk = static_cast<int>(first); bk < last; ++bk)
            for (int bj = 0; bj < blocks(1); ++bj) {
                job.checkStop();
                for (int bi = 0; bi < blocks(0); ++bi) {
                    const Vec3 middle = grid.toPatient(Vec3(bi, bj, bk) * kBlock + Vec3::Constant((kBlock - 1) / 2.0));
                    if (locator.nearest(middle).distance > cap + half)
                        continue;
                    for (int k = bk * kBlock; k < std::min((bk + 1) * kBlock, grid.size[2]); ++k)
                        for (int j = bj * kBlock; j < std::min((bj + 1) * kBlock, grid.size[1]); ++j)
                            for (int i = bi * kBlock; i < std::min((bi + 1) * kBlock, grid.size[0]); ++i) {
                                const Vec3 p = grid.toPatient(i, j, k);
                                const auto hit = locator.nearest(p);
                                out[static_cast<size_t>(grid.offset(i, j, k))] =
                                    hit.distance >= cap ? static_cast<float>(cap)
                                                        : static_cast<float>(sides.signedDistance(hit, p));
                            }
                }
            }
    });
    job.progress(1);
    return out;
}

} // namespace pollux::implant
