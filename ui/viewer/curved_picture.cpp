#include "ui/viewer/curved_picture.h"

#include "core/base/text.h"
#include "ui/viewer/grey_scale.h"
#include "ui/viewer/slice_painter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr double kSide = 30; ///< room for the letters
constexpr double kEnds = 48; ///< and above and below for texts and scale bar

QString tr(const char* text)
{
    return QCoreApplication::translate("CurvedPicture", text);
}

QString mmText(double mm)
{
    return QString::fromStdString(toText(mm, 1));
}

void stroke(QPainter& painter, const QLineF& line, const QColor& colour)
{
    painter.setPen(QPen(QColor(0, 0, 0, 170), 3.5));
    painter.drawLine(line);
    painter.setPen(QPen(colour, 1.5));
    painter.drawLine(line);
}

/// Where the ends of the curve lie from its middle, and where the two sides of the cut lie at the column looked at.
void paintDirections(QPainter& painter, const QSizeF& size, const CurvedSurface& s, const CurvedLayout& layout,
                     const CurvedLook& look)
{
    const auto& line = s.line();
    const Vec3 middle = line[line.size() / 2].position;
    const double column = look.crosshair ? look.crosshair->column : (s.columns() - 1) / 2.0;
    const auto at = static_cast<size_t>(std::clamp(std::lround(column), 0L, long(s.columns()) - 1));
    const Vec3 across = line[at].across;
    const QString start = orientationLetters((line.front().position - middle).normalized());
    const QString end = orientationLetters((line.back().position - middle).normalized());
    const QString low = orientationLetters(-across), high = orientationLetters(across);
    const QFont old = painter.font();
    QFont font = old;
    font.setPixelSize(16);
    font.setBold(true);
    painter.setFont(font);
    const QRectF area = QRectF(QPointF(0, 0), size).adjusted(6, 28, -6, -28);
    const QColor& colour = look.theme.imageText;
    paintText(painter, area, Qt::AlignLeft | Qt::AlignVCenter, layout.down ? low : start, colour);
    paintText(painter, area, Qt::AlignRight | Qt::AlignVCenter, layout.down ? high : end, colour);
    paintText(painter, area, Qt::AlignHCenter | Qt::AlignTop, layout.down ? start : low, colour);
    paintText(painter, area, Qt::AlignHCenter | Qt::AlignBottom, layout.down ? end : high, colour);
    painter.setFont(old);
}

/// A line across at the crosshair's place along the curve, and a cross where it lies in the cut; ticks where the curve
/// enters and leaves.
void paintPlace(QPainter& painter, const CurvedSurface& s, const CurvedLayout& layout, const CurvedLook& look)
{
    const double last = s.columns() - 1.0, lines = s.rows() - 1.0, middle = s.middleRow();
    const double tick = 8 * layout.mmPerPixel / s.stepMm(); // pixels of the picture
    stroke(painter, QLineF(layout.toPicture(-tick, middle), layout.toPicture(0, middle)), look.theme.accent);
    stroke(painter, QLineF(layout.toPicture(last, middle), layout.toPicture(last + tick, middle)), look.theme.accent);
    if (!look.crosshair)
        return;
    const CurvedPlace& c = *look.crosshair;
    const QColor colour = look.theme.accent;
    const bool near = c.offMm <= look.nearMm;
    const double gap = near ? tick : 0; // what is pointed at stays free
    const auto across = [&](double from, double to) {
        if (to > from)
            stroke(painter, QLineF(layout.toPicture(c.column, from), layout.toPicture(c.column, to)), colour);
    };
    across(0, std::min(c.row - gap, lines));
    across(std::max(c.row + gap, 0.0), lines);
    if (!near)
        return;
    for (const double side : {-1.0, 1.0})
        stroke(painter,
               QLineF(layout.toPicture(c.column + side * tick / 2, c.row),
                      layout.toPicture(c.column + side * 1.5 * tick, c.row)),
               colour);
}

} // namespace

QPointF CurvedLayout::toPicture(double column, double row) const
{
    const double scale = stepMm / mmPerPixel, along = (column + 0.5) * scale, across = (row + 0.5) * scale;
    return image.topLeft() + (down ? QPointF(across, along) : QPointF(along, across));
}

QPointF CurvedLayout::toReformation(const QPointF& pixel) const
{
    const double scale = stepMm / mmPerPixel;
    const QPointF p = (pixel - image.topLeft()) / scale;
    return down ? QPointF(p.y() - 0.5, p.x() - 0.5) : QPointF(p.x() - 0.5, p.y() - 0.5);
}

