#include "core/anatomy/bone_parts.h"

#include "core/anatomy/work_grid.h"
#include "core/base/parallel.h"
#include "core/image/distance.h"
#include "core/image/filters.h"

#include <queue>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pollux::anatomy {

namespace {

constexpr float kDepthStep = 0.05F; ///< mm between the levels of the flood
constexpr float kValueStep = 8;     ///< HU between the levels of the second flood
constexpr double kThin = 0.6;       ///< share of the threshold that a thin cortex must have
constexpr double kWidest = 60;      ///< mm that a bone may be wide where the edge of the image cuts it
constexpr double kBreak = 9;        ///< mm between marrow and marrow that are marrow too
constexpr double kBeyond = 20;      ///< mm that bone is taken to go on beyond the image
constexpr double kGap = 6;          ///< mm; the gap of a joint is thinner
constexpr double kAliens = 0.15;    ///< share of a hole's border that may be another bone: a crumb in the marrow
constexpr double kIsland = 40;      ///< mm^2: a region this large in a slice is a bone of its own

/// Offsets of the neighbours that share a face.
template <class F>
void faces(std::int64_t at, const Index3& size, F&& visit)
{
    const std::int64_t row = size[0], plane = row * size[1];
    const std::int64_t i = at % row, j = at / row % size[1], k = at / plane;
    if (i > 0)
        visit(at - 1);
    if (i + 1 < row)
        visit(at + 1);
    if (j > 0)
        visit(at - row);
    if (j + 1 < size[1])
        visit(at + row);
    if (k > 0)
        visit(at - plane);
    if (k + 1 < size[2])
        visit(at + plane);
}

struct Basin
{
    std::int32_t parent;
    float peak;
};

std::int32_t rootOf(std::vector<Basin>& basins, std::int32_t b)
{
    while (basins[b].parent != b) {
        basins[b].parent = basins[basins[b].parent].parent;
        b = basins[b].parent;
    }
    return b;
}

/// Labels every voxel with depth > 0.
void immerse(BoneParts& parts, const PartOptions& o, const Job& job)
{
    const Index3& size = parts.grid().size;
    const auto levelOf = [](float d) { return std::min<std::size_t>(4000, std::size_t(d / kDepthStep)); };
    std::vector<std::vector<std::int64_t>> levels(4001);
    for (std::int64_t at = 0; at < std::int64_t(parts.depth.size()); ++at)
        if (parts.depth[at] > 0)
            levels[levelOf(parts.depth[at])].push_back(at);
    std::vector<Basin> basins{{0, 0}};
    std::int64_t count = 0;
    for (std::size_t level = levels.size(); level-- > 0;)
        for (const std::int64_t at : levels[level]) {
            if (++count % 65536 == 0)
                job.checkStop();
            const float d = parts.depth[at];
            const int i = int(at % size[0]), j = int(at / size[0] % size[1]),
                      k = int(at / (std::int64_t(size[0]) * size[1]));
            std::array<std::int32_t, 26> roots{};
            std::size_t found = 0;
            float deepest = -1;
            std::int32_t own = 0;
            for (int dk = -1; dk <= 1; ++dk)
                for (int dj = -1; dj <= 1; ++dj)
                    for (int di = -1; di <= 1; ++di) {
                        if (!parts.grid().contains(i + di, j + dj, k + dk))
                            continue;
                        const std::int64_t n = parts.grid().offset(i + di, j + dj, k + dk);
                        if (parts.labels[n] == 0)
                            continue;
                        const std::int32_t root = rootOf(basins, parts.labels[n]);
                        if (parts.depth[n] > deepest) {
                            deepest = parts.depth[n];
                            own = root;
                        }
                        if (std::find(roots.begin(), roots.begin() + found, root) == roots.begin() + found)
                            roots[found++] = root;
                    }
            if (own == 0) {
                own = std::int32_t(basins.size());
                basins.push_back({own, d});
            }
            parts.labels[at] = own;
            for (std::size_t n = 0; n < found; ++n) {
                const std::int32_t a = rootOf(basins, own), b = rootOf(basins, roots[n]);
                if (a == b)
                    continue;
                const float lower = std::min(basins[a].peak, basins[b].peak);
                if (double(d) < o.neck * double(lower) && double(lower - d) > o.least)
                    continue;
                const bool first = basins[a].peak >= basins[b].peak;
                basins[first ? b : a].parent = first ? a : b;
            }
        }
    std::vector<std::int32_t> number(basins.size(), 0);
    for (std::int32_t& label : parts.labels)
        if (label != 0) {
            std::int32_t& n = number[rootOf(basins, label)];
            if (n == 0)
                n = ++parts.count;
            label = n;
        }
}

/// Grows the labels over the voxels of `more`, the highest `height` first.
void flood(std::vector<std::int32_t>& labels, const std::vector<std::uint8_t>& more, std::span<const float> height,
           float step, float low, const Index3& size, const Job& job)
{
    constexpr std::size_t kMost = 1000;
    const auto levelOf = [&](float v) {
        return v <= low ? std::size_t(0) : std::min(kMost - 1, std::size_t((v - low) / step));
    };
    std::vector<std::vector<std::int64_t>> queue(kMost);
    std::vector<std::size_t> head(kMost, 0);
    std::size_t top = 0;
    const auto offer = [&](std::int64_t at) {
        faces(at, size, [&](std::int64_t n) {
            if (labels[n] != 0 || !more[n])
                return;
            labels[n] = labels[at];
            const std::size_t level = levelOf(height[n]);
            queue[level].push_back(n);
            top = std::max(top, level);
        });
    };
    std::vector<std::int64_t> start;
    for (std::int64_t at = 0; at < std::int64_t(labels.size()); ++at)
        if (labels[at] != 0)
            start.push_back(at);
    std::int64_t count = 0;
    for (const std::int64_t at : start) {
        if (++count % 65536 == 0)
            job.checkStop();
        offer(at);
    }
    for (;;) {
        while (top > 0 && head[top] == queue[top].size())
            --top;
        if (head[top] == queue[top].size())
            return;
        if (++count % 65536 == 0)
            job.checkStop();
        offer(queue[top][head[top]++]);
    }
}

/// The holes of one slice.
struct Slice
{
    int width = 0, height = 0;
    bool bridge = false;
    std::int64_t island = 0;

