#include "core/operation/standard/bone_proposal.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/anatomy.h"
#include "core/operation/plan_parts.h"

namespace pollux {

bool isChecked(const Case& c, const Id& id)
{
    const auto it = c.structures.find(id);
    return it != c.structures.end() && it->second->state != ConfirmState::Proposed;
}

Param replaceParam()
{
    return boolParam("replace", "Replace checked structures", false,
                     "Overwrite structures that a person has confirmed or edited.");
}

std::optional<Finding> notCt(const VolumeObject& volume)
{
    if (volume.modality.empty() || volume.modality == "CT")
        return {};
    return finding(
        Severity::Stop, "anatomy.modality",
        filled("Bones are found by their attenuation, so this needs a CT; the series is %1.", {volume.modality}),
        "Choose a CT series, or draw the bones by hand.");
}

Finding keptNote(const std::string& name)
{
    return finding(Severity::Note, "anatomy.checked", filled("Checked by a person and therefore kept: %1.", {name}),
                   "Set 'Replace checked structures' to overwrite.");
}

std::optional<Finding> doubtful(const std::string& name, double quality, const std::string& qualityText,
                                const Vec3& place)
{
    if (quality >= kDoubtfulBone)
        return {};
    Finding f =
        finding(Severity::Warning, "anatomy.doubtful",
                filled("Doubtful proposal: %1 (%2). It is made of: %3", {name, toText(quality, 2), qualityText}),
                "Look at it slice by slice and correct it before relying on it.");
    f.place = place;
    return f;
}

void putBone(Edit& edit, const Case& c, const Id& id, BoneProposal bone, bool replace, double shade)
{
    if (isChecked(c, id) && !replace)
        return;
    Structure s;
    s.name = std::move(bone.name);
    s.anatomy = std::move(bone.anatomy);
    if (const Anatomy* a = findAnatomy(s.anatomy))
        s.colour = a->colour;
    for (auto& channel : s.colour)
        channel = static_cast<std::uint8_t>(channel * shade);
    s.quality = bone.quality;
    s.qualityText = std::move(bone.qualityText);
    s.mask = std::make_shared<const Mask>(std::move(bone.mask));
    const auto kind = c.kindOf(id);
    edit.put(kind && *kind != Kind::Structure ? c.freeId(id) : id, std::move(s));
}

} // namespace pollux
