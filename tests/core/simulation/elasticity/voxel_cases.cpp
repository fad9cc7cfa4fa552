#include "voxel_cases.h"

#include <Eigen/Eigenvalues>

#include <cmath>
#include <numbers>

namespace pollux::verification {

namespace {

constexpr double kPi = std::numbers::pi;

VoxelModel block(const Index3& n, double edge, double poisson, double modulus)
{
    VoxelModel m = VoxelModel::empty(n, edge, poisson);
    std::fill(m.modulus.begin(), m.modulus.end(), float(modulus));
    return m;
}

/// MacNeal and Harder's field on cubes: constant strain comes out exactly.
std::vector<Check> patch()
{
    VoxelModel m = block({5, 4, 3}, 0.2, 0.25, 1e6);
    std::vector<double> u;
    holdBoundary(m, u, [](const Vec3& p) {
        return Vec3(1e-3 * (2 * p.x() + p.y() + p.z()) / 2, 1e-3 * (p.x() + 2 * p.y() + p.z()) / 2,
                    1e-3 * (p.x() + p.y() + 2 * p.z()) / 2);
    });
    u = solved(m, std::vector<double>(u.size(), 0.0), u);
    const VoxelStress s(m, u);
    double normal = 2000, shear = 400;
    for (int k = 0; k < 3; ++k)
        for (int j = 0; j < 4; ++j)
            for (int i = 0; i < 5; ++i) {
                const Voigt v = s.stress(i, j, k);
                for (int c = 0; c < 3; ++c) {
                    if (std::fabs(v(c) - 2000) > std::fabs(normal - 2000))
                        normal = v(c);
                    if (std::fabs(v(3 + c) - 400) > std::fabs(shear - 400))
                        shear = v(3 + c);
                }
            }
    return {{"Patch of constant strain (MacNeal, Harder 1985)", "normal stress, worst cube, MPa", 2000, normal, 1e-10,
             "5 x 4 x 3"},
            {"Patch of constant strain (MacNeal, Harder 1985)", "shear stress, worst cube, MPa", 400, shear, 1e-10,
             "5 x 4 x 3"}};
}

std::vector<Check> rigid()
{
    const HexElement e(0.3);
    const Eigen::VectorXd values = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(e.stiffness).eigenvalues();
    return {{"Rigid motions", "largest of six eigenvalues against the seventh", 0,
             values.head(6).cwiseAbs().maxCoeff() / values(6), 1e-13, "one cube"}};
}

std::vector<Check> balance()
{
    VoxelModel m = block({6, 5, 9}, 1.5, 0.3, 800);
    for (std::size_t c = 0; c < m.modulus.size(); ++c)
        m.modulus[c] = float(100 + 37 * (c % 29));
    for (int j = 0; j <= 5; ++j)
        for (int i = 0; i <= 6; ++i)
            m.held[m.node(i, j, 0)] = 7;
    std::vector<double> f(3 * m.nodes(), 0.0);
    addForce(m, f, {4.2, 3.3, 13.5}, {30, -20, -100});
    const auto u = solved(m, f);
    VoxelSolver solver(m);
    const auto forces = solver.forces(u);
    Vec3 sum = Vec3::Zero();
    double work = 0, energy = 0;
    for (std::size_t n = 0; n < m.nodes(); ++n)
        for (std::size_t c = 0; c < 3; ++c) {
            if (m.held[n])
                sum[static_cast<Eigen::Index>(c)] += forces[3 * n + c];
            work += u[3 * n + c] * f[3 * n + c];
            energy += u[3 * n + c] * forces[3 * n + c];
        }
    return {{"Balance", "reactions and loads, N", 0, (sum + Vec3(30, -20, -100)).norm(), 1e-7, "6 x 5 x 9, 29 moduli"},
            {"Balance", "strain energy against half the work", work, energy, 1e-9, "6 x 5 x 9, 29 moduli"}};
}

double tipOfCantilever(int across)
{
    const VoxelCase c = cantileverCase(across);
    const auto u = solved(c.model, c.force);
    double sum = 0;
    for (int j = 0; j <= across; ++j)
        sum -= u[3 * c.model.node(10 * across, j, across / 2) + 2];
    return sum / (across + 1);
}

std::vector<Check> cantilever()
{
    const double a = tipOfCantilever(4), b = tipOfCantilever(8), c = tipOfCantilever(16);
    const double k = 10 * 1.3 / (12 + 11 * 0.3), g = 17000 / 2.6, inertia = 1e4 / 12;
    const double exact = 100 * 1e6 / (3 * 17000 * inertia) + 100 * 100 / (k * g * 100);
    return {
        {"Cantilever 100 x 10 x 10 mm, 100 N (Timoshenko)", "tip, h to 0, mm", exact, c + (c - b) / 3, 0.01,
         "h 2.5, 1.25, 0.625 mm extrapolated; a clamped end is about 0.7 % stiffer than the beam"},
        {"Cantilever 100 x 10 x 10 mm, 100 N (Timoshenko)", "order of convergence", 2, order(b - a, c - b), 0.1, ""}};
}

std::vector<Check> series()
{
    const VoxelCase c = seriesCase();
    return {{"Two bars in series (Reuss)", "elongation under 10 N, mm", 10 * (4 / 17000.0 + 4 / 500.0),
             solved(c.model, c.force)[3 * c.model.node(1, 1, 16) + 2], 1e-9, "2 x 2 x 16"}};
}

double gradedBar(int n)
{
    const VoxelCase c = gradedCase(n);
    return solved(c.model, c.force)[3 * c.model.node(1, 1, n) + 2];
}

std::vector<Check> graded()
{
    const double exact = 1 / (300 * 0.15) * (1 - std::exp(-0.15 * 20));
    const double a = gradedBar(32), b = gradedBar(64);
    return {{"Bar with E growing as exp(0.15 z)", "elongation under 1 MPa, mm", exact, b, 1e-3, "64 cubes of 0.31 mm"},
            {"Bar with E growing as exp(0.15 z)", "order of convergence", 2, order(a - exact, b - exact), 0.02, ""}};
}

/// A smooth displacement in a smooth material on a unit cube: rates in L2 and in energy.
struct Manufactured
{
    double l2 = 0, energy = 0;
};

Manufactured manufactured(int n)
{
    const double nu = 0.3, lambda = nu / (1 + nu) / (1 - 2 * nu), mu = 0.5 / (1 + nu);
    const auto modulus = [](const Vec3& p) { return 1000 * (1 + 0.5 * p.x() + 0.3 * p.y() * p.z()); };
    const auto exact = [](const Vec3& p) {
        return Vec3(1e-3 * std::sin(kPi * p.x()) * std::cos(p.y()) * (1 + p.z()), 1e-3 * std::sin(2 * p.y() + p.z()),
                    1e-3 * std::cos(p.x() + 2 * p.z()) * p.y());
    };
    const auto gradient = [&](const Vec3& p) {
        Mat3 g;
        const double d = 1e-5;
        for (int c = 0; c < 3; ++c)
            g.col(c) = (exact(p + d * Vec3::Unit(c)) - exact(p - d * Vec3::Unit(c))) / (2 * d);
        return g;
    };
    const auto stress = [&](const Vec3& p) -> Mat3 {
        const Mat3 g = gradient(p), e = 0.5 * (g + g.transpose());
        return modulus(p) * (lambda * e.trace() * Mat3::Identity() + 2 * mu * e);
    };
    const auto body = [&](const Vec3& p) {
        Vec3 f = Vec3::Zero();
        const double d = 1e-3;
        for (int c = 0; c < 3; ++c)
            f -= (stress(p + d * Vec3::Unit(c)) - stress(p - d * Vec3::Unit(c))).col(c) / (2 * d);
        return f;
    };
    VoxelModel m = VoxelModel::empty({n, n, n}, 1.0 / n, nu);
    std::vector<double> u, f(3 * m.nodes(), 0.0);
    holdBoundary(m, u, exact);
    const double g = 0.5 / std::sqrt(3.0);
    for (int k = 0; k < n; ++k)
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < n; ++i) {
                const Vec3 c = cubePlace(m, i, j, k);
                m.modulus[m.cube(i, j, k)] = float(modulus(c));
                for (int q = 0; q < 8; ++q) {
                    const Vec3 p = c + m.edge * g * Vec3(q & 1 ? 1 : -1, q & 2 ? 1 : -1, q & 4 ? 1 : -1);
                    addForce(m, f, p, body(p) * std::pow(m.edge, 3) / 8);
                }
            }
    u = solved(m, f, u);
    Manufactured out;
    const VoxelStress s(m, u);
    for (int k = 0; k < n; ++k)
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < n; ++i) {
                // The gradient's error over the cube by its corners' mean would vanish at the centre: take Gauss
                // points.
                const Vec3 c = cubePlace(m, i, j, k);
                for (int q = 0; q < 8; ++q) {
                    const Vec3 xi(q & 1 ? g : -g, q & 2 ? g : -g, q & 4 ? g : -g), p = c + m.edge * xi;
                    Vec3 v = Vec3::Zero();
                    Mat3 grad = Mat3::Zero();
                    for (int a = 0; a < 8; ++a) {
                        const double* at = &u[3 * m.node(i + (a & 1), j + (a >> 1 & 1), k + (a >> 2))];
                        const Vec3 w(0.5 + (a & 1 ? xi.x() : -xi.x()), 0.5 + (a & 2 ? xi.y() : -xi.y()),
                                     0.5 + (a & 4 ? xi.z() : -xi.z()));
                        const Vec3 ua(at[0], at[1], at[2]);
                        v += w.prod() * ua;
                        grad += ua *
                                Vec3((a & 1 ? 1 : -1) * w.y() * w.z(), (a & 2 ? 1 : -1) * w.x() * w.z(),
                                     (a & 4 ? 1 : -1) * w.x() * w.y())
                                    .transpose() /
                                m.edge;
                    }
                    const Mat3 dg = grad - gradient(p), e = 0.5 * (dg + dg.transpose());
                    out.l2 += (v - exact(p)).squaredNorm() * std::pow(m.edge, 3) / 8;
                    out.energy += modulus(p) * (lambda * e.trace() * e.trace() + 2 * mu * e.squaredNorm()) *
                                  std::pow(m.edge, 3) / 8;
                }
            }
    return {std::sqrt(out.l2), std::sqrt(out.energy)};
}

