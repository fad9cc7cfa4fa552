#pragma once

#include <memory>

namespace pollux::cli {

/// An X server without a screen (Xvfb) for as long as the object lives: Debian's VTK renders only through one.
class VirtualDisplay
{
public:
    /// Uses the display that is there; else starts Xvfb and sets DISPLAY. Throws Error (Unsupported) naming the package
    /// where Xvfb is missing.
    VirtualDisplay();
    ~VirtualDisplay();
    VirtualDisplay(const VirtualDisplay&) = delete;
    VirtualDisplay& operator=(const VirtualDisplay&) = delete;

private:
    int m_pid = -1;
};

} // namespace pollux::cli
