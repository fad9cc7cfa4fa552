#pragma once

#include "core/case/limit.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace pollux::liver {

/// Which side of the patient lies on the table.
enum class TableSide : std::uint8_t { Posterior, Anterior, Left, Right };

/// Hard limits (H1..H8) and the constants of the soft criteria, as used for one plan. Lengths mm, angles degrees.
/// Every value comes from resources/limits/liver.json or from the user; the default constructor gives no usable set.
struct PathLimits
{
    double organMargin = 0;         ///< H1
    double boneMargin = 0;          ///< H1
    double vesselMargin = 0;        ///< H2
    double majorDiameter = 0;       ///< H2: what counts as a major vessel
    double shaftLength = 0;         ///< H3
    double tipOvershoot = 0;        ///< H3
    double capsuleAngle = 0;        ///< H4
    double parenchyma = 0;          ///< H5
    int capsuleCrossings = 1;       ///< H6
    double tilt = 0;                ///< H7
    double tableAngle = 0;          ///< H7
    double skinAngle = 0;           ///< H8
    double safeDistance = 0;        ///< f2
    double parenchymaPreferred = 0; ///< f6
    double parenchymaLong = 0;      ///< f6
    double minorVessels = 0;        ///< f7
    double zoneAlong = 0;           ///< f8: semi-axis of the device's heated zone along the needle
    double zoneAcross = 0;          ///< f8: and across it
    double zoneOffset = 0;          ///< f8: its centre behind the tip
    double zoneDerating = 1;        ///< f8: factor on both semi-axes, for a chart that was not measured in vivo
    double zoneMargin = 0;          ///< f8: liver around the lesion that must be heated, too
    TableSide table = TableSide::Posterior;
};

/// The values of the table; throws Error (NotFound) if one is missing.
PathLimits limitsFrom(const LimitTable& table);

/// What can kill a path. The order is the order in which a reason is named.
enum class Constraint : std::uint8_t {
    EdgeOfImage, ///< the point lies where the image ends: no skin
    FacesAway,   ///< the needle would come out of the skin here
    Bone,        ///< H1
    Organ,       ///< H1
    Vessel,      ///< H2
    Shaft,       ///< H3
    CapsuleAngle,
    Parenchyma,
    Crossings,
    Tilt,
    TableSide,
    SkinAngle,
    LeavesBody, ///< the straight path leaves the body on its way
    Count
};
inline constexpr int kConstraintCount = static_cast<int>(Constraint::Count);
/// "H1 bone", "H3 needle too short", ...: words for the skin map.
std::string_view name(Constraint constraint);
/// "h1.bone", "h3", "edge", ...: stable keys for the plan's detail.
std::string_view key(Constraint constraint);

/// The soft criteria f1..f8 of the reference; each in [0, 1], 0 is best.
enum class Criterion : std::uint8_t { Length, Risk, Capsule, InPlane, Oblique, Parenchyma, MinorVessels, Burnt, Count };
inline constexpr int kCriterionCount = static_cast<int>(Criterion::Count);
std::string_view key(Criterion criterion); ///< "length", "risk", ...

using Criteria = std::array<float, kCriterionCount>;
using Weights = std::array<double, kCriterionCount>;

/// Weighted mean of the criteria, in [0, 1]; 0 if all weights are 0.
double weightedScore(const Criteria& criteria, const Weights& weights);

} // namespace pollux::liver
