#include "ui/viewer/volume_view.h"

#include "ui/viewer/gizmo.h"
#include "ui/viewer/scene.h"
#include "ui/viewer/slice_painter.h"
#include "ui/viewer/slice_tool.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QTimer>
#include <QWheelEvent>
#include <vtkGenericOpenGLRenderWindow.h>

#include <cmath>

namespace pollux {

namespace {

constexpr int kRestMs = 250; ///< longer than between two steps of a wheel that turns

/// Where the space bar sets a point. The middle stays free: it is what is aimed at.
void paintAim(QPainter& painter, const QPointF& at, const Theme& theme)
{
    for (const auto& [colour, width] : {std::pair(QColor(0, 0, 0, 170), 3.5), std::pair(theme.imageMuted, 1.2)}) {
        painter.setPen(QPen(colour, width));
        for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(at + 4 * way, at + 10 * way);
    }
}

/// Letters and legend over the picture: a widget of its own, so that Qt's painter stays out of VTK's OpenGL state.
class MarksOverlay : public QWidget
{
public:
    MarksOverlay(const ViewState& state, const Scene& scene, const QPointer<SliceTool>& tool,
                 const QPointer<Gizmo>& gizmo, const QString& fault, QWidget* parent)
        : QWidget(parent), m_state(state), m_scene(scene), m_tool(tool), m_gizmo(gizmo), m_fault(fault)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintSceneMarks(painter, size(), m_state, m_scene);
        if (m_tool && m_tool->worksInScene() && !m_scene.empty()) {
            const SceneLens lens = m_scene.lens(size());
            if (const auto at = lens.toPixel(m_state.crosshair))
                paintAim(painter, *at, m_state.theme);
            m_tool->paintInScene(painter, m_state.theme, lens);
        }
        if (m_gizmo && m_gizmo->shown() && !m_scene.empty())
            m_gizmo->paint(painter, m_scene.lens(size()), m_state.theme);
        if (!m_fault.isEmpty()) {
            painter.fillRect(rect(), m_state.theme.image); // what is below is no picture
            paintText(painter, rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_fault,
                      m_state.theme.imageText);
        }
        if (parentWidget()->hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.setPen(QPen(m_state.theme.accent, 1));
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
        }
    }

private:
    const ViewState& m_state;
    const Scene& m_scene;
    const QPointer<SliceTool>& m_tool;
    const QPointer<Gizmo>& m_gizmo;
    const QString& m_fault;
};

} // namespace

struct VolumeView::Private
{
    explicit Private(VolumeView* q)
        : scene(q->renderWindow()), overlay(new MarksOverlay(state, scene, tool, gizmo, fault, q))
    {
    }
    bool hasGizmo() const { return gizmo && gizmo->shown() && !scene.empty(); }

    ViewState state;
    QString fault; ///< why there is no picture
    Scene scene;
    QPointer<SliceTool> tool;
    QPointer<Gizmo> gizmo;
    MarksOverlay* overlay;
    QPointF from, last;
    bool moved = false;
    QTimer rest; ///< ends a movement of small steps
};

VolumeView::VolumeView(QWidget* parent) : VtkWidget(parent), d(std::make_unique<Private>(this))
{
    setFocusPolicy(Qt::StrongFocus);
    const auto tell = [this](const QString& fault) {
        d->fault = fault;
        d->overlay->update();
    };
    connect(this, &VtkWidget::failed, this, tell);
    connect(this, &VtkWidget::drawn, this, [tell] { tell({}); });
    d->rest.setSingleShot(true);
    d->rest.setInterval(kRestMs);
    connect(&d->rest, &QTimer::timeout, this, [this] {
        d->scene.setMoving(false);
        update();
        d->overlay->update();
    });
    setAccessibleName(tr("3-D view"));
    setAccessibleDescription(
        tr("Left drag turns, middle drag pans, the wheel zooms, a click moves the crosshair to a "
           "surface; the keys A, P, L, R, S and I look from that side. With a measuring tool in hand "
           "a click sets a point on a surface and the space bar one at the crosshair, Enter ends "
           "and Escape forgets what was begun."));
}

VolumeView::~VolumeView()
{
    delete d->overlay;
}

void VolumeView::setState(const ViewState& state)
{
    const bool plays = state.motion && state.fieldTime != d->state.fieldTime; // or is dragged to another time
    const bool needleIsDragged = state.path && state.path->approximate;
    if (plays || needleIsDragged)
        step();
    d->state = state;
    d->scene.update(d->state);
    update();
    d->overlay->update();
}

void VolumeView::setCrosshair(const Vec3& p)
{
    d->state.crosshair = p;
    if (d->tool)
        d->overlay->update();
}

void VolumeView::setTool(SliceTool* tool)
{
    if (d->tool)
        d->tool->disconnect(this);
    d->tool = tool;
    if (tool)
        connect(tool, &SliceTool::changed, this, [this] { d->overlay->update(); });
    setCursor(tool && tool->worksInScene() ? Qt::CrossCursor : Qt::ArrowCursor);
    d->overlay->update();
}

