#pragma once

#include "core/geometry/vec.h"
#include "ui/viewer/scene_look.h"

#include <optional>

namespace pollux {

struct RenderOptions;

/// How the 3-D pictures of a report look. The slices of a report are those through the path, whatever was looked at.
struct ReportLook
{
    SceneLook scene;              ///< cuts, contours, projection
    std::optional<Vec3> centre;   ///< LPS, mm: the cuts go through it; default: the target of each plan
    Mat3 axes = Mat3::Identity(); ///< directions of the planes of the cuts, see slicePlane()
};

/// As a view shows it, see Viewer::pictureOptions().
ReportLook reportLook(const RenderOptions& view);

} // namespace pollux
