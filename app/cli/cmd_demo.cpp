#include "app/cli/context.h"
#include "app/cli/virtual_display.h"
#include "core/base/text.h"
#include "core/dicom/import.h"
#include "core/dicom/write_series.h"
#include "core/operation/recipe.h"
#include "core/phantom/ankle.h"
#include "core/phantom/jaw.h"
#include "core/phantom/shoulder.h"
#include "core/phantom/torso.h"
#include "core/storage/case_file.h"
#include "core/storage/durable_file.h"
#include "ui/print/export_report.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace pollux::cli {

void writeDemoStudy(const fs::path& folder, std::uint64_t seed, int size, bool exhale, const Job& job)
{
    TorsoOptions options;
    options.seed = seed;
    options.size = size;
    // The field of view stays the same: a smaller matrix has larger voxels.
    options.pixelSpacing = 0.75 * 512 / size;
    options.sliceSpacing = size >= 512 ? 1.5 : 1.5 * 512 / size;
    options.exhale = exhale;
    const Torso torso = makeTorso(options, job.part(0, 0.8));
    SeriesFacts facts;
    facts.seed = seed;
    facts.seriesDescription = exhale ? "Portal venous, exhale" : "Portal venous, inhale";
    facts.seriesNumber = exhale ? 2 : 1;
    writeCtSeries(torso.ct, facts, folder, job.part(0.8, 1));
}

