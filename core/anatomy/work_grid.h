#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux::anatomy {

/// Cubic voxels of `spacing` mm along the patient axes (i to the left, j posterior, k superior), covering all of `grid`
/// whatever its orientation: "up" and "left" are then index directions, and each step costs little.
Grid workGrid(const Grid& grid, double spacing);

/// `ct` averaged down to `grid` (Float32); -1024 beyond the image and for padding below air.
Volume workVolume(const Volume& ct, const Grid& grid, const Job& job);

/// Plain masks on one grid, for the many small set operations on work grids.
using Bits = std::vector<std::uint8_t>;

/// Voxels where `f(offset)` is true.
template <class F>
Mask maskWhere(const Grid& grid, F&& f)
{
    Bits bits(static_cast<std::size_t>(grid.voxels()));
    for (std::size_t n = 0; n < bits.size(); ++n)
        bits[n] = f(n) ? 1 : 0;
    return Mask(grid, bits);
}

/// Axis of `grid` that runs most along the body, for slice-wise work.
int sliceAxis(const Grid& grid);

struct RefineOptions
{
    double inner = 4;     ///< mm inside the coarse border that stay inside
    double outer = 4;     ///< mm outside the coarse border that may be won
    double radius = 9;    ///< mm of the local intensity model
    double contrast = 25; ///< local difference (value units) below which the coarse border is kept
    double low = -1e9;    ///< values outside [low, high] are never won within the band
    double high = 1e9;
    double shell = -1e9;    ///< the inside model is made of values above this only: the dense shell of bone
    bool average = true;    ///< decide by 3x3 means instead of single voxels: halves the noise, costs thin parts
    double smoothing = 0.8; ///< mm of the final majority smoothing; 0 for none
    bool onePiece = true;   ///< keep the largest part only
};

/// Moves a border found on a work grid to where the full image has it: within a band around the coarse border a voxel
/// belongs to the nearer of the local mean values inside and outside (local Chan-Vese model: Lankton and Tannenbaum,
/// IEEE Trans Image Process 17 (2008) 2029, here in one step and not iterated).
Mask refine(const Volume& ct, const Volume& work, const Mask& coarse, const RefineOptions& options, const Job& job);

} // namespace pollux::anatomy
