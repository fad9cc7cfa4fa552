#include "core/operation/standard/lesion_operation.h"

#include "core/anatomy/liver_lesions.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"
#include "core/operation/standard/bone_proposal.h"

namespace pollux {

namespace {

constexpr int kMost = 10; ///< as many as the finder gives

Id idOf(std::int64_t number)
{
    return Id("liver_lesion_" + toText(number));
}

class FindLiverLesions final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"anatomy.liver-lesions",
                1,
                "Find liver lesions",
                "Proposes compact parts of the liver that are darker than its parenchyma.",
                "Inside the given liver, holes filled, without the given vessels: values smoothed by 1.5 mm within the "
                "liver only, parts that lie well under the median of the parenchyma, cut halfway between their value "
                "and the parenchyma's, calcium in them taken along, opened, at least 0.3 mL, not tube-shaped, and not "
                "flat along the liver's border. At most 10, by size.\n\nLimits: for the portal venous phase; set up "
                "on a phantom and one patient. Lesions brighter than or like the parenchyma, and those under 0.3 mL, "
                "are missed; so is what the given liver leaves out at its edge. Cysts, focal fat and unenhanced "
                "vessels may be taken for lesions, and outlines are often tighter than drawn ones. Nothing here says "
                "what a lesion is: every result is a proposal to be checked.",
                "Anatomy"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "CT", "volume", "", "The portal venous CT, in Hounsfield units."));
        list.add(
            objectParam("liver", "Liver", "structure:mask", "liver", "Lesions are looked for inside, tumours too."));
        Param vessels = objectsParam("vessels", "Vessels", "structure:mask", "Vessels of the liver: left out.");
        vessels.optional = true;
        list.add(vessels);
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto volume = c.volumes.find(Id(values.text("volume")));
        if (volume == c.volumes.end())
            return out; // the caller has said so
        if (!volume->second->modality.empty() && volume->second->modality != "CT")
            out.push_back(finding(Severity::Stop, "anatomy.modality",
                                  "Lesions are found by their attenuation, so this needs a CT; the series is " +
                                      volume->second->modality + ".",
                                  "Choose a CT series, or draw the lesions by hand."));
        std::vector<std::string> masks = values.list("vessels");
        masks.push_back(values.text("liver"));
        for (const std::string& id : masks) {
            const auto s = isValidId(id) ? c.structures.find(Id(id)) : c.structures.end();
            if (s != c.structures.end() && s->second->mask &&
                !sameGeometry(s->second->mask->grid(), volume->second->volume.grid()))
                out.push_back(finding(Severity::Stop, "anatomy.geometry",
                                      "'" + s->second->name + "' was made on another voxel grid than this CT.",
                                      "Choose the CT it was made on, or find it again on this one."));
        }
        for (const auto& [id, s] : c.structures)
            if (s->anatomy == "liver_lesion" && s->state != ConfirmState::Proposed) {
                out.push_back(finding(Severity::Stop, "anatomy.checked",
                                      "'" + s->name + "' has been checked by a person: the lesions are known.",
                                      "Keep the lesions there are, or remove or rename them first."));
                break;
            }
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Volume& ct = c.volume(Id(values.text("volume"))).volume;
        Mask vessels(ct.grid(), IndexBox{}, {});
        for (const std::string& id : values.list("vessels"))
            vessels = unite(vessels, maskOf(c.structure(Id(id))));
        std::vector<Proposal> found = findLiverLesions(ct, maskOf(c.structure(Id(values.text("liver")))), vessels, job);
        Edit edit;
        std::int64_t number = 0;
        for (Proposal& p : found) {
            ++number;
            // What a person has checked under this id is no lesion (see check()), and stays.
            const Id id = isChecked(c, idOf(number)) ? c.freeId(idOf(number)) : idOf(number);
            putBone(
                edit, c, id,
                {"Liver lesion " + toText(number), p.anatomy, p.quality, std::move(p.qualityText), std::move(p.mask)},
                false);
        }
        // An earlier run may have proposed more.
        for (std::int64_t n = number + 1; n <= kMost; ++n)
            if (c.structures.count(idOf(n)) && !isChecked(c, idOf(n)))
                edit.remove(idOf(n));
        if (found.empty())
            edit.findings.push_back(
                finding(Severity::Note, "anatomy.not-found", "No lesion darker than the liver was found.",
                        "This does not mean that there is none: look through the liver, and draw what you see."));
        else
            edit.findings.push_back(finding(
                Severity::Note, "anatomy.proposed",
                counted(number, "%1 place is proposed as liver lesion.", "%1 places are proposed as liver lesions."),
                "Check each one; remove what is none."));
        return edit;
    }

private:
    static const Mask& maskOf(const Structure& s)
    {
        if (!s.mask)
            throw Error(ErrorCode::BadInput, "'" + s.name + "' has no mask.", "Choose a structure made of voxels.");
        return *s.mask;
    }
};

} // namespace

std::unique_ptr<Operation> makeFindLiverLesions()
{
    return std::make_unique<FindLiverLesions>();
}

} // namespace pollux
