#include "ui/viewer/scene.h"

#include "ui/viewer/scene_camera.h"
#include "ui/viewer/scene_coarse.h"
#include "ui/viewer/scene_cut.h"
#include "ui/viewer/scene_live.h"
#include "ui/viewer/scene_measures.h"
#include "ui/viewer/scene_motion.h"
#include "ui/viewer/scene_path.h"
#include "ui/viewer/scene_shape.h"
#include "ui/viewer/scene_silhouette.h"
#include "ui/viewer/scene_volume.h"

#include <Eigen/Geometry>
#include <vtkAnnotatedCubeActor.h>
#include <vtkCamera.h>
#include <vtkCellPicker.h>
#include <vtkNew.h>
#include <vtkPlaneCollection.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkTextProperty.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace pollux {

namespace {

void setColour(vtkProperty* p, const QColor& c)
{
    p->SetColor(c.redF(), c.greenF(), c.blueF());
}

constexpr double kRegion = 60; // mm: a jaw, a joint or two vertebrae are seen about what is planned there

double regionOf(const ViewState& state)
{
    const VolumeObject* v = state.volumeObject();
    return v ? std::min(kRegion, v->volume.grid().bounds().extent().norm() / 2) : kRegion;
}

/// Opacity that others keep beside a map on an inner structure, unless the user says otherwise: it shall be seen.
constexpr double kBesideMap = 0.15;

} // namespace

struct Scene::Private
{
    explicit Private(vtkRenderWindow* w) : window(w)
    {
        window->SetMultiSamples(0);
        window->SetNumberOfLayers(2);
        renderer->SetLayer(0);
        renderer->SetUseFXAA(true);
        renderer->SetUseDepthPeeling(false); // ten times the frame time on software OpenGL
        corner->SetLayer(1);
        corner->SetViewport(0, 0, 0.2, 0.2);
        corner->InteractiveOff();
        corner->SetUseFXAA(true);
        window->AddRenderer(renderer);
        window->AddRenderer(corner);

        cube->SetXPlusFaceText("L");
        cube->SetXMinusFaceText("R");
        cube->SetYPlusFaceText("P");
        cube->SetYMinusFaceText("A");
        cube->SetZPlusFaceText("S");
        cube->SetZMinusFaceText("I");
        cube->SetFaceTextScale(0.6);
        // each letter upright as seen from that side of a standing patient, from above and below with anterior up
        cube->SetXFaceTextRotation(0);
        cube->SetYFaceTextRotation(0);
        cube->SetZFaceTextRotation(90);
        cube->GetTextEdgesProperty()->SetLineWidth(1);
        corner->AddActor(cube);
    }

    void updateShapes(const ViewState& state);
    void placeShapes();
    void updateCut(const ViewState& state);
    void chooseDetail();
    std::optional<Vec3> surfaceAt(double x, double y);
    std::pair<Vec3, Vec3> ray(double x, double y);
    double depth(const Vec3& p) const;

    vtkRenderWindow* window;
    vtkNew<vtkRenderer> renderer, corner;
    vtkNew<vtkAnnotatedCubeActor> cube;
    vtkNew<vtkPlaneCollection> planes; ///< before the shapes that they cut
    SceneVolume volume{renderer};
    SceneCaps caps{renderer};
    SceneSilhouettes silhouettes{renderer};
    SceneLive live{renderer};
    SceneMeasures measures{renderer};
    std::map<Id, SceneShape> shapes;
    SceneOrder order{renderer};
    ScenePath path{renderer};
    SceneMotion motion;
    double region = 0;   ///< mm, see Near::Region
    bool framed = false; ///< the camera has seen something
    bool moving = false;
    bool coarse = false;            ///< some surface is drawn with fewer triangles than it has
    std::optional<bool> inSoftware; ///< known once there is a context
};

