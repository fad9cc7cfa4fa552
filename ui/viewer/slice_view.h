#pragma once

#include "ui/viewer/slice_painter.h"
#include "ui/viewer/slice_tool.h"

#include <QPointer>
#include <QWidget>

namespace pollux {

/// One of the three slices: shows a ViewState and turns mouse, wheel and keys into patient coordinates. It changes no
/// state of its own but pan and zoom; the Viewer answers its signals with a new state.
class SliceView : public QWidget
{
    Q_OBJECT

public:
    SliceView(PlaneKind kind, std::shared_ptr<SlicePainter::Cuts> cuts, QWidget* parent = nullptr);

    PlaneKind kind() const { return m_kind; }
    void setState(const ViewState& state);
    /// Whether the legend of a map stands here: it hides a part of the image, and one for all views does.
    void setMapLegend(bool on);
    /// What the left button does instead of moving the crosshair; nullptr gives it back. The tool is not owned.
    void setTool(SliceTool* tool);
    /// In logical pixels of the widget.
    SlicePlane plane() const;
    void fit(); ///< the whole volume
    void centreOn(const Vec3& p);
    /// This place in the middle, at this scale; nothing is signalled.
    void frame(const Vec3& centre, double mmPerPixel);

    QSize sizeHint() const override { return {400, 400}; }
    QSize minimumSizeHint() const override { return {140, 140}; }

Q_SIGNALS:
    void crosshairMoved(pollux::Vec3 p);
    void windowChanged(double centre, double width);
    void pathDragged(QString pointKey, pollux::Vec3 position, bool finished);
    void axesTurned(pollux::Mat3 axes); ///< an arm of the crosshair was dragged
    void enlargeRequested();
    void framed(); ///< another place is in the middle, or the scale is another: see plane()

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Drag { None, Crosshair, Window, Pan, Handle, Turn, Tool };

    QString handleAt(const QPointF& pixel) const; ///< "target", "entry" or empty
    bool onArm(const QPointF& pixel) const;       ///< near a line of the crosshair, away from its middle
    void turn(const QPointF& pixel);
    void moveCrosshair(const QPointF& pixel);
    void moveHandle(const QPointF& pixel, bool finished);
    void nudge(int right, int down);
    bool toolKey(int key);
    void scroll(int steps);
    void zoom(double factor, const QPointF& about);
    Vec3 insideVolume(const Vec3& p) const;

    PlaneKind m_kind;
    ViewState m_state;
    SlicePainter m_painter;
    Vec3 m_centre = Vec3::Zero(); ///< only its part in the plane counts
    double m_mmPerPixel = 0;      ///< 0: fit at the next chance
    bool m_fitted = true;         ///< no zoom or pan of the user's yet: keep fitting when the size changes

    QPointer<SliceTool> m_tool;
    Drag m_drag = Drag::None;
    bool m_mapLegend = true;
    QString m_handle;
    QPointF m_from; ///< where the drag began
    QPointF m_grab; ///< handle minus mouse at the press
    Vec3 m_fromCentre = Vec3::Zero();
    double m_fromWindow[2] = {0, 1};
    Mat3 m_fromAxes = Mat3::Identity();
    bool m_armUnderMouse = false;
    std::optional<QPointF> m_cursor;
    int m_wheel = 0;
};

} // namespace pollux
