#include "plugins/liver/needle_gap.h"

#include <algorithm>

namespace pollux::liver {

NeedleGap gapBetween(const NeedleAxis& first, const NeedleAxis& second)
{
    constexpr double kPoint = 1e-12; // mm²: shorter is a point
    const Vec3 d1 = first.tip - first.entry, d2 = second.tip - second.entry, r = first.entry - second.entry;
    const double a = d1.squaredNorm(), e = d2.squaredNorm(), f = d2.dot(r);
    const auto unit = [](double t) { return std::clamp(t, 0.0, 1.0); };
    double s = 0, t = 0;
    if (a > kPoint && e <= kPoint) {
        s = unit(-d1.dot(r) / a);
    } else if (a <= kPoint && e > kPoint) {
        t = unit(f / e);
    } else if (a > kPoint) {
        const double b = d1.dot(d2), c = d1.dot(r);
        const double below = a * e - b * b; // 0 for parallel ones: then any s does
        s = below > 1e-12 * a * e ? unit((b * f - c * e) / below) : 0;
        t = (b * s + f) / e;
        if (t < 0 || t > 1) {
            t = unit(t);
            s = unit((b * t - c) / a);
        }
    }
    NeedleGap gap;
    gap.onFirst = first.entry + s * d1;
    gap.onSecond = second.entry + t * d2;
    gap.mm = (gap.onFirst - gap.onSecond).norm();
    return gap;
}

std::optional<NearestNeedles> nearestOf(const std::vector<NeedleAxis>& needles)
{
    std::optional<NearestNeedles> out;
    for (size_t i = 0; i < needles.size(); ++i)
        for (size_t j = i + 1; j < needles.size(); ++j)
            if (const NeedleGap gap = gapBetween(needles[i], needles[j]); !out || gap.mm < out->gap.mm)
                out = NearestNeedles{i, j, gap};
    return out;
}

} // namespace pollux::liver
