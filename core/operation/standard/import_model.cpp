#include "core/operation/standard/import_model.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/mesh/shells.h"
#include "core/mesh/surface_check.h"
#include "core/operation/plan_parts.h"
#include "core/operation/standard/import_study.h"
#include "core/operation/standard/segment_operations_result.h"
#include "core/solid/model_file.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr const char* kFallbackName = "Imported model"; ///< not the file's name, which may hold the patient's

constexpr double kFarthest = 1e7; ///< mm: beyond it a float holds no millimetre

double mmOf(const std::string& unit)
{
    return unit == "inch" ? 25.4 : unit == "m" ? 1000 : 1;
}

std::string mm(double value)
{
    return toText(value, 1) + " mm";
}

Surface scaled(const Surface& surface, double factor)
{
    std::vector<Vec3f> points = surface.points();
    for (Vec3f& p : points) // in double: a factor such as 25.4 is no float
        p = (p.cast<double>() * factor).cast<float>();
    return Surface(std::move(points), surface.triangles());
}

/// What the file says of itself.
void tellFile(Findings& out, const ModelFacts& facts, const std::string& stlUnit)
{
    if (facts.format == ModelFormat::Stl) {
        out.push_back(finding(Severity::Note, "model.unit",
                              filled("An STL file has no unit: its numbers were taken as %1.", {stlUnit}),
                              "Compare a length that you know; import it again with another unit if it is wrong."));
        return;
    }
    out.push_back(finding(Severity::Note, "model.unit",
                          filled("The STEP file has the schema %1 and lengths in %2; times %3 they are millimetres.",
                                 {facts.schema.empty() ? term("(none)") : facts.schema,
                                  facts.unit.empty() ? term("(none)") : facts.unit, toText(facts.mmPerUnit)}),
                          "Compare a length that you know."));
    double volume = 0;
    std::int64_t unsound = 0;
    for (const ModelSolid& solid : facts.solids) {
        volume += solid.volumeMm3;
        unsound += !solid.valid || !solid.closed;
    }
    const auto solids = static_cast<std::int64_t>(facts.solids.size());
    const std::string off = toText(facts.deflection, 3);
    out.push_back(finding(
        Severity::Note, "model.solids",
        solids == 0 ? filled("It holds faces, but no solid; triangles leave them by at most %1 mm.", {off})
                    : counted(solids, "It holds %1 solid, of %2 mm³; triangles leave its surface by at most %3 mm.",
                              "It holds %1 solids, of %2 mm³ together; triangles leave their surface by at most %3 mm.",
                              {toText(volume, 1), off}),
        "Choose the whole assembly or a part of it when you export."));
    if (unsound > 0)
        out.push_back(finding(Severity::Warning, "model.unsound",
                              counted(unsound, "%1 solid of the STEP file is not valid or not closed.",
                                      "%1 solids of the STEP file are not valid or not closed."),
                              "Repair it in the CAD program, or look closely at its surface."));
    if (const std::int64_t lost = std::int64_t(facts.unread) + facts.facesLeftOut; lost > 0)
        out.push_back(finding(Severity::Warning, "model.unread",
                              counted(lost, "%1 entity of the STEP file could not be read: a part may be missing.",
                                      "%1 entities of the STEP file could not be read: parts may be missing."),
                              "Compare the model with the original; export it again as AP214."));
}

Finding placed(Finding f, const std::optional<Vec3>& place)
{
    f.place = place;
    return f;
}

