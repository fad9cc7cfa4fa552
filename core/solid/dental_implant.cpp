#include "core/solid/dental_implant.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace pollux {

Outline DentalImplant::body() const
{
    // A bevel of half a millimetre, for a sharp edge would cut what it is screwed into.
    const double bevel = std::min({0.5, apexDiameter / 4, length / 4});
    const double taper = (diameter - apexDiameter) / 2 / length;
    return {
        {{0, diameter / 2}, {length - bevel, apexDiameter / 2 + taper * bevel}, {length, apexDiameter / 2 - bevel}}};
}

Outline DentalImplant::whole() const
{
    Outline o = body();
    if (abutmentHeight > 0)
        o.points.insert(o.points.begin(), {{-abutmentHeight, abutmentDiameter / 2}, {0, abutmentDiameter / 2}});
    return o;
}

void DentalImplant::check() const
{
    const auto within = [](double v, double low, double high) { return v >= low && v <= high; };
    if (!within(diameter, 1, 12) || !within(length, 3, 60) || !within(apexDiameter, 0.5, diameter) ||
        !within(threadPitch, 0.2, 3) || !within(threadDepth, 0, apexDiameter / 4) || !within(abutmentHeight, 0, 20) ||
        (abutmentHeight > 0 && !within(abutmentDiameter, 1, 12)))
        throw Error(ErrorCode::BadInput, "These measures make no implant.",
                    "The apex must not be wider than the platform, nor the thread deeper than a quarter of the apex.");
}

} // namespace pollux
