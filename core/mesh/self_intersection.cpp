#include "core/mesh/self_intersection.h"

#include "core/base/parallel.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <numeric>

namespace pollux {

namespace {

constexpr std::int32_t kLeaf = 4;
constexpr std::int32_t kBlock = 8192; ///< triangles between two looks at how many pairs there are
constexpr std::int64_t kPart = 256;
/// Boxes compared, for each triangle on average and at least in all: a good mesh takes some tens a triangle.
constexpr std::int64_t kWorkPerTriangle = 500;
constexpr std::int64_t kLeastWork = 50'000'000;

struct Node
{
    Vec3f min, max;
    std::int32_t first = 0; ///< of its triangles in the order
    std::int32_t count = 0; ///< 0: an inner node
    std::int32_t right = 0; ///< the left child follows its parent
};

struct Corners
{
    Vec3 a, b, c;
};

/// Piece of the line p = u D that a triangle cuts off: from the distances of its corners to the other's plane.
bool pieceOf(const std::array<double, 3>& u, const std::array<double, 3>& d, double& low, double& high)
{
    int cuts = 0;
    low = 1e300;
    high = -1e300;
    const auto add = [&](double at) {
        low = std::min(low, at);
        high = std::max(high, at);
        ++cuts;
    };
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t j = (i + 1) % 3;
        if (d[i] == 0)
            add(u[i]);
        if ((d[i] < 0 && d[j] > 0) || (d[i] > 0 && d[j] < 0))
            add(u[i] + (u[j] - u[i]) * d[i] / (d[i] - d[j]));
    }
    return cuts >= 2;
}

class Search
{
public:
    Search(const Surface& surface, double tolerance, const Job& job)
        : m_surface(surface), m_tolerance(tolerance), m_job(job)
    {
        const std::size_t n = surface.triangles().size();
        m_order.reserve(n);
        m_centres.resize(n);
        for (std::size_t t = 0; t < n; ++t) {
            if (t % kBlock == 0)
                job.checkStop();
            const Triangle& triangle = surface.triangles()[t];
            const Corners k = corners(t);
            const double longest =
                std::sqrt(std::max({(k.b - k.a).squaredNorm(), (k.c - k.b).squaredNorm(), (k.a - k.c).squaredNorm()}));
            const double twice = (k.b - k.a).cross(k.c - k.a).norm();
            if (triangle[0] == triangle[1] || triangle[1] == triangle[2] || triangle[2] == triangle[0] ||
                !(twice > tolerance * longest))
                continue;
            m_centres[t] = ((k.a + k.b + k.c) / 3).cast<float>();
            m_order.push_back(static_cast<std::int32_t>(t));
        }
        m_nodes.reserve(m_order.size());
        if (!m_order.empty())
            build(0, static_cast<std::int32_t>(m_order.size()));
    }

    SelfIntersections run(std::int64_t most) const
    {
        SelfIntersections found;
        found.degenerate = static_cast<std::int64_t>(m_surface.triangles().size() - m_order.size());
        const auto n = static_cast<std::int64_t>(m_order.size());
        const std::int64_t allowed = std::max(kLeastWork, kWorkPerTriangle * n);
        // Whole parts are counted and whole blocks run, each with its own allowance: the number of threads changes
        // nothing.
        std::int64_t work = 0;
        for (std::int64_t block = 0; block < n; block += kBlock) {
            m_job.progress(double(block) / double(n));
            const std::int64_t end = std::min<std::int64_t>(n, block + kBlock);
            std::vector<Part> parts(static_cast<std::size_t>((end - block + kPart - 1) / kPart));
            parallelFor(0, static_cast<std::int64_t>(parts.size()), 1, [&](std::int64_t from, std::int64_t to) {
                for (std::int64_t p = from; p < to; ++p)
                    look(block + p * kPart, std::min(end, block + (p + 1) * kPart), most,
                         allowed / std::max<std::int64_t>(1, std::int64_t(parts.size())), parts[std::size_t(p)]);
            });
            for (const Part& part : parts) {
                if (!found.place)
                    found.place = part.place;
                found.pairs += part.pairs;
                work += part.work;
                found.complete = found.complete && part.complete;
            }
            if ((found.pairs >= most || work > allowed) && end < n)
                found.complete = false;
            if (!found.complete)
                break;
        }
        found.pairs = std::min(found.pairs, most);
        return found;
    }

private:
    struct Part
    {
        std::int64_t pairs = 0, work = 0;
        bool complete = true;
        std::optional<Vec3> place;
    };

    Corners corners(std::size_t t) const
    {
        const Triangle& i = m_surface.triangles()[t];
        const auto& p = m_surface.points();
        return {p[i[0]].cast<double>(), p[i[1]].cast<double>(), p[i[2]].cast<double>()};
    }

    void box(std::size_t t, Vec3f& min, Vec3f& max) const
    {
        for (const std::uint32_t v : m_surface.triangles()[t]) {
            min = min.cwiseMin(m_surface.points()[v]);
            max = max.cwiseMax(m_surface.points()[v]);
        }
    }

