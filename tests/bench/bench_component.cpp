// A joint component on the ankle phantom while its setting changes: pose, cut, areas, overhang, angles, values under
// it. Floor: one pass over the bone's surface (some 60,000 triangles of 12 bytes, under 0.1 ms) and the cut's outline
// (a few hundred sides) against each line of the areas and each point of the base.
#include "core/mesh/extract.h"
#include "core/phantom/ankle.h"
#include "plugins/implant/component_scene.h"
#include "plugins/implant/place_component.h"
#include "tests/bench/timing.h"
#include "tests/plugins/implant/ankle_case.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

using namespace pollux;
using namespace pollux::implant;
using namespace pollux::bench;

namespace {

/// By the operation's own steps: with what lies beside it, and the best position on the cut.
void besideOthers(const Ankle& ankle)
{
    Registry registry;
    registry.limits() = LimitTable::builtIn();
    install(registry);
    ParamValues v;
    v.set("joint", std::string("ankle"));
    Job job;
    const Case c =
        runOperation(registry.at("implant.find-landmarks"), anklecase::makeCase(ankle), v, {"bench"}, job).after;
    const PlaceComponent place(registry.limits(), registry.devices());
    v = {};
    v.set("volume", std::string("ct"));
    v.set("kind", std::string("ankle: tibia"));
    v = completed(place.declare(), v);
    const ComponentSite site = place.site(c, v).value();
    const Id bone = place.bone(c, v).value();
    const Surface surface = boneSurface(c.structure(bone), Job());
    const ComponentScene scene(site, surface, ankle.image, place.neighbours(c, site, bone, v, Job()));
    const FlatComponent component = place.placed(scene, v).component;
    ParamValues sized = v;
    sized.set("width", component.width);
    sized.set("depth", component.depth);
    sized.set("centre", true);
    std::vector<double> all, best, bestSize;
    for (int n = 0; n < 40; ++n) {
        v.set("varus", 0.1 * n);
        const BodyPose pose = scene.pose(place.setting(v));
        all.push_back(msOf([&] { scene.measure(component, pose); }));
        sized.set("varus", 0.1 * n);
        best.push_back(msOf([&] { place.placed(scene, sized); }));
        v.set("centre", true);
        bestSize.push_back(msOf([&] { place.placed(scene, v); }));
        v.set("centre", false);
    }
    std::printf(
        "with other bones beside it: median %.2f ms; best position on the cut: %.2f ms, of all sizes: %.2f ms\n",
        median(all), median(best), median(bestSize));
}

} // namespace

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
    besideOthers(ankle);
}
