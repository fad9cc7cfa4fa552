#include "core/storage/journal.h"

#include "core/storage/database.h"
#include "core/storage/schema.h"

#include <nlohmann/json.hpp>

#include <array>

namespace pollux {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 3> kWhat{"added", "removed", "changed"}; // in the order of Change::What

/// The newest record of an object or of one of its shapes that is new in `after`; nullptr if there is none.
const Lineage* newRecord(const Case& before, const Case& after, const Id& id, std::string_view since)
{
    const Lineage* newest = nullptr;
    for (auto it = after.lineage.lower_bound(id); it != after.lineage.end(); ++it) {
        const std::string& text = it->first.text();
        if (!text.starts_with(id.text()))
            break;
        if (text.size() > id.text().size() && text[id.text().size()] != '/')
            continue;
        const auto old = before.lineage.find(it->first);
        if ((old != before.lineage.end() && old->second == it->second) || it->second->when < since)
            continue;
        if (!newest || newest->when <= it->second->when)
            newest = it->second.get();
    }
    return newest;
}

std::string textOf(const Json& entry, const char* key)
{
    const auto it = entry.find(key);
    return it != entry.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::string firstAuthor(const std::vector<JournalChange>& changes)
{
    for (const JournalChange& change : changes)
        if (!change.author.empty())
            return change.author;
    return {};
}

} // namespace

std::vector<JournalChange> journalChanges(const Case& before, const Case& after, ContentKeys keys,
                                          std::string_view since)
{
    std::vector<JournalChange> out;
    for (const Change& change : diff(before, after)) {
        JournalChange made{change.kind, change.id, change.what, {}, {}, {}};
        if (change.what != Change::What::Removed) {
            if (const Lineage* record = newRecord(before, after, change.id, since)) {
                made.operation = record->operation;
                made.author = record->author;
            }
            if (keys == ContentKeys::Take)
                made.key = after.keyOf(change.id);
        }
        out.push_back(std::move(made));
    }
    return out;
}

std::string journalJson(const std::vector<JournalChange>& changes)
{
    Json list = Json::array();
    for (const JournalChange& change : changes) {
        Json entry = {{"what", kWhat.at(static_cast<size_t>(change.what))},
                      {"kind", name(change.kind)},
                      {"id", change.id.text()}};
        if (!change.operation.empty())
            entry["operation"] = change.operation;
        if (!change.author.empty())
            entry["author"] = change.author;
        if (change.key)
            entry["key"] = change.key->hex();
        list.push_back(std::move(entry));
    }
    // The name of a user need not be UTF-8.
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<JournalChange> journalFromJson(std::string_view json)
{
    std::vector<JournalChange> out;
    const Json list = Json::parse(json, nullptr, false);
    if (!list.is_array())
        return out;
    for (const Json& entry : list) {
        if (!entry.is_object())
            continue;
        const std::string id = textOf(entry, "id"), what = textOf(entry, "what");
        const auto kind = kindFromName(textOf(entry, "kind"));
        for (size_t n = 0; n < kWhat.size(); ++n)
            if (kWhat[n] == what && isValidId(id) && kind)
                out.push_back({*kind, Id(id), static_cast<Change::What>(n), textOf(entry, "operation"),
                               textOf(entry, "author"), ContentKey::fromHex(textOf(entry, "key"))});
    }
    return out;
}

void writeStep(Database& database, const JournalStep& step)
{
    const std::string changed = journalJson(step.changed);
    database.prepare("INSERT INTO history (seq, text, \"when\", changed) VALUES (?, ?, ?, ?)")
        .bind(0, std::int64_t(step.number))
        .bind(1, step.text)
        .bind(2, step.when)
        .bind(3, changed)
        .run();
}

std::vector<JournalStep> readJournal(const Database& database)
{
    std::vector<JournalStep> steps;
    Statement rows = database.prepare("SELECT seq, text, \"when\", changed FROM history ORDER BY seq");
    while (rows.step()) {
        JournalStep step{
            static_cast<int>(rows.integer(0)), rows.text(1), rows.text(2), journalFromJson(rows.text(3)), {}};
        step.author = firstAuthor(step.changed);
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<JournalStep> loadJournal(const std::filesystem::path& caseFile)
{
    checkHeader(caseFile);
    const Database file(caseFile, Database::Mode::ReadOnly);
    checkDatabase(file);
    return readJournal(file);
}

} // namespace pollux
