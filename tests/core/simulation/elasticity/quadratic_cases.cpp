#include "quadratic_cases.h"

#include <Eigen/Eigenvalues>
#include <Eigen/Geometry>

#include <chrono>
#include <cmath>
#include <numbers>

namespace pollux::verification {

namespace {

constexpr double kPi = std::numbers::pi, kClose = 1e-6; // mm

Where at(int axis, double value)
{
    return [=](const Vec3& p) { return std::fabs(p[axis] - value) < kClose; };
}

std::function<double(const QuadraticResult&)> stressAt(const QuadraticMesh& mesh, const Vec3& place, int component)
{
    const std::size_t n = mesh.nodeAt(place, kClose);
    return [=](const QuadraticResult& r) { return r.stress[n](component); };
}

std::function<double(const QuadraticResult&)> displacementAt(const QuadraticMesh& mesh, const Vec3& place, int axis)
{
    const std::size_t n = 3 * mesh.nodeAt(place, kClose) + static_cast<std::size_t>(axis);
    return [=](const QuadraticResult& r) { return r.displacement[n]; };
}

/// A quarter of the plate between two ellipses of LE1 and LE10; mm.
QuadraticMesh ellipses(const Index3& n, double thickness)
{
    return mappedBlock(n, [=](const Vec3& p) {
        const double c = std::cos(p.y() * kPi / 2), s = std::sin(p.y() * kPi / 2);
        const auto mix = [&](double inner, double outer) { return inner + p.x() * (outer - inner); };
        // Exactly 0 on the planes of symmetry.
        return Vec3(p.y() == 1 ? 0 : mix(2000, 3250) * c, p.y() == 0 ? 0 : mix(1000, 2750) * s, p.z() * thickness);
    });
}

bool onOuterEllipse(const Vec3& p)
{
    return std::fabs(std::hypot(p.x() / 3250, p.y() / 2750) - 1) < 1e-9;
}

/// MacNeal and Harder, Finite Elem. Anal. Des. 1 (1985) 3: their beams. Held at one end, a force of 1 spread over the
/// other; the mean displacement along it there.
double beamTip(const Index3& n, const Mapping& place, double modulus, double poisson, const Vec3& force, int beamAxis,
               Integration integration)
{
    QuadraticMesh mesh = mappedBlock(n, place);
    // The mapped axis along the beam is known by its node numbers' parameters; the ends by their places.
    std::vector<Vec3> first, last;
    const int a = (beamAxis + 1) % 3, b = (beamAxis + 2) % 3;
    const auto end = [&](double t, std::vector<Vec3>& out) {
        for (int i = 0; i <= 2 * n[static_cast<std::size_t>(a)]; ++i)
            for (int j = 0; j <= 2 * n[static_cast<std::size_t>(b)]; ++j) {
                Vec3 p;
                p[beamAxis] = t;
                p[a] = i / (2.0 * n[static_cast<std::size_t>(a)]);
                p[b] = j / (2.0 * n[static_cast<std::size_t>(b)]);
                out.push_back(place(p));
            }
    };
    end(0, first);
    end(1, last);
    const auto among = [](const std::vector<Vec3>& places) {
        return [&](const Vec3& p) {
            return std::any_of(places.begin(), places.end(), [&](const Vec3& q) { return (p - q).norm() < 1e-9; });
        };
    };
    QuadraticModel m = QuadraticModel::of(std::move(mesh), modulus, poisson, integration);
    m.hold(among(first), 7);
    const auto faces = outerFaces(m.mesh, among(last));
    addTraction(m, faces, [&](const Vec3&, const Vec3&) { return force; });
    Vec3 sum = Vec3::Zero();
    for (std::size_t i = 0; i < m.mesh.nodes.size(); ++i)
        sum += Vec3(m.force[3 * i], m.force[3 * i + 1], m.force[3 * i + 2]);
    const double area = sum.norm() / force.norm();
    for (double& f : m.force)
        f /= area;
    const QuadraticResult r = solve(m, {});
    double work = 0; // the mean, weighted as the load is
    for (std::size_t i = 0; i < r.displacement.size(); ++i)
        work += r.displacement[i] * m.force[i];
    return work / force.norm();
}

/// The same bar, a torque of 1: the mean turn of the end, weighted as the load is.
double beamTwist(const Index3& n)
{
    QuadraticModel m = QuadraticModel::of(
        mappedBlock(n, [](const Vec3& p) { return Vec3(6 * p.x(), 0.2 * p.y() - 0.1, 0.1 * p.z() - 0.05); }), 1e7, 0.3,
        Integration::Reduced);
    m.hold(at(0, 0), 7);
    const double polar = 0.2 * 0.1 * (0.04 + 0.01) / 12;
    addTraction(m, outerFaces(m.mesh, at(0, 6)),
                [&](const Vec3& p, const Vec3&) { return Vec3(0, -p.z() / polar, p.y() / polar); });
    const QuadraticResult r = solve(m, {});
    double work = 0;
    for (std::size_t i = 0; i < r.displacement.size(); ++i)
        work += r.displacement[i] * m.force[i];
    return work;
}

std::vector<Check> patchChecks()
{
    std::vector<Check> out;
    for (Integration i : {Integration::Full, Integration::Reduced}) {
        const QuadraticModel m = distortedPatch(i);
        const QuadraticResult r = solve(m, {});
        double normal = 2000, shear = 400;
        for (const Voigt& s : r.stress)
            for (int c = 0; c < 3; ++c) {
                if (std::fabs(s(c) - 2000) > std::fabs(normal - 2000))
                    normal = s(c);
                if (std::fabs(s(3 + c) - 400) > std::fabs(shear - 400))
                    shear = s(3 + c);
            }
        const char* note = i == Integration::Full ? "seven distorted hex20, full" : "seven distorted hex20, reduced";
        out.push_back(
            {"Quadratic patch (MacNeal, Harder 1985)", "normal stress, worst node, MPa", 2000, normal, 1e-10, note});
        out.push_back(
            {"Quadratic patch (MacNeal, Harder 1985)", "shear stress, worst node, MPa", 400, shear, 1e-10, note});
    }
    return out;
}

/// One bent element: six motions cost nothing with 27 points; with 8 points six modes more do.
std::vector<Check> rigidChecks()
{
    std::vector<Check> out;
    for (Integration i : {Integration::Full, Integration::Reduced}) {
        const int zeros = i == Integration::Full ? 6 : 12;
        const Eigen::VectorXd values =
            Eigen::SelfAdjointEigenSolver<HexStiffness>(hexStiffness(bentElement(), isotropicHooke(1, 0.3), i))
                .eigenvalues();
        out.push_back({"Rigid motions, quadratic",
                       "largest of " + std::to_string(zeros) + " eigenvalues against the largest", 0,
                       values.head(zeros).cwiseAbs().maxCoeff() / values(59), 1e-13,
                       i == Integration::Full ? "a bent hex20, full" : "a bent hex20, reduced"});
    }
    return out;
}

std::string size(const QuadraticCase::Answer& a)
{
    return ", " + std::to_string(a.result.unknowns) + " unknowns";
}

std::vector<Check> le1Checks()
{
    std::vector<Check> out;
    for (int k : {1, 2, 4}) {
        const auto a = le1({3 * k, 4 * k, 1}, Integration::Reduced).solved();
        out.push_back({"NAFEMS LE1, elliptic membrane", "stress yy at (2, 0), MPa", 92.7, a.value, k > 1 ? 0.02 : 0.08,
                       "hex20 reduced, " + std::to_string(3 * k) + " x " + std::to_string(4 * k) + size(a)});
    }
    const auto full = le1({6, 8, 1}, Integration::Full).solved();
    out.push_back({"NAFEMS LE1, elliptic membrane", "stress yy at (2, 0), MPa", 92.7, full.value, 0.02,
                   "hex20 full, 6 x 8" + size(full)});
    return out;
}

std::vector<Check> le10Checks()
{
    std::vector<Check> out;
    for (Integration i : {Integration::Reduced, Integration::Full})
        for (const Index3& n : {Index3{4, 6, 2}, Index3{8, 12, 4}}) {
            const auto a = le10(n, i).solved();
            out.push_back({"NAFEMS LE10, thick plate", "stress yy at (2, 0, 0.6), MPa", -5.38, a.value,
                           i == Integration::Reduced ? 0.02 : 0.03,
                           std::string(i == Integration::Reduced ? "hex20 reduced, " : "hex20 full, ") +
                               std::to_string(n[0]) + " x " + std::to_string(n[1]) + " x " + std::to_string(n[2]) +
                               size(a)});
        }
    return out;
}

Check le11Check(int k, Integration i)
{
    const auto a = le11(k, i).solved();
    return {"NAFEMS LE11, cylinder, taper, sphere in heat",
            "stress zz at (1, 0, 0), MPa",
            -105,
            a.value,
            k > 1 ? 0.03 : 0.06,
            std::string(i == Integration::Reduced ? "hex20 reduced, k = " : "hex20 full, k = ") + std::to_string(k) +
                size(a)};
}

std::vector<Check> le11Checks()
{
    std::vector<Check> out;
    for (Integration i : {Integration::Reduced, Integration::Full})
        for (int k : {1, 2})
            out.push_back(le11Check(k, i));
    return out;
}

std::vector<Check> le11FineChecks()
{
    return {le11Check(3, Integration::Reduced)};
}

std::vector<Check> cookChecks()
{
    std::vector<Check> out;
    for (int k : {4, 8, 16}) {
        const auto a = cook(k, Integration::Reduced).solved();
        out.push_back({"Cook's membrane, plane stress", "v in the middle of the right edge, mm", 23.96, a.value, 0.01,
                       "hex20 reduced, " + std::to_string(k) + " x " + std::to_string(k) + size(a)});
    }
    const auto full = cook(16, Integration::Full).solved();
    out.push_back({"Cook's membrane, plane stress", "v in the middle of the right edge, mm", 23.96, full.value, 0.01,
                   "hex20 full, 16 x 16" + size(full)});
    return out;
}

std::vector<Check> cantileverChecks()
{
    std::vector<Check> out;
    for (int across : {1, 2, 3}) {
        // A single column of elements with reduced integration is a mechanism.
        const Integration i = across == 1 ? Integration::Full : Integration::Reduced;
        const auto a = quadraticCantilever(across, i).solved();
        const std::string n = std::to_string(across);
        out.push_back(
            {"Cantilever (Timoshenko), quadratic", "deflection, mm", 2.37094, a.value, across == 1 ? 0.03 : 0.01,
             std::string(across == 1 ? "hex20 full, " : "hex20 reduced, ") + n + "0 x " + n + " x " + n + size(a)});
    }
    return out;
}

std::vector<Check> beamChecks()
{
    const char* name = "Beams of MacNeal and Harder";
    const auto straight = [](const Vec3& p) { return Vec3(6 * p.x(), 0.2 * p.y(), 0.1 * p.z()); };
    const auto slanted = [](const Vec3& p) { // 45 degrees inside, parallelograms, straight at the ends
        const double inside = std::min({1.0, 6 * p.x(), 6 * (1 - p.x())});
        return Vec3(6 * p.x() + inside * 0.2 * (p.y() - 0.5), 0.2 * p.y(), 0.1 * p.z());
    };
    const auto curved = [](const Vec3& p) {
        const double r = 4.12 + 0.2 * p.x(), t = p.y() * kPi / 2;
        return Vec3(r * std::cos(t), r * std::sin(t), 0.1 * p.z());
    };
    const auto twisted = [](const Vec3& p) {
        const double t = p.x() * kPi / 2, y = 1.1 * (p.y() - 0.5), z = 0.32 * (p.z() - 0.5);
        return Vec3(12 * p.x(), y * std::cos(t) - z * std::sin(t), y * std::sin(t) + z * std::cos(t));
    };
    const Integration full = Integration::Full, reduced = Integration::Reduced;
    // Saint-Venant, Timoshenko and Goodier: 0.2287 for sides 2 : 1. MacNeal and Harder print 0.03208.
    const double twist = 6 / (1e7 / 2.6 * 0.22868 * 0.2 * 1e-3);
    return {
        {name, "straight, pulled", 3e-5, beamTip({6, 1, 1}, straight, 1e7, 0.3, Vec3::UnitX(), 0, full), 0.02,
         "full, 6 x 1 x 1"},
        {name, "straight, bent in its plane", 0.1081, beamTip({6, 1, 1}, straight, 1e7, 0.3, Vec3::UnitY(), 0, full),
         0.04, "full, 6 x 1 x 1"},
        {name, "straight, bent in its plane", 0.1081,
         beamTip({12, 2, 1}, straight, 1e7, 0.3, Vec3::UnitY(), 0, reduced), 0.02, "reduced, 12 x 2 x 1"},
        {name, "straight, bent out of its plane", 0.4321,
         beamTip({6, 1, 1}, straight, 1e7, 0.3, Vec3::UnitZ(), 0, full), 0.04, "full, 6 x 1 x 1"},
        {name, "straight, bent out of its plane", 0.4321,
         beamTip({12, 2, 1}, straight, 1e7, 0.3, Vec3::UnitZ(), 0, reduced), 0.02, "reduced, 12 x 2 x 1"},
        {name, "slanted elements, bent in their plane", 0.1081,
         beamTip({12, 2, 1}, slanted, 1e7, 0.3, Vec3::UnitY(), 0, reduced), 0.02, "reduced, 12 x 2 x 1"},
        {name, "slanted elements, bent out of their plane", 0.4321,
         beamTip({12, 2, 1}, slanted, 1e7, 0.3, Vec3::UnitZ(), 0, reduced), 0.02, "reduced, 12 x 2 x 1"},
        {name, "straight, twisted, against Saint-Venant", twist, beamTwist({24, 6, 4}), 0.02,
         "reduced, 24 x 6 x 4; their table has 0.03208"},
        {name, "curved, bent in its plane", 0.08734, beamTip({2, 12, 1}, curved, 1e7, 0.25, Vec3::UnitY(), 1, reduced),
         0.02, "reduced, 2 x 12 x 1; a thin ring's formula gives 0.0885"},
        {name, "curved, bent out of its plane", 0.5022,
         beamTip({2, 12, 2}, curved, 1e7, 0.25, Vec3::UnitZ(), 1, reduced), 0.02, "reduced, 2 x 12 x 2"},
        {name, "turned by 90 degrees, bent along its width", 0.005424,
         beamTip({12, 2, 1}, twisted, 29e6, 0.22, Vec3::UnitZ(), 0, reduced), 0.02, "reduced, 12 x 2 x 1"},
        {name, "turned by 90 degrees, bent across it", 0.001754,
         beamTip({12, 2, 1}, twisted, 29e6, 0.22, Vec3::UnitY(), 0, reduced), 0.02, "reduced, 12 x 2 x 1"},
    };
}

std::vector<Check> smoothChecks()
{
    std::vector<Check> out;
    for (Integration i : {Integration::Full, Integration::Reduced}) {
        const double coarse = smoothError(3, i), fine = smoothError(6, i);
        out.push_back({"Smooth solution on a curved block", "order of the displacement in L2", 3, order(coarse, fine),
                       0.2 / 3, i == Integration::Full ? "hex20 full, 3^3 and 6^3" : "hex20 reduced, 3^3 and 6^3"});
    }
    return out;
}

} // namespace

HexPlaces bentElement()
{
    HexPlaces places;
    for (int a = 0; a < kHexNodes; ++a) {
        const Vec3 p = hexNodePlace(a);
        places.col(a) = p + 0.1 * Vec3(std::sin(p.y() + p.z()), std::cos(p.x()), p.x() * p.y());
    }
    return places;
}

QuadraticCase::Answer QuadraticCase::solved() const
{
    Answer out;
    const auto start = std::chrono::steady_clock::now();
    out.result = solve(model, {});
    out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    out.value = found(out.result);
    return out;
}

QuadraticCase le1(const Index3& n, Integration integration)
{
    QuadraticCase c{QuadraticModel::of(ellipses(n, 100), 210000, 0.3, integration), {}};
    c.model.hold(at(0, 0), 1);
    c.model.hold(at(1, 0), 2);
    c.model.hold(at(2, 0), 4);
    addTraction(c.model, outerFaces(c.model.mesh, onOuterEllipse),
                [](const Vec3&, const Vec3& normal) { return Vec3(10 * normal); });
    c.found = stressAt(c.model.mesh, {2000, 0, 0}, 1);
    return c;
}

QuadraticCase le10(const Index3& n, Integration integration)
{
    QuadraticCase c{QuadraticModel::of(ellipses(n, 600), 210000, 0.3, integration), {}};
    c.model.hold(at(0, 0), 1);
    c.model.hold(at(1, 0), 2);
    c.model.hold(onOuterEllipse, 3);
    c.model.hold([](const Vec3& p) { return onOuterEllipse(p) && std::fabs(p.z() - 300) < kClose; }, 4);
    addTraction(c.model, outerFaces(c.model.mesh, at(2, 600)),
                [](const Vec3&, const Vec3& normal) { return Vec3(-normal); });
    c.found = stressAt(c.model.mesh, {2000, 0, 600}, 1);
    return c;
}

QuadraticCase le11(int k, Integration integration)
{
    const double half = std::sqrt(0.5);
    // Radius and height of a point of the inner and the outer line of a part.
    using Line = std::function<std::pair<double, double>(double)>;
    const auto arc = [](double radius, double angle) -> Line {
        return [=](double t) { return std::pair{radius * std::cos(t * angle), radius * std::sin(t * angle)}; };
    };
    const auto straight = [](double r0, double z0, double r1, double z1) -> Line {
        return [=](double t) { return std::pair{r0 + t * (r1 - r0), z0 + t * (z1 - z0)}; };
    };
    const auto part = [&](int along, const Line& inner, const Line& outer) {
        return mappedBlock({2 * k, 4 * k, along}, [&](const Vec3& p) {
            const auto [r0, z0] = inner(p.z());
            const auto [r1, z1] = outer(p.z());
            const double r = 1000 * (r0 + p.x() * (r1 - r0)), z = 1000 * (z0 + p.x() * (z1 - z0));
            const double a = p.y() * kPi / 2;
            return Vec3(p.y() == 1 ? 0 : r * std::cos(a), p.y() == 0 ? 0 : r * std::sin(a), z);
        });
    };
    const double edge = std::sqrt(1.4 * 1.4 - 0.5), knee = half + 0.69, top = knee + 0.4;
    const QuadraticMesh parts[] = {
        part(3 * k, arc(1, kPi / 4), arc(1.4, std::asin(half / 1.4))),
        part(4 * k, straight(half, half, half, knee), straight(edge, half, 1, knee)),
        part(2 * k, straight(half, knee, half, top), straight(1, knee, 1, top)),
    };
    QuadraticCase c{QuadraticModel::of(joined(parts, kClose), 210000, 0.3, integration), {}};
    c.model.expansion = 2.3e-4;
    for (const Vec3& p : c.model.mesh.nodes)
        c.model.temperature.push_back((std::hypot(p.x(), p.y()) + p.z()) / 1000);
    c.model.hold(at(0, 0), 1);
    c.model.hold(at(1, 0), 2);
    c.model.hold(at(2, 0), 4);
    c.model.hold(at(2, 1000 * top), 4);
    c.found = stressAt(c.model.mesh, {1000, 0, 0}, 2);
    return c;
}

QuadraticCase cook(int k, Integration integration)
{
    QuadraticCase c{QuadraticModel::of(mappedBlock({k, k, 1},
                                                   [](const Vec3& p) {
                                                       const double low = 44 * p.x(), high = 44 + 16 * p.x();
                                                       return Vec3(48 * p.x(), low + p.y() * (high - low), p.z());
                                                   }),
                                       1, 1.0 / 3, integration),
                    {}};
    c.model.hold(at(0, 0), 3);
    c.model.hold(at(2, 0), 4);
    addTraction(c.model, outerFaces(c.model.mesh, at(0, 48)),
                [](const Vec3&, const Vec3&) { return Vec3(0, 1.0 / 16, 0); });
    c.found = displacementAt(c.model.mesh, {48, 52, 0}, 1);
    return c;
}

QuadraticCase quadraticCantilever(int across, Integration integration)
{
    QuadraticCase c{
        QuadraticModel::of(mappedBlock({10 * across, across, across},
                                       [](const Vec3& p) { return Vec3(100 * p.x(), 10 * p.y() - 5, 10 * p.z() - 5); }),
                           17000, 0.3, integration),
        {}};
    c.model.hold(at(0, 0), 7);
    // Shear over the end as in beam theory: a parabola over the height.
    addTraction(c.model, outerFaces(c.model.mesh, at(0, 100)),
                [](const Vec3& p, const Vec3&) { return Vec3(0, 0, -1.5 * (1 - p.z() * p.z() / 25)); });
    c.found = [f = displacementAt(c.model.mesh, {100, 5, 0}, 2)](const QuadraticResult& r) { return -f(r); };
    return c;
}

QuadraticModel distortedPatch(Integration integration)
{
    const Vec3 inner[8] = {{.249, .342, .192}, {.826, .288, .288}, {.850, .649, .263}, {.273, .750, .230},
                           {.320, .186, .643}, {.677, .305, .683}, {.788, .693, .644}, {.165, .745, .702}};
    const auto outer = [](int a) { return Vec3((hexNodePlace(a) + Vec3::Ones()) / 2); };
    std::vector<QuadraticMesh> parts;
    for (int f = -1; f < kHexFaces; ++f) {
        // The corners of the element on face f: the inner ones of that face, and outward of them the cube's own.
        Vec3 corner[8];
        for (int a = 0; a < 8; ++a) {
            if (f < 0) {
                corner[a] = inner[a];
                continue;
            }
            const int axis = f / 2;
            const bool far = (hexNodePlace(a)[axis] > 0) == (f % 2 == 1);
            // The corner of this face that has the same place across the axis.
            int b = 0;
            for (int other = 0; other < 8; ++other) {
                Vec3 wanted = hexNodePlace(a);
                wanted[axis] = f % 2 ? 1 : -1;
                if (hexNodePlace(other) == wanted)
                    b = other;
            }
            corner[a] = far ? outer(b) : inner[b];
        }
        parts.push_back(mappedBlock({1, 1, 1}, [&](const Vec3& p) {
            Vec3 out = Vec3::Zero();
            for (int a = 0; a < 8; ++a) {
                const Vec3 s = hexNodePlace(a);
                double w = 1;
                for (int c = 0; c < 3; ++c)
                    w *= s[c] > 0 ? p[c] : 1 - p[c];
                out += w * corner[a];
            }
            return out;
        }));
    }
    QuadraticModel m = QuadraticModel::of(joined(parts, 1e-9), 1e6, 0.25, integration);
    for (std::size_t n = 0; n < m.mesh.nodes.size(); ++n) {
        const Vec3& p = m.mesh.nodes[n];
        if (p.minCoeff() > 1e-9 && p.maxCoeff() < 1 - 1e-9)
            continue;
        m.held[n] = 7;
        for (int c = 0; c < 3; ++c)
            m.given[3 * n + static_cast<std::size_t>(c)] = 1e-3 * (p.sum() + p[c]) / 2;
    }
    return m;
}

double smoothError(int k, Integration integration)
{
    const double e = 1000, nu = 0.3, lambda = e * nu / ((1 + nu) * (1 - 2 * nu)), mu = e / 2 / (1 + nu);
    const Vec3 wave[2] = {{1.7, -1.1, 0.8}, {-0.6, 1.3, 1.9}}, pull[2] = {{0.02, 0.01, -0.015}, {-0.01, 0.02, 0.01}};
    const auto exact = [&](const Vec3& p) {
        return Vec3(pull[0] * std::sin(wave[0].dot(p)) + pull[1] * std::cos(wave[1].dot(p)));
    };
    // Minus the divergence of the stress of a wave A sin(q p): ((lambda + mu) q (q A) + mu q q A) sin(q p).
    const auto load = [&](const Vec3& p) {
        Vec3 out = Vec3::Zero();
        for (int w = 0; w < 2; ++w) {
            const double s = w == 0 ? std::sin(wave[0].dot(p)) : std::cos(wave[1].dot(p));
            out += s * ((lambda + mu) * wave[w].dot(pull[w]) * wave[w] + mu * wave[w].squaredNorm() * pull[w]);
        }
        return out;
    };
    QuadraticModel m = QuadraticModel::of(mappedBlock({k, k, k},
                                                      [](const Vec3& p) {
                                                          return Vec3(p.x() + 0.1 * std::sin(2 * p.y()),
                                                                      p.y() + 0.08 * std::sin(2 * p.z() + 1),
                                                                      p.z() + 0.1 * p.x() * p.y());
                                                      }),
                                          e, nu, integration);
    for (const ElementFace& f : outerFaces(m.mesh, [](const Vec3&) { return true; }))
        for (int a : hexFaceNodes(f.face)) {
            const auto n = static_cast<std::size_t>(m.mesh.elements[f.element][static_cast<std::size_t>(a)]);
            m.held[n] = 7;
            const Vec3 u = exact(m.mesh.nodes[n]);
            for (std::size_t c = 0; c < 3; ++c)
                m.given[3 * n + c] = u[static_cast<Eigen::Index>(c)];
        }
    addBodyForce(m, load);
    const QuadraticResult r = solve(m, {});
    double sum = 0;
    constexpr double place[4] = {-0.861136311594053, -0.339981043584856, 0.339981043584856, 0.861136311594053};
    constexpr double weight[4] = {0.347854845137454, 0.652145154862546, 0.652145154862546, 0.347854845137454};
    for (std::size_t el = 0; el < m.mesh.elements.size(); ++el) {
        const HexPlaces places = m.mesh.places(el);
        HexPlaces u;
        for (std::size_t a = 0; a < kHexNodes; ++a)
            for (std::size_t c = 0; c < 3; ++c)
                u(static_cast<Eigen::Index>(c), static_cast<Eigen::Index>(a)) =
                    r.displacement[3 * static_cast<std::size_t>(m.mesh.elements[el][a]) + c];
        for (int q = 0; q < 64; ++q) {
            const Vec3 p(place[q & 3], place[q >> 2 & 3], place[q >> 4]);
            const HexShape shape = hexShape(p);
            sum += weight[q & 3] * weight[q >> 2 & 3] * weight[q >> 4] * hexStrain(places, p).volume *
                   (u * shape - exact(places * shape)).squaredNorm();
        }
    }
    return std::sqrt(sum);
}

std::vector<Problem> quadraticCases()
{
    const char* nafems = "NAFEMS TNSB Rev. 3, 1990";
    return {{"quadratic-patch", patchChecks, "MacNeal, Harder 1985"},
            {"quadratic-rigid", rigidChecks, "six zeros"},
            {"quadratic-cantilever", cantileverChecks, "Timoshenko's beam", Cost::Usual},
            {"le1", le1Checks, nafems, Cost::Usual},
            {"le10", le10Checks, nafems, Cost::Usual},
            {"le11", le11Checks, nafems, Cost::Usual},
            {"le11-fine", le11FineChecks, nafems, Cost::Long},
            {"cook", cookChecks, "Cook 1974, as CalculiX has it", Cost::Usual},
            {"macneal-harder", beamChecks, "MacNeal, Harder 1985", Cost::Usual},
            {"quadratic-smooth", smoothChecks, "theory: p + 1", Cost::Usual}};
}

} // namespace pollux::verification
