#include "core/mesh/territories.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "core/image/fast_marching.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

/// A place of the centreline.
struct Seed
{
    Vec3 place;
    double radius;
    std::int32_t label;
};

std::vector<Seed> seedsOf(const Tree& tree, const std::vector<std::int32_t>& labels, double apart)
{
    std::vector<Seed> out;
    for (size_t n = 0; n < tree.nodes.size(); ++n) {
        const TreeNode& node = tree.nodes[n];
        if (labels[n] < 0)
            continue;
        out.push_back({node.position, node.radius, labels[n]});
        if (node.parent < 0)
            continue;
        const Vec3 way = tree.nodes[static_cast<size_t>(node.parent)].position - node.position;
        const int pieces = static_cast<int>(std::ceil(way.norm() / apart));
        for (int p = 1; p < pieces; ++p)
            out.push_back({node.position + way * (double(p) / pieces), node.radius, labels[n]});
    }
    if (out.empty())
        throw Error(ErrorCode::BadInput, "No branch has a label.", "Mark at least one branch.");
    return out;
}

Territories straight(const Mask& organ, const std::vector<Seed>& seeds, const Job& job)
{
    std::vector<Vec3> places;
    for (const Seed& s : seeds)
        places.push_back(s.place);
    Territories out{organ.box(), nearestSeed(organ, places, job)};
    for (std::int32_t& label : out.label)
        if (label >= 0)
            label = seeds[static_cast<size_t>(label)].label;
    return out;
}

/// Calls f(offset in box, squared mm to p) for the voxels of `box` within `radius` of p.
template <class F>
void around(const Grid& grid, const IndexBox& box, const Vec3& p, double radius, F&& f)
{
    const Vec3 at = grid.toIndex(p);
    Index3 low{}, high{};
    for (size_t a = 0; a < 3; ++a) {
        const auto axis = static_cast<Eigen::Index>(a);
        const double reach = radius / grid.spacing[axis];
        low[a] = static_cast<int>(std::clamp(std::ceil(at[axis] - reach), double(box.min[a]), double(box.max[a])));
        high[a] = static_cast<int>(std::clamp(std::floor(at[axis] + reach), box.min[a] - 1.0, box.max[a] - 1.0));
    }
    for (int k = low[2]; k <= high[2]; ++k)
        for (int j = low[1]; j <= high[1]; ++j)
            for (int i = low[0]; i <= high[0]; ++i) {
                const double square = (Vec3(i, j, k) - at).cwiseProduct(grid.spacing).squaredNorm();
                if (square <= radius * radius)
                    f((std::int64_t(k - box.min[2]) * box.size(1) + (j - box.min[1])) * box.size(0) + (i - box.min[0]),
                      square);
            }
}

/// The organ's box with room for the tree, inside the image.
IndexBox roomFor(const Mask& organ, const std::vector<Seed>& seeds)
{
    const Grid& grid = organ.grid();
    IndexBox box = organ.box();
    for (const Seed& s : seeds) {
        const Index3 n = grid.nearest(s.place);
        box = hull(box, {n, {n[0] + 1, n[1] + 1, n[2] + 1}});
    }
    return common(grown(box, 2), grid.box());
}

/// What a result on a larger box holds of the organ.
Territories cropped(const Mask& organ, const IndexBox& box, const std::vector<std::int32_t>& label)
{
    Territories out{organ.box(), {}};
    const auto inside = organ.boxVoxels();
    out.label.assign(inside.size(), -1);
    size_t at = 0;
    for (int k = out.box.min[2]; k < out.box.max[2]; ++k)
        for (int j = out.box.min[1]; j < out.box.max[1]; ++j)
            for (int i = out.box.min[0]; i < out.box.max[0]; ++i, ++at)
                if (inside[at])
                    out.label[at] = label[static_cast<size_t>(
                        (std::int64_t(k - box.min[2]) * box.size(1) + (j - box.min[1])) * box.size(0) +
                        (i - box.min[0]))];
    return out;
}