CurvedLayout curvedLayout(const CurvedSurface& surface, const QSizeF& size, bool down, double zoom,
                          const QPointF& focus)
{
    CurvedLayout out;
    out.down = down;
    out.stepMm = surface.stepMm();
    QSizeF mm(surface.columns() * out.stepMm, surface.rows() * out.stepMm);
    if (down)
        mm.transpose();
    const double width = std::max(1.0, size.width() - 2 * kSide), height = std::max(1.0, size.height() - 2 * kEnds);
    out.mmPerPixel = std::max(mm.width() / width, mm.height() / height) / std::max(zoom, 1.0);
    out.image = QRectF(QPointF(0, 0), mm / out.mmPerPixel);
    const QPointF middle(size.width() / 2, size.height() / 2);
    out.image.moveCenter(middle);
    if (zoom > 1)
        out.image.translate(middle - out.toPicture(focus.x(), focus.y()));
    return out;
}

QImage curvedGrey(const CurvedImage& image, const CurvedLook& look, bool down)
{
    const int columns = image.surface.columns(), rows = image.surface.rows();
    QImage out(down ? QSize(rows, columns) : QSize(columns, rows), QImage::Format_RGB32);
    const GreyScale scale(look.windowCentre, look.windowWidth);
    const QRgb outside = look.theme.image.rgb();
    for (int y = 0; y < out.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            const float v = down ? image.at(y, x) : image.at(x, y);
            line[x] = v == CurvedImage::kOutside ? outside : scale(v);
        }
    }
    return out;
}

void paintCurved(QPainter& painter, const QSizeF& size, const CurvedImage& image, const QImage& grey,
                 const CurvedLayout& layout, const CurvedLook& look)
{
    const QRectF area(QPointF(0, 0), size);
    const Theme& theme = look.theme;
    painter.fillRect(area, theme.image);
    QFont font = painter.font();
    font.setPixelSize(13);
    painter.setFont(font);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(layout.image, grey);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPlace(painter, image.surface, layout, look);
    paintDirections(painter, size, image.surface, layout, look);
    const QRectF texts = area.adjusted(8, 6, -8, -8);
    paintText(painter, texts, Qt::AlignLeft | Qt::AlignTop,
              painter.fontMetrics().elidedText(look.title, Qt::ElideRight, static_cast<int>(texts.width())),
              theme.imageText);
    paintText(painter, texts.adjusted(0, 18, 0, 0), Qt::AlignLeft | Qt::AlignTop, look.detail, theme.imageMuted);
    if (look.stale)
        paintText(painter, texts.adjusted(0, 36, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                  tr("Stale: the curve was made from what has changed since"), theme.stale);
    paintText(painter, texts, Qt::AlignLeft | Qt::AlignBottom,
              tr("C %1  W %2")
                  .arg(QString::fromStdString(toText(look.windowCentre, 0)),
                       QString::fromStdString(toText(look.windowWidth, 0))),
              theme.imageMuted);
    paintText(painter, texts.adjusted(0, 0, 0, -18), Qt::AlignLeft | Qt::AlignBottom, look.notice, theme.imageMuted);
    SlicePlane scale;
    scale.size = size.toSize();
    scale.mmPerPixel = layout.mmPerPixel;
    paintScaleBar(painter, scale, theme);
}

QString curvedKindName(CurvedKind kind)
{
    return kind == CurvedKind::Panoramic ? tr("Panoramic") : tr("Straightened");
}

QString curvedDetail(const CurvedOptions& o)
{
    QString text = tr("%1° about the curve").arg(mmText(o.angleDeg));
    if (o.slabMm > 0) {
        const QString slab = o.slab == CurvedSlab::Maximum   ? tr("MIP, slab %1 mm")
                             : o.slab == CurvedSlab::Minimum ? tr("MinIP, slab %1 mm")
                                                             : tr("Mean of a slab of %1 mm");
        text += QStringLiteral(", ") + slab.arg(mmText(o.slabMm));
    }
    return text;
}

QImage curvedPicture(const CurvedImage& image, QSize size, bool down, const CurvedLook& look)
{
    QImage out(size, QImage::Format_RGB32);
    QPainter painter(&out);
    paintCurved(painter, size, image, curvedGrey(image, look, down), curvedLayout(image.surface, size, down), look);
    return out;
}

} // namespace pollux
