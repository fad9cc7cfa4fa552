#include "plugins/liver/set_cover.h"

#include "core/base/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace pollux::liver {

namespace {

using Bits = std::vector<std::uint64_t>;

std::int64_t count(const Bits& bits)
{
    std::int64_t n = 0;
    for (const std::uint64_t word : bits)
        n += std::popcount(word);
    return n;
}

std::int64_t countBoth(const Bits& a, const Bits& b)
{
    std::int64_t n = 0;
    for (size_t k = 0; k < a.size(); ++k)
        n += std::popcount(a[k] & b[k]);
    return n;
}

void remove(Bits& from, const Bits& what)
{
    for (size_t k = 0; k < from.size(); ++k)
        from[k] &= ~what[k];
}

/// The candidates with their lines numbered from 0 and the pairs of lines as a table.
class Problem
{
public:
    Problem(const std::vector<CoverCandidate>& candidates, const CoverRules& rules)
        : m_candidates(candidates), m_rules(rules), m_line(candidates.size())
    {
        int lines = 0;
        for (const CoverCandidate& c : candidates)
            lines = std::max(lines, c.line + 1);
        m_named = size_t(lines);
        for (size_t n = 0; n < candidates.size(); ++n)
            m_line[n] = candidates[n].line >= 0 ? size_t(candidates[n].line) : size_t(lines++);
        m_lines = size_t(lines);
        m_union.assign(m_lines, Bits(candidates.empty() ? 0 : candidates.front().covers.size(), 0));
        for (size_t n = 0; n < candidates.size(); ++n)
            for (size_t k = 0; k < candidates[n].covers.size(); ++k)
                m_union[m_line[n]][k] |= candidates[n].covers[k];
        m_near.assign(m_named * m_named, 0);
        for (const auto& [a, b] : rules.tooNear) {
            if (a == b || a < 0 || b < 0)
                throw Error(ErrorCode::BadInput, "A pair of needles that are too near is no pair.",
                            "Name two different lines.");
            if (size_t(a) < m_named && size_t(b) < m_named)
                m_near[size_t(a) * m_named + size_t(b)] = m_near[size_t(b) * m_named + size_t(a)] = 1;
        }
    }

    const CoverCandidate& operator[](int c) const { return m_candidates[size_t(c)]; }
    int size() const { return int(m_candidates.size()); }
    size_t lines() const { return m_lines; }
    size_t lineOf(int c) const { return m_line[size_t(c)]; }
    /// All that the candidates of a line cover.
    const Bits& coveredBy(size_t line) const { return m_union[line]; }
    bool near(size_t a, size_t b) const { return a < m_named && b < m_named && m_near[a * m_named + b]; }
    const CoverRules& rules() const { return m_rules; }

private:
    const std::vector<CoverCandidate>& m_candidates;
    const CoverRules& m_rules;
    std::vector<size_t> m_line;
    size_t m_named = 0, m_lines = 0;
    std::vector<Bits> m_union;
    std::vector<std::uint8_t> m_near;
};

/// What has been chosen so far.
class Choice
{
public:
    explicit Choice(const Problem& problem) : m_problem(&problem), m_used(problem.lines()), m_blocked(problem.lines())
    {
    }

    bool allows(int c) const { return allowsLine(m_problem->lineOf(c)); }
    bool allowsLine(size_t line) const { return m_blocked[line] == 0; }
    bool uses(size_t line) const { return m_used[line] > 0; }
    bool addsNeedle(int c) const { return !uses(m_problem->lineOf(c)); }
    void take(int c) { change(c, 1); }
    void putBack() { change(m_chosen.back(), -1); }
    /// Number and needles together, then cost.
    std::pair<double, double> value() const
    {
        return {double(m_chosen.size()) + m_problem->rules().needle * m_needles, m_cost};
    }
    const std::vector<int>& chosen() const { return m_chosen; }
    int needles() const { return m_needles; }

private:
    void change(int c, int by)
    {
        const size_t line = m_problem->lineOf(c);
        if (by > 0) {
            m_chosen.push_back(c);
            m_costs.push_back(m_cost); // put back bit by bit
            m_cost += (*m_problem)[c].cost;
        } else {
            m_chosen.pop_back();
            m_cost = m_costs.back();
            m_costs.pop_back();
        }
        const bool changes = by > 0 ? m_used[line] == 0 : m_used[line] == 1;
        m_used[line] += by;
        if (!changes)
            return;
        m_needles += by;
        for (size_t other = 0; other < m_problem->lines(); ++other)
            if (m_problem->near(line, other))
                m_blocked[other] += by;
    }

