#include "voxel_cases.h"

#include <cmath>
#include <numbers>

namespace pollux::verification {

namespace {

constexpr double kPi = std::numbers::pi;

/// Share of a cube's cross-section with inner <= radius < outer, by 16 x 16 points.
double share(const VoxelModel& m, int i, int j, double inner, double outer)
{
    int in = 0;
    for (int q = 0; q < 256; ++q) {
        const double r = m.edge * std::hypot(i + ((q & 15) + 0.5) / 16, j + ((q >> 4) + 0.5) / 16);
        in += r >= inner && r < outer;
    }
    return in / 256.0;
}

/// A quarter of a slice of a ring, plane strain: symmetry at x = 0 and y = 0, no motion along z.
VoxelModel quarter(double radius, double edge, double poisson)
{
    const int n = int(std::ceil(radius / edge - 1e-9));
    VoxelModel m = VoxelModel::empty({n, n, 1}, edge, poisson);
    for (int k = 0; k <= 1; ++k)
        for (int j = 0; j <= n; ++j)
            for (int i = 0; i <= n; ++i)
                m.held[m.node(i, j, k)] = static_cast<std::uint8_t>((i == 0 ? 1 : 0) | (j == 0 ? 2 : 0) | 4);
    return m;
}

void fillRing(VoxelModel& m, double inner, double outer, double modulus)
{
    for (int j = 0; j < m.size[1]; ++j)
        for (int i = 0; i < m.size[0]; ++i)
            m.modulus[m.cube(i, j, 0)] += float(modulus * share(m, i, j, inner, outer));
}

/// Pressure (MPa, away from the axis) on the quarter of a cylinder's surface, spread to the nodes about it.
void addPressure(const VoxelModel& m, std::vector<double>& f, double radius, double pressure)
{
    const int pieces = int(std::ceil(radius / m.edge)) * 32;
    for (int q = 0; q < pieces; ++q) {
        const double angle = (q + 0.5) / pieces * kPi / 2, area = radius * kPi / 2 / pieces * m.edge;
        const Vec3 out(std::cos(angle), std::sin(angle), 0);
        addForce(m, f, radius * out + Vec3(0, 0, m.edge / 2), pressure * area * out);
    }
}

/// Radial displacement at a radius, mean over angles, linear between nodes.
double radial(const VoxelModel& m, const std::vector<double>& u, double radius)
{
    double sum = 0;
    const int pieces = 64;
    for (int q = 0; q < pieces; ++q) {
        const double angle = (q + 0.5) / pieces * kPi / 2;
        const Vec3 out(std::cos(angle), std::sin(angle), 0);
        std::vector<double> shape(u.size(), 0.0);
        addForce(m, shape, radius * out + Vec3(0, 0, m.edge / 2), Vec3::Ones());
        for (std::size_t n = 0; n < m.nodes(); ++n)
            if (shape[3 * n] != 0)
                sum += shape[3 * n] * (u[3 * n] * out.x() + u[3 * n + 1] * out.y());
    }
    return sum / pieces;
}

/// Mean over a ring of thickness `width` about `radius` of the stress across (tangential) and along the radius.
struct Polar
{
    double tangential = 0, radial = 0, exactTangential = 0, exactRadial = 0;
};

template <class Exact>
Polar polar(const VoxelModel& m, const std::vector<double>& u, double radius, double width, Exact exact)
{
    const VoxelStress s(m, u);
    Polar out;
    int count = 0;
    for (int j = 0; j < m.size[1]; ++j)
        for (int i = 0; i < m.size[0]; ++i) {
            const Vec3 p = cubePlace(m, i, j, 0);
            const double r = std::hypot(p.x(), p.y());
            if (std::fabs(r - radius) > width / 2)
                continue;
            const double c = p.x() / r, q = p.y() / r;
            const Voigt v = s.stress(i, j, 0);
            out.radial += v(0) * c * c + v(1) * q * q + 2 * v(3) * c * q;
            out.tangential += v(0) * q * q + v(1) * c * c - 2 * v(3) * c * q;
            const auto [rr, tt] = exact(r);
            out.exactRadial += rr;
            out.exactTangential += tt;
            ++count;
        }
    for (double* v : {&out.tangential, &out.radial, &out.exactTangential, &out.exactRadial})
        *v /= count;
    return out;
}

std::vector<Check> lame()
{
    const double a = 10, b = 20, p = 10, e = 17000, nu = 0.3;
    const double k = p * a * a / (b * b - a * a);
    const auto displacement = [&](double r) { return (1 + nu) / e * k * ((1 - 2 * nu) * r + b * b / r); };
    std::vector<Check> out;
    double errors[2];
    const double edges[2] = {0.5, 0.25};
    for (int level = 0; level < 2; ++level) {
        VoxelModel m = quarter(b, edges[level], nu);
        fillRing(m, a, b, e);
        std::vector<double> f(3 * m.nodes(), 0.0);
        addPressure(m, f, a, p);
        const auto u = solved(m, f);
        errors[level] = radial(m, u, b - 1) - displacement(b - 1);
        if (level == 0)
            continue;
        const char* note = "quarter, h 0.25 mm, cubes cut by the surface by their share";
        out.push_back({"Thick tube under pressure (Lame)", "radial displacement at 11 mm, mm", displacement(11),
                       radial(m, u, 11), 0.01, note});
        out.push_back({"Thick tube under pressure (Lame)", "radial displacement at 19 mm, mm", displacement(19),
                       radial(m, u, 19), 0.01, note});
        const Polar s = polar(m, u, 12, 1, [&](double r) {
            return std::pair{k * (1 - b * b / (r * r)), k * (1 + b * b / (r * r))};
        });
        out.push_back({"Thick tube under pressure (Lame)", "hoop stress about 12 mm, MPa", s.exactTangential,
                       s.tangential, 0.02, note});
        out.push_back({"Thick tube under pressure (Lame)", "radial stress about 12 mm, MPa", s.exactRadial, s.radial,
                       0.02, note});
    }
    out.push_back({"Thick tube under pressure (Lame)", "error at 19 mm, h 0.25 against h 0.5 mm", 0,
                   std::fabs(errors[1] / errors[0]), 0.75, "must fall; a staircase is of first order at best"});
    return out;
}

constexpr double kRod = 2, kRing = 10, kSqueeze = 10, kPoisson = 0.3, kTitanium = 110000, kBone = 1370;

std::vector<Check> lameTwo()
{
    const double a = kRod, b = kRing, p = kSqueeze, nu = kPoisson, ei = kTitanium, eo = kBone;
    // Rod: u = A r. Ring: u = B r + C / r. Continuity at a, the pressure at b; plane strain.
    const double mi = ei / 2 / (1 + nu), mo = eo / 2 / (1 + nu), g = 1 / (1 - 2 * nu);
    // sigma_r = 2 mu (g B - C / r^2), g = 1 / (1 - 2 nu).
    const double x = 1 / (a * a), y = 1 / (b * b);
    // A = B + C x; mi g A = mo (g B - C x); mo 2 (g B - C y) = -p.
    const double ratio = (mo * g - mi * g) / (mi * g * x + mo * x); // C = ratio B
    const double big = -p / (2 * mo * (g - ratio * y)), c = ratio * big;
    const auto ring = [&](double r) {
        return std::pair{2 * mo * (g * big - c / (r * r)), 2 * mo * (g * big + c / (r * r))};
    };
    double at3[2], at9[2];
    Polar s;
    for (int level = 0; level < 2; ++level) {
        const VoxelCase made = lameTwoCase(level == 0 ? 0.125 : 0.0625);
        const VoxelModel& m = made.model;
        const auto u = solved(m, made.force);
        at3[level] = radial(m, u, 3);
        at9[level] = radial(m, u, 9);
        s = polar(m, u, 3, 0.5, ring);
    }
    const char* problem = "Titanium rod in a ring of bone (Lame, two materials)";
    const char* note = "quarter, h 0.0625 mm, cubes cut by the surface by their share";
    return {{problem, "radial displacement at 9 mm, mm", big * 9 + c / 9, at9[1], 0.01, note},
            {problem, "radial displacement at 3 mm, h to 0, mm", big * 3 + c / 3, 2 * at3[1] - at3[0], 0.02,
             "h 0.125 and 0.0625 mm extrapolated to first order: cut cubes make the rod stand out by part of a cube"},
            {problem, "radial stress about 3 mm, MPa", s.exactRadial, s.radial, 0.02, note}};
}

/// A hole in a plate that is pulled along x, plane strain, the exact displacement on the outer faces.
std::vector<Check> kirsch()
{
    const double a = 4, pull = 10, e = 17000, nu = 0.3, mu = e / 2 / (1 + nu), kappa = 3 - 4 * nu;
    const auto exact = [&](const Vec3& p) {
        const double r = std::hypot(p.x(), p.y()), t = std::atan2(p.y(), p.x()), q = a / r;
        const double f = pull * a / (8 * mu);
        const double ux = f * ((kappa + 1) / q * std::cos(t) + 2 * q * ((1 + kappa) * std::cos(t) + std::cos(3 * t)) -
                               2 * q * q * q * std::cos(3 * t));
        const double uy = f * ((kappa - 3) / q * std::sin(t) + 2 * q * ((1 - kappa) * std::sin(t) + std::sin(3 * t)) -
                               2 * q * q * q * std::sin(3 * t));
        return Vec3(ux, uy, 0);
    };
    VoxelModel m = quarter(16, 0.125, nu);
    fillRing(m, a, 1e9, e);
    std::vector<double> u(3 * m.nodes(), 0.0);
    const int n = m.size[0];
    for (int k = 0; k <= 1; ++k)
        for (int i = 0; i <= n; ++i)
            for (const auto& at : {std::pair{i, n}, std::pair{n, i}}) {
                const std::size_t node = m.node(at.first, at.second, k);
                m.held[node] = 7;
                const Vec3 v = exact(nodePlace(m, at.first, at.second, k));
                u[3 * node] = v.x();
                u[3 * node + 1] = v.y();
            }
    u = solved(m, std::vector<double>(u.size(), 0.0), u);
    const VoxelStress s(m, u);
    std::vector<Check> out;
    for (double r : {4.3, 5.0, 8.0}) {
        const int j = int(r / m.edge);
        const Vec3 p = cubePlace(m, 0, j, 0);
        const double q = a / std::hypot(p.x(), p.y()), angle = std::atan2(p.y(), p.x());
        // Stress along x of Kirsch's field, here nearly the hoop stress.
        const double tt = pull / 2 * (1 + q * q) - pull / 2 * (1 + 3 * q * q * q * q) * std::cos(2 * angle);
        const double rr = pull / 2 * (1 - q * q) + pull / 2 * (1 - 4 * q * q + 3 * q * q * q * q) * std::cos(2 * angle);
        const double rt = -pull / 2 * (1 + 2 * q * q - 3 * q * q * q * q) * std::sin(2 * angle);
        const double c = std::cos(angle), d = std::sin(angle);
        const double xx = rr * c * c + tt * d * d - 2 * rt * c * d;
        out.push_back({"Hole in a pulled plate (Kirsch)",
                       "stress along the pull, " + std::to_string(r - a).substr(0, 3) + " mm above the hole, MPa", xx,
                       s.stress(0, j, 0)(0), 0.02, "quarter 16 mm, h 0.125 mm, hole of radius 4 mm"});
    }
    return out;
}

} // namespace

VoxelCase lameTwoCase(double edge)
{
    VoxelCase c{quarter(kRing, edge, kPoisson)};
    fillRing(c.model, 0, kRod, kTitanium);
    fillRing(c.model, kRod, kRing, kBone);
    c.force.assign(3 * c.model.nodes(), 0.0);
    addPressure(c.model, c.force, kRing, -kSqueeze);
    return c;
}

std::vector<Problem> cylinderCases()
{
    return {{"lame", lame, "Lame", Cost::Usual},
            {"lame-two-materials", lameTwo, "Lame", Cost::Usual},
            {"kirsch", kirsch, "Kirsch", Cost::Usual}};
}

} // namespace pollux::verification
