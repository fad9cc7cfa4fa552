#include "plugins/implant/execution_error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

double between(double a, double b, double along, double length)
{
    const double t = length > 0 ? std::clamp(along / length, 0.0, 1.0) : 0;
    return a + t * (b - a);
}

} // namespace

double ExecutionError::meanAt(double along, double length) const
{
    return between(platform, apex, along, length);
}

double ExecutionError::sdAt(double along, double length) const
{
    return between(platformSd, apexSd, along, length);
}

double ExecutionError::reachAt(double along, double length) const
{
    return meanAt(along, length) + 1.645 * sdAt(along, length);
}

Outline envelope(Outline body, double length, const ExecutionError& error)
{
    for (Outline::Point& p : body.points)
        p.radius += error.reachAt(p.along, length);
    body.points.front().along -= error.reachAt(0, length);
    body.points.back().along += error.reachAt(length, length);
    return body;
}

double normalBelow(double deviations)
{
    return std::erfc(-deviations / std::numbers::sqrt2) / 2;
}

double normalQuantile(double share)
{
    // normalBelow() rises: halving is slow beside a rational approximation, and exact.
    double low = -8, high = 8;
    for (int n = 0; n < 54; ++n) {
        const double middle = (low + high) / 2;
        (normalBelow(middle) < share ? low : high) = middle;
    }
    return (low + high) / 2;
}

double chanceNearer(double distance, double limit, double mean, double sd)
{
    const double way = distance - limit;
    if (way <= 0 && mean <= 0 && sd <= 0)
        return 1;
    // The cosine between error and the way to the wall is even in [-1, 1]; a size m gets nearer by m times it.
    const auto chance = [&](double m) {
        if (m <= 0)
            return way <= 0 ? 1.0 : 0.0;
        return std::clamp((1 - way / m) / 2, 0.0, 1.0);
    };
    if (sd <= 0)
        return chance(mean);
    double sum = 0, weight = 0;
    const int steps = 60;
    for (int n = 0; n < steps; ++n) {
        const double z = -5 + 10 * (n + 0.5) / steps, w = std::exp(-z * z / 2);
        sum += w * chance(std::max(mean + z * sd, 0.0));
        weight += w;
    }
    return sum / weight;
}

} // namespace pollux::implant
