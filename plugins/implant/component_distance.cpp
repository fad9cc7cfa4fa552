#include "plugins/implant/component_distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

/// Of what lies across and along, both below 0 inside.
double both(double a, double b)
{
    return a > 0 && b > 0 ? std::hypot(a, b) : std::max(a, b);
}

} // namespace

double signedDistance(const FlatComponent& c, const Rings& base, const Vec3& p)
{
    double top = p.y() - c.thickness;
    if (c.domeRadius > 0)
        top = std::max(std::hypot(p.x(), p.y() - (c.thickness - c.domeRadius)) - c.domeRadius, -p.y());
    double out = both(pollux::signedDistance(base, Vec2(p.x(), p.z())), std::max(top, -p.y()));
    for (const Vec2& peg : c.pegPlaces())
        out = std::min(out, both((Vec2(p.x(), p.z()) - peg).norm() - c.pegDiameter / 2,
                                 std::max(-c.pegLength - p.y(), p.y() - c.thickness / 2)));
    for (const Vec2& hole : c.holePlaces())
        out = std::max(out, c.holeDiameter / 2 - (Vec2(p.x(), p.z()) - hole).norm());
    return out;
}

std::vector<Vec3> surfacePlaces(const FlatComponent& c, double spacing)
{
    std::vector<Vec3> out;
    const auto steps = [&](double length) { return std::max(1, static_cast<int>(std::ceil(length / spacing))); };
    const Ring outline = c.outline();
    for (const Vec2& q : sampled(outline, spacing)) {
        const double high = c.heightAt(q.x());
        const int n = steps(high);
        for (int k = 0; k <= n; ++k)
            out.emplace_back(q.x(), high * k / n, q.y());
    }
    const Rings base{outline};
    const int nx = steps(c.depth), nz = steps(1.2 * c.width);
    for (int i = 0; i <= nx; ++i)
        for (int k = 0; k <= nz; ++k) {
            const Vec2 q(c.depth * (double(i) / nx - 0.5), 1.2 * c.width * (double(k) / nz - 0.5));
            if (!contains(base, q))
                continue;
            out.emplace_back(q.x(), 0, q.y());
            out.emplace_back(q.x(), c.heightAt(q.x()), q.y());
        }
    for (const Vec2& peg : c.pegPlaces()) {
        const int along = steps(c.pegLength), around = std::max(6, steps(std::numbers::pi * c.pegDiameter));
        out.emplace_back(peg.x(), -c.pegLength, peg.y());
        for (int s = 1; s <= along; ++s)
            for (int a = 0; a < around; ++a) {
                const double angle = 2 * std::numbers::pi * a / around;
                out.emplace_back(peg.x() + c.pegDiameter / 2 * std::cos(angle), -c.pegLength * s / along,
                                 peg.y() + c.pegDiameter / 2 * std::sin(angle));
            }
    }
    return out;
}

} // namespace pollux::implant
