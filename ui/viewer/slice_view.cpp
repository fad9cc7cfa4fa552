#include "ui/viewer/slice_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

bool sameGrid(const VolumeObject* a, const VolumeObject* b)
{
    return a == b || (a && b && sameGeometry(a->volume.grid(), b->volume.grid()));
}

} // namespace

SliceView::SliceView(PlaneKind kind, std::shared_ptr<SlicePainter::Cuts> cuts, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_painter(std::move(cuts))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("%1 slices").arg(planeName(kind)));
    setAccessibleDescription(tr("Left drag moves the crosshair, the wheel or the arrow keys scroll, right drag changes "
                                "brightness and contrast, ctrl and wheel zoom, a double click enlarges."));
}

void SliceView::setState(const ViewState& state)
{
    // the old state keeps the old volume alive while both are compared
    const bool refit = !sameGrid(m_state.volumeObject(), state.volumeObject());
    m_state = state;
    if (refit)
        fit();
    update();
}

SlicePlane SliceView::plane() const
{
    Vec3 centre = m_centre;
    centre[normalAxis(m_kind)] = m_state.crosshair[normalAxis(m_kind)];
    return slicePlane(m_kind, centre, size(), m_mmPerPixel > 0 ? m_mmPerPixel : 1);
}

void SliceView::fit()
{
    const VolumeObject* v = m_state.volumeObject();
    m_fitted = true;
    m_mmPerPixel = 0;
    if (v && width() > 0 && height() > 0) {
        m_centre = v->volume.grid().bounds().centre();
        m_mmPerPixel = fittingScale(v->volume.grid(), plane());
    }
    update();
}

void SliceView::centreOn(const Vec3& p)
{
    m_centre = p;
    m_fitted = false;
    update();
}

void SliceView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    SliceMarks marks;
    marks.cursor = m_cursor;
    marks.activeHandle = m_handle;
    m_painter.paint(painter, plane(), m_kind, m_state, marks, devicePixelRatioF());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_state.theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void SliceView::resizeEvent(QResizeEvent* event)
{
    if (m_fitted)
        fit();
    QWidget::resizeEvent(event);
}

QString SliceView::handleAt(const QPointF& pixel) const
{
    if (!m_state.editable || !m_state.path)
        return {};
    const SlicePlane p = plane();
    const auto reach = [&](const Vec3& point) {
        const QPointF d = p.toPixel(point) - pixel;
        return std::max(std::abs(d.x()), std::abs(d.y()));
    };
    const double target = reach(m_state.path->target), entry = reach(m_state.path->entry);
    if (std::min(target, entry) > kHandleReach)
        return {};
    return target <= entry ? QStringLiteral("target") : QStringLiteral("entry");
}

void SliceView::mousePressEvent(QMouseEvent* event)
{
    if (m_drag != Drag::None || !m_state.volumeObject())
        return;
    m_from = event->position();
    m_fromCentre = m_centre;
    m_fromWindow[0] = m_state.windowCentre;
    m_fromWindow[1] = m_state.windowWidth;
    if (event->button() == Qt::LeftButton) {
        m_handle = handleAt(m_from);
        if (m_handle.isEmpty()) {
            m_drag = Drag::Crosshair;
            moveCrosshair(m_from);
        } else {
            m_drag = Drag::Handle;
            const Path& path = *m_state.path;
            m_grab = plane().toPixel(m_handle == QLatin1String("target") ? path.target : path.entry) - m_from;
        }
    } else if (event->button() == Qt::RightButton)
        m_drag = Drag::Window;
    else if (event->button() == Qt::MiddleButton)
        m_drag = Drag::Pan;
    update();
}

void SliceView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    m_cursor = at;
    const QPointF moved = at - m_from;
    switch (m_drag) {
    case Drag::None:
        m_handle = handleAt(at);
        setCursor(m_handle.isEmpty() ? Qt::CrossCursor : Qt::OpenHandCursor);
        break;
    case Drag::Crosshair:
        moveCrosshair(at);
        break;
    case Drag::Handle:
        setCursor(Qt::ClosedHandCursor);
        moveHandle(at, false);
        break;
    case Drag::Window: {
        const double step = std::max(m_fromWindow[1], 1.0) / 256;
        Q_EMIT windowChanged(m_fromWindow[0] + moved.y() * step, std::max(1.0, m_fromWindow[1] + moved.x() * step));
        break;
    }
    case Drag::Pan: {
        const SlicePlane p = plane();
        m_fitted = false;
        m_centre = m_fromCentre - p.mmPerPixel * (moved.x() * p.right + moved.y() * p.down);
        break;
    }
    }
    update();
}