Territories within(const Mask& organ, const std::vector<Seed>& seeds, const Job& job)
{
    const Grid& grid = organ.grid();
    const IndexBox box = roomFor(organ, seeds);
    std::vector<std::uint8_t> domain = organ.in(box);
    const double voxel = grid.spacing.maxCoeff();
    std::vector<MarchSeed> starts;
    for (const Seed& s : seeds) {
        around(grid, box, s.place, s.radius + voxel,
               [&](std::int64_t at, double) { domain[static_cast<size_t>(at)] = 1; });
        // Exact beside the line; from there the front runs by itself.
        around(grid, box, s.place, 1.5 * voxel, [&](std::int64_t at, double square) {
            starts.push_back({at, static_cast<float>(std::sqrt(square)), s.label});
        });
    }
    job.checkStop();
    const Index3 size{box.size(0), box.size(1), box.size(2)};
    return cropped(organ, box, fastMarch(size, grid.spacing, domain, starts, job).label);
}

/// Lower envelope of the parabolas h^2 (x - q)^2 + value(q) along a line: the smallest at each x and which q it was
/// (Felzenszwalb and Huttenlocher, Theory of Computing 8 (2012) 415).
class Envelope
{
public:
    explicit Envelope(int longest)
        : m_at(static_cast<size_t>(longest)), m_from(static_cast<size_t>(longest) + 1), m_value(m_at.size()),
          m_label(m_at.size())
    {
    }
    void run(float* value, std::int32_t* label, std::int64_t stride, int n, double spacing)
    {
        const double h2 = spacing * spacing;
        int top = -1;
        for (int q = 0; q < n; ++q) {
            const auto f = static_cast<double>(value[q * stride]);
            m_value[static_cast<size_t>(q)] = f;
            m_label[static_cast<size_t>(q)] = label[q * stride];
            if (!std::isfinite(f))
                continue;
            double from = -std::numeric_limits<double>::infinity();
            while (top >= 0) {
                const int p = m_at[static_cast<size_t>(top)];
                from = ((f + h2 * q * q) - (m_value[static_cast<size_t>(p)] + h2 * p * p)) / (2 * h2 * (q - p));
                if (from > m_from[static_cast<size_t>(top)])
                    break;
                --top;
                from = -std::numeric_limits<double>::infinity();
            }
            m_at[static_cast<size_t>(++top)] = q;
            m_from[static_cast<size_t>(top)] = from;
        }
        if (top < 0)
            return;
        int k = 0;
        for (int x = 0; x < n; ++x) {
            while (k < top && m_from[static_cast<size_t>(k) + 1] < x)
                ++k;
            const int q = m_at[static_cast<size_t>(k)];
            value[x * stride] = static_cast<float>(h2 * (x - q) * (x - q) + m_value[static_cast<size_t>(q)]);
            label[x * stride] = m_label[static_cast<size_t>(q)];
        }
    }

private:
    std::vector<int> m_at;
    std::vector<double> m_from, m_value;
    std::vector<std::int32_t> m_label;
};

Territories power(const Mask& organ, const std::vector<Seed>& seeds, const Job& job)
{
    const Grid& grid = organ.grid();
    const IndexBox box = roomFor(organ, seeds);
    const Index3 size{box.size(0), box.size(1), box.size(2)};
    const std::int64_t stride[3] = {1, size[0], std::int64_t(size[0]) * size[1]};
    std::vector<float> value(static_cast<size_t>(box.voxels()), std::numeric_limits<float>::infinity());
    std::vector<std::int32_t> label(value.size(), -1);
    for (const Seed& s : seeds) {
        const Index3 n = grid.nearest(s.place);
        if (!box.contains(n[0], n[1], n[2]))
            continue;
        const auto at = static_cast<size_t>((n[2] - box.min[2]) * stride[2] + (n[1] - box.min[1]) * stride[1] +
                                            (n[0] - box.min[0]));
        if (const auto own = static_cast<float>(-s.radius * s.radius); own < value[at]) {
            value[at] = own;
            label[at] = s.label;
        }
    }
    for (size_t axis = 0; axis < 3; ++axis) {
        const size_t u = axis == 0 ? 1 : 0, v = axis == 2 ? 1 : 2;
        parallelFor(0, size[v], 1, [&](std::int64_t first, std::int64_t last) {
            Envelope envelope(size[axis]);
            for (std::int64_t b = first; b < last; ++b) {
                job.checkStop();
                for (int a = 0; a < size[u]; ++a) {
                    const std::int64_t start = b * stride[v] + a * stride[u];
                    envelope.run(value.data() + start, label.data() + start, stride[axis], size[axis],
                                 grid.spacing[static_cast<Eigen::Index>(axis)]);
                }
            }
        });
    }
    return cropped(organ, box, label);
}

} // namespace

