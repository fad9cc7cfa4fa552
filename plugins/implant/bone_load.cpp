#include "plugins/implant/bone_load.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/image/mask_volume.h"
#include "core/image/morphology.h"
#include "core/mesh/extract.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/bone_load_model.h"
#include "plugins/implant/bone_material_params.h"
#include "plugins/implant/bone_places.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/sourced_param.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pollux::implant {

namespace {

constexpr double kMapDepth = 1.0; // mm below the surface: cubes at the surface hold bone in part
constexpr double kMapTriangles = 40000;

constexpr const char* kAtPoint = "the point";
constexpr const char* kTowardsPoint = "towards the point, or the feet";

/// Those of BoneSupport, then rules that become one of them.
enum Held { kHighestSides = 4, kHindmostSides, kLowerEnd, kUpperEnd };

const std::vector<std::string>& supports()
{
    static const std::vector<std::string> all{"ends that the image cuts",
                                              "below a point",
                                              "above a point",
                                              "around points",
                                              "highest places of both sides",
                                              "hindmost places of both sides",
                                              "lower end",
                                              "upper end"};
    return all;
}

int heldOf(const ParamValues& v)
{
    const auto& all = supports();
    return static_cast<int>(std::find(all.begin(), all.end(), v.text("held")) - all.begin());
}

BoneSupport supportOf(const ParamValues& v)
{
    switch (const int held = heldOf(v)) {
    case kHighestSides:
    case kHindmostSides:
        return BoneSupport::Points;
    case kLowerEnd:
        return BoneSupport::Below;
    case kUpperEnd:
        return BoneSupport::Above;
    default:
        return static_cast<BoneSupport>(held);
    }
}

/// The choices of "at": the point, then places by a rule.
std::vector<std::string> loadPlaces()
{
    std::vector<std::string> all{kAtPoint};
    all.insert(all.end(), bonePlaceNames().begin(), bonePlaceNames().end());
    return all;
}

const std::vector<std::pair<std::string, Vec3>>& directions()
{
    static const std::vector<std::pair<std::string, Vec3>> all{
        {"to the feet", -Vec3::UnitZ()}, {"to the head", Vec3::UnitZ()}, {"backwards", Vec3::UnitY()},
        {"forwards", -Vec3::UnitY()},    {"to the left", Vec3::UnitX()}, {"to the right", -Vec3::UnitX()}};
    return all;
}

std::vector<std::string> directionNames()
{
    std::vector<std::string> all{kTowardsPoint};
    for (const auto& [name, direction] : directions())
        all.push_back(name);
    return all;
}

Vec3 loadPoint(const Mask& bone, const ParamValues& v, const Job& job)
{
    const auto& names = bonePlaceNames();
    const auto rule = std::find(names.begin(), names.end(), v.text("at"));
    return rule == names.end() ? v.point("point") : bonePlace(bone, static_cast<BonePlace>(rule - names.begin()), job);
}

/// Unit; nullopt where the load points to where it acts.
std::optional<Vec3> loadDirection(const Vec3& at, const ParamValues& v)
{
    for (const auto& [name, direction] : directions())
        if (v.text("direction") == name)
            return direction;
    if (!v.has("towards"))
        return Vec3(0, 0, -1);
    const Vec3 way = v.point("towards") - at;
    return way.norm() > 0.1 ? std::optional<Vec3>(way.normalized()) : std::nullopt;
}

Error noDirection()
{
    return {ErrorCode::BadInput, "The load points to where it acts: it has no direction.", "Move the point 'Towards'."};
}

std::vector<Vec3> heldPoints(const ParamValues& v)
{
    std::vector<Vec3> out;
    for (const char* key : {"held_point", "held_point_2", "held_point_3"})
        if (v.has(key) && v.point(key).allFinite())
            out.push_back(v.point(key));
    return out;
}

/// Of the bone's largest part, for an island's end holds nothing.
std::vector<Vec3> heldPlaces(const Mask& bone, const ParamValues& v, const Job& job)
{
    switch (heldOf(v)) {
    case kHighestSides:
        return bonePlaceOfBothSides(bone, BonePlace::Highest, job);
    case kHindmostSides:
        return bonePlaceOfBothSides(bone, BonePlace::Hindmost, job);
    case kLowerEnd:
        return {bonePlace(bone, BonePlace::Lowest, job) + v.real("held_radius") * Vec3::UnitZ()};
    case kUpperEnd:
        return {bonePlace(bone, BonePlace::Highest, job) - v.real("held_radius") * Vec3::UnitZ()};
    default:
        return heldPoints(v);
    }
}

bool byRule(const ParamValues& v)
{
    return v.text("at") != kAtPoint || heldOf(v) >= kHighestSides;
}

std::string placeText(const Vec3& p)
{
    return toText(p.x(), 1) + ", " + toText(p.y(), 1) + ", " + toText(p.z(), 1);
}

const Mask* cementOf(const Case& c, const ParamValues& v)
{
    return v.text("cement").empty() ? nullptr : c.structure(Id(v.text("cement"))).mask.get();
}

Field surfaceMap(const BoneLoadModel& model, const Mask& bone, double high, const Job& job)
{
    Field f;
    f.unit = Unit::Megapascal;
    f.surface = extractSurface(bone, {1.0, 10, kMapTriangles}, job);
    f.low = 0;
    f.lowMeans = "little stress";
    f.highMeans = "much stress";
    f.categories = {"no bone"};
    std::vector<Vec3f> below = f.surface.points();
    const std::vector<Vec3f> normals = f.surface.pointNormals();
    for (std::size_t n = 0; n < below.size(); ++n)
        below[n] -= float(kMapDepth) * normals[n];
    f.values = model.vonMises(below);
    std::vector<float> known;
    for (float& v : f.values) {
        f.category.push_back(std::isnan(v) ? 1 : 0);
        if (std::isnan(v))
            v = 0;
        else
            known.push_back(v);
    }
    f.high = std::max(high > 0 ? high : elasticity::percentile(known, 99), 1e-6);
    return f;
}

class BoneLoad final : public Operation
{
public:
    explicit BoneLoad(const LimitTable& limits) : m_limits(limits) {}

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

private:
    BoneLoadSetup setup(const Case& c, const ParamValues& values, const Job& job) const;
    Findings checkSupport(const Mask& bone, const ParamValues& values) const;
    LimitTable m_limits;
};

OperationInfo BoneLoad::info() const
{
    OperationInfo i;
    i.id = kBoneLoad;
    i.name = "Load on a bone";
    i.summary = "Computes by finite elements what a load at a point does to a bone, before and after cement.";
    i.help =
        "The bone becomes cubes (trilinear, small strain, linear, isotropic); it is held where you say and nowhere "
        "else: no muscle, no ligament, no joint. The load is spread over the bone within its radius so that its sum "
        "and "
        "its moment are those of the load at its point. Conjugate gradients with multigrid, to a residual of 1e-6.\n\n"
        "Told are the way of the load's point along the load, the force over that way, and of bone at least 1.5 cubes "
        "from its surface, its support, the load and cement the 95th and 99th percentile of von Mises' stress and of "
        "the strain failure index. The largest value is not told: on a staircase of cubes it grows without end as "
        "cubes "
        "get smaller. Halve the edge and see what moves before you believe a difference.\n\n"
        "Cement takes the place of bone, bonded, with one modulus: 'before' is without it, 'after' with it, of the "
        "same "
        "cubes of bone.\n\n"
        "A place by a rule is the farthest one of the bone's largest part that way, within 1 mm, the nearest to their "
        "mean; of both sides, parted by its centre of mass. It is a place of the image's axes and not of anatomy: look "
        "at it. In a whole lower jaw the highest or hindmost places may be the condyles, in a cut one they are what "
        "the "
        "image leaves.\n\n"
        "An impact is told as a static load times a factor of yours: nothing moves here, no inertia, no rate of strain "
        "is computed.\n\n"
        "The strain limits, 0.73 % in tension and 1.04 % in compression, are of femora (Schileo 2014). Moduli: see "
        "implant.stress. Not validated on patients. Research and teaching only, not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList BoneLoad::declare() const
{
    ParamList list;
    list.add(objectParam("volume", "Image", "volume", "", "The image that moduli come from."));
    list.add(objectParam("bone", "Bone", "structure:mask", "", "What carries the load."));
    Param cement = objectParam("cement", "Cement", "structure:mask", "", "Where cement lies; empty: none.");
    cement.optional = true;
    list.add(cement);
    list.add(choiceParam("at", "Load at", loadPlaces(),
                         "A point that you set, or a place of the bone's largest part by a rule; front and back are "
                         "the patient's."));
    Param point = pointParam("point", "Point of the load", "Where the load acts, on the bone's surface.");
    point.optional = true;
    list.add(point);
    list.add(choiceParam("direction", "Direction", directionNames(), "Where the load points to."));
    Param towards = pointParam("towards", "Towards", "The point that the load points to; empty: towards the feet.");
    towards.optional = true;
    list.add(towards);
    addSourced(list, "force", "Load", Unit::Newton, 1000, -20000, 20000, "Below 0 it pulls.", "A choice (unverified)");
    addSourced(list, "radius", "Radius of the load", Unit::Millimetre, 8, 0.5, 50, "Bone so near its point takes it.",
               "A choice (unverified)");
    addSourced(list, "dynamic_factor", "Dynamic factor", Unit::None, 1, 1, 20,
               "Static equivalent of an impact: the load times this; no inertia is computed.",
               "1: no impact. Another is yours to justify (unverified)");
    list.add(choiceParam("held", "Held", supports(),
                         "Where the bone is held in all directions; below is towards the feet. Both sides and ends are "
                         "found by a rule in the bone's largest part."));
    const auto place = [&](const char* key, const char* label, const char* help) {
        Param p = pointParam(key, label, help);
        p.optional = true;
        list.add(p);
    };
    place("held_point", "Held at", "The point that parts below from above, or the first around which bone is held.");
    place("held_point_2", "Held at, second", "With 'around points' alone.");
    place("held_point_3", "Held at, third", "With 'around points' alone.");
    addSourced(list, "held_radius", "Radius held", Unit::Millimetre, 8, 0.5, 100,
               "About points and places; of a lower or upper end the height that is held.", "A choice (unverified)");
    addBoneMaterial(list);
    const auto limit = [&](const char* id, const char* key) {
        Param p = limitParam(m_limits.at(id), key);
        p.advanced = true;
        list.add(std::move(p));
    };
    limit("bone_load.cement", "cement_modulus");
    addSourced(list, "poisson", "Poisson's ratio", Unit::None, 0.3, 0, 0.45, "Of bone and cement.",
               "0.3, usual, from memory (unverified)", true);
    addSourced(list, "edge", "Edge of the cubes", Unit::Millimetre, 1, 0.2, 5, "Halve it to see what it changes.",
               "A choice (unverified)");
    limit("implant.strain.tension", "strain_tension");
    limit("implant.strain.compression", "strain_compression");
    limit("bone_load.failure_index", "failure_index");
    list.add(textParam("plan_id", "Result", "bone-load-1", "Id of the result to make or replace."));
    return list;
}

Findings BoneLoad::checkSupport(const Mask& bone, const ParamValues& values) const
{
    if (heldOf(values) >= kHighestSides)
        return {};
    const BoneSupport support = supportOf(values);
    const std::vector<Vec3> held = heldPoints(values);
    const auto stop = [](const char* text, const char* advice) {
        return Findings{finding(Severity::Stop, "bone-load.not-held", text, advice)};
    };
    if (support == BoneSupport::ImageCuts)
        return cutByImage(bone) ? Findings{}
                                : stop("The image cuts the bone nowhere: nothing would hold it.",
                                       "Choose another place where it is held.");
    if (support != BoneSupport::Points && !values.has("held_point"))
        return stop("The point that parts what is held from the rest is missing.", "Set the point 'Held at'.");
    if (held.empty())
        return stop("There is no point around which the bone is held.", "Set the point 'Held at'.");
    const CubeBox box = cubeBox(bone, nullptr, 1);
    const double z = held[0].z();
    if ((support == BoneSupport::Below && z < box.corner.z()) ||
        (support == BoneSupport::Above && z > box.corner.z() + box.count.z()))
        return stop("No bone lies on the side of the point that is held.", "Move the point 'Held at' into the bone.");
    return {};
}

Findings BoneLoad::check(const Case& c, const ParamValues& values) const
{
    Findings out = checkPlanId(c, values.text("plan_id"), kBoneLoad, "bone-load-2");
    if (out.empty() && isValidId(values.text("plan_id") + "-map"))
        out = checkFree(c, Id(values.text("plan_id") + "-map"), Kind::Field, IdFrom::Plan);
    const Mask& bone = *c.structure(Id(values.text("bone"))).mask;
    const Mask* cement = cementOf(c, values);
    if (bone.empty() || (cement && cement->empty())) {
        out.push_back(
            finding(Severity::Stop, "structure.empty", "The bone or the cement has no voxels.", "Segment it first."));
        return out;
    }
    if (values.real("force") == 0)
        out.push_back(finding(Severity::Stop, "bone-load.no-load", "There is no load.", "Give a force above 0."));
    else if (values.real("force") < 0)
        out.push_back(finding(Severity::Warning, "bone-load.pull", "The load pulls, away from its direction.",
                              "Give a force above 0 if it shall press."));
    const bool point = values.text("at") == kAtPoint;
    if (point && !values.has("point"))
        out.push_back(finding(Severity::Stop, "bone-load.no-point", "The point where the load acts is missing.",
                              "Set it on the bone, or choose a place by a rule."));
    if (point && values.has("point") && !loadDirection(values.point("point"), values))
        out.push_back(
            finding(Severity::Stop, "bone-load.no-direction", noDirection().message(), noDirection().advice()));
    if (values.real("dynamic_factor") > 1)
        out.push_back(finding(Severity::Warning, "bone-load.impact",
                              "The impact is a static load times a factor: no inertia is computed.",
                              "Read its figures as those of a static equivalent."));
    const Findings support = checkSupport(bone, values);
    out.insert(out.end(), support.begin(), support.end());
    if (cubeBox(bone, cement, values.real("edge")).count.prod() > double(kMostModelCubes))
        out.push_back(finding(Severity::Stop, "bone-load.too-many",
                              "The model would have more than three million cubes.",
                              "Take larger cubes, or a smaller piece of the bone."));
    const Findings material = checkBoneMaterial(c.volume(Id(values.text("volume"))), values);
    out.insert(out.end(), material.begin(), material.end());
    return out;
}

BoneLoadSetup BoneLoad::setup(const Case& c, const ParamValues& v, const Job& job) const
{
    BoneLoadSetup s;
    const Mask& bone = *c.structure(Id(v.text("bone"))).mask;
    const Mask largest = byRule(v) ? largestComponent(bone, job) : bone;
    s.edge = v.real("edge");
    s.material = boneMaterialOf(v);
    s.poisson = v.real("poisson");
    s.support = supportOf(v);
    s.held = heldPlaces(largest, v, job);
    s.heldRadius = v.real("held_radius");
    s.point = loadPoint(largest, v, job);
    const std::optional<Vec3> direction = loadDirection(s.point, v);
    if (!direction)
        throw noDirection();
    s.force = v.real("force") * v.real("dynamic_factor") * *direction;
    s.radius = v.real("radius");
    if (const Mask* cement = cementOf(c, v))
        s.cement = Filling{*cement, v.real("cement_modulus")};
    s.limits = {v.real("strain_tension") / 100, v.real("strain_compression") / 100};
    s.indexLimit = v.real("failure_index");
    return s;
}

Edit BoneLoad::run(const Case& c, const ParamValues& values, Job& job) const
{
    const Id volumeId(values.text("volume")), boneId(values.text("bone")), id(values.text("plan_id"));
    const Mask& bone = *c.structure(boneId).mask;
    const BoneLoadSetup s = setup(c, values, job.part(0, 0.05));
    const bool cemented = s.cement.has_value();
    BoneLoadModel model(c.volume(volumeId).volume, bone, s, job.part(0.05, 0.3));
    std::optional<BoneLoadResult> without;
    if (cemented)
        without = model.solve(false, job.part(0.3, 0.6));
    job.progress(0.6);
    const BoneLoadResult result = model.solve(true, job.part(0.6, 0.9));

    Plan p;
    p.name = filled("Load on '%1'", {c.nameOf(boneId)});
    p.kind = kBoneLoad;
    p.points = {{"load", s.point}};
    if (values.has("towards") && values.text("direction") == kTowardsPoint)
        p.points.push_back({"towards", values.point("towards")});
    for (std::size_t n = 0; heldOf(values) >= kHighestSides && n < s.held.size(); ++n)
        p.points.push_back({"held " + toText(std::int64_t(n + 1)), s.held[n]});
    const auto add = [&](const char* key, const char* label, Unit unit, double after,
                         std::optional<double> before = std::nullopt) -> PlanNumber& {
        p.numbers.push_back(number(key, label, unit, after));
        p.numbers.back().before = before;
        return p.numbers.back();
    };
    const auto before = [&](auto value) { return without ? std::optional<double>(value(*without)) : std::nullopt; };
    const double force = s.force.norm();
    add("way", "Way of the load, in micrometres", Unit::None, 1000 * result.displacement,
        before([](const auto& r) { return 1000 * r.displacement; }))
        .note = "of its point, along it";
    add("stiffness", "Stiffness, in newtons a millimetre", Unit::None, force / result.displacement,
        before([force](const auto& r) { return force / r.displacement; }))
        .note = "load over the way of its point";
    if (model.measuredCubes() > 0) {
        add("p99", "Stress of the bone, 99th percentile", Unit::Megapascal, result.p99,
            before([](const auto& r) { return r.p99; }))
            .note = filled("von Mises, 1.5 cubes of %1 mm or more inside", {toText(s.edge, 2)});
        add("p95", "Stress of the bone, 95th percentile", Unit::Megapascal, result.p95,
            before([](const auto& r) { return r.p95; }));
        PlanNumber& index = add("failure", "Strain failure index, 99th percentile", Unit::None, result.failure99,
                                before([](const auto& r) { return r.failure99; }));
        index.limit = "bone_load.failure_index";
        index.limitValue = s.indexLimit;
        index.limitKind = LimitKind::AtMost;
        index.verdict = result.failure99 > s.indexLimit ? "warning" : "ok";
        index.note = "limits of strain of femora (Schileo 2014)";
        add("failing", "Bone beyond the limit", Unit::Percent, 100 * result.failing,
            before([](const auto& r) { return 100 * r.failing; }));
    }
    PlanNumber& load = add("load", "Load", Unit::Newton, force);
    if (values.real("dynamic_factor") > 1)
        load.note = filled("static equivalent, %1 times the load given; no inertia is computed",
                           {toText(values.real("dynamic_factor"), 2)});
    add("bone", "Bone in the model", Unit::Millilitre, model.boneMl()).note = "cubes that hold any of it";
    if (cemented)
        add("cement", "Cubes with cement in them", Unit::Millilitre, model.cementMl());
    add("held", "Held nodes", Unit::Count, double(model.heldNodes())).note = values.text("held");
    std::vector<Id> from{volumeId, boneId};
    if (cemented)
        from.emplace_back(values.text("cement"));
    for (const Id& u : from)
        if (c.structures.contains(u))
            p.used.push_back({u, c.nameOf(u), c.structure(u).state});

    if (model.measuredCubes() == 0)
        p.findings.push_back(finding(Severity::Warning, "bone-load.thin",
                                     "The bone is too thin for these cubes: its stress is not told.",
                                     "Take smaller cubes."));
    else if (result.failure99 > s.indexLimit)
        p.findings.push_back(
            finding(Severity::Warning, "bone-load.fails",
                    filled("The strain failure index of the bone is %1: above 1 bone is expected to fail.",
                           {toText(result.failure99, 2)}),
                    "Look where on the map, and compute it with smaller cubes."));
    for (Finding& f : stateOfBone(c, volumeId, boneId, m_limits, job.part(0.89, 0.9)))
        p.findings.push_back(std::move(f));
    if (model.looseMl() > 0)
        p.findings.push_back(
            finding(Severity::Note, "bone-load.loose",
                    filled("%1 mL of bone hang on nothing and were left out.", {toText(model.looseMl(), 3)}),
                    "Look at the bone's mask if that is much."));
    if (values.real("dynamic_factor") > 1)
        p.findings.push_back(finding(Severity::Note, "bone-load.impact",
                                     "The impact is a static load times a factor: no inertia is computed.",
                                     "Read its figures as those of a static equivalent."));
    if (values.text("at") != kAtPoint) {
        p.findings.push_back(finding(
            Severity::Note, "bone-load.place",
            filled("The load acts at the %1, found by a rule: %2 mm (LPS).", {values.text("at"), placeText(s.point)}),
            "Look whether that is the place that you mean."));
        p.findings.back().place = s.point;
    }
    if (heldOf(values) >= kHighestSides) {
        p.findings.push_back(finding(Severity::Note, "bone-load.held-by-rule",
                                     filled("Where the bone is held was found by a rule: %1.", {values.text("held")}),
                                     "Look whether these are the places that you mean."));
        p.findings.back().place = s.held.front();
    }
    p.findings.push_back(finding(Severity::Note, "bone-load.unvalidated",
                                 "Computed with moduli and supports that are choices, not validated on patients.",
                                 "Use it to compare, not as a prediction."));
    Edit edit;
    edit.findings = p.findings;
    Field map = surfaceMap(model, bone, result.p99, job.part(0.9, 1));
    map.name = filled("Stress of '%1'", {c.nameOf(boneId)});
    const Id mapId(id.text() + "-map");
    edit.madeFrom[id] = edit.madeFrom[mapId] = from;
    edit.put(mapId, std::move(map));
    edit.put(id, std::move(p));
    return edit;
}

} // namespace

std::unique_ptr<Operation> makeBoneLoad(const LimitTable& limits)
{
    return std::make_unique<BoneLoad>(limits);
}

} // namespace pollux::implant
