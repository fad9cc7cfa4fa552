#include "core/mesh/extract.h"

#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/filters.h"
#include "core/image/smoothing.h"
#include "core/mesh/shells.h"
#include "core/mesh/vtk_surface.h"

#include <vtkAlgorithm.h>
#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkDecimatePro.h>
#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkQuadricDecimation.h>
#include <vtkWindowedSincPolyDataFilter.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numbers>

namespace pollux {

namespace {

/// Runs a filter; a stop of the job ends it at its next sign of progress.
void update(vtkAlgorithm* filter, const Job& job)
{
    vtkNew<vtkCallbackCommand> stop;
    stop->SetClientData(const_cast<Job*>(&job));
    stop->SetCallback([](vtkObject* caller, unsigned long, void* data, void*) {
        if (static_cast<const Job*>(data)->stopRequested())
            vtkAlgorithm::SafeDownCast(caller)->SetAbortExecute(1);
    });
    filter->AddObserver(vtkCommand::ProgressEvent, stop);
    filter->Update();
    job.checkStop();
}

Surface decimatedBy(const Surface& surface, double targetTriangles, const Job& job)
{
    const double have = static_cast<double>(surface.triangles().size());
    if (!(targetTriangles >= 4) || have <= targetTriangles)
        return surface;
    const auto same = [](const Vec3& p) { return p; };
    vtkNew<vtkQuadricDecimation> quadric; // Garland and Heckbert 1997
    quadric->SetInputData(toVtk(surface));
    quadric->SetTargetReduction(1 - targetTriangles / have);
    update(quadric, job);
    Surface out = fromVtk(quadric->GetOutput(), same);
    if (out.isClosed() || !surface.isClosed())
        return out;
    // Quadric decimation may join sheets of thin parts; this one keeps the topology (Schroeder 1992).
    vtkNew<vtkDecimatePro> careful;
    careful->SetInputData(toVtk(surface));
    careful->SetTargetReduction(1 - targetTriangles / have);
    careful->PreserveTopologyOn();
    careful->SplittingOff();
    careful->BoundaryVertexDeletionOff();
    update(careful, job);
    out = fromVtk(careful->GetOutput(), same);
    return out.isClosed() ? out : surface;
}

/// Zero on the six faces: what the smoothing carried there would leave the surface open.
void emptyFaces(std::vector<float>& field, const Index3& size)
{
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j) {
            float* row = &field[(size_t(k) * size[1] + j) * size[0]];
            if (k == 0 || j == 0 || k == size[2] - 1 || j == size[1] - 1)
                std::fill_n(row, size[0], 0.0f);
            else
                row[0] = row[size[0] - 1] = 0;
        }
}

/// Averages two voxels to one along the axes of fine spacing, so that voxels become more cubic.
void halve(std::vector<float>& field, Grid& grid)
{
    const Volume fine(grid, std::move(field));
    Index3 factors{1, 1, 1};
    for (int a = 0; a < 3; ++a)
        if (grid.spacing[a] < 1.5 * grid.spacing.minCoeff() && grid.size[a] >= 8)
            factors[static_cast<size_t>(a)] = 2;
    const Volume coarse = shrink(fine, factors, Job());
    grid = coarse.grid();
    const auto values = coarse.as<float>();
    field.assign(values.begin(), values.end());
}

/// Identity direction here, the grid's placement afterwards: some filters ignore directions.
vtkSmartPointer<vtkPolyData> contour(std::vector<float>& field, const Index3& size, const Vec3& spacing, float level,
                                     const Job& job)
{
    vtkNew<vtkFloatArray> scalars;
    scalars->SetArray(field.data(), static_cast<vtkIdType>(field.size()), 1);
    vtkNew<vtkImageData> image;
    image->SetDimensions(size[0], size[1], size[2]);
    image->SetSpacing(spacing[0], spacing[1], spacing[2]);
    image->GetPointData()->SetScalars(scalars);
    vtkNew<vtkFlyingEdges3D> edges; // Schroeder, Maynard, Geveci 2015
    edges->SetInputData(image);
    edges->SetValue(0, level);
    edges->ComputeNormalsOff();
    edges->ComputeGradientsOff();
    edges->ComputeScalarsOff();
    update(edges, job);
    return edges->GetOutput();
}

/// The level at which as many voxels are inside as the mask has: smoothing then keeps thin parts and the volume.
float levelOf(const std::vector<float>& field, std::int64_t count)
{
    std::vector<float> sorted;
    for (const float f : field)
        if (f > 0.02f)
            sorted.push_back(f);
    if (static_cast<std::int64_t>(sorted.size()) <= count)
        return 0.25f;
    std::nth_element(sorted.begin(), sorted.begin() + count, sorted.end(), std::greater<>());
    return std::clamp(sorted[static_cast<size_t>(count)], 0.1f, 0.5f);
}

} // namespace

