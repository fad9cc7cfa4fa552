// The curved cut itself: its sample lines, and the way from a pixel to the patient and back.
#include "core/base/error.h"
#include "core/image/curved_reformation.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr double kMostPixels = 1 << 24;

void require(bool good, const char* what, const char* advice)
{
    if (!good)
        throw Error(ErrorCode::BadInput, what, advice);
}

void checkOptions(const CurvedOptions& o)
{
    require(o.widthMm >= 1 && o.widthMm <= 500, "The width across the curve is out of range.", "Give 1 to 500 mm.");
    require(o.slabMm >= 0 && o.slabMm <= 200, "The thickness of the slab is out of range.", "Give 0 to 200 mm.");
    require(std::abs(o.angleDeg) <= 3600, "The angle about the curve is not a number of degrees.",
            "Give -180 to 180 degrees.");
    require(o.up.allFinite() && o.up.norm() > 1e-6, "The direction of the sample lines is no direction.",
            "Give one of some length.");
}

double radians(double degrees)
{
    return degrees * M_PI / 180;
}

void straighten(std::vector<CurvePoint>& line, const std::vector<Vec3>& points, double angleDeg)
{
    line = rotationMinimisingFrames(points, startAcross(curveTangents(points).front()));
    const double c = std::cos(radians(angleDeg)), s = std::sin(radians(angleDeg));
    for (CurvePoint& p : line)
        p.across = c * p.across + s * p.normal();
}

/// `up` tilted about the line between the ends, as far as that lies across it.
Vec3 tilted(const Vec3& up, const std::vector<Vec3>& points, double angleDeg)
{
    const Vec3 u = up.normalized(), chord = points.back() - points.front();
    Vec3 axis = chord - chord.dot(u) * u;
    axis = axis.norm() > 1e-6 ? Vec3(axis.normalized()) : Vec3(u.unitOrthogonal());
    return Eigen::AngleAxisd(radians(angleDeg), axis) * u;
}

/// The slab's normals: at right angles to curve and lines; where these run along each other the nearest one that is.
std::vector<Vec3> rule(std::vector<CurvePoint>& line, const std::vector<Vec3>& points, const CurvedOptions& o)
{
    const Vec3 down = -tilted(o.up, points, o.angleDeg);
    const std::vector<Vec3> tangents = curveTangents(points);
    std::vector<Vec3> normals(points.size(), Vec3::Zero());
    size_t along = 0, known = points.size();
    for (size_t i = 0; i < points.size(); ++i) {
        line.push_back({points[i], tangents[i], down});
        const Vec3 n = tangents[i].cross(down);
        along += n.norm() < std::sin(radians(15));
        if (n.norm() > 1e-3) {
            normals[i] = n.normalized();
            known = std::min(known, i);
        }
    }
    require(2 * along <= points.size(), "The curve runs along the lines of the panoramic image.",
            "Take the straightened image, or turn the angle.");
    for (size_t i = known; i-- > 0;)
        normals[i] = normals[i + 1];
    for (size_t i = 1; i < normals.size(); ++i)
        if (normals[i].isZero())
            normals[i] = normals[i - 1];
    return normals;
}

/// The place on the piece of surface between two sample lines nearest to `p`: u along (0 to 1), a across (mm).
struct Found
{
    double u = 0, a = 0, square = 0;
};

Found onPiece(const CurvePoint& from, const CurvePoint& to, const Vec3& p, double half, double u, double a)
{
    const Vec3 dx = to.position - from.position, da = to.across - from.across;
    const auto off = [&] { return Vec3(from.position + u * dx + a * (from.across + u * da) - p); };
    for (int n = 0; n < 6; ++n) { // Gauss-Newton: the piece is nearly flat
        const Vec3 f = off(), ju = dx + a * da, ja = from.across + u * da;
        const double uu = ju.dot(ju), aa = ja.dot(ja), ua = ju.dot(ja), det = uu * aa - ua * ua;
        if (!(det > 1e-12 * uu * aa))
            break;
        const double fu = ju.dot(f), fa = ja.dot(f);
        u = std::clamp(u - (aa * fu - ua * fa) / det, 0.0, 1.0);
        a = std::clamp(a - (uu * fa - ua * fu) / det, -half, half);
    }
    return {u, a, off().squaredNorm()};
}

} // namespace

CurvedSurface::CurvedSurface(const std::vector<Vec3>& curve, const CurvedOptions& o) : m_stepMm(o.stepMm)
{
    checkOptions(o);
    const std::vector<Vec3> points = resampledCurve(curve, {o.stepMm, o.smoothingMm});
    m_rows = 2 * static_cast<int>(std::lround(o.widthMm / 2 / o.stepMm)) + 1;
    require(double(m_rows) * double(points.size()) <= kMostPixels, "The image along the curve is too large.",
            "Take a larger step, a smaller width or a shorter curve.");
    if (o.kind == CurvedKind::Panoramic) {
        m_normals = rule(m_line, points, o);
        return;
    }
    straighten(m_line, points, o.angleDeg);
    for (const CurvePoint& p : m_line)
        m_normals.push_back(p.normal());
}

Vec3 CurvedSurface::toPatient(double column, double row) const
{
    const int from = std::clamp(static_cast<int>(std::floor(column)), 0, columns() - 2);
    const double u = column - from, a = (row - middleRow()) * m_stepMm;
    const CurvePoint &p = m_line[static_cast<size_t>(from)], &q = m_line[static_cast<size_t>(from) + 1];
    return p.position + u * (q.position - p.position) + a * (p.across + u * (q.across - p.across));
}

CurvedPlace CurvedSurface::nearest(const Vec3& p) const
{
    const double half = middleRow() * m_stepMm;
    const auto across = [&](size_t c) {
        return std::clamp((p - m_line[c].position).dot(m_line[c].across), -half, half);
    };
    std::vector<double> square(m_line.size());
    for (size_t c = 0; c < m_line.size(); ++c)
        square[c] = (p - m_line[c].position - across(c) * m_line[c].across).squaredNorm();
    CurvedPlace best;
    double least = std::numeric_limits<double>::infinity();
    const auto look = [&](size_t from, double u, double a) {
        const Found f = onPiece(m_line[from], m_line[from + 1], p, half, u, a);
        // Where lines cross, in the middle of a bend, many places are as near: that closest to the curve.
        const double cost = f.square + 1e-6 * f.a * f.a;
        if (cost >= least)
            return;
        least = cost;
        best = {double(from) + f.u, middleRow() + f.a / m_stepMm, std::sqrt(f.square)};
    };
    for (size_t c = 0; c < m_line.size(); ++c) {
        if ((c > 0 && square[c - 1] < square[c]) || (c + 1 < m_line.size() && square[c + 1] < square[c]))
            continue;
        if (c > 0)
            look(c - 1, 1, across(c));
        if (c + 1 < m_line.size())
            look(c, 0, across(c));
    }
    return best;
}

} // namespace pollux
