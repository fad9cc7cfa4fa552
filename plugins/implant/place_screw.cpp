#include "plugins/implant/place_screw.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/placed_implant.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/implant_body.h"
#include "plugins/implant/screw_first_pose.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kUsualDiameter = 6.5; // mm, of this program's demonstrator

/// Angle of an axis in a plane of the body, from `zero` towards `ninety`, as a screw is told: 0 to 90, signed.
std::optional<double> projected(const Vec3& axis, const Vec3& zero, const Vec3& ninety)
{
    const double a = axis.dot(zero), b = axis.dot(ninety);
    if (std::hypot(a, b) < 0.35)
        return {}; // it stands on that plane within some 20 degrees: its angle there says little
    return std::atan2(b, std::fabs(a)) * 180 / std::numbers::pi;
}

ScrewPoseRules rulesOf(const ParamValues& values)
{
    return {values.real("pedicle_wall"), values.real("pedicle_share"), values.real("subchondral"),
            values.real("length_step")};
}

} // namespace

PlaceScrew::PlaceScrew(const LimitTable& limits) : m_limits(limits) {}

OperationInfo PlaceScrew::info() const
{
    OperationInfo i;
    i.id = "implant.place-screw";
    i.name = "Place a bone screw";
    i.summary = "Puts a pedicle or cannulated screw into a bone and says whether it breaches it and what it keeps away "
                "from.";
    i.help =
        "The screw is a body of revolution of the measures given, of no maker: over its thread while planning, with "
        "the thread in the STEP file. Its head lies at the entry point, its axis goes to the target; without a length "
        "its tip is at the target.\n\n"
        "Bone beside the screw is the least thickness along its normals (exact distance map of the mask, Felzenszwalb "
        "and Huttenlocher 2012), from half a diameter behind the place where half of a ring of it has entered the "
        "bone; "
        "below 0 it is a breach, graded as Gertzbein and Robbins grade pedicle screws (A none, B below 2, C below 4, D "
        "below 6 mm, E more; from memory, unverified). The bone must be filled: marrow that its mask leaves out counts "
        "as outside.\n\n"
        "Angles are those of the axis in the body's planes: transverse, from the sagittal direction, positive towards "
        "the patient's left; sagittal, from the horizontal, positive towards the head.\n\n"
        "Along a pedicle or the femoral neck a first pose is made by rule from the landmarks of the bone: through the "
        "pedicle's isthmus, the diameter the largest that leaves a wall on each side, or along the neck's axis from "
        "the "
        "side of the femur to short of the head's surface. These rules are choices, unverified: look at the pose and "
        "move "
        "it.\n\n"
        "Values around the screw are taken up to 1 mm from its thread within bone.\n\n"
        "The chance of a breach takes the error at entry and tip that a study reports, normal in size, in any "
        "direction "
        "across the axis, the two ends apart from each other; it is summed over 8192 screws that are shifted so, the "
        "same on every run. The chance of meeting what it keeps away from takes every direction as likely as any other "
        "and a flat wall. The envelope is what 95 of 100 stay within. The figures are of a navigated robotic arm in "
        "the lumbar spine: of guides, of free hand and of other bones give your own.\n\n"
        "Limits: what is not in the case is not known. Research and teaching only, not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList PlaceScrew::declare() const
{
    ParamList list;
    list.add(objectParam("volume", "Image", "volume", "", "The image that the values around the screw come from."));
    list.add(objectParam("bone", "Bone", "structure:mask", "", "What the screw holds in, filled."));
    Param avoid =
        objectsParam("avoid", "Keep away from", "structure", "Vessels, nerves, joints that it must not meet.");
    avoid.optional = true;
    list.add(avoid);
    list.add(choiceParam("along", "Along", {kByPoints, kLeftPedicle, kRightPedicle, kFemoralNeck},
                         "What the axis follows where no points are given: landmarks of this bone."));
    Param entry = pointParam("entry", "Entry", "On the bone's surface: below the head; empty: by what it goes along.");
    entry.optional = true;
    list.add(std::move(entry));
    Param target = pointParam("target", "Target", "Where the axis goes; empty: by what it goes along.");
    target.optional = true;
    list.add(std::move(target));
    list.add(realParam("diameter", "Diameter", Unit::Millimetre, 0, 0, 12,
                       "Over the thread; 0: as proposed for the pedicle that it goes along, else 6.5 mm."));
    list.add(realParam("length", "Length", Unit::Millimetre, 0, 0, 200, "Below the head; 0: to the target."));
    const auto advanced = [&](Param p) {
        p.advanced = true;
        list.add(std::move(p));
    };
    advanced(realParam("thread_length", "Length of the thread", Unit::Millimetre, 0, 0, 200,
                       "From the tip back; 0: all of it."));
    advanced(
        realParam("cannulation", "Bore", Unit::Millimetre, 0, 0, 6, "Diameter of a cannulated screw's bore; 0: none."));
    advanced(
        realParam("thread_pitch", "Pitch of the thread", Unit::Millimetre, 2.7, 0.5, 6, "In the CAD model alone."));
    advanced(realParam("thread_depth", "Depth of the thread", Unit::Millimetre, 0.8, 0, 2,
                       "In the CAD model, and the core where it has no thread."));
    advanced(realParam("head_diameter", "Diameter of the head", Unit::Millimetre, 9, 3, 25, "Of a cylinder."));
    advanced(realParam("head_height", "Height of the head", Unit::Millimetre, 5, 0, 20, "0: none."));
    list.add(limitParam(m_limits.at("screw.wall"), "wall"));
    list.add(limitParam(m_limits.at("screw.ahead"), "ahead"));
    list.add(limitParam(m_limits.at("screw.avoid"), "avoid_distance"));
    advanced(limitParam(m_limits.at("screw.implant"), "implant_distance"));
    advanced(limitParam(m_limits.at("screw.grade_b"), "grade_b"));
    advanced(limitParam(m_limits.at("screw.grade_c"), "grade_c"));
    advanced(limitParam(m_limits.at("screw.grade_d"), "grade_d"));
    advanced(limitParam(m_limits.at("execution.screw.entry"), "error_entry"));
    advanced(limitParam(m_limits.at("execution.screw.entry_sd"), "error_entry_sd"));
    advanced(limitParam(m_limits.at("execution.screw.tip"), "error_tip"));
    advanced(limitParam(m_limits.at("execution.screw.tip_sd"), "error_tip_sd"));
    advanced(limitParam(m_limits.at("execution.screw.breach"), "breach_chance"));
    advanced(limitParam(m_limits.at("execution.screw.contact"), "contact_chance"));
    advanced(limitParam(m_limits.at("screw.pedicle_wall"), "pedicle_wall"));
    advanced(limitParam(m_limits.at("screw.pedicle_share"), "pedicle_share"));
    advanced(limitParam(m_limits.at("screw.subchondral"), "subchondral"));
    advanced(limitParam(m_limits.at("screw.length_step"), "length_step"));
    list.add(textParam("plan_id", "Plan", "screw-1", "Id of the plan to make or replace."));
    return list;
}

ParamValues PlaceScrew::posed(const Case& c, const ParamValues& given, std::optional<ScrewFirstPose>* first) const
{
    ParamValues values = given;
    const bool points = given.has("entry") || given.has("target");
    const std::string& along = given.text("along");
    if (points && !(given.has("entry") && given.has("target")))
        throw Error(ErrorCode::BadInput, "Of the screw only one of entry and target is given.",
                    "Set both, or neither and what it goes along.");
    if (along == kByPoints) {
        if (!points)
            throw Error(ErrorCode::BadInput, "The screw has neither entry nor target.",
                        "Set both, or choose what it goes along.");
        if (!(given.real("diameter") > 0))
            values.set("diameter", kUsualDiameter);
        return values;
    }
    const bool wanted = !points || !(given.real("diameter") > 0);
    if (!wanted)
        return values;
    const ScrewFirstPose pose = screwFirstPose(c, along, Id(given.text("bone")), rulesOf(given));
    if (first)
        *first = pose;
    if (!points) {
        values.set("entry", pose.entry);
        values.set("target", pose.target);
        if (!(given.real("length") > 0))
            values.set("length", pose.length);
    }
    if (!(given.real("diameter") > 0)) {
        values.set("diameter", pose.diameter > 0 ? pose.diameter : kUsualDiameter);
    }
    return values;
}

std::vector<Id> PlaceScrew::tellAlong(Plan& plan, const Case& c, const ParamValues& values,
                                      std::optional<ScrewFirstPose> first) const
{
    const std::string& along = values.text("along");
    if (along == kByPoints)
        return {};
    try {
        if (!first)
            first = screwFirstPose(c, along, Id(values.text("bone")), rulesOf(values));
    } catch (const Error&) { // the points are given, its landmarks are not
        return {};
    }
    const ScrewFirstPose& pose = *first;
    Findings& findings = plan.findings;
    findings.push_back(finding(Severity::Note, "screw.first-pose", pose.rule,
                               "The rule is where to start from: look at the pose and move it."));
    if (!(pose.width > 0))
        return pose.from;
    PlanNumber width = number("pedicle_width", "Width of the pedicle", Unit::Millimetre, pose.width);
    width.note =
        filled("narrowest section on the landmarks' axis; proposed diameter %1 mm", {toText(pose.diameter, 1)});
    plan.numbers.push_back(std::move(width));
    const double percent = 100 * values.real("diameter") / pose.width, most = values.real("pedicle_share");
    PlanNumber share = number("pedicle_share", "Share of the pedicle that the screw takes", Unit::Percent, percent);
    share.limit = "screw.pedicle_share";
    share.limitValue = most;
    share.limitKind = LimitKind::AtMost;
    share.verdict = percent > most ? "warning" : "ok";
    plan.numbers.push_back(std::move(share));
    if (percent > most) {
        findings.push_back(finding(Severity::Warning, "screw.pedicle-share",
                                   filled("The screw takes %1 % of the pedicle's width of %2 mm.",
                                          {toText(percent, 0), toText(pose.width, 1)}),
                                   "Take a thinner one, or look whether the pedicle is measured rightly."));
        findings.back().limit = "screw.pedicle_share";
    }
    if (!pose.fits)
        findings.push_back(
            finding(Severity::Warning, "screw.pedicle-narrow",
                    filled("Even the thinnest screw proposed leaves less than %1 mm of the pedicle on each side.",
                           {toText(values.real("pedicle_wall"), 1)}),
                    "Look at the pedicle in the image, or choose another way."));
    return pose.from;
}

ScrewScene::Inputs PlaceScrew::inputs(const ParamValues& values) const
{
    ScrewScene::Inputs in;
    in.volume = Id(values.text("volume"));
    in.bone = Id(values.text("bone"));
    for (const std::string& t : values.list("avoid"))
        if (isValidId(t))
            in.avoid.emplace_back(t);
    if (isValidId(values.text("plan_id")))
        in.self = Id(values.text("plan_id"));
    return in;
}

AxisPose PlaceScrew::pose(const ParamValues& values) const
{
    AxisPose p;
    if (!values.has("entry") || !values.has("target"))
        throw Error(ErrorCode::BadInput, "The screw has neither entry nor target.",
                    "Set both, or choose what it goes along.");
    p.origin = values.point("entry");
    const Vec3 d = values.point("target") - p.origin;
    if (!(d.norm() > 1))
        throw Error(ErrorCode::BadInput, "Entry and target of the screw lie at the same place.",
                    "Set the target deeper in the bone.");
    p.direction = d.normalized();
    return p;
}

ScrewExecution PlaceScrew::execution(const ParamValues& values) const
{
    return {{values.real("error_entry"), values.real("error_entry_sd"), values.real("error_tip"),
             values.real("error_tip_sd")},
            values.real("grade_b"),
            values.real("avoid_distance")};
}

BoneScrew PlaceScrew::screw(const ParamValues& values) const
{
    BoneScrew s;
    s.diameter = values.real("diameter");
    s.length =
        values.real("length") > 0 ? values.real("length") : (values.point("target") - values.point("entry")).norm();
    s.threadLength = values.real("thread_length") > 0 ? std::min(values.real("thread_length"), s.length) : s.length;
    s.cannulation = values.real("cannulation");
    s.threadPitch = values.real("thread_pitch");
    s.threadDepth = values.real("thread_depth");
    s.headDiameter = values.real("head_diameter");
    s.headHeight = values.real("head_height");
    return s;
}

Findings PlaceScrew::check(const Case& c, const ParamValues& given) const
{
    Findings out = checkPlanId(c, given.text("plan_id"), kScrewPlan, "screw-2", {"-body", "-envelope"});
    const auto stop = [&](const char* code, std::string text, std::string advice) {
        out.push_back(finding(Severity::Stop, code, std::move(text), std::move(advice)));
    };
    ParamValues values = given;
    try {
        values = posed(c, given);
        pose(values);
        screw(values).check();
    } catch (const Error& e) {
        stop("screw.shape", e.message(), e.advice());
    }
    const Mask& bone = *c.structure(Id(values.text("bone"))).mask;
    if (bone.empty())
        stop("structure.empty", "The bone has no voxels.", "Segment it first.");
    const Grid& grid = c.volume(Id(values.text("volume"))).volume.grid();
    if (!values.has("entry"))
        return out; // said above
    const Index3 at = grid.nearest(values.point("entry"));
    if (!grid.contains(at[0], at[1], at[2]))
        stop("screw.outside", "The entry of the screw lies outside the image.", "Set it on the image.");
    else if (const auto coarse = coarseVoxels(grid, m_limits))
        out.push_back(*coarse);
    for (const Id& id : inputs(values).avoid)
        if (const auto unknown = unknownDistance(id, c.structure(id), "screw.no-shape"))
            out.push_back(*unknown);
    return out;
}

std::vector<PlanNumber> PlaceScrew::numbers(const ScrewMeasures& m, const AxisPose& pose, const ParamValues& values,
                                            const std::string& why) const
{
    std::vector<PlanNumber> out;
    const auto judge = [&](PlanNumber n, const char* limit, double value, bool stopBelowZero) {
        n.limit = limit;
        n.limitValue = value;
        n.limitKind = LimitKind::AtLeast;
        n.verdict = *n.after < value ? stopBelowZero && *n.after < 0 ? "stop" : "warning" : "ok";
        out.push_back(std::move(n));
    };
    if (m.wallKnown) {
        PlanNumber n = number("wall", "Least bone beside the screw", Unit::Millimetre, m.wall);
        n.place = m.wallPlace;
        n.note = filled("breach grade %1 (Gertzbein and Robbins, unverified)",
                        {std::string(1, breachGrade(-m.wall, values.real("grade_b"), values.real("grade_c"),
                                                    values.real("grade_d")))});
        judge(std::move(n), "screw.wall", values.real("wall"), -m.wall >= values.real("grade_b"));
    }
    judge(number("ahead", "Bone ahead of the tip", Unit::Millimetre, m.aheadOfTip), "screw.ahead", values.real("ahead"),
          true);
    out.push_back(number("in_bone", "Axis in bone", Unit::Percent, 100 * m.inBone));
    out.push_back(number("entry", "Entry below the head", Unit::Millimetre, m.entry));
    if (m.avoided) {
        PlanNumber n = number("avoid", term("Distance to what it keeps away from"), Unit::Millimetre, m.avoided->mm);
        n.note = filled("nearest: %1", {m.avoided->name});
        n.place = m.avoided->onImplant;
        judge(std::move(n), "screw.avoid", values.real("avoid_distance"), true);
    }
    if (m.implant) {
        PlanNumber n = number("implant", term("Distance to other implants"), Unit::Millimetre, m.implant->mm);
        n.note = filled("nearest: %1", {m.implant->name});
        n.place = m.implant->onImplant;
        judge(std::move(n), "screw.implant", values.real("implant_distance"), true);
    }
    // Body axes: LPS.
    if (const auto a = projected(pose.direction, Vec3::UnitY(), Vec3::UnitX())) {
        out.push_back(number("transverse", "Angle in the transverse plane", Unit::Degree, *a));
        out.back().note = "from the sagittal direction, positive: to the patient's left";
    }
    if (const auto a = projected(pose.direction, Vec3::UnitY(), Vec3::UnitZ())) {
        out.push_back(number("sagittal", "Angle in the sagittal plane", Unit::Degree, *a));
        out.back().note = "from the horizontal, positive: to the head";
    }
    if (m.densitySamples > 0) {
        const Unit unit = why.empty() ? Unit::Hounsfield : Unit::GreyValue;
        out.push_back(number("density", "Values around the screw, mean", unit, m.densityMean));
        out.push_back(number("density_sd", "Values around the screw, spread", unit, m.densitySd));
    }
    const auto chance = [&](const char* key, const char* label, double share, std::string note) -> PlanNumber& {
        out.push_back(number(key, label, Unit::Percent, 100 * share));
        out.back().note = std::move(note);
        return out.back();
    };
    const auto atMost = [](PlanNumber& n, const char* limit, double value) {
        n.limit = limit;
        n.limitValue = value;
        n.limitKind = LimitKind::AtMost;
        n.verdict = *n.after > value ? "warning" : "ok";
    };
    if (m.breach) {
        chance("breach_any", term("Chance of a breach"), m.breach->any,
               term("by the error of execution, in any direction"));
        atMost(chance("breach_beyond", term("Chance of a breach beyond grade B"), m.breach->beyond,
                      filled("by %1 mm or more, by the error of execution", {toText(values.real("grade_b"), 1)})),
               "execution.screw.breach", values.real("breach_chance"));
    }
    if (m.endangered) {
        PlanNumber& n = chance("avoid_contact", term("Chance of contact"), m.endangered->chanceOfContact,
                               filled("likeliest: %1", {m.endangered->name}));
        n.place = m.endangered->onImplant;
        atMost(n, "execution.screw.contact", values.real("contact_chance"));
        chance("avoid_below", term("Chance of coming nearer than wanted"), m.endangered->chanceBelowLimit,
               filled("of: %1", {m.endangered->name}));
    }
    return out;
}

Findings PlaceScrew::judged(const ScrewMeasures& m, const ParamValues& values) const
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
    if (!m.wallKnown)
        out.push_back(finding(Severity::Stop, "screw.not-in-bone", "The screw is nowhere in bone by half of its girth.",
                              "Move it, or take a thinner one."));
    else if (m.wall < 0)
        add(-m.wall < values.real("grade_b") ? Severity::Warning : Severity::Stop, "screw.breach",
            filled("The screw breaches the bone by %1 mm.", {toText(-m.wall, 1)}), "Move it, or take a thinner one.",
            "screw.wall", m.wallPlace);
    if (m.aheadOfTip < 0)
        out.push_back(finding(Severity::Warning, "screw.tip-out", "The tip of the screw lies out of the bone.",
                              "Take a shorter one, unless it is meant to hold in both cortices."));
    if (m.avoided && m.avoided->mm < values.real("avoid_distance"))
        add(m.avoided->mm < 0 ? Severity::Stop : Severity::Warning, "screw.near",
            filled("The screw comes as near as %1 mm to '%2'.", {toText(m.avoided->mm, 1), m.avoided->name}),
            "Move it, or take a shorter one.", "screw.avoid", m.avoided->onImplant);
    if (m.implant && m.implant->mm < values.real("implant_distance"))
        add(m.implant->mm < 0 ? Severity::Stop : Severity::Warning, "screw.near-implant",
            filled("The screw comes as near as %1 mm to '%2'.", {toText(m.implant->mm, 1), m.implant->name}),
            "Move one of them.", "screw.implant", m.implant->onImplant);
    // What is so already where it is planned stands above.
    if (m.breach && m.wallKnown && -m.wall < values.real("grade_b") &&
        100 * m.breach->beyond > values.real("breach_chance"))
        add(Severity::Warning, "screw.may-breach",
            filled("With the error of execution %1 of 100 such screws breach the bone by %2 mm or more.",
                   {toText(100 * m.breach->beyond, 0), toText(values.real("grade_b"), 1)}),
            "Move it to the middle of the bone, or take a thinner one.", "execution.screw.breach", m.wallPlace);
    if (m.endangered && m.endangered->mm >= 0 && 100 * m.endangered->chanceOfContact > values.real("contact_chance"))
        add(Severity::Warning, "screw.may-meet",
            filled("With the error of execution %1 of 100 such screws touch '%2'.",
                   {toText(100 * m.endangered->chanceOfContact, 0), m.endangered->name}),
            "Move it away, or take a shorter one.", "execution.screw.contact", m.endangered->onImplant);
    return out;
}

