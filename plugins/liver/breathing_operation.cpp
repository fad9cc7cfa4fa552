#include "plugins/liver/breathing_operation.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/body_motion.h"
#include "core/case/plan_point.h"
#include "core/case/plan_state.h"
#include "core/mesh/extract.h"
#include "core/operation/plan_parts.h"
#include "plugins/liver/breathing_numbers.h"
#include "plugins/liver/breathing_states.h"
#include "plugins/liver/heat_scene.h"
#include "plugins/liver/plan_limits.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace pollux::liver {

namespace {

constexpr const char* kKind = "liver.breathing";
constexpr const char* kEnds[] = {"breathed out", "breathed in"};
constexpr int kSteps = 40;    // of a breath, for the numbers
constexpr int kMapSteps = 20; // of the map that is played
constexpr Colour kEnvelope{204, 121, 167};

std::vector<Id> registrationsOf(const ParamValues& values)
{
    std::vector<Id> ids;
    for (const std::string& id : values.list("registrations"))
        if (isValidId(id) && std::find(ids.begin(), ids.end(), Id(id)) == ids.end())
            ids.emplace_back(id);
    return ids;
}

/// Structures that an earlier run made beside this result.
std::vector<Id> madeBefore(const Case& c, const std::string& result)
{
    std::vector<Id> ids;
    for (const auto& [id, s] : c.structures)
        if (id.text().starts_with(result + "-"))
            if (const auto l = c.lineage.find(id); l != c.lineage.end() && l->second->operation == "liver.breathing")
                ids.push_back(id);
    return ids;
}

class Breathing final : public Operation
{
public:
    explicit Breathing(const LimitTable& limits) : m_limits(limits)
    {
        limitsFrom(m_limits);
        for (const char* id :
             {"breathing.period", "breathing.depth", "breathing.gate", "breathing.miss", "breathing.near"})
            m_limits.at(id);
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "liver.breathing";
        i.name = "Follow a path over a breath";
        i.summary =
            "Says where the target goes while the patient breathes, what comes near the needle, and what a gate "
            "leaves of it.";
        i.help =
            "Images of other states of breathing are registered onto the image of the plan (Deformable registration; "
            "with the sliding border between liver and chest wall where there is one). From these a model is made: at "
            "each place the displacement is a straight line in how far one has breathed in, by least squares; of "
            "images "
            "in the order of one breath also in how fast, so that the way in may be another one than the way out. How "
            "far in each image was taken, is told by how far the liver moved. One breath then follows a curve that "
            "rests "
            "at the end of breathing out.\n\n"
            "The needle stands still and the body moves through it. The table says how the target moves, for how much "
            "of the time it is farther off the tip than allowed, in the whole breath and in the gate, how near bone, "
            "organs and major vessels come, and for how long the path breaks a limit. Structures show the space that "
            "the "
            "lesion, and what comes near the needle, takes over the breath; a map on the liver shows its motion over "
            "time, and the body itself can be played as it breathes.\n\n"
            "Sources: Lujan et al. 1999 (Med Phys 26:715); McClelland et al. 2013 (Med Image Anal 17:19).\n\n"
            "Limits: every breath is like the one on the images but for its depth; drift, coughing and a needle that "
            "is "
            "carried along or bends are not modelled. Distances are those on the images at the places carried back. "
            "Research and teaching only, not for clinical use.";
        i.category = "Plan";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("plan", "Plan", "plan", "", "The puncture plan to be followed."));
        list.add(objectsParam("registrations", "Registrations", "registration",
                              "Of images of other states of breathing onto the image of the plan."));
        list.add(objectParam("liver", "Liver", "structure:mask", "liver", "Its motion tells how far one breathes in."));
        Param lesion = objectParam("lesion", "Lesion", "structure:mask", "liver_lesion", "The target.");
        lesion.optional = true;
        list.add(lesion);
        list.add(choiceParam("reference", "Image of the plan", {std::begin(kEnds), std::end(kEnds)},
                             "At which end of the breath it was taken."));
        list.add(boolParam("in_order", "One breath in equal steps", false,
                           "The registrations are given in the order of one breath in equal steps of time that begins "
                           "with the image of the plan: then the way in may be another one than the way out."));
        list.add(limitParam(m_limits.at("breathing.period"), "period"));
        list.add(limitParam(m_limits.at("breathing.depth"), "depth"));
        Param power = intParam("exponent", "Rest at the end of breathing out", 2, 1, 6,
                               "Exponent n of the breath sin^2n: the larger, the longer the rest.");
        power.source = "1 to 3 in Lujan et al. 1999, from memory (unverified)";
        list.add(power);
        list.add(choiceParam("gate_at", "Gate at the end of", {kEnds[0], kEnds[1]},
                             "Where the needle is moved, or the breath held."));
        list.add(limitParam(m_limits.at("breathing.gate"), "gate"));
        list.add(limitParam(m_limits.at("breathing.miss"), "miss"));
        list.add(
            boolParam("envelopes", "Make the space that structures take", true,
                      "Also make structures of where the lesion, and what is near the needle, is over the breath."));
        Param near = limitParam(m_limits.at("breathing.near"), "near");
        near.advanced = true;
        list.add(near);
        Param spacing = realParam("map_spacing", "Spacing of the map", Unit::Millimetre, 1.25, 0.75, 3,
                                  "Voxel size of the map of distances.");
        spacing.advanced = true;
        list.add(spacing);
        list.add(textParam("plan_id", "Result", "breathing-1", "Id of the result to make or replace."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto stop = [&](std::string code, std::string text, std::string advice) {
            out.push_back(finding(Severity::Stop, std::move(code), std::move(text), std::move(advice)));
        };
        const Plan& plan = c.plan(Id(values.text("plan")));
        const std::vector<Id> registrations = registrationsOf(values);
        if (!pointNamed(plan, "target") || !pointNamed(plan, "entry"))
            stop("breathing.no-path", "The plan has no needle path.", "Choose a puncture plan.");
        if (registrations.empty()) {
            stop(
                "breathing.no-images", "There is no registration of another state of breathing.",
                "Import an image of another state of breathing and register it deformably onto the image of the plan.");
            return out;
        }
        const Registration& first = c.registration(registrations.front());
        for (const Id& id : registrations) {
            const Registration& r = c.registration(id);
            if (!r.field)
                stop("breathing.not-deformable", "'" + id.text() + "' is no deformable registration.",
                     "Breathing deforms: register the image deformably.");
            else if (r.fixed != first.fixed)
                stop("breathing.other-image", "The registrations have several fixed images.",
                     "Register every image onto the image of the plan.");
            else if (first.field && !sameGeometry(r.field->grid, first.field->grid))
                stop("breathing.other-grid", "The displacements lie on several grids.",
                     "Register every image with the same settings.");
            for (const Finding& f : r.findings)
                if (f.severity == Severity::Stop || f.severity == Severity::Warning)
                    out.push_back(finding(Severity::Warning, "breathing.doubtful",
                                          "'" + id.text() + "' is doubtful: " + f.text, f.advice));
        }
        if (registrations.size() == 1)
            out.push_back(finding(Severity::Note, "breathing.two-states",
                                  "There are two states of breathing only: between them everything is taken to move "
                                  "in a straight line, in and out alike.",
                                  "Register more phases, if there are any."));
        if (values.boolean("in_order") && registrations.size() < 3)
            stop("breathing.too-few",
                 "One breath in equal steps needs at least four images, that of the plan included.",
                 "Register more phases, or do not tick it.");
        if (values.real("depth") > 100)
            out.push_back(finding(Severity::Note, "breathing.deeper",
                                  "The breath is deeper than on the images: that is carried on in a straight line.",
                                  "Take an image in deeper breath, if it matters."));
        const std::string& id = values.text("plan_id");
        const Findings taken = checkPlanId(c, id, kKind, "breathing-2");
        out.insert(out.end(), taken.begin(), taken.end());
        if (taken.empty())
            for (const Id& made : madeBefore(c, id))
                if (c.structure(made).state == ConfirmState::Confirmed)
                    stop("result.confirmed", "'" + made.text() + "' has been confirmed and would be overwritten.",
                         "Choose another id for the result, or take the confirmation back.");
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

private:
    BreathingQuestion question(const Plan& plan, const PathLimits& limits, const ParamValues& values) const;
    PathEvaluator evaluator(const Case& c, const Plan& plan, const ParamValues& values, const Job& job) const;

    LimitTable m_limits;
};

BreathingQuestion Breathing::question(const Plan& plan, const PathLimits& limits, const ParamValues& values) const
{
    BreathingQuestion q;
    q.target = *pointNamed(plan, "target");
    q.entry = *pointNamed(plan, "entry");
    q.tip = q.target + limits.tipOvershoot * (q.target - q.entry).normalized();
    q.trace = {values.real("period"), static_cast<int>(values.integer("exponent")), values.real("depth") / 100};
    q.steps = kSteps;
    q.gatePart = values.real("gate") / 100;
    q.gateIn = values.text("gate_at") == kEnds[1];
    q.miss = values.real("miss");
    return q;
}

PathEvaluator Breathing::evaluator(const Case& c, const Plan& plan, const ParamValues& values, const Job& job) const
{
    EvaluatorOptions o;
    o.limits = limitsOf(plan, limitsFrom(m_limits));
    o.weights.fill(1);
    o.weights[static_cast<size_t>(Criterion::Oblique)] = 0;
    o.weights[static_cast<size_t>(Criterion::Burnt)] = 0; // the zone moves with the liver
    o.reach = std::max(m_limits.at("liver.h3.shaft_length").value, o.limits.shaftLength);
    o.mapSpacing = values.real("map_spacing");
    o.scene.target = pointNamed(plan, "target");
    if (const std::string& id = values.text("lesion"); isValidId(id))
        o.scene.lesion = Id(id);
    o.scene.majorDiameter = o.limits.majorDiameter;
    return PathEvaluator(c, o, job);
}

/// Numbers that the model is made of, for who wants to know.
std::string detailOf(const motion::MotionModel& model, const std::vector<motion::MotionSample>& samples,
                     const std::vector<Id>& registrations, const PathOverBreath& path,
                     const motion::BreathingTrace& trace, bool hysteresis)
{
    MotionRecord record{{}, hysteresis, trace};
    for (size_t n = 0; n < samples.size(); ++n)
        record.samples.push_back({n == 0 ? Id() : registrations[n - 1], samples[n].state});
    nlohmann::json j = nlohmann::json::parse(toText(record));
    j["model"] = {{"rms_mm", model.quality().rms},
                  {"largest_mm", model.quality().largest},
                  {"mode_shares", model.quality().modeShares}};
    j["target_mm"] = nlohmann::json::array();
    for (const Vec3& u : path.target.moved)
        j["target_mm"].push_back({u.x(), u.y(), u.z()});
    return j.dump();
}

/// How far each point of the liver's surface is from where it is on the images.
Field motionMap(const Structure& liver, const motion::MotionModel& model, const motion::BreathingTrace& trace,
                const Job& job)
{
    Field f;
    f.name = "Motion of the liver over a breath";
    f.unit = Unit::Millimetre;
    f.surface = liver.surface && !liver.surface->empty() ? *liver.surface : extractSurface(*liver.mask, {}, job);
    f.category.assign(f.surface.points().size(), 0);
    std::vector<std::array<Vec3, 3>> terms;
    for (const Vec3f& p : f.surface.points())
        terms.push_back(model.termsAt(p.cast<double>()));
    double most = 1;
    for (int k = 0; k < kMapSteps; ++k) {
        const double t = trace.period * k / kMapSteps;
        const motion::BreathingState s = trace.at(t);
        f.times.push_back(t);
        for (const auto& u : terms) {
            f.values.push_back(static_cast<float>((u[0] + s.value * u[1] + s.rate * u[2]).norm()));
            most = std::max(most, double(f.values.back()));
        }
    }
    f.high = std::ceil(most);
    return f;
}

Edit Breathing::run(const Case& c, const ParamValues& values, Job& job) const
{
    const Id planId(values.text("plan")), liverId(values.text("liver"));
    const Plan& plan = c.plan(planId);
    const Structure& liver = c.structure(liverId);
    const std::vector<Id> registrations = registrationsOf(values);
    std::vector<const DisplacementField*> fields;
    for (const Id& id : registrations)
        fields.push_back(c.registration(id).field.get());
    const ReferenceBreath reference = values.text("reference") == kEnds[1] ? ReferenceBreath::In : ReferenceBreath::Out;
    const bool ordered = values.boolean("in_order");
    const std::vector<motion::MotionSample> samples =
        breathingSamples(fields, *liver.mask, reference, ordered ? values.real("period") : 0);
    const motion::MotionModel model = motion::MotionModel::fit(
        samples, ordered ? motion::MotionTerms::Hysteresis : motion::MotionTerms::Linear, 0, job.part(0, 0.2));

    const PathEvaluator evaluator = this->evaluator(c, plan, values, job.part(0.2, 0.6));
    const BreathingQuestion q = question(plan, evaluator.limits(), values);
    motion::checkTrace(q.trace);
    const PathOverBreath path = pathOverBreath(evaluator, model, q, job.part(0.6, 0.7));

    const Id id(values.text("plan_id"));
    Plan out;
    out.name = "Breathing: " + (plan.name.empty() ? planId.text() : plan.name);
    out.kind = kKind;
    out.points = {{"target", q.target}, {"entry", q.entry}};
    out.numbers = breathingNumbers(evaluator, path, q);
    out.findings = breathingFindings(evaluator, path, q);
    out.detail = detailOf(model, samples, registrations, path, q.trace, ordered);
    out.used = evaluator.scene().used;

    Edit edit;
    edit.findings = out.findings;
    std::vector<Id> from{planId, liverId};
    from.insert(from.end(), registrations.begin(), registrations.end());
    for (const UsedStructure& u : evaluator.scene().used)
        if (u.id != liverId)
            from.push_back(u.id);
    const auto put = [&](const Id& what, auto object) {
        edit.madeFrom[what] = from;
        edit.put(what, std::move(object));
    };
    put(Id(id.text() + "-map"), motionMap(liver, model, q.trace, job.part(0.7, 0.75)));
    if (values.boolean("envelopes")) {
        // In and out alike without rates: half a breath has all states.
        std::vector<motion::BreathingState> states = q.trace.cycle(kMapSteps);
        if (!ordered)
            states.resize(kMapSteps / 2 + 1);
        const auto space = [&](const Id& of, const std::string& name, const Mask& mask, Box region) {
            const Mask taken = envelope(mask, model, states, region, job.part(0.75, 1));
            if (taken.empty())
                return;
            Structure s;
            s.name = name + ", over the breath";
            s.colour = kEnvelope;
            s.mask = std::make_shared<const Mask>(taken);
            s.surface = std::make_shared<const Surface>(extractSurface(taken, {}, job));
            s.measures.push_back({"volume", "Volume", {taken.volumeMl(), Unit::Millilitre, {}, {}}});
            put(Id(id.text() + "-" + of.text()), std::move(s));
        };
        const double reach = path.target.farthest + 2;
        if (!evaluator.scene().lesion.empty()) {
            Box region;
            const Mask& lesion = evaluator.scene().lesion;
            for (int corner = 0; corner < 8; ++corner)
                region.include(lesion.grid().toPatient(corner & 1 ? lesion.box().max[0] : lesion.box().min[0],
                                                       corner & 2 ? lesion.box().max[1] : lesion.box().min[1],
                                                       corner & 4 ? lesion.box().max[2] : lesion.box().min[2]));
            const Id lesionId(values.text("lesion"));
            space(lesionId, c.nameOf(lesionId), lesion, {region.min.array() - reach, region.max.array() + reach});
        }
        Box needle;
        needle.include(q.entry);
        needle.include(q.tip);
        const double near = values.real("near");
        for (const int n : path.near) {
            const Obstacle& o = evaluator.scene().obstacles[static_cast<size_t>(n)];
            if (path.distances[static_cast<size_t>(o.kind)].least < near)
                space(o.id, o.name, o.mask, {needle.min.array() - near, needle.max.array() + near});
        }
    }
    for (const Id& before : madeBefore(c, id.text()))
        if (!edit.puts().structures.contains(before))
            edit.remove(before); // not near any more
    put(id, std::move(out));
    return edit;
}

} // namespace

std::unique_ptr<Operation> makeBreathing(const LimitTable& limits)
{
    return std::make_unique<Breathing>(limits);
}

} // namespace pollux::liver