void Scene::Private::updateShapes(const ViewState& state)
{
    std::map<Id, SceneShape> wanted;
    if (state.document) {
        const auto field = state.map();
        const bool surfaces = !volume.shown() || state.volumeRendering.structures;
        const bool fieldShown = surfaces && field;
        // Where a map lies on a structure, that is not drawn: on an inner one, else on the skin or a part of it.
        const auto under =
            std::find_if(state.document->structures.begin(), state.document->structures.end(), [&](const auto& entry) {
                const Structure& s = *entry.second;
                return fieldShown && !isSkin(s) && s.surface && s.surface->key() == field->surface.key();
            });
        const bool inside = under != state.document->structures.end();
        for (const auto& [id, structure] : state.document->structures) {
            if (!structure->surface || structure->surface->empty() || !state.isVisible(id))
                continue;
            if (!surfaces || live.standsFor(id))
                continue;
            if (fieldShown && (inside ? id == under->first : isSkin(*structure)))
                continue;
            const Colour& c = structure->colour;
            wanted[id] = {structure->surface,
                          nullptr,
                          0,
                          QColor(c[0], c[1], c[2]),
                          inside && !state.opacity.contains(id) ? std::min(state.opacityOf(id), kBesideMap)
                                                                : state.opacityOf(id),
                          structure->surface->bounds().extent().norm(),
                          isSkin(*structure),
                          state.motion && standsStill(*state.document, id)};
        }
        if (fieldShown && !field->surface.empty())
            wanted[state.field] = {nullptr,
                                   field,
                                   state.stepOf(*field),
                                   state.theme.fieldNone,
                                   state.opacity.contains(state.field) ? state.opacityOf(state.field) : 1.0,
                                   field->surface.bounds().extent().norm(),
                                   !inside};
    }
    std::vector<const SceneShape*> drawn;
    for (auto& [id, shape] : wanted) {
        const auto old = shapes.find(id);
        shape.make(old == shapes.end() ? nullptr : &old->second, state.theme);
        drawn.push_back(&shape);
    }
    order.show(std::move(drawn));
    shapes = std::move(wanted);
    std::set<vtkPolyData*> meshes;
    for (const auto& [id, shape] : shapes)
        for (vtkPolyDataMapper* mapper : {shape.whole.Get(), shape.coarse.Get()})
            if (mapper)
                meshes.insert(mapper->GetInput());
    motion.keep(meshes);
    motion.set(state.motion, state.fieldTime);
    placeShapes();
}

/// What is drawn now, to where the body is now.
void Scene::Private::placeShapes()
{
    for (const auto& [id, shape] : shapes)
        if (auto* mapper = vtkPolyDataMapper::SafeDownCast(shape.actor->GetMapper()); mapper && !shape.still)
            motion.place(mapper->GetInput());
}

void Scene::Private::updateCut(const ViewState& state)
{
    const bool other = movePlanes(planes, cutPlanes(state));
    std::map<Id, SceneSilhouettes::Of> outlined;
    for (const auto& [id, shape] : shapes) {
        const bool cut = !shape.skin || state.scene.cut.skin;
        for (vtkPolyDataMapper* mapper : {shape.whole.Get(), shape.coarse.Get()})
            if (mapper && (other || (mapper->GetClippingPlanes() != nullptr) != cut)) {
                mapper->SetClippingPlanes(cut ? planes.Get() : nullptr);
                mapper->Modified();
            }
        // A map on the skin has its own colours to look at.
        if (state.scene.silhouettes && !motion.on() && shape.surface && shape.opacity > 0)
            outlined[id] = {shape.surface, shape.colour.lighter(150), cut};
    }
    silhouettes.update(outlined, planes, other);
    if (!motion.on()) {
        caps.update(state);
        return;
    }
    ViewState open = state; // the image and the masks stand still
    open.scene.cut = {};
    caps.update(open);
}

/// A picture that moves is drawn with as many triangles as the processor can draw, one at rest with all of them.
void Scene::Private::chooseDetail()
{
    std::int64_t all = 0;
    for (const auto& [id, shape] : shapes)
        all += shape.triangles();
    if (moving && !inSoftware && !window->GetNeverRendered()) // before that there is no context to ask
        inSoftware = drawnInSoftware(window);
    const bool hurried = moving && inSoftware.value_or(false);
    const bool wanted = hurried && all > kMovingTriangles;
    for (vtkRenderer* one : {renderer.Get(), corner.Get()})
        one->SetUseFXAA(!hurried); // smooth edges cost a pass over all pixels
    coarse = false;
    for (auto& [id, shape] : shapes) {
        if (wanted && !shape.field && !shape.triedCoarse) { // a map keeps its values where they are
            motion.rest(shape.whole->GetInput());           // it is made of the mesh at rest
            shape.makeCoarse(double(kMovingTriangles) / static_cast<double>(all));
        }
        vtkPolyDataMapper* mapper = wanted && shape.coarse ? shape.coarse : shape.whole;
        coarse |= mapper != shape.whole;
        if (shape.actor->GetMapper() != mapper)
            shape.actor->SetMapper(mapper);
    }
    placeShapes();
}

Scene::Scene(vtkRenderWindow* window) : d(std::make_unique<Private>(window)) {}

Scene::~Scene()
{
    d->window->RemoveRenderer(d->renderer);
    d->window->RemoveRenderer(d->corner);
}

