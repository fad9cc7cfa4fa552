#include "ui/viewer/scene_measures.h"

#include <Eigen/Geometry>
#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace pollux {

namespace {

constexpr int kRound = 64;      ///< pieces of a whole circle
constexpr float kWidth = 2;     ///< of lines, pixels
constexpr float kPoint = 8;     ///< of end points, pixels
constexpr double kArcPart = .3; ///< of the shorter arm of an angle

/// centre + cos t * a + sin t * b, for t from 0 to `whole` (radians).
std::vector<Vec3> arc(const Vec3& centre, const Vec3& a, const Vec3& b, double whole)
{
    const int steps = std::max(2, static_cast<int>(std::ceil(kRound * whole / (2 * M_PI))));
    std::vector<Vec3> points;
    for (int n = 0; n <= steps; ++n) {
        const double t = whole * n / steps;
        points.push_back(centre + std::cos(t) * a + std::sin(t) * b);
    }
    return points;
}

/// Between the arms of an angle; empty where they lie in one line.
std::vector<Vec3> angleArc(const Vec3& from, const Vec3& vertex, const Vec3& to)
{
    const Vec3 a = from - vertex, b = to - vertex;
    const double radius = kArcPart * std::min(a.norm(), b.norm());
    const double angle = std::atan2(a.cross(b).norm(), a.dot(b));
    if (!(radius > 0) || !(angle > 1e-6) || angle > M_PI - 1e-6)
        return {};
    const Vec3 first = a.normalized();
    const Vec3 across = (b - b.dot(first) * first).normalized();
    return arc(vertex, radius * first, radius * across, angle);
}

vtkSmartPointer<vtkPolyData> toVtk(const Measurement& m)
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> ends, lines;
    const auto add = [&](const Vec3& p) { return points->InsertNextPoint(p.x(), p.y(), p.z()); };
    for (const Vec3& p : m.points) {
        ends->InsertNextCell(1);
        ends->InsertCellPoint(add(p));
    }
    for (const std::vector<Vec3>& line : measureLines(m)) {
        lines->InsertNextCell(static_cast<int>(line.size()));
        for (const Vec3& p : line)
            lines->InsertCellPoint(add(p));
    }
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetVerts(ends);
    data->SetLines(lines);
    return data;
}

} // namespace

std::vector<std::vector<Vec3>> measureLines(const Measurement& m)
{
    const std::vector<Vec3>& p = m.points;
    std::vector<std::vector<Vec3>> lines;
    switch (m.kind) {
    case MeasurementKind::LineAngle:
        for (size_t n = 0; n + 1 < p.size(); n += 2)
            lines.push_back({p[n], p[n + 1]});
        break;
    case MeasurementKind::Ellipse:
        if (p.size() >= 3)
            lines.push_back(arc(p[0], p[1] - p[0], p[2] - p[0], 2 * M_PI));
        break;
    case MeasurementKind::Sphere:
        if (p.size() >= 2) {
            const double r = (p[1] - p[0]).norm();
            const Vec3 x = r * Vec3::UnitX(), y = r * Vec3::UnitY(), z = r * Vec3::UnitZ();
            lines = {arc(p[0], x, y, 2 * M_PI), arc(p[0], y, z, 2 * M_PI), arc(p[0], z, x, 2 * M_PI)};
        }
        break;
    default:
        if (p.size() < 2)
            break;
        lines.push_back(p);
        if (m.kind == MeasurementKind::Area && p.size() >= 3)
            lines.back().push_back(p.front());
        if (m.kind == MeasurementKind::Angle && p.size() >= 3)
            if (auto between = angleArc(p[0], p[1], p[2]); !between.empty())
                lines.push_back(std::move(between));
    }
    return lines;
}

struct SceneMeasures::Private
{
    struct Shown
    {
        std::shared_ptr<const Measurement> measurement; ///< held: an address is never met twice
        vtkSmartPointer<vtkActor> actor;
    };

    vtkSmartPointer<vtkActor> makeActor(const Measurement& m) const
    {
        vtkNew<vtkPolyDataMapper> mapper;
        mapper->SetInputData(toVtk(m));
        mapper->ScalarVisibilityOff();
        auto actor = vtkSmartPointer<vtkActor>::New();
        actor->SetMapper(mapper);
        actor->PickableOff();
        vtkProperty* look = actor->GetProperty();
        look->LightingOff();
        look->SetLineWidth(kWidth);
        look->SetPointSize(kPoint);
        look->RenderPointsAsSpheresOn();
        renderer->AddActor(actor);
        return actor;
    }

    vtkRenderer* renderer;
    std::map<Id, Shown> all;
};

SceneMeasures::SceneMeasures(vtkRenderer* renderer) : d(std::make_unique<Private>())
{
    d->renderer = renderer;
}

SceneMeasures::~SceneMeasures()
{
    for (const auto& [id, one] : d->all)
        d->renderer->RemoveActor(one.actor);
}

void SceneMeasures::update(const ViewState& state, bool any)
{
    std::map<Id, Private::Shown> wanted;
    if (any && state.document)
        for (const auto& [id, m] : state.document->measurements)
            if (state.isVisible(id) && !m->points.empty())
                wanted[id].measurement = m;
    for (const auto& [id, old] : d->all)
        if (const auto it = wanted.find(id); it != wanted.end() && it->second.measurement == old.measurement)
            it->second.actor = old.actor;
        else
            d->renderer->RemoveActor(old.actor);
    for (auto& [id, one] : wanted) {
        if (!one.actor)
            one.actor = d->makeActor(*one.measurement);
        const QColor c = state.stale.contains(id) ? state.theme.stale : state.theme.imageText;
        one.actor->GetProperty()->SetColor(c.redF(), c.greenF(), c.blueF());
    }
    d->all = std::move(wanted);
}

int SceneMeasures::shown() const
{
    return static_cast<int>(d->all.size());
}

} // namespace pollux
