#pragma once

#include <QRgb>

#include <algorithm>

namespace pollux {

/// Grey of a value in a display window: linear from centre - width/2 (black) to centre + width/2 (white).
struct GreyScale
{
    float offset, scale;

    GreyScale(double centre, double windowWidth)
    {
        const double width = std::max(windowWidth, 1e-6);
        scale = static_cast<float>(255.0 / width);
        offset = static_cast<float>(centre - width / 2);
    }
    QRgb operator()(float value) const
    {
        const float g = (value - offset) * scale + 0.5F;
        // the comparisons are so that NaN comes out black
        const unsigned v = g > 0 ? (g < 255 ? static_cast<unsigned>(g) : 255U) : 0U;
        return 0xff000000U | v * 0x010101U;
    }
};

} // namespace pollux
