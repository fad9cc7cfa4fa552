#include "plugins/liver/risk_map.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

constexpr double kMostVoxels = 24e6;

Box boundsOf(const Mask& mask)
{
    Box box;
    if (mask.empty())
        return box;
    const IndexBox& b = mask.box();
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 index;
        for (int a = 0; a < 3; ++a)
            index[a] = corner >> a & 1 ? b.max[static_cast<size_t>(a)] - 0.5 : b.min[static_cast<size_t>(a)] - 0.5;
        box.include(mask.grid().toPatient(index));
    }
    return box;
}

/// The part of `grid` that can hold voxels of `mask`.
IndexBox overlap(const Grid& grid, const Mask& mask)
{
    const Box b = boundsOf(mask);
    IndexBox out;
    for (size_t a = 0; a < 3; ++a) {
        const auto n = static_cast<Eigen::Index>(a);
        const double low = std::floor((b.min[n] - grid.origin[n]) / grid.spacing[n]);
        const double high = std::ceil((b.max[n] - grid.origin[n]) / grid.spacing[n]) + 1;
        out.min[a] = static_cast<int>(std::clamp(low, 0.0, double(grid.size[a])));
        out.max[a] = static_cast<int>(std::clamp(high, 0.0, double(grid.size[a])));
    }
    return out;
}

/// Calls set(offset) for every voxel of `grid` whose centre is inside `mask`.
template <class Set>
void gather(const Grid& grid, const Mask& mask, const Job& job, Set set)
{
    const IndexBox box = overlap(grid, mask);
    if (box.empty())
        return;
    const Grid& from = mask.grid();
    // Both grids are regular: one step along i is the same step of the mask's index everywhere.
    const Vec3 origin = from.toIndex(grid.origin) + Vec3::Constant(0.5);
    Mat3 step;
    for (int a = 0; a < 3; ++a)
        step.col(a) =
            (from.direction.transpose() * Vec3(grid.direction.col(a) * grid.spacing[a])).cwiseQuotient(from.spacing);
    parallelFor(box.min[2], box.max[2], 4, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i) {
                    const Vec3 p = origin + step.col(0) * i + step.col(1) * j + step.col(2) * k;
                    if (mask.at(static_cast<int>(std::floor(p[0])), static_cast<int>(std::floor(p[1])),
                                static_cast<int>(std::floor(p[2]))))
                        set(grid.offset(i, j, k));
                }
        }
    });
}

/// Calls set(offset) for the voxel of `grid` around the centre of every voxel of `mask`: nothing thin is lost.
template <class Set>
void scatter(const Grid& grid, const Mask& mask, const Job& job, Set set)
{
    const IndexBox& b = mask.box();
    const auto in = mask.boxVoxels();
    size_t n = 0;
    for (int k = b.min[2]; k < b.max[2]; ++k) {
        job.checkStop();
        for (int j = b.min[1]; j < b.max[1]; ++j)
            for (int i = b.min[0]; i < b.max[0]; ++i, ++n) {
                if (!in[n])
                    continue;
                const Index3 at = grid.nearest(mask.grid().toPatient(i, j, k));
                if (grid.contains(at[0], at[1], at[2]))
                    set(grid.offset(at[0], at[1], at[2]));
            }
    }
}

} // namespace

RiskMap::RiskMap(const Scene& scene, double reach, double spacing, const Job& job)
{
    if (!(reach > 0 && std::isfinite(reach)) || !(spacing > 0 && std::isfinite(spacing)))
        throw Error(ErrorCode::BadInput, "Reach and spacing of the risk map must be positive.");
    if (scene.obstacles.size() > 250)
        throw Error(ErrorCode::BadInput, "There are more than 250 obstacles.",
                    "Merge small structures, or remove some.");

    Box region = boundsOf(scene.liver);
    region.include(scene.target);
    region.min.array() -= reach;
    region.max.array() += reach;
    Box known = boundsOf(scene.body);
    if (known.empty()) {
        known.include(scene.target);
        for (const Mask* m : {&scene.liver, &scene.lesion})
            if (const Box b = boundsOf(*m); !b.empty()) {
                known.include(b.min);
                known.include(b.max);
            }
        known.min.array() -= reach;
        known.max.array() += reach;
    }
    region.min = region.min.cwiseMax(known.min - Vec3::Constant(2 * spacing));
    region.max = region.max.cwiseMin(known.max + Vec3::Constant(2 * spacing));
    if (region.empty())
        throw Error(ErrorCode::BadInput, "Target and body are too far apart.", "Check the target point.");

    // A map of at most kMostVoxels: time and memory stay bounded whatever the case holds.
    spacing = std::max(spacing, std::cbrt(region.extent().prod() / kMostVoxels));
    m_grid.spacing = Vec3::Constant(spacing);
    m_grid.origin = region.min;
    for (size_t a = 0; a < 3; ++a)
        m_grid.size[a] =
            std::max(1, static_cast<int>(std::floor(region.extent()[static_cast<Eigen::Index>(a)] / spacing)) + 1);
    m_cells.assign(static_cast<size_t>(m_grid.voxels()), RiskCell{});

    m_hasBody = !scene.body.empty();
    m_hasLiver = !scene.liver.empty();
    addFlag(scene.body, RiskCell::Body, job);
    job.progress(0.1, "Body");
    addFlag(scene.liver, RiskCell::Liver, job);
    addFlag(scene.lesion, RiskCell::Lesion, job);
    for (const Mask& m : scene.minorVessels)
        addFlag(m, RiskCell::MinorVessel, job);
    if (m_hasLiver)
        smoothLiver(job);

    for (size_t kind = 0; kind < 3; ++kind) {
        job.progress(0.2 + 0.25 * double(kind), "Distances");
        std::vector<std::uint8_t> labels;
        for (size_t n = 0; n < scene.obstacles.size(); ++n) {
            const Obstacle& o = scene.obstacles[n];
            if (static_cast<size_t>(o.kind) != kind)
                continue;
            if (labels.empty())
                labels.assign(m_cells.size(), 0);
            const auto set = [&](std::int64_t at) {
                labels[static_cast<size_t>(at)] = static_cast<std::uint8_t>(n + 1);
            };
            gather(m_grid, o.mask, job, set);
            scatter(m_grid, o.mask, job, set);
        }
        if (labels.empty())
            continue;
        const auto steps = labelledDistance(m_grid.size, spacing, labels, job);
        for (size_t v = 0; v < steps.size(); ++v)
            m_cells[v].distance[kind] = steps[v];
        m_nearest[kind] = std::move(labels);
    }
    job.progress(1, "Distances");
}