void Scene::update(const ViewState& state)
{
    const Theme& t = state.theme;
    d->renderer->SetBackground(t.image.redF(), t.image.greenF(), t.image.blueF());
    setColour(d->cube->GetCubeProperty(), t.volume);
    setColour(d->cube->GetTextEdgesProperty(), t.image);
    for (vtkProperty* face :
         {d->cube->GetXPlusFaceProperty(), d->cube->GetXMinusFaceProperty(), d->cube->GetYPlusFaceProperty(),
          d->cube->GetYMinusFaceProperty(), d->cube->GetZPlusFaceProperty(), d->cube->GetZMinusFaceProperty()})
        setColour(face, t.image);
    d->volume.update(state);
    d->live.update(state, d->planes);
    d->updateShapes(state);
    d->path.update(state);
    d->updateCut(state);
    d->measures.update(state, !empty());
    setOrthographic(*d->renderer->GetActiveCamera(), state.scene.orthographic);
    d->region = regionOf(state);
    if (!d->framed && !empty()) {
        lookFrom('A', Near::Region);
        d->framed = true;
    }
    if (empty())
        d->framed = false;
}

void Scene::lookFrom(char side, Near near)
{
    // directions towards the viewer and upwards, LPS
    Vec3 from = -Vec3::UnitY(), up = Vec3::UnitZ();
    switch (side) {
    case 'P':
        from = Vec3::UnitY();
        break;
    case 'L':
        from = Vec3::UnitX();
        break;
    case 'R':
        from = -Vec3::UnitX();
        break;
    case 'S':
        from = Vec3::UnitZ();
        up = -Vec3::UnitY();
        break;
    case 'I':
        from = -Vec3::UnitZ();
        up = -Vec3::UnitY();
        break;
    default:
        break;
    }
    vtkCamera* camera = d->renderer->GetActiveCamera();
    camera->SetFocalPoint(0, 0, 0);
    camera->SetPosition(from.x(), from.y(), from.z());
    camera->SetViewUp(up.x(), up.y(), up.z());
    fit(near);
}

void Scene::fit(Near near)
{
    double b[6];
    d->renderer->ComputeVisiblePropBounds(b);
    if (near == Near::Region && b[0] <= b[1])
        growTo(b, d->region);
    if (b[0] <= b[1])
        d->renderer->ResetCamera(b);
    zoom(1.35); // ResetCamera fits the sphere around the box, half of it air
    d->renderer->ResetCameraClippingRange();
}

void Scene::rotate(double azimuthDegrees, double elevationDegrees)
{
    vtkCamera* camera = d->renderer->GetActiveCamera();
    camera->Azimuth(azimuthDegrees);
    camera->Elevation(elevationDegrees);
    camera->OrthogonalizeViewUp();
}

void Scene::pan(double dx, double dy)
{
    // dx, dy as parts of the view's height; the focal plane follows the mouse
    vtkCamera* camera = d->renderer->GetActiveCamera();
    const double height = viewHeight(*camera);
    const Vec3 move = -height * (dx * right() + dy * up());
    double p[3], f[3];
    camera->GetPosition(p);
    camera->GetFocalPoint(f);
    camera->SetPosition(p[0] + move.x(), p[1] + move.y(), p[2] + move.z());
    camera->SetFocalPoint(f[0] + move.x(), f[1] + move.y(), f[2] + move.z());
}

void Scene::zoom(double factor)
{
    vtkCamera& camera = *d->renderer->GetActiveCamera();
    setViewHeight(camera, viewHeight(camera) / std::clamp(factor, 0.2, 5.0));
}

std::optional<CameraPose> Scene::pose() const
{
    return empty() ? std::nullopt : std::optional(poseOf(*d->renderer->GetActiveCamera()));
}

bool Scene::setPose(const CameraPose& pose)
{
    return !empty() && pollux::setPose(*d->renderer->GetActiveCamera(), pose);
}

double Scene::mmPerPixel(double height) const
{
    vtkCamera& camera = *d->renderer->GetActiveCamera();
    return camera.GetParallelProjection() && height > 0 ? viewHeight(camera) / height : 0;
}

SceneLens Scene::lens(const QSizeF& size) const
{
    return lensOf(*d->renderer->GetActiveCamera(), size);
}

void Scene::centreOn(const Vec3& p)
{
    vtkCamera* camera = d->renderer->GetActiveCamera();
    double position[3], focus[3];
    camera->GetPosition(position);
    camera->GetFocalPoint(focus);
    camera->SetPosition(position[0] + p.x() - focus[0], position[1] + p.y() - focus[1], position[2] + p.z() - focus[2]);
    camera->SetFocalPoint(p.x(), p.y(), p.z());
}

