#include "plugins/liver/cut_surface.h"

#include "core/base/error.h"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>

#include <cmath>

namespace pollux::liver {

namespace {

constexpr double kAbove = 0.5; ///< mm within which two points stand above each other

/// r^2 log r of the square of r: no root is taken.
double kernel(double squared)
{
    return squared > 0 ? 0.5 * squared * std::log(squared) : 0;
}

[[noreturn]] void refuse(const char* text, const char* advice)
{
    throw Error(ErrorCode::BadInput, text, advice);
}

} // namespace

CutSurface::CutSurface(const std::vector<Vec3>& points, const Vec3& towards)
{
    if (points.size() < 3)
        refuse("A cut through points needs at least three of them.", "Set further points on the cut.");
    if (points.size() > kMostPoints)
        refuse("The cut has too many points.", "Set at most 300.");
    for (const Vec3& p : points) {
        if (!p.allFinite())
            refuse("A point of the cut is not finite.", "Set it again.");
        m_centre += p / static_cast<double>(points.size());
    }
    Mat3 spread = Mat3::Zero();
    for (const Vec3& p : points)
        spread += (p - m_centre) * (p - m_centre).transpose();
    const Eigen::SelfAdjointEigenSolver<Mat3> axes(spread); // ascending
    if (!(axes.eigenvalues()[1] > 1e-6 * axes.eigenvalues()[2]))
        refuse("The points of the cut lie in one line.", "Set further points beside it.");
    m_normal = axes.eigenvectors().col(0);
    const double side = m_normal.dot(towards);
    if (!(std::abs(side) > 1e-3 * towards.norm()))
        refuse("The direction to what is removed lies within the cut.", "Turn the normal away from the cut.");
    if (side < 0)
        m_normal = -m_normal;
    m_u = axes.eigenvectors().col(2);
    m_v = m_normal.cross(m_u);

    std::vector<double> heights;
    for (const Vec3& p : points) {
        const Vec3 d = p - m_centre;
        const Eigen::Vector2d place(d.dot(m_u), d.dot(m_v));
        const double h = d.dot(m_normal);
        bool again = false;
        for (size_t n = 0; n < m_places.size(); ++n) {
            if ((m_places[n] - place).norm() > kAbove)
                continue;
            if (std::abs(heights[n] - h) > 2 * kAbove)
                refuse("Two points of the cut lie above each other.", "Move one, or take it away.");
            again = true; // the same point once more
        }
        if (again)
            continue;
        m_places.push_back(place);
        heights.push_back(h);
    }
    const auto count = static_cast<Eigen::Index>(m_places.size());
    Eigen::MatrixXd system = Eigen::MatrixXd::Zero(count + 3, count + 3);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(count + 3);
    for (Eigen::Index i = 0; i < count; ++i) {
        const Eigen::Vector2d& a = m_places[static_cast<size_t>(i)];
        for (Eigen::Index j = 0; j < count; ++j)
            system(i, j) = kernel((a - m_places[static_cast<size_t>(j)]).squaredNorm());
        system(i, count) = system(count, i) = 1;
        system(i, count + 1) = system(count + 1, i) = a.x();
        system(i, count + 2) = system(count + 2, i) = a.y();
        right[i] = heights[static_cast<size_t>(i)];
    }
    const Eigen::FullPivLU<Eigen::MatrixXd> lu(system);
    if (!lu.isInvertible())
        refuse("The points of the cut lie in one line.", "Set further points beside it.");
    m_weights = lu.solve(right);
}

double CutSurface::height(const Vec3& p) const
{
    const Vec3 d = p - m_centre;
    const Eigen::Vector2d place(d.dot(m_u), d.dot(m_v));
    const auto count = static_cast<Eigen::Index>(m_places.size());
    double surface = m_weights[count] + m_weights[count + 1] * place.x() + m_weights[count + 2] * place.y();
    for (Eigen::Index n = 0; n < count; ++n)
        surface += m_weights[n] * kernel((place - m_places[static_cast<size_t>(n)]).squaredNorm());
    return d.dot(m_normal) - surface - m_shift;
}

CutSurface CutSurface::shifted(double mm) const
{
    CutSurface other = *this;
    other.m_shift += mm;
    return other;
}

} // namespace pollux::liver
