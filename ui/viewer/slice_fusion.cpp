#include "ui/viewer/slice_fusion.h"

#include "core/base/text.h"
#include "ui/viewer/slice_painter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SlicePainter", text);
}

QString number(double value, int decimals)
{
    return QString::fromStdString(toText(value, decimals));
}

int decimalsOf(const VolumeObject& v)
{
    return v.volume.type() == VoxelType::Float32 ? 2 : 0;
}

QString withUnit(const QString& text, const std::string& unit)
{
    return unit.empty() ? text : text + QLatin1Char(' ') + QString::fromStdString(unit);
}

/// The value of the nearest voxel; nullopt beyond the volume.
std::optional<double> voxelAt(const Volume& volume, const Vec3& p)
{
    const Index3 i = volume.grid().nearest(p);
    return volume.grid().contains(i[0], i[1], i[2]) ? std::optional(volume.at(i[0], i[1], i[2])) : std::nullopt;
}

bool isStale(const ViewState& state)
{
    return state.stale.contains(state.fusion.registration);
}

/// The unit that a difference has: that of both, or none.
std::string differenceUnit(const ViewState& state, const VolumeObject& second)
{
    const VolumeObject* first = state.volumeObject();
    return first && first->unit == second.unit ? first->unit : std::string();
}

} // namespace

SliceOver sliceOver(const ViewState& state, double ratio)
{
    SliceOver over;
    const Volume* change = state.fusionChange();
    const VolumeObject* second = state.fusionObject();
    if (!change && !second)
        return over;
    over.volume = change ? change : &second->volume;
    over.way = state.fusionWay();
    over.mode = state.fusion.mode;
    over.amount = state.fusion.amount;
    const bool difference = over.mode == FusionMode::Difference;
    over.windowCentre = state.fusion.windowCentre;
    over.windowWidth = difference ? state.windowWidth : state.fusion.windowWidth;
    over.square = std::max(8, static_cast<int>(std::lround(over.square * ratio)));
    over.folded = state.theme.folded.rgb();
    over.folded2 = state.theme.image.rgb();
    const bool map = difference || change;
    if (map || state.fusion.coloured)
        for (int i = 0; i < 256; ++i)
            over.colours.push_back(
                (map ? divergingColour(state.theme, i / 255.0) : fieldColour(state.theme, i / 255.0)).rgb());
    return over;
}

QString valueAt(const VolumeObject& volume, const Vec3& p)
{
    const auto value = voxelAt(volume.volume, p);
    return value ? withUnit(number(*value, decimalsOf(volume)), volume.unit) : QString();
}

QString overText(const ViewState& state, const Vec3& p)
{
    if (const Volume* change = state.fusionChange()) {
        const auto factor = voxelAt(*change, p);
        if (!factor)
            return {};
        return QLatin1String("  |  ") + (*factor > 0 ? tr("volume × %1") : tr("folded (%1)")).arg(number(*factor, 2));
    }
    const VolumeObject* second = state.fusionObject();
    if (!second)
        return {};
    const Registration* way = state.fusionWay();
    const Vec3 there = way ? (*way)(p) : p;
    const QString other = valueAt(*second, there);
    if (other.isEmpty())
        return {};
    QString text = QLatin1String("  |  ") + other;
    if (state.fusion.mode == FusionMode::Difference) {
        const VolumeObject* first = state.volumeObject();
        const auto a = first ? voxelAt(first->volume, p) : std::nullopt, b = voxelAt(second->volume, there);
        if (a && b)
            text +=
                QStringLiteral("  |  Δ ") + withUnit(number(*a - *b, std::max(decimalsOf(*first), decimalsOf(*second))),
                                                     differenceUnit(state, *second));
    }
    return text;
}

