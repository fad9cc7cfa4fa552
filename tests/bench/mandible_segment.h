#pragma once

#include "core/geometry/vec.h"
#include "core/simulation/elasticity/voxel_model.h"

#include <Eigen/Geometry>

#include <cmath>
#include <vector>

namespace pollux::bench {

/// A piece of a lower jaw, made up: 24 x 16 x 32 mm, an elliptical shell of 13.7 GPa around 0.5 to 1.1 GPa, a canal,
/// and a titanium rod of 4 x 10 mm with 3 mm above the bone, 100 N at 20 degrees on its top; both cut faces held.
/// Outside either nothing or a filler of 2 MPa.
struct MandibleSegment
{
    double edge = 0.5;
    bool filler = false;
    Vec3 platform{12, 8, 24}; ///< mm from the model's corner
    double tiltX = 0, tiltY = 0;
    static constexpr double kRadius = 2, kLength = 10, kAbove = 3;

    Vec3 axis() const
    {
        return {std::sin(tiltX), std::sin(tiltY) * std::cos(tiltX), -std::cos(tiltY) * std::cos(tiltX)};
    }
    bool inRod(const Vec3& p, double* along = nullptr) const
    {
        const Vec3 d = p - platform;
        const double s = d.dot(axis());
        if (along)
            *along = s;
        return s > -kAbove && s < kLength && (d - s * axis()).squaredNorm() < kRadius * kRadius;
    }

    elasticity::VoxelModel bone() const
    {
        const Index3 n{int(std::lround(24 / edge)), int(std::lround(16 / edge)), int(std::lround(32 / edge))};
        auto m = elasticity::VoxelModel::empty(n, edge, 0.3);
        for (int k = 0; k < n[2]; ++k)
            for (int j = 0; j < n[1]; ++j)
                for (int i = 0; i < n[0]; ++i)
                    m.modulus[m.cube(i, j, k)] = float(boneAt(i, j, k));
        for (int k = 0; k <= n[2]; ++k)
            for (int j = 0; j <= n[1]; ++j)
                m.held[m.node(0, j, k)] = m.held[m.node(n[0], j, k)] = 7;
        return m;
    }

    /// Puts the rod into a copy of bone(), its cubes by 4 x 4 x 4 points; returns the load, spread over its top mm.
    std::vector<double> place(elasticity::VoxelModel& m, const Vec3& newtons) const
    {
        std::vector<double> force(3 * m.nodes(), 0.0);
        std::vector<std::pair<Index3, double>> top;
        double all = 0;
        Box box;
        for (double s : {-kAbove, kLength})
            box.include(platform + s * axis());
        Index3 first, last;
        for (size_t a = 0; a < 3; ++a) {
            const auto c = static_cast<Eigen::Index>(a);
            first[a] = std::max(0, int((box.min[c] - kRadius) / edge) - 1);
            last[a] = std::min(m.size[a], int((box.max[c] + kRadius) / edge) + 2);
        }
        for (int k = first[2]; k < last[2]; ++k)
            for (int j = first[1]; j < last[1]; ++j)
                for (int i = first[0]; i < last[0]; ++i) {
                    int inside = 0, atTop = 0;
                    for (int q = 0; q < 64; ++q) {
                        double s;
                        const Vec3 p = edge * Vec3(i + ((q & 3) + 0.5) / 4, j + ((q >> 2 & 3) + 0.5) / 4,
                                                   k + ((q >> 4) + 0.5) / 4);
                        if (inRod(p, &s)) {
                            ++inside;
                            atTop += s < -kAbove + 1;
                        }
                    }
                    if (inside == 0)
                        continue;
                    float& e = m.modulus[m.cube(i, j, k)];
                    e = float(inside / 64.0 * 110000 + (1 - inside / 64.0) * double(e));
                    if (atTop > 0)
                        top.push_back({{i, j, k}, atTop / 64.0});
                    all += atTop / 64.0;
                }
        for (const auto& [c, share] : top)
            for (int a = 0; a < 8; ++a)
                for (int x = 0; x < 3; ++x)
                    force[3 * m.node(c[0] + (a & 1), c[1] + (a >> 1 & 1), c[2] + (a >> 2)) + size_t(x)] +=
                        share / all / 8 * newtons[x];
        return force;
    }

private:
    double boneAt(int i, int j, int k) const
    {
        const double y = (j + 0.5) * edge - 8, z = (k + 0.5) * edge - 12;
        const auto super = [&](double a, double b) {
            return std::pow(std::fabs(y / a), 2.5) + std::pow(std::fabs(z / b), 2.5);
        };
        if (super(6.5, 12) >= 1)
            return filler ? 2 : 0;
        if (super(4.7, 10.2) > 1)
            return 13700;
        if ((y - 1) * (y - 1) + (z + 6) * (z + 6) < 1.5 * 1.5)
            return 20;
        return 800 + 300 * std::sin(0.9 * i * edge) * std::cos(0.7 * j * edge + 0.5 * k * edge);
    }
};

} // namespace pollux::bench
