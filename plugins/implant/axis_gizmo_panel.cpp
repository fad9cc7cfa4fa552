#include "plugins/implant/axis_gizmo_panel.h"

#include "ui/viewer/viewer.h"

#include <Eigen/Geometry>

#include <cmath>
#include <numbers>

namespace pollux::implant {

AxisGizmo::AxisGizmo(Viewer* viewer, QObject* parent) : QObject(parent), m_viewer(viewer), m_gizmo(new Gizmo(this))
{
    connect(m_gizmo, &Gizmo::dragged, this, &AxisGizmo::drag);
}

void AxisGizmo::show(const AxisPose& pose)
{
    if (!m_viewer)
        return;
    m_pose = pose;
    const Vec3& d = pose.direction;
    const std::pair<Vec3, QString> ways[] = {
        {Vec3(1, 0, 0), tr("To the left")}, {Vec3(0, -1, 0), tr("Forwards")}, {Vec3(0, 0, 1), tr("Up")}};
    size_t along = 0;
    for (size_t n = 1; n < 3; ++n)
        if (std::fabs(ways[n].first.dot(d)) > std::fabs(ways[along].first.dot(d)))
            along = n;
    m_handles = {{d, false, tr("Deeper")}};
    for (size_t n = 0; n < 3; ++n)
        if (n != along) {
            const Vec3 across = (ways[n].first - ways[n].first.dot(d) * d).normalized();
            m_handles.push_back({across, false, ways[n].second});
            m_handles.push_back({across, true, tr("Tilt")});
        }
    m_gizmo->setHandles(pose.origin, m_handles);
    m_viewer->setGizmo(m_gizmo);
}

void AxisGizmo::leave()
{
    m_from.reset();
    m_gizmo->hide();
    if (m_viewer && m_viewer->gizmo() == m_gizmo)
        m_viewer->setGizmo(nullptr);
}

void AxisGizmo::drag(int handle, double amount, bool finished)
{
    if (!m_from)
        m_from.emplace(m_pose, m_handles[static_cast<size_t>(handle)]);
    const auto [from, taken] = *m_from;
    AxisPose pose = from;
    if (taken.turns)
        pose.direction =
            (Eigen::AngleAxisd(amount * std::numbers::pi / 180, taken.direction) * from.direction).normalized();
    else
        pose.origin += amount * taken.direction;
    if (finished)
        m_from.reset();
    Q_EMIT moved(pose, finished);
}

} // namespace pollux::implant
