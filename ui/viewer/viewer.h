#pragma once

#include "core/case/case.h"
#include "ui/viewer/path.h"
#include "ui/viewer/slice_plane.h"
#include "ui/viewer/theme.h"
#include "ui/viewer/view_state.h"

#include <QImage>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace pollux {

struct BodyMotion;
struct RenderOptions;
class Gizmo;
class SliceTool;

/// Four views of a case: axial, sagittal, coronal and 3-D (children "axialView", "sagittalView", "coronalView",
/// "volumeView"), linked by one crosshair. All coordinates are patient coordinates (LPS, mm).
/// Axial is seen from the feet and coronal from the front (the patient's right on the left of the image), sagittal with
/// anterior on the left, whatever the direction of the window's text. Mouse in slices: left drag moves the crosshair,
/// right drag the window, middle drag pans, wheel scrolls, ctrl+wheel zooms, double click enlarges; arrows and page
/// keys scroll. Main thread.
class Viewer : public QWidget
{
    Q_OBJECT

public:
    enum class Layout {
        FourUp,
        Axial,
        Sagittal,
        Coronal,
        Volume3D,
        AxialAndThree,  ///< axial large, the others beside it
        VolumeAndThree, ///< 3-D large, the slices beside it
        AxialOver3D     ///< a column: axial above, 3-D below
    };

    explicit Viewer(QWidget* parent = nullptr);
    ~Viewer() override;

    /// Before the QApplication is made: the OpenGL format that the 3-D view needs.
    static void prepareApplication();

    /// Compares pointers with the case before and renews only what changed. Picks the first volume if there is none
    /// yet.
    void setCase(std::shared_ptr<const Case> c);
    void setVolume(Id volume); ///< also takes over its window; ids that are not in the case show an empty view
    /// Another phase of the same 4-D series: display window, crosshair, pan and zoom stay, so that only the patient
    /// changes. Ids that are not in the case change nothing.
    void setPhase(const Id& volume);
    Id volume() const;

    void setCrosshair(const Vec3& p);
    Vec3 crosshair() const { return state().crosshair; }
    /// Directions of the three planes (see slicePlane()); orthonormal. The identity straightens them.
    void setAxes(const Mat3& axes);
    Mat3 axes() const { return state().axes; }
    /// Slices show the mean, maximum or minimum of a slab; 0 mm is the plane alone.
    void setSlab(SlabMode mode, double thicknessMm);
    SlabMode slabMode() const { return state().slabMode; }
    double slabMm() const { return state().slabMm; }
    /// A second volume over the first: of the same frame of reference, or through a registration of the two.
    void setFusion(const Fusion& fusion);
    const Fusion& fusion() const { return state().fusion; }
    /// The 3-D view draws the image itself; without a preset it draws surfaces only.
    void setVolumeRendering(const VolumeRendering& rendering);
    const VolumeRendering& volumeRendering() const { return state().volumeRendering; }
    /// Cuts through the crosshair, projection and silhouettes of the 3-D view.
    void setScene(const SceneLook& scene);
    const SceneLook& scene() const { return state().scene; }
    /// What the left button does in the slices, and a click in 3-D if the tool takes places there; nullptr: it moves
    /// the crosshair. The tool is the caller's.
    void setTool(SliceTool* tool);
    SliceTool* tool() const;
    /// What is dragged by its handles in 3-D; nullptr: nothing. It is the caller's.
    void setGizmo(Gizmo* gizmo);
    Gizmo* gizmo() const;
    /// Shows a mask that is being edited instead of the structure's own.
    void setMaskPreview(std::optional<MaskPreview> preview);
    /// Shows this structure beside those of the case, or in place of that of the same id, in all views, as while an
    /// implant is moved; null: none. Another case ends it, too.
    void setStructurePreview(const Id& id, std::shared_ptr<const Structure> structure);
    /// The same for several, as a plate with its screws; a null one takes that of its id away. None: as the case is.
    void setStructurePreviews(std::map<Id, std::shared_ptr<const Structure>> structures);
    void setWindow(double centre, double width);
    double windowCentre() const { return state().windowCentre; }
    double windowWidth() const { return state().windowWidth; }

