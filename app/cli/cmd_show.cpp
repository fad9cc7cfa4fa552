#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "app/cli/show_landmarks.h"
#include "core/base/text.h"
#include "core/case/acknowledgement.h"
#include "core/case/field_time.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"
#include "core/case/registration_figures.h"
#include "core/report/report.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pollux::cli {

namespace {

std::string gridText(const Grid& g)
{
    return std::to_string(g.size[0]) + "x" + std::to_string(g.size[1]) + "x" + std::to_string(g.size[2]) + ", " +
           toText(g.spacing.x(), 3) + "x" + toText(g.spacing.y(), 3) + "x" + toText(g.spacing.z(), 3) + " mm";
}

std::string timesText(const Field& f)
{
    if (f.times.empty())
        return {};
    return std::to_string(f.times.size()) + " times, " + timeText(f.times.front()) + " to " + timeText(f.times.back());
}

std::string placeText(const Vec3& p)
{
    return toText(p.x(), 1) + ", " + toText(p.y(), 1) + ", " + toText(p.z(), 1) + " mm (LPS)";
}

std::string planText(const Plan& plan, const LimitTable& limits)
{
    std::vector<std::vector<std::string>> rows;
    for (const NamedPoint& p : plan.points)
        rows.push_back({p.key, placeText(p.position), "", ""});
    for (const PlanNumber& n : plan.numbers) {
        const auto value = [&](const std::optional<double>& v) {
            return v ? toText(Quantity{*v, n.unit, {}, {}}) : std::string("-");
        };
        std::string shown = value(n.after);
        if (n.before)
            shown = value(n.before) + " -> " + shown;
        const std::string limit = n.limitValue ? "limit " + limitText(n, limits) : std::string();
        rows.push_back({n.label, shown, n.verdict, limit + (n.note.empty() ? "" : "  " + n.note)});
    }
    return table(rows);
}

/// Each under the id by which case.acknowledge calls it.
void showFindings(const Case& c, const Id& owner, const Console& console, nlohmann::json& j)
{
    std::vector<std::vector<std::string>> rows;
    nlohmann::json all = nlohmann::json::array();
    for (const HeldFinding& held : findingsHeldBy(c, owner)) {
        const Finding& f = held.finding;
        const bool open = f.acknowledged.empty();
        nlohmann::json one = toJson(Findings{f})[0];
        one["id"] = held.id.text();
        rows.push_back({held.id.text(), std::string(name(f.severity)) + (open ? "" : ", acknowledged"),
                        f.text + (f.advice.empty() ? "" : " " + f.advice)});
        if (!open) {
            rows.push_back({"", "", "because: " + f.acknowledged + byWhomAndWhen(c, held)});
            one["acknowledged"] = f.acknowledged;
            if (const auto who = acknowledgementOf(c, held)) {
                one["acknowledged_by"] = who->by;
                one["acknowledged_when"] = who->when;
            }
        }
        all.push_back(std::move(one));
    }
    if (!rows.empty())
        console.line("  findings:\n" + table(rows));
    j["findings"] = std::move(all);
}

/// "1 stop, 2 warnings to answer", or nothing.
std::string openFindings(const Case& c, const Id& owner)
{
    int stops = 0, warnings = 0;
    for (const HeldFinding& held : findingsHeldBy(c, owner))
        if (held.finding.acknowledged.empty()) {
            stops += held.finding.severity == Severity::Stop;
            warnings += held.finding.severity == Severity::Warning;
        }
    const auto count = [](int n, const char* what) { return std::to_string(n) + " " + what + (n > 1 ? "s" : ""); };
    std::string text = stops ? count(stops, "stop") : "";
    if (warnings)
        text += (text.empty() ? "" : ", ") + count(warnings, "warning");
    return text.empty() ? text : text + " to answer";
}

nlohmann::json lineageJson(const Lineage& l)
{
    nlohmann::json inputs = nlohmann::json::array();
    for (const LineageInput& in : l.inputs)
        inputs.push_back({{"id", in.id.text()}, {"key", in.key.hex()}});
    const auto params = nlohmann::json::parse(l.parameters, nullptr, false);
    return {{"operation", l.operation},
            {"version", l.operationVersion},
            {"parameters", params.is_discarded() ? nlohmann::json(l.parameters) : params},
            {"inputs", inputs},
            {"author", l.author},
            {"when", l.when},
            {"software", l.software},
            {"seconds", l.seconds}};
}

/// As a table, and as JSON by key.
nlohmann::json quantities(const std::vector<NamedQuantity>& all, const Console& console)
{
    nlohmann::json j = nlohmann::json::object();
    std::vector<std::vector<std::string>> rows;
    for (const NamedQuantity& q : all) {
        rows.push_back({q.label, toText(q.quantity)});
        j[q.key] = {{"value", q.quantity.value}, {"unit", unitName(q.quantity.unit)}};
        if (q.quantity.standardDeviation)
            j[q.key]["standard_deviation"] = *q.quantity.standardDeviation;
    }
    if (!rows.empty())
        console.line(table(rows));
    return j;
}

void showObject(const Case& c, const Id& id, const Context& context)
{
    const Console& console = context.console;
    const auto kind = c.kindOf(id);
    if (!kind)
        throw Error(ErrorCode::NotFound, "The case has no object '" + id.text() + "'.",
                    "'pollux show CASE' lists all.");
    nlohmann::json j = {
        {"id", id.text()}, {"kind", name(*kind)}, {"name", c.nameOf(id)}, {"stale", staleIds(c).count(id) > 0}};
    console.line(id.text() + " (" + std::string(name(*kind)) + "): " + c.nameOf(id) +
                 (staleIds(c).count(id) ? "  STALE: an input has changed since" : ""));
    if (*kind == Kind::Plan) {
        j["plan"] = planJson(c.plan(id));
        const Plan& plan = c.plan(id);
        console.line("  state: " + std::string(name(plan.state)) +
                     (plan.author.empty() ? "" : ", made by " + plan.author));
        for (const std::string& text : signatureTexts(c, id))
            console.line("  " + text);
        j["signatures"] = signaturesJson(c, id);
        console.line(planText(plan, context.registry.limits()));
    } else if (*kind == Kind::Structure) {
        const Structure& s = c.structure(id);
        console.line("  state: " + std::string(name(s.state)) + (s.confirmedBy.empty() ? "" : " by " + s.confirmedBy) +
                     (s.confirmedAt.empty() ? "" : ", " + s.confirmedAt));
        j["state"] = name(s.state);
        j["confirmed_by"] = s.confirmedBy;
        j["confirmed_at"] = s.confirmedAt;
        if (s.quality)
            console.line("  quality: " + toText(*s.quality, 2) + " (" + s.qualityText + ")");
        j["measures"] = quantities(s.measures, console);
    } else if (*kind == Kind::Measurement) {
        const Measurement& m = *c.measurements.at(id);
        j["values"] = quantities(m.values, console);
        for (const Vec3& p : m.points) {
            console.line("  point " + toText(ParamValue(p)) + " mm (LPS)");
            j["points_mm"].push_back({p.x(), p.y(), p.z()});
        }
        if (!m.note.empty())
            console.line("  " + m.note);
        j["note"] = m.note;
    } else if (*kind == Kind::Landmark) {
        const Vec3& p = c.landmarks.at(id)->position;
        console.line("  " + placeText(p));
        j["position_mm"] = {p.x(), p.y(), p.z()};
    } else if (*kind == Kind::Registration) {
        const Registration& r = c.registration(id);
        console.line("  " + r.moving.text() + " onto " + r.fixed.text() + (r.field ? ", deformable" : ", affine"));
        j["values"] = quantities(registrationFigures(c, id, console.job()), console);
        showLandmarks(landmarkTable(c, id), console, j);
        for (const Finding& f : r.findings)
            console.line("  " + std::string(name(f.severity)) + ": " + f.text + " " + f.advice);
    } else if (*kind == Kind::Field) {
        const Field& f = *c.fields.at(id);
        const auto shown = [&](double v) { return toText(Quantity{v, f.unit, {}, {}}); };
        console.line("  colours from " + shown(f.low) + " to " + shown(f.high));
        if (!f.times.empty())
            console.line("  " + timesText(f));
        j["low"] = f.low;
        j["high"] = f.high;
        j["unit"] = symbol(f.unit);
        j["times_s"] = f.times;
    } else if (*kind == Kind::Volume) {
        console.line("  " + gridText(c.volume(id).volume.grid()));
    }
    showFindings(c, id, console, j);
    for (const char* shape : {"", "/surface", "/tree", "/measures"}) {
        const auto it = c.lineage.find(Id(id.text() + shape));
        if (it == c.lineage.end())
            continue;
        const Lineage& l = *it->second;
        std::string inputs;
        for (const LineageInput& in : l.inputs)
            inputs += (inputs.empty() ? "" : ", ") + in.id.text();
        console.line("  made by " + l.operation + " v" + std::to_string(l.operationVersion) + " from " +
                     (inputs.empty() ? "nothing in the case" : inputs) + ", " + l.when +
                     (l.author.empty() ? "" : " by " + l.author) +
                     (*shape ? std::string("  (") + (shape + 1) + ")" : ""));
        j["lineage"][*shape ? shape + 1 : "object"] = lineageJson(l);
    }
    console.result(j);
}

} // namespace

