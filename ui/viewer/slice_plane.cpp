#include "ui/viewer/slice_plane.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pollux {

Vec3 SlicePlane::toPatient(const QPointF& pixel) const
{
    return centre + mmPerPixel * ((pixel.x() - size.width() / 2.0) * right + (pixel.y() - size.height() / 2.0) * down);
}

QPointF SlicePlane::toPixel(const Vec3& p) const
{
    const Vec3 d = (p - centre) / mmPerPixel;
    return {size.width() / 2.0 + d.dot(right), size.height() / 2.0 + d.dot(down)};
}

SlicePlane SlicePlane::scaled(double factor) const
{
    SlicePlane s = *this;
    s.size = QSize(std::max(1, static_cast<int>(std::lround(size.width() * factor))),
                   std::max(1, static_cast<int>(std::lround(size.height() * factor))));
    s.mmPerPixel = mmPerPixel / factor;
    return s;
}

SlicePlane slicePlane(PlaneKind kind, const Vec3& centre, QSize size, double mmPerPixel, const Mat3& axes)
{
    SlicePlane s;
    s.centre = centre;
    s.size = size;
    s.mmPerPixel = mmPerPixel;
    const Vec3 left = axes.col(0), posterior = axes.col(1), superior = axes.col(2);
    switch (kind) {
    case PlaneKind::Axial:
        s.right = left;
        s.down = posterior;
        break;
    case PlaneKind::Sagittal:
        s.right = posterior;
        s.down = -superior;
        break;
    case PlaneKind::Coronal:
        s.right = left;
        s.down = -superior;
        break;
    }
    return s;
}

bool isStandard(const Mat3& axes)
{
    return (axes - Mat3::Identity()).cwiseAbs().maxCoeff() < 1.7e-4;
}

Mat3 turnedAxes(const Mat3& axes, PlaneKind kind, double radians)
{
    const Vec3 normal = slicePlane(kind, Vec3::Zero(), {2, 2}, 1, axes).normal();
    // Image y points down, so that a right-handed turn about right x down looks clockwise.
    const Mat3 turned = Eigen::AngleAxisd(radians, normal).toRotationMatrix() * axes;
    return Eigen::Quaterniond(turned).normalized().toRotationMatrix(); // many small drags must not skew them
}

Mat3 axesAlong(const Vec3& from, const Vec3& to)
{
    const Vec3 way = to - from;
    if (!way.allFinite() || way.norm() < 1e-6)
        return Mat3::Identity();
    const Vec3 s = way.normalized();
    // Within 10 degrees of the body's axis "towards the feet" says nothing about the picture.
    const Vec3 below = std::abs(s.z()) < 0.985 ? Vec3(-Vec3::UnitZ()) : Vec3(Vec3::UnitY());
    const Vec3 p = (below - below.dot(s) * s).normalized();
    Mat3 axes;
    axes.col(0) = p.cross(s);
    axes.col(1) = p;
    axes.col(2) = s;
    return axes;
}

int normalAxis(PlaneKind kind)
{
    return kind == PlaneKind::Axial ? 2 : kind == PlaneKind::Sagittal ? 0 : 1;
}

QString planeName(PlaneKind kind)
{
    switch (kind) {
    case PlaneKind::Axial:
        return QCoreApplication::translate("SlicePlane", "Axial");
    case PlaneKind::Sagittal:
        return QCoreApplication::translate("SlicePlane", "Sagittal");
    case PlaneKind::Coronal:
        break;
    }
    return QCoreApplication::translate("SlicePlane", "Coronal");
}

QColor planeColour(const Theme& theme, PlaneKind kind)
{
    return kind == PlaneKind::Axial ? theme.axial : kind == PlaneKind::Sagittal ? theme.sagittal : theme.coronal;
}

QString orientationLetters(const Vec3& direction)
{
    // DICOM PS3.3 C.7.6.1.1.1: L, P, H are the positive ends of the patient axes. Never translated.
    static constexpr const char* kPositive = "LPH";
    static constexpr const char* kNegative = "RAF";
    const double kLeast = std::sin(15.0 * M_PI / 180.0);
    std::array<int, 3> order{0, 1, 2};
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return std::abs(direction[a]) > std::abs(direction[b]) + 1e-9; });
    QString letters;
    for (int axis : order)
        if (std::abs(direction[axis]) >= kLeast)
            letters += QLatin1Char(direction[axis] > 0 ? kPositive[axis] : kNegative[axis]);
    return letters;
}

double fittingScale(const Grid& grid, const SlicePlane& plane)
{
    Vec3 extent = Vec3::Zero(); // of the grid's box along right and down
    for (int axis = 0; axis < 3; ++axis) {
        const Vec3 edge = grid.direction.col(axis) * grid.spacing[axis] * grid.size[axis];
        extent[0] += std::abs(edge.dot(plane.right));
        extent[1] += std::abs(edge.dot(plane.down));
    }
    const double scale =
        std::max(extent[0] / std::max(1, plane.size.width()), extent[1] / std::max(1, plane.size.height()));
    return std::max(1e-3, 1.02 * scale);
}

} // namespace pollux
