#include "core/base/error.h"
#include "core/dicom/dataset.h"
#include "core/dicom/labels.h"
#include "core/dicom/scan_detail.h"
#include "core/dicom/segmentation_pixels.h"
#include "core/image/filters.h"

#include <Eigen/Geometry>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace pollux {

namespace {

/// Most voxels of a grid made from frame positions alone, which a small file can place anywhere (1 GiB as bytes).
constexpr std::int64_t kMostOwnVoxels = std::int64_t(1) << 30;

struct Segment
{
    std::string label;
    std::string code; ///< SNOMED CT
    std::vector<int> frames;
};

std::string text(DcmItem& item, const DcmTagKey& tag)
{
    OFString value;
    item.findAndGetOFString(tag, value);
    return cleanLabel(std::string_view(value.c_str()));
}

std::string codeOf(DcmItem& segment)
{
    DcmItem* code = nullptr;
    if (segment.findAndGetSequenceItem(DCM_SegmentedPropertyTypeCodeSequence, code).bad() || !code)
        return {};
    const std::string scheme = text(*code, DCM_CodingSchemeDesignator);
    return scheme == "SCT" ? text(*code, DCM_CodeValue) : std::string();
}

std::map<int, Segment> segmentsOf(DcmDataset& dataset)
{
    std::map<int, Segment> segments;
    DcmSequenceOfItems* sequence = nullptr;
    if (dataset.findAndGetSequence(DCM_SegmentSequence, sequence).bad() || !sequence)
        throw Error(ErrorCode::BadInput, "The segmentation describes no segments.", "Export it again.");
    if (sequence->card() > kMostLabels)
        throw Error(ErrorCode::BadInput, "The segmentation has more than 1000 segments.", "Export fewer at a time.");
    DcmObject* next = nullptr;
    while ((next = sequence->nextInContainer(next)) != nullptr) {
        auto* item = dynamic_cast<DcmItem*>(next);
        if (!item)
            continue;
        Uint16 number = 0;
        if (item->findAndGetUint16(DCM_SegmentNumber, number).bad())
            continue;
        segments[number] = {text(*item, DCM_SegmentLabel), codeOf(*item), {}};
    }
    return segments;
}

int segmentOfGroups(DcmItem* groups)
{
    DcmItem* identification = nullptr;
    Uint16 number = 0;
    if (groups && groups->findAndGetSequenceItem(DCM_SegmentIdentificationSequence, identification).good() &&
        identification)
        identification->findAndGetUint16(DCM_ReferencedSegmentNumber, number);
    return number;
}

void assignFrames(DcmDataset& dataset, int frames, std::map<int, Segment>& segments)
{
    DcmItem* shared = nullptr;
    dataset.findAndGetSequenceItem(DCM_SharedFunctionalGroupsSequence, shared);
    const int common = segmentOfGroups(shared);
    DcmSequenceOfItems* perFrame = nullptr;
    dataset.findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, perFrame);
    DcmObject* next = nullptr; // getItem(f) walks the list from its start each time
    for (int f = 0; f < frames; ++f) {
        int number = 0;
        if (perFrame && (f == 0 || next)) {
            next = perFrame->nextInContainer(next);
            number = segmentOfGroups(dynamic_cast<DcmItem*>(next));
        }
        number = number ? number : common;
        if (const auto it = segments.find(number); it != segments.end())
            it->second.frames.push_back(f);
    }
}

/// The grid that the frames of a segmentation lie on: their own plane, and the smallest distance between two of them.
Grid ownGrid(const FileHeader& header)
{
    const FrameHeader& first = header.images.front();
    Grid grid;
    grid.direction.col(0) = first.row;
    grid.direction.col(1) = first.column;
    grid.direction.col(2) = Vec3(first.row.cross(first.column));
    grid.spacing = Vec3(first.spacingX, first.spacingY, first.thickness > 0 ? first.thickness : 1);
    std::vector<double> at;
    for (const FrameHeader& f : header.images)
        at.push_back(grid.direction.col(2).dot(f.position));
    std::vector<double> sorted = at;
    std::sort(sorted.begin(), sorted.end());
    double gap = 0;
    for (size_t n = 1; n < sorted.size(); ++n)
        if (sorted[n] - sorted[n - 1] > 0.01 && (gap == 0 || sorted[n] - sorted[n - 1] < gap))
            gap = sorted[n] - sorted[n - 1];
    if (gap > 0)
        grid.spacing.z() = gap;
    const double slices = std::floor((sorted.back() - sorted.front()) / grid.spacing.z() + 0.5) + 1;
    const double voxels = slices * header.columns * header.rows;
    if (!(slices <= 20000 && voxels <= static_cast<double>(kMostOwnVoxels)))
        throw Error(ErrorCode::BadInput, "The frames of the segmentation lie too far apart to be one volume.",
                    "Export it again.");
    grid.size = {header.columns, header.rows, static_cast<int>(slices)};
    const auto lowest = std::min_element(at.begin(), at.end()) - at.begin();
    grid.origin = header.images[static_cast<size_t>(lowest)].position;
    checkGrid(grid);
    return grid;
}

