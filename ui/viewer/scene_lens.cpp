#include "ui/viewer/scene_lens.h"

namespace pollux {

std::optional<QPointF> SceneLens::toPixel(const Vec3& p) const
{
    constexpr double kNearest = 1e-3; // mm; nearer, the picture of a point runs to infinity
    const Vec3 d = p - eye;
    const double depth = d.dot(towards);
    if (!parallel && depth < kNearest)
        return std::nullopt;
    const double pixels = size.height() / (parallel ? height : height * depth);
    return QPointF(size.width() / 2 + pixels * d.dot(right), size.height() / 2 - pixels * d.dot(up));
}

} // namespace pollux
