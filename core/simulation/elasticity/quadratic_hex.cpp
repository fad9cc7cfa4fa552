#include "core/simulation/elasticity/quadratic_hex.h"

#include "core/base/error.h"

#include <Eigen/Geometry>
#include <Eigen/LU>

#include <cmath>
#include <vector>

namespace pollux::elasticity {

namespace {

constexpr int kPlaces[kHexNodes][3] = {{-1, -1, -1}, {1, -1, -1}, {1, 1, -1}, {-1, 1, -1}, {-1, -1, 1},
                                       {1, -1, 1},   {1, 1, 1},   {-1, 1, 1}, {0, -1, -1}, {1, 0, -1},
                                       {0, 1, -1},   {-1, 0, -1}, {0, -1, 1}, {1, 0, 1},   {0, 1, 1},
                                       {-1, 0, 1},   {-1, -1, 0}, {1, -1, 0}, {1, 1, 0},   {-1, 1, 0}};

/// Products of n points of Gauss along each of `axes` axes.
std::vector<GaussPoint> product(int n, int axes)
{
    const double third = std::sqrt(0.6), half = std::sqrt(1.0 / 3);
    const double at[2][3] = {{-half, half, 0}, {-third, 0, third}};
    const double weight[2][3] = {{1, 1, 0}, {5.0 / 9, 8.0 / 9, 5.0 / 9}};
    const double(&x)[3] = at[n - 2];
    const double(&w)[3] = weight[n - 2];
    std::vector<GaussPoint> out;
    for (int k = 0; k < (axes == 3 ? n : 1); ++k)
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < n; ++i)
                out.push_back({Vec3(x[i], x[j], axes == 3 ? x[k] : 0), w[i] * w[j] * (axes == 3 ? w[k] : 1)});
    return out;
}

/// A factor of a shape function along one axis, and its slope: 1 + p x, or 1 - x^2 for the middle of an edge.
struct Factor
{
    Factor(int p, double x) : value(p == 0 ? 1 - x * x : 1 + p * x), slope(p == 0 ? -2 * x : p) {}
    double value, slope;
};

std::array<std::array<int, 8>, kHexFaces> faces()
{
    std::array<std::array<int, 8>, kHexFaces> out{};
    for (std::size_t f = 0; f < kHexFaces; ++f) {
        std::size_t n = 0;
        for (int a = 0; a < kHexNodes; ++a)
            if (kPlaces[a][f / 2] == (f % 2 ? 1 : -1))
                out[f][n++] = a;
    }
    return out;
}

} // namespace

std::span<const GaussPoint> gaussPoints(Integration integration)
{
    static const std::vector<GaussPoint> full = product(3, 3), reduced = product(2, 3);
    return integration == Integration::Full ? full : reduced;
}

std::span<const GaussPoint> facePoints()
{
    static const std::vector<GaussPoint> points = product(3, 2);
    return points;
}

Vec3 hexNodePlace(int node)
{
    return {double(kPlaces[node][0]), double(kPlaces[node][1]), double(kPlaces[node][2])};
}

HexShape hexShape(const Vec3& at)
{
    HexShape out;
    for (int a = 0; a < kHexNodes; ++a) {
        const int* p = kPlaces[a];
        const double v = Factor(p[0], at.x()).value * Factor(p[1], at.y()).value * Factor(p[2], at.z()).value;
        out(a) = a < 8 ? v * (p[0] * at.x() + p[1] * at.y() + p[2] * at.z() - 2) / 8 : v / 4;
    }
    return out;
}

HexGradient hexGradient(const Vec3& at)
{
    HexGradient out;
    for (int a = 0; a < kHexNodes; ++a) {
        const int* p = kPlaces[a];
        const Factor x(p[0], at.x()), y(p[1], at.y()), z(p[2], at.z());
        const Vec3 slope(x.slope * y.value * z.value, x.value * y.slope * z.value, x.value * y.value * z.slope);
        if (a < 8) {
            const double all = x.value * y.value * z.value;
            const double sum = p[0] * at.x() + p[1] * at.y() + p[2] * at.z() - 2;
            out.col(a) = (slope * sum + all * Vec3(p[0], p[1], p[2])) / 8;
        } else
            out.col(a) = slope / 4;
    }
    return out;
}

