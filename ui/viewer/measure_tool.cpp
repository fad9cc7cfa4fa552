#include "ui/viewer/measure_tool.h"

#include "ui/viewer/scene_measures.h"
#include "ui/viewer/slice_painter.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace pollux {

namespace {

constexpr double kDragPixels = 4; ///< a shorter way is a click

} // namespace

void MeasureTool::setKind(MeasurementKind kind, bool open)
{
    m_points.clear();
    m_dragging = false;
    m_kind = kind;
    m_open = open;
    Q_EMIT changed();
}

size_t MeasureTool::least() const
{
    switch (m_kind) {
    case MeasurementKind::Angle:
    case MeasurementKind::Area:
        return 3;
    case MeasurementKind::LineAngle:
        return 4;
    default:
        return 2;
    }
}

bool MeasureTool::isRegion() const
{
    return m_kind == MeasurementKind::Ellipse || m_kind == MeasurementKind::Sphere;
}

void MeasureTool::press(const SlicePlane& plane, const QPointF& pixel)
{
    m_right = plane.right;
    m_down = plane.down;
    m_pressed = pixel;
    m_dragging = true;
    if (!isRegion() || m_points.empty())
        m_points.push_back(plane.toPatient(pixel));
    else
        m_dragging = false; // the second click of a region gives its extent, at the release
    Q_EMIT changed();
}

void MeasureTool::drag(const SlicePlane&, const QPointF&)
{
    Q_EMIT changed();
}

void MeasureTool::release(const SlicePlane& plane, const QPointF& pixel)
{
    if (m_points.empty())
        return;
    const bool dragged = m_dragging && std::hypot(pixel.x() - m_pressed.x(), pixel.y() - m_pressed.y()) > kDragPixels;
    const bool secondOfRegion = isRegion() && !m_dragging;
    m_dragging = false;
    if (dragged || secondOfRegion)
        m_points.push_back(plane.toPatient(pixel));
    if (isFull())
        finish();
    Q_EMIT changed();
}

bool MeasureTool::isFull() const
{
    return m_points.size() >= least() && !m_open && m_kind != MeasurementKind::Area;
}

void MeasureTool::pickInScene(const std::optional<Vec3>& p)
{
    if (m_kind == MeasurementKind::Area || m_kind == MeasurementKind::Ellipse) {
        Q_EMIT refused(
            tr("An area or an ellipse lies in a plane, and a click in 3-D tells none: set its points in a slice."));
        return;
    }
    if (!p) {
        Q_EMIT refused(tr("There is nothing to set a point on: click a surface or a slice on a cut."));
        return;
    }
    m_dragging = false;
    m_points.push_back(*p);
    if (isFull())
        finish();
    Q_EMIT changed();
}

void MeasureTool::doubleClick(const SlicePlane&, const QPointF&)
{
    complete();
}

bool MeasureTool::cancel()
{
    const bool any = !m_points.empty();
    m_points.clear();
    m_dragging = false;
    Q_EMIT changed();
    return any;
}

bool MeasureTool::complete()
{
    if (m_points.size() < least() || isRegion())
        return false;
    finish();
    Q_EMIT changed();
    return true;
}

void MeasureTool::finish()
{
    std::vector<Vec3> points = std::exchange(m_points, {});
    m_dragging = false;
    if (m_kind == MeasurementKind::Ellipse) {
        const Vec3 half = points[1] - points[0];
        const double a = half.dot(m_right), b = half.dot(m_down);
        if (std::abs(a) < 1e-6 || std::abs(b) < 1e-6)
            return; // no area
        points = {points[0], points[0] + a * m_right, points[0] + b * m_down};
    }
    Q_EMIT placed(points);
}

std::vector<Vec3> MeasureTool::shown(const SlicePlane& plane, const std::optional<QPointF>& cursor) const
{
    std::vector<Vec3> points = m_points;
    if (!points.empty() && cursor)
        points.push_back(plane.toPatient(*cursor));
    if (m_kind == MeasurementKind::Ellipse && points.size() == 2) {
        const Vec3 half = points[1] - points[0];
        points = {points[0], points[0] + half.dot(plane.right) * plane.right,
                  points[0] + half.dot(plane.down) * plane.down};
    }
    return points;
}

void MeasureTool::paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
                        const std::optional<QPointF>& cursor) const
{
    Measurement m;
    m.kind = m_kind;
    m.points = shown(plane, cursor);
    if (!m.points.empty())
        paintMeasurement(painter, plane, m, theme, false);
    if (!cursor)
        return;
    const QPointF c = *cursor;
    for (const auto& [colour, width] : {std::pair(QColor(0, 0, 0, 170), 3.5), std::pair(theme.imageText, 1.2)}) {
        painter.setPen(QPen(colour, width));
        painter.drawLine(c - QPointF(9, 0), c - QPointF(3, 0));
        painter.drawLine(c + QPointF(3, 0), c + QPointF(9, 0));
        painter.drawLine(c - QPointF(0, 9), c - QPointF(0, 3));
        painter.drawLine(c + QPointF(0, 3), c + QPointF(0, 9));
    }
}

void MeasureTool::paintInScene(QPainter& painter, const Theme& theme, const SceneLens& lens) const
{
    Measurement m;
    m.kind = m_kind;
    m.points = m_points;
    painter.setRenderHint(QPainter::Antialiasing);
    paintMeasureInScene(painter, m, lens, theme.imageText, Qt::SolidLine);
}

} // namespace pollux