    struct Region
    {
        std::int64_t voxels = 0;
        bool open = false;
        bool filled = true;
        bool thick = false;
        double aliens = 0, walls = 0; ///< voxels at another bone, at this one
        std::int32_t beside = -1;
    };
    std::vector<std::int32_t> bone, space; ///< number of the region, -1 for none
    std::vector<Region> bones, spaces;
    std::vector<std::uint8_t> wall, edge;
    std::int64_t thin = 0; ///< voxels that a hole may have that is thin all over
    int widest = 0;        ///< voxels that a cut bone may be wide at the edge
    std::vector<std::int32_t> stack;

    bool hole(int p) const { return space[p] >= 0 && spaces[space[p]].filled; }

    template <class F>
    void near(int p, bool corners, F&& visit) const
    {
        const int x = p % width, y = p / width;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx)
                if ((dx != 0 || dy != 0) && (corners || dx == 0 || dy == 0) && x + dx >= 0 && y + dy >= 0 &&
                    x + dx < width && y + dy < height)
                    visit(p + dy * width + dx);
    }

    bool onEdge(int p) const
    {
        const int x = p % width, y = p / width;
        return x == 0 || y == 0 || x == width - 1 || y == height - 1;
    }

    /// A bone that the edge of the image cuts is closed there, between two voxels of it that are no bone's width apart.
    void closeEdges(const std::vector<std::uint8_t>& plane)
    {
        edge.assign(plane.size(), 0);
        const auto line = [&](int start, int step, int count) {
            int last = -1;
            for (int n = 0; n < count; ++n) {
                const int p = start + n * step;
                if (plane[p] == 0)
                    continue;
                if (last >= 0 && n - last <= widest && bone[start + last * step] == bone[p])
                    for (int m = last + 1; m < n; ++m)
                        edge[start + m * step] = 1;
                last = n;
            }
        };
        line(0, 1, width);
        line((height - 1) * width, 1, width);
        line(0, width, height);
        line(width - 1, width, height);
    }

