#include "core/mesh/centreline.h"

#include "core/base/error.h"
#include "core/image/morphology.h"
#include "core/mesh/tube_path.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pollux {

namespace {

/// Nodes with links both ways, before a root is chosen.
struct Sketch
{
    std::vector<Vec3> position;
    std::vector<double> radius;
    std::vector<std::vector<int>> links;

    int add(const Vec3& p, double r)
    {
        position.push_back(p);
        radius.push_back(r);
        links.emplace_back();
        return static_cast<int>(position.size()) - 1;
    }
    void link(int a, int b)
    {
        links[static_cast<size_t>(a)].push_back(b);
        links[static_cast<size_t>(b)].push_back(a);
    }
};

/// Equal steps of about `step` along a line; both ends kept.
std::vector<Vec3> resampled(const std::vector<Vec3>& line, double step)
{
    std::vector<double> arc(line.size(), 0.0);
    for (size_t i = 1; i < line.size(); ++i)
        arc[i] = arc[i - 1] + (line[i] - line[i - 1]).norm();
    const int n = std::max(1, static_cast<int>(std::floor(arc.back() / step + 0.5)));
    std::vector<Vec3> out;
    size_t s = 0;
    for (int i = 0; i <= n; ++i) {
        const double x = arc.back() * i / n;
        while (s + 2 < line.size() && arc[s + 1] < x)
            ++s;
        const double length = arc[s + 1] - arc[s];
        out.push_back(length > 0 ? Vec3(line[s] + (x - arc[s]) / length * (line[s + 1] - line[s])) : line[s]);
    }
    return out;
}

/// The tree of one connected part, tip by tip (after TEASAR: Sato et al., Pacific Graphics 2000): the farthest voxel
/// that no branch covers yet is traced back along the middle until it meets what is there.
class Tracer
{
public:
    Tracer(const Mask& part, const CentrelineOptions& options, const Job& job)
        : m_graph(part, job), m_options(options), m_job(job), m_covered(static_cast<size_t>(m_graph.size()), 0)
    {
    }

    void trace(const std::optional<Vec3>& root, Tree& out)
    {
        int start = root ? m_graph.nearest(*root) : m_graph.deepest();
        if (!root) {
            const auto cost = m_graph.from(start, false, m_job).cost;
            start = static_cast<int>(std::max_element(cost.begin(), cost.end()) - cost.begin());
        }
        const std::vector<double> reach = m_graph.from(start, false, m_job).cost;
        const std::vector<std::int32_t> parent = m_graph.from(start, true, m_job).parent;
        m_job.progress(0.5);
        std::vector<std::int32_t> order(reach.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
            return reach[static_cast<size_t>(a)] > reach[static_cast<size_t>(b)];
        });
        for (size_t n = 0; n < order.size(); ++n) {
            if (n % 4096 == 0)
                m_job.progress(0.5 + 0.45 * double(n) / double(order.size()));
            const std::int32_t tip = order[n];
            if (m_covered[static_cast<size_t>(tip)])
                continue;
            std::vector<int> path;
            for (int v = tip; v >= 0; v = parent[static_cast<size_t>(v)])
                path.push_back(v);
            if (m_sketch.position.empty())
                addTrunk(path, root.has_value());
            else
                addBranch(path);
        }
        emit(root ? m_rootNode : thickestEnd(), out);
    }

private:
    /// Where the first full cross-section is: from there on the depth grows no more within half a radius. What lies
    /// before it is the way from the border to the middle, no centreline.
    size_t trimmed(const std::vector<Vec3>& line) const
    {
        const double voxel = m_graph.voxelSize();
        for (size_t m = 0; m < line.size(); ++m) {
            const double depth = m_graph.depthAt(line[m]);
            double ahead = 0;
            for (size_t k = m + 1; k < line.size() && (line[k] - line.front()).norm() <= 1.5 * depth + voxel; ++k)
                ahead = std::max(ahead, m_graph.depthAt(line[k]));
            if ((line[m] - line.front()).norm() >= 0.7 * depth - voxel && depth >= 0.97 * ahead - 0.1 * voxel)
                return m;
        }
        return line.size() / 2;
    }

    /// Straight on from the front of a line to the border. Returns the number of points put before it.
    size_t extend(std::vector<Vec3>& line) const
    {
        const double r = m_graph.radius(line.front());
        size_t back = 1;
        while (back + 1 < line.size() && (line[back] - line.front()).norm() < std::max(r, 3 * m_graph.voxelSize()))
            ++back;
        const Vec3 along = line.front() - line[std::min(back, line.size() - 1)];
        if (!(along.norm() > 0))
            return 0;
        const Vec3 step = along.normalized() * 0.5 * m_graph.voxelSize();
        std::vector<Vec3> more;
        const int most = static_cast<int>(2 * r / step.norm()) + 2;
        for (Vec3 p = line.front() + step; m_graph.inside(p) && static_cast<int>(more.size()) < most; p += step)
            more.push_back(p);
        line.insert(line.begin(), more.rbegin(), more.rend());
        return more.size();
    }

