#pragma once

#include "core/geometry/vec.h"
#include "ui/viewer/view_state.h"

#include <Eigen/Geometry>
#include <QPointF>
#include <QSize>

namespace pollux {

/// A plane in patient space and how it lies on an image. The patient point of image point (x, y), in pixels from the
/// top left corner (pixel centres at .5), is centre + mmPerPixel * ((x - w/2) * right + (y - h/2) * down).
struct SlicePlane
{
    Vec3 centre = Vec3::Zero(); ///< LPS, mm: middle of the image
    Vec3 right = Vec3::UnitX(); ///< unit vectors in patient space of image x and y
    Vec3 down = Vec3::UnitY();
    double mmPerPixel = 1;
    QSize size{512, 512}; ///< pixels

    Vec3 normal() const { return right.cross(down); }                         ///< away from the viewer
    double distance(const Vec3& p) const { return normal().dot(p - centre); } ///< mm, signed along normal()
    Vec3 toPatient(const QPointF& pixel) const;
    QPointF toPixel(const Vec3& p) const; ///< of the point's projection
    /// The same cut at another number of pixels a unit of length, e.g. for a high-density screen.
    SlicePlane scaled(double factor) const;
};

/// Axial seen from the feet, coronal from the front, sagittal from the patient's left with anterior on the left.
/// `axes` turns all three together: its columns are the directions that stand for left, posterior and superior
/// (orthonormal, right-handed; the identity gives the standard planes).
SlicePlane slicePlane(PlaneKind kind, const Vec3& centre, QSize size, double mmPerPixel,
                      const Mat3& axes = Mat3::Identity());
/// Column of the axes that a plane is orthogonal to: 2, 0, 1 for axial, sagittal, coronal.
int normalAxis(PlaneKind kind);
/// True if the axes are those of the patient to 0.01 degrees.
bool isStandard(const Mat3& axes);
/// The axes after a turn about the normal of one plane, as seen in its image: clockwise by `radians`. Orthonormal
/// again.
Mat3 turnedAxes(const Mat3& axes, PlaneKind kind, double radians);
/// The axes at which the axial view looks along a line, from its start to its end, with the feet (for a line along the
/// body: the back) at the bottom, and the other two views lie along it. The identity for a line without length.
Mat3 axesAlong(const Vec3& from, const Vec3& to);
QString planeName(PlaneKind kind);
QColor planeColour(const Theme& theme, PlaneKind kind);

/// Letters of a direction, the strongest first: "L", "LP", "HLA"; those under a sine of 15 degrees are left out.
QString orientationLetters(const Vec3& direction);

/// mm per pixel at which the whole grid shows in `size`, with a small margin.
double fittingScale(const Grid& grid, const SlicePlane& plane);

} // namespace pollux
