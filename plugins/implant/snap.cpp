#include "plugins/implant/snap.h"

#include "core/anatomy/dental_arch.h"
#include "core/base/error.h"
#include "plugins/implant/component_error.h"
#include "plugins/implant/region_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kWithin = 0.5;     // degrees
constexpr double kBorderStep = 1.5; // mm
constexpr double kLines = 0.5;      // mm between the lines that areas are summed over
constexpr double kSoft = 0.5;       // mm over which the worst places are weighed
constexpr double kPerMm = 0.02;     // of coverage for a millimetre of overhang
constexpr double kPerMmAbove = 0.2; // the same above the limit
constexpr double kSpare = 0.1;      // mm: the search looks coarser than what is measured in the end
constexpr double kMostShift = 20;   // mm, as the parameters have it
constexpr double kFirstStep = 4, kLastStep = 0.1;
constexpr int kMostMoves = 200;
constexpr double kMarch = 0.1; // mm along an axis

} // namespace

double snapped(double value, const std::vector<double>& targets, double within)
{
    double best = value, nearest = within;
    for (const double t : targets)
        if (const double far = std::fabs(value - t); std::isfinite(t) && far <= nearest) {
            best = t;
            nearest = far;
        }
    return best;
}

ComponentSetting snapAngles(ComponentSetting s, std::optional<double> nativeVarus, std::optional<double> nativeSlope)
{
    const auto to = [](double value, std::optional<double> native) {
        return snapped(value, native ? std::vector<double>{*native, 0} : std::vector<double>{0}, kWithin);
    };
    s.varus = to(s.varus, nativeVarus);
    s.slope = to(s.slope, nativeSlope);
    return s;
}

ComponentSetting bestPlacement(const ComponentScene& scene, const FlatComponent& component,
                               const ComponentSetting& setting, double overhangLimit)
{
    ComponentSetting out = setting;
    out.lateral = out.anterior = 0;
    const BodyPose pose = scene.pose(out);
    // Shifts lie in the plane of the cut: the bone's border is the same for all of them.
    Rings bone = scene.cut(pose);
    for (Ring& ring : bone)
        ring = sampled(ring, kBorderStep); // finer than that it only takes longer
    const Rings outer = bone.empty() ? Rings() : Rings{bone.front()};
    const double lateral = scene.forSide({}).medialAtPlusZ ? -1 : 1;
    const Ring base = component.outline();
    const std::vector<Vec2> border = sampled(base, kBorderStep);
    const auto score = [&](const Vec2& shift) {
        const Vec2 by(shift.x(), lateral * shift.y());
        Ring moved = base;
        for (Vec2& q : moved)
            q += by;
        double worst = -std::numeric_limits<double>::infinity();
        std::vector<BorderPlace> places;
        places.reserve(border.size());
        for (const Vec2& q : border) {
            places.push_back({q, pollux::signedDistance(outer, q + by), Vec2::Zero()});
            worst = std::max(worst, places.back().beyond);
        }
        double sum = 0;
        for (const BorderPlace& p : places)
            sum += std::exp((p.beyond - worst) / kSoft);
        const double soft = worst + kSoft * std::log(sum / double(border.size()));
        const SharedArea area = sharedArea(bone, {moved}, kLines);
        const double coverage = area.a > 0 ? area.both / area.a : 0;
        double score = coverage - kPerMm * soft - kPerMmAbove * std::max(0.0, worst - overhangLimit);
        if (setting.malleolus > 0) { // overhang is no way to leave it
            const double beside = besideMedially(outer, border, by, component.depth, -lateral);
            score -= kPerMmAbove * (std::max(0.0, std::min(worst + kSpare, overhangLimit)) +
                                    std::max(0.0, setting.malleolus + kSpare - beside));
        }
        return score;
    };
    constexpr std::array<std::array<int, 2>, 8> ways{
        {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}}};
    Vec2 at = Vec2::Zero();
    double best = score(at);
    int moves = 0;
    for (double step = kFirstStep; step > kLastStep && moves < kMostMoves;) {
        Vec2 next = at;
        double found = best;
        for (const auto& way : ways) {
            const Vec2 tried = at + step * Vec2(way[0], way[1]);
            if (tried.cwiseAbs().maxCoeff() > kMostShift)
                continue;
            if (const double s = score(tried); s > found + 1e-12) {
                found = s;
                next = tried;
            }
        }
        ++moves;
        if (found > best) {
            at = next;
            best = found;
        } else
            step /= 2;
    }
    out.anterior = at.x();
    out.lateral = at.y();
    return out;
}

PlacedSize bestPlacement(const ComponentScene& scene, std::vector<FlatComponent> sizes, const ComponentSetting& setting,
                         double overhangWanted, double overhangLimit)
{
    const auto at = [&](const FlatComponent& c) {
        return PlacedSize{c, bestPlacement(scene, c, setting, overhangLimit)};
    };
    ComponentSetting middle = setting;
    middle.lateral = middle.anterior = 0;
    const FlatComponent usual = scene.proposed(sizes, middle, overhangWanted);
    if (sizes.size() == 1)
        return at(usual);
    std::stable_sort(sizes.begin(), sizes.end(), [](const FlatComponent& a, const FlatComponent& b) {
        return a.width * a.depth > b.width * b.depth;
    });
    for (const FlatComponent& c : sizes) {
        const PlacedSize here = at(c);
        const ComponentMeasures m = scene.measure(c, scene.pose(here.setting));
        if (m.worstOverhang <= overhangWanted && m.malleolus.value_or(kFar) >= setting.malleolus)
            return here;
    }
    return at(usual);
}

std::optional<Vec3> entersAt(const Mask& bone, const Vec3& about, const Vec3& direction, double reach)
{
    if (!about.allFinite() || !direction.allFinite() || !(direction.norm() > 1e-6) || !(reach > 0 && reach <= 500))
        throw Error(ErrorCode::BadInput, "The place or the axis is not one.", "Set both points again.");
    if (bone.empty())
        return {};
    const Vec3 d = direction.normalized();
    const auto steps = static_cast<int>(std::ceil(2 * reach / kMarch));
    std::optional<double> best;
    double before = shareSet(bone, about - reach * d);
    for (int n = 1; n <= steps; ++n) {
        const double s = -reach + 2 * reach * n / steps, here = shareSet(bone, about + s * d);
        if (before < 0.5 && here >= 0.5) {
            const double back = 2 * reach / steps * (here - 0.5) / (here - before);
            if (!best || std::fabs(s - back) < std::fabs(*best))
                best = s - back;
        }
        before = here;
    }
    return best ? std::optional<Vec3>(about + *best * d) : std::nullopt;
}

std::optional<Vec3> snapEntry(const Mask& bone, const AxisPose& pose, double reach)
{
    return entersAt(bone, pose.origin, pose.direction, reach);
}

std::optional<AxisPose> snapPlatform(const Mask& bone, const AxisPose& pose, const std::vector<Vec3>& arch,
                                     double withinDegrees, double reach)
{
    AxisPose out = pose;
    if (arch.size() >= 3) {
        Vec3 normal = archUp(arch);
        if (normal.dot(pose.direction) < 0)
            normal = -normal;
        const double off =
            std::acos(std::clamp(normal.dot(pose.direction.normalized()), -1.0, 1.0)) * 180 / std::numbers::pi;
        if (off <= withinDegrees)
            out.direction = normal;
    }
    const auto crest = entersAt(bone, out.origin, out.direction, reach);
    if (!crest)
        return {};
    out.origin = *crest;
    return out;
}

} // namespace pollux::implant
