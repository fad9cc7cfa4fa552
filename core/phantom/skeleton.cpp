#include "core/phantom/model.h"

#include <algorithm>
#include <numbers>

namespace pollux::phantom {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kBodyY = 48, kCanalY = 72;

Label vertebra(int n, const Vec3& p)
{
    const bool lumbar = n >= 12;
    const double half = Frame::vertebraHeight(n) / 2;
    const double z = p.z() - Frame::vertebraLevel(n);
    const double a = lumbar ? 23 : 18, b = lumbar ? 16.5 : 15.5;
    const double dx = p.x(), dy = p.y() - kCanalY;
    const double canal = (dx / 11.5) * (dx / 11.5) + (dy / 9) * (dy / 9);
    if (canal < 1)
        return Label::SpinalCanal;

    // The body is waisted, its back hollowed by the canal.
    const double waist = 1 - 0.09 * (1 - (z / half) * (z / half));
    const auto inBody = [&](double inset) {
        const double u = dx / (a * waist - inset), v = (p.y() - kBodyY) / (b * waist - inset);
        return std::abs(z) < half - inset && u * u + v * v < 1;
    };
    if (inBody(1.6))
        return Label::VertebraMarrow;
    if (inBody(0))
        return Label::VertebraCortex;

    // Pedicles and laminae: a ring round the canal, in the upper part of the level only at its front.
    const double ring = std::sqrt((dx / 18) * (dx / 18) + ((dy - 1) / 15) * ((dy - 1) / 15));
    const bool ringHeight = dy > 2 ? std::abs(z + 3) < 11 : std::abs(z - 3) < 7;
    if (ring < 1 && p.y() > kBodyY && ringHeight)
        return canal > 1.35 && ring < 0.86 && std::abs(z) < 9 ? Label::VertebraMarrow : Label::VertebraCortex;

    // Spinous process, sloping down in the chest.
    const double slope = lumbar ? 0.25 : 0.8;
    const double sz = z + 5 + slope * (p.y() - 84);
    const auto inSpine = [&](double inset) {
        return p.y() > 80 && p.y() < 100 - inset && std::abs(dx) < 3.6 - inset &&
               std::abs(sz) < (lumbar ? 10 : 6) - inset;
    };
    if (inSpine(1.5))
        return Label::VertebraMarrow;
    if (inSpine(0))
        return Label::VertebraCortex;

    // Transverse processes.
    const double reach = lumbar ? 42 : 36;
    const double ax = std::abs(dx);
    const double u = (p.y() - 73 - 0.12 * ax) / 4.2, v = (z - 3) / 5.5;
    if (ax > 10 && ax < reach && u * u + v * v < 1)
        return u * u + v * v < 0.35 && ax < reach - 2 ? Label::VertebraMarrow : Label::VertebraCortex;
    return Label::None;
}

Label disc(const Vec3& p)
{
    const double dx = p.x(), dy = p.y() - kCanalY;
    if ((dx / 11.5) * (dx / 11.5) + (dy / 9) * (dy / 9) < 1)
        return Label::SpinalCanal;
    const double a = p.z() < 60 ? 22.5 : 17.5;
    const double u = dx / a, v = (p.y() - kBodyY) / 16;
    return u * u + v * v < 1 ? Label::Disc : Label::None;
}

struct RibCourse
{
    double tip;   // degrees from the back where bone ends
    double drop;  // mm from head to tip
    double join;  // degrees where its cartilage ends; 0: floating
    double joinZ; // height there
};

RibCourse course(int n)
{
    const double sternumEdge = 172;
    switch (n) {
    case 12:
        return {48, 38, 0, 0};
    case 11:
        return {82, 68, 0, 0};
    case 10:
        return {106, 96, 137, 8};
    case 9:
        return {117, 98, 148, 36};
    case 8:
        return {129, 98, 158, 60};
    case 7:
        return {141, 98, sternumEdge, 82};
    default:
        return {146, 30.0 + 10 * n, sternumEdge, Frame::vertebraLevel(n) - 20 - 10.0 * n};
    }
}

void addRib(const Frame& frame, Model& model, int n, int side)
{
    const RibCourse rib = course(n);
    const double head = Frame::vertebraLevel(n) + 7;
    const double tip = rib.tip * kPi / 180;
    std::vector<TubePoint> points = {{Vec3(side * 19, 60, head), 3.4}, {Vec3(side * 38, 79, head - 2), 3.4}};
    const double first = 24 * kPi / 180;
    const int steps = 2 + static_cast<int>((tip - first) * 9);
    for (int s = 0; s <= steps; ++s) {
        const double t = static_cast<double>(s) / steps;
        // Steep round the side, flatter towards the tip.
        const double z = head - 4 - (rib.drop - 4) * (0.75 * t + 0.25 * t * t);
        points.push_back({frame.wallPoint(first + t * (tip - first), z, side), n >= 11 ? 3.0 : 3.5});
    }
    const auto path = smoothPath(points, 6);
    addTube(model.solids, path, 1.3, Label::RibMarrow, 1.9);
    addTube(model.solids, path, 0, Label::RibCortex, 1.9);

    if (rib.join == 0)
        return;
    std::vector<TubePoint> cartilage;
    const double from = points.back().position.z();
    for (int s = 0; s <= 6; ++s) {
        const double t = s / 6.0;
        const double z = from + (rib.joinZ - from) * t * t * (1.6 - 0.6 * t);
        cartilage.push_back({frame.wallPoint(tip + t * (rib.join * kPi / 180 - tip), z, side), 4.2});
    }
    addTube(model.solids, smoothPath(cartilage, 6), 0, Label::Cartilage, 1.4);
}

Label sternum(const Vec3& p)
{
    const bool xiphoid = p.z() < 78;
    const double a = xiphoid ? 7 : 19, b = xiphoid ? 3.5 : 5.5;
    const double y = p.y() + 88;
    const auto inside = [&](double inset) {
        const double u = p.x() / (a - inset), v = y / (b - inset);
        return u * u * u * u + v * v < 1;
    };
    if (p.z() < 55 || p.z() > 260 || !inside(0))
        return Label::None;
    return inside(1.3) && !xiphoid ? Label::SternumMarrow : Label::SternumCortex;
}

// Wings of the hip bones: a plate along the inside of the wall that rises highest at the side.
Label iliacWing(const Frame& frame, const Vec3& p)
{
    const double angle = std::atan2(std::abs(p.x()) / 135, (p.y() - 8) / 78) * 180 / kPi;
    if (angle < 22 || angle > 122)
        return Label::None;
    const double off = (angle - 72) / 50;
    const double top = -96 - 34 * off * off;
    const double depth = -frame.cavityDistance(p); // below the inner surface of the wall
    const double middle = -1.5 + 0.10 * (p.z() - top);
    const double thick = 3.2 + 1.6 * smoothStep(10, 0, top - p.z()) + 2.5 * smoothStep(55, 25, angle);
    const double d = std::abs(depth - middle);
    if (p.z() > top || d > thick)
        return Label::None;
    return d < thick - 1.4 && p.z() < top - 1.5 ? Label::PelvisMarrow : Label::PelvisCortex;
}

} // namespace

void addSkeleton(const Frame& frame, Model& model)
{
    auto& solids = model.solids;
    for (int n = 1; n <= 17; ++n) {
        const double z = Frame::vertebraLevel(n);
        solids.push_back(
            {{Vec3(-46, 25, z - 30), Vec3(46, 102, z + 20)}, [n](const Vec3& p) { return vertebra(n, p); }});
    }
    solids.push_back({{Vec3(-24, 30, -170), Vec3(24, 85, 320)}, disc});
    for (int n = 1; n <= 12; ++n)
        for (int side : {-1, 1})
            addRib(frame, model, n, side);
    solids.push_back({{Vec3(-22, -96, 55), Vec3(22, -80, 260)}, sternum});
    for (int side : {-1, 1}) {
        const Box box =
            side < 0 ? Box{Vec3(-160, -80, -260), Vec3(-20, 100, -90)} : Box{Vec3(20, -80, -260), Vec3(160, 100, -90)};
        solids.push_back({box, [&frame](const Vec3& p) { return iliacWing(frame, p); }});
    }
}

} // namespace pollux::phantom
