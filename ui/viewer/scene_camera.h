#pragma once

#include "ui/viewer/scene_lens.h"
#include "ui/viewer/scene_look.h"

class vtkCamera;

namespace pollux {

/// Camera of the 3-D view in terms of what it shows: the height of the view at the focus is the same in perspective and
/// in parallel projection, so that a switch between them changes no size there.

double viewHeight(vtkCamera& camera); ///< mm at the focus
/// Keeps the directions and the focus; a height that is not finite and above 0 changes nothing.
void setViewHeight(vtkCamera& camera, double mm);
void setOrthographic(vtkCamera& camera, bool on);

CameraPose poseOf(vtkCamera& camera);
/// False, and nothing changed, for directions that are no unit vectors or lie in one line, and for sizes out of bounds.
bool setPose(vtkCamera& camera, const CameraPose& pose);

/// The projection of the camera to a picture of this size.
SceneLens lensOf(vtkCamera& camera, const QSizeF& size);

/// In parallel projection the place of the camera changes no picture, but what lies behind it is not drawn: moves it
/// away from a sphere (mm).
void standBack(vtkCamera& camera, const Vec3& centre, double radius);

/// Bounds as VTK has them (x, y and z, each low and high), grown about their middle to half a diagonal of at least
/// that (mm).
void growTo(double bounds[6], double radius);

} // namespace pollux
