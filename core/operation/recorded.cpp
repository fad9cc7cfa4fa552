#include "core/operation/recorded.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

namespace pollux {

ParamValues recordedValues(const Case& c, const Id& id, const ParamList& list)
{
    const auto made = c.lineage.find(id);
    if (made == c.lineage.end())
        return {};
    const nlohmann::json all = nlohmann::json::parse(made->second->parameters, nullptr, false);
    if (!all.is_object())
        return {};
    nlohmann::json known = nlohmann::json::object();
    for (const auto& [key, value] : all.items())
        if (list.find(key))
            known[key] = value;
    try {
        return fromJson(list, known);
    } catch (const Error&) {
        return {}; // of another version of the program
    }
}

} // namespace pollux
