#include "plugins/implant/place_dental.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/implant_body.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kReach = 14; // mm beyond the implant's length that a drag may go without preparing anew

std::vector<Id> idsOf(const std::vector<std::string>& texts)
{
    std::vector<Id> out;
    for (const std::string& t : texts)
        if (isValidId(t) && std::find(out.begin(), out.end(), Id(t)) == out.end())
            out.emplace_back(t);
    return out;
}

void judge(PlanNumber& n, const std::string& limit, double value, bool stopBelowZero)
{
    n.limit = limit;
    n.limitValue = value;
    n.limitKind = LimitKind::AtLeast;
    n.verdict = *n.after < 0 && stopBelowZero ? "stop" : *n.after < value ? "warning" : "ok";
}

const char* mischClass(double hu, const LimitTable& limits)
{
    return hu > limits.at("implant.misch.d1").value   ? "D1"
           : hu > limits.at("implant.misch.d2").value ? "D2"
           : hu > limits.at("implant.misch.d3").value ? "D3"
           : hu > limits.at("implant.misch.d4").value ? "D4"
                                                      : "D5";
}

} // namespace

PlaceDental::PlaceDental(const LimitTable& limits) : m_limits(limits) {}

OperationInfo PlaceDental::info() const
{
    OperationInfo i;
    i.id = "implant.place-dental";
    i.name = "Place a dental implant";
    i.summary = "Puts an implant into the jaw and says what it keeps away from and what bone is around it.";
    i.help =
        "The implant is a body of revolution of the measures given, of no maker. Without a point towards the apex its "
        "axis goes from the platform to the middle of the bone 0.6 to 1.2 lengths away.\n\n"
        "Distances are those between surfaces, sampled every 0.4 mm: to a traced canal from its centreline and radius, "
        "to masks from an exact distance map (Felzenszwalb and Huttenlocher 2012), to other implants from their "
        "outlines. Bone around the implant is the least thickness beside its side, along its "
        "normals, from 1 mm below the crest on, at most 10 mm; below 0 the implant comes out. The crest is where half "
        "of a ring of the implant lies in bone.\n\n"
        "The chance of contact takes the error that studies of static guides report, its size normal, every direction "
        "as likely as any other. The envelope is what 95 of 100 stay within.\n\n"
        "Values around the implant are taken up to 1 mm from its side within bone. Classes of density are told for HU "
        "of a calibrated CT alone: grey values of a cone-beam scanner are not HU.\n\n"
        "Limits: nothing is known of nerve, root or sinus that is not in the case. Research and teaching only, not for "
        "clinical use.";
    i.category = "Plan";
    return i;
}

ParamList PlaceDental::declare() const
{
    ParamList list;
    list.add(objectParam("volume", "Image", "volume", "", "The image that the values around the implant come from."));
    list.add(objectParam("bone", "Bone", "structure:mask", "mandible|maxilla", "The jaw that takes the implant."));
    Param canals = objectsParam("canals", "Canals", "structure",
                                "What nerves run in, traced or segmented; empty: all in the case.");
    canals.optional = true;
    canals.anatomy = "mandibular_canal";
    list.add(canals);
    Param teeth = objectsParam("teeth", "Teeth", "structure:mask",
                               "Teeth beside the implant, with their roots; empty: all in the case.");
    teeth.optional = true;
    teeth.anatomy = "tooth";
    list.add(teeth);
    list.add(pointParam("platform", "Platform", "Middle of the implant's upper end, at the crest of the bone."));
    Param apex =
        pointParam("apex", "Towards the apex", "Where the axis points; empty: to the middle of the bone below.");
    apex.optional = true;
    list.add(apex);
    list.add(realParam("diameter", "Diameter", Unit::Millimetre, 4.0, 1.5, 8, "Over the thread, at the platform."));
    list.add(realParam("length", "Length", Unit::Millimetre, 10, 4, 25, "From platform to apex."));
    list.add(realParam("apex_diameter", "Diameter at the apex", Unit::Millimetre, 3.2, 1, 8, "Over the thread."));
    const auto advanced = [&](Param p) {
        p.advanced = true;
        list.add(std::move(p));
    };
    advanced(
        realParam("thread_pitch", "Pitch of the thread", Unit::Millimetre, 0.8, 0.3, 2, "In the CAD model alone."));
    advanced(
        realParam("thread_depth", "Depth of the thread", Unit::Millimetre, 0.3, 0, 0.6, "In the CAD model alone."));
    advanced(realParam("abutment_height", "Height of the abutment", Unit::Millimetre, 5, 0, 12,
                       "Above the platform; 0: none."));
    advanced(
        realParam("abutment_diameter", "Diameter of the abutment", Unit::Millimetre, 3.6, 1.5, 8, "Of a cylinder."));
    list.add(choiceParam("scanner", "Values of the image",
                         {"as the image says", "HU of a calibrated CT", "grey values"},
                         "Whether classes of density may be told."));
    list.add(limitParam(m_limits.at("implant.canal"), "canal_distance"));
    list.add(limitParam(m_limits.at("implant.tooth"), "tooth_distance"));
    list.add(limitParam(m_limits.at("implant.implant"), "implant_distance"));
    list.add(limitParam(m_limits.at("implant.plate"), "plate"));
    advanced(limitParam(m_limits.at("implant.error.platform"), "error_platform"));
    advanced(limitParam(m_limits.at("implant.error.platform_sd"), "error_platform_sd"));
    advanced(limitParam(m_limits.at("implant.error.apex"), "error_apex"));
    advanced(limitParam(m_limits.at("implant.error.apex_sd"), "error_apex_sd"));
    list.add(textParam("plan_id", "Plan", "implant-1", "Id of the plan to make or replace."));
    return list;
}

