#pragma once

#include "core/case/case.h"
#include "ui/viewer/path.h"
#include "ui/viewer/scene_look.h"
#include "ui/viewer/theme.h"
#include "ui/viewer/volume_rendering.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace pollux {

struct BodyMotion;

enum class PlaneKind { Axial, Sagittal, Coronal };

/// How a structure is shown as long as the user has not said otherwise; by its anatomy's category.
struct Appearance
{
    bool visible = true;
    double opacity = 1;     ///< in 3-D
    double sliceFill = 0.3; ///< alpha of the fill in slices at opacity 1; 0 = outline only
};
Appearance defaultAppearance(const Structure& structure);
bool isSkin(const Structure& structure);

/// What a slice shows of a slab around its plane.
enum class SlabMode { Mean, Maximum, Minimum };

/// How a second volume is laid over the first.
enum class FusionMode {
    Blend,
    Checkerboard,
    Wipe,
    Difference,  ///< first minus second, as colours; the first's window tells the range, half its width either way
    VolumeChange ///< no second volume: how the registration changes volumes, as colours about 1
};
struct Fusion
{
    Id volume;       ///< empty: none
    Id registration; ///< carries places of the first volume to the second; empty: both lie in one frame of reference
    FusionMode mode = FusionMode::Blend;
    double amount = 0.5; ///< 0 only the first, 1 only the second; of a wipe, where the border lies
    double windowCentre = 40;
    double windowWidth = 400;
    bool coloured = true;                 ///< in the map of heat instead of grey
    std::shared_ptr<const Volume> change; ///< of VolumeChange: jacobianMap() of the registration
    bool operator==(const Fusion&) const = default;
};

/// A mask that is being edited, shown instead of the structure's own (or beside the others, if there is none yet).
struct MaskPreview
{
    Id structure;
    std::shared_ptr<const Mask> mask;
    QColor colour;
};

/// What all views show: one value, copied to each. Main thread.
struct ViewState
{
    std::shared_ptr<const Case> document;
    Id volume;
    Vec3 crosshair = Vec3::Zero();
    Mat3 axes = Mat3::Identity(); ///< directions of the three planes, see slicePlane()
    SlabMode slabMode = SlabMode::Mean;
    double slabMm = 0; ///< thickness of the slab; 0: the plane alone
    Fusion fusion;
    VolumeRendering volumeRendering;
    SceneLook scene; ///< 3-D: cuts at the crosshair, projection, silhouettes
    double windowCentre = 40;
    double windowWidth = 400;
    std::map<Id, bool> visible;   ///< the user's choices; otherwise defaultAppearance
    std::map<Id, double> opacity; ///< the same
    /// Not drawn, whatever was chosen: shapesElsewhere() of the case and the volume.
    std::set<Id> elsewhere;
    Id field;
    /// Shown in place of that map while something is dragged: the same surface in other colours. Null: none.
    std::shared_ptr<const Field> mapPreview;
    /// s, of a map that changes with time (nullopt: its last) and of a body that moves (nullopt: as on the images)
    std::optional<double> fieldTime;
    std::shared_ptr<const BodyMotion> motion; ///< null: the body is still
    std::optional<MaskPreview> preview;
    std::optional<Path> path;
    std::vector<Path> others;                       ///< needles beside that one: thin, not to be dragged
    std::shared_ptr<const std::vector<Vec3>> curve; ///< that an image is laid along: drawn in the slices; or null
    bool editable = false;
    std::set<Id> stale;
    Theme theme;
    QString patientText;
    QString notice;

    const VolumeObject* volumeObject() const; ///< nullptr if there is none
    /// nullptr if none is chosen, it is the first itself, or its registration does not lead there from the first.
    const VolumeObject* fusionObject() const;
    /// nullptr if none is named, or it is of another image than the one shown (and of another frame of reference).
    const Registration* fusionWay() const;
    const Volume* fusionChange() const;        ///< of VolumeChange; nullptr in every other mode
    bool isVisible(const Id& structure) const; ///< of a structure or a measurement
    double opacityOf(const Id& structure) const;
    /// The map that is shown: chosen, in the case and not elsewhere; else null.
    std::shared_ptr<const Field> map() const;
    size_t stepOf(const Field& map) const; ///< which of its times is shown
    const Structure* skin() const;         ///< nullptr if there is none
};

} // namespace pollux
