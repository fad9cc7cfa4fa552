#include "core/mesh/shells.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pollux {

std::vector<Surface> shells(const Surface& surface)
{
    const auto& points = surface.points();
    const auto& triangles = surface.triangles();
    std::vector<std::uint32_t> parent(points.size());
    std::iota(parent.begin(), parent.end(), 0u);
    const auto root = [&](std::uint32_t x) {
        while (parent[x] != x) {
            parent[x] = parent[parent[x]];
            x = parent[x];
        }
        return x;
    };
    for (const Triangle& t : triangles)
        for (int c = 1; c < 3; ++c) {
            const std::uint32_t a = root(t[0]), b = root(t[static_cast<size_t>(c)]);
            if (a != b)
                parent[std::max(a, b)] = std::min(a, b);
        }
    std::vector<std::int32_t> shellOf(points.size(), -1);
    std::vector<std::vector<Triangle>> parts;
    for (const Triangle& t : triangles) {
        const std::uint32_t r = root(t[0]);
        if (shellOf[r] < 0) {
            shellOf[r] = static_cast<std::int32_t>(parts.size());
            parts.emplace_back();
        }
        parts[static_cast<size_t>(shellOf[r])].push_back(t);
    }
    std::vector<std::uint32_t> number(points.size());
    std::vector<std::uint8_t> seen(points.size(), 0);
    std::vector<Surface> out;
    for (std::vector<Triangle>& part : parts) {
        std::vector<Vec3f> own;
        for (Triangle& t : part)
            for (std::uint32_t& p : t) {
                if (!seen[p]) {
                    seen[p] = 1;
                    number[p] = static_cast<std::uint32_t>(own.size());
                    own.push_back(points[p]);
                }
                p = number[p];
            }
        out.emplace_back(std::move(own), std::move(part));
    }
    std::vector<double> area;
    for (const Surface& s : out)
        area.push_back(s.areaMm2());
    std::vector<size_t> order(out.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return area[a] > area[b]; });
    std::vector<Surface> sorted;
    for (const size_t i : order)
        sorted.push_back(out[i]);
    return sorted;
}

Surface flipped(const Surface& surface)
{
    std::vector<Triangle> triangles = surface.triangles();
    for (Triangle& t : triangles)
        std::swap(t[1], t[2]);
    return Surface(surface.points(), std::move(triangles));
}

Surface offsetToVolume(const Surface& surface, double volumeMl)
{
    Surface current = surface;
    for (int step = 0; step < 20; ++step) {
        const double volume = current.volumeMl();
        if (std::abs(volume - volumeMl) <= 1e-4 * volumeMl)
            break;
        // dV = A dn; at most half a millimetre a step, so that thin parts follow without folding over.
        const double area = current.areaMm2();
        if (!(area > 0))
            break;
        const float shift = static_cast<float>(std::clamp((volumeMl - volume) * 1000 / area, -0.5, 0.5));
        const std::vector<Vec3f> normals = current.pointNormals();
        std::vector<Vec3f> points = current.points();
        for (size_t i = 0; i < points.size(); ++i)
            if (normals[i].allFinite())
                points[i] += shift * normals[i];
        current = Surface(std::move(points), current.triangles());
    }
    return current;
}

} // namespace pollux
