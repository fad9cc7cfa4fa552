#pragma once

class QMenu;

namespace pollux {

class Viewer;

/// Commands of the 3-D view, in the View menu and so in the palette: from where to look, projection, contours. The keys
/// A, P, L, R, S and I alone do the same in the 3-D view itself; fields need them for typing.
void addSceneActions(QMenu& menu, Viewer& viewer);

} // namespace pollux
