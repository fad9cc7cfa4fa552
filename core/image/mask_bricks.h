#pragma once

#include "core/base/content_key.h"
#include "core/geometry/grid.h"
#include "core/jobs/job.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace pollux {

/// The voxels of a mask as a persistent table of bricks: 32^3 voxels each, one bit a voxel, aligned to the grid. A
/// value, immutable: an edit makes a new table that shares every brick (and every layer of bricks) it did not change,
/// so a history costs what was changed. A brick without voxels is a null pointer and a full one is shared by all masks,
/// so only borders take memory. Thread-safe to read.
class MaskBricks
{
public:
    static constexpr int kEdge = 32;
    /// Row j + 32 k of a brick; bit i.
    using Rows = std::array<std::uint32_t, kEdge * kEdge>;

    struct Brick
    {
        explicit Brick(const Rows& voxels);
        Rows rows;
        std::int32_t count = 0;
        std::array<std::uint32_t, 3> used{}; ///< bit n of [axis]: some voxel inside has this index
        ContentKey key;                      ///< of the rows
    };
    using BrickPointer = std::shared_ptr<const Brick>;

    MaskBricks() = default;
    /// Nothing is inside. `size` is that of the grid.
    explicit MaskBricks(const Index3& size);
    /// `voxels` covers `box` (inside the grid, i fastest), each 0 or 1. Threads inside.
    static MaskBricks fromBox(const Index3& size, const IndexBox& box, const std::uint8_t* voxels);
    /// Null if no bit is set, the shared one if all are.
    static BrickPointer brickOf(const Rows& rows);
    static const BrickPointer& fullBrick();

    const Index3& size() const { return m_size; }     ///< of the grid
    const Index3& bricks() const { return m_bricks; } ///< how many along each axis
    std::int64_t count() const { return m_count; }    ///< voxels inside
    const IndexBox& box() const { return m_box; }     ///< of the voxels inside; all zero if none
    /// Null if nothing is inside. `brick` must exist.
    const Brick* brick(const Index3& brick) const;
    BrickPointer pointer(const Index3& brick) const;
    /// Voxels of a brick, without what lies beyond the grid.
    IndexBox voxelsOf(const Index3& brick) const;
    /// Bricks that a box of voxels touches, within the grid.
    IndexBox bricksOf(const IndexBox& voxels) const;

    bool at(int i, int j, int k) const ///< inside the grid
    {
        const Brick* b = brick({i / kEdge, j / kEdge, k / kEdge});
        return b && (b->rows[j % kEdge + kEdge * (k % kEdge)] >> (i % kEdge) & 1U) != 0;
    }
    /// 0 or 1 for every voxel of a box inside the grid, i fastest. No threads inside.
    void copyTo(const IndexBox& box, std::uint8_t* out) const;

    /// What becomes of a brick. Called from several threads. Bits beyond the grid are dropped.
    using Change = std::function<BrickPointer(const Index3& brick, const BrickPointer& old)>;
    /// The table with the bricks that touch `region` changed; a brick of the same content stays the old one, and if all
    /// do the table shares everything with this one.
    MaskBricks changed(const IndexBox& region, const Change& change, const Job& job) const;
    /// The content of this table with the bricks of `before` where they are the same: for results that were not made by
    /// changed(). Both of the same size.
    MaskBricks sharing(const MaskBricks& before) const;
    /// Bricks whose content differs; tables of the same size. Costs the number of layers where all is shared.
    static std::vector<Index3> difference(const MaskBricks& before, const MaskBricks& after);

    /// Calls visit(address, bytes) for every block of memory this table holds, shared or not.
    void blocks(const std::function<void(const void* block, std::int64_t bytes)>& visit) const;

private:
    /// All bricks of one k. Layers keep the table small to copy: a stroke touches one or two of them.
    struct Layer
    {
        std::vector<BrickPointer> bricks; ///< i fastest
        std::int64_t count = 0;
        IndexBox box;
    };
    std::shared_ptr<const Layer> layerOf(std::vector<BrickPointer> bricks, int k) const;
    void sum();

    Index3 m_size{0, 0, 0};
    Index3 m_bricks{0, 0, 0};
    std::vector<std::shared_ptr<const Layer>> m_layers; ///< null if empty
    std::int64_t m_count = 0;
    IndexBox m_box;
};

// Set algebra on tables of the same size; what an operand settles alone is shared with it.
MaskBricks unite(const MaskBricks& a, const MaskBricks& b);
MaskBricks intersect(const MaskBricks& a, const MaskBricks& b);
MaskBricks subtract(const MaskBricks& a, const MaskBricks& b);

} // namespace pollux