/// What the surface is worth.
void tellSurface(Findings& out, const SurfaceCheck& check)
{
    if (check.openEdges > 0)
        out.push_back(placed(
            finding(Severity::Warning, "model.open",
                    counted(check.openEdges,
                            "The surface is open: %1 edge has one triangle only. It encloses no volume.",
                            "The surface is open: %1 edges have one triangle only. It encloses no volume."),
                    "A scan of a surface is open by nature; close a model of a body in the program that made it."),
            check.openEdge));
    if (check.crowdedEdges > 0)
        out.push_back(finding(Severity::Warning, "model.crowded",
                              counted(check.crowdedEdges, "%1 edge has more than two triangles.",
                                      "%1 edges have more than two triangles."),
                              "Join the parts into one body in the program that made it."));
    if (check.turned > 0 || !check.orientable)
        out.push_back(finding(Severity::Warning, "model.turned",
                              check.orientable ? counted(check.turned, "%1 triangle looks to the wrong side.",
                                                         "%1 triangles look to the wrong side.")
                                               : std::string("The surface has no inside and outside."),
                              "Unify the normals in the program that made it; distances may have the wrong sign."));
    if (check.crossings > 0)
        out.push_back(placed(
            finding(Severity::Warning, "model.crossings",
                    check.crossingsComplete
                        ? counted(check.crossings, "The surface goes through itself: %1 pair of triangles.",
                                  "The surface goes through itself: %1 pairs of triangles.")
                        : counted(check.crossings, "The surface goes through itself: %1 pair of triangles or more.",
                                  "The surface goes through itself: %1 pairs of triangles or more."),
                    "Repair it, or join the parts, in the program that made it; volumes count overlaps twice."),
            check.crossing));
    else if (!check.crossingsComplete)
        out.push_back(finding(Severity::Note, "model.crossings-unknown",
                              "Whether the surface goes through itself was not looked at to the end.",
                              "Use fewer and less slender triangles if you need to know."));
    if (check.degenerate > 0)
        out.push_back(finding(Severity::Note, "model.degenerate",
                              counted(check.degenerate, "%1 triangle has no height.", "%1 triangles have no height."),
                              "They do no harm to distances; clean the mesh if something else fails."));
    if (check.shells > 1)
        out.push_back(finding(Severity::Note, "model.parts", "The model has " + toText(check.shells) + " parts.",
                              "Export one part alone if only that is meant."));
}

class ImportModel final : public Operation
{
public:
    explicit ImportModel(const LimitTable& limits)
        : m_least(limits.at("model.least_extent")), m_most(limits.at("model.most_extent"))
    {
    }

