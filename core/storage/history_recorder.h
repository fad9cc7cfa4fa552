#pragma once

#include "core/storage/history.h"

#include <deque>
#include <memory>

namespace pollux {

/// Follows a session and gives its history at any time. Snapshots are not kept alive for it, but for the last ones: so
/// long as undo holds a step, its state is exact, and what was undone and replaced stays for a while. One thread.
class HistoryRecorder
{
public:
    /// Forgets all: another case is open. `journal`: the steps that led to it.
    void start(std::vector<JournalStep> journal, std::shared_ptr<const Case> now);
    /// After a step, an undo or a redo. `author`: who works; a run's own author goes before.
    void add(std::string text, std::string author, std::shared_ptr<const Case> after);
    History history() const;
    const std::vector<JournalStep>& steps() const { return m_steps; } ///< oldest first

private:
    std::vector<JournalStep> m_steps;
    size_t m_opened = 0;                              ///< steps that came with the case
    std::vector<std::weak_ptr<const Case>> m_states;  ///< at the start, then after each further step
    std::deque<std::shared_ptr<const Case>> m_recent; ///< the last ones, held
    std::shared_ptr<const Case> m_now = std::make_shared<const Case>();
};

} // namespace pollux
