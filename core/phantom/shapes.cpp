#include "core/phantom/shapes.h"

#include <Eigen/Dense>

#include <algorithm>

namespace pollux::phantom {

namespace {

constexpr double kCell = 12; // mm

// One piece of a tube whose radius runs linearly, its cross-section stretched along z.
struct Piece
{
    Vec3 a, d;
    double inverseLength2, r0, dr, squeeze;

    Piece(const TubePoint& from, const TubePoint& to, double inset, double height) : squeeze(1 / height)
    {
        const Vec3 s(1, 1, squeeze);
        a = from.position.cwiseProduct(s);
        d = to.position.cwiseProduct(s) - a;
        const double l2 = d.squaredNorm();
        inverseLength2 = l2 > 0 ? 1 / l2 : 0;
        r0 = from.radius - inset;
        dr = to.radius - from.radius;
    }

    bool contains(const Vec3& p) const
    {
        const Vec3 q = Vec3(p.x(), p.y(), p.z() * squeeze) - a;
        const double t = std::clamp(q.dot(d) * inverseLength2, 0.0, 1.0);
        const double r = r0 + t * dr;
        return r > 0 && (q - t * d).squaredNorm() <= r * r;
    }
};

} // namespace

double ellipsoid(const Vec3& p, const Vec3& centre, const Vec3& radii)
{
    const Vec3 q = (p - centre).cwiseQuotient(radii);
    const double k0 = q.norm();
    const double k1 = q.cwiseQuotient(radii).norm();
    return k1 > 1e-12 ? k0 * (k0 - 1) / k1 : -radii.minCoeff();
}

double smoothMin(double a, double b, double k)
{
    const double h = std::max(k - std::abs(a - b), 0.0) / k;
    return std::min(a, b) - h * h * k * 0.25;
}

double smoothMax(double a, double b, double k)
{
    return -smoothMin(-a, -b, k);
}

double smoothStep(double from, double to, double x)
{
    const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

std::vector<TubePoint> smoothPath(const std::vector<TubePoint>& points, double step)
{
    std::vector<TubePoint> path;
    const int n = static_cast<int>(points.size());
    for (int i = 0; i + 1 < n; ++i) {
        const TubePoint& p1 = points[i];
        const TubePoint& p2 = points[i + 1];
        const TubePoint& p0 = points[std::max(i - 1, 0)];
        const TubePoint& p3 = points[std::min(i + 2, n - 1)];
        const int pieces = std::max(1, static_cast<int>(std::ceil((p2.position - p1.position).norm() / step)));
        for (int s = 0; s < pieces; ++s) {
            const double t = static_cast<double>(s) / pieces;
            const auto curve = [t](const auto& a, const auto& b, const auto& c, const auto& d) {
                return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t +
                              (3 * b - a - 3 * c + d) * t * t * t);
            };
            const Vec3 position = curve(p0.position, p1.position, p2.position, p3.position);
            path.push_back({position, p1.radius + t * (p2.radius - p1.radius)});
        }
    }
    if (n > 0)
        path.push_back(points.back());
    return path;
}

// Ericson, Real-Time Collision Detection, 5.1.9.
double segmentDistance(const Vec3& a0, const Vec3& a1, const Vec3& b0, const Vec3& b1)
{
    const Vec3 u = a1 - a0, v = b1 - b0, w = a0 - b0;
    const double a = u.dot(u), e = v.dot(v), f = v.dot(w), c = u.dot(w), b = u.dot(v);
    const double denominator = a * e - b * b;
    double s = denominator > 1e-12 ? std::clamp((b * f - c * e) / denominator, 0.0, 1.0) : 0.0;
    double t = e > 1e-12 ? (b * s + f) / e : 0.0;
    if (t < 0 || t > 1) {
        t = std::clamp(t, 0.0, 1.0);
        s = a > 1e-12 ? std::clamp((b * t - c) / a, 0.0, 1.0) : 0.0;
    }
    return (w + s * u - t * v).norm();
}

double tubeDistance(const std::vector<TubePoint>& path, const Vec3& p)
{
    double best = 1e300;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const Vec3 d = path[i].position - path[i - 1].position;
        const Vec3 q = p - path[i - 1].position;
        const double t = std::clamp(q.dot(d) / std::max(d.squaredNorm(), 1e-12), 0.0, 1.0);
        best = std::min(best, (q - t * d).norm() - path[i - 1].radius - t * (path[i].radius - path[i - 1].radius));
    }
    return best;
}

