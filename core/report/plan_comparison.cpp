#include "core/report/plan_comparison.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pollux {

namespace {

const PlanNumber* numberOf(const Plan& plan, const std::string& key)
{
    const auto it =
        std::find_if(plan.numbers.begin(), plan.numbers.end(), [&](const PlanNumber& n) { return n.key == key; });
    return it == plan.numbers.end() ? nullptr : &*it;
}

bool same(const PlanNumber* a, const PlanNumber* b)
{
    if (!a || !b)
        return a == b;
    return a->after == b->after && a->verdict == b->verdict && a->limitValue == b->limitValue;
}

std::string valueText(const PlanNumber* n)
{
    return n && n->after ? (n->approximate ? "≈ " : "") + toText(Quantity{*n->after, n->unit, {}, {}}) : "-";
}

std::string differenceText(const std::optional<double>& d, Unit unit)
{
    if (!d)
        return "-";
    return (*d > 0 ? "+" : "") + toText(Quantity{*d, unit, {}, {}});
}

std::vector<const Plan*> found(const Case& c, const std::vector<Id>& ids)
{
    std::vector<const Plan*> plans;
    for (const Id& id : ids) {
        plans.push_back(&c.plan(id));
        if (isHidden(c, id)) {
            const Finding hidden = hiddenFinding(id);
            throw Error(ErrorCode::BadInput, hidden.text, hidden.advice);
        }
    }
    if (plans.size() < 2)
        throw Error(ErrorCode::BadInput, "A comparison needs two plans.", "Name two or more plans of the case.");
    for (const Plan* p : plans)
        if (p->kind != plans.front()->kind)
            throw Error(ErrorCode::BadInput, "Plans of different kinds have no common numbers.",
                        "Compare plans of one intervention.");
    return plans;
}

} // namespace

std::vector<ComparedNumber> comparePlans(const std::vector<const Plan*>& plans)
{
    std::vector<ComparedNumber> rows;
    for (const Plan* plan : plans)
        for (const PlanNumber& n : plan->numbers) {
            if (std::any_of(rows.begin(), rows.end(), [&](const ComparedNumber& r) { return r.key == n.key; }))
                continue;
            ComparedNumber row{n.key, n.label, n.unit, {}, {}, false};
            for (const Plan* p : plans) {
                const PlanNumber* own = numberOf(*p, n.key);
                const PlanNumber* first = row.values.empty() ? nullptr : row.values.front();
                const bool both = first && own && first->after && own->after;
                row.difference.push_back(both ? std::optional(*own->after - *first->after) : std::nullopt);
                row.values.push_back(own);
                row.differs = row.differs || !same(row.values.front(), own);
            }
            rows.push_back(std::move(row));
        }
    return rows;
}

ReportTable comparisonTable(const Case& c, const std::vector<Id>& ids, const LimitTable& limits)
{
    const std::vector<const Plan*> plans = found(c, ids);
    const std::set<Id> stale = staleIds(c);
    ReportTable table;
    table.head = {""};
    for (size_t n = 0; n < plans.size(); ++n) {
        table.head.push_back(plans[n]->name + " (" + ids[n].text() + ")");
        if (n > 0)
            table.head.push_back("Difference");
    }
    table.head.emplace_back("Limit");
    const auto words = [&](std::string label, const auto& of) {
        std::vector<ReportCell> row{{std::move(label), {}}};
        for (size_t n = 0; n < plans.size(); ++n) {
            row.push_back(of(n));
            if (n > 0)
                row.push_back({"", {}});
        }
        row.push_back({"", {}});
        table.rows.push_back(std::move(row));
    };
    words("Made by", [&](size_t n) { return ReportCell{plans[n]->author.empty() ? "-" : plans[n]->author, {}}; });
    words("State", [&](size_t n) { return ReportCell{std::string(name(plans[n]->state)), {}}; });
    const auto signedBy = [&](size_t n, PlanState state) {
        for (const PlanSignature& s : signaturesOf(c, ids[n]))
            if (s.state == state)
                return ReportCell{(s.by.empty() ? "?" : s.by) + ", " + s.when + (s.holds ? "" : ", CHANGED SINCE"),
                                  s.holds ? "" : "stop"};
        return ReportCell{"-", {}};
    };
    words("Reviewed", [&](size_t n) { return signedBy(n, PlanState::Reviewed); });
    words("Approved", [&](size_t n) { return signedBy(n, PlanState::Approved); });
    words("Up to date", [&](size_t n) {
        return stale.count(ids[n]) ? ReportCell{"STALE", "stale"} : ReportCell{"yes", "ok"};
    });
    for (const ComparedNumber& r : comparePlans(plans)) {
        std::vector<ReportCell> row{{r.label, {}}};
        std::string limit;
        for (size_t n = 0; n < plans.size(); ++n) {
            const PlanNumber* v = r.values[n];
            std::string text = valueText(v);
            if (v && !v->verdict.empty())
                text += " (" + v->verdict + ")";
            row.push_back({std::move(text), stale.count(ids[n]) ? "stale" : v ? v->verdict : std::string()});
            if (n > 0)
                row.push_back({differenceText(r.difference[n], r.unit), r.differs ? "" : "muted"});
            if (v && v->limitValue && limit.empty())
                limit = limitText(*v, limits);
        }
        row.push_back({limit.empty() ? "-" : limit, "muted"});
        table.rows.push_back(std::move(row));
    }
    return table;
}

nlohmann::json comparisonJson(const Case& c, const std::vector<Id>& ids)
{
    const std::vector<const Plan*> plans = found(c, ids);
    nlohmann::json j = {{"plans", nlohmann::json::array()}, {"numbers", nlohmann::json::array()}};
    for (const Id& id : ids)
        j["plans"].push_back(id.text());
    for (const ComparedNumber& r : comparePlans(plans)) {
        nlohmann::json row = {{"key", r.key}, {"label", r.label}, {"unit", unitName(r.unit)}, {"differs", r.differs}};
        for (size_t n = 0; n < plans.size(); ++n) {
            const PlanNumber* v = r.values[n];
            row["after"].push_back(v && v->after ? nlohmann::json(*v->after) : nlohmann::json());
            row["verdict"].push_back(v ? nlohmann::json(v->verdict) : nlohmann::json());
            row["difference"].push_back(r.difference[n] ? nlohmann::json(*r.difference[n]) : nlohmann::json());
        }
        j["numbers"].push_back(std::move(row));
    }
    return j;
}

} // namespace pollux
