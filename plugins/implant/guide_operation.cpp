#include "plugins/implant/guide_operation.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/hidden_plans.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/guide_pin_checks.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr Colour kGuide{150, 200, 160};
constexpr double kOtherJaw = 20;  // mm above the platforms, where teeth of the same jaw do not reach
constexpr double kCoarse = 0.45;  // mm, voxels whose steps show in the guide's fit
constexpr double kCutOff = 0.005; // mL, less is crumbs

/// Limits whose values are parameters of the guide, and the keys of these.
constexpr std::pair<const char*, const char*> kSleeve[] = {
    {"implant.guide.sleeve_inner", "sleeve_inner"},
    {"implant.guide.sleeve_outer", "sleeve_outer"},
    {"implant.guide.sleeve_height", "sleeve_height"},
    {"implant.guide.sleeve_offset", "sleeve_offset"},
};
constexpr std::pair<const char*, const char*> kBody[] = {
    {"implant.guide.intaglio", "intaglio"}, {"implant.guide.thickness", "thickness"}, {"implant.guide.wall", "wall"},
    {"implant.guide.margin", "margin"},     {"implant.guide.reach", "reach"},
};
constexpr std::pair<const char*, const char*> kMore[] = {
    {"implant.guide.holder", "holder"},
    {"implant.guide.collar", "collar"},
    {"implant.guide.tilt", "tilt"},
};

/// Of pins and windows.
constexpr std::pair<const char*, const char*> kOpenings[] = {
    {"implant.guide.pin_hole", "pin_hole"},       {"implant.guide.pin_length", "pin_length"},
    {"implant.guide.pin_tube", "pin_tube"},       {"implant.guide.pin_wall", "pin_wall"},
    {"implant.guide.pin_tooth", "pin_tooth"},     {"implant.guide.pin_canal", "pin_canal"},
    {"implant.guide.pin_implant", "pin_implant"}, {"implant.guide.window", "window"},
};

/// What of the case a guide is made of.
struct Parts
{
    std::vector<Id> implants, teeth;
    Id bone, scan;

    std::vector<Id> all() const
    {
        std::vector<Id> out = implants;
        out.insert(out.end(), teeth.begin(), teeth.end());
        for (const Id& id : {bone, scan})
            if (!id.empty())
                out.push_back(id);
        return out;
    }
};

Parts partsOf(const Case& c, const ParamValues& values)
{
    Parts p;
    const auto listed = [&](const char* key) {
        std::vector<Id> ids;
        for (const std::string& t : values.list(key))
            if (isValidId(t) && std::find(ids.begin(), ids.end(), Id(t)) == ids.end())
                ids.emplace_back(t);
        return ids;
    };
    p.implants = listed("implants");
    if (p.implants.empty()) {
        const std::set<Id> hidden = hiddenObjects(c);
        for (const auto& [id, plan] : c.plans)
            if (plan->kind == kDentalPlan && !hidden.contains(id))
                p.implants.push_back(id);
    }
    if (isValidId(values.text("scan")))
        p.scan = Id(values.text("scan"));
    if (!p.scan.empty())
        return p; // teeth and bone lie below it
    p.teeth = listed("teeth");
    if (p.teeth.empty())
        for (const auto& [id, s] : c.structures)
            if (s->anatomy == "tooth" && s->mask)
                p.teeth.push_back(id);
    if (isValidId(values.text("bone")))
        p.bone = Id(values.text("bone"));
    return p;
}

GuideSettings settingsOf(const ParamValues& v)
{
    GuideSettings s;
    s.sleeveInner = v.real("sleeve_inner");
    s.sleeveOuter = v.real("sleeve_outer");
    s.sleeveHeight = v.real("sleeve_height");
    s.sleeveOffset = v.real("sleeve_offset");
    s.holder = v.real("holder");
    s.collar = v.real("collar");
    s.join = v.boolean("join");
    s.intaglio = v.real("intaglio");
    s.thickness = v.real("thickness");
    s.wall = v.real("wall");
    s.margin = v.real("margin");
    s.reach = v.real("reach");
    s.edge = v.real("edge");
    s.openings = {v.real("pin_hole"), v.real("pin_tube"), v.real("pin_wall"), v.real("pin_length"), v.real("window")};
    if (v.has("lift"))
        if (const Vec3 up = v.point("lift"); up.allFinite() && up.norm() > 0)
            s.up = up;
    return s;
}

