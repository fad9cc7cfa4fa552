#include "core/dicom/series_groups.h"

#include "core/base/content_key.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/dicom/dataset.h"
#include "core/dicom/frame_reader.h"

#include <algorithm>
#include <map>
#include <set>

namespace pollux {

namespace {

using Kind = SeriesFound::Kind;

constexpr const char* kSegmentation = "1.2.840.10008.5.1.4.1.1.66.4";
constexpr const char* kLabelMapSegmentation = "1.2.840.10008.5.1.4.1.1.66.7";
constexpr const char* kStructureSet = "1.2.840.10008.5.1.4.1.1.481.3";
constexpr const char* kDose = "1.2.840.10008.5.1.4.1.1.481.2";
constexpr const char* kDirectory = "1.2.840.10008.1.3.10";
/// From this many files on, one image a series is taken for a series whose UIDs were rewritten one by one.
constexpr int kLoneImages = 5;

Finding finding(Severity severity, std::string code, std::string text, std::string advice)
{
    return {severity, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

std::string groupOf(const Source& source, const FileHeader& h)
{
    std::string folder = Source::folderOf(source.members()[h.member]);
    if (folder.empty())
        folder = source.path().stem().string();
    return folder;
}

Kind kindOf(const FileHeader& h)
{
    if (h.sopClass == kSegmentation || h.sopClass == kLabelMapSegmentation || h.modality == "SEG")
        return Kind::Segmentation;
    if (h.sopClass == kStructureSet || h.modality == "RTSTRUCT")
        return Kind::StructureSet;
    return h.images.empty() ? Kind::Other : Kind::Image;
}

/// Masks stored as pictures (one folder an organ) are 8-bit images of a modality that never has 8 bits.
bool maybeMask(const FileHeader& h)
{
    return h.samples == 1 && h.bitsAllocated == 8 && (h.modality == "CT" || h.modality == "MR" || h.modality == "PT") &&
           h.frames == 1;
}

void describe(SeriesFound& s, const Source& source, const FileHeader& h)
{
    s.study.patientName = h.patientName;
    s.study.patientId = h.patientId;
    s.study.patientKey = patientKeyOf(h.patientId, h.patientName);
    s.study.birthDate = h.birthDate;
    s.study.sex = h.sex == "M" || h.sex == "F" || h.sex == "O" ? h.sex : "";
    s.study.studyUid = h.studyUid;
    s.study.studyDate = h.studyDate;
    s.study.description = h.studyDescription;
    s.study.source = source.kind();
    s.study.name = !h.studyDescription.empty() ? h.studyDescription
                   : h.studyDate.empty()       ? h.modality + " study"
                                               : h.modality + " " + h.studyDate;
    s.seriesUid = h.seriesUid;
    s.modality = h.modality;
    s.description = h.seriesDescription;
    s.transferSyntax = transferSyntaxName(h.transferSyntax);
    s.group = groupOf(source, h);
    if (h.badText)
        s.gate.push_back(
            finding(Severity::Note, "text.charset",
                    "Names hold characters that the stated character set does not allow; they are shown as '?'.",
                    "Compare the patient's name with the source."));
}

std::string rounded(double v)
{
    return toText(v, 4);
}

std::string seriesKey(const Source& source, const FileHeader& h, const std::set<std::string>& rewritten)
{
    const std::string folder = groupOf(source, h);
    std::string key;
    if (h.seriesUid.empty() || rewritten.contains(folder))
        key = "folder " + folder;
    else
        key = h.seriesUid + (maybeMask(h) ? " " + folder : std::string());
    const FrameHeader& f = h.images.front();
    // Another patient, class, size or spacing is another series, whatever its UID says.
    return key + "|" + patientKeyOf(h.patientId, h.patientName) + "|" + h.sopClass + "|" + h.modality + "|" +
           toText(std::int64_t(h.rows)) + "|" + toText(std::int64_t(h.columns)) + "|" +
           toText(std::int64_t(h.samples)) + "|" + toText(std::int64_t(h.bitsAllocated)) + "|" + rounded(f.spacingX) +
           "|" + rounded(f.spacingY) + "|" + h.frameOfReference +
           (f.placed   ? ""
            : h.mosaic ? "|mosaic"
                       : "|unplaced " + h.sopInstance);
}

/// Folders whose images were each given a series UID of their own (some anonymisers do).
std::set<std::string> foldersWithRewrittenUids(const Source& source, const std::vector<FileHeader>& files)
{
    std::map<std::string, int> perUid;
    for (const FileHeader& h : files)
        ++perUid[h.seriesUid];
    std::map<std::string, std::pair<int, int>> folders; // lone images, all images
    for (const FileHeader& h : files) {
        if (kindOf(h) != Kind::Image)
            continue;
        auto& [lone, all] = folders[groupOf(source, h)];
        lone += h.frames == 1 && h.images.front().placed && perUid[h.seriesUid] == 1;
        ++all;
    }
    std::set<std::string> out;
    for (const auto& [folder, counts] : folders)
        if (counts.first >= kLoneImages && counts.first == counts.second)
            out.insert(folder);
    return out;
}

/// Why these images cannot be loaded, if they cannot.
std::optional<Finding> refusal(const FileHeader& h, std::int64_t frames)
{
    const auto stop = [](std::string code, std::string text, std::string advice) {
        return finding(Severity::Stop, std::move(code), std::move(text), std::move(advice));
    };
    if (!canDecode(h.transferSyntax))
        return stop("syntax.unsupported",
                    "The images are compressed as " + transferSyntaxName(h.transferSyntax) +
                        ", which cannot be read here.",
                    "Export the study uncompressed, or as JPEG 2000 or JPEG lossless.");
    if (h.samples > 1 || h.photometric.starts_with("YBR") || h.photometric == "RGB")
        return stop("values.colour", "These are colour images; they hold no measured values.",
                    "Choose the grey-scale series.");
    if (h.photometric.starts_with("PALETTE"))
        return stop("values.colour", "These are images with a colour palette; they hold no measured values.",
                    "Choose the grey-scale series.");
    if (h.sopClass == kDose || h.modality == "RTDOSE")
        return stop("object.dose", "A dose distribution cannot be opened as an image.",
                    "Open the CT that it belongs to.");
    if (h.mosaic)
        return stop("layout.mosaic", "Each image is a mosaic of many slices, which is not supported.",
                    "Export it as one slice an image, or convert it to NIfTI.");
    if (h.coding == PixelCoding::Integer && h.bitsAllocated != 8 && h.bitsAllocated != 16 && h.bitsAllocated != 32)
        return stop("values.bits",
                    "Images with " + toText(std::int64_t(h.bitsAllocated)) + " bits a pixel are not supported.",
                    "Export the study with 16 bits a pixel.");
    if (!h.images.front().placed && frames > 1)
        return stop(
            "geometry.unplaced",
            "The images have no position in the patient (a film loop, projections or pictures); they make no volume.",
            "Choose a series of slices (CT, MR).");
    return std::nullopt;
}

/// All values of a few slices are 0, 1 or 255?
bool maskValues(const Source& source, const std::vector<FileHeader>& files, const std::vector<ImageRef>& images)
{
    try {
        for (const std::size_t i : {std::size_t(0), images.size() / 2, images.size() - 1}) {
            const FileHeader& h = files[static_cast<std::size_t>(images[i].file)];
            FrameReader reader(source, h);
            for (const std::byte b : reader.frame(images[i].frame))
                if (b != std::byte{0} && b != std::byte{1} && b != std::byte{255})
                    return false;
        }
        return true;
    } catch (const Error&) {
        return false;
    }
}

class Grouper
{
public:
    Grouper(const Source& source, const std::vector<FileHeader>& files) : m_source(source), m_files(files) {}

    std::vector<FoundWithDetail> run(const Job& job)
    {
        const auto rewritten = foldersWithRewrittenUids(m_source, m_files);
        std::map<std::string, std::vector<int>> images;
        std::map<std::string, std::vector<int>> others;
        for (int i = 0; i < static_cast<int>(m_files.size()); ++i) {
            const FileHeader& h = file(i);
            if (h.sopClass == kDirectory)
                continue;
            const Kind kind = kindOf(h);
            if (kind == Kind::Image)
                images[seriesKey(m_source, h, rewritten)].push_back(i);
            else if (kind == Kind::Other)
                others[h.seriesUid + "|" + h.sopClass].push_back(i);
            else
                addLabels(i, kind);
        }
        for (const auto& [key, members] : images) {
            job.checkStop();
            addImages(members, rewritten.contains(groupOf(m_source, file(members.front()))));
        }
        for (const auto& [key, members] : others)
            addOther(members);
        return std::move(m_out);
    }

private:
    const FileHeader& file(int i) const { return m_files[static_cast<std::size_t>(i)]; }
    const std::string& keyOf(int i) const { return m_source.members()[file(i).member].key; }

    void addLabels(int i, Kind kind)
    {
        FoundWithDetail f;
        describe(f.found, m_source, file(i));
        f.found.kind = kind;
        f.found.files = 1;
        f.found.frames = kind == Kind::Segmentation ? static_cast<int>(file(i).frames) : 0;
        f.found.members = {keyOf(i)};
        f.found.loadable = true;
        if (kind == Kind::Segmentation && !canDecode(file(i).transferSyntax)) {
            f.found.loadable = false;
            f.found.gate.push_back(finding(Severity::Stop, "syntax.unsupported",
                                           "The segmentation is compressed as " +
                                               transferSyntaxName(file(i).transferSyntax) +
                                               ", which cannot be read here.",
                                           "Export it uncompressed."));
        } else if (file(i).truncated) {
            f.found.loadable = false;
            f.found.gate.push_back(finding(Severity::Stop, "file.truncated",
                                           "The segmentation ends before its last pixel.", "Copy or export it again."));
        }
        m_out.push_back(std::move(f));
    }

    void addOther(const std::vector<int>& members)
    {
        FoundWithDetail f;
        describe(f.found, m_source, file(members.front()));
        f.found.files = static_cast<int>(members.size());
        for (const int i : members)
            f.found.members.push_back(keyOf(i));
        f.found.gate.push_back(finding(
            Severity::Stop, "object.no-image",
            "This is no image (" + (f.found.modality.empty() ? std::string(term("unknown object")) : f.found.modality) + ").",
            "Choose a series of images."));
        m_out.push_back(std::move(f));
    }

    void addImages(std::vector<int> members, bool rewritten)
    {
        const FileHeader& first = file(members.front());
        FoundWithDetail base;
        describe(base.found, m_source, first);
        base.found.kind = Kind::Image;
        commonFindings(base.found, first, rewritten);

        const auto cut = static_cast<std::int64_t>(
            std::count_if(members.begin(), members.end(), [&](int i) { return file(i).truncated; }));
        if (cut > 0) {
            const bool all = cut == static_cast<std::int64_t>(members.size());
            base.found.gate.push_back(
                finding(all ? Severity::Stop : Severity::Warning, "file.truncated",
                        all ? counted(cut, "%1 file ends before the last pixel.", "%1 files end before the last pixel.")
                            : counted(cut,
                                      "%1 file ends before the last pixel; such slices were "
                                      "left out.",
                                      "%1 files end before the last pixel; such slices were "
                                      "left out."),
                        "Copy or export the study again."));
            if (all) {
                refuse(std::move(base), members);
                return;
            }
            std::erase_if(members, [&](int i) { return file(i).truncated; });
        }
        std::int64_t frames = 0;
        std::size_t images = 0;
        for (const int i : members) {
            frames += file(i).frames;
            images += file(i).images.size();
        }
        for (const int i : members) {
            // One compressed file among native ones decides for all: half a stack is no stack.
            if (auto why = refusal(file(i), frames)) {
                base.found.gate.push_back(std::move(*why));
                refuse(std::move(base), members);
                return;
            }
        }
        if (images == 0)
            return;
        stack(base, members, images);
    }

    static void commonFindings(SeriesFound& s, const FileHeader& h, bool rewritten)
    {
        const FrameHeader& f = h.images.front();
        if (rewritten)
            s.gate.push_back(
                finding(Severity::Warning, "series.uids",
                        "Every image names a series of its own; they were joined by folder and geometry.",
                        "Check that all slices belong together, or ask for an export that keeps the identifiers."));
        if (!f.placed)
            s.gate.push_back(finding(Severity::Warning, "orientation.assumed",
                                     "The image does not say how it lies in the patient; it was placed at the origin.",
                                     "Do not rely on left, right or positions."));
        if (!f.spaced)
            s.gate.push_back(finding(Severity::Stop, "geometry.pixel-spacing",
                                     "The image does not say the size of its pixels; 1 mm was assumed.",
                                     "Do not measure in it."));
        else if (h.imagerSpacing)
            s.gate.push_back(finding(Severity::Warning, "geometry.pixel-spacing",
                                     "The size of the pixels is that at the detector, not in the patient.",
                                     "Calibrate before you measure."));
        if (h.lossy)
            s.gate.push_back(finding(Severity::Note, "values.lossy",
                                     "The images were compressed with loss at some time.",
                                     "Small differences of values may come from that."));
        if (h.photometric == "MONOCHROME1")
            s.gate.push_back(finding(Severity::Note, "values.inverted",
                                     "High values are meant to be shown dark in this series.",
                                     "Values are kept as they are."));
    }

    void refuse(FoundWithDetail f, const std::vector<int>& members)
    {
        f.found.files = static_cast<int>(members.size());
        for (const int i : members) {
            f.found.frames += static_cast<int>(file(i).frames);
            f.found.members.push_back(keyOf(i));
        }
        f.found.loadable = false;
        m_out.push_back(std::move(f));
    }

    void stack(const FoundWithDetail& base, const std::vector<int>& members, std::size_t images)
    {
        StackInput input;
        std::vector<ImageRef> refs;
        input.rows = file(members.front()).rows;
        input.columns = file(members.front()).columns;
        input.images.reserve(images);
        for (const int i : members)
            for (const FrameHeader& f : file(i).images) {
                input.images.push_back(&f);
                input.instances.push_back(
                    file(i).sopInstance.empty() ? "" : file(i).sopInstance + "/" + toText(std::int64_t(f.frame)));
                refs.push_back({i, f.frame});
            }
        std::map<int, ContentKey> known;
        input.pixels = [&](int image) {
            const auto [it, added] = known.try_emplace(image);
            if (added) {
                try {
                    const ImageRef ref = refs[static_cast<std::size_t>(image)];
                    FrameReader reader(m_source, file(ref.file));
                    it->second = contentKey(reader.frame(ref.frame));
                } catch (const Error&) {
                    // An unreadable image equals no other; loading it will say what is wrong.
                }
            }
            return it->second;
        };
        for (Stack& s : buildStacks(input)) {
            FoundWithDetail f = base;
            f.found.phase = s.phase;
            f.found.gate.insert(f.found.gate.end(), s.gate.begin(), s.gate.end());
            f.found.loadable = s.loadable;
            f.found.grid = s.grid;
            f.found.frames = static_cast<int>(s.images.size());
            for (const int image : s.images) {
                const ImageRef ref = refs[static_cast<std::size_t>(image)];
                f.detail.images.push_back(ref);
                if (f.found.members.empty() || f.found.members.back() != keyOf(ref.file))
                    f.found.members.push_back(keyOf(ref.file));
            }
            f.found.files =
                static_cast<int>(std::set<std::string>(f.found.members.begin(), f.found.members.end()).size());
            if (f.found.loadable && maybeMask(file(members.front())) && maskValues(m_source, m_files, f.detail.images))
                f.found.kind = Kind::MaskSeries;
            f.detail.stack = std::move(s);
            m_out.push_back(std::move(f));
        }
    }

    const Source& m_source;
    const std::vector<FileHeader>& m_files;
    std::vector<FoundWithDetail> m_out;
};

} // namespace

std::vector<FoundWithDetail> groupSeries(const Source& source, const std::vector<FileHeader>& files, const Job& job)
{
    return Grouper(source, files).run(job);
}

} // namespace pollux
