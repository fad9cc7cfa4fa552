#pragma once

// Zip files by hand, so that their directory can lie: https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>
#include <zlib.h>

namespace pollux::test {

struct ZipEntry
{
    std::string name;
    std::string bytes;               ///< as stored
    std::uint16_t method = 0;        ///< 0 stored, 8 deflated
    std::uint32_t claimedSize = 0;   ///< unpacked; 0: the size of `bytes`
    std::int64_t claimedPacked = -1; ///< -1: the size of `bytes`
    bool overFirst = false;          ///< lies over the first entry: only the directory names it
};

inline void writeZip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries, std::size_t padding = 0)
{
    std::string out, directory;
    const auto put = [](std::string& to, std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            to += static_cast<char>(value >> (8 * i));
    };
    for (const ZipEntry& e : entries) {
        const auto crc = static_cast<std::uint32_t>(
            ::crc32(0, reinterpret_cast<const Bytef*>(e.bytes.data()), static_cast<uInt>(e.bytes.size())));
        const std::uint64_t packed =
            e.claimedPacked >= 0 ? static_cast<std::uint64_t>(e.claimedPacked) : e.bytes.size();
        const std::uint64_t size = e.claimedSize ? e.claimedSize : e.bytes.size();
        const auto common = [&](std::string& to) {
            put(to, 20, 2); // version needed
            put(to, 0, 2);
            put(to, e.method, 2);
            put(to, 0, 4); // time
            put(to, crc, 4);
            put(to, packed, 4);
            put(to, size, 4);
            put(to, e.name.size(), 2);
            put(to, 0, 2);
        };
        const std::uint64_t at = e.overFirst ? 0 : out.size();
        if (!e.overFirst) {
            put(out, 0x04034b50, 4);
            common(out);
            out += e.name + e.bytes;
        }
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);
        common(directory);
        put(directory, 0, 2); // comment
        put(directory, 0, 2); // disk
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, at, 4);
        directory += e.name;
    }
    out.append(padding, '\0');
    const std::size_t start = out.size();
    out += directory;
    put(out, 0x06054b50, 4);
    put(out, 0, 4);
    put(out, entries.size(), 2);
    put(out, entries.size(), 2);
    put(out, directory.size(), 4);
    put(out, start, 4);
    put(out, 0, 2);
    std::ofstream(path, std::ios::binary).write(out.data(), static_cast<std::streamsize>(out.size()));
}

inline std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace pollux::test
