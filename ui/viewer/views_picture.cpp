#include "ui/viewer/views_picture.h"

#include "ui/forms/structure_name.h"
#include "ui/viewer/render.h"
#include "ui/viewer/viewer.h"

#include <QCoreApplication>
#include <QPainter>

#include <vector>

namespace pollux {

namespace {

constexpr int kRow = 22, kEdge = 8, kSwatch = 11, kGap = 18;

QFont stripFont()
{
    QFont font;
    font.setPixelSize(13);
    return font;
}

struct Entry
{
    QString name;
    QColor colour;
    QPoint at; ///< of its upper left corner in the strip
};

/// Placed in rows from left to right; `y` is moved below the last.
std::vector<Entry> legendOf(const Viewer& viewer, const Case& c, int width, int& y)
{
    std::vector<Entry> all;
    const QFontMetrics metrics(stripFont());
    int x = kEdge;
    for (const auto& [id, s] : c.structures) {
        const bool shape = (s->surface && !s->surface->empty()) || s->mask;
        if (!shape || !viewer.structureVisible(id))
            continue;
        const QString name = structureName(*s);
        const int wide = kSwatch + 6 + metrics.horizontalAdvance(name) + kGap;
        if (x > kEdge && x + wide > width - kEdge) {
            x = kEdge;
            y += kRow;
        }
        all.push_back({name, QColor(s->colour[0], s->colour[1], s->colour[2]), QPoint(x, y)});
        x += wide;
    }
    if (!all.empty())
        y += kRow;
    return all;
}

} // namespace

QImage viewsPicture(Viewer& viewer, const Case& c, bool legend, const QString& patientText)
{
    QImage views = viewer.grabViews();
    const double ratio = views.devicePixelRatio();
    views.setDevicePixelRatio(1);
    const auto* banner = viewer.findChild<QWidget*>(QStringLiteral("patientBanner"));
    if (banner && banner->isVisibleTo(&viewer)) {
        const int top = qRound(ratio * (banner->y() + banner->height()));
        views = views.copy(0, top, views.width(), views.height() - top);
    }
    const int width = qRound(views.width() / ratio);
    int y = 4;
    const std::vector<Entry> entries = legend ? legendOf(viewer, c, width, y) : std::vector<Entry>();
    const QRect words(kEdge, y, width - 2 * kEdge, kRow);
    y += kRow + 4;

    const Theme theme = loadTheme(viewer.pictureOptions().dark);
    QImage picture(views.width(), views.height() + qRound(y * ratio), QImage::Format_RGB32);
    picture.fill(theme.image);
    QPainter painter(&picture);
    painter.drawImage(0, 0, views);
    painter.translate(0, views.height());
    painter.scale(ratio, ratio);
    painter.setFont(stripFont());
    for (const Entry& e : entries) {
        painter.setPen(theme.imageText);
        painter.setBrush(e.colour);
        painter.drawRect(e.at.x(), e.at.y() + (kRow - kSwatch) / 2, kSwatch, kSwatch);
        painter.drawText(QRect(e.at.x() + kSwatch + 6, e.at.y(), width, kRow), Qt::AlignLeft | Qt::AlignVCenter,
                         e.name);
    }
    painter.setPen(theme.imageText);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, patientText);
    painter.setPen(theme.imageMuted);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                     QCoreApplication::translate("Viewer", "Not for clinical use"));
    return picture;
}

} // namespace pollux
