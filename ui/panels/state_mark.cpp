#include "ui/panels/state_mark.h"

#include <QObject>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QPushButton>
#include <QStyle>
#include <QWidget>

namespace pollux {

namespace {

constexpr int kSize = 16;
constexpr qreal kScale = 3;

template <class Draw>
QIcon drawn(Draw draw)
{
    QPixmap pixmap(int(kSize * kScale), int(kSize * kScale));
    pixmap.setDevicePixelRatio(kScale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    return QIcon(pixmap);
}

void sign(QPainter& p, const QColor& colour, const QRectF& where, const QString& text)
{
    QFont font;
    font.setPixelSize(11);
    font.setBold(true);
    p.setFont(font);
    p.setPen(colour);
    p.drawText(where, Qt::AlignCenter, text);
}

void tick(QPainter& p, const QColor& colour)
{
    p.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    p.drawPolyline(QPolygonF({{4.5, 8.5}, {7, 11}, {11.5, 5.5}}));
}

} // namespace

Mark markOf(Severity severity)
{
    return severity == Severity::Stop ? Mark::Stop : severity == Severity::Warning ? Mark::Warning : Mark::Note;
}

Mark markOf(ConfirmState state)
{
    return state == ConfirmState::Confirmed ? Mark::Confirmed
           : state == ConfirmState::Edited  ? Mark::Edited
                                            : Mark::Proposed;
}

Mark markOfVerdict(std::string_view verdict)
{
    return verdict == "ok"        ? Mark::Ok
           : verdict == "warning" ? Mark::Warning
           : verdict == "stop"    ? Mark::Stop
                                  : Mark::Open;
}

QString word(Mark mark)
{
    switch (mark) {
    case Mark::Note:
        return QObject::tr("note");
    case Mark::Warning:
        return QObject::tr("warning");
    case Mark::Stop:
        return QObject::tr("stop");
    case Mark::Ok:
        return QObject::tr("ok");
    case Mark::Stale:
        return QObject::tr("stale");
    case Mark::Proposed:
        return QObject::tr("proposed");
    case Mark::Edited:
        return QObject::tr("edited");
    case Mark::Confirmed:
        return QObject::tr("confirmed");
    case Mark::Open:
        break;
    }
    return QObject::tr("open");
}

QColor colour(Mark mark, const Theme& theme)
{
    switch (mark) {
    case Mark::Note:
        return theme.note;
    case Mark::Warning:
        return theme.warning;
    case Mark::Stop:
        return theme.stop;
    case Mark::Ok:
    case Mark::Confirmed:
        return theme.ok;
    case Mark::Stale:
        return theme.stale;
    case Mark::Edited:
        return theme.accent;
    case Mark::Proposed:
    case Mark::Open:
        break;
    }
    return theme.textMuted;
}

QString role(Mark mark)
{
    switch (mark) {
    case Mark::Note:
        return QStringLiteral("note");
    case Mark::Warning:
        return QStringLiteral("warning");
    case Mark::Stop:
        return QStringLiteral("stop");
    case Mark::Ok:
    case Mark::Confirmed:
        return QStringLiteral("ok");
    case Mark::Stale:
        return QStringLiteral("stale");
    default:
        return QStringLiteral("muted");
    }
}

void restyle(QWidget* widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void setPrimary(QPushButton* button, bool on)
{
    if (button->property("primary").toBool() == on)
        return;
    button->setProperty("primary", on);
    restyle(button);
}

QIcon icon(Mark mark, const Theme& theme)
{
    const QColor c = colour(mark, theme);
    const QColor on = theme.surface;
    return drawn([&](QPainter& p) {
        p.setPen(Qt::NoPen);
        p.setBrush(c);
        switch (mark) {
        case Mark::Note:
            p.drawEllipse(QRectF(1, 1, 14, 14));
            sign(p, on, QRectF(1, 1, 14, 14), QStringLiteral("i"));
            break;
        case Mark::Warning:
            p.drawPolygon(QPolygonF({{8, 1}, {15.5, 15}, {0.5, 15}}));
            sign(p, on, QRectF(1, 4, 14, 11), QStringLiteral("!"));
            break;
        case Mark::Stop:
            p.drawPolygon(QPolygonF({{5, 1}, {11, 1}, {15, 5}, {15, 11}, {11, 15}, {5, 15}, {1, 11}, {1, 5}}));
            p.setBrush(on);
            p.drawRect(QRectF(4, 6.75, 8, 2.5));
            break;
        case Mark::Ok:
        case Mark::Confirmed:
            p.drawEllipse(QRectF(1, 1, 14, 14));
            tick(p, on);
            break;
        case Mark::Stale: // an hourglass
            p.drawPolygon(QPolygonF({{3, 1}, {13, 1}, {8, 8}}));
            p.drawPolygon(QPolygonF({{3, 15}, {13, 15}, {8, 8}}));
            break;
        case Mark::Edited: // half looked at
            p.drawPie(QRectF(2, 2, 12, 12), 90 * 16, 180 * 16);
            p.setBrush(Qt::NoBrush);
            p.setPen(QPen(c, 1.5));
            p.drawEllipse(QRectF(2, 2, 12, 12));
            break;
        case Mark::Proposed:
        case Mark::Open:
            p.setBrush(Qt::NoBrush);
            p.setPen(QPen(c, 1.5));
            p.drawEllipse(QRectF(2, 2, 12, 12));
            if (mark == Mark::Proposed)
                sign(p, c, QRectF(2, 2, 12, 12), QStringLiteral("?"));
            break;
        }
    });
}

QIcon swatch(const Colour& colour, const Theme& theme)
{
    return drawn([&](QPainter& p) {
        p.setPen(QPen(theme.line, 1));
        p.setBrush(QColor(colour[0], colour[1], colour[2]));
        p.drawRoundedRect(QRectF(2, 2, 12, 12), 2, 2);
    });
}

} // namespace pollux
