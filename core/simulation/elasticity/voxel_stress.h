#pragma once

#include "core/simulation/elasticity/hex_element.h"
#include "core/simulation/elasticity/voxel_model.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace pollux::elasticity {

/// xx, yy, zz, xy, yz, zx; strain with engineering shear.
using Voigt = Eigen::Matrix<double, 6, 1>;

/// Strain and stress (MPa) at the centres of cubes, where a trilinear cube is most exact (Barlow's point: J. Barlow,
/// Int. J. Numer. Methods Eng. 10 (1976) 243). Keeps references; any thread.
class VoxelStress
{
public:
    VoxelStress(const VoxelModel& model, std::span<const double> displacement);

    Voigt strain(int i, int j, int k) const;
    Voigt stress(int i, int j, int k) const; ///< 0 where nothing is

private:
    const VoxelModel& m_model;
    std::span<const double> m_displacement;
    HexElement m_element;
};

double vonMises(const Voigt& stress);
/// Largest and smallest principal value of a strain.
struct Principal
{
    double largest = 0, smallest = 0;
};
Principal principalStrain(const Voigt& strain);

/// How near bone is to failing by its principal strains: above 1 it fails where the larger of tension against
/// 0.73 % and compression against 1.04 % is (Schileo et al., J. Biomech. 47 (2014) 3531; 14 femora).
struct StrainLimits
{
    double tension = 0.0073;
    double compression = 0.0104;
};
double strainFailureIndex(const Voigt& strain, const StrainLimits& limits);

/// The value that `percent` of all lie below, linear between neighbours; 0 for none. `values` are put in order.
double percentile(std::vector<float>& values, double percent);

} // namespace pollux::elasticity
