#include "ui/viewer/surface_data.h"

#include "core/mesh/surface.h"

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>

namespace pollux {

vtkSmartPointer<vtkPolyData> toVtk(const Surface& surface)
{
    const auto& points = surface.points();
    vtkNew<vtkPoints> xyz;
    xyz->SetDataTypeToFloat();
    xyz->SetNumberOfPoints(static_cast<vtkIdType>(points.size()));
    vtkNew<vtkFloatArray> normals;
    normals->SetNumberOfComponents(3);
    normals->SetNumberOfTuples(static_cast<vtkIdType>(points.size()));
    const auto unit = surface.pointNormals();
    for (size_t i = 0; i < points.size(); ++i) {
        xyz->SetPoint(static_cast<vtkIdType>(i), points[i].x(), points[i].y(), points[i].z());
        normals->SetTuple3(static_cast<vtkIdType>(i), unit[i].x(), unit[i].y(), unit[i].z());
    }
    vtkNew<vtkCellArray> cells;
    cells->AllocateExact(static_cast<vtkIdType>(surface.triangles().size()),
                         3 * static_cast<vtkIdType>(surface.triangles().size()));
    for (const auto& t : surface.triangles()) {
        const vtkIdType ids[3] = {t[0], t[1], t[2]};
        cells->InsertNextCell(3, ids);
    }
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(xyz);
    data->SetPolys(cells);
    data->GetPointData()->SetNormals(normals);
    return data;
}

} // namespace pollux
