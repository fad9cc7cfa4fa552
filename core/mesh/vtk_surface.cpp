#include "core/mesh/vtk_surface.h"

#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>

namespace pollux {

vtkSmartPointer<vtkPolyData> toVtk(const Surface& surface)
{
    vtkNew<vtkPoints> points;
    points->SetDataTypeToFloat();
    points->SetNumberOfPoints(static_cast<vtkIdType>(surface.points().size()));
    for (size_t i = 0; i < surface.points().size(); ++i)
        points->SetPoint(static_cast<vtkIdType>(i), surface.points()[i].x(), surface.points()[i].y(),
                         surface.points()[i].z());
    vtkNew<vtkCellArray> cells;
    cells->AllocateExact(static_cast<vtkIdType>(surface.triangles().size()),
                         static_cast<vtkIdType>(3 * surface.triangles().size()));
    for (const Triangle& t : surface.triangles()) {
        const vtkIdType ids[3] = {t[0], t[1], t[2]};
        cells->InsertNextCell(3, ids);
    }
    const auto out = vtkSmartPointer<vtkPolyData>::New();
    out->SetPoints(points);
    out->SetPolys(cells);
    return out;
}

Surface fromVtk(vtkPolyData* data, const std::function<Vec3(const Vec3&)>& place)
{
    const vtkIdType n = data->GetNumberOfPoints();
    std::vector<std::int64_t> number(static_cast<size_t>(n), -1);
    std::vector<Vec3f> points;
    std::vector<Triangle> triangles;
    triangles.reserve(static_cast<size_t>(data->GetNumberOfPolys()));
    vtkCellArray* cells = data->GetPolys();
    vtkIdType count = 0;
    const vtkIdType* ids = nullptr;
    for (vtkIdType c = 0; c < cells->GetNumberOfCells(); ++c) {
        cells->GetCellAtId(c, count, ids);
        if (count != 3 || ids[0] == ids[1] || ids[1] == ids[2] || ids[0] == ids[2])
            continue;
        Triangle t;
        for (size_t v = 0; v < 3; ++v) {
            std::int64_t& to = number[static_cast<size_t>(ids[v])];
            if (to < 0) {
                to = static_cast<std::int64_t>(points.size());
                double x[3];
                data->GetPoint(ids[v], x);
                points.push_back(place(Vec3(x[0], x[1], x[2])).cast<float>());
            }
            t[v] = static_cast<std::uint32_t>(to);
        }
        triangles.push_back(t);
    }
    return Surface(std::move(points), std::move(triangles));
}

} // namespace pollux
