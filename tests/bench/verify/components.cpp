// Components on bones that are elliptic cylinders: cut, coverage, overhang, angles, the best position, chances.

#include "plugins/implant/snap.h"
#include "tests/bench/verify/problems.h"
#include "tests/plugins/implant/component_chances.h"
#include "tests/plugins/implant/elliptic_bone.h"

#include <cstdio>

namespace pollux::verification {

namespace {

using namespace elliptic;

std::vector<Check> coverage()
{
    const char* name = "Base of 24 x 22 mm on an ellipse of 50 x 40 mm";
    const ComponentScene scene(site(Side::Right, ComponentKind::AnkleTibia), bone(Vec3::UnitZ()), {});
    const FlatComponent c = scene.forSide(genericComponent(ComponentKind::AnkleTibia, 24, 22));
    ComponentSetting s;
    s.resection = 9;
    const ComponentMeasures m = scene.measure(c, scene.pose(s));
    s.lateral = 16;
    const BodyPose beside = scene.pose(s);
    const ComponentMeasures n = scene.measure(c, beside);
    return {{name, "area of the cut, mm2", kCutArea, m.cutArea, 2e-3, "the ellipse has 180 corners"},
            within(name, "share of the cut that it covers", area(c) / kCutArea, m.coverage, 2e-3, "lines 0.2 mm apart"),
            within(name, "share of the base beyond the bone", 0, m.beyond, 1e-3),
            within(name, "bone taken away, mm", 9, m.depthMedial, 0.01),
            within(name, "overhang when 16 mm lateral, mm", overhangOfEllipse(c, beside), n.worstOverhang, 0.1)};
}

std::vector<Check> angles()
{
    std::vector<Check> out;
    const double lean = std::tan(4 * std::numbers::pi / 180);
    for (const Side side : {Side::Right, Side::Left}) {
        const double medial = side == Side::Right ? 1 : -1;
        const ComponentScene scene(site(side), bone(Vec3(-medial * lean, 0, 1)), {});
        ComponentSetting s;
        s.varus = 2.5;
        s.slope = 6;
        s.rotation = -11;
        const ComponentMeasures m =
            scene.measure(scene.forSide(genericComponent(ComponentKind::KneeFemur, 24, 22)), scene.pose(s));
        const std::string what = "Cut of a bone in 4 degrees of varus, " + std::string(name(side));
        out.push_back(within(what, "varus asked for, degrees", 2.5, m.varus, 1e-9));
        out.push_back(within(what, "slope asked for, degrees", 6, m.slope, 1e-9));
        out.push_back(within(what, "rotation asked for, degrees", -11, m.rotation, 1e-9));
        out.push_back(within(what, "native varus, degrees", 4, m.nativeVarus.value_or(99), 0.1));
        out.push_back(within(what, "native slope, degrees", 0, m.nativeSlope.value_or(99), 0.1));
    }
    return out;
}

/// Fins in front and outwards: the middle of the bone's box is 6 mm off.
std::vector<Check> bestPosition()
{
    std::vector<Check> out;
    for (const Side side : {Side::Right, Side::Left})
        for (const auto& [width, depth] : {std::pair(26.0, 24.0), {36.0, 28.0}, {50.0, 40.0}}) {
            const ComponentScene scene(site(side, ComponentKind::AnkleTibia),
                                       prism(finned(side == Side::Right ? 1 : -1)), {});
            const FlatComponent c = scene.forSide(genericComponent(ComponentKind::AnkleTibia, width, depth));
            const Vec3 at = scene.pose(bestPlacement(scene, c, {}, 3)).origin;
            char what[64];
            std::snprintf(what, sizeof what, "base %.0f x %.0f mm, off the middle, mm", width, depth);
            out.push_back(within("Best position on an ellipse, " + std::string(name(side)), what, 0,
                                 at.head<2>().norm(), 0.8, "the base is a little wider in front"));
        }
    return out;
}

std::vector<Check> overhangs()
{
    using namespace chances;
    std::vector<Check> out;
    const Rings bone{circle(20)};
    for (const double sd : {1.0, 2.0, 4.0})
        for (const double limit : {0.0, 2.0}) {
            char what[64];
            std::snprintf(what, sizeof what, "chance of more than %.0f mm, sd %.0f mm", limit, sd);
            out.push_back(within("Round base of 17 in a bone of 20 mm", what, overhangOfRound(20, 17, limit, sd),
                                 chanceOfOverhang(borderPlaces(bone, circle(17), 0.5), limit, sd), 0.005, "Rayleigh"));
        }
    const Rings wide{{{-100, -100}, {100, -100}, {100, 100}, {-100, 100}}};
    for (const double beyond : {-3.0, 0.5, 2.5}) {
        char what[64];
        std::snprintf(what, sizeof what, "chance of more than 1 mm, %.1f mm beyond, sd 2 mm", beyond);
        out.push_back(within("Base near the side of a wide bone", what, above((1 - beyond) / 2),
                             chanceOfOverhang(borderPlaces(wide, circle(10, Vec2(90 + beyond, 0)), 0.5), 1, 2), 0.005,
                             "normal"));
    }
    out.push_back(within("Angle with a normal error", "chance beyond 0 to 5 degrees, 2 +- 1.7",
                         above(2 / 1.7) + above(3 / 1.7), chanceOutside(2, 0, 5, 1.7), 1e-12));
    return out;
}

} // namespace

std::vector<Problem> componentProblems()
{
    return {{"component-coverage", coverage},
            {"component-angles", angles, "turns put in"},
            {"best-position", bestPosition, "middle of the ellipse", Cost::Usual},
            {"component-chances", overhangs}};
}

} // namespace pollux::verification
