#pragma once

#include "ui/viewer/view_state.h"

#include <QPainter>

namespace pollux {

enum class LegendOf { Slice, Scene };

/// Names of the structures that are drawn, each with a swatch of its colour, on the left below the texts at the top; in
/// logical pixels. Of a scene those with a surface, of slices those with any shape. What has no room is counted.
void paintStructureLegend(QPainter& painter, const QSizeF& size, const ViewState& state, LegendOf what);

} // namespace pollux
