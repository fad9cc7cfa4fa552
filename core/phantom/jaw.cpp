#include "core/phantom/jaw.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/phantom/noise.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux {

namespace {

enum Tissue : std::uint8_t { Air, Soft, Cortex, Spongy, Canal, Dentine, Enamel, Pulp, kTissues };
constexpr std::array<double, kTissues> kHu{-1000, 40, 1500, 450, 20, 1900, 2600, 100};

constexpr double kCrest = 13, kCortex = 2, kCanalRadius = 1.5;

/// The middle of the arch: y = -35 + x^2 / 15, z = 0, by its length from the midline; negative on the right.
class Arch
{
public:
    Arch()
    {
        Vec3 last(0, -35, 0);
        for (int n = 0; n <= 3400; ++n) {
            const double x = n * 0.01;
            const Vec3 p(x, -35 + x * x / 15, 0);
            m_length.push_back(m_length.empty() ? 0 : m_length.back() + (p - last).norm());
            last = p;
        }
    }
    double most() const { return m_length.back(); }
    Vec3 at(double s) const
    {
        const auto it = std::lower_bound(m_length.begin(), m_length.end(), std::fabs(s));
        const double x = 0.01 * double(std::min(it - m_length.begin(), std::ptrdiff_t(3400)));
        return {s < 0 ? -x : x, -35 + x * x / 15, 0};
    }
    /// Unit, towards larger s.
    Vec3 tangent(double s) const { return Vec3(1, 2 * at(s).x() / 15, 0).normalized(); }
    /// Unit, away from the tongue.
    Vec3 outwards(double s) const
    {
        const Vec3 t = tangent(s);
        return {t.y(), -t.x(), 0};
    }
    /// Length and offset outwards of the nearest place of the arch.
    std::pair<double, double> coordinates(double x, double y) const
    {
        // The distance's derivative, a cubic in the arch's x, by Newton from the point's own x.
        double q = std::clamp(std::fabs(x), 0.0, 34.0);
        for (int n = 0; n < 12; ++n) {
            const double f = q * q / 15 - 35 - y, g = (q - std::fabs(x)) + f * 2 * q / 15;
            const double d = 1 + 4 * q * q / 225 + f * 2 / 15;
            q = std::clamp(q - g / (std::fabs(d) > 0.2 ? d : 0.2), 0.0, 34.0);
        }
        const double s = m_length[static_cast<std::size_t>(std::lround(q * 100))];
        const Vec3 d = Vec3(std::fabs(x), y, 0) - at(s);
        const double across = d.dot(outwards(s)), along = d.dot(tangent(s));
        return {std::copysign(s + along, x), across};
    }

private:
    std::vector<double> m_length;
};

/// Half width at a height and place: wider behind.
double halfWidth(double s, double z)
{
    const double most = 5.5 + 1.5 * std::clamp(std::fabs(s) / 55, 0.0, 1.0), t = (z + 1) / 14;
    return std::fabs(t) < 1 ? most * std::pow(1 - std::pow(std::fabs(t), 3.5), 1 / 3.5) : 0;
}

/// Depth below the bone's surface, about a distance; below 0 outside.
double boneDepth(double s, double across, double z, double most)
{
    const double wide = 5.5 + 1.5 * std::clamp(std::fabs(s) / 55, 0.0, 1.0);
    const double a = std::fabs(across) / wide, b = std::fabs(z + 1) / 14;
    const double q = std::pow(std::pow(a, 3.5) + std::pow(b, 3.5), 1 / 3.5);
    // First order: the value's distance from 1 over its slope.
    const double ga = q > 0 ? std::pow(a / q, 2.5) / wide : 0, gb = q > 0 ? std::pow(b / q, 2.5) / 14 : 0;
    const double slope = std::max(std::hypot(ga, gb), 1e-3);
    return std::min((1 - q) / slope, most - std::fabs(s));
}

struct Tooth
{
    double s, half; ///< place along the arch and half its width, mm
};
constexpr std::array<Tooth, 7> kTeeth{{{3, 2.6}, {9, 3}, {16, 3.4}, {23.3, 3.4}, {30.3, 3.4}, {39.5, 5.3}, {50.5, 5}}};
constexpr std::size_t kMissing = 5;

Vec3 canalPoint(const Arch& arch, double s)
{
    // From behind, deep and in the middle, forwards to the foramen at the second premolar on the outer side.
    const double t = std::clamp((s - 28) / 25, 0.0, 1.0);
    const double across = 3.5 * (1 - t) * (1 - t), z = -3 - 2.5 * t * (1 - t) + 1.5 * (1 - t) * (1 - t);
    return arch.at(s) + across * arch.outwards(s) + Vec3(0, 0, z);
}

/// Canal of the left side, s and across and z.
bool inCanal(const std::vector<Vec3>& path, const Vec3& p)
{
    double best = 1e9;
    for (std::size_t n = 1; n < path.size(); ++n) {
        const Vec3 d = path[n] - path[n - 1];
        const double t = std::clamp((p - path[n - 1]).dot(d) / d.squaredNorm(), 0.0, 1.0);
        best = std::min(best, (p - path[n - 1] - t * d).squaredNorm());
    }
    return best < kCanalRadius * kCanalRadius;
}

struct Scene
{
    Arch arch;
    std::vector<Vec3> canal; ///< left

