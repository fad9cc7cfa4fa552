#include "plugins/implant/cup_motion.h"

#include "core/anatomy/joint_angles.h"
#include "plugins/implant/setting_members.h"

#include <Eigen/Geometry>

#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kNoDirection = 2;   // mm from the centre, within which a handle points nowhere
constexpr double kBeforeOpening = 6; // mm more than a radius from the centre: it hides no edge
constexpr double kLeastDiameter = 30;
constexpr double kFine = 100;

constexpr SettingMember<CupSetting> kMembers[] = {
    {"inclination", &CupSetting::inclination}, {"anteversion", &CupSetting::anteversion},
    {"diameter", &CupSetting::diameter},       {"medial", &CupSetting::medial},
    {"anterior", &CupSetting::anterior},       {"proximal", &CupSetting::proximal}};

/// Unit, at right angles to `direction`, as near to `wish` as that goes.
Vec3 squareTo(const Vec3& direction, const Vec3& wish)
{
    const Vec3 v = wish - wish.dot(direction) * direction;
    return v.norm() > 1e-6 ? Vec3(v.normalized()) : acrossOf(direction);
}

} // namespace

CupSetting settingOf(const ParamValues& values)
{
    CupSetting s;
    for (const auto& m : kMembers)
        s.*m.value = values.real(m.key);
    return s;
}

void setInto(ParamValues& values, const CupSetting& setting)
{
    setInto(values, setting, kMembers);
}

CupSetting withinRanges(const CupSetting& setting, const ParamList& list)
{
    CupSetting s = withinRanges(setting, kMembers, list);
    if (s.diameter > 0)
        s.diameter = std::max(s.diameter, kLeastDiameter);
    return s;
}

CupSetting rounded(const CupSetting& setting)
{
    CupSetting s = setting;
    for (const auto& m : kMembers)
        s.*m.value = std::round(s.*m.value * kFine) / kFine + 0.0; // no -0 in a field
    return s;
}

CupSetting movedTo(const CupSite& site, const CupSetting& from, const Vec3& centre)
{
    const Vec3 way = centre - site.centre;
    CupSetting s = from;
    s.medial = -way.dot(site.frame.lateral());
    s.anterior = way.dot(site.frame.anterior());
    s.proximal = way.dot(site.frame.proximal());
    return s;
}

Vec3 turningEnd(const AcetabularCup& cup, const AxisPose& pose)
{
    return pose.at(-cup.outerRadius() - kBeforeOpening);
}

CupSetting turnedTo(const CupSite& site, const CupSetting& from, const Vec3& centre, const Vec3& end)
{
    const Vec3 way = end - centre;
    if (way.norm() < kNoDirection)
        return from;
    const CupAngles a = cupOrientation(site.frame, way).radiographic;
    CupSetting s = from;
    s.inclination = a.inclination;
    s.anteversion = a.anteversion;
    return s;
}

Mat3 openingAxes(const CupSite& site, const AxisPose& pose)
{
    Mat3 axes;
    axes.col(2) = pose.direction;
    axes.col(1) = squareTo(axes.col(2), -site.frame.anterior());
    axes.col(0) = axes.col(1).cross(axes.col(2));
    return axes;
}

Mat3 alongAxes(const CupSite& site, const AxisPose& pose)
{
    Mat3 axes;
    axes.col(1) = squareTo(pose.direction, -site.frame.anterior());
    axes.col(2) = squareTo(axes.col(1), site.frame.proximal());
    axes.col(0) = axes.col(1).cross(axes.col(2));
    return axes;
}

} // namespace pollux::implant
