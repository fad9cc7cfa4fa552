#pragma once

#include "core/geometry/vec.h"
#include "ui/viewer/slice_tool.h"

namespace pollux {

/// Sets one place after another: each click in a slice tells it.
class PointTool final : public SliceTool
{
    Q_OBJECT

public:
    using SliceTool::SliceTool;

    void press(const SlicePlane& plane, const QPointF& pixel) override;
    bool cancel() override;
    bool drawsCursor() const override { return true; }
    void paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
               const std::optional<QPointF>& cursor) const override;

Q_SIGNALS:
    void placed(pollux::Vec3 p); ///< LPS, mm
    void cancelled();            ///< Escape, or another tool was taken
};

} // namespace pollux
