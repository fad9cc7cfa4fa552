#pragma once

#include "core/jobs/job.h"

#include <cstdint>
#include <vector>

namespace pollux::liver {

/// Which elements a candidate covers, one bit each, and what it costs beside being one more.
struct CoverCandidate
{
    std::vector<std::uint64_t> covers;
    double cost = 0; ///< at least 0
};

struct Cover
{
    std::vector<int> chosen;      ///< indices of candidates, rising
    std::int64_t uncovered = 0;   ///< elements that the chosen ones leave
    std::int64_t uncoverable = 0; ///< of them those that no candidate covers
    double cost = 0;
    bool exact = false;     ///< no fewer candidates, and none as many at less cost, leave as little
    std::int64_t nodes = 0; ///< of the search
};

/// Fewest candidates that cover every element that any covers, and of those the ones of least cost: first greedily
/// (most new elements, then least cost), then by branch and bound on the element with the fewest candidates, until it
/// is done or `mostNodes` were looked at. With `most` candidates allowed and more needed: the greedy first `most`, not
/// exact. Set cover is NP-hard; greedy alone is within ln n of the fewest (Chvatal 1979, Math Oper Res 4:233). Throws
/// Error: BadInput (bit sets of different lengths, a cost below 0), Cancelled.
Cover fewestThatCover(const std::vector<CoverCandidate>& candidates, std::int64_t elements, int most,
                      std::int64_t mostNodes, const Job& job);

} // namespace pollux::liver