bool paintOverLegend(QPainter& painter, const QSizeF& size, const ViewState& state)
{
    const Volume* change = state.fusionChange();
    const VolumeObject* second = state.fusionObject();
    const bool difference = second && state.fusion.mode == FusionMode::Difference;
    const bool coloured = second && !difference && state.fusion.coloured;
    if (!change && !difference && !coloured)
        return false;
    const Theme& theme = state.theme;
    constexpr double kWords = 64;  // below the value under the mouse and the title
    constexpr double kShort = 150; // px: a view with less height shows the bar and its title alone
    const double height = std::clamp(size.height() * 0.35, 40.0, 200.0);
    const QRectF bar(size.width() - 50, // clear of the letter at the edge
                     std::max(size.height() / 2 - height / 2, kWords), 14, height);
    for (int y = 0; y < static_cast<int>(height); ++y)
        painter.fillRect(QRectF(bar.left(), bar.bottom() - y - 1, bar.width(), 1.5),
                         coloured ? fieldColour(theme, y / height) : divergingColour(theme, y / height));
    painter.setPen(QPen(theme.imageText, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    const double width = std::min(240.0, size.width() - 16);
    const auto label = [&](double y, double right, const QString& text, const QColor& colour) {
        paintText(painter, QRectF(right - width, y, width, 18), Qt::AlignRight | Qt::AlignVCenter, text, colour);
    };
    QString title;
    QString high, middle, low;
    if (change) {
        title = tr("local volume change (ratio)");
        high = QStringLiteral("≥ ") + number(kMostVolumeChange, 1);
        middle = number(1, 1);
        low = QStringLiteral("≤ ") + number(1 / kMostVolumeChange, 1);
    } else if (coloured) {
        const Fusion& f = state.fusion;
        const int decimals = f.windowWidth < 20 ? 2 : 0;
        const auto value = [&](double v) { return number(v, decimals); };
        title = withUnit(QString::fromStdString(second->name) + (second->unit.empty() ? "" : ","), second->unit);
        high = QStringLiteral("≥ ") + value(f.windowCentre + f.windowWidth / 2);
        middle = value(f.windowCentre);
        low = QStringLiteral("≤ ") + value(f.windowCentre - f.windowWidth / 2);
    } else {
        const std::string unit = differenceUnit(state, *second);
        title = unit.empty() ? tr("first − second") : tr("first − second (%1)").arg(QString::fromStdString(unit));
        const double half = state.windowWidth / 2;
        const int decimals = half < 10 ? 2 : 0;
        high = QStringLiteral("≥ +") + number(half, decimals);
        middle = number(0, 0);
        low = QStringLiteral("≤ ") + number(-half, decimals);
    }
    if (isStale(state))
        title += QStringLiteral(", ") + tr("out of date");
    title = painter.fontMetrics().elidedText(title, Qt::ElideMiddle, static_cast<int>(width));
    label(bar.top() - 22, bar.right(), title, isStale(state) ? theme.stale : theme.imageText);
    if (size.height() < kShort)
        return true;
    const double beside = bar.left() - 8;
    label(bar.top() - 4, beside, high, theme.imageText);
    label(bar.center().y() - 9, beside, middle, theme.imageText);
    label(bar.bottom() - 14, beside, low, theme.imageText);
    if (!change)
        return true;
    const QRectF swatch(bar.left(), bar.bottom() + 6, bar.width(), 12);
    painter.fillRect(swatch, theme.image);
    for (double x = swatch.left(); x < swatch.right(); x += 6)
        painter.fillRect(QRectF(x, swatch.top(), 3, swatch.height()), theme.folded);
    label(swatch.top() - 3, beside, tr("folded"), theme.imageText);
    return true;
}

QString wayText(const ViewState& state)
{
    const Registration* way = state.fusionWay();
    if (!way || (!state.fusionObject() && !state.fusionChange()))
        return {};
    const QString name = QString::fromStdString(way->name);
    return isStale(state) ? tr("Through \"%1\", out of date").arg(name) : tr("Through \"%1\"").arg(name);
}

} // namespace pollux
