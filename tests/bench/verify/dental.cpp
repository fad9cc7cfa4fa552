// A dental implant: its way to canals, the chance of meeting one, its drill guide, a scan laid upon the teeth.

#include "core/mesh/shells.h"
#include "plugins/implant/execution_error.h"
#include "tests/bench/verify/implant_operations.h"
#include "tests/bench/verify/problems.h"
#include "tests/plugins/implant/jaw_case.h"
#include "tests/plugins/implant/known_guides.h"
#include "tests/plugins/implant/scan_of_crowns.h"

#include <cstdio>

namespace pollux::verification {

namespace {

using namespace pollux::implant;

Jaw jawOf(double spacing)
{
    JawOptions o;
    o.spacing = spacing;
    return makeJaw(o, Job());
}

/// A rod of 4 x 10 mm upright in the gap.
ParamValues uprightRod(const Jaw& jaw, std::vector<std::string> canals)
{
    ParamValues v;
    v.set("volume", std::string("ct"));
    v.set("bone", std::string("mandible"));
    v.set("canals", std::move(canals));
    v.set("teeth", std::vector<std::string>{"tooth"});
    v.set("platform", jaw.gapCrest);
    v.set("apex", Vec3(jaw.gapCrest - Vec3(0, 0, 12)));
    v.set("apex_diameter", 4.0);
    return v;
}

std::vector<Check> canals()
{
    const Jaw jaw = jawOf(0.5);
    const ImplantOperations operations;
    Edit e;
    const double beside = 6, below = 5; // the axis of a straight canal, square to the rod's
    Structure s;
    s.name = "Straight canal";
    s.anatomy = "mandibular_canal";
    Tree t;
    for (const double along : {-12.0, 12.0})
        t.nodes.push_back({jaw.gapCrest + Vec3(beside, along, -below), 1.5, along < 0 ? -1 : 0});
    s.tree = std::make_shared<const Tree>(std::move(t));
    e.put(Id("straight"), std::move(s));
    const Case c = apply(jawcase::makeCase(jaw, true), e);
    const auto way = [&](const ParamValues& v) {
        return *numberOf(operations.run("implant.place-dental", c, v).plan(Id("implant-1")), "canal").after;
    };
    std::vector<Check> out;
    out.push_back(within("Rod of 4 x 10 mm beside a straight canal of 3 mm", "distance, mm", beside - 2 - 1.5,
                         way(uprightRod(jaw, {"straight"})), 0.02, "surface sampled every 0.4 mm"));
    out.push_back(within("Rod of 4 x 10 mm above the jaw phantom's canal", "distance, mm", jawcase::rodToCanal(jaw),
                         way(uprightRod(jaw, {"mandibular_canal_left", "mandibular_canal_right"})), 0.05,
                         "surface sampled every 0.4 mm"));
    ParamValues v = uprightRod(jaw, {"straight"});
    const Case one = operations.run("implant.place-dental", c, v);
    v.set("plan_id", std::string("implant-2"));
    const Vec3 next = jaw.gapCrest + 6.5 * jaw.gapTangent;
    v.set("platform", next);
    v.set("apex", Vec3(next - Vec3(0, 0, 12)));
    out.push_back(
        within("Two parallel rods of 4 mm, axes 6.5 mm apart", "distance, mm", 2.5,
               *numberOf(operations.run("implant.place-dental", one, v).plan(Id("implant-2")), "implant").after, 0.05));
    return out;
}

/// An error of one size, every direction as likely: the cosine is even in [-1, 1].
std::vector<Check> contact()
{
    std::vector<Check> out;
    for (const double mm : {0.0, 0.5, 1.0, 1.5}) {
        char what[64];
        std::snprintf(what, sizeof what, "chance of contact from %.1f mm, error 1.28 mm", mm);
        out.push_back(within("A wall beside an implant", what, std::max(0.0, (1 - mm / 1.28) / 2),
                             chanceNearer(mm, 0, 1.28, 0), 1e-12));
    }
    return out;
}

std::vector<Check> ballGuide()
{
    using namespace guides;
    Job job;
    const DrillGuide g = makeDrillGuide(guides::ballGuide(), job);
    const BallShell s = shellOf(g.body);
    const char* name = "Guide on a tooth like a ball of 4 mm";
    const double bound = 0.2; // made of voxels of 0.25 mm
    return {within(name, "its inside, from the middle, mm", 4.1, s.inner, bound, "gap 0.1 mm, voxels 0.25 mm"),
            within(name, "below the equator straight down, mm", 4.1, s.innerBelow, bound, "voxels 0.25 mm"),
            within(name, "its outside, mm", 7.1, s.outer, bound, "3 mm thick, voxels 0.25 mm"),
            within(name, "where it ends, mm", -3, g.lowest, bound, "voxels 0.25 mm"),
            within(name, "wall by rays, median, mm", 3, g.wall->median, bound, "voxels 0.25 mm"),
            within(name, "pieces", 1, double(shells(g.body).size()), 0),
            within(name, "open edges: 0 is closed", 0, g.body.isClosed() ? 0 : 1, 0)};
}

std::vector<Check> openedGuide()
{
    using namespace guides;
    const Jaw jaw = jawOf(0.5);
    GuideInputs in;
    in.implants = {at("implant-1", jaw.gapCrest)};
    in.teeth = {jaw.masks.at("tooth")};
    in.bones = {jaw.masks.at("mandible")};
    in.pins = {pinPlace(jaw)};
    in.windows = {windowPlace(jaw)};
    Job job;
    const DrillGuide g = makeDrillGuide(in, job);
    const SurfaceLocator body(g.body);
    const GuidePin& pin = g.pins[0];
    const GuideWindow& w = g.windows[0];
    const auto hole = radii(body, pin.outer + 2 * pin.direction, pin.direction);
    const auto window = radii(body, w.middle + 1.5 * w.outwards, w.outwards);
    const Vec3 amidSleeve = jaw.gapCrest + (in.settings.sleeveOffset + 2.5) * Vec3::UnitZ();
    const auto sleeve = radii(body, amidSleeve, Vec3::UnitZ());
    const char* name = "Guide on the jaw phantom";
    return {within(name, "hole for the sleeve, least radius, mm", 3, sleeve.first, 0.05, "voxels 0.25 mm"),
            within(name, "hole for the sleeve, greatest radius, mm", 3, sleeve.second, 0.05, "voxels 0.25 mm"),
            within(name, "hole for a pin, least radius, mm", 0.8, hole.first, 0.05, "voxels 0.25 mm"),
            within(name, "hole for a pin, greatest radius, mm", 0.8, hole.second, 0.05, "voxels 0.25 mm"),
            within(name, "window, least half width, mm", 2, window.first, 0.06, "voxels 0.25 mm"),
            within(name, "pin, from its outer end to the tip, mm", 18, (pin.tip - pin.outer).norm(), 1e-9),
            within(name, "pieces", 1, double(shells(g.body).size()), 0)};
}

std::vector<Check> scans()
{
    const Jaw jaw = makeJaw({}, Job());
    const crowns::Scan scan = crowns::scanOf(true, 0.05);
    Edit e;
    Structure s;
    s.name = "Scan";
    s.surface = std::make_shared<const Surface>(scan.surface(crowns::away()));
    e.put(Id("scan"), std::move(s));
    ParamValues v;
    v.set("scan", std::string("scan"));
    v.set("teeth", std::string("tooth"));
    const auto [a, b] = crowns::cusps();
    v.set("scan_points", a);
    v.set("image_points", b);
    const Case c = ImplantOperations().run("implant.register-scan", apply(jawcase::makeCase(jaw, true), e), v);
    const Structure& found = c.structure(Id("scan-registered"));
    double turn = std::nan("");
    for (const NamedQuantity& q : found.measures)
        if (q.key == "turn")
            turn = q.quantity.value;
    const char* name = "Scan of crowns and gum, 10 degrees and 15 mm off, noise 0.05 mm";
    return {within(name, "crowns, mean way from where they belong, mm", 0, crowns::meanError(scan, *found.surface), 0.1,
                   "image 0.4 mm"),
            within(name, "turn found, degrees", 10, turn, 0.2)};
}

} // namespace

std::vector<Problem> dentalProblems()
{
    return {{"canal", canals, "closed form; places on the rod"},
            {"contact", contact},
            {"guide-ball", ballGuide, "its measures as asked for", Cost::Usual},
            {"guide-openings", openedGuide, "its measures as asked for", Cost::Usual},
            {"scan", scans, "motion put in", Cost::Usual}};
}

} // namespace pollux::verification
