#include "core/image/edit/between_slices.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "core/image/edit/apply.h"
#include "core/image/runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

/// A painted slice: u and v are the two other axes, in the mask's box.
struct Slice
{
    int at = 0; ///< along the axis
    RunParts parts;
    std::vector<Eigen::Vector2d> centre; ///< of each part, in pixels
};

struct Pair
{
    std::int32_t a = 0, b = 0; ///< parts of the slice before and of the one after
};

struct Frame
{
    Index3 size{};                        ///< u, v, 1
    std::array<double, 2> mm{};           ///< spacing of u and v
    std::array<std::int64_t, 3> stride{}; ///< in the box: u, v, axis
};

/// One part of a slice alone, as an image of `region` (in u, v) whose third axis is too far away to matter: distances
/// are those of the plane.
Volume partDistance(const Frame& frame, const RunParts& parts, std::int32_t part, const IndexBox& region,
                    const Job& job)
{
    constexpr double kFar = 1e5; // mm
    Grid flat;
    flat.size = {region.size(0), region.size(1), 1};
    flat.spacing = Vec3(frame.mm[0], frame.mm[1], kFar);
    std::vector<std::uint8_t> pixels(static_cast<size_t>(flat.voxels()), 0);
    for (const RunParts::Run& run : parts.runs())
        if (run.part == part)
            for (int u = run.begin; u < run.end; ++u)
                pixels[static_cast<size_t>(flat.offset(u - region.min[0], run.row - region.min[1], 0))] = 1;
    return signedDistance(Mask(flat, pixels), {}, job);
}

float bilinear(const Volume& map, double u, double v)
{
    const Grid& g = map.grid();
    const auto values = map.as<float>();
    u = std::clamp(u, 0.0, g.size[0] - 1.0);
    v = std::clamp(v, 0.0, g.size[1] - 1.0);
    const int i = std::min(static_cast<int>(u), std::max(g.size[0] - 2, 0));
    const int j = std::min(static_cast<int>(v), std::max(g.size[1] - 2, 0));
    const int di = g.size[0] > 1 ? 1 : 0, dj = g.size[1] > 1 ? 1 : 0;
    const auto at = [&](int x, int y) { return values[static_cast<size_t>(g.offset(x, y, 0))]; };
    const auto fu = static_cast<float>(u - i), fv = static_cast<float>(v - j);
    return (1 - fv) * ((1 - fu) * at(i, j) + fu * at(i + di, j)) +
           fv * ((1 - fu) * at(i, j + dj) + fu * at(i + di, j + dj));
}

/// Which parts of two slices belong together.
std::vector<Pair> match(const Frame& frame, const Slice& a, const Slice& b, double distance, const Job& job)
{
    const size_t na = a.parts.parts().size(), nb = b.parts.parts().size();
    std::vector<std::uint8_t> meets(na * nb, 0);
    size_t r = 0;
    // Runs of both are in the order of rows, then of u.
    for (const RunParts::Run& run : a.parts.runs()) {
        const auto& other = b.parts.runs();
        while (r < other.size() && (other[r].row < run.row || (other[r].row == run.row && other[r].end <= run.begin)))
            ++r;
        for (size_t n = r; n < other.size() && other[n].row == run.row && other[n].begin < run.end; ++n)
            meets[static_cast<size_t>(run.part) * nb + static_cast<size_t>(other[n].part)] = 1;
    }
    const auto pixelArea = frame.mm[0] * frame.mm[1];
    const auto diameter = [&](const RunParts::Part& p) {
        return 2 * std::sqrt(static_cast<double>(p.voxels) * pixelArea / std::numbers::pi);
    };
    /// Gap from a part to the nearest part of the other slice.
    const auto partner = [&](const Slice& from, std::int32_t part, const Slice& to) -> std::int32_t {
        const IndexBox all{{0, 0, 0}, frame.size};
        const Volume map = partDistance(frame, from.parts, part, all, job);
        std::vector<float> gap(to.parts.parts().size(), 1e30f);
        const auto values = map.as<float>();
        for (const RunParts::Run& run : to.parts.runs())
            for (int u = run.begin; u < run.end; ++u)
                gap[run.part] = std::min(gap[run.part], values[static_cast<size_t>(run.row) * frame.size[0] + u]);
        const auto nearest = std::min_element(gap.begin(), gap.end());
        if (nearest == gap.end())
            return -1;
        const auto found = static_cast<std::int32_t>(nearest - gap.begin());
        const double smaller = std::min(diameter(from.parts.parts()[part]), diameter(to.parts.parts()[found]));
        return *nearest <= std::max(distance, smaller) ? found : -1;
    };
    for (size_t n = 0; n < na; ++n)
        if (std::none_of(&meets[n * nb], &meets[n * nb] + nb, [](std::uint8_t m) { return m != 0; })) {
            const std::int32_t other = partner(a, static_cast<std::int32_t>(n), b);
            if (other >= 0)
                meets[n * nb + static_cast<size_t>(other)] = 1;
        }
    for (size_t m = 0; m < nb; ++m) {
        bool any = false;
        for (size_t n = 0; n < na; ++n)
            any = any || meets[n * nb + m];
        if (any)
            continue;
        const std::int32_t other = partner(b, static_cast<std::int32_t>(m), a);
        if (other >= 0)
            meets[static_cast<size_t>(other) * nb + m] = 1;
    }
    std::vector<Pair> out;
    for (size_t n = 0; n < na; ++n)
        for (size_t m = 0; m < nb; ++m)
            if (meets[n * nb + m])
                out.push_back({static_cast<std::int32_t>(n), static_cast<std::int32_t>(m)});
    return out;
}

