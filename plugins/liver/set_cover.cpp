#include "plugins/liver/set_cover.h"

#include "core/base/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
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

class Search
{
public:
    Search(const std::vector<CoverCandidate>& candidates, const Bits& wanted, std::int64_t mostNodes, const Job& job)
        : m_candidates(candidates), m_mostNodes(mostNodes), m_job(job)
    {
        m_of.resize(wanted.size() * 64);
        for (size_t c = 0; c < candidates.size(); ++c) {
            for (size_t k = 0; k < wanted.size(); ++k)
                for (std::uint64_t word = candidates[c].covers[k] & wanted[k]; word; word &= word - 1)
                    m_of[k * 64 + static_cast<size_t>(std::countr_zero(word))].push_back(static_cast<int>(c));
        }
    }

    /// Best so far; `best` is a cover.
    void run(const Bits& wanted, std::vector<int>& best, double& cost)
    {
        m_best = &best;
        m_cost = &cost;
        std::vector<int> taken;
        branch(wanted, taken, 0);
    }
    bool done() const { return m_nodes <= m_mostNodes; }
    std::int64_t nodes() const { return m_nodes; }

private:
    void branch(const Bits& open, std::vector<int>& taken, double cost)
    {
        if (++m_nodes > m_mostNodes)
            return;
        if ((m_nodes & 0xfff) == 0)
            m_job.checkStop();
        const std::int64_t left = count(open);
        if (left == 0) {
            if (std::pair(taken.size(), cost) < std::pair(m_best->size(), *m_cost)) {
                *m_best = taken;
                *m_cost = cost;
            }
            return;
        }
        // At least so many more: none takes more than the largest of what is open.
        std::int64_t gain = 0;
        for (const CoverCandidate& c : m_candidates)
            gain = std::max(gain, countBoth(c.covers, open));
        const auto more = static_cast<size_t>((left + gain - 1) / gain);
        if (taken.size() + more > m_best->size() || (taken.size() + more == m_best->size() && cost >= *m_cost))
            return;
        // The element that the fewest candidates cover has to be covered by one of them.
        size_t element = 0, fewest = m_candidates.size() + 1;
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
            order.emplace_back(-countBoth(m_candidates[static_cast<size_t>(c)].covers, open), c);
        std::stable_sort(order.begin(), order.end());
        for (const auto& [gained, c] : order) {
            Bits rest = open;
            remove(rest, m_candidates[static_cast<size_t>(c)].covers);
            taken.push_back(c);
            branch(rest, taken, cost + m_candidates[static_cast<size_t>(c)].cost);
            taken.pop_back();
        }
    }

    const std::vector<CoverCandidate>& m_candidates;
    std::int64_t m_mostNodes;
    const Job& m_job;
    std::vector<std::vector<int>> m_of; ///< element -> candidates
    std::vector<int>* m_best = nullptr;
    double* m_cost = nullptr;
    std::int64_t m_nodes = 0;
};

} // namespace

Cover fewestThatCover(const std::vector<CoverCandidate>& candidates, std::int64_t elements, int most,
                      std::int64_t mostNodes, const Job& job)
{
    const auto words = static_cast<size_t>((std::max<std::int64_t>(0, elements) + 63) / 64);
    Bits wanted(words, 0);
    for (const CoverCandidate& c : candidates) {
        if (c.covers.size() != words || !(c.cost >= 0) || !std::isfinite(c.cost))
            throw Error(ErrorCode::BadInput, "A candidate of the cover has another size or no cost.",
                        "Give each a bit for every element and a cost of 0 or more.");
        for (size_t k = 0; k < words; ++k)
            wanted[k] |= c.covers[k];
    }
    Cover out;
    out.uncoverable = elements - count(wanted);
    Bits open = wanted;
    std::vector<int> greedy;
    double cost = 0;
    while (count(open) > 0) {
        int best = -1;
        std::pair<std::int64_t, double> least{0, 0};
        for (size_t c = 0; c < candidates.size(); ++c) {
            const std::pair<std::int64_t, double> key{-countBoth(candidates[c].covers, open), candidates[c].cost};
            if (best < 0 || key < least) {
                best = static_cast<int>(c);
                least = key;
            }
        }
        greedy.push_back(best);
        cost += candidates[static_cast<size_t>(best)].cost;
        remove(open, candidates[static_cast<size_t>(best)].covers);
        job.checkStop();
    }
    out.chosen = greedy;
    out.cost = cost;
    Search search(candidates, wanted, mostNodes, job);
    search.run(wanted, out.chosen, out.cost);
    out.exact = search.done();
    out.nodes = search.nodes();
    if (most > 0 && out.chosen.size() > static_cast<size_t>(most)) {
        // Which of them leave least is another problem; greedily the first ones take most.
        greedy.resize(static_cast<size_t>(most));
        out.chosen = greedy;
        out.exact = false;
        out.cost = 0;
        for (const int c : greedy)
            out.cost += candidates[static_cast<size_t>(c)].cost;
    }
    std::sort(out.chosen.begin(), out.chosen.end());
    open = wanted;
    for (const int c : out.chosen)
        remove(open, candidates[static_cast<size_t>(c)].covers);
    out.uncovered = out.uncoverable + count(open);
    return out;
}

} // namespace pollux::liver
