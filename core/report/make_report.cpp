#include "core/base/error.h"
#include "core/base/resource.h"
#include "core/base/text.h"
#include "core/case/acknowledgement.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"
#include "core/report/plan_comparison.h"
#include "core/report/plan_rows.h"
#include "core/report/report.h"
#include "core/report/timeline_section.h"

namespace pollux {

namespace {

std::string gridText(const Grid& g)
{
    return std::to_string(g.size[0]) + " × " + std::to_string(g.size[1]) + " × " + std::to_string(g.size[2]) +
           " voxels of " + toText(g.spacing.x(), 3) + " × " + toText(g.spacing.y(), 3) + " × " +
           toText(g.spacing.z(), 3) + " mm";
}

std::string tone(Severity severity)
{
    return severity == Severity::Stop ? "stop" : severity == Severity::Warning ? "warning" : "muted";
}

ReportTable findingTable(const Case& c, const Id& owner)
{
    ReportTable table;
    table.head = {"", "What was found", "What to do", "Acknowledged because"};
    for (const HeldFinding& held : findingsHeldBy(c, owner)) {
        const Finding& f = held.finding;
        table.rows.push_back({{std::string(name(f.severity)), tone(f.severity)},
                              {f.text, {}},
                              {f.advice, {}},
                              {f.acknowledged + byWhomAndWhen(c, held), {}}});
    }
    return table;
}

ReportSection gateSection(const Case& c)
{
    ReportSection section{"Study and input gate", {}, {}, {}};
    for (const auto& [id, study] : c.studies) {
        section.paragraphs.push_back("Patient key " + study->patientKey + " (a pseudonym). Study of " +
                                     (study->studyDate.empty() ? std::string("unknown date") : study->studyDate) + ".");
        if (!study->gate.empty())
            section.tables.push_back(findingTable(c, id));
    }
    for (const auto& [id, v] : c.volumes) {
        section.paragraphs.push_back(
            id.text() + ": " + v->modality + ", " + gridText(v->volume.grid()) +
            (v->unit.empty() ? ", values are not calibrated" : ", values in " + v->unit) + ". " +
            (v->gate.empty() ? "The input gate found nothing to remark." : "The input gate remarks:"));
        if (!v->gate.empty())
            section.tables.push_back(findingTable(c, id));
    }
    if (c.studies.empty() && c.volumes.empty())
        section.paragraphs.push_back("The case holds no study.");
    return section;
}

ReportSection structureSection(const Case& c, const std::set<Id>& stale)
{
    ReportSection section{"Structures", {}, {}, {}};
    ReportTable table;
    table.head = {"Structure", "State", "Volume", "Proposal quality", "Made by", "Up to date"};
    for (const auto& [id, s] : c.structures) {
        const auto lineage = c.lineage.find(id);
        const bool confirmed = s->state == ConfirmState::Confirmed;
        std::string state(name(s->state));
        if (confirmed && !s->confirmedBy.empty())
            state += " by " + s->confirmedBy;
        if (confirmed && !s->confirmedAt.empty())
            state += ", " + s->confirmedAt;
        table.rows.push_back(
            {{s->name, {}},
             {state, confirmed ? "ok" : "warning"},
             {s->mask ? toText(s->mask->volumeMl(), 1) + " mL" : "-", {}},
             {s->quality ? toText(*s->quality, 2) + (s->qualityText.empty() ? "" : " (" + s->qualityText + ")") : "-",
              "muted"},
             {lineage == c.lineage.end() ? "by hand" : lineage->second->operation, "muted"},
             stale.count(id) ? ReportCell{"STALE", "stale"} : ReportCell{"yes", "ok"}});
    }
    if (table.rows.empty())
        section.paragraphs.push_back("None.");
    else
        section.tables.push_back(std::move(table));
    return section;
}

ReportSection measurementSection(const Case& c, const std::set<Id>& stale)
{
    ReportSection section{"Measurements", {}, {}, {}};
    ReportTable table;
    table.head = {"Measurement", "What", "Value", "Up to date"};
    for (const auto& [id, m] : c.measurements)
        for (const NamedQuantity& q : m->values)
            table.rows.push_back({{m->name, {}},
                                  {q.label, {}},
                                  {toText(q.quantity), {}},
                                  stale.count(id) ? ReportCell{"STALE", "stale"} : ReportCell{"yes", "ok"}});
    section.paragraphs.push_back("The uncertainty after ± is one standard deviation, of placing each point within a "
                                 "voxel where nothing else is said.");
    for (const auto& [id, m] : c.measurements)
        if (!m->note.empty())
            section.paragraphs.push_back(m->name + ": " + m->note);
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection planSection(const Case& c, const Id& id, const LimitTable& limits, bool stale)
{
    const Plan& plan = c.plan(id);
    ReportSection section{"Plan: " + plan.name + " (" + id.text() + ")", {}, {}, {}};
    if (stale)
        section.paragraphs.push_back("STALE: something this plan stands on has changed since. Rebuild it before use.");
    section.paragraphs.push_back("State: " + std::string(name(plan.state)) +
                                 (plan.author.empty() ? "" : ". Author: " + plan.author) + ".");
    for (const std::string& text : signatureTexts(c, id))
        section.paragraphs.push_back("Signed: " + text + ".");
    for (const NamedPoint& p : plan.points)
        section.paragraphs.push_back(p.key + ": " + toText(p.position.x(), 1) + ", " + toText(p.position.y(), 1) +
                                     ", " + toText(p.position.z(), 1) + " mm (LPS: + is left, posterior, superior)");
    section.tables = planTables(plan, limits, stale);
    if (!plan.used.empty()) {
        ReportTable used;
        used.head = {"Structures used", "State when used"};
        for (const UsedStructure& u : plan.used)
            used.rows.push_back(
                {{u.name, {}}, {std::string(name(u.state)), u.state == ConfirmState::Confirmed ? "ok" : "warning"}});
        section.tables.push_back(std::move(used));
    }
    if (!plan.findings.empty())
        section.tables.push_back(findingTable(c, id));
    return section;
}

/// Plans of one kind beside each other, where there are several.
void addComparisons(Report& report, const Case& c, const LimitTable& limits)
{
    std::map<std::string, std::vector<Id>> kinds;
    for (const auto& [id, plan] : c.plans)
        kinds[plan->kind].push_back(id);
    for (const auto& [kind, ids] : kinds)
        if (ids.size() > 1)
            report.sections.push_back({"Plans side by side", {}, {comparisonTable(c, ids, limits)}, {}});
}

ReportSection lineageSection(const Case& c, const std::set<Id>& stale)
{
    ReportSection section{"Where everything came from", {}, {}, {}};
    ReportTable table;
    table.head = {"Object", "Operation", "From", "Author", "When (UTC)", "Software", "Up to date"};
    for (const auto& [id, l] : c.lineage) {
        std::string inputs;
        for (const LineageInput& in : l->inputs)
            inputs += (inputs.empty() ? "" : ", ") + in.id.text();
        table.rows.push_back({{id.text(), {}},
                              {l->operation + " v" + std::to_string(l->operationVersion), {}},
                              {inputs.empty() ? "-" : inputs, {}},
                              {l->author, {}},
                              {l->when, "muted"},
                              {l->software, "muted"},
                              stale.count(id) ? ReportCell{"STALE", "stale"} : ReportCell{"yes", "ok"}});
    }
    if (!table.rows.empty())
        section.tables.push_back(std::move(table));
    section.paragraphs.push_back("Parameters of every step are in report.json.");
    return section;
}

} // namespace

Report makeReport(const Case& whole, const Registry& registry, const std::vector<ReportPicture>& pictures)
{
    const Case c = withoutHidden(whole);
    const std::set<Id> stale = staleIds(c);
    Report report;
    report.title = "Planning report";
    report.patientKey = c.patientKey();
    report.notice = "Research and teaching software: not for clinical use.";
    report.software = "Pollux " + std::string(version());
    report.when = utcNow();
    if (!stale.empty()) {
        ReportSection section{"Out of date", {}, {}, {}};
        std::string ids;
        for (const Id& id : stale)
            ids += (ids.empty() ? "" : ", ") + id.text();
        section.paragraphs.push_back("These objects were made from something that has changed since: " + ids +
                                     ". Their numbers are marked STALE; 'rebuild' makes them again.");
        report.sections.push_back(std::move(section));
    }
    for (const auto& [id, plan] : c.plans)
        report.sections.push_back(planSection(c, id, registry.limits(), stale.count(id) > 0));
    addComparisons(report, c, registry.limits());
    if (auto section = timelineSection(c, Job()))
        report.sections.push_back(std::move(*section));
    if (!pictures.empty())
        report.sections.push_back({"Pictures", {}, {}, pictures});
    report.sections.push_back(gateSection(c));
    report.sections.push_back(structureSection(c, stale));
    if (!c.measurements.empty())
        report.sections.push_back(measurementSection(c, stale));
    report.sections.push_back(lineageSection(c, stale));
    return report;
}

} // namespace pollux
