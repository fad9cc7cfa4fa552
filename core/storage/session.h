#pragma once

#include "core/base/error.h"
#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/storage/journal.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// Session::save() refused: the case file has been changed by somebody else. The user may save it anyway (IfChanged).
class CaseFileChanged : public Error
{
public:
    using Error::Error;
};

/// The working copy of an open case: each step of the document is one transaction. Journal, autosave and recovery in
/// one. Writing happens on a thread of its own; record() returns at once.
class Session
{
public:
    /// Opens `caseFile` if given (a new, empty case if not); the working copy lives in `folder`.
    /// Throws Error as loadCase.
    static Session open(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& caseFile,
                        const Job& job);
    /// Continues a working copy that a crash left behind.
    static Session recover(const std::filesystem::path& workingCopy, const Job& job);

    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session(); ///< waits for pending writes; removes the working copy if discard() or save() came last, or nothing was
                ///< recorded

    const Case& initial() const; ///< what was opened or recovered
    const std::optional<std::filesystem::path>& caseFile() const;

    /// How the case is looked at (view_store.h): what was opened or recovered, then what setViews() said.
    const std::string& views() const;
    /// Goes to disk with the next step, or save, or by keepViews(). It is no step.
    void setViews(std::string views);
    /// Writes views() into caseFile() at once, if nothing else is unsaved and the file is still what was opened or
    /// saved here. False where that cannot be: no file yet, unsaved steps, a file that may not be written to. Never
    /// throws.
    bool keepViews();

    /// Appends the change from the last recorded snapshot; durable within 2 s (normally at once).
    void record(std::string text, const Case& after);
    /// Blocks until everything recorded is on disk. Throws Error (Io) if writing failed (disk full).
    void flush();
    /// What to do when caseFile() has been changed by somebody else since it was opened or saved here.
    enum class IfChanged { Refuse, Replace };
    /// flush, then VACUUM INTO a sibling, fsync, rename, fsync of the folder. The file before it is kept as "name~".
    /// Afterwards caseFile() is `target`. Throws Error (Io): disk full, read-only; CaseFileChanged.
    void save(const std::filesystem::path& target, const Job& job, IfChanged ifChanged = IfChanged::Refuse);
    /// What was recorded since the last save is not wanted: the working copy goes with the session.
    void discard();
    /// Steps recorded since the last save (or since the case was opened).
    int unsavedSteps() const;
    const std::filesystem::path& workingCopy() const;
    /// Text of a write error that happened on the writing thread; empty if none.
    std::string lastError() const;

    using Step = JournalStep;
    /// Those of the file first. What was recorded here comes without content keys.
    std::vector<Step> journal() const;

private:
    struct Private;
    explicit Session(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

/// A working copy without an owner: with steps that are in no case file, or the last good state of a damaged one.
struct Orphan
{
    std::filesystem::path workingCopy;
    std::optional<std::filesystem::path> caseFile;
    std::string lastStep;
    std::string when;
    int steps = 0;            ///< unsaved ones
    bool fileDamaged = false; ///< caseFile cannot be opened any more
};
/// Those that a live session holds are left out; remains that hold nothing unsaved are removed on the way.
std::vector<Orphan> findOrphans(const std::filesystem::path& folder);

/// $XDG_STATE_HOME/pollux/recovery or ~/.local/state/pollux/recovery.
std::filesystem::path defaultRecoveryFolder();

} // namespace pollux
