#include "core/phantom/breathing.h"

#include "core/phantom/torso.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace phantom {

namespace {

constexpr double kCranial = 15; // mm, the most a point moves up
constexpr double kBackward = 4; // mm, the most the front moves back

} // namespace

Vec3 displacement(const Frame& frame, const Vec3& p)
{
    if (p.z() < -170 || p.z() > 230)
        return Vec3::Zero();
    const double body = frame.bodyRadius(p);
    if (body >= 1)
        return Vec3::Zero();
    // Along z: most under the domes, nothing at the neck of the field and below the kidneys.
    const double above = smoothStep(230, 70, p.z()), below = smoothStep(-170, 40, p.z());
    const double wall = smoothStep(1.0, 0.55, frame.cavityRadius(p));
    const double spine = smoothStep(1.0, 2.0, std::hypot(p.x() / 40, (p.y() - 62) / 42));
    const double up = kCranial * above * below * wall * spine;
    const double front = smoothStep(5, -60, p.y()) * smoothStep(1.0, 0.80, body);
    const double back = kBackward * smoothStep(160, 30, p.z()) * smoothStep(-165, -20, p.z()) * front;
    return {0, back, up};
}

Vec3 inhalePoint(const Frame& frame, const Vec3& exhalePoint)
{
    // q = p - u(q) contracts: u grows by less than its argument everywhere (asserted by the test of the Jacobian).
    Vec3 q = exhalePoint;
    for (int i = 0; i < 60; ++i) {
        const Vec3 next = exhalePoint - displacement(frame, q);
        const double moved = (next - q).squaredNorm();
        q = next;
        if (moved < 1e-8)
            break;
    }
    return q;
}

} // namespace phantom

Vec3 breathingDisplacement(const TorsoOptions& options, const Vec3& inhalePoint)
{
    return phantom::displacement(phantom::Frame(options.seed), inhalePoint);
}

} // namespace pollux
