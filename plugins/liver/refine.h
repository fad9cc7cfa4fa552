#pragma once

#include "plugins/liver/evaluator.h"
#include "plugins/liver/exact.h"

namespace pollux::liver {

/// Where a local search began and what it found.
struct Refined
{
    std::uint32_t from = 0;  ///< point of the skin
    int startViolations = 0; ///< limits that the start breaks, measured exactly
    double startScore = 0;   ///< exact
    ExactPath path;          ///< the best found
    PathScore score;         ///< exact
    int evaluations = 0;     ///< exact measurements
};

/// Fewer broken limits first, then the lower score.
bool better(const PathScore& a, const PathScore& b);

/// Pattern search (Hooke and Jeeves 1961; compass search of Kolda, Lewis and Torczon 2003) for the position on the skin
/// around a point of the scan with the best exact score: the needle turns about the target, the entry is where it
/// leaves the body. Steps from 4 mm down to 0.25 mm on the skin, about 90 measurements. Throws Error (Cancelled).
Refined refine(const PathEvaluator& evaluator, const Vec3& target, std::uint32_t from, const Job& job);

/// Points from which to search: the best of every zone, then the best of the rest that lie apart from those taken; by
/// score on the map, at most `most`, and none that is so far behind the best that a search cannot make up for it.
std::vector<std::uint32_t> searchStarts(const SkinEntries& entries, const std::vector<PathScore>& scores,
                                        const std::vector<std::uint8_t>& feasible, const std::vector<Zone>& zones,
                                        size_t most);

} // namespace pollux::liver