    void setStructureVisible(const Id& structure, bool on);
    bool structureVisible(const Id& structure) const;
    /// It lies in another study and frame of reference than the image shown, so it is not drawn, whatever was chosen.
    bool isElsewhere(const Id& shape) const;
    /// Structures, measurements, the image in 3-D and what is stale as another viewer shows them.
    void showLike(const Viewer& other);
    void setStructureOpacity(const Id& structure, double opacity); ///< 0..1; takes a field's id too
    double structureOpacity(const Id& structure) const;

    /// Coloured map on its surface in 3-D, opaque so that its colours are those of the legend; an empty id shows none.
    void setField(const Id& field);
    /// Shown in its place while something is dragged; null: the map itself again. Another setField() ends it, too.
    void setMapPreview(std::shared_ptr<const Field> preview);
    /// Of a map that changes with time: the one of its times that is nearest is shown; nullopt: its last.
    void setFieldTime(std::optional<double> seconds);
    /// How the body moves with that time, in 3-D; null: it stands still. Slices stay those of the image.
    void setMotion(std::shared_ptr<const BodyMotion> motion);
    void setPath(const std::optional<Path>& path);
    const std::optional<Path>& path() const;
    /// Further needles, thin and not to be dragged: other plans, or paths to choose from.
    void setOtherPaths(std::vector<Path> paths);
    /// A curve that an image is laid along, drawn in the slices: closely set points. Null shows none.
    void setCurve(std::shared_ptr<const std::vector<Vec3>> curve);
    /// Target and entry may be dragged in the slices; the entry of a needle then keeps to the skin where there is one.
    void setEditable(bool on);
    void setStale(std::set<Id> stale);

    /// Crosshair there, in the middle of every view.
    void flyTo(const Vec3& p);
    using QWidget::setLayout;
    void setLayout(Layout layout);
    Layout viewLayout() const;
    /// What a slice shows: the place in its middle and how large a pixel is.
    SlicePlane slicePlane(PlaneKind kind) const;
    void frameSlice(PlaneKind kind, const Vec3& centre, double mmPerPixel);
    /// All that the views show, to be kept (see SavedView).
    const ViewState& state() const;
    /// Case, choices and place as they were; theme and texts stay those of now, and layout, pan and zoom as they are.
    void restore(ViewState before);
    std::optional<CameraPose> cameraPose() const; ///< nullopt without a 3-D view, or with nothing in it
    /// `moving`: one of several small moves, drawn coarsely until no further one follows.
    void setCameraPose(const CameraPose& pose, bool moving = false);
    void lookFrom(char side); ///< 3-D: 'A', 'P', 'L', 'R', 'S' or 'I', see Scene
    /// All views show the whole image again, 3-D from the front.
    void resetViews();
    void setTheme(const Theme& theme);
    void setPatientText(const QString& text); ///< banner above the views; empty hides it
    void setNotice(const QString& text);      ///< "Not for clinical use"

    /// What the views show now, banner included.
    QImage grabViews();
    /// What the views show as options of a picture without a window: volume, window, place, structures, path, field,
    /// slab, second volume, cuts and projection; never the patient's text. The planes of slices are the standard ones,
    /// whatever axes() are; those of the cuts in 3-D are as in the view.
    RenderOptions pictureOptions() const;

Q_SIGNALS:
    void crosshairMoved(pollux::Vec3 p); ///< by the user
    /// "target" or "entry" was dragged; `finished` with the button's release. The path drawn is the caller's to change.
    void pathDragged(QString pointKey, pollux::Vec3 position, bool finished);
    void fusionChanged();
    void windowChanged(double centre, double width); ///< by the user
    void axesTurned(pollux::Mat3 axes);              ///< by the user: an arm of the crosshair was dragged
    void layoutChanged(Layout layout);
    void sceneChanged();         ///< another scene()
    void elsewhereChanged();     ///< see isElsewhere()
    void restored();             ///< controls that hold a part of the state read it again
    void picked(pollux::Vec3 p); ///< a surface was clicked in 3-D, and no tool took it
    /// Anything of how the case is shown is another now, by the user or not: crosshair, planes, window, slab, what is
    /// visible. Several changes may come one by one.
    void lookChanged();
    void sliceFramed(pollux::PlaneKind kind); ///< see slicePlane()
    void cameraMoved();                       ///< see cameraPose()

private:
    void placeStructures();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
