#pragma once

#include "ui/viewer/slice_plane.h"

#include <QObject>

#include <optional>

class QPainter;

namespace pollux {

struct SceneLens;

/// What the left mouse button does in the slices while this tool is in hand, and a click in the 3-D view if it works
/// there. Gets what happens in pixels of a plane and
/// answers in patient coordinates (LPS, mm); it changes nothing itself. Main thread.
class SliceTool : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void press(const SlicePlane& plane, const QPointF& pixel) = 0;
    virtual void drag(const SlicePlane&, const QPointF&) {}
    virtual void release(const SlicePlane&, const QPointF&) {}
    virtual void doubleClick(const SlicePlane&, const QPointF&) {}
    /// What was begun is forgotten. False if there is nothing to forget: the key may mean something else.
    virtual bool cancel() { return false; }
    /// Enter: what was begun is done. False if it cannot be.
    virtual bool complete() { return false; }
    /// True if paint() shows where the mouse is: its own arrow is hidden then.
    virtual bool drawsCursor() const { return false; }
    /// Over the image, in logical pixels. `cursor` is where the mouse is, if it is in this view.
    virtual void paint(QPainter& painter, const SlicePlane& plane, const Theme& theme,
                       const std::optional<QPointF>& cursor) const = 0;

    /// True if the tool answers pickInScene(); else a click in 3-D does what it does without a tool.
    virtual bool worksInScene() const { return false; }
    /// A click in the 3-D view: the place on a surface or a cut slice (LPS, mm), or nothing where there was none.
    virtual void pickInScene(const std::optional<Vec3>&) {}
    /// Over the 3-D picture, in logical pixels: what was begun.
    virtual void paintInScene(QPainter&, const Theme&, const SceneLens&) const {}

Q_SIGNALS:
    void changed(); ///< draw again
};

} // namespace pollux
