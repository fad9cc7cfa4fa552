#include "core/phantom/shoulder.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/phantom/noise.h"
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

Grid gridOf(const ShoulderOptions& o, const ShoulderShape& shape, const Mat3& axes)
{
    const Box own = shape.box();
    Box box;
    for (int corner = 0; corner < 8; ++corner)
        box.include(kPlace + axes * Vec3((corner & 1 ? own.max : own.min).x(), (corner & 2 ? own.max : own.min).y(),
                                         (corner & 4 ? own.max : own.min).z()));
    Grid grid;
    grid.spacing = {o.spacing, o.spacing, o.sliceSpacing > 0 ? o.sliceSpacing : o.spacing};
    for (int a = 0; a < 3; ++a)
        grid.size[size_t(a)] = static_cast<int>(std::ceil(box.extent()[a] / grid.spacing[a]));
    grid.origin = box.min + grid.spacing / 2;
    return grid;
}

} // namespace

Shoulder makeShoulder(const ShoulderOptions& o, const Job& job)
{
    check(o);
    const auto shape = std::make_shared<const ShoulderShape>(o.version, o.inclination, o.headAnterior);
    const Mat3 axes = placed(o);
    Grid grid = gridOf(o, *shape, axes);
    const int nx = grid.size[0], ny = grid.size[1], nz = grid.size[2];
    const auto voxels = static_cast<std::size_t>(grid.voxels());
    std::vector<std::int16_t> image(voxels);
    std::vector<std::uint8_t> bone(voxels); // 1 + Bone

    // Partial volume by points within the voxel, where a border is near.
    const int acrossPoints = o.spacing > 1 ? 3 : 2;
    const int along = std::max(acrossPoints, static_cast<int>(std::lround(grid.spacing.z() / 0.5)));
    std::vector<Vec3> within;
    for (int c = 0; c < along; ++c)
        for (int b = 0; b < acrossPoints; ++b)
            for (int a = 0; a < acrossPoints; ++a)
                within.push_back(axes.transpose() * Vec3((a + 0.5) / acrossPoints - 0.5, (b + 0.5) / acrossPoints - 0.5,
                                                         (c + 0.5) / along - 0.5)
                                                        .cwiseProduct(grid.spacing));
    const double near = 0.65 * grid.spacing.norm();
    const int side = std::max(nx, ny);
    parallelFor(0, nz, 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> noise;
        for (auto k = static_cast<int>(first); k < last; ++k) {
            phantom::fillNoise(o.seed, k, side, noise);
            for (int j = 0; j < ny; ++j) {
                job.checkStop();
                for (int i = 0; i < nx; ++i) {
                    const Vec3 p = axes.transpose() * (grid.toPatient(i, j, k) - kPlace);
                    const ShoulderShape::Tissue t = shape->tissue(p);
                    double hu = t.hu;
                    if (t.clear < near) {
                        hu = 0;
                        for (const Vec3& d : within)
                            hu += shape->tissue(p + d).hu;
                        hu /= static_cast<double>(within.size());
                    }
                    const auto at = static_cast<std::size_t>(grid.offset(o.mirrored ? nx - 1 - i : i, j, k));
                    bone[at] = static_cast<std::uint8_t>(t.bone + 1);
                    hu += o.noise * double(noise[static_cast<std::size_t>(j) * static_cast<std::size_t>(side) +
                                                 static_cast<std::size_t>(i)]);
                    image[at] = static_cast<std::int16_t>(std::lround(std::clamp(hu, -1024.0, 3071.0)));
                }
            }
        }
    });

    Shoulder s;
    s.left = o.mirrored;
    s.shape = shape;
    s.origin = kPlace;
    s.axes = axes;
    if (o.mirrored) {
        grid.origin.x() = -(grid.origin.x() + (nx - 1) * grid.spacing.x());
        s.origin.x() = -s.origin.x();
        s.axes.row(0) = -s.axes.row(0);
    }
    s.image = Volume(grid, std::move(image));
    for (int b = 0; b < ShoulderShape::kBones; ++b) {
        job.checkStop();
        std::vector<std::uint8_t> in(voxels);
        std::transform(bone.begin(), bone.end(), in.begin(), [&](std::uint8_t v) { return v == b + 1; });
        s.masks[kKeys[static_cast<std::size_t>(b)]] = Mask(grid, in);
    }
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
