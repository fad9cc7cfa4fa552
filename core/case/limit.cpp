#include "core/case/limit.h"

#include "core/base/error.h"
#include "core/base/resource.h"
#include "core/base/sentence.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pollux {

namespace {

constexpr std::string_view kAdvice = "Mend this entry of the limits file, or remove the file.";

[[noreturn]] void refuse(std::string_view file, const std::string& entry, const std::string& what)
{
    throw Error(ErrorCode::BadInput,
                entry.empty() ? filled("Limits file '%1': %2", {file, what})
                              : filled("Limits file '%1', entry %2: %3", {file, entry, what}),
                std::string(kAdvice));
}

std::string textOf(const nlohmann::json& entry, const char* key, std::string_view file, const std::string& where)
{
    const auto it = entry.find(key);
    if (it == entry.end() || !it->is_string() || it->get_ref<const std::string&>().empty())
        refuse(file, where, filled("'%1' must be a text that is not empty.", {key}));
    return it->get<std::string>();
}

double numberOf(const nlohmann::json& entry, const char* key, std::string_view file, const std::string& where)
{
    const auto it = entry.find(key);
    if (it == entry.end() || !it->is_number() || !std::isfinite(it->get<double>()))
        refuse(file, where, filled("'%1' must be a finite number.", {key}));
    return it->get<double>();
}

Evidence evidenceOf(const std::string& text, std::string_view file, const std::string& where)
{
    for (const Evidence e : {Evidence::Verified, Evidence::Computed, Evidence::Unverified})
        if (text == name(e))
            return e;
    refuse(file, where, "'evidence' must be verified, computed or unverified.");
}

/// May be left out: a constant that bounds nothing.
LimitKind kindOf(const nlohmann::json& entry, std::string_view file, const std::string& where)
{
    if (!entry.contains("kind"))
        return LimitKind::Setting;
    const std::string text = textOf(entry, "kind", file, where);
    for (const LimitKind k : {LimitKind::Setting, LimitKind::AtLeast, LimitKind::AtMost})
        if (text == name(k))
            return k;
    refuse(file, where, "'kind' must be 'at least', 'at most' or 'setting'.");
}

Limit limitOf(const nlohmann::json& entry, size_t index, std::string_view file)
{
    std::string where = "number " + std::to_string(index + 1);
    if (!entry.is_object())
        refuse(file, where, "It must be an object.");
    Limit limit;
    limit.id = textOf(entry, "id", file, where);
    where = "'" + limit.id + "'";
    limit.label = textOf(entry, "label", file, where);
    limit.definition = textOf(entry, "definition", file, where);
    limit.kind = kindOf(entry, file, where);
    limit.value = numberOf(entry, "value", file, where);
    limit.min = numberOf(entry, "min", file, where);
    limit.max = numberOf(entry, "max", file, where);
    const auto unit = unitFromName(textOf(entry, "unit", file, where));
    if (!unit)
        refuse(file, where, "'unit' is not a known unit.");
    limit.unit = *unit;
    limit.source = textOf(entry, "source", file, where);
    limit.evidence = evidenceOf(textOf(entry, "evidence", file, where), file, where);
    if (!(limit.min <= limit.value && limit.value <= limit.max))
        refuse(file, where, "'value' must lie between 'min' and 'max'.");
    return limit;
}

} // namespace

std::string_view name(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Verified:
        return "verified";
    case Evidence::Computed:
        return "computed";
    case Evidence::Unverified:
        break;
    }
    return "unverified";
}

std::string_view name(LimitKind kind)
{
    switch (kind) {
    case LimitKind::AtLeast:
        return "at least";
    case LimitKind::AtMost:
        return "at most";
    case LimitKind::Setting:
        break;
    }
    return "setting";
}

LimitTable LimitTable::builtIn()
{
    LimitTable table;
    for (const std::string_view file : resources("limits"))
        if (file.ends_with(".json"))
            table.addJson(resource(file), file);
    return table;
}

void LimitTable::addJson(std::string_view text, std::string_view fileName)
{
    // Without exceptions: a parser's message could quote the file.
    const nlohmann::json root = nlohmann::json::parse(text, nullptr, false);
    if (root.is_discarded())
        refuse(fileName, {}, "It is not valid JSON.");
    const nlohmann::json* entries = &root;
    if (root.is_object()) {
        const auto it = root.find("limits");
        if (it == root.end())
            refuse(fileName, {}, "It has no list 'limits'.");
        entries = &*it;
    }
    if (!entries->is_array())
        refuse(fileName, {}, "'limits' must be a list.");
    // All or nothing: a bad entry leaves the table as it was.
    std::map<std::string, Limit, std::less<>> read;
    for (size_t i = 0; i < entries->size(); ++i) {
        Limit limit = limitOf((*entries)[i], i, fileName);
        const std::string id = limit.id;
        if (m_limits.contains(id) || !read.emplace(id, std::move(limit)).second)
            refuse(fileName, "'" + id + "'", "This id is already taken.");
    }
    m_limits.merge(read);
}

const Limit& LimitTable::at(std::string_view id) const
{
    if (const Limit* limit = find(id))
        return *limit;
    throw Error(ErrorCode::NotFound, "There is no limit '" + std::string(id) + "'.",
                "Check the spelling against the files in resources/limits.");
}

const Limit* LimitTable::find(std::string_view id) const
{
    const auto it = m_limits.find(id);
    return it == m_limits.end() ? nullptr : &it->second;
}

} // namespace pollux
