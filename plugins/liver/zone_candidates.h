#pragma once

#include "plugins/liver/ablation_zone.h"
#include "plugins/liver/evaluator.h"
#include "plugins/liver/needle_gap.h"
#include "plugins/liver/set_cover.h"

#include <vector>

namespace pollux::liver {

/// Lesion and margin; the lesion alone where no margin is known.
const Mask& toHeat(const Scene& scene);

/// A heated zone on a needle path that the map allows.
struct ZoneCandidate
{
    Vec3 target = Vec3::Zero();
    Vec3 entry = Vec3::Zero();
    int line = 0; ///< zones of one line are heated one after the other by one needle that is pulled back
    AblationZone zone;

    NeedleAxis axis(double tipOvershoot) const; ///< of a needle that heats it
};

struct CandidateOptions
{
    double spacing = 10;  ///< mm between the targets that are tried
    bool pullBack = true; ///< also nearer to the entry on the same path
};

/// Targets on a lattice within what shall be heated (at most some 80; the lattice is widened beyond that), each with
/// the best path of the skin. Those without a feasible path are left out. Throws Error (Cancelled).
std::vector<ZoneCandidate> zoneCandidates(const PathEvaluator& evaluator, const CandidateOptions& options,
                                          const Job& job);

/// The needle of each line, to the deepest of its zones; by the line's number.
std::vector<NeedleAxis> needlesOf(const std::vector<ZoneCandidate>& candidates, double tipOvershoot);

/// Pairs of lines whose needles would be nearer to each other than `apart` mm.
std::vector<std::pair<int, int>> linesTooNear(const std::vector<NeedleAxis>& needles, double apart);

/// Some 4000 places on a lattice within what shall be heated. `between`: half a step of it, mm: so deep the edge where
/// two zones meet may cut in between two places that both are heated.
std::vector<Vec3> placesToHeat(const Mask& mask, double& between);

/// Which of the places each candidate heats, its zone made smaller by `between`; cost: mL of healthy liver in its zone
/// beyond what shall be heated.
std::vector<CoverCandidate> covers(const std::vector<ZoneCandidate>& candidates, const std::vector<Vec3>& places,
                                   double between, const Scene& scene);

} // namespace pollux::liver