PlacementScene::Inputs PlaceDental::inputs(const Case& c, const ParamValues& values) const
{
    PlacementScene::Inputs in;
    in.volume = Id(values.text("volume"));
    in.bone = Id(values.text("bone"));
    const auto listed = [&](const char* key, std::string_view anatomy) {
        std::vector<Id> ids = idsOf(values.list(key));
        if (ids.empty())
            for (const auto& [id, s] : c.structures)
                if (s->anatomy == anatomy && (s->mask || s->tree))
                    ids.push_back(id);
        return ids;
    };
    in.canals = listed("canals", "mandibular_canal");
    in.teeth = listed("teeth", "tooth");
    if (isValidId(values.text("plan_id")))
        in.self = Id(values.text("plan_id"));
    return in;
}

DentalImplant PlaceDental::implant(const ParamValues& values) const
{
    DentalImplant i;
    i.diameter = values.real("diameter");
    i.length = values.real("length");
    i.apexDiameter = values.real("apex_diameter");
    i.threadPitch = values.real("thread_pitch");
    i.threadDepth = values.real("thread_depth");
    i.abutmentHeight = values.real("abutment_height");
    i.abutmentDiameter = values.real("abutment_diameter");
    return i;
}

ExecutionError PlaceDental::error(const ParamValues& values) const
{
    return {values.real("error_platform"), values.real("error_platform_sd"), values.real("error_apex"),
            values.real("error_apex_sd")};
}

std::string PlaceDental::uncalibrated(const Case& c, const ParamValues& values) const
{
    return pollux::implant::uncalibrated(c.volume(Id(values.text("volume"))), values.text("scanner"));
}

AxisPose PlaceDental::pose(const Case& c, const ParamValues& values) const
{
    AxisPose p;
    p.origin = values.point("platform");
    if (values.has("apex")) {
        const Vec3 d = values.point("apex") - p.origin;
        if (d.allFinite()) {
            if (d.norm() < 0.5)
                throw Error(ErrorCode::BadInput, "The point towards the apex lies at the platform.",
                            "Set it deeper in the bone.");
            p.direction = d.normalized();
            return p;
        }
    }
    const auto axis = firstAxis(*c.structure(Id(values.text("bone"))).mask, p.origin, values.real("length"));
    if (!axis)
        throw Error(ErrorCode::BadInput, "There is no bone below the platform.",
                    "Set the platform on the crest of the bone, or give a point towards the apex.");
    p.direction = *axis;
    return p;
}

