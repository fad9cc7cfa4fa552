// Cement in a bone, bars under a load, and sums of unit loads against direct solves.

#include "plugins/implant/stress_model.h"
#include "tests/bench/verify/implant_operations.h"
#include "tests/bench/verify/problems.h"
#include "tests/plugins/implant/bone_bar.h"
#include "tests/plugins/implant/jaw_case.h"

#include <cstdio>

namespace pollux::verification {

namespace {

using namespace bonebar;

std::vector<Check> cement()
{
    // A cube of bone of 20 mm, and another bone above.
    Body b = Body({28, 28, 70}).add({4, 4, 5}, {24, 24, 25});
    b.add({10, 10, 40}, {18, 18, 48});
    ParamValues v;
    v.set("bone", std::string("bone"));
    v.set("volume", 1.5);
    v.set("piece", true);
    const Case c = ImplantOperations().run("simulate.cement", caseOf(b), v);
    const Mask& ball = *c.structure(Id("cement")).mask;
    const char* name = "Ball of 1.5 mL of cement";
    return {{name, "volume, mL", 1.5, ball.volumeMl(), 0.03, "voxels 1 mm"},
            within(name, "off the middle of the bone, mm", 0, (ball.centroid() - Vec3(13.5, 13.5, 14.5)).norm(), 1.5,
                   "voxels 1 mm"),
            {name, "the bone about it, mL", 8, c.structure(Id("cement-bone")).mask->volumeMl(), 1e-9}};
}

std::vector<Check> bars()
{
    const Body b = bar();
    BoneLoadModel pulled(b.image(), b.mask(), setup(Vec3(500, 0, 0)), Job());
    const BoneLoadResult pull = pulled.solve(true, Job());
    const double bone = stretched(pulled, 500, 100, [](double) { return kBone; });
    const double bend =
        BoneLoadModel(b.image(), b.mask(), setup(Vec3(0, 0, -100)), Job()).solve(true, Job()).displacement;
    BoneLoadSetup half = setup(Vec3(500, 0, 0));
    half.cement = Filling{intersect(Body({70, 18, 18}).add({20, 0, 0}, {50, 18, 18}).mask(), b.mask()), kCement};
    BoneLoadModel series(b.image(), b.mask(), half, Job());
    const double mixed = stretched(series, 500, 100, [](double x) { return x > 19.5 && x < 49.5 ? kCement : kBone; });
    const char* name = "Bone that is a bar of 60 x 10 x 10 mm";
    return {
        {name, "pulled by 500 N, way of its end, mm", bone, pull.displacement, 0.02, "cubes 1 mm; springs in series"},
        {name, "its stress, P95, MPa", 5, pull.p95, 0.03, "cubes 1 mm"},
        {name, "100 N across its end, way, mm", bentByTimoshenko(100), bend, 0.05, "cubes 1 mm; Timoshenko"},
        {name, "half of it cement, pulled, way, mm", mixed, series.solve(true, Job()).displacement, 0.02,
         "cubes 1 mm; Reuss"},
        {name, "cement in it, mL", 3, series.cementMl(), 1e-9}};
}

std::vector<Check> unitLoads()
{
    JawOptions o;
    o.spacing = 0.5;
    const Jaw jaw = makeJaw(o, Job());
    StressSetup setup;
    setup.material = elasticity::boneMaterial("constant");
    setup.edge = 0.8;
    StressModel m(jaw.image, jaw.masks.at("mandible"), DentalImplant(),
                  {jaw.gapCrest, Vec3(0.1, -0.05, -1).normalized()}, setup, Job());
    const UnitSolutions units = m.exactUnits(Job());
    std::vector<Check> out;
    for (const TopLoad& load : {TopLoad{Vec3(0, 0, -100)}, TopLoad{Vec3(34, 0, -94)}, TopLoad{Vec3(-20, 60, -75), 6.5},
                                TopLoad{Vec3(5, 0, -90), 2, Vec3(200, 900, 0)}}) {
        const StressFrame sum = combined(units, load);
        m.setLoad(load);
        const StressFrame direct = m.exact(Job());
        char what[96];
        std::snprintf(what, sizeof what, "%.0f, %.0f, %.0f N, %.1f mm above, %.0f N mm besides", load.force.x(),
                      load.force.y(), load.force.z(), load.arm, load.moment.norm());
        const std::string name = std::string("Load as a sum of six unit loads, ") + what;
        out.push_back({name, "stress, P95, MPa", direct.p95, sum.p95, 1e-5, "jaw phantom, cubes 0.8 mm"});
        out.push_back({name, "stress, P99, MPa", direct.p99, sum.p99, 1e-5, "jaw phantom, cubes 0.8 mm"});
        out.push_back(
            {name, "way of the top, mm", direct.displacement, sum.displacement, 1e-5, "jaw phantom, cubes 0.8 mm"});
    }
    double apart = 0; // Betti: what load i moves at load j, j moves at i
    for (int i = 0; i < 6; ++i)
        for (int j = 0; j < i; ++j)
            apart = std::max(apart, std::fabs(units.way(i, j) - units.way(j, i)) /
                                        std::sqrt(units.way(i, i) * units.way(j, j)));
    out.push_back({"Unit loads", "work of one on the other's way, least symmetric pair", 0, apart, 1e-5, "Betti"});
    return out;
}

} // namespace

std::vector<Problem> loadProblems()
{
    return {{"cement-ball", cement, "volume asked for"},
            {"bone-bars", bars, "beams"},
            {"unit-loads", unitLoads, "direct solve", Cost::Usual}};
}

} // namespace pollux::verification
