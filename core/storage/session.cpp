#include "core/storage/session.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/storage/case_file.h"
#include "core/storage/case_store.h"
#include "core/storage/durable_file.h"
#include "core/storage/schema.h"
#include "core/storage/session_writer.h"
#include "core/storage/view_store.h"
#include "core/storage/working_copy.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace pollux {

namespace fs = std::filesystem;

namespace {

/// Not gone, and not out of reach for now: there, and not whole.
bool isDamaged(const fs::path& caseFile)
{
    try {
        checkHeader(caseFile);
        checkDatabase(Database(caseFile, Database::Mode::ReadOnly));
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput;
    }
    return false;
}

} // namespace

struct Session::Private
{
    explicit Private(WorkingCopy c) : copy(std::move(c)) {}

    WorkingCopy copy;
    Case initial;
    Case last; ///< recorded
    std::vector<Step> steps;
    std::string views;
    std::string viewsInFile; ///< of the case file, as far as is known here
    bool discarded = false;
    std::unique_ptr<SessionWriter> writer;

    int lastStep() const { return steps.empty() ? 0 : steps.back().number; }

    void start(const Job& job)
    {
        Database database = copy.open();
        checkDatabase(database);
        migrate(database, migrations(), kCaseFormat);
        initial = CaseStore(database).read(job);
        last = initial;
        steps = readJournal(database);
        views = viewsInFile = readViews(database);
        writer = std::make_unique<SessionWriter>(std::move(database), copy.path(), initial);
    }
};

Session::Session(std::unique_ptr<Private> p) : d(std::move(p)) {}
Session::Session(Session&&) noexcept = default;

Session& Session::operator=(Session&& other) noexcept
{
    // By way of a temporary: what was held is closed as the destructor would.
    Session old(std::move(*this));
    d = std::move(other.d);
    return *this;
}

Session::~Session()
{
    if (!d)
        return;
    const bool done = d->discarded || unsavedSteps() == 0;
    d->writer.reset();
    if (done)
        d->copy.remove();
}

Session Session::open(const fs::path& folder, const std::optional<fs::path>& caseFile, const Job& job)
{
    if (caseFile)
        checkHeader(*caseFile);
    auto p = std::make_unique<Private>(WorkingCopy::create(folder));
    std::optional<fs::path> file;
    if (caseFile)
        file = resolved(fs::absolute(*caseFile));
    try {
        p->copy.setSaved(file, 0); // before the copy: a change during it is noticed when saving
        p->copy.fill(file);
        p->start(job);
        // The journal goes on from the file's own; what is in there is saved. The stamp stays what it was.
        p->copy.setSavedStep(p->lastStep());
    } catch (...) {
        p->writer.reset();
        p->copy.remove();
        throw;
    }
    return Session(std::move(p));
}

Session Session::recover(const fs::path& workingCopy, const Job& job)
{
    auto p = std::make_unique<Private>(WorkingCopy::takeOver(workingCopy));
    p->start(job);
    return Session(std::move(p));
}

const Case& Session::initial() const
{
    return d->initial;
}
const std::optional<fs::path>& Session::caseFile() const
{
    return d->copy.caseFile();
}
const fs::path& Session::workingCopy() const
{
    return d->copy.path();
}

void Session::record(std::string text, const Case& after)
{
    d->discarded = false;
    const std::string since = d->steps.empty() ? std::string() : d->steps.back().when;
    d->steps.push_back(
        {d->lastStep() + 1, std::move(text), utcNow(), journalChanges(d->last, after, ContentKeys::Leave, since), {}});
    d->last = after;
    const Step& step = d->steps.back();
    d->writer->add({step.number, step.text, step.when, since, after, d->views});
}

const std::string& Session::views() const
{
    return d->views;
}

void Session::setViews(std::string views)
{
    d->views = std::move(views);
}

