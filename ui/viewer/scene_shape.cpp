#include "ui/viewer/scene_shape.h"

#include "ui/viewer/scene_coarse.h"
#include "ui/viewer/surface_data.h"
#include "ui/viewer/theme.h"

#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace pollux {

namespace {

/// So few stay as they are: one that is dragged would have to be thinned out in every frame. A choice.
constexpr std::int64_t kFewTriangles = kMovingTriangles / 10;

vtkSmartPointer<vtkActor> makeActor(vtkPolyData* data)
{
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    auto actor = vtkSmartPointer<vtkActor>::New();
    actor->SetMapper(mapper);
    vtkProperty* p = actor->GetProperty();
    p->SetInterpolationToPhong();
    p->SetAmbient(0.12);
    p->SetDiffuse(0.85);
    p->SetSpecular(0.15);
    p->SetSpecularPower(20);
    return actor;
}

void colourPoints(vtkPolyData& data, const Field& field, size_t step, const Theme& theme)
{
    const size_t n = field.surface.points().size();
    const std::span<const float> values = field.valuesAt(step);
    vtkNew<vtkUnsignedCharArray> colours;
    colours->SetNumberOfComponents(3);
    colours->SetNumberOfTuples(static_cast<vtkIdType>(n));
    const double range = field.high - field.low;
    for (size_t i = 0; i < n; ++i) {
        const bool none =
            i >= values.size() || !std::isfinite(values[i]) || (i < field.category.size() && field.category[i] != 0);
        const QColor c =
            none ? theme.fieldNone : fieldColour(theme, range > 0 ? (double(values[i]) - field.low) / range : 0.5);
        const unsigned char rgb[3] = {static_cast<unsigned char>(c.red()), static_cast<unsigned char>(c.green()),
                                      static_cast<unsigned char>(c.blue())};
        colours->SetTypedTuple(static_cast<vtkIdType>(i), rgb);
    }
    data.GetPointData()->SetScalars(colours);
    data.Modified();
}

vtkSmartPointer<vtkActor> makeField(const Field& field, size_t step, const Theme& theme)
{
    auto data = toVtk(field.surface);
    colourPoints(*data, field, step, theme);
    auto actor = makeActor(data);
    actor->GetMapper()->SetScalarModeToUsePointData();
    return actor;
}

bool sameSurface(const std::shared_ptr<const Field>& a, const std::shared_ptr<const Field>& b)
{
    return a == b || (a && b && a->surface.key() == b->surface.key());
}

} // namespace

std::int64_t SceneShape::triangles() const
{
    vtkPolyData* mesh = whole->GetInput();
    return mesh ? mesh->GetNumberOfPolys() : 0;
}

void SceneShape::make(const SceneShape* before, const Theme& theme)
{
    if (before && before->surface == surface && sameSurface(before->field, field)) {
        actor = before->actor;
        whole = before->whole;
        coarse = before->coarse;
        triedCoarse = before->triedCoarse;
        if (field && (field != before->field || step != before->step))
            colourPoints(*whole->GetInput(), *field, step, theme);
    } else if (before && surface && before->surface) { // it moves, or has another form
        actor = before->actor;
        whole = before->whole;
        whole->SetInputData(toVtk(*surface));
        actor->SetMapper(whole);
    } else {
        actor = field ? makeField(*field, step, theme) : makeActor(toVtk(*surface));
        whole = vtkPolyDataMapper::SafeDownCast(actor->GetMapper());
    }
    vtkProperty* p = actor->GetProperty();
    p->SetColor(colour.redF(), colour.greenF(), colour.blueF());
    p->SetOpacity(opacity);
    // of something translucent only what faces the viewer: its far side would be blended in any order
    p->SetBackfaceCulling(opacity < 1);
    actor->SetVisibility(opacity > 0);
}

void SceneShape::makeCoarse(double share)
{
    triedCoarse = true;
    if (triangles() > kFewTriangles)
        coarse = coarserMapper(*whole, share);
    if (coarse)
        coarse->SetClippingPlanes(whole->GetClippingPlanes());
}

void SceneOrder::show(std::vector<const SceneShape*> shapes)
{
    std::stable_sort(shapes.begin(), shapes.end(), [](const SceneShape* a, const SceneShape* b) {
        return std::pair(a->skin, a->size) < std::pair(b->skin, b->size);
    });
    std::vector<vtkSmartPointer<vtkActor>> wanted;
    for (const SceneShape* shape : shapes)
        wanted.push_back(shape->actor);
    if (wanted == m_drawn)
        return;
    for (vtkActor* actor : m_drawn)
        m_renderer->RemoveActor(actor);
    for (vtkActor* actor : wanted)
        m_renderer->AddActor(actor);
    m_drawn = std::move(wanted);
}

} // namespace pollux
