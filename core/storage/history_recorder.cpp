#include "core/storage/history_recorder.h"

#include "core/base/text.h"

#include <algorithm>

namespace pollux {

namespace {

/// Snapshots share what did not change, but each may hold a volume or two that nothing else holds.
constexpr size_t kHeld = 48;

} // namespace

void HistoryRecorder::start(std::vector<JournalStep> journal, std::shared_ptr<const Case> now)
{
    m_steps = std::move(journal);
    m_opened = m_steps.size();
    m_states = {now};
    m_recent.clear();
    m_now = std::move(now);
}

void HistoryRecorder::add(std::string text, std::string author, std::shared_ptr<const Case> after)
{
    JournalStep step{m_steps.empty() ? 1 : m_steps.back().number + 1, std::move(text), utcNow(), {}, {}};
    const std::string since = m_steps.empty() ? std::string() : m_steps.back().when;
    step.changed = journalChanges(*m_now, *after, ContentKeys::Leave, since);
    // Back to a state that was there before: an undo or a redo, and no run made anything now.
    const bool returns =
        std::any_of(m_states.begin(), m_states.end(), [&](const auto& state) { return state.lock() == after; });
    for (JournalChange& change : step.changed) {
        if (returns)
            change.operation.clear();
        if (step.author.empty() && !returns)
            step.author = change.author;
    }
    if (step.author.empty())
        step.author = std::move(author);
    m_steps.push_back(std::move(step));
    m_states.emplace_back(after);
    m_recent.push_back(after);
    if (m_recent.size() > kHeld)
        m_recent.pop_front();
    m_now = std::move(after);
}

History HistoryRecorder::history() const
{
    std::map<size_t, std::shared_ptr<const Case>> kept;
    for (size_t n = 0; n < m_states.size(); ++n)
        if (auto state = m_states[n].lock())
            kept[m_opened + n] = std::move(state);
    return History(m_now, m_steps, kept);
}

} // namespace pollux
