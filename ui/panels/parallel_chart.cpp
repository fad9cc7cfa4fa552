#include "ui/panels/parallel_chart.h"

#include "ui/forms/text.h"
#include "ui/viewer/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

constexpr int kTop = 54;         ///< names of the axes and the better ends' numbers
constexpr int kBottom = 20;      ///< the other ends' numbers
constexpr int kSide = 30;        ///< half of a name beside the outer axes
constexpr int kReachAxis = 14;   ///< pixels in which the mouse takes an axis
constexpr double kReachLine = 6; ///< and a line
constexpr int kSteps = 20;       ///< of the keyboard along an axis

double distanceToSegment(const QPointF& p, const QPointF& a, const QPointF& b)
{
    const QPointF ab = b - a;
    const double length = QPointF::dotProduct(ab, ab);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, ab) / length, 0.0, 1.0) : 0;
    const QPointF d = p - (a + t * ab);
    return std::hypot(d.x(), d.y());
}

} // namespace

ParallelChart::ParallelChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("parallelChart"));
    setAccessibleName(tr("Choices by their numbers"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void ParallelChart::setContent(std::vector<Axis> axes, std::vector<Choice> choices)
{
    const auto sameAxis = [](const Axis& a, const Axis& b) { return a.name == b.name && a.unit == b.unit; };
    const auto sameValue = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    const auto sameChoice = [&](const Choice& a, const Choice& b) {
        return a.name == b.name &&
               std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(), sameValue);
    };
    const bool same = std::equal(axes.begin(), axes.end(), m_axes.begin(), m_axes.end(), sameAxis) &&
                      std::equal(choices.begin(), choices.end(), m_choices.begin(), m_choices.end(), sameChoice);
    m_axes = std::move(axes);
    m_choices = std::move(choices);
    if (same) {
        update();
        return;
    }
    m_brushes.assign(m_axes.size(), std::nullopt);
    m_inHand = -1;
    m_dragged = -1;
    m_axis = 0;
    m_ends.clear();
    for (size_t a = 0; a < m_axes.size(); ++a) {
        Range ends{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
        for (Choice& c : m_choices) {
            c.values.resize(m_axes.size(), std::numeric_limits<double>::quiet_NaN());
            if (!std::isfinite(c.values[a]))
                continue;
            ends = {std::min(ends.first, c.values[a]), std::max(ends.second, c.values[a])};
        }
        if (ends.first > ends.second)
            ends = {0, 1};
        else if (shownNumber(ends.first, m_axes[a].unit) == shownNumber(ends.second, m_axes[a].unit))
            ends = {ends.first - 0.5, ends.second + 0.5}; // alike as far as it shows: in the middle
        m_ends.push_back(ends);
    }
    describe();
    updateGeometry();
    update();
}

void ParallelChart::setBrush(int axis, std::optional<Range> range)
{
    if (axis < 0 || axis >= int(m_axes.size()))
        return;
    if (range && range->first > range->second)
        std::swap(range->first, range->second);
    if (range == m_brushes[size_t(axis)])
        return;
    m_brushes[size_t(axis)] = range;
    describe();
    update();
    Q_EMIT brushed();
    if (m_inHand >= 0 && !passes(m_inHand))
        setInHand(-1);
}

std::optional<ParallelChart::Range> ParallelChart::brush(int axis) const
{
    return axis < 0 || axis >= int(m_axes.size()) ? std::nullopt : m_brushes[size_t(axis)];
}

void ParallelChart::clearBrushes()
{
    for (int a = 0; a < int(m_axes.size()); ++a)
        setBrush(a, std::nullopt);
}

bool ParallelChart::passes(int choice) const
{
    if (choice < 0 || choice >= int(m_choices.size()))
        return false;
    for (size_t a = 0; a < m_axes.size(); ++a)
        if (const auto& b = m_brushes[a]) {
            const double v = m_choices[size_t(choice)].values[a];
            if (!(v >= b->first && v <= b->second))
                return false;
        }
    return true;
}

std::vector<int> ParallelChart::passing() const
{
    std::vector<int> out;
    for (int n = 0; n < int(m_choices.size()); ++n)
        if (passes(n))
            out.push_back(n);
    return out;
}

void ParallelChart::setInHand(int choice)
{
    if (choice >= int(m_choices.size()) || (choice >= 0 && !passes(choice)))
        return;
    choice = std::max(choice, -1);
    if (choice == m_inHand)
        return;
    m_inHand = choice;
    describe();
    update();
    Q_EMIT inHandChanged(choice);
}

ParallelChart::Range ParallelChart::ends(int axis) const
{
    return m_ends[size_t(axis)];
}

QPointF ParallelChart::place(int axis, double value) const
{
    const double gap = m_axes.size() > 1 ? double(width() - 2 * kSide) / double(m_axes.size() - 1) : 0;
    const Range e = ends(axis);
    double up = (value - e.first) / (e.second - e.first);
    if (m_axes[size_t(axis)].lowIsBetter)
        up = 1 - up;
    return {kSide + gap * axis, kTop + (1 - up) * (height() - kTop - kBottom)};
}

double ParallelChart::valueAt(int axis, double y) const
{
    double up = 1 - std::clamp((y - kTop) / std::max(1, height() - kTop - kBottom), 0.0, 1.0);
    if (m_axes[size_t(axis)].lowIsBetter)
        up = 1 - up;
    const Range e = ends(axis);
    return e.first + up * (e.second - e.first);
}

int ParallelChart::axisAt(double x) const
{
    for (int a = 0; a < int(m_axes.size()); ++a)
        if (std::abs(place(a, ends(a).first).x() - x) <= kReachAxis)
            return a;
    return -1;
}

int ParallelChart::choiceAt(const QPointF& at) const
{
    int best = -1;
    double nearest = kReachLine;
    for (const int n : passing()) {
        const std::vector<double>& v = m_choices[size_t(n)].values;
        for (int a = 0; a + 1 < int(m_axes.size()); ++a) {
            if (!std::isfinite(v[size_t(a)]) || !std::isfinite(v[size_t(a) + 1]))
                continue;
            const double d = distanceToSegment(at, place(a, v[size_t(a)]), place(a + 1, v[size_t(a) + 1]));
            if (d < nearest) {
                nearest = d;
                best = n;
            }
        }
    }
    return best;
}

QString ParallelChart::text(int axis, double value) const
{
    return shown(value, m_axes[size_t(axis)].unit);
}

void ParallelChart::describe()
{
    QStringList lines{tr("%1 of %2 choices pass").arg(passing().size()).arg(m_choices.size())};
    for (int a = 0; a < int(m_axes.size()); ++a)
        if (const auto b = brush(a))
            lines << tr("%1 from %2 to %3").arg(m_axes[size_t(a)].name, text(a, b->first), text(a, b->second));
    if (m_inHand >= 0) {
        const Choice& c = m_choices[size_t(m_inHand)];
        QString told = tr("in hand: %1").arg(c.name);
        for (int a = 0; a < int(m_axes.size()); ++a)
            if (std::isfinite(c.values[size_t(a)]))
                told += QStringLiteral(", %1 %2").arg(m_axes[size_t(a)].name, text(a, c.values[size_t(a)]));
        lines << told;
    }
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
}

QSize ParallelChart::minimumSizeHint() const
{
    return {2 * kSide + 30 * int(std::max<size_t>(m_axes.size(), 1)), kTop + kBottom + 120};
}

QSize ParallelChart::sizeHint() const
{
    return {2 * kSide + 60 * int(std::max<size_t>(m_axes.size(), 1)), kTop + kBottom + 160};
}

void ParallelChart::paintAxis(QPainter& painter, int axis) const
{
    const Axis& a = m_axes[size_t(axis)];
    const Range e = ends(axis);
    const double better = a.lowIsBetter ? e.first : e.second, worse = a.lowIsBetter ? e.second : e.first;
    const QPointF top = place(axis, better), bottom = place(axis, worse);
    const bool keyboard = hasFocus() && axis == m_axis;
    painter.setPen(QPen(keyboard ? m_theme.accent : m_theme.textMuted, keyboard ? 2 : 1));
    painter.drawLine(top, bottom);
    if (const auto& b = m_brushes[size_t(axis)]) {
        const double y0 = place(axis, std::clamp(b->first, e.first, e.second)).y();
        const double y1 = place(axis, std::clamp(b->second, e.first, e.second)).y();
        QColor fill = m_theme.accent;
        fill.setAlpha(70);
        const QRectF box(QPointF(top.x() - 7, std::min(y0, y1) - 1), QPointF(top.x() + 7, std::max(y0, y1) + 1));
        painter.fillRect(box, fill);
        painter.setPen(QPen(m_theme.accent, 1));
        painter.drawRect(box);
    }
    const double gap = m_axes.size() > 1 ? double(width() - 2 * kSide) / double(m_axes.size() - 1) : width();
    // The outer names may use the border, the inner ones what lies between the axes.
    const double half = std::min(gap / 2 - 1, 60.0);
    const double left = axis == 0 ? std::min<double>(half, kSide) : half;
    const double right = axis + 1 == int(m_axes.size()) ? std::min<double>(half, kSide) : half;
    const double room = 2 * std::min(left, right);
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height();
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(top.x() - room / 2, 0, room, line), Qt::AlignHCenter | Qt::AlignVCenter,
                     metrics.elidedText(a.name, Qt::ElideRight, int(room)));
    painter.setPen(m_theme.textMuted);
    const QString unit = q(symbol(a.unit));
    painter.drawText(QRectF(top.x() - room / 2, line, room, line), Qt::AlignHCenter | Qt::AlignVCenter, unit);
    const auto number = [&](double v, double y) {
        painter.drawText(QRectF(top.x() - room / 2, y, room, line), Qt::AlignHCenter | Qt::AlignVCenter,
                         shownNumber(v, a.unit));
    };
    number(better, top.y() - line - 2);
    number(worse, bottom.y() + 2);
}

void ParallelChart::paintChoice(QPainter& painter, const Choice& choice) const
{
    QPointF before;
    bool have = false;
    for (int a = 0; a < int(m_axes.size()); ++a) {
        const double v = choice.values[size_t(a)];
        if (!std::isfinite(v)) {
            have = false;
            continue;
        }
        const QPointF here = place(a, v);
        if (have)
            painter.drawLine(before, here);
        before = here;
        have = true;
    }
}

void ParallelChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_axes.empty() || m_choices.empty())
        return;
    QColor out = m_theme.line, in = m_theme.accent;
    out.setAlpha(110);
    in.setAlpha(120);
    for (const bool pass : {false, true})
        for (int n = 0; n < int(m_choices.size()); ++n) {
            if (passes(n) != pass || n == m_inHand)
                continue;
            const Choice& c = m_choices[size_t(n)];
            painter.setPen(QPen(pass ? in : out, pass && c.marked ? 2 : 1));
            paintChoice(painter, c);
        }
    for (int a = 0; a < int(m_axes.size()); ++a)
        paintAxis(painter, a);
    if (m_inHand >= 0) {
        painter.setPen(QPen(m_theme.surface, 5));
        paintChoice(painter, m_choices[size_t(m_inHand)]);
        painter.setPen(QPen(m_theme.warning, 2.5));
        paintChoice(painter, m_choices[size_t(m_inHand)]);
    }
}

void ParallelChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_axes.empty())
        return;
    m_moved = false;
    m_dragged = axisAt(event->position().x());
    if (m_dragged >= 0) {
        m_axis = m_dragged;
        m_from = valueAt(m_dragged, event->position().y());
    } else {
        setInHand(choiceAt(event->position()));
    }
    update();
}

void ParallelChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged < 0) {
        const bool any = axisAt(event->position().x()) >= 0;
        setCursor(any ? Qt::SplitVCursor : choiceAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const double to = valueAt(m_dragged, event->position().y());
    m_moved = m_moved || std::abs(place(m_dragged, to).y() - place(m_dragged, m_from).y()) >= 3;
    if (m_moved)
        setBrush(m_dragged, Range(m_from, to));
}

void ParallelChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_dragged < 0)
        return;
    if (!m_moved)
        setBrush(m_dragged, std::nullopt);
    m_dragged = -1;
}

void ParallelChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int choice = axisAt(event->position().x()) < 0 ? choiceAt(event->position()) : -1;
    if (choice < 0)
        return;
    setInHand(choice);
    Q_EMIT taken(choice);
}

void ParallelChart::step(int by)
{
    std::vector<int> order = passing();
    std::erase_if(order, [&](int n) { return !std::isfinite(m_choices[size_t(n)].values[size_t(m_axis)]); });
    if (order.empty())
        return;
    const double sign = m_axes[size_t(m_axis)].lowIsBetter ? 1 : -1;
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return sign * m_choices[size_t(a)].values[size_t(m_axis)] < sign * m_choices[size_t(b)].values[size_t(m_axis)];
    });
    const auto at = std::find(order.begin(), order.end(), m_inHand);
    const std::ptrdiff_t now = at == order.end() ? (by > 0 ? -1 : std::ptrdiff_t(order.size())) : at - order.begin();
    setInHand(order[size_t(std::clamp<std::ptrdiff_t>(now + by, 0, std::ptrdiff_t(order.size()) - 1))]);
}

