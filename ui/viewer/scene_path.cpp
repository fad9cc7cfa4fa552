#include "ui/viewer/scene_path.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkLineSource.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSphereSource.h>
#include <vtkTubeFilter.h>

#include <algorithm>

namespace pollux {

namespace {

/// Where a needle's hub is: it sticks out of the skin, as a real one does. mm.
Vec3 hubOf(const Path& path)
{
    const Vec3 way = path.entry - path.target;
    return path.entry + (way.norm() > 0 ? Vec3(way.normalized() * 30) : Vec3(Vec3::Zero()));
}

} // namespace

ScenePath::ScenePath(vtkRenderer* renderer) : m_renderer(renderer)
{
    for (vtkActor* part : {m_needle.Get(), m_tip.Get(), m_entry.Get(), m_beside[0].Get(), m_beside[1].Get(),
                           m_beside[2].Get(), m_beside[3].Get()}) {
        vtkNew<vtkPolyDataMapper> mapper;
        part->SetMapper(mapper);
        part->PickableOff();
    }
}

ScenePath::~ScenePath() = default;

void ScenePath::update(const ViewState& state)
{
    if (m_path != state.path)
        drawPath(state);
    if (m_others != state.others)
        drawOthers(state);
}

bool ScenePath::shown() const
{
    return (m_path && m_path->needle) ||
           std::any_of(m_others.begin(), m_others.end(), [](const Path& other) { return other.needle; });
}

void ScenePath::drawPath(const ViewState& state)
{
    for (vtkActor* part : {m_needle.Get(), m_tip.Get(), m_entry.Get()})
        m_renderer->RemoveActor(part);
    m_path = state.path;
    if (!m_path || !m_path->needle)
        return;
    const QColor colour = m_path->acceptable ? state.theme.path : state.theme.pathBad;
    const Vec3 hub = hubOf(*m_path);
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

void ScenePath::drawOthers(const ViewState& state)
{
    m_others = state.others;
    for (size_t kind = 0; kind < m_beside.size(); ++kind) {
        vtkActor* actor = m_beside[kind];
        m_renderer->RemoveActor(actor);
        const bool acceptable = kind % 2 == 0, faint = kind >= 2;
        vtkNew<vtkPoints> points;
        vtkNew<vtkCellArray> lines;
        for (const Path& path : m_others) {
            if (!path.needle || path.acceptable != acceptable || path.faint != faint)
                continue;
            const Vec3 hub = hubOf(path);
            lines->InsertNextCell(2);
            lines->InsertCellPoint(points->InsertNextPoint(path.target.data()));
            lines->InsertCellPoint(points->InsertNextPoint(hub.data()));
        }
        if (points->GetNumberOfPoints() == 0)
            continue;
        vtkNew<vtkPolyData> all;
        all->SetPoints(points);
        all->SetLines(lines);
        vtkNew<vtkTubeFilter> tube;
        tube->SetInputData(all);
        tube->SetRadius(faint ? 0.4 : 0.8);
        tube->SetNumberOfSides(faint ? 6 : 12);
        tube->CappingOn();
        actor->GetMapper()->SetInputConnection(tube->GetOutputPort());
        const QColor c = acceptable ? state.theme.path : state.theme.pathBad;
        actor->GetProperty()->SetColor(c.redF(), c.greenF(), c.blueF());
        actor->GetProperty()->SetAmbient(0.45);
        actor->GetProperty()->SetOpacity(faint ? 0.55 : 1);
        m_renderer->AddActor(actor);
    }
}

} // namespace pollux