std::vector<Check> manufacturedOrders()
{
    const Manufactured a = manufactured(16), b = manufactured(32);
    return {{"Manufactured solution, smooth E", "order in L2", 2, order(a.l2, b.l2), 0.05, "16^3 and 32^3"},
            {"Manufactured solution, smooth E", "order in energy", 1, order(a.energy, b.energy), 0.1, "16^3 and 32^3"}};
}

/// A point load on a half space, a quarter of it; the exact displacement on the far faces.
std::vector<Check> boussinesq()
{
    const double load = 100, e = 1370, nu = 0.3, mu = e / 2 / (1 + nu);
    // z into the body. Love's form of the solution.
    const auto exact = [&](const Vec3& p) {
        const double r = p.norm();
        if (r < 1e-9)
            return Vec3(0, 0, 0);
        const double radial = load / (4 * kPi * mu) * (p.z() / (r * r * r) - (1 - 2 * nu) / (r * (r + p.z())));
        return Vec3(radial * p.x(), radial * p.y(),
                    load / (4 * kPi * mu) * (2 * (1 - nu) / r + p.z() * p.z() / (r * r * r)));
    };
    const int n = 48;
    VoxelModel m = block({n, n, n}, 0.5, nu, e);
    std::vector<double> u(3 * m.nodes(), 0.0), f(u);
    for (int k = 0; k <= n; ++k)
        for (int j = 0; j <= n; ++j)
            for (int i = 0; i <= n; ++i) {
                const std::size_t a = m.node(i, j, k);
                if (i == n || j == n || k == n) {
                    m.held[a] = 7;
                    const Vec3 v = exact(nodePlace(m, i, j, k));
                    for (std::size_t c = 0; c < 3; ++c)
                        u[3 * a + c] = v[static_cast<Eigen::Index>(c)];
                } else
                    m.held[a] = static_cast<std::uint8_t>((i == 0 ? 1 : 0) | (j == 0 ? 2 : 0));
            }
    f[2] = load / 4;
    u = solved(m, f, u);
    const VoxelStress s(m, u);
    // On the axis the stress of the four cubes about it is that of this one by symmetry; between two depths.
    const auto sigma = [&](int k) { return s.stress(0, 0, k)(2); };
    const double depth = 4.75, offAxis = std::hypot(0.25, 0.25), r = std::hypot(depth, offAxis);
    const double exactSigma = -3 * load * std::pow(depth, 3) / (2 * kPi * std::pow(r, 5));
    return {{"Point load on a half space (Boussinesq)", "sinking at 5 mm, mm", load * (1 - nu * nu) / (kPi * e * 5),
             u[3 * m.node(10, 0, 0) + 2], 0.03, "a quarter, 48^3 of 0.5 mm, exact far faces"},
            {"Point load on a half space (Boussinesq)", "normal stress at depth 4.75 mm, MPa", exactSigma, sigma(9),
             0.03, ""}};
}

} // namespace

