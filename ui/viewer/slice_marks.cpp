// The layers over a slice's image: needle, crosshair, letters, scale bar, text.
#include "core/base/text.h"
#include "ui/viewer/slice_painter.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace pollux {

namespace {

/// A part of the needle this near to the plane counts as lying in it (half a thick slice).
constexpr double kNearMm = 2.5;
constexpr double kHandle = 7, kActiveHandle = 9; // pixels, radius
constexpr double kEnd = 4;                       // about the end of a needle that is not in hand

void strokeTwice(QPainter& painter, const QLineF& line, const QColor& colour, double width, Qt::PenStyle style)
{
    painter.setPen(QPen(QColor(0, 0, 0, 170), width + 2, Qt::SolidLine, Qt::FlatCap));
    if (style == Qt::SolidLine)
        painter.drawLine(line);
    painter.setPen(QPen(colour, width, style, Qt::FlatCap));
    painter.drawLine(line);
}

/// The part of the needle that counts as lying in the plane, in pixels.
std::optional<QLineF> partNear(const SlicePlane& plane, const Path& path)
{
    const double da = plane.distance(path.target), db = plane.distance(path.entry);
    double from = 0, to = 1;
    if (std::abs(db - da) < 1e-9) {
        if (std::abs(da) > kNearMm)
            return std::nullopt;
    } else {
        const double t0 = (-kNearMm - da) / (db - da), t1 = (kNearMm - da) / (db - da);
        from = std::max(from, std::min(t0, t1));
        to = std::min(to, std::max(t0, t1));
    }
    if (from >= to)
        return std::nullopt;
    const QLineF whole(plane.toPixel(path.target), plane.toPixel(path.entry));
    return QLineF(whole.pointAt(from), whole.pointAt(to));
}

void paintHandle(QPainter& painter, const QPointF& at, bool isTarget, bool near, bool active, const QColor& colour)
{
    const double r = active ? kActiveHandle : kHandle;
    QPainterPath shape;
    if (isTarget)
        shape.addEllipse(at, r, r);
    else
        shape.addRect(QRectF(at - QPointF(r - 1, r - 1), QSizeF(2 * r - 2, 2 * r - 2)));
    painter.setBrush(active ? QColor(colour.red(), colour.green(), colour.blue(), 90) : QColor(Qt::transparent));
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4));
    painter.drawPath(shape);
    painter.setPen(QPen(colour, 2, near ? Qt::SolidLine : Qt::DotLine));
    painter.drawPath(shape);
    painter.setBrush(Qt::NoBrush);
    if (isTarget) {
        painter.setPen(QPen(colour, 1.5));
        painter.drawLine(at - QPointF(3, 0), at + QPointF(3, 0));
        painter.drawLine(at - QPointF(0, 3), at + QPointF(0, 3));
    }
}

QString labelOf(const Path& path)
{
    QString label = path.label;
    if (path.approximate && !label.isEmpty())
        label += QCoreApplication::translate("SlicePainter", " (approximate)");
    if (!path.acceptable)
        label += (label.isEmpty() ? QString() : QStringLiteral("\n")) +
                 QCoreApplication::translate("SlicePainter", "outside limits");
    return label;
}

/// A box's corner so that it covers no letter at the border of the view.
QPointF within(const SlicePlane& plane, const QPointF& corner, const QSizeF& box)
{
    return {std::clamp(corner.x(), 28.0, std::max(28.0, plane.size.width() - 28 - box.width())),
            std::clamp(corner.y(), 50.0, std::max(50.0, plane.size.height() - 50 - box.height()))};
}

} // namespace

/// Beyond the entry, on the side that looks away from the needle; above or below it where the view ends there.
std::optional<QRectF> pathLabelBox(const QPainter& painter, const SlicePlane& plane, const Path& path)
{
    const QString label = labelOf(path);
    if (label.isEmpty())
        return {};
    const QPointF a = plane.toPixel(path.target), b = plane.toPixel(path.entry);
    const QSizeF box = QFontMetricsF(painter.font()).size(0, label) + QSizeF(4, 2);
    const double outward = b.x() >= a.x() ? 14 : -14 - box.width();
    QPointF corner = b + QPointF(outward, -box.height() / 2);
    if (corner.x() < 28 || corner.x() + box.width() > plane.size.width() - 28) {
        corner.setX(b.x() - box.width() / 2);
        corner.setY(b.y() <= a.y() ? b.y() - 14 - box.height() : b.y() + 14);
    }
    return QRectF(within(plane, corner, box), box);
}