PinLimits pinLimitsOf(const ParamValues& v)
{
    return {v.real("pin_tooth"), v.real("pin_canal"), v.real("pin_implant")};
}

Findings checkOpenings(const ParamValues& v)
{
    Findings out;
    const auto stop = [&](const char* code, std::string text, const char* advice) {
        out.push_back(finding(Severity::Stop, code, std::move(text), advice));
    };
    if (v.points("pins").size() > kMostGuidePins || v.points("windows").size() > kMostGuideWindows)
        stop("guide.many-openings",
             filled("A guide takes at most %1 pins and %2 windows.",
                    {toText(std::int64_t(kMostGuidePins)), toText(std::int64_t(kMostGuideWindows))}),
             "Take some away.");
    if (v.real("pin_length") < v.real("pin_tube") + 1)
        stop("guide.short-pin", "The pins would not come out of the tubes that guide them.",
             "Take longer pins, or shorter tubes.");
    if (v.has("aim"))
        for (const Vec3& p : v.points("pins"))
            if ((v.point("aim") - p).norm() <= 1) {
                stop("guide.pin-direction", "The pins are aimed at a place where one of them stands.",
                     "Aim them at a place within the jaw.");
                break;
            }
    return out;
}

std::vector<PlanNumber> numbersOf(const DrillGuide& g, const ParamValues& values)
{
    std::vector<PlanNumber> out;
    if (g.wall) {
        PlanNumber n = number("wall", "Wall of the guide, 1st percentile", Unit::Millimetre, g.wall->percentile1);
        n.limit = "implant.guide.wall";
        n.limitValue = values.real("wall");
        n.limitKind = LimitKind::AtLeast;
        n.verdict = g.wall->percentile1 < *n.limitValue ? "warning" : "ok";
        n.note = "straight inwards from the surface; edges of more than 60 degrees left out";
        n.place = g.wall->place;
        out.push_back(std::move(n));
        out.push_back(number("wall_least", "Wall of the guide, thinnest place", Unit::Millimetre, g.wall->least));
        out.back().note = "of all places, sharp edges too";
        out.back().place = g.wall->place;
        out.push_back(number("wall_thin", "Walls thinner than the limit", Unit::SquareMillimetre, g.wall->thinMm2));
        out.push_back(number("wall_median", "Wall of the guide, median", Unit::Millimetre, g.wall->median));
    }
    out.push_back(number("volume", "Volume of the guide", Unit::Millilitre, g.body.volumeMl()));
    out.push_back(number("contact", "Area that it sits on", Unit::SquareMillimetre, g.contactMm2));
    out.push_back(number("triangles", "Triangles", Unit::Count, double(g.body.triangles().size())));
    for (const GuideSleeve& s : g.sleeves) {
        const std::string id = s.drill.plan.text();
        out.push_back(
            number("drilling-" + id, filled("Drilling length, %1", {id}), Unit::Millimetre, s.drill.drillingLength));
        out.back().note = "sleeve offset + sleeve height + implant length, without a drill key";
        out.push_back(number("clearance-" + id, filled("Sleeve to what the guide sits on, %1", {id}), Unit::Millimetre,
                             s.clearance));
        out.back().verdict = s.clearance < 0 ? "stop" : "ok";
        out.back().note = "told up to a little more than the guide's thickness";
        out.back().place = s.clearancePlace;
        PlanNumber tilt = number("tilt-" + id, filled("Axis against the insertion, %1", {id}), Unit::Degree, s.tilt);
        tilt.limit = "implant.guide.tilt";
        tilt.limitValue = values.real("tilt");
        tilt.limitKind = LimitKind::AtMost;
        tilt.verdict = s.tilt > *tilt.limitValue ? "warning" : "ok";
        out.push_back(std::move(tilt));
    }
    return out;
}

} // namespace

GuideOperation::GuideOperation(const LimitTable& limits) : m_limits(limits) {}

