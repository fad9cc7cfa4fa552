#include "ui/viewer/saved_view.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

bool has(const Case& c, const Id& id)
{
    return c.kindOf(id).has_value();
}

template <class Value>
std::map<Id, Value> known(const std::map<Id, Value>& all, const Case& c)
{
    std::map<Id, Value> out;
    for (const auto& [id, value] : all)
        if (has(c, id))
            out.emplace(id, value);
    return out;
}

} // namespace

SavedView viewOf(const Viewer& viewer)
{
    const ViewState& s = viewer.state();
    SavedView v;
    v.layout = viewer.viewLayout();
    v.volume = s.volume;
    v.windowCentre = s.windowCentre;
    v.windowWidth = s.windowWidth;
    v.crosshair = s.crosshair;
    v.axes = s.axes;
    v.slabMode = s.slabMode;
    v.slabMm = s.slabMm;
    if (s.fusion.mode != FusionMode::VolumeChange) // its map is computed, not kept
        v.fusion = s.fusion;
    v.volumeRendering = s.volumeRendering;
    v.scene = s.scene;
    if (s.document) {
        v.visible = known(s.visible, *s.document);
        v.opacity = known(s.opacity, *s.document);
    }
    v.camera = viewer.cameraPose();
    return v;
}

void showView(Viewer& viewer, const SavedView& view)
{
    ViewState s = viewer.state();
    if (!s.document)
        return;
    if (s.document->volumes.contains(view.volume)) {
        s.volume = view.volume;
        s.windowCentre = view.windowCentre;
        s.windowWidth = std::max(1e-3, view.windowWidth);
        s.crosshair = view.crosshair;
    }
    s.axes = view.axes;
    s.slabMode = view.slabMode;
    s.slabMm = view.slabMm;
    s.fusion = view.fusion;
    if (!s.document->volumes.contains(s.fusion.volume) ||
        (!s.fusion.registration.empty() && !s.document->registrations.contains(s.fusion.registration)))
        s.fusion = Fusion();
    s.volumeRendering = view.volumeRendering;
    s.scene = view.scene;
    s.visible = known(view.visible, *s.document);
    s.opacity = known(view.opacity, *s.document);
    viewer.setLayout(view.layout);
    viewer.restore(s);
    if (view.camera)
        viewer.setCameraPose(*view.camera);
}

} // namespace pollux
