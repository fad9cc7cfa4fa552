#include "core/mesh/stl.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <Eigen/Geometry>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <unordered_map>

namespace pollux {

static_assert(std::endian::native == std::endian::little, "binary STL is little-endian");

namespace {

constexpr size_t kHeader = 80;
constexpr size_t kRecord = 50; // normal, three corners, two bytes

Error damaged(const std::string& what)
{
    return Error(ErrorCode::BadInput, "The STL file is damaged: " + what + ".", "Export the surface again.");
}

/// Corners with the same coordinates become one point.
class Joiner
{
public:
    void add(const std::array<Vec3f, 3>& corners)
    {
        Triangle t;
        for (size_t c = 0; c < 3; ++c) {
            if (!corners[c].allFinite())
                throw damaged(term("a coordinate is not a finite number"));
            Key key;
            for (int a = 0; a < 3; ++a)
                key[static_cast<size_t>(a)] = std::bit_cast<std::uint32_t>(corners[c][a] + 0.0f); // -0 is 0
            const auto [it, added] = m_number.try_emplace(key, static_cast<std::uint32_t>(m_points.size()));
            if (added)
                m_points.push_back(corners[c]);
            t[c] = it->second;
        }
        if (t[0] != t[1] && t[1] != t[2] && t[0] != t[2])
            m_triangles.push_back(t);
    }

    Surface surface()
    {
        if (m_triangles.empty())
            throw damaged(term("it holds no triangle"));
        return Surface(std::move(m_points), std::move(m_triangles));
    }

private:
    using Key = std::array<std::uint32_t, 3>;
    struct Hash
    {
        size_t operator()(const Key& k) const
        {
            std::uint64_t h = 0x9E3779B97F4A7C15ull;
            for (const std::uint32_t x : k)
                h = (h ^ x) * 0xBF58476D1CE4E5B9ull, h ^= h >> 29;
            return h;
        }
    };
    std::unordered_map<Key, std::uint32_t, Hash> m_number;
    std::vector<Vec3f> m_points;
    std::vector<Triangle> m_triangles;
};

Surface readBinary(const std::string& bytes, std::uint32_t count)
{
    Joiner joiner;
    for (std::uint32_t n = 0; n < count; ++n) {
        std::array<float, 9> x;
        std::memcpy(x.data(), bytes.data() + kHeader + 4 + n * kRecord + 12, sizeof x);
        joiner.add({Vec3f(x[0], x[1], x[2]), Vec3f(x[3], x[4], x[5]), Vec3f(x[6], x[7], x[8])});
    }
    return joiner.surface();
}

Surface readAscii(std::string_view text)
{
    Joiner joiner;
    std::array<Vec3f, 3> corners;
    size_t at = 0;
    int corner = 0;
    bool ended = false;
    const auto word = [&]() -> std::string_view {
        while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])))
            ++at;
        const size_t from = at;
        while (at < text.size() && !std::isspace(static_cast<unsigned char>(text[at])))
            ++at;
        return text.substr(from, at - from);
    };
    for (std::string_view w = word(); !w.empty(); w = word()) {
        if (w == "vertex") {
            if (corner == 3)
                throw damaged(term("a facet has more than three corners"));
            for (int a = 0; a < 3; ++a) {
                const auto value = parseDouble(word());
                if (!value)
                    throw damaged(term("a coordinate is not a finite number"));
                corners[static_cast<size_t>(corner)][a] = static_cast<float>(*value);
            }
            ++corner;
        } else if (w == "endfacet") {
            if (corner != 3)
                throw damaged(term("a facet has fewer than three corners"));
            joiner.add(corners);
            corner = 0;
        } else if (w == "endsolid") {
            ended = true;
        }
    }
    if (!ended)
        throw damaged(term("its end is missing"));
    return joiner.surface();
}

} // namespace

void writeStl(const Surface& surface, const std::filesystem::path& path)
{
    std::string bytes(kHeader, ' ');
    // Not beginning with "solid": many readers would take it for ASCII.
    const std::string_view header = "binary STL; unit mm; DICOM LPS patient coordinates";
    header.copy(bytes.data(), header.size());
    const auto count = static_cast<std::uint32_t>(surface.triangles().size());
    bytes.resize(kHeader + 4 + kRecord * count);
    std::memcpy(bytes.data() + kHeader, &count, 4);
    char* to = bytes.data() + kHeader + 4;
    for (const Triangle& t : surface.triangles()) {
        const Vec3f &a = surface.points()[t[0]], &b = surface.points()[t[1]], &c = surface.points()[t[2]];
        Vec3f normal = (b - a).cross(c - a);
        const float length = normal.norm();
        normal = length > 0 ? Vec3f(normal / length) : Vec3f(0, 0, 0);
        const Vec3f* values[4] = {&normal, &a, &b, &c};
        for (const Vec3f* v : values) {
            std::memcpy(to, v->data(), 12);
            to += 12;
        }
        *to++ = 0;
        *to++ = 0;
    }
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file)
        throw Error(ErrorCode::Io, "The STL file could not be written.",
                    "Check that the folder exists, may be written to and has room.");
}

Surface readStl(const std::filesystem::path& path)
{
    std::error_code none;
    const auto size = std::filesystem::file_size(path, none);
    if (none)
        throw Error(ErrorCode::Io, "The STL file could not be opened.", "Check that it exists and may be read.");
    constexpr std::uintmax_t kMost = std::uintmax_t(2) << 30;
    if (size > kMost)
        throw Error(ErrorCode::BadInput, "The STL file is larger than 2 GiB.", "Decimate the surface first.");
    std::string bytes(size, '\0');
    std::ifstream file(path, std::ios::binary);
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size)))
        throw Error(ErrorCode::Io, "The STL file could not be read.", "Check that it exists and may be read.");
    // The size tells binary from ASCII: "solid" opens many binary files too.
    if (size >= kHeader + 4) {
        std::uint32_t count = 0;
        std::memcpy(&count, bytes.data() + kHeader, 4);
        if (size == kHeader + 4 + std::uint64_t(kRecord) * count)
            return readBinary(bytes, count);
    }
    if (std::string_view(bytes).substr(0, 4096).find("facet") != std::string_view::npos)
        return readAscii(bytes);
    throw damaged(term("its length does not fit the number of triangles it names"));
}

} // namespace pollux
