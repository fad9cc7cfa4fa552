#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <vector>

namespace pollux {

struct SeedGrowthOptions
{
    /// What one mm costs, in units of the image: the more, the more a voxel goes to the nearest seed whatever the
    /// values.
    double locality = 0;
    /// Only these voxels are given to anyone; null means the box of all seeds and `margin` mm around it.
    const Mask* within = nullptr;
    double margin = 10;
};

/// Grow from seeds: every voxel goes to the seed with the cheapest path to it, of 6 neighbours, where a step costs the
/// difference of the values and a little for its length (in mm: anisotropic spacing is respected). This is what GrowCut
/// converges to, found in one pass (Zhu, Kolesov, Gao, Kikinis, Tannenbaum, SPIE 9034 (2014); Dial, CACM 12 (1969)
/// 632). Keeps the costs, so that seeds added later only re-label what they win; the result is the same as from scratch
/// (ties go to the first structure), whatever the order of strokes. One thread at a time.
class SeedGrowth
{
public:
    /// Throws Error (BadInput) for an empty volume, or options out of range (locality in [0, 1e6], margin in [0, 300]).
    SeedGrowth(Volume volume, const SeedGrowthOptions& options);

    /// One mask a seed (2 to 250), on the grid of the volume; where seeds overlap the first one wins. The results share
    /// bricks with those of the last call. Stops within 200 ms; after a stop the next call starts from scratch.
    std::vector<Mask> grow(const std::vector<Mask>& seeds, const Job& job);

    /// True if the last call only re-labelled what added seeds won.
    bool wasIncremental() const { return m_incremental; }
    std::int64_t voxelsVisited() const { return m_visited; } ///< by the last call

private:
    struct Cell
    {
        std::uint32_t cost;
        std::uint16_t level;
        std::uint8_t label; ///< of a seed from 1; 0 nobody yet; kBarred
    };
    void prepare(const IndexBox& box, const Job& job);
    void spread(std::vector<std::int32_t> start, const Job& job);
    std::vector<Mask> result(size_t labels, const Job& job);
    std::int64_t cellAt(int i, int j, int k) const;

    Volume m_volume;
    SeedGrowthOptions m_options;
    Mask m_within;
    IndexBox m_box; ///< the cells are those of this box with a barred rim of one
    std::vector<Cell> m_cells;
    std::vector<Mask> m_seeds; ///< of the last call that was not stopped
    std::vector<Mask> m_grown;
    bool m_incremental = false;
    std::int64_t m_visited = 0;
    std::uint32_t m_step[3] = {1, 1, 1};
};

/// The same in one call.
std::vector<Mask> growFromSeeds(const Volume& volume, const std::vector<Mask>& seeds, const SeedGrowthOptions& options,
                                const Job& job);

} // namespace pollux
