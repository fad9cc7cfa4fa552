#include "core/case/anatomy.h"

#include "core/base/error.h"
#include "core/base/resource.h"

#include <nlohmann/json.hpp>

#include <map>

namespace pollux {

namespace {

/// Lower-case letters and digits only: "Left-Kidney" and "left_kidney" are the same name.
std::string folded(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            text += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            text += c;
    }
    return text;
}

std::string withoutTrailingDigits(std::string text)
{
    while (!text.empty() && text.back() >= '0' && text.back() <= '9')
        text.pop_back();
    return text;
}

struct Table
{
    std::vector<Anatomy> entries;
    std::map<std::string, std::size_t, std::less<>> byKey;
    std::map<std::string, std::size_t, std::less<>> byName;
    std::map<std::string, std::size_t, std::less<>> byCode;
};

Table readTable()
{
    Table table;
    try {
        const auto json = nlohmann::json::parse(resource("anatomy/anatomy.json"));
        for (const auto& item : json.at("anatomy")) {
            Anatomy a;
            a.key = item.at("key").get<std::string>();
            a.label = item.at("label").get<std::string>();
            a.snomed = item.at("snomed").get<std::string>();
            a.meaning = item.at("meaning").get<std::string>();
            a.category = item.at("category").get<std::string>();
            a.colour = item.at("colour").get<Colour>();
            a.names = item.at("names").get<std::vector<std::string>>();
            table.entries.push_back(std::move(a));
        }
    } catch (const nlohmann::json::exception& e) {
        throw Error(ErrorCode::Internal, std::string("The built-in anatomy table cannot be read: ") + e.what(),
                    "Install the program again.");
    }
    // The first entry wins, so the general term stands before the special one that shares its code.
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const Anatomy& a = table.entries[i];
        table.byKey.emplace(a.key, i);
        table.byName.emplace(folded(a.key), i);
        table.byName.emplace(folded(a.label), i);
        for (const auto& name : a.names)
            table.byName.emplace(folded(name), i);
        if (!a.snomed.empty())
            table.byCode.emplace(a.snomed, i);
    }
    return table;
}

const Table& table()
{
    static const Table t = readTable();
    return t;
}

const Anatomy* lookUp(const std::map<std::string, std::size_t, std::less<>>& map, std::string_view text)
{
    const auto it = map.find(text);
    return it == map.end() ? nullptr : &table().entries[it->second];
}

} // namespace

const std::vector<Anatomy>& anatomyTable()
{
    return table().entries;
}

const Anatomy* findAnatomy(std::string_view key)
{
    return lookUp(table().byKey, key);
}

const Anatomy* anatomyByName(std::string_view name)
{
    const std::string text = folded(name);
    if (const Anatomy* found = lookUp(table().byName, text))
        return found;
    const std::string stem = withoutTrailingDigits(text);
    return stem.empty() ? nullptr : lookUp(table().byName, stem);
}

const Anatomy* anatomyByCode(std::string_view snomed)
{
    return lookUp(table().byCode, snomed);
}

} // namespace pollux
