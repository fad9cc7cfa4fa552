#include "core/operation/sensitivity_scope.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

std::string percent(double share)
{
    return toText(std::round(share * 1000) / 10) + " %";
}

/// Nobody has declared how uncertain a parameter is: a share of its value, said to be assumed.
/// Returns why that is not possible; empty if it is.
std::string assumeRange(VariedParam& v, const Param& p, double step)
{
    double reach = step * std::abs(v.base);
    v.range = "±" + percent(step) + ", assumed";
    if (v.base == 0) {
        if (!p.min || !p.max)
            return "its value is 0 and it has no allowed range to take a share of: choose a range";
        reach = step * (*p.max - *p.min);
        v.range = "±" + percent(step) + " of its allowed range, assumed";
    }
    if (v.whole) {
        const double steps = std::max(1.0, std::round(reach));
        if (steps != reach)
            v.range = "±" + toText(steps) + ", assumed";
        reach = steps;
    }
    v.low = v.base - reach;
    v.high = v.base + reach;
    const bool below = p.min && v.low < *p.min, above = p.max && v.high > *p.max;
    if (below)
        v.low = *p.min;
    if (above)
        v.high = *p.max;
    if (below || above)
        v.range += below ? ", not below " + toText(*p.min) : ", not above " + toText(*p.max);
    if (below && above)
        v.range += " nor above " + toText(*p.max);
    return v.low < v.high ? std::string() : "its allowed range leaves no room";
}

void takeRange(VariedParam& v, const RangeChoice& choice)
{
    if (!std::isfinite(choice.low) || !std::isfinite(choice.high) || choice.low >= choice.high)
        throw Error(ErrorCode::BadInput, "The range of '" + toText(v.param) + "' is empty.",
                    "Name the lower value first: 2..5.");
    if (v.whole && (std::round(choice.low) != choice.low || std::round(choice.high) != choice.high))
        throw Error(ErrorCode::BadInput, "'" + toText(v.param) + "' takes whole numbers.", "For example 2..5.");
    v.low = choice.low;
    v.high = choice.high;
    v.range = "chosen";
}

bool chosen(const std::vector<UpstreamParam>& only, const UpstreamParam& param)
{
    return only.empty() || std::any_of(only.begin(), only.end(), [&](const auto& o) { return param.matches(o); });
}

/// A choice that fits nothing is a typing error.
void checkChoices(const std::vector<UpstreamParam>& there, const SensitivityOptions& options)
{
    std::vector<UpstreamParam> choices = options.only;
    for (const RangeChoice& range : options.ranges)
        choices.push_back(range.param);
    std::string known;
    for (const UpstreamParam& p : there)
        known += (known.empty() ? "" : ", ") + toText(p);
    for (const UpstreamParam& choice : choices)
        if (std::none_of(there.begin(), there.end(), [&](const UpstreamParam& p) { return p.matches(choice); }))
            throw Error(ErrorCode::NotFound, "The number does not depend on a parameter '" + toText(choice) + "'.",
                        known.empty() ? "There is none to vary." : "There is: " + known + ".");
}

