#pragma once

#include "plugins/liver/ablation_zone.h"
#include "plugins/liver/risk_map.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace pollux::liver {

inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// Holes and islands of a mask shorter than this along a path (mm) are noise, not a crossing.
inline constexpr double kNoise = 1.0;
/// Air on the way (mm), the first kSkinSlack behind the entry aside, that makes a path leave the body.
inline constexpr double kAirGap = 3.0;
inline constexpr double kSkinSlack = 6.0;

/// Everything measured along one path, from entry to target (distances: to the tip). NaN: cannot be known, the
/// structure is missing. The map and the exact computation fill the same record, and one judge() reads it.
struct PathMeasures
{
    double length = 0;           ///< mm, entry to target
    double tilt = 0;             ///< degrees to the axial plane
    double belowTable = 0;       ///< degrees by which the needle comes from below the horizontal; negative: from above
    double oblique = 0;          ///< degrees to the nearest of axial, sagittal and coronal plane
    double skinAngle = kUnknown; ///< degrees to the tangent plane
    double capsuleAngle = kUnknown; ///< degrees to the tangent plane where the path first enters the liver
    double parenchyma = kUnknown;   ///< mm of liver before the lesion (or the target point)
    int crossings = -1;             ///< of the capsule; -1: no liver
    double minorVessels = 0;        ///< mm inside vessels below major calibre
    double air = 0;                 ///< mm outside the body on the way
    std::array<double, 3> distance{kFar, kFar, kFar}; ///< by ObstacleClass: mm, kFar where none is near
    std::array<int, 3> obstacle{-1, -1, -1};          ///< by ObstacleClass: index of the nearest, -1 none
    Vec3 capsulePoint = Vec3::Constant(kUnknown);
    Burn burn; ///< of the zone that covers lesion and margin
};

/// Angles and length that follow from the two points alone.
PathMeasures measureDirection(const Vec3& target, const Vec3& entry, TableSide table);

/// What a path is worth.
struct PathScore
{
    std::uint32_t violations = 0; ///< bit n: Constraint n
    Criteria criteria{};
    double score = 0; ///< weighted mean of the criteria, 0 best; computed for paths that break a limit, too
    /// Least distance beyond the margin over all obstacles (mm): negative breaks H1 or H2.
    double clearance = kFar;
    int clearanceObstacle = -1; ///< index of the obstacle behind it
    PathMeasures measures;

    bool feasible() const { return violations == 0; }
    bool breaks(Constraint c) const { return violations >> static_cast<int>(c) & 1; }
    void add(Constraint c) { violations |= 1U << static_cast<int>(c); }
    /// The first reason in the order of Constraint; Count if there is none.
    Constraint reason() const;
    /// Index of the obstacle behind reason(); -1 if it is none of H1, H2.
    int reasonObstacle() const;
};

/// Limits and criteria applied to measures.
PathScore judge(const PathMeasures& measures, const PathLimits& limits, const Weights& weights);

/// March through the map in steps of at most 1 mm: all measures but `burn`. `skinNormal` outwards, zero if unknown.
/// Takes microseconds; thread-safe.
PathMeasures march(const RiskMap& map, const PathLimits& limits, const Vec3& target, const Vec3& entry,
                   const Vec3& skinNormal);

} // namespace pollux::liver
