#pragma once

#include "ui/viewer/viewer.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>

namespace pollux {

/// Two viewers that go together: what the user does in one, the other does too. Places (crosshair, middle of the
/// slices, camera) go through a map, planes, slab, scale and layout as they are. Where the map knows no place, the
/// other keeps its own. Both must outlive it. Main thread.
class ViewLink : public QObject
{
    Q_OBJECT

public:
    /// LPS, mm; nullopt: not known there.
    using Map = std::function<std::optional<Vec3>(const Vec3&)>;

    ViewLink(Viewer& left, Viewer& right, QObject* parent = nullptr);

    void setMaps(Map toRight, Map toLeft);
    /// The display window goes along too: only sensible where both images have one unit.
    void setWindowLinked(bool on) { m_window = on; }
    /// Turned on, the right one does at once as the left.
    void setOn(bool on);
    bool on() const { return m_on; }
    /// The right one as the left is now; nothing while off.
    void follow();

    /// While one lives, changes of one viewer do not reach the other; at its end the right one follows.
    class Pause
    {
    public:
        explicit Pause(ViewLink& link) : m_link(link), m_was(std::exchange(link.m_busy, true)) {}
        ~Pause()
        {
            m_link.m_busy = m_was;
            if (!m_was)
                m_link.follow();
        }
        Pause(const Pause&) = delete;
        Pause& operator=(const Pause&) = delete;

    private:
        ViewLink& m_link;
        bool m_was;
    };

private:
    void connectOneWay(Viewer& from, Viewer& to, Map ViewLink::*map);
    void copyLook(const Viewer& from, Viewer& to, const Map& map) const;
    void copyFrame(const Viewer& from, Viewer& to, const Map& map, PlaneKind kind) const;
    void copyCamera(const Viewer& from, Viewer& to, const Map& map) const;
    template <class Copy>
    void carefully(Copy copy);

    Viewer& m_left;
    Viewer& m_right;
    Map m_toRight;
    Map m_toLeft;
    bool m_window = true;
    bool m_on = false;
    bool m_busy = false; ///< what one is told by the other is no news
};

} // namespace pollux