Mask Territories::of(const Grid& grid, std::int32_t wanted) const
{
    std::vector<std::uint8_t> voxels(label.size());
    std::transform(label.begin(), label.end(), voxels.begin(),
                   [&](std::int32_t l) { return static_cast<std::uint8_t>(l == wanted); });
    return Mask(grid, box, voxels);
}

std::int64_t Territories::count(std::int32_t wanted) const
{
    return std::count(label.begin(), label.end(), wanted);
}

Territories territories(const Mask& organ, const Tree& tree, const std::vector<std::int32_t>& labels,
                        BranchDistance distance, const Job& job)
{
    checkTree(tree);
    if (labels.size() != tree.nodes.size())
        throw Error(ErrorCode::BadInput, "There are not as many labels as nodes.", "Give one a node.");
    if (organ.empty())
        throw Error(ErrorCode::BadInput, "The organ has no voxels.", "Segment it first.");
    const std::vector<Seed> seeds = seedsOf(tree, labels, organ.grid().spacing.minCoeff() / 2);
    switch (distance) {
    case BranchDistance::Within:
        return within(organ, seeds, job);
    case BranchDistance::Power:
        return power(organ, seeds, job);
    case BranchDistance::Straight:
        break;
    }
    return straight(organ, seeds, job);
}

int nearestNode(const Tree& tree, const Vec3& point)
{
    if (tree.empty())
        return -1;
    const auto best = std::min_element(tree.nodes.begin(), tree.nodes.end(), [&](const TreeNode& a, const TreeNode& b) {
        return (a.position - point).squaredNorm() < (b.position - point).squaredNorm();
    });
    return static_cast<int>(best - tree.nodes.begin());
}

std::vector<bool> subtree(const Tree& tree, int node)
{
    std::vector<bool> out(tree.nodes.size(), false);
    for (size_t n = 0; n < out.size(); ++n) // parents come first
        out[n] = static_cast<int>(n) == node ||
                 (tree.nodes[n].parent >= 0 && out[static_cast<size_t>(tree.nodes[n].parent)]);
    return out;
}

std::vector<int> largestBranches(const Tree& tree, int parts, double shortest)
{
    const auto count = tree.nodes.size();
    std::vector<double> below(count, 0); // length of all that hangs on a node
    std::vector<std::vector<int>> children(count);
    int root = -1;
    for (size_t n = count; n-- > 0;) {
        const int parent = tree.nodes[n].parent;
        if (parent < 0)
            continue;
        const auto p = static_cast<size_t>(parent);
        below[p] += below[n] + (tree.nodes[n].position - tree.nodes[p].position).norm();
        children[p].push_back(static_cast<int>(n));
    }
    for (size_t n = 0; n < count; ++n)
        if (tree.nodes[n].parent < 0 && (root < 0 || below[n] > below[static_cast<size_t>(root)]))
            root = static_cast<int>(n);
    if (root < 0)
        return {};
    const auto reach = [&](int node) {
        const auto n = static_cast<size_t>(node);
        const int parent = tree.nodes[n].parent;
        return below[n] +
               (parent < 0 ? 0 : (tree.nodes[n].position - tree.nodes[static_cast<size_t>(parent)].position).norm());
    };
    /// The branches of the next fork below; empty if there is none.
    const auto fork = [&](int node) {
        for (;;) {
            std::vector<int> branches;
            for (const int child : children[static_cast<size_t>(node)])
                if (reach(child) >= shortest)
                    branches.push_back(child);
            if (branches.size() != 1)
                return branches;
            node = branches.front();
        }
    };
    std::vector<int> out{root};
    std::vector<bool> whole(count, false); // has no further fork
    while (static_cast<int>(out.size()) < parts) {
        int best = -1;
        for (size_t n = 0; n < out.size(); ++n)
            if (!whole[static_cast<size_t>(out[n])] &&
                (best < 0 || reach(out[n]) > reach(out[static_cast<size_t>(best)])))
                best = static_cast<int>(n);
        if (best < 0)
            break;
        const int node = out[static_cast<size_t>(best)];
        const std::vector<int> branches = fork(node);
        if (branches.size() < 2) {
            whole[static_cast<size_t>(node)] = true;
            continue;
        }
        out.erase(out.begin() + best);
        out.insert(out.end(), branches.begin(), branches.end());
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace pollux
