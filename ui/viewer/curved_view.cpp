#include "ui/viewer/curved_view.h"

#include "ui/viewer/slice_painter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pollux {

namespace {

constexpr double kClickPixels = 4; ///< a longer way is a drag
constexpr double kDegreesPerPixel = 0.5;
constexpr double kDegreesPerStep = 5; ///< of the wheel and the keys

} // namespace

CurvedView::CurvedView(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    // Left and right of an image are the patient's: never mirrored with the window.
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(tr("Image along the curve"));
    setAccessibleDescription(tr(
        "A click moves the crosshair there, left drag and the wheel turn about the curve, right drag changes "
        "brightness and contrast, ctrl and wheel zoom, middle drag pans, a double click shows the whole. Up and down "
        "move along the curve, left and right turn about it."));
}

void CurvedView::setImage(std::shared_ptr<const CurvedImage> image, bool down)
{
    const bool refit = !m_image || !image || down != m_down;
    // What is in the middle stays there while the same curve is cut otherwise or finer.
    if (!refit && m_zoom > 1) {
        const double finer = m_image->surface.stepMm() / image->surface.stepMm();
        m_focus = {m_focus.x() * finer,
                   image->surface.middleRow() + (m_focus.y() - m_image->surface.middleRow()) * finer};
    }
    m_image = std::move(image);
    m_down = down;
    m_grey = QImage();
    if (refit)
        m_zoom = 1;
    update();
}

void CurvedView::setLook(CurvedLook look)
{
    if (look.windowCentre != m_look.windowCentre || look.windowWidth != m_look.windowWidth ||
        look.theme.image != m_look.theme.image)
        m_grey = QImage();
    m_look = std::move(look);
    update();
}

CurvedLayout CurvedView::layoutNow() const
{
    return curvedLayout(m_image->surface, size(), m_down, m_zoom, m_focus);
}

void CurvedView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_image) {
        if (m_grey.isNull())
            m_grey = curvedGrey(*m_image, m_look, m_down);
        paintCurved(painter, size(), *m_image, m_grey, layoutNow(), m_look);
    } else {
        painter.fillRect(rect(), m_look.theme.image);
        QFont font = painter.font();
        font.setPixelSize(13);
        painter.setFont(font);
        paintText(painter, QRectF(rect()).adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_look.title,
                  m_look.theme.imageMuted);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_look.theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void CurvedView::pick(const QPointF& pixel)
{
    const QPointF at = layoutNow().toReformation(pixel);
    const CurvedSurface& s = m_image->surface;
    Q_EMIT placePicked(
        s.toPatient(std::clamp(at.x(), 0.0, s.columns() - 1.0), std::clamp(at.y(), 0.0, s.rows() - 1.0)));
}

void CurvedView::mousePressEvent(QMouseEvent* event)
{
    if (m_drag != Drag::None || !m_image)
        return;
    m_from = m_last = event->position();
    m_fromFocus = m_zoom > 1 ? m_focus : layoutNow().toReformation(QRectF(rect()).center());
    m_fromWindow[0] = m_look.windowCentre;
    m_fromWindow[1] = m_look.windowWidth;
    m_drag = event->button() == Qt::LeftButton     ? Drag::Press
             : event->button() == Qt::RightButton  ? Drag::Window
             : event->button() == Qt::MiddleButton ? Drag::Pan
                                                   : Drag::None;
}

void CurvedView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position(), moved = at - m_from;
    if (m_drag == Drag::Press && std::hypot(moved.x(), moved.y()) > kClickPixels)
        m_drag = Drag::Turn;
    if (m_drag == Drag::Turn) {
        // Across the curve, as if it were rolled under the mouse.
        const double way = m_down ? at.x() - m_last.x() : at.y() - m_last.y();
        m_last = at;
        if (way != 0)
            Q_EMIT turned(way * kDegreesPerPixel);
    } else if (m_drag == Drag::Window) {
        const double step = std::max(m_fromWindow[1], 1.0) / 256;
        Q_EMIT windowChanged(m_fromWindow[0] + moved.y() * step, std::max(1.0, m_fromWindow[1] + moved.x() * step));
    } else if (m_drag == Drag::Pan && m_zoom > 1 && m_image) {
        const CurvedLayout l = layoutNow();
        m_focus = m_fromFocus - (l.toReformation(at) - l.toReformation(m_from));
        update();
    }
}

void CurvedView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Press && m_image)
        pick(event->position());
}

void CurvedView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_zoom = 1;
    update();
}

void CurvedView::wheelEvent(QWheelEvent* event)
{
    event->accept(); // the page it lies on shall not scroll away under it
    if (!m_image)
        return;
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom(std::pow(1.15, delta / 120.0), event->position());
        return;
    }
    m_wheel += delta; // touch pads send small parts of a step
    const int steps = m_wheel / 120;
    m_wheel -= steps * 120;
    if (steps != 0)
        Q_EMIT turned(steps * kDegreesPerStep);
}

void CurvedView::zoom(double factor, const QPointF& about)
{
    const QPointF fixed = layoutNow().toReformation(about);
    if (m_zoom <= 1)
        m_focus = layoutNow().toReformation(QRectF(rect()).center());
    m_zoom = std::clamp(m_zoom * factor, 1.0, 20.0);
    m_focus += fixed - layoutNow().toReformation(about);
    update();
}

/// About a millimetre of the curve a step, from where the crosshair is.
void CurvedView::walk(int steps)
{
    const CurvedSurface& s = m_image->surface;
    const double from = m_look.crosshair ? m_look.crosshair->column : 0;
    const double to = std::clamp(from + steps * std::max(1.0, 1 / s.stepMm()), 0.0, s.columns() - 1.0);
    Q_EMIT placePicked(s.toPatient(to, s.middleRow()));
}

void CurvedView::keyPressEvent(QKeyEvent* event)
{
    if (!m_image) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        return walk(-1);
    case Qt::Key_Down:
        return walk(1);
    case Qt::Key_PageUp:
        return walk(-10);
    case Qt::Key_PageDown:
        return walk(10);
    case Qt::Key_Left:
        Q_EMIT turned(-kDegreesPerStep);
        return;
    case Qt::Key_Right:
        Q_EMIT turned(kDegreesPerStep);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.25, QRectF(rect()).center());
    case Qt::Key_Minus:
        return zoom(0.8, QRectF(rect()).center());
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace pollux
