#include "app/cli/open_case.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/hidden_plans.h"
#include "core/storage/case_file.h"
#include "core/storage/durable_file.h"
#include "core/storage/schema.h"
#include "core/storage/session.h"
#include "core/storage/view_store.h"

namespace fs = std::filesystem;

namespace pollux::cli {

namespace {

bool looksWhole(const fs::path& file)
{
    try {
        checkHeader(file);
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::string whatIsLeft(const fs::path& file)
{
    std::string advice;
    if (const fs::path backup = backupOf(file); looksWhole(backup))
        advice = "The copy of the save before it is there: open '" + backup.string() + "'. ";
    for (const Orphan& orphan : findOrphans(defaultRecoveryFolder()))
        if (orphan.caseFile == file)
            advice += "A working copy of it is there: 'pollux recover " + orphan.workingCopy.string() +
                      " -o <new file>' writes what it holds (" +
                      (orphan.steps > 0 ? "with " + std::to_string(orphan.steps) + " unsaved steps" : "as last saved") +
                      "). ";
    if (advice.empty())
        return "There is neither a copy of an earlier save beside it nor a working copy: take the file from a backup "
               "of your disk.";
    advice.pop_back();
    return advice;
}

} // namespace

Case openCase(const fs::path& file, const Job& job)
{
    try {
        return loadCase(file, job);
    } catch (const Error& e) {
        // Other files that are no case were never one of ours to recover.
        if (e.code() != ErrorCode::BadInput || !(isCaseFile(file) || file.extension() == ".pollux"))
            throw;
        throw Error(e.code(), e.message(), whatIsLeft(resolved(fs::absolute(file))));
    }
}

Case openSeenCase(const fs::path& file, const Job& job)
{
    return withoutHidden(openCase(file, job));
}

void saveStep(const fs::path& in, const Case& before, const std::string& text, const Case& after, const fs::path& out,
              const Job& job)
{
    std::vector<JournalStep> journal;
    if (isCaseFile(in))
        journal = loadJournal(in);
    if (!diff(before, after).empty() || before.lineage != after.lineage) {
        const bool first = journal.empty();
        journal.push_back({first ? 1 : journal.back().number + 1,
                           text,
                           utcNow(),
                           journalChanges(before, after, ContentKeys::Take,
                                          first ? std::string_view() : std::string_view(journal.back().when)),
                           {}});
    }
    saveCase(after, out, job, loadViews(in), journal); // how it is looked at goes along
}

void checkPlaces(const fs::path& in, const fs::path& out)
{
    std::error_code error;
    if (fs::exists(in, error))
        checkWritable(out);
}

} // namespace pollux::cli