    const Problem* m_problem;
    std::vector<int> m_used, m_blocked; ///< of each line: chosen candidates; chosen lines that are too near
    std::vector<int> m_chosen;
    std::vector<double> m_costs;
    double m_cost = 0;
    int m_needles = 0;
};

class Search
{
public:
    Search(const Problem& problem, const Bits& wanted, std::int64_t mostNodes, const Job& job)
        : m_problem(problem), m_mostNodes(mostNodes), m_job(job), m_now(problem)
    {
        m_of.resize(wanted.size() * 64);
        for (int c = 0; c < problem.size(); ++c)
            for (size_t k = 0; k < wanted.size(); ++k)
                for (std::uint64_t word = problem[c].covers[k] & wanted[k]; word; word &= word - 1)
                    m_of[k * 64 + static_cast<size_t>(std::countr_zero(word))].push_back(c);
    }

    /// `best`: a cover that is known, with its value; stays where nothing better is found.
    void run(const Bits& wanted, std::vector<int>& best, std::pair<double, double>& value)
    {
        m_best = &best;
        m_value = &value;
        branch(wanted);
    }
    bool done() const { return m_nodes <= m_mostNodes; }
    std::int64_t nodes() const { return m_nodes; }

private:
    void branch(const Bits& open)
    {
        if (++m_nodes > m_mostNodes)
            return;
        if ((m_nodes & 0xfff) == 0)
            m_job.checkStop();
        const std::int64_t left = count(open);
        const auto value = m_now.value();
        if (left == 0) {
            if (value < *m_value) {
                *m_best = m_now.chosen();
                *m_value = value;
            }
            return;
        }
        // At least so many more: none takes more than the largest of what is open.
        std::int64_t gain = 0;
        for (int c = 0; c < m_problem.size(); ++c)
            if (m_now.allows(c))
                gain = std::max(gain, countBoth(m_problem[c].covers, open));
        if (gain == 0)
            return;
        const std::int64_t more = (left + gain - 1) / gain;
        const std::int64_t most = m_problem.rules().most;
        if (most > 0 && std::int64_t(m_now.chosen().size()) + more > most)
            return;
        const auto needles = moreNeedles(open);
        if (!needles)
            return;
        const double least = value.first + double(more) + double(*needles) * m_problem.rules().needle;
        if (std::pair(least, value.second) >= *m_value)
            return;
        // The element that the fewest candidates cover has to be covered by one of them.
        size_t element = 0, fewest = size_t(m_problem.size()) + 1;
        for (size_t k = 0; k < open.size(); ++k)
            for (std::uint64_t word = open[k]; word; word &= word - 1) {
                const size_t e = k * 64 + static_cast<size_t>(std::countr_zero(word));
                if (m_of[e].size() < fewest) {
                    fewest = m_of[e].size();
                    element = e;
                }
            }
        std::vector<std::pair<std::int64_t, int>> order;
        for (const int c : m_of[element])
            if (m_now.allows(c))
                order.emplace_back(-countBoth(m_problem[c].covers, open), c);
        std::stable_sort(order.begin(), order.end());
        for (const auto& [gained, c] : order) {
            Bits rest = open;
            remove(rest, m_problem[c].covers);
            m_now.take(c);
            branch(rest);
            m_now.putBack();
        }
    }