std::vector<QRectF> pathRoom(const QPainter& painter, const SlicePlane& plane, const Path* inHand,
                             const std::vector<Path>& others)
{
    std::vector<QRectF> out;
    const auto about = [&](const QPointF& at, double r) { out.emplace_back(at - QPointF(r, r), QSizeF(2 * r, 2 * r)); };
    if (inHand) {
        if (const auto box = pathLabelBox(painter, plane, *inHand))
            out.push_back(*box);
        for (const Vec3& end : {inHand->target, inHand->entry})
            about(plane.toPixel(end), kHandle);
    }
    for (const Path& path : others)
        if (const auto near = partNear(plane, path)) {
            about(near->p1(), kEnd);
            about(near->p2(), kEnd);
        }
    return out;
}

void paintText(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QColor& colour)
{
    if (text.isEmpty())
        return;
    // In a window from right to left Qt would swap the sides: R and L of the patient with them.
    flags |= Qt::TextForceLeftToRight;
    painter.setPen(QColor(0, 0, 0, 200));
    for (const QPointF& shift : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)})
        painter.drawText(rect.translated(shift), flags, text);
    painter.setPen(colour);
    painter.drawText(rect, flags, text);
}

void paintPath(QPainter& painter, const SlicePlane& plane, const Path& path, const Theme& theme, bool editable,
               const QString& activeHandle)
{
    const QColor colour = path.acceptable ? theme.path : theme.pathBad;
    const QPointF a = plane.toPixel(path.target), b = plane.toPixel(path.entry);
    const double da = plane.distance(path.target), db = plane.distance(path.entry);
    // projection of the whole, dashed; over it, solid, the part within kNearMm of the plane
    QColor faint = colour;
    faint.setAlpha(150);
    strokeTwice(painter, QLineF(a, b), faint, 1.5, Qt::DashLine);
    if (const auto near = partNear(plane, path))
        strokeTwice(painter, *near, colour, 3, path.approximate ? Qt::DotLine : Qt::SolidLine);
    paintHandle(painter, a, true, std::abs(da) <= kNearMm, editable && activeHandle == QLatin1String("target"), colour);
    paintHandle(painter, b, false, std::abs(db) <= kNearMm, editable && activeHandle == QLatin1String("entry"), colour);

    if (const auto box = pathLabelBox(painter, plane, path))
        paintText(painter, *box, Qt::AlignLeft | Qt::AlignVCenter, labelOf(path), colour);
}

void paintOtherPaths(QPainter& painter, const SlicePlane& plane, const std::vector<Path>& others, const Path* inHand,
                     const Theme& theme)
{
    std::vector<std::pair<const Path*, QLineF>> named;
    for (const Path& path : others) {
        const QColor colour = path.acceptable ? theme.path : theme.pathBad;
        if (!path.faint) {
            QColor thin = colour;
            thin.setAlpha(110);
            painter.setPen(QPen(thin, 1, Qt::DashLine, Qt::FlatCap));
            painter.drawLine(QLineF(plane.toPixel(path.target), plane.toPixel(path.entry)));
        }
        const auto near = partNear(plane, path);
        if (!near)
            continue;
        strokeTwice(painter, *near, colour, path.faint ? 1 : 2, Qt::SolidLine);
        if (!path.faint && !path.label.isEmpty())
            named.emplace_back(&path, *near);
    }
    std::vector<QRectF> taken;
    if (inHand)
        if (const auto box = pathLabelBox(painter, plane, *inHand))
            taken.push_back(*box);
    for (const auto& [path, near] : named) {
        const QSizeF box = QFontMetricsF(painter.font()).size(0, path->label) + QSizeF(4, 2);
        const QPointF wanted = near.p2() + QPointF(near.dx() >= 0 ? 8 : -8 - box.width(), -box.height() / 2);
        for (const int rows : {0, 1, -1, 2, -2, 3, -3}) {
            const QRectF place(within(plane, wanted + QPointF(0, rows * box.height()), box), box);
            if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& t) { return t.intersects(place); }))
                continue;
            taken.push_back(place);
            paintText(painter, place, Qt::AlignLeft | Qt::AlignVCenter, path->label,
                      path->acceptable ? theme.path : theme.pathBad);
            break;
        }
    }
}

