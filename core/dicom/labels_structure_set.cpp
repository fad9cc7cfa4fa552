#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/dicom/dataset.h"
#include "core/dicom/labels.h"
#include "core/dicom/scan_detail.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace pollux {

namespace {

using Polygon = std::vector<Vec3>; ///< in index coordinates of the image

constexpr std::size_t kMostPoints = 20'000'000;
constexpr std::size_t kMostPointsOfOne = 1'000'000;
/// In voxels: farther out, no contour belongs to the image, and whole numbers would overflow.
constexpr double kFarthest = 1e6;
/// In voxels: contours within this height of each other lie in one plane.
constexpr double kOnePlane = 0.01;

std::string text(DcmItem& item, const DcmTagKey& tag)
{
    OFString value;
    item.findAndGetOFString(tag, value);
    return cleanLabel(std::string_view(value.c_str()));
}

std::vector<DcmItem*> itemsOf(DcmItem& item, const DcmTagKey& tag)
{
    std::vector<DcmItem*> items;
    DcmSequenceOfItems* sequence = nullptr;
    if (item.findAndGetSequence(tag, sequence).good() && sequence)
        for (DcmObject* next = sequence->nextInContainer(nullptr); next; next = sequence->nextInContainer(next))
            if (auto* one = dynamic_cast<DcmItem*>(next)) // getItem(n) walks the list from its start each time
                items.push_back(one);
    return items;
}

/// Reads "x\y\z\x\y\z..."; empty if it is damaged.
Polygon pointsOf(DcmItem& contour, const Grid& grid, std::size_t& total)
{
    OFString all;
    contour.findAndGetOFStringArray(DCM_ContourData, all);
    Polygon polygon;
    std::string_view rest(all.c_str(), all.length());
    double xyz[3];
    int have = 0;
    while (!rest.empty()) {
        const auto end = rest.find('\\');
        const auto value = parseDouble(rest.substr(0, end));
        if (!value)
            return {};
        xyz[have++] = *value;
        if (have == 3) {
            const Vec3 at = grid.toIndex(Vec3(xyz[0], xyz[1], xyz[2]));
            if (!(at.cwiseAbs().maxCoeff() < kFarthest) || polygon.size() >= kMostPointsOfOne)
                return {};
            polygon.push_back(at);
            have = 0;
            if (++total > kMostPoints)
                throw Error(ErrorCode::BadInput, "The structure set has more points than can be sensible.",
                            "Export it again.");
        }
        if (end == std::string_view::npos)
            break;
        rest.remove_prefix(end + 1);
    }
    return have == 0 ? polygon : Polygon{};
}

/// Flips what lies inside the polygon, so that a second one inside it cuts a hole (even-odd). Voxel centres lie at
/// whole indices: a centre is inside if a ray to the left crosses the polygon an odd number of times.
void fillEvenOdd(const Polygon& polygon, int columns, int rows, std::uint8_t* slice, const Job& job)
{
    double low = 1e9, high = -1e9;
    for (const Vec3& p : polygon) {
        low = std::min(low, p.y());
        high = std::max(high, p.y());
    }
    std::vector<double> crossings;
    for (int j = std::max(0, static_cast<int>(std::ceil(low)));
         j <= std::min(rows - 1, static_cast<int>(std::floor(high))); ++j) {
        job.checkStop();
        crossings.clear();
        for (size_t n = 0; n < polygon.size(); ++n) {
            const Vec3& a = polygon[n];
            const Vec3& b = polygon[(n + 1) % polygon.size()];
            if ((a.y() <= j) != (b.y() <= j))
                crossings.push_back(a.x() + (j - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
        }
        std::sort(crossings.begin(), crossings.end());
        for (size_t n = 0; n + 1 < crossings.size(); n += 2) {
            const int from = std::max(0, static_cast<int>(std::ceil(crossings[n])));
            const int to = std::min(columns - 1, static_cast<int>(std::ceil(crossings[n + 1])) - 1);
            for (int i = from; i <= to; ++i)
                slice[std::int64_t(j) * columns + i] ^= 1;
        }
    }
}

struct Contour
{
    double height = 0; ///< slice index, fractional
    Polygon polygon;
};

struct Roi
{
    std::string name;
    std::map<int, std::vector<Contour>> bySlice;
    std::string frameOfReference;
    int open = 0;    ///< points, lines: no area
    int outside = 0; ///< beyond the image
    int slanted = 0; ///< not in a slice of the image
    int damaged = 0;
};

void collect(DcmItem& item, const Grid& grid, Roi& roi, std::size_t& total, const Job& job)
{
    for (DcmItem* contour : itemsOf(item, DCM_ContourSequence)) {
        job.checkStop();
        const std::string type = text(*contour, DCM_ContourGeometricType);
        if (type != "CLOSED_PLANAR" && type != "CLOSEDPLANAR_XOR") {
            ++roi.open;
            continue;
        }
        Polygon polygon = pointsOf(*contour, grid, total);
        if (polygon.size() < 3) {
            ++roi.damaged;
            continue;
        }
        const auto [low, high] = std::minmax_element(polygon.begin(), polygon.end(),
                                                     [](const Vec3& a, const Vec3& b) { return a.z() < b.z(); });
        if (high->z() - low->z() > 0.5) {
            ++roi.slanted;
            continue;
        }
        const double middle = 0.5 * (low->z() + high->z());
        const int k = static_cast<int>(std::floor(middle + 0.5));
        if (k < 0 || k >= grid.size[2]) {
            ++roi.outside;
            continue;
        }
        roi.bySlice[k].push_back({middle, std::move(polygon)});
    }
}

/// Slices between two contoured ones that have no contour: planning systems leave them out to save work.
int gapsOf(const Roi& roi)
{
    int gaps = 0, last = -1;
    for (const auto& [k, contours] : roi.bySlice) {
        if (last >= 0)
            gaps += k - last - 1;
        last = k;
    }
    return gaps;
}

Mask maskOf(const Roi& roi, const Grid& grid, const Job& job)
{
    const int first = roi.bySlice.begin()->first, last = roi.bySlice.rbegin()->first;
    const IndexBox box{{0, 0, first}, {grid.size[0], grid.size[1], last + 1}};
    const std::int64_t plane = std::int64_t(grid.size[0]) * grid.size[1];
    std::vector<std::uint8_t> voxels(static_cast<size_t>(box.voxels()), 0);
    for (const auto& [k, contours] : roi.bySlice) {
        job.checkStop();
        // Contours drawn closer than the slices of this image: the plane nearest to the voxel centres counts. Even-odd
        // across planes would make holes of what overlaps.
        double nearest = 1;
        for (const Contour& c : contours)
            nearest = std::abs(c.height - k) < std::abs(nearest) ? c.height - k : nearest;
        for (const Contour& c : contours)
            if (std::abs(c.height - k - nearest) <= kOnePlane)
                fillEvenOdd(c.polygon, grid.size[0], grid.size[1], voxels.data() + (k - first) * plane, job);
    }
    return Mask(grid, box, voxels);
}

void remark(const Roi& roi, Findings& findings)
{
    const auto say = [&](int count, const char* shape, const char* advice) {
        if (count > 0)
            findings.push_back(labelFinding(Severity::Warning, "labels.contours",
                                            filled(shape, {roi.name, std::to_string(count)}), advice));
    };
    say(roi.open, "'%1': %2 contours are points or open lines and enclose nothing.", "They were left out.");
    say(roi.outside, "'%1': %2 contours lie outside the image.", "Check that image and structure set belong together.");
    say(roi.slanted, "'%1': %2 contours do not lie in the slices of the image.",
        "They were left out; export masks instead.");
    say(roi.damaged, "'%1': %2 contours are damaged.", "They were left out; export the structure set again.");
    say(gapsOf(roi), "'%1': %2 slices between contours have none.",
        "The structure has gaps there; fill them before measuring.");
}

} // namespace

LabelsFound readStructureSet(const ScanResult& scan, const SeriesFound& series, const VolumeObject& reference,
                             const Job& job)
{
    LabelsFound found;
    const Grid& grid = reference.volume.grid();
    std::size_t total = 0;
    MaskBudget budget;
    for (const std::string& key : series.members) {
        const Source::Member* member = scan.detail->source->find(key);
        if (!member)
            throw Error(ErrorCode::NotFound, "The structure set is no longer there.", "Open the study again.");
        const auto file = parseAll(*scan.detail->source, *member);
        DcmDataset& dataset = *file->getDataset();
        dataset.convertToUTF8();         // where it fails, cleanLabel() masks what is left
        std::map<std::string, Roi> rois; // by ROI number
        for (DcmItem* item : itemsOf(dataset, DCM_StructureSetROISequence))
            if (Roi& roi = rois[text(*item, DCM_ROINumber)]; rois.size() <= kMostLabels) {
                roi.name = text(*item, DCM_ROIName);
                roi.frameOfReference = text(*item, DCM_ReferencedFrameOfReferenceUID);
            } else {
                throw Error(ErrorCode::BadInput, "The structure set has more than 1000 structures.",
                            "Export fewer at a time.");
            }
        for (DcmItem* item : itemsOf(dataset, DCM_ROIContourSequence))
            if (const auto it = rois.find(text(*item, DCM_ReferencedROINumber)); it != rois.end())
                collect(*item, grid, it->second, total, job);
        const bool foreign = std::any_of(rois.begin(), rois.end(), [&](const auto& r) {
            const std::string& frame = r.second.frameOfReference;
            return !frame.empty() && !reference.frameOfReference.empty() && frame != reference.frameOfReference;
        });
        if (foreign)
            found.findings.push_back(
                labelFinding(Severity::Warning, "labels.frame",
                             "The structures were drawn in another frame of reference than the image.",
                             "Check that their outlines fit the image."));
        for (const auto& [number, roi] : rois) {
            remark(roi, found.findings);
            Structure s = namedStructure(roi.name);
            const Mask mask = roi.bySlice.empty() ? Mask() : maskOf(roi, grid, job);
            if (mask.empty()) {
                found.findings.push_back(labelFinding(Severity::Note, "labels.empty",
                                                      "'" + s.name + "' has no voxel in this image.",
                                                      "Nothing to do, or choose the image it was drawn on."));
                continue;
            }
            budget.take(mask);
            s.mask = std::make_shared<Mask>(mask);
            found.structures.push_back(std::move(s));
        }
    }
    return found;
}

} // namespace pollux