namespace {

/// How the series of a phantom of bones calls itself.
struct PhantomNames
{
    const char *part, *series;
    double windowCentre, windowWidth;
    std::uint64_t seeds; ///< that its ids are made of, apart from those of the others
};

void writePhantom(const Volume& image, const PhantomNames& n, const fs::path& folder, std::uint64_t seed,
                  const Job& job)
{
    std::string big = n.part;
    std::transform(big.begin(), big.end(), big.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    SeriesFacts facts;
    facts.seed = seed + n.seeds;
    facts.patientName = std::string("Phantom^") + big[0] + (n.part + 1);
    facts.patientId = "POLLUX-" + big;
    facts.studyDescription = std::string("Digital ") + n.part + " phantom";
    facts.seriesDescription = n.series;
    facts.windowCentre = n.windowCentre;
    facts.windowWidth = n.windowWidth;
    writeCtSeries(image, facts, folder, job);
}

/// Cone beam; the others are of a calibrated CT.
void writeJawStudy(const fs::path& folder, std::uint64_t seed, const Job& job)
{
    JawOptions options;
    options.seed = seed;
    writePhantom(makeJaw(options, job.part(0, 0.8)).image, {"jaw", "CBCT lower jaw", 900, 2800, 1000}, folder, seed,
                 job.part(0.8, 1));
}

void writeAnkleStudy(const fs::path& folder, std::uint64_t seed, const Job& job)
{
    AnkleOptions options;
    options.seed = seed;
    writePhantom(makeAnkle(options, job.part(0, 0.8)).image, {"ankle", "CT right ankle", 400, 1800, 2000}, folder, seed,
                 job.part(0.8, 1));
}

void writeShoulderStudy(const fs::path& folder, std::uint64_t seed, const Job& job)
{
    ShoulderOptions options;
    options.seed = seed;
    writePhantom(makeShoulder(options, job.part(0, 0.8)).image, {"shoulder", "CT right shoulder", 400, 1800, 3000},
                 folder, seed, job.part(0.8, 1));
}

struct DemoOptions
{
    std::string study, out = "pollux-demo", labels, target;
    std::uint64_t seed = 1;
    int size = 512;
};

/// The lesion to plan for: a confirmed one first, then the largest.
std::optional<Id> chooseTarget(const Case& c)
{
    std::optional<Id> best;
    double bestRank = -1;
    for (const auto& [id, s] : c.structures) {
        const Anatomy* a = findAnatomy(s->anatomy);
        if (!a || a->category != "lesion" || !s->mask || s->mask->empty() || a->key == "kidney_tumour")
            continue;
        const double rank = (s->state == ConfirmState::Confirmed ? 1e6 : 0) + s->mask->volumeMl();
        if (rank > bestRank) {
            bestRank = rank;
            best = id;
        }
    }
    return best;
}

bool hasLabels(const ScanResult& scan)
{
    for (const SeriesFound& s : scan.series)
        if (s.kind == SeriesFound::Kind::Segmentation || s.kind == SeriesFound::Kind::StructureSet ||
            s.kind == SeriesFound::Kind::MaskSeries)
            return true;
    return false;
}

/// Import, twin, plan, report: the main job, with a plain sentence for each step.
class MainJob
{
public:
    MainJob(const DemoOptions& options, Context& context)
        : m_o(options), m_context(context), m_job(context.console.job())
    {
    }

    void run()
    {
        const fs::path file = fs::path(m_o.out) / "case.pollux";
        std::error_code error;
        fs::create_directories(m_o.out, error);
        if (error)
            throw Error(ErrorCode::Io, "The folder for the results cannot be made (" + error.message() + ").",
                        "Choose a folder that you may write to with -o.");
        checkWritable(file);
        if (m_o.study.empty())
            makeStudy();
        import();
        readLabels();
        build();
        plan();
        saveCase(m_case, file, m_job);
        say("Saved the case: " + file.string());
        report();
        m_summary["case"] = file.string();
        m_summary["findings"] = toJson(m_findings);
        m_context.console.result(m_summary);
    }

private:
    void say(const std::string& text) { m_context.console.line(text); }

    void makeStudy()
    {
        const fs::path folder = fs::path(m_o.out) / "study";
        std::error_code error;
        fs::remove_all(folder, error);
        if (error)
            throw Error(ErrorCode::Io, "The demo study of an earlier run cannot be replaced (" + error.message() + ").",
                        "Choose another folder with -o.");
        writeDemoStudy(folder, m_o.seed, m_o.size, false, m_job);
        m_o.study = folder.string();
        say("Wrote the demo patient as a DICOM CT series: " + m_o.study);
    }

    void apply(RunResult result)
    {
        m_case = std::move(result.after);
        m_findings.insert(m_findings.end(), result.findings.begin(), result.findings.end());
        m_context.console.findings(result.findings);
    }

    void import()
    {
        ParamValues values;
        values.set("path", m_o.study);
        apply(runOperation(m_context.registry.at("import.study"), m_case, values, m_context.run(), m_job));
        const VolumeObject& v = *m_case.volumes.begin()->second;
        const Grid& g = v.volume.grid();
        say("Opened a " + v.modality + " study: " + std::to_string(g.size[0]) + "x" + std::to_string(g.size[1]) + "x" +
            std::to_string(g.size[2]) + " voxels of " + toText(g.spacing.x(), 2) + "x" + toText(g.spacing.y(), 2) +
            "x" + toText(g.spacing.z(), 2) + " mm.");
    }

    /// What comes with the study comes first: the finders then build on it instead of proposing it again.
    void readLabels()
    {
        const std::string labels = !m_o.labels.empty()                       ? m_o.labels
                                   : hasLabels(scanSource(m_o.study, m_job)) ? m_o.study
                                                                             : std::string();
        if (labels.empty())
            return;
        ParamValues values;
        values.set("path", labels);
        // They were drawn by the people who made the study; the report names them as the ones who confirmed.
        values.set("state", std::string("confirmed"));
        values.set("by", std::string("the makers of the study"));
        apply(runOperation(m_context.registry.at("import.labels"), m_case, values, m_context.run(), m_job));
        say("Read " + std::to_string(m_case.structures.size()) +
            " structures that come with the study, taken as confirmed.");
    }

    void build()
    {
        const size_t before = m_case.structures.size();
        RunResult r = runRecipe(builtInRecipe("abdomen-ct", m_context.registry), m_context.registry, m_case,
                                m_context.run(), m_job);
        const double seconds = r.seconds;
        apply(std::move(r));
        say("Built the twin: " + std::to_string(m_case.structures.size() - before) + " structures proposed in " +
            toText(seconds, 1) + " s.");
    }

    void plan()
    {
        ParamValues values;
        if (const auto parts = m_o.target.find(','); parts != std::string::npos) {
            const Param* p = nullptr;
            const ParamList list = m_context.registry.at("liver.plan-puncture").declare();
            p = list.find("target_point");
            if (p)
                values.set("target_point", parseValue(*p, m_o.target));
        } else {
            const std::optional<Id> target = m_o.target.empty() ? chooseTarget(m_case) : std::optional(Id(m_o.target));
            if (!target) {
                say("No lesion was found to plan for: name one with --target (an id or x,y,z).");
                return;
            }
            values.set("target", target->text());
        }
        RunResult r =
            runOperation(m_context.registry.at("liver.plan-puncture"), m_case, values, m_context.run(), m_job);
        const std::vector<Id> changed = r.changed;
        const double seconds = r.seconds;
        apply(std::move(r));
        for (const Id& id : changed)
            if (const auto it = m_case.plans.find(id); it != m_case.plans.end()) {
                say("Planned a liver puncture (" + id.text() + ") in " + toText(seconds, 2) + " s:");
                for (const PlanNumber& n : it->second->numbers)
                    if (n.after)
                        say("  " + n.label + ": " + toText(Quantity{*n.after, n.unit, {}, {}}) +
                            (n.verdict.empty() ? "" : "  [" + n.verdict + "]") + (n.note.empty() ? "" : "  " + n.note));
                m_summary["plan"] = id.text();
            }
    }

    void report()
    {
        std::unique_ptr<VirtualDisplay> display;
        try {
            display = std::make_unique<VirtualDisplay>();
        } catch (const Error& e) {
            m_findings.push_back({Severity::Warning, "display.none", e.message(), e.advice(), {}, {}, {}});
        }
        const ReportFiles files = exportReport(m_case, m_context.registry, m_o.out, m_job);
        say("Report: " + files.html.string() + ", " + files.pdf.string());
        if (!files.plan.empty())
            say("Plan: " + files.plan.string());
        say("Research and teaching: not for clinical use.");
        m_summary["html"] = files.html.string();
        m_summary["pdf"] = files.pdf.string();
    }

    DemoOptions m_o;
    Context& m_context;
    Job m_job;
    Case m_case;
    Findings m_findings;
    nlohmann::json m_summary = nlohmann::json::object();
};

} // namespace

void addDemoStudy(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string folder;
        std::uint64_t seed = 1;
        int size = 512;
        bool exhale = false;
        std::string patient = "torso";
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub =
        app.add_subcommand("demo-study", "Write a built-in demo patient (a digital phantom) as a CT series");
    sub->add_option("--patient", o->patient,
                    "torso, jaw: a lower jaw in grey values of a cone-beam scanner, ankle: a right ankle in HU, or "
                    "shoulder: a right shoulder in HU")
        ->check(CLI::IsMember({"torso", "jaw", "ankle", "shoulder"}));
    sub->add_option("folder", o->folder, "Folder to write the DICOM files to")->required();
    sub->add_option("--seed", o->seed, "Another seed is another body (default: 1)");
    sub->add_option("--size", o->size, "Pixels a side of a slice (default: 512)")->check(CLI::Range(64, 1024));
    sub->add_flag("--exhale", o->exhale, "The same body breathed out, by a known deformation");
    sub->callback([o, &context] {
        const Job job = context.console.job();
        if (o->patient == "jaw")
            writeJawStudy(o->folder, o->seed, job);
        else if (o->patient == "ankle")
            writeAnkleStudy(o->folder, o->seed, job);
        else if (o->patient == "shoulder")
            writeShoulderStudy(o->folder, o->seed, job);
        else
            writeDemoStudy(o->folder, o->seed, o->size, o->exhale, job);
        context.console.line("Written: " + o->folder);
        context.console.result({{"folder", o->folder}, {"seed", o->seed}, {"size", o->size}});
    });
}

void addDemo(CLI::App& app, Context& context)
{
    auto o = std::make_shared<DemoOptions>();
    CLI::App* sub =
        app.add_subcommand("demo", "The whole path: open a study, build the twin, plan a liver puncture, report");
    sub->add_option("study", o->study, "Folder, zip, DICOMDIR, NIfTI, NRRD, ... (default: the built-in demo patient)");
    sub->add_option("-o,--out", o->out, "Folder for the results (default: pollux-demo)");
    sub->add_option("--labels", o->labels, "Structures to read besides (SEG, RTSTRUCT, mask series, label NIfTI)");
    sub->add_option("--target", o->target, "What to puncture: id of a structure, or x,y,z in mm (LPS)");
    sub->add_option("--seed", o->seed, "Seed of the demo patient (default: 1)");
    sub->add_option("--size", o->size, "Pixels a side of the demo patient's slices (default: 512)")
        ->check(CLI::Range(64, 1024));
    sub->callback([o, &context] { MainJob(*o, context).run(); });
}

} // namespace pollux::cli
