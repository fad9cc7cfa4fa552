#pragma once

#include "core/geometry/grid.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <span>
#include <vector>

namespace pollux {

enum class Neighbours { Faces = 6, All = 26 };

/// Connected parts of a binary box by runs and union-find (He, Chao, Suzuki, IEEE TIP 17 (2008) 749): one pass over the
/// voxels, all else works on runs.
class RunParts
{
public:
    /// Parts of the voxels of a box of `size` (i fastest) that are non-zero, or zero if `ofZeros`.
    RunParts(std::span<const std::uint8_t> voxels, const Index3& size, Neighbours neighbours, bool ofZeros,
             const Job& job);

    struct Run
    {
        std::int32_t row = 0;            ///< k * size[1] + j
        std::int32_t begin = 0, end = 0; ///< i, half open
        std::int32_t part = 0;
    };
    struct Part
    {
        std::int64_t voxels = 0;
        IndexBox box;              ///< within the box given
        bool touchesFaces = false; ///< of the box given
    };
    const std::vector<Run>& runs() const { return m_runs; }
    const std::vector<Part>& parts() const { return m_parts; }
    /// Part of a voxel of the box, -1 if it is in none.
    std::int32_t partAt(int i, int j, int k) const;
    /// Sets `value` in `out` (of the same size) for the voxels of all parts with keep[part].
    void paint(const std::vector<std::uint8_t>& keep, std::uint8_t value, std::vector<std::uint8_t>& out) const;

private:
    Index3 m_size;
    std::vector<Run> m_runs;
    std::vector<std::int64_t> m_rowStart; ///< first run of each row; one more at the end
    std::vector<Part> m_parts;
};

} // namespace pollux
