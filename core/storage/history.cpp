#include "core/storage/history.h"

#include "core/base/text.h"
#include "core/case/hidden_plans.h"
#include "core/storage/case_file.h"
#include "core/storage/lineage_steps.h"

#include <algorithm>
#include <chrono>

namespace pollux {

namespace {

// Of a lesson, not of medicine: longer is boring, shorter is not seen.
constexpr double kShortestPause = 0.6;
constexpr double kLongestPause = 3;

/// Seconds since 1970 of "2026-05-01T12:00:00Z"; nullopt if it is none.
std::optional<double> secondsOf(std::string_view when)
{
    namespace ch = std::chrono;
    if (when.size() != 20 || when[4] != '-' || when[7] != '-' || when[10] != 'T' || when[13] != ':' ||
        when[16] != ':' || when[19] != 'Z')
        return std::nullopt;
    const auto part = [&](size_t at, size_t digits) { return parseInt(when.substr(at, digits)).value_or(-1); };
    const std::int64_t hour = part(11, 2), minute = part(14, 2), second = part(17, 2);
    const std::int64_t month = part(5, 2), day = part(8, 2);
    if (month < 1 || day < 1 || hour < 0 || minute < 0 || second < 0)
        return std::nullopt;
    const ch::year_month_day date{ch::year(static_cast<int>(part(0, 4))), ch::month(static_cast<unsigned>(month)),
                                  ch::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    const auto days = static_cast<double>(ch::sys_days(date).time_since_epoch().count());
    return ((days * 24 + static_cast<double>(hour)) * 60 + static_cast<double>(minute)) * 60 +
           static_cast<double>(second);
}

/// The one operation of all changes, or nothing.
std::string operationOf(const std::vector<JournalChange>& changes)
{
    std::string one;
    for (const JournalChange& change : changes) {
        if (change.what == Change::What::Removed)
            continue;
        if (change.operation.empty() || (!one.empty() && one != change.operation))
            return {};
        one = change.operation;
    }
    return one;
}

/// Calls f(kind, map, map of the other) for each kind of object.
template <class A, class B, class F>
void eachPair(A& a, B& b, F&& f)
{
    f(Kind::Study, a.studies, b.studies);
    f(Kind::Volume, a.volumes, b.volumes);
    f(Kind::Structure, a.structures, b.structures);
    f(Kind::Landmark, a.landmarks, b.landmarks);
    f(Kind::Measurement, a.measurements, b.measurements);
    f(Kind::Registration, a.registrations, b.registrations);
    f(Kind::Field, a.fields, b.fields);
    f(Kind::Plan, a.plans, b.plans);
    f(Kind::Unknown, a.unknown, b.unknown);
}

std::map<Id, Kind> kindsIn(const Case& c)
{
    std::map<Id, Kind> out;
    eachPair(c, c, [&](Kind kind, const auto& map, const auto&) {
        for (const auto& [id, object] : map)
            out.emplace(id, kind);
    });
    return out;
}

bool holds(const Case& c, Kind wanted, const Id& id)
{
    bool there = false;
    eachPair(c, c,
             [&](Kind kind, const auto& map, const auto&) { there = there || (kind == wanted && map.contains(id)); });
    return there;
}

void copy(const Case& from, Kind wanted, const Id& id, Case& to)
{
    eachPair(from, to, [&](Kind kind, const auto& source, auto& target) {
        if (kind == wanted)
            target[id] = source.at(id);
    });
}

} // namespace

History::History(std::shared_ptr<const Case> now, const std::vector<JournalStep>& journal,
                 const std::map<size_t, std::shared_ptr<const Case>>& kept)
    : m_now(now ? std::move(now) : std::make_shared<const Case>()), m_hidden(hiddenObjects(*m_now))
{
    m_steps = lineageSteps(*m_now, journal);
    const size_t first = m_steps.size();
    m_keys.resize(first);
    for (HistoryStep& step : m_steps)
        std::erase_if(step.changed, [&](const Change& change) { return m_hidden.contains(change.id); });
    for (const JournalStep& step : journal) {
        HistoryStep made{step.text, step.when, step.author, operationOf(step.changed), {}, {}, false};
        Keys keys;
        for (const JournalChange& change : step.changed) {
            if (made.author.empty())
                made.author = change.author;
            if (m_hidden.contains(change.id))
                continue;
            keys[change.id] = change.key;
            made.changed.push_back({change.kind, change.id, change.what});
        }
        m_steps.push_back(std::move(made));
        m_keys.push_back(std::move(keys));
    }
    for (const auto& [done, state] : kept)
        if (state)
            m_kept[first + done] = state;
    m_kept[m_steps.size()] = m_now;
    for (size_t n = 1; n < m_steps.size(); ++n) {
        const auto from = secondsOf(m_steps[n - 1].when), to = secondsOf(m_steps[n].when);
        if (from && to)
            m_steps[n].gapSeconds = std::max(0.0, *to - *from);
    }
}

HistoryState History::state(size_t done) const
{
    done = std::min(done, m_steps.size());
    const auto kept = m_kept.find(done);
    HistoryState out = kept != m_kept.end()     ? HistoryState{kept->second, true, {}, {}}
                       : done == m_steps.size() ? HistoryState{m_now, true, {}, {}} // the present
                                                : assembled(done);
    const auto seen = [&](const Id& id) { return m_hidden.contains(id); };
    std::erase_if(out.gone, seen);
    std::erase_if(out.later, seen);
    Edit unseen;
    for (const Id& id : m_hidden)
        if (out.shown->kindOf(id))
            unseen.remove(id);
    if (!unseen.empty())
        out.shown = std::make_shared<const Case>(apply(*out.shown, unseen));
    return out;
}

HistoryState History::assembled(size_t done) const
{
    // What there was: from the present backwards.
    std::map<Id, Kind> there = kindsIn(*m_now);
    std::map<Id, size_t> next; // the first step after `done` that touches it, counted from 1
    for (size_t n = m_steps.size(); n > done; --n) {
        for (const Change& change : m_steps[n - 1].changed) {
            next[change.id] = n;
            if (change.what == Change::What::Added)
                there.erase(change.id);
        }
        // Afterwards: an id may have gone from one kind to another in one step.
        for (const Change& change : m_steps[n - 1].changed)
            if (change.what == Change::What::Removed)
                there[change.id] = change.kind;
    }
    Keys was;
    for (size_t n = 0; n < done; ++n)
        for (const auto& [id, key] : m_keys[n])
            was[id] = key;

    HistoryState out;
    out.exact = false;
    Case shown;
    for (const auto& [id, kind] : there) {
        const auto state =
            std::find_if(m_kept.lower_bound(done), m_kept.end(), [&, &wanted = id, what = kind](const auto& entry) {
                return holds(*entry.second, what, wanted);
            });
        if (state == m_kept.end()) {
            out.gone.push_back(id);
            continue;
        }
        copy(*state->second, kind, id, shown);
        const auto touched = next.find(id);
        const auto key = was.find(id);
        const bool same = touched == next.end() || touched->second > state->first ||
                          (key != was.end() && key->second && state->second->keyOf(id) == key->second);
        if (!same)
            out.later.push_back(id);
    }
    out.shown = std::make_shared<const Case>(std::move(shown));
    return out;
}

History loadHistory(const std::filesystem::path& caseFile, const Job& job)
{
    auto now = std::make_shared<const Case>(loadCase(caseFile, job));
    return History(std::move(now), loadJournal(caseFile));
}

double replaySeconds(const HistoryStep& step, double speed)
{
    return std::clamp(step.gapSeconds.value_or(kShortestPause), kShortestPause, kLongestPause) / speed;
}

} // namespace pollux
