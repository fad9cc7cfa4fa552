#include "plugins/implant/place_cup.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/placed_implant.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/implant_body.h"
#include "plugins/implant/joint_case.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr const char* kAsFound = "as found";

std::string sided(const char* key, Side side)
{
    return std::string(key) + "-" + std::string(name(side));
}

const char* zoneName(CupZone zone)
{
    switch (zone) {
    case CupZone::Superior:
        return term("Bone coverage, superior quarter");
    case CupZone::Anterior:
        return term("Bone coverage, anterior quarter");
    case CupZone::Posterior:
        return term("Bone coverage, posterior quarter");
    case CupZone::Inferior:
        break;
    }
    return term("Bone coverage, inferior quarter");
}

JointFrame imageFrame(Side side)
{
    JointFrame f;
    f.bone = "pelvis";
    f.side = side;
    f.axes << -Vec3::UnitY(), Vec3::UnitZ(), -Vec3::UnitX();
    f.definition = term("axes of the image, for the anterior pelvic plane is not known");
    return f;
}

} // namespace

PlaceCup::PlaceCup(const LimitTable& limits) : m_limits(limits)
{
    for (const char* id : {"cup.inclination", "cup.inclination_band", "cup.anteversion", "cup.anteversion_band",
                           "cup.contact", "cup.coverage", "cup.medial_wall", "cup.centre"})
        m_limits.at(id);
}

