#pragma once

#include "ui/viewer/slice_render.h"

#include <QPainter>

namespace pollux {

// What is laid over the image of a slice: a second volume, through a registration or not, or how that changes volumes.

/// Of the state, for renderSliceImage(); what it points to lives as long as the state's case and map. `ratio`: device
/// pixels a logical one. Nothing if the state names nothing that can be laid there.
SliceOver sliceOver(const ViewState& state, double ratio);

/// "12 HU" at the voxel nearest to a point of one volume; empty beyond it.
QString valueAt(const VolumeObject& volume, const Vec3& p);
/// What the second volume has at a point of the first, behind the first's own value: "  |  12 HU", with the difference
/// where that is shown; or the change of volume there. Empty if nothing is laid over.
QString overText(const ViewState& state, const Vec3& p);

/// The legend of what is laid over in colours, on the right, with its unit; false, and nothing, where it is grey. In
/// logical pixels.
bool paintOverLegend(QPainter& painter, const QSizeF& size, const ViewState& state);
/// "Through 'CT 2 on CT'" and whether that is out of date; empty if no registration is used.
QString wayText(const ViewState& state);

} // namespace pollux
