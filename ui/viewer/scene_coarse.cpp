#include "ui/viewer/scene_coarse.h"

#include <vtkBinnedDecimation.h>
#include <vtkCellArray.h>
#include <vtkDataArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkPolyDataNormals.h>
#include <vtkRenderWindow.h>
#include <vtkTriangle.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace pollux {

namespace {

/// Triangles that a surface of area A leaves in bins of side h: about 3 A / h^2 (a plane at a random angle passes
/// through 1.5 A / h^2 bins, and a closed mesh has two triangles a point).
constexpr double kTrianglesPerBinFace = 3;
constexpr int kMostBinsASide = 1000; ///< within what the filter counts in 31 bits

double areaOf(vtkPolyData& mesh)
{
    double area = 0;
    vtkCellArray* cells = mesh.GetPolys();
    vtkIdType n = 0;
    const vtkIdType* ids = nullptr;
    double a[3], b[3], c[3];
    for (cells->InitTraversal(); cells->GetNextCell(n, ids);) {
        if (n != 3)
            continue;
        mesh.GetPoint(ids[0], a);
        mesh.GetPoint(ids[1], b);
        mesh.GetPoint(ids[2], c);
        area += vtkTriangle::TriangleArea(a, b, c);
    }
    return area;
}

} // namespace

vtkSmartPointer<vtkPolyDataMapper> coarserMapper(vtkPolyDataMapper& fine, double share)
{
    vtkPolyData* mesh = fine.GetInput();
    if (!mesh || mesh->GetNumberOfPolys() == 0 || share <= 0)
        return nullptr;
    const double area = areaOf(*mesh);
    const double wanted = std::max(4.0, share * static_cast<double>(mesh->GetNumberOfPolys()));
    const double side = std::sqrt(kTrianglesPerBinFace * area / wanted);
    if (!(side > 0) || !std::isfinite(side))
        return nullptr;
    double b[6];
    mesh->GetBounds(b);
    const auto bins = [&](int axis) {
        return static_cast<int>(std::clamp(std::ceil((b[2 * axis + 1] - b[2 * axis]) / side), 1.0, //
                                           double(kMostBinsASide)));
    };
    vtkNew<vtkPolyData> bare; // the filter must not average what is to be computed anew
    bare->SetPoints(mesh->GetPoints());
    bare->SetPolys(mesh->GetPolys());
    vtkNew<vtkBinnedDecimation> filter;
    filter->SetInputData(bare);
    filter->AutoAdjustNumberOfDivisionsOff();
    filter->SetNumberOfDivisions(bins(0), bins(1), bins(2));
    filter->SetPointGenerationModeToBinAverages();
    vtkNew<vtkPolyDataNormals> normals;
    normals->SetInputConnection(filter->GetOutputPort());
    normals->SplittingOff();
    normals->ConsistencyOff();
    normals->Update();
    if (normals->GetOutput()->GetNumberOfPolys() == 0)
        return nullptr;
    auto mapper = vtkSmartPointer<vtkPolyDataMapper>::New();
    mapper->SetInputData(normals->GetOutput());
    return mapper;
}

bool drawnInSoftware(vtkRenderWindow* window)
{
    const char* text = window->ReportCapabilities();
    const auto has = [&](const char* word) { return text && std::strstr(text, word) != nullptr; };
    return !text || has("llvmpipe") || has("softpipe") || has("Software Rasterizer") || has("SWR");
}

} // namespace pollux
