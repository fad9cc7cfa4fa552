#pragma once

#include "core/solid/revolved.h"
#include "ui/viewer/gizmo.h"

#include <QPointer>

#include <optional>
#include <vector>

namespace pollux {
class Viewer;
}

namespace pollux::implant {

/// Handles in 3-D for what lies along an axis: along it and across it towards the patient's left, front or head,
/// whichever two lie most across; and tilts about those two, by which its origin stays.
class AxisGizmo : public QObject
{
    Q_OBJECT

public:
    AxisGizmo(Viewer* viewer, QObject* parent); ///< nullptr: there are no views, and nothing happens

    void show(const AxisPose& pose);
    void leave(); ///< the views are another task's

    Q_SIGNAL void moved(const pollux::AxisPose& pose, bool finished); ///< by the user

private:
    void drag(int handle, double amount, bool finished);

    QPointer<Viewer> m_viewer;
    Gizmo* m_gizmo;
    AxisPose m_pose;
    std::vector<Gizmo::Handle> m_handles;
    std::optional<std::pair<AxisPose, Gizmo::Handle>> m_from; ///< as they were when the handle was taken
};

} // namespace pollux::implant
