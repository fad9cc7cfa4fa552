#pragma once

#include "core/simulation/elasticity/voxel_solver.h"
#include "core/simulation/elasticity/voxel_stress.h"
#include "plugins/implant/bone_cubes.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace pollux::implant {

/// Where a bone is held, in all directions.
enum class BoneSupport { ImageCuts, Below, Above, Points };

struct BoneLoadSetup
{
    double edge = 1; ///< mm, of the cubes
    elasticity::BoneMaterial material;
    double poisson = 0.3;
    BoneSupport support = BoneSupport::ImageCuts;
    std::vector<Vec3> held;    ///< LPS: the point that parts below from above (towards the head), or middles of balls
    double heldRadius = 5;     ///< mm
    Vec3 point = Vec3::Zero(); ///< LPS, where the load acts
    Vec3 force = Vec3::Zero(); ///< N, LPS
    double radius = 5;         ///< mm about the point: bone there takes the load
    std::optional<Filling> cement;
    elasticity::StrainLimits limits;
    double indexLimit = 1; ///< failure index beyond which bone counts as failing
};

/// MPa and mm; stress and strain of bone at least 1.5 cubes from its surface, its support, the load and cement.
struct BoneLoadResult
{
    double displacement = 0; ///< of the load's point, along the load
    double p95 = 0, p99 = 0, failure99 = 0;
    double failing = 0; ///< share of that bone beyond the limit, 0 to 1
    int iterations = 0;
};

/// A whole bone as cubes, axes along LPS, held and loaded at places: small strain, linear, static. The load is spread
/// over the bone within its radius and is statically that at its point. One thread at a time.
class BoneLoadModel
{
public:
    /// Throws Error: BadInput (too many cubes, nothing holds the bone, no bone at the load, a bad setup), Cancelled.
    BoneLoadModel(const Volume& image, const Mask& bone, const BoneLoadSetup& setup, const Job& job);

    /// Without cement, or with it. Setting up the solver does not stop half-way: two seconds for 2.4 million cubes on a
    /// busy machine. Throws Error: BadInput (not solved to the end), Cancelled.
    BoneLoadResult solve(bool withCement, const Job& job);
    /// Von Mises stress (MPa) at places by the last result; NaN where there is no bone.
    std::vector<float> vonMises(const std::vector<Vec3f>& places) const;

    const elasticity::VoxelModel& model() const { return m_model; } ///< without cement
    const Vec3& corner() const { return m_corner; }
    const std::vector<LoadedCube>& loaded() const { return m_loaded; }
    std::size_t heldNodes() const { return m_heldNodes; }
    std::size_t measuredCubes() const { return m_measured.size(); }
    double boneMl() const;
    double looseMl() const { return m_looseMl; } ///< of bone that hung on nothing and was left out
    double cementMl() const { return m_cementMl; }

private:
    void hold(const Mask& bone, const Job& job);
    void load(const Job& job);
    void chooseMeasured(const Job& job);
    bool heldAt(const Vec3& p, const Grid& grid) const;

    BoneLoadSetup m_setup;
    elasticity::VoxelModel m_model, m_filled;
    const elasticity::VoxelModel* m_last = nullptr;
    Vec3 m_corner = Vec3::Zero();
    std::vector<LoadedCube> m_loaded;
    std::vector<Index3> m_measured;
    std::vector<double> m_u;
    std::size_t m_heldNodes = 0;
    double m_looseMl = 0, m_cementMl = 0;
};

/// Cubes along each axis for a bone (and what fills it) with cubes of that edge, and the first one's corner.
struct CubeBox
{
    Vec3 corner = Vec3::Zero();
    Vec3 count = Vec3::Zero(); ///< whole numbers
};
CubeBox cubeBox(const Mask& bone, const Mask* filling, double edge);

} // namespace pollux::implant
