// Measurements and landmarks over a slice: lines, arcs, outlines, crosses, and the words beside them.
#include "ui/viewer/slice_painter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr double kNearMm = 2.5; ///< what lies this near to the plane counts as lying in it

QPainterPath shapeOf(const SlicePlane& plane, const Measurement& m)
{
    QPainterPath path;
    const auto& p = m.points;
    const auto at = [&](size_t n) { return plane.toPixel(p[n]); };
    const auto line = [&](size_t a, size_t b) {
        path.moveTo(at(a));
        path.lineTo(at(b));
    };
    switch (m.kind) {
    case MeasurementKind::LineAngle:
        for (size_t n = 0; n + 1 < p.size(); n += 2)
            line(n, n + 1);
        break;
    case MeasurementKind::Ellipse:
        if (p.size() >= 3) {
            constexpr int kSteps = 64;
            for (int n = 0; n <= kSteps; ++n) {
                const double t = 2 * M_PI * n / kSteps;
                const QPointF q = plane.toPixel(p[0] + std::cos(t) * (p[1] - p[0]) + std::sin(t) * (p[2] - p[0]));
                n == 0 ? path.moveTo(q) : path.lineTo(q);
            }
        }
        break;
    case MeasurementKind::Sphere:
        if (p.size() >= 2) {
            // Its cut by the plane; nothing where the plane passes by.
            const double r = (p[1] - p[0]).norm(), d = plane.distance(p[0]);
            if (std::abs(d) < r) {
                const double cut = std::sqrt(r * r - d * d) / plane.mmPerPixel;
                path.addEllipse(at(0), cut, cut);
            }
        }
        break;
    default:
        for (size_t n = 0; n + 1 < p.size(); ++n)
            line(n, n + 1);
        if (m.kind == MeasurementKind::Area && p.size() >= 3)
            line(p.size() - 1, 0);
    }
    return path;
}

} // namespace

void paintMeasurement(QPainter& painter, const SlicePlane& plane, const Measurement& m, const Theme& theme, bool stale)
{
    const QPainterPath path = shapeOf(plane, m);
    if (m.points.empty())
        return;
    double farthest = 0;
    if (m.kind != MeasurementKind::Sphere)
        for (const Vec3& p : m.points)
            farthest = std::max(farthest, std::abs(plane.distance(p)));
    else if (path.isEmpty())
        return;
    const bool near = farthest <= kNearMm;
    if (farthest > 10 * kNearMm)
        return; // of another place
    QColor colour = stale ? theme.stale : theme.imageText;
    if (!near)
        colour.setAlpha(110);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, near ? 170 : 80), 3.5));
    painter.drawPath(path);
    painter.setPen(QPen(colour, 1.5, near ? Qt::SolidLine : Qt::DashLine));
    painter.drawPath(path);
    QPointF right = plane.toPixel(m.points.front());
    for (const Vec3& p : m.points) {
        const QPointF at = plane.toPixel(p);
        painter.setPen(QPen(QColor(0, 0, 0, 170), 3.5));
        painter.drawEllipse(at, 2.5, 2.5);
        painter.setPen(QPen(colour, 1.5));
        painter.drawEllipse(at, 2.5, 2.5);
        if (at.x() > right.x())
            right = at;
    }
    if (m.values.empty() || !near)
        return;
    QString label = QString::fromStdString(toText(m.values.front().quantity));
    if (!m.name.empty())
        label = QString::fromStdString(m.name) + QLatin1Char('\n') + label;
    const QSizeF box = QFontMetricsF(painter.font()).size(0, label) + QSizeF(4, 2);
    QPointF corner = right + QPointF(10, -box.height() / 2);
    corner.setX(std::clamp(corner.x(), 4.0, std::max(4.0, plane.size.width() - 24 - box.width())));
    corner.setY(std::clamp(corner.y(), 4.0, std::max(4.0, plane.size.height() - 24 - box.height())));
    paintText(painter, QRectF(corner, box), Qt::AlignLeft | Qt::AlignVCenter, label, colour);
}

void paintLandmarks(QPainter& painter, const SlicePlane& plane, const ObjectMap<Landmark>& landmarks,
                    const std::set<Id>& stale, std::vector<QRectF> taken, const Theme& theme)
{
    constexpr double kArm = 6;
    struct Name
    {
        double away;
        QPointF at;
        QString text;
        QColor colour;
    };
    std::vector<Name> names;
    for (const auto& [id, landmark] : landmarks) {
        const double away = std::abs(plane.distance(landmark->position));
        if (away > 2 * kNearMm)
            continue;
        const bool near = away <= kNearMm;
        const QPointF at = plane.toPixel(landmark->position);
        QColor colour = stale.contains(id) ? theme.stale : theme.imageText;
        if (!near)
            colour.setAlpha(110);
        QPainterPath cross;
        for (const QPointF& arm : {QPointF(kArm, kArm), QPointF(kArm, -kArm)}) {
            cross.moveTo(at - arm);
            cross.lineTo(at + arm);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0, 0, 0, near ? 170 : 80), 3.5));
        painter.drawPath(cross);
        painter.setPen(QPen(colour, 1.5));
        painter.drawPath(cross);
        const bool seen = QRectF(QPointF(0, 0), QSizeF(plane.size)).contains(at);
        if (near && seen && !landmark->name.empty())
            names.push_back({away, at, QString::fromStdString(landmark->name), colour});
    }
    // The nearest to the plane first; a name for which there is no room is left out: the cross stands, the tree names
    // it.
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.away < b.away; });
    for (const Name& n : names) {
        const QSizeF box = QFontMetricsF(painter.font()).size(0, n.text) + QSizeF(4, 2);
        for (const double x : {n.at.x() + kArm + 4, n.at.x() - kArm - 4 - box.width()}) {
            QPointF corner(x, n.at.y() - box.height() / 2);
            // Clear of the letters at the borders and of the words in the corners.
            corner.setX(std::clamp(corner.x(), 4.0, std::max(4.0, plane.size.width() - 24 - box.width())));
            corner.setY(std::clamp(corner.y(), 44.0, std::max(44.0, plane.size.height() - 46 - box.height())));
            const QRectF room(corner, box);
            if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& r) { return r.intersects(room); }))
                continue;
            taken.push_back(room);
            paintText(painter, room, Qt::AlignLeft | Qt::AlignVCenter, n.text, n.colour);
            break;
        }
    }
}

} // namespace pollux