Edit PlaceScrew::run(const Case& c, const ParamValues& given, Job& job) const
{
    std::optional<ScrewFirstPose> first; // its section of the pedicle is measured once
    const ParamValues values = posed(c, given, &first);
    const BoneScrew s = screw(values);
    s.check();
    const AxisPose at = pose(values);
    const ScrewScene::Inputs in = inputs(values);
    const ScrewScene scene(c, in, at.at(s.length / 2), s.length / 2 + kScrewReach, job.part(0, 0.9));
    const ScrewExecution likely = execution(values);
    const ScrewMeasures m = scene.measure(s, at, likely);

    const Id id(values.text("plan_id"));
    Plan p;
    p.name = filled("Screw %1 x %2 mm, %3", {toText(s.diameter, 1), toText(s.length, 1), id.text()});
    p.kind = kScrewPlan;
    p.points = {{"entry", at.origin}, {"tip", at.at(s.length)}};
    p.numbers = numbers(m, at, values, uncalibrated(c.volume(in.volume)));
    p.findings = judged(m, values);
    for (Finding& f : stateOfBone(c, in.volume, in.bone, m_limits, job.part(0.9, 0.95)))
        p.findings.push_back(std::move(f));
    std::vector<Id> from{in.volume, in.bone};
    const std::vector<Id> along = tellAlong(p, c, values, std::move(first));
    from.insert(from.end(), along.begin(), along.end());
    from.insert(from.end(), in.avoid.begin(), in.avoid.end());
    for (const Id& u : from)
        if (c.structures.contains(u))
            p.used.push_back({u, c.nameOf(u), c.structure(u).state});
    p.detail = placedDetail(PlacedShape{s, at, {}});

    Edit edit;
    edit.findings = p.findings;
    edit.alsoRead = from;
    edit.alsoRead.insert(edit.alsoRead.end(), scene.others().begin(), scene.others().end());
    const Id body(id.text() + "-body");
    edit.madeFrom[id] = edit.alsoRead;
    edit.madeFrom[body] = from; // what others measure against: it does not depend on them
    edit.put(body, implantBody(filled("Screw (%1)", {id.text()}), kImplantColour, s.whole(), at));
    const Id envelopeBody(id.text() + "-envelope");
    edit.madeFrom[envelopeBody] = from;
    edit.put(envelopeBody, implantBody(filled("Where the screw may come to lie (%1)", {id.text()}), kEnvelopeColour,
                                       envelope(s.body(), s.length, likely.error), at));
    edit.put(id, std::move(p));
    return edit;
}

std::unique_ptr<Operation> makePlaceScrew(const LimitTable& limits)
{
    return std::make_unique<PlaceScrew>(limits);
}

} // namespace pollux::implant
