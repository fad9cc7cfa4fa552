#pragma once

#include "core/geometry/vec.h"

#include <QObject>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace pollux {

struct SceneLens;
struct Theme;

/// Arrows and rings about what is in hand in the 3-D view: an arrow is dragged along its direction, a ring turns about
/// it. Each stands for one change that has a name; what comes of it is the caller's. It keeps its size on the screen
/// and lies over the picture. Directions are LPS. Main thread.
class Gizmo final : public QObject
{
    Q_OBJECT

public:
    struct Handle
    {
        Vec3 direction = Vec3::UnitX(); ///< unit: where an arrow points, what a ring turns about (right-handed)
        bool turns = false;
        QString name; ///< of the change in this direction: "Forwards"
    };

    using QObject::QObject;

    /// Where its middle is. A handle that is held goes on measuring from where it was when it was taken.
    void setHandles(const Vec3& middle, std::vector<Handle> handles);
    void hide(); ///< what is held is let go, unfinished
    bool shown() const { return !m_handles.empty(); }
    bool held() const { return m_held.has_value(); }

    /// The handle under a pixel; nullopt if there is none. An arrow that points at the viewer is none.
    std::optional<int> at(const SceneLens& lens, const QPointF& pixel) const;
    /// True: a handle is held from now on.
    bool press(const SceneLens& lens, const QPointF& pixel);
    void drag(const SceneLens& lens, const QPointF& pixel);
    void release();
    void hover(std::optional<int> handle);
    /// Over the picture, in logical pixels.
    void paint(QPainter& painter, const SceneLens& lens, const Theme& theme) const;

Q_SIGNALS:
    /// `amount` in mm or degrees since the handle was taken, along or about its direction then.
    void dragged(int handle, double amount, bool finished);
    void changed(); ///< draw again

private:
    struct Held
    {
        int handle;
        Vec3 middle, direction; ///< when it was taken
        QPointF from;           ///< pixel
        QPointF middlePixel;
        QPointF way;        ///< pixels a mm, or a degree along the ring's edge
        bool round = false; ///< a ring that is seen from its side: the angle about its middle counts
        double sense = 1;   ///< of that angle
        double last = 0, amount = 0;
    };
    std::optional<std::vector<QPointF>> outline(const Handle& handle, const SceneLens& lens) const;
    double reach(const SceneLens& lens, double pixels) const;
    void paintHandle(QPainter& painter, const SceneLens& lens, const Theme& theme, int n) const;

    Vec3 m_middle = Vec3::Zero();
    std::vector<Handle> m_handles;
    std::optional<Held> m_held;
    std::optional<int> m_hover;
};

} // namespace pollux
