#include "ui/viewer/scene_camera.h"

#include <Eigen/Geometry>
#include <vtkCamera.h>
#include <vtkMath.h>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr double kSmallest = 0.1, kLargest = 1e5; ///< height of a view, mm

double tangent(vtkCamera& camera)
{
    return std::tan(vtkMath::RadiansFromDegrees(camera.GetViewAngle()) / 2);
}

Vec3 focusOf(vtkCamera& camera)
{
    const double* f = camera.GetFocalPoint();
    return {f[0], f[1], f[2]};
}

Vec3 towardsOf(vtkCamera& camera)
{
    const double* n = camera.GetDirectionOfProjection();
    return {-n[0], -n[1], -n[2]};
}

void place(vtkCamera& camera, const Vec3& focus, const Vec3& towards, double distance)
{
    const Vec3 p = focus + distance * towards;
    camera.SetFocalPoint(focus.x(), focus.y(), focus.z());
    camera.SetPosition(p.x(), p.y(), p.z());
}

} // namespace

double viewHeight(vtkCamera& camera)
{
    return camera.GetParallelProjection() ? 2 * camera.GetParallelScale() : 2 * camera.GetDistance() * tangent(camera);
}

void setViewHeight(vtkCamera& camera, double mm)
{
    if (!std::isfinite(mm) || mm <= 0)
        return;
    mm = std::clamp(mm, kSmallest, kLargest);
    place(camera, focusOf(camera), towardsOf(camera), mm / 2 / tangent(camera));
    camera.SetParallelScale(mm / 2);
}

void setOrthographic(vtkCamera& camera, bool on)
{
    if (on == (camera.GetParallelProjection() != 0))
        return;
    const double height = viewHeight(camera);
    camera.SetParallelProjection(on);
    setViewHeight(camera, height);
}

CameraPose poseOf(vtkCamera& camera)
{
    const double* u = camera.GetViewUp();
    CameraPose pose;
    pose.focus = focusOf(camera);
    pose.towards = towardsOf(camera);
    const Vec3 up(u[0], u[1], u[2]);
    pose.up = (up - up.dot(pose.towards) * pose.towards).normalized();
    pose.heightMm = viewHeight(camera);
    return pose;
}

bool setPose(vtkCamera& camera, const CameraPose& pose)
{
    const bool whole = pose.focus.allFinite() && pose.towards.allFinite() && pose.up.allFinite() &&
                       pose.focus.cwiseAbs().maxCoeff() < kLargest && std::abs(pose.towards.norm() - 1) < 1e-3 &&
                       pose.up.cross(pose.towards).norm() > 1e-3 && pose.heightMm >= kSmallest &&
                       pose.heightMm <= kLargest;
    if (!whole)
        return false;
    place(camera, pose.focus, pose.towards.normalized(), 1);
    camera.SetViewUp(pose.up.x(), pose.up.y(), pose.up.z());
    setViewHeight(camera, pose.heightMm);
    return true;
}

SceneLens lensOf(vtkCamera& camera, const QSizeF& size)
{
    const CameraPose pose = poseOf(camera);
    const double* eye = camera.GetPosition();
    SceneLens lens;
    lens.eye = Vec3(eye[0], eye[1], eye[2]);
    lens.towards = -pose.towards;
    lens.up = pose.up;
    lens.right = lens.towards.cross(lens.up);
    lens.parallel = camera.GetParallelProjection() != 0;
    lens.height = lens.parallel ? 2 * camera.GetParallelScale() : 2 * tangent(camera);
    lens.size = size;
    return lens;
}

void growTo(double bounds[6], double radius)
{
    const Vec3 low(bounds[0], bounds[2], bounds[4]), high(bounds[1], bounds[3], bounds[5]);
    if (!((high - low).norm() / 2 < radius))
        return;
    const Vec3 middle = (low + high) / 2;
    for (int a = 0; a < 3; ++a) {
        bounds[2 * a] = middle[a] - radius / std::sqrt(3.0);
        bounds[2 * a + 1] = middle[a] + radius / std::sqrt(3.0);
    }
}

void standBack(vtkCamera& camera, const Vec3& centre, double radius)
{
    if (!camera.GetParallelProjection() || !centre.allFinite() || !std::isfinite(radius))
        return;
    const Vec3 focus = focusOf(camera), towards = towardsOf(camera);
    const double near = (centre - focus).dot(towards) + radius; // of the sphere, towards the viewer
    place(camera, focus, towards, std::max(1.0, near) + std::max(1.0, radius));
}

} // namespace pollux
