#include "core/simulation/elasticity/quadratic_solver.h"

#include "core/base/error.h"

#include <Eigen/SparseCholesky>

#include <algorithm>
#include <cmath>

namespace pollux::elasticity {

namespace {

using Matrix = Eigen::SparseMatrix<double>;
using Displacement = Eigen::Matrix<double, 3 * kHexNodes, 1>;

/// What holds for the whole solution.
class Equations
{
public:
    explicit Equations(const QuadraticModel& model)
        : m_model(model), m_hooke(isotropicHooke(model.modulus, model.poisson)), m_row(model.force.size(), -1)
    {
        for (const auto& element : model.mesh.elements)
            for (int n : element)
                for (std::size_t c = 0; c < 3; ++c)
                    if (!(model.held[static_cast<std::size_t>(n)] >> c & 1))
                        m_row[3 * static_cast<std::size_t>(n) + c] = 0;
        for (int& r : m_row)
            if (r == 0)
                r = static_cast<int>(m_unknowns++);
        if (m_unknowns > kMostQuadraticUnknowns)
            throw Error(ErrorCode::BadInput, "The mesh is too fine for the direct solver.",
                        "Take fewer and larger elements.");
    }

    std::int64_t unknowns() const { return m_unknowns; }
    int row(std::size_t dof) const { return m_row[dof]; }

    std::size_t dof(std::size_t element, std::size_t own) const
    {
        return 3 * static_cast<std::size_t>(m_model.mesh.elements[element][own / 3]) + own % 3;
    }

    /// The lower half.
    Matrix matrix(const Job& job) const
    {
        std::vector<Eigen::Triplet<double>> all;
        all.reserve(m_model.mesh.elements.size() * 1830);
        for (std::size_t e = 0; e < m_model.mesh.elements.size(); ++e) {
            job.checkStop();
            const HexStiffness k = hexStiffness(m_model.mesh.places(e), m_hooke, m_model.integration);
            for (std::size_t j = 0; j < 3 * kHexNodes; ++j)
                for (std::size_t i = 0; i < 3 * kHexNodes; ++i) {
                    const int r = row(dof(e, i)), c = row(dof(e, j));
                    if (r >= c && c >= 0)
                        all.emplace_back(r, c, k(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)));
                }
        }
        Matrix out(m_unknowns, m_unknowns);
        out.setFromTriplets(all.begin(), all.end());
        return out;
    }

    Displacement ofElement(const std::vector<double>& u, std::size_t e) const
    {
        Displacement out;
        for (std::size_t a = 0; a < 3 * kHexNodes; ++a)
            out(static_cast<Eigen::Index>(a)) = u[dof(e, a)];
        return out;
    }

    /// Strain of a body free to expand. Linear between the corners: as the strain is, or they would not cancel.
    Voigt thermal(std::size_t e, const Vec3& at) const
    {
        Voigt out = Voigt::Zero();
        if (m_model.temperature.empty())
            return out;
        double t = 0;
        for (int a = 0; a < 8; ++a)
            t += m_model.temperature[static_cast<std::size_t>(m_model.mesh.elements[e][static_cast<std::size_t>(a)])] *
                 (1 + at.cwiseProduct(hexNodePlace(a)).array()).prod() / 8;
        out.head<3>().setConstant(m_model.expansion * t);
        return out;
    }

    /// Forces of all nodes on the elements for displacements; half the work of stress. `largest`: of what an element
    /// adds up, each term with its size: what rounding goes by, also where all forces cancel.
    std::vector<double> forces(const std::vector<double>& u, double& energy, double& largest, const Job& job) const
    {
        std::vector<double> out(u.size(), 0.0);
        energy = largest = 0;
        for (std::size_t e = 0; e < m_model.mesh.elements.size(); ++e) {
            job.checkStop();
            const HexPlaces places = m_model.mesh.places(e);
            const Displacement own = ofElement(u, e);
            Displacement f = Displacement::Zero(), sizes = Displacement::Zero();
            for (const GaussPoint& g : gaussPoints(m_model.integration)) {
                const StrainAt s = hexStrain(places, g.at);
                const Voigt free = thermal(e, g.at), strain = s.matrix * own - free, stress = m_hooke * strain;
                f += g.weight * s.volume * (s.matrix.transpose() * stress);
                const Voigt all = s.matrix.cwiseAbs() * own.cwiseAbs() + free.cwiseAbs();
                sizes += g.weight * s.volume * (s.matrix.cwiseAbs().transpose() * (m_hooke.cwiseAbs() * all));
                energy += g.weight * s.volume * stress.dot(strain) / 2;
            }
            largest = std::max(largest, sizes.maxCoeff());
            for (std::size_t a = 0; a < 3 * kHexNodes; ++a)
                out[dof(e, a)] += f(static_cast<Eigen::Index>(a));
        }
        return out;
    }

