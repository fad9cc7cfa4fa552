#include "ui/viewer/point_tool.h"

#include <QPainter>

namespace pollux {

void PointTool::press(const SlicePlane& plane, const QPointF& pixel)
{
    Q_EMIT placed(plane.toPatient(pixel));
}

bool PointTool::cancel()
{
    Q_EMIT cancelled();
    return true;
}

void PointTool::paint(QPainter& painter, const SlicePlane&, const Theme& theme,
                      const std::optional<QPointF>& cursor) const
{
    if (!cursor)
        return;
    const QPointF c = *cursor;
    // Dark below light: seen on any image. The middle stays free, it is what is aimed at.
    for (const auto& [colour, width] : {std::pair(QColor(0, 0, 0, 170), 3.5), std::pair(theme.imageText, 1.2)}) {
        painter.setPen(QPen(colour, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(c, 9, 9);
        for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(c + 4 * way, c + 14 * way);
    }
}

} // namespace pollux
