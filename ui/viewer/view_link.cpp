#include "ui/viewer/view_link.h"

namespace pollux {

namespace {

constexpr PlaneKind kPlanes[] = {PlaneKind::Axial, PlaneKind::Sagittal, PlaneKind::Coronal};

} // namespace

ViewLink::ViewLink(Viewer& left, Viewer& right, QObject* parent) : QObject(parent), m_left(left), m_right(right)
{
    const auto same = [](const Vec3& p) -> std::optional<Vec3> { return p; };
    m_toRight = m_toLeft = same;
    connectOneWay(left, right, &ViewLink::m_toRight);
    connectOneWay(right, left, &ViewLink::m_toLeft);
}

template <class Copy>
void ViewLink::carefully(Copy copy)
{
    if (!m_on || m_busy)
        return;
    m_busy = true;
    copy();
    m_busy = false;
}

void ViewLink::connectOneWay(Viewer& from, Viewer& to, Map ViewLink::*map)
{
    connect(&from, &Viewer::lookChanged, this,
            [this, &from, &to, map] { carefully([&] { copyLook(from, to, this->*map); }); });
    connect(&from, &Viewer::layoutChanged, this,
            [this, &to](Viewer::Layout layout) { carefully([&] { to.setLayout(layout); }); });
    connect(&from, &Viewer::sliceFramed, this,
            [this, &from, &to, map](PlaneKind kind) { carefully([&] { copyFrame(from, to, this->*map, kind); }); });
    connect(&from, &Viewer::cameraMoved, this,
            [this, &from, &to, map] { carefully([&] { copyCamera(from, to, this->*map); }); });
}

void ViewLink::setMaps(Map toRight, Map toLeft)
{
    m_toRight = std::move(toRight);
    m_toLeft = std::move(toLeft);
    follow();
}

void ViewLink::setOn(bool on)
{
    m_on = on;
    follow();
}

void ViewLink::follow()
{
    carefully([this] {
        if (m_right.viewLayout() != m_left.viewLayout())
            m_right.setLayout(m_left.viewLayout());
        copyLook(m_left, m_right, m_toRight);
        for (const PlaneKind kind : kPlanes)
            copyFrame(m_left, m_right, m_toRight, kind);
        copyCamera(m_left, m_right, m_toRight);
    });
}

void ViewLink::copyLook(const Viewer& from, Viewer& to, const Map& map) const
{
    to.setAxes(from.axes());
    if (to.slabMode() != from.slabMode() || to.slabMm() != from.slabMm())
        to.setSlab(from.slabMode(), from.slabMm());
    if (m_window && (to.windowCentre() != from.windowCentre() || to.windowWidth() != from.windowWidth()))
        to.setWindow(from.windowCentre(), from.windowWidth());
    if (to.scene() != from.scene())
        to.setScene(from.scene());
    if (const auto p = map(from.crosshair()))
        to.setCrosshair(*p);
}

void ViewLink::copyFrame(const Viewer& from, Viewer& to, const Map& map, PlaneKind kind) const
{
    const SlicePlane plane = from.slicePlane(kind);
    if (const auto p = map(plane.centre))
        to.frameSlice(kind, *p, plane.mmPerPixel);
}

void ViewLink::copyCamera(const Viewer& from, Viewer& to, const Map& map) const
{
    auto pose = from.cameraPose();
    if (!pose)
        return;
    if (const auto focus = map(pose->focus)) { // turned as it is: both look from the same side
        pose->focus = *focus;
        to.setCameraPose(*pose, true);
    }
}

} // namespace pollux
