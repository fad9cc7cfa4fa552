#include "plugins/implant/cup_scene.h"

#include "plugins/implant/region_distance.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kSampling = 0.8;                   // mm between points of the cup's surface
constexpr double kMedialCone = 0.86602540378443865; // cosine of 30 degrees
constexpr double kGap = 10;                         // mm from the cup to the wall behind it: the fossa is as deep
constexpr double kStep = 0.1;                       // mm along a ray

} // namespace

CupScene::CupScene(const Mask& pelvis, const JointFrame& frame, const Vec3& around, double reach, const Job& job)
    : m_bone(distanceAbout(pelvis, around, reach, job)), m_grid(pelvis.grid()), m_frame(frame)
{
}

CupMeasures CupScene::measure(const AcetabularCup& cup, const AxisPose& pose, double contact) const
{
    CupMeasures out;
    const Vec3 axis = -pose.direction; // out of the opening
    Vec3 up = m_frame.proximal() - axis * axis.dot(m_frame.proximal());
    up = up.norm() > 1e-6 ? Vec3(up.normalized()) : acrossOf(axis);
    Vec3 front = axis.cross(up);
    if (front.dot(m_frame.anterior()) < 0)
        front = -front;
    const double radius = cup.outerRadius();
    const auto rings = static_cast<int>(std::ceil(kPi / 2 * radius / kSampling));
    std::array<double, 4> area{}, covered{};
    double all = 0, beyond = 0;
    bool wall = false;
    for (int r = 0; r < rings; ++r) {
        const double from = kPi / 2 * r / rings, to = kPi / 2 * (r + 1) / rings, polar = 0.5 * (from + to);
        // A multiple of four, so that no quarter has more than another.
        const int around =
            4 * std::max(2, static_cast<int>(std::ceil(2 * kPi * radius * std::sin(polar) / kSampling / 4)));
        const double part = 2 * kPi * radius * radius * (std::cos(from) - std::cos(to)) / around;
        for (int n = 0; n < around; ++n) {
            const double turn = 2 * kPi * (n + 0.5) / around - kPi / 4;
            const Vec3 u =
                std::cos(polar) * pose.direction + std::sin(polar) * (std::cos(turn) * up + std::sin(turn) * front);
            const Vec3 p = pose.origin + radius * u;
            // Quarters from -45 degrees on: superior, anterior, inferior, posterior.
            const CupZone zone = std::array{CupZone::Superior, CupZone::Anterior, CupZone::Inferior,
                                            CupZone::Posterior}[static_cast<size_t>(4 * n / around)];
            const bool on = distanceAt(m_bone, p) <= contact;
            area[static_cast<size_t>(zone)] += part;
            covered[static_cast<size_t>(zone)] += on ? part : 0;
            all += part;
            const Index3 v = m_grid.nearest(p);
            beyond += m_grid.contains(v[0], v[1], v[2]) ? 0 : part;
            if (u.dot(m_frame.lateral()) > -kMedialCone)
                continue;
            double t = 0;
            while (t < kGap && distanceAt(m_bone, p + t * u) >= 0)
                t += kStep;
            const double bone = t < kGap ? boneAlong(m_bone, p + t * u, u, kThickMedialWall) : 0;
            if (!wall || bone < out.medialWall) {
                out.medialWall = bone;
                out.medialPlace = p;
                wall = true;
            }
        }
    }
    double sum = 0;
    for (size_t z = 0; z < 4; ++z) {
        out.zones[z] = covered[z] / area[z];
        sum += covered[z];
    }
    out.coverage = sum / all;
    out.outside = beyond / all;
    return out;
}

double proposedDiameter(double nativeRadius)
{
    return std::clamp(2 * std::round(nativeRadius), 44.0, 66.0);
}

} // namespace pollux::implant
