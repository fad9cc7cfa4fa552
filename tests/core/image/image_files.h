#pragma once

// Small NIfTI, NRRD and MetaImage files written by hand: 7 x 5 x 4 voxels and, for NIfTI, time points.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>
#include <zlib.h>

namespace imagefiles {

using Bytes = std::vector<char>;

constexpr std::array<int, 3> kSize{7, 5, 4};
constexpr int kVoxels = 7 * 5 * 4;

inline Bytes packed(const Bytes& bytes, bool gzip)
{
    z_stream z{};
    deflateInit2(&z, 6, Z_DEFLATED, gzip ? 31 : 15, 8, Z_DEFAULT_STRATEGY);
    Bytes out(deflateBound(&z, static_cast<uLong>(bytes.size())) + 64);
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    deflateEnd(&z);
    return out;
}

/// 0, 1, 2, ... as T.
template <class T>
Bytes ramp(int count)
{
    std::vector<T> values;
    for (int i = 0; i < count; ++i)
        values.push_back(static_cast<T>(i));
    Bytes out(values.size() * sizeof(T));
    std::memcpy(out.data(), values.data(), out.size());
    return out;
}

inline Bytes joined(const std::string& head, const Bytes& data)
{
    Bytes out(head.size() + data.size());
    std::copy(head.begin(), head.end(), out.begin());
    std::copy(data.begin(), data.end(), out.begin() + static_cast<std::ptrdiff_t>(head.size()));
    return out;
}

/// NIfTI-1: spacing 0.5, 0.75, 2 mm; axes along those of RAS; origin (10, 20, 30) in RAS.
inline Bytes nifti(std::int16_t type, const Bytes& data, std::int16_t times = 1, float slope = 1, float offset = 0)
{
    Bytes head(352, 0);
    const auto put = [&](std::size_t at, auto v) { std::memcpy(head.data() + at, &v, sizeof v); };
    put(0, std::int32_t(348));
    put(40, std::int16_t(times > 1 ? 4 : 3));
    for (std::size_t a = 0; a < 3; ++a)
        put(42 + 2 * a, static_cast<std::int16_t>(kSize[a]));
    put(48, times);
    for (std::size_t a = 4; a < 7; ++a)
        put(42 + 2 * a, std::int16_t(1));
    put(70, type);
    put(72, static_cast<std::int16_t>(8 * data.size() / static_cast<std::size_t>(kVoxels * times)));
    const std::array<float, 3> spacing{0.5f, 0.75f, 2.0f};
    put(76, 1.0f);
    for (std::size_t a = 0; a < 3; ++a)
        put(80 + 4 * a, spacing[a]);
    put(92, 1.0f);
    put(108, 352.0f);
    put(112, slope);
    put(116, offset);
    put(123, char(10));        // mm, s
    put(254, std::int16_t(1)); // sform: scanner
    for (std::size_t a = 0; a < 3; ++a) {
        put(280 + 20 * a, spacing[a]);
        put(292 + 16 * a, 10.0f * static_cast<float>(a + 1));
    }
    std::memcpy(head.data() + 344, "n+1", 4);
    return joined(std::string(head.begin(), head.end()), data);
}

inline Bytes nrrd(const std::string& type, const Bytes& data, bool gzip)
{
    return joined("NRRD0004\ntype: " + type + "\ndimension: 3\nspace: left-posterior-superior\nsizes: 7 5 4\n" +
                      "space directions: (0.5,0,0) (0,0.75,0) (0,0,2)\nkinds: domain domain domain\nendian: little\n" +
                      "encoding: " + (gzip ? "gzip" : "raw") + "\nspace origin: (-10,-20,30)\n\n",
                  gzip ? packed(data, true) : data);
}

inline Bytes meta(const std::string& type, const Bytes& data, bool zip)
{
    const Bytes stored = zip ? packed(data, false) : data;
    return joined(
        "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nCompressedData = " +
            std::string(zip ? "True\nCompressedDataSize = " + std::to_string(stored.size()) : "False") +
            "\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = -10 -20 30\nElementSpacing = 0.5 0.75 2\n" +
            "DimSize = 7 5 4\nElementType = " + type + "\nElementDataFile = LOCAL\n",
        stored);
}

inline void write(const std::filesystem::path& path, const Bytes& bytes)
{
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A whole, valid int16 file of each kind.
struct Kind
{
    const char* ending;
    const char* name;
    Bytes bytes;
    std::size_t head; ///< length of the header as stored
};

inline std::vector<Kind> kinds()
{
    const Bytes data = ramp<std::int16_t>(kVoxels);
    const auto head = [&](const Bytes& all) { return all.size() - data.size(); };
    const Bytes plainNrrd = nrrd("short", data, false);
    const Bytes plainMeta = meta("MET_SHORT", data, false);
    const Bytes packedMeta = meta("MET_SHORT", data, true);
    return {{".nii", "NIfTI", nifti(4, data), 352},
            {".nii.gz", "NIfTI, gzip", packed(nifti(4, data), true), 200},
            {".nrrd", "NRRD", plainNrrd, head(plainNrrd)},
            {".nrrd", "NRRD, gzip", nrrd("short", data, true), head(plainNrrd)},
            {".mha", "MetaImage", plainMeta, head(plainMeta)},
            {".mha", "MetaImage, zlib", packedMeta, packedMeta.size() - packed(data, false).size()}};
}

} // namespace imagefiles
