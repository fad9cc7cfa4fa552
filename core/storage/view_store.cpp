#include "core/storage/view_store.h"

#include "core/base/error.h"
#include "core/storage/schema.h"

namespace pollux {

namespace {

constexpr std::string_view kKey = "views"; // of the table of facts about the file, which every format has

} // namespace

std::string readViews(const Database& database)
{
    Statement row = database.prepare("SELECT value FROM meta WHERE key = ? AND length(value) <= ?");
    row.bind(0, kKey).bind(1, static_cast<std::int64_t>(kLongestViews));
    return row.step() ? row.text(0) : std::string();
}

void writeViews(Database& database, std::string_view text)
{
    if (text.size() > kLongestViews)
        return;
    if (text.empty())
        database.prepare("DELETE FROM meta WHERE key = ?").bind(0, kKey).run();
    else
        database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)").bind(0, kKey).bind(1, text).run();
}

std::string loadViews(const std::filesystem::path& caseFile)
{
    try {
        checkHeader(caseFile);
        const Database file(caseFile, Database::Mode::ReadOnly);
        return file.number("PRAGMA application_id") == kApplicationId ? readViews(file) : std::string();
    } catch (const Error&) {
        return {};
    }
}

} // namespace pollux