    void cover(const std::vector<int>& path)
    {
        double since = std::numeric_limits<double>::infinity();
        for (size_t i = 0; i < path.size(); ++i) {
            const double d = m_graph.depth(path[i]);
            if (i > 0)
                since += (m_graph.position(path[i]) - m_graph.position(path[i - 1])).norm();
            if (since < 0.25 * d && i + 1 < path.size())
                continue;
            since = 0;
            m_job.checkStop();
            m_graph.near(m_graph.position(path[i]), 1.1 * d + m_graph.voxelSize(),
                         [&](int v) { m_covered[static_cast<size_t>(v)] = 1; });
        }
    }

    std::vector<Vec3> positions(const std::vector<int>& path) const
    {
        std::vector<Vec3> out;
        for (const int v : path)
            out.push_back(m_graph.position(v));
        return out;
    }

    /// Adds a finished line as a chain of nodes. In the first `headMm` and last `tailMm` the ball of the nearest full
    /// cross-section stands for the radius. `joint` >= 0: the last point is that node.
    int chain(const std::vector<Vec3>& line, double headMm, double tailMm, int joint)
    {
        const std::vector<Vec3> points = resampled(line, m_options.stepMm);
        std::vector<double> radius, arc(points.size(), 0.0);
        for (size_t i = 0; i < points.size(); ++i) {
            m_job.checkStop();
            radius.push_back(m_graph.radius(points[i]));
            if (i > 0)
                arc[i] = arc[i - 1] + (points[i] - points[i - 1]).norm();
        }
        size_t head = 0, tail = points.size() - 1;
        while (head + 1 < points.size() && arc[head] < headMm)
            ++head;
        while (tail > 0 && arc.back() - arc[tail] < tailMm)
            --tail;
        for (size_t i = 0; i < head; ++i)
            radius[i] = std::max(radius[i], radius[head]);
        for (size_t i = points.size() - 1; i > tail; --i)
            radius[i] = std::max(radius[i], radius[tail]);
        int before = -1;
        const size_t count = joint >= 0 ? points.size() - 1 : points.size();
        for (size_t i = 0; i < count; ++i) {
            const int node = m_sketch.add(points[i], radius[i]);
            if (before >= 0)
                m_sketch.link(before, node);
            before = node;
        }
        if (joint >= 0 && before >= 0)
            m_sketch.link(before, joint);
        return before;
    }

    static double lengthOf(const std::vector<Vec3>& line, size_t first, size_t last)
    {
        double sum = 0;
        for (size_t i = first + 1; i <= last && i < line.size(); ++i)
            sum += (line[i] - line[i - 1]).norm();
        return sum;
    }

    void addTrunk(const std::vector<int>& path, bool rootGiven)
    {
        cover(path);
        std::vector<Vec3> line = positions(path);
        if (line.size() < 3) {
            for (size_t i = 0; i < line.size(); ++i) {
                const int node = m_sketch.add(line[i], m_graph.radius(line[i]));
                if (i > 0)
                    m_sketch.link(node - 1, node);
                m_rootNode = node;
            }
            return;
        }
        size_t cut = std::min(trimmed(line), line.size() / 2);
        std::vector<Vec3> reversed(line.rbegin(), line.rend());
        size_t cutRoot = std::min(trimmed(reversed), (line.size() - 1) / 2);
        // A root set in the middle of a tube is where the user wants it.
        const bool rootInside = rootGiven && m_graph.depth(path.back()) > 0.6 * m_graph.depthAt(reversed[cutRoot]);
        if (rootInside)
            cutRoot = 0;
        if (cut + cutRoot + 2 > line.size())
            cut = cutRoot = 0;
        line = m_graph.centred(
            {line.begin() + static_cast<std::ptrdiff_t>(cut), line.end() - static_cast<std::ptrdiff_t>(cutRoot)}, false,
            false, m_job);
        const size_t head = extend(line);
        size_t tail = 0;
        if (!rootInside) {
            std::reverse(line.begin(), line.end());
            tail = extend(line);
            std::reverse(line.begin(), line.end());
        }
        m_rootNode = chain(line, lengthOf(line, 0, head), lengthOf(line, line.size() - 1 - tail, line.size() - 1), -1);
    }

