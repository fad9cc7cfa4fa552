#include "core/image/io/file_header.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>
#include <zlib.h>

namespace pollux {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMostVoxelBytes = std::int64_t(4) << 30;
constexpr std::int64_t kMostPerAxis = 65535;
constexpr std::int64_t kBestDeflate = 1032; ///< deflate cannot pack tighter than this (zlib's technical note)
constexpr double kFarthestVoxels = 1 << 30; ///< header extensions lie before them
constexpr std::size_t kLongestText = std::size_t(4) << 20;

Error damaged()
{
    return Error(ErrorCode::BadInput, "The image file is damaged or incomplete.", "Copy or export it again.");
}

Error unsupported(const std::string& what)
{
    return Error(ErrorCode::Unsupported, "The image file " + what + ", which cannot be opened as a volume.",
                 "Save it as a scalar volume (int16 or float).");
}

std::int64_t sizeOf(const fs::path& path)
{
    std::error_code ec;
    const auto size = fs::file_size(path, ec);
    if (ec)
        throw Error(ErrorCode::Io, "The image file, or the data file it names, cannot be read.",
                    "Check that both files are there and that you may read them.");
    return static_cast<std::int64_t>(size);
}

/// Rejects what cannot be in the file.
void checkAmount(const FileClaim& claim, std::int64_t fileBytes, bool packed)
{
    std::int64_t bytes = claim.bytesPerVoxel;
    for (const std::int64_t n : claim.size) {
        if (n < 1 || n > kMostPerAxis)
            throw damaged();
        bytes *= n; // at most 2^32 * 2^16 before the bound below stops it
        if (bytes > kMostVoxelBytes)
            throw Error(ErrorCode::Unsupported, "The image file says more than 4 GiB of voxels.",
                        "Save a part of it, or fewer bits.");
    }
    if (bytes > (packed ? fileBytes * kBestDeflate : fileBytes))
        throw damaged();
}

/// A data file beside the header: never elsewhere on the disk.
fs::path beside(const fs::path& header, const std::string& name)
{
    if (name.empty() || name.find('/') != std::string::npos || name.find('\\') != std::string::npos || name == ".." ||
        name.find('%') != std::string::npos)
        throw unsupported(term("names data files elsewhere"));
    return header.parent_path() / name;
}

FileClaim checkNifti(const fs::path& path)
{
    const bool packed = lowered(path.string()).ends_with(".gz");
    std::array<unsigned char, 540> head{};
    const gzFile file = gzopen(path.c_str(), "rb");
    if (!file)
        throw Error(ErrorCode::Io, "The image file cannot be read.", "Check that you may read it.");
    const int got = gzread(file, head.data(), head.size());
    gzclose(file);
    if (got < 348)
        throw damaged();
    const auto read = [&](std::size_t at, std::size_t bytes, bool swap) {
        std::uint64_t v = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            v |= std::uint64_t(head[at + i]) << (8 * (swap ? bytes - 1 - i : i));
        return v;
    };
    bool swap = false;
    std::uint64_t kind = read(0, 4, false);
    if (kind != 348 && kind != 540) {
        swap = true;
        kind = read(0, 4, true);
    }
    const bool second = kind == 540 && got >= 540;
    if (kind != 348 && !second)
        throw damaged();
    const char* magic = reinterpret_cast<const char*>(head.data()) + (second ? 4 : 344);
    const bool pair = std::memcmp(magic, second ? "ni2" : "ni1", 4) == 0;
    if (!pair && std::memcmp(magic, second ? "n+2" : "n+1", 4) != 0)
        throw unsupported(term("is an Analyze file without orientation"));
    FileClaim claim;
    const auto dim = [&](std::size_t i) {
        return second ? static_cast<std::int64_t>(read(16 + 8 * i, 8, swap))
                      : static_cast<std::int64_t>(static_cast<std::int16_t>(read(40 + 2 * i, 2, swap)));
    };
    const std::int64_t dims = dim(0);
    if (dims < 1 || dims > 7)
        throw damaged();
    for (std::int64_t i = 1; i <= dims; ++i) {
        if (i <= 4)
            claim.size[static_cast<std::size_t>(i - 1)] = dim(static_cast<std::size_t>(i));
        else if (dim(static_cast<std::size_t>(i)) > 1)
            throw unsupported(term("holds vectors"));
    }
    static const std::map<int, std::pair<int, bool>> kTypes{
        {2, {1, true}},   {256, {1, true}},  {4, {2, true}},    {512, {2, true}}, {8, {4, true}},
        {768, {4, true}}, {1024, {8, true}}, {1280, {8, true}}, {16, {4, false}}, {64, {8, false}}};
    const auto type = kTypes.find(static_cast<int>(read(second ? 12 : 70, 2, swap)));
    if (type == kTypes.end())
        throw unsupported(term("holds colours or complex numbers"));
    claim.bytesPerVoxel = type->second.first;
    claim.integral = type->second.second;
    claim.placed =
        read(second ? 344 : 252, second ? 4 : 2, swap) > 0 || read(second ? 348 : 254, second ? 4 : 2, swap) > 0;
    fs::path data = path;
    if (pair) {
        data.replace_extension(".img");
        std::error_code ec;
        if (packed || !fs::exists(data, ec))
            throw unsupported(term("keeps its voxels in another file"));
    }
    const double offset = second ? static_cast<double>(static_cast<std::int64_t>(read(168, 8, swap)))
                                 : std::bit_cast<float>(static_cast<std::uint32_t>(read(108, 4, swap)));
    if (!(offset >= 0 && offset < kFarthestVoxels))
        throw damaged();
    // Smaller offsets are found in files; the toolkit too reads on after the header then.
    claim.dataAt = std::max(static_cast<std::int64_t>(offset), pair ? 0 : static_cast<std::int64_t>(kind));
    claim.data = data;
    claim.packed = packed;
    claim.swapped = swap;
    const std::int64_t there = sizeOf(data);
    checkAmount(claim, packed ? there : std::max<std::int64_t>(0, there - claim.dataAt), packed);
    return claim;
}

std::vector<std::int64_t> numbers(const std::string& text)
{
    std::vector<std::int64_t> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t from = text.find_first_not_of(" \t", at);
        if (from == std::string::npos)
            break;
        at = std::min(text.find_first_of(" \t", from), text.size());
        const auto n = parseInt(std::string_view(text).substr(from, at - from));
        if (!n)
            throw damaged();
        out.push_back(*n);
    }
    return out;
}