    /// Bone hangs together by corners, what lies between by faces.
    void regions(const std::vector<std::uint8_t>& plane, bool set, std::vector<std::int32_t>& number,
                 std::vector<Region>& all)
    {
        number.assign(plane.size(), -1);
        all.clear();
        for (int start = 0; start < width * height; ++start) {
            if ((plane[start] != 0) != set || number[start] >= 0)
                continue;
            const auto id = std::int32_t(all.size());
            Region r;
            number[start] = id;
            stack.assign(1, start);
            while (!stack.empty()) {
                const int p = stack.back();
                stack.pop_back();
                ++r.voxels;
                r.open = r.open || (onEdge(p) && edge[p] == 0);
                near(p, set, [&](int q) {
                    if ((plane[q] != 0) == set && number[q] < 0) {
                        number[q] = id;
                        stack.push_back(q);
                    }
                });
            }
            all.push_back(r);
        }
    }

    void fill(const std::vector<std::uint8_t>& plane, const std::vector<std::uint8_t>& foreign)
    {
        edge.assign(plane.size(), 0);
        regions(plane, true, bone, bones);
        closeEdges(plane);
        wall = plane;
        if (bridge)
            for (int p = 0; p < width * height; ++p)
                if (plane[p] != 0)
                    near(p, false, [&](int q) { wall[q] = 1; });
        regions(wall, false, space, spaces);
        for (Region& r : spaces)
            r.filled = !r.open;
        for (int p = 0; p < width * height; ++p) {
            if (space[p] < 0 || !spaces[space[p]].filled)
                continue;
            Region& r = spaces[space[p]];
            bool alien = !foreign.empty() && foreign[p] != 0, wallBeside = false;
            near(p, true, [&](int q) {
                const auto meets = [&](int n) {
                    alien = alien || (!foreign.empty() && foreign[n] != 0);
                    if (bone[n] < 0)
                        return;
                    wallBeside = true;
                    if (bones[bone[n]].voxels < island)
                        return;
                    r.filled = r.filled && (r.beside < 0 || r.beside == bone[n]);
                    r.beside = bone[n];
                };
                meets(q);
                if (bridge && wall[q] != 0 && plane[q] == 0)
                    near(q, true, meets);
            });
            r.aliens += alien;
            r.walls += wallBeside;
        }
        for (Region& r : spaces)
            r.filled = r.filled && r.aliens <= kAliens * r.walls;
        // The gap of a joint that is closed at both ends is long and thin.
        const int r = bridge ? 1 : 2;
        for (int y = r; y < height - r; ++y)
            for (int x = r; x < width - r; ++x) {
                const std::int32_t id = space[y * width + x];
                if (id < 0 || spaces[id].thick)
                    continue;
                bool all = true;
                for (int dy = -r; dy <= r && all; ++dy)
                    for (int dx = -r; dx <= r && all; ++dx)
                        all = space[(y + dy) * width + x + dx] == id;
                spaces[id].thick = all;
            }
        for (Region& r0 : spaces)
            r0.filled = r0.filled && (r0.thick || r0.voxels <= thin);
        if (!bridge)
            return;
        // The holes reach up to the bone again.
        std::vector<std::int32_t> grown = space;
        for (int p = 0; p < width * height; ++p)
            if (space[p] >= 0 && spaces[space[p]].filled)
                near(p, true, [&](int q) {
                    if (space[q] < 0 && plane[q] == 0)
                        grown[q] = space[p];
                });
        space.swap(grown);
    }
};

} // namespace

std::vector<std::uint8_t> enclosedAcross(const std::vector<std::uint8_t>& bits, const std::vector<std::uint8_t>& others,
                                         const Index3& size, int axis, std::int64_t island, bool bridge, int widest,
                                         const Job& job)
{
    const std::array<std::int64_t, 3> stride{1, size[0], std::int64_t(size[0]) * size[1]};
    const int a = axis == 0 ? 1 : 0, b = axis == 2 ? 1 : 2;
    const int width = size[a], height = size[b];
    std::vector<std::uint8_t> out(bits.size(), 0);
    parallelFor(0, size[axis], 4, [&](std::int64_t first, std::int64_t last) {
        Slice slice;
        slice.width = width;
        slice.height = height;
        slice.bridge = bridge;
        slice.island = island;
        slice.widest = widest;
        slice.thin = others.empty() ? island : std::numeric_limits<std::int64_t>::max();
        std::vector<std::uint8_t> plane(std::size_t(width) * height), foreign(others.empty() ? 0 : plane.size());
        for (std::int64_t s = first; s < last; ++s) {
            job.checkStop();
            const auto at = [&](int p) { return s * stride[axis] + (p % width) * stride[a] + (p / width) * stride[b]; };
            bool any = false;
            for (int p = 0; p < width * height; ++p) {
                plane[p] = bits[at(p)] != 0;
                any = any || plane[p];
                if (!others.empty())
                    foreign[p] = others[at(p)];
            }
            if (!any)
                continue;
            slice.fill(plane, foreign);
            for (int p = 0; p < width * height; ++p)
                if (slice.hole(p) && !plane[p])
                    out[at(p)] = 1;
        }
    });
    return out;
}

