#include "core/params/param.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace pollux {

ParamList& ParamList::add(Param param)
{
    const bool wellFormed = !param.key.empty() && std::all_of(param.key.begin(), param.key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!wellFormed)
        throw Error(ErrorCode::Internal, "Parameter key '" + param.key + "' is not snake_case.");
    if (find(param.key))
        throw Error(ErrorCode::Internal, "Parameter '" + param.key + "' is declared twice.");
    if (param.label.empty() || param.help.empty())
        throw Error(ErrorCode::Internal, "Parameter '" + param.key + "' needs a label and a help text.");
    m_params.push_back(std::move(param));
    return *this;
}

const Param* ParamList::find(std::string_view key) const
{
    for (const Param& p : m_params)
        if (p.key == key)
            return &p;
    return nullptr;
}

namespace {

Param base(std::string key, std::string label, ParamType type, std::string help)
{
    Param p;
    p.key = std::move(key);
    p.label = std::move(label);
    p.type = type;
    p.help = std::move(help);
    return p;
}

} // namespace

Param realParam(std::string key, std::string label, Unit unit, double value, double min, double max, std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Real, std::move(help));
    p.unit = unit;
    p.defaultValue = value;
    p.min = min;
    p.max = max;
    return p;
}

Param intParam(std::string key, std::string label, std::int64_t value, std::int64_t min, std::int64_t max,
               std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Int, std::move(help));
    p.defaultValue = value;
    p.min = static_cast<double>(min);
    p.max = static_cast<double>(max);
    return p;
}

Param boolParam(std::string key, std::string label, bool value, std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Bool, std::move(help));
    p.defaultValue = value;
    return p;
}

Param choiceParam(std::string key, std::string label, std::vector<std::string> choices, std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Choice, std::move(help));
    p.defaultValue = choices.empty() ? std::string() : choices.front();
    p.choices = std::move(choices);
    return p;
}

Param textParam(std::string key, std::string label, std::string value, std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Text, std::move(help));
    p.defaultValue = std::move(value);
    p.optional = true;
    return p;
}

Param objectParam(std::string key, std::string label, std::string accepts, std::string anatomy, std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Object, std::move(help));
    p.defaultValue = std::string();
    p.accepts = std::move(accepts);
    p.anatomy = std::move(anatomy);
    return p;
}

Param objectsParam(std::string key, std::string label, std::string accepts, std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Objects, std::move(help));
    p.defaultValue = std::vector<std::string>();
    p.accepts = std::move(accepts);
    p.optional = true;
    return p;
}

Param pointParam(std::string key, std::string label, std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Point, std::move(help));
    p.unit = Unit::Millimetre;
    p.defaultValue = Vec3(Vec3::Zero());
    return p;
}

Param pointsParam(std::string key, std::string label, int least, std::string help)
{
    Param p = base(std::move(key), std::move(label), ParamType::Points, std::move(help));
    p.unit = Unit::Millimetre;
    p.defaultValue = std::vector<Vec3>();
    p.min = least;
    return p;
}

void ParamValues::set(std::string key, ParamValue value)
{
    m_values.insert_or_assign(std::move(key), std::move(value));
}

bool ParamValues::has(std::string_view key) const
{
    return m_values.find(key) != m_values.end();
}

bool ParamValues::operator==(const ParamValues& other) const
{
    return toJson(*this) == toJson(other);
}

const ParamValue& ParamValues::at(std::string_view key) const
{
    const auto it = m_values.find(key);
    if (it == m_values.end())
        throw Error(ErrorCode::Internal, "Parameter '" + std::string(key) + "' was read but is not declared.");
    return it->second;
}

namespace {

template <class T>
const T& typed(const ParamValue& value, std::string_view key)
{
    const T* p = std::get_if<T>(&value);
    if (!p)
        throw Error(ErrorCode::Internal, "Parameter '" + std::string(key) + "' was read as another type.");
    return *p;
}

} // namespace

bool ParamValues::boolean(std::string_view key) const
{
    return typed<bool>(at(key), key);
}
std::int64_t ParamValues::integer(std::string_view key) const
{
    return typed<std::int64_t>(at(key), key);
}
double ParamValues::real(std::string_view key) const
{
    return typed<double>(at(key), key);
}
const std::string& ParamValues::text(std::string_view key) const
{
    return typed<std::string>(at(key), key);
}
Vec3 ParamValues::point(std::string_view key) const
{
    return typed<Vec3>(at(key), key);
}
const std::vector<Vec3>& ParamValues::points(std::string_view key) const
{
    return typed<std::vector<Vec3>>(at(key), key);
}
const std::vector<std::string>& ParamValues::list(std::string_view key) const
{
    return typed<std::vector<std::string>>(at(key), key);
}

