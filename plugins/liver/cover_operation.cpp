#include "plugins/liver/cover_operation.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/plan_state.h"
#include "core/mesh/extract.h"
#include "core/operation/plan_parts.h"
#include "core/operation/run.h"
#include "plugins/liver/ablation.h"
#include "plugins/liver/needle_numbers.h"
#include "plugins/liver/plan_puncture.h"
#include "plugins/liver/zone_candidates.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace pollux::liver {

namespace {

constexpr const char* kKind = "liver.cover";
constexpr std::int64_t kMostNodes = 200'000;
constexpr int kMostZones = 12;
constexpr int kMostTries = 20; ///< of choices again after the exact numbers refused a path

/// Of the planner's parameters those that make no sense for several zones.
bool ownOf(std::string_view key)
{
    for (const std::string_view one : {"target_point", "entry_point", "name", "plan_id", "w_burnt"})
        if (key == one)
            return false;
    return true;
}

std::vector<Id> zonePlans(const std::string& result)
{
    std::vector<Id> ids;
    for (int n = 1; n <= kMostZones; ++n)
        ids.emplace_back(result + "-" + std::to_string(n));
    return ids;
}

class CoverLesion final : public Operation
{
public:
    CoverLesion(const LimitTable& limits, std::shared_ptr<const DeviceShelf> devices)
        : m_planner(limits, std::move(devices)), m_margin(limits.at("liver.zone.margin")),
          m_apart(limits.at("liver.needles.apart"))
    {
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "liver.cover";
        i.name = "Cover a lesion with heated zones";
        i.summary = "Finds the fewest zones on feasible needle paths that heat a lesion and its margin.";
        i.help =
            "Targets are tried on a lattice within the lesion and its margin. From each the best path of the skin that "
            "keeps all limits is taken, and with it the device's zone about the needle; with pulling back also zones "
            "nearer to the entry on the same path, which one needle heats one after the other. Of these candidates the "
            "fewest that together heat every place are chosen, zones and needles counted together (a further needle as "
            "so many zones as is set), and of equally many those that heat the least healthy "
            "liver: first greedily, then by branch and bound, until it is proven that none is better or the search "
            "was long enough; the result says which. Needles that would come too near to each other are not chosen "
            "together. Each chosen path is measured at full resolution; one that breaks "
            "a limit there is left out and the choice made anew. Every zone becomes a puncture plan of its own; "
            "liver.ablation tells more of them together.\n\n"
            "Sources: trajectories and ablations counted together, Ren 2014 (IEEE J Biomed Health Inform 18:920, "
            "PMC4113118); greedy set cover is within ln n of the fewest (Chvatal 1979, Math Oper Res 4:233).\n\n"
            "Limits: places are a lattice of some 4000, with zones made smaller by half its spacing; the least margin "
            "and "
            "the shares are those of all voxels. One zone does nothing to the next, vessels do not cool. Charts from "
            "healthy animal liver do not predict patients. "
            "Research and teaching only, not for clinical use.";
        i.version = 2;
        i.category = "Plan";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        for (Param p : m_planner.declare().all()) {
            if (!ownOf(p.key))
                continue;
            if (p.key == "target") {
                p.optional = false;
                p.label = "Lesion";
                p.help = "What shall be heated, with the margin around it.";
            }
            list.add(std::move(p));
        }
        list.add(intParam("most", "Zones at most", 6, 1, kMostZones, "More are not planned, and the result says so."));
        Param spacing = realParam("spacing", "Spacing of the targets", Unit::Millimetre, 10, 3, 40,
                                  "Of the lattice of targets that are tried: the closer, the more are tried.");
        spacing.source = "A choice of this planner (unverified)";
        list.add(spacing);
        list.add(boolParam("pull_back", "Pull a needle back", true,
                           "One needle may heat several zones along its path, one after the other."));
        Param needle =
            realParam("needle_cost", "A further needle counts as", Unit::None, 1, 0, 10,
                      "So many zones: with 0 the fewest zones are taken, however many needles they need; the "
                      "more it is, the sooner a needle is pulled back instead.");
        needle.source = "1, after Ren 2014 (PMC4113118), where both weigh alike";
        list.add(needle);
        list.add(limitParam(m_apart, "needles_apart"));
        list.add(textParam("plan_id", "Result", "cover-1",
                           "Id of the result to make or replace; the plans of the zones are called cover-1-1 and so "
                           "on."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        const std::string& id = values.text("plan_id");
        Findings out = checkPlanId(c, id, kKind, "cover-2");
        if (!out.empty())
            return out;
        for (const Id& zone : zonePlans(id)) {
            const Findings taken = checkPlanId(c, zone.text(), "liver.puncture", "cover-2");
            out.insert(out.end(), taken.begin(), taken.end());
            if (taken.empty() && c.plans.contains(zone) && c.plan(zone).state == PlanState::Approved)
                out.push_back(finding(Severity::Stop, "cover.locked",
                                      "'" + zone.text() + "' is approved and would be replaced.",
                                      "Choose another id for the result, or take the approval back."));
        }
        if (const Mask* lesion = maskOf(c, values.text("target")); lesion && lesion->empty())
            out.push_back(finding(Severity::Stop, "structure.empty", "The lesion has no voxels.", "Segment it first."));
        for (Finding& f : sceneFindings(c, m_planner.evaluatorOptions(inner(c, values)).scene)) {
            if (f.code == "liver.missing.skin")
                f.severity = Severity::Stop;
            out.push_back(std::move(f));
        }
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

private:
    static const Mask* maskOf(const Case& c, const std::string& id)
    {
        if (!isValidId(id))
            return nullptr;
        const auto s = c.structures.find(Id(id));
        return s == c.structures.end() ? nullptr : s->second->mask.get();
    }
    /// The values that the planner would have.
    ParamValues inner(const Case& c, const ParamValues& values) const
    {
        const ParamList list = m_planner.declare();
        ParamValues given;
        for (const auto& [key, value] : values.all())
            if (list.find(key) && ownOf(key))
                given.set(key, value);
        given.set("w_burnt", 0.0); // what one zone heats that is large enough for all says nothing here
        return fillDefaults(list, c, given);
    }

    PlanPuncture m_planner;
    Limit m_margin, m_apart;
};

/// The chosen ones, each with its path measured.
struct Chosen
{
    std::vector<ZoneCandidate> zones;
    std::vector<PlanResult> paths;
    Cover cover;
    std::int64_t places = 0; ///< to heat
    int refused = 0;         ///< candidates whose exact numbers break a limit
};

Chosen choose(const PathEvaluator& evaluator, std::vector<ZoneCandidate> candidates, const PlanRequest& request,
              const CoverRules& rules, const Job& job)
{
    double between = 0;
    const std::vector<Vec3> places = placesToHeat(toHeat(evaluator.scene()), between);
    std::vector<CoverCandidate> sets = covers(candidates, places, between, evaluator.scene());
    Chosen out;
    out.places = std::int64_t(places.size());
    for (int tries = 0;; ++tries) {
        out.cover = fewestThatCover(sets, out.places, rules, kMostNodes, job);
        out.zones.clear();
        out.paths.clear();
        std::set<int> bad;
        for (const int n : out.cover.chosen) {
            const ZoneCandidate& z = candidates[size_t(n)];
            PlanRequest r = request;
            r.target = z.target;
            r.entry = z.entry;
            PlanResult path = plan(evaluator, r, job);
            if (!path.exact.feasible())
                bad.insert(n);
            out.zones.push_back(z);
            out.paths.push_back(std::move(path));
        }
        if (bad.empty() || tries == kMostTries)
            return out;
        out.refused += int(bad.size());
        for (auto it = bad.rbegin(); it != bad.rend(); ++it) {
            candidates.erase(candidates.begin() + *it);
            sets.erase(sets.begin() + *it);
        }
        if (candidates.empty())
            throw Error(ErrorCode::BadInput, "No needle path keeps all limits when it is measured exactly.",
                        "Choose another position of the patient or needle, or change a limit and say why.");
    }
}

std::string detailOf(const Chosen& chosen, size_t candidates, const std::vector<Id>& ids)
{
    nlohmann::json j;
    j["candidates"] = candidates;
    j["refused"] = chosen.refused;
    j["proven"] = chosen.cover.exact;
    j["nodes"] = chosen.cover.nodes;
    j["zones"] = nlohmann::json::array();
    for (size_t n = 0; n < chosen.zones.size(); ++n) {
        const ZoneCandidate& z = chosen.zones[n];
        j["zones"].push_back({{"plan", ids[n].text()},
                              {"line", z.line},
                              {"centre_mm", {z.zone.centre.x(), z.zone.centre.y(), z.zone.centre.z()}},
                              {"along_mm", z.zone.along},
                              {"across_mm", z.zone.across}});
    }
    return j.dump();
}

/// The needles of the chosen zones, each to its deepest.
std::vector<PlannedAxis> axesOf(const Chosen& chosen, const std::vector<Id>& ids, double tipOvershoot)
{
    std::vector<PlannedAxis> all;
    for (size_t n = 0; n < chosen.zones.size(); ++n)
        all.push_back({ids[n].text(), chosen.zones[n].axis(tipOvershoot)});
    return distinct(std::move(all));
}

Findings coverFindings(const Chosen& chosen, int most, double apart)
{
    Findings out;
    const Cover& cover = chosen.cover;
    const auto share = [&](std::int64_t n) {
        return toText(100.0 * double(n) / double(std::max<std::int64_t>(1, chosen.places)), 1);
    };
    if (cover.uncoverable > 0)
        out.push_back(finding(Severity::Warning, "cover.unreachable",
                              share(cover.uncoverable) + " % of lesion and margin lie in no zone on a feasible path.",
                              "Try targets closer together, another position of the patient, or a larger zone."));
    if (cover.uncovered > cover.uncoverable && int(cover.chosen.size()) < most)
        out.push_back(finding(Severity::Stop, "cover.apart",
                              filled(cover.impossible
                                         ? "No choice of needles that keeps them %1 mm apart heats all: %2 % of lesion "
                                           "and margin stay unheated."
                                         : "No choice of needles was found that keeps them %1 mm apart and heats all: "
                                           "%2 % of lesion and margin stay unheated.",
                                     {toText(apart, 1), share(cover.uncovered - cover.uncoverable)}),
                              "Let needles be nearer to each other, set them one after the other (0 mm), or try "
                              "targets closer together."));
    else if (cover.uncovered > cover.uncoverable)
        out.push_back(finding(Severity::Stop, "cover.too-few",
                              filled("%1 zones are not enough: %2 % of lesion and margin, which others would reach, "
                                     "stay unheated.",
                                     {std::to_string(most), share(cover.uncovered - cover.uncoverable)}),
                              "Allow more zones, or take a larger one."));
    else if (!cover.exact)
        out.push_back(finding(Severity::Note, "cover.not-proven",
                              "Fewer zones may do: the search was ended before it was proven that none is better.",
                              "Try targets farther apart for a proof."));
    if (chosen.refused > 0)
        out.push_back(finding(Severity::Note, "cover.refused",
                              counted(chosen.refused,
                                      "%1 path that the map allows breaks a limit when measured exactly and was left "
                                      "out.",
                                      "%1 paths that the map allows break a limit when measured exactly and were left "
                                      "out."),
                              "Nothing to do."));
    return out;
}

Edit CoverLesion::run(const Case& c, const ParamValues& values, Job& job) const
{
    const ParamValues in = inner(c, values);
    const EvaluatorOptions options = m_planner.evaluatorOptions(in);
    const PathEvaluator evaluator(c, options, job.part(0, 0.3));
    const Scene& scene = evaluator.scene();
    const std::vector<ZoneCandidate> candidates =
        zoneCandidates(evaluator, {values.real("spacing"), values.boolean("pull_back")}, job.part(0.3, 0.7));
    if (candidates.empty())
        throw Error(ErrorCode::BadInput, "No needle path from the skin keeps all limits.",
                    "Choose another position of the patient or needle, or change a limit and say why.");
    PlanRequest request;
    request.jitter = in.real("jitter");
    request.jitterAngle = in.real("jitter_angle");
    CoverRules rules;
    rules.most = static_cast<int>(values.integer("most"));
    rules.needle = values.real("needle_cost");
    const double apart = values.real("needles_apart");
    const std::vector<NeedleAxis> lines = needlesOf(candidates, evaluator.limits().tipOvershoot);
    rules.tooNear = linesTooNear(lines, apart);
    const Chosen chosen = choose(evaluator, candidates, request, rules, job.part(0.7, 0.9));

    const Id lesionId(values.text("target")), id(values.text("plan_id"));
    const Structure& lesion = c.structure(lesionId);
    std::vector<AblationZone> zones;
    for (const ZoneCandidate& z : chosen.zones)
        zones.push_back(z.zone);
    const Surface surface =
        lesion.surface && !lesion.surface->empty() ? *lesion.surface : extractSurface(*lesion.mask, {}, job);
    const Ablation a = ablate(ZoneUnion(std::move(zones)), *lesion.mask, surface, scene.liver, job.part(0.9, 1));
    const double wanted = in.real("zone_margin");

    Edit edit;
    std::vector<Id> from{lesionId};
    for (const UsedStructure& u : scene.used)
        if (u.id != lesionId)
            from.push_back(u.id);
    const auto put = [&](const Id& what, auto object) {
        edit.madeFrom[what] = from;
        edit.put(what, std::move(object));
    };
    const std::vector<Id> ids = zonePlans(id.text());
    const std::string name = "Cover of " + c.nameOf(lesionId);
    for (size_t n = 0; n < ids.size(); ++n) {
        if (n >= chosen.zones.size()) {
            if (c.plans.contains(ids[n]))
                edit.remove(ids[n]); // of an earlier run that needed more
            continue;
        }
        PlanRequest r = request;
        r.target = chosen.zones[n].target;
        r.entry = chosen.zones[n].entry;
        Plan zone = puncturePlan(evaluator, chosen.paths[n], r);
        zone.name = name + ", zone " + std::to_string(n + 1);
        put(ids[n], std::move(zone));
    }
    Plan p;
    p.name = name;
    p.kind = kKind;
    p.points = {{"least margin", a.marginPlace}};
    p.numbers.push_back(number("zones", "Heated zones", Unit::Count, double(chosen.zones.size())));
    p.numbers.back().note = chosen.cover.exact ? "proven: no choice of these candidates has less of zones and needles"
                                               : "not proven to be the fewest";
    const std::vector<PlannedAxis> needles = axesOf(chosen, ids, evaluator.limits().tipOvershoot);
    for (PlanNumber& n : needleNumbers(needles, apart, m_apart.id))
        p.numbers.push_back(std::move(n));
    for (PlanNumber& n : ablationNumbers(a, wanted, !scene.liver.empty(), {}))
        p.numbers.push_back(std::move(n));
    p.used = scene.used;
    p.findings = coverFindings(chosen, rules.most, apart);
    for (Finding& f : marginFindings(a, wanted))
        p.findings.push_back(std::move(f));
    p.detail = detailOf(chosen, candidates.size(), ids);
    edit.findings = p.findings;
    put(id, std::move(p));
    return edit;
}

} // namespace

std::unique_ptr<Operation> makeCover(const LimitTable& limits, std::shared_ptr<const DeviceShelf> devices)
{
    return std::make_unique<CoverLesion>(limits, std::move(devices));
}

} // namespace pollux::liver
