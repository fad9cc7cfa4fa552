// The curve of a curved image over a slice.
#include "ui/viewer/slice_painter.h"

#include <QPainterPath>

#include <cmath>

namespace pollux {

namespace {

constexpr double kNearMm = 2.5; ///< what lies this near to the plane counts as lying in it

} // namespace

void paintCurve(QPainter& painter, const SlicePlane& plane, const std::vector<Vec3>& points, const Theme& theme)
{
    if (points.size() < 2)
        return;
    QPainterPath near, far;
    Vec3 from = points.front();
    QPointF last = plane.toPixel(from);
    bool joined[2] = {false, false}; // whether the path ends at `last`
    for (size_t n = 1; n < points.size(); ++n) {
        const QPointF at = plane.toPixel(points[n]);
        if (n + 1 < points.size() && std::hypot(at.x() - last.x(), at.y() - last.y()) < 1.5)
            continue; // thousands of points lie within a pixel
        const bool in = std::abs(plane.distance(from)) <= kNearMm && std::abs(plane.distance(points[n])) <= kNearMm;
        QPainterPath& path = in ? near : far;
        if (!joined[in])
            path.moveTo(last);
        path.lineTo(at);
        joined[in] = true;
        joined[!in] = false;
        last = at;
        from = points[n];
    }
    painter.setBrush(Qt::NoBrush);
    QColor faint = theme.accent;
    faint.setAlpha(130);
    painter.setPen(QPen(faint, 1.2, Qt::DashLine));
    painter.drawPath(far);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4));
    painter.drawPath(near);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawPath(near);
}

} // namespace pollux
