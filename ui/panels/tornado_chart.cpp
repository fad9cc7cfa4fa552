#include "ui/panels/tornado_chart.h"

#include "ui/forms/text.h"
#include "ui/viewer/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr int kMargin = 8;
constexpr int kBar = 16;
constexpr int kGap = 12;          ///< between rows
constexpr int kNumberGap = 4;     ///< between a bar's end and its number
constexpr int kPlotWidth = 80;    ///< at least
constexpr double kLimitReach = 2; ///< a limit farther off than this many times the widest bar is not drawn

} // namespace

TornadoChart::TornadoChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("tornado"));
    setAccessibleName(tr("What moves the number"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setContent(std::nullopt);
}

void TornadoChart::setContent(std::optional<Content> content)
{
    m_content = std::move(content);
    m_limitInSight = false;
    if (m_content) {
        m_from = m_to = m_content->base;
        for (const Bar& bar : m_content->bars)
            for (const auto& value : {bar.atLow, bar.atHigh})
                if (value && std::isfinite(*value)) {
                    m_from = std::min(m_from, *value);
                    m_to = std::max(m_to, *value);
                }
        if (m_from == m_to) { // nothing moves it: the base in the middle
            const double half = std::max(std::abs(m_from), 1.0) / 2;
            m_from -= half;
            m_to += half;
        }
        if (const auto limit = m_content->limit) {
            const double reach = kLimitReach * (m_to - m_from);
            m_limitInSight = *limit > m_from - reach && *limit < m_to + reach;
            if (m_limitInSight) {
                m_from = std::min(m_from, *limit);
                m_to = std::max(m_to, *limit);
            }
        }
    }
    setVisible(m_content.has_value());
    setAccessibleDescription(described());
    updateGeometry();
    update();
}

QString TornadoChart::text(double value) const
{
    return shown(value, m_content->unit);
}

QString TornadoChart::described() const
{
    if (!m_content)
        return {};
    const auto value = [&](const std::optional<double>& v) { return v ? text(*v) : tr("no number"); };
    QStringList lines{tr("%1: %2").arg(m_content->number, text(m_content->base))};
    if (!m_content->limitText.isEmpty())
        lines << tr("limit %1").arg(m_content->limitText);
    for (const Bar& bar : m_content->bars)
        lines << tr("%1: %2 at %3, %4 at %5").arg(bar.label, value(bar.atLow), bar.low, value(bar.atHigh), bar.high);
    return lines.join(QStringLiteral("; "));
}

int TornadoChart::rowHeight() const
{
    return fontMetrics().height() + 2 + kBar + kGap;
}

int TornadoChart::headHeight() const
{
    const int lines = m_content && m_content->limitText.isEmpty() ? 2 : 3;
    return lines * (fontMetrics().height() + 2) + kGap;
}

int TornadoChart::sideRoom() const
{
    int widest = 0;
    if (m_content)
        for (const Bar& bar : m_content->bars)
            for (const auto& value : {bar.atLow, bar.atHigh})
                if (value)
                    widest = std::max(widest, fontMetrics().horizontalAdvance(text(*value)));
    return kMargin + widest + kNumberGap;
}

double TornadoChart::xOf(double value) const
{
    const double left = sideRoom(), room = std::max<double>(width() - 2 * left, 1);
    return left + room * (value - m_from) / (m_to - m_from);
}

QSize TornadoChart::minimumSizeHint() const
{
    const int rows = m_content ? int(m_content->bars.size()) : 0;
    return {2 * sideRoom() + kPlotWidth, m_content ? headHeight() + rows * rowHeight() : 0};
}

QSize TornadoChart::sizeHint() const
{
    return {std::max(320, minimumSizeHint().width()), minimumSizeHint().height()};
}

void TornadoChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void TornadoChart::paintHead(QPainter& painter) const
{
    const int line = fontMetrics().height() + 2;
    const auto say = [&](int at, const QString& words, const QColor& colour) {
        painter.setPen(colour);
        const QRect where(kMargin, at * line, width() - 2 * kMargin, line);
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(words, Qt::ElideRight, where.width()));
    };
    say(0, tr("%1: %2").arg(m_content->number, text(m_content->base)), m_theme.text);
    say(1, tr("Outlined: parameter at its low end. Filled: at its high end."), m_theme.textMuted);
    if (!m_content->limitText.isEmpty())
        say(2,
            m_limitInSight ? tr("Dashed: limit, %1").arg(m_content->limitText)
                           : tr("Limit, %1: beyond this chart").arg(m_content->limitText),
            m_theme.warning);
    const int top = headHeight() - kGap / 2, bottom = height();
    if (m_content->limit && m_limitInSight) {
        painter.setPen(QPen(m_theme.warning, 2, Qt::DashLine));
        painter.drawLine(QPointF(xOf(*m_content->limit), top), QPointF(xOf(*m_content->limit), bottom));
    }
    painter.setPen(QPen(m_theme.textMuted, 1));
    painter.drawLine(QPointF(xOf(m_content->base), top), QPointF(xOf(m_content->base), bottom));
}

void TornadoChart::paintBar(QPainter& painter, const Bar& bar, int top) const
{
    const int line = fontMetrics().height();
    const QRect label(kMargin, top, width() - 2 * kMargin, line);
    // Over the lines of base and limit, so that they do not run through the words.
    const QString words =
        fontMetrics().elidedText(tr("%1, %2 to %3").arg(bar.label, bar.low, bar.high), Qt::ElideRight, label.width());
    painter.fillRect(QRect(label.left(), top, fontMetrics().horizontalAdvance(words) + 2, line), m_theme.surface);
    painter.setPen(m_theme.text);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, words);

    const double base = xOf(m_content->base), y = top + line + 2;
    const auto rect = [&](double value, double inset) {
        const double x = xOf(value);
        return QRectF(std::min(x, base), y + inset, std::abs(x - base), kBar - 2 * inset);
    };
    // Both ends may lie on the same side: the low one stays visible around the high one.
    if (bar.atHigh) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.accent);
        painter.drawRect(rect(*bar.atHigh, 3));
    }
    if (bar.atLow) {
        painter.setPen(QPen(m_theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect(*bar.atLow, 0));
    }
    painter.setPen(m_theme.text);
    const auto number = [&](double value, bool left) {
        const QString t = text(value);
        const double wide = fontMetrics().horizontalAdvance(t) + 1;
        const double x = left ? xOf(value) - kNumberGap - wide : xOf(value) + kNumberGap;
        painter.drawText(QRectF(x, y, wide, kBar), Qt::AlignCenter | Qt::TextDontClip, t);
    };
    if (bar.atLow && bar.atHigh) {
        number(std::min(*bar.atLow, *bar.atHigh), true);
        number(std::max(*bar.atLow, *bar.atHigh), false);
    } else if (bar.atLow || bar.atHigh) {
        const double one = bar.atLow ? *bar.atLow : *bar.atHigh;
        number(one, one < m_content->base);
    }
}

void TornadoChart::paintEvent(QPaintEvent*)
{
    if (!m_content)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    int top = headHeight();
    for (const Bar& bar : m_content->bars) {
        paintBar(painter, bar, top);
        top += rowHeight();
    }
}

} // namespace pollux