void ParallelChart::moveWorseEnd(int by)
{
    const Range e = ends(m_axis);
    Range b = brush(m_axis).value_or(e);
    const double step = (e.second - e.first) / kSteps;
    if (m_axes[size_t(m_axis)].lowIsBetter)
        b.second = std::clamp(b.second - by * step, b.first, e.second);
    else
        b.first = std::clamp(b.first + by * step, e.first, b.second);
    setBrush(m_axis, b == e ? std::nullopt : std::optional(b));
}

void ParallelChart::keyPressEvent(QKeyEvent* event)
{
    if (m_axes.empty())
        return QWidget::keyPressEvent(event);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_axis = std::clamp(m_axis + (event->key() == Qt::Key_Right ? 1 : -1), 0, int(m_axes.size()) - 1);
        update();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int up = event->key() == Qt::Key_Up ? 1 : -1;
        shift ? moveWorseEnd(up) : step(-up); // better is up
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_inHand >= 0)
            Q_EMIT taken(m_inHand);
        return;
    case Qt::Key_Escape:
        clearBrushes();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool ParallelChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_axes.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int a = axisAt(help->pos().x()); a >= 0) {
            const Axis& axis = m_axes[size_t(a)];
            QToolTip::showText(
                help->globalPos(),
                tr("%1: from %2 to %3, better at the top. Drag along it to keep a part, click to let all "
                   "pass.")
                    .arg(axis.name, text(a, ends(a).first), text(a, ends(a).second)),
                this);
            return true;
        }
        if (const int n = choiceAt(help->pos()); n >= 0) {
            QToolTip::showText(help->globalPos(), m_choices[size_t(n)].name, this);
            return true;
        }
        QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    return QWidget::event(event);
}

} // namespace pollux
