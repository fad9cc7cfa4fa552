// A joint component on the ankle phantom while its setting changes: pose, cut, areas, overhang, angles, values under
// it. Floor: one pass over the bone's surface (some 60,000 triangles of 12 bytes, under 0.1 ms) and the cut's outline
// (a few hundred sides) against each line of the areas and each point of the base.
#include "core/mesh/extract.h"
#include "core/phantom/ankle.h"
#include "plugins/implant/component_scene.h"
#include "tests/bench/timing.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

using namespace pollux;
using namespace pollux::implant;
using namespace pollux::bench;

int main()
{
    const Ankle ankle = makeAnkle(AnkleOptions(), Job());
    SurfaceOptions o;
    o.targetTriangles = 60000;
    const Surface bone = extractSurface(ankle.masks.at("tibia"), o, Job());
    ComponentSite site;
    site.frame =
        alongAxis(distalTibiaFrame(Side::Right, ankle.medialMalleolus, ankle.lateralMalleolus, ankle.shaftDirection),
                  ankle.shaftDirection, "shaft");
    site.reference = ankle.plafondCentre;
    std::unique_ptr<ComponentScene> scene;
    std::printf("prepare %.0f ms, %zu triangles\n",
                msOf([&] { scene = std::make_unique<ComponentScene>(site, bone, ankle.image); }),
                bone.triangles().size());
    const FlatComponent c = scene->forSide(genericComponent(ComponentKind::AnkleTibia, 28, 32));
    std::vector<double> pose, measure;
    for (int n = 0; n < 200; ++n) {
        const double t = n * 0.0628;
        const ComponentSetting s{9 + std::sin(t),     3 * std::sin(2 * t), 4 * std::cos(t),
                                 5 * std::sin(3 * t), std::cos(t),         0};
        BodyPose p;
        pose.push_back(msOf([&] { p = scene->pose(s); }));
        measure.push_back(msOf([&] { scene->measure(c, p); }));
    }
    for (const auto& [name, v] : {std::pair("pose by the setting", pose), std::pair("all measures", measure)}) {
        std::vector<double> s = v;
        std::sort(s.begin(), s.end());
        std::printf("%-20s median %6.2f  P95 %6.2f  longest %6.2f ms\n", name, s[100], s[190], s.back());
    }
}
