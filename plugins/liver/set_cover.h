#pragma once

#include "core/jobs/job.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace pollux::liver {

/// Which elements a candidate covers, one bit each, and what it costs beside being one more.
struct CoverCandidate
{
    std::vector<std::uint64_t> covers;
    double cost = 0; ///< at least 0
    int line = -1;   ///< candidates of one line share a needle; below 0: a needle of its own
};

struct CoverRules
{
    int most = 0;                             ///< candidates at most; 0: as many as are needed
    double needle = 0;                        ///< what one more needle counts beside one more candidate; at least 0
    std::vector<std::pair<int, int>> tooNear; ///< lines that may not be chosen together
};

struct Cover
{
    std::vector<int> chosen; ///< indices of candidates, rising
    int needles = 0;
    std::int64_t uncovered = 0;   ///< elements that the chosen ones leave
    std::int64_t uncoverable = 0; ///< of them those that no candidate covers
    double cost = 0;
    /// The chosen ones cover what any candidate covers, and none that keep the rules do so with less of candidates and
    /// needles together, or with as much at less cost.
    bool exact = false;
    bool impossible = false; ///< proven: none that keep the rules cover what any candidate covers
    std::int64_t nodes = 0;  ///< of the search
};

/// The candidates that cover every element that any covers and are least of (number + needle x needles), and of those
/// the ones of least cost: first greedily (most new elements for what it adds, then least cost), then by branch and
/// bound on the element with the fewest candidates, until it is done or `mostNodes` were looked at. Where no cover that
/// keeps the rules is found: the greedy ones as far as the rules allow, not exact. The objective is that of Ren et al.
/// 2014 (IEEE J Biomed Health Inform 18:920), number of trajectories and of ablations; set cover is NP-hard, and greedy
/// alone is within ln n of the fewest (Chvatal 1979, Math Oper Res 4:233). Throws Error: BadInput (bit sets of
/// different lengths, a cost or weight below 0, a pair of the same line), Cancelled.
Cover fewestThatCover(const std::vector<CoverCandidate>& candidates, std::int64_t elements, const CoverRules& rules,
                      std::int64_t mostNodes, const Job& job);

} // namespace pollux::liver
