#pragma once

#include "core/geometry/grid.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// What a separable filter sees beyond its box.
enum class Edge { Repeat, Zero };

/// Sampled Gaussian (or its first or second derivative per mm) of standard deviation `sigma` mm on voxels of `spacing`
/// mm, cut at 4 sigma; [0] is the centre, [m] the weight of the voxel m ahead. The Gaussian sums to one; the
/// derivatives are corrected to be exact on x and x^2/2.
std::vector<float> gaussianKernel(double sigma, double spacing, int derivative);

/// out[x] = sum over m of kernel[|m|] in[x + m] along `axis` of a box of `size`; odd kernels change sign with m.
/// `in` and `out` may be the same buffer. Threads inside; same result on every run.
void convolve(const float* in, float* out, const Index3& size, int axis, const std::vector<float>& kernel, bool odd,
              Edge edge, const Job& job);

/// Gaussian smoothing of a box in place.
void smoothBox(std::vector<float>& values, const Index3& size, const Vec3& spacing, double sigma, Edge edge,
               const Job& job);

} // namespace pollux
