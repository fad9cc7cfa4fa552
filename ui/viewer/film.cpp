#include "ui/viewer/film.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/body_motion.h"
#include "ui/viewer/slice_painter.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

/// The numbers in a text: "volume 10 of 12" comes after "volume 9 of 12".
std::vector<double> numbersIn(const std::string& text)
{
    std::vector<double> all;
    for (size_t i = 0; i < text.size();) {
        size_t end = i;
        while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.'))
            ++end;
        if (end > i)
            if (const auto number = parseDouble(std::string_view(text).substr(i, end - i)))
                all.push_back(*number);
        i = std::max(end, i + 1);
    }
    return all;
}

/// What phases of one series share of their names: an image file has no series UID, but its volumes have one name.
std::string nameWithoutPhase(const VolumeObject& v)
{
    const std::string tail = " (" + v.phase + ")";
    return v.name.ends_with(tail) ? v.name.substr(0, v.name.size() - tail.size()) : v.name;
}

bool sameSeries(const VolumeObject& a, const VolumeObject& b)
{
    return !a.phase.empty() && !b.phase.empty() && a.study == b.study && a.seriesUid == b.seriesUid &&
           a.modality == b.modality && (!a.seriesUid.empty() || nameWithoutPhase(a) == nameWithoutPhase(b)) &&
           sameGeometry(a.volume.grid(), b.volume.grid());
}

/// Distance of the volume's slices along a patient axis.
double sliceDistance(const Grid& grid, int axis)
{
    int along = 0;
    for (int a = 1; a < 3; ++a)
        if (std::abs(grid.direction(axis, a)) > std::abs(grid.direction(axis, along)))
            along = a;
    return grid.spacing[along];
}

int countOf(const FilmOptions& o)
{
    if (!std::isfinite(o.seconds) || o.seconds <= 0 || o.seconds > 600 || o.framesPerSecond < 1 ||
        o.framesPerSecond > 100)
        throw Error(ErrorCode::BadInput, "The film's duration or rate is out of bounds.",
                    "Ask for up to 600 seconds and for 1 to 100 pictures a second.");
    return std::max(1, static_cast<int>(std::lround(o.seconds * o.framesPerSecond)));
}

} // namespace

std::vector<Id> phasesOf(const Case& c, const Id& volume)
{
    const auto it = c.volumes.find(volume);
    if (it == c.volumes.end())
        return {};
    struct Phase
    {
        std::vector<double> numbers;
        std::string text;
        Id id;
        auto operator<=>(const Phase&) const = default;
    };
    std::vector<Phase> found;
    for (const auto& [id, v] : c.volumes)
        if (sameSeries(*it->second, *v))
            found.push_back({numbersIn(v->phase), v->phase, id});
    std::sort(found.begin(), found.end(), [](const Phase& a, const Phase& b) { return a < b; });
    std::vector<Id> ids;
    for (const Phase& p : found)
        ids.push_back(p.id);
    return ids;
}

struct Film::Private
{
    Private(std::shared_ptr<const Case> c, const FilmOptions& o)
        : document(std::move(c)), options(o), count(countOf(o)), phases{o.picture.volume}
    {
    }

    void prepareSlices();
    void preparePhases();
    void prepareTimes();
    /// Which of so many is shown: each as long as the others.
    size_t turnOf(int k, size_t of) const
    {
        return static_cast<size_t>(static_cast<std::int64_t>(k) * static_cast<std::int64_t>(of) / count);
    }

    std::shared_ptr<const Case> document; ///< before what is drawn from it
    FilmOptions options;
    int count;
    std::vector<double> positions; ///< of the slices, mm
    std::vector<Id> phases;        ///< volumes shown, at least one
    std::vector<double> times;     ///< of the map, s
    SlicePainter painter;
    std::unique_ptr<SceneRenderer> scene;
};

void Film::Private::prepareSlices()
{
    const Grid& grid = document->volume(options.picture.volume).volume.grid();
    const int axis = normalAxis(options.picture.plane);
    const Box box = grid.bounds(); // of the centres of the voxels
    const double from = options.from.value_or(box.min[axis]), to = options.to.value_or(box.max[axis]);
    const double step = sliceDistance(grid, axis);
    for (const double end : {from, to})
        if (!std::isfinite(end) || end < box.min[axis] - step || end > box.max[axis] + step)
            throw Error(ErrorCode::BadInput, "A slice of the film lies outside of the volume.",
                        "Choose positions from " + toText(box.min[axis], 1) + " to " + toText(box.max[axis], 1) +
                            " mm.");
    const auto steps = static_cast<int>(std::lround(std::abs(to - from) / step));
    for (int i = 0; i <= steps; ++i)
        positions.push_back(steps == 0 ? from : from + (to - from) * i / steps);
}

