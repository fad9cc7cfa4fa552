#pragma once

#include "ui/shell/command_palette.h"

class QMainWindow;
class QTabWidget;

namespace pollux {

class Viewer;
class Workspace;

/// All that the window can do or show now: the actions of its menus, tabs, structures, operations.
std::vector<CommandPalette::Entry> paletteEntries(QMainWindow& window, Workspace& workspace, Viewer& viewer,
                                                  QTabWidget& tabs);

} // namespace pollux