void VolumeView::setGizmo(Gizmo* gizmo)
{
    if (d->gizmo == gizmo)
        return;
    if (d->gizmo)
        d->gizmo->disconnect(this);
    d->gizmo = gizmo;
    setMouseTracking(gizmo);
    if (gizmo)
        connect(gizmo, &Gizmo::changed, this, [this] { d->overlay->update(); });
    d->overlay->update();
}

void VolumeView::lookFrom(char side)
{
    d->scene.lookFrom(side, Scene::Near::Region);
    moved();
}

void VolumeView::moved()
{
    update();
    d->overlay->update();
    Q_EMIT cameraMoved();
}

std::optional<CameraPose> VolumeView::pose() const
{
    return d->scene.pose();
}

void VolumeView::setPose(const CameraPose& pose, bool moving)
{
    d->scene.setPose(pose);
    if (moving)
        step();
    update();
    d->overlay->update();
}

/// One of several small moves: drawn as a moving picture until no further one follows.
void VolumeView::step()
{
    d->scene.setMoving(true);
    d->rest.start();
}

void VolumeView::centreOn(const Vec3& p)
{
    if (!d->scene.empty())
        d->scene.centreOn(p);
    moved();
}

void VolumeView::aboutToRender()
{
    d->scene.syncCamera();
}

void VolumeView::resizeEvent(QResizeEvent* event)
{
    VtkWidget::resizeEvent(event);
    d->overlay->setGeometry(rect());
}

void VolumeView::mousePressEvent(QMouseEvent* event)
{
    d->from = d->last = event->position();
    d->moved = false;
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && d->hasGizmo())
        d->gizmo->press(d->scene.lens(size()), event->position());
}

void VolumeView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF step = event->position() - d->last;
    d->last = event->position();
    if ((d->last - d->from).manhattanLength() >= QApplication::startDragDistance())
        d->moved = true;
    const auto buttons = event->buttons();
    if (d->hasGizmo()) {
        const SceneLens lens = d->scene.lens(size());
        if (buttons == Qt::NoButton)
            d->gizmo->hover(d->gizmo->at(lens, event->position()));
        if (d->gizmo->held()) {
            if (d->moved)
                d->gizmo->drag(lens, event->position());
            return;
        }
    }
    if (!d->moved || buttons == Qt::NoButton)
        return;
    d->scene.setMoving(true);
    d->rest.stop();
    const double h = std::max(1, height());
    if (buttons.testFlag(Qt::MiddleButton) ||
        (buttons.testFlag(Qt::LeftButton) && event->modifiers().testFlag(Qt::ShiftModifier)))
        d->scene.pan(step.x() / h, -step.y() / h);
    else if (buttons.testFlag(Qt::LeftButton))
        d->scene.rotate(-180.0 * step.x() / h, 180.0 * step.y() / h); // half a turn for the height of the view
    else if (buttons.testFlag(Qt::RightButton))
        d->scene.zoom(std::exp(-2 * step.y() / h));
    moved();
}

void VolumeView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && d->gizmo && d->gizmo->held()) {
        d->gizmo->release();
        return;
    }
    if (d->moved && event->buttons() == Qt::NoButton) {
        d->scene.setMoving(false);
        update();
        d->overlay->update();
    }
    if (event->button() != Qt::LeftButton || d->moved)
        return;
    const double ratio = devicePixelRatioF();
    makeCurrent(); // the picker asks the window for its size and matrices
    const auto hit = d->scene.pick(event->position().x() * ratio, (height() - event->position().y()) * ratio);
    doneCurrent();
    if (d->tool && d->tool->worksInScene())
        d->tool->pickInScene(hit);
    else if (hit)
        Q_EMIT picked(*hit);
}

void VolumeView::mouseDoubleClickEvent(QMouseEvent* event)
{
    d->moved = true; // the release that follows is no pick
    if (event->button() != Qt::LeftButton)
        return;
    if (d->tool && d->tool->worksInScene())
        d->tool->complete();
    else
        Q_EMIT enlargeRequested();
}

void VolumeView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    step();
    d->scene.zoom(std::pow(1.15, event->angleDelta().y() / 120.0));
    moved();
}

bool VolumeView::toolKey(int key)
{
    if (!d->tool || !d->tool->worksInScene() || d->scene.empty())
        return false;
    switch (key) {
    case Qt::Key_Space:
        d->tool->pickInScene(d->state.crosshair);
        return true;
    case Qt::Key_Escape:
        return d->tool->cancel();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return d->tool->complete();
    default:
        return false;
    }
}

void VolumeView::keyPressEvent(QKeyEvent* event)
{
    if (toolKey(event->key()))
        return;
    static const QString kSides = QStringLiteral("APLRSI");
    const QString key = QKeySequence(event->key()).toString();
    if (event->modifiers() == Qt::NoModifier && key.size() == 1 && kSides.contains(key))
        lookFrom(key.at(0).toLatin1());
    else
        VtkWidget::keyPressEvent(event);
}

} // namespace pollux
