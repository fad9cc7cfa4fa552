#include "plugins/implant/stress_operation.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"
#include "core/solid/revolved.h"
#include "plugins/implant/bone_material_params.h"
#include "plugins/implant/implant_load.h"
#include "plugins/implant/placement_scene.h"
#include "plugins/implant/sourced_param.h"

#include <Eigen/Geometry>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

const std::vector<std::string>& directions()
{
    static const std::vector<std::string> all{"patient's left", "patient's right", "front", "back"};
    return all;
}

} // namespace

StressOperation::StressOperation(const LimitTable& limits) : m_limits(limits) {}

OperationInfo StressOperation::info() const
{
    OperationInfo i;
    i.id = "implant.stress";
    i.name = "Stress of the bone around an implant";
    i.summary = "Computes by finite elements what a load on a placed implant does to the bone around it.";
    i.help =
        "The jaw about the implant becomes cubes (trilinear, small strain, linear, isotropic); implant and bone are "
        "bonded. Bone is held where the region cuts it; nothing else holds it: no muscle, no joint. Cubes that the "
        "implant fills in part have a modulus between (by volume). The equations are solved by conjugate gradients "
        "with "
        "multigrid, first with cubes of the edge given, then in a box about the implant with cubes of half the "
        "edge. A load above the implant's top acts as itself and a moment on its uppermost millimetre.\n\n"
        "Told are the 95th and 99th percentile of von Mises' stress and of the strain failure index in bone 0.8 to 1.8 "
        "mm from the implant. The largest value is not told: at the edge of an implant and on a staircase of cubes it "
        "grows without end as cubes get smaller. 'By the cubes' is how far the 99th percentile moved as their edge was "
        "halved.\n\n"
        "Moduli: two constants split by a value of the image, or a law of density that needs HU of a calibrated CT; "
        "each "
        "point of the image becomes a modulus before the mean of a cube is taken. Constants for the jaw in use: "
        "cortical "
        "13,700 MPa, cancellous 1,370 MPa, but direct measurement of mandibular trabecular bone gave 7 to 200 MPa "
        "(Hindawi JME 2014/470539): run both, and do not believe a ranking that flips.\n\n"
        "The strain limits, 0.73 % in tension and 1.04 % in compression, are of femora (Schileo 2014).\n\n"
        "Not validated on patients. Research and teaching only, not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList StressOperation::declare() const
{
    ParamList list;
    list.add(objectParam("plan", "Implant", "plan:implant.dental", "", "The plan with the implant that is loaded."));
    list.add(objectParam("volume", "Image", "volume", "", "The image that moduli come from."));
    list.add(objectParam("bone", "Bone", "structure:mask", "mandible|maxilla", "What carries the implant."));
    addSourced(list, "force", "Load", Unit::Newton, 100, -2000, 2000,
               "On the top millimetre of the implant, towards the bone; below 0 it pulls.",
               "100 N, usual in studies, from memory (unverified)");
    addSourced(list, "oblique", "Angle to the axis", Unit::Degree, 20, 0, 90, "Of the load against the implant's axis.",
               "20 to 30 degrees, usual in studies, from memory (unverified)");
    list.add(choiceParam("towards", "Oblique towards", directions(), "Where the load leans to."));
    Param turn = realParam("turn", "Turned about the axis", Unit::Degree, 0, -180, 180,
                           "From there about the implant's axis, clockwise seen from the head: from the patient's left "
                           "to the front.");
    turn.advanced = true;
    list.add(std::move(turn));
    addSourced(
        list, "load_height", "Load above the implant's top", Unit::Millimetre, 0, 0, 20,
        "How far above the middle of that millimetre, along the axis, the load acts: a moment of force times height "
        "comes to it.",
        "0: on the abutment itself, as a choice; the height of your crown otherwise (unverified)");
    addSourced(list, "moment", "Moment besides", Unit::NewtonMillimetre, 0, 0, 40000,
               "Bends the implant to where the load leans, as a force high above it does, besides the load itself.",
               "0: none, as a choice (unverified)", true);
    addBoneMaterial(list);
    addSourced(list, "titanium", "Implant", Unit::Megapascal, 110000, 1000, 250000, "Young's modulus of the implant.",
               "Titanium, from memory (unverified)", true);
    addSourced(list, "poisson", "Poisson's ratio", Unit::None, 0.3, 0, 0.45, "Of bone and implant.",
               "0.3, usual, from memory (unverified)", true);
    addSourced(list, "edge", "Edge of the cubes", Unit::Millimetre, 0.5, 0.2, 2, "Halved about the implant in the end.",
               "On a piece of a jaw 0.5 against 0.25 mm moved the 99th percentile by 5 to 7 % (measured, see README)",
               true);
    addSourced(list, "reach", "Bone around the implant", Unit::Millimetre, 10, 4, 40,
               "How far the model goes beyond the implant.", "A choice (unverified)", true);
    const auto limit = [&](const char* id, const char* key) {
        Param p = limitParam(m_limits.at(id), key);
        p.advanced = true;
        list.add(std::move(p));
    };
    limit("implant.strain.tension", "strain_tension");
    limit("implant.strain.compression", "strain_compression");
    limit("implant.failure_index", "failure_index");
    list.add(textParam("plan_id", "Result", "stress-1", "Id of the result to make or replace."));
    return list;
}

StressSetup StressOperation::setup(const ParamValues& v, const Vec3& axis) const
{
    StressSetup s;
    s.edge = v.real("edge");
    s.reach = v.real("reach");
    s.material = boneMaterialOf(v);
    s.implantModulus = v.real("titanium");
    s.poisson = v.real("poisson");
    s.limits = {v.real("strain_tension") / 100, v.real("strain_compression") / 100};
    const auto& all = directions();
    const auto to = static_cast<size_t>(std::find(all.begin(), all.end(), v.text("towards")) - all.begin());
    const Vec3 side = to == 0 ? Vec3(1, 0, 0) : to == 1 ? Vec3(-1, 0, 0) : to == 2 ? Vec3(0, -1, 0) : Vec3(0, 1, 0);
    const Vec3 across = acrossTowards(axis, side, v.real("turn"));
    const double angle = v.real("oblique") * std::numbers::pi / 180;
    const double force = v.real("force");
    s.load.force = force * (std::cos(angle) * axis + std::sin(angle) * across);
    s.load.arm = v.real("load_height");
    s.load.moment = -v.real("moment") * axis.cross(force < 0 ? Vec3(-across) : across);
    return s;
}

Findings StressOperation::check(const Case& c, const ParamValues& values) const
{
    Findings out = checkPlanId(c, values.text("plan_id"), kStress, "stress-2");
    if (out.empty() && isValidId(values.text("plan_id") + "-map"))
        out = checkFree(c, Id(values.text("plan_id") + "-map"), Kind::Field, IdFrom::Plan);
    if (!placedImplant(c.plan(Id(values.text("plan")))))
        out.push_back(finding(Severity::Stop, "stress.no-implant", "This plan holds no implant.",
                              "Choose one that was made by placing an implant."));
    if (c.structure(Id(values.text("bone"))).mask->empty())
        out.push_back(finding(Severity::Stop, "structure.empty", "The bone has no voxels.", "Segment it first."));
    if (values.real("force") == 0 && values.real("moment") == 0)
        out.push_back(finding(Severity::Stop, "stress.no-load", "There is no load.", "Give a force above 0."));
    else if (values.real("force") < 0)
        out.push_back(finding(Severity::Warning, "stress.pull", "The load pulls the implant out of the bone.",
                              "Give a force above 0 if it shall press."));
    const Findings material = checkBoneMaterial(c.volume(Id(values.text("volume"))), values);
    out.insert(out.end(), material.begin(), material.end());
    if (const auto at = c.lineage.find(Id(values.text("plan"))); at != c.lineage.end()) {
        const auto made = nlohmann::json::parse(at->second->parameters, nullptr, false);
        if (made.is_object() && made.value("bone", std::string()) != values.text("bone"))
            out.push_back(finding(Severity::Warning, "stress.other-bone",
                                  "The implant was placed in another structure.",
                                  "Choose the bone that it was placed in."));
    }
    return out;
}

Surface mapSurface(const DentalImplant& implant, const AxisPose& pose, double distance)
{
    // The body's outline that far away, with points every half millimetre, so that colours vary along it.
    const Outline body = implant.body();
    Outline o;
    const int steps = static_cast<int>(std::ceil(implant.length / 0.5));
    for (int n = 0; n <= steps; ++n) {
        const double along = implant.length * n / steps;
        o.points.push_back({along, body.radiusAt(along) + distance});
    }
    return revolvedSurface(o, pose, 48);
}

Field stressMap(const StressModel& model, const DentalImplant& implant, const AxisPose& pose, double distance,
                double high)
{
    const Surface surface = mapSurface(implant, pose, distance);
    return stressMap(surface, model.vonMises(surface.points()), high);
}

Field stressMap(const Surface& surface, std::vector<float> values, double high)
{
    Field f;
    f.unit = Unit::Megapascal;
    f.surface = surface;
    f.low = 0;
    f.high = std::max(high, 1e-6);
    f.lowMeans = "little stress";
    f.highMeans = "much stress";
    f.categories = {"no bone"};
    f.values = std::move(values);
    for (float& v : f.values) {
        f.category.push_back(std::isnan(v) ? 1 : 0);
        if (std::isnan(v))
            v = 0;
    }
    return f;
}

Edit StressOperation::run(const Case& c, const ParamValues& values, Job& job) const
{
    const Id planId(values.text("plan")), volumeId(values.text("volume")), boneId(values.text("bone"));
    const PlacedImplant placed = *placedImplant(c.plan(planId));
    const StressSetup s = setup(values, placed.pose.direction);
    StressModel model(c.volume(volumeId).volume, *c.structure(boneId).mask, placed.implant, placed.pose, s,
                      job.part(0, 0.3));
    const StressFrame coarse = model.exact(job.part(0.3, 0.5));
    if (coarse.cubes == 0)
        throw Error(ErrorCode::BadInput, "There is no bone beside the implant.", "Place it in the bone.");
    const StressFrame fine = model.refined(job.part(0.5, 1));
    const double badge = std::fabs(fine.p99 - coarse.p99);

    const double loadHeight = s.load.arm - placed.implant.whole().begin() - kLoadedTop / 2;
    const Id id(values.text("plan_id"));
    Plan p;
    p.name = filled("Stress around '%1'", {c.nameOf(planId)});
    p.kind = kStress;
    p.points = {{"platform", placed.pose.origin}, {"apex", placed.pose.at(placed.implant.length)}};
    const std::string edges = toText(s.edge / 2, 2);
    const auto add = [&](const char* key, const char* label, Unit unit, double v) -> PlanNumber& {
        p.numbers.push_back(number(key, label, unit, v));
        return p.numbers.back();
    };
    add("p99", "Stress of the bone, 99th percentile", Unit::Megapascal, fine.p99).note =
        filled("von Mises, 0.8 to 1.8 mm from the implant, cubes of %1 mm", {edges});
    add("by_cubes", term("of it by the cubes"), Unit::Megapascal, badge).note =
        filled("moved so far as the edge was halved from %1 mm", {toText(s.edge, 2)});
    add("p95", "Stress of the bone, 95th percentile", Unit::Megapascal, fine.p95);
    PlanNumber& index = add("failure", "Strain failure index, 99th percentile", Unit::None, fine.failure99);
    index.limit = "implant.failure_index";
    index.limitValue = values.real("failure_index");
    index.limitKind = LimitKind::AtMost;
    index.verdict = fine.failure99 > *index.limitValue ? "warning" : "ok";
    index.note = "limits of strain of femora (Schileo 2014)";
    if (s.load.force.norm() > 0) {
        add("yield", "Way of the load, in micrometres", Unit::None, 1000 * fine.displacement).note =
            "of its point, along it; bonded";
        add("load", "Load", Unit::Newton, s.load.force.norm());
        add("load_height", "Height of the load above the platform", Unit::Millimetre, loadHeight).note =
            "along the axis; with it the load turns the implant";
    }
    if (s.load.moment.norm() > 0)
        add("moment", "Moment besides", Unit::NewtonMillimetre, s.load.moment.norm());
    add("bone", "Bone in the model", Unit::Millilitre, model.boneMl());
    add("held", "Held nodes", Unit::Count, double(model.heldNodes())).note = "where the region cuts the bone";
    for (const Id& u : {boneId})
        p.used.push_back({u, c.nameOf(u), c.structure(u).state});
    if (fine.failure99 > values.real("failure_index"))
        p.findings.push_back(
            finding(Severity::Warning, "stress.fails",
                    filled("The strain failure index of the bone is %1: above 1 bone is expected to fail.",
                           {toText(fine.failure99, 2)}),
                    "Take a wider or longer implant, or less load."));
    if (badge > 0.1 * fine.p99)
        p.findings.push_back(finding(
            Severity::Note, "stress.coarse",
            filled("The stress still moves by %1 % as the cubes are halved.", {toText(100 * badge / fine.p99, 0)}),
            "Compute it with smaller cubes before you compare plans by it."));
    if (model.looseMl() > 0)
        p.findings.push_back(
            finding(Severity::Note, "stress.loose",
                    filled("%1 mL of bone hang on nothing and were left out.", {toText(model.looseMl(), 3)}),
                    "Look at the bone's mask if that is much."));
    p.findings.push_back(finding(Severity::Note, "stress.unvalidated",
                                 "Computed with moduli and loads of the literature, not validated on patients.",
                                 "Use it to compare plans, not as a prediction."));
    Edit edit;
    edit.findings = p.findings;
    Field map = stressMap(model, placed.implant, placed.pose, kStressMapDistance, fine.p99);
    map.name = filled("Stress around '%1'", {c.nameOf(planId)});
    edit.put(Id(id.text() + "-map"), std::move(map));
    edit.put(id, std::move(p));
    return edit;
}

std::unique_ptr<Operation> makeStress(const LimitTable& limits)
{
    return std::make_unique<StressOperation>(limits);
}

} // namespace pollux::implant
