#pragma once

#include "ui/viewer/view_state.h"

#include <QPainter>

namespace pollux {

/// The colours of a map, with its name, its ends in its unit and what they mean, and the time that is shown, on the
/// right of a view; amber if it is stale. In logical pixels. `words`: how far down words stand at the top left, which a
/// small view would otherwise share with the name of the map.
void paintFieldLegend(QPainter& painter, const QSizeF& size, const ViewState& state, const Field& field,
                      double words = 48);

} // namespace pollux
