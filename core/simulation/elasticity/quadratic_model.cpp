#include "core/simulation/elasticity/quadratic_model.h"

#include "core/base/error.h"

#include <Eigen/Eigenvalues>
#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pollux::elasticity {

namespace {

bool finite(const std::vector<double>& values)
{
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

void addForce(QuadraticModel& model, std::size_t element, const HexShape& shape, const Vec3& newtons)
{
    if (!newtons.allFinite())
        throw Error(ErrorCode::BadInput, "A load is not a finite number.", "Look at what gives the load.");
    for (std::size_t a = 0; a < kHexNodes; ++a) {
        const auto n = 3 * static_cast<std::size_t>(model.mesh.elements[element][a]);
        for (std::size_t c = 0; c < 3; ++c)
            model.force[n + c] += shape(static_cast<Eigen::Index>(a)) * newtons[static_cast<Eigen::Index>(c)];
    }
}

/// A number a node: the first node of its part; -1 where no element is.
std::vector<int> partOfNodes(const QuadraticMesh& mesh)
{
    std::vector<int> above(mesh.nodes.size());
    std::iota(above.begin(), above.end(), 0);
    const auto root = [&](int n) {
        while (above[static_cast<std::size_t>(n)] != n)
            n = above[static_cast<std::size_t>(n)] =
                above[static_cast<std::size_t>(above[static_cast<std::size_t>(n)])];
        return n;
    };
    std::vector<std::uint8_t> used(mesh.nodes.size(), 0);
    for (const auto& element : mesh.elements)
        for (int n : element) {
            used[static_cast<std::size_t>(n)] = 1;
            const int a = root(element[0]), b = root(n);
            above[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
        }
    std::vector<int> out(mesh.nodes.size(), -1);
    for (std::size_t n = 0; n < out.size(); ++n)
        if (used[n])
            out[n] = root(static_cast<int>(n));
    return out;
}

/// Whether what is held of a part stops all six rigid motions: the motions' values there must be independent.
bool stopsRigidMotion(const QuadraticModel& model, const std::vector<int>& part, int which)
{
    Box box;
    for (std::size_t n = 0; n < part.size(); ++n)
        if (part[n] == which)
            box.include(model.mesh.nodes[n]);
    const Vec3 centre = box.centre();
    const double size = box.extent().norm();
    Eigen::Matrix<double, 6, 6> sum = Eigen::Matrix<double, 6, 6>::Zero();
    for (std::size_t n = 0; n < part.size(); ++n)
        if (part[n] == which)
            for (int c = 0; c < 3; ++c)
                if (model.held[n] >> c & 1) {
                    Eigen::Matrix<double, 6, 1> motion;
                    motion << Vec3::Unit(c), ((model.mesh.nodes[n] - centre) / size).cross(Vec3::Unit(c));
                    sum += motion * motion.transpose();
                }
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix<double, 6, 6>> eigen(sum, Eigen::EigenvaluesOnly);
    return eigen.eigenvalues()(0) > 1e-12 * eigen.eigenvalues()(5);
}

} // namespace

QuadraticModel QuadraticModel::of(QuadraticMesh mesh, double modulus, double poisson, Integration integration)
{
    QuadraticModel m;
    m.held.assign(mesh.nodes.size(), 0);
    m.given.assign(3 * mesh.nodes.size(), 0.0);
    m.force.assign(3 * mesh.nodes.size(), 0.0);
    m.mesh = std::move(mesh);
    m.modulus = modulus;
    m.poisson = poisson;
    m.integration = integration;
    return m;
}

void QuadraticModel::hold(const Where& where, std::uint8_t bits)
{
    for (std::size_t n = 0; n < mesh.nodes.size(); ++n)
        if (where(mesh.nodes[n]))
            held[n] = static_cast<std::uint8_t>(held[n] | bits);
}

void QuadraticModel::check() const
{
    mesh.check();
    isotropicHooke(modulus, poisson);
    const std::size_t n = mesh.nodes.size();
    if (held.size() != n || given.size() != 3 * n || force.size() != 3 * n ||
        !(temperature.empty() || temperature.size() == n))
        throw Error(ErrorCode::BadInput, "The model's arrays do not fit its mesh.",
                    "Give a value a node, three for vectors.");
    if (!finite(given) || !finite(force) || !finite(temperature) || !std::isfinite(expansion))
        throw Error(ErrorCode::BadInput, "A load, a displacement or a temperature is not a finite number.",
                    "Look at what gives it.");
    const std::vector<int> part = partOfNodes(mesh);
    for (std::size_t a = 0; a < n; ++a) {
        if (part[a] < 0 && (force[3 * a] != 0 || force[3 * a + 1] != 0 || force[3 * a + 2] != 0))
            throw Error(ErrorCode::BadInput, "A force acts on a node that no element has.",
                        "Put it on a node of an element.");
        if (part[a] == static_cast<int>(a) && !stopsRigidMotion(*this, part, part[a]))
            throw Error(ErrorCode::BadInput, "Nothing keeps a part of the body from moving as a whole.",
                        "Hold it so that it can neither shift nor turn.");
    }
}

void addTraction(QuadraticModel& model, std::span<const ElementFace> faces, const Traction& traction)
{
    for (const ElementFace& f : faces) {
        const HexPlaces places = model.mesh.places(f.element);
        for (const GaussPoint& g : facePoints()) {
            const Vec3 normal = hexFaceNormal(places, f.face, g.at);
            const HexShape shape = hexShape(hexFacePoint(f.face, g.at));
            const double area = normal.norm();
            addForce(model, f.element, shape, g.weight * area * traction(places * shape, normal / area));
        }
    }
}

void addBodyForce(QuadraticModel& model, const std::function<Vec3(const Vec3&)>& force)
{
    for (std::size_t e = 0; e < model.mesh.elements.size(); ++e) {
        const HexPlaces places = model.mesh.places(e);
        for (const GaussPoint& g : gaussPoints(Integration::Full)) {
            const HexShape shape = hexShape(g.at);
            addForce(model, e, shape, g.weight * hexStrain(places, g.at).volume * force(places * shape));
        }
    }
}

} // namespace pollux::elasticity