namespace {

/// Two votes for what is enclosed over a height no joint's gap has (where a slice cuts the gap over a round head it is
/// a closed disc too), up to the edge of the image, or, where the other bones are known, with none of
/// them above and below; none for the rest.
void keepDeep(std::vector<std::uint8_t>& hole, const std::vector<std::uint8_t>& others, const Grid& grid,
              const Job& job)
{
    const std::int64_t plane = std::int64_t(grid.size[0]) * grid.size[1];
    const int least = int(std::ceil(kGap / grid.spacing[2]));
    parallelFor(0, grid.size[1], 4, [&](std::int64_t first, std::int64_t last) {
        job.checkStop();
        for (std::int64_t p = first * grid.size[0]; p < last * grid.size[0]; ++p)
            for (int k = 0; k < grid.size[2];) {
                int end = k;
                while (end < grid.size[2] && hole[p + end * plane] != 0)
                    ++end;
                const bool deep = end - k >= least || k == 0 || end == grid.size[2] ||
                                  (!others.empty() && others[p + (k - 1) * plane] == 0 && others[p + end * plane] == 0);
                for (; k < end; ++k)
                    hole[p + k * plane] = deep ? 2 : 0;
                ++k;
            }
    });
}

/// What lies between marrow and marrow, with nothing else between, is marrow: where thick slices break the cortex.
void joinMarrow(std::vector<std::uint8_t>& bits, const std::vector<std::uint8_t>& bone,
                const std::vector<std::uint8_t>& others, const Grid& grid, int axis, const Job& job)
{
    const Index3& size = grid.size;
    const std::array<std::int64_t, 3> stride{1, size[0], std::int64_t(size[0]) * size[1]};
    const int a = axis == 0 ? 1 : 0, b = axis == 2 ? 1 : 2;
    const int most = int(kBreak / grid.spacing[0]);
    parallelFor(0, size[b], 4, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t q = first; q < last; ++q) {
            job.checkStop();
            for (int p = 0; p < size[a]; ++p) {
                const std::int64_t start = q * stride[b] + p * stride[a];
                int marrow = -1; // the last one before a run that is not filled
                for (int n = 0; n < size[axis]; ++n) {
                    const std::int64_t at = start + n * stride[axis];
                    if (bone[at] != 0 || (!others.empty() && others[at] != 0)) {
                        marrow = -1;
                    } else if (bits[at] != 0) {
                        if (marrow >= 0 && n - marrow > 1 && n - marrow <= most)
                            for (int m = marrow + 1; m < n; ++m)
                                bits[start + m * stride[axis]] = 1;
                        marrow = n;
                    }
                }
            }
        }
    });
}

} // namespace

void fillMarrow(std::vector<std::uint8_t>& bits, const std::vector<std::uint8_t>& others, const Grid& grid,
                const Job& job)
{
    const auto island = std::int64_t(kIsland / (grid.spacing[0] * grid.spacing[0]));
    const int widest = int(kWidest / grid.spacing[0]);
    const std::vector<std::uint8_t> bone = bits;
    // What one pass fills closes walls for the next.
    for (int pass = 0; pass < 2; ++pass) {
        std::vector<std::uint8_t> votes = enclosedAcross(bits, others, grid.size, 2, island, false, widest, job);
        keepDeep(votes, others, grid, job);
        for (int axis = 0; axis < 3; ++axis) {
            const std::vector<std::uint8_t> hole =
                enclosedAcross(bits, others, grid.size, axis, island, true, widest, job);
            for (std::size_t at = 0; at < bits.size(); ++at)
                votes[at] = std::uint8_t(votes[at] + hole[at]);
        }
        for (std::size_t at = 0; at < bits.size(); ++at)
            if (votes[at] >= 2)
                bits[at] = 1;
        for (int axis = 0; axis < 3; ++axis)
            joinMarrow(bits, bone, others, grid, axis, job);
    }
}