/// The slices between two painted ones, from one pair of parts.
void bridge(const Frame& frame, const Slice& a, const Slice& b, const Pair& pair, std::vector<std::uint8_t>& voxels,
            const Job& job)
{
    const Eigen::Vector2d move = b.centre[pair.b] - a.centre[pair.a];
    const IndexBox both = hull(a.parts.parts()[pair.a].box, b.parts.parts()[pair.b].box);
    // Wide enough that both maps are known wherever they are looked up.
    IndexBox wide = both;
    for (int n = 0; n < 2; ++n) {
        const int pad = static_cast<int>(std::ceil(std::abs(move[n]))) + 2;
        wide.min[n] -= pad;
        wide.max[n] += pad;
    }
    const Volume before = partDistance(frame, a.parts, pair.a, wide, job);
    const Volume after = partDistance(frame, b.parts, pair.b, wide, job);
    parallelFor(a.at + 1, b.at, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t s = first; s < last; ++s) {
            job.checkStop();
            const double t = double(s - a.at) / (b.at - a.at);
            for (int v = both.min[1]; v < both.max[1]; ++v)
                for (int u = both.min[0]; u < both.max[0]; ++u) {
                    const double x = u - wide.min[0], y = v - wide.min[1];
                    const double d = (1 - t) * bilinear(before, x - t * move[0], y - t * move[1]) +
                                     t * bilinear(after, x + (1 - t) * move[0], y + (1 - t) * move[1]);
                    if (d < 0)
                        voxels[static_cast<size_t>(u * frame.stride[0] + v * frame.stride[1] + s * frame.stride[2])] =
                            1;
                }
        }
    });
}

} // namespace

Mask fillBetweenSlices(const Mask& painted, int axis, const Job& job)
{
    if (axis < 0 || axis > 2)
        throw Error(ErrorCode::BadInput, "A slice axis must be 0, 1 or 2.", "Choose one of the three axes.");
    if (painted.empty())
        return painted;
    const IndexBox& box = painted.box();
    const Vec3 spacing = painted.grid().spacing;
    const std::array<std::int64_t, 3> stride{1, box.size(0), std::int64_t(box.size(0)) * box.size(1)};
    const size_t u = axis == 0 ? 1 : 0, v = axis == 2 ? 1 : 2;
    Frame frame;
    frame.size = {box.size(static_cast<int>(u)), box.size(static_cast<int>(v)), 1};
    frame.mm = {spacing[static_cast<Eigen::Index>(u)], spacing[static_cast<Eigen::Index>(v)]};
    frame.stride = {stride[u], stride[v], stride[static_cast<size_t>(axis)]};

    const BoxVoxels in = painted.boxVoxels();
    std::vector<std::uint8_t> out(in.begin(), in.end());
    const auto sliceAt = [&](int s) {
        std::vector<std::uint8_t> pixels(static_cast<size_t>(frame.size[0]) * frame.size[1]);
        for (int y = 0; y < frame.size[1]; ++y)
            for (int x = 0; x < frame.size[0]; ++x)
                pixels[static_cast<size_t>(y) * frame.size[0] + x] =
                    in[static_cast<size_t>(x * frame.stride[0] + y * frame.stride[1] + s * frame.stride[2])];
        Slice slice{s, RunParts(pixels, frame.size, Neighbours::All, false, job), {}};
        slice.centre.assign(slice.parts.parts().size(), Eigen::Vector2d::Zero());
        for (const RunParts::Run& run : slice.parts.runs())
            slice.centre[run.part] +=
                Eigen::Vector2d(0.5 * (run.begin + run.end - 1), run.row) * double(run.end - run.begin);
        for (size_t n = 0; n < slice.centre.size(); ++n)
            slice.centre[n] /= static_cast<double>(slice.parts.parts()[n].voxels);
        return slice;
    };

    const int slices = box.size(axis);
    std::vector<std::uint8_t> used(static_cast<size_t>(slices), 0);
    parallelFor(0, slices, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t s = first; s < last; ++s) {
            job.checkStop();
            for (int y = 0; y < frame.size[1] && !used[s]; ++y)
                for (int x = 0; x < frame.size[0]; ++x)
                    if (in[static_cast<size_t>(x * frame.stride[0] + y * frame.stride[1] + s * frame.stride[2])]) {
                        used[s] = 1;
                        break;
                    }
        }
    });
    int before = 0; // the box begins with a painted slice
    for (int s = 1; s < slices; ++s) {
        if (!used[s])
            continue;
        if (s - before > 1) {
            const Slice a = sliceAt(before), b = sliceAt(s);
            for (const Pair& pair : match(frame, a, b, (s - before) * spacing[axis], job))
                bridge(frame, a, b, pair, out, job);
        }
        before = s;
        job.progress(double(s) / slices);
    }
    return sharing(Mask(painted.grid(), box, out), painted);
}

} // namespace pollux
