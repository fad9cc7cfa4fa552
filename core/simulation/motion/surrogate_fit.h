#pragma once

#include "core/simulation/motion/breathing_trace.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace pollux::motion {

/// How displacement depends on breathing at one point.
enum class MotionTerms {
    Proportional, ///< u = c1 s
    Linear,       ///< u = c0 + c1 s
    Hysteresis    ///< u = c0 + c1 s + c2 ds/dt: the way in is another one than the way out
};

/// The terms 1, value, rate of a state: a row of the regression (3 columns, zero where `terms` has none).
Eigen::RowVector3d surrogateRow(const BreathingState& state, MotionTerms terms);

/// What gives c0, c1, c2 (rows) from the displacements in so many states (columns) by least squares. Throws Error
/// (BadInput): a state that is not finite, or states that do not determine the terms.
Eigen::MatrixXd surrogateWeights(std::span<const BreathingState> states, MotionTerms terms);

/// What takes displacements in so many states to their mean and the first principal modes, given the sums over all
/// voxels of their products. `shares`: of the variance, one a mode, falling. All modes: changes nothing.
Eigen::MatrixXd modeReduction(const Eigen::MatrixXd& products, int modes, std::vector<double>& shares);

} // namespace pollux::motion
