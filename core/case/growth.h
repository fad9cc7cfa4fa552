#pragma once

#include "core/case/time_points.h"
#include "core/jobs/job.h"

#include <optional>
#include <vector>

namespace pollux {

/// How large a structure is at one time point.
struct GrowthValue
{
    size_t time = 0; ///< index into TimePoints::all
    Id structure;
    Quantity volume;                  ///< mL, see maskVolume()
    std::optional<Quantity> diameter; ///< mm: largestDiameter(), each end within a voxel; none for the skin
    bool carried = false; ///< its border is that which a registration carried here, and nobody has corrected it
    bool cut = false;     ///< reaches the border of its image: it may go on beyond
    bool stale = false;
};

/// From one time point to a later one.
struct GrowthChange
{
    size_t from = 0; ///< indices into Growth::values
    size_t to = 0;
    std::optional<int> days;
    Quantity volume;                  ///< mL, after minus before
    std::optional<Quantity> percent;  ///< of the volume before; none if that is 0
    std::optional<Quantity> diameter; ///< mm
    bool measurable = true;           ///< the volume changed by more than the standard deviation of the change
    /// Days in which the volume would double at this rate; negative: halve. Only for a measurable change between two
    /// known dates that differ, of volumes above 0.
    std::optional<double> doublingDays;
    std::optional<double> doublingDeviation; ///< standard deviation, days
};

/// One thing at several times.
struct Growth
{
    Track track;
    std::vector<GrowthValue> values;   ///< in order of time; two or more
    std::vector<GrowthChange> changes; ///< from each to the next, then from the first to the last if there are more
};

/// Change and its uncertainty, the two volumes taken as independent (GUM 5.1.2). Doubling time: ln 2 * days /
/// ln(V2/V1), exponential growth between the two (Collins et al. 1956; Schwartz, Cancer 14 (1961) 1272).
GrowthChange changeBetween(const GrowthValue& before, const GrowthValue& after, std::optional<int> days);

/// Of every track with a mask at two time points or more. Reads voxels: for a job. Throws Error (Cancelled).
std::vector<Growth> growthsOf(const Case& c, const TimePoints& times, const Job& job);

/// "+3.0 mL (+72.8 %)", "no measurable change".
std::string changeText(const GrowthChange& change);
/// "doubles in 127 ± 12 days", "halves in ...", empty.
std::string doublingText(const GrowthChange& change);
/// What makes a change doubtful, as sentences; empty if nothing does.
std::string doubtText(const Growth& growth, const GrowthChange& change);

} // namespace pollux
