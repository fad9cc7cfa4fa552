#pragma once

#include "core/geometry/vec.h"

#include <vector>

namespace pollux {

/// One point of a curve with a frame that goes along it: unit vectors, `across` at right angles to `tangent`.
struct CurvePoint
{
    Vec3 position = Vec3::Zero(); ///< LPS, mm
    Vec3 tangent = Vec3::UnitZ();
    Vec3 across = Vec3::UnitX();

    Vec3 normal() const { return tangent.cross(across); }
};

struct CurveOptions
{
    double stepMm = 0.5;    ///< arc length between neighbours, 0.05 to 10
    double smoothingMm = 0; ///< standard deviation along the curve, 0 to 50; 0 goes through every point given
};

/// The most points of a resampled curve: bounds what a curve may take of memory.
inline constexpr int kMostCurvePoints = 20000;

/// A smooth curve through points (LPS, mm) at equal steps of arc length, from the first on; what is left over at the
/// end, less than a step, is left out. Between the points: cubic Hermite pieces in centripetal parameters, which make
/// no loop or cusp between two points (Lee, Computer-Aided Design 21 (1989) 363; Yuksel et al., CAD 43 (2011) 747),
/// with the slopes of the parabola through three neighbours. Smoothing is Gaussian along the curve and leaves both
/// ends, and a straight line, as they are; an arc of radius R shrinks by exp(-s^2 / 2R^2). Any thread. Throws Error
/// (BadInput) for fewer than two distinct points, coordinates that are not finite, options out of range, a curve
/// shorter than two steps or of more than kMostCurvePoints.
std::vector<Vec3> resampledCurve(const std::vector<Vec3>& points, const CurveOptions& options);

/// Length along straight pieces, mm.
double polylineMm(const std::vector<Vec3>& points);

/// Frames that turn about the curve as little as can be (rotation minimising), by the double reflection method: Wang,
/// Juettler, Zheng, Liu, "Computation of rotation minimizing frames", ACM Transactions on Graphics 27(1) (2008),
/// article 2; its error falls with the fourth power of the step. `first` is the start of `across`, made orthogonal to
/// the first tangent. Throws Error (BadInput) for fewer than three points or a `first` along the curve.
std::vector<CurvePoint> rotationMinimisingFrames(const std::vector<Vec3>& evenPoints, const Vec3& first);

/// Unit tangents of points at equal steps, by differences of second order.
std::vector<Vec3> curveTangents(const std::vector<Vec3>& evenPoints);

/// Where `across` starts if nobody says: the first of left, superior, posterior that lies well off the tangent, made
/// orthogonal to it. A vessel along the body is then cut as in a coronal slice.
Vec3 startAcross(const Vec3& tangent);

} // namespace pollux
