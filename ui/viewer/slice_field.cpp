#include "ui/viewer/slice_field.h"

#include <QVector>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace pollux {

namespace {

constexpr int kColours = 32; ///< a pen each: fewer than are told apart along a line
constexpr double kWidth = 3.5;

/// Part of the way from low to high; nullopt where the map has no value.
std::optional<double> fractionAt(const Field& f, std::span<const float> values, const CutPiece::End& end)
{
    const auto value = [&](std::uint32_t n) -> std::optional<double> {
        if (n >= values.size() || !std::isfinite(values[n]) || (n < f.category.size() && f.category[n] != 0))
            return std::nullopt;
        return values[n];
    };
    const auto a = value(end.from), b = value(end.to);
    if (!a || !b)
        return std::nullopt;
    const double range = f.high - f.low;
    return range > 0 ? std::clamp((*a + end.weight * (*b - *a) - f.low) / range, 0.0, 1.0) : 0.5;
}

} // namespace

std::shared_ptr<const Field> shownField(const ViewState& state)
{
    const auto map = state.map();
    if (!map || map->surface.empty())
        return nullptr;
    const bool seen = !state.opacity.contains(state.field) || state.opacityOf(state.field) > 0;
    return seen ? map : nullptr;
}

bool paintSliceField(QPainter& painter, const SlicePlane& plane, const ViewState& state, const SurfaceCut& cut)
{
    const auto field = shownField(state);
    if (!field)
        return false;
    const std::span<const float> values = field->valuesAt(state.stepOf(*field));
    const QRectF area(QPointF(-50, -50), QSizeF(plane.size) + QSizeF(100, 100));
    std::array<QVector<QLineF>, kColours + 1> lines; // the last has no value
    bool any = false;
    for (const CutPiece& piece : cut.pieces(plane)) {
        if (!area.contains(piece.a.at) && !area.contains(piece.b.at))
            continue;
        any = true;
        const auto a = fractionAt(*field, values, piece.a), b = fractionAt(*field, values, piece.b);
        const auto colour = a && b ? static_cast<size_t>(std::min(kColours - 1.0, (*a + *b) / 2 * kColours)) : kColours;
        lines[colour].append(QLineF(piece.a.at, piece.b.at));
    }
    for (size_t n = 0; n < lines.size(); ++n) {
        const QColor colour =
            n < kColours ? fieldColour(state.theme, (double(n) + 0.5) / kColours) : state.theme.fieldNone;
        QPen pen(colour, kWidth);
        pen.setCapStyle(Qt::RoundCap);
        painter.setPen(pen);
        painter.drawLines(lines[n]);
    }
    return any;
}

} // namespace pollux
