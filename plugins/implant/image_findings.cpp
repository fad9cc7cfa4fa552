#include "plugins/implant/image_findings.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/images_on.h"
#include "core/operation/bone_findings.h"
#include "core/operation/plan_parts.h"

namespace pollux::implant {

bool isConeBeam(const VolumeObject& image)
{
    const std::string name = lowered(image.name + " " + image.phase);
    for (const char* word : {"cbct", "cone beam", "cone-beam", "conebeam"})
        if (name.find(word) != std::string::npos)
            return true;
    return false;
}

std::string uncalibrated(const VolumeObject& image, const std::string& scanner)
{
    if (scanner == "HU of a calibrated CT")
        return {};
    if (scanner == "grey values")
        return "grey values: no class of density, for they are not HU";
    if (isConeBeam(image))
        return "grey values of a cone-beam scanner: no class of density, for they are not HU";
    if (image.modality != "CT" || image.unit != "HU")
        return "not a calibrated CT: no class of density";
    return {};
}

std::optional<Finding> coarseVoxels(const Grid& grid, const LimitTable& limits)
{
    const Limit& limit = limits.at("implant.slice");
    if (grid.spacing.maxCoeff() <= limit.value)
        return {};
    Finding f = finding(Severity::Warning, "implant.slices",
                        filled("The image's voxels are larger than %1 mm: distances of a millimetre cannot be told.",
                               {toText(limit.value, 2)}),
                        "Plan on thinner slices.");
    f.limit = limit.id;
    return f;
}

std::optional<Id> imageOf(const Case& c, const Mask& mask)
{
    const std::vector<Id> images = imagesOn(c, mask.grid());
    return images.size() == 1 ? std::optional(images.front()) : std::nullopt;
}

Findings stateOfBone(const Case& c, const std::optional<Id>& volume, const Id& bone, const LimitTable& limits,
                     const Job& job)
{
    const Structure& s = c.structure(bone);
    if (!s.mask)
        return {};
    const VolumeObject none;
    const VolumeObject& image = volume ? c.volume(*volume) : none;
    return boneFindings(image.volume, uncalibrated(image).empty() ? ImageValues::Hounsfield : ImageValues::Grey,
                        *s.mask, s.name, limits, job);
}

std::optional<Finding> beyondImage(double share)
{
    if (!(share > 0))
        return {};
    return finding(Severity::Stop, "implant.beyond",
                   share < 0.01 ? std::string("Less than 1 % of the implant lies outside the image.")
                                : filled("%1 % of the implant lies outside the image.", {toText(100 * share, 0)}),
                   "Place it within the image, or load one that shows all of it.");
}

} // namespace pollux::implant
