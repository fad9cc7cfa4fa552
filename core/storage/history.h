#pragma once

#include "core/storage/journal.h"

#include <map>
#include <memory>

namespace pollux {

/// One step of a case's past, for a person.
struct HistoryStep
{
    std::string text;      ///< of the journal; of a step that only the lineage knows: the id of its operation
    std::string when;      ///< ISO 8601 UTC
    std::string author;    ///< empty if unknown
    std::string operation; ///< id; empty if it was none, or several
    std::vector<Change> changed;
    std::optional<double> gapSeconds; ///< since the step before; nullopt for the first, or if a time cannot be read
    bool ofLineage = false; ///< no journal tells of it: what was undone, changed again or removed is not among these
};

/// A case as it was, as far as it is kept.
struct HistoryState
{
    std::shared_ptr<const Case> shown;
    bool exact = true;     ///< the very snapshot; otherwise put together of what later ones still hold, without lineage
    std::vector<Id> gone;  ///< was there then, and is kept nowhere
    std::vector<Id> later; ///< changed since: shown as it became
};

/// What happened to a case, step by step, and the states between. A case file keeps its journal and its present state;
/// snapshots of before are there only as long as a session holds them. The other states are put together from the
/// journal: what had been made by then, in the oldest form that is kept. What is hidden from a learner now is in none.
/// A value; any thread.
class History
{
public:
    History() = default;
    /// `journal`: how it came to `now`, oldest step first. `kept`: snapshots by the number of steps of the journal that
    /// led to them. Steps before the journal come from the lineage.
    History(std::shared_ptr<const Case> now, const std::vector<JournalStep>& journal,
            const std::map<size_t, std::shared_ptr<const Case>>& kept = {});

    const std::vector<HistoryStep>& steps() const { return m_steps; }
    /// After the first `done` steps: 0 is before all of them, steps().size() is now. More is now.
    HistoryState state(size_t done) const;

private:
    using Keys = std::map<Id, std::optional<ContentKey>>;
    HistoryState assembled(size_t done) const;

    std::shared_ptr<const Case> m_now = std::make_shared<const Case>();
    std::vector<HistoryStep> m_steps;
    std::vector<Keys> m_keys; ///< of what each step changed
    std::map<size_t, std::shared_ptr<const Case>> m_kept;
    std::set<Id> m_hidden;
};

/// Of a case file. Throws Error as loadCase().
History loadHistory(const std::filesystem::path& caseFile, const Job& job);

/// How long a lesson waits before it shows a step, in seconds: the gap as it was, at least so long that the eye follows
/// and at most three seconds, divided by `speed`.
double replaySeconds(const HistoryStep& step, double speed);

} // namespace pollux
