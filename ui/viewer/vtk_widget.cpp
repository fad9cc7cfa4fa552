#include "ui/viewer/vtk_widget.h"

#include "ui/viewer/opengl_check.h"

#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QScopedValueRollback>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>

namespace pollux {

struct VtkWidget::Private
{
    explicit Private(VtkWidget* widget) : q(widget) {}

    void makeCurrent(vtkObject*, unsigned long, void*)
    {
        if (q->context() && QOpenGLContext::currentContext() != q->context())
            q->makeCurrent();
    }
    void isCurrent(vtkObject*, unsigned long, void* answer)
    {
        *static_cast<bool*>(answer) = q->context() && QOpenGLContext::currentContext() == q->context();
    }
    void syncSize()
    {
        const qreal ratio = q->devicePixelRatioF();
        const int w = qRound(q->width() * ratio), h = qRound(q->height() * ratio);
        window->SetDPI(qRound(72 * ratio));
        if (w > 0 && h > 0) {
            window->SetSize(w, h);
            window->SetScreenSize(w, h);
        }
    }
    void release()
    {
        QObject::disconnect(contextDies);
        if (q->context() && window->GetReadyForRendering()) {
            q->makeCurrent();
            window->Finalize();
            window->SetReadyForRendering(false);
            q->doneCurrent();
        }
    }

    VtkWidget* q;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    QMetaObject::Connection contextDies;
    bool painting = false;
    QString fault; ///< of the last frame

    /// VTK does not say it: a picture that did not fit stays black.
    void lookForFaults(QOpenGLExtraFunctions& f)
    {
        QString found;
        constexpr int kMost = 8; // a lost context reports for ever
        unsigned code = f.glGetError();
        for (int i = 0; i < kMost && code != GL_NO_ERROR; ++i, code = f.glGetError())
            if (const QString text = openGlFault(code); !text.isEmpty())
                found = text;
        if (found == fault)
            return;
        fault = found;
        // Not within the frame: whoever hears it may change the view.
        QMetaObject::invokeMethod(
            q, [widget = q, found] { found.isEmpty() ? Q_EMIT widget->drawn() : Q_EMIT widget->failed(found); },
            Qt::QueuedConnection);
    }
};

QSurfaceFormat VtkWidget::format()
{
    QSurfaceFormat f;
    f.setRenderableType(QSurfaceFormat::OpenGL);
    f.setVersion(3, 2);
    f.setProfile(QSurfaceFormat::CoreProfile);
    f.setSwapBehavior(QSurfaceFormat::DoubleBuffer);
    f.setDepthBufferSize(24);
    f.setStencilBufferSize(8);
    f.setSamples(0);
    f.setAlphaBufferSize(0);
    return f;
}

VtkWidget::VtkWidget(QWidget* parent) : QOpenGLWidget(parent), d(std::make_unique<Private>(this))
{
    setFormat(format());
    setUpdateBehavior(QOpenGLWidget::NoPartialUpdate);
    // No rendering before Qt has made the context. SwapBuffers stays on: without it VTK 9.1 never resolves its frame.
    d->window->SetReadyForRendering(false);
    d->window->SetOwnContext(0);
    d->window->SetFrameBlitModeToNoBlit();
    d->window->SetMultiSamples(0);
    d->window->AddObserver(vtkCommand::WindowMakeCurrentEvent, d.get(), &Private::makeCurrent);
    d->window->AddObserver(vtkCommand::WindowIsCurrentEvent, d.get(), &Private::isCurrent);
}

VtkWidget::~VtkWidget()
{
    d->release();
    d->window->RemoveAllObservers();
}

vtkGenericOpenGLRenderWindow* VtkWidget::renderWindow() const
{
    return d->window;
}

void VtkWidget::initializeGL()
{
    // a move to another top-level window may destroy the context: VTK's objects in it go first
    QObject::disconnect(d->contextDies);
    d->contextDies = connect(
        context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { d->release(); }, Qt::DirectConnection);
    d->window->SetReadyForRendering(true);
    d->window->SetForceMaximumHardwareLineWidth(1);
    d->window->SetMapped(true);
    d->window->SetIsDirect(true);
    d->window->SetSupportsOpenGL(true);
    d->window->SetIsCurrent(true);
    d->window->OpenGLInit();
    d->syncSize();
}

void VtkWidget::resizeGL(int, int)
{
    d->syncSize();
}

void VtkWidget::paintGL()
{
    if (d->painting || !d->window->GetReadyForRendering())
        return;
    const QScopedValueRollback<bool> guard(d->painting, true);
    d->syncSize(); // the ratio changes when the window goes to another screen
    aboutToRender();
    auto* f = context()->extraFunctions();
    auto* state = d->window->GetState();
    state->Reset(); // Qt changed OpenGL's state behind VTK's cache of it
    state->Push();
    d->window->Render();
    d->lookForFaults(*f);
    // Qt's framebuffer changes its name with every resize
    f->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    state->ResetFramebufferBindings();
    f->glDisable(GL_SCISSOR_TEST);
    f->glViewport(0, 0, d->window->GetSize()[0], d->window->GetSize()[1]);
    d->window->BlitDisplayFramebuffer();
    // opaque, whatever alpha VTK left: Qt blends the widget into the window
    f->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    f->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    f->glClearColor(0, 0, 0, 1);
    f->glClear(GL_COLOR_BUFFER_BIT);
    f->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    state->Reset();
    state->Pop();
    f->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
}

} // namespace pollux
