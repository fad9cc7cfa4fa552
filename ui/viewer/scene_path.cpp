#include "ui/viewer/scene_path.h"

#include <vtkActor.h>
#include <vtkLineSource.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSphereSource.h>
#include <vtkTubeFilter.h>

namespace pollux {

ScenePath::ScenePath(vtkRenderer* renderer) : m_renderer(renderer)
{
    for (vtkActor* part : {m_needle.Get(), m_tip.Get(), m_entry.Get()}) {
        vtkNew<vtkPolyDataMapper> mapper;
        part->SetMapper(mapper);
        part->PickableOff();
    }
}

ScenePath::~ScenePath() = default;

void ScenePath::update(const ViewState& state)
{
    if (m_path && state.path && *m_path == *state.path)
        return;
    for (vtkActor* part : {m_needle.Get(), m_tip.Get(), m_entry.Get()})
        m_renderer->RemoveActor(part);
    m_path = state.path;
    if (!m_path)
        return;
    const QColor colour = m_path->acceptable ? state.theme.path : state.theme.pathBad;
    const Vec3 way = m_path->entry - m_path->target;
    // it sticks out of the skin by a third, as a real one does
    const Vec3 hub = m_path->entry + (way.norm() > 0 ? Vec3(way.normalized() * 30) : Vec3(Vec3::Zero()));
    vtkNew<vtkLineSource> line;
    line->SetPoint1(m_path->target.x(), m_path->target.y(), m_path->target.z());
    line->SetPoint2(hub.x(), hub.y(), hub.z());
    vtkNew<vtkTubeFilter> tube;
    tube->SetInputConnection(line->GetOutputPort());
    tube->SetRadius(1.3);
    tube->SetNumberOfSides(16);
    tube->CappingOn();
    m_needle->GetMapper()->SetInputConnection(tube->GetOutputPort());
    const auto ball = [](vtkActor* actor, const Vec3& at, double radius) {
        vtkNew<vtkSphereSource> sphere;
        sphere->SetCenter(at.x(), at.y(), at.z());
        sphere->SetRadius(radius);
        sphere->SetThetaResolution(20);
        sphere->SetPhiResolution(16);
        actor->GetMapper()->SetInputConnection(sphere->GetOutputPort());
    };
    ball(m_tip, m_path->target, 2.6);
    ball(m_entry, m_path->entry, 3.6);
    const auto paint = [&](vtkActor* actor, const QColor& c) {
        actor->GetProperty()->SetColor(c.redF(), c.greenF(), c.blueF());
        actor->GetProperty()->SetAmbient(0.45);
        m_renderer->AddActor(actor);
    };
    paint(m_needle, colour);
    paint(m_tip, state.theme.stop);
    paint(m_entry, colour);
}

} // namespace pollux