namespace {

bool rightType(const Param& p, const ParamValue& v)
{
    switch (p.type) {
    case ParamType::Bool:
        return std::holds_alternative<bool>(v);
    case ParamType::Int:
        return std::holds_alternative<std::int64_t>(v);
    case ParamType::Real:
        return std::holds_alternative<double>(v);
    case ParamType::Point:
        return std::holds_alternative<Vec3>(v);
    case ParamType::Points:
        return std::holds_alternative<std::vector<Vec3>>(v);
    case ParamType::Objects:
        return std::holds_alternative<std::vector<std::string>>(v);
    default:
        return std::holds_alternative<std::string>(v);
    }
}

/// "structure:surface" as a person says it.
std::string thing(const std::string& accepts)
{
    const auto colon = accepts.find(':');
    if (accepts.empty())
        return term("thing of the case");
    return colon == std::string::npos ? accepts
                                      : filled("%1 with a %2", {accepts.substr(0, colon), accepts.substr(colon + 1)});
}

std::string expectation(const Param& p)
{
    const std::string u = symbol(p.unit).empty() ? "" : " " + std::string(symbol(p.unit));
    switch (p.type) {
    case ParamType::Bool:
        return term("true or false");
    case ParamType::Int:
    case ParamType::Real: {
        const bool whole = p.type == ParamType::Int;
        if (!p.min || !p.max)
            return whole ? term("a whole number") : term("a number");
        return filled(whole ? "a whole number from %1 to %2" : "a number from %1 to %2",
                      {toText(*p.min), toText(*p.max) + u});
    }
    case ParamType::Choice: {
        std::string all;
        for (const std::string& c : p.choices)
            all += (all.empty() ? "" : ", ") + c;
        return filled("one of: %1", {all});
    }
    case ParamType::Point:
        return term("three numbers in mm, x,y,z (LPS)");
    case ParamType::Points:
        return filled("%1 or more points in mm, x,y,z; x,y,z; ... (LPS)", {toText(p.min.value_or(1), 0)});
    case ParamType::Object:
        return filled("the id of a %1", {thing(p.accepts)});
    case ParamType::Objects:
        return filled("ids separated by commas, each of a %1", {thing(p.accepts)});
    default:
        return term("text");
    }
}

} // namespace

std::vector<ParamProblem> check(const ParamList& list, const ParamValues& values)
{
    std::vector<ParamProblem> problems;
    for (const auto& [key, value] : values.all())
        if (!list.find(key)) {
            std::string known;
            for (const Param& p : list.all())
                known += (known.empty() ? "" : ", ") + p.key;
            problems.push_back({key, "There is no parameter '" + key + "'. Known: " + known + "."});
        }
    const ParamValues all = completed(list, values);
    for (const Param& p : list.all()) {
        if (!all.has(p.key))
            continue;
        const ParamValue& v = all.all().find(p.key)->second;
        const auto wrong = [&](const std::string& what) {
            problems.push_back({p.key, p.label + " (" + p.key + ") " + what + "; expected " + expectation(p) + "."});
        };
        if (!rightType(p, v)) {
            wrong(term("has the wrong type"));
            continue;
        }
        if (p.type == ParamType::Real || p.type == ParamType::Int) {
            const double d =
                p.type == ParamType::Real ? std::get<double>(v) : static_cast<double>(std::get<std::int64_t>(v));
            if (!std::isfinite(d))
                wrong(term("is not a number"));
            else if ((p.min && d < *p.min) || (p.max && d > *p.max))
                wrong(filled("is %1, out of range", {toText(d)}));
        } else if (p.type == ParamType::Choice) {
            if (std::find(p.choices.begin(), p.choices.end(), std::get<std::string>(v)) == p.choices.end())
                wrong("is '" + std::get<std::string>(v) + "'");
        } else if (p.type == ParamType::Point) {
            if (!std::get<Vec3>(v).allFinite())
                wrong(term("is not a point"));
        } else if (p.type == ParamType::Points) {
            const auto& points = std::get<std::vector<Vec3>>(v);
            if (points.empty() && p.optional)
                continue;
            if (static_cast<double>(points.size()) < p.min.value_or(1))
                wrong(filled("has %1 points", {toText(static_cast<std::int64_t>(points.size()))}));
            else if (points.size() > kMostPoints)
                wrong(filled("has more than %1 points", {toText(static_cast<std::int64_t>(kMostPoints))}));
            else if (!std::all_of(points.begin(), points.end(), [](const Vec3& q) { return q.allFinite(); }))
                wrong(term("holds what is not a point"));
        } else if (p.type == ParamType::Objects) {
            if (std::get<std::vector<std::string>>(v).empty() && !p.optional)
                wrong(term("is empty"));
        } else if (p.type != ParamType::Bool && std::get<std::string>(v).empty() && !p.optional) {
            wrong(term("is empty"));
        }
    }
    return problems;
}

