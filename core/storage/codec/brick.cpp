#include "core/storage/codec/brick.h"

#include "core/base/error.h"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>

namespace pollux {

static_assert(std::endian::native == std::endian::little, "arrays are stored little-endian as they lie in memory");

namespace {

struct BrickBox
{
    std::array<std::int64_t, 3> from{};
    std::array<std::int64_t, 3> size{};
    std::int64_t elements() const { return size[0] * size[1] * size[2]; }
};

BrickBox boxOf(const ArrayInfo& info, std::int64_t index)
{
    const auto counts = info.brickCounts();
    const std::array<std::int64_t, 3> at{index % counts[0], index / counts[0] % counts[1],
                                         index / counts[0] / counts[1]};
    BrickBox box;
    for (size_t a = 0; a < 3; ++a) {
        box.from[a] = at[a] * info.brick[a];
        box.size[a] = std::min(info.brick[a], info.shape[a] - box.from[a]);
    }
    return box;
}

/// Calls f(offset of the line in the array, offset of it in the brick) for each line along the first axis.
template <class F>
void forEachLine(const ArrayInfo& info, const BrickBox& box, F&& f)
{
    std::int64_t inBrick = 0;
    for (std::int64_t k = 0; k < box.size[2]; ++k)
        for (std::int64_t j = 0; j < box.size[1]; ++j) {
            const std::int64_t row = (box.from[2] + k) * info.shape[1] + box.from[1] + j;
            f(row * info.shape[0] + box.from[0], inBrick);
            inBrick += box.size[0];
        }
}

// Width as a template parameter: the inner loops become vector code.
template <int Width>
void shuffleLines(const ArrayInfo& info, const BrickBox& box, const std::uint8_t* __restrict from,
                  std::uint8_t* __restrict to)
{
    const std::int64_t plane = box.elements();
    forEachLine(info, box, [&](std::int64_t inArray, std::int64_t inBrick) {
        const std::uint8_t* __restrict line = from + inArray * Width;
        for (int b = 0; b < Width; ++b) {
            std::uint8_t* __restrict out = to + b * plane + inBrick;
            for (std::int64_t i = 0; i < box.size[0]; ++i)
                out[i] = line[i * Width + b];
        }
    });
}

template <int Width>
void unshuffleLines(const ArrayInfo& info, const BrickBox& box, const std::uint8_t* __restrict from,
                    std::uint8_t* __restrict to)
{
    const std::int64_t plane = box.elements();
    forEachLine(info, box, [&](std::int64_t inArray, std::int64_t inBrick) {
        std::uint8_t* __restrict line = to + inArray * Width;
        const std::uint8_t* __restrict in = from + inBrick;
        for (std::int64_t i = 0; i < box.size[0]; ++i)
            for (int b = 0; b < Width; ++b)
                line[i * Width + b] = in[b * plane + i];
    });
}

const std::uint8_t* bytesOf(const std::byte* p)
{
    return reinterpret_cast<const std::uint8_t*>(p);
}
std::uint8_t* bytesOf(std::byte* p)
{
    return reinterpret_cast<std::uint8_t*>(p);
}

[[noreturn]] void damaged()
{
    throw Error(ErrorCode::BadInput, "A part of the case file is damaged (compressed data).");
}

struct FreeContext
{
    void operator()(ZSTD_CCtx* c) const { ZSTD_freeCCtx(c); }
    void operator()(ZSTD_DCtx* c) const { ZSTD_freeDCtx(c); }
};

} // namespace

std::int64_t brickBytes(const ArrayInfo& info, std::int64_t index)
{
    return boxOf(info, index).elements() * bytesPerElement(info.type);
}

void shuffleBrick(const ArrayInfo& info, std::int64_t index, std::span<const std::byte> array,
                  std::vector<std::byte>& planes)
{
    const BrickBox box = boxOf(info, index);
    const int width = bytesPerElement(info.type);
    planes.resize(static_cast<size_t>(box.elements() * width));
    switch (width) {
    case 1:
        shuffleLines<1>(info, box, bytesOf(array.data()), bytesOf(planes.data()));
        break;
    case 2:
        shuffleLines<2>(info, box, bytesOf(array.data()), bytesOf(planes.data()));
        break;
    case 4:
        shuffleLines<4>(info, box, bytesOf(array.data()), bytesOf(planes.data()));
        break;
    default:
        shuffleLines<8>(info, box, bytesOf(array.data()), bytesOf(planes.data()));
        break;
    }
}

void unshuffleBrick(const ArrayInfo& info, std::int64_t index, std::span<const std::byte> planes,
                    std::span<std::byte> array)
{
    const BrickBox box = boxOf(info, index);
    switch (bytesPerElement(info.type)) {
    case 1:
        unshuffleLines<1>(info, box, bytesOf(planes.data()), bytesOf(array.data()));
        break;
    case 2:
        unshuffleLines<2>(info, box, bytesOf(planes.data()), bytesOf(array.data()));
        break;
    case 4:
        unshuffleLines<4>(info, box, bytesOf(planes.data()), bytesOf(array.data()));
        break;
    default:
        unshuffleLines<8>(info, box, bytesOf(planes.data()), bytesOf(array.data()));
        break;
    }
}

void packBrick(std::span<const std::byte> planes, std::vector<std::byte>& packed)
{
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    if (!context)
        throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    packed.resize(ZSTD_compressBound(planes.size()));
    const size_t size = ZSTD_compress2(context.get(), packed.data(), packed.size(), planes.data(), planes.size());
    if (ZSTD_isError(size))
        throw Error(ErrorCode::Internal, std::string("Compression failed: ") + ZSTD_getErrorName(size));
    packed.resize(size);
}

void unpackBrick(std::span<const std::byte> packed, std::span<std::byte> planes)
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    if (!context)
        throw std::bad_alloc();
    if (ZSTD_getFrameContentSize(packed.data(), packed.size()) != planes.size() ||
        ZSTD_findFrameCompressedSize(packed.data(), packed.size()) != packed.size())
        damaged();
    const size_t size = ZSTD_decompressDCtx(context.get(), planes.data(), planes.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) || size != planes.size())
        damaged();
}

ContentKey arrayKey(const ArrayInfo& info, std::span<const ContentKey> bricks)
{
    Hasher hasher;
    hasher.add(std::string_view("pollux.array.1")).add(info.text());
    for (const ContentKey& key : bricks)
        hasher.add(key);
    return hasher.key();
}

} // namespace pollux
