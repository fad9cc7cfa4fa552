// Cups: their angles in three definitions, how much bone covers them, the wall behind them; in a made pelvis.

#include "core/case/placed_implant.h"
#include "plugins/implant/cup_scene.h"
#include "tests/bench/verify/implant_operations.h"
#include "tests/bench/verify/problems.h"
#include "tests/core/anatomy/murray.h"
#include "tests/plugins/implant/cup_block.h"
#include "tests/plugins/implant/pelvis_case.h"

namespace pollux::verification {

namespace {

using namespace pollux::implant;

AcetabularCup cupOf50()
{
    AcetabularCup c;
    c.outerDiameter = 50;
    return c;
}

AxisPose facing(const Vec3& direction)
{
    AxisPose p;
    p.direction = direction.normalized();
    return p;
}

std::vector<Check> angles()
{
    const char* name = "Angles of a cup, 40 and 15 degrees radiographic";
    JointFrame f = cupblock::frame();
    const CupAngles asked{40, 15}, op = murray::operativeOf(asked), an = murray::anatomicOf(asked);
    const CupOrientation o = cupOrientation(f, 3 * cupAxis(f, asked));
    Worst all;
    for (const Side side : {Side::Right, Side::Left}) {
        f.side = side;
        for (double i = 10; i <= 80; i += 5)
            for (double v = -30; v <= 45; v += 5) {
                const CupOrientation x = cupOrientation(f, cupAxis(f, {i, v}));
                all.add(i, x.radiographic.inclination);
                all.add(v, x.radiographic.anteversion);
                all.add(murray::operativeOf({i, v}).inclination, x.operative.inclination);
                all.add(murray::operativeOf({i, v}).anteversion, x.operative.anteversion);
                all.add(murray::anatomicOf({i, v}).inclination, x.anatomic.inclination);
                all.add(murray::anatomicOf({i, v}).anteversion, x.anatomic.anteversion);
            }
    }
    return {within(name, "radiographic inclination, degrees", 40, o.radiographic.inclination, 1e-9),
            within(name, "radiographic anteversion, degrees", 15, o.radiographic.anteversion, 1e-9),
            within(name, "operative inclination, degrees", op.inclination, o.operative.inclination, 1e-9),
            within(name, "operative anteversion, degrees", op.anteversion, o.operative.anteversion, 1e-9),
            within(name, "anatomic inclination, degrees", an.inclination, o.anatomic.inclination, 1e-9),
            within(name, "anatomic anteversion, degrees", an.anteversion, o.anatomic.anteversion, 1e-9),
            within("Angles of a cup", "worst of all, degrees", 0, all.error(), 1e-9,
                   "inclination 10 to 80, anteversion -30 to 45, both sides: " + std::to_string(all.count()))};
}

/// A half sphere of 25 mm, the dome medially, sunk into a block by part of its height.
std::vector<Check> coverage()
{
    std::vector<Check> out;
    for (const double from : {-5.0, 5.0, 12.0, 20.0}) {
        const CupScene scene(cupblock::block([&](const Vec3& p) { return p.x() > from && p.x() < 40; }),
                             cupblock::frame(), Vec3::Zero(), 60, Job());
        const CupMeasures m = scene.measure(cupOf50(), facing(Vec3::UnitX()), 0.2);
        out.push_back(within("Half sphere of 25 mm, block from " + std::to_string(int(from)) + " mm on",
                             "share that bone covers", cupblock::coverage(25, from, 0.2), m.coverage, 0.025,
                             "voxels 0.7 mm: half of one is 0.014"));
    }
    // Above a plane at 45 degrees through the axis: the superior and the posterior quarter.
    const CupScene scene(cupblock::block([](const Vec3& p) { return p.z() + p.y() > 0; }), cupblock::frame(),
                         Vec3::Zero(), 60, Job());
    const CupMeasures m = scene.measure(cupOf50(), facing(Vec3::UnitX()), 0.2);
    constexpr const char* names[] = {"superior", "anterior", "posterior", "inferior"};
    constexpr double exact[] = {1, 0, 1, 0};
    for (size_t z = 0; z < kCupZones.size(); ++z)
        out.push_back(within("Half sphere, bone above and behind its axis", std::string(names[z]) + " quarter covered",
                             exact[z], m.zones[static_cast<size_t>(kCupZones[z])], 0.03));
    return out;
}

std::vector<Check> wall()
{
    std::vector<Check> out;
    const auto check = [&](const char* what, double from, double to, double exact) {
        const CupScene scene(cupblock::block([&](const Vec3& p) { return p.x() > from && p.x() < to; }),
                             cupblock::frame(), Vec3::Zero(), 70, Job());
        out.push_back(within("Bone behind a cup of 50 mm", what, exact,
                             scene.measure(cupOf50(), facing(Vec3(1, 0, 0.8)), 1).medialWall, 0.6, "voxels 0.7 mm"));
    };
    check("10 to 28 mm, mm", 10, 28, 3);
    check("28 to 33 mm, a gap before it, mm", 28, 33, 5);
    check("5 to 20 mm: it comes out, mm", 5, 20, 0);
    return out;
}

std::vector<Check> inAPelvis()
{
    using namespace bones;
    const auto turned = [](double degrees, const Vec3& axis) {
        return Eigen::AngleAxisd(degrees * M_PI / 180, axis).toRotationMatrix();
    };
    const Pose askew{turned(9, Vec3::UnitX()) * turned(6, Vec3::UnitY()), Vec3(3, 8, -20), false};
    const ImplantOperations operations;
    ParamValues v;
    v.set("joint", std::string("pelvis"));
    const Pelvis pelvis;
    const Case found = operations.run("implant.find-landmarks", pelvisCase(pelvis, askew, Vec3(1.3, 1.3, 1.3)), v);
    std::vector<Check> out;
    for (const Side side : {Side::Right, Side::Left}) {
        v = ParamValues();
        v.set("side", std::string(name(side)));
        v.set("inclination", 42.0);
        v.set("anteversion", 17.0);
        const Plan p = operations.run("implant.place-cup", found, v).plan(Id("cup-1"));
        const CupAngles native = side == Side::Right ? pelvis.right : pelvis.left;
        const std::string what = "Cup in a made pelvis that lies askew, " + std::string(name(side));
        const std::string grid = "voxels 1.3 mm";
        out.push_back(
            within(what, "inclination asked for, degrees", 42, *numberOf(p, "inclination_radiographic").after, 1e-6));
        out.push_back(within(what, "native inclination, degrees", native.inclination,
                             numberOf(p, "inclination_radiographic").before.value_or(1e9), 1.2, grid));
        out.push_back(within(what, "native anteversion, degrees", native.anteversion,
                             numberOf(p, "anteversion_radiographic").before.value_or(1e9), 1.2, grid));
        out.push_back(within(what, "bone behind it, mm", kSocketWall, *numberOf(p, "medial_wall").after, 1.5, grid));
        out.push_back(within(what, "off the socket's centre, mm", 0,
                             (placedShape(p)->pose.origin - askew.toPatient(pelvis.place(kSocket, side))).norm(), 0.4,
                             grid));
    }
    return out;
}

} // namespace

std::vector<Problem> cupProblems()
{
    return {{"cup-angles", angles, "Murray 1993 from memory, closed forms"},
            {"cup-coverage", coverage, "Archimedes"},
            {"cup-wall", wall, "walls of the block"},
            {"cup-pelvis", inAPelvis, "the shape as made", Cost::Usual}};
}

} // namespace pollux::verification