void SliceView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = m_drag;
    m_drag = Drag::None;
    if (drag == Drag::Handle)
        moveHandle(event->position(), true);
    m_handle = handleAt(event->position());
    update();
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT enlargeRequested();
}

void SliceView::moveCrosshair(const QPointF& pixel)
{
    Q_EMIT crosshairMoved(insideVolume(plane().toPatient(pixel)));
}

void SliceView::moveHandle(const QPointF& pixel, bool finished)
{
    if (!m_state.path)
        return;
    const bool target = m_handle == QLatin1String("target");
    SlicePlane p = plane();
    // the handle stays at its depth: what is out of this plane is not changed by a drag in it
    p.centre += p.normal() * p.distance(target ? m_state.path->target : m_state.path->entry);
    const QPointF at = pixel + m_grab;
    const Vec3 position =
        target ? insideVolume(p.toPatient(at)) : m_painter.onSkin(p, at, m_state.path->target, m_state);
    Q_EMIT pathDragged(m_handle, position, finished);
}

void SliceView::wheelEvent(QWheelEvent* event)
{
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    event->accept();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom(std::pow(1.15, delta / 120.0), event->position());
        return;
    }
    m_wheel += delta; // touch pads send small parts of a step
    const int steps = m_wheel / 120;
    m_wheel -= steps * 120;
    scroll(steps);
}

void SliceView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Right:
        return scroll(1);
    case Qt::Key_Down:
    case Qt::Key_Left:
        return scroll(-1);
    case Qt::Key_PageUp:
        return scroll(5);
    case Qt::Key_PageDown:
        return scroll(-5);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.25, rect().center());
    case Qt::Key_Minus:
        return zoom(0.8, rect().center());
    default:
        QWidget::keyPressEvent(event);
    }
}

void SliceView::leaveEvent(QEvent* event)
{
    m_cursor.reset();
    update();
    QWidget::leaveEvent(event);
}

void SliceView::scroll(int steps)
{
    const VolumeObject* v = m_state.volumeObject();
    if (!v || steps == 0)
        return;
    // one step is one voxel layer of the axis that the view looks along most; layers are hit exactly where it looks
    // straight
    const Grid& grid = v->volume.grid();
    const Vec3 n = plane().normal();
    int axis = 0;
    (grid.direction.transpose() * n).cwiseAbs().maxCoeff(&axis);
    const double along = grid.direction.col(axis).dot(n);
    Vec3 index = grid.toIndex(m_state.crosshair);
    const double layer = std::round(index[axis]) + (along > 0 ? steps : -steps);
    const double goal = std::clamp(layer, 0.0, grid.size[axis] - 1.0);
    // along the view's normal, so that the crosshair keeps its place in the image
    const double mm = (goal - index[axis]) * grid.spacing[axis] / along;
    Q_EMIT crosshairMoved(insideVolume(m_state.crosshair + mm * n));
}

void SliceView::zoom(double factor, const QPointF& about)
{
    if (!m_state.volumeObject())
        return;
    const SlicePlane before = plane();
    const Vec3 fixed = before.toPatient(about);
    m_mmPerPixel = std::clamp(before.mmPerPixel / factor, 0.01, 20.0);
    m_fitted = false;
    m_centre += fixed - plane().toPatient(about);
    update();
}

Vec3 SliceView::insideVolume(const Vec3& p) const
{
    const VolumeObject* v = m_state.volumeObject();
    if (!v)
        return p;
    const Grid& grid = v->volume.grid();
    const Vec3 last(grid.size[0] - 1, grid.size[1] - 1, grid.size[2] - 1);
    return grid.toPatient(grid.toIndex(p).cwiseMax(Vec3::Zero()).cwiseMin(last));
}

} // namespace pollux
