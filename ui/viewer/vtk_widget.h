#pragma once

#include <QOpenGLWidget>
#include <QSurfaceFormat>

#include <memory>

class vtkGenericOpenGLRenderWindow;

namespace pollux {

/// A VTK render window inside a QOpenGLWidget: VTK draws into its own framebuffers, the result is copied to Qt's. Knows
/// nothing of input. Survives being moved to another window. Main thread.
class VtkWidget : public QOpenGLWidget
{
    Q_OBJECT

public:
    explicit VtkWidget(QWidget* parent = nullptr);
    ~VtkWidget() override;

    /// OpenGL 3.2 core, no multisampling (VTK smooths itself).
    static QSurfaceFormat format();

    vtkGenericOpenGLRenderWindow* renderWindow() const;

Q_SIGNALS:
    /// The graphics driver gave out while a frame was drawn: what to tell the user. Said once until a frame is whole.
    void failed(QString text);
    void drawn(); ///< a whole frame, after one that failed

protected:
    /// Before each frame, e.g. to bring cameras in line.
    virtual void aboutToRender() {}
    void initializeGL() override;
    void resizeGL(int w, int h) override;
    void paintGL() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
