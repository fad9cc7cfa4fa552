#include "ui/viewer/scene_silhouette.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPlaneCollection.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

#include <optional>

namespace pollux {

namespace {

constexpr float kWidth = 2;     ///< pixels
constexpr double kLiftMm = 0.5; ///< towards the viewer: the surface itself must not hide half of its line

struct Outline
{
    SceneSilhouettes::Of of;
    std::vector<Vec3f> normals;
    std::optional<SilhouetteEye> seenFrom;
    vtkNew<vtkPolyData> lines;
    vtkNew<vtkPolyDataMapper> mapper;
    vtkNew<vtkActor> actor;
};

void fill(Outline& outline, const SilhouetteEye& eye)
{
    const std::vector<Vec3f> ends = silhouetteOf(*outline.of.surface, outline.normals, eye);
    vtkNew<vtkPoints> points;
    points->SetDataTypeToFloat();
    points->SetNumberOfPoints(static_cast<vtkIdType>(ends.size()));
    vtkNew<vtkCellArray> cells;
    cells->AllocateExact(static_cast<vtkIdType>(ends.size() / 2), static_cast<vtkIdType>(ends.size()));
    for (size_t i = 0; i < ends.size(); ++i) {
        const Vec3 p = ends[i].cast<double>();
        const Vec3 back = eye.parallel ? Vec3(-eye.towards) : Vec3((eye.position - p).normalized());
        const Vec3 lifted = p + kLiftMm * back;
        points->SetPoint(static_cast<vtkIdType>(i), lifted.x(), lifted.y(), lifted.z());
    }
    for (vtkIdType i = 0; i + 1 < static_cast<vtkIdType>(ends.size()); i += 2) {
        const vtkIdType pair[2] = {i, i + 1};
        cells->InsertNextCell(2, pair);
    }
    outline.lines->SetPoints(points);
    outline.lines->SetLines(cells);
    outline.lines->Modified();
}

} // namespace

std::vector<Vec3f> silhouetteOf(const Surface& surface, const std::vector<Vec3f>& normals, const SilhouetteEye& eye)
{
    const auto& points = surface.points();
    std::vector<float> facing(points.size());
    const Vec3f position = eye.position.cast<float>(), back = (-eye.towards).cast<float>();
    for (size_t i = 0; i < points.size(); ++i)
        facing[i] = eye.parallel ? normals[i].dot(back) : normals[i].dot(position - points[i]);
    std::vector<Vec3f> ends;
    for (const Triangle& t : surface.triangles()) {
        int found = 0;
        Vec3f at[2] = {Vec3f::Zero(), Vec3f::Zero()};
        for (size_t e = 0; e < 3 && found < 2; ++e) {
            const std::uint32_t a = t[e], b = t[(e + 1) % 3];
            if ((facing[a] >= 0) == (facing[b] >= 0))
                continue;
            at[found++] = points[a] + facing[a] / (facing[a] - facing[b]) * (points[b] - points[a]);
        }
        if (found == 2) {
            ends.push_back(at[0]);
            ends.push_back(at[1]);
        }
    }
    return ends;
}

struct SceneSilhouettes::Private
{
    vtkRenderer* renderer;
    std::map<Id, std::unique_ptr<Outline>> outlines;
};

SceneSilhouettes::SceneSilhouettes(vtkRenderer* renderer) : d(std::make_unique<Private>())
{
    d->renderer = renderer;
}

SceneSilhouettes::~SceneSilhouettes()
{
    for (const auto& [id, outline] : d->outlines)
        d->renderer->RemoveActor(outline->actor);
}

void SceneSilhouettes::update(const std::map<Id, Of>& wanted, vtkPlaneCollection* planes, bool planesChanged)
{
    std::erase_if(d->outlines, [&](const auto& entry) {
        const auto it = wanted.find(entry.first);
        const bool gone = it == wanted.end() || it->second.surface != entry.second->of.surface;
        if (gone)
            d->renderer->RemoveActor(entry.second->actor);
        return gone;
    });
    for (const auto& [id, of] : wanted) {
        auto& outline = d->outlines[id];
        const bool fresh = !outline;
        if (fresh) {
            outline = std::make_unique<Outline>();
            outline->normals = of.surface->pointNormals();
            outline->mapper->SetInputData(outline->lines);
            outline->mapper->ScalarVisibilityOff();
            outline->actor->SetMapper(outline->mapper);
            outline->actor->PickableOff();
            outline->actor->UseBoundsOff(); // it lies on its surface, which has them
            outline->actor->GetProperty()->LightingOff();
            outline->actor->GetProperty()->SetLineWidth(kWidth);
            d->renderer->AddActor(outline->actor);
        }
        if (fresh || planesChanged || outline->of.cut != of.cut) {
            outline->mapper->SetClippingPlanes(of.cut ? planes : nullptr);
            outline->mapper->Modified();
        }
        outline->of = of;
        outline->actor->GetProperty()->SetColor(of.colour.redF(), of.colour.greenF(), of.colour.blueF());
    }
}

void SceneSilhouettes::follow(vtkCamera& camera)
{
    SilhouetteEye eye;
    eye.parallel = camera.GetParallelProjection() != 0;
    const double *p = camera.GetPosition(), *n = camera.GetDirectionOfProjection();
    eye.towards = Vec3(n[0], n[1], n[2]);
    if (!eye.parallel) // where the camera stands matters to no parallel ray
        eye.position = Vec3(p[0], p[1], p[2]);
    for (const auto& [id, outline] : d->outlines) {
        if (outline->seenFrom == eye)
            continue;
        outline->seenFrom = eye;
        fill(*outline, eye);
    }
}

} // namespace pollux
