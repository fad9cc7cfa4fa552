#include "core/base/content_key.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/dicom/import.h"
#include "core/dicom/plain_file.h"
#include "core/dicom/scan_detail.h"
#include "core/dicom/series_groups.h"
#include "core/image/io/image_file.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <set>

namespace pollux {

namespace {

using Kind = SeriesFound::Kind;

enum class Read { Nothing, Header, Broken, Denied };

/// Images of all files together: what is kept of each takes about 600 bytes.
constexpr std::int64_t kMostImages = 1'000'000;

/// Reads all headers, in parallel; keeps the order of the members.
std::vector<FileHeader> readHeaders(const Source& source, const Job& job, ScanResult& result)
{
    const auto& members = source.members();
    const auto count = static_cast<std::int64_t>(members.size());
    std::vector<std::optional<FileHeader>> headers(members.size());
    std::vector<Read> outcomes(members.size(), Read::Nothing);
    std::atomic<std::int64_t> done{0};
    std::atomic<std::int64_t> images{0};
    parallelFor(0, count, 8, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t i = from; i < to; ++i) {
            const auto n = static_cast<std::size_t>(i);
            if (!isImageFileName(members[n].key)) {
                try {
                    headers[n] = readHeader(source, n);
                    outcomes[n] = headers[n] ? Read::Header : Read::Nothing;
                    if (headers[n])
                        images += static_cast<std::int64_t>(headers[n]->images.size());
                } catch (const Error& e) {
                    outcomes[n] = e.code() == ErrorCode::Io ? Read::Denied : Read::Broken;
                }
            }
            if (images > kMostImages)
                throw Error(ErrorCode::BadInput, "The source holds more than a million images.",
                            "Open the folder of one study.");
            job.progress(static_cast<double>(++done) / static_cast<double>(count), "Looking at files");
        }
    });
    std::vector<FileHeader> files;
    std::int64_t broken = 0;
    std::int64_t denied = 0;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (headers[i])
            files.push_back(std::move(*headers[i]));
        broken += outcomes[i] == Read::Broken;
        denied += outcomes[i] == Read::Denied;
        result.filesUnreadable += !isImageFileName(members[i].key) && outcomes[i] != Read::Header;
    }
    if (broken > 0)
        result.findings.push_back(
            {Severity::Warning,
             "file.damaged",
             counted(broken, "%1 DICOM file is damaged and left out.", "%1 DICOM files are damaged and left out."),
             "Copy or export the study again.",
             {},
             {},
             {}});
    if (denied > 0)
        result.findings.push_back({Severity::Warning,
                                   "file.unreadable",
                                   counted(denied, "%1 file could not be read.", "%1 files could not be read."),
                                   "Check the disk and your permissions.",
                                   {},
                                   {},
                                   {}});
    return files;
}

/// Nothing could be opened: the first warning says why.
Error nothing(const ScanResult& result)
{
    if (result.findings.empty() && result.filesSeen == 0)
        return Error(ErrorCode::BadInput, "There are no files at the chosen place.",
                     "Choose the folder or archive that holds the study.");
    const std::string text = "Nothing at the chosen place can be read as medical images.";
    const std::string advice = "Choose a folder or archive with DICOM, NIfTI, NRRD or MetaImage files.";
    if (result.findings.empty())
        return Error(ErrorCode::BadInput, text, advice);
    const Finding& f = result.findings.front();
    if (f.severity == Severity::Note)
        return Error(ErrorCode::BadInput, text + " " + f.text, advice + " " + f.advice);
    const bool denied = f.code == "source.permission" || f.code == "file.unreadable";
    return Error(denied ? ErrorCode::Io : ErrorCode::BadInput, f.text, f.advice);
}

std::string stemOf(const std::string& key)
{
    std::string name = std::filesystem::path(key).filename().string();
    for (const char* ending : {".gz", ".nii", ".nrrd", ".nhdr", ".mha", ".mhd", ".hdr"})
        if (lowered(name).ends_with(ending))
            name.resize(name.size() - std::string_view(ending).size());
    return name;
}

bool namedLikeLabels(const std::string& name)
{
    const std::string low = lowered(name);
    for (const char* word : {"label", "mask", "seg"})
        if (low.find(word) != std::string::npos)
            return true;
    return false;
}

