#pragma once

#include <vector>

namespace pollux::motion {

/// How far somebody has breathed in, and how fast that changes.
struct BreathingState
{
    double value = 0; ///< 0 at the end of breathing out, 1 at the end of breathing in as on the images
    double rate = 0;  ///< 1/s, above 0 while breathing in
};

/// Breathing of one depth, over and over: value(t) = depth sin^2n(pi t / period), at t = 0 at the end of breathing out.
/// That is z(t) = z0 - A cos^2n(pi t / period - phase) of Lujan et al. 1999 (Med Phys 26:715) from its z0 on. The
/// larger n, the longer the rest at the end of breathing out.
struct BreathingTrace
{
    double period = 4; ///< s
    int power = 2;     ///< n, 1 to 6
    double depth = 1;  ///< value at the end of breathing in; above 1 deeper than on the images

    BreathingState at(double seconds) const;
    double meanValue() const; ///< over time
    /// Share of time with a value of at most `part` of the depth (0 to 1).
    double dutyCycle(double part) const;
    /// One breath in so many equal steps of time, from the end of breathing out.
    std::vector<BreathingState> cycle(int steps) const;
};

/// Throws Error (BadInput): a period or depth that is not above 0, a power out of bounds.
void checkTrace(const BreathingTrace& trace);

} // namespace pollux::motion