bool Session::keepViews()
{
    const auto& file = caseFile();
    if (!file || unsavedSteps() > 0)
        return false;
    if (d->views == d->viewsInFile)
        return true;
    try {
        checkWritable(*file);
        d->writer->run([&](Database& copy) {
            if (!d->copy.isOurs(*file, copy))
                throw CaseFileChanged(ErrorCode::Io, "The case file has been changed by another window or program.");
            Database database(*file, Database::Mode::ReadWrite);
            // A file of an older format stays as it is until it is saved. Its pages were checked when it was opened.
            if (database.number("PRAGMA application_id") != kApplicationId ||
                database.number("PRAGMA user_version") != kCaseFormat)
                throw Error(ErrorCode::Unsupported, "The case file has an older format.");
            database.transaction([&] { writeViews(database, d->views); });
        });
        d->copy.setSaved(*file, d->lastStep());
    } catch (const std::exception&) {
        return false; // read-only, in use, full: the case is what it was, and so is how it is shown next time
    }
    d->viewsInFile = d->views;
    return true;
}

void Session::flush()
{
    d->writer->run([](Database&) {});
}

void Session::save(const fs::path& target, const Job& job, IfChanged ifChanged)
{
    const fs::path file = resolved(fs::absolute(target));
    job.progress(0, "Saving");
    d->writer->run([&](Database& database) {
        if (ifChanged == IfChanged::Refuse && caseFile() == file && !d->copy.isOurs(file, database))
            throw CaseFileChanged(
                ErrorCode::Io, "The case file has been changed by another window or program since it was opened here.",
                "Save under another name, or replace what the other one saved.");
        database.transaction([&] {
            CaseStore(database).dropUnusedArrays();
            WorkingCopy::markSave(database);
            writeViews(database, d->views);
        });
        replaceDurably(file, [&](const fs::path& sibling) {
            const std::string name = sibling.string();
            database.interruptible([&] { return job.stopRequested(); },
                                   [&] { database.prepare("VACUUM INTO ?").bind(0, name).run(); });
            job.checkStop();
        });
    });
    d->copy.setSaved(file, d->lastStep());
    d->viewsInFile = d->views;
    d->discarded = false;
    job.progress(1, "Saved");
}

void Session::discard()
{
    d->discarded = true;
}

int Session::unsavedSteps() const
{
    return static_cast<int>(
        std::count_if(d->steps.begin(), d->steps.end(), [&](const Step& s) { return s.number > d->copy.savedStep(); }));
}

std::string Session::lastError() const
{
    return d->writer->lastError();
}

std::vector<Session::Step> Session::journal() const
{
    return d->steps;
}

std::vector<Orphan> findOrphans(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> found;
    std::vector<fs::path> remains;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("session-") && name.ends_with(".pollux"))
            found.push_back(entry.path());
        else if (name.starts_with("session-") && name.ends_with(".pollux.lock"))
            remains.push_back(entry.path().parent_path() / entry.path().stem());
    }
    std::vector<Orphan> orphans;
    for (const fs::path& path : found) {
        auto copy = WorkingCopy::tryTakeOver(path);
        if (!copy)
            continue;
        Orphan orphan{path, copy->caseFile(), {}, {}, 0, copy->caseFile() && isDamaged(*copy->caseFile())};
        try {
            Database database(path, Database::Mode::ReadWrite);
            database.leaveLog(); // only looked at: nothing is rewritten
            database.exec("PRAGMA locking_mode = EXCLUSIVE");
            for (const Session::Step& step : readJournal(database)) {
                orphan.lastStep = step.text;
                orphan.when = step.when;
                orphan.steps += step.number > copy->savedStep();
            }
        } catch (const Error&) {
            continue; // unreadable now; kept for a later look, or for a person who can mend it
        }
        if (orphan.steps > 0 || orphan.fileDamaged)
            orphans.push_back(std::move(orphan));
        else
            copy->remove();
    }
    // Killed while it was being made: only a lock file (and perhaps half a copy) is there. A fresh one may be just
    // starting.
    for (const fs::path& path : remains) {
        const auto age = fs::file_time_type::clock::now() - fs::last_write_time(path.string() + ".lock", error);
        if (!error && !fs::exists(path, error) && age > std::chrono::hours(1))
            if (auto copy = WorkingCopy::tryTakeOver(path))
                copy->remove();
        error.clear();
    }
    return orphans;
}

fs::path defaultRecoveryFolder()
{
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && state[0] == '/')
        return fs::path(state) / "pollux" / "recovery";
    const char* home = std::getenv("HOME");
    return fs::path(home ? home : "/tmp") / ".local" / "state" / "pollux" / "recovery";
}

} // namespace pollux
