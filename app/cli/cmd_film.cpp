#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "app/cli/scene_arguments.h"
#include "app/cli/virtual_display.h"
#include "core/base/text.h"
#include "core/case/body_motion.h"
#include "ui/print/plan_path.h"
#include "ui/viewer/film.h"
#include "ui/viewer/movie_writer.h"
#include "ui/viewer/patient_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <optional>

namespace pollux::cli {

namespace {

struct FilmArguments
{
    std::string file, out = "film.ogv", slices, phases, size = "1280x720", volume, field, structures, motion,
                      side = "A";
    double seconds = 8, from = 0, to = 0;
    int fps = 25, quality = 2;
    bool turntable = false, times = false, withPatient = false, noLegend = false;
};

QSize sizeOf(const std::string& text)
{
    const auto cross = text.find('x');
    if (cross != std::string::npos) {
        const auto width = parseInt(text.substr(0, cross)), height = parseInt(text.substr(cross + 1));
        if (width && height && *width >= 16 && *height >= 16 && *width <= 8192 && *height <= 8192)
            return {static_cast<int>(*width), static_cast<int>(*height)};
    }
    throw Error(ErrorCode::BadInput, "'" + text + "' is no size of a film.",
                "Give pixels as WIDTHxHEIGHT, 16 to 8192 each: --size 1280x720.");
}

PlaneKind planeOf(const std::string& name)
{
    return name == "coronal" ? PlaneKind::Coronal : name == "sagittal" ? PlaneKind::Sagittal : PlaneKind::Axial;
}

FilmOptions optionsOf(const FilmArguments& a, const Case& c, bool from, bool to)
{
    FilmOptions options;
    options.seconds = a.seconds;
    options.framesPerSecond = a.fps;
    options.what = a.turntable                    ? FilmOptions::What::Turntable
                   : a.times || !a.motion.empty() ? FilmOptions::What::Times
                   : !a.slices.empty()            ? FilmOptions::What::Slices
                                                  : FilmOptions::What::Phases;
    if (from)
        options.from = a.from;
    if (to)
        options.to = a.to;
    RenderOptions& picture = options.picture;
    picture.size = sizeOf(a.size);
    picture.plane = planeOf(a.slices.empty() ? a.phases : a.slices);
    picture.notice = "Not for clinical use";
    picture.stale = staleIds(c);
    picture.side = a.side.front();
    picture.legend = !a.noLegend;
    if (a.withPatient)
        picture.patientText = patientLine(c);
    if (!a.volume.empty())
        picture.volume = Id(a.volume);
    if (!a.field.empty())
        picture.field = Id(a.field);
    picture.path = lastPathOf(c);
    if (!a.structures.empty())
        picture.structures = structuresOf(a.structures);
    return options;
}

} // namespace

void addFilm(CLI::App& app, Context& context)
{
    auto a = std::make_shared<FilmArguments>();
    CLI::App* sub = app.add_subcommand(
        "film", "Make a film of a case (Ogg Theora, or numbered PNG); names no patient unless asked to");
    sub->add_option("case", a->file, "Case file")->required();
    sub->add_option("-o,--out", a->out,
                    "Film to write: film.ogv, or film.png for film-0001.png and so on, or a folder that exists");
    CLI::Option_group* what = sub->add_option_group("What", "What it shows");
    what->add_flag("--turntable", a->turntable, "The 3-D view once around the patient's long axis");
    what->add_option("--slices", a->slices, "Through all slices: axial, sagittal or coronal")
        ->check(CLI::IsMember({"axial", "sagittal", "coronal"}));
    what->add_option("--phases", a->phases, "Through the phases of a 4-D series, in the middle axial, ... plane")
        ->check(CLI::IsMember({"axial", "sagittal", "coronal"}));
    what->add_flag("--times", a->times, "The 3-D view through the times of a map that changes: name it by --field");
    what->add_option("--motion", a->motion,
                     "Id of a result of liver.breathing: the 3-D view while the body breathes, at its own pace");
    what->require_option(1);
    sub->add_option("--seconds", a->seconds, "Duration (default: 8)")->check(CLI::Range(0.04, 600.0));
    sub->add_option("--fps", a->fps, "Pictures a second (default: 25)")->check(CLI::Range(1, 100));
    sub->add_option("--size", a->size, "Pixels, WIDTHxHEIGHT (default: 1280x720)");
    CLI::Option* from = sub->add_option("--from", a->from, "--slices: first position in mm (LPS) across the plane");
    CLI::Option* to = sub->add_option("--to", a->to, "--slices: last position in mm (LPS) across the plane");
    sub->add_option("--side", a->side, "--turntable: where it starts; --times: from where: A, P, L or R")
        ->check(CLI::IsMember({"A", "P", "L", "R"}));
    sub->add_option("--volume", a->volume, "Volume that is shown (default: the first)");
    sub->add_option("--field", a->field, "Map drawn on its surface in 3-D, and where slices cut it");
    sub->add_option("--structures", a->structures, "Ids separated by commas; default: by kind");
    sub->add_option("--quality", a->quality, "0 small file, 2 best picture (default: 2)")->check(CLI::Range(0, 2));
    sub->add_flag("--no-legend", a->noLegend, "Without the names of the structures");
    sub->add_flag("--with-patient", a->withPatient, "Name the patient in every picture (default: not)");
    sub->callback([a, from, to, &context] {
        Job job = context.console.job();
        const auto c = std::make_shared<const Case>(openSeenCase(a->file, job));
        FilmOptions options = optionsOf(*a, *c, from->count() > 0, to->count() > 0);
        if (!a->motion.empty())
            options.picture.motion = bodyMotionOf(*c, Id(a->motion), job);
        checkDrawn(*c, options.picture.volume, options.picture.structures, options.picture.field);
        MovieWriter writer(a->out, {a->fps, a->quality}); // first: a folder that may not be written to is no news later
        std::optional<VirtualDisplay> display;
        if (options.what == FilmOptions::What::Turntable || options.what == FilmOptions::What::Times)
            display.emplace();
        Film film(c, options);
        for (int k = 0; k < film.frames(); ++k) {
            job.progress(static_cast<double>(k) / film.frames(), "film");
            writer.add(film.frame(k));
        }
        job.checkStop();
        writer.finish();
        context.console.line("Written: " + writer.result().string());
        context.console.result({{"film", writer.result().string()},
                                {"frames", film.frames()},
                                {"width", options.picture.size.width()},
                                {"height", options.picture.size.height()}});
    });
}

} // namespace pollux::cli