void Film::Private::preparePhases()
{
    phases = phasesOf(*document, options.picture.volume);
    if (phases.size() < 2)
        throw Error(ErrorCode::NotFound, "The volume is no part of a 4-D series.",
                    "Import the other phases of its series into this case, or film slices.");
    // One window for all: brightness shall tell of the patient, not of the phase's own window.
    const VolumeObject& first = document->volume(phases.front());
    if (!options.picture.windowCentre)
        options.picture.windowCentre = first.windowCentre;
    if (!options.picture.windowWidth)
        options.picture.windowWidth = first.windowWidth;
}

void Film::Private::prepareTimes()
{
    if (options.picture.motion) { // as fast as one breathes
        const double period = options.picture.motion->trace.period;
        for (int k = 0; k < count; ++k)
            times.push_back(std::fmod(static_cast<double>(k) / options.framesPerSecond, period));
        scene = std::make_unique<SceneRenderer>(*document, options.picture);
        return;
    }
    const auto map = document->fields.find(options.picture.field);
    if (map == document->fields.end() || map->second->steps() < 2 || map->second->surface.empty())
        throw Error(ErrorCode::NotFound, "There is no map that changes with time.",
                    "Name one: the heated zone of a puncture gives the temperature at the lesion.");
    times = map->second->times;
    scene = std::make_unique<SceneRenderer>(*document, options.picture);
}

Film::Film(std::shared_ptr<const Case> c, const FilmOptions& options)
    : d(std::make_unique<Private>(std::move(c), options))
{
    RenderOptions& picture = d->options.picture;
    const Case& document = *d->document;
    if (options.what == FilmOptions::What::Turntable) {
        if (picture.side == 'S' || picture.side == 'I')
            throw Error(ErrorCode::BadInput, "A turn about the long axis cannot start from above or below.",
                        "Start from A, P, L or R.");
        d->scene = std::make_unique<SceneRenderer>(document, picture);
        if (d->scene->empty())
            throw Error(ErrorCode::NotFound, "There is nothing to turn: no surface is shown.",
                        "Segment an organ or show one, or film slices.");
        return;
    }
    if (options.what == FilmOptions::What::Times) {
        d->prepareTimes();
        return;
    }
    if (picture.volume.empty() && !document.volumes.empty())
        picture.volume = document.volumes.begin()->first;
    if (!document.volumes.contains(picture.volume))
        throw Error(ErrorCode::NotFound, "There is no volume to film.",
                    "Open a study first, or name a volume of this case.");
    d->phases = {picture.volume};
    if (options.what == FilmOptions::What::Slices)
        d->prepareSlices();
    else
        d->preparePhases();
    frame(0); // what cannot be drawn is refused now
}

Film::~Film() = default;

int Film::frames() const
{
    return d->count;
}

double Film::angle(int k) const
{
    return 360.0 * k / d->count; // the last one stops short of the first: shown in a loop, it turns evenly
}

double Film::position(int k) const
{
    if (d->positions.empty())
        return 0;
    const auto last = static_cast<double>(d->positions.size() - 1);
    const double part = d->count > 1 ? static_cast<double>(k) / (d->count - 1) : 0;
    return d->positions[static_cast<size_t>(std::lround(part * last))];
}

Id Film::volume(int k) const
{
    return d->phases[d->turnOf(k, d->phases.size())];
}

QImage Film::frame(int k)
{
    if (k < 0 || k >= d->count)
        throw Error(ErrorCode::BadInput, "The film has no such picture.",
                    "Ask for 0 to " + toText(std::int64_t(d->count - 1)) + ".");
    if (!d->times.empty()) {
        d->scene->setFieldTime(d->times[d->turnOf(k, d->times.size())]);
        return d->scene->picture(d->options.picture.turn);
    }
    if (d->scene)
        return d->scene->picture(angle(k));
    RenderOptions picture = d->options.picture;
    picture.volume = volume(k);
    const VolumeObject& shown = d->document->volume(picture.volume);
    if (!d->positions.empty()) {
        Vec3 centre =
            picture.centre.value_or(picture.path ? picture.path->target : shown.volume.grid().bounds().centre());
        centre[normalAxis(picture.plane)] = position(k);
        picture.centre = centre;
    } else {
        picture.caption = QString::fromStdString(shown.phase);
    }
    return renderSlice(*d->document, picture, d->painter);
}

} // namespace pollux
