#include "ui/viewer/opengl_check.h"

#include <QCoreApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <qopengl.h>

namespace pollux {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("OpenGlCheck", text);
}

constexpr unsigned kContextLost = 0x0507; // GL_CONTEXT_LOST of OpenGL 4.5 and KHR_robustness; not in every header

} // namespace

QString openGlProblem(const QSurfaceFormat& wanted)
{
    QOpenGLContext context;
    context.setFormat(wanted);
    QOffscreenSurface surface;
    surface.setFormat(wanted);
    surface.create();
    if (!context.create() || !context.makeCurrent(&surface))
        return tr("No 3-D view: this display has no OpenGL.\nInstall a graphics driver, or start Pollux with "
                  "LIBGL_ALWAYS_SOFTWARE=1. The slices and all computations work without it.");
    // A driver that cannot do what was asked for gives what it has.
    const auto has = context.format().version();
    context.doneCurrent();
    if (has < wanted.version())
        return tr("No 3-D view: it needs OpenGL %1.%2, and this display has %3.%4.\nInstall a newer graphics driver, "
                  "or "
                  "start Pollux with LIBGL_ALWAYS_SOFTWARE=1. The slices and all computations work without it.")
            .arg(wanted.majorVersion())
            .arg(wanted.minorVersion())
            .arg(has.first)
            .arg(has.second);
    return {};
}

QString openGlFault(unsigned code)
{
    if (code == kContextLost)
        return tr("The graphics driver was reset, and the 3-D view is lost.\nSave the case and start Pollux again; "
                  "nothing of the case is lost.");
    if (code == GL_OUT_OF_MEMORY)
        return tr(
            "The graphics card has not enough memory for this picture.\nTurn off the image in 3-D, or close other "
            "programs; nothing of the case is lost.");
    return {};
}

} // namespace pollux
