#include "ui/panels/curve_chart.h"

#include "ui/forms/text.h"
#include "ui/viewer/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr int kSide = 8;    ///< pixels at the right
constexpr int kPlot = 150;  ///< height of the plot
constexpr int kSwatch = 22; ///< width of a colour in the legend
constexpr int kLegendRows = 3;

/// 1, 2 or 5 times a power of ten: so that some four lines fit.
double niceStep(double range)
{
    const double raw = range / 4, power = std::pow(10.0, std::floor(std::log10(raw))), part = raw / power;
    return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
}

} // namespace

CurveChart::CurveChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::SizeHorCursor);
}

void CurveChart::setContent(std::optional<Content> content)
{
    m_content = std::move(content);
    if (m_content && m_content->samples.size() < 2)
        m_content.reset();
    if (m_content) {
        double low = m_content->limitLow, high = m_content->limitHigh;
        for (const Sample& s : m_content->samples) {
            low = std::min(low, s.wideLow);
            high = std::max(high, s.wideHigh);
        }
        m_step = niceStep(std::max(high - low, 1e-6));
        m_low = std::floor(low / m_step) * m_step;
        m_high = std::ceil(high / m_step) * m_step;
    }
    setEnabled(m_content.has_value());
    setMark(m_mark);
}

void CurveChart::setMark(double x)
{
    m_mark = m_content ? std::clamp(x, m_content->samples.front().x, m_content->samples.back().x) : x;
    describe();
    update();
}

std::optional<double> CurveChart::valueAt(double x) const
{
    if (!m_content)
        return std::nullopt;
    const auto& s = m_content->samples;
    const auto after = std::lower_bound(s.begin(), s.end(), x, [](const Sample& a, double v) { return a.x < v; });
    if (after == s.begin())
        return s.front().y;
    if (after == s.end())
        return s.back().y;
    const Sample& before = *(after - 1);
    const double part = after->x > before.x ? (x - before.x) / (after->x - before.x) : 0;
    return before.y + part * (after->y - before.y);
}

void CurveChart::describe()
{
    const auto y = valueAt(m_mark);
    setAccessibleDescription(y ? tr("%1 at %2 %3")
                                     .arg(m_content->y.name + QChar(u' ') + shown(*y, m_content->y.unit),
                                          m_content->x.name, shown(m_mark, m_content->x.unit))
                               : tr("nothing to show"));
}

QRectF CurveChart::plot() const
{
    const int line = fontMetrics().height();
    int widest = 0;
    for (double v = m_low; v <= m_high + 1e-9; v += m_step)
        widest = std::max(widest, fontMetrics().horizontalAdvance(shownNumber(v, Unit::Count)));
    const double left = widest + 8, top = line + 6;
    return {left, top, std::max(10.0, width() - left - kSide), double(kPlot)};
}

QPointF CurveChart::place(double x, double y) const
{
    const QRectF r = plot();
    if (!m_content)
        return r.bottomLeft();
    const double from = m_content->samples.front().x, to = m_content->samples.back().x;
    return {r.left() + r.width() * (x - from) / (to - from), r.bottom() - r.height() * (y - m_low) / (m_high - m_low)};
}

double CurveChart::xAt(double pixel) const
{
    const QRectF r = plot();
    const double from = m_content->samples.front().x, to = m_content->samples.back().x;
    return std::clamp(from + (pixel - r.left()) / r.width() * (to - from), from, to);
}

QSize CurveChart::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return {220, line + 6 + kPlot + 2 * (line + 4) + kLegendRows * (line + 2) + 4};
}

QSize CurveChart::sizeHint() const
{
    return {340, minimumSizeHint().height()};
}

void CurveChart::paintAxes(QPainter& painter) const
{
    const QRectF r = plot();
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height();
    const QString head = QStringLiteral("%1 (%2)").arg(m_content->y.name, q(symbol(m_content->y.unit)));
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(head, Qt::ElideRight, width()));
    for (double v = m_low; v <= m_high + 1e-9; v += m_step) {
        const double y = place(m_mark, v).y();
        painter.setPen(QPen(m_theme.line, 1));
        painter.drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
        painter.setPen(m_theme.textMuted);
        painter.drawText(QRectF(0, y - line / 2.0, r.left() - 6, line), Qt::AlignRight | Qt::AlignVCenter,
                         shownNumber(v, Unit::Count));
    }
    const double from = m_content->samples.front().x, to = m_content->samples.back().x, step = niceStep(to - from);
    for (double x = std::ceil(from / step - 1e-9) * step; x <= to + 1e-9; x += step) {
        const QString text = shownNumber(x, Unit::Count);
        const double wide = metrics.horizontalAdvance(text) + 2, at = place(x, m_low).x();
        painter.drawText(QRectF(std::min(at - wide / 2, width() - wide), r.bottom() + 3, wide, line),
                         Qt::AlignCenter | Qt::TextDontClip, text);
        painter.drawLine(QPointF(at, r.bottom()), QPointF(at, r.bottom() + 3));
    }
    painter.setPen(m_theme.text);
    const QString foot = QStringLiteral("%1 (%2)").arg(m_content->x.name, q(symbol(m_content->x.unit)));
    painter.drawText(QRectF(0, r.bottom() + line + 5, width(), line), Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(foot, Qt::ElideRight, width()));
}

