#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "app/cli/scene_arguments.h"
#include "app/cli/virtual_display.h"
#include "core/base/text.h"
#include "core/case/body_motion.h"
#include "core/case/curve_source.h"
#include "core/image/registration/displacement_field.h"
#include "ui/print/plan_path.h"
#include "ui/viewer/curved_render.h"
#include "ui/viewer/png.h"
#include "ui/viewer/render.h"

#include <CLI/CLI.hpp>
#include <QSaveFile>
#include <nlohmann/json.hpp>

#include <map>
#include <optional>

namespace pollux::cli {

namespace {

struct RenderArguments
{
    std::string file, out = "picture.png", view = "axial", centre, plan, field, motion, structures, side = "A", image;
    std::string volume, over, through, fusion;
    std::string along, branchAt, curvedKind = "straightened", slabMode = "mean";
    SceneArguments scene;
    double share = 0.5;
    int width = 800, height = 800;
    double windowCentre = 0, windowWidth = 0, mmPerPixel = 0, shift = 0, time = 0;
    double curvedWidth = 60, angle = 0, slab = 0;
    bool light = false;
};

RenderOptions optionsOf(const RenderArguments& a, const Case& c)
{
    RenderOptions options;
    options.size = QSize(a.width, a.height);
    options.mmPerPixel = a.mmPerPixel;
    options.notice = "Not for clinical use";
    options.dark = !a.light;
    options.stale = staleIds(c);
    options.side = a.side.front();
    if (a.windowWidth > 0) {
        options.windowCentre = a.windowCentre;
        options.windowWidth = a.windowWidth;
    }
    if (!a.volume.empty())
        options.volume = Id(a.volume);
    if (!a.centre.empty())
        options.centre = pointOf(a.centre);
    options.path = a.plan.empty() ? lastPathOf(c) : pathOf(c.plan(Id(a.plan)));
    if (!a.field.empty())
        options.field = Id(a.field);
    if (!a.structures.empty())
        options.structures = structuresOf(a.structures);
    options.volumeRendering.preset = QString::fromStdString(a.image);
    options.volumeRendering.shift = a.shift;
    options.volumeRendering.structures = options.structures.has_value();
    options.scene = sceneLookOf(a.scene);
    options.plane = a.view == "coronal"    ? PlaneKind::Coronal
                    : a.view == "sagittal" ? PlaneKind::Sagittal
                                           : PlaneKind::Axial;
    return options;
}

/// Of the map: the time that is nearest.
double timeOf(const RenderArguments& a, const Case& c)
{
    if (a.field.empty() && a.motion.empty())
        throw Error(ErrorCode::BadInput, "A time is that of a map or of a motion.",
                    "Name the map by --field, or the motion by --motion.");
    if (!a.motion.empty())
        return a.time;
    const auto map = c.fields.find(Id(a.field));
    if (map != c.fields.end() && map->second->times.empty())
        throw Error(ErrorCode::BadInput, "The map '" + a.field + "' does not change with time.",
                    "Leave out --time, or name another map: 'pollux show' lists their times.");
    return a.time;
}

/// What is laid over the image. A registration names both images; without one they must share their frame.
void layOver(RenderOptions& options, const RenderArguments& a, const Case& c, const Job& job)
{
    if (!a.volume.empty()) {
        c.volume(Id(a.volume)); // says what there is
        options.volume = Id(a.volume);
    }
    if (a.over.empty() && a.through.empty()) {
        if (!a.fusion.empty())
            throw Error(ErrorCode::BadInput, "There is nothing to lay over the image.",
                        "Name a second image by --over, or a registration by --through.");
        return;
    }
    static const std::map<std::string, FusionMode> modes{{"blend", FusionMode::Blend},
                                                         {"grey", FusionMode::Blend},
                                                         {"checkerboard", FusionMode::Checkerboard},
                                                         {"wipe", FusionMode::Wipe},
                                                         {"difference", FusionMode::Difference},
                                                         {"volume-change", FusionMode::VolumeChange}};
    Fusion& f = options.fusion;
    f.mode = a.fusion.empty() ? FusionMode::Blend : modes.at(a.fusion);
    f.coloured = a.fusion.empty() || a.fusion == "blend";
    f.amount = a.share;
    if (!a.through.empty()) {
        const Registration& r = c.registration(Id(a.through));
        if ((!a.over.empty() && a.over != r.moving.text()) || (!a.volume.empty() && a.volume != r.fixed.text()))
            throw Error(ErrorCode::BadInput, "The registration is of other images.",
                        "It lays '" + r.moving.text() + "' over '" + r.fixed.text() + "'.");
        options.volume = r.fixed;
        f.registration = Id(a.through);
        f.volume = r.moving;
        const Grid& fixed = c.volume(r.fixed).volume.grid();
        if (f.mode == FusionMode::VolumeChange) {
            f.change = std::make_shared<const Volume>(jacobianMap(*fieldOn(r, fixed), job));
            return;
        }
    } else {
        f.volume = Id(a.over);
        const Id first = options.volume.empty() && !c.volumes.empty() ? c.volumes.begin()->first : options.volume;
        if (f.mode == FusionMode::VolumeChange)
            throw Error(ErrorCode::BadInput, "A change of volume is that of a registration.", "Name it by --through.");
        if (c.volume(f.volume).frameOfReference != c.volume(first).frameOfReference)
            throw Error(ErrorCode::BadInput, "The two images have different frames of reference.",
                        "Register them, and name the registration by --through.");
    }
    f.windowCentre = c.volume(f.volume).windowCentre;
    f.windowWidth = c.volume(f.volume).windowWidth;
}

CurvedRendering renderAlong(const RenderArguments& a, const Case& c, const Job& job)
{
    if (a.along.empty()) {
        std::string all;
        for (const Id& id : curvesOf(c))
            all += (all.empty() ? "" : ", ") + id.text();
        throw Error(ErrorCode::BadInput, "A curved view needs the curve that it is laid along.",
                    all.empty() ? "Make a centreline (mesh.centrelines) or measure a path, then name it with --along."
                                : "Give --along with one of: " + all + ".");
    }
    CurvedRenderOptions options;
    options.along = Id(a.along);
    if (!a.branchAt.empty())
        options.through = pointOf(a.branchAt);
    if (!a.volume.empty())
        options.volume = Id(a.volume);
    if (!a.centre.empty())
        options.crosshair = pointOf(a.centre);
    options.cut.kind = a.curvedKind == "panoramic" ? CurvedKind::Panoramic : CurvedKind::Straightened;
    options.cut.widthMm = a.curvedWidth;
    options.cut.angleDeg = a.angle;
    options.cut.slabMm = a.slab;
    options.cut.slab = a.slabMode == "max"   ? CurvedSlab::Maximum
                       : a.slabMode == "min" ? CurvedSlab::Minimum
                                             : CurvedSlab::Mean;
    options.cut.stepMm = 0; // as fine as the volume
    options.size = QSize(a.width, a.height);
    if (a.windowWidth > 0) {
        options.windowCentre = a.windowCentre;
        options.windowWidth = a.windowWidth;
    }
    options.dark = !a.light;
    options.notice = "Not for clinical use";
    return renderCurved(c, options, job);
}

void addCurvedOptions(CLI::App& sub, RenderArguments& a)
{
    sub.add_option("--along", a.along, "curved: a structure with a centreline, or a measured length or path");
    sub.add_option("--branch-at", a.branchAt, "curved: x,y,z in mm (LPS) near the branch meant (default: the longest)");
    sub.add_option("--curved-kind", a.curvedKind, "curved: straightened or panoramic (lines from head to feet)")
        ->check(CLI::IsMember({"straightened", "panoramic"}));
    sub.add_option("--curved-width", a.curvedWidth, "curved: width across the curve, mm (default: 60)")
        ->check(CLI::Range(1.0, 500.0));
    sub.add_option("--angle", a.angle, "curved: turn about the curve, degrees")->check(CLI::Range(-360.0, 360.0));
    sub.add_option("--slab", a.slab, "curved: thickness of the slab, mm; 0: the cut alone")
        ->check(CLI::Range(0.0, 200.0));
    sub.add_option("--slab-mode", a.slabMode, "curved: mean, max or min of the slab")
        ->check(CLI::IsMember({"mean", "max", "min"}));
}

} // namespace

void addRender(CLI::App& app, Context& context)
{
    auto a = std::make_shared<RenderArguments>();
    CLI::App* sub =
        app.add_subcommand("render", "Make a picture of a case (PNG); starts a virtual display where there is none");
    sub->add_option("case", a->file, "Case file")->required();
    sub->add_option("-o,--out", a->out, "PNG to write (default: picture.png)");
    sub->add_option("--view", a->view, "axial, coronal, sagittal, 3d or curved")
        ->check(CLI::IsMember({"axial", "coronal", "sagittal", "3d", "curved"}));
    sub->add_option("--centre", a->centre,
                    "x,y,z in mm (LPS); default: the plan's target, else the middle; curved: marked");
    sub->add_option("--plan", a->plan, "Plan whose path is drawn (default: the last)");
    sub->add_option("--field", a->field, "Map drawn on its surface in 3d, and where slices cut it");
    sub->add_option("--motion", a->motion,
                    "3d: id of a result of liver.breathing; the body is drawn as it has moved at --time");
    CLI::Option* time =
        sub->add_option("--time", a->time,
                        "Seconds; of a map that changes with time the nearest of its times is drawn (default: its "
                        "last); of --motion since the end of breathing out")
            ->check(CLI::Range(0.0, 1e9));
    sub->add_option("--structures", a->structures, "Ids separated by commas; default: by kind");
    std::vector<std::string> presets;
    for (const VolumePreset& p : loadVolumePresets())
        presets.push_back(p.key.toStdString());
    sub->add_option("--volume", a->volume, "Image to draw (default: the first, or the registration's fixed one)");
    sub->add_option("--over", a->over, "Second image, of the same frame of reference, laid over the first in slices");
    sub->add_option("--through", a->through, "Registration: its moving image is laid over the fixed one through it");
    sub->add_option("--fusion", a->fusion,
                    "blend, grey, checkerboard, wipe, difference (first minus second) or "
                    "volume-change (of the registration)")
        ->check(CLI::IsMember({"blend", "grey", "checkerboard", "wipe", "difference", "volume-change"}));
    sub->add_option("--share", a->share, "Of the second image, 0 to 1; of a wipe, where the border lies")
        ->check(CLI::Range(0.0, 1.0));
    sub->add_option("--image", a->image,
                    "3d: draw the image itself, by a preset (bone, vessels, soft, ...); surfaces only if named")
        ->check(CLI::IsMember(presets));
    sub->add_option("--shift", a->shift, "3d: added to the values of the preset, HU")
        ->check(CLI::Range(-3000.0, 3000.0));
    sub->add_option("--side", a->side, "3d: from where: A, P, L, R, S or I")
        ->check(CLI::IsMember({"A", "P", "L", "R", "S", "I"}));
    addSceneOptions(*sub, a->scene);
    sub->add_option("--width", a->width, "Pixels")->check(CLI::Range(16, 8192));
    sub->add_option("--height", a->height, "Pixels")->check(CLI::Range(16, 8192));
    sub->add_option("--mm-per-pixel", a->mmPerPixel,
                    "Scale of a slice, or of an orthographic 3d picture; default: all fits")
        ->check(CLI::Range(0.0, 10.0));
    sub->add_option("--window-centre", a->windowCentre, "Grey value shown mid-grey");
    sub->add_option("--window-width", a->windowWidth, "Span of grey values; 0: the volume's own");
    sub->add_flag("--light", a->light, "Light background in 3d");
    addCurvedOptions(*sub, *a);
    sub->callback([a, time, &context] {
        Job job = context.console.job();
        const Case c = openSeenCase(a->file, job);
        RenderOptions options = optionsOf(*a, c);
        layOver(options, *a, c, job);
        if (time->count() > 0)
            options.fieldTime = timeOf(*a, c);
        if (!a->motion.empty()) {
            options.motion = bodyMotionOf(c, Id(a->motion), job);
            options.fieldTime = a->time;
        }
        checkDrawn(c, options.volume, options.structures, options.field);
        QImage image;
        std::optional<double> length;
        if (a->view == "3d") {
            const VirtualDisplay display;
            image = renderScene3D(c, options);
        } else if (a->view == "curved") {
            const CurvedRendering curved = renderAlong(*a, c, job);
            image = curved.picture;
            length = curved.lengthMm;
        } else {
            image = renderSlice(c, options);
        }
        // commit() alone says nothing of what was still in its buffer when the disk was full (Qt 6.4).
        QSaveFile file(QString::fromStdString(a->out));
        if (!writePng(image, file) || !file.commit())
            throw Error(ErrorCode::Io, "The picture could not be written.",
                        "Check that the folder is writable and the disk is not full.");
        context.console.line("Written: " + a->out);
        nlohmann::json result{{"picture", a->out}, {"width", image.width()}, {"height", image.height()}};
        if (length)
            result["length_mm"] = *length;
        context.console.result(result);
    });
}

} // namespace pollux::cli
