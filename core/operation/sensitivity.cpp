#include "core/operation/sensitivity.h"

#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/plan_state.h"
#include "core/operation/sensitivity_scope.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

/// Relative; the same run gives the same number bit for bit, but a file may have been written by hand.
constexpr double kSame = 1e-9;

bool same(double a, double b)
{
    return std::abs(a - b) <= kSame * std::max({1.0, std::abs(a), std::abs(b)});
}

Finding warning(std::string code, std::string text, std::string advice)
{
    return {Severity::Warning, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

/// A confirmed structure may not be overwritten; in a trial it is, and counts as confirmed for what is run after it.
class PutAside
{
public:
    PutAside(Case& c, const Stage& stage)
    {
        for (const Id& id : stage.outputs)
            if (const auto it = c.structures.find(id);
                it != c.structures.end() && it->second->state == ConfirmState::Confirmed) {
                m_confirmed.emplace_back(id, it->second);
                Structure s = *it->second;
                s.state = ConfirmState::Proposed;
                it->second = std::make_shared<const Structure>(std::move(s));
            }
    }
    void giveBack(Case& c) const
    {
        for (const auto& [id, was] : m_confirmed)
            if (const auto it = c.structures.find(id); it != c.structures.end()) {
                Structure s = *it->second;
                s.state = was->state;
                s.confirmedBy = was->confirmedBy;
                s.confirmedAt = was->confirmedAt;
                it->second = std::make_shared<const Structure>(std::move(s));
            }
    }

private:
    std::vector<std::pair<Id, std::shared_ptr<const Structure>>> m_confirmed;
};

struct Runner
{
    const Registry& registry;
    const RunContext& context;
    StageCache* cache;
    int ran = 0;
    int fromCache = 0;

    Case run(Case c, const Stage& stage, Keep keep, Job& job)
    {
        const PutAside aside(c, stage);
        StageRun one = runStage(c, stage, registry, context, cache, keep, job);
        ++(one.fromCache ? fromCache : ran);
        const std::vector<Id>& made = one.result.changed;
        for (const Id& output : stage.outputs)
            if (const Id owner(output.text().substr(0, output.text().find('/')));
                std::find(made.begin(), made.end(), owner) == made.end())
                throw Error(ErrorCode::BadInput,
                            "Running '" + stage.lineage->operation + "' again does not make '" + output.text() +
                                "' again: its result has another name.",
                            "Run it once more with the name of its result given.");
        aside.giveBack(one.result.after);
        return std::move(one.result.after);
    }
};

/// The stage with another value of one parameter.
Stage changed(const Stage& stage, const Registry& registry, const VariedParam& v, double value)
{
    const ParamList list = registry.at(stage.lineage->operation).declare();
    ParamValues values = recordedValues(*stage.lineage, list);
    if (v.whole)
        values.set(v.param.key, static_cast<std::int64_t>(std::llround(value)));
    else
        values.set(v.param.key, value);
    Lineage lineage = *stage.lineage;
    lineage.parameters = toJson(values).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    Stage out = stage;
    out.lineage = std::make_shared<const Lineage>(std::move(lineage));
    return out;
}

double valueOf(const Case& c, const Id& object, const CaseNumber& number)
{
    const auto now = findNumber(c, object, number.key);
    if (!now)
        throw Error(ErrorCode::BadInput, "Then there is no such number.");
    if (!now->value)
        throw Error(ErrorCode::BadInput, "Then it is not computed.", now->note);
    return *now->value;
}

void sayWhatDiffers(Sensitivity& result, const Case& c, const detail::Scope& scope, const Registry& registry)
{
    if (same(result.base, *result.number.value))
        return;
    const auto shown = [&](double v) { return toText(Quantity{v, result.number.unit, {}, {}}); };
    const std::set<Id> stale = staleIds(c);
    std::string why = stale.contains(scope.record) ? "Something it was made from has changed since." : "";
    for (const Stage& stage : scope.chain.stages)
        if (registry.at(stage.lineage->operation).info().version != stage.lineage->operationVersion)
            why += (why.empty() ? "" : " ") +
                   ("'" + stage.lineage->operation + "' is another version than that of " + "the record.");
    result.findings.push_back(warning("sensitivity.base",
                                      "Run again with unchanged parameters, the number is " + shown(result.base) +
                                          " instead of " + shown(*result.number.value) +
                                          " as recorded; the changes are told from the former." +
                                          (why.empty() ? "" : " " + why),
                                      "Re-run what is stale before you rely on the number."));
}

} // namespace

Sensitivity sensitivity(const Case& c, const Registry& registry, const Id& object, std::string_view number,
                        const SensitivityOptions& options, const RunContext& context, StageCache* cache, Job& job)
{
    Sensitivity result;
    result.object = object;
    Runner runner{registry, context, cache};
    std::map<Id, std::string> held;
    detail::Scope scope = detail::makeScope(c, registry, object, number, options, held);

    // Unchanged. A step that cannot be repeated stays as it is, with all that leads to it alone.
    const Case trial = unlocked(c);
    Case base = trial;
    const double parts = 1 + 2 * static_cast<double>(scope.told.params.size());
    for (size_t n = 0; n < scope.chain.stages.size();) {
        const Stage& stage = scope.chain.stages[n];
        const double each = 1 / parts / static_cast<double>(scope.chain.stages.size());
        Job part = job.part(each * static_cast<double>(n), each * static_cast<double>(n + 1));
        try {
            base = runner.run(std::move(base), stage, Keep::Yes, part);
            ++n;
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled || e.code() == ErrorCode::OutOfMemory)
                throw;
            if (stage.outputs.contains(scope.record))
                throw Error(e.code(), "'" + object.text() + "' cannot be made again: " + e.message(), e.advice());
            std::string what;
            for (const Id& id : stage.outputs) {
                held[id] = filled("running it again failed: %1", {e.message()});
                what += (what.empty() ? "'" : ", '") + id.text() + "'";
            }
            result.findings.push_back(warning(
                "sensitivity.held", what + " could not be made again and stays as it is: " + e.message(), e.advice()));
            scope = detail::makeScope(c, registry, object, number, options, held);
            base = trial;
            n = 0;
        }
    }
    result.number = scope.told.number;
    result.notVaried = scope.told.notVaried;
    result.base = valueOf(base, object, result.number);
    sayWhatDiffers(result, c, scope, registry);

    const auto numberWith = [&](size_t at, double value, std::string& error, Job& part) -> std::optional<double> {
        const VariedParam& v = scope.told.params[at];
        if (value == v.base)
            return result.base;
        part.progress(0, v.label);
        try {
            Case now = base;
            std::set<Id> dirty;
            for (size_t n = scope.stageOf[at]; n < scope.chain.stages.size(); ++n) {
                const Stage& stage = scope.chain.stages[n];
                const bool varied = n == scope.stageOf[at];
                if (!varied && !reads(stage, dirty))
                    continue;
                now = runner.run(std::move(now), varied ? changed(stage, registry, v, value) : stage, Keep::No, part);
                dirty.insert(stage.outputs.begin(), stage.outputs.end());
            }
            return valueOf(now, object, result.number);
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled || e.code() == ErrorCode::OutOfMemory)
                throw;
            error = e.what();
            return std::nullopt;
        }
    };
    const double runs = parts;
    for (size_t n = 0; n < scope.told.params.size(); ++n) {
        SensitivityRow row;
        row.varied = scope.told.params[n];
        const double from = 1 + 2 * static_cast<double>(n);
        Job first = job.part(from / runs, (from + 1) / runs), second = job.part((from + 1) / runs, (from + 2) / runs);
        row.atLow = numberWith(n, row.varied.low, row.errorLow, first);
        row.atHigh = numberWith(n, row.varied.high, row.errorHigh, second);
        for (const auto& value : {row.atLow, row.atHigh})
            if (value)
                row.largest = std::max(row.largest, std::abs(*value - result.base));
        result.rows.push_back(std::move(row));
    }
    std::stable_sort(result.rows.begin(), result.rows.end(),
                     [](const SensitivityRow& a, const SensitivityRow& b) { return a.largest > b.largest; });
    result.ran = runner.ran;
    result.fromCache = runner.fromCache;
    job.progress(1);
    return result;
}

std::string sensitivityCsv(const Sensitivity& result)
{
    const auto value = [](const std::optional<double>& v) { return v ? toText(*v) : std::string(); };
    std::string out =
        csvLine({"object", "operation", "parameter", "label", "unit", "low", "base", "high", "range", "number",
                 "number unit", "number at base", "number at low", "number at high", "error at low", "error at high"});
    for (const SensitivityRow& row : result.rows) {
        const VariedParam& v = row.varied;
        out += csvLine({v.param.object.text(), v.param.operation, v.param.key, v.label, std::string(unitName(v.unit)),
                        toText(v.low), toText(v.base), toText(v.high), v.range, result.number.label,
                        std::string(unitName(result.number.unit)), toText(result.base), value(row.atLow),
                        value(row.atHigh), row.errorLow, row.errorHigh});
    }
    return out;
}

} // namespace pollux
