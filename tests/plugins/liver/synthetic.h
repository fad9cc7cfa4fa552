#pragma once

// A body of analytic shapes, so that the tests know the truth without the code under test.

#include "core/case/case.h"
#include "plugins/liver/evaluator.h"

#include <cmath>
#include <functional>
#include <memory>
#include <string>

namespace synthetic {

using namespace pollux;
using namespace pollux::liver;

inline const Vec3 kBodyAxes{150, 110, 140}; ///< semi-axes of the body ellipsoid around 0
inline const Vec3 kLiver{-50, -10, 0};
inline constexpr double kLiverRadius = 55;
inline const Vec3 kLesion{-60, -20, 0};
inline constexpr double kLesionRadius = 10;

inline Grid grid()
{
    Grid g;
    g.size = {200, 150, 150};
    g.spacing = Vec3(1.6, 1.6, 2);
    g.origin = Vec3(-159.4, -119.4, -149.2);
    return g;
}

inline Mask maskOf(const Grid& g, const std::function<bool(const Vec3&)>& inside)
{
    std::vector<std::uint8_t> voxels(static_cast<size_t>(g.voxels()));
    size_t n = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i, ++n)
                voxels[n] = inside(g.toPatient(i, j, k));
    return Mask(g, voxels);
}

inline std::function<bool(const Vec3&)> ball(const Vec3& centre, double radius)
{
    return [=](const Vec3& p) { return (p - centre).squaredNorm() <= radius * radius; };
}

/// Along `axis` through `point`, from `low` to `high` of that coordinate.
inline std::function<bool(const Vec3&)> rod(const Vec3& point, int axis, double radius, double low, double high)
{
    return [=](const Vec3& p) {
        Vec3 d = p - point;
        d[axis] = 0;
        return d.squaredNorm() <= radius * radius && p[axis] >= low && p[axis] <= high;
    };
}

inline bool inBody(const Vec3& p)
{
    return p.cwiseQuotient(kBodyAxes).squaredNorm() <= 1;
}

/// The skin's analytic point and outward normal in a direction from a point inside.
inline Vec3 skinPoint(const Vec3& from, const Vec3& direction)
{
    const Vec3 d = direction.normalized();
    double low = 0, high = 400;
    for (int n = 0; n < 80; ++n)
        (inBody(from + d * (0.5 * (low + high))) ? low : high) = 0.5 * (low + high);
    return from + d * low;
}
inline Vec3 skinNormal(const Vec3& p)
{
    return p.cwiseQuotient(kBodyAxes.cwiseProduct(kBodyAxes)).normalized();
}

struct Options
{
    bool skin = true;
    bool liver = true;
    bool lungs = true;
    bool vessels = true;
    bool fissure = false; ///< a slab of 6 mm cut out of the liver at z = 30
    ConfirmState state = ConfirmState::Confirmed;
};

inline Structure structure(const std::string& name, const std::string& anatomy, Mask mask, ConfirmState state)
{
    Structure s;
    s.name = name;
    s.anatomy = anatomy;
    s.state = state;
    s.mask = std::make_shared<const Mask>(std::move(mask));
    return s;
}

inline Case makeCase(const Options& o = {})
{
    const Grid g = grid();
    Edit e;
    const auto put = [&](const char* id, const char* name, const char* anatomy,
                         const std::function<bool(const Vec3&)>& f) {
        e.put(Id(id), structure(name, anatomy, maskOf(g, f), o.state));
    };
    if (o.skin)
        put("skin", "Skin", "skin", inBody);
    if (o.liver)
        put("liver", "Liver", "liver",
            [&](const Vec3& p) { return ball(kLiver, kLiverRadius)(p) && !(o.fissure && std::abs(p.z() - 30) < 3); });
    put("lesion", "Lesion", "liver_lesion", ball(kLesion, kLesionRadius));
    put("ribs", "Ribs", "rib", [](const Vec3& p) {
        for (const double z : {-30.0, 0.0, 30.0})
            if (rod(Vec3(-128, 0, z), 1, 5, -45, 45)(p))
                return true;
        return false;
    });
    if (o.lungs)
        put("lung", "Right lung", "lung_right", ball(Vec3(-60, 0, 90), 30));
    put("kidney", "Right kidney", "kidney_right", ball(Vec3(-50, 72, -30), 25));
    put("gallbladder", "Gallbladder", "gallbladder", ball(Vec3(-20, -62, -45), 12));
    if (o.vessels) {
        put("portal", "Portal vein", "portal_vein", rod(Vec3(0, -45, 0), 0, 4, -90, -20));
        // Thin, with a centreline that says so.
        Structure thin =
            structure("Hepatic vein", "hepatic_vein", maskOf(g, rod(Vec3(-80, -20, 0), 2, 1.3, -20, 20)), o.state);
        auto tree = std::make_shared<Tree>();
        for (int n = 0; n <= 40; ++n)
            tree->nodes.push_back({Vec3(-80, -20, n - 20.0), 1.3, n - 1});
        thin.tree = tree;
        e.put(Id("hepatic"), std::move(thin));
    }
    return apply(Case{}, e);
}

inline Weights equalWeights()
{
    Weights w;
    w.fill(1);
    w[static_cast<size_t>(Criterion::Oblique)] = 0;
    return w;
}

inline EvaluatorOptions options()
{
    EvaluatorOptions o;
    o.limits = limitsFrom(LimitTable::builtIn());
    o.weights = equalWeights();
    o.scene.lesion = Id("lesion");
    o.scene.majorDiameter = o.limits.majorDiameter;
    o.scene.zoneMargin = o.limits.zoneMargin;
    return o;
}

} // namespace synthetic
