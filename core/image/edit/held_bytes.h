#pragma once

#include "core/image/mask.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace pollux {

/// What a set of masks holds in memory, each shared brick counted once: the account behind an undo history with a byte
/// budget. add() for every mask of a snapshot that enters the history, remove() for those of one that leaves it.
class HeldBytes
{
public:
    /// Bytes that this mask holds and none of those counted before.
    std::int64_t add(const Mask& mask);
    /// Bytes that nothing counted holds any more. Only for a mask that was added; each add() is undone once.
    std::int64_t remove(const Mask& mask);
    std::int64_t bytes() const { return m_bytes; }

private:
    std::map<const void*, int> m_held; ///< how many of the masks hold a block
    std::int64_t m_bytes = 0;
};

/// What each mask of a sequence holds beyond those before it: the cost of each undo step.
std::vector<std::int64_t> addedBytes(std::span<const Mask> sequence);

/// Boxes of voxels (one a brick) in which two masks on the same grid differ: where a surface must be extracted anew, a
/// slice redrawn. Fast if one was edited from the other. Throws Error (BadInput) for different grids.
std::vector<IndexBox> changedBricks(const Mask& before, const Mask& after);

} // namespace pollux
