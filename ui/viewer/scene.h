#pragma once

#include "ui/viewer/scene_lens.h"
#include "ui/viewer/view_state.h"

#include <QPainter>

#include <memory>
#include <optional>

class vtkRenderWindow;

namespace pollux {

/// The 3-D picture of a case: surfaces, a field on its surface, the needle, measurements, an orientation cube. Made
/// once for a render window (on screen or off), then brought in line with states. The window must outlive it. Main
/// thread.
class Scene
{
public:
    explicit Scene(vtkRenderWindow* window);
    ~Scene();

    /// Renews only actors whose surface, field or path changed.
    void update(const ViewState& state);
    /// How near the camera comes: to all that is drawn, or to the region about it, a sphere of 60 mm radius or the
    /// image if that is smaller: an implant alone shall not fill the view.
    enum class Near { Things, Region };
    /// From where to look: 'A' from the front, 'P', 'L', 'R', 'S' from above, 'I'. The whole scene shows.
    void lookFrom(char side, Near near = Near::Things);
    void fit(Near near = Near::Things);
    void rotate(double azimuthDegrees, double elevationDegrees);
    void pan(double dx, double dy); ///< parts of the view's height, right and up
    void zoom(double factor);
    void centreOn(const Vec3& p); ///< without turning
    /// First surface or slice under a point of the window, in device pixels from the lower left corner; skin only if
    /// there is nothing else.
    std::optional<Vec3> pick(double x, double y);
    /// Cube, lights and silhouettes follow the camera; before each frame.
    void syncCamera();
    std::optional<CameraPose> pose() const; ///< nullopt as long as there is nothing to look at
    /// False, and nothing changed, if there is nothing to look at, or for a pose that is none (see scene_camera.h).
    bool setPose(const CameraPose& pose);
    /// Of a view of this height in pixels, if one scale holds for all of the picture (orthographic); else 0.
    double mmPerPixel(double height) const;

    /// Where places stand in a picture of this size.
    SceneLens lens(const QSizeF& size) const;

    Vec3 right() const; ///< patient directions of the picture's x and y
    Vec3 up() const;
    bool empty() const; ///< nothing to draw
    /// While the user turns it, a volume, and on a processor surfaces of many triangles too, are drawn coarsely so that
    /// the picture follows.
    void setMoving(bool on);
    bool coarse() const;         ///< surfaces were drawn with fewer triangles in the last frame
    int volumeReduction() const; ///< as SceneVolume::reduction()

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Letters at the edges, legend of the field, names and values of measurements, and notes, over the picture; in logical
/// pixels.
void paintSceneMarks(QPainter& painter, const QSizeF& size, const ViewState& state, const Scene& scene,
                     bool notice = true);

} // namespace pollux
