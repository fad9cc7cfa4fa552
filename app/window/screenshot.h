#pragma once

#include <QString>

namespace pollux {

class MainWindow;
class Workspace;

/// Waits until nothing runs and the views have been drawn, writes the window as a PNG and ends the program: for checks.
void screenshotWhenIdle(MainWindow& window, Workspace& workspace, const QString& file);

} // namespace pollux
