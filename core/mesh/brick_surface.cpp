#include "core/mesh/brick_surface.h"

#include "core/base/parallel.h"
#include "core/image/box.h"

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
#include <array>
#include <cmath>
#include <set>

namespace pollux {

namespace {

/// Samples of one brick: voxels of the mask and two beyond on each side, zero outside the image.
struct Samples
{
    Index3 low{};  ///< voxel of the first sample
    Index3 size{}; ///< along each axis
    std::vector<float> values;

    size_t at(int i, int j, int k) const
    {
        return (size_t(k) * size_t(size[1]) + size_t(j)) * size_t(size[0]) + size_t(i);
    }
};

/// How far beyond the samples that are contoured the voxels reach: one for the smoothing, one for its slope.
constexpr int kReach = 2;
constexpr float kClear = 0.2f;

/// Voxels at the corners of the cells that begin in a brick; the first brick has the cells before the image, too.
IndexBox corners(const MaskBricks& bricks, const Index3& brick)
{
    IndexBox box;
    for (size_t a = 0; a < 3; ++a) {
        box.min[a] = brick[a] == 0 ? -1 : brick[a] * MaskBricks::kEdge;
        box.max[a] = std::min((brick[a] + 1) * MaskBricks::kEdge, bricks.size()[a]) + 1;
    }
    return box;
}

Samples voxelsAround(const MaskBricks& bricks, const IndexBox& box)
{
    const IndexBox wide = grown(box, kReach);
    Samples s;
    s.low = wide.min;
    s.size = {wide.size(0), wide.size(1), wide.size(2)};
    s.values.assign(static_cast<size_t>(wide.voxels()), 0.0f);
    IndexBox inside = wide;
    for (size_t a = 0; a < 3; ++a) {
        inside.min[a] = std::max(wide.min[a], 0);
        inside.max[a] = std::min(wide.max[a], bricks.size()[a]);
    }
    std::vector<std::uint8_t> voxels(static_cast<size_t>(inside.voxels()));
    bricks.copyTo(inside, voxels.data());
    size_t n = 0;
    for (int k = inside.min[2]; k < inside.max[2]; ++k)
        for (int j = inside.min[1]; j < inside.max[1]; ++j)
            for (int i = inside.min[0]; i < inside.max[0]; ++i)
                s.values[s.at(i - s.low[0], j - s.low[1], k - s.low[2])] = voxels[n++];
    return s;
}

/// 1 2 1 along each axis; the border is left as it is.
std::vector<float> smoothed(const Samples& s)
{
    std::vector<float> from = s.values, to = s.values;
    const std::array<std::ptrdiff_t, 3> steps{1, s.size[0], std::ptrdiff_t(s.size[0]) * s.size[1]};
    for (size_t a = 0; a < 3; ++a) {
        Index3 low{0, 0, 0}, high = s.size;
        low[a] = 1;
        high[a] = s.size[a] - 1;
        for (int k = low[2]; k < high[2]; ++k)
            for (int j = low[1]; j < high[1]; ++j) {
                const float* f = &from[s.at(low[0], j, k)];
                float* t = &to[s.at(low[0], j, k)];
                for (int i = low[0]; i < high[0]; ++i, ++f, ++t)
                    *t = 0.25f * f[-steps[a]] + 0.5f * *f + 0.25f * f[steps[a]];
            }
        from = to;
    }
    return to;
}

/// Slope of the samples at a place in samples, by central differences between which it is linear.
Vec3 slope(const Samples& s, const std::vector<float>& values, const Vec3& place)
{
    Vec3 sum = Vec3::Zero();
    Index3 base{};
    Vec3 part;
    for (size_t a = 0; a < 3; ++a) {
        base[a] = std::clamp(static_cast<int>(std::floor(place[static_cast<int>(a)])), 1, s.size[a] - 3);
        part[static_cast<int>(a)] = std::clamp(place[static_cast<int>(a)] - base[a], 0.0, 1.0);
    }
    const std::array<std::ptrdiff_t, 3> steps{1, s.size[0], std::ptrdiff_t(s.size[0]) * s.size[1]};
    for (int corner = 0; corner < 8; ++corner) {
        double weight = 1;
        Index3 at = base;
        for (int a = 0; a < 3; ++a) {
            const bool far = (corner >> a & 1) != 0;
            at[static_cast<size_t>(a)] += far;
            weight *= far ? part[a] : 1 - part[a];
        }
        const float* v = &values[s.at(at[0], at[1], at[2])];
        for (size_t a = 0; a < 3; ++a)
            sum[static_cast<int>(a)] += weight * 0.5 * double(v[steps[a]] - v[-steps[a]]);
    }
    return sum;
}

/// A vertex as the filter gives it lies on an edge between two samples, rounded to floats of this brick. Where it is
/// follows again from the samples, so that the neighbour finds the very same place.
struct OnEdge
{
    Vec3 sample; ///< whole numbers
    int along = 0;
    double part = 0; ///< 0..1 of the way to the next sample
};

OnEdge onEdge(const Samples& s, const Vec3& vertex)
{
    OnEdge e;
    e.sample = Vec3(std::round(vertex.x()), std::round(vertex.y()), std::round(vertex.z()));
    (vertex - e.sample).cwiseAbs().maxCoeff(&e.along);
    e.sample[e.along] = std::floor(vertex[e.along]);
    const std::array<std::ptrdiff_t, 3> steps{1, s.size[0], std::ptrdiff_t(s.size[0]) * s.size[1]};
    const float* v =
        &s.values[s.at(static_cast<int>(e.sample.x()), static_cast<int>(e.sample.y()), static_cast<int>(e.sample.z()))];
    const double here = *v;
    const double there = v[steps[static_cast<size_t>(e.along)]];
    e.part = (0.5 - here) / (there - here);
    return e;
}

/// Null where the brick holds no part of the surface.
std::shared_ptr<const BrickPatch> patchOf(const MaskBricks& bricks, const Index3& brick, const Grid& grid)
{
    const IndexBox box = corners(bricks, brick);
    Samples s = voxelsAround(bricks, box);
    const auto [least, most] = std::minmax_element(s.values.begin(), s.values.end());
    if (*least == *most)
        return nullptr;
    const std::vector<float> soft = smoothed(s);
    // The smoothed mask, but every voxel well on its own side of one half: a lone one is still to be seen.
    for (size_t n = 0; n < s.values.size(); ++n)
        s.values[n] = s.values[n] > 0 ? std::max(soft[n], 0.5f + kClear) : std::min(soft[n], 0.5f - kClear);

    vtkNew<vtkFloatArray> scalars;
    scalars->SetArray(s.values.data(), static_cast<vtkIdType>(s.values.size()), 1);
    vtkNew<vtkImageData> image;
    image->SetDimensions(s.size[0], s.size[1], s.size[2]);
    image->GetPointData()->SetScalars(scalars);
    vtkNew<vtkFlyingEdges3D> edges;
    edges->SetInputData(image);
    edges->SetValue(0, 0.5);
    edges->ComputeNormalsOff();
    edges->ComputeGradientsOff();
    edges->ComputeScalarsOff();
    edges->Update();
    vtkPolyData* mesh = edges->GetOutput();

    auto patch = std::make_shared<BrickPatch>();
    const bool mirrored = grid.direction.determinant() < 0;
    std::vector<std::int64_t> number(static_cast<size_t>(mesh->GetNumberOfPoints()), -1);
    const Mat3 turn = grid.direction * grid.spacing.cwiseInverse().asDiagonal();
    vtkIdType count = 0;
    const vtkIdType* ids = nullptr;
    for (vtkIdType c = 0; c < mesh->GetPolys()->GetNumberOfCells(); ++c) {
        mesh->GetPolys()->GetCellAtId(c, count, ids);
        // The cell that a triangle lies in is the neighbour's where it begins beyond the brick's corners.
        std::array<Vec3, 3> x;
        Vec3 middle = Vec3::Zero();
        for (size_t v = 0; v < 3; ++v) {
            mesh->GetPoint(ids[v], x[v].data());
            middle += x[v] / 3;
        }
        bool ours = true;
        for (size_t a = 0; a < 3; ++a)
            ours = ours && middle[static_cast<int>(a)] > kReach && middle[static_cast<int>(a)] < s.size[a] - 1 - kReach;
        if (!ours)
            continue;
        Triangle t;
        for (size_t v = 0; v < 3; ++v) {
            std::int64_t& to = number[static_cast<size_t>(ids[v])];
            if (to < 0) {
                to = static_cast<std::int64_t>(patch->points.size());
                const OnEdge e = onEdge(s, x[v]);
                Vec3 index = e.sample + Vec3(s.low[0], s.low[1], s.low[2]);
                index[e.along] += e.part;
                const Vec3 place = index - Vec3(s.low[0], s.low[1], s.low[2]);
                patch->points.push_back(
                    (grid.origin + grid.direction * grid.spacing.cwiseProduct(index)).cast<float>());
                const Vec3 n = -(turn * slope(s, soft, place));
                patch->normals.push_back((n.norm() > 0 ? n.normalized() : Vec3(0, 0, 1)).cast<float>());
            }
            t[v] = static_cast<std::uint32_t>(to);
        }
        if (mirrored)
            std::swap(t[1], t[2]);
        patch->triangles.push_back(t);
    }
    return patch->triangles.empty() ? nullptr : patch;
}

} // namespace

std::vector<Index3> BrickSurface::update(const Mask& mask, const Job& job)
{
    const auto bricks = mask.bricks();
    std::set<Index3> again;
    const bool fresh = !m_bricks || !sameGeometry(m_grid, mask.grid());
    const auto add = [&](const Index3& b) {
        // A patch looks two voxels into its neighbours.
        for (int k = std::max(0, b[2] - 1); k <= std::min(bricks->bricks()[2] - 1, b[2] + 1); ++k)
            for (int j = std::max(0, b[1] - 1); j <= std::min(bricks->bricks()[1] - 1, b[1] + 1); ++j)
                for (int i = std::max(0, b[0] - 1); i <= std::min(bricks->bricks()[0] - 1, b[0] + 1); ++i)
                    again.insert({i, j, k});
    };
    if (!fresh)
        for (const Index3& b : MaskBricks::difference(*m_bricks, *bricks))
            add(b);
    else if (!mask.empty()) {
        const IndexBox all = bricks->bricksOf(mask.box());
        for (int k = all.min[2]; k < all.max[2]; ++k)
            for (int j = all.min[1]; j < all.max[1]; ++j)
                for (int i = all.min[0]; i < all.max[0]; ++i)
                    add({i, j, k});
    }
    const std::vector<Index3> list(again.begin(), again.end());
    std::vector<std::shared_ptr<const BrickPatch>> made(list.size());
    parallelFor(0, static_cast<std::int64_t>(list.size()), 1, [&](std::int64_t from, std::int64_t to) {
        for (auto n = static_cast<size_t>(from); n < static_cast<size_t>(to); ++n) {
            job.checkStop();
            made[n] = patchOf(*bricks, list[n], mask.grid());
        }
    });
    if (fresh)
        m_patches.clear();
    for (size_t n = 0; n < list.size(); ++n)
        if (made[n])
            m_patches[list[n]] = std::move(made[n]);
        else
            m_patches.erase(list[n]);
    m_grid = mask.grid();
    m_bricks = bricks;
    return list;
}

Surface BrickSurface::joined() const
{
    std::map<std::array<float, 3>, std::uint32_t> number;
    std::vector<Vec3f> points;
    std::vector<Triangle> triangles;
    for (const auto& [brick, patch] : m_patches) {
        std::vector<std::uint32_t> to;
        for (const Vec3f& p : patch->points) {
            const auto [it, added] =
                number.try_emplace({p.x(), p.y(), p.z()}, static_cast<std::uint32_t>(points.size()));
            if (added)
                points.push_back(p);
            to.push_back(it->second);
        }
        for (const Triangle& t : patch->triangles)
            triangles.push_back({to[t[0]], to[t[1]], to[t[2]]});
    }
    return Surface(std::move(points), std::move(triangles));
}

} // namespace pollux
