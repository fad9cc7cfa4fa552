#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/landmark_file.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <map>

namespace pollux::cli {

namespace {

nlohmann::json json(const ErrorFigures& f)
{
    return {{"mean_mm", f.mean}, {"deviation_mm", f.deviation}, {"median_mm", f.median}, {"largest_mm", f.largest}};
}

std::vector<std::string> row(std::string name, const ErrorFigures& f)
{
    return {std::move(name), toText(f.mean, 2) + " ± " + toText(f.deviation, 2) + " mm", toText(f.median, 2) + " mm",
            toText(f.largest, 2) + " mm"};
}

} // namespace

void addEvaluateRegistration(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string file, registration, fixed, moving, units = "mm";
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand(
        "evaluate-registration",
        "How far a registration misses places that are known in both images (target registration error)");
    sub->add_option("case", o->file, "Case file")->required();
    sub->add_option("registration", o->registration, "Id of the registration")->required();
    sub->add_option("--fixed", o->fixed, "Text file of the places in the fixed image, three numbers a line")
        ->required();
    sub->add_option("--moving", o->moving, "The same places in the moving image, in the same order")->required();
    sub->add_option("--units", o->units,
                    "mm (LPS), voxel (the first is 0) or voxel1 (the first is 1, as in the DIR-Lab sets)")
        ->check(CLI::IsMember({"mm", "voxel", "voxel1"}));
    sub->callback([o, &context] {
        static const std::map<std::string, LandmarkUnits> units{{"mm", LandmarkUnits::Millimetres},
                                                                {"voxel", LandmarkUnits::Voxels},
                                                                {"voxel1", LandmarkUnits::VoxelsFrom1}};
        Job job = context.console.job();
        const std::vector<Vec3> fixed = readLandmarks(o->fixed), moving = readLandmarks(o->moving);
        const Case c = openSeenCase(o->file, job);
        const LandmarkErrors errors = landmarkErrors(c, Id(o->registration), fixed, moving, units.at(o->units));
        const ErrorFigures before = figuresOf(errors.before), after = figuresOf(errors.after);
        context.console.line(toText(std::int64_t(fixed.size())) + " landmarks, " + o->registration);
        context.console.line(
            table({{"", "mean", "median", "largest"}, row("before", before), row("registered", after)}));
        context.console.result({{"registration", o->registration},
                                {"landmarks", fixed.size()},
                                {"before", json(before)},
                                {"after", json(after)},
                                {"before_mm", errors.before},
                                {"after_mm", errors.after}});
    });
}

} // namespace pollux::cli
