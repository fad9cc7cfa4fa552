#include "plugins/implant/breach_chance.h"

#include "core/base/error.h"
#include "plugins/implant/region_distance.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace pollux::implant {

namespace {

constexpr int kPoints = 2048;        // of the sum
constexpr int kAround = 16;          // of a ring
constexpr double kStation = 1.5;     // mm between rings along the axis
constexpr double kAcross = 1;        // mm between the places that the field is read at; straight between them
constexpr double kMostAcross = 10;   // of these from the axis to the largest shift: larger ones make them coarser
constexpr double kFarthest = 20;     // mm: deeper or farther is told as that
constexpr double kLargestShift = 20; // mm: what is shifted by more counts as shifted by that

/// Digits of a number mirrored at the point: evenly spread over 0 to 1 (van der Corput).
double mirrored(int n, int base)
{
    double out = 0, share = 1;
    for (; n > 0; n /= base) {
        share /= base;
        out += share * (n % base);
    }
    return out;
}

/// One error at an end: a size in standard deviations, and a direction.
struct Draw
{
    double deviations;
    Eigen::Vector2f direction;
};

const std::vector<std::array<Draw, 2>>& draws()
{
    static const std::vector<std::array<Draw, 2>> all = [] {
        std::vector<std::array<Draw, 2>> out;
        out.reserve(kPoints);
        const auto towards = [](double share) {
            const double angle = 2 * std::numbers::pi * share;
            return Eigen::Vector2f(float(std::cos(angle)), float(std::sin(angle)));
        };
        for (int n = 0; n < kPoints; ++n)
            out.push_back({Draw{normalQuantile((n + 0.5) / kPoints), towards(mirrored(n, 2))},
                           Draw{normalQuantile(mirrored(n + 1, 3)), towards(mirrored(n, 5))}});
        return out;
    }();
    return all;
}

/// What a ring about the axis meets, for every shift of its middle: on a square grid about the axis.
struct Station
{
    double along = 0, share = 0; ///< mm; of the way from entry to tip
    std::vector<float> farthest; ///< mm: how far its farthest point lies out of the bone, below 0: within
    std::vector<float> inBone;   ///< share of it
};

class Table
{
public:
    Table(double reach, double radius)
        : m_step(std::max(kAcross, reach / kMostAcross)), m_half(static_cast<int>(std::ceil(reach / m_step))),
          m_wide(m_half + static_cast<int>(std::ceil(radius / m_step)) + 1)
    {
    }

    Station station(const Volume& bone, const AxisPose& pose, double along, double radius) const
    {
        const Vec3 x = acrossOf(pose.direction), y = pose.direction.cross(x), middle = pose.at(along);
        const int side = 2 * m_wide + 1;
        std::vector<float> field(static_cast<size_t>(side) * static_cast<size_t>(side));
        for (int j = 0; j < side; ++j)
            for (int i = 0; i < side; ++i)
                field[static_cast<size_t>(j * side + i)] = float(std::clamp(
                    distanceAt(bone, middle + m_step * ((i - m_wide) * x + (j - m_wide) * y)), -kFarthest, kFarthest));
        Station out;
        out.along = along;
        const int places = 2 * m_half + 1;
        out.farthest.assign(static_cast<size_t>(places) * static_cast<size_t>(places), -float(kFarthest));
        out.inBone.assign(out.farthest.size(), 0);
        for (int a = 0; a < kAround; ++a) {
            // From any place of the grid it is the same step: the weights of the four places about its end as well.
            const double angle = 2 * std::numbers::pi * a / kAround, u = radius * std::cos(angle) / m_step,
                         v = radius * std::sin(angle) / m_step;
            const int du = static_cast<int>(std::floor(u)), dv = static_cast<int>(std::floor(v));
            const float fu = float(u - du), fv = float(v - dv);
            for (int j = 0; j < places; ++j)
                for (int i = 0; i < places; ++i) {
                    const float* p =
                        &field[static_cast<size_t>((j - m_half + m_wide + dv) * side + (i - m_half + m_wide + du))];
                    const float d =
                        (1 - fv) * ((1 - fu) * p[0] + fu * p[1]) + fv * ((1 - fu) * p[side] + fu * p[side + 1]);
                    const auto at = static_cast<size_t>(j * places + i);
                    out.farthest[at] = std::max(out.farthest[at], d);
                    out.inBone[at] += d < 0 ? 1.0f / kAround : 0.0f;
                }
        }
        return out;
    }