std::string describeCase(const Case& c)
{
    const std::set<Id> stale = staleIds(c);
    const auto mark = [&](const Id& id) {
        const std::string open = openFindings(c, id);
        return stale.count(id) ? open.empty() ? "STALE" : "STALE, " + open : open;
    };
    std::vector<std::vector<std::string>> rows;
    for (const auto& [id, s] : c.studies)
        rows.push_back({id.text(), "study", "patient " + s->patientKey, s->description, mark(id)});
    for (const auto& [id, v] : c.volumes)
        rows.push_back({id.text(), "volume", v->modality, gridText(v->volume.grid()), mark(id)});
    for (const auto& [id, s] : c.structures) {
        std::string what = s->mask ? toText(s->mask->volumeMl(), 1) + " mL" : std::string();
        if (s->surface)
            what += (what.empty() ? "" : ", ") + std::to_string(s->surface->triangles().size()) + " triangles";
        if (s->tree)
            what += ", " + std::to_string(s->tree->tips()) + " tips";
        rows.push_back({id.text(), "structure",
                        std::string(name(s->state)) + (s->quality ? " " + toText(*s->quality, 2) : ""), what,
                        mark(id)});
    }
    for (const auto& [id, l] : c.landmarks)
        rows.push_back({id.text(), "landmark", l->name, placeText(l->position), mark(id)});
    for (const auto& [id, m] : c.measurements)
        rows.push_back({id.text(), "measurement", std::string(name(m->kind)),
                        m->values.empty() ? m->name : toText(m->values.front().quantity), mark(id)});
    for (const auto& [id, r] : c.registrations)
        rows.push_back({id.text(), "registration", r->name, r->moving.text() + " onto " + r->fixed.text(), mark(id)});
    for (const auto& [id, f] : c.fields)
        rows.push_back({id.text(), "field", f->name, timesText(*f), mark(id)});
    for (const auto& [id, p] : c.plans)
        rows.push_back({id.text(), "plan", std::string(name(p->state)), p->name, mark(id)});
    for (const auto& [id, u] : c.unknown)
        rows.push_back({id.text(), "unknown", u->kind, "kept, read-only", ""});
    return rows.empty() ? "The case is empty." : table(rows);
}

