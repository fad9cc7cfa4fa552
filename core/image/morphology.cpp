#include "core/image/morphology.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/euclidean.h"
#include "core/image/runs.h"
#include "core/image/smoothing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pollux {

namespace {

void checkLength(double mm)
{
    // Far beyond any structuring element of use; keeps the padded boxes within memory.
    constexpr double kLongest = 300.0;
    if (!(mm >= 0 && mm <= kLongest))
        throw Error(ErrorCode::BadInput, "The radius must lie between 0 and 300 mm.", "Choose a radius in this range.");
}

/// Voxels of `map` for which `keep` holds, as 0 or 1.
template <class F>
std::vector<std::uint8_t> select(const std::vector<float>& map, F&& keep)
{
    std::vector<std::uint8_t> out(map.size());
    parallelFor(0, static_cast<std::int64_t>(map.size()), 1 << 20, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i)
            out[i] = keep(map[i]) ? 1 : 0;
    });
    return out;
}

std::vector<std::uint8_t> dilatedIn(const Mask& mask, const IndexBox& region, double radius, const Job& job)
{
    // The float map has about seven digits: the margin keeps centres at exactly the radius inside.
    const float limit = static_cast<float>(radius * radius * (1 + 1e-6));
    return select(euclideanDistance(mask, Sites::Inside, region, DistanceKind::Squared, radius * (1 + 1e-6), job),
                  [limit](float d2) { return d2 <= limit; });
}

Index3 sizeOf(const IndexBox& box)
{
    return {box.size(0), box.size(1), box.size(2)};
}

} // namespace

Mask dilate(const Mask& mask, double radius, const Job& job)
{
    checkLength(radius);
    if (mask.empty() || radius <= 0)
        return mask;
    const IndexBox region = common(grownBy(mask.box(), mask.grid(), radius), mask.grid().box());
    return Mask(mask.grid(), region, dilatedIn(mask, region, radius, job));
}

Mask erode(const Mask& mask, double radius, const Job& job)
{
    checkLength(radius);
    if (mask.empty() || radius <= 0)
        return mask;
    const float limit = static_cast<float>(radius * radius * (1 + 1e-6));
    return Mask(
        mask.grid(), mask.box(),
        select(euclideanDistance(mask, Sites::Outside, mask.box(), DistanceKind::Squared, radius * (1 + 1e-6), job),
               [limit](float d2) { return d2 > limit; }));
}

Mask open(const Mask& mask, double radius, const Job& job)
{
    return dilate(erode(mask, radius, job.part(0, 0.5)), radius, job.part(0.5, 1));
}

Mask close(const Mask& mask, double radius, const Job& job)
{
    checkLength(radius);
    if (mask.empty() || radius <= 0)
        return mask;
    // The dilated mask may reach beyond the image; cutting it off there would wear away the border in the erosion.
    const IndexBox region = grownBy(mask.box(), mask.grid(), radius);
    const Grid padded = mask.grid().cropped(region);
    const Mask eroded = erode(Mask(padded, dilatedIn(mask, region, radius, job)), radius, job);
    IndexBox back = common(region, mask.grid().box());
    IndexBox inPadded = back;
    for (int a = 0; a < 3; ++a) {
        inPadded.min[a] -= region.min[a];
        inPadded.max[a] -= region.min[a];
    }
    return Mask(mask.grid(), back, eroded.in(inPadded));
}

Mask fillHoles(const Mask& mask, const Job& job)
{
    if (mask.empty())
        return mask;
    const auto voxels = mask.boxVoxels();
    const RunParts parts(voxels, sizeOf(mask.box()), Neighbours::Faces, true, job);
    std::vector<std::uint8_t> keep;
    for (const RunParts::Part& part : parts.parts())
        keep.push_back(part.touchesFaces ? 0 : 1);
    std::vector<std::uint8_t> out(voxels.begin(), voxels.end());
    parts.paint(keep, 1, out);
    return Mask(mask.grid(), mask.box(), out);
}