std::string toText(const ParamValue& value)
{
    struct Visitor
    {
        std::string operator()(bool b) const { return b ? "true" : "false"; }
        std::string operator()(std::int64_t i) const { return toText(i); }
        std::string operator()(double d) const { return toText(d); }
        std::string operator()(const std::string& s) const { return s; }
        std::string operator()(const Vec3& p) const
        {
            return toText(p.x()) + "," + toText(p.y()) + "," + toText(p.z());
        }
        std::string operator()(const std::vector<Vec3>& l) const
        {
            std::string out;
            for (const Vec3& p : l)
                out += (out.empty() ? "" : "; ") + (*this)(p);
            return out;
        }
        std::string operator()(const std::vector<std::string>& l) const
        {
            std::string out;
            for (const std::string& s : l)
                out += (out.empty() ? "" : ",") + s;
            return out;
        }
    };
    return std::visit(Visitor{}, value);
}

namespace {

std::vector<std::string> split(std::string_view text, char separator = ',')
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find(separator);
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty())
            parts.emplace_back(part);
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

std::optional<Vec3> parsePoint(std::string_view text)
{
    const std::vector<std::string> parts = split(text);
    Vec3 point;
    if (parts.size() != 3)
        return std::nullopt;
    for (size_t a = 0; a < 3; ++a) {
        const auto v = parseDouble(parts[a]);
        if (!v)
            return std::nullopt;
        point[static_cast<Eigen::Index>(a)] = *v;
    }
    return point;
}

std::optional<Vec3> pointOf(const nlohmann::json& v)
{
    if (!v.is_array() || v.size() != 3 || !v[0].is_number() || !v[1].is_number() || !v[2].is_number())
        return std::nullopt;
    return Vec3(v[0].get<double>(), v[1].get<double>(), v[2].get<double>());
}

nlohmann::json jsonOf(const Vec3& p)
{
    return {p.x(), p.y(), p.z()};
}

[[noreturn]] void refuse(const Param& p, std::string_view text)
{
    throw Error(ErrorCode::BadInput, "'" + std::string(text) + "' does not fit " + p.label + " (" + p.key + ").",
                "Expected " + expectation(p) + ".");
}

} // namespace

ParamValue parseValue(const Param& p, std::string_view text)
{
    switch (p.type) {
    case ParamType::Bool: {
        const std::string t = lowered(trimmed(text));
        if (t == "true" || t == "yes" || t == "1" || t == "on")
            return true;
        if (t == "false" || t == "no" || t == "0" || t == "off")
            return false;
        refuse(p, text);
    }
    case ParamType::Int:
        if (const auto v = parseInt(text))
            return *v;
        refuse(p, text);
    case ParamType::Real:
        if (const auto v = parseDouble(text))
            return *v;
        refuse(p, text);
    case ParamType::Point:
        if (const auto point = parsePoint(text))
            return *point;
        refuse(p, text);
    case ParamType::Points: {
        std::vector<Vec3> points;
        for (const std::string& part : split(text, ';')) {
            const auto point = parsePoint(part);
            if (!point || points.size() >= kMostPoints)
                refuse(p, part);
            points.push_back(*point);
        }
        return points;
    }
    case ParamType::Objects:
        return split(text);
    case ParamType::Choice:
    case ParamType::Object:
        return std::string(trimmed(text));
    case ParamType::Text:
    case ParamType::Path:
        break;
    }
    return std::string(text);
}