    /// Needles that are needed at least beside those in use; nullopt where the rules leave none that does it.
    std::optional<std::int64_t> moreNeedles(const Bits& open) const
    {
        const CoverRules& rules = m_problem.rules();
        if (rules.needle <= 0 && rules.tooNear.empty())
            return 0;
        Bits rest = open;
        for (size_t line = 0; line < m_problem.lines(); ++line)
            if (m_now.uses(line))
                remove(rest, m_problem.coveredBy(line));
        const std::int64_t left = count(rest);
        if (left == 0)
            return 0;
        std::int64_t gain = 0;
        for (size_t line = 0; line < m_problem.lines(); ++line)
            if (m_now.allowsLine(line))
                gain = std::max(gain, countBoth(m_problem.coveredBy(line), rest));
        return gain == 0 ? std::nullopt : std::optional((left + gain - 1) / gain);
    }

    const Problem& m_problem;
    std::int64_t m_mostNodes;
    const Job& m_job;
    Choice m_now;
    std::vector<std::vector<int>> m_of; ///< element -> candidates
    std::vector<int>* m_best = nullptr;
    std::pair<double, double>* m_value = nullptr;
    std::int64_t m_nodes = 0;
};

/// The most new elements for what a candidate adds, again and again, as far as the rules allow.
Choice greedy(const Problem& problem, Bits open, const Job& job)
{
    Choice out(problem);
    const CoverRules& rules = problem.rules();
    while (count(open) > 0 && (rules.most <= 0 || int(out.chosen().size()) < rules.most)) {
        int best = -1;
        std::pair<double, double> least{0, 0};
        for (int c = 0; c < problem.size(); ++c) {
            const std::int64_t gain = out.allows(c) ? countBoth(problem[c].covers, open) : 0;
            if (gain == 0)
                continue;
            const double adds = 1 + (out.addsNeedle(c) ? rules.needle : 0);
            const std::pair key{-double(gain) / adds, problem[c].cost};
            if (best < 0 || key < least) {
                best = c;
                least = key;
            }
        }
        if (best < 0)
            return out;
        out.take(best);
        remove(open, problem[best].covers);
        job.checkStop();
    }
    return out;
}

} // namespace

Cover fewestThatCover(const std::vector<CoverCandidate>& candidates, std::int64_t elements, const CoverRules& rules,
                      std::int64_t mostNodes, const Job& job)
{
    if (!(rules.needle >= 0) || !std::isfinite(rules.needle))
        throw Error(ErrorCode::BadInput, "What one more needle counts is no number of 0 or more.",
                    "Give 0 where needles do not count.");
    const auto words = static_cast<size_t>((std::max<std::int64_t>(0, elements) + 63) / 64);
    Bits wanted(words, 0);
    for (const CoverCandidate& c : candidates) {
        if (c.covers.size() != words || !(c.cost >= 0) || !std::isfinite(c.cost))
            throw Error(ErrorCode::BadInput, "A candidate of the cover has another size or no cost.",
                        "Give each a bit for every element and a cost of 0 or more.");
        for (size_t k = 0; k < words; ++k)
            wanted[k] |= c.covers[k];
    }
    const Problem problem(candidates, rules);
    const auto left = [&](const std::vector<int>& chosen) {
        Bits open = wanted;
        for (const int c : chosen)
            remove(open, problem[c].covers);
        return count(open);
    };
    Cover out;
    out.uncoverable = elements - count(wanted);
    const Choice first = greedy(problem, wanted, job);
    constexpr double kNone = std::numeric_limits<double>::infinity();
    std::pair<double, double> value = left(first.chosen()) == 0 ? first.value() : std::pair(kNone, kNone);
    out.chosen = first.chosen();
    Search search(problem, wanted, mostNodes, job);
    search.run(wanted, out.chosen, value);
    const bool found = value.first < kNone;
    out.exact = search.done() && found;
    out.impossible = search.done() && !found;
    out.nodes = search.nodes();
    std::sort(out.chosen.begin(), out.chosen.end());
    Choice all(problem);
    for (const int c : out.chosen)
        all.take(c);
    out.needles = all.needles();
    out.cost = all.value().second;
    out.uncovered = out.uncoverable + left(out.chosen);
    return out;
}

} // namespace pollux::liver