    std::vector<Voigt> stress(const std::vector<double>& u, const Job& job) const
    {
        std::vector<Voigt> out(m_model.mesh.nodes.size(), Voigt::Zero());
        std::vector<int> count(out.size(), 0);
        const auto points = gaussPoints(Integration::Reduced);
        for (std::size_t e = 0; e < m_model.mesh.elements.size(); ++e) {
            job.checkStop();
            const HexPlaces places = m_model.mesh.places(e);
            const Displacement own = ofElement(u, e);
            Eigen::Matrix<double, 6, 8> at;
            for (std::size_t q = 0; q < points.size(); ++q)
                at.col(static_cast<Eigen::Index>(q)) =
                    m_hooke * (hexStrain(places, points[q].at).matrix * own - thermal(e, points[q].at));
            for (int a = 0; a < kHexNodes; ++a) {
                const auto n = static_cast<std::size_t>(m_model.mesh.elements[e][static_cast<std::size_t>(a)]);
                for (std::size_t q = 0; q < points.size(); ++q) // 3: the points lie at 1 / sqrt(3)
                    out[n] += at.col(static_cast<Eigen::Index>(q)) *
                              ((1 + 3 * hexNodePlace(a).cwiseProduct(points[q].at).array()).prod() / 8);
                ++count[n];
            }
        }
        for (std::size_t n = 0; n < out.size(); ++n)
            if (count[n])
                out[n] /= count[n];
        return out;
    }

private:
    const QuadraticModel& m_model;
    Hooke m_hooke;
    std::vector<int> m_row; ///< a degree of freedom each; -1: held, or no element there
    std::int64_t m_unknowns = 0;
};

[[noreturn]] void singular()
{
    throw Error(
        ErrorCode::BadInput, "The body can move without any force.",
        "Hold it so that it can neither shift nor turn; take full integration where elements lie in a single column.");
}

} // namespace

QuadraticResult solve(const QuadraticModel& model, const Job& job)
{
    model.check();
    const Equations equations(model);
    QuadraticResult out;
    out.unknowns = equations.unknowns();
    out.displacement.assign(model.force.size(), 0.0);
    for (const auto& element : model.mesh.elements)
        for (int n : element)
            for (std::size_t c = 0; c < 3; ++c)
                if (model.held[static_cast<std::size_t>(n)] >> c & 1)
                    out.displacement[3 * static_cast<std::size_t>(n) + c] =
                        model.given[3 * static_cast<std::size_t>(n) + c];

    double largest = 0;
    std::vector<double> forces;
    const auto outOfBalance = [&] {
        forces = equations.forces(out.displacement, out.energy, largest, job);
        Eigen::VectorXd r(out.unknowns);
        for (std::size_t d = 0; d < forces.size(); ++d)
            if (equations.row(d) >= 0)
                r(equations.row(d)) = model.force[d] - forces[d];
        return r;
    };
    if (out.unknowns > 0) {
        const Matrix matrix = equations.matrix(job);
        const Eigen::SimplicialLDLT<Matrix> factor(matrix);
        if (factor.info() != Eigen::Success)
            singular();
        // A pivot that cancelled down to rounding belongs to a motion without force.
        const Eigen::VectorXd pivots = factor.permutationPinv() * Eigen::VectorXd(factor.vectorD());
        if (!((pivots.array() / matrix.diagonal().array()).minCoeff() > 1e-12))
            singular();
        out.entries = factor.matrixL().nestedExpression().nonZeros();
        // Twice: the second corrects the rounding of the first.
        for (int pass = 0; pass < 2; ++pass) {
            job.checkStop();
            const Eigen::VectorXd u = factor.solve(outOfBalance());
            for (std::size_t d = 0; d < forces.size(); ++d)
                if (equations.row(d) >= 0)
                    out.displacement[d] += u(equations.row(d));
        }
    }
    const Eigen::VectorXd left = outOfBalance();
    out.residual = largest > 0 && left.size() > 0 ? left.cwiseAbs().maxCoeff() / largest : 0;
    if (!(out.residual < 1e-10))
        singular();
    out.reaction.assign(forces.size(), 0.0);
    for (std::size_t n = 0; n < model.mesh.nodes.size(); ++n)
        for (std::size_t c = 0; c < 3; ++c)
            if (model.held[n] >> c & 1)
                out.reaction[3 * n + c] = forces[3 * n + c] - model.force[3 * n + c];
    out.stress = equations.stress(out.displacement, job);
    return out;
}

} // namespace pollux::elasticity
