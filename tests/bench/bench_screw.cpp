// A screw that is moved in a cylinder of bone beside a vessel: all its measures, with its chances and without. Floor: a
// look into the map of distances for each of some 3,000 places on the screw; the chances are 8192 screws of some ten
// looks each.
#include "core/operation/run.h"
#include "plugins/implant/screw_scene.h"
#include "tests/bench/timing.h"
#include "tests/core/case/image_object.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace pollux;
using namespace pollux::implant;
using namespace pollux::bench;

int main()
{
    Grid g;
    g.size = {76, 170, 76};
    g.spacing = Vec3::Constant(0.6);
    g.origin = Vec3(-22.5, -11, -22.5);
    std::vector<std::int16_t> image(static_cast<size_t>(g.voxels()), -100);
    std::vector<std::uint8_t> bone(image.size()), vessel(image.size());
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i) {
                const Vec3 p = g.toPatient(i, j, k);
                const auto n = static_cast<size_t>(g.offset(i, j, k));
                bone[n] = std::hypot(p.x(), p.z()) < 8 && p.y() > 0 && p.y() < 80;
                vessel[n] = p.x() > 9 && p.x() < 14;
                image[n] = bone[n] ? 700 : -100;
            }
    Edit e;
    e.put(Id("ct"), test::ctObject(Volume(g, std::move(image))));
    for (const auto& [id, voxels] : {std::pair("bone", &bone), std::pair("vessel", &vessel)}) {
        Structure s;
        s.name = id;
        s.mask = std::make_shared<const Mask>(g, *voxels);
        e.put(Id(id), std::move(s));
    }
    const Case c = apply(Case(), e);
    const ScrewScene scene(c, {Id("ct"), Id("bone"), {Id("vessel")}, Id("screw-1")}, Vec3(0, 22, 0), 45, Job());
    BoneScrew screw;
    screw.diameter = 6.5;
    screw.length = screw.threadLength = 45;
    ScrewExecution likely;
    likely.error = {2.2, 1.4, 1.9, 1.5};
    for (const auto& [name, how] :
         {std::pair("all measures with chances", likely), std::pair("without chances", ScrewExecution())}) {
        std::vector<double> ms;
        for (int n = 0; n < 60; ++n) {
            const AxisPose at{Vec3(0.02 * n, 0, 0), Vec3(0.01, 1, 0.001 * n).normalized()};
            ms.push_back(msOf([&] { scene.measure(screw, at, how); }));
        }
        std::sort(ms.begin(), ms.end());
        std::printf("%-26s median %6.2f  P95 %6.2f  longest %6.2f ms\n", name, ms[30], ms[57], ms.back());
    }
}