namespace {

/// mm to the surface; a bone that the edge of the image cuts goes on beyond it.
std::vector<float> depthInside(const std::vector<std::uint8_t>& bits, const Grid& grid, const Job& job)
{
    const int pad = int(kBeyond / grid.spacing[0]);
    Grid wide = grid;
    for (int a = 0; a < 3; ++a)
        wide.size[a] += 2 * pad;
    std::vector<std::uint8_t> more(std::size_t(wide.voxels()));
    std::size_t n = 0;
    for (int k = 0; k < wide.size[2]; ++k)
        for (int j = 0; j < wide.size[1]; ++j)
            for (int i = 0; i < wide.size[0]; ++i)
                more[n++] = bits[std::size_t(grid.offset(std::clamp(i - pad, 0, grid.size[0] - 1),
                                                         std::clamp(j - pad, 0, grid.size[1] - 1),
                                                         std::clamp(k - pad, 0, grid.size[2] - 1)))];
    const IndexBox inner{{pad, pad, pad}, {pad + grid.size[0], pad + grid.size[1], pad + grid.size[2]}};
    const Volume distance = signedDistance(Mask(wide, more), inner, job);
    const auto d = distance.as<float>();
    std::vector<float> depth(bits.size());
    for (std::size_t at = 0; at < bits.size(); ++at)
        depth[at] = bits[at] != 0 ? std::max(-d[at], 0.5F * kDepthStep) : 0.0F;
    return depth;
}

} // namespace

BoneParts splitBone(const Volume& work, const PartOptions& o, const Job& job)
{
    BoneParts parts;
    parts.work = work;
    const Grid& grid = work.grid();
    const auto v = work.as<float>();
    const auto n = static_cast<std::size_t>(grid.voxels());
    std::vector<std::uint8_t> sharp(n);
    {
        const Volume smooth = gaussian(work, o.sigma, job.part(0, 0.3));
        const auto g = smooth.as<float>();
        // A thin cortex is partial volume: sharpening lifts it over the threshold again.
        const auto sure = float(3 * o.threshold), low = float(kThin * o.threshold);
        for (std::size_t at = 0; at < n; ++at)
            sharp[at] =
                v[at] >= low && (v[at] >= sure || v[at] + float(o.sharpen) * (v[at] - g[at]) >= float(o.threshold));
    }
    fillMarrow(sharp, {}, grid, job.part(0.3, 0.45));
    parts.depth = depthInside(sharp, grid, job.part(0.45, 0.6));
    parts.labels.assign(n, 0);
    immerse(parts, o, job.part(0.6, 0.8));
    std::vector<std::uint8_t> more(n);
    for (std::size_t at = 0; at < n; ++at)
        more[at] = v[at] >= float(o.threshold);
    flood(parts.labels, more, v, kValueStep, float(o.threshold), grid.size, job.part(0.8, 1));
    return parts;
}

std::vector<std::int32_t> splitAgain(BoneParts& parts, std::int32_t label,
                                     const std::vector<std::vector<std::int64_t>>& seeds, const Job& job)
{
    std::vector<std::uint8_t> more(parts.labels.size());
    std::vector<std::int32_t> fresh(parts.labels.size(), 0), out;
    for (std::size_t at = 0; at < more.size(); ++at)
        more[at] = parts.labels[at] == label;
    for (std::size_t s = 0; s < seeds.size(); ++s) {
        out.push_back(s == 0 ? label : ++parts.count);
        for (const std::int64_t at : seeds[s])
            fresh[at] = out.back();
    }
    flood(fresh, more, parts.depth, kDepthStep, 0, parts.grid().size, job);
    for (std::size_t at = 0; at < more.size(); ++at)
        if (more[at] && fresh[at] != 0)
            parts.labels[at] = fresh[at];
    return out;
}

} // namespace pollux::anatomy
