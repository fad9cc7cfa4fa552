#pragma once

#include "plugins/liver/ablation_zone.h"
#include "plugins/liver/risk_map.h"

#include <vector>

namespace pollux::liver {

/// Criterion f8 on the map: what the zone along a needle burns that just covers the lesion with its margin. Built once
/// from a scene, immutable, thread-safe. Nothing is known (NaN) without a lesion, nor of volumes without a liver.
class BurnModel
{
public:
    BurnModel(const Scene& scene, const RiskMap& map);

    bool knowsScale() const { return !m_points.empty(); }
    /// One direction, some ten microseconds. `inwards`: unit vector from entry to target. The zone's scale is that of
    /// scaleToCover() on the extreme points of the region; the liver inside is sampled at 2048 points of the zone.
    Burn at(const PathLimits& limits, const Vec3& target, const Vec3& inwards) const;

private:
    std::vector<Vec3> m_points; ///< the region's voxels that some plane touches first
    double m_lesionMl = 0;
    double m_toCoverMl = 0;
    const RiskMap* m_map = nullptr; ///< null without a liver

    friend class BurnTable;
};

/// The same for one target, tabulated over all directions: a lookup instead of a computation for every point of the
/// skin. Bilinear on an octahedral map (Meyer et al. 2010, On floating-point normal vectors) of about 3 degrees.
class BurnTable
{
public:
    BurnTable(const BurnModel& model, const PathLimits& limits, const Vec3& target, const Job& job);
    Burn at(const Vec3& inwards) const;

private:
    std::vector<Burn> m_nodes; ///< empty if there is nothing to know
    double m_lesionMl = 0;
    double m_toCoverMl = 0;
    bool m_hasLiver = false;
};

} // namespace pollux::liver
