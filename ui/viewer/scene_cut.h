#pragma once

#include "ui/viewer/slice_plane.h"

#include <memory>
#include <optional>
#include <vector>

class vtkPlaneCollection;
class vtkRenderer;

namespace pollux {

CutSide cutSide(const SceneCut& cut, PlaneKind kind);
/// Unit vector (LPS) towards what a cut takes away; zero if it is off.
Vec3 cutAway(PlaneKind kind, CutSide side, const Mat3& axes);
/// The planes of a cut, in the order axial, sagittal, coronal: what has a signed distance of 0 or more stays.
std::vector<Plane> cutPlanes(const ViewState& state);

/// Brings VTK's planes in line with the wanted ones. They are moved in place: a mapper that holds them builds its
/// shapes anew only if their number changes, which is what is returned.
bool movePlanes(vtkPlaneCollection* planes, const std::vector<Plane>& wanted);

/// The slices on the planes of a cut, in the window of the slices: opaque within the body where a skin with a mask is
/// known, else all of the image. Main thread of the window.
class SceneCaps
{
public:
    explicit SceneCaps(vtkRenderer* renderer); ///< which must outlive it
    ~SceneCaps();

    /// Samples only the slices of which something changed.
    void update(const ViewState& state);
    bool shown() const;
    /// Nearest point (LPS, mm) of an opaque place on the way between two points.
    std::optional<Vec3> hit(const Vec3& from, const Vec3& to) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
