#include "core/phantom/shoulder.h"

#include "core/base/error.h"
#include "core/phantom/bone_image.h"
#include "core/phantom/shoulder_shape.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

using phantom::ShoulderShape;

constexpr std::array<const char*, ShoulderShape::kBones> kKeys{"scapula", "humerus"};
const Vec3 kPlace(-120, 10, 40); // the glenoid of a right shoulder

void check(const ShoulderOptions& o)
{
    if (!(o.spacing >= 0.5 && o.spacing <= 3))
        throw Error(ErrorCode::BadInput, "The pixels of the shoulder must be 0.5 to 3 mm.");
    if (!(o.sliceSpacing == 0 || (o.sliceSpacing >= 0.5 && o.sliceSpacing <= 5)))
        throw Error(ErrorCode::BadInput,
                    "The slices of the shoulder must be 0.5 to 5 mm apart, or 0 for the pixels' size.");
    if (!(o.noise >= 0 && o.noise <= 500))
        throw Error(ErrorCode::BadInput, "The noise of the shoulder must be 0 to 500 HU.");
    if (!(std::fabs(o.version) <= 15 && o.inclination >= -10 && o.inclination <= 15))
        throw Error(ErrorCode::BadInput,
                    "The version of the glenoid must be -15 to 15, its inclination -10 to 15 degrees.");
    if (!(o.protraction >= -20 && o.protraction <= 60 && o.upwardTurn >= -20 && o.upwardTurn <= 30))
        throw Error(ErrorCode::BadInput,
                    "The scapula can be turned by -20 to 60 degrees to the front and -20 to 30 upwards.");
    if (!(std::fabs(o.headAnterior) <= 3))
        throw Error(ErrorCode::BadInput, "The head can be shifted by -3 to 3 mm.");
}

/// The scapula's axes in LPS of a right shoulder: its lateral end goes up, then to the front.
Mat3 placed(const ShoulderOptions& o)
{
    constexpr double kDegree = std::numbers::pi / 180;
    return (Eigen::AngleAxisd(o.protraction * kDegree, Vec3::UnitZ()) *
            Eigen::AngleAxisd(o.upwardTurn * kDegree, Vec3::UnitY()))
        .toRotationMatrix();
}

} // namespace

Shoulder makeShoulder(const ShoulderOptions& o, const Job& job)
{
    check(o);
    const auto shape = std::make_shared<const ShoulderShape>(o.version, o.inclination, o.headAnterior);
    const Mat3 axes = placed(o);
    Eigen::Isometry3d place = Eigen::Isometry3d::Identity();
    place.linear() = axes;
    place.translation() = kPlace;
    const double slice = o.sliceSpacing > 0 ? o.sliceSpacing : o.spacing;
    Grid grid = phantom::gridAbout(shape->box(), place, {o.spacing, o.spacing, slice}, phantom::GridFrom::Lower);
    phantom::BoneImage bones = phantom::sampleBones(*shape, place.inverse(), grid,
                                                    {o.spacing > 1 ? 3 : 2, 0.5, o.noise, o.seed, o.mirrored}, job);

    Shoulder s;
    s.left = o.mirrored;
    s.shape = shape;
    s.origin = kPlace;
    s.axes = axes;
    if (o.mirrored) {
        grid = phantom::mirrored(grid);
        s.origin.x() = -s.origin.x();
        s.axes.row(0) = -s.axes.row(0);
    }
    s.image = Volume(grid, std::move(bones.hu));
    s.masks = bones.masks(grid, kKeys, job);
    s.angulusAcromialis = s.toLps(shape->angulusAcromialis());
    s.trigonumSpinae = s.toLps(ShoulderShape::trigonumSpinae());
    s.angulusInferior = s.toLps(ShoulderShape::angulusInferior());
    s.glenoidCentre = s.origin;
    s.glenoidNormal = s.axes * shape->glenoid().col(2);
    for (int n = 0; n < 72; ++n)
        s.rim.push_back(s.toLps(shape->rimPoint(n * std::numbers::pi / 36)));
    s.version = o.version;
    s.inclination = o.inclination;
    s.circleRadius = ShoulderShape::kCircle;
    s.cupRadius = ShoulderShape::kCup;
    s.headCentre = s.toLps(shape->headCentre());
    s.headRadius = ShoulderShape::kHead;
    s.gap = ShoulderShape::kGap;
    return s;
}

} // namespace pollux