Surface extractSurface(const Mask& mask, const SurfaceOptions& options, const Job& job)
{
    if (mask.empty())
        throw Error(ErrorCode::BadInput, "The structure has no voxels.", "Segment it first.");
    if (!(options.smoothing >= 0 && options.smoothing <= 50) || options.smoothingPasses < 0 ||
        options.smoothingPasses > 1000 || !std::isfinite(options.targetTriangles))
        throw Error(ErrorCode::BadInput, "The smoothing of the surface is out of range.",
                    "Use 0 to 50 mm and 0 to 1000 passes.");
    // Two empty voxels around what the smoothing reaches: the surface closes, at the image border too.
    const double sigma = options.smoothing;
    const IndexBox wide = grown(sigma > 0 ? grownBy(mask.box(), mask.grid(), 2 * sigma) : mask.box(), 2);
    const Index3 size{wide.size(0), wide.size(1), wide.size(2)};
    if (wide.voxels() > std::int64_t(1) << 31)
        throw Error(ErrorCode::OutOfMemory, "The structure is too large for a surface.",
                    "Resample it to larger voxels.");
    std::vector<float> field(static_cast<size_t>(wide.voxels()), 0.0f);
    const auto voxels = mask.boxVoxels();
    size_t at = 0;
    for (int k = mask.box().min[2]; k < mask.box().max[2]; ++k)
        for (int j = mask.box().min[1]; j < mask.box().max[1]; ++j) {
            float* row = &field[(size_t(k - wide.min[2]) * size[1] + (j - wide.min[1])) * size[0] + mask.box().min[0] -
                                wide.min[0]];
            for (int i = 0; i < mask.box().size(0); ++i)
                row[i] = voxels[at++] ? 1.0f : 0.0f;
        }
    job.progress(0.05);
    const Vec3 spacing = mask.grid().spacing;
    float level = 0.5f;
    if (sigma > 0) {
        smoothBox(field, size, spacing, sigma, Edge::Zero, job);
        level = levelOf(field, mask.count());
        emptyFaces(field, size);
    }
    job.progress(0.3);

    Grid grid = mask.grid().cropped(wide);
    vtkSmartPointer<vtkPolyData> mesh = contour(field, size, spacing, level, job);
    // Decimation is by far the slowest step: where many triangles would be thrown away and the structure is thick
    // against the voxels, contour a field of half the resolution instead, as often as needed.
    while (options.targetTriangles > 0 && double(mesh->GetNumberOfPolys()) > 2.5 * options.targetTriangles) {
        const double area = fromVtk(mesh, [](const Vec3& p) { return p; }).areaMm2();
        const double fine = grid.spacing.minCoeff();
        if (!(mask.volumeMl() * 1000 > 3 * 2 * fine * area))
            break;
        const Index3 before = grid.size;
        halve(field, grid);
        if (grid.size == before)
            break;
        emptyFaces(field, grid.size);
        mesh = contour(field, grid.size, grid.spacing, level, job);
    }
    job.progress(0.5);
    if (options.smoothingPasses > 0 && mesh->GetNumberOfPolys() > 0) {
        vtkNew<vtkWindowedSincPolyDataFilter> sinc; // Taubin, Zhang, Golub 1996
        sinc->SetInputData(mesh);
        sinc->SetNumberOfIterations(options.smoothingPasses);
        sinc->SetPassBand(0.1);
        sinc->BoundarySmoothingOff();
        sinc->FeatureEdgeSmoothingOff();
        sinc->NonManifoldSmoothingOn();
        sinc->NormalizeCoordinatesOn();
        update(sinc, job);
        mesh = sinc->GetOutput();
    }
    job.progress(0.6);
    Surface surface = fromVtk(mesh, [&](const Vec3& p) { return Vec3(grid.origin + grid.direction * p); });
    if (surface.empty())
        throw Error(ErrorCode::BadInput, "The structure is too thin for a surface with this smoothing.",
                    "Use less smoothing.");
    if (surface.volumeMl() < 0) // a mirrored grid
        surface = flipped(surface);

    // Specks of less than a thousandth of the largest shell's area are noise of the segmentation.
    const std::vector<Surface> parts = shells(surface);
    if (parts.size() > 1) {
        const double least = 1e-3 * parts.front().areaMm2();
        std::vector<Vec3f> points;
        std::vector<Triangle> triangles;
        for (const Surface& part : parts) {
            if (part.areaMm2() < least)
                break;
            const auto offset = static_cast<std::uint32_t>(points.size());
            points.insert(points.end(), part.points().begin(), part.points().end());
            for (const Triangle& t : part.triangles())
                triangles.push_back({t[0] + offset, t[1] + offset, t[2] + offset});
        }
        surface = Surface(std::move(points), std::move(triangles));
    }
    job.progress(0.65);
    if (options.targetTriangles > 0)
        surface = decimatedBy(surface, options.targetTriangles, job);
    job.progress(0.9);
    surface = offsetToVolume(surface, mask.volumeMl());
    job.progress(1.0);
    return surface;
}