    Scene()
    {
        for (double s = 54; s >= 28; s -= 0.5)
            canal.push_back(canalPoint(arch, s));
    }

    Tissue at(const Vec3& p, double s, double across) const
    {
        const double x = std::fabs(p.x());
        for (std::size_t n = 0; n < kTeeth.size(); ++n) {
            if (n == kMissing && p.x() > 0)
                continue;
            const Tooth& t = kTeeth[n];
            const double along = (std::fabs(s) - t.s) / t.half, z = p.z();
            if (std::fabs(along) > 1.1 || z < kCrest - 13 || z > kCrest + 9)
                continue;
            const bool crown = z > kCrest + 1;
            // The crown a rounded block, the root a cone.
            const double up = (z - kCrest - 1) / 8, down = (kCrest + 1 - z) / 14;
            const double size = crown ? std::pow(std::max(0.0, 1 - std::pow(up, 4)), 0.25) : 0.85 * (1 - 0.75 * down);
            const double wide = crown ? std::min(t.half, 4.2) : std::min(t.half, 3.6);
            const double q = std::hypot(along / std::max(size, 1e-3), across / std::max(wide * size, 1e-3));
            if (q >= 1)
                continue;
            if (q < 0.22 && z < kCrest + 4)
                return Pulp;
            return crown && q > 0.7 ? Enamel : Dentine;
        }
        const double depth = boneDepth(s, across, p.z(), arch.most());
        if (depth > 0) {
            if (x > 10 && inCanal(canal, Vec3(x, p.y(), p.z())))
                return Canal;
            return depth < kCortex ? Cortex : Spongy;
        }
        const Vec3 face((p.x()) / 42, (p.y() + 5) / 48, 0);
        return face.squaredNorm() < 1 && p.z() < kCrest + 12 ? Soft : Air;
    }
};

} // namespace

double Jaw::halfWidthAt(double belowCrest) const
{
    return halfWidth(kTeeth[kMissing].s, kCrest - belowCrest);
}