/// The grid of the image where the frames fit it, so that no voxel is interpolated; their own otherwise.
Grid gridFor(const FileHeader& header, const Grid& image)
{
    const FrameHeader& f = header.images.front();
    const bool plane =
        f.row.isApprox(image.direction.col(0), 1e-4) && f.column.isApprox(image.direction.col(1), 1e-4) &&
        std::abs(f.spacingX - image.spacing.x()) < 1e-3 && std::abs(f.spacingY - image.spacing.y()) < 1e-3 &&
        header.columns == image.size[0] && header.rows == image.size[1];
    const bool onSlices = std::all_of(header.images.begin(), header.images.end(), [&](const FrameHeader& frame) {
        const Vec3 x = image.toIndex(frame.position);
        return (x - x.array().round().matrix()).norm() < 0.05 && std::abs(x.x()) < 0.05 && std::abs(x.y()) < 0.05 &&
               x.z() > -0.5 && x.z() < image.size[2] - 0.5;
    });
    return plane && onSlices ? image : ownGrid(header);
}

Mask maskOf(const Segment& segment, SegmentationPixels& pixels, const FileHeader& header, const Grid& grid,
            const Job& job)
{
    int first = grid.size[2], last = -1;
    std::vector<int> slices;
    for (const int f : segment.frames) {
        const int k =
            static_cast<int>(std::floor(grid.toIndex(header.images[static_cast<size_t>(f)].position).z() + 0.5));
        slices.push_back(k);
        first = std::min(first, k);
        last = std::max(last, k);
    }
    first = std::max(first, 0);
    last = std::min(last, grid.size[2] - 1);
    if (last < first)
        return Mask();
    const IndexBox box{{0, 0, first}, {grid.size[0], grid.size[1], last + 1}};
    const std::int64_t plane = std::int64_t(grid.size[0]) * grid.size[1];
    std::vector<std::uint8_t> voxels(static_cast<size_t>(box.voxels()), 0);
    for (size_t n = 0; n < segment.frames.size(); ++n) {
        job.checkStop();
        if (slices[n] < first || slices[n] > last)
            continue;
        pixels.addFrame(segment.frames[n], std::span(voxels).subspan(static_cast<size_t>((slices[n] - first) * plane),
                                                                     static_cast<size_t>(plane)));
    }
    return Mask(grid, box, voxels);
}

} // namespace

LabelsFound readSegmentation(const ScanResult& scan, const SeriesFound& series, const VolumeObject& reference,
                             const Job& job)
{
    LabelsFound found;
    MaskBudget budget;
    for (const std::string& key : series.members) {
        const Source& source = *scan.detail->source;
        const Source::Member* member = source.find(key);
        const auto header =
            std::find_if(scan.detail->files.begin(), scan.detail->files.end(),
                         [&](const FileHeader& h) { return member && &source.members()[h.member] == member; });
        if (!member || header == scan.detail->files.end())
            throw Error(ErrorCode::NotFound, "The segmentation is no longer there.", "Open the study again.");
        const auto file = parseAll(source, *member);
        DcmDataset& dataset = *file->getDataset();
        dataset.convertToUTF8(); // where it fails, cleanLabel() masks what is left
        if (text(dataset, DCM_SegmentationType) == "LABELMAP")
            throw Error(ErrorCode::Unsupported, "The segmentation is of the new LABELMAP type.",
                        "Export it as a binary segmentation.");
        const bool placed = std::all_of(header->images.begin(), header->images.end(),
                                        [](const FrameHeader& f) { return f.placed && f.spaced; });
        if (header->images.empty() || !placed)
            throw Error(ErrorCode::BadInput, "The frames of the segmentation have no position.", "Export it again.");
        if (!header->frameOfReference.empty() && !reference.frameOfReference.empty() &&
            header->frameOfReference != reference.frameOfReference)
            found.findings.push_back(
                labelFinding(Severity::Warning, "labels.frame",
                             "The segmentation was made in another frame of reference than the image.",
                             "Check that its outlines fit the image."));
        std::map<int, Segment> segments = segmentsOf(dataset);
        assignFrames(dataset, static_cast<int>(header->images.size()), segments);
        SegmentationPixels pixels(source, *header, dataset);
        const Grid grid = gridFor(*header, reference.volume.grid());
        double done = 0;
        for (const auto& [number, segment] : segments) {
            const Job part = job.part(done / static_cast<double>(segments.size()), 1);
            part.progress(0, "Reading segments");
            done += 1;
            const Mask mask = maskOf(segment, pixels, *header, grid, part);
            Structure s = namedStructure(segment.label, segment.code);
            if (mask.empty()) {
                found.findings.push_back(labelFinding(Severity::Note, "labels.empty",
                                                      "Segment '" + s.name + "' is empty.", "Nothing to do."));
                continue;
            }
            s.mask = std::make_shared<Mask>(onReference(mask, reference, s.name, found.findings, part));
            budget.take(*s.mask);
            if (!s.mask->empty())
                found.structures.push_back(std::move(s));
        }
    }
    return found;
}

} // namespace pollux
