#include "ui/viewer/render.h"

#include "core/base/error.h"
#include "core/case/time_points.h"
#include "ui/viewer/legend.h"
#include "ui/viewer/scene.h"
#include "ui/viewer/slice_painter.h"

#include <QCoreApplication>
#include <QOpenGLContext>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkRenderWindow.h>
#include <vtkSmartPointer.h>
#include <vtkWindowToImageFilter.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <dlfcn.h>

namespace pollux {

namespace {

bool isFinite(const Path& path)
{
    return path.target.allFinite() && path.entry.allFinite();
}

void checkOptions(const RenderOptions& o)
{
    if (o.size.width() < 16 || o.size.height() < 16 || o.size.width() > 8192 || o.size.height() > 8192)
        throw Error(ErrorCode::BadInput, "The picture's size is out of bounds.", "Ask for 16 to 8192 pixels a side.");
    if ((o.centre && !o.centre->allFinite()) || (o.path && !isFinite(*o.path)) ||
        !std::all_of(o.others.begin(), o.others.end(), isFinite) || !std::isfinite(o.mmPerPixel) || o.mmPerPixel < 0 ||
        !o.axes.allFinite() || !std::isfinite(o.turn) || !std::isfinite(o.slabMm) || o.slabMm < 0 ||
        !std::isfinite(o.fieldTime.value_or(0)))
        throw Error(ErrorCode::BadInput, "A coordinate of the picture is not a number.",
                    "Give finite coordinates in mm.");
}

ViewState stateOf(const Case& c, const RenderOptions& o)
{
    checkOptions(o);
    ViewState s;
    s.document = std::shared_ptr<const Case>(std::shared_ptr<const Case>(), &c); // borrowed for the call
    s.volume = !o.volume.empty() || c.volumes.empty() ? o.volume : c.volumes.begin()->first;
    s.theme = loadTheme(o.dark);
    s.notice = o.notice;
    s.patientText = o.patientText;
    s.path = o.path;
    s.others = o.others;
    s.field = o.field;
    s.fieldTime = o.fieldTime;
    s.motion = o.motion;
    s.stale = o.stale;
    s.opacity = o.opacity;
    s.slabMode = o.slabMode;
    s.slabMm = o.slabMm;
    s.fusion = o.fusion;
    s.volumeRendering = o.volumeRendering;
    s.scene = o.scene;
    if (o.structures)
        for (const auto& [id, structure] : c.structures)
            s.visible[id] = o.structures->contains(id);
    for (const Id& id : o.hidden)
        s.visible[id] = false;
    s.elsewhere = shapesElsewhere(c, s.volume);
    if (const VolumeObject* v = s.volumeObject()) {
        s.windowCentre = o.windowCentre.value_or(v->windowCentre);
        s.windowWidth = std::max(1e-3, o.windowWidth.value_or(v->windowWidth));
        s.crosshair = o.centre ? *o.centre : o.path ? o.path->target : v->volume.grid().bounds().centre();
    }
    return s;
}

const Grid& gridOf(const ViewState& s)
{
    const VolumeObject* v = s.volumeObject();
    if (!v)
        throw Error(ErrorCode::NotFound, "There is no volume to draw.",
                    "Open a study first, or name a volume of this case.");
    return v->volume.grid();
}

void paintPatient(QPainter& painter, QSize size, const ViewState& s)
{
    paintText(painter, QRectF(8, 28, size.width() - 16, 20), Qt::AlignHCenter | Qt::AlignTop, s.patientText,
              s.theme.imageText);
}

QImage draw(const SlicePlane& plane, PlaneKind kind, const ViewState& s, SliceMarks marks, const RenderOptions& o,
            SlicePainter& layers)
{
    marks.crosshair = o.crosshair;
    marks.texts = o.marks;
    QImage image(plane.size, QImage::Format_RGB32);
    QPainter painter(&image);
    layers.paint(painter, plane, kind, s, marks);
    if (o.legend)
        paintStructureLegend(painter, plane.size, s, LegendOf::Slice);
    paintPatient(painter, plane.size, s);
    return image;
}

/// True if there is an X server to draw on; VTK would end the program if there is none.
bool hasDisplay()
{
    void* x11 = dlopen("libX11.so.6", RTLD_LAZY);
    if (!x11)
        return false;
    const auto open = reinterpret_cast<void* (*)(const char*)>(dlsym(x11, "XOpenDisplay"));
    const auto close = reinterpret_cast<int (*)(void*)>(dlsym(x11, "XCloseDisplay"));
    void* display = open && close ? open(nullptr) : nullptr;
    if (display)
        close(display);
    return display != nullptr; // the library stays loaded: VTK uses it too
}

} // namespace

QImage renderSlice(const Case& c, const RenderOptions& options)
{
    SlicePainter painter;
    return renderSlice(c, options, painter);
}

QImage renderSlice(const Case& c, const RenderOptions& options, SlicePainter& painter)
{
    const ViewState s = stateOf(c, options);
    const Grid& grid = gridOf(s);
    SlicePlane plane = slicePlane(options.plane, s.crosshair, options.size, 1);
    if (options.mmPerPixel > 0)
        plane.mmPerPixel = options.mmPerPixel;
    else {
        plane.mmPerPixel = fittingScale(grid, plane);
        const int axis = normalAxis(options.plane);
        plane.centre = grid.bounds().centre();
        plane.centre[axis] = s.crosshair[axis];
    }
    SliceMarks marks;
    if (!options.caption.isEmpty())
        marks.planeName = planeName(options.plane) + QStringLiteral("  ") + options.caption;
    return draw(plane, options.plane, s, marks, options, painter);
}

std::vector<QImage> renderPathSlices(const Case& c, const RenderOptions& options)
{
    const ViewState s = stateOf(c, options);
    gridOf(s);
    if (!options.path)
        throw Error(ErrorCode::BadInput, "There is no path to cut along.", "Plan a path first.");
    const Vec3 way = options.path->entry - options.path->target;
    if (way.norm() < 1e-3)
        throw Error(ErrorCode::BadInput, "Target and entry of the path are in one place.",
                    "Move the entry to the skin.");
    const Vec3 needle = way.normalized();
    // upright plane: needle and the long axis of the body; for a needle along that axis the front-back one
    const Vec3 axis = std::abs(needle.z()) < 0.95 ? Vec3(Vec3::UnitZ()) : Vec3(-Vec3::UnitY());
    const auto likeTheBody = [](const Vec3& v) { // left, else posterior, to the right of the image
        const double lead = std::abs(v.x()) > std::abs(v.y()) ? v.x() : v.y();
        return lead < 0 ? Vec3(-v) : v;
    };
    const Vec3 level = (needle - needle.dot(axis) * axis).normalized();
    const Vec3 across = needle.cross(axis).normalized();

    SlicePlane upright;
    upright.centre = 0.5 * (options.path->target + options.path->entry);
    upright.right = likeTheBody(level);
    upright.down = -axis;
    upright.size = options.size;
    const double extent = way.norm() + 60; // the needle and 30 mm around it
    upright.mmPerPixel =
        options.mmPerPixel > 0 ? options.mmPerPixel : extent / std::min(options.size.width(), options.size.height());
    SlicePlane cross = upright;
    cross.right = likeTheBody(across);
    cross.down = needle.y() + needle.z() * -1 > 0 ? needle : Vec3(-needle); // posterior or feet downwards
    const SlicePlane axial = slicePlane(PlaneKind::Axial, options.path->target, options.size, upright.mmPerPixel);

    SliceMarks marks;
    marks.planeColour = s.theme.path;
    marks.position = QStringLiteral("%1 mm").arg(qRound(way.norm()));
    std::vector<QImage> images;
    SlicePainter painter;
    marks.planeName = QCoreApplication::translate("Render", "Along the needle, upright");
    images.push_back(draw(upright, PlaneKind::Axial, s, marks, options, painter));
    marks.planeName = QCoreApplication::translate("Render", "Along the needle, across");
    images.push_back(draw(cross, PlaneKind::Axial, s, marks, options, painter));
    images.push_back(draw(axial, PlaneKind::Axial, s, {}, options, painter));
    return images;
}

QImage renderScene3D(const Case& c, const RenderOptions& options)
{
    return SceneRenderer(c, options).picture(options.turn);
}

struct SceneRenderer::Private
{
    Private(const Case& c, const RenderOptions& o) : options(o), state(stateOf(c, o)) { state.axes = o.axes; }

