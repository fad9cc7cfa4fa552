#include "core/image/io/packed_data.h"

#include "core/base/error.h"

#include <fstream>
#include <memory>
#include <vector>
#include <zlib.h>

namespace pollux {

namespace {

constexpr std::size_t kPiece = std::size_t(1) << 18;
/// How far the packed data is followed behind the voxels, to its checksum.
constexpr std::int64_t kMostBeyond = std::int64_t(64) << 20;

Error damaged()
{
    return Error(ErrorCode::BadInput, "The image file is damaged or incomplete: its packed voxels end too early.",
                 "Copy or download it again.");
}

} // namespace

void checkPackedData(const FileClaim& claim)
{
    const bool nifti = claim.format == FileClaim::Format::Nifti;
    if (!claim.packed)
        return;
    std::int64_t left = claim.bytesPerVoxel;
    for (const std::int64_t n : claim.size) // checkFileHeader bounds the product
        left *= n;
    left += nifti ? claim.dataAt : 0;

    std::ifstream in(claim.data, std::ios::binary);
    in.seekg(nifti ? 0 : claim.dataAt);
    z_stream z{};
    if (!in || inflateInit2(&z, 32 + 15) != Z_OK) // zlib or gzip, whichever it is
        throw damaged();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&z, inflateEnd);
    std::vector<char> from(kPiece);
    std::vector<char> to(kPiece);
    // gzip files may be several in a row (bgzip); what follows the voxels is of no interest.
    bool whole = false;
    while (left > 0 || (!whole && left > -kMostBeyond)) {
        if (z.avail_in == 0) {
            in.read(from.data(), static_cast<std::streamsize>(from.size()));
            z.next_in = reinterpret_cast<Bytef*>(from.data());
            z.avail_in = static_cast<uInt>(in.gcount());
            if (z.avail_in == 0)
                throw damaged();
        }
        if (whole && inflateReset(&z) != Z_OK)
            throw damaged();
        z.next_out = reinterpret_cast<Bytef*>(to.data());
        z.avail_out = static_cast<uInt>(to.size());
        const int state = inflate(&z, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            throw damaged();
        left -= static_cast<std::int64_t>(to.size() - z.avail_out);
        whole = state == Z_STREAM_END;
    }
}

} // namespace pollux
