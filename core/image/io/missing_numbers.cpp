#include "core/image/io/missing_numbers.h"

#include "core/base/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <type_traits>
#include <vector>
#include <zlib.h>

namespace pollux {

namespace {

constexpr std::size_t kPiece = std::size_t(1) << 16; ///< values

Error damaged()
{
    return Error(ErrorCode::BadInput, "The image file is damaged or incomplete.", "Copy or export it again.");
}

template <class Stored>
bool isNumber(const std::byte* at, bool swapped)
{
    std::array<std::byte, sizeof(Stored)> bytes;
    std::memcpy(bytes.data(), at, bytes.size());
    if (swapped)
        std::reverse(bytes.begin(), bytes.end());
    return std::isfinite(std::bit_cast<Stored>(bytes));
}

template <class Stored, class Read>
void restore(const FileClaim& claim, std::span<std::byte> voxels)
{
    // gzread hands out a file that is not packed as it is.
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(claim.data.c_str(), "rb"), gzclose);
    if (!file)
        throw Error(ErrorCode::Io, "The image file cannot be read.", "Check that you may read it.");
    if (gzseek(file.get(), claim.dataAt, SEEK_SET) < 0)
        throw damaged();
    std::vector<std::byte> piece(kPiece * sizeof(Stored));
    for (std::size_t done = 0, all = voxels.size() / sizeof(Read); done < all;) {
        const std::size_t count = std::min(kPiece, all - done);
        const std::size_t bytes = count * sizeof(Stored);
        if (gzread(file.get(), piece.data(), static_cast<unsigned>(bytes)) != static_cast<int>(bytes))
            throw damaged();
        for (std::size_t i = 0; i < count; ++i)
            if (!isNumber<Stored>(piece.data() + i * sizeof(Stored), claim.swapped)) {
                constexpr Read missing = std::numeric_limits<Read>::quiet_NaN();
                std::memcpy(voxels.data() + (done + i) * sizeof(Read), &missing, sizeof(Read));
            }
        done += count;
    }
}

template <class Stored>
void restore(const FileClaim& claim, RawImage::Type type, std::span<std::byte> voxels)
{
    if (type == RawImage::Type::Float32)
        restore<Stored, float>(claim, voxels);
    else if (type == RawImage::Type::Float64)
        restore<Stored, double>(claim, voxels);
}

} // namespace

void restoreMissingNumbers(const FileClaim& claim, RawImage::Type type, std::span<std::byte> voxels)
{
    if (claim.format != FileClaim::Format::Nifti || claim.integral)
        return;
    if (claim.bytesPerVoxel == 4)
        restore<float>(claim, type, voxels);
    else if (claim.bytesPerVoxel == 8)
        restore<double>(claim, type, voxels);
}

} // namespace pollux
