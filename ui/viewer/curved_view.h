#pragma once

#include "ui/viewer/curved_picture.h"

#include <QWidget>

#include <memory>

namespace pollux {

/// Shows an image along a curve and turns mouse, wheel and keys into patient coordinates (LPS, mm) and degrees. A click
/// picks a place, left drag and wheel turn about the curve, right drag changes the window, ctrl and wheel zoom, middle
/// drag pans, a double click shows the whole again; the arrow keys move along the curve and turn. It changes no state
/// of its own but zoom and pan. Main thread.
class CurvedView : public QWidget
{
    Q_OBJECT

public:
    explicit CurvedView(QWidget* parent = nullptr);

    /// Null shows `look.title` in the middle instead.
    void setImage(std::shared_ptr<const CurvedImage> image, bool down);
    void setLook(CurvedLook look);
    const std::shared_ptr<const CurvedImage>& image() const { return m_image; }
    const CurvedLook& look() const { return m_look; }
    bool down() const { return m_down; }
    CurvedLayout layoutNow() const; ///< in logical pixels of the widget; only with an image

    QSize sizeHint() const override { return {340, 360}; }
    QSize minimumSizeHint() const override { return {140, 200}; }

Q_SIGNALS:
    void placePicked(pollux::Vec3 p);
    void turned(double degrees); ///< further about the curve
    void windowChanged(double centre, double width);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { None, Press, Turn, Window, Pan };

    void pick(const QPointF& pixel);
    void walk(int steps);
    void zoom(double factor, const QPointF& about);

    std::shared_ptr<const CurvedImage> m_image;
    bool m_down = false;
    CurvedLook m_look;
    QImage m_grey; ///< of image and window; null: to be made
    double m_zoom = 1;
    QPointF m_focus; ///< column and row in the middle while zoomed
    Drag m_drag = Drag::None;
    QPointF m_from, m_last;
    QPointF m_fromFocus;
    double m_fromWindow[2] = {0, 1};
    int m_wheel = 0;
};

} // namespace pollux
