#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "core/base/text.h"
#include "core/operation/sensitivity.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pollux::cli {

namespace {

/// "10%" or "10 %": a share of 0.1.
double parseStep(std::string_view text)
{
    text = trimmed(text);
    const auto number = text.ends_with('%') ? parseDouble(text.substr(0, text.size() - 1)) : std::nullopt;
    if (!number)
        throw Error(ErrorCode::BadInput, "'" + std::string(text) + "' is not a step.", "For example: --step 10%");
    return *number / 100;
}

/// "segment.threshold.low=100..150"
RangeChoice parseRange(const std::string& text)
{
    const auto equals = text.find('=');
    const auto dots = text.find("..", equals == std::string::npos ? 0 : equals);
    if (equals == std::string::npos || dots == std::string::npos)
        throw Error(ErrorCode::BadInput, "'" + text + "' is not of the form operation.key=low..high.",
                    "For example: --param segment.threshold.low=100..150");
    const auto low = parseDouble(std::string_view(text).substr(equals + 1, dots - equals - 1));
    const auto high = parseDouble(std::string_view(text).substr(dots + 2));
    if (!low || !high)
        throw Error(ErrorCode::BadInput, "'" + text.substr(equals + 1) + "' is not a range of numbers.",
                    "Write it with a decimal point and two dots: 2.5..5");
    return {parseUpstreamParam(text.substr(0, equals)), *low, *high};
}

std::string shown(double value, Unit unit)
{
    const std::string_view s = symbol(unit);
    return toText(value) + (s.empty() ? "" : " ") + std::string(s);
}

/// With its change; the error says why there is none.
std::string end(const std::optional<double>& at, const Sensitivity& s)
{
    if (!at)
        return "none";
    const double change = *at - s.base;
    return toText(Quantity{*at, s.number.unit, {}, {}}) + " (" + (change < 0 ? "" : "+") +
           toText(change, displayDecimals(s.number.unit) + 1) + ")";
}

void print(const Sensitivity& s, const Console& console)
{
    console.line(s.object.text() + ", " + s.number.label + ": " + toText(Quantity{s.base, s.number.unit, {}, {}}) +
                 (s.number.limitValue ? ", limit " + toText(Quantity{*s.number.limitValue, s.number.unit, {}, {}})
                                      : std::string()));
    std::vector<std::vector<std::string>> rows{
        {"parameter", "from .. as recorded .. to", "number at low", "at high", "range"}};
    std::string errors;
    for (const SensitivityRow& row : s.rows) {
        const VariedParam& v = row.varied;
        rows.push_back({toText(v.param), toText(v.low) + " .. " + toText(v.base) + " .. " + shown(v.high, v.unit),
                        end(row.atLow, s), end(row.atHigh, s), v.range});
        for (const auto& [value, error] : {std::pair(v.low, row.errorLow), std::pair(v.high, row.errorHigh)})
            if (!error.empty())
                errors += "  " + toText(v.param) + " = " + shown(value, v.unit) + ": " + error + "\n";
    }
    console.line(s.rows.empty() ? "Nothing upstream can be varied." : table(rows));
    if (!errors.empty())
        console.line("No number where it says none:\n" + errors);
    rows.clear();
    for (const NotVaried& n : s.notVaried)
        rows.push_back({toText(n.param), n.reason});
    if (!rows.empty())
        console.line("Not varied:\n" + table(rows));
    console.line("One parameter at a time. Steps run: " + std::to_string(s.ran) +
                 ", taken from the cache: " + std::to_string(s.fromCache) + ".");
}

nlohmann::json optionalNumber(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json asJson(const Sensitivity& s)
{
    nlohmann::json rows = nlohmann::json::array(), fixed = nlohmann::json::array();
    for (const SensitivityRow& row : s.rows) {
        const VariedParam& v = row.varied;
        rows.push_back({{"object", v.param.object.text()},
                        {"operation", v.param.operation},
                        {"key", v.param.key},
                        {"label", v.label},
                        {"unit", unitName(v.unit)},
                        {"low", v.low},
                        {"base", v.base},
                        {"high", v.high},
                        {"range", v.range},
                        {"at_low", optionalNumber(row.atLow)},
                        {"at_high", optionalNumber(row.atHigh)},
                        {"error_low", row.errorLow},
                        {"error_high", row.errorHigh},
                        {"largest_change", row.largest}});
    }
    for (const NotVaried& n : s.notVaried)
        fixed.push_back({{"object", n.param.object.text()},
                         {"operation", n.param.operation},
                         {"key", n.param.key},
                         {"reason", n.reason}});
    return {{"object", s.object.text()},
            {"number", s.number.key},
            {"label", s.number.label},
            {"unit", unitName(s.number.unit)},
            {"recorded", optionalNumber(s.number.value)},
            {"base", s.base},
            {"limit", optionalNumber(s.number.limitValue)},
            {"rows", rows},
            {"not_varied", fixed},
            {"ran", s.ran},
            {"from_cache", s.fromCache},
            {"findings", toJson(s.findings)}};
}

} // namespace

void addSensitivity(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string file, object, number, step = "10%";
        std::vector<std::string> ranges, only;
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand("sensitivity", "Which parameter upstream moves a number, and how far");
    sub->add_option("case", o->file, "Case file; it stays as it is")->required();
    sub->add_option("object", o->object, "Id of a plan, a measured structure or a measurement")->required();
    sub->add_option("number", o->number, "Key of the number ('pollux --json show CASE OBJECT')")->required();
    sub->add_option("--param", o->ranges,
                    "Range of a parameter as operation.key=low..high, of one object as object:operation.key=low..high; "
                    "may be given several times")
        ->type_size(1)
        ->allow_extra_args(false);
    sub->add_option("--only", o->only, "Vary only this parameter, operation.key; may be given several times")
        ->type_size(1)
        ->allow_extra_args(false);
    sub->add_option("--step", o->step, "How far to vary where no range is given: a share of the value")
        ->capture_default_str();
    sub->callback([o, &context] {
        // A typing error should not cost the reading of the case.
        SensitivityOptions options;
        options.step = parseStep(o->step);
        for (const std::string& text : o->ranges)
            options.ranges.push_back(parseRange(text));
        for (const std::string& text : o->only)
            options.only.push_back(parseUpstreamParam(text));
        Job job = context.console.job();
        const Case c = openSeenCase(o->file, job);
        StageCache cache;
        const Sensitivity s =
            sensitivity(c, context.registry, Id(o->object), o->number, options, context.run(), &cache, job);
        context.console.findings(s.findings);
        print(s, context.console);
        context.console.result(asJson(s));
    });
}

} // namespace pollux::cli