Mask fillHolesBySlice(const Mask& mask, int sliceAxis, const Job& job)
{
    if (sliceAxis < 0 || sliceAxis > 2)
        throw Error(ErrorCode::BadInput, "A slice axis must be 0, 1 or 2.", "Choose one of the three axes.");
    if (mask.empty())
        return mask;
    const auto voxels = mask.boxVoxels();
    const Index3 size = sizeOf(mask.box());
    const std::int64_t stride[3] = {1, size[0], std::int64_t(size[0]) * size[1]};
    const int u = sliceAxis == 0 ? 1 : 0, v = sliceAxis == 2 ? 1 : 2;
    std::vector<std::uint8_t> out(voxels.begin(), voxels.end());
    parallelFor(0, size[sliceAxis], 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<std::uint8_t> plane(static_cast<size_t>(size[u]) * size[v]), keep;
        for (std::int64_t s = first; s < last; ++s) {
            job.checkStop();
            for (int b = 0; b < size[v]; ++b)
                for (int a = 0; a < size[u]; ++a)
                    plane[size_t(b) * size[u] + a] = voxels[s * stride[sliceAxis] + a * stride[u] + b * stride[v]];
            const RunParts parts(plane, {size[u], size[v], 1}, Neighbours::Faces, true, job);
            keep.clear();
            for (const RunParts::Part& part : parts.parts())
                keep.push_back(part.box.min[0] > 0 && part.box.min[1] > 0 && part.box.max[0] < size[u] &&
                               part.box.max[1] < size[v]);
            for (const RunParts::Run& run : parts.runs())
                if (keep[run.part])
                    for (int a = run.begin; a < run.end; ++a)
                        out[s * stride[sliceAxis] + a * stride[u] + run.row * stride[v]] = 1;
        }
    });
    return Mask(mask.grid(), mask.box(), out);
}

std::vector<Mask> components(const Mask& mask, std::int64_t minVoxels, int most, const Job& job)
{
    std::vector<Mask> out;
    if (mask.empty() || most <= 0)
        return out;
    const RunParts found(mask.boxVoxels(), sizeOf(mask.box()), Neighbours::All, false, job);
    const auto& parts = found.parts();
    std::vector<std::int32_t> order(parts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::int32_t a, std::int32_t b) { return parts[a].voxels > parts[b].voxels; });
    std::vector<std::int32_t> rank(parts.size(), -1);
    std::vector<std::vector<std::uint8_t>> voxels;
    for (const std::int32_t p : order) {
        if (parts[p].voxels < minVoxels || static_cast<int>(voxels.size()) == most)
            break;
        rank[p] = static_cast<std::int32_t>(voxels.size());
        voxels.emplace_back(static_cast<size_t>(parts[p].box.voxels()), std::uint8_t(0));
    }
    const int rows = mask.box().size(1);
    for (const RunParts::Run& run : found.runs()) {
        if (rank[run.part] < 0)
            continue;
        const IndexBox& b = parts[run.part].box;
        const std::int64_t at =
            (std::int64_t(run.row / rows - b.min[2]) * b.size(1) + run.row % rows - b.min[1]) * b.size(0) - b.min[0];
        std::fill_n(voxels[rank[run.part]].begin() + at + run.begin, run.end - run.begin, std::uint8_t(1));
    }
    for (size_t r = 0; r < voxels.size(); ++r) {
        job.checkStop();
        IndexBox b = parts[order[r]].box;
        for (int a = 0; a < 3; ++a) {
            b.min[a] += mask.box().min[a];
            b.max[a] += mask.box().min[a];
        }
        out.emplace_back(mask.grid(), b, voxels[r]);
        voxels[r] = {};
    }
    return out;
}

Mask largestComponent(const Mask& mask, const Job& job)
{
    std::vector<Mask> parts = components(mask, 1, 1, job);
    return parts.empty() ? mask : parts.front();
}

Mask boundary(const Mask& mask)
{
    if (mask.empty())
        return mask;
    const Index3 size = sizeOf(mask.box());
    const auto voxels = mask.boxVoxels();
    const std::int64_t row = size[0], plane = row * size[1];
    std::vector<std::uint8_t> out(voxels.begin(), voxels.end());
    parallelFor(0, size[2], 4, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k)
            for (int j = 0; j < size[1]; ++j) {
                if (k == 0 || j == 0 || k == size[2] - 1 || j == size[1] - 1)
                    continue;
                const std::uint8_t* v = voxels.data() + k * plane + j * row;
                std::uint8_t* o = out.data() + k * plane + j * row;
                for (int i = 1; i + 1 < size[0]; ++i)
                    if (v[i - 1] && v[i + 1] && v[i - row] && v[i + row] && v[i - plane] && v[i + plane])
                        o[i] = 0;
            }
    });
    return Mask(mask.grid(), mask.box(), out);
}

Mask smooth(const Mask& mask, double sigma, const Job& job)
{
    checkLength(sigma);
    if (mask.empty() || sigma <= 0)
        return mask;
    // With the kernel's reach around it (cut at 4 sigma) the edge is empty, except where the image itself ends.
    const IndexBox region = common(grownBy(mask.box(), mask.grid(), 4 * sigma), mask.grid().box());
    const std::vector<std::uint8_t> voxels = mask.in(region);
    std::vector<float> field(voxels.begin(), voxels.end());
    smoothBox(field, sizeOf(region), mask.grid().spacing, sigma, Edge::Repeat, job);
    return Mask(mask.grid(), region, select(field, [](float f) { return f >= 0.5f; }));
}

} // namespace pollux
