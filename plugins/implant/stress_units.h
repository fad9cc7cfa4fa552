#pragma once

#include "core/geometry/vec.h"
#include "core/simulation/elasticity/voxel_stress.h"
#include "plugins/implant/top_load.h"

#include <Eigen/Core>

#include <vector>

namespace pollux::implant {

struct StressFrame;

/// What six unit loads on an implant do to the bone beside it: forces of 1 N along its axis and across it twice, and
/// moments of 1 N mm about the same axes and the middle of what is loaded. The problem is linear: any load's stress is
/// a sum of these. A value; any thread.
struct UnitSolutions
{
    using Six = Eigen::Matrix<float, 6, 6>;

    Mat3 axes = Mat3::Identity(); ///< columns: along the implant, across, across; LPS
    std::vector<Six> stress;    ///< a sample each (a cube of the shell, or a place): a column each unit load, MPa, LPS
    std::vector<float> modulus; ///< a sample each, MPa; 0: no bone at this place
    Eigen::Matrix<double, 6, 6> way = Eigen::Matrix<double, 6, 6>::Zero(); ///< of load i by load j: mm or radians
    double poisson = 0.3;
    elasticity::StrainLimits limits;
    int iterations = 0;  ///< the most of the six
    double residual = 0; ///< the largest
};

/// A load as amounts of the six.
elasticity::Voigt amountsOf(const UnitSolutions& units, const TopLoad& load);

/// The frame that a solve with this load would give; without one.
StressFrame combined(const UnitSolutions& units, const TopLoad& load);
/// The same for amounts of the six: N and N mm. No load gives no stress. A moment's own work counts as way of the load.
StressFrame combined(const UnitSolutions& units, const elasticity::Voigt& amounts);
/// Von Mises stress (MPa) of each sample under these amounts; NaN where there is no bone.
std::vector<float> misesOf(const UnitSolutions& units, const elasticity::Voigt& amounts);

} // namespace pollux::implant
