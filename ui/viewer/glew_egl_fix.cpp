// Debian's libGLEW 2.2 is built for GLX only: under EGL (Wayland, xcb_egl) glewInit() loads every OpenGL entry point
// and then still returns GLEW_ERROR_NO_GLX_DISPLAY, and VTK 9.1 logs an error on every frame. This stands before it.
#include <QtGlobal>

#include <dlfcn.h>

extern "C" Q_DECL_EXPORT unsigned int glewInit(void)
{
    using Function = unsigned int (*)();
    constexpr unsigned int kNoGlxDisplay = 4; // GLEW_ERROR_NO_GLX_DISPLAY
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "glewInit"));
    if (!real)
        return 1; // GLEW_ERROR_NO_GL_VERSION
    const unsigned int result = real();
    return result == kNoGlxDisplay ? 0U : result;
}
