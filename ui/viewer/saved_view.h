#pragma once

#include "ui/viewer/viewer.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// Something of the case that stands beside it.
struct SavedBeside
{
    bool plan = false; ///< else an image
    Id id;
    bool operator==(const SavedBeside&) const = default;
};

/// How a case is looked at, as it is kept with the case (core/storage/view_store.h): a value, never an edit. It holds
/// ids of the case and nothing of the patient.
struct SavedView
{
    Viewer::Layout layout = Viewer::Layout::FourUp;
    Id volume;
    double windowCentre = 40;
    double windowWidth = 400;
    Vec3 crosshair = Vec3::Zero();
    Mat3 axes = Mat3::Identity();
    SlabMode slabMode = SlabMode::Mean;
    double slabMm = 0;
    Fusion fusion;
    VolumeRendering volumeRendering;
    SceneLook scene;
    std::map<Id, bool> visible;   ///< the user's choices
    std::map<Id, double> opacity; ///< the same
    std::optional<CameraPose> camera;
    std::optional<SavedBeside> beside; ///< the window's to fill in and to follow: a viewer knows of one side only

    bool operator==(const SavedView&) const = default;
};

/// The last view of a case and those that were given a name.
struct SavedViews
{
    std::optional<SavedView> last;
    std::vector<std::pair<QString, SavedView>> named; ///< in the order in which they were kept

    bool operator==(const SavedViews&) const = default;
};

/// What the viewer shows now; of ids only those that the case has.
SavedView viewOf(const Viewer& viewer);
/// Shows it. What the case does not have (any more) is left as it is: a volume, with its window; a structure.
void showView(Viewer& viewer, const SavedView& view);

/// JSON text.
std::string viewsText(const SavedViews& views);
/// Never throws: what is missing or damaged is as in `otherwise`, part by part; a text that is none gives no view.
SavedViews viewsFromText(std::string_view text, const SavedView& otherwise);

} // namespace pollux