Findings PlaceDental::check(const Case& c, const ParamValues& values) const
{
    Findings out = checkPlanId(c, values.text("plan_id"), kDentalPlan, "implant-2", {"-body", "-envelope"});
    if (values.real("apex_diameter") > values.real("diameter"))
        out.push_back(finding(Severity::Stop, "implant.shape", "The apex is wider than the platform.",
                              "Give the apex a smaller diameter."));
    if (4 * values.real("thread_depth") > values.real("apex_diameter"))
        out.push_back(finding(Severity::Stop, "implant.thread", "The thread is deeper than a quarter of the apex.",
                              "Give a thinner thread or a wider apex."));
    const Mask& bone = *c.structure(Id(values.text("bone"))).mask;
    const Grid& grid = c.volume(Id(values.text("volume"))).volume.grid();
    if (bone.empty()) {
        out.push_back(finding(Severity::Stop, "structure.empty", "The bone has no voxels.", "Segment it first."));
        return out;
    }
    const Vec3 platform = values.point("platform");
    const Index3 at = grid.nearest(platform);
    if (!grid.contains(at[0], at[1], at[2]))
        out.push_back(
            finding(Severity::Stop, "implant.outside", "The platform lies outside the image.", "Set it on the image."));
    else if (const auto coarse = coarseVoxels(grid, m_limits))
        out.push_back(*coarse);
    const PlacementScene::Inputs in = inputs(c, values);
    if (in.canals.empty())
        out.push_back(finding(Severity::Note, "implant.no-canal",
                              "No canal is given: how near a nerve is, is not known.",
                              "In the lower jaw, trace the canal first."));
    for (const auto* ids : {&in.canals, &in.teeth})
        for (const Id& id : *ids)
            if (const auto unknown = unknownDistance(id, c.structure(id), "implant.no-shape"))
                out.push_back(*unknown);
    return out;
}

std::vector<PlanNumber> PlaceDental::numbers(const PlacementMeasures& m, const ParamValues& values,
                                             const std::string& uncalibrated) const
{
    std::vector<PlanNumber> out;
    const auto approach = [&](const std::optional<Approach>& a, const char* key, const char* label, const char* limit,
                              const char* limitKey) {
        if (!a)
            return;
        PlanNumber n = number(key, label, Unit::Millimetre, a->mm);
        judge(n, limit, values.real(limitKey), true);
        n.note = filled("nearest: %1", {a->name});
        n.place = a->onImplant;
        out.push_back(std::move(n));
    };
    approach(m.canal, "canal", "Distance to the canal", "implant.canal", "canal_distance");
    if (m.canal) {
        out.push_back(number("canal_contact", "Chance that the implant touches the canal", Unit::Percent,
                             100 * m.canal->chanceOfContact));
        out.back().verdict = m.canal->chanceOfContact >= 0.05 ? "warning" : "";
        out.back().note = "by the error of static guides, any direction";
        out.push_back(number("canal_below", "Chance of less than the distance asked for", Unit::Percent,
                             100 * m.canal->chanceBelowLimit));
        out.back().note = "by the error of static guides, any direction";
    }
    approach(m.tooth, "tooth", "Distance to teeth", "implant.tooth", "tooth_distance");
    approach(m.implant, "implant", "Distance to other implants", "implant.implant", "implant_distance");
    if (m.plateKnown) {
        PlanNumber n = number("plate", "Least bone around the implant", Unit::Millimetre, m.plate);
        judge(n, "implant.plate", values.real("plate"), true);
        n.place = m.platePlace;
        out.push_back(std::move(n));
    }
    out.push_back(number("engaged", "Surface of the implant in bone", Unit::Percent, 100 * m.engaged));
    out.push_back(number("crest", "Platform above the bone", Unit::Millimetre, m.crest));
    const Unit unit = uncalibrated.empty() ? Unit::Hounsfield : Unit::GreyValue;
    if (m.density.samples > 0) {
        out.push_back(number("density", "Values around the implant, mean", unit, m.density.mean));
        out.back().note = uncalibrated.empty()
                              ? filled("class %1 (Misch, limits unverified)", {mischClass(m.density.mean, m_limits)})
                              : uncalibrated;
        out.push_back(number("density_sd", "Values around the implant, spread", unit, m.density.sd));
        out.push_back(number("density_crestal", "Values in the first 2 mm of bone", unit, m.density.crestal));
        out.push_back(number("density_apical", "Values in the apical third", unit, m.density.apical));
    }
    return out;
}

