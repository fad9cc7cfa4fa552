#include "core/solid/bone_screw.h"

#include "core/base/error.h"

namespace pollux {

Outline BoneScrew::body() const
{
    const double blunt = std::max(0.2 * diameter, cannulation) / 2 + 0.1;
    Outline o;
    if (threadLength < length - 1e-9) {
        const double core = diameter / 2 - threadDepth, from = length - threadLength;
        o.points = {{0, core}, {from, core}, {from, diameter / 2}};
    } else
        o.points = {{0, diameter / 2}};
    o.points.push_back({length - tipLength(), diameter / 2});
    o.points.push_back({length, blunt});
    return o;
}

Outline BoneScrew::whole() const
{
    Outline o = body();
    if (headHeight > 0)
        o.points.insert(o.points.begin(), {{-headHeight, headDiameter / 2}, {0, headDiameter / 2}});
    return o;
}

void BoneScrew::check() const
{
    const auto within = [](double v, double low, double high) { return v >= low && v <= high; };
    if (!within(diameter, 1.5, 15) || !within(length, 2 * diameter, 250) || !within(threadLength, diameter, length) ||
        !within(threadPitch, 0.4, 6) || !within(threadDepth, 0, diameter / 4) || !within(headHeight, 0, 20) ||
        (headHeight > 0 && !within(headDiameter, diameter, 25)) ||
        !within(cannulation, 0, diameter - 2 * threadDepth - 1))
        throw Error(ErrorCode::BadInput, "These measures make no screw.",
                    "The screw must be longer than twice its diameter, its thread no longer than itself and no deeper "
                    "than a quarter of its diameter; a bore must leave half a millimetre of wall.");
}

} // namespace pollux