VoxelCase cantileverCase(int across)
{
    const double h = 10.0 / across;
    VoxelCase c{block({10 * across, across, across}, h, 0.3, 17000)};
    VoxelModel& m = c.model;
    for (int k = 0; k <= across; ++k)
        for (int j = 0; j <= across; ++j)
            m.held[m.node(0, j, k)] = 7;
    c.force.assign(3 * m.nodes(), 0.0);
    // Shear over the end as in beam theory: a parabola over the height.
    double all = 0;
    for (int k = 0; k < across; ++k) {
        const double z = (k + 0.5) * h / 5 - 1, tau = 1 - z * z;
        all += tau * across;
        for (int j = 0; j < across; ++j)
            addForce(m, c.force, {100, (j + 0.5) * h, (k + 0.5) * h}, {0, 0, -tau});
    }
    for (double& v : c.force)
        v *= 100 / all;
    return c;
}

VoxelCase seriesCase()
{
    VoxelCase c{block({2, 2, 16}, 0.5, 0, 17000)};
    VoxelModel& m = c.model;
    for (int k = 8; k < 16; ++k)
        for (int j = 0; j < 2; ++j)
            for (int i = 0; i < 2; ++i)
                m.modulus[m.cube(i, j, k)] = 500;
    c.force.assign(3 * m.nodes(), 0.0);
    for (int j = 0; j <= 2; ++j)
        for (int i = 0; i <= 2; ++i)
            m.held[m.node(i, j, 0)] = 7;
    for (int j = 0; j < 2; ++j)
        for (int i = 0; i < 2; ++i)
            addForce(m, c.force, {(i + 0.5) / 2, (j + 0.5) / 2, 8}, {0, 0, 2.5});
    return c;
}

