#pragma once

#include <QString>
#include <QSurfaceFormat>

namespace pollux {

/// Why the 3-D view cannot draw with a format here, and what to do; empty if it can. Makes a context for a moment: main
/// thread, with a QGuiApplication.
QString openGlProblem(const QSurfaceFormat& wanted);

/// What the user is told of an error code of OpenGL (glGetError) after a frame; empty for those that spoil no picture.
QString openGlFault(unsigned code);

} // namespace pollux