    std::int32_t build(std::int32_t first, std::int32_t last)
    {
        if (last - first > 4096)
            m_job.checkStop();
        const auto self = static_cast<std::int32_t>(m_nodes.size());
        m_nodes.emplace_back();
        Node node;
        node.min = Vec3f::Constant(std::numeric_limits<float>::max());
        node.max = -node.min;
        Vec3f low = node.min, high = node.max;
        for (std::int32_t i = first; i < last; ++i) {
            const auto t = static_cast<std::size_t>(m_order[static_cast<std::size_t>(i)]);
            box(t, node.min, node.max);
            low = low.cwiseMin(m_centres[t]);
            high = high.cwiseMax(m_centres[t]);
        }
        if (last - first <= kLeaf) {
            node.first = first;
            node.count = last - first;
        } else {
            int axis = 0;
            (high - low).maxCoeff(&axis);
            const std::int32_t middle = first + (last - first) / 2;
            std::nth_element(m_order.begin() + first, m_order.begin() + middle, m_order.begin() + last,
                             [&](std::int32_t a, std::int32_t b) {
                                 const float x = m_centres[static_cast<std::size_t>(a)][axis];
                                 const float y = m_centres[static_cast<std::size_t>(b)][axis];
                                 return x < y || (x == y && a < b);
                             });
            build(first, middle);
            node.right = build(middle, last);
        }
        m_nodes[static_cast<std::size_t>(self)] = node;
        return self;
    }

    void look(std::int64_t from, std::int64_t to, std::int64_t most, std::int64_t allowed, Part& part) const
    {
        std::array<std::int32_t, 128> stack;
        for (std::int64_t i = from; i < to; ++i) {
            const auto t = static_cast<std::size_t>(m_order[static_cast<std::size_t>(i)]);
            Vec3f min = Vec3f::Constant(std::numeric_limits<float>::max()), max = -min;
            box(t, min, max);
            std::size_t depth = 0;
            stack[depth++] = 0;
            while (depth > 0) {
                const std::int32_t at = stack[--depth];
                const Node& node = m_nodes[static_cast<std::size_t>(at)];
                if (++part.work % 65536 == 0)
                    m_job.checkStop();
                if ((node.min.array() > max.array()).any() || (node.max.array() < min.array()).any())
                    continue;
                if (node.count == 0) {
                    stack[depth++] = node.right;
                    stack[depth++] = at + 1;
                    continue;
                }
                for (std::int32_t j = node.first; j < node.first + node.count; ++j)
                    if (j > i) // each pair once
                        compare(t, static_cast<std::size_t>(m_order[static_cast<std::size_t>(j)]), part);
            }
            if (part.pairs >= most || part.work > allowed) {
                part.complete = false; // even of the last triangle there may be more
                return;
            }
        }
        m_job.checkStop();
    }

    void compare(std::size_t t, std::size_t s, Part& part) const
    {
        for (const std::uint32_t a : m_surface.triangles()[t])
            for (const std::uint32_t b : m_surface.triangles()[s])
                if (a == b)
                    return;
        Vec3 place;
        if (!cross(corners(t), corners(s), place))
            return;
        ++part.pairs;
        if (!part.place)
            part.place = place;
    }

    /// Distances of the corners of `other` to a plane, 0 where they are nearer than the tolerance; false if none is on
    /// one of its sides.
    bool astride(const Vec3& at, const Vec3& normal, const Corners& other, std::array<double, 3>& d) const
    {
        d = {normal.dot(other.a - at), normal.dot(other.b - at), normal.dot(other.c - at)};
        for (double& x : d)
            if (std::abs(x) <= m_tolerance)
                x = 0;
        const auto [low, high] = std::minmax_element(d.begin(), d.end());
        return *low < 0 && *high > 0;
    }

    bool cross(const Corners& t, const Corners& s, Vec3& place) const
    {
        const Vec3 nt = (t.b - t.a).cross(t.c - t.a).normalized(), ns = (s.b - s.a).cross(s.c - s.a).normalized();
        std::array<double, 3> dt{}, ds{};
        if (!astride(t.a, nt, s, ds) || !astride(s.a, ns, t, dt))
            return false;
        Vec3 line = nt.cross(ns);
        const double length = line.norm();
        if (!(length > 1e-12))
            return false;
        line /= length;
        const Vec3 o = t.a; // near both: keeps the digits
        double tl = 0, th = 0, sl = 0, sh = 0;
        if (!pieceOf({line.dot(t.a - o), line.dot(t.b - o), line.dot(t.c - o)}, dt, tl, th) ||
            !pieceOf({line.dot(s.a - o), line.dot(s.b - o), line.dot(s.c - o)}, ds, sl, sh))
            return false;
        const double low = std::max(tl, sl), high = std::min(th, sh);
        if (!(high - low > m_tolerance))
            return false;
        // On the line: through the point where both planes meet nearest to o.
        const double h = ns.dot(s.a - o), c = nt.dot(ns);
        place = o + (h / (1 - c * c)) * (ns - c * nt) + 0.5 * (low + high) * line;
        return true;
    }

    const Surface& m_surface;
    double m_tolerance;
    const Job& m_job;
    std::vector<std::int32_t> m_order;
    std::vector<Vec3f> m_centres;
    std::vector<Node> m_nodes;
};

} // namespace

SelfIntersections selfIntersections(const Surface& surface, double tolerance, std::int64_t most, const Job& job)
{
    return Search(surface, tolerance, job).run(most);
}

} // namespace pollux
