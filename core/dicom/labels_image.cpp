#include "core/base/error.h"
#include "core/dicom/labels.h"
#include "core/dicom/scan_detail.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pollux {

namespace {

/// "a/b/liver.nii.gz" -> "liver"; "MASKS_DICOM/liver" -> "liver".
std::string stem(const std::string& path)
{
    std::string name = path.substr(path.find_last_of('/') + 1);
    if (const auto dot = name.find('.'); dot != std::string::npos && dot > 0)
        name.resize(dot);
    return name;
}

/// The labels in an image, and the box around each. Throws if it has values that are no labels: fractions, or more
/// different ones than a label map has.
std::map<int, IndexBox> labelBoxes(const Volume& volume, const Job& job)
{
    std::map<int, IndexBox> boxes;
    const Grid& grid = volume.grid();
    const auto addRun = [&](int label, int from, int to, int j, int k) {
        const auto [it, added] = boxes.try_emplace(label, IndexBox{{from, j, k}, {to, j + 1, k + 1}});
        if (boxes.size() > kMostLabels)
            throw Error(ErrorCode::BadInput, "The image has more than 1000 different values: it is no label map.",
                        "Choose a label map, or import it as a study.");
        IndexBox& box = it->second;
        const Index3 low{from, j, k}, high{to, j + 1, k + 1};
        for (std::size_t a = 0; a < 3 && !added; ++a) {
            box.min[a] = std::min(box.min[a], low[a]);
            box.max[a] = std::max(box.max[a], high[a]);
        }
    };
    volume.visit([&](auto voxels) {
        std::size_t n = 0;
        for (int k = 0; k < grid.size[2]; ++k) {
            job.checkStop();
            for (int j = 0; j < grid.size[1]; ++j, n += static_cast<std::size_t>(grid.size[0])) {
                const auto row = voxels.subspan(n, static_cast<std::size_t>(grid.size[0]));
                for (int i = 0; i < grid.size[0];) {
                    const auto value = row[static_cast<std::size_t>(i)];
                    const int from = i++;
                    if (value == 0)
                        continue;
                    const double d = static_cast<double>(value);
                    if (!(d > 0 && d <= 65535 && d == std::floor(d)))
                        throw Error(ErrorCode::BadInput,
                                    "The image holds values that are no labels (negative or fractional).",
                                    "Choose a label map, or import it as a study.");
                    while (i < grid.size[0] && row[static_cast<std::size_t>(i)] == value)
                        ++i;
                    addRun(static_cast<int>(d), from, i, j, k);
                }
            }
        }
    });
    return boxes;
}

Mask maskOf(const Volume& volume, int label, const IndexBox& box)
{
    const Grid& grid = volume.grid();
    std::vector<std::uint8_t> out;
    out.reserve(static_cast<std::size_t>(box.voxels()));
    volume.visit([&](auto voxels) {
        for (int k = box.min[2]; k < box.max[2]; ++k)
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i)
                    out.push_back(static_cast<double>(voxels[static_cast<std::size_t>(grid.offset(i, j, k))]) == label);
    });
    return Mask(grid, box, out);
}

} // namespace

LabelsFound readLabelImage(const ScanResult& scan, const SeriesFound& series, const VolumeObject& reference,
                           const Job& job)
{
    const VolumeObject object = loadSeries(scan, series, job.part(0, 0.6));
    const std::string& file = scan.detail->series[static_cast<std::size_t>(series.index)].imageFile;
    std::string name = cleanLabel(stem(series.kind == SeriesFound::Kind::MaskSeries ? series.group : file));
    if (name.empty())
        name = series.description;
    const std::map<int, IndexBox> labels = labelBoxes(object.volume, job);
    LabelsFound found;
    if (labels.empty()) {
        found.findings.push_back(
            labelFinding(Severity::Note, "labels.empty", "'" + name + "' is empty.", "Nothing to do."));
        return found;
    }
    MaskBudget budget;
    double done = 0;
    for (const auto& [label, box] : labels) {
        const Job part = job.part(0.6 + 0.4 * done / static_cast<double>(labels.size()), 1.0);
        part.progress(0, "Reading labels");
        // One value: the file is the structure (255 as well as 1 means "inside"). Several: a map of numbers.
        const bool single = labels.size() == 1;
        Structure s = namedStructure(single ? name : name + " " + std::to_string(label));
        if (!single)
            s.anatomy.clear();
        if (!single || series.kind != SeriesFound::Kind::MaskSeries)
            s.measures.push_back({"label", "Label in the file", {static_cast<double>(label), Unit::Count, {}, {}}});
        s.mask = std::make_shared<Mask>(
            onReference(maskOf(object.volume, label, box), reference, s.name, found.findings, part));
        done += 1;
        if (s.mask->empty())
            continue; // onReference() has said so
        budget.take(*s.mask);
        found.structures.push_back(std::move(s));
    }
    if (labels.size() > 1)
        found.findings.push_back(labelFinding(Severity::Note, "labels.unnamed",
                                              "The file numbers its labels without naming them.",
                                              "Name them with label_names, for instance '1=spleen,5=liver'."));
    return found;
}

} // namespace pollux