OperationInfo GuideOperation::info() const
{
    OperationInfo i;
    i.id = "implant.drill-guide";
    i.name = "Make a drill guide";
    i.summary = "Makes a guide with sleeves for placed implants, to be printed, and its drill list.";
    i.help =
        "The guide is made of fields of distances on voxels that stand along the direction in which it is put on. What "
        "teeth and bone would sweep as it is lifted off is blocked, so that no undercut holds it, and so are gaps "
        "between teeth that would leave less than the least wall. The body lies on that with the gap given, near the "
        "implants, down to the margin. Every sleeve is held by a tube about the implant's axis, whose lower end is the "
        "sleeve's, joined to the body below it; its hole goes through all of the guide.\n\n"
        "Drilling length = sleeve offset + sleeve height + implant length. A drill key that stands above the sleeve "
        "comes on top of it.\n\n"
        "The thickness of a wall is measured from every triangle straight inwards to where the guide ends; where both "
        "sides meet at more than 60 degrees it is an edge and no wall. Compared with the limit is the first percentile "
        "by area, for the tip of one sharp edge has no thickness at all; the thinnest place is told beside it.\n\n"
        "With a scan of teeth and gum the guide sits on the scan alone. Without one it sits on masks: it fits no "
        "better "
        "than their voxels, and the gum is not known.\n\n"
        "Pins hold the guide: a tube with a hole, level towards the arch's inside or at a place that you give, on a "
        "lug that comes down from the guide's lower end where the pin lies below it. Told is how near each pin comes "
        "to teeth, canal, implants and the ways of their drills, and how much of it lies in bone; nothing says whether "
        "that holds. Windows are square holes to the tooth, square to its surface; tubes stay whole in them.\n\n"
        "Measures of sleeves are examples: set them to those of the system in use. Nothing is known of mouth opening, "
        "of the printer's and the resin's error, of sterilisation. Research and teaching only, not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList GuideOperation::declare() const
{
    ParamList list;
    Param implants = objectsParam("implants", "Implants", "plan:implant.dental",
                                  "Plans with the implants that are drilled for; empty: all in the case.");
    implants.optional = true;
    list.add(implants);
    Param teeth = objectsParam("teeth", "Teeth", "structure:mask",
                               "Teeth of this jaw that the guide sits on; empty: all in the case.");
    teeth.optional = true;
    teeth.anatomy = "tooth";
    list.add(teeth);
    Param bone =
        objectParam("bone", "Bone", "structure:mask", "mandible|maxilla", "The jaw, which the guide keeps off.");
    bone.optional = true;
    list.add(bone);
    Param scan = objectParam("scan", "Scan", "structure:surface", "",
                             "Surface of teeth and gum, registered to the image; with it, masks are not used.");
    scan.optional = true;
    list.add(scan);
    for (const auto& [id, key] : kSleeve)
        list.add(limitParam(m_limits.at(id), key));
    for (const auto& [id, key] : kBody)
        list.add(limitParam(m_limits.at(id), key));
    for (const auto& [id, key] : kMore) {
        Param p = limitParam(m_limits.at(id), key);
        p.advanced = true;
        list.add(std::move(p));
    }
    Param join = boolParam("join", "Join tubes and body", true,
                           "The tube around a sleeve goes on down to the body, so that it does not stand free.");
    join.advanced = true;
    list.add(join);
    Param lift = pointParam("lift", "Lifted off towards",
                            "A direction out of the jaw; empty: against the mean of the implants' axes.");
    lift.unit = Unit::None;
    lift.optional = true;
    lift.advanced = true;
    list.add(lift);
    Param edge = realParam("edge", "Edge of the voxels", Unit::Millimetre, 0.25, 0.15, 0.5,
                           "Of the grid that the guide is made on; its edges are bevelled by as much.");
    edge.source = "0.2 to 0.3 mm, a choice (unverified)";
    edge.advanced = true;
    list.add(edge);
    Param pins = pointsParam("pins", "Pins", 0,
                             "Places on the guide's wall that pins go through and hold it by; none: no pins.");
    pins.optional = true;
    list.add(pins);
    Param aim = pointParam("aim", "Pins aimed at",
                           "Empty: the middle of the teeth (the bone, the scan) that it sits on, level with each pin.");
    aim.optional = true;
    list.add(aim);
    Param windows = pointsParam("windows", "Windows", 0,
                                "Places on teeth where a hole is left to look at the guide's seat; none: no windows.");
    windows.optional = true;
    list.add(windows);
    for (const auto& [id, key] : kOpenings) {
        Param p = limitParam(m_limits.at(id), key);
        p.advanced = true;
        list.add(std::move(p));
    }
    list.add(textParam("plan_id", "Plan", "guide-1", "Id of the plan to make or replace."));
    return list;
}

Findings GuideOperation::check(const Case& c, const ParamValues& values) const
{
    Findings out = checkPlanId(c, values.text("plan_id"), kGuidePlan, "guide-2", {"-body"});
    const Parts parts = partsOf(c, values);
    if (parts.implants.empty())
        out.push_back(finding(Severity::Stop, "guide.no-implant", "There is no implant to drill for.",
                              "Place an implant first."));
    if (parts.implants.size() > kMostGuideImplants)
        out.push_back(finding(Severity::Stop, "guide.many-implants",
                              filled("A guide takes at most %1 implants.", {toText(std::int64_t(kMostGuideImplants))}),
                              "Choose those of one jaw."));
    const Findings openings = checkOpenings(values);
    out.insert(out.end(), openings.begin(), openings.end());
    const double inner = values.real("sleeve_inner"), outer = values.real("sleeve_outer");
    std::vector<Vec3> platforms;
    for (const Id& id : parts.implants) {
        const auto placed = placedImplant(c.plan(id));
        if (placed)
            platforms.push_back(placed->pose.origin);
        if (!placed)
            out.push_back(finding(Severity::Stop, "guide.no-shape", "'" + id.text() + "' holds no implant.",
                                  "Choose a plan that was made by placing an implant."));
        else if (placed->implant.diameter > inner)
            out.push_back(finding(Severity::Note, "guide.narrow-sleeve",
                                  filled("The implant of '%1' does not pass the sleeve.", {id.text()}),
                                  "Take a wider sleeve if it shall be set through the guide."));
    }
    const auto far = [&](const Vec3& p) {
        return std::none_of(platforms.begin(), platforms.end(),
                            [&](const Vec3& platform) { return (p - platform).norm() <= kOpeningReach; });
    };
    for (const char* key : {"pins", "windows"})
        for (const Vec3& p : values.points(key))
            if (!platforms.empty() && far(p)) {
                out.push_back(finding(
                    Severity::Stop, "guide.far-opening",
                    filled("A pin or window lies more than %1 mm from the implants.", {toText(kOpeningReach, 0)}),
                    "Set it on the guide."));
                out.back().place = p;
                break;
            }
    if (outer <= inner)
        out.push_back(finding(Severity::Stop, "guide.sleeve", "The sleeve is not wider outside than inside.",
                              "Give its outer diameter with the room that the printer needs."));
    if (parts.scan.empty()) {
        bool any = false;
        double coarsest = 0;
        std::vector<Id> masks = parts.teeth;
        if (!parts.bone.empty())
            masks.push_back(parts.bone);
        for (const Id& id : masks) {
            const auto& mask = c.structure(id).mask;
            if (!mask)
                continue;
            any = any || !mask->empty();
            coarsest = std::max(coarsest, mask->grid().spacing.maxCoeff());
        }
        if (!any)
            out.push_back(finding(Severity::Stop, "guide.no-support", "There is nothing that the guide could sit on.",
                                  "Segment the teeth or the jaw, or give a scan."));
        else if (coarsest > kCoarse)
            out.push_back(finding(Severity::Warning, "guide.coarse",
                                  filled("The guide fits no better than voxels of %1 mm.", {toText(coarsest, 2)}),
                                  "Give a scan of the teeth."));
    } else if (c.structure(parts.scan).surface->empty()) {
        out.push_back(finding(Severity::Stop, "guide.empty-scan", "The scan has no surface.", "Import it again."));
    }
    return out;
}

Findings GuideOperation::judged(const DrillGuide& g, const ParamValues& values) const
{
    Findings out;
    const auto add = [&](Severity severity, const char* code, std::string text, const char* advice,
                         std::optional<Vec3> place = {}, const char* limit = "") {
        out.push_back(finding(severity, code, std::move(text), advice));
        out.back().place = place;
        out.back().limit = limit;
    };
    for (const GuideSleeve& s : g.sleeves) {
        const std::string id = s.drill.plan.text();
        const Vec3 middle = (s.drill.sleeveLower() + s.drill.sleeveUpper()) / 2;
        if (s.clearance < 0)
            add(Severity::Stop, "guide.sleeve-in-tooth",
                g.onScan ? filled("The sleeve of '%1' reaches into the scan.", {id})
                         : filled("The sleeve of '%1' reaches into a tooth or the bone.", {id}),
                "Take a thinner sleeve, set it higher, or move the implant.", s.clearancePlace);
        if (s.toSleeve && *s.toSleeve < 0)
            add(Severity::Stop, "guide.sleeves-overlap",
                filled("The sleeves of '%1' and '%2' overlap.", {id, s.nearestSleeve}),
                "Take thinner sleeves, or make a guide for each.", middle);
        if (!s.held)
            add(Severity::Stop, "guide.loose-sleeve",
                filled("The tube of the sleeve of '%1' does not hang together with the guide.", {id}),
                "Let tubes and body be joined, give more thickness or reach, or make a guide for each.", middle);
        if (s.tilt > values.real("tilt"))
            add(Severity::Warning, "guide.tilt",
                filled("The axis of '%1' stands at %2 degrees to the insertion.", {id, toText(s.tilt, 0)}),
                "Look whether drill and guide pass, or make a guide for each.", middle, "implant.guide.tilt");
    }
    if (g.cutOffMl > kCutOff)
        add(Severity::Warning, "guide.cut-off",
            filled("%1 mL that did not hang together with the guide were taken away.", {toText(g.cutOffMl, 2)}),
            "Give more reach or thickness if something is missing.");
    if (!g.onTeeth && !g.onScan)
        add(Severity::Warning, "guide.bone-only", "The guide sits on bone alone.",
            g.pins.empty() ? "It needs the bone laid open and pins that hold it: set some."
                           : "It needs the bone laid open; its pins must hold it.");
    if (g.topAbovePlatforms > kOtherJaw)
        add(Severity::Warning, "guide.other-jaw",
            filled("What the guide sits on rises %1 mm above the platforms.", {toText(g.topAbovePlatforms, 0)}),
            "Choose the teeth of this jaw alone.");
    if (!g.onScan)
        add(Severity::Note, "guide.no-scan", "No scan was given: the gum is not known, and the guide may press on it.",
            "Give a scan of teeth and gum, or let the guide reach less far down.");
    if (g.wall && g.wall->percentile1 < values.real("wall"))
        add(Severity::Warning, "guide.thin",
            filled("One hundredth of the guide's walls is thinner than %1 mm.", {toText(g.wall->percentile1, 1)}),
            "Give more thickness or wall around the sleeve, a thinner sleeve, or set it higher.", g.wall->place,
            "implant.guide.wall");
    else if (g.wall && g.wall->least < values.real("wall"))
        add(Severity::Note, "guide.thin-place",
            filled("%1 mm2 of the guide's walls are thinner than the limit, at the thinnest place %2 mm.",
                   {toText(g.wall->thinMm2, 1), toText(g.wall->least, 1)}),
            "Look at that place before it is printed.", g.wall->place, "implant.guide.wall");
    add(Severity::Note, "guide.unvalidated", "The guide was not validated: no printed one was fitted to a model.",
        "Use it for teaching and research alone.");
    return out;
}

Edit GuideOperation::run(const Case& c, const ParamValues& values, Job& job) const
{
    const Parts parts = partsOf(c, values);
    GuideInputs in;
    in.settings = settingsOf(values);
    for (const Id& id : parts.implants) {
        const auto placed = placedImplant(c.plan(id));
        if (!placed)
            throw Error(ErrorCode::BadInput, "'" + id.text() + "' holds no implant.",
                        "Choose a plan that was made by placing an implant.");
        in.implants.push_back({id, id.text(), *placed});
    }
    for (const Id& id : parts.teeth)
        if (c.structure(id).mask)
            in.teeth.push_back(*c.structure(id).mask);
    if (!parts.bone.empty() && c.structure(parts.bone).mask)
        in.bones.push_back(*c.structure(parts.bone).mask);
    if (!parts.scan.empty())
        in.scan = *c.structure(parts.scan).surface;
    in.pins = values.points("pins");
    in.windows = values.points("windows");
    if (values.has("aim"))
        in.aim = values.point("aim");
    Job making = job.part(0, in.pins.empty() ? 1 : 0.9);
    const DrillGuide guide = makeDrillGuide(in, making);
    const Id bone = isValidId(values.text("bone")) ? Id(values.text("bone")) : Id();
    const std::vector<PinCheck> pins = checkPins(c, guide, in, bone, job.part(0.9, 1));

    const Id id(values.text("plan_id"));
    Plan p;
    p.name = counted(static_cast<std::int64_t>(guide.sleeves.size()), "Drill guide for %1 implant, %2",
                     "Drill guide for %1 implants, %2", {id.text()});
    p.kind = kGuidePlan;
    std::vector<GuidedDrill> drills;
    for (const GuideSleeve& s : guide.sleeves) {
        drills.push_back(s.drill);
        p.points.push_back({s.drill.plan.text() + " sleeve", s.drill.sleeveUpper()});
    }
    p.numbers = numbersOf(guide, values);
    p.findings = judged(guide, values);
    for (const Findings& more : {pinFindings(c, guide, pins, pinLimitsOf(values)), windowFindings(guide)})
        p.findings.insert(p.findings.end(), more.begin(), more.end());
    const std::vector<PlanNumber> numbers = pinNumbers(guide, pins, pinLimitsOf(values));
    p.numbers.insert(p.numbers.end(), numbers.begin(), numbers.end());
    std::vector<Id> from = parts.all();
    if (!guide.pins.empty()) {
        std::vector<Id> more = pinNeighbours(c);
        if (!bone.empty())
            more.push_back(bone);
        for (const Id& m : more)
            if (m != id && std::find(from.begin(), from.end(), m) == from.end())
                from.push_back(m);
    }
    for (const Id& u : from)
        if (c.structures.contains(u))
            p.used.push_back({u, c.nameOf(u), c.structure(u).state});
    nlohmann::json detail = drillsJson(drills);
    detail["lifted_towards_lps"] = {guide.up.x(), guide.up.y(), guide.up.z()};
    detail["body"] = id.text() + "-body";
    std::vector<GuidedPin> listed;
    for (const GuidePin& pin : guide.pins) {
        listed.push_back({pin.outer, pin.tip, in.settings.openings.pinHole, in.settings.openings.pinGuided});
        const std::string name = "pin " + toText(std::int64_t(listed.size()));
        p.points.push_back({name, pin.outer});
        p.points.push_back({name + " tip", pin.tip});
    }
    if (!listed.empty())
        detail["pins"] = pinsJson(listed);
    for (const GuideWindow& w : guide.windows)
        detail["windows_lps_mm"].push_back({w.middle.x(), w.middle.y(), w.middle.z()});
    p.detail = detail.dump();

    Structure body;
    body.name = filled("Drill guide (%1)", {id.text()});
    body.anatomy = "implant";
    body.colour = kGuide;
    body.state = ConfirmState::Edited;
    body.surface = std::make_shared<const Surface>(guide.body);
    body.measures.push_back({"volume", "Volume", {guide.body.volumeMl(), Unit::Millilitre, {}, {}}});

    Edit edit;
    edit.findings = p.findings;
    edit.alsoRead = from;
    const Id bodyId(id.text() + "-body");
    edit.madeFrom[id] = edit.madeFrom[bodyId] = from;
    edit.put(bodyId, std::move(body));
    edit.put(id, std::move(p));
    return edit;
}

std::unique_ptr<Operation> makeDrillGuideOperation(const LimitTable& limits)
{
    return std::make_unique<GuideOperation>(limits);
}

} // namespace pollux::implant
