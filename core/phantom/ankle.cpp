#include "core/phantom/ankle.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/phantom/noise.h"
#include "core/phantom/shapes.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

using phantom::ellipsoid;
using phantom::smoothMin;

enum Part : std::uint8_t { Outside, Flesh, Tibia, Fibula, Talus, Calcaneus, kParts };

// In the leg's own frame: x forwards, y outwards (laterally), z up; the middle of the plafond at the origin.
constexpr double kDome = 20.7, kGap = 3;
constexpr double kTop = 95, kBottom = -62;
const Vec3 kPlace(-85, 10, 40); // of the plafond of a right leg, LPS

/// Rounded below 0 at the rim: about the distance to an ellipse's border.
double ellipse(double x, double y, double rx, double ry)
{
    const double k0 = std::hypot(x / rx, y / ry), k1 = std::hypot(x / rx / rx, y / ry / ry);
    return k1 > 1e-9 ? k0 * (k0 - 1) / k1 : -std::min(rx, ry);
}

class Leg
{
public:
    explicit Leg(const AnkleOptions& o)
        : m_tilt(Eigen::AngleAxisd(o.plafondVarus * std::numbers::pi / 180, Vec3::UnitX()).toRotationMatrix())
    {
        // Outwards: a right foot turns to the patient's right.
        const double turn = o.turn * std::numbers::pi / 180;
        Mat3 m;
        m.col(0) = -Vec3::UnitY();
        m.col(1) = -Vec3::UnitX();
        m.col(2) = Vec3::UnitZ();
        m = Mat3(Eigen::AngleAxisd(-turn, Vec3::UnitZ()).toRotationMatrix()) * m;
        m_axes = m;
        m_mirror = o.mirrored ? -1 : 1;
    }

    Vec3 toLeg(const Vec3& patient) const
    {
        return m_axes.transpose() * (Vec3(m_mirror * patient.x(), patient.y(), patient.z()) - kPlace);
    }
    Vec3 toPatient(const Vec3& leg) const { return mirrored(m_axes * leg + kPlace); }
    Vec3 direction(const Vec3& leg) const { return mirrored(m_axes * leg); }
    /// Of what turns with the plafond: the axis of the dome, the normal.
    Vec3 tilted(const Vec3& leg) const { return m_tilt * leg; }

    double tibia(const Vec3& p) const
    {
        // A shaft that flares towards the joint, its middle a little medial there.
        const double flare = std::exp(-std::pow(std::max(p.z() + 4, 0.0) / 26, 2));
        const double column = std::max(ellipse(p.x(), p.y() + 3 * flare, 12 + 7 * flare, 11 + 6 * flare), -4 - p.z());
        const double malleolus = ellipsoid(p, Vec3(2, -20.5, -4), Vec3(10, 3.5, 12));
        const double bone = smoothMin(column, malleolus, 2);
        // Hollowed by the dome and its gap.
        const Vec3 q = m_tilt.transpose() * p;
        const double hollow = kDome + kGap - std::hypot(q.x(), q.z() + kDome + kGap);
        return std::max({bone, q.y() < -16 && p.z() < 0 ? -1e9 : hollow, p.z() - kTop});
    }
    double fibula(const Vec3& p) const
    {
        const double shaft = std::max(ellipse(p.x() + 6, p.y() - 23, 6, 5), -10 - p.z());
        const double tip = ellipsoid(p, Vec3(-5, 24, -10), Vec3(8, 5.5, 16));
        return std::max(smoothMin(shaft, tip, 3), p.z() - kTop);
    }
    double talus(const Vec3& p) const
    {
        const Vec3 q = m_tilt.transpose() * p; // with the plafond
        const double axis = -(kDome + kGap);
        const double dome = std::hypot(q.x(), q.z() - axis) - kDome;
        // Widths 29.9, 27.9, 25.2 mm from front to back (PMC1888582), over 34 mm.
        const double half = 13.95 + 1.175 * std::clamp(q.x() / 17, -1.2, 1.2);
        const double body = std::max({dome, std::fabs(q.y()) - half, -26 - q.z(), std::fabs(q.x()) - 18});
        const double neck = ellipsoid(q, Vec3(20, -2, -20), Vec3(14, 9, 6.5));
        const double head = ellipsoid(q, Vec3(30, -4, -20), Vec3(9, 10, 7.5));
        return smoothMin(body, smoothMin(neck, head, 3), 2);
    }
    double calcaneus(const Vec3& p) const
    {
        const Vec3 q = m_tilt.transpose() * p;
        const double body = ellipsoid(q, Vec3(-8, 2, -43), Vec3(34, 12, 13.5));
        const double heel = ellipsoid(q, Vec3(-34, 1, -44), Vec3(13, 13, 15));
        return smoothMin(body, heel, 4);
    }
    double flesh(const Vec3& p) const
    {
        const double calf = std::max(ellipse(p.x() + 12, p.y() - 2, 40, 36), std::max(-20 - p.z(), p.z() - kTop - 20));
        const double foot = ellipsoid(p, Vec3(8, 1, -38), Vec3(62, 37, 30));
        return smoothMin(calf, foot, 12);
    }

