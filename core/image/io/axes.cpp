#include "core/image/io/axes.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <cmath>

namespace pollux {

namespace {

double determinant(const Mat3& m)
{
    return m.col(0).dot(m.col(1).cross(m.col(2)));
}

Mat3 inverseTransposed(const Mat3& m)
{
    Mat3 out;
    out.col(0) = m.col(1).cross(m.col(2));
    out.col(1) = m.col(2).cross(m.col(0));
    out.col(2) = m.col(0).cross(m.col(1));
    return out / determinant(m);
}

} // namespace

bool straightenAxes(Mat3& direction)
{
    if (!direction.allFinite() || !(std::abs(determinant(direction)) > 0.2))
        throw Error(ErrorCode::BadInput, "The axes of the image file do not span a volume.",
                    "Save it again with its geometry.");
    // Newton's iteration for the polar factor (Higham 1986), quadratic: twelve rounds are far past double precision
    // here.
    Mat3 nearest = direction;
    for (int i = 0; i < 12; ++i)
        nearest = (0.5 * (nearest + inverseTransposed(nearest))).eval();
    const bool changed = (nearest - direction).cwiseAbs().maxCoeff() > 1e-3;
    direction = nearest;
    return changed;
}

bool leftHanded(const Mat3& direction)
{
    return determinant(direction) < 0;
}

} // namespace pollux