std::string headText(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Error(ErrorCode::Io, "The image file cannot be read.", "Check that you may read it.");
    std::string text(static_cast<std::size_t>(std::min<std::int64_t>(sizeOf(path), kLongestText)), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

/// Lines "key<separator>value" until `last` or an empty line; `end` is where the data starts.
std::map<std::string, std::string> fields(const std::string& text, char separator, const std::string& last,
                                          std::size_t& end)
{
    std::map<std::string, std::string> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t stop = text.find('\n', at);
        if (stop == std::string::npos)
            break;
        const std::string_view line = trimmed(std::string_view(text).substr(at, stop - at));
        at = stop + 1;
        end = at;
        if (line.empty())
            break;
        if (line.front() == '#')
            continue;
        const std::size_t cut = line.find(separator);
        if (cut == std::string_view::npos)
            continue;
        const std::string key = lowered(trimmed(line.substr(0, cut)));
        out[key] = std::string(trimmed(line.substr(cut + 1)));
        if (key == last)
            break;
    }
    return out;
}

void setType(FileClaim& claim, const std::map<std::string, std::pair<int, bool>>& types, const std::string& name)
{
    const auto it = types.find(lowered(name));
    if (it == types.end())
        throw unsupported(term("holds values of an unknown type"));
    claim.bytesPerVoxel = it->second.first;
    claim.integral = it->second.second;
}

void setSizes(FileClaim& claim, const std::vector<std::int64_t>& sizes, std::size_t dims)
{
    if (sizes.size() != dims || dims < 2 || dims > 4)
        throw unsupported(term("does not have two to four dimensions"));
    std::copy(sizes.begin(), sizes.end(), claim.size.begin());
}

FileClaim checkMeta(const fs::path& path)
{
    std::size_t end = 0;
    auto f = fields(headText(path), '=', "elementdatafile", end);
    FileClaim claim;
    claim.format = FileClaim::Format::Meta;
    static const std::map<std::string, std::pair<int, bool>> kTypes{
        {"met_char", {1, true}},       {"met_uchar", {1, true}},  {"met_short", {2, true}},
        {"met_ushort", {2, true}},     {"met_int", {4, true}},    {"met_uint", {4, true}},
        {"met_long", {8, true}},       {"met_ulong", {8, true}},  {"met_long_long", {8, true}},
        {"met_ulong_long", {8, true}}, {"met_float", {4, false}}, {"met_double", {8, false}}};
    setType(claim, kTypes, f["elementtype"]);
    setSizes(claim, numbers(f["dimsize"]),
             static_cast<std::size_t>(std::clamp<std::int64_t>(parseInt(f["ndims"]).value_or(0), 0, 9)));
    if (f.contains("elementnumberofchannels") && f["elementnumberofchannels"] != "1")
        throw unsupported(term("holds colours or vectors"));
    claim.placed = f.contains("transformmatrix") || f.contains("orientation") || f.contains("rotation");
    const bool packed = lowered(f["compresseddata"]) == "true";
    const std::string data = f["elementdatafile"];
    if (lowered(data) == "list")
        throw unsupported(term("keeps its voxels in many files"));
    const bool local = lowered(data) == "local";
    claim.data = local ? path : beside(path, data);
    claim.dataAt = local ? static_cast<std::int64_t>(end) : 0;
    claim.packed = packed && !f.contains("headersize");
    checkAmount(claim, sizeOf(claim.data) - claim.dataAt, packed);
    return claim;
}

FileClaim checkNrrd(const fs::path& path)
{
    const std::string text = headText(path);
    if (!text.starts_with("NRRD"))
        throw damaged();
    std::size_t end = 0;
    auto f = fields(text, ':', "", end);
    FileClaim claim;
    claim.format = FileClaim::Format::Nrrd;
    static const std::map<std::string, std::pair<int, bool>> kTypes{{"signed char", {1, true}},
                                                                    {"int8", {1, true}},
                                                                    {"int8_t", {1, true}},
                                                                    {"uchar", {1, true}},
                                                                    {"unsigned char", {1, true}},
                                                                    {"uint8", {1, true}},
                                                                    {"uint8_t", {1, true}},
                                                                    {"short", {2, true}},
                                                                    {"short int", {2, true}},
                                                                    {"int16", {2, true}},
                                                                    {"int16_t", {2, true}},
                                                                    {"signed short", {2, true}},
                                                                    {"ushort", {2, true}},
                                                                    {"unsigned short", {2, true}},
                                                                    {"uint16", {2, true}},
                                                                    {"uint16_t", {2, true}},
                                                                    {"unsigned short int", {2, true}},
                                                                    {"int", {4, true}},
                                                                    {"signed int", {4, true}},
                                                                    {"int32", {4, true}},
                                                                    {"int32_t", {4, true}},
                                                                    {"uint", {4, true}},
                                                                    {"unsigned int", {4, true}},
                                                                    {"uint32", {4, true}},
                                                                    {"uint32_t", {4, true}},
                                                                    {"int64", {8, true}},
                                                                    {"int64_t", {8, true}},
                                                                    {"longlong", {8, true}},
                                                                    {"uint64", {8, true}},
                                                                    {"uint64_t", {8, true}},
                                                                    {"float", {4, false}},
                                                                    {"double", {8, false}}};
    setType(claim, kTypes, f["type"]);
    setSizes(claim, numbers(f["sizes"]),
             static_cast<std::size_t>(std::clamp<std::int64_t>(parseInt(f["dimension"]).value_or(0), 0, 9)));
    for (const char* axis : {"vector", "rgb", "color", "list", "complex", "matrix", "quaternion"})
        if (lowered(f["kinds"]).find(axis) != std::string::npos)
            throw unsupported(term("holds vectors, colours or lists"));
    claim.placed = f.contains("space") || f.contains("space directions");
    const std::string encoding = lowered(f["encoding"]);
    const bool packed = encoding == "gzip" || encoding == "gz" || encoding == "bzip2" || encoding == "bz2";
    if (!packed && encoding != "raw")
        throw unsupported(term("is stored as text"));
    std::string data = f.contains("data file") ? f["data file"] : f["datafile"];
    if (data.starts_with("./"))
        data.erase(0, 2);
    claim.data = data.empty() ? path : beside(path, data);
    claim.dataAt = data.empty() ? static_cast<std::int64_t>(end) : 0;
    claim.packed = encoding.starts_with("gz");
    for (const char* skip : {"line skip", "lineskip", "byte skip", "byteskip"})
        claim.packed = claim.packed && !f.contains(skip);
    checkAmount(claim, sizeOf(claim.data) - claim.dataAt, packed);
    return claim;
}

} // namespace

FileClaim checkFileHeader(const fs::path& path)
{
    const std::string name = lowered(path.filename().string());
    if (name.ends_with(".nii") || name.ends_with(".nii.gz") || name.ends_with(".hdr"))
        return checkNifti(path);
    if (name.ends_with(".nrrd") || name.ends_with(".nhdr"))
        return checkNrrd(path);
    if (name.ends_with(".mha") || name.ends_with(".mhd"))
        return checkMeta(path);
    throw unsupported(term("has an unknown ending"));
}

} // namespace pollux
