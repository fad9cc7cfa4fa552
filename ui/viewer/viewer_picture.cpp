// What a viewer shows, as options of a picture without a window, and what its 3-D view needs of the application.
#include "ui/viewer/render.h"
#include "ui/viewer/viewer.h"
#include "ui/viewer/vtk_widget.h"

#include <QCoreApplication>

namespace pollux {

void Viewer::prepareApplication()
{
    QSurfaceFormat::setDefaultFormat(VtkWidget::format());
    // one context through docking and undocking
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
}

RenderOptions Viewer::pictureOptions() const
{
    const ViewState& s = state();
    RenderOptions o;
    o.volume = s.volume;
    o.centre = s.crosshair;
    o.windowCentre = s.windowCentre;
    o.windowWidth = s.windowWidth;
    o.structures.emplace();
    if (s.document)
        for (const auto& [id, structure] : s.document->structures)
            if (s.isVisible(id))
                o.structures->insert(id);
    if (s.document)
        for (const auto& [id, measurement] : s.document->measurements)
            if (!s.isVisible(id))
                o.hidden.insert(id);
    o.opacity = s.opacity;
    o.path = s.path;
    o.others = s.others;
    o.field = s.field;
    o.fieldTime = s.fieldTime;
    o.motion = s.motion;
    o.slabMode = s.slabMode;
    o.slabMm = s.slabMm;
    o.fusion = s.fusion;
    o.volumeRendering = s.volumeRendering;
    o.scene = s.scene;
    o.axes = s.axes;
    o.stale = s.stale;
    o.dark = s.theme.dark;
    o.notice = tr("Not for clinical use");
    return o;
}

} // namespace pollux
