#pragma once

#include "core/geometry/vec.h"
#include "core/simulation/elasticity/voxel_stress.h"

#include <functional>
#include <span>
#include <vector>

namespace pollux::implant {

/// Where stress is taken: each sample a mean of stresses at centres of cubes.
class StressSampling
{
public:
    /// The cubes themselves.
    explicit StressSampling(const std::vector<Index3>& cubes);
    /// Places (LPS, mm) of a model whose first cube's corner lies at `corner`: linear between the centres of those of
    /// the eight cubes around that `counts` takes (by index of the cube); nothing where they are less than half of it.
    StressSampling(const elasticity::VoxelModel& model, const Vec3& corner, std::span<const Vec3f> places,
                   const std::function<bool(std::size_t)>& counts);

    std::size_t samples() const { return m_ends.size(); }
    /// Calls each(sample, stress in MPa); 0 where nothing is.
    void take(const elasticity::VoxelStress& stress,
              const std::function<void(std::size_t, const elasticity::Voigt&)>& each) const;
    /// Young's modulus of each, MPa; 0 where nothing is.
    std::vector<float> moduli(const elasticity::VoxelModel& model) const;

private:
    std::vector<Index3> m_cubes;
    std::vector<double> m_weights;
    std::vector<std::size_t> m_ends; ///< of each sample's cubes
};

} // namespace pollux::implant
