#pragma once

#include "ui/viewer/gizmo.h"
#include "ui/viewer/scene_lens.h"
#include "ui/viewer/viewer.h"

#include <Eigen/Geometry>
#include <QTest>

#include <optional>

namespace pollux {

/// The mouse at a handle in the 3-D view of a window, which is set to parallel rays.
struct SceneMouse
{
    Viewer& viewer;
    QWidget* view;

    explicit SceneMouse(Viewer& v) : viewer(v), view(v.findChild<QWidget*>("volumeView"))
    {
        SceneLook look = viewer.scene();
        look.orthographic = true;
        viewer.setScene(look);
        QTest::qWait(100);
    }
    SceneLens lens() const
    {
        const CameraPose pose = *viewer.cameraPose();
        SceneLens l;
        l.parallel = true;
        l.eye = pose.focus;
        l.towards = -pose.towards;
        l.up = pose.up;
        l.right = l.towards.cross(l.up);
        l.height = pose.heightMm;
        l.size = view->size();
        return l;
    }
    /// Where a handle can be taken, seen from the side that shows it; nullopt: nowhere.
    std::optional<QPoint> find(int handle) const
    {
        for (const char side : {'A', 'R', 'S'}) {
            viewer.lookFrom(side);
            CameraPose near = *viewer.cameraPose();
            near.heightMm = 50; // a drag of some millimetres is longer than a click that trembles
            viewer.setCameraPose(near);
            QTest::qWait(50);
            const SceneLens l = lens();
            for (int y = 0; y < view->height(); y += 2)
                for (int x = 0; x < view->width(); x += 2)
                    if (viewer.gizmo()->at(l, QPointF(x, y)) == handle)
                        return QPoint(x, y);
        }
        return {};
    }
    /// In two moves, for the first one only says that it is a drag.
    void drag(const QPoint& from, const QPoint& by, bool release = true) const
    {
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, from + by / 2);
        QTest::mouseMove(view, from + by);
        if (release)
            QTest::mouseRelease(view, Qt::LeftButton, {}, from + by);
    }
};

} // namespace pollux