void CurveChart::paintLimit(QPainter& painter) const
{
    const QRectF r = plot();
    const double top = place(m_mark, m_content->limitHigh).y(), bottom = place(m_mark, m_content->limitLow).y();
    QColor fill = m_theme.warning;
    fill.setAlpha(45);
    painter.fillRect(QRectF(r.left(), top, r.width(), bottom - top), fill);
    painter.setPen(QPen(m_theme.warning, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(r.left(), top), QPointF(r.right(), top));
    painter.drawLine(QPointF(r.left(), bottom), QPointF(r.right(), bottom));
}

void CurveChart::paintBand(QPainter& painter, double Sample::*low, double Sample::*high, int alpha) const
{
    QPolygonF area;
    for (const Sample& s : m_content->samples)
        area << place(s.x, s.*high);
    for (auto s = m_content->samples.rbegin(); s != m_content->samples.rend(); ++s)
        area << place(s->x, (*s).*low);
    QColor fill = m_theme.accent;
    fill.setAlpha(alpha);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
}

void CurveChart::paintLegend(QPainter& painter) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height() + 2;
    double top = plot().bottom() + 2 * (metrics.height() + 4) + 2;
    const auto row = [&](const QColor& colour, int alpha, bool dashed, const QString& text) {
        QColor fill = colour;
        fill.setAlpha(alpha);
        const QRectF swatch(2, top + 2, kSwatch, line - 5);
        painter.fillRect(swatch, fill);
        if (dashed) {
            painter.setPen(QPen(colour, 1.5, Qt::DashLine));
            painter.drawLine(swatch.topLeft(), swatch.topRight());
            painter.drawLine(swatch.bottomLeft(), swatch.bottomRight());
        }
        painter.setPen(m_theme.textMuted);
        const QRectF where(kSwatch + 8, top, width() - kSwatch - 8, line);
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, int(where.width())));
        top += line;
    };
    row(m_theme.accent, 70, false, m_content->wideText);
    row(m_theme.accent, 140, false, m_content->narrowText);
    row(m_theme.warning, 45, true, m_content->limitText);
}

void CurveChart::paintEvent(QPaintEvent*)
{
    if (!m_content)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    paintLimit(painter);
    paintBand(painter, &Sample::wideLow, &Sample::wideHigh, 70);
    paintBand(painter, &Sample::narrowLow, &Sample::narrowHigh, 90);
    QPolygonF curve;
    for (const Sample& s : m_content->samples)
        curve << place(s.x, s.y);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.accent, 2));
    painter.drawPolyline(curve);
    const QRectF r = plot();
    const QPointF at = place(m_mark, valueAt(m_mark).value_or(m_low));
    painter.setPen(QPen(m_theme.text, hasFocus() ? 2 : 1));
    painter.drawLine(QPointF(at.x(), r.top()), QPointF(at.x(), r.bottom()));
    painter.setBrush(m_theme.text);
    painter.drawEllipse(at, 4, 4);
    paintLegend(painter);
}

void CurveChart::mousePressEvent(QMouseEvent* event)
{
    if (!m_content || event->button() != Qt::LeftButton)
        return;
    m_dragged = true;
    mouseMoveEvent(event);
}

void CurveChart::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged || !m_content)
        return;
    setMark(xAt(event->position().x()));
    Q_EMIT moved(m_mark);
}

void CurveChart::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(m_dragged, false) && m_content)
        Q_EMIT released(m_mark);
}

void CurveChart::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? 5 : 1;
    double x = m_mark;
    switch (event->key()) {
    case Qt::Key_Left:
        x -= step;
        break;
    case Qt::Key_Right:
        x += step;
        break;
    case Qt::Key_Home:
        x = m_content ? m_content->samples.front().x : x;
        break;
    case Qt::Key_End:
        x = m_content ? m_content->samples.back().x : x;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (!m_content)
        return;
    setMark(x);
    Q_EMIT moved(m_mark);
    Q_EMIT released(m_mark);
}

void CurveChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace pollux