Jaw makeJaw(const JawOptions& o, const Job& job)
{
    if (!(o.spacing >= 0.2 && o.spacing <= 1.5) || !(o.noise >= 0 && o.noise <= 500))
        throw Error(ErrorCode::BadInput, "The voxels of the jaw must be 0.2 to 1.5 mm, its noise 0 to 500.");
    const Scene scene;
    Grid grid;
    grid.size = {int(std::lround(90 / o.spacing)), int(std::lround(88 / o.spacing)), int(std::lround(52 / o.spacing))};
    grid.spacing = Vec3::Constant(o.spacing);
    grid.origin = Vec3(-45, -50, -22) + Vec3::Constant(o.spacing / 2);
    const int nx = grid.size[0], ny = grid.size[1], nz = grid.size[2];

    // Where a column lies along the arch does not depend on its height: for 2 x 2 points a pixel.
    std::vector<std::array<float, 2>> place(static_cast<std::size_t>(4) * static_cast<std::size_t>(nx) *
                                            static_cast<std::size_t>(ny));
    const auto point = [&](int i, int j, int sub) {
        return Vec3(grid.origin.x() + (i + (sub & 1 ? 0.25 : -0.25)) * o.spacing,
                    grid.origin.y() + (j + (sub >> 1 ? 0.25 : -0.25)) * o.spacing, 0);
    };
    parallelFor(0, ny, 1, [&](std::int64_t first, std::int64_t last) {
        for (auto j = static_cast<int>(first); j < last; ++j)
            for (int i = 0; i < nx; ++i)
                for (int sub = 0; sub < 4; ++sub) {
                    const Vec3 p = point(i, j, sub);
                    const auto [s, across] = scene.arch.coordinates(p.x(), p.y());
                    place[4 * static_cast<std::size_t>(j * nx + i) + static_cast<std::size_t>(sub)] = {float(s),
                                                                                                       float(across)};
                }
    });

    const auto voxels = static_cast<std::size_t>(grid.voxels());
    std::vector<std::int16_t> image(voxels);
    std::vector<std::uint8_t> tissue(voxels);
    const int side = std::max(nx, ny);
    parallelFor(0, nz, 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> noise;
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            phantom::fillNoise(o.seed, k, side, noise);
            for (int j = 0; j < ny; ++j)
                for (int i = 0; i < nx; ++i) {
                    double hu = 0;
                    std::array<int, kTissues> votes{};
                    for (int sub = 0; sub < 8; ++sub) {
                        const auto& [s, across] =
                            place[4 * static_cast<std::size_t>(j * nx + i) + static_cast<std::size_t>(sub & 3)];
                        Vec3 p = point(i, j, sub & 3);
                        p.z() = grid.origin.z() + (k + (sub >> 2 ? 0.25 : -0.25)) * o.spacing;
                        const Tissue t = scene.at(p, double(s), double(across));
                        hu += kHu[t] / 8;
                        ++votes[t];
                    }
                    const std::size_t at =
                        (static_cast<std::size_t>(k) * static_cast<std::size_t>(ny) + static_cast<std::size_t>(j)) *
                            static_cast<std::size_t>(nx) +
                        static_cast<std::size_t>(o.mirrored ? nx - 1 - i : i);
                    tissue[at] =
                        static_cast<std::uint8_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
                    const double grey = o.coneBeam ? 0.8 * hu + 120 : hu;
                    image[at] = static_cast<std::int16_t>(std::lround(std::clamp(
                        grey + o.noise * double(noise[static_cast<std::size_t>(j * side + i)]), -1024.0, 4000.0)));
                }
        }
    });

    Jaw jaw;
    jaw.image = Volume(grid, std::move(image));
    const auto mask = [&](auto in) {
        std::vector<std::uint8_t> v(voxels);
        for (std::size_t n = 0; n < voxels; ++n)
            v[n] = in(Tissue(tissue[n]), int(n % static_cast<std::size_t>(nx)));
        return Mask(grid, v);
    };
    const auto left = [&](int i) { return (i >= nx / 2) != o.mirrored; };
    jaw.masks["mandible"] = mask([](Tissue t, int) { return t == Cortex || t == Spongy; });
    jaw.masks["tooth"] = mask([](Tissue t, int) { return t == Dentine || t == Enamel || t == Pulp; });
    jaw.masks[o.mirrored ? "mandibular_canal_right" : "mandibular_canal_left"] =
        mask([&](Tissue t, int i) { return t == Canal && left(i); });
    jaw.masks[o.mirrored ? "mandibular_canal_left" : "mandibular_canal_right"] =
        mask([&](Tissue t, int i) { return t == Canal && !left(i); });
    const double s = kTeeth[kMissing].s, flip = o.mirrored ? -1 : 1;
    const auto flipped = [&](Vec3 v) {
        v.x() *= flip;
        return v;
    };
    jaw.gapCrest = flipped(scene.arch.at(s) + Vec3(0, 0, kCrest));
    jaw.gapTangent = flipped(-scene.arch.tangent(s));
    for (const Vec3& p : scene.canal) {
        (o.mirrored ? jaw.canalRight : jaw.canalLeft).push_back(flipped(p));
        (o.mirrored ? jaw.canalLeft : jaw.canalRight).push_back(flipped(Vec3(-p.x(), p.y(), p.z())));
    }
    jaw.canalRadius = kCanalRadius;
    return jaw;
}

} // namespace pollux
