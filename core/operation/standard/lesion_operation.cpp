#include "core/operation/standard/lesion_operation.h"

#include "core/anatomy/liver_lesions.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

namespace pollux {

namespace {

constexpr int kMost = 10; ///< as many as the finder gives

Id idOf(std::int64_t number)
{
    return Id("liver_lesion_" + toText(number));
}

Finding finding(Severity severity, std::string code, std::string text, std::string advice)
{
    return {severity, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
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
        const Anatomy* anatomy = findAnatomy("liver_lesion");
        for (Proposal& p : found) {
            Structure s;
            s.name = "Liver lesion " + toText(++number);
            s.anatomy = p.anatomy;
            if (anatomy)
                s.colour = anatomy->colour;
            s.quality = p.quality;
            s.qualityText = p.qualityText;
            s.mask = std::make_shared<const Mask>(std::move(p.mask));
            edit.put(idOf(number), std::move(s));
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
    static bool isChecked(const Case& c, const Id& id)
    {
        const auto it = c.structures.find(id);
        return it != c.structures.end() && it->second->state != ConfirmState::Proposed;
    }

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
