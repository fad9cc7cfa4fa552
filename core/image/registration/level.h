#pragma once

// One level of a deformable registration. Included by its .cpp files only.

#include "core/base/parallel.h"
#include "core/image/registration/deformable.h"
#include "core/image/registration/sampling.h"

#include <algorithm>
#include <array>
#include <vector>

namespace pollux::registration {

/// One value a voxel along each axis of a level's grid, in voxels.
using Vectors = std::array<std::vector<float>, 3>;

using Corner = Cell<float>;

/// Calls f(offset of the row, j, k) for all rows of a box, on several threads.
template <class F>
void forRows(const Index3& size, const Job& job, F f)
{
    parallelFor(0, size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            for (int j = 0; j < size[1]; ++j)
                f((k * size[1] + j) * size[0], j, int(k));
        }
    });
}

/// Both images on cubic voxels along the fixed image's axes, the moving one carried there by the start.
class Level
{
public:
    Level(const Volume& fixed, const Volume& moving, double spacing, const DeformableOptions& options, const Job& job);

    Grid grid;                        ///< covers the fixed image
    std::vector<std::uint8_t> region; ///< 1 inside the sliding organ; empty if there is none

    /// A field of another level on this one (zero if empty), and back as mm along the patient's axes.
    Vectors from(const DisplacementField& other) const;
    DisplacementField field(const Vectors& v) const;
    /// The demons' step from where `v` leads, at most `longest` voxels long, times its `trust`: 1 where the images are
    /// steep, towards 0 where they show but noise, 0 where there is nothing to compare. Returns how unlike the images
    /// are there (root mean square, of the places that are carried into the moving image).
    double force(const Vectors& v, float longest, Vectors& step, std::vector<float>& trust, const Job& job) const;

private:
    float flatness() const;
    using Channel = std::vector<float>;
    Index3 m_margin; ///< voxels that the moving image reaches beyond the grid, each side
    Index3 m_movingSize;
    std::vector<Channel> m_fixed, m_moving; ///< one (values) or six (descriptors)
    float m_flat = 0;                       ///< slope squared of what is but noise: half of the fixed image is flatter
    Channel m_inside;                       ///< 1 where the moving image has values
};

/// Self-similarity in six directions, each 0..1: exp(-D / V), D the squared difference to the neighbour, averaged by a
/// small Gaussian, V its mean over the directions; scaled so that the largest is 1.
std::vector<std::vector<float>> describe(const std::vector<float>& values, const Index3& size, const Job& job);

} // namespace pollux::registration
