#pragma once

#include "ui/viewer/view_state.h"
#include "ui/viewer/vtk_widget.h"

namespace pollux {

class Gizmo;
class SliceTool;

/// The 3-D view: left drag turns, middle drag (or shift and left) pans, right drag and wheel zoom, a click picks a
/// surface; keys A, P, L, R, S, I look from that side. With a tool in hand that works here a click and the space bar
/// (at the crosshair) are the tool's; drags stay as they are. Main thread.
class VolumeView : public VtkWidget
{
    Q_OBJECT

public:
    explicit VolumeView(QWidget* parent = nullptr);
    ~VolumeView() override;

    void setState(const ViewState& state);
    /// Where the space bar sets a point. The picture stays as it is: setState() where a cut follows the crosshair.
    void setCrosshair(const Vec3& p);
    /// nullptr: none. The tool is not owned.
    void setTool(SliceTool* tool);
    /// What is dragged by its handles over the picture, before all else; nullptr: nothing. Not owned.
    void setGizmo(Gizmo* gizmo);
    void lookFrom(char side);
    std::optional<CameraPose> pose() const; ///< nullopt as long as there is nothing to look at
    /// Nothing is signalled. `moving`: one of several small moves, drawn coarsely until no further one follows.
    void setPose(const CameraPose& pose, bool moving = false);
    void centreOn(const Vec3& p);

    QSize sizeHint() const override { return {400, 400}; }
    QSize minimumSizeHint() const override { return {140, 140}; }

Q_SIGNALS:
    void picked(pollux::Vec3 p); ///< a click on a surface that no tool took
    void enlargeRequested();
    void cameraMoved();

protected:
    void aboutToRender() override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void moved();
    void step();
    bool toolKey(int key);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
