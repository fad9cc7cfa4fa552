#pragma once

#include "ui/viewer/slice_plane.h"
#include "ui/viewer/surface_cut.h"
#include "ui/viewer/view_state.h"

#include <QImage>
#include <QPainter>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace pollux {

/// What is drawn over the image.
struct SliceMarks
{
    bool masks = true;
    bool outlines = true;
    bool crosshair = true;
    bool path = true;
    bool measurements = true;
    bool letters = true;
    bool texts = true; ///< plane, position, window, scale bar
    bool notice = true;
    bool mapLegend = true;
    std::optional<QPointF> cursor;    ///< pixel whose value and structures are told
    std::optional<QString> planeName; ///< for planes that are none of the three
    std::optional<QColor> planeColour;
    std::optional<QString> position; ///< instead of "S 12.0 mm"
    QString activeHandle;            ///< "target" or "entry" while under the mouse
};

/// Draws slices of a case: image, masks, cuts of surfaces, needle, crosshair, letters and texts. Remembers the last
/// image and the search structures of surfaces, so that what did not change is not computed again. Main thread.
class SlicePainter
{
public:
    /// Paints `plane` (in logical pixels) into the whole painter; `ratio` device pixels a logical one.
    void paint(QPainter& painter, const SlicePlane& plane, PlaneKind kind, const ViewState& state,
               const SliceMarks& marks, double ratio = 1);

    /// Shared by the painters of several views.
    class Cuts
    {
    public:
        const SurfaceCut& of(const std::shared_ptr<const Surface>& surface);
        void keepOnly(const Case& c);

    private:
        std::map<std::shared_ptr<const Surface>, std::unique_ptr<SurfaceCut>> m_cuts;
    };
    explicit SlicePainter(std::shared_ptr<Cuts> cuts = std::make_shared<Cuts>()) : m_cuts(std::move(cuts)) {}

    /// Where an entry point dragged to `pixel` lies on the skin, in the plane through `inPlane`; the point itself
    /// without skin.
    Vec3 onSkin(const SlicePlane& plane, const QPointF& pixel, const Vec3& towards, const ViewState& state);

private:
    void paintImage(QPainter& painter, const SlicePlane& plane, const ViewState& state, bool masks, double ratio);
    void paintOutlines(QPainter& painter, const SlicePlane& plane, const ViewState& state);

    struct ImageKey;
    std::shared_ptr<Cuts> m_cuts;
    std::shared_ptr<const ImageKey> m_key;
    QImage m_image;
};

/// Half-length in logical pixels of the square around a handle in which the mouse takes it (28 px in all).
inline constexpr double kHandleReach = 14;

/// "R 12.3 mm": side and distance from the origin of the patient coordinates along an axis.
QString positionText(int axis, double mm);

// The layers over the image, each drawing one thing; in logical pixels.
void paintPath(QPainter& painter, const SlicePlane& plane, const Path& path, const Theme& theme, bool editable,
               const QString& activeHandle);
/// Where paintPath() writes the path's name; nullopt: it has nothing to say.
std::optional<QRectF> pathLabelBox(const QPainter& painter, const SlicePlane& plane, const Path& path);
/// What names keep clear of: the name and the handles of the path in hand (if there is one), the ends of others near
/// the plane.
std::vector<QRectF> pathRoom(const QPainter& painter, const SlicePlane& plane, const Path* inHand,
                             const std::vector<Path>& others);
/// Needles beside the one in hand (if there is one): thin, solid near the plane, without handles; faint ones only near
/// the plane. A name that would lie on another one is moved aside, or left out where there is no room.
void paintOtherPaths(QPainter& painter, const SlicePlane& plane, const std::vector<Path>& others, const Path* inHand,
                     const Theme& theme);
/// Solid near the plane, dashed and without its value farther away, not at all beyond 25 mm.
void paintMeasurement(QPainter& painter, const SlicePlane& plane, const Measurement& m, const Theme& theme, bool stale);
/// A cross with its name; faint without it where it lies 2.5 to 5 mm off the plane, not at all farther away. A name
/// that would lie on another one or on what is `taken` stands on the other side, or is left out.
void paintLandmarks(QPainter& painter, const SlicePlane& plane, const ObjectMap<Landmark>& landmarks,
                    const std::set<Id>& stale, std::vector<QRectF> taken, const Theme& theme);
/// A curve through closely set points: solid near the plane, faint and dashed elsewhere.
void paintCurve(QPainter& painter, const SlicePlane& plane, const std::vector<Vec3>& points, const Theme& theme);
void paintCrosshair(QPainter& painter, const SlicePlane& plane, PlaneKind kind, const ViewState& state);
void paintLetters(QPainter& painter, const SlicePlane& plane, const Theme& theme);
void paintScaleBar(QPainter& painter, const SlicePlane& plane, const Theme& theme);
/// Text with a dark rim, legible on any image.
void paintText(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QColor& colour);

} // namespace pollux