    OperationInfo info() const override
    {
        return {"import.model",
                1,
                "Import model",
                "Reads a model of elsewhere (STEP, STL) as a structure with a surface.",
                "Reads STEP (boundary representation: AP203, AP214, AP242) and STL (binary and ASCII): implants, "
                "guides, scans of a surface. Files are read by a process of its own, so that a damaged one does no "
                "harm.\n\nSTEP names its unit, and lengths are converted to millimetres; solids become triangles "
                "that leave the true surface by a two-thousandth of the model's diagonal, at least 0.005 mm and at "
                "most 0.1 mm. STL has no unit: say it.\n\nThe surface is looked through: open edges, triangles turned "
                "round, triangles that go through each other. A closed surface that is inside out is turned round. "
                "Nothing else is repaired.\n\nLimits: files up to 256 MiB, 5 million triangles (STL), 2 million "
                "(STEP), 1000 solids. Coordinates are taken as they are, as patient coordinates (LPS): a model of "
                "another frame must be registered. Colours, names and tolerances of a STEP file are not read.",
                "Import"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(sourceParam("File that ends in .step, .stp or .stl."));
        list.add(choiceParam("unit", "Unit of an STL file", {"mm", "inch", "m"},
                             "What the numbers of an STL file mean; a STEP file says it itself."));
        addResultParams(list);
        return list;
    }

    Findings check(const Case&, const ParamValues& values) const override
    {
        Findings out;
        if (values.text("path").empty())
            return {stopFinding("import.path", "No source is chosen.", "Choose a STEP or STL file.")};
        if (!values.text("anatomy").empty() && !findAnatomy(values.text("anatomy")))
            out.push_back(stopFinding("anatomy.unknown", "There is no anatomy '" + values.text("anatomy") + "'.",
                                      "See 'pollux list anatomy', or leave it empty."));
        try {
            checkModelFile(values.text("path"));
        } catch (const Error& e) {
            out.push_back(stopFinding("import.path", e.message(), e.advice()));
        } catch (const std::exception&) {
            out.push_back(stopFinding("import.path", "The chosen place cannot be reached.", "Choose another file."));
        }
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const ImportedModel model = readModelFile(values.text("path"), job.part(0, 0.5));
        Edit edit;
        tellFile(edit.findings, model.facts, values.text("unit"));
        Surface surface = model.surface;
        const double factor = model.facts.format == ModelFormat::Stl ? mmOf(values.text("unit")) : 1;
        const Box box = surface.bounds();
        if (!(factor * std::max(box.min.cwiseAbs().maxCoeff(), box.max.cwiseAbs().maxCoeff()) <= kFarthest))
            throw Error(ErrorCode::BadInput, "The model has points farther than 10 km away.",
                        "It is damaged or in another unit: export it again in millimetres.");
        if (factor != 1)
            surface = scaled(surface, factor);
        SurfaceCheck check = checkSurface(surface, job.part(0.5, 1));
        if (check.insideOut()) {
            surface = flipped(surface);
            check.volumeMm3 = -check.volumeMm3;
            edit.findings.push_back(finding(Severity::Note, "model.inside-out",
                                            "The surface was inside out and was turned round.",
                                            "Nothing is left to do; a mirrored model would look so too: check it."));
        }
        tellSurface(edit.findings, check);
        tellSize(edit.findings, check);
        tellPlace(edit.findings, c, check);

        Structure s;
        s.name = resultName(values, kFallbackName);
        if (const Anatomy* anatomy = findAnatomy(values.text("anatomy"))) {
            s.anatomy = anatomy->key;
            s.colour = anatomy->colour;
        }
        if (check.closed() && check.orientable && check.turned == 0)
            s.measures.push_back({"volume", "Volume", {check.volumeMm3 / 1000, Unit::Millilitre, {}, {}}});
        s.measures.push_back({"area", "Surface area", {check.areaMm2, Unit::SquareMillimetre, {}, {}}});
        s.surface = std::make_shared<Surface>(std::move(surface));
        const Id id = c.freeId(slug(s.name)); // what is there is never replaced
        edit.madeFrom[id] = {};
        edit.put(id, std::move(s));
        return edit;
    }

private:
    void tellSize(Findings& out, const SurfaceCheck& check) const
    {
        const double longest = check.bounds.extent().maxCoeff();
        const bool small = longest < m_least.value;
        if (!small && longest <= m_most.value)
            return;
        Finding f = finding(Severity::Warning, "model.size",
                            filled("The longest side of the model is %1: is its file in metres or inches?",
                                   {small ? toText(longest, 4) + " mm" : mm(longest)}),
                            "Compare a length that you know. For STL import it again with another unit; export STEP "
                            "again in millimetres.");
        f.limit = small ? m_least.id : m_most.id;
        out.push_back(std::move(f));
    }

    static void tellPlace(Findings& out, const Case& c, const SurfaceCheck& check)
    {
        for (const auto& [id, volume] : c.volumes) {
            const Box image = volume->volume.grid().bounds();
            if ((check.bounds.min.array() <= image.max.array()).all() &&
                (check.bounds.max.array() >= image.min.array()).all())
                return;
        }
        if (!c.volumes.empty())
            out.push_back(finding(Severity::Warning, "model.place", "The model lies beside every image of the case.",
                                  "It is in coordinates of its own: register it to the image, or export it in the "
                                  "image's coordinates (LPS)."));
    }

    Limit m_least, m_most;
};

} // namespace

std::unique_ptr<Operation> makeImportModel(const LimitTable& limits)
{
    return std::make_unique<ImportModel>(limits);
}

} // namespace pollux
