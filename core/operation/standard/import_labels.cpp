#include "core/operation/standard/import_labels.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/dicom/import.h"
#include "core/operation/standard/import_study.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace pollux {

namespace {

using Kind = SeriesFound::Kind;

Finding finding(Severity severity, std::string code, std::string text, std::string advice)
{
    return {severity, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

/// "1=spleen,5=liver" -> {1: spleen, 5: liver}. Throws Error (BadInput).
std::map<int, std::string> parseLabelNames(const std::string& text)
{
    std::map<int, std::string> names;
    std::string_view rest = text;
    while (!trimmed(rest).empty()) {
        const auto comma = rest.find(',');
        const std::string_view part = rest.substr(0, comma);
        const auto equals = part.find('=');
        const auto number = parseInt(part.substr(0, std::min(equals, part.size())));
        if (equals == std::string_view::npos || !number || *number < 1 || *number > 65535)
            throw Error(ErrorCode::BadInput, "'" + std::string(part) + "' is not of the form number=name.",
                        "For instance: 1=spleen,5=liver");
        names[static_cast<int>(*number)] = std::string(trimmed(part.substr(equals + 1)));
        if (comma == std::string_view::npos)
            break;
        rest.remove_prefix(comma + 1);
    }
    return names;
}

void applyName(Structure& s, const std::map<int, std::string>& names)
{
    for (const NamedQuantity& q : s.measures)
        if (q.key == "label")
            if (const auto it = names.find(static_cast<int>(q.quantity.value)); it != names.end()) {
                s.name = it->second;
                if (const Anatomy* a = anatomyByName(s.name)) {
                    s.anatomy = a->key;
                    s.colour = a->colour;
                }
            }
}

class ImportLabels final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {
            "import.labels",
            2,
            "Import structures",
            "Reads structures that were made elsewhere onto the grid of an image of the case.",
            "Reads DICOM Segmentation (binary; fractional ones are cut at one half), RT Structure Set (closed planar "
            "contours, even-odd rule, voxel centres at whole indices), folders of mask images named by their organ, "
            "and "
            "NIfTI, NRRD and MetaImage label maps. Names of TotalSegmentator and 3D-IRCADb, and SNOMED CT codes, give "
            "each structure its anatomy.\n\nStructures that are only proposed and have the same anatomy are replaced; "
            "one "
            "that was edited or confirmed never is: the new one then gets an id of its own.\n\n"
            "Limits: segmentations of type LABELMAP are refused; contours that do not lie in the slices of the image "
            "are left out and named.",
            "Import"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(sourceParam("Folder, zip archive or file with the labels."));
        list.add(objectParam("volume", "Image", "volume", "", "The image whose grid the structures are put on."));
        list.add(intParam("series", "Series", -1, -1, 1'000'000,
                          "Number in the list of the scan; -1 takes all labels there are."));
        list.add(choiceParam("state", "State", {"proposed", "confirmed"},
                             "Whether the structures are taken as checked by a person."));
        list.add(textParam("by", "Confirmed by", "",
                           "Who checked them, if confirmed; empty stands for those who made the labels."));
        list.add(boolParam("replace", "Replace proposals", true, "Replace proposed structures of the same anatomy."));
        Param names =
            textParam("label_names", "Label names", "", "Names for numbered labels, for instance 1=spleen,5=liver.");
        names.advanced = true;
        list.add(names);
        return list;
    }

    Findings check(const Case&, const ParamValues& values) const override
    {
        if (Findings wrong = checkSource(values.text("path")); !wrong.empty())
            return wrong;
        try {
            parseLabelNames(values.text("label_names"));
        } catch (const Error& e) {
            return {finding(Severity::Stop, "labels.names", e.message(), e.advice())};
        }
        return {};
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const VolumeObject& reference = c.volume(Id(values.text("volume")));
        const ScanResult scan = scanSource(values.text("path"), job.part(0, 0.2));
        const std::vector<const SeriesFound*> chosen = choose(scan, values.integer("series"));
        const auto names = parseLabelNames(values.text("label_names"));
        Edit edit;
        Case known = c; // grows with what is put, so that ids stay unique
        const std::string now = utcNow();
        double done = 0;
        for (const SeriesFound* series : chosen) {
            const double n = static_cast<double>(chosen.size());
            const Job part = job.part(0.2 + 0.8 * done / n, 0.2 + 0.8 * (done + 1) / n);
            done += 1;
            refuseOtherPatient(c, *series);
            LabelsFound found;
            try {
                found = loadLabels(scan, *series, reference, part);
            } catch (const Error& e) {
                if (e.code() == ErrorCode::Cancelled || chosen.size() == 1)
                    throw;
                edit.findings.push_back(finding(Severity::Warning, "labels.skipped",
                                                "A label file was left out: " + e.message(), e.advice()));
                continue;
            }
            std::copy_if(found.findings.begin(), found.findings.end(), std::back_inserter(edit.findings),
                         [&](const Finding& f) { return f.code != "labels.unnamed" || names.empty(); });
            for (Structure& s : found.structures) {
                applyName(s, names);
                if (values.text("state") == "confirmed") {
                    s.state = ConfirmState::Confirmed;
                    s.confirmedBy = values.text("by").empty() ? makersOf(*series) : values.text("by");
                    s.confirmedAt = now;
                }
                put(edit, known, std::move(s), c, values.boolean("replace"));
            }
        }
        if (edit.empty())
            throw Error(ErrorCode::NotFound, "No structure was found there.",
                        "Choose a segmentation, a structure set, a folder of masks or a label map of this patient.");
        if (values.boolean("replace"))
            retireProposals(edit, c);
        return edit;
    }

private:
    /// Who stands for structures that come as confirmed and nobody is named: no more is known than what they came in.
    static std::string makersOf(const SeriesFound& s)
    {
        switch (s.kind) {
        case Kind::Segmentation:
            return "the makers of the imported segmentation";
        case Kind::StructureSet:
            return "the makers of the imported structure set";
        case Kind::MaskSeries:
            return "the makers of the imported masks";
        default:
            return "the makers of the imported label map";
        }
    }

    static bool isLabels(const SeriesFound& s)
    {
        // A file without a study (NIfTI, NRRD, MetaImage) may be a label map; reading it tells.
        const bool file = s.kind == Kind::Image && s.study.studyUid.empty() && s.modality != "CT" && s.modality != "MR";
        return s.kind == Kind::Segmentation || s.kind == Kind::StructureSet || s.kind == Kind::MaskSeries || file;
    }

    static std::vector<const SeriesFound*> choose(const ScanResult& scan, std::int64_t number)
    {
        std::vector<const SeriesFound*> chosen;
        if (number >= 0) {
            if (number >= static_cast<std::int64_t>(scan.series.size()))
                throw Error(ErrorCode::NotFound, "There is no series " + toText(number) + ".",
                            "'pollux import --list' names them.");
            return {&scan.series[static_cast<size_t>(number)]};
        }
        for (const SeriesFound& s : scan.series)
            if (s.loadable && isLabels(s))
                chosen.push_back(&s);
        if (chosen.empty())
            throw Error(ErrorCode::NotFound, "The source holds no labels.",
                        "Choose a segmentation, a structure set, a folder of masks or a label map.");
        return chosen;
    }

    static void refuseOtherPatient(const Case& c, const SeriesFound& s)
    {
        // Mask images often carry the organ in place of the patient's name; only real label objects are compared.
        if (s.kind != Kind::Segmentation && s.kind != Kind::StructureSet)
            return;
        if (!c.patientKey().empty() && !s.study.patientKey.empty() && c.patientKey() != s.study.patientKey)
            throw Error(ErrorCode::BadInput, "The labels belong to another patient than the case.",
                        "Open them with their own study.");
    }

    /// Two answers to one question would both stand in a planner's way: what was imported takes the place of every
    /// proposal of the same anatomy, and portal or hepatic veins that of the proposal that does not tell them apart.
    static void retireProposals(Edit& edit, const Case& before)
    {
        std::set<std::string> imported;
        for (const auto& [id, s] : edit.puts().structures)
            imported.insert(s->anatomy);
        if (imported.count("portal_vein") || imported.count("hepatic_vein") || imported.count("venous_system"))
            imported.insert("vessel");
        imported.erase("");
        std::string names;
        for (const auto& [id, s] : before.structures)
            if (s->state == ConfirmState::Proposed && imported.count(s->anatomy) && !edit.puts().structures.count(id)) {
                edit.remove(id);
                names += (names.empty() ? "" : ", ") + s->name;
            }
        if (!names.empty())
            edit.findings.push_back(finding(Severity::Note, "labels.replaced",
                                            "Imported structures took the place of these proposals: " + names + ".",
                                            "Undo, or import with replace off, to keep both."));
    }

    static void put(Edit& edit, Case& known, Structure s, const Case& before, bool replace)
    {
        const Id wanted = slug(s.anatomy.empty() ? s.name : s.anatomy);
        Id id = wanted;
        const auto old = known.structures.find(wanted);
        const bool proposal = old != known.structures.end() && old->second->state == ConfirmState::Proposed &&
                              before.structures.count(wanted) && before.structures.at(wanted) == old->second;
        if (!(replace && proposal))
            id = known.freeId(wanted);
        known.structures[id] = std::make_shared<Structure>(s);
        edit.put(id, std::move(s));
    }
};

} // namespace

std::unique_ptr<Operation> makeImportLabels()
{
    return std::make_unique<ImportLabels>();
}

} // namespace pollux
