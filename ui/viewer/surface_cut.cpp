#include "ui/viewer/surface_cut.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

SurfaceCut::SurfaceCut(const Surface& surface) : m_surface(surface)
{
    if (surface.empty())
        return;
    constexpr float kSlabMm = 2;
    constexpr int kMostSlabs = 4096;
    const auto& points = surface.points();
    const auto& triangles = surface.triangles();
    const Box box = surface.bounds();
    for (int axis = 0; axis < 3; ++axis) {
        Slabs& s = m_slabs[static_cast<size_t>(axis)];
        const auto extent = static_cast<float>(box.extent()[axis]);
        s.start = static_cast<float>(box.min[axis]);
        s.width = std::max(kSlabMm, extent / kMostSlabs);
        const int n = static_cast<int>(extent / s.width) + 1;
        const auto range = [&](const Triangle& t) {
            const float a = points[t[0]][axis], b = points[t[1]][axis], c = points[t[2]][axis];
            const auto slab = [&](float v) { return std::clamp(static_cast<int>((v - s.start) / s.width), 0, n - 1); };
            return std::pair{slab(std::min({a, b, c})), slab(std::max({a, b, c}))};
        };
        s.begin.assign(static_cast<size_t>(n) + 1, 0);
        for (const auto& t : triangles)
            for (auto [i, last] = range(t); i <= last; ++i)
                ++s.begin[static_cast<size_t>(i) + 1];
        for (size_t i = 1; i < s.begin.size(); ++i)
            s.begin[i] += s.begin[i - 1];
        s.triangles.resize(s.begin.back());
        auto next = s.begin;
        for (std::uint32_t t = 0; t < triangles.size(); ++t)
            for (auto [i, last] = range(triangles[t]); i <= last; ++i)
                s.triangles[next[static_cast<size_t>(i)]++] = t;
    }
}

/// Calls take(a, b) with the two ends of each piece.
template <class Take>
void SurfaceCut::cut(const SlicePlane& plane, Take take) const
{
    if (m_surface.empty())
        return;
    const auto& points = m_surface.points();
    const auto& triangles = m_surface.triangles();
    const Vec3f n = plane.normal().cast<float>();
    const auto offset = static_cast<float>(plane.normal().dot(plane.centre));
    const auto cutOne = [&](const Triangle& t) {
        // A point on the plane counts as above it: each cut triangle then has exactly two cut edges.
        std::array<float, 3> d;
        for (size_t i = 0; i < 3; ++i)
            d[i] = n.dot(points[t[i]]) - offset;
        const bool up0 = d[0] >= 0, up1 = d[1] >= 0, up2 = d[2] >= 0;
        if (up0 == up1 && up1 == up2)
            return;
        std::array<CutPiece::End, 2> ends;
        size_t found = 0;
        for (size_t i = 0; i < 3; ++i) {
            const size_t j = (i + 1) % 3;
            if ((d[i] >= 0) == (d[j] >= 0))
                continue;
            const float w = d[i] / (d[i] - d[j]);
            const Vec3f p = points[t[i]] + (points[t[j]] - points[t[i]]) * w;
            ends[found++] = {plane.toPixel(p.cast<double>()), t[i], t[j], w};
        }
        take(ends[0], ends[1]);
    };
    for (int axis = 0; axis < 3; ++axis) {
        if (std::abs(std::abs(n[axis]) - 1) > 1e-6F)
            continue;
        const Slabs& s = m_slabs[static_cast<size_t>(axis)];
        const auto where = (static_cast<float>(plane.centre[axis]) - s.start) / s.width;
        if (!(where >= 0) || where >= static_cast<float>(s.begin.size() - 1))
            return;
        const auto slab = static_cast<size_t>(where);
        for (auto i = s.begin[slab]; i < s.begin[slab + 1]; ++i)
            cutOne(triangles[s.triangles[i]]);
        return;
    }
    for (const auto& t : triangles)
        cutOne(t);
}

std::vector<QLineF> SurfaceCut::lines(const SlicePlane& plane) const
{
    std::vector<QLineF> out;
    cut(plane, [&](const CutPiece::End& a, const CutPiece::End& b) { out.emplace_back(a.at, b.at); });
    return out;
}

std::vector<CutPiece> SurfaceCut::pieces(const SlicePlane& plane) const
{
    std::vector<CutPiece> out;
    cut(plane, [&](const CutPiece::End& a, const CutPiece::End& b) { out.push_back({a, b}); });
    return out;
}

QPointF SurfaceCut::nearest(const SlicePlane& plane, const QPointF& pixel) const
{
    double best = std::numeric_limits<double>::max();
    QPointF result = pixel;
    for (const QLineF& line : lines(plane)) {
        const QPointF along = line.p2() - line.p1();
        const double length2 = QPointF::dotProduct(along, along);
        const double t =
            length2 > 0 ? std::clamp(QPointF::dotProduct(pixel - line.p1(), along) / length2, 0.0, 1.0) : 0;
        const QPointF p = line.p1() + t * along;
        const double d = QPointF::dotProduct(p - pixel, p - pixel);
        if (d < best) {
            best = d;
            result = p;
        }
    }
    return result;
}

} // namespace pollux
