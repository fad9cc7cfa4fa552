#pragma once

#include "core/operation/run.h"

#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// A named list of operations with parameters (resources/recipes/*.json).
struct Recipe
{
    struct Step
    {
        std::string operation;
        ParamValues values;    ///< partial; the rest by fillDefaults
        bool optional = false; ///< if blocked, it is noted and skipped
    };
    std::string id;
    std::string name;
    std::string summary;
    std::string modality; ///< of the images that it is made for ("CT"); empty: its operations say what they need
    std::vector<Step> steps;
};

/// Throws Error (BadInput) with the first of `values` that `operation` does not take; what is not given is not looked
/// at.
void checkGiven(const Operation& operation, const ParamValues& values);

/// Throws Error (BadInput) naming the step: an unknown operation, an unknown parameter, a value out of range.
Recipe parseRecipe(std::string_view json, const Registry& registry);
/// Built-in recipes by id; throws Error (NotFound) with the names that exist.
Recipe builtInRecipe(std::string_view id, const Registry& registry);
std::vector<std::string> builtInRecipeIds();

/// Throws Error (BadInput) before anything runs where the case holds images of other modalities and none of the
/// recipe's. Where a step is blocked because the optional ones before it were skipped, the Error says why those were.
RunResult runRecipe(const Recipe& recipe, const Registry& registry, const Case& c, const RunContext& context, Job& job);

} // namespace pollux
