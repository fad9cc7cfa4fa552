#include "ui/viewer/points_tool.h"

#include "ui/viewer/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux {

namespace {

constexpr double kReach = 14;  ///< pixels: so near is on a point (28 across)
constexpr double kNearMm = 10; ///< off the plane: a point is seen and can be taken
constexpr double kInMm = 1;    ///< it lies in the plane
constexpr int kCell = 8;       ///< pixels between the places where the line is looked for

} // namespace

void PointsTool::setPoints(std::vector<Vec3> points)
{
    m_points = std::move(points);
    m_grabbed = -1;
    Q_EMIT changed();
}

void PointsTool::setContour(std::function<double(const Vec3&)> height)
{
    m_contour = std::move(height);
    Q_EMIT changed();
}

int PointsTool::at(const SlicePlane& plane, const QPointF& pixel) const
{
    int best = -1;
    double least = kReach;
    for (size_t n = 0; n < m_points.size(); ++n) {
        if (std::abs(plane.distance(m_points[n])) > kNearMm)
            continue;
        const QPointF d = plane.toPixel(m_points[n]) - pixel;
        if (const double far = std::hypot(d.x(), d.y()); far <= least) {
            least = far;
            best = int(n);
        }
    }
    return best;
}

void PointsTool::press(const SlicePlane& plane, const QPointF& pixel)
{
    m_grabbed = at(plane, pixel);
    if (m_grabbed < 0) {
        m_points.push_back(plane.toPatient(pixel));
        m_grabbed = int(m_points.size()) - 1;
        Q_EMIT edited(m_points, false);
    }
    m_offset = m_points[size_t(m_grabbed)] - plane.toPatient(pixel);
    Q_EMIT changed();
}

void PointsTool::drag(const SlicePlane& plane, const QPointF& pixel)
{
    if (m_grabbed < 0)
        return;
    m_points[size_t(m_grabbed)] = plane.toPatient(pixel) + m_offset;
    Q_EMIT edited(m_points, false);
    Q_EMIT changed();
}

void PointsTool::release(const SlicePlane&, const QPointF&)
{
    if (m_grabbed < 0)
        return;
    m_grabbed = -1;
    Q_EMIT edited(m_points, true);
    Q_EMIT changed();
}

void PointsTool::doubleClick(const SlicePlane& plane, const QPointF& pixel)
{
    const int n = at(plane, pixel);
    m_grabbed = -1;
    if (n < 0)
        return;
    m_points.erase(m_points.begin() + n);
    Q_EMIT edited(m_points, true);
    Q_EMIT changed();
}

bool PointsTool::cancel()
{
    m_grabbed = -1;
    Q_EMIT cancelled();
    return true;
}

void PointsTool::paintContour(QPainter& painter, const SlicePlane& plane, const Theme& theme) const
{
    const int columns = plane.size.width() / kCell + 2, rows = plane.size.height() / kCell + 2;
    std::vector<double> values(size_t(columns) * size_t(rows));
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c)
            values[size_t(r) * size_t(columns) + size_t(c)] = m_contour(plane.toPatient(QPointF(c * kCell, r * kCell)));
    QVector<QLineF> lines;
    for (int r = 0; r + 1 < rows; ++r)
        for (int c = 0; c + 1 < columns; ++c) {
            // Where the edges of a cell are crossed, by linear interpolation; two or four times.
            const std::array<QPoint, 4> corner{QPoint(c, r), {c + 1, r}, {c + 1, r + 1}, {c, r + 1}};
            std::array<QPointF, 4> crossed;
            size_t count = 0;
            bool whole = true;
            for (size_t e = 0; e < 4; ++e) {
                const QPoint &p = corner[e], &q = corner[(e + 1) % 4];
                const double a = values[size_t(p.y()) * size_t(columns) + size_t(p.x())];
                const double b = values[size_t(q.y()) * size_t(columns) + size_t(q.x())];
                whole = whole && std::isfinite(a);
                if ((a < 0) != (b < 0) && a != b)
                    crossed[count++] = kCell * (QPointF(p) + a / (a - b) * QPointF(q - p));
            }
            if (whole)
                for (size_t n = 0; n + 1 < count; n += 2)
                    lines << QLineF(crossed[n], crossed[n + 1]);
        }
    for (const auto& [colour, width] : {std::pair(theme.image, 4.0), std::pair(theme.warning, 2.0)}) {
        painter.setPen(QPen(colour, width));
        painter.drawLines(lines);
    }
}

void PointsTool::paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
                       const std::optional<QPointF>&) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_contour)
        paintContour(painter, plane, theme);
    for (size_t n = 0; n < m_points.size(); ++n) {
        const double off = std::abs(plane.distance(m_points[n]));
        if (off > kNearMm)
            continue;
        const bool in = off <= kInMm, held = int(n) == m_grabbed;
        const QPointF p = plane.toPixel(m_points[n]);
        const double radius = held ? 7 : in ? 5.5 : 4;
        painter.setPen(QPen(theme.image, 4));
        painter.setBrush(in ? QBrush(theme.warning) : QBrush(Qt::NoBrush));
        painter.drawEllipse(p, radius, radius);
        painter.setPen(QPen(in ? theme.imageText : theme.warning, 1.5));
        painter.drawEllipse(p, radius, radius);
    }
    painter.restore();
}

} // namespace pollux