OperationInfo PlaceCup::info() const
{
    OperationInfo i;
    i.id = "implant.place-cup";
    i.name = "Place a hip cup";
    i.summary =
        "Sets a hemispherical cup into the acetabulum by inclination and anteversion and says how bone covers it.";
    i.help =
        "The cup is a half sphere of no maker: a parametric demonstrator. It starts at the centre of the native "
        "acetabulum (find the landmarks of the pelvis first and look at them), in the even size next to it, and is "
        "moved from there. Inclination and anteversion are set in the radiographic definition against the anterior "
        "pelvic plane and told in all three of Murray 1993 (anatomic, operative, radiographic; from memory, worked out "
        "anew): one cup, three pairs of numbers.\n\n"
        "Where that plane is not known, for the image does not show both sides, the image's axes take its place: the "
        "angles are then those of a patient who lies straight, which nobody checked.\n\n"
        "Lewinnek's band (40 +/- 10, 15 +/- 10 degrees radiographic) is told to compare with, not as a gate: cups in "
        "it dislocate, too.\n\n"
        "Bone coverage is the share of the outer half sphere with bone no further than the reach of contact, or that "
        "lies in bone which would be reamed; by quarters about the axis, superior in the middle of the first. The "
        "medial wall is the least bone behind the cup within 30 degrees of medially (exact distance map of the "
        "mask).\n\n"
        "Limits: the pelvis' mask must be filled. Of cartilage, stem, neck and motion nothing is known. Research and "
        "teaching only, not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList PlaceCup::declare() const
{
    ParamList list;
    Param pelvis = objectParam("pelvis", "Pelvis", "structure:mask", "",
                               "The bone that the cup lies in, filled; empty: that of the side.");
    pelvis.optional = true;
    list.add(pelvis);
    list.add(
        choiceParam("side", "Side", {kAsFound, "right", "left"}, "Whose acetabulum; as found where there is one."));
    Param inclination = limitParam(m_limits.at("cup.inclination"), "inclination");
    inclination.label = "Inclination, radiographic";
    inclination.min = 0;
    inclination.max = 90;
    inclination.help = "In the coronal plane, from the longitudinal axis. " + inclination.help;
    list.add(inclination);
    Param anteversion = limitParam(m_limits.at("cup.anteversion"), "anteversion");
    anteversion.label = "Anteversion, radiographic";
    anteversion.min = -45;
    anteversion.max = 60;
    anteversion.help = "Between the axis and the coronal plane; below 0: retroversion. " + anteversion.help;
    list.add(anteversion);
    list.add(realParam("diameter", "Outer diameter", Unit::Millimetre, 0, 0, 80,
                       "0: the even one next to the native acetabulum, 44 to 66 mm."));
    const auto shift = [&](const char* key, const char* label, const char* help) {
        list.add(realParam(key, label, Unit::Millimetre, 0, -30, 30, help));
    };
    shift("medial", "Shift medially", "Of the centre, from the native one; below 0: laterally.");
    shift("anterior", "Shift forwards", "Of the centre, from the native one.");
    shift("proximal", "Shift upwards", "Of the centre, from the native one; the leg becomes shorter by it.");
    const auto advanced = [&](Param p) {
        p.advanced = true;
        list.add(std::move(p));
    };
    advanced(realParam("wall", "Wall", Unit::Millimetre, 4, 1, 12, "Of shell and liner together."));
    list.add(limitParam(m_limits.at("cup.coverage"), "coverage"));
    list.add(limitParam(m_limits.at("cup.medial_wall"), "medial_wall"));
    list.add(limitParam(m_limits.at("cup.centre"), "centre_distance"));
    advanced(limitParam(m_limits.at("cup.inclination_band"), "inclination_band"));
    advanced(limitParam(m_limits.at("cup.anteversion_band"), "anteversion_band"));
    advanced(limitParam(m_limits.at("cup.contact"), "contact"));
    list.add(textParam("plan_id", "Plan", "cup-1", "Id of the plan to make or replace."));
    return list;
}

std::optional<CupSite> PlaceCup::site(const Case& c, const ParamValues& values) const
{
    const std::string& asked = values.text("side");
    std::optional<CupSite> out;
    for (const Side side : {Side::Right, Side::Left}) {
        if (asked != kAsFound && asked != name(side))
            continue;
        const Landmark* centre = landmarkOf(c, sided("acetabulum", side), side);
        if (!centre)
            continue;
        if (out)
            return {}; // both, and none is chosen
        CupSite s;
        const auto plane = frameFromCase(c, "anterior-pelvic-plane", side);
        s.byImage = !plane;
        s.frame = plane ? *plane : imageFrame(side);
        s.centre = centre->position;
        s.native = acetabulumOf(side, landmarksOf(c, side));
        out = s;
    }
    return out;
}

std::optional<Id> PlaceCup::bone(const Case& c, const ParamValues& values, const CupSite& site) const
{
    if (const std::string& named = values.text("pelvis"); !named.empty())
        return c.structures.contains(Id(named)) ? std::optional(Id(named)) : std::nullopt;
    return boneInCase(c, "pelvis", site.frame.side);
}

AcetabularCup PlaceCup::cup(const CupSite& site, const ParamValues& values) const
{
    AcetabularCup c;
    c.wall = values.real("wall");
    c.outerDiameter = values.real("diameter");
    if (c.outerDiameter <= 0) {
        if (!site.native)
            throw Error(ErrorCode::BadInput, "The size of the native acetabulum is not known: no cup can be proposed.",
                        "Give an outer diameter, or find the landmarks of the pelvis.");
        c.outerDiameter = proposedDiameter(site.native->radius);
    }
    c.check();
    return c;
}

AxisPose PlaceCup::pose(const CupSite& site, const ParamValues& values) const
{
    const JointFrame& f = site.frame;
    AxisPose p;
    p.origin = site.centre - values.real("medial") * f.lateral() + values.real("anterior") * f.anterior() +
               values.real("proximal") * f.proximal();
    p.direction = -cupAxis(f, {values.real("inclination"), values.real("anteversion")}).normalized();
    return p;
}

Findings PlaceCup::check(const Case& c, const ParamValues& values) const
{
    Findings out = checkPlanId(c, values.text("plan_id"), kCupPlan, "cup-2", {"-body"});
    const auto add = [&](Severity severity, const char* code, std::string text, std::string advice) {
        out.push_back(finding(severity, code, std::move(text), std::move(advice)));
    };
    const auto at = site(c, values);
    if (!at) {
        const bool both = values.text("side") == kAsFound &&
                          landmarkOf(c, sided("acetabulum", Side::Right), Side::Right) &&
                          landmarkOf(c, sided("acetabulum", Side::Left), Side::Left);
        if (both)
            add(Severity::Stop, "cup.side", "Both hips are known, and none is chosen.", "Choose the side.");
        else
            add(Severity::Stop, "cup.no-landmarks", "The centre of the acetabulum is not known.",
                "Find the landmarks of the pelvis first and look at them.");
        return out;
    }
    const auto bone = this->bone(c, values, *at);
    if (!bone) {
        add(Severity::Stop, "cup.no-bone", "The pelvis of this side is missing.", "Segment it, or name its structure.");
        return out;
    }
    const Structure& s = c.structure(*bone);
    if (!s.mask || s.mask->empty()) {
        add(Severity::Stop, "structure.empty", "The pelvis has no voxels.", "Segment it first.");
        return out;
    }
    if (const auto named = sideNamed(*bone, s); named && *named != at->frame.side)
        add(Severity::Stop, "cup.other-side", "The pelvis and the landmarks are of different sides.",
            "Choose the bone of the landmarks' side.");
    try {
        cup(*at, values);
        pose(*at, values);
    } catch (const Error& e) {
        add(Severity::Stop, "cup.shape", e.message(), e.advice());
    }
    if (at->byImage)
        add(Severity::Warning, "cup.no-plane",
            "The anterior pelvic plane is not known: the cup's angles are told against the image's axes and are "
            "uncertain by how the patient lies.",
            "Use an image of the whole pelvis, or set spines and pubic tubercles of both sides by hand.");
    else if (!facesForward(at->frame))
        add(Severity::Warning, "cup.facing", "The anterior pelvic plane does not face forwards.",
            "Check its landmarks, and that right and left are not exchanged.");
    if (!at->native)
        add(Severity::Warning, "cup.no-native",
            "The rim of the native acetabulum is not known: nothing to compare with.",
            "Find the landmarks of the pelvis, or set the rim's by hand.");
    if (const auto coarse = coarseVoxels(s.mask->grid(), m_limits))
        out.push_back(*coarse);
    return out;
}

std::vector<PlanNumber> PlaceCup::numbers(const CupMeasures& m, const CupSite& site, const AcetabularCup& cup,
                                          const AxisPose& pose, const ParamValues& values) const
{
    std::vector<PlanNumber> out;
    const auto add = [&](const std::string& key, const std::string& label, Unit unit, double after) -> PlanNumber& {
        out.push_back(number(key, label, unit, after));
        return out.back();
    };
    const auto judge = [](PlanNumber& n, const char* limit, double value, LimitKind which) {
        n.limit = limit;
        n.limitValue = value;
        n.limitKind = which;
        n.verdict = (which == LimitKind::AtLeast ? *n.after < value : *n.after > value) ? "warning" : "ok";
    };
    const CupOrientation now = cupOrientation(site.frame, -pose.direction);
    const std::optional<CupOrientation> was =
        site.native ? std::optional(cupOrientation(site.frame, site.native->axis)) : std::nullopt;
    struct Definition
    {
        const char *key, *inclination, *anteversion;
        CupAngles CupOrientation::*angles;
    };
    const Definition definitions[] = {
        {"radiographic", term("Inclination, radiographic, coronal plane"),
         term("Anteversion, radiographic, from the coronal plane"), &CupOrientation::radiographic},
        {"operative", term("Inclination, operative, from the sagittal plane"),
         term("Anteversion, operative, sagittal plane"), &CupOrientation::operative},
        {"anatomic", term("Inclination, anatomic, from the longitudinal axis"),
         term("Anteversion, anatomic, transverse plane"), &CupOrientation::anatomic},
    };
    const char* plane =
        site.byImage ? term("against the image's axes: uncertain") : term("against the anterior pelvic plane");
    for (const Definition& d : definitions)
        for (const auto& [key, label, angle] : {std::tuple("inclination_", d.inclination, &CupAngles::inclination),
                                                std::tuple("anteversion_", d.anteversion, &CupAngles::anteversion)}) {
            PlanNumber& n = add(std::string(key) + d.key, label, Unit::Degree, now.*d.angles.*angle);
            n.note = plane;
            if (was)
                n.before = (*was).*d.angles.*angle;
        }
    // The middle of the band is the table's, whatever the cup is set to.
    for (const auto& [key, label, angle] :
         {std::tuple("inclination", term("Inclination off the middle of Lewinnek's band, radiographic"),
                     &CupAngles::inclination),
          std::tuple("anteversion", term("Anteversion off the middle of Lewinnek's band, radiographic"),
                     &CupAngles::anteversion)}) {
        const std::string limit = std::string("cup.") + key + "_band";
        const double middle = m_limits.at(std::string("cup.") + key).value,
                     half = values.real(std::string(key) + "_band");
        PlanNumber& n =
            add(std::string(key) + "_off_band", label, Unit::Degree, std::fabs(now.radiographic.*angle - middle));
        if (was)
            n.before = std::fabs(was->radiographic.*angle - middle);
        n.note = filled("band of %1 to %2 degrees: to compare with, no gate (unverified)",
                        {toText(middle - half, 0), toText(middle + half, 0)});
        judge(n, limit.c_str(), half, LimitKind::AtMost);
    }
    PlanNumber& size = add("diameter", "Outer diameter", Unit::Millimetre, cup.outerDiameter);
    if (site.native)
        size.before = 2 * site.native->radius;
    if (values.real("diameter") <= 0)
        size.note = "proposed: the even one next to the native acetabulum";
    judge(add("coverage", "Bone coverage", Unit::Percent, 100 * m.coverage), "cup.coverage", values.real("coverage"),
          LimitKind::AtLeast);
    for (const CupZone z : kCupZones)
        add("coverage_" + std::to_string(static_cast<int>(z)), zoneName(z), Unit::Percent,
            100 * m.zones[static_cast<size_t>(z)]);
    PlanNumber& wall = add("medial_wall", "Medial wall, least", Unit::Millimetre, m.medialWall);
    wall.place = m.medialPlace;
    judge(wall, "cup.medial_wall", values.real("medial_wall"), LimitKind::AtLeast);
    if (m.medialWall <= 0)
        wall.verdict = "stop";
    const Vec3 moved = pose.origin - site.centre;
    PlanNumber& centre = add("centre", "Centre of rotation from the native one", Unit::Millimetre, moved.norm());
    centre.place = pose.origin;
    judge(centre, "cup.centre", values.real("centre_distance"), LimitKind::AtMost);
    add("centre_lateral", "Centre of rotation, laterally", Unit::Millimetre, moved.dot(site.frame.lateral())).note =
        "below 0: medially, which shortens the hip's offset unless the stem's femoral offset makes up for it";
    add("centre_anterior", "Centre of rotation, forwards", Unit::Millimetre, moved.dot(site.frame.anterior()));
    add("centre_proximal", "Centre of rotation, upwards", Unit::Millimetre, moved.dot(site.frame.proximal())).note =
        "the leg becomes shorter by it unless the stem makes up for it";
    return out;
}

Findings PlaceCup::judged(const CupMeasures& m, const CupSite& site, const AxisPose& pose,
                          const ParamValues& values) const
{
    Findings out;
    const auto add = [&](Severity severity, const char* code, std::string text, const char* advice, const char* limit) {
        out.push_back(finding(severity, code, std::move(text), advice));
        out.back().limit = limit;
    };
    if (const auto beyond = beyondImage(m.outside))
        out.push_back(*beyond);
    if (site.byImage)
        add(Severity::Warning, "cup.no-plane",
            "Angles are told against the image's axes, for the anterior pelvic plane is not known: they are uncertain.",
            "Do not compare them with bands or with other patients.", "");
    const CupAngles a = cupOrientation(site.frame, -pose.direction).radiographic;
    const auto off = [&](const char* middle, const char* band, double angle) {
        return std::fabs(angle - m_limits.at(middle).value) > values.real(band);
    };
    if (off("cup.inclination", "inclination_band", a.inclination))
        add(Severity::Note, "cup.inclination",
            filled("A radiographic inclination of %1 degrees lies outside Lewinnek's band.",
                   {toText(a.inclination, 1)}),
            "Compare it with the native one and with the patient's posture; the band is criticised and is no gate.",
            "cup.inclination_band");
    if (off("cup.anteversion", "anteversion_band", a.anteversion))
        add(Severity::Note, "cup.anteversion",
            filled("A radiographic anteversion of %1 degrees lies outside Lewinnek's band.",
                   {toText(a.anteversion, 1)}),
            "Compare it with the native one and with the patient's posture; the band is criticised and is no gate.",
            "cup.anteversion_band");
    if (m.coverage <= 0)
        add(Severity::Stop, "cup.off", "The cup lies nowhere in bone.", "Move it into the acetabulum.", "cup.coverage");
    else if (100 * m.coverage < values.real("coverage"))
        add(Severity::Warning, "cup.coverage", filled("Bone covers %1 % of the cup.", {toText(100 * m.coverage, 0)}),
            "Move it medially, turn it, or take a smaller one.", "cup.coverage");
    if (m.coverage > 0 && m.medialWall < values.real("medial_wall")) {
        if (m.medialWall <= 0)
            add(Severity::Stop, "cup.breach", "No bone is left behind the cup medially: it breaches the pelvis.",
                "Move it laterally, or take a smaller one.", "cup.medial_wall");
        else
            add(Severity::Warning, "cup.medial-wall",
                filled("Only %1 mm of bone are left behind the cup medially.", {toText(m.medialWall, 1)}),
                "Move it laterally, or take a smaller one.", "cup.medial_wall");
        out.back().place = m.medialPlace;
    }
    const double moved = (pose.origin - site.centre).norm();
    if (moved > values.real("centre_distance")) {
        add(Severity::Warning, "cup.centre",
            filled("The centre of rotation lies %1 mm from the native one.", {toText(moved, 1)}),
            "Move it back, or make up for it with the stem.", "cup.centre");
        out.back().place = pose.origin;
    }
    return out;
}

Edit PlaceCup::run(const Case& c, const ParamValues& values, Job& job) const
{
    const auto at = site(c, values);
    if (!at)
        throw Error(ErrorCode::BadInput, "The centre of the acetabulum is not known.",
                    "Find the landmarks of the pelvis first and look at them, and choose the side.");
    const auto bone = this->bone(c, values, *at);
    if (!bone)
        throw Error(ErrorCode::BadInput, "The pelvis of this side is missing.", "Segment it, or name its structure.");
    const AcetabularCup cup = this->cup(*at, values);
    const AxisPose pose = this->pose(*at, values);
    const Structure& pelvis = c.structure(*bone);
    const CupScene scene(*pelvis.mask, at->frame, pose.origin, cup.outerRadius() + kCupReach, job.part(0, 0.8));
    const CupMeasures m = scene.measure(cup, pose, values.real("contact"));
    job.checkStop();

    const Id id(values.text("plan_id"));
    const Side side = at->frame.side;
    Plan p;
    p.name = filled("Cup %1 mm, %2", {toText(cup.outerDiameter, 0), id.text()});
    p.kind = kCupPlan;
    p.points = {{"centre", pose.origin}, {"dome", pose.at(cup.outerRadius())}};
    p.numbers = numbers(m, *at, cup, pose, values);
    p.findings = judged(m, *at, pose, values);
    const auto image = imageOf(c, *pelvis.mask);
    for (Finding& f : stateOfBone(c, image, *bone, m_limits, job.part(0.8, 0.95)))
        p.findings.push_back(std::move(f));
    p.findings.push_back(
        finding(Severity::Note, "cup.frame", filled("Axes of the pelvis: %1.", {at->frame.definition}), ""));
    p.used.push_back({*bone, pelvis.name, pelvis.state});
    p.detail = placedDetail(PlacedShape{cup, pose, {}});

    Edit edit;
    edit.findings = p.findings;
    std::vector<Id> from{*bone};
    if (image)
        from.push_back(*image);
    for (const Id& l : frameSources(c, "anterior-pelvic-plane", side))
        from.push_back(l);
    for (const char* key : {"acetabulum", "acetabulum-dome", "acetabulum-rim-superior", "acetabulum-rim-anterior",
                            "acetabulum-rim-posterior"})
        if (const Id l(sided(key, side));
            c.landmarks.contains(l) && std::find(from.begin(), from.end(), l) == from.end())
            from.push_back(l);
    edit.alsoRead = from;
    const Id body(id.text() + "-body");
    edit.madeFrom[id] = from;
    edit.madeFrom[body] = from;
    edit.put(body, cupBody(filled("Cup (%1)", {id.text()}), cup, pose));
    edit.put(id, std::move(p));
    return edit;
}

Structure cupBody(std::string name, const AcetabularCup& cup, const AxisPose& pose)
{
    constexpr int kAround = 96; // corners
    return implantBody(std::move(name), kImplantColour, cup.surface(pose, kAround), cup.volume());
}

std::unique_ptr<Operation> makePlaceCup(const LimitTable& limits)
{
    return std::make_unique<PlaceCup>(limits);
}

} // namespace pollux::implant
