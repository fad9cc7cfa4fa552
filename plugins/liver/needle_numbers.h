#pragma once

#include "core/case/objects.h"
#include "plugins/liver/needle_gap.h"

#include <string>
#include <vector>

namespace pollux::liver {

/// A needle and what it is called in words to the user.
struct PlannedAxis
{
    std::string name;
    NeedleAxis axis;
};

/// Zones that one needle heats one after the other (same entry, same direction) count as one needle, to the deepest.
std::vector<PlannedAxis> distinct(std::vector<PlannedAxis> all);

/// How many there are and, of two or more, how near they come to each other. `apart`: mm, the limit `limitId`; 0: they
/// are set one after the other.
std::vector<PlanNumber> needleNumbers(const std::vector<PlannedAxis>& needles, double apart,
                                      const std::string& limitId);

/// A warning where two come nearer than `apart`.
Findings needleFindings(const std::vector<PlannedAxis>& needles, double apart, const std::string& limitId);

} // namespace pollux::liver
