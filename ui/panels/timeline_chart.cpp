#include "ui/panels/timeline_chart.h"

#include "ui/forms/text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux {

namespace {

constexpr int kHigh = 200;
constexpr int kGap = 6;
constexpr double kMarker = 5;

/// A step of 1, 2 or 5 times a power of ten that cuts `range` into about four.
double stepOf(double range)
{
    if (!(range > 0))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(range / 4)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (range / (factor * power) <= 5)
            return factor * power;
    return 10 * power;
}

void drawMarker(QPainter& painter, size_t series, const QPointF& at)
{
    QPainterPath path;
    switch (series % 4) {
    case 0:
        path.addEllipse(at, kMarker, kMarker);
        break;
    case 1:
        path.addRect(QRectF(at.x() - kMarker, at.y() - kMarker, 2 * kMarker, 2 * kMarker));
        break;
    case 2:
        path.addPolygon(QPolygonF(
            {at + QPointF(0, -kMarker - 1), at + QPointF(kMarker + 1, kMarker), at + QPointF(-kMarker - 1, kMarker)}));
        break;
    default:
        path.addPolygon(QPolygonF({at + QPointF(0, -kMarker - 2), at + QPointF(kMarker + 2, 0),
                                   at + QPointF(0, kMarker + 2), at + QPointF(-kMarker - 2, 0)}));
    }
    path.closeSubpath();
    painter.drawPath(path);
}

} // namespace

TimelineChart::TimelineChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("timelineChart"));
    setAccessibleName(tr("Volume against time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TimelineChart::minimumSizeHint() const
{
    return {200, kHigh};
}

QSize TimelineChart::sizeHint() const
{
    return {340, kHigh};
}

void TimelineChart::show(std::vector<TimelineSeries> series, const QString& unit, bool even)
{
    m_series = std::move(series);
    m_unit = unit;
    m_even = even;
    QStringList words;
    for (const TimelineSeries& s : m_series) {
        QStringList points;
        for (const TimelineSeries::Point& p : s.points)
            points << tr("%1: %2%3 %4")
                          .arg(p.when, QString::number(p.value, 'f', 1),
                               p.deviation ? tr(" ± %1").arg(QString::number(*p.deviation, 'f', 1)) : QString(), unit);
        words << s.name + QStringLiteral(": ") + points.join(QStringLiteral(", "));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setToolTip(words.join(QChar(u'\n')));
    update();
}

void TimelineChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.surfaceSunken);
    double top = 0, last = 0;
    for (const TimelineSeries& s : m_series)
        for (const TimelineSeries::Point& p : s.points) {
            top = std::max(top, p.value + p.deviation.value_or(0));
            last = std::max(last, p.at);
        }
    const QFontMetrics metrics(font());
    if (m_series.empty()) {
        painter.setPen(m_theme.textMuted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Choose a structure below."));
        return;
    }
    const double step = stepOf(top);
    const double high = std::max(step, std::ceil(top / step) * step);
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step)));
    const auto number = [&](double v) { return QString::number(v, 'f', decimals); };
    const int left = metrics.horizontalAdvance(number(high)) + 2 * kGap;
    const QRectF plot(left, metrics.height() + 2 * kGap, width() - left - 3 * kGap,
                      height() - 2 * metrics.height() - 5 * kGap);
    const auto at = [&](double x, double y) {
        const double across = last > 0 ? x / last : 0.5;
        // Markers at the ends stay whole.
        return QPointF(plot.left() + 2 * kGap + across * (plot.width() - 4 * kGap),
                       plot.bottom() - y / high * plot.height());
    };
    painter.setPen(m_theme.textMuted);
    painter.drawText(QRectF(kGap, kGap / 2.0, width() - 2 * kGap, metrics.height()), Qt::AlignLeft,
                     m_even ? tr("%1; studies in order, not to scale of time").arg(m_unit) : m_unit);
    for (double y = 0; y <= high + step / 2; y += step) {
        painter.setPen(m_theme.line);
        painter.drawLine(QPointF(plot.left(), at(0, y).y()), QPointF(plot.right(), at(0, y).y()));
        painter.setPen(m_theme.textMuted);
        painter.drawText(QRectF(0, at(0, y).y() - metrics.height() / 2.0, left - kGap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, number(y));
    }
    // A date stands where there is room for it.
    double free = -1;
    const auto& dated = std::max_element(m_series.begin(), m_series.end(), [](const auto& a, const auto& b) {
                            return a.points.size() < b.points.size();
                        })->points;
    for (const TimelineSeries::Point& p : dated) {
        const int wide = metrics.horizontalAdvance(p.when);
        const double x = std::clamp(at(p.at, 0).x() - wide / 2.0, 0.0, std::max(0.0, double(width() - wide)));
        if (x < free)
            continue;
        painter.drawText(QPointF(x, plot.bottom() + kGap + metrics.ascent()), p.when);
        free = x + wide + kGap;
    }
    const std::array<QColor, 4> colours{m_theme.accent, m_theme.axial, m_theme.sagittal, m_theme.coronal};
    for (size_t n = 0; n < m_series.size(); ++n) {
        const QColor& colour = colours[n % colours.size()];
        painter.setPen(QPen(colour, 2));
        painter.setBrush(colour);
        QPolygonF line;
        for (const TimelineSeries::Point& p : m_series[n].points)
            line << at(p.at, p.value);
        painter.drawPolyline(line);
        for (const TimelineSeries::Point& p : m_series[n].points) {
            if (p.deviation) {
                const QPointF low = at(p.at, std::max(0.0, p.value - *p.deviation)),
                              up = at(p.at, p.value + *p.deviation);
                painter.drawLine(low, up);
                for (const QPointF& end : {low, up})
                    painter.drawLine(end - QPointF(kMarker, 0), end + QPointF(kMarker, 0));
            }
            drawMarker(painter, n, at(p.at, p.value));
        }
    }
}

} // namespace pollux
