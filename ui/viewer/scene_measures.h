#pragma once

#include "ui/viewer/scene_lens.h"
#include "ui/viewer/view_state.h"

#include <QRectF>

#include <memory>
#include <optional>
#include <vector>

class QPainter;
class vtkRenderer;

namespace pollux {

/// What is drawn of a measurement in 3-D, each a line through points (LPS, mm): the lines themselves, an outline
/// closed, an ellipse, three great circles of a sphere in the planes of the patient, and an arc between the arms of an
/// angle. Nothing for a measurement that has not got all its points yet, but for the lines between those there are.
std::vector<std::vector<Vec3>> measureLines(const Measurement& m);

/// The measurements of a case as lines with end points in the 3-D view; cuts leave them whole, as the needle. Main
/// thread of the window.
class SceneMeasures
{
public:
    explicit SceneMeasures(vtkRenderer* renderer); ///< which must outlive it
    ~SceneMeasures();

    /// Builds only those that changed. `any`: something else is drawn; alone, a line would have nothing to be seen
    /// against, and the camera nothing to stand before.
    void update(const ViewState& state, bool any);
    int shown() const; ///< how many are drawn

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A text and the pixel that it belongs to.
struct SceneLabel
{
    QPointF at;
    QSizeF size;
};
/// Where the labels go: beside their places, inside the area, none over another. Those first in the list have the first
/// choice; nullopt for one whose place is outside or for which there is no room.
std::vector<std::optional<QRectF>> placeLabels(const std::vector<SceneLabel>& labels, const QRectF& area);

/// Lines and places of one measurement over the 3-D picture.
void paintMeasureInScene(QPainter& painter, const Measurement& m, const SceneLens& lens, const QColor& colour,
                         Qt::PenStyle style);
/// Over the picture: faint dashes for what lies behind or inside of something, and name and value (with unit) of each
/// measurement that is visible, within the area.
void paintSceneMeasures(QPainter& painter, const QRectF& area, const ViewState& state, const SceneLens& lens);

} // namespace pollux
