#include "plugins/liver/zone_union.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pollux::liver {

namespace {

/// Nearest point of the ellipse with half axes e0 >= e1 in the first quadrant.
std::pair<double, double> nearestOnEllipse(double e0, double e1, double y0, double y1)
{
    if (!(y1 > 0)) {
        const double numerator = e0 * y0, denominator = e0 * e0 - e1 * e1;
        if (numerator < denominator) {
            const double part = numerator / denominator;
            return {e0 * part, e1 * std::sqrt(std::max(0.0, 1 - part * part))};
        }
        return {e0, 0};
    }
    if (!(y0 > 0))
        return {0, e1};
    const double z0 = y0 / e0, z1 = y1 / e1, ratio = e0 * e0 / (e1 * e1), numerator = ratio * z0;
    const double g = z0 * z0 + z1 * z1 - 1;
    if (g == 0)
        return {y0, y1};
    double low = z1 - 1, high = g < 0 ? 0 : std::hypot(numerator, z1) - 1, middle = 0;
    for (int n = 0; n < 200; ++n) {
        middle = (low + high) / 2;
        if (middle == low || middle == high)
            break;
        const double a = numerator / (middle + ratio), b = z1 / (middle + 1), value = a * a + b * b - 1;
        (value > 0 ? low : high) = middle;
        if (value == 0)
            break;
    }
    return {ratio * y0 / (middle + ratio), y1 / (middle + 1)};
}

/// Some unit vector across.
Vec3 across(const Vec3& axis)
{
    return axis.unitOrthogonal();
}

/// Of a zone's surface in the direction n as its unit ball sees it.
Vec3 surfacePoint(const AblationZone& zone, const Vec3& n)
{
    const double along = n.dot(zone.axis);
    return zone.centre + zone.along * along * zone.axis + zone.across * (n - along * zone.axis);
}

Vec3 ballDirection(const AblationZone& zone, const Vec3& onSurface)
{
    const Vec3 d = onSurface - zone.centre;
    const double along = d.dot(zone.axis);
    return (along / zone.along * zone.axis + (d - along * zone.axis) / zone.across).normalized();
}

/// Evenly spread directions (Fibonacci lattice).
std::vector<Vec3> directions(int count)
{
    std::vector<Vec3> out;
    const double turn = std::numbers::pi * (3 - std::sqrt(5.0));
    for (int k = 0; k < count; ++k) {
        const double z = 1 - (2.0 * k + 1) / count, r = std::sqrt(std::max(0.0, 1 - z * z));
        out.emplace_back(r * std::cos(turn * k), r * std::sin(turn * k), z);
    }
    return out;
}

constexpr double kSpacing = 0.7; // mm between samples
constexpr int kMostSamples = 40000;
constexpr double kInside = 1e-9; // what touches another zone's surface is not covered by it

} // namespace

Vec3 nearestOnZone(const AblationZone& zone, const Vec3& p)
{
    const Vec3 d = p - zone.centre;
    const double s = d.dot(zone.axis);
    const Vec3 off = d - s * zone.axis;
    const double r = off.norm();
    const Vec3 sideways = r > 0 ? Vec3(off / r) : across(zone.axis);
    double along = 0, side = 0;
    if (zone.along >= zone.across)
        std::tie(along, side) = nearestOnEllipse(zone.along, zone.across, std::abs(s), r);
    else
        std::tie(side, along) = nearestOnEllipse(zone.across, zone.along, r, std::abs(s));
    return zone.centre + std::copysign(along, s) * zone.axis + side * sideways;
}

ZoneUnion::ZoneUnion(std::vector<AblationZone> zones) : m_zones(std::move(zones))
{
    std::erase_if(m_zones, [](const AblationZone& z) {
        return !(z.along > 0 && z.across > 0 && std::isfinite(z.along) && std::isfinite(z.across) &&
                 z.centre.allFinite() && z.axis.allFinite());
    });
    for (size_t n = 0; n < m_zones.size(); ++n) {
        const AblationZone& zone = m_zones[n];
        m_free.emplace_back();
        if (m_zones.size() > 1) {
            const double area = 4 * std::numbers::pi * std::max(zone.along, zone.across) * zone.across;
            const int count = static_cast<int>(std::clamp(area / (kSpacing * kSpacing), 200.0, double(kMostSamples)));
            for (const Vec3& d : directions(count))
                if (const Vec3 p = surfacePoint(zone, d); !coveredByOther(p, n))
                    m_free.back().push_back(p);
        }
        m_trees.emplace_back(m_free.back());
    }
}

bool ZoneUnion::contains(const Vec3& p) const
{
    return std::any_of(m_zones.begin(), m_zones.end(), [&](const AblationZone& z) { return z.scaleTo(p) <= 1; });
}

bool ZoneUnion::coveredByOther(const Vec3& p, size_t zone) const
{
    for (size_t n = 0; n < m_zones.size(); ++n)
        if (n != zone && m_zones[n].scaleTo(p) < 1 - kInside)
            return true;
    return false;
}

double ZoneUnion::margin(const Vec3& p) const
{
    const bool inside = contains(p);
    double least = std::numeric_limits<double>::infinity();
    for (size_t n = 0; n < m_zones.size(); ++n) {
        const Vec3 foot = nearestOnZone(m_zones[n], p);
        if (!inside || !coveredByOther(foot, n)) {
            least = std::min(least, (foot - p).norm());
            continue;
        }
        double distance = 0;
        const std::int32_t nearest = m_trees[n].nearest(p, distance);
        // Farther samples than this cannot lead below what is found already.
        if (nearest >= 0 && distance < least + 4 * kSpacing)
            least = std::min(least, refined(p, n, m_free[n][static_cast<size_t>(nearest)]));
    }
    return inside ? least : -least;
}

double ZoneUnion::refined(const Vec3& p, size_t zone, const Vec3& from) const
{
    const AblationZone& z = m_zones[zone];
    constexpr int kWays = 24;
    Vec3 n = ballDirection(z, from);
    double best = (from - p).norm(), step = 2 * kSpacing / std::min(z.along, z.across), turn = 0;
    while (step > 1e-6) {
        const Vec3 u = across(n), v = n.cross(u);
        bool moved = false;
        for (int k = 0; k < kWays; ++k) {
            const double angle = turn + 2 * std::numbers::pi * k / kWays;
            const Vec3 next = (n + step * (std::cos(angle) * u + std::sin(angle) * v)).normalized();
            const Vec3 at = surfacePoint(z, next);
            if (const double distance = (at - p).norm(); distance < best && !coveredByOther(at, zone)) {
                best = distance;
                n = next;
                moved = true;
                break;
            }
        }
        turn += 0.07; // other ways each time: along an edge only few lead on
        if (!moved)
            step *= 0.7;
    }
    return best;
}

} // namespace pollux::liver
