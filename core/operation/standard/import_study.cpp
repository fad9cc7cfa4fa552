#include "core/operation/standard/import_study.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/dicom/import.h"

#include <filesystem>
#include <set>

namespace pollux {

namespace {

Finding stop(std::string code, std::string text, std::string advice)
{
    return {Severity::Stop, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

class ImportStudy final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"import.study",
                1,
                "Import study",
                "Reads an image series from a folder, zip archive or file into the case.",
                "Reads DICOM (CT, MR and others; native, JPEG, JPEG-LS, JPEG 2000, RLE), NIfTI, NRRD and MetaImage. A "
                "zip archive "
                "is read as it is.\n\nSlices are sorted by their position along the normal of the image plane, never "
                "by number. "
                "Rescale is applied slice by slice. Missing slices are interpolated, uneven spacing and gantry tilt "
                "are resampled "
                "to an upright, even grid; each is named in the findings of the volume. CT values below -1024 HU "
                "become -1024.\n\n"
                "Limits: colour images, film loops, mosaics and High-Throughput JPEG 2000 are refused with a reason. A "
                "case holds "
                "one patient: a series of another one is refused.",
                "Import"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(sourceParam("Folder, zip archive, DICOMDIR or file."));
        list.add(intParam("series", "Series", -1, -1, 1'000'000,
                          "Number in the list of the scan; -1 takes the best candidate."));
        Param name = textParam("name", "Name", "", "Name of the volume; empty takes the series description.");
        name.optional = true;
        list.add(name);
        Param modality = choiceParam(
            "modality", "Modality", {"as-stated", "CT", "MR"},
            "For files that do not say it (NIfTI, NRRD, MetaImage): what the image is. CT means Hounsfield units.");
        modality.defaultValue = std::string("as-stated");
        modality.advanced = true;
        list.add(modality);
        return list;
    }

    Findings check(const Case&, const ParamValues& values) const override { return checkSource(values.text("path")); }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const ScanResult scan = scanSource(values.text("path"), job.part(0, 0.3));
        const std::string patient = c.patientKey();
        const SeriesFound& series = choose(scan, values.integer("series"), patient);
        const std::string& other = series.study.patientKey;
        if (!patient.empty() && !other.empty() && patient != other)
            throw Error(ErrorCode::BadInput, "The series belongs to another patient than the case.",
                        "Open it in a case of its own, or check that the right study was chosen.");
        VolumeObject volume = loadSeries(scan, series, job.part(0.3, 1.0));
        applyModality(volume, values.text("modality"));
        if (!values.text("name").empty())
            volume.name = values.text("name");

        Edit edit;
        edit.findings = volume.gate;
        for (const Finding& f : scan.findings) {
            Finding own = f;
            // One series was chosen, so the other patients in the source are no obstacle any more.
            if (own.code == "patient.mixed")
                own.severity = Severity::Warning;
            edit.findings.push_back(own);
        }
        if (const auto known = sameStudy(c, series.study)) {
            volume.study = *known;
            edit.alsoRead.push_back(*known);
        } else {
            Study study = series.study;
            study.gate = scan.findings;
            volume.study = c.freeId(Id("study"));
            edit.put(volume.study, std::move(study));
        }
        const Id wanted = volume.modality.empty() || volume.modality == "OT" ? Id("image") : slug(volume.modality);
        edit.put(c.freeId(wanted), std::move(volume));
        return edit;
    }

private:
    static ErrorCode codeOf(const Finding& refusal)
    {
        return refusal.code == "file.damaged" || refusal.code == "file.truncated" ? ErrorCode::BadInput
               : refusal.code == "file.unreadable"                                ? ErrorCode::Io
                                                                                  : ErrorCode::Unsupported;
    }

    /// The best candidate where no number is given; never a guess between patients.
    static const SeriesFound& choose(const ScanResult& scan, std::int64_t number, const std::string& patient)
    {
        if (number < 0) {
            const SeriesFound* best = nullptr;
            const SeriesFound* ofPatient = nullptr;
            std::set<std::string> patients;
            for (const SeriesFound& s : scan.series)
                if (s.kind == SeriesFound::Kind::Image && s.loadable) {
                    best = best ? best : &s;
                    ofPatient = ofPatient || s.study.patientKey != patient ? ofPatient : &s;
                    if (!s.study.patientKey.empty())
                        patients.insert(s.study.patientKey);
                }
            if (patients.size() > 1 && !patient.empty() && ofPatient)
                return *ofPatient;
            if (patients.size() > 1)
                throw Error(ErrorCode::BadInput,
                            "The source holds images of " + toText(std::int64_t(patients.size())) +
                                " different patients; a case holds one.",
                            "Open the folder of one patient, or choose a series by its number ('pollux import --list' "
                            "names them).");
            if (best)
                return *best;
            for (const SeriesFound& s : scan.series)
                if (const Finding* why = refusalOf(s))
                    throw Error(codeOf(*why), "No series can be loaded. " + why->text, why->advice);
            throw Error(ErrorCode::NotFound, "The source holds no image series.", "Choose the folder with the images.");
        }
        if (number >= static_cast<std::int64_t>(scan.series.size()))
            throw Error(ErrorCode::NotFound,
                        "There is no series " + toText(number) + "; the source holds " +
                            toText(std::int64_t(scan.series.size())) + ".",
                        "Choose a number from the list of the scan.");
        return scan.series[static_cast<std::size_t>(number)];
    }

    static std::optional<Id> sameStudy(const Case& c, const Study& study)
    {
        if (study.studyUid.empty())
            return std::nullopt;
        for (const auto& [id, known] : c.studies)
            if (known->studyUid == study.studyUid && known->patientKey == study.patientKey)
                return id;
        return std::nullopt;
    }

    static void applyModality(VolumeObject& volume, const std::string& stated)
    {
        if (stated == "as-stated" || volume.modality == stated)
            return;
        if (volume.modality != "OT" && !volume.modality.empty())
            throw Error(ErrorCode::BadInput, "The series says that it is " + volume.modality + ", not " + stated + ".",
                        "Leave the modality as stated.");
        volume.modality = stated;
        if (stated == "CT") {
            volume.unit = "HU";
            volume.windowCentre = 40;
            volume.windowWidth = 400;
            volume.gate.push_back({Severity::Warning,
                                   "values.assumed",
                                   "The file does not state Hounsfield units; they were assumed as you said.",
                                   "Check air (-1000) and fluid (0) before you measure.",
                                   {},
                                   {},
                                   {}});
        }
    }
};

} // namespace

Param sourceParam(std::string help)
{
    Param path;
    path.key = "path";
    path.label = "Source";
    path.help = std::move(help);
    path.type = ParamType::Path;
    path.defaultValue = std::string();
    return path;
}

Findings checkSource(const std::string& path)
{
    const std::string advice = "Choose a folder, a zip archive or a file.";
    if (path.empty())
        return {stop("import.path", "No source is chosen.", advice)};
    std::error_code ec;
    if (std::filesystem::exists(path, ec))
        return {};
    if (ec)
        return {stop("import.path", "The chosen place cannot be reached (" + ec.message() + ").",
                     "Check the name, and that you may open every folder on the way to it.")};
    return {stop("import.path", "There is nothing at the chosen place.", advice)};
}

std::unique_ptr<Operation> makeImportStudy()
{
    return std::make_unique<ImportStudy>();
}

} // namespace pollux
