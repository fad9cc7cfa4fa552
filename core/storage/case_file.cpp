#include "core/storage/case_file.h"

#include "core/base/error.h"
#include "core/storage/case_store.h"
#include "core/storage/database.h"
#include "core/storage/durable_file.h"
#include "core/storage/schema.h"
#include "core/storage/view_store.h"

namespace pollux {

void saveCase(const Case& c, const std::filesystem::path& path, const Job& job, const std::optional<std::string>& views,
              const std::vector<JournalStep>& journal)
{
    const std::string kept = views ? *views : loadViews(path);
    replaceDurably(path, [&](const std::filesystem::path& sibling) {
        Database database(sibling, Database::Mode::ReadWrite);
        // The sibling counts for nothing until it is synced and renamed: no journal of its own.
        database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF");
        createSchema(database);
        database.exec("PRAGMA journal_mode = OFF");
        CaseStore store(database);
        database.transaction([&] {
            store.write(Case(), c, job);
            writeViews(database, kept);
            for (const JournalStep& step : journal)
                writeStep(database, step);
        });
    });
}

Case loadCase(const std::filesystem::path& path, const Job& job)
{
    checkHeader(path);
    Database file(path, Database::Mode::ReadOnly);
    checkDatabase(file);
    if (file.number("PRAGMA user_version") == kCaseFormat)
        return CaseStore(file).read(job);
    // An older format is brought up to date in memory: the file stays as it is until the user saves.
    Database memory({}, Database::Mode::Memory);
    file.copyTo(memory);
    migrate(memory, migrations(), kCaseFormat);
    return CaseStore(memory).read(job);
}

bool isCaseFile(const std::filesystem::path& path)
{
    return saysItIsACase(path);
}

} // namespace pollux