VoxelCase gradedCase(int n)
{
    const double length = 20, k = 0.15, e0 = 300;
    VoxelCase out{block({2, 2, n}, length / n, 0, 1)};
    VoxelModel& m = out.model;
    for (int z = 0; z < n; ++z)
        for (int c = 0; c < 4; ++c)
            m.modulus[m.cube(c & 1, c >> 1, z)] = float(e0 * std::exp(k * (z + 0.5) * m.edge));
    for (int c = 0; c < 9; ++c)
        m.held[m.node(c % 3, c / 3, 0)] = 7;
    out.force.assign(3 * m.nodes(), 0.0);
    for (int c = 0; c < 4; ++c)
        addForce(m, out.force, {((c & 1) + 0.5) * m.edge, ((c >> 1) + 0.5) * m.edge, length}, {0, 0, m.edge * m.edge});
    return out;
}

std::vector<Problem> voxelCases()
{
    return {{"patch", patch, "MacNeal, Harder 1985"},
            {"rigid", rigid, "six zeros"},
            {"balance", balance, "equilibrium; work = energy"},
            {"cantilever", cantilever, "Timoshenko's beam", Cost::Usual},
            {"series", series, "Reuss"},
            {"graded", graded, "closed form"},
            {"manufactured", manufacturedOrders, "theory: p + 1, p", Cost::Usual},
            {"boussinesq", boussinesq, "Boussinesq, Love", Cost::Usual}};
}

} // namespace pollux::verification
