#include "core/phantom/ankle.h"

#include "core/base/error.h"
#include "core/phantom/ankle_shape.h"
#include "core/phantom/bone_image.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

using phantom::AnkleShape;

constexpr std::array<const char*, AnkleShape::kBones> kKeys{"tibia", "fibula", "talus", "calcaneus"};
const Vec3 kPlace(-80, 12, 35); // the leg's origin, of a right leg

void check(const AnkleOptions& o)
{
    if (!(o.spacing >= 0.4 && o.spacing <= 2))
        throw Error(ErrorCode::BadInput, "The pixels of the ankle must be 0.4 to 2 mm.");
    if (!(o.sliceSpacing == 0 || (o.sliceSpacing >= 0.4 && o.sliceSpacing <= 5)))
        throw Error(ErrorCode::BadInput,
                    "The slices of the ankle must be 0.4 to 5 mm apart, or 0 for the pixels' size.");
    if (!(o.noise >= 0 && o.noise <= 500))
        throw Error(ErrorCode::BadInput, "The noise of the ankle must be 0 to 500 HU.");
    if (!(std::fabs(o.plafondTilt) <= 15 && std::fabs(o.plafondSlope) <= 15))
        throw Error(ErrorCode::BadInput, "Tilt and slope of the ankle must be -15 to 15 degrees.");
    if (!(std::fabs(o.axialTurn) <= 60))
        throw Error(ErrorCode::BadInput, "The turn of the leg must be -60 to 60 degrees.");
}

/// The leg's frame in LPS of a right leg.
Eigen::Isometry3d placed(double axialTurn)
{
    return Eigen::Translation3d(kPlace) * Eigen::AngleAxisd(-axialTurn * std::numbers::pi / 180, Vec3::UnitZ());
}

/// Centre of volume of the talus, leg's frame.
Vec3 talusCentreOf(const AnkleShape& shape, const Job& job)
{
    constexpr double kStep = 0.75;
    Vec3 sum = Vec3::Zero();
    double weight = 0;
    for (double z = -36; z < 0; z += kStep) {
        job.checkStop();
        for (double y = -42; y < 22; y += kStep)
            for (double x = -20; x < 22; x += kStep) {
                const Vec3 p = shape.turn() * Vec3(x, y, z);
                // The part of the cell that is inside, of a plane.
                const double part = std::clamp(0.5 - shape.bone(AnkleShape::Talus, p) / kStep, 0.0, 1.0);
                sum += part * p;
                weight += part;
            }
    }
    return sum / weight;
}

} // namespace

Vec3 Ankle::toLps(const Vec3& legPoint) const
{
    return plafondCentre + legPoint.x() * medial - legPoint.y() * anterior + legPoint.z() * shaftDirection;
}

Vec3 Ankle::toLeg(const Vec3& lps) const
{
    const Vec3 d = lps - plafondCentre;
    return {d.dot(medial), -d.dot(anterior), d.dot(shaftDirection)};
}

std::vector<Vec3> Ankle::tibiaOutlineAt(double height) const
{
    if (!(height >= 1 && height <= 105) || !shape)
        throw Error(ErrorCode::BadInput, "The tibia of the phantom can be cut 1 to 105 mm above the plafond.");
    constexpr int kPoints = 720;
    std::vector<Vec3> points;
    for (int n = 0; n < kPoints; ++n) {
        const double angle = (left ? -n : n) * 2 * std::numbers::pi / kPoints;
        const double r = shape->tibiaRadius(height, angle);
        points.push_back(toLps({r * std::cos(angle), r * std::sin(angle), height}));
    }
    return points;
}

Ankle::Widths Ankle::tibiaWidthsAt(double height) const
{
    double low[2]{1e9, 1e9}, high[2]{-1e9, -1e9};
    for (const Vec3& p : tibiaOutlineAt(height)) {
        const Vec3 q = toLeg(p);
        for (int a = 0; a < 2; ++a) {
            low[a] = std::min(low[a], q[a]);
            high[a] = std::max(high[a], q[a]);
        }
    }
    return {high[0] - low[0], high[1] - low[1]};
}

Ankle makeAnkle(const AnkleOptions& o, const Job& job)
{
    check(o);
    const auto shape = std::make_shared<const AnkleShape>(o.plafondTilt, o.plafondSlope);
    const Eigen::Isometry3d place = placed(o.axialTurn), toLeg = place.inverse();
    const double slice = o.sliceSpacing > 0 ? o.sliceSpacing : o.spacing;
    Grid grid = phantom::gridAbout(shape->box(), place, {o.spacing, o.spacing, slice}, phantom::GridFrom::Upper);
    phantom::BoneImage bones =
        phantom::sampleBones(*shape, toLeg, grid, {o.spacing > 1 ? 3 : 2, 0.4, o.noise, o.seed, o.mirrored}, job);

    const auto mirrored = [&](Vec3 v) {
        if (o.mirrored)
            v.x() = -v.x();
        return v;
    };
    if (o.mirrored)
        grid = phantom::mirrored(grid);
    Ankle a;
    a.image = Volume(grid, std::move(bones.hu));
    a.masks = bones.masks(grid, kKeys, job);
    a.left = o.mirrored;
    a.shape = shape;
    a.plafondCentre = mirrored(place.translation());
    a.medial = mirrored(place.linear() * Vec3::UnitX());
    a.anterior = mirrored(place.linear() * -Vec3::UnitY());
    const auto way = [&](const Vec3& v) { return Vec3(a.toLps(v) - a.plafondCentre); };
    a.shaftLow = a.toLps({0, 0, AnkleShape::kStraight});
    a.shaftHigh = a.toLps({0, 0, AnkleShape::kTop - 5});
    a.medialMalleolus = a.toLps(shape->medialTip());
    a.lateralMalleolus = a.toLps(shape->lateralTip());
    a.plafondNormal = way(shape->turn().col(2));
    a.domeCentre = a.toLps(shape->domeCentre());
    a.domeAxis = way(shape->turn().col(0));
    a.domeRadius = AnkleShape::kDome;
    a.plafondRadius = AnkleShape::kDome + AnkleShape::kGap;
    a.trochleaFront = AnkleShape::trochleaWidth(-13);
    a.trochleaMiddle = AnkleShape::trochleaWidth(0);
    a.trochleaBack = AnkleShape::trochleaWidth(13);
    a.talusCentre = a.toLps(talusCentreOf(*shape, job));
    a.forefoot = way(-shape->turn().col(1));
    return a;
}

} // namespace pollux