    void addBranch(const std::vector<int>& path)
    {
        std::vector<Vec3> line = positions(path);
        // Up to the first point that lies well within a branch that is there already.
        size_t end = line.size() - 1;
        int joint = m_rootNode;
        for (size_t i = 0; i < line.size(); ++i) {
            double least = 1e300;
            int node = 0;
            for (size_t t = 0; t < m_sketch.position.size(); ++t) {
                const double d = (m_sketch.position[t] - line[i]).squaredNorm();
                if (d < least) {
                    least = d;
                    node = static_cast<int>(t);
                }
            }
            const double close = std::max(0.5 * m_sketch.radius[static_cast<size_t>(node)],
                                          0.6 * m_graph.voxelSize() + 0.5 * m_options.stepMm);
            if (std::sqrt(least) < close) {
                end = i;
                joint = node;
                break;
            }
        }
        const std::vector<int> own(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(end) + 1);
        cover(own);
        const double r = m_sketch.radius[static_cast<size_t>(joint)];
        const double least = std::max(m_options.spurFactor * r, r + 2 * m_graph.voxelSize());
        const double straight = (line.front() - m_sketch.position[static_cast<size_t>(joint)]).norm();
        if (straight < least && lengthOf(line, 0, end) < 2 * least)
            return;
        line.resize(end + 1);
        line.push_back(m_sketch.position[static_cast<size_t>(joint)]);
        const size_t cut = std::min(trimmed(line), line.size() - 2);
        line = m_graph.centred({line.begin() + static_cast<std::ptrdiff_t>(cut), line.end()}, false, true, m_job);
        const size_t head = extend(line);
        chain(line, lengthOf(line, 0, head), 0, joint);
    }

    int thickestEnd() const
    {
        int best = m_rootNode;
        for (size_t n = 0; n < m_sketch.links.size(); ++n)
            if (m_sketch.links[n].size() == 1 &&
                m_sketch.radius[n] > m_sketch.radius[static_cast<size_t>(best)] * (1 + 1e-6))
                best = static_cast<int>(n);
        return best;
    }

    /// Depth first from the root, so that parents come before children.
    void emit(int root, Tree& out) const
    {
        std::vector<std::pair<int, int>> stack{{root, -1}}; // node, parent in `out`
        std::vector<std::uint8_t> done(m_sketch.position.size(), 0);
        while (!stack.empty()) {
            const auto [node, parent] = stack.back();
            stack.pop_back();
            if (done[static_cast<size_t>(node)])
                continue;
            done[static_cast<size_t>(node)] = 1;
            const int index = static_cast<int>(out.nodes.size());
            out.nodes.push_back(
                {m_sketch.position[static_cast<size_t>(node)], m_sketch.radius[static_cast<size_t>(node)], parent});
            const auto& links = m_sketch.links[static_cast<size_t>(node)];
            for (auto it = links.rbegin(); it != links.rend(); ++it)
                if (!done[static_cast<size_t>(*it)])
                    stack.emplace_back(*it, index);
        }
    }

    TubeGraph m_graph;
    const CentrelineOptions& m_options;
    const Job& m_job;
    std::vector<std::uint8_t> m_covered;
    Sketch m_sketch;
    int m_rootNode = 0;
};

} // namespace

Tree centrelines(const Mask& mask, const CentrelineOptions& options, const Job& job)
{
    if (!(options.stepMm > 0 && options.stepMm <= 100) || !(options.spurFactor >= 0 && options.spurFactor <= 100) ||
        (options.root && !options.root->allFinite()))
        throw Error(ErrorCode::BadInput, "The options of the centrelines are out of range.",
                    "Use a step above 0 mm and a spur factor from 0.");
    Tree out;
    if (mask.empty())
        return out;
    // Parts of a few voxels have no centreline, unless there is nothing else.
    constexpr std::int64_t kLeastVoxels = 10;
    constexpr int kMostParts = 500;
    std::vector<Mask> parts = components(mask, kLeastVoxels, kMostParts, job);
    if (parts.empty())
        parts = components(mask, 1, 1, job);

    // The root belongs to the part that comes nearest to it.
    size_t rooted = parts.size();
    if (options.root) {
        double least = 1e300;
        for (size_t n = 0; n < parts.size(); ++n) {
            job.checkStop();
            const Mask edge = boundary(parts[n]);
            const IndexBox& box = edge.box();
            double own = parts[n].contains(*options.root) ? 0 : 1e300;
            for (int k = box.min[2]; k < box.max[2] && own > 0; ++k)
                for (int j = box.min[1]; j < box.max[1]; ++j)
                    for (int i = box.min[0]; i < box.max[0]; ++i)
                        if (edge.at(i, j, k))
                            own = std::min(own, (mask.grid().toPatient(i, j, k) - *options.root).squaredNorm());
            if (own < least) {
                least = own;
                rooted = n;
            }
        }
    }
    for (size_t n = 0; n < parts.size(); ++n) {
        const Job part = job.part(double(n) / double(parts.size()), double(n + 1) / double(parts.size()));
        Tracer(parts[n], options, part).trace(n == rooted ? options.root : std::nullopt, out);
    }
    job.progress(1.0);
    return out;
}

} // namespace pollux