void RiskMap::addFlag(const Mask& mask, std::uint8_t flag, const Job& job)
{
    if (!mask.empty())
        gather(m_grid, mask, job, [&](std::int64_t at) { m_cells[static_cast<size_t>(at)].flags |= flag; });
}

void RiskMap::smoothLiver(const Job& job)
{
    // Only where the liver is, and as far as the Gaussian reaches.
    IndexBox box{{m_grid.size}, {0, 0, 0}};
    for (int k = 0; k < m_grid.size[2]; ++k)
        for (int j = 0; j < m_grid.size[1]; ++j)
            for (int i = 0; i < m_grid.size[0]; ++i)
                if (m_cells[static_cast<size_t>(m_grid.offset(i, j, k))].flags & RiskCell::Liver) {
                    const Index3 at{i, j, k};
                    for (size_t a = 0; a < 3; ++a) {
                        box.min[a] = std::min(box.min[a], at[a]);
                        box.max[a] = std::max(box.max[a], at[a] + 1);
                    }
                }
    if (box.empty())
        return;
    const double sigma = kNormalSigma / spacing();
    const int radius = static_cast<int>(std::ceil(3 * sigma));
    for (size_t a = 0; a < 3; ++a) {
        box.min[a] = std::max(0, box.min[a] - radius);
        box.max[a] = std::min(m_grid.size[a], box.max[a] + radius);
    }
    std::vector<float> kernel;
    float sum = 0;
    for (int t = -radius; t <= radius; ++t)
        sum += kernel.emplace_back(static_cast<float>(std::exp(-0.5 * t * t / (sigma * sigma))));
    for (float& w : kernel)
        w /= sum;

    const int n[3] = {box.size(0), box.size(1), box.size(2)};
    std::vector<float> value(static_cast<size_t>(box.voxels())), next(value.size());
    size_t v = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i, ++v)
                value[v] = m_cells[static_cast<size_t>(m_grid.offset(i, j, k))].flags & RiskCell::Liver ? 1.F : 0.F;
    const std::int64_t stride[3] = {1, n[0], std::int64_t(n[0]) * n[1]};
    for (int axis = 0; axis < 3; ++axis) {
        parallelFor(0, n[2], 4, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t k = first; k < last; ++k) {
                job.checkStop();
                for (int j = 0; j < n[1]; ++j)
                    for (int i = 0; i < n[0]; ++i) {
                        const int at[3] = {i, j, static_cast<int>(k)};
                        const std::int64_t base = k * stride[2] + j * stride[1] + i;
                        // Beyond the box all is zero: the liver keeps `radius` away from its border, except at the
                        // map's.
                        const int low = std::max(-radius, -at[axis]), high = std::min(radius, n[axis] - 1 - at[axis]);
                        float total = 0;
                        for (int t = low; t <= high; ++t)
                            total += kernel[static_cast<size_t>(t + radius)] *
                                     value[static_cast<size_t>(base + t * stride[axis])];
                        next[static_cast<size_t>(base)] = total;
                    }
            }
        });
        std::swap(value, next);
    }
    m_liverBox = box;
    m_liver.resize(value.size());
    for (size_t i = 0; i < value.size(); ++i)
        m_liver[i] = static_cast<std::uint8_t>(std::clamp(std::lround(value[i] * 255.F), 0L, 255L));
}

Vec3 RiskMap::capsuleNormal(const Vec3& patientPoint) const
{
    const Index3 c = m_grid.nearest(patientPoint);
    const auto at = [&](int i, int j, int k) -> double {
        if (!m_liverBox.contains(i, j, k))
            return 0;
        return m_liver[static_cast<size_t>(
            (std::int64_t(k - m_liverBox.min[2]) * m_liverBox.size(1) + (j - m_liverBox.min[1])) * m_liverBox.size(0) +
            (i - m_liverBox.min[0]))];
    };
    const Vec3 g(at(c[0] + 1, c[1], c[2]) - at(c[0] - 1, c[1], c[2]),
                 at(c[0], c[1] + 1, c[2]) - at(c[0], c[1] - 1, c[2]),
                 at(c[0], c[1], c[2] + 1) - at(c[0], c[1], c[2] - 1));
    const double length = g.norm();
    return length < 1 ? Vec3(Vec3::Zero()) : Vec3(-g / length);
}

} // namespace pollux::liver
