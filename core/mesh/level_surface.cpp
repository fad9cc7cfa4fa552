#include "core/mesh/level_surface.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/mesh/shells.h"

#include <Eigen/LU>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace pollux {

namespace {

constexpr double kNudge = 1e-3; // of a voxel

/// The level less the field (the filter takes what is above for inside), with one voxel more on each side, outside by
/// as much as its neighbour is inside: the level lies in the middle between both, so caps are flat.
std::vector<float> padded(const Volume& field, double level, const Job& job)
{
    const Index3 n = field.grid().size;
    const std::int64_t ni = n[0] + 2, nj = n[1] + 2, nk = n[2] + 2;
    const auto values = field.as<float>();
    const auto least = static_cast<float>(kNudge * field.grid().spacing.minCoeff());
    std::vector<float> out(static_cast<size_t>(ni * nj * nk));
    std::atomic<bool> bad = false;
    parallelFor(0, nk, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            for (std::int64_t j = 0; j < nj; ++j) {
                const bool edge = k == 0 || j == 0 || k == nk - 1 || j == nj - 1;
                const std::int64_t fk = std::clamp<std::int64_t>(k - 1, 0, n[2] - 1),
                                   fj = std::clamp<std::int64_t>(j - 1, 0, n[1] - 1);
                const float* from = &values[static_cast<size_t>((fk * n[1] + fj) * n[0])];
                float* to = &out[static_cast<size_t>((k * nj + j) * ni)];
                for (std::int64_t i = 0; i < ni; ++i) {
                    auto v = static_cast<float>(
                        level - static_cast<double>(from[std::clamp<std::int64_t>(i - 1, 0, n[0] - 1)]));
                    if (std::isnan(v))
                        bad = true;
                    // Infinite values would make points of no place.
                    v = std::clamp(v, -1e6f, 1e6f);
                    if (std::fabs(v) < least)
                        v = v < 0 ? -least : least;
                    to[i] = edge || i == 0 || i == ni - 1 ? -std::fabs(v) : v;
                }
            }
        }
    });
    if (bad)
        throw Error(ErrorCode::BadInput, "The field holds values that are no numbers.", "Compute it again.");
    return out;
}

} // namespace

Surface levelSurface(const Volume& field, double level, const Job& job)
{
    if (field.empty() || field.type() != VoxelType::Float32 || !std::isfinite(level))
        throw Error(ErrorCode::BadInput, "A level surface needs a field of distances and a finite level.");
    if (field.voxels() > kMostLevelVoxels)
        throw Error(ErrorCode::OutOfMemory, "The field is too large for a surface.", "Take larger voxels.");
    const Grid& grid = field.grid();
    std::vector<float> values = padded(field, level, job);
    job.progress(0.3);

    // In voxels here, the grid's placement afterwards.
    vtkNew<vtkFloatArray> scalars;
    scalars->SetArray(values.data(), static_cast<vtkIdType>(values.size()), 1);
    vtkNew<vtkImageData> image;
    image->SetDimensions(grid.size[0] + 2, grid.size[1] + 2, grid.size[2] + 2);
    image->GetPointData()->SetScalars(scalars);
    vtkNew<vtkFlyingEdges3D> edges;
    edges->SetInputData(image);
    edges->SetValue(0, 0);
    edges->ComputeNormalsOff();
    edges->ComputeGradientsOff();
    edges->ComputeScalarsOff();
    edges->Update();
    job.progress(0.7);

    vtkPolyData* mesh = edges->GetOutput();
    std::vector<Vec3f> points(static_cast<size_t>(mesh->GetNumberOfPoints()));
    for (size_t p = 0; p < points.size(); ++p) {
        double x[3];
        mesh->GetPoint(static_cast<vtkIdType>(p), x);
        points[p] = grid.toPatient(Vec3(x[0] - 1, x[1] - 1, x[2] - 1)).cast<float>();
    }
    job.checkStop();
    std::vector<Triangle> triangles;
    vtkCellArray* cells = mesh->GetPolys();
    triangles.reserve(static_cast<size_t>(cells->GetNumberOfCells()));
    vtkIdType count = 0;
    const vtkIdType* ids = nullptr;
    for (vtkIdType c = 0; c < cells->GetNumberOfCells(); ++c) {
        cells->GetCellAtId(c, count, ids);
        if (count == 3 && ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2])
            triangles.push_back({static_cast<std::uint32_t>(ids[0]), static_cast<std::uint32_t>(ids[1]),
                                 static_cast<std::uint32_t>(ids[2])});
    }
    job.progress(0.9);
    if (triangles.empty())
        return {};
    Surface surface(std::move(points), std::move(triangles));
    return grid.direction.determinant() < 0 ? flipped(surface) : surface;
}

} // namespace pollux
