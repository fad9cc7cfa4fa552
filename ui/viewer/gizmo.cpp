#include "ui/viewer/gizmo.h"

#include "ui/viewer/scene_lens.h"
#include "ui/viewer/slice_painter.h"
#include "ui/viewer/theme.h"

#include <Eigen/Geometry>
#include <QLineF>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

// Logical pixels.
constexpr double kArrowFrom = 16, kArrowTo = 84, kRing = 58, kHead = 10, kNear = 7;
constexpr double kLeastArrow = 18; // shorter, it points at the viewer and cannot be dragged along
constexpr double kSteep = 0.35;    // of a ring's direction towards the viewer: less, and it is seen from its edge
constexpr int kCorners = 64;
constexpr double kDegree = std::numbers::pi / 180;

double distanceTo(const QPointF& a, const QPointF& b, const QPointF& p)
{
    const QPointF ab = b - a, ap = p - a;
    const double square = QPointF::dotProduct(ab, ab);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(ap, ab) / square, 0.0, 1.0) : 0;
    return QLineF(p, a + t * ab).length();
}

/// As the views' own: the axis that a plane is square to has the plane's colour.
QColor colourOf(const Vec3& direction, const Theme& theme)
{
    Eigen::Index most = 0;
    direction.cwiseAbs().maxCoeff(&most);
    return most == 0 ? theme.sagittal : most == 1 ? theme.coronal : theme.axial;
}

/// Towards the viewer, unit.
Vec3 towardsViewer(const SceneLens& lens, const Vec3& at)
{
    return lens.parallel ? Vec3(-lens.towards) : Vec3((lens.eye - at).normalized());
}

double angleOf(const QPointF& from, const QPointF& to)
{
    return std::atan2(-(to.y() - from.y()), to.x() - from.x()) / kDegree; // pixels run down
}

} // namespace

void Gizmo::setHandles(const Vec3& middle, std::vector<Handle> handles)
{
    m_middle = middle;
    m_handles = std::move(handles);
    if (m_held && m_held->handle >= static_cast<int>(m_handles.size()))
        m_held.reset();
    m_hover.reset();
    Q_EMIT changed();
}

void Gizmo::hide()
{
    if (!shown() && !m_held)
        return;
    m_handles.clear();
    m_held.reset();
    m_hover.reset();
    Q_EMIT changed();
}

/// mm that stand for so many pixels at the middle.
double Gizmo::reach(const SceneLens& lens, double pixels) const
{
    const auto a = lens.toPixel(m_middle), b = lens.toPixel(m_middle + lens.right);
    const double scale = a && b ? QLineF(*a, *b).length() : 0;
    return scale > 0 ? pixels / scale : 0;
}

std::optional<std::vector<QPointF>> Gizmo::outline(const Handle& handle, const SceneLens& lens) const
{
    std::vector<QPointF> out;
    const auto add = [&](const Vec3& p) {
        const auto at = lens.toPixel(p);
        if (at)
            out.push_back(*at);
        return at.has_value();
    };
    const double mm = reach(lens, 1);
    if (mm <= 0)
        return {};
    if (!handle.turns) {
        if (!add(m_middle + kArrowFrom * mm * handle.direction) || !add(m_middle + kArrowTo * mm * handle.direction))
            return {};
        return QLineF(out[0], out[1]).length() >= kLeastArrow ? std::optional(out) : std::nullopt;
    }
    const Vec3 u = handle.direction.unitOrthogonal(), v = handle.direction.cross(u);
    for (int n = 0; n <= kCorners; ++n) {
        const double a = 2 * std::numbers::pi * n / kCorners;
        if (!add(m_middle + kRing * mm * (std::cos(a) * u + std::sin(a) * v)))
            return {};
    }
    return out;
}

std::optional<int> Gizmo::at(const SceneLens& lens, const QPointF& pixel) const
{
    std::optional<int> best;
    double least = kNear;
    for (int n = 0; n < static_cast<int>(m_handles.size()); ++n) {
        const auto line = outline(m_handles[static_cast<size_t>(n)], lens);
        if (!line)
            continue;
        for (size_t i = 1; i < line->size(); ++i)
            if (const double d = distanceTo((*line)[i - 1], (*line)[i], pixel); d < least) {
                least = d;
                best = n;
            }
    }
    return best;
}