void addStage(detail::Scope& scope, const Registry& registry, size_t at, const SensitivityOptions& options,
              std::vector<UpstreamParam>& there)
{
    const Stage& stage = scope.chain.stages[at];
    const Operation& operation = registry.at(stage.lineage->operation);
    const ParamList list = operation.declare();
    const ParamValues values = completed(list, recordedValues(*stage.lineage, list));
    const OperationInfo info = operation.info();
    UpstreamParam param{*stage.outputs.begin(), info.id, {}};
    if (scope.chain.follows(stage)) {
        scope.told.notVaried.push_back(
            {param, "made again where its mask changes; no record says that the number was made from it"});
        return;
    }
    bool any = false;
    for (const Param& p : list.all()) {
        if ((p.type != ParamType::Real && p.type != ParamType::Int) || !values.has(p.key))
            continue;
        any = true;
        param.key = p.key;
        there.push_back(param);
        if (!chosen(options.only, param)) {
            scope.told.notVaried.push_back({param, "left out"});
            continue;
        }
        VariedParam v;
        v.param = param;
        v.operationName = info.name;
        v.label = p.label;
        v.unit = p.unit;
        v.whole = p.type == ParamType::Int;
        v.base = v.whole ? static_cast<double>(values.integer(p.key)) : values.real(p.key);
        const auto range = std::find_if(options.ranges.begin(), options.ranges.end(),
                                        [&](const RangeChoice& r) { return param.matches(r.param); });
        std::string why;
        if (range != options.ranges.end())
            takeRange(v, *range);
        else
            why = assumeRange(v, p, options.step);
        if (!why.empty()) {
            scope.told.notVaried.push_back({param, why});
            continue;
        }
        scope.told.params.push_back(std::move(v));
        scope.stageOf.push_back(at);
    }
    if (!any)
        scope.told.notVaried.push_back({{param.object, info.id, {}}, "it has no numeric parameter"});
}

} // namespace

bool UpstreamParam::matches(const UpstreamParam& choice) const
{
    return operation == choice.operation && key == choice.key && (choice.object.empty() || object == choice.object);
}

UpstreamParam parseUpstreamParam(std::string_view text)
{
    UpstreamParam out;
    const auto colon = text.find(':');
    const std::string_view name = colon == std::string_view::npos ? text : text.substr(colon + 1);
    const auto dot = name.rfind('.');
    const bool objectFits = colon == std::string_view::npos || isValidId(text.substr(0, colon));
    if (!objectFits || dot == std::string_view::npos || dot == 0 || dot + 1 == name.size())
        throw Error(ErrorCode::BadInput, "'" + std::string(text) + "' is not of the form operation.key.",
                    "For example segment.threshold.low, or liver:segment.threshold.low of one object.");
    if (colon != std::string_view::npos)
        out.object = Id(std::string(text.substr(0, colon)));
    out.operation = name.substr(0, dot);
    out.key = name.substr(dot + 1);
    return out;
}

std::string toText(const UpstreamParam& param)
{
    std::string text = param.object.text();
    if (!text.empty() && !param.operation.empty())
        text += ':';
    text += param.operation;
    if (!param.key.empty())
        text += '.' + param.key;
    return text;
}

detail::Scope detail::makeScope(const Case& c, const Registry& registry, const Id& object, std::string_view number,
                                const SensitivityOptions& options, const std::map<Id, std::string>& held)
{
    if (!(options.step > 0 && options.step <= 1))
        throw Error(ErrorCode::BadInput, "The step must be more than 0 % and at most 100 %.", "10 % is usual.");
    Scope scope;
    scope.told.number = numberAt(c, object, number);
    if (!scope.told.number.value)
        throw Error(ErrorCode::BadInput, "'" + scope.told.number.label + "' was not computed.",
                    scope.told.number.note.empty() ? "Choose another number." : scope.told.number.note);
    scope.record = recordOfNumbers(c, object);
    scope.chain = lineageChain(c, registry, scope.record, held);
    for (const FixedSource& source : scope.chain.fixed) {
        if (source.object == scope.record)
            throw Error(ErrorCode::BadInput, "'" + object.text() + "' cannot be made again: " + source.reason + ".",
                        "Choose a number that an operation made.");
        scope.told.notVaried.push_back({{source.object, source.operation, {}}, source.reason});
    }
    std::vector<UpstreamParam> there;
    for (size_t n = 0; n < scope.chain.stages.size(); ++n)
        addStage(scope, registry, n, options, there);
    // What a held run would have is no typing error.
    if (held.empty())
        checkChoices(there, options);
    return scope;
}

SensitivityScope sensitivityScope(const Case& c, const Registry& registry, const Id& object, std::string_view number,
                                  const SensitivityOptions& options)
{
    return detail::makeScope(c, registry, object, number, options, {}).told;
}

} // namespace pollux
