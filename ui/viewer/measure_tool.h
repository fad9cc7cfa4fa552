#pragma once

#include "core/case/measurement.h"
#include "ui/viewer/slice_tool.h"

#include <vector>

namespace pollux {

/// Places the points of a measurement: click by click, or by one drag where two points are enough. Enter or a double
/// click ends a path or an outline; backspace is cancel(). In 3-D each click sets the next point on the surface that it
/// hits; a measurement may be begun in one view and ended in another. What lies in a plane (area, ellipse) is measured
/// in slices only, for a click in 3-D tells no plane.
class MeasureTool final : public SliceTool
{
    Q_OBJECT

public:
    using SliceTool::SliceTool;

    /// `open`: a length along any number of points.
    void setKind(MeasurementKind kind, bool open = false);

    void press(const SlicePlane& plane, const QPointF& pixel) override;
    void drag(const SlicePlane& plane, const QPointF& pixel) override;
    void release(const SlicePlane& plane, const QPointF& pixel) override;
    void doubleClick(const SlicePlane& plane, const QPointF& pixel) override;
    bool cancel() override;
    bool complete() override;
    bool drawsCursor() const override { return true; }
    void paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
               const std::optional<QPointF>& cursor) const override;
    bool worksInScene() const override { return true; }
    void pickInScene(const std::optional<Vec3>& p) override;
    void paintInScene(QPainter& painter, const Theme& theme, const SceneLens& lens) const override;

Q_SIGNALS:
    void placed(std::vector<pollux::Vec3> points);
    void refused(QString why); ///< a click in 3-D set no point; what to do instead

private:
    size_t least() const;
    bool isFull() const;   ///< the last point ends it
    bool isRegion() const; ///< ellipse or sphere: centre and extent by one drag
    void finish();
    /// With the point under the mouse, if one is being placed.
    std::vector<Vec3> shown(const SlicePlane& plane, const std::optional<QPointF>& cursor) const;

    MeasurementKind m_kind = MeasurementKind::Length;
    bool m_open = false;
    std::vector<Vec3> m_points;
    bool m_dragging = false;
    QPointF m_pressed;
    Vec3 m_right = Vec3::UnitX(), m_down = Vec3::UnitY(); ///< of the plane where it began
};

} // namespace pollux
