#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace pollux {

namespace phantom {
class ShoulderShape;
}

struct ShoulderOptions
{
    std::uint64_t seed = 1;  ///< of the noise
    double spacing = 0.8;    ///< mm within a slice, 0.5 to 3
    double sliceSpacing = 0; ///< mm, 0.5 to 5; 0: as `spacing`
    double noise = 20;       ///< HU, 0 to 500
    bool mirrored = false;   ///< a left shoulder
    double version = -5;     ///< degrees of the glenoid, -15 to 15; positive: anteversion
    double inclination = 8;  ///< degrees, -10 to 15; positive: it looks upwards
    double protraction = 30; ///< degrees that the scapula's plane is turned to the front, -20 to 60
    double upwardTurn = 0;   ///< degrees that the scapula is turned upwards in its plane, -20 to 30
    double headAnterior = 0; ///< mm that the head is shifted to the front along the glenoid's plane, -3 to 3
};

/// Scapula and humerus of simple shapes in flesh, and the truth about them. LPS, mm. Made in the scapula's frame
/// (core/phantom/shoulder_shape.h), turned upwards and to the front, mirrored for a left shoulder, and put 120 mm to
/// its side of x = 0.
struct Shoulder
{
    Volume image;                      ///< Int16, HU of a calibrated CT with noise and partial volume
    std::map<std::string, Mask> masks; ///< "scapula", "humerus": voxels whose centre is inside
    bool left = false;

    Vec3 angulusAcromialis = Vec3::Zero(); ///< most lateral and posterior place of the acromion
    Vec3 trigonumSpinae = Vec3::Zero();
    Vec3 angulusInferior = Vec3::Zero();
    Vec3 glenoidCentre = Vec3::Zero();   ///< of the lower circle of the rim, in its plane
    Vec3 glenoidNormal = Vec3::UnitX();  ///< unit, out of it
    std::vector<Vec3> rim;               ///< 72 points of the glenoid's edge, every 5 degrees
    double version = 0, inclination = 0; ///< degrees against the plane of trigonum, angulus inferior and glenoid centre
    double circleRadius = 0, cupRadius = 0;
    Vec3 headCentre = Vec3::Zero();
    double headRadius = 0;
    double gap = 0; ///< mm between glenoid and head, everywhere where the head is not shifted

    /// Between the scapula's frame (left-handed for a left shoulder) and LPS.
    Vec3 toLps(const Vec3& scapula) const { return origin + axes * scapula; }
    Vec3 toScapula(const Vec3& lps) const { return axes.transpose() * (lps - origin); }
    Vec3 origin = Vec3::Zero();
    Mat3 axes = Mat3::Identity();
    std::shared_ptr<const phantom::ShoulderShape> shape; ///< for truth about any point; in the scapula's frame
};

/// Same options, same voxels. Threads inside. At most about 70 million voxels. Throws Error: BadInput (options out of
/// range), Cancelled.
Shoulder makeShoulder(const ShoulderOptions& options, const Job& job);

} // namespace pollux
