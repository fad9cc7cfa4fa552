#include "core/dicom/labels.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/filters.h"

namespace pollux {

Finding labelFinding(Severity severity, std::string code, std::string text, std::string advice)
{
    return {severity, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

std::string cleanLabel(std::string_view text)
{
    constexpr std::size_t kLongest = 128;
    std::string out;
    for (std::size_t i = 0; i < text.size() && out.size() < kLongest;) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = c < 0x80 ? 1 : (c >> 5) == 6 ? 2 : (c >> 4) == 14 ? 3 : (c >> 3) == 30 ? 4 : 0;
        bool good = length > 0 && c >= 0x20 && c != 0x7f && i + length <= text.size();
        for (std::size_t k = 1; good && k < length; ++k)
            good = (static_cast<unsigned char>(text[i + k]) >> 6) == 2;
        if (good)
            out += text.substr(i, length);
        else
            out += '?';
        i += good ? length : 1;
    }
    return std::string(trimmed(out));
}

void MaskBudget::take(const Mask& mask)
{
    m_taken += mask.box().voxels();
    if (m_taken > std::int64_t(4) << 30)
        throw Error(ErrorCode::OutOfMemory, "The labels need more than 4 GiB of memory.", "Import fewer at a time.");
}

Structure namedStructure(const std::string& label, const std::string& snomedCode)
{
    Structure s;
    s.name = label.empty() ? "Label" : label;
    const Anatomy* anatomy = snomedCode.empty() ? nullptr : anatomyByCode(snomedCode);
    // The name may say more than the code ("left kidney" coded as kidney).
    if (const Anatomy* byName = anatomyByName(label))
        anatomy = byName;
    if (anatomy) {
        s.anatomy = anatomy->key;
        s.colour = anatomy->colour;
    }
    return s;
}

Mask onReference(const Mask& mask, const VolumeObject& reference, const std::string& name, Findings& findings,
                 const Job& job)
{
    const Grid& grid = reference.volume.grid();
    if (sameGeometry(mask.grid(), grid))
        return mask;
    Mask out = resample(mask, grid, job);
    const double before = mask.volumeMl(), after = out.volumeMl();
    findings.push_back(labelFinding(Severity::Note, "labels.resampled",
                                    "'" + name + "' lies on another grid and was resampled.",
                                    "Compare its outline with the image."));
    // Half of it gone means that it lies outside the image or is thinner than its voxels.
    if (after < 0.5 * before)
        findings.push_back(
            labelFinding(Severity::Warning, "labels.lost",
                         "More than half of '" + name + "' lies outside the image or is thinner than its voxels.",
                         "Check that image and labels belong together."));
    return out;
}

LabelsFound loadLabels(const ScanResult& scan, const SeriesFound& series, const VolumeObject& reference, const Job& job)
{
    if (!scan.detail || series.index < 0 || series.index >= static_cast<int>(scan.series.size()))
        throw Error(ErrorCode::BadInput, "The series does not belong to this scan.", "Scan the source again.");
    if (!series.loadable) {
        if (const Finding* why = refusalOf(series))
            throw Error(ErrorCode::Unsupported, why->text, why->advice);
        throw Error(ErrorCode::Unsupported, "These labels cannot be read.", "Export them again.");
    }
    switch (series.kind) {
    case SeriesFound::Kind::Segmentation:
        return readSegmentation(scan, series, reference, job);
    case SeriesFound::Kind::StructureSet:
        return readStructureSet(scan, series, reference, job);
    case SeriesFound::Kind::MaskSeries:
    case SeriesFound::Kind::Image:
        return readLabelImage(scan, series, reference, job);
    case SeriesFound::Kind::Other:
        break;
    }
    throw Error(ErrorCode::Unsupported, "This object holds no labels.",
                "Choose a segmentation, a structure set or masks.");
}

} // namespace pollux
