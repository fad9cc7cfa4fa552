#pragma once

#include "core/base/error.h"
#include "core/geometry/vec.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace pollux::golden {

using Json = nlohmann::json;

inline Json parsed(const std::string& text, const std::string& what)
{
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        throw Error(ErrorCode::BadInput, "The text of " + what + " is not a JSON object.",
                    "See tests/golden/README.md.");
    return json;
}

/// Reads the fields of one JSON object, and refuses one that nobody asked for: a slip of the pen must not switch an
/// expectation off.
class Fields
{
public:
    /// `json` must live as long as this; `what` names it in errors ("expectation 3").
    Fields(const Json& json, std::string what) : m_json(json), m_what(std::move(what))
    {
        if (!json.is_object())
            throw Error(ErrorCode::BadInput, m_what + " is not an object.", "See tests/golden/README.md.");
    }

    [[noreturn]] void wrong(const std::string& key, const std::string& how) const
    {
        throw Error(ErrorCode::BadInput, "'" + key + "' of " + m_what + " " + how + ".", "See tests/golden/README.md.");
    }
    bool has(const std::string& key)
    {
        m_asked.insert(key);
        return m_json.contains(key);
    }
    std::string text(const std::string& key)
    {
        const Json& v = at(key);
        if (!v.is_string() || v.get<std::string>().empty())
            wrong(key, "must be a text");
        return v.get<std::string>();
    }
    std::string textOr(const std::string& key, const std::string& otherwise)
    {
        return has(key) ? text(key) : otherwise;
    }
    double number(const std::string& key)
    {
        const Json& v = at(key);
        if (!v.is_number())
            wrong(key, "must be a number");
        return v.get<double>();
    }
    bool flag(const std::string& key)
    {
        const Json& v = at(key);
        if (!v.is_boolean())
            wrong(key, "must be true or false");
        return v.get<bool>();
    }
    Vec3 point(const std::string& key)
    {
        const Json& v = at(key);
        if (!v.is_array() || v.size() != 3 || !v[0].is_number() || !v[1].is_number() || !v[2].is_number())
            wrong(key, "must be three numbers");
        return {v[0].get<double>(), v[1].get<double>(), v[2].get<double>()};
    }
    const Json& list(const std::string& key)
    {
        const Json& v = at(key);
        if (!v.is_array() || v.empty())
            wrong(key, "must be a list that is not empty");
        return v;
    }
    /// Throws if there is a field that was not asked for.
    void done() const
    {
        for (const auto& [key, value] : m_json.items())
            if (!m_asked.count(key))
                wrong(key, "is not a field that is known here");
    }

private:
    const Json& at(const std::string& key)
    {
        if (!has(key))
            wrong(key, "is missing");
        return m_json[key];
    }

    const Json& m_json;
    std::string m_what;
    std::set<std::string> m_asked;
};

} // namespace pollux::golden