Surface decimated(const Surface& surface, double targetTriangles)
{
    return decimatedBy(surface, targetTriangles, Job());
}

Surface sphereSurface(const Vec3& centre, double radius, int subdivisions)
{
    if (!(radius > 0) || !centre.allFinite() || subdivisions < 0 || subdivisions > 8)
        throw Error(ErrorCode::BadInput, "A sphere needs a radius above zero and 0 to 8 subdivisions.",
                    "Choose other values.");
    const double t = std::numbers::phi;
    std::vector<Vec3> points{{-1, t, 0},  {1, t, 0},  {-1, -t, 0}, {1, -t, 0}, {0, -1, t},  {0, 1, t},
                             {0, -1, -t}, {0, 1, -t}, {t, 0, -1},  {t, 0, 1},  {-t, 0, -1}, {-t, 0, 1}};
    for (Vec3& p : points)
        p.normalize();
    std::vector<Triangle> triangles{{0, 11, 5},  {0, 5, 1},  {0, 1, 7},  {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4},
                                    {11, 10, 2}, {10, 7, 6}, {7, 1, 8},  {3, 9, 4},  {3, 4, 2},   {3, 2, 6}, {3, 6, 8},
                                    {3, 8, 9},   {4, 9, 5},  {2, 4, 11}, {6, 2, 10}, {8, 6, 7},   {9, 8, 1}};
    for (int s = 0; s < subdivisions; ++s) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
        const auto middle = [&](std::uint32_t a, std::uint32_t b) {
            const auto [it, added] = middles.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(points.size()));
            if (added)
                points.push_back((points[a] + points[b]).normalized());
            return it->second;
        };
        std::vector<Triangle> finer;
        for (const Triangle& f : triangles) {
            const std::uint32_t a = middle(f[0], f[1]), b = middle(f[1], f[2]), c = middle(f[2], f[0]);
            finer.insert(finer.end(), {{f[0], a, c}, {f[1], b, a}, {f[2], c, b}, {a, b, c}});
        }
        triangles = std::move(finer);
    }
    std::vector<Vec3f> out;
    for (const Vec3& p : points)
        out.push_back((centre + radius * p).cast<float>());
    return Surface(std::move(out), std::move(triangles));
}

} // namespace pollux