void addTube(std::vector<Solid>& solids, const std::vector<TubePoint>& path, double inset,
             const std::function<Label(const Vec3&)>& label, double height)
{
    for (std::size_t i = 1; i < path.size(); ++i) {
        const Piece piece(path[i - 1], path[i], inset, height);
        const double reach = std::max(piece.r0, piece.r0 + piece.dr);
        if (reach <= 0)
            continue;
        Solid solid;
        const Vec3 margin(reach, reach, reach * height);
        for (const TubePoint& end : {path[i - 1], path[i]}) {
            solid.box.include(end.position - margin);
            solid.box.include(end.position + margin);
        }
        solid.label = [piece, label](const Vec3& p) { return piece.contains(p) ? label(p) : Label::None; };
        solids.push_back(std::move(solid));
    }
}

void addTube(std::vector<Solid>& solids, const std::vector<TubePoint>& path, double inset, Label label, double height)
{
    addTube(
        solids, path, inset, [label](const Vec3&) { return label; }, height);
}

SolidIndex::SolidIndex(const std::vector<Solid>& solids, const Box& region) : m_solids(solids), m_region(region)
{
    for (int a = 0; a < 3; ++a)
        m_cells[a] = std::max(1, static_cast<int>(std::ceil(region.extent()[a] / kCell)));
    const auto visit = [&](const Solid& solid, auto&& f) {
        int low[3], high[3];
        for (int a = 0; a < 3; ++a) {
            if (solid.box.max[a] < region.min[a] || solid.box.min[a] > region.max[a])
                return;
            low[a] =
                std::clamp(static_cast<int>(std::floor((solid.box.min[a] - region.min[a]) / kCell)), 0, m_cells[a] - 1);
            high[a] =
                std::clamp(static_cast<int>(std::floor((solid.box.max[a] - region.min[a]) / kCell)), 0, m_cells[a] - 1);
        }
        for (int k = low[2]; k <= high[2]; ++k)
            for (int j = low[1]; j <= high[1]; ++j)
                for (int i = low[0]; i <= high[0]; ++i)
                    f((k * m_cells[1] + j) * m_cells[0] + i);
    };
    m_first.assign(std::size_t(m_cells[0]) * m_cells[1] * m_cells[2] + 1, 0);
    for (const Solid& solid : solids)
        visit(solid, [&](int cell) { ++m_first[cell + 1]; });
    for (std::size_t c = 1; c < m_first.size(); ++c)
        m_first[c] += m_first[c - 1];
    m_items.resize(m_first.back());
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    for (std::uint32_t s = 0; s < solids.size(); ++s)
        visit(solids[s], [&](int cell) { m_items[next[cell]++] = s; });
}

Label SolidIndex::at(const Vec3& p) const
{
    int cell[3];
    for (int a = 0; a < 3; ++a)
        cell[a] = std::clamp(static_cast<int>((p[a] - m_region.min[a]) / kCell), 0, m_cells[a] - 1);
    const int at = (cell[2] * m_cells[1] + cell[1]) * m_cells[0] + cell[0];
    for (std::uint32_t i = m_first[at]; i < m_first[at + 1]; ++i) {
        const Solid& solid = m_solids[m_items[i]];
        if ((p.array() < solid.box.min.array()).any() || (p.array() > solid.box.max.array()).any())
            continue;
        const Label label = solid.label(p);
        if (label != Label::None)
            return label;
    }
    return Label::Air;
}

} // namespace pollux::phantom
