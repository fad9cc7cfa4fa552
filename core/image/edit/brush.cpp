#include "core/image/edit/brush.h"

#include "core/base/error.h"
#include "core/image/box.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
/// In voxels: rounding must not take a centre that lies exactly on the brush's rim.
constexpr double kSlack = 1e-9;

/// Part of a row of voxels, in (fractional) i; empty if from > to.
struct Piece
{
    double from = kInfinite;
    double to = -kInfinite;

    bool empty() const { return from > to; }
};

Piece overlap(const Piece& a, const Piece& b)
{
    return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

/// Where low <= c + i s <= high.
Piece between(double c, double s, double low, double high)
{
    if (std::abs(s) < 1e-12)
        return c >= low && c <= high ? Piece{-kInfinite, kInfinite} : Piece{};
    const double a = (low - c) / s, b = (high - c) / s;
    return {std::min(a, b), std::max(a, b)};
}

/// Where |q + i d| <= r.
Piece near(const Vec3& q, const Vec3& d, double r)
{
    const double a = d.squaredNorm(), b = q.dot(d), c = q.squaredNorm() - r * r;
    if (a < 1e-20)
        return c <= kSlack ? Piece{-kInfinite, kInfinite} : Piece{};
    const double root = b * b - a * c;
    // A row that only touches the rim: rounding must not lose it.
    if (root < -1e-9 * a * r * r)
        return {};
    const double half = std::sqrt(std::max(root, 0.0));
    return {(-b - half) / a, (-b + half) / a};
}

/// The voxels of a piece among the 32 from `first` on.
std::uint32_t bits(const Piece& piece, int first)
{
    const double from = std::max(std::ceil(piece.from - kSlack) - first, 0.0);
    const double to = std::min(std::floor(piece.to + kSlack) - first, 31.0);
    if (!(from <= to))
        return 0;
    const int n = static_cast<int>(to - from);
    return (0xffffffffU >> (31 - n)) << static_cast<int>(from);
}

/// Points within a radius of a piece of the path; flat ones within a slab across a normal, the radius in the plane.
/// Convex, so it cuts a row in one piece: the hull of the pieces of its two balls and of the cylinder between them.
class Stadium
{
public:
    Stadium(const Vec3& a, const Vec3& b, double radius, const Vec3* normal, double half)
        : m_a(a), m_radius(radius), m_normal(normal ? *normal : Vec3::Zero()), m_half(normal ? half : kInfinite)
    {
        const Vec3 along = flat(b - a);
        m_length = along.norm();
        m_along = m_length > 0 ? Vec3(along / m_length) : Vec3(Vec3::Zero());
    }

    /// Of the row start + i step.
    Piece cut(const Vec3& start, const Vec3& step) const
    {
        const Vec3 q3 = start - m_a;
        Piece slab{-kInfinite, kInfinite};
        if (m_half < kInfinite) {
            // Half open: a plane just between two slices takes one of them.
            slab = between(q3.dot(m_normal), step.dot(m_normal), -m_half * (1 - 1e-6), m_half * (1 + 1e-9));
            if (slab.empty())
                return {};
        }
        const Vec3 q = flat(q3), d = flat(step);
        Piece out = near(q, d, m_radius);
        if (m_length > 0) {
            const Vec3 far = q - m_along * m_length;
            add(out, near(far, d, m_radius));
            const double qa = q.dot(m_along), da = d.dot(m_along);
            add(out, overlap(between(qa, da, 0, m_length), near(q - m_along * qa, d - m_along * da, m_radius)));
        }
        return overlap(out, slab);
    }

    /// Voxels it may reach.
    IndexBox box(const Grid& grid) const
    {
        const double reach = m_radius + (m_half < kInfinite ? m_half : 0.0);
        const Vec3 a = grid.toIndex(m_a), b = grid.toIndex(m_a + m_along * m_length);
        IndexBox out;
        for (int n = 0; n < 3; ++n) {
            const double r = reach / grid.spacing[n];
            const auto clamped = [](double x) { return static_cast<int>(std::clamp(x, -1e6, 1e6)); };
            out.min[n] = clamped(std::floor(std::min(a[n], b[n]) - r));
            out.max[n] = clamped(std::ceil(std::max(a[n], b[n]) + r)) + 1;
        }
        return common(out, grid.box());
    }

private:
    Vec3 flat(const Vec3& v) const { return m_half < kInfinite ? Vec3(v - m_normal * m_normal.dot(v)) : v; }
    static void add(Piece& to, const Piece& other)
    {
        if (other.empty())
            return;
        to.from = std::min(to.from, other.from);
        to.to = std::max(to.to, other.to);
    }

    Vec3 m_a;
    Vec3 m_along;
    double m_length = 0;
    double m_radius;
    Vec3 m_normal;
    double m_half;
};

/// The voxels that the line from `a` to `b` passes through (Amanatides and Woo, Eurographics 1987).
void passedVoxels(const Grid& grid, const Vec3& a, const Vec3& b, std::vector<Index3>& out)
{
    const Vec3 from = grid.toIndex(a), to = grid.toIndex(b), d = to - from;
    Index3 at;
    Index3 last;
    Vec3 next, step;
    Index3 sign;
    std::int64_t steps = 0;
    for (int n = 0; n < 3; ++n) {
        if (!(std::abs(from[n]) < 1e8 && std::abs(to[n]) < 1e8))
            return; // kilometres beside the image
        at[n] = static_cast<int>(std::floor(from[n] + 0.5));
        last[n] = static_cast<int>(std::floor(to[n] + 0.5));
        sign[n] = d[n] > 0 ? 1 : -1;
        step[n] = std::abs(d[n]) > 0 ? 1 / std::abs(d[n]) : kInfinite;
        next[n] = std::abs(d[n]) > 0 ? (at[n] + 0.5 * sign[n] - from[n]) / d[n] : kInfinite;
        steps += std::abs(std::int64_t(last[n]) - at[n]);
    }
    for (;; --steps) {
        if (grid.contains(at[0], at[1], at[2]))
            out.push_back(at);
        if (steps <= 0)
            return;
        int n = 0;
        if (next[1] < next[n])
            n = 1;
        if (next[2] < next[n])
            n = 2;
        at[n] += sign[n];
        next[n] += step[n];
    }
}

Mask sweep(const Grid& grid, const std::vector<Vec3>& path, double radius, const Vec3* normal, double half,
           const Job& job)
{
    checkGrid(grid);
    constexpr double kLargest = 300; // mm; larger than any structure
    if (!(radius > 0 && radius <= kLargest))
        throw Error(ErrorCode::BadInput, "The radius of a brush must lie between 0 and 300 mm.",
                    "Choose a radius in this range.");
    if (path.empty())
        throw Error(ErrorCode::BadInput, "The stroke has no point.", "Draw it again.");
    for (const Vec3& p : path)
        if (!p.allFinite())
            throw Error(ErrorCode::BadInput, "A point of the stroke is not a finite position.", "Draw it again.");

    std::vector<Stadium> pieces;
    std::vector<IndexBox> boxes;
    std::vector<Index3> passed;
    IndexBox region;
    const bool small = radius < 0.5 * grid.spacing.norm(); // else the brush covers what the path passes
    for (size_t n = 0; n < path.size(); ++n) {
        const auto onPlane = [&](const Vec3& p) {
            return normal ? Vec3(p - *normal * normal->dot(p - path.front())) : p;
        };
        const Vec3 a = onPlane(path[n == 0 ? 0 : n - 1]), b = onPlane(path[n]);
        if (n == 0 && path.size() > 1)
            continue;
        pieces.emplace_back(a, b, radius, normal, half);
        boxes.push_back(pieces.back().box(grid));
        region = hull(region, boxes.back());
        if (small)
            passedVoxels(grid, a, b, passed);
    }
    for (const Index3& v : passed)
        region = hull(region, {v, {v[0] + 1, v[1] + 1, v[2] + 1}});
    const Vec3 step = grid.direction.col(0) * grid.spacing[0];
    const MaskBricks nothing(grid.size);
    const auto fill = [&](const Index3& brick, const MaskBricks::BrickPointer&) {
        MaskBricks::Rows rows{};
        const IndexBox voxels = nothing.voxelsOf(brick);
        const auto row = [&](int j, int k) -> std::uint32_t& {
            return rows[j - voxels.min[1] + MaskBricks::kEdge * (k - voxels.min[2])];
        };
        for (size_t n = 0; n < pieces.size(); ++n) {
            const IndexBox part = common(voxels, boxes[n]);
            for (int k = part.min[2]; k < part.max[2]; ++k)
                for (int j = part.min[1]; j < part.max[1]; ++j)
                    row(j, k) |= bits(pieces[n].cut(grid.toPatient(0, j, k), step), voxels.min[0]);
        }
        for (const Index3& v : passed)
            if (voxels.contains(v[0], v[1], v[2]))
                row(v[1], v[2]) |= 1U << (v[0] - voxels.min[0]);
        return MaskBricks::brickOf(rows);
    };
    return Mask(grid, nothing.changed(region, fill, job));
}

} // namespace

Mask ballStroke(const Grid& grid, const std::vector<Vec3>& path, double radius, const Job& job)
{
    return sweep(grid, path, radius, nullptr, 0, job);
}

Mask discStroke(const Grid& grid, const std::vector<Vec3>& path, const Vec3& normal, double radius, double thickness,
                const Job& job)
{
    if (!(normal.allFinite() && normal.norm() > 1e-12))
        throw Error(ErrorCode::BadInput, "The plane of the brush has no direction.", "Draw in another view.");
    if (!(thickness >= 0))
        throw Error(ErrorCode::BadInput, "The brush has a negative thickness.", "Use 0 or more.");
    const Vec3 n = normal.normalized();
    return sweep(grid, path, radius, &n, thickness > 0 ? thickness / 2 : halfThickness(grid, n), job);
}

double halfThickness(const Grid& grid, const Vec3& normal)
{
    return 0.5 * (grid.direction.transpose() * normal).cwiseAbs().dot(grid.spacing);
}

} // namespace pollux
