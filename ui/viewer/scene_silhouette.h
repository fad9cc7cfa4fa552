#pragma once

#include "core/base/id.h"
#include "core/mesh/surface.h"

#include <QColor>

#include <map>
#include <memory>
#include <vector>

class vtkCamera;
class vtkPlaneCollection;
class vtkRenderer;

namespace pollux {

/// From where a silhouette is seen.
struct SilhouetteEye
{
    Vec3 position = Vec3::Zero(); ///< LPS, mm
    Vec3 towards = Vec3::UnitY(); ///< unit vector of the parallel rays, away from the viewer
    bool parallel = false;        ///< rays are parallel; else they come from `position`
    bool operator==(const SilhouetteEye&) const = default;
};

/// Pairs of points (LPS, mm): where a smooth surface turns from facing the viewer to facing away, found as the zero of
/// normal times line of sight, linear along the edges of the triangles. Follows the shading, so it does not run in
/// steps along edges. Source: Hertzmann and Zorin, Illustrating smooth surfaces, SIGGRAPH 2000. `normals`: one a point.
std::vector<Vec3f> silhouetteOf(const Surface& surface, const std::vector<Vec3f>& normals, const SilhouetteEye& eye);

/// The silhouettes of a scene. Main thread of the window.
class SceneSilhouettes
{
public:
    struct Of
    {
        std::shared_ptr<const Surface> surface;
        QColor colour;
        bool cut = true; ///< by the planes of update()
    };

    explicit SceneSilhouettes(vtkRenderer* renderer); ///< which must outlive it
    ~SceneSilhouettes();

    /// `planes` must outlive this.
    void update(const std::map<Id, Of>& wanted, vtkPlaneCollection* planes, bool planesChanged);
    /// Before each frame: the lines follow the camera.
    void follow(vtkCamera& camera);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
