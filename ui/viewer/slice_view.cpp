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
                                "brightness and contrast, ctrl and wheel zoom, a double click enlarges. Shift and an "
                                "arrow key move the crosshair within the slice; with a tool in hand the space bar "
                                "uses it there, Enter ends and Escape forgets what was begun."));
}

void SliceView::setMapLegend(bool on)
{
    m_mapLegend = on;
    update();
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

void SliceView::setTool(SliceTool* tool)
{
    if (m_tool) {
        m_tool->cancel();
        m_tool->disconnect(this);
    }
    m_tool = tool;
    if (m_drag == Drag::Tool)
        m_drag = Drag::None;
    if (m_tool)
        connect(m_tool, &SliceTool::changed, this, qOverload<>(&QWidget::update));
    setCursor(m_tool && m_tool->drawsCursor() ? Qt::BlankCursor : Qt::CrossCursor);
    update();
}

SlicePlane SliceView::plane() const
{
    const Vec3 normal = m_state.axes.col(normalAxis(m_kind));
    const Vec3 centre = m_centre + normal * normal.dot(m_state.crosshair - m_centre);
    return slicePlane(m_kind, centre, size(), m_mmPerPixel > 0 ? m_mmPerPixel : 1, m_state.axes);
}

void SliceView::fit()
{
    const VolumeObject* v = m_state.volumeObject();
    m_fitted = true;
    m_mmPerPixel = 0;
    if (v && width() > 0 && height() > 0) {
        m_centre = v->volume.grid().bounds().centre();
        m_mmPerPixel = fittingScale(v->volume.grid(), plane());
        Q_EMIT framed();
    }
    update();
}

void SliceView::centreOn(const Vec3& p)
{
    m_centre = p;
    m_fitted = false;
    update();
    Q_EMIT framed();
}

void SliceView::frame(const Vec3& centre, double mmPerPixel)
{
    if (!centre.allFinite() || !(mmPerPixel > 0))
        return;
    m_centre = centre;
    m_mmPerPixel = std::clamp(mmPerPixel, 0.01, 20.0);
    m_fitted = false;
    update();
}

void SliceView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    SliceMarks marks;
    marks.mapLegend = m_mapLegend;
    marks.cursor = m_cursor;
    marks.activeHandle = m_handle;
    m_painter.paint(painter, plane(), m_kind, m_state, marks, devicePixelRatioF());
    if (m_tool && m_state.volumeObject()) {
        painter.setRenderHint(QPainter::Antialiasing);
        m_tool->paint(painter, plane(), m_state.theme, m_cursor);
    }
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
    if (event->button() == Qt::LeftButton && m_tool) {
        m_drag = Drag::Tool;
        m_tool->press(plane(), m_from);
    } else if (event->button() == Qt::LeftButton) {
        m_handle = handleAt(m_from);
        if (m_handle.isEmpty() && onArm(m_from)) {
            m_drag = Drag::Turn;
            m_fromAxes = m_state.axes;
        } else if (m_handle.isEmpty()) {
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
    case Drag::Tool:
        if (m_tool)
            m_tool->drag(plane(), at);
        break;
    case Drag::None:
        if (m_tool) {
            setCursor(m_tool->drawsCursor() ? Qt::BlankCursor : Qt::CrossCursor);
            break;
        }
        m_handle = handleAt(at);
        m_armUnderMouse = m_handle.isEmpty() && onArm(at);
        setCursor(!m_handle.isEmpty() ? Qt::OpenHandCursor : m_armUnderMouse ? Qt::SizeAllCursor : Qt::CrossCursor);
        break;
    case Drag::Turn:
        turn(at);
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
        Q_EMIT framed();
        break;
    }
    }
    update();
}

void SliceView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = m_drag;
    m_drag = Drag::None;
    if (drag == Drag::Tool && m_tool)
        m_tool->release(plane(), event->position());
    if (drag == Drag::Handle)
        moveHandle(event->position(), true);
    m_handle = m_tool ? QString() : handleAt(event->position());
    update();
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_tool)
        m_tool->doubleClick(plane(), event->position());
    else
        Q_EMIT enlargeRequested();
}

bool SliceView::onArm(const QPointF& pixel) const
{
    if (!m_state.volumeObject())
        return false;
    const QPointF d = pixel - plane().toPixel(m_state.crosshair);
    constexpr double kReach =
        7; // half of what the mouse takes; the arms' ends only, so that a click near the middle moves
    const double far = 0.25 * std::min(width(), height());
    const double near = std::min(std::abs(d.x()), std::abs(d.y()));
    return near <= kReach && std::hypot(d.x(), d.y()) >= far;
}

void SliceView::turn(const QPointF& pixel)
{
    const QPointF middle = plane().toPixel(m_state.crosshair);
    const QPointF a = m_from - middle, b = pixel - middle;
    if (std::hypot(b.x(), b.y()) < 4)
        return;
    Q_EMIT axesTurned(turnedAxes(m_fromAxes, m_kind, std::atan2(b.y(), b.x()) - std::atan2(a.y(), a.x())));
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
    const bool onSkin = !target && m_state.path->needle;
    const Vec3 position =
        onSkin ? m_painter.onSkin(p, at, m_state.path->target, m_state) : insideVolume(p.toPatient(at));
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

bool SliceView::toolKey(int key)
{
    if (!m_tool || !m_state.volumeObject())
        return false;
    switch (key) {
    case Qt::Key_Space: { // a click where the crosshair is
        const QPointF at = plane().toPixel(m_state.crosshair);
        m_tool->press(plane(), at);
        if (m_tool) // it may have been put away by what it told
            m_tool->release(plane(), at);
        return true;
    }
    case Qt::Key_Escape:
        return m_tool->cancel();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_tool->complete();
    default:
        return false;
    }
}

/// Moves the crosshair within the plane, by about a voxel.
void SliceView::nudge(int right, int down)
{
    const VolumeObject* v = m_state.volumeObject();
    if (!v)
        return;
    const double step = v->volume.grid().spacing.minCoeff();
    const SlicePlane p = plane();
    Q_EMIT crosshairMoved(insideVolume(m_state.crosshair + step * (right * p.right + down * p.down)));
}

void SliceView::keyPressEvent(QKeyEvent* event)
{
    if (toolKey(event->key()))
        return;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        switch (event->key()) {
        case Qt::Key_Up:
            return nudge(0, -1);
        case Qt::Key_Down:
            return nudge(0, 1);
        case Qt::Key_Left:
            return nudge(-1, 0);
        case Qt::Key_Right:
            return nudge(1, 0);
        default:
            break;
        }
    }
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
    Q_EMIT framed();
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