/// The near and the far end of the line of sight through a point of the window.
std::pair<Vec3, Vec3> Scene::Private::ray(double x, double y)
{
    const auto at = [&](double z) {
        renderer->SetDisplayPoint(x, y, z);
        renderer->DisplayToWorld();
        const double* p = renderer->GetWorldPoint();
        return Vec3(Vec3(p[0], p[1], p[2]) / (p[3] != 0 ? p[3] : 1));
    };
    const Vec3 near = at(0);
    return {near, at(1)};
}

double Scene::Private::depth(const Vec3& p) const
{
    vtkCamera* camera = renderer->GetActiveCamera();
    const double *from = camera->GetPosition(), *n = camera->GetDirectionOfProjection();
    return (p - Vec3(from[0], from[1], from[2])).dot(Vec3(n[0], n[1], n[2]));
}

std::optional<Vec3> Scene::pick(double x, double y)
{
    const auto [near, far] = d->ray(x, y);
    const std::optional<Vec3> slice = d->caps.hit(near, far), surface = d->surfaceAt(x, y);
    if (slice && (!surface || d->depth(*slice) <= d->depth(*surface)))
        return slice;
    return surface;
}

std::optional<Vec3> Scene::Private::surfaceAt(double x, double y)
{
    vtkNew<vtkCellPicker> picker;
    picker->SetTolerance(0);
    for (const bool skin : {false, true}) {
        picker->InitializePickList();
        picker->PickFromListOn();
        for (const auto& [id, shape] : shapes)
            if (shape.skin == skin && shape.actor->GetVisibility())
                picker->AddPickList(shape.actor);
        if (picker->Pick(x, y, 0, renderer)) {
            const double* p = picker->GetPickPosition();
            return Vec3(p[0], p[1], p[2]);
        }
    }
    return std::nullopt;
}

void Scene::setMoving(bool on)
{
    // Frames a second; the ray caster chooses its steps by it. While nothing moves it may take its time.
    d->window->SetDesiredUpdateRate(on ? 12 : 0.01);
    d->moving = on;
    if (!on) // at once: what is picked next is picked on the whole surface
        d->chooseDetail();
}

bool Scene::coarse() const
{
    return d->coarse;
}

int Scene::volumeReduction() const
{
    return d->volume.reduction();
}

void Scene::syncCamera()
{
    d->volume.prepare(d->window);
    d->chooseDetail();
    vtkCamera* camera = d->renderer->GetActiveCamera();
    double b[6];
    d->renderer->ComputeVisiblePropBounds(b);
    if (b[0] <= b[1]) {
        const Vec3 low(b[0], b[2], b[4]), high(b[1], b[3], b[5]);
        standBack(*camera, (low + high) / 2, (high - low).norm() / 2);
    }
    d->silhouettes.follow(*camera);
    d->renderer->ResetCameraClippingRange();
    const double* towards = camera->GetDirectionOfProjection();
    const double* up = camera->GetViewUp();
    vtkCamera* c = d->corner->GetActiveCamera();
    c->SetFocalPoint(0, 0, 0);
    c->SetPosition(-4.2 * towards[0], -4.2 * towards[1], -4.2 * towards[2]);
    c->SetViewUp(up[0], up[1], up[2]);
    d->corner->ResetCameraClippingRange();
    // a square in the corner whatever the shape of the view
    const int* size = d->window->GetSize();
    const double side = std::clamp(0.2 * std::min(size[0], size[1]), 48.0, 160.0);
    d->corner->SetViewport(0, 0, std::min(1.0, side / std::max(1, size[0])),
                           std::min(1.0, side / std::max(1, size[1])));
    d->cube->SetVisibility(!empty());
}

Vec3 Scene::up() const
{
    vtkCamera* camera = d->renderer->GetActiveCamera();
    const double* u = camera->GetViewUp();
    const double* n = camera->GetDirectionOfProjection();
    const Vec3 up(u[0], u[1], u[2]), towards(n[0], n[1], n[2]);
    return (up - up.dot(towards) * towards).normalized();
}

Vec3 Scene::right() const
{
    const double* n = d->renderer->GetActiveCamera()->GetDirectionOfProjection();
    return Vec3(n[0], n[1], n[2]).cross(up());
}

bool Scene::empty() const
{
    return d->shapes.empty() && !d->live.shown() && !d->path.shown() && !d->volume.shown() && !d->caps.shown();
}

} // namespace pollux