bool Gizmo::press(const SceneLens& lens, const QPointF& pixel)
{
    const auto handle = at(lens, pixel);
    const auto middle = lens.toPixel(m_middle);
    if (!handle || !middle)
        return false;
    const Handle& h = m_handles[static_cast<size_t>(*handle)];
    Held held{*handle, m_middle, h.direction, pixel, *middle, {}};
    const double mm = reach(lens, 1);
    if (!h.turns) {
        const double length = kArrowTo * mm;
        held.way = (*lens.toPixel(m_middle + length * h.direction) - *middle) / length;
    } else if (const double facing = h.direction.dot(towardsViewer(lens, m_middle)); std::fabs(facing) > kSteep) {
        held.round = true;
        held.sense = facing > 0 ? 1 : -1;
        held.last = angleOf(*middle, pixel);
    } else {
        // Seen from its edge: the near side of the ring runs along the picture.
        const Vec3 view = towardsViewer(lens, m_middle);
        const Vec3 nearest = (view - view.dot(h.direction) * h.direction).normalized();
        const Vec3 place = m_middle + kRing * mm * nearest;
        const Vec3 aDegree = kRing * mm * kDegree * h.direction.cross(nearest);
        const auto a = lens.toPixel(place), b = lens.toPixel(place + aDegree);
        if (!a || !b)
            return false;
        held.way = *b - *a;
    }
    m_held = held;
    m_hover = handle;
    Q_EMIT changed();
    return true;
}

void Gizmo::drag(const SceneLens&, const QPointF& pixel)
{
    if (!m_held)
        return;
    if (m_held->round) {
        const double now = angleOf(m_held->middlePixel, pixel);
        m_held->amount += m_held->sense * std::remainder(now - m_held->last, 360.0); // on past half a turn
        m_held->last = now;
    } else {
        const double square = QPointF::dotProduct(m_held->way, m_held->way);
        m_held->amount = square > 0 ? QPointF::dotProduct(pixel - m_held->from, m_held->way) / square : 0;
    }
    Q_EMIT dragged(m_held->handle, m_held->amount, false);
    Q_EMIT changed();
}

void Gizmo::release()
{
    if (!m_held)
        return;
    const Held held = *m_held;
    m_held.reset();
    if (held.amount != 0)
        Q_EMIT dragged(held.handle, held.amount, true);
    Q_EMIT changed();
}

void Gizmo::hover(std::optional<int> handle)
{
    if (m_hover == handle || m_held)
        return;
    m_hover = handle;
    Q_EMIT changed();
}

void Gizmo::paintHandle(QPainter& painter, const SceneLens& lens, const Theme& theme, int n) const
{
    const Handle& h = m_handles[static_cast<size_t>(n)];
    const auto line = outline(h, lens);
    if (!line)
        return;
    const bool taken = m_hover == n;
    const QColor colour = taken ? theme.warning : colourOf(h.direction, theme);
    for (const auto& [c, width] : {std::pair(QColor(0, 0, 0, 150), taken ? 6.0 : 4.0), // seen on light bone, too
                                   std::pair(colour, taken ? 3.0 : 1.8)}) {
        painter.setPen(QPen(c, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line->data(), static_cast<int>(line->size()));
    }
    if (h.turns)
        return;
    const QLineF arrow(line->front(), line->back());
    const QPointF way = QPointF(arrow.dx(), arrow.dy()) / arrow.length(), across(-way.y(), way.x());
    const QPointF end = arrow.p2();
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1));
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{end + way * kHead, end + across * kHead / 2, end - across * kHead / 2});
}

void Gizmo::paint(QPainter& painter, const SceneLens& lens, const Theme& theme) const
{
    const auto middle = lens.toPixel(m_middle);
    if (!middle)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool turns : {true, false}) // a ring that is seen from its edge lies under an arrow
        for (int n = 0; n < static_cast<int>(m_handles.size()); ++n)
            if (m_handles[static_cast<size_t>(n)].turns == turns)
                paintHandle(painter, lens, theme, n);
    if (m_hover) {
        const Handle& h = m_handles[static_cast<size_t>(*m_hover)];
        QString text = h.name;
        if (m_held) {
            const QString amount = QLocale().toString(m_held->amount, 'f', 1);
            text += QStringLiteral("  ") + (m_held->amount >= 0 ? QStringLiteral("+") : QString()) + amount +
                    (h.turns ? QStringLiteral("\u00a0°") : QStringLiteral("\u00a0mm"));
        }
        QFont font = painter.font();
        font.setPixelSize(13);
        painter.setFont(font);
        const double width = lens.size.width();
        const double below = std::min(middle->y() + kArrowTo + 2 * kHead, lens.size.height() - 70);
        paintText(painter, QRectF(0, below, std::clamp(2 * middle->x(), 0.0, 2 * width), 20),
                  Qt::AlignHCenter | Qt::AlignTop, text, theme.warning);
    }
    painter.restore();
}

} // namespace pollux