bool maybeLabels(const SeriesFound& s)
{
    return std::any_of(s.gate.begin(), s.gate.end(), [](const Finding& f) { return f.code == "labels.possible"; });
}

/// Of two files; only one of them could be unpacked.
bool isHalfOfAnImage(const std::string& key)
{
    const std::string low = lowered(key);
    return low.ends_with(".hdr") || low.ends_with(".nhdr") || low.ends_with(".mhd");
}

std::string_view codeOf(const Error& e)
{
    switch (e.code()) {
    case ErrorCode::BadInput:
        return "file.damaged";
    case ErrorCode::Unsupported:
        return "file.unsupported";
    default:
        return "file.unreadable";
    }
}

/// One entry for each time point, or one that says why there is none.
std::vector<FoundWithDetail> lookAtImageFile(const Source& source, const Source::Member& member, const Job& job)
{
    std::vector<FoundWithDetail> out;
    FoundWithDetail base;
    SeriesFound& s = base.found;
    s.kind = Kind::Image;
    s.description = stemOf(member.key);
    s.study.name = "Image file";
    s.study.source = source.kind();
    s.files = 1;
    s.members = {member.key};
    s.group = Source::folderOf(member);
    s.modality = "OT";
    if (member.archive >= 0 && isHalfOfAnImage(member.key)) {
        s.gate.push_back({Severity::Stop,
                          "file.in-archive",
                          "An image whose header and voxels are two files cannot be read inside a zip archive.",
                          "Unpack the archive and open the folder.",
                          {},
                          {},
                          {}});
        out.push_back(std::move(base));
        return out;
    }
    try {
        const PlainFile file(source, member, PlainFile::Part::Header, job);
        const ImageFileInfo info = probeImageFile(file.path(), job);
        s.transferSyntax = info.format;
        s.grid = info.grid;
        s.frames = info.grid.size[2];
        s.loadable = true;
        base.detail.imageFile = member.key;
        s.gate.push_back({Severity::Note,
                          "identity.none",
                          info.format + " files name no patient and no modality.",
                          "Make sure that the file belongs to this patient.",
                          {},
                          {},
                          {}});
        if (!info.placed)
            s.gate.push_back({Severity::Warning,
                              "orientation.assumed",
                              "The file does not say how the image lies in the patient.",
                              "Do not rely on left and right before you have checked them.",
                              {},
                              {},
                              {}});
        if (info.skewed)
            s.gate.push_back({Severity::Warning,
                              "geometry.skewed",
                              "The axes of the file were not at right angles; they were straightened.",
                              "Check positions against the source.",
                              {},
                              {},
                              {}});
        if ((info.grid.spacing - Vec3::Ones()).norm() == 0 && info.grid.size[2] < 64 && info.grid.size[0] >= 128)
            s.gate.push_back({Severity::Warning,
                              "geometry.spacing-doubtful",
                              "All voxels are said to be 1 mm, with few slices: a lost geometry looks like this.",
                              "Compare lengths with the source before you measure.",
                              {},
                              {},
                              {}});
        if (info.integral && (info.type == VoxelType::UInt8 || namedLikeLabels(s.description)))
            s.gate.push_back({Severity::Note,
                              "labels.possible",
                              "The file may hold labels rather than an image.",
                              "Import it as labels if it is a segmentation.",
                              {},
                              {},
                              {}});
        for (int t = 0; t < info.timePoints; ++t) {
            FoundWithDetail one = base;
            one.detail.timePoint = t;
            if (info.timePoints > 1)
                one.found.phase =
                    "volume " + toText(std::int64_t(t + 1)) + " of " + toText(std::int64_t(info.timePoints));
            out.push_back(std::move(one));
        }
    } catch (const Error& e) {
        if (e.code() == ErrorCode::Cancelled)
            throw;
        s.gate.push_back({Severity::Stop, std::string(codeOf(e)), e.message(), e.advice(), {}, {}, {}});
        out.push_back(std::move(base));
    }
    return out;
}

