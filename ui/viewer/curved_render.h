#pragma once

#include "core/case/case.h"
#include "core/image/curved_reformation.h"

#include <QImage>
#include <QSize>
#include <QString>

#include <optional>

namespace pollux {

/// A picture of an image along a curve without a window, for `pollux render`.
struct CurvedRenderOptions
{
    Id along;                      ///< a structure with a centreline, or a measured length or path
    std::optional<Vec3> through;   ///< LPS, mm: the branch of the centreline that passes here; default: the longest
    Id volume;                     ///< empty: the first
    CurvedOptions cut;             ///< its step 0: the volume's smallest spacing; its smoothing: that of the curve
    std::optional<Vec3> crosshair; ///< marked, LPS, mm
    QSize size{800, 800};          ///< pixels; 16 to 8192 a side
    std::optional<double> windowCentre, windowWidth; ///< default: the volume's
    bool dark = true;
    QString notice; ///< "Not for clinical use"
};

struct CurvedRendering
{
    QImage picture;
    double lengthMm = 0; ///< along the curve
};

/// Needs a QGuiApplication (any platform). Throws Error: as curveSource() and reformatCurved(), NotFound without a
/// volume, BadInput for a size out of bounds or a curve of which nothing lies in the volume.
CurvedRendering renderCurved(const Case& c, const CurvedRenderOptions& options, const Job& job);

/// Pixel spacing that shows all there is: the smallest spacing of the grid, within what a curved image may have.
double curvedStep(const Grid& grid);

} // namespace pollux
