#pragma once

#include "ui/viewer/scene_look.h"
#include "ui/viewer/slice_plane.h"
#include "ui/viewer/volume_rendering.h"

#include <QImage>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace pollux {

struct BodyMotion;

class SlicePainter;

/// A picture of a case without a window, for `pollux render` and reports. Holds no patient data unless `patientText` is
/// set.
struct RenderOptions
{
    PlaneKind plane = PlaneKind::Axial;
    std::optional<Vec3> centre;                      ///< default: the path's target, else the middle of the volume
    QSize size{800, 800};                            ///< pixels; 16 to 8192 a side
    double mmPerPixel = 0;                           ///< 0: the whole volume or path; 3-D: only orthographic
    std::optional<double> windowCentre, windowWidth; ///< default: the volume's
    Id volume;                                       ///< empty: the first
    std::optional<std::set<Id>> structures;          ///< shown, but for shapesElsewhere(); default: by kind
    std::set<Id> hidden;                             ///< measurements that are not drawn
    std::map<Id, double> opacity;                    ///< of structures and fields; default: by defaultAppearance
    std::optional<Path> path;
    std::vector<Path> others;        ///< further needles, drawn thin
    Id field;                        ///< a map on its surface; in slices where they meet it
    std::optional<double> fieldTime; ///< s: the nearest of the map's times is drawn; default: its last
    /// 3-D: the body as it has moved at fieldTime; slices stay those of the image.
    std::shared_ptr<const BodyMotion> motion;
    VolumeRendering volumeRendering;    ///< 3-D only
    SceneLook scene;                    ///< 3-D only; its cuts go through `centre`
    Mat3 axes = Mat3::Identity();       ///< 3-D only: directions of the planes of the cuts, see slicePlane()
    SlabMode slabMode = SlabMode::Mean; ///< slices only, as the next two
    double slabMm = 0;                  ///< 0: the plane alone
    Fusion fusion;                      ///< a second volume over the first
    std::set<Id> stale;
    bool marks = true;   ///< letters, texts and scale bar; letters stay on even without them
    bool legend = false; ///< names of the structures drawn, each with its colour
    QString caption;     ///< of slices, after the plane's name
    bool crosshair = false;
    char side = 'A'; ///< 3-D: from where, A P L R S I
    double turn = 0; ///< 3-D: further degrees to the right
    QString notice;  ///< e.g. "Not for clinical use"
    QString patientText;
    bool dark = true;
};

/// Needs a QGuiApplication (any platform, "offscreen" too). Throws Error: NotFound without a volume, BadInput for a
/// size out of bounds or a point that is not finite.
QImage renderSlice(const Case& c, const RenderOptions& options);
/// The same with a painter that keeps what does not change from one picture to the next, for many slices of one case.
QImage renderSlice(const Case& c, const RenderOptions& options, SlicePainter& painter);

/// Three cuts at a path: along the needle in its upright plane, along the needle across that, and axial at the target.
/// Throws as renderSlice, and Error (BadInput) without a path or with target and entry in one place.
std::vector<QImage> renderPathSlices(const Case& c, const RenderOptions& options);

/// Surfaces, field and needle by VTK. Throws Error (Unsupported) where there is no X display, with what to do.
QImage renderScene3D(const Case& c, const RenderOptions& options);

/// The 3-D picture from many sides: shapes go to the graphics card once. Throws as renderScene3D. The case must outlive
/// it. Main thread of its render window: all calls and the end from one thread.
class SceneRenderer
{
public:
    SceneRenderer(const Case& c, const RenderOptions& options);
    ~SceneRenderer();
    SceneRenderer(const SceneRenderer&) = delete;
    SceneRenderer& operator=(const SceneRenderer&) = delete;

    bool empty() const; ///< nothing to draw
    /// From options.side, turned by further degrees to the right about the picture's upright axis.
    QImage picture(double turn);
    /// As RenderOptions::fieldTime, for the pictures from now on.
    void setFieldTime(double seconds);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