Findings PlaceDental::judged(const PlacementMeasures& m, const ParamValues& values) const
{
    Findings out;
    const auto add = [&](Severity severity, const char* code, std::string text, const char* advice, const char* limit,
                         const Vec3& place) {
        out.push_back(finding(severity, code, std::move(text), advice));
        out.back().limit = limit;
        out.back().place = place;
    };
    if (const auto beyond = beyondImage(m.outside))
        out.push_back(*beyond);
    if (m.canal && m.canal->mm < 0)
        add(Severity::Stop, "implant.in-canal", filled("The implant lies in '%1'.", {m.canal->name}),
            "Take a shorter implant or move it.", "implant.canal", m.canal->onImplant);
    else if (m.canal && m.canal->mm < values.real("canal_distance"))
        add(Severity::Warning, "implant.near-canal",
            filled("The implant comes as near as %1 mm to '%2'.", {toText(m.canal->mm, 1), m.canal->name}),
            "Take a shorter implant or move it.", "implant.canal", m.canal->onImplant);
    if (m.tooth && m.tooth->mm < values.real("tooth_distance"))
        add(m.tooth->mm < 0 ? Severity::Stop : Severity::Warning, "implant.near-tooth",
            m.tooth->mm < 0 ? std::string("The implant lies in a tooth.")
                            : filled("The implant comes as near as %1 mm to a tooth.", {toText(m.tooth->mm, 1)}),
            "Move it, turn it, or take a thinner one.", "implant.tooth", m.tooth->onImplant);
    if (m.implant && m.implant->mm < values.real("implant_distance"))
        add(m.implant->mm < 0 ? Severity::Stop : Severity::Warning, "implant.near-implant",
            m.implant->mm < 0 ? filled("The implant overlaps that of '%1'.", {m.implant->name})
                              : filled("The implant comes as near as %1 mm to that of '%2'.",
                                       {toText(m.implant->mm, 1), m.implant->name}),
            "Move one of them, or take a thinner one.", "implant.implant", m.implant->onImplant);
    if (m.plateKnown && m.plate < values.real("plate"))
        add(m.plate < 0 ? Severity::Stop : Severity::Warning, m.plate < 0 ? "implant.perforates" : "implant.thin-plate",
            m.plate < 0 ? std::string("The implant comes out of the bone.")
                        : filled("Only %1 mm of bone are left around the implant.", {toText(m.plate, 1)}),
            "Move it, turn it, or take a thinner one.", "implant.plate", m.platePlace);
    if (m.engaged < 0.05)
        out.push_back(finding(Severity::Stop, "implant.not-in-bone", "The implant does not lie in the bone.",
                              "Set the platform on the crest of the bone."));
    return out;
}

Edit PlaceDental::run(const Case& c, const ParamValues& values, Job& job) const
{
    PlacedImplant placed{implant(values), pose(c, values)};
    placed.implant.check();
    const PlacementScene::Inputs in = inputs(c, values);
    const double half = placed.implant.length / 2;
    const PlacementScene scene(c, in, placed.pose.at(half), half + kReach, job.part(0, 0.8));
    const ExecutionError err = error(values);
    const PlacementMeasures m = scene.measure(placed.implant, placed.pose, err, values.real("canal_distance"));

    const Id id(values.text("plan_id"));
    Plan p;
    p.name = filled("Implant %1 x %2 mm, %3",
                    {toText(placed.implant.diameter, 1), toText(placed.implant.length, 1), id.text()});
    p.kind = kDentalPlan;
    p.points = {{"platform", placed.pose.origin}, {"apex", placed.pose.at(placed.implant.length)}};
    p.numbers = numbers(m, values, uncalibrated(c, values));
    p.findings = judged(m, values);
    for (Finding& f : stateOfBone(c, in.volume, in.bone, m_limits, job.part(0.8, 0.9)))
        p.findings.push_back(std::move(f));
    std::vector<Id> from{in.volume, in.bone};
    from.insert(from.end(), in.canals.begin(), in.canals.end());
    from.insert(from.end(), in.teeth.begin(), in.teeth.end());
    for (const Id& u : from)
        if (c.structures.contains(u))
            p.used.push_back({u, c.nameOf(u), c.structure(u).state});
    p.detail = placedDetail(placed);

    Edit edit;
    edit.findings = p.findings;
    edit.alsoRead = from;
    edit.alsoRead.insert(edit.alsoRead.end(), scene.others().begin(), scene.others().end());
    edit.madeFrom[id] = edit.alsoRead;
    edit.put(Id(id.text() + "-body"),
             implantBody(filled("Implant (%1)", {id.text()}), kImplantColour, placed.implant.whole(), placed.pose));
    edit.put(Id(id.text() + "-envelope"),
             implantBody(filled("Where the implant may come to lie (%1)", {id.text()}), kEnvelopeColour,
                         envelope(placed.implant.body(), placed.implant.length, err), placed.pose));
    for (const char* part : {"-body", "-envelope"})
        edit.madeFrom[Id(id.text() + part)] = from; // what others measure against: it does not depend on them
    edit.put(id, std::move(p));
    return edit;
}

std::unique_ptr<Operation> makePlaceDental(const LimitTable& limits)
{
    return std::make_unique<PlaceDental>(limits);
}

} // namespace pollux::implant
