#pragma once

#include "core/base/parallel.h"
#include "core/image/label_masks.h"
#include "core/image/mask.h"
#include "core/jobs/job.h"
#include "core/phantom/noise.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace pollux::phantom {

/// How a shape of bones becomes a CT.
struct BoneSampling
{
    int across = 2;    ///< points within a voxel, where a border is near, in i and j
    double step = 0.5; ///< mm between them in k
    double noise = 0;  ///< HU, standard deviation
    std::uint64_t seed = 1;
    bool mirrored = false; ///< left and right exchanged: i runs the other way
};

/// Voxels on the grid (i fastest): HU of -1024 to 3071, and the bone that a voxel's middle lies in, 1 + its number, 0
/// for none.
struct BoneImage
{
    std::vector<std::int16_t> hu;
    std::vector<std::uint8_t> bone;

    /// One each, under these keys, in the order of their numbers.
    std::map<std::string, Mask> masks(const Grid& grid, std::span<const char* const> keys, const Job& job) const
    {
        std::vector<Mask> made = masksOf<std::uint8_t>(grid, grid.box(), bone, keys.size(), job);
        std::map<std::string, Mask> out;
        for (std::size_t n = 0; n < keys.size(); ++n)
            out.emplace(keys[n], std::move(made[n]));
        return out;
    }
};

/// Which corner of a body a grid begins at: its voxels are whole, so that it ends beyond the other one.
enum class GridFrom { Lower, Upper };

/// Voxels along the patient's axes about a box of the shape's own axes, as `place` brings it there (LPS, mm).
inline Grid gridAbout(const Box& own, const Eigen::Isometry3d& place, const Vec3& spacing, GridFrom from)
{
    Box box;
    for (int corner = 0; corner < 8; ++corner)
        box.include(place * Vec3((corner & 1 ? own.max : own.min).x(), (corner & 2 ? own.max : own.min).y(),
                                 (corner & 4 ? own.max : own.min).z()));
    Grid grid;
    grid.spacing = spacing;
    for (int a = 0; a < 3; ++a)
        grid.size[static_cast<std::size_t>(a)] = static_cast<int>(std::ceil(box.extent()[a] / spacing[a]));
    grid.origin =
        from == GridFrom::Lower
            ? Vec3(box.min + spacing / 2)
            : Vec3(box.max - spacing.cwiseProduct(Vec3(grid.size[0], grid.size[1], grid.size[2])) + spacing / 2);
    return grid;
}

/// Left and right exchanged about x = 0; i still runs to the left.
inline Grid mirrored(Grid grid)
{
    grid.origin.x() = -(grid.origin.x() + (grid.size[0] - 1) * grid.spacing.x());
    return grid;
}

/// Shape: tissue(p) gives hu, bone (-1: none) and clear, a distance within which nothing else begins (mm), of a place
/// in the shape's own axes. `grid` stands along the patient's axes. The same on every run. Throws Error (Cancelled).
template <class Shape>
BoneImage sampleBones(const Shape& shape, const Eigen::Isometry3d& toShape, const Grid& grid, const BoneSampling& s,
                      const Job& job)
{
    const int nx = grid.size[0], ny = grid.size[1], nz = grid.size[2];
    BoneImage out{std::vector<std::int16_t>(static_cast<std::size_t>(grid.voxels())),
                  std::vector<std::uint8_t>(static_cast<std::size_t>(grid.voxels()))};
    const int along = std::max(s.across, static_cast<int>(std::lround(grid.spacing.z() / s.step)));
    std::vector<Vec3> within;
    for (int c = 0; c < along; ++c)
        for (int b = 0; b < s.across; ++b)
            for (int a = 0; a < s.across; ++a)
                within.push_back(toShape.linear() *
                                 Vec3((a + 0.5) / s.across - 0.5, (b + 0.5) / s.across - 0.5, (c + 0.5) / along - 0.5)
                                     .cwiseProduct(grid.spacing));
    const double near = 0.65 * grid.spacing.norm();
    const int side = std::max(nx, ny);
    parallelFor(0, nz, 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> noise;
        for (auto k = static_cast<int>(first); k < last; ++k) {
            fillNoise(s.seed, k, side, noise);
            for (int j = 0; j < ny; ++j) {
                job.checkStop();
                for (int i = 0; i < nx; ++i) {
                    const Vec3 p = toShape * grid.toPatient(i, j, k);
                    const auto t = shape.tissue(p);
                    double hu = t.hu;
                    if (t.clear < near) {
                        hu = 0;
                        for (const Vec3& d : within)
                            hu += shape.tissue(p + d).hu;
                        hu /= static_cast<double>(within.size());
                    }
                    const auto at = static_cast<std::size_t>(grid.offset(s.mirrored ? nx - 1 - i : i, j, k));
                    out.bone[at] = static_cast<std::uint8_t>(t.bone + 1);
                    hu += s.noise * double(noise[static_cast<std::size_t>(j) * static_cast<std::size_t>(side) +
                                                 static_cast<std::size_t>(i)]);
                    out.hu[at] = static_cast<std::int16_t>(std::lround(std::clamp(hu, -1024.0, 3071.0)));
                }
            }
        }
    });
    return out;
}

} // namespace pollux::phantom
