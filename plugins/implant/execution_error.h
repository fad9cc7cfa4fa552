#pragma once

#include "core/solid/revolved.h"

namespace pollux::implant {

/// How far an implant comes to lie from where it was planned: mean and standard deviation of the distance (mm) at the
/// platform and at the apex (of a screw: below its head and at its tip), as studies report them; between the two it is
/// taken as linear along the axis, beyond the ends as at them.
struct ExecutionError
{
    double platform = 0, platformSd = 0;
    double apex = 0, apexSd = 0;

    double meanAt(double along, double length) const;
    double sdAt(double along, double length) const;
    /// What 95 of 100 stay within, were it normal: mean + 1.645 sd.
    double reachAt(double along, double length) const;
    /// Something is told of it.
    bool known() const { return platform > 0 || platformSd > 0 || apex > 0 || apexSd > 0; }
};

/// A body, 0 to `length` along, wider and longer by what the error reaches: where 95 of 100 come to lie.
Outline envelope(Outline body, double length, const ExecutionError& error);

/// Share of a normal distribution (0 to 1) that lies below a number of standard deviations.
double normalBelow(double deviations);
/// And what number a share lies below; within 8 deviations.
double normalQuantile(double share);

/// Chance (0 to 1) that a place which was planned `distance` mm from a structure lies nearer than `limit` in the end:
/// the error's size normal about `mean` (never below 0), every direction as likely as any other, the structure's wall
/// flat at that scale. A model of its own; studies report sizes, not directions.
double chanceNearer(double distance, double limit, double mean, double sd);

} // namespace pollux::implant
