#pragma once

#include "core/anatomy/bone_landmarks.h"
#include "core/anatomy/joint_angles.h"
#include "core/base/error.h"

namespace shoulders {

using namespace pollux;

/// What is told of a shoulder, each the same number for a mirrored one.
struct Told
{
    double version = 0, inclination = 0, isbVersion = 0, radius = 0, headRadius = 0;
    HeadPlace head;
};

inline Vec3 at(const JointLandmarks& l, const char* key)
{
    const BoneLandmark* p = findLandmark(l.points, key);
    return p ? p->position : Vec3::Constant(1e6);
}

inline double measure(const JointLandmarks& l, const char* key)
{
    for (const BoneMeasure& m : l.measures)
        if (m.key == key)
            return m.mm;
    return -1;
}

inline Told told(Side side, const JointLandmarks& l)
{
    Told t;
    const auto scapula = frameOf("scapula", side, l.points), glenoid = frameOf("glenoid", side, l.points);
    if (!scapula || !glenoid)
        throw Error(ErrorCode::BadInput, "no frames", "");
    const JointFrame plane = scapularPlane(side, at(l, "glenoid-centre"), at(l, "scapula-ts"), at(l, "scapula-ai"));
    t.version = glenoidVersion(plane, glenoid->lateral());
    t.inclination = glenoidInclination(plane, glenoid->lateral());
    t.isbVersion = glenoidVersion(*scapula, glenoid->lateral());
    t.radius = measure(l, "glenoid-circle-radius");
    t.headRadius = measure(l, "humerus-head-radius");
    t.head = headPlace(*glenoid, at(l, "humerus-head"), t.headRadius);
    return t;
}

} // namespace shoulders