    /// VTK makes its own context current behind Qt's back.
    static void leaveQt()
    {
        if (QOpenGLContext* current = QOpenGLContext::currentContext())
            current->doneCurrent();
    }

    RenderOptions options;
    ViewState state;
    vtkSmartPointer<vtkRenderWindow> window;
    std::unique_ptr<Scene> scene; ///< after the window: it goes first
};

SceneRenderer::SceneRenderer(const Case& c, const RenderOptions& options) : d(std::make_unique<Private>(c, options))
{
    if (!hasDisplay())
        throw Error(ErrorCode::Unsupported, "A 3-D picture needs an X display, and there is none.",
                    "Run it in a desktop session, or on a virtual display: xvfb-run -a pollux ...");
    Private::leaveQt();
    d->window = vtkSmartPointer<vtkRenderWindow>::New();
    d->window->SetShowWindow(false);
    d->window->SetOffScreenRendering(1);
    d->window->SetSize(options.size.width(), options.size.height());
    d->scene = std::make_unique<Scene>(d->window);
    d->scene->update(d->state);
}

SceneRenderer::~SceneRenderer()
{
    Private::leaveQt();
}

bool SceneRenderer::empty() const
{
    return d->scene->empty();
}

void SceneRenderer::setFieldTime(double seconds)
{
    if (!std::isfinite(seconds))
        throw Error(ErrorCode::BadInput, "The time of the map is not a number.", "Give finite seconds.");
    Private::leaveQt();
    d->state.fieldTime = seconds;
    d->scene->update(d->state);
}

QImage SceneRenderer::picture(double turn)
{
    if (!std::isfinite(turn))
        throw Error(ErrorCode::BadInput, "The angle of the picture is not a number.", "Give finite degrees.");
    const QSize size = d->options.size;
    Private::leaveQt();
    if (d->state.motion) { // framed as the body lies on the images: the picture shall not follow the breath
        ViewState rest = d->state;
        rest.fieldTime.reset();
        d->scene->update(rest);
    }
    d->scene->lookFrom(d->options.side);
    d->scene->rotate(-turn, 0);
    if (d->state.motion)
        d->scene->update(d->state);
    if (auto pose = d->scene->pose(); pose && d->options.scene.orthographic && d->options.mmPerPixel > 0) {
        pose->heightMm = d->options.mmPerPixel * size.height();
        d->scene->setPose(*pose);
    }
    d->scene->syncCamera();
    d->window->Render();
    QImage image(size, QImage::Format_RGB888);
    vtkNew<vtkWindowToImageFilter> grab;
    grab->SetInput(d->window);
    grab->SetInputBufferTypeToRGB();
    grab->ReadFrontBufferOff();
    grab->ShouldRerenderOff();
    grab->Update();
    vtkImageData* data = grab->GetOutput();
    const int* dims = data->GetDimensions();
    if (dims[0] != size.width() || dims[1] != size.height())
        throw Error(ErrorCode::Internal, "The 3-D picture came out at another size.", "Ask for a smaller picture.");
    const auto* rows = static_cast<const unsigned char*>(data->GetScalarPointer());
    for (int y = 0; y < dims[1]; ++y)
        std::memcpy(image.scanLine(dims[1] - 1 - y), rows + static_cast<size_t>(y) * dims[0] * 3,
                    static_cast<size_t>(dims[0]) * 3);
    image = image.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&image);
    d->window->ReleaseCurrent(); // Qt finds none current, as it was told
    if (d->options.marks)
        paintSceneMarks(painter, size, d->state, *d->scene);
    if (d->options.legend)
        paintStructureLegend(painter, size, d->state, LegendOf::Scene);
    paintPatient(painter, size, d->state);
    return image;
}

} // namespace pollux
