#pragma once

#include "ui/viewer/render.h"

#include <memory>
#include <optional>
#include <vector>

namespace pollux {

/// What a film shows and how long.
struct FilmOptions
{
    enum class What {
        Turntable, ///< the 3-D view once around the patient's long axis, to the right; picture.side is where it starts
        Slices,    ///< through the slices of picture.plane: from the feet up, from right to left, from front to back
        Phases,    ///< through the volumes of a 4-D series in the plane at picture.centre
        Times      ///< the 3-D view from picture.side: picture.motion one breath a period for as long as the film, else
                   ///< through the times of the map picture.field, each as long
    };
    What what = What::Turntable;
    /// How each frame is drawn: size, volume, structures, window, notice. patientText is empty unless the user asked.
    RenderOptions picture;
    double seconds = 8;       ///< up to 600
    int framesPerSecond = 25; ///< 1 to 100
    /// Slices: patient coordinate (LPS, mm) across the plane of the first and the last slice; default: of the volume.
    std::optional<double> from, to;
};

/// The volumes of the 4-D series that `volume` belongs to, in the order of their phases: same study, series and grid.
/// Fewer than two: it belongs to none.
std::vector<Id> phasesOf(const Case& c, const Id& volume);

/// The frames of a film, drawn one by one: for the command line and the window alike. Every frame carries orientation
/// letters, the legend and the notice, a slice and an orthographic turn their scale bar as well. Needs a
/// QGuiApplication; the turntable needs an X display. One thread.
class Film
{
public:
    /// Throws Error: as renderSlice and renderScene3D; NotFound without a surface to turn, a second phase
    /// or a map that changes with time; BadInput
    /// for a duration, rate or position out of bounds, or a turntable from above or below.
    Film(std::shared_ptr<const Case> c, const FilmOptions& options);
    ~Film();
    Film(const Film&) = delete;
    Film& operator=(const Film&) = delete;

    int frames() const;
    /// The k-th, from 0. All have options.picture.size.
    QImage frame(int k);

    double angle(int k) const;    ///< turntable: degrees to the right
    double position(int k) const; ///< slices: mm across the plane
    Id volume(int k) const;       ///< which is shown

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
