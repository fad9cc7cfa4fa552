#pragma once

#include "ui/viewer/surface_cut.h"
#include "ui/viewer/view_state.h"

#include <QPainter>

namespace pollux {

/// The map of the state where its surface meets the plane, as a line in the map's colours; in logical pixels. False if
/// there is no map, or it does not meet what is shown of the plane.
bool paintSliceField(QPainter& painter, const SlicePlane& plane, const ViewState& state, const SurfaceCut& cut);

/// The map that a state shows, where it may be seen; nullptr if there is none.
std::shared_ptr<const Field> shownField(const ViewState& state);

} // namespace pollux
