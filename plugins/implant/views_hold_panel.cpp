#include "plugins/implant/views_hold_panel.h"

#include "ui/viewer/viewer.h"

namespace pollux::implant {

ViewsHold::ViewsHold(Viewer* viewer) : m_viewer(viewer) {}

void ViewsHold::show(const Path& handles, std::vector<Path> marks)
{
    if (!m_viewer)
        return;
    m_handles = handles;
    m_viewer->setEditable(true);
    m_viewer->setPath(handles);
    m_viewer->setOtherPaths(std::move(marks));
}

void ViewsHold::preview(std::map<Id, std::shared_ptr<const Structure>> bodies)
{
    if (!m_viewer || (bodies.empty() && !m_preview))
        return;
    m_preview = !bodies.empty();
    m_viewer->setStructurePreviews(std::move(bodies));
}

void ViewsHold::leave()
{
    if (!m_viewer)
        return;
    preview({});
    if (m_handles && m_viewer->path() == m_handles) {
        m_viewer->setPath(std::nullopt);
        m_viewer->setOtherPaths({});
    }
    m_handles.reset();
}

} // namespace pollux::implant
