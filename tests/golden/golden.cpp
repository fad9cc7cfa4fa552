#include "tests/golden/golden.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "tests/golden/fields.h"
#include "tests/golden/quantity.h"

#include <cmath>

namespace pollux::golden {

namespace {

void readBounds(Fields& f, Expectation& e)
{
    const bool near = f.has("is");
    if (near) {
        e.is = f.number("is");
        const bool percent = f.has("within_percent");
        if (percent == f.has("within"))
            f.wrong("is", "needs either 'within' or 'within_percent'");
        e.within = percent ? std::abs(*e.is) * f.number("within_percent") / 100 : f.number("within");
    }
    if (f.has("at_least"))
        e.atLeast = f.number("at_least");
    if (f.has("at_most"))
        e.atMost = f.number("at_most");
    if (near == (e.atLeast || e.atMost))
        f.wrong("what", "needs a bound: 'is', or 'at_least' and 'at_most', one or both");
}

Expectation expectationOf(const Json& json, const std::string& where)
{
    Fields f(json, where);
    Expectation e;
    e.why = f.text("why");
    if (f.has("finding")) {
        e.finding = f.text("finding");
        e.appears = f.flag("appears");
        f.done();
        return e;
    }
    e.of = f.text("of");
    e.what = f.text("what");
    const std::string from = f.text("from");
    if (from != "analytic" && from != "measured")
        f.wrong("from", "must be analytic or measured");
    e.analytic = from == "analytic";
    e.truth = f.textOr("truth", {});
    e.truthWithin = f.textOr("truth_within", {});
    if (f.has("at_mm"))
        e.at = f.point("at_mm");
    const auto unit = unitFromName(f.textOr("unit", "none"));
    if (!unit)
        f.wrong("unit", "is no unit: ml, mm, mm2, hu, deg, percent, count, mmhg, l/min, ml/min/100g, none");
    e.unit = *unit;
    readBounds(f, e);
    f.done();
    try {
        checkQuantity(e);
    } catch (const Error& error) {
        throw Error(error.code(), where + ": " + error.message(), error.advice());
    }
    return e;
}

Recipe recipeOf(Fields& f, const std::string& title, const Registry& registry)
{
    Recipe recipe;
    if (f.has("recipe"))
        recipe = builtInRecipe(f.text("recipe"), registry);
    if (f.has("steps")) {
        const Json steps = {{"id", "golden"}, {"name", title}, {"steps", f.list("steps")}};
        for (Recipe::Step& step : parseRecipe(steps.dump(), registry).steps)
            recipe.steps.push_back(std::move(step));
    }
    if (recipe.steps.empty())
        f.wrong("steps", "is missing, and so is 'recipe': nothing would run");
    return recipe;
}

std::string shown(double value, Unit unit)
{
    const std::string_view sign = symbol(unit);
    return toText(rounded(value)) + (sign.empty() ? "" : " ") + std::string(sign);
}

} // namespace

double rounded(double value)
{
    if (value == 0 || !std::isfinite(value))
        return value;
    const double unit = std::pow(10, 5 - std::floor(std::log10(std::abs(value))));
    return std::round(value * unit) / unit;
}

std::string Expectation::name() const
{
    if (!finding.empty())
        return "finding " + finding;
    return what + " of " + of + (truth.empty() ? "" : " against " + truth);
}

std::string Expectation::wanted() const
{
    if (!finding.empty())
        return appears ? "appears" : "does not appear";
    if (is)
        return toText(rounded(*is)) + " ± " + shown(within, unit);
    std::string text = atLeast ? "at least " + shown(*atLeast, unit) : std::string();
    if (atMost)
        text += (text.empty() ? "" : ", ") + std::string("at most ") + shown(*atMost, unit);
    return text;
}

bool Expectation::holds(double value) const
{
    if (std::isnan(value))
        return false;
    return (!is || std::abs(value - *is) <= within) && (!atLeast || value >= *atLeast) && (!atMost || value <= *atMost);
}

Golden parseGolden(const std::string& json, const Registry& registry)
{
    const Json document = parsed(json, "the golden run");
    Fields f(document, "the golden run");
    Golden golden;
    golden.title = f.text("title");
    golden.study = f.text("study");
    golden.withTruth = f.flag("with_truth");
    golden.recipe = recipeOf(f, golden.title, registry);
    int number = 0;
    for (const Json& one : f.list("expect"))
        golden.expect.push_back(expectationOf(one, "expectation " + std::to_string(++number)));
    f.done();
    return golden;
}

std::string withMeasured(const std::string& json, const std::vector<std::optional<double>>& got)
{
    // In the order of the file, so that the candidate can be compared with it line by line.
    auto document = nlohmann::ordered_json::parse(json);
    auto& expect = document.at("expect");
    for (size_t n = 0; n < got.size() && n < expect.size(); ++n)
        if (got[n] && expect[n].contains("is") && expect[n].value("from", "") == "measured")
            expect[n]["is"] = rounded(*got[n]);
    return document.dump(2) + "\n";
}

} // namespace pollux::golden
