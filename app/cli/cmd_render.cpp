#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "app/cli/virtual_display.h"
#include "core/base/text.h"
#include "ui/print/plan_path.h"
#include "ui/viewer/render.h"

#include <CLI/CLI.hpp>
#include <QSaveFile>
#include <nlohmann/json.hpp>

namespace pollux::cli {

namespace {

struct RenderArguments
{
    std::string file, out = "picture.png", view = "axial", centre, plan, field, structures, side = "A", image;
    int width = 800, height = 800;
    double windowCentre = 0, windowWidth = 0, mmPerPixel = 0, shift = 0;
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
    if (!a.centre.empty())
        options.centre =
            std::get<Vec3>(parseValue(pointParam("centre", "Centre", "Point shown in the middle."), a.centre));
    if (!a.plan.empty())
        options.path = pathOf(c.plan(Id(a.plan)));
    else if (!c.plans.empty())
        options.path = pathOf(*c.plans.rbegin()->second);
    if (!a.field.empty())
        options.field = Id(a.field);
    if (!a.structures.empty()) {
        options.structures.emplace();
        // A name of its own: a range-for over a part of a temporary outlives it.
        const ParamValue ids =
            parseValue(objectsParam("structures", "Structures", "structure", "Which are drawn."), a.structures);
        for (const std::string& id : std::get<std::vector<std::string>>(ids))
            options.structures->insert(Id(id));
    }
    options.volumeRendering.preset = QString::fromStdString(a.image);
    options.volumeRendering.shift = a.shift;
    options.volumeRendering.structures = options.structures.has_value();
    options.plane = a.view == "coronal"    ? PlaneKind::Coronal
                    : a.view == "sagittal" ? PlaneKind::Sagittal
                                           : PlaneKind::Axial;
    return options;
}

} // namespace

void addRender(CLI::App& app, Context& context)
{
    auto a = std::make_shared<RenderArguments>();
    CLI::App* sub =
        app.add_subcommand("render", "Make a picture of a case (PNG); starts a virtual display where there is none");
    sub->add_option("case", a->file, "Case file")->required();
    sub->add_option("-o,--out", a->out, "PNG to write (default: picture.png)");
    sub->add_option("--view", a->view, "axial, coronal, sagittal or 3d")
        ->check(CLI::IsMember({"axial", "coronal", "sagittal", "3d"}));
    sub->add_option("--centre", a->centre, "x,y,z in mm (LPS); default: the plan's target, else the middle");
    sub->add_option("--plan", a->plan, "Plan whose path is drawn (default: the last)");
    sub->add_option("--field", a->field, "Map drawn on its surface in 3d");
    sub->add_option("--structures", a->structures, "Ids separated by commas; default: by kind");
    std::vector<std::string> presets;
    for (const VolumePreset& p : loadVolumePresets())
        presets.push_back(p.key.toStdString());
    sub->add_option("--image", a->image,
                    "3d: draw the image itself, by a preset (bone, vessels, soft, ...); surfaces only if named")
        ->check(CLI::IsMember(presets));
    sub->add_option("--shift", a->shift, "3d: added to the values of the preset, HU")
        ->check(CLI::Range(-3000.0, 3000.0));
    sub->add_option("--side", a->side, "3d: from where: A, P, L, R, S or I")
        ->check(CLI::IsMember({"A", "P", "L", "R", "S", "I"}));
    sub->add_option("--width", a->width, "Pixels")->check(CLI::Range(16, 8192));
    sub->add_option("--height", a->height, "Pixels")->check(CLI::Range(16, 8192));
    sub->add_option("--mm-per-pixel", a->mmPerPixel, "Scale; default: all fits")->check(CLI::Range(0.0, 10.0));
    sub->add_option("--window-centre", a->windowCentre, "Grey value shown mid-grey");
    sub->add_option("--window-width", a->windowWidth, "Span of grey values; 0: the volume's own");
    sub->add_flag("--light", a->light, "Light background in 3d");
    sub->callback([a, &context] {
        Job job = context.console.job();
        const Case c = openSeenCase(a->file, job);
        const RenderOptions options = optionsOf(*a, c);
        QImage image;
        if (a->view == "3d") {
            const VirtualDisplay display;
            image = renderScene3D(c, options);
        } else {
            image = renderSlice(c, options);
        }
        // commit() alone says nothing of what was still in its buffer when the disk was full (Qt 6.4).
        QSaveFile file(QString::fromStdString(a->out));
        if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.flush() || !file.commit())
            throw Error(ErrorCode::Io, "The picture could not be written.",
                        "Check that the folder is writable and the disk is not full.");
        context.console.line("Written: " + a->out);
        context.console.result({{"picture", a->out}, {"width", image.width()}, {"height", image.height()}});
    });
}

} // namespace pollux::cli
