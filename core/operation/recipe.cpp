#include "core/operation/recipe.h"

#include "core/base/error.h"
#include "core/base/resource.h"
#include "core/base/sentence.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pollux {

void checkGiven(const Operation& operation, const ParamValues& values)
{
    for (const ParamProblem& problem : check(operation.declare(), values))
        if (values.has(problem.key))
            throw Error(ErrorCode::BadInput, problem.text,
                        "'pollux describe " + operation.info().id + "' explains the parameters.");
}

Recipe parseRecipe(std::string_view text, const Registry& registry)
{
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("steps") || !json["steps"].is_array())
        throw Error(ErrorCode::BadInput,
                    "This is not a recipe: it needs an object with 'id', 'name' and a list 'steps'.",
                    "See resources/recipes for examples.");
    Recipe recipe;
    const auto textOf = [](const nlohmann::json& j, const char* key) {
        const auto it = j.find(key);
        return it != j.end() && it->is_string() ? it->get<std::string>() : std::string();
    };
    recipe.id = textOf(json, "id");
    recipe.name = textOf(json, "name");
    recipe.summary = textOf(json, "summary");
    recipe.modality = textOf(json, "modality");
    int number = 0;
    for (const nlohmann::json& s : json["steps"]) {
        ++number;
        const auto where = [number](const std::string& why) {
            return filled("Step %1 of the recipe: %2", {std::to_string(number), why});
        };
        if (!s.is_object())
            throw Error(ErrorCode::BadInput, where("It is not an object with 'operation' and 'values'."),
                        "See resources/recipes for examples.");
        Recipe::Step step;
        step.operation = textOf(s, "operation");
        if (const auto it = s.find("optional"); it != s.end() && it->is_boolean())
            step.optional = it->get<bool>();
        try {
            const Operation& operation = registry.at(step.operation);
            if (s.contains("values"))
                step.values = fromJson(operation.declare(), s["values"]);
            checkGiven(operation, step.values);
        } catch (const Error& e) {
            throw Error(ErrorCode::BadInput, where(e.message()), e.advice());
        }
        recipe.steps.push_back(std::move(step));
    }
    return recipe;
}

namespace {

std::string idOf(std::string_view json)
{
    const nlohmann::json j = nlohmann::json::parse(json, nullptr, false);
    return j.is_object() ? j.value("id", std::string()) : std::string();
}

} // namespace

std::vector<std::string> builtInRecipeIds()
{
    std::vector<std::string> ids;
    for (const std::string_view name : resources("recipes"))
        ids.push_back(idOf(resource(name)));
    return ids;
}

Recipe builtInRecipe(std::string_view id, const Registry& registry)
{
    std::string known;
    for (const std::string_view name : resources("recipes")) {
        const std::string here = idOf(resource(name));
        if (here == id)
            return parseRecipe(resource(name), registry);
        known += (known.empty() ? "" : ", ") + here;
    }
    throw Error(ErrorCode::NotFound, "There is no recipe '" + std::string(id) + "'.", "There are: " + known + ".");
}

namespace {

/// "No structure" is not what is wrong if the steps that make structures were skipped: their reasons come first.
Error withReasons(const Recipe& recipe, const Findings& skipped, const Error& e)
{
    std::string text, advice;
    for (const Finding& f : skipped) {
        if (f.code == "param.missing") // follows from a step skipped before
            continue;
        text += text.find(f.text) == std::string::npos ? " " + f.text : "";
        advice += advice.find(f.advice) == std::string::npos ? f.advice + " " : "";
    }
    if (skipped.empty())
        return e;
    if (text.empty()) {
        text = " " + skipped.front().text;
        advice = skipped.front().advice + " ";
    }
    return Error(e.code(), "'" + recipe.name + "' cannot run:" + text + " " + e.message(), advice + e.advice());
}

/// Without one of its own a step would take whatever image there is. What says nothing of itself may be the right one.
void checkModality(const Recipe& recipe, const Case& c)
{
    std::string others;
    for (const auto& [id, volume] : c.volumes) {
        const std::string& m = volume->modality;
        if (recipe.modality.empty() || m == recipe.modality)
            return;
        if (!m.empty() && m != "OT" && others.find(m) == std::string::npos)
            others += (others.empty() ? "" : ", ") + m;
    }
    if (!others.empty())
        throw Error(ErrorCode::BadInput,
                    filled("'%1' is made for %2, and the case holds %3 alone.", {recipe.name, recipe.modality, others}),
                    filled("Choose another recipe, or import a series of %1.", {recipe.modality}));
}

} // namespace

RunResult runRecipe(const Recipe& recipe, const Registry& registry, const Case& c, const RunContext& context, Job& job)
{
    checkModality(recipe, c);
    RunResult total;
    Findings skipped;
    total.after = c;
    const double n = static_cast<double>(recipe.steps.size());
    for (size_t i = 0; i < recipe.steps.size(); ++i) {
        const Recipe::Step& step = recipe.steps[i];
        const Operation& operation = registry.at(step.operation);
        Job part = job.part(static_cast<double>(i) / n, static_cast<double>(i + 1) / n);
        part.progress(0, operation.info().name);
        if (step.optional) {
            const Findings blocked = checkOperation(operation, total.after, step.values);
            if (blocks(blocked)) {
                for (Finding f : blocked) {
                    skipped.push_back(f);
                    f.severity = Severity::Note;
                    f.text = operation.info().name + " was skipped: " + f.text;
                    total.findings.push_back(std::move(f));
                }
                continue;
            }
        }
        RunResult one;
        try {
            one = runOperation(operation, total.after, step.values, context, part);
        } catch (const Error& e) {
            if (e.code() == ErrorCode::BadInput)
                throw withReasons(recipe, skipped, e);
            throw;
        }
        total.after = std::move(one.after);
        for (Finding& f : one.findings)
            if (std::find(total.findings.begin(), total.findings.end(), f) == total.findings.end())
                total.findings.push_back(std::move(f));
        total.changed.insert(total.changed.end(), one.changed.begin(), one.changed.end());
        total.seconds += one.seconds;
    }
    return total;
}

} // namespace pollux
