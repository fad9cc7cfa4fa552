#pragma once

#include "core/jobs/job.h"
#include "plugins/liver/labelled_distance.h"
#include "plugins/liver/scene.h"

#include <array>
#include <cstdint>
#include <vector>

namespace pollux::liver {

/// One voxel of the map: all that a ray reads, four bytes side by side.
struct RiskCell
{
    enum Flag : std::uint8_t { Body = 1, Liver = 2, Lesion = 4, MinorVessel = 8 };
    std::uint8_t flags = 0;
    std::array<std::uint8_t, 3> distance{255, 255, 255}; ///< to bone, organ, vessel, in steps of kDistanceStep
};
static_assert(sizeof(RiskCell) == 4);

/// Labels and distances around the liver on an isotropic grid along the patient's axes: what the scan of thousands of
/// paths reads. Distances run to the centre of the nearest voxel that an obstacle touches, so they are right to about
/// half a voxel's diagonal; the numbers of the chosen path come from exact.h instead. Immutable, thread-safe.
class RiskMap
{
public:
    /// `reach`: how far from liver and target a path may begin (mm). `spacing`: wished for (mm); made coarser where the
    /// map would exceed 24 million voxels (192 MB). Throws Error (BadInput) for more than 250 obstacles.
    RiskMap(const Scene& scene, double reach, double spacing, const Job& job);

    const Grid& grid() const { return m_grid; }
    double spacing() const { return m_grid.spacing[0]; }
    bool hasBody() const { return m_hasBody; }
    bool hasLiver() const { return m_hasLiver; }
    const std::vector<RiskCell>& cells() const { return m_cells; }

    /// Offset into cells(), -1 outside.
    std::int64_t offset(const Vec3& patientPoint) const
    {
        const Index3 i = m_grid.nearest(patientPoint);
        return m_grid.contains(i[0], i[1], i[2]) ? m_grid.offset(i[0], i[1], i[2]) : -1;
    }
    /// Index into Scene::obstacles of the nearest of a class there; -1 if none is within kFar.
    int nearestObstacle(std::int64_t offset, ObstacleClass kind) const
    {
        return int(m_nearest[static_cast<size_t>(kind)].empty()
                       ? 0
                       : m_nearest[static_cast<size_t>(kind)][static_cast<size_t>(offset)]) -
               1;
    }
    /// Unit normal of the liver's capsule near a point, outwards: gradient of the liver smoothed by kNormalSigma.
    /// Zero where there is no border near.
    Vec3 capsuleNormal(const Vec3& patientPoint) const;

private:
    void addFlag(const Mask& mask, std::uint8_t flag, const Job& job);
    void smoothLiver(const Job& job);

    Grid m_grid;
    std::vector<RiskCell> m_cells;
    std::array<std::vector<std::uint8_t>, 3> m_nearest; ///< obstacle index + 1
    IndexBox m_liverBox;
    std::vector<std::uint8_t> m_liver; ///< smoothed occupancy in m_liverBox, 0..255
    bool m_hasBody = false;
    bool m_hasLiver = false;
};

/// Standard deviation (mm) of the Gaussian whose gradient is taken as the normal of skin and capsule: an angle is to a
/// patch of about this radius, not to a voxel's face.
inline constexpr double kNormalSigma = 3.0;

} // namespace pollux::liver
