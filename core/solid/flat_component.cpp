#include "core/solid/flat_component.h"

#include "core/base/error.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

constexpr int kCorners = 96;
constexpr double kLowest = 0.5; // mm that a dome keeps at its ends

/// How a kind's base differs from a rounded rectangle.
struct BaseShape
{
    double exponent; ///< of the superellipse: 2 an ellipse, more: nearer to a rectangle
    double taper;    ///< the front is wider by this share, the back narrower
    double notch;    ///< share of the depth that is taken out behind, in the middle
    double medial;   ///< share by which the medial half reaches farther back
};

BaseShape shapeOf(ComponentKind kind)
{
    switch (kind) {
    case ComponentKind::AnkleTibia:
        return {4, 0.05, 0, 0};
    case ComponentKind::AnkleTalus:
        // Widths of the talar dome, front to back: 29.9, 27.9, 25.2 mm (21 ankles, PMC1888582).
        return {4, 0.085, 0, 0};
    case ComponentKind::KneeTibia:
        return {2.6, 0, 0.18, 0.06};
    case ComponentKind::KneeFemur:
        return {3, 0, 0.45, 0};
    case ComponentKind::Plate:
        break;
    }
    return {8, 0, 0, 0};
}

} // namespace

std::string_view name(ComponentKind kind)
{
    switch (kind) {
    case ComponentKind::AnkleTibia:
        return "ankle, tibia";
    case ComponentKind::AnkleTalus:
        return "ankle, talus";
    case ComponentKind::KneeTibia:
        return "knee, tibia";
    case ComponentKind::KneeFemur:
        return "knee, femur";
    case ComponentKind::Plate:
        break;
    }
    return "plate";
}

void BodyPose::check() const
{
    if (!origin.allFinite() || !axes.allFinite() ||
        !((axes.transpose() * axes - Mat3::Identity()).cwiseAbs().maxCoeff() < 1e-6) || !(axes.determinant() > 0))
        throw Error(ErrorCode::BadInput, "The component's pose is not one.", "Place it again.");
}

Ring FlatComponent::outline() const
{
    const BaseShape s = shapeOf(kind);
    const double a = depth / 2, b = width / 2;
    Ring ring;
    for (int n = 0; n < kCorners; ++n) {
        const double t = 2 * std::numbers::pi * n / kCorners, c = std::cos(t), d = std::sin(t);
        const double r =
            std::pow(std::pow(std::fabs(c), s.exponent) + std::pow(std::fabs(d), s.exponent), -1 / s.exponent);
        double x = a * r * c, z = b * r * d;
        if (x < 0) {
            const double behind = std::min(1.0, -x / (0.6 * a));
            x += s.notch * depth * std::exp(-std::pow(z / (0.22 * width), 2)) * behind;
            x *= 1 + s.medial * (medialAtPlusZ ? z : -z) / b;
        }
        z *= 1 + s.taper * x / a;
        ring.emplace_back(x, z);
    }
    return ring;
}

double FlatComponent::heightAt(double x) const
{
    if (domeRadius <= 0)
        return thickness;
    const double inside = domeRadius * domeRadius - x * x;
    return inside > 0 ? std::max(0.0, std::sqrt(inside) - (domeRadius - thickness)) : 0;
}

std::vector<Vec2> FlatComponent::pegPlaces() const
{
    std::vector<Vec2> out;
    for (int n = 0; n < pegs; ++n)
        out.emplace_back(kind == ComponentKind::KneeFemur ? 0.1 * depth : 0.0,
                         pegs == 1 ? 0.0 : (n / double(pegs - 1) - 0.5) * 0.5 * width);
    return out;
}

std::vector<Vec2> FlatComponent::holePlaces() const
{
    std::vector<Vec2> out;
    for (int n = 0; n < holes; ++n)
        out.emplace_back(((n + 0.5) / holes - 0.5) * (depth - width / 2), 0.0);
    return out;
}

bool FlatComponent::contains(const Vec3& local, const Rings& base) const
{
    const Vec2 at(local.x(), local.z());
    if (local.y() < 0) {
        if (local.y() < -pegLength)
            return false;
        const auto places = pegPlaces();
        return std::any_of(places.begin(), places.end(),
                           [&](const Vec2& p) { return (at - p).norm() <= pegDiameter / 2; });
    }
    if (local.y() > heightAt(local.x()) || !pollux::contains(base, at))
        return false;
    const auto places = holePlaces();
    return std::none_of(places.begin(), places.end(),
                        [&](const Vec2& p) { return (at - p).norm() < holeDiameter / 2; });
}

void FlatComponent::check() const
{
    const auto within = [](double v, double low, double high) { return v >= low && v <= high; };
    const bool plate = kind == ComponentKind::Plate;
    if (!within(width, 4, 120) || !within(depth, 8, 300) || !within(thickness, 1, 30) ||
        !(domeRadius == 0 || within(domeRadius, 8, 80)) || pegs < 0 || pegs > 4 ||
        (pegs > 0 && (!within(pegLength, 1, 80) || !within(pegDiameter, 1, width / 2.5))) || holes < 0 || holes > 30 ||
        (holes > 0 &&
         (!plate || !within(holeDiameter, 1, width - 2) || (depth - width / 2) / holes < holeDiameter + 1)))
        throw Error(ErrorCode::BadInput, "These measures make no component.",
                    "Pegs must be thinner than the base, holes smaller than a plate and a millimetre apart.");
    if (domeRadius > 0 && (heightAt(depth / 2) < kLowest || domeRadius < thickness))
        throw Error(ErrorCode::BadInput, "The dome is lower than its base at the front and the back.",
                    "Give a thicker component, a larger radius or a shorter base.");
}

FlatComponent genericComponent(ComponentKind kind, double width, double depth)
{
    FlatComponent c;
    c.kind = kind;
    c.width = width;
    c.depth = depth;
    switch (kind) {
    case ComponentKind::AnkleTibia:
        break;
    case ComponentKind::AnkleTalus:
        c.domeRadius = 20.7; // mm, mean of 21 ankles (PMC1888582)
        // As high as leaves the ends of the dome above the base.
        c.thickness = std::clamp(
            c.domeRadius - std::sqrt(std::max(0.0, c.domeRadius * c.domeRadius - depth * depth / 4)) + 1.5, 5.0, 15.0);
        c.pegDiameter = 5;
        c.pegLength = 7;
        break;
    case ComponentKind::KneeTibia:
        c.pegs = 1;
        c.pegDiameter = 13;
        c.pegLength = 35;
        c.thickness = 9;
        break;
    case ComponentKind::KneeFemur:
        c.thickness = 9;
        c.pegDiameter = 7;
        c.pegLength = 14;
        break;
    case ComponentKind::Plate:
        c.thickness = 3.5;
        c.pegs = 0;
        c.holes = std::clamp(static_cast<int>(depth / 12), 2, 12);
        c.holeDiameter = 4.5;
        break;
    }
    return c;
}

} // namespace pollux