nlohmann::json caseJson(const Case& c)
{
    nlohmann::json j = {{"patient", c.patientKey()}, {"objects", nlohmann::json::array()}};
    const std::set<Id> stale = staleIds(c);
    const auto add = [&](Kind kind, const auto& map) {
        for (const auto& [id, object] : map)
            j["objects"].push_back(
                {{"id", id.text()}, {"kind", name(kind)}, {"name", c.nameOf(id)}, {"stale", stale.count(id) > 0}});
    };
    add(Kind::Study, c.studies);
    add(Kind::Volume, c.volumes);
    add(Kind::Structure, c.structures);
    add(Kind::Landmark, c.landmarks);
    add(Kind::Measurement, c.measurements);
    add(Kind::Registration, c.registrations);
    add(Kind::Field, c.fields);
    add(Kind::Plan, c.plans);
    add(Kind::Unknown, c.unknown);
    return j;
}

void addShow(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string file, object;
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand("show", "What a case holds, or one object with its lineage");
    sub->add_option("case", o->file, "Case file")->required();
    sub->add_option("object", o->object, "Id of one object");
    sub->callback([o, &context] {
        Job job = context.console.job();
        const Case whole = openCase(o->file, job);
        const Case c = withoutHidden(whole);
        if (o->object.empty()) {
            context.console.line(describeCase(c));
            const size_t hidden = hiddenPlans(whole).size();
            if (hidden > 0)
                context.console.line(std::to_string(hidden) + (hidden == 1 ? " plan is" : " plans are") +
                                     " hidden for teaching; 'pollux run CASE plan.reveal' shows all.");
            nlohmann::json j = caseJson(c);
            j["hidden_plans"] = hidden;
            context.console.result(j);
        } else {
            showObject(c, Id(o->object), context);
        }
    });
}

} // namespace pollux::cli
