#include "plugins/liver/ablation_operation.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/plan_point.h"
#include "core/mesh/extract.h"
#include "core/operation/plan_parts.h"
#include "plugins/liver/ablation.h"
#include "plugins/liver/heat_scene.h"
#include "plugins/liver/needle_numbers.h"
#include "plugins/liver/scene.h"

#include <algorithm>

namespace pollux::liver {

namespace {

constexpr const char* kKind = "liver.ablation";
constexpr Colour kZone{86, 180, 233};

std::vector<Id> plansOf(const ParamValues& values)
{
    std::vector<Id> ids;
    for (const std::string& id : values.list("plans"))
        if (isValidId(id) && std::find(ids.begin(), ids.end(), Id(id)) == ids.end())
            ids.emplace_back(id);
    return ids;
}

std::optional<AblationZone> zoneOf(const Plan& plan)
{
    const auto needle = needleOf(plan);
    return needle ? needle->vendor : std::nullopt;
}

std::vector<PlannedAxis> axesOf(const Case& c, const std::vector<Id>& plans)
{
    std::vector<PlannedAxis> all;
    for (const Id& id : plans)
        if (const auto needle = needleOf(c.plan(id)))
            all.push_back({c.nameOf(id), {*pointNamed(c.plan(id), "entry"), needle->tip}});
    return distinct(std::move(all));
}

class Ablate final : public Operation
{
public:
    explicit Ablate(const LimitTable& limits)
        : m_margin(limits.at("liver.zone.margin")), m_apart(limits.at("liver.needles.apart"))
    {
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "liver.ablation";
        i.name = "Measure the margin of heated zones";
        i.summary = "Says how far the zones of one or several needles reach beyond the lesion, what else they heat, "
                    "and how near "
                    "the needles come to each other.";
        i.help =
            "Each puncture plan brings the zone that its device was entered with, an ellipsoid about its needle, "
            "scaled "
            "to the patient by its factor. What lies in any of them is heated. The margin is the distance from each "
            "place of the lesion's surface to the nearest place that is not heated: exact for one zone, to about "
            "0.01 mm where zones meet. The map shows it on the lesion; what is not heated has the colour of no value. "
            "Shares and volumes are counted on the lesion's voxels.\n\n"
            "What margins mean: no local progression was seen at a least margin of 3 mm or more (Laimer 2021), of 4 or "
            "5 mm (Laimer 2025); freedom from progression after two years rose with it from 26 % to 80 % (Wang 2013). "
            "Read in abstracts.\n\n"
            "Limits: ellipsoids of a chart, without vessels that cool and without what one zone does to the next. "
            "Charts "
            "from healthy animal liver do not predict patients. Research and teaching only, not for clinical use.";
        i.version = 2;
        i.category = "Plan";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectsParam("plans", "Plans", "plan", "The puncture plans whose needles heat."));
        list.add(objectParam("lesion", "Lesion", "structure:mask", "liver_lesion", "What shall be heated."));
        Param liver = objectParam("liver", "Liver", "structure:mask", "liver", "What is heated beside the lesion.");
        liver.optional = true;
        list.add(liver);
        list.add(limitParam(m_margin, "margin"));
        list.add(limitParam(m_apart, "needles_apart"));
        list.add(textParam("plan_id", "Result", "ablation-1", "Id of the result to make or replace."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkPlanId(c, values.text("plan_id"), kKind, "ablation-2");
        const std::vector<Id> plans = plansOf(values);
        if (plans.empty())
            out.push_back(finding(Severity::Stop, "ablation.no-plan", "No plan is chosen.",
                                  "Choose one or several puncture plans."));
        for (const Id& id : plans)
            if (!zoneOf(c.plan(id)))
                out.push_back(finding(Severity::Stop, "ablation.no-zone", "'" + id.text() + "' has no heated zone.",
                                      "Choose a puncture plan that was made with a device's zone."));
        if (const Mask& lesion = *c.structure(Id(values.text("lesion"))).mask; lesion.empty())
            out.push_back(finding(Severity::Stop, "structure.empty", "The lesion has no voxels.", "Segment it first."));
        if (values.text("liver").empty())
            out.push_back(finding(Severity::Note, "ablation.no-liver",
                                  "Without a liver structure it is not known how much liver is heated.",
                                  "Segment the liver, or import it."));
        const std::string made = values.text("plan_id") + "-zone";
        if (isValidId(made))
            if (const auto s = c.structures.find(Id(made));
                s != c.structures.end() && s->second->state == ConfirmState::Confirmed)
                out.push_back(finding(Severity::Stop, "result.confirmed",
                                      "'" + made + "' has been confirmed and would be overwritten.",
                                      "Choose another id for the result, or take the confirmation back."));
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const std::vector<Id> plans = plansOf(values);
        std::vector<AblationZone> all;
        for (const Id& id : plans)
            if (const auto zone = zoneOf(c.plan(id)))
                all.push_back(*zone);
        const ZoneUnion zones(std::move(all));
        const Id lesionId(values.text("lesion"));
        const Structure& lesion = c.structure(lesionId);
        std::optional<Id> liverId;
        Mask liver;
        if (const std::string& id = values.text("liver"); isValidId(id)) {
            liverId = Id(id);
            liver = *c.structure(*liverId).mask;
        }
        const Surface surface =
            lesion.surface && !lesion.surface->empty() ? *lesion.surface : extractSurface(*lesion.mask, {}, job);
        Ablation a = ablate(zones, *lesion.mask, surface, liver, job.part(0, 0.7));

        std::vector<std::pair<Id, HeatedPart>> heated;
        std::vector<Id> from = plans;
        from.push_back(lesionId);
        if (liverId)
            from.push_back(*liverId);
        for (const auto& [id, s] : c.structures) {
            if (id == lesionId || id == liverId || !s->mask || !obstacleClass(s->anatomy) ||
                splitByCalibre(s->anatomy)) // veins of the liver are part of it
                continue;
            const double ml = heatedMl(*s->mask, zones);
            if (ml > 0) {
                heated.push_back({id, {s->name, ml}});
                from.push_back(id);
            }
        }

        const Id id(values.text("plan_id"));
        const double wanted = values.real("margin");
        Plan p;
        p.name = "Ablation of " + c.nameOf(lesionId);
        p.kind = kKind;
        p.points = {{"least margin", a.marginPlace}};
        const double apart = values.real("needles_apart");
        const std::vector<PlannedAxis> needles = axesOf(c, plans);
        p.numbers = needleNumbers(needles, apart, m_apart.id);
        for (PlanNumber& n : ablationNumbers(a, wanted, liverId.has_value(), heated))
            p.numbers.push_back(std::move(n));
        for (const Id& u : from)
            if (c.structures.contains(u))
                p.used.push_back({u, c.nameOf(u), c.structure(u).state});
        p.findings = marginFindings(a, wanted);
        for (Finding& f : needleFindings(needles, apart, m_apart.id))
            p.findings.push_back(std::move(f));
        Edit edit;
        edit.findings = p.findings;
        const auto put = [&](const Id& what, auto object) {
            edit.madeFrom[what] = from;
            edit.put(what, std::move(object));
        };
        a.map.name = "Margin of heat: " + c.nameOf(lesionId);
        put(Id(id.text() + "-margin"), std::move(a.map));
        Structure zone;
        zone.name = "Heated zones (" + id.text() + ")";
        zone.colour = kZone;
        zone.mask = std::make_shared<const Mask>(a.zone);
        if (!a.zone.empty())
            zone.surface = std::make_shared<const Surface>(extractSurface(a.zone, {}, job.part(0.7, 1)));
        zone.measures.push_back({"volume", "Volume", {a.zoneMl, Unit::Millilitre, {}, {}}});
        put(Id(id.text() + "-zone"), std::move(zone));
        put(id, std::move(p));
        return edit;
    }

private:
    Limit m_margin, m_apart;
};

} // namespace

std::unique_ptr<Operation> makeAblation(const LimitTable& limits)
{
    return std::make_unique<Ablate>(limits);
}

} // namespace pollux::liver
