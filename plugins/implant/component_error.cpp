#include "plugins/implant/component_error.h"

#include "plugins/implant/execution_error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr int kDirections = 360;

BorderPlace placeAt(const Rings& bone, const Vec2& q)
{
    const auto border = nearestOnBorder(bone, q);
    if (!border)
        return {q, std::numeric_limits<double>::infinity(), Vec2::UnitX()};
    const Vec2 near = border->place, along = border->along;
    const bool in = contains(bone, q);
    const double far = (q - near).norm();
    BorderPlace out{q, in ? -far : far, in ? Vec2(near - q) : Vec2(q - near)};
    if (far > 1e-6)
        out.outwards /= far;
    else {
        out.outwards = Vec2(along.y(), -along.x()).normalized();
        if (contains(bone, near + 1e-3 * out.outwards))
            out.outwards = -out.outwards;
    }
    return out;
}

} // namespace

double chanceOutside(double value, double least, double most, double sd)
{
    if (!(sd > 0))
        return value < least || value > most ? 1 : 0;
    if (!(most > least))
        return 1;
    return normalBelow((least - value) / sd) + normalBelow((value - most) / sd);
}

std::vector<BorderPlace> borderPlaces(const Rings& bone, const Ring& base, double step)
{
    std::vector<BorderPlace> out;
    if (!bone.empty())
        for (const Vec2& q : sampled(base, step))
            out.push_back(placeAt(bone, q));
    return out;
}

double besideMedially(const Rings& bone, const std::vector<Vec2>& base, const Vec2& by, double depth, double medial)
{
    double least = std::numeric_limits<double>::infinity();
    if (bone.empty())
        return least;
    for (const Vec2& place : base) {
        if (place.y() * medial < 0 || std::fabs(place.x()) >= depth / 4)
            continue;
        const Vec2 q = place + by;
        double across = std::numeric_limits<double>::infinity();
        bool within = false; // behind an odd number of borders
        for (const Ring& ring : bone)
            for (size_t n = 0; n < ring.size(); ++n) {
                const Vec2& a = ring[n];
                const Vec2& b = ring[n + 1 < ring.size() ? n + 1 : 0];
                if ((a.x() > q.x()) == (b.x() > q.x()))
                    continue;
                const double far = medial * (a.y() + (q.x() - a.x()) / (b.x() - a.x()) * (b.y() - a.y()) - q.y());
                if (far < 0)
                    continue;
                within = !within;
                across = std::min(across, far);
            }
        least = std::min(least, within ? across : -signedDistance(bone, q));
    }
    return least;
}

double chanceOfOverhang(const std::vector<BorderPlace>& border, double limit, double sd)
{
    if (border.empty())
        return 1;
    if (!(sd > 0))
        return std::any_of(border.begin(), border.end(), [&](const BorderPlace& b) { return b.beyond > limit; }) ? 1
                                                                                                                 : 0;
    double good = 0;
    for (int n = 0; n < kDirections; ++n) {
        const double angle = 2 * std::numbers::pi * (n + 0.5) / kDirections;
        const Vec2 way(std::cos(angle), std::sin(angle));
        double from = 0, to = std::numeric_limits<double>::infinity();
        for (const BorderPlace& b : border) {
            const double room = limit - b.beyond, rate = b.outwards.dot(way);
            if (rate > 1e-9)
                to = std::min(to, room / rate);
            else if (rate < -1e-9)
                from = std::max(from, room / rate);
            else if (room < 0)
                to = -1;
        }
        // The size of a shift in one direction is Rayleigh's.
        if (to > from)
            good += std::exp(-from * from / (2 * sd * sd)) - std::exp(-to * to / (2 * sd * sd));
    }
    return std::clamp(1 - good / kDirections, 0.0, 1.0);
}

} // namespace pollux::implant
