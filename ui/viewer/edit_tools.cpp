#include "ui/viewer/edit_tools.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pollux {

namespace {

constexpr double kNearPixels = 0.75; ///< nearer points of a stroke say nothing new
constexpr double kShortest = 4;      ///< pixels; a shorter cut is a slip

/// Seen on any image: the colour over a dark rim.
void strokeShape(QPainter& painter, const QPainterPath& shape, const QColor& colour, Qt::PenStyle style = Qt::SolidLine)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 3.5));
    painter.drawPath(shape);
    painter.setPen(QPen(colour, 1.5, style));
    painter.drawPath(shape);
}

QPainterPath polyline(const std::vector<Vec3>& points, const SlicePlane& plane)
{
    QPainterPath path;
    for (size_t n = 0; n < points.size(); ++n)
        n == 0 ? path.moveTo(plane.toPixel(points[n])) : path.lineTo(plane.toPixel(points[n]));
    return path;
}

bool farFrom(const Vec3& last, const Vec3& next, const SlicePlane& plane)
{
    return (next - last).norm() >= kNearPixels * plane.mmPerPixel;
}

} // namespace

void StrokeTool::setRadius(double mm)
{
    m_radius = std::clamp(mm, 0.05, 300.0);
    Q_EMIT changed();
}

void StrokeTool::press(const SlicePlane& plane, const QPointF& pixel)
{
    m_path = {plane.toPatient(pixel)};
    m_normal = plane.normal();
    Q_EMIT swept(m_path, m_normal);
}

void StrokeTool::drag(const SlicePlane& plane, const QPointF& pixel)
{
    const Vec3 next = plane.toPatient(pixel);
    if (m_path.empty() || !farFrom(m_path.back(), next, plane))
        return;
    m_path.push_back(next);
    Q_EMIT swept({m_path[m_path.size() - 2], next}, m_normal);
}

void StrokeTool::release(const SlicePlane& plane, const QPointF& pixel)
{
    if (m_path.empty())
        return;
    drag(plane, pixel);
    Q_EMIT finished(std::exchange(m_path, {}), m_normal);
}

bool StrokeTool::cancel()
{
    if (m_path.empty())
        return false;
    m_path.clear();
    Q_EMIT abandoned();
    return true;
}

void StrokeTool::paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
                       const std::optional<QPointF>& cursor) const
{
    if (!cursor)
        return;
    const double r = m_radius / plane.mmPerPixel;
    QPainterPath circle;
    circle.addEllipse(*cursor, r, r);
    if (m_erasing) { // a bar across it: told by the shape, not by the colour alone
        circle.moveTo(*cursor - QPointF(std::min(r, 6.0), 0));
        circle.lineTo(*cursor + QPointF(std::min(r, 6.0), 0));
    }
    strokeShape(painter, circle, m_erasing ? theme.warning : theme.imageText);
}

void OutlineTool::press(const SlicePlane& plane, const QPointF& pixel)
{
    m_points = {plane.toPatient(pixel)};
    Q_EMIT changed();
}

void OutlineTool::drag(const SlicePlane& plane, const QPointF& pixel)
{
    const Vec3 next = plane.toPatient(pixel);
    if (m_points.empty() || !farFrom(m_points.back(), next, plane))
        return;
    m_points.push_back(next);
    Q_EMIT changed();
}

void OutlineTool::release(const SlicePlane& plane, const QPointF& pixel)
{
    drag(plane, pixel);
    const std::vector<Vec3> points = std::exchange(m_points, {});
    if (points.size() >= 3)
        Q_EMIT drawn(points, plane.normal());
    Q_EMIT changed();
}

bool OutlineTool::cancel()
{
    const bool any = !m_points.empty();
    m_points.clear();
    Q_EMIT changed();
    return any;
}

void OutlineTool::paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
                        const std::optional<QPointF>&) const
{
    if (m_points.size() < 2)
        return;
    strokeShape(painter, polyline(m_points, plane), theme.imageText);
    QPainterPath closing(plane.toPixel(m_points.back()));
    closing.lineTo(plane.toPixel(m_points.front()));
    strokeShape(painter, closing, theme.imageText, Qt::DashLine);
}

void PlaceTool::press(const SlicePlane& plane, const QPointF& pixel)
{
    Q_EMIT placed(plane.toPatient(pixel), plane.normal());
}

void PlaceTool::paint(QPainter& painter, const SlicePlane&, const Theme& theme,
                      const std::optional<QPointF>& cursor) const
{
    if (!cursor)
        return;
    QPainterPath ring;
    ring.addEllipse(*cursor, 7, 7);
    strokeShape(painter, ring, theme.imageText);
}

void CutTool::press(const SlicePlane& plane, const QPointF& pixel)
{
    m_from = m_to = plane.toPatient(pixel);
    Q_EMIT changed();
}

void CutTool::drag(const SlicePlane& plane, const QPointF& pixel)
{
    m_to = plane.toPatient(pixel);
    Q_EMIT changed();
}

void CutTool::release(const SlicePlane& plane, const QPointF& pixel)
{
    if (!m_from)
        return;
    m_to = plane.toPatient(pixel);
    const Vec3 from = *std::exchange(m_from, std::nullopt), along = m_to - from;
    if (along.norm() >= kShortest * plane.mmPerPixel)
        // Image y points down: the normal away from the viewer, across the line, is its right side as drawn.
        Q_EMIT drawn((from + m_to) / 2, plane.normal().cross(along).normalized());
    Q_EMIT changed();
}

bool CutTool::cancel()
{
    const bool any = m_from.has_value();
    m_from.reset();
    Q_EMIT changed();
    return any;
}

void CutTool::paint(QPainter& painter, const SlicePlane& plane, const Theme& theme, const std::optional<QPointF>&) const
{
    if (!m_from)
        return;
    const QPointF a = plane.toPixel(*m_from), b = plane.toPixel(m_to), along = b - a;
    QPainterPath path(a);
    path.lineTo(b);
    if (const double length = std::hypot(along.x(), along.y()); length > 1) {
        // An arrow to what is cut off.
        const QPointF side(-along.y() / length, along.x() / length), middle = (a + b) / 2, tip = middle + 18 * side;
        path.moveTo(middle);
        path.lineTo(tip);
        path.lineTo(tip - 6 * side + 4 * along / length);
        path.moveTo(tip);
        path.lineTo(tip - 6 * side - 4 * along / length);
    }
    strokeShape(painter, path, theme.warning);
}

} // namespace pollux
