#include "plugins/implant/bone_cubes.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <Eigen/Cholesky>
#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

double allOf(const std::vector<LoadedCube>& cubes)
{
    double all = 0;
    for (const LoadedCube& c : cubes)
        all += c.share;
    if (!(all > 0))
        throw Error(ErrorCode::BadInput, "The load acts on nothing.", "Put it on bone or on the implant.");
    return all;
}

/// Calls each(node, its place in mm from the corner) for the nodes of a cube.
template <class Each>
void forCorners(const elasticity::VoxelModel& m, const Index3& c, Each each)
{
    for (int a = 0; a < 8; ++a) {
        const Index3 n{c[0] + (a & 1), c[1] + (a >> 1 & 1), c[2] + (a >> 2)};
        each(m.node(n[0], n[1], n[2]), m.edge * Vec3(n[0], n[1], n[2]));
    }
}

} // namespace

void fillModuli(elasticity::VoxelModel& m, const Vec3& corner, const Volume& image, const Mask& bone,
                const elasticity::BoneMaterial& material, const Job& job, const Filling* filling)
{
    const double spacing = image.grid().spacing.minCoeff();
    const int n = std::clamp(static_cast<int>(std::lround(m.edge / spacing * 2)), 2, 4);
    parallelFor(0, m.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            for (int j = 0; j < m.size[1]; ++j)
                for (int i = 0; i < m.size[0]; ++i) {
                    // Each point's value becomes a modulus, then the mean is taken (V3 of Bonemat): laws are convex.
                    double sum = 0;
                    for (int q = 0; q < n * n * n; ++q) {
                        const Vec3 p = corner + m.edge * Vec3(i + (q % n + 0.5) / n, j + (q / n % n + 0.5) / n,
                                                              k + (q / n / n + 0.5) / n);
                        if (filling && filling->mask.contains(p))
                            sum += filling->modulus;
                        else if (bone.contains(p))
                            sum += material.modulus(image.sample(p));
                    }
                    m.modulus[m.cube(i, j, k)] = float(sum / (n * n * n));
                }
        }
    });
}

Vec3 middleOf(const elasticity::VoxelModel& m, const std::vector<LoadedCube>& cubes)
{
    const double all = allOf(cubes);
    Vec3 sum = Vec3::Zero();
    for (const auto& [c, share] : cubes)
        sum += share / all * m.edge * Vec3(c[0] + 0.5, c[1] + 0.5, c[2] + 0.5);
    return sum;
}

std::vector<double> nodalForces(const elasticity::VoxelModel& m, const std::vector<LoadedCube>& cubes,
                                const Vec3& force, const Vec3& moment)
{
    const double all = allOf(cubes);
    std::vector<double> out(3 * m.nodes(), 0.0);
    for (const auto& [c, share] : cubes)
        forCorners(m, c, [&, weight = share / all / 8](std::size_t n, const Vec3&) {
            for (std::size_t x = 0; x < 3; ++x)
                out[3 * n + x] += weight * force[static_cast<Eigen::Index>(x)];
        });
    if (moment.isZero(0))
        return out;
    const Vec3 middle = middleOf(m, cubes);
    Mat3 inertia = Mat3::Zero();
    for (const auto& [c, share] : cubes)
        forCorners(m, c, [&, weight = share / all / 8](std::size_t, const Vec3& p) {
            const Vec3 r = p - middle;
            inertia += weight * (r.squaredNorm() * Mat3::Identity() - r * r.transpose());
        });
    const Vec3 turn = inertia.ldlt().solve(moment); // eight corners of a cube: never singular
    for (const auto& [c, share] : cubes)
        forCorners(m, c, [&, weight = share / all / 8](std::size_t n, const Vec3& p) {
            const Vec3 f = weight * turn.cross(p - middle);
            for (std::size_t x = 0; x < 3; ++x)
                out[3 * n + x] += f[static_cast<Eigen::Index>(x)];
        });
    return out;
}

} // namespace pollux::implant
