#include "ui/viewer/field_legend.h"

#include "core/base/text.h"
#include "core/case/field_time.h"
#include "ui/viewer/slice_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace pollux {

namespace {

/// In one line, or parted at a space into two; what still does not fit ends in dots.
QStringList linesOf(const QString& text, const QFontMetricsF& metrics, double width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return {text};
    qsizetype at = text.size();
    while ((at = text.lastIndexOf(QLatin1Char(' '), at - 1)) > 0)
        if (metrics.horizontalAdvance(text.left(at)) <= width)
            return {text.left(at), metrics.elidedText(text.mid(at + 1), Qt::ElideRight, width)};
    return {metrics.elidedText(text, Qt::ElideRight, width)};
}

QString endText(const Field& field, double value, const std::string& means)
{
    QString text = QString::fromStdString(toText(value, displayDecimals(field.unit)));
    if (const auto unit = symbol(field.unit); !unit.empty())
        text += QLatin1Char(' ') + QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size()));
    if (!means.empty())
        text += QStringLiteral("  ") + QCoreApplication::translate("core", means.c_str());
    return text;
}

} // namespace

void paintFieldLegend(QPainter& painter, const QSizeF& size, const ViewState& state, const Field& field, double words)
{
    const Theme& theme = state.theme;
    constexpr double kLine = 18, kBelow = 40;
    const double width = std::clamp(size.width() - 66, 20.0, 220.0);
    const QStringList name = linesOf(QString::fromStdString(field.name), QFontMetricsF(painter.font()), width);
    const double above = 28 + kLine * static_cast<double>(name.size());
    const double room = size.height() - words - above - kBelow;
    const double height = std::clamp(size.height() * 0.4, 60.0, std::clamp(room, 60.0, 220.0));
    const QRectF bar(size.width() - 50, // clear of the letter at the edge
                     std::max(size.height() / 2 - height / 2 - 20, words + above), 14, height);
    for (int y = 0; y < static_cast<int>(height); ++y)
        painter.fillRect(QRectF(bar.left(), bar.bottom() - y - 1, bar.width(), 1.5), fieldColour(theme, y / height));
    painter.setPen(QPen(theme.imageText, 1));
    painter.drawRect(bar);
    const auto label = [&](double y, const QString& text, const QColor& colour) {
        paintText(painter, QRectF(bar.left() - 8 - width, y, width, 18), Qt::AlignRight | Qt::AlignVCenter, text,
                  colour);
    };
    const bool stale = state.stale.contains(state.field);
    for (qsizetype n = 0; n < name.size(); ++n)
        label(bar.top() - above + kLine * static_cast<double>(n), name[n], stale ? theme.stale : theme.imageText);
    QStringList told;
    if (!field.times.empty())
        told << QString::fromStdString(timeText(field.times[state.stepOf(field)]));
    if (stale)
        told << QCoreApplication::translate("Scene", "out of date");
    if (!told.empty())
        label(bar.top() - 28, told.join(QStringLiteral(", ")), stale ? theme.stale : theme.imageText);
    label(bar.top() - 4, endText(field, field.high, field.highMeans), theme.imageText);
    label(bar.bottom() - 14, endText(field, field.low, field.lowMeans), theme.imageText);
    if (field.categories.empty())
        return;
    // One reason is named. Of a path's dozens the legend says that there are some, the table of the plan counts them.
    painter.fillRect(QRectF(bar.left(), bar.bottom() + 10, bar.width(), 14), theme.fieldNone);
    label(bar.bottom() + 8,
          field.categories.size() == 1 ? QCoreApplication::translate("core", field.categories.front().c_str())
                                       : QCoreApplication::translate("Scene", "blocked"),
          theme.imageText);
}

} // namespace pollux
