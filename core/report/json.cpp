#include "core/case/acknowledgement.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"
#include "core/report/report.h"

#include <nlohmann/json.hpp>

namespace pollux {

namespace {

using nlohmann::json;

json point(const Vec3& p)
{
    return {p.x(), p.y(), p.z()};
}

json findingsJson(const Findings& findings)
{
    json all = json::array();
    for (const Finding& f : findings) {
        json j = {{"severity", name(f.severity)}, {"code", f.code}, {"text", f.text}, {"advice", f.advice}};
        if (f.place)
            j["place_mm"] = point(*f.place);
        if (!f.limit.empty())
            j["limit"] = f.limit;
        if (!f.acknowledged.empty())
            j["acknowledged"] = f.acknowledged;
        all.push_back(std::move(j));
    }
    return all;
}

json parsedOrText(const std::string& text)
{
    json j = json::parse(text, nullptr, false);
    return j.is_discarded() ? json(text) : j;
}

json structureJson(const Structure& s)
{
    json j = {{"name", s.name}, {"anatomy", s.anatomy}, {"state", name(s.state)}};
    if (s.state == ConfirmState::Confirmed) {
        j["confirmed_by"] = s.confirmedBy;
        j["confirmed_at"] = s.confirmedAt;
    }
    if (s.quality)
        j["quality"] = {{"value", *s.quality}, {"made_of", s.qualityText}};
    if (s.mask)
        j["volume_ml"] = s.mask->volumeMl();
    for (const NamedQuantity& q : s.measures)
        j["measures"][q.key] = {{"value", q.quantity.value}, {"unit", unitName(q.quantity.unit)}};
    return j;
}

} // namespace

nlohmann::json planJson(const Plan& plan)
{
    json j = {{"name", plan.name},     {"kind", plan.kind},        {"state", name(plan.state)},
              {"author", plan.author}, {"frame", "DICOM LPS, mm"}, {"numbers", json::array()}};
    for (const NamedPoint& p : plan.points)
        j["points_mm"][p.key] = point(p.position);
    for (const PlanNumber& n : plan.numbers) {
        json row = {{"key", n.key}, {"label", n.label}, {"unit", unitName(n.unit)}, {"verdict", n.verdict}};
        if (n.before)
            row["before"] = *n.before;
        if (n.after)
            row["after"] = *n.after;
        if (!n.limit.empty())
            row["limit"] = n.limit;
        if (n.limitValue)
            row["limit_value"] = *n.limitValue;
        if (n.limitKind)
            row["limit_kind"] = name(*n.limitKind);
        if (!n.note.empty())
            row["note"] = n.note;
        if (n.place)
            row["place_mm"] = point(*n.place);
        if (n.approximate)
            row["approximate"] = true;
        j["numbers"].push_back(std::move(row));
    }
    for (const UsedStructure& u : plan.used)
        j["used"].push_back({{"id", u.id.text()}, {"name", u.name}, {"state", name(u.state)}});
    j["findings"] = findingsJson(plan.findings);
    j["detail"] = parsedOrText(plan.detail);
    return j;
}

nlohmann::json signaturesJson(const Case& c, const Id& plan)
{
    json all = json::array();
    for (const PlanSignature& s : signaturesOf(c, plan))
        all.push_back(
            {{"state", name(s.state)}, {"by", s.by}, {"when", s.when}, {"key", s.key.hex()}, {"holds", s.holds}});
    return all;
}

nlohmann::json reportJson(const Case& whole, const Report& report)
{
    const Case c = withoutHidden(whole);
    json j = {{"title", report.title},
              {"notice", report.notice},
              {"software", report.software},
              {"when", report.when},
              {"patient_key", report.patientKey}};
    const std::set<Id> stale = staleIds(c);
    for (const Id& id : stale)
        j["stale"].push_back(id.text());
    for (const auto& [id, s] : c.studies)
        j["studies"][id.text()] = {
            {"study_date", s->studyDate}, {"source", s->source}, {"gate", findingsJson(s->gate)}};
    for (const auto& [id, v] : c.volumes) {
        const Grid& g = v->volume.grid();
        j["volumes"][id.text()] = {{"modality", v->modality},
                                   {"unit", v->unit},
                                   {"size", {g.size[0], g.size[1], g.size[2]}},
                                   {"spacing_mm", point(g.spacing)},
                                   {"origin_mm", point(g.origin)},
                                   {"key", v->volume.key().hex()},
                                   {"gate", findingsJson(v->gate)}};
    }
    for (const HeldFinding& held : heldFindings(c))
        if (const auto who = acknowledgementOf(c, held))
            j["acknowledged"][held.id.text()] = {
                {"reason", held.finding.acknowledged}, {"by", who->by}, {"when", who->when}};
    for (const auto& [id, s] : c.structures)
        j["structures"][id.text()] = structureJson(*s);
    for (const auto& [id, m] : c.measurements) {
        json own = {{"name", m->name}, {"kind", name(m->kind)}, {"note", m->note}};
        for (const Vec3& p : m->points)
            own["points_mm"].push_back(point(p));
        for (const NamedQuantity& q : m->values) {
            own["values"][q.key] = {{"value", q.quantity.value}, {"unit", unitName(q.quantity.unit)}};
            if (q.quantity.standardDeviation)
                own["values"][q.key]["standard_deviation"] = *q.quantity.standardDeviation;
        }
        j["measurements"][id.text()] = std::move(own);
    }
    for (const auto& [id, p] : c.plans) {
        j["plans"][id.text()] = planJson(*p);
        j["plans"][id.text()]["stale"] = stale.count(id) > 0;
        j["plans"][id.text()]["signatures"] = signaturesJson(c, id);
    }
    for (const auto& [id, l] : c.lineage) {
        json inputs = json::array();
        for (const LineageInput& in : l->inputs)
            inputs.push_back({{"id", in.id.text()}, {"key", in.key.hex()}});
        j["lineage"][id.text()] = {{"operation", l->operation},
                                   {"version", l->operationVersion},
                                   {"parameters", parsedOrText(l->parameters)},
                                   {"inputs", inputs},
                                   {"author", l->author},
                                   {"when", l->when},
                                   {"software", l->software}};
    }
    return j;
}

} // namespace pollux
