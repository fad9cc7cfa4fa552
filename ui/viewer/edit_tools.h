#pragma once

#include "ui/viewer/slice_tool.h"

#include <vector>

namespace pollux {

/// A round brush that is drawn through a slice.
class StrokeTool final : public SliceTool
{
    Q_OBJECT

public:
    using SliceTool::SliceTool;

    void setRadius(double mm);
    double radius() const { return m_radius; }
    void setErasing(bool on) { m_erasing = on; }

    void press(const SlicePlane& plane, const QPointF& pixel) override;
    void drag(const SlicePlane& plane, const QPointF& pixel) override;
    void release(const SlicePlane& plane, const QPointF& pixel) override;
    bool cancel() override;
    bool drawsCursor() const override { return true; }
    void paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
               const std::optional<QPointF>& cursor) const override;

Q_SIGNALS:
    /// The next piece of the stroke: one point at first, then the last two.
    void swept(std::vector<pollux::Vec3> piece, pollux::Vec3 normal);
    void finished(std::vector<pollux::Vec3> path, pollux::Vec3 normal);
    void abandoned();

private:
    double m_radius = 5;
    bool m_erasing = false;
    std::vector<Vec3> m_path;
    Vec3 m_normal = Vec3::UnitZ();
};

/// A closed outline drawn by hand.
class OutlineTool final : public SliceTool
{
    Q_OBJECT

public:
    using SliceTool::SliceTool;

    void press(const SlicePlane& plane, const QPointF& pixel) override;
    void drag(const SlicePlane& plane, const QPointF& pixel) override;
    void release(const SlicePlane& plane, const QPointF& pixel) override;
    bool cancel() override;
    void paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
               const std::optional<QPointF>& cursor) const override;

Q_SIGNALS:
    void drawn(std::vector<pollux::Vec3> outline, pollux::Vec3 normal);

private:
    std::vector<Vec3> m_points;
};

/// One place, by a click.
class PlaceTool final : public SliceTool
{
    Q_OBJECT

public:
    using SliceTool::SliceTool;

    void press(const SlicePlane& plane, const QPointF& pixel) override;
    bool drawsCursor() const override { return true; }
    void paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
               const std::optional<QPointF>& cursor) const override;

Q_SIGNALS:
    void placed(pollux::Vec3 point, pollux::Vec3 normal);
};

/// A line across something, to cut it: what lies on the right of the line, seen along it, is cut off.
class CutTool final : public SliceTool
{
    Q_OBJECT

public:
    using SliceTool::SliceTool;

    void press(const SlicePlane& plane, const QPointF& pixel) override;
    void drag(const SlicePlane& plane, const QPointF& pixel) override;
    void release(const SlicePlane& plane, const QPointF& pixel) override;
    bool cancel() override;
    void paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
               const std::optional<QPointF>& cursor) const override;

Q_SIGNALS:
    /// `normal` is that of the cutting plane and points to what is cut off.
    void drawn(pollux::Vec3 middle, pollux::Vec3 normal);

private:
    std::optional<Vec3> m_from;
    Vec3 m_to = Vec3::Zero();
};

} // namespace pollux
