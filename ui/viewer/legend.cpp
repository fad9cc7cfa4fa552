#include "ui/viewer/legend.h"

#include "ui/forms/structure_name.h"
#include "ui/viewer/slice_fusion.h"
#include "ui/viewer/slice_painter.h"

#include <QCoreApplication>

#include <vector>

namespace pollux {

namespace {

constexpr double kTop = 66;   // below plane, position and slab, or the plan's label
constexpr double kLeft = 32;  // clear of the letter at the edge
constexpr double kRow = 18;   // of text of 13 px
constexpr double kCube = 168; // the orientation cube and a gap
constexpr double kTexts = 56; // window and notice

std::vector<const Structure*> drawn(const ViewState& state, LegendOf what)
{
    std::vector<const Structure*> all;
    if (!state.document)
        return all;
    for (const auto& [id, structure] : state.document->structures) {
        const bool surface = structure->surface && !structure->surface->empty();
        if ((surface || (what == LegendOf::Slice && structure->mask)) && state.isVisible(id) && state.opacityOf(id) > 0)
            all.push_back(structure.get());
    }
    return all;
}

} // namespace

void paintStructureLegend(QPainter& painter, const QSizeF& size, const ViewState& state, LegendOf what)
{
    const std::vector<const Structure*> all = drawn(state, what);
    const double texts = kTexts + (wayText(state).isEmpty() ? 0 : kRow);
    const double room = size.height() - kTop - (what == LegendOf::Scene ? kCube : texts);
    const auto rows = room < kRow ? size_t(0) : static_cast<size_t>(room / kRow);
    if (all.empty() || rows == 0)
        return;
    const size_t shown = all.size() <= rows ? all.size() : rows - 1; // the last row counts the others
    QFont font = painter.font();
    font.setPixelSize(13);
    painter.setFont(font);
    const double width = size.width() / 3;
    double y = kTop;
    const auto text = [&](const QString& words, const QColor& colour) {
        paintText(painter, QRectF(kLeft + 18, y, width, kRow), Qt::AlignLeft | Qt::AlignVCenter,
                  painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(width)), colour);
    };
    for (size_t i = 0; i < shown; ++i, y += kRow) {
        const Colour& c = all[i]->colour;
        painter.setPen(QPen(state.theme.imageText, 1));
        painter.setBrush(QColor(c[0], c[1], c[2]));
        painter.drawRect(QRectF(kLeft, y + 3, 11, 11));
        text(structureName(*all[i]), state.theme.imageText);
    }
    painter.setBrush(Qt::NoBrush);
    if (shown < all.size())
        text(QCoreApplication::translate("Legend", "and %n more", nullptr, static_cast<int>(all.size() - shown)),
             state.theme.imageMuted);
}

} // namespace pollux