const std::array<int, 8>& hexFaceNodes(int face)
{
    static const std::array<std::array<int, 8>, kHexFaces> all = faces();
    return all.at(static_cast<std::size_t>(face));
}

Vec3 hexFacePoint(int face, const Vec3& at)
{
    const int axis = face / 2;
    Vec3 out;
    out[axis] = face % 2 ? 1 : -1;
    out[(axis + 1) % 3] = at.x();
    out[(axis + 2) % 3] = at.y();
    return out;
}

Vec3 hexFaceNormal(const HexPlaces& places, int face, const Vec3& at)
{
    const int axis = face / 2;
    const Mat3 jacobian = places * hexGradient(hexFacePoint(face, at)).transpose();
    const Vec3 normal = jacobian.col((axis + 1) % 3).cross(jacobian.col((axis + 2) % 3));
    return face % 2 ? normal : Vec3(-normal);
}

Hooke isotropicHooke(double modulus, double poisson)
{
    if (!(modulus > 0) || !std::isfinite(modulus))
        throw Error(ErrorCode::BadInput, "Young's modulus must be above 0.", "Give that of the material in MPa.");
    if (!(poisson >= -0.99 && poisson <= 0.499))
        throw Error(ErrorCode::BadInput, "Poisson's ratio must lie between -0.99 and 0.499.",
                    "Give that of the tissue, for bone about 0.3.");
    const double lambda = modulus * poisson / ((1 + poisson) * (1 - 2 * poisson)), mu = modulus / 2 / (1 + poisson);
    Hooke out = Hooke::Zero();
    out.topLeftCorner<3, 3>().setConstant(lambda);
    for (int i = 0; i < 3; ++i) {
        out(i, i) += 2 * mu;
        out(3 + i, 3 + i) = mu;
    }
    return out;
}

StrainAt hexStrain(const HexPlaces& places, const Vec3& at)
{
    const HexGradient own = hexGradient(at);
    const Mat3 jacobian = own * places.transpose();
    StrainAt out;
    out.volume = jacobian.determinant();
    // Against the lengths of its edges there, so that the unit does not count.
    const double most = jacobian.row(0).norm() * jacobian.row(1).norm() * jacobian.row(2).norm();
    if (!(out.volume > 1e-9 * most))
        throw Error(ErrorCode::BadInput, "An element is turned inside out or has no volume.",
                    "Look at the order of its nodes and at where the middles of its edges lie.");
    const HexGradient slope = jacobian.inverse() * own;
    out.matrix.setZero();
    for (int a = 0; a < kHexNodes; ++a) {
        const int u = 3 * a, v = u + 1, w = u + 2;
        const double dx = slope(0, a), dy = slope(1, a), dz = slope(2, a);
        out.matrix(0, u) = dx;
        out.matrix(1, v) = dy;
        out.matrix(2, w) = dz;
        out.matrix(3, u) = dy;
        out.matrix(3, v) = dx;
        out.matrix(4, v) = dz;
        out.matrix(4, w) = dy;
        out.matrix(5, u) = dz;
        out.matrix(5, w) = dx;
    }
    return out;
}

HexStiffness hexStiffness(const HexPlaces& places, const Hooke& hooke, Integration integration)
{
    HexStiffness out = HexStiffness::Zero();
    for (const GaussPoint& g : gaussPoints(integration)) {
        const StrainAt s = hexStrain(places, g.at);
        const HexStrain stress = (g.weight * s.volume) * (hooke * s.matrix);
        out.noalias() += s.matrix.transpose() * stress;
    }
    return out;
}

} // namespace pollux::elasticity
