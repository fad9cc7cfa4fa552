#pragma once

#include "core/mesh/extract.h"

#include <cmath>
#include <utility>
#include <vector>

/// Joints between spheres, whose space is known in closed form.
namespace joints {

using namespace pollux;

/// Turned inside out: a hollow, as a socket is.
inline Surface hollow(const Vec3& centre, double radius)
{
    const Surface s = sphereSurface(centre, radius, 5);
    std::vector<Triangle> t = s.triangles();
    for (Triangle& x : t)
        std::swap(x[0], x[1]);
    return Surface(s.points(), t);
}

/// Two balls of one radius, their middles so far apart along z: the space over the first one.
struct TwoBalls
{
    double radius, apart;

    /// From a place of the ball at height z to the other ball.
    double gapAt(double z) const { return std::sqrt(radius * radius - z * z + (apart - z) * (apart - z)) - radius; }
    /// The height from which on the space is within `reach`.
    double lowest(double reach) const
    {
        return (radius * radius + apart * apart - (radius + reach) * (radius + reach)) / (2 * apart);
    }
    double area(double reach) const { return 2 * M_PI * radius * (radius - lowest(reach)); }
    double mean(double reach) const // over the area: even in z (Archimedes)
    {
        const double low = lowest(reach);
        double sum = 0;
        const int n = 10000;
        for (int k = 0; k < n; ++k)
            sum += gapAt(low + (k + 0.5) / n * (radius - low)) / n;
        return sum;
    }
};

} // namespace joints