    /// Part and HU.
    std::pair<Part, double> at(const Vec3& p) const
    {
        const double shaft = phantom::smoothStep(10, 45, p.z());
        if (const double d = tibia(p); d < 0)
            return {Tibia, tissue(-d, 1.2 + 2 * shaft, p.z() > 40 ? -30 : 320)};
        if (const double d = fibula(p); d < 0)
            return {Fibula, tissue(-d, 1.2 + shaft, p.z() > 20 ? 40 : 260)};
        if (const double d = talus(p); d < 0)
            return {Talus, tissue(-d, 1.2, 420)};
        if (const double d = calcaneus(p); d < 0)
            return {Calcaneus, tissue(-d, 1.0, 230)};
        const double d = flesh(p);
        return d < 0 ? std::pair{Flesh, d > -5 ? -95.0 : 50.0} : std::pair{Outside, -1000.0};
    }

private:
    Vec3 mirrored(const Vec3& v) const { return {m_mirror * v.x(), v.y(), v.z()}; }
    static double tissue(double depth, double cortex, double inner) { return depth < cortex ? 1450 : inner; }

    Mat3 m_axes, m_tilt;
    double m_mirror = 1;
};

} // namespace

bool insideAnkleTibia(const AnkleOptions& options, const Vec3& p)
{
    const Leg leg(options);
    return leg.tibia(leg.toLeg(p)) < 0;
}

Ankle makeAnkle(const AnkleOptions& o, const Job& job)
{
    const auto within = [](double v, double low, double high) { return v >= low && v <= high; };
    if (!within(o.spacing, 0.3, 2) || !(o.slice == 0 || within(o.slice, 0.3, 5)) || !within(o.noise, 0, 300) ||
        !within(o.plafondVarus, -15, 15) || !within(o.turn, -40, 40))
        throw Error(ErrorCode::BadInput, "The voxels of the ankle must be 0.3 to 2 mm, its noise 0 to 300, the tilt of "
                                         "the joint within 15 and the turn of the leg within 40 degrees.");
    const Leg leg(o);
    const double slice = o.slice > 0 ? o.slice : o.spacing;
    Grid grid;
    grid.spacing = Vec3(o.spacing, o.spacing, slice);
    grid.size = {int(std::lround(140 / o.spacing)), int(std::lround(160 / o.spacing)),
                 int(std::lround((kTop - kBottom - 2) / slice))};
    const Vec3 middle((o.mirrored ? -1 : 1) * kPlace.x(), kPlace.y(), 0);
    grid.origin =
        Vec3(middle.x() - 70 + o.spacing / 2, middle.y() - 80 + o.spacing / 2, kPlace.z() + kBottom + slice / 2);
    const int nx = grid.size[0], ny = grid.size[1], nz = grid.size[2];
    const auto voxels = static_cast<std::size_t>(grid.voxels());
    std::vector<std::int16_t> image(voxels);
    std::vector<std::uint8_t> part(voxels);
    parallelFor(0, nz, 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> noise;
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            phantom::fillNoise(o.seed, k, std::max(nx, ny), noise);
            for (int j = 0; j < ny; ++j)
                for (int i = 0; i < nx; ++i) {
                    const Vec3 centre = grid.toPatient(i, j, k);
                    double hu = 0;
                    std::array<int, kParts> votes{};
                    for (int sub = 0; sub < 8; ++sub) {
                        const Vec3 off(sub & 1 ? 0.25 : -0.25, sub >> 1 & 1 ? 0.25 : -0.25, sub >> 2 ? 0.25 : -0.25);
                        const auto [p, value] = leg.at(leg.toLeg(centre + off.cwiseProduct(grid.spacing)));
                        hu += value / 8;
                        ++votes[p];
                    }
                    const auto at = static_cast<std::size_t>(grid.offset(i, j, k));
                    part[at] = static_cast<std::uint8_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
                    // The noise, too, is the mirror image.
                    const int column = o.mirrored ? nx - 1 - i : i;
                    const double n = double(noise[static_cast<std::size_t>(j * std::max(nx, ny) + column)]);
                    image[at] = static_cast<std::int16_t>(std::lround(std::clamp(hu + o.noise * n, -1024.0, 3071.0)));
                }
        }
    });

    Ankle a;
    a.image = Volume(grid, std::move(image));
    const std::pair<const char*, Part> named[] = {
        {"tibia", Tibia}, {"fibula", Fibula}, {"talus", Talus}, {"calcaneus", Calcaneus}};
    for (const auto& [key, which] : named) {
        std::vector<std::uint8_t> v(voxels);
        for (std::size_t n = 0; n < voxels; ++n)
            v[n] = part[n] == which;
        a.masks[key] = Mask(grid, v);
    }
    a.medialMalleolus = leg.toPatient(Vec3(2, -20.5, -16));
    a.lateralMalleolus = leg.toPatient(Vec3(-5, 24, -26));
    a.plafond = leg.toPatient(Vec3::Zero());
    a.plafondNormal = leg.direction(leg.tilted(Vec3::UnitZ()));
    a.shaftUp = leg.direction(Vec3::UnitZ());
    a.anterior = leg.direction(Vec3::UnitX());
    a.domePoint = leg.toPatient(leg.tilted(Vec3(0, 0, -(kDome + kGap))));
    a.domeAxis = leg.direction(leg.tilted(Vec3::UnitY()));
    a.domeRadius = kDome;
    return a;
}

} // namespace pollux
