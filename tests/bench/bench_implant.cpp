// Moving an implant in the jaw phantom: distances, a frame of stress, the map. Floor of a frame: see bench_elasticity;
// six iterations are about 60 passes over the cubes that are there.
#include "core/phantom/jaw.h"
#include "plugins/implant/placement_scene.h"
#include "plugins/implant/stress_operation.h"
#include "tests/bench/timing.h"
#include "tests/plugins/implant/jaw_case.h"

#include <cstdio>

using namespace pollux;
using namespace pollux::implant;
using namespace pollux::bench;

int main()
{
    JawOptions o;
    const Jaw jaw = makeJaw(o, Job());
    const Case c = jawcase::makeCase(jaw, true);
    const DentalImplant implant;
    const AxisPose about{jaw.gapCrest, Vec3(0, 0, -1)};
    PlacementScene::Inputs in;
    in.volume = Id("ct");
    in.bone = Id("mandible");
    in.canals = {Id("mandibular_canal_left"), Id("mandibular_canal_right")};
    in.teeth = {Id("tooth")};
    std::unique_ptr<PlacementScene> scene;
    std::printf("prepare distances %.0f ms\n",
                msOf([&] { scene = std::make_unique<PlacementScene>(c, in, about.at(5), 19, Job()); }));
    StressSetup setup;
    setup.material = elasticity::boneMaterial("constant");
    std::unique_ptr<StressModel> model;
    std::printf("prepare stress %.0f ms\n", msOf([&] {
                    model = std::make_unique<StressModel>(jaw.image, jaw.masks.at("mandible"), implant, about, setup,
                                                          Job());
                }));
    std::size_t stiff = 0;
    for (float e : model->model().modulus)
        stiff += e > 0;
    std::printf("%zu cubes, %zu stiff\n", model->model().cubes(), stiff);
    std::vector<double> measure, place, solve, map;
    const ExecutionError error{0.97, 0.44, 1.28, 0.46};
    for (int n = 0; n < 200; ++n) {
        const double t = n * 0.0628;
        const AxisPose pose{jaw.gapCrest + std::sin(t) * jaw.gapTangent + Vec3(0, 0, 0.5 * std::sin(2 * t)),
                            Vec3(0.1 * std::sin(3 * t), 0.1 * std::cos(t), -1).normalized()};
        measure.push_back(msOf([&] { scene->measure(implant, pose, error, 2); }));
        place.push_back(msOf([&] { model->place(implant, pose); }));
        solve.push_back(msOf([&] { model->drag(kDragIterations, Job()); }));
        map.push_back(msOf([&] { stressMap(*model, implant, pose, 1.3, 10); }));
    }
    for (const auto& [name, v] : {std::pair("distances, bone, values", measure), std::pair("put the implant in", place),
                                  std::pair("six iterations and percentiles", solve), std::pair("map", map)}) {
        std::vector<double> s = v;
        std::sort(s.begin(), s.end());
        std::printf("%-32s median %6.2f  P95 %6.2f  longest %6.2f ms\n", name, s[100], s[190], s.back());
    }
    model->place(implant, about);
    StressFrame f;
    std::printf("exact %.0f ms\n", msOf([&] { f = model->exact(Job()); }));
    std::printf("refined %.0f ms\n", msOf([&] { f = model->refined(Job()); }));
}
