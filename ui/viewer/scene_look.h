#pragma once

#include "core/geometry/vec.h"

namespace pollux {

/// What the 3-D view takes away at the plane of a slice: the side from which that slice is looked at (Near: the feet,
/// the patient's left, the front), or the one behind it (Far: the head, the right, the back).
enum class CutSide { Off, Near, Far };

/// The 3-D view cut open at the planes through the crosshair; what lies beyond any of them is away.
struct SceneCut
{
    CutSide axial = CutSide::Off;
    CutSide sagittal = CutSide::Off;
    CutSide coronal = CutSide::Off;
    bool skin = true;  ///< the skin, and a map on it, are cut too
    bool image = true; ///< the slice is drawn on the plane

    bool any() const { return axial != CutSide::Off || sagittal != CutSide::Off || coronal != CutSide::Off; }
    bool operator==(const SceneCut&) const = default;
};

/// How the 3-D view draws, besides what it shows.
struct SceneLook
{
    SceneCut cut;
    bool orthographic = false; ///< parallel rays: one scale holds for all of the picture
    bool silhouettes = false;  ///< contours of the structures, so that a faint one keeps its shape

    bool operator==(const SceneLook&) const = default;
};

/// Where the 3-D view looks from; patient coordinates (LPS), mm.
struct CameraPose
{
    Vec3 focus = Vec3::Zero();     ///< in the middle of the view
    Vec3 towards = -Vec3::UnitY(); ///< unit vector from there to the viewer
    Vec3 up = Vec3::UnitZ();
    double heightMm = 500; ///< of the view, at the focus

    bool operator==(const CameraPose&) const = default;
};

} // namespace pollux
