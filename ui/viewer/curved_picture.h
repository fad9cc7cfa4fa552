#pragma once

#include "core/image/curved_reformation.h"
#include "ui/viewer/theme.h"

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace pollux {

/// How a curved image lies on a picture, at one scale both ways: the curve runs to the right (panoramic) or down
/// (straightened, as vessels are read).
struct CurvedLayout
{
    QRectF image;          ///< of the whole reformation, in logical pixels; larger than the picture where it is zoomed
    double mmPerPixel = 1; ///< of the picture
    double stepMm = 1;     ///< of the reformation
    bool down = false;

    QPointF toPicture(double column, double row) const;
    /// x: column, y: row; may lie outside the reformation.
    QPointF toReformation(const QPointF& pixel) const;
};

/// The whole reformation in the middle of a picture with room for the texts; `zoom` times larger with `focus` (column,
/// row) in the middle if it is more than 1.
CurvedLayout curvedLayout(const CurvedSurface& surface, const QSizeF& size, bool down, double zoom = 1,
                          const QPointF& focus = {});

struct CurvedLook
{
    Theme theme;
    double windowCentre = 40;
    double windowWidth = 400;
    QString title;                        ///< what it is a picture of; never the patient
    QString detail;                       ///< second line: angle, slab
    std::optional<CurvedPlace> crosshair; ///< marked
    double nearMm = 2.5;                  ///< the crosshair counts as lying in the cut up to here
    bool stale = false;                   ///< said on the picture
    QString notice;
};

/// One pixel a value; the curve to the right, or down. Format RGB32.
QImage curvedGrey(const CurvedImage& image, const CurvedLook& look, bool down);

/// Reformation, letters, texts, scale bar and crosshair, over the whole size. `grey` is curvedGrey() of the same.
void paintCurved(QPainter& painter, const QSizeF& size, const CurvedImage& image, const QImage& grey,
                 const CurvedLayout& layout, const CurvedLook& look);

/// "Straightened", "Panoramic", in the language of the window.
QString curvedKindName(CurvedKind kind);
/// "15° about the curve, MIP, slab 5.0 mm".
QString curvedDetail(const CurvedOptions& options);

/// A picture as it stands, without a window. Needs a QGuiApplication.
QImage curvedPicture(const CurvedImage& image, QSize size, bool down, const CurvedLook& look);

} // namespace pollux
