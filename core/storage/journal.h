#pragma once

#include "core/case/case.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

class Database;

/// One object that a step of the journal added, removed or changed.
struct JournalChange
{
    Kind kind = Kind::Unknown;
    Id id;
    Change::What what = Change::What::Changed;
    std::string operation;         ///< that made it; empty: by hand, undone, or written before this was kept
    std::string author;            ///< of that run; empty if unknown
    std::optional<ContentKey> key; ///< what it was after the step; nullopt: removed, or not kept
};

/// One step of the document, as the journal of a case keeps it. The states themselves are not kept.
struct JournalStep
{
    int number = 0;
    std::string text; ///< as the undo list called it: "Threshold"; in the language of the window where it undoes
    std::string when; ///< ISO 8601 UTC
    std::vector<JournalChange> changed = {};
    std::string author = {}; ///< empty if unknown
};

/// Whether the content keys are taken: of what was never asked for its key they cost a look at all of it.
enum class ContentKeys { Leave, Take };

/// What differs, and which run made it: records of the lineage that are new in `after` and not older than `since` (ISO
/// 8601; an undo brings back older ones, which made nothing now).
std::vector<JournalChange> journalChanges(const Case& before, const Case& after, ContentKeys keys,
                                          std::string_view since = {});

/// [{"what": "changed", "kind": "plan", "id": "plan-1", ...}, ...], as in the column "changed" of the table "history".
std::string journalJson(const std::vector<JournalChange>& changes);
/// Entries that make no sense are left out: the text may come from a stranger's file.
std::vector<JournalChange> journalFromJson(std::string_view json);

/// Inside a transaction of the caller. Throw Error as the database does.
void writeStep(Database& database, const JournalStep& step);
std::vector<JournalStep> readJournal(const Database& database);
/// The journal of a case file, oldest step first; empty if it has none. Throws Error as loadCase().
std::vector<JournalStep> loadJournal(const std::filesystem::path& caseFile);

} // namespace pollux
