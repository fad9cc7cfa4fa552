#include "core/mesh/surface.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux {

Surface::Surface(std::vector<Vec3f> points, std::vector<Triangle> triangles)
{
    for (const Vec3f& p : points)
        if (!p.allFinite())
            throw Error(ErrorCode::BadInput, "A surface has a point that is not a number.");
    for (const Triangle& t : triangles)
        for (const std::uint32_t v : t)
            if (v >= points.size())
                throw Error(ErrorCode::BadInput, "A surface has a triangle with a point that does not exist.");
    auto data = std::make_shared<Data>();
    Hasher h;
    h.add(std::string_view("surface"));
    h.add(std::as_bytes(std::span(points)));
    h.add(std::as_bytes(std::span(triangles)));
    data->key = h.key();
    data->points = std::move(points);
    data->triangles = std::move(triangles);
    m_data = std::move(data);
}

const std::vector<Vec3f>& Surface::points() const
{
    static const std::vector<Vec3f> none;
    return m_data ? m_data->points : none;
}

const std::vector<Triangle>& Surface::triangles() const
{
    static const std::vector<Triangle> none;
    return m_data ? m_data->triangles : none;
}

Box Surface::bounds() const
{
    Box box;
    for (const Vec3f& p : points())
        box.include(p.cast<double>());
    return box;
}

double Surface::areaMm2() const
{
    double sum = 0;
    const auto& p = points();
    for (const Triangle& t : triangles()) {
        const Vec3 a = p[t[0]].cast<double>();
        sum += 0.5 * (p[t[1]].cast<double>() - a).cross(p[t[2]].cast<double>() - a).norm();
    }
    return sum;
}

double Surface::volumeMl() const
{
    if (empty())
        return 0;
    // Relative to one of its points: keeps the sum well conditioned far from the origin.
    const auto& p = points();
    const Vec3 o = p[triangles()[0][0]].cast<double>();
    double sum = 0;
    for (const Triangle& t : triangles()) {
        const Vec3 a = p[t[0]].cast<double>() - o, b = p[t[1]].cast<double>() - o, c = p[t[2]].cast<double>() - o;
        sum += a.dot(b.cross(c));
    }
    return sum / 6.0 / 1000.0;
}

bool Surface::isClosed() const
{
    std::vector<std::uint64_t> edges;
    edges.reserve(triangles().size() * 3);
    for (const Triangle& t : triangles())
        for (int e = 0; e < 3; ++e) {
            const std::uint64_t a = t[e], b = t[(e + 1) % 3];
            edges.push_back(a < b ? (a << 32 | b) : (b << 32 | a));
        }
    std::sort(edges.begin(), edges.end());
    for (size_t n = 0; n < edges.size(); n += 2)
        if (n + 1 >= edges.size() || edges[n] != edges[n + 1] || (n + 2 < edges.size() && edges[n + 2] == edges[n]))
            return false;
    return !edges.empty();
}

std::vector<Vec3f> Surface::pointNormals() const
{
    std::vector<Vec3f> normals(points().size(), Vec3f::Zero());
    const auto& p = points();
    for (const Triangle& t : triangles()) {
        const Vec3f n = (p[t[1]] - p[t[0]]).cross(p[t[2]] - p[t[0]]);
        for (const std::uint32_t v : t)
            normals[v] += n;
    }
    for (Vec3f& n : normals) {
        const float length = n.norm();
        n = length > 0 ? Vec3f(n / length) : Vec3f(Vec3f::UnitZ());
    }
    return normals;
}

ContentKey Surface::key() const
{
    return m_data ? m_data->key : ContentKey{};
}

} // namespace pollux
