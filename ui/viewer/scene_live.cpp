#include "ui/viewer/scene_live.h"

#include "core/mesh/brick_surface.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPlaneCollection.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

namespace pollux {

namespace {

/// A structure of more bricks (skin, a whole body) takes too long for a first stroke; its surface comes as before.
constexpr std::int64_t kMostBricks = 1200;

vtkSmartPointer<vtkPolyData> toVtk(const BrickPatch& patch)
{
    vtkNew<vtkPoints> points;
    points->SetDataTypeToFloat();
    points->SetNumberOfPoints(static_cast<vtkIdType>(patch.points.size()));
    vtkNew<vtkFloatArray> normals;
    normals->SetNumberOfComponents(3);
    normals->SetNumberOfTuples(static_cast<vtkIdType>(patch.points.size()));
    for (size_t n = 0; n < patch.points.size(); ++n) {
        const auto at = static_cast<vtkIdType>(n);
        points->SetPoint(at, patch.points[n].data());
        normals->SetTuple(at, patch.normals[n].data());
    }
    vtkNew<vtkCellArray> cells;
    for (const Triangle& t : patch.triangles) {
        const vtkIdType ids[3] = {t[0], t[1], t[2]};
        cells->InsertNextCell(3, ids);
    }
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetPolys(cells);
    data->GetPointData()->SetNormals(normals);
    return data;
}

} // namespace

struct SceneLive::Private
{
    struct Shown
    {
        std::shared_ptr<const BrickPatch> patch;
        vtkSmartPointer<vtkActor> actor;
    };

    explicit Private(vtkRenderer* r) : renderer(r)
    {
        look->SetInterpolationToPhong();
        look->SetAmbient(0.12);
        look->SetDiffuse(0.85);
        look->SetSpecular(0.15);
        look->SetSpecularPower(20);
    }

    void clear()
    {
        for (const auto& [brick, s] : bricks)
            renderer->RemoveActor(s.actor);
        bricks.clear();
        surface = {};
        mask.reset();
        id = Id();
    }
    std::shared_ptr<const Mask> wanted(const ViewState& state);

    vtkRenderer* renderer;
    vtkNew<vtkProperty> look;
    Id id;                               ///< empty: nothing is being edited
    std::shared_ptr<const Mask> before;  ///< the mask that its own surface may be of
    std::shared_ptr<const Surface> made; ///< that surface: another one is newer than the edit
    std::shared_ptr<const Mask> mask;    ///< what is shown
    BrickSurface surface;
    std::map<Index3, Shown> bricks;
    int renewed = 0;
};

std::shared_ptr<const Mask> SceneLive::Private::wanted(const ViewState& state)
{
    const auto structure = [&](const Id& which) -> const Structure* {
        const auto it =
            state.document ? state.document->structures.find(which) : ObjectMap<Structure>::const_iterator{};
        return state.document && it != state.document->structures.end() ? it->second.get() : nullptr;
    };
    if (state.preview && state.preview->mask) {
        if (state.preview->structure != id) {
            clear();
            id = state.preview->structure;
            const Structure* s = structure(id);
            before = s ? s->mask : nullptr;
            made = s ? s->surface : nullptr;
        }
        return state.preview->mask;
    }
    if (id.empty())
        return nullptr;
    const Structure* s = structure(id);
    const bool edited = s && s->mask && s->surface == made && s->mask != before;
    return edited ? s->mask : nullptr;
}

SceneLive::SceneLive(vtkRenderer* renderer) : d(std::make_unique<Private>(renderer)) {}

SceneLive::~SceneLive()
{
    d->clear();
}

void SceneLive::update(const ViewState& state, vtkPlaneCollection* planes)
{
    d->renewed = 0;
    const std::shared_ptr<const Mask> mask = d->wanted(state);
    if (!mask) {
        if (!d->id.empty())
            d->clear();
        return;
    }
    if (mask != d->mask) {
        const auto bricks = mask->bricks();
        if (bricks->bricksOf(mask->box()).voxels() > kMostBricks)
            return;
        d->renewed = static_cast<int>(d->surface.update(*mask, Job()).size());
        d->mask = mask;
        const BrickSurface::Patches& patches = d->surface.patches();
        for (auto it = d->bricks.begin(); it != d->bricks.end();) {
            const auto now = patches.find(it->first);
            if (now != patches.end() && now->second == it->second.patch) {
                ++it;
                continue;
            }
            d->renderer->RemoveActor(it->second.actor);
            it = d->bricks.erase(it);
        }
        for (const auto& [brick, patch] : patches)
            if (!d->bricks.contains(brick)) {
                vtkNew<vtkPolyDataMapper> mapper;
                mapper->SetInputData(toVtk(*patch));
                auto actor = vtkSmartPointer<vtkActor>::New();
                actor->SetMapper(mapper);
                actor->SetProperty(d->look);
                d->renderer->AddActor(actor);
                d->bricks[brick] = {patch, actor};
            }
    }
    const Structure* s = nullptr;
    if (const auto it = state.document->structures.find(d->id); it != state.document->structures.end())
        s = it->second.get();
    const QColor colour = state.preview ? state.preview->colour
                          : s           ? QColor(s->colour[0], s->colour[1], s->colour[2])
                                        : state.theme.fieldNone;
    d->look->SetColor(colour.redF(), colour.greenF(), colour.blueF());
    const double opacity = s ? state.opacityOf(d->id) : 1;
    d->look->SetOpacity(opacity);
    d->look->SetBackfaceCulling(opacity < 1);
    const bool visible = (!s || state.isVisible(d->id)) && opacity > 0;
    for (const auto& [brick, shown] : d->bricks) {
        shown.actor->SetVisibility(visible);
        if (shown.actor->GetMapper()->GetClippingPlanes() != planes) {
            shown.actor->GetMapper()->SetClippingPlanes(planes);
            shown.actor->GetMapper()->Modified();
        }
    }
}

bool SceneLive::standsFor(const Id& structure) const
{
    return d->mask && structure == d->id;
}

bool SceneLive::shown() const
{
    return !d->bricks.empty();
}

int SceneLive::renewed() const
{
    return d->renewed;
}

} // namespace pollux