nlohmann::json toJson(const ParamValues& values)
{
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [key, value] : values.all())
        std::visit(
            [&](const auto& v) {
                using T = std::decay_t<decltype(v)>;
                if constexpr (std::is_same_v<T, Vec3>) {
                    json[key] = jsonOf(v);
                } else if constexpr (std::is_same_v<T, std::vector<Vec3>>) {
                    json[key] = nlohmann::json::array();
                    for (const Vec3& p : v)
                        json[key].push_back(jsonOf(p));
                } else {
                    json[key] = v;
                }
            },
            value);
    return json;
}

ParamValues fromJson(const ParamList& list, const nlohmann::json& json)
{
    if (!json.is_object())
        throw Error(ErrorCode::BadInput, "Parameters must be a JSON object of key and value.",
                    "For example: {\"radius\": 2.5}");
    ParamValues values;
    for (const auto& [key, v] : json.items()) {
        const Param* p = list.find(key);
        if (!p) {
            ParamValues one;
            one.set(key, std::string());
            throw Error(ErrorCode::BadInput, check(list, one).front().text, "Take one of the known parameters.");
        }
        bool fits = false;
        switch (p->type) {
        case ParamType::Bool:
            if ((fits = v.is_boolean()))
                values.set(key, v.get<bool>());
            break;
        case ParamType::Int:
            // Beyond 2^63 it would come out as another, negative number.
            fits = v.is_number_integer() &&
                   (!v.is_number_unsigned() || v.get<std::uint64_t>() <= std::uint64_t(INT64_MAX));
            if (fits)
                values.set(key, v.get<std::int64_t>());
            break;
        case ParamType::Real:
            if ((fits = v.is_number()))
                values.set(key, v.get<double>());
            break;
        case ParamType::Point:
            if (const auto point = pointOf(v); (fits = point.has_value()))
                values.set(key, *point);
            break;
        case ParamType::Points: {
            std::vector<Vec3> points;
            fits = v.is_array() && v.size() <= kMostPoints;
            for (size_t n = 0; fits && n < v.size(); ++n)
                if (const auto point = pointOf(v[n]); (fits = point.has_value()))
                    points.push_back(*point);
            if (fits)
                values.set(key, std::move(points));
            break;
        }
        case ParamType::Objects:
            fits = v.is_array() && std::all_of(v.begin(), v.end(), [](const auto& s) { return s.is_string(); });
            if (fits)
                values.set(key, v.get<std::vector<std::string>>());
            break;
        default:
            if ((fits = v.is_string()))
                values.set(key, v.get<std::string>());
        }
        if (!fits)
            refuse(*p, v.dump());
    }
    return values;
}

std::string_view name(ParamType type)
{
    switch (type) {
    case ParamType::Bool:
        return "bool";
    case ParamType::Int:
        return "int";
    case ParamType::Real:
        return "real";
    case ParamType::Text:
        return "text";
    case ParamType::Choice:
        return "choice";
    case ParamType::Path:
        return "path";
    case ParamType::Point:
        return "point";
    case ParamType::Points:
        return "points";
    case ParamType::Object:
        return "object";
    case ParamType::Objects:
        break;
    }
    return "objects";
}

nlohmann::json toJson(const ParamList& list)
{
    nlohmann::json all = nlohmann::json::array();
    for (const Param& p : list.all()) {
        ParamValues one;
        one.set("default", p.defaultValue);
        nlohmann::json j = {{"key", p.key},
                            {"label", p.label},
                            {"help", p.help},
                            {"type", name(p.type)},
                            {"unit", unitName(p.unit)},
                            {"optional", p.optional},
                            {"default", toJson(one)["default"]}};
        if (p.min)
            j["min"] = *p.min;
        if (p.max)
            j["max"] = *p.max;
        if (!p.choices.empty())
            j["choices"] = p.choices;
        if (!p.accepts.empty())
            j["accepts"] = p.accepts;
        if (!p.source.empty())
            j["source"] = p.source;
        for (const Preset& preset : p.presets) {
            ParamValues sets;
            for (const auto& [key, value] : preset.sets)
                sets.set(key, value);
            j["presets"].push_back({{"value", preset.value},
                                    {"label", preset.label + ", " + preset.detail},
                                    {"source", preset.source},
                                    {"sets", toJson(sets)}});
        }
        all.push_back(std::move(j));
    }
    return all;
}

} // namespace pollux
