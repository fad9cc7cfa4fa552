#pragma once

#include "core/case/case.h"
#include "plugins/implant/bone_load_model.h"
#include "tests/core/case/image_object.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

/// A bar as a bone: what a load does to it is known.
namespace bonebar {

using namespace pollux;
using namespace pollux::implant;

inline constexpr double kBone = 10000, kCement = 2250; // MPa

/// A body of voxels of 1 mm in an image with a margin, voxel (0,0,0) at the origin.
struct Body
{
    Grid grid;
    std::vector<std::uint8_t> voxels;

    explicit Body(const Index3& size)
    {
        grid.size = size;
        voxels.assign(static_cast<size_t>(grid.voxels()), 0);
    }
    Body& add(const Index3& from, const Index3& to)
    {
        for (int k = from[2]; k < to[2]; ++k)
            for (int j = from[1]; j < to[1]; ++j)
                for (int i = from[0]; i < to[0]; ++i)
                    voxels[static_cast<size_t>(grid.offset(i, j, k))] = 1;
        return *this;
    }
    Mask mask() const { return {grid, voxels}; }
    Volume image() const { return {grid, std::vector<std::int16_t>(static_cast<size_t>(grid.voxels()), 1500)}; }
};

/// 60 x 10 x 10 mm along x; its end at x = -0.5 is cut by the image.
inline Body bar()
{
    return Body({70, 18, 18}).add({0, 4, 4}, {60, 14, 14});
}
inline const Vec3 kEnd{59.5, 8.5, 8.5}; // middle of its free end

inline BoneLoadSetup setup(const Vec3& force)
{
    BoneLoadSetup s;
    s.material = elasticity::boneMaterial("constant");
    s.material.cortical = kBone;
    s.poisson = 0;
    s.point = kEnd;
    s.force = force;
    s.radius = 9;
    return s;
}

/// What a bar's loaded end moves, as work over load: each slice of cubes is a spring that the load beyond it stretches.
inline double stretched(const BoneLoadModel& m, double force, double area, const std::function<double(double)>& modulus)
{
    const int n = m.model().size[0];
    std::vector<double> share(static_cast<size_t>(n), 0.0);
    for (const LoadedCube& c : m.loaded())
        share[static_cast<size_t>(c.cube[0])] += c.share;
    const double all = std::accumulate(share.begin(), share.end(), 0.0);
    double way = 0, beyond = 0;
    for (int i = n - 1; i >= 0; --i) {
        const double own = share[static_cast<size_t>(i)] / all, carried = beyond + own / 2;
        way +=
            carried * carried * m.model().edge * force / (area * modulus(m.corner().x() + (i + 0.5) * m.model().edge));
        beyond += own;
    }
    return way;
}

/// The bar's free end under a force across it: Timoshenko's cantilever of 60 x 10 x 10 mm, nu = 0.
inline double bentByTimoshenko(double force)
{
    const double inertia = 1e4 / 12, shear = kBone / 2;
    return force * std::pow(60.0, 3) / (3 * kBone * inertia) + force * 60 / (5.0 / 6 * shear * 100);
}

inline Case caseOf(const Body& b, const std::string& ct = "CT", const std::string& hu = "HU")
{
    Edit e;
    e.put(Id("ct"), test::imageObject(b.image(), ct, hu));
    Structure s;
    s.name = "Bar";
    s.mask = std::make_shared<const Mask>(b.mask());
    e.put(Id("bone"), std::move(s));
    return apply(Case(), e);
}

} // namespace bonebar