void paintCrosshair(QPainter& painter, const SlicePlane& plane, PlaneKind kind, const ViewState& state)
{
    const QPointF c = plane.toPixel(state.crosshair);
    const double w = plane.size.width(), h = plane.size.height();
    constexpr double kGap = 12; // what is pointed at stays free
    // a line has the colour of the plane that it stands for
    const PlaneKind vertical = kind == PlaneKind::Sagittal ? PlaneKind::Coronal : PlaneKind::Sagittal;
    const PlaneKind horizontal = kind == PlaneKind::Axial ? PlaneKind::Coronal : PlaneKind::Axial;
    const auto pen = [&](PlaneKind k) {
        QColor colour = planeColour(state.theme, k);
        colour.setAlpha(190);
        return QPen(colour, 1);
    };
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen(vertical));
    painter.drawLine(QLineF(c.x(), 0, c.x(), c.y() - kGap));
    painter.drawLine(QLineF(c.x(), c.y() + kGap, c.x(), h));
    painter.setPen(pen(horizontal));
    painter.drawLine(QLineF(0, c.y(), c.x() - kGap, c.y()));
    painter.drawLine(QLineF(c.x() + kGap, c.y(), w, c.y()));
    painter.setRenderHint(QPainter::Antialiasing);
}

void paintLetters(QPainter& painter, const SlicePlane& plane, const Theme& theme)
{
    const QFont old = painter.font();
    QFont font = old;
    font.setPixelSize(16);
    font.setBold(true);
    painter.setFont(font);
    const QRectF area = QRectF(QPointF(0, 0), plane.size).adjusted(6, 7, -6, -4);
    paintText(painter, area, Qt::AlignLeft | Qt::AlignVCenter, orientationLetters(-plane.right), theme.imageText);
    paintText(painter, area, Qt::AlignRight | Qt::AlignVCenter, orientationLetters(plane.right), theme.imageText);
    paintText(painter, area, Qt::AlignHCenter | Qt::AlignTop, orientationLetters(-plane.down), theme.imageText);
    paintText(painter, area, Qt::AlignHCenter | Qt::AlignBottom, orientationLetters(plane.down), theme.imageText);
    painter.setFont(old);
}

void paintScaleBar(QPainter& painter, const SlicePlane& plane, const Theme& theme)
{
    // the longest of 1, 2, 5 x 10^n mm that takes at most a fifth of the width
    const double most = plane.size.width() * plane.mmPerPixel / 5;
    double mm = std::pow(10.0, std::floor(std::log10(std::max(most, 1e-3))));
    for (double factor : {5.0, 2.0})
        if (mm * factor <= most) {
            mm *= factor;
            break;
        }
    const double length = mm / plane.mmPerPixel;
    const QPointF right(plane.size.width() - 10, plane.size.height() - 10);
    const QPointF left = right - QPointF(length, 0);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(left - QPointF(1, 0), right + QPointF(1, 0));
    painter.setPen(QPen(theme.imageText, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(left, right);
    for (const QPointF& end : {left, right})
        painter.drawLine(end - QPointF(0, 5), end);
    const QString text = mm >= 1 ? QStringLiteral("%1 mm").arg(static_cast<int>(std::lround(mm)))
                                 : QString::fromStdString(toText(mm, 3)) + QStringLiteral(" mm");
    paintText(painter, QRectF(right - QPointF(100, 24), QSizeF(100, 18)), Qt::AlignRight | Qt::AlignVCenter, text,
              theme.imageText);
}

} // namespace pollux
