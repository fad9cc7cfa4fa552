#include "plugins/liver/path_limits.h"

#include "core/base/sentence.h"

#include <cmath>

namespace pollux::liver {

PathLimits limitsFrom(const LimitTable& table)
{
    PathLimits l;
    l.organMargin = table.at("liver.h1.margin").value;
    l.boneMargin = table.at("liver.h1.bone_margin").value;
    l.vesselMargin = table.at("liver.h2.vessel_margin").value;
    l.majorDiameter = table.at("liver.h2.major_diameter").value;
    l.shaftLength = table.at("liver.h3.shaft_length").value;
    l.tipOvershoot = table.at("liver.h3.tip_overshoot").value;
    l.capsuleAngle = table.at("liver.h4.capsule_angle").value;
    l.parenchyma = table.at("liver.h5.parenchyma").value;
    l.capsuleCrossings = static_cast<int>(std::lround(table.at("liver.h6.capsule_crossings").value));
    l.tilt = table.at("liver.h7.tilt").value;
    l.tableAngle = table.at("liver.h7.table_angle").value;
    l.skinAngle = table.at("liver.h8.skin_angle").value;
    l.safeDistance = table.at("liver.soft.safe_distance").value;
    l.parenchymaPreferred = table.at("liver.soft.parenchyma_preferred").value;
    l.parenchymaLong = table.at("liver.soft.parenchyma_long").value;
    l.minorVessels = table.at("liver.soft.minor_vessels").value;
    l.zoneAlong = table.at("liver.zone.along").value;
    l.zoneAcross = table.at("liver.zone.across").value;
    l.zoneOffset = table.at("liver.zone.offset").value;
    l.zoneDerating = table.at("liver.zone.derating").value;
    l.zoneMargin = table.at("liver.zone.margin").value;
    return l;
}

namespace {

struct ConstraintWords
{
    std::string_view key;
    std::string_view name;
};

constexpr ConstraintWords kConstraints[] = {
    {"edge", term("Edge of the image, no skin")},
    {"facing", term("Skin faces away")},
    {"h1.bone", term("H1 bone")},
    {"h1.organ", term("H1 organ")},
    {"h2", term("H2 vessel")},
    {"h3", term("H3 needle too short")},
    {"h4", term("H4 too flat to the capsule")},
    {"h5", term("H5 too little liver before the target")},
    {"h6", term("H6 crosses the capsule more than allowed")},
    {"h7.tilt", term("H7 tilted too far from the axial plane")},
    {"h7.table", term("H7 from the table's side")},
    {"h8", term("H8 too flat to the skin")},
    {"leaves-body", term("Leaves the body on its way")},
};
static_assert(std::size(kConstraints) == kConstraintCount);

constexpr std::string_view kCriteria[] = {"length",         "risk",       "capsule_angle", "in_plane",
                                          "double_oblique", "parenchyma", "minor_vessels", "healthy_burnt"};
static_assert(std::size(kCriteria) == kCriterionCount);

} // namespace

std::string_view name(Constraint constraint)
{
    return kConstraints[static_cast<int>(constraint)].name;
}
std::string_view key(Constraint constraint)
{
    return kConstraints[static_cast<int>(constraint)].key;
}
std::string_view key(Criterion criterion)
{
    return kCriteria[static_cast<int>(criterion)];
}

double weightedScore(const Criteria& criteria, const Weights& weights)
{
    double sum = 0;
    double total = 0;
    for (int i = 0; i < kCriterionCount; ++i) {
        sum += weights[static_cast<size_t>(i)] * criteria[static_cast<size_t>(i)];
        total += weights[static_cast<size_t>(i)];
    }
    return total > 0 ? sum / total : 0;
}

} // namespace pollux::liver
