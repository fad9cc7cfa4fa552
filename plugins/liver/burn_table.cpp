#include "plugins/liver/burn_table.h"

#include "core/base/parallel.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pollux::liver {

namespace {

constexpr int kSamples = 2048;
constexpr int kPlanes = 2000; ///< directions in which the region's extreme points are looked for
constexpr int kCells = 48; ///< of the table along each side of the square: a multiple of 2, so that folds lie on nodes

/// Evenly spread points of the unit ball: the additive recurrence of the plastic number's kin in three dimensions
/// (Roberts 2018, quasirandom sequences), mapped so that equal volumes get equally many.
std::array<Vec3, kSamples> ballPoints()
{
    constexpr double g = 1.22074408460575947536; // root of x^4 = x + 1
    std::array<Vec3, kSamples> points;
    for (int n = 0; n < kSamples; ++n) {
        const auto part = [n](double by) {
            const double x = 0.5 + (n + 1) / by;
            return x - std::floor(x);
        };
        const double r = std::cbrt(part(g)), z = 1 - 2 * part(g * g), phi = 2 * std::numbers::pi * part(g * g * g);
        const double rho = std::sqrt(std::max(0.0, 1 - z * z));
        points[static_cast<size_t>(n)] = r * Vec3(rho * std::cos(phi), rho * std::sin(phi), z);
    }
    return points;
}

double signOf(double x)
{
    return x < 0 ? -1 : 1;
}

/// Square [-1, 1]^2 to the unit sphere and back.
Vec3 unfolded(double u, double v)
{
    Vec3 d(u, v, 1 - std::abs(u) - std::abs(v));
    if (d.z() < 0)
        d = Vec3((1 - std::abs(v)) * signOf(u), (1 - std::abs(u)) * signOf(v), d.z());
    return d.normalized();
}
std::array<double, 2> folded(const Vec3& direction)
{
    const Vec3 d = direction / direction.cwiseAbs().sum();
    if (d.z() >= 0)
        return {d.x(), d.y()};
    return {(1 - std::abs(d.y())) * signOf(d.x()), (1 - std::abs(d.x())) * signOf(d.y())};
}

} // namespace

BurnModel::BurnModel(const Scene& scene, const RiskMap& map)
{
    const Mask& region = scene.toCover;
    if (region.empty())
        return;
    if (map.hasLiver())
        m_map = &map;
    m_lesionMl = scene.lesion.volumeMl();
    m_toCoverMl = region.volumeMl();

    // Only ends of rows can be extreme.
    std::vector<Vec3> ends;
    const IndexBox& b = region.box();
    for (int k = b.min[2]; k < b.max[2]; ++k)
        for (int j = b.min[1]; j < b.max[1]; ++j) {
            int first = b.min[0], last = b.max[0] - 1;
            while (first < last && !region.at(first, j, k))
                ++first;
            while (last > first && !region.at(last, j, k))
                --last;
            if (!region.at(first, j, k))
                continue;
            ends.push_back(region.grid().toPatient(first, j, k));
            if (last > first)
                ends.push_back(region.grid().toPatient(last, j, k));
        }
    std::vector<std::uint8_t> extreme(ends.size(), 0);
    for (int n = 0; n < kPlanes; ++n) {
        // A spiral with equal areas a point (Saff and Kuijlaars 1997).
        const double z = 1 - (2 * n + 1.0) / kPlanes, phi = n * std::numbers::pi * (3 - std::sqrt(5.0));
        const double rho = std::sqrt(1 - z * z);
        const Vec3 normal(rho * std::cos(phi), rho * std::sin(phi), z);
        size_t best = 0;
        double most = -std::numeric_limits<double>::infinity();
        for (size_t i = 0; i < ends.size(); ++i)
            if (const double h = ends[i].dot(normal); h > most) {
                most = h;
                best = i;
            }
        extreme[best] = 1;
    }
    for (size_t i = 0; i < ends.size(); ++i)
        if (extreme[i])
            m_points.push_back(ends[i]);
}

Burn BurnModel::at(const PathLimits& limits, const Vec3& target, const Vec3& inwards) const
{
    Burn burn;
    if (m_points.empty())
        return burn;
    AblationZone zone = deviceZone(limits, target, inwards);
    burn.scale = 0;
    for (const Vec3& p : m_points)
        burn.scale = std::max(burn.scale, zone.scaleTo(p));
    if (!m_map)
        return burn;
    zone = zone.scaled(burn.scale);

    static const std::array<Vec3, kSamples> kBall = ballPoints();
    const Grid& g = m_map->grid();
    const double h = m_map->spacing();
    const Vec3 u = inwards.unitOrthogonal();
    Mat3 step; // from the unit ball to voxels; +0.5: nearest voxel by truncation
    step.col(0) = u * (zone.across / h);
    step.col(1) = inwards.cross(u) * (zone.across / h);
    step.col(2) = inwards * (zone.along / h);
    const Vec3 start = g.toIndex(zone.centre) + Vec3::Constant(0.5);
    const RiskCell* cells = m_map->cells().data();
    int inside = 0;
    for (const Vec3& sample : kBall) {
        const Vec3 p = start + step * sample;
        if (p.minCoeff() < 0)
            continue;
        const int i = static_cast<int>(p[0]), j = static_cast<int>(p[1]), k = static_cast<int>(p[2]);
        if (g.contains(i, j, k))
            inside += (cells[g.offset(i, j, k)].flags & RiskCell::Liver) != 0;
    }
    burn.liverMl = zone.volumeMl() * inside / kSamples;
    fillShares(burn, m_lesionMl, m_toCoverMl);
    return burn;
}

BurnTable::BurnTable(const BurnModel& model, const PathLimits& limits, const Vec3& target, const Job& job)
    : m_lesionMl(model.m_lesionMl), m_toCoverMl(model.m_toCoverMl), m_hasLiver(model.m_map != nullptr)
{
    if (!model.knowsScale())
        return;
    m_nodes.resize(size_t(kCells + 1) * (kCells + 1));
    parallelFor(0, kCells + 1, 4, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row) {
            job.checkStop();
            for (int column = 0; column <= kCells; ++column)
                m_nodes[static_cast<size_t>(row * (kCells + 1) + column)] =
                    model.at(limits, target, unfolded(2.0 * column / kCells - 1, 2.0 * double(row) / kCells - 1));
        }
    });
}

Burn BurnTable::at(const Vec3& inwards) const
{
    Burn burn;
    if (m_nodes.empty())
        return burn;
    const auto [u, v] = folded(inwards);
    const double x = std::clamp((u + 1) / 2 * kCells, 0.0, double(kCells));
    const double y = std::clamp((v + 1) / 2 * kCells, 0.0, double(kCells));
    const int i = std::min(static_cast<int>(x), kCells - 1), j = std::min(static_cast<int>(y), kCells - 1);
    const double s = x - i, t = y - j;
    const Burn* at = m_nodes.data() + (j * (kCells + 1) + i);
    const auto mixed = [&](double Burn::*value) {
        return (1 - t) * ((1 - s) * at[0].*value + s * at[1].*value) +
               t * ((1 - s) * at[kCells + 1].*value + s * at[kCells + 2].*value);
    };
    burn.scale = mixed(&Burn::scale);
    if (m_hasLiver) {
        burn.liverMl = mixed(&Burn::liverMl);
        fillShares(burn, m_lesionMl, m_toCoverMl);
    }
    return burn;
}

} // namespace pollux::liver