/// In parallel, as each is a process of its own to start; in the order of the members.
void addImageFiles(const Source& source, const Job& job, ScanResult& result, std::vector<FoundWithDetail>& out)
{
    std::vector<const Source::Member*> members;
    for (const Source::Member& member : source.members())
        if (isImageFileName(member.key))
            members.push_back(&member);
    std::vector<std::vector<FoundWithDetail>> found(members.size());
    parallelFor(0, static_cast<std::int64_t>(members.size()), 1, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t i = from; i < to; ++i) {
            const auto n = static_cast<std::size_t>(i);
            found[n] = lookAtImageFile(source, *members[n], job);
        }
    });
    for (std::vector<FoundWithDetail>& one : found) {
        result.filesUnreadable += !one.front().found.loadable;
        std::move(one.begin(), one.end(), std::back_inserter(out));
    }
}

/// Rank of a series in the list: what one would plan on first.
int rank(const SeriesFound& s)
{
    const bool volume = s.kind == Kind::Image && s.loadable;
    if (volume && (s.modality == "CT" || s.modality == "MR") && s.frames >= 3)
        return 0;
    if (volume)
        return s.frames >= 3 && !maybeLabels(s) ? 1 : 2;
    switch (s.kind) {
    case Kind::Segmentation:
        return 3;
    case Kind::StructureSet:
        return 4;
    case Kind::MaskSeries:
        return 5;
    case Kind::Image:
        return 6;
    case Kind::Other:
        break;
    }
    return 7;
}

void findMixedPatients(ScanResult& result)
{
    std::set<std::string> keys;
    for (const SeriesFound& s : result.series)
        if (s.kind != Kind::MaskSeries && !s.study.patientKey.empty()) // mask files often carry the organ as a name
            keys.insert(s.study.patientKey);
    if (keys.size() > 1)
        result.findings.push_back({Severity::Stop,
                                   "patient.mixed",
                                   "The source holds " + toText(std::int64_t(keys.size())) + " different patients.",
                                   "Import the series of one patient only; a case holds one patient.",
                                   {},
                                   {},
                                   {}});
}

} // namespace

std::string patientKeyOf(const std::string& patientId, const std::string& patientName)
{
    const std::string text = lowered(trimmed(patientId)) + lowered(trimmed(patientName));
    return text.empty() ? std::string() : contentKey(std::as_bytes(std::span(text))).hex().substr(0, 12);
}

const Finding* refusalOf(const SeriesFound& s)
{
    const auto it =
        std::find_if(s.gate.rbegin(), s.gate.rend(), [](const Finding& f) { return f.severity == Severity::Stop; });
    return s.loadable || it == s.gate.rend() ? nullptr : &*it;
}

std::string shownName(const SeriesFound& s)
{
    std::string name = s.description;
    if (name.empty() && s.kind == Kind::MaskSeries)
        name = s.group.substr(s.group.rfind('/') + 1);
    if (name.empty())
        name = s.modality.empty() ? std::string("Image") : s.modality;
    return s.phase.empty() ? name : name + " (" + s.phase + ")";
}

ScanResult scanSource(const std::filesystem::path& path, const Job& job)
{
    ScanResult result;
    result.source = path;
    auto detail = std::make_shared<ScanDetail>();
    detail->source = Source::open(path, job.part(0, 0.1));
    result.findings = detail->source->findings();
    result.filesSeen = static_cast<int>(detail->source->members().size());
    if (result.filesSeen == 0)
        throw nothing(result);
    detail->files = readHeaders(*detail->source, job.part(0.1, 0.9), result);
    std::vector<FoundWithDetail> all = groupSeries(*detail->source, detail->files, job);
    addImageFiles(*detail->source, job, result, all);
    if (all.empty())
        throw nothing(result);
    std::stable_sort(all.begin(), all.end(), [](const FoundWithDetail& a, const FoundWithDetail& b) {
        const int ra = rank(a.found);
        const int rb = rank(b.found);
        if (ra != rb)
            return ra < rb;
        // Phases of one series stay in their order; otherwise most slices first.
        if (a.found.frames != b.found.frames)
            return a.found.frames > b.found.frames;
        return false;
    });
    for (FoundWithDetail& f : all) {
        f.found.index = static_cast<int>(result.series.size());
        result.series.push_back(std::move(f.found));
        detail->series.push_back(std::move(f.detail));
    }
    findMixedPatients(result);
    result.detail = std::move(detail);
    job.progress(1.0);
    return result;
}

} // namespace pollux
