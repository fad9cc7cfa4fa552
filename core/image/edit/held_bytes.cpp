#include "core/image/edit/held_bytes.h"

#include "core/base/error.h"

#include <functional>

namespace pollux {

namespace {

void blocksOf(const Mask& mask, const std::function<void(const void*, std::int64_t)>& visit)
{
    if (!mask.inBricks()) {
        const BoxVoxels voxels = mask.boxVoxels();
        if (voxels.owner())
            visit(voxels.owner().get(), static_cast<std::int64_t>(sizeof *voxels.owner() + voxels.size()));
        return;
    }
    visit(mask.bricks().get(), static_cast<std::int64_t>(sizeof(MaskBricks)));
    mask.bricks()->blocks(visit);
}

} // namespace

std::int64_t HeldBytes::add(const Mask& mask)
{
    std::int64_t more = 0;
    blocksOf(mask, [&](const void* block, std::int64_t bytes) {
        if (++m_held[block] == 1)
            more += bytes;
    });
    m_bytes += more;
    return more;
}

std::int64_t HeldBytes::remove(const Mask& mask)
{
    std::int64_t less = 0;
    blocksOf(mask, [&](const void* block, std::int64_t bytes) {
        const auto held = m_held.find(block);
        if (held == m_held.end())
            throw Error(ErrorCode::Internal, "A mask leaves an account that it never entered.");
        if (--held->second == 0) {
            m_held.erase(held);
            less += bytes;
        }
    });
    m_bytes -= less;
    return less;
}

std::vector<std::int64_t> addedBytes(std::span<const Mask> sequence)
{
    HeldBytes held;
    std::vector<std::int64_t> out;
    for (const Mask& mask : sequence)
        out.push_back(held.add(mask));
    return out;
}

std::vector<IndexBox> changedBricks(const Mask& before, const Mask& after)
{
    if (!sameGeometry(before.grid(), after.grid()))
        throw Error(ErrorCode::BadInput, "The two masks lie on different grids.", "Resample one to the other first.");
    const auto a = before.bricks(), b = after.bricks();
    std::vector<IndexBox> out;
    for (const Index3& brick : MaskBricks::difference(*a, *b))
        out.push_back(b->voxelsOf(brick));
    return out;
}

} // namespace pollux
