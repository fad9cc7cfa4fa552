#pragma once

#include "ui/viewer/viewer.h"

#include <array>

class QGridLayout;

namespace pollux {

/// Places the panes (axial, sagittal, coronal, 3-D) in the grid; those without a place in this layout are hidden.
/// Main thread.
void arrangeViews(QGridLayout& grid, const std::array<QWidget*, 4>& panes, Viewer::Layout layout);

} // namespace pollux
