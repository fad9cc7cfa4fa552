#pragma once

#include "core/geometry/vec.h"
#include "ui/viewer/slice_tool.h"

#include <functional>
#include <vector>

namespace pollux {

/// Places that belong together, such as the points of a surface: a click beside them sets one more, one that lies in
/// or near the plane is dragged along it, a double click takes it away.
class PointsTool final : public SliceTool
{
    Q_OBJECT

public:
    using SliceTool::SliceTool;

    void setPoints(std::vector<Vec3> points);
    const std::vector<Vec3>& points() const { return m_points; }
    /// A line is drawn where this crosses 0; NaN: not here. Empty: no line. Called some thousand times a picture.
    void setContour(std::function<double(const Vec3&)> height);

    void press(const SlicePlane& plane, const QPointF& pixel) override;
    void drag(const SlicePlane& plane, const QPointF& pixel) override;
    void release(const SlicePlane& plane, const QPointF& pixel) override;
    void doubleClick(const SlicePlane& plane, const QPointF& pixel) override;
    bool cancel() override;
    void paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
               const std::optional<QPointF>& cursor) const override;

Q_SIGNALS:
    void edited(std::vector<pollux::Vec3> points, bool finished); ///< by the user; `finished` with the button's release
    void cancelled();                                             ///< Escape, or another tool was taken

private:
    int at(const SlicePlane& plane, const QPointF& pixel) const; ///< -1: none
    void paintContour(QPainter& painter, const SlicePlane& plane, const Theme& theme) const;

    std::vector<Vec3> m_points;
    std::function<double(const Vec3&)> m_contour;
    int m_grabbed = -1;
    Vec3 m_offset = Vec3::Zero(); ///< from where the mouse is in the plane to the point
};

} // namespace pollux