    /// Straight between the places of the grid.
    float read(const std::vector<float>& values, const Eigen::Vector2f& shift) const
    {
        const float most = float(2 * m_half) - 1e-3f;
        const float u = std::clamp(shift.x() / float(m_step) + float(m_half), 0.0f, most),
                    v = std::clamp(shift.y() / float(m_step) + float(m_half), 0.0f, most);
        const int i = static_cast<int>(u), j = static_cast<int>(v), places = 2 * m_half + 1;
        const float fu = u - float(i), fv = v - float(j);
        const float* p = &values[static_cast<size_t>(j * places + i)];
        return (1 - fv) * ((1 - fu) * p[0] + fu * p[1]) + fv * ((1 - fu) * p[places] + fu * p[places + 1]);
    }

private:
    double m_step;      ///< mm
    int m_half, m_wide; ///< places from the axis to the border: of shifts, of what rings reach
};

} // namespace

BreachChance breachChance(const Volume& bone, const BoneScrew& screw, const AxisPose& pose, const ExecutionError& error,
                          double beyond)
{
    screw.check();
    for (const double v : {error.platform, error.platformSd, error.apex, error.apexSd, beyond})
        if (!(v >= 0) || !std::isfinite(v))
            throw Error(ErrorCode::BadInput, "The error of execution is below 0 or not finite.",
                        "Give mean and spread as studies report them.");
    const double reach = std::min(
        kLargestShift, std::max(error.platform + 4 * error.platformSd, error.apex + 4 * error.apexSd) + kAcross);
    const Outline body = screw.body();
    const Table table(reach, screw.diameter / 2);
    std::vector<Station> stations;
    const int count = static_cast<int>(std::ceil(screw.length / kStation));
    std::vector<double> places;
    for (int n = 0; n < count; ++n)
        places.push_back(screw.length * (n + 0.5) / count);
    places.push_back(screw.length - screw.tipLength());
    places.push_back(screw.length);
    std::sort(places.begin(), places.end());
    for (const double s : places) {
        stations.push_back(table.station(bone, pose, s, body.radiusAt(s)));
        stations.back().share = s / screw.length;
    }

    BreachChance out;
    const auto add = [&](const Eigen::Vector2f& entry, const Eigen::Vector2f& tip) {
        double from = -1, worst = -kFarthest;
        for (const Station& s : stations) {
            const Eigen::Vector2f shift = float(1 - s.share) * entry + float(s.share) * tip;
            if (from < 0) {
                if (table.read(s.inBone, shift) >= 0.5f)
                    from = std::floor(s.along) + screw.diameter / 2;
                continue;
            }
            if (s.along >= from)
                worst = std::max(worst, double(table.read(s.farthest, shift)));
        }
        const bool nowhere = from < 0;
        out.any += nowhere || worst > 0 ? 0.25 / kPoints : 0;
        out.beyond += nowhere || (worst > 0 && worst >= beyond) ? 0.25 / kPoints : 0;
    };
    for (const auto& [first, last] : draws()) {
        const Eigen::Vector2f entry =
            float(std::max(error.platform + first.deviations * error.platformSd, 0.0)) * first.direction;
        const Eigen::Vector2f tip = float(std::max(error.apex + last.deviations * error.apexSd, 0.0)) * last.direction;
        // Mirrored both ways, so that left and right give the same.
        for (const Eigen::Array2f& mirror :
             {Eigen::Array2f(1, 1), Eigen::Array2f(-1, 1), Eigen::Array2f(1, -1), Eigen::Array2f(-1, -1)})
            add(mirror * entry.array(), mirror * tip.array());
    }
    return out;
}

} // namespace pollux::implant
