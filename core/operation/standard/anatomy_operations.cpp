#include "core/anatomy/abdomen.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/anatomy.h"
#include "core/operation/registry.h"
#include "core/operation/standard/leg_bones_operation.h"
#include "core/operation/standard/lesion_operation.h"
#include "core/operation/standard/shoulder_bones_operation.h"
#include "core/operation/standard/standard.h"
#include "core/operation/standard/vertebrae_operation.h"

#include <algorithm>

namespace pollux {

namespace {

constexpr double kDoubtful = 0.5; ///< quality under which the user is told; unverified

Param volumeParam()
{
    return objectParam("volume", "CT", "volume", "", "The CT series to look at, in Hounsfield units.");
}

Param maskParam(const std::string& key, const std::string& label, const std::string& anatomy, bool optional,
                const std::string& help)
{
    Param p = objectParam(key, label, "structure:mask", anatomy, help);
    p.optional = optional;
    return p;
}

Param replaceParam()
{
    Param p = boolParam("replace", "Replace checked structures", false,
                        "Overwrite structures that a person has confirmed or edited.");
    p.advanced = true;
    return p;
}

/// A person has answered this question already: under whatever id, and for the vessels of the liver also by telling
/// portal and hepatic veins apart.
bool isChecked(const Case& c, const std::string& key)
{
    const auto answers = [&](const std::string& anatomy) {
        return anatomy == key || (key == "vessel" && (anatomy == "portal_vein" || anatomy == "hepatic_vein" ||
                                                      anatomy == "venous_system"));
    };
    return std::any_of(c.structures.begin(), c.structures.end(), [&](const auto& entry) {
        const auto& [id, s] = entry;
        return s->state != ConfirmState::Proposed && (id == Id(key) || answers(s->anatomy));
    });
}

std::string labelOf(const std::string& key)
{
    const Anatomy* a = findAnatomy(key);
    return a ? a->label : key;
}

/// What all finders share: they read a CT and what was found before, and propose structures under their anatomy keys.
class Finder : public Operation
{
public:
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings findings;
        const auto volume = c.volumes.find(Id(values.text("volume")));
        if (volume == c.volumes.end())
            return findings; // the caller has said so
        if (!volume->second->modality.empty() && volume->second->modality != "CT")
            findings.push_back({Severity::Stop,
                                "anatomy.modality",
                                "Organs are found by their attenuation, so this needs a CT; the series is " +
                                    volume->second->modality + ".",
                                "Choose a CT series, or draw the structures by hand.",
                                {},
                                {},
                                {}});
        const ParamList list = declare();
        for (const Param& p : list.all()) {
            if (p.type != ParamType::Object || p.key == "volume" || values.text(p.key).empty())
                continue;
            const auto s = c.structures.find(Id(values.text(p.key)));
            if (s != c.structures.end() && s->second->mask &&
                !sameGeometry(s->second->mask->grid(), volume->second->volume.grid()))
                findings.push_back({Severity::Stop,
                                    "anatomy.geometry",
                                    "'" + s->second->name + "' was made on another voxel grid than this CT.",
                                    "Choose the CT it was made on, or find it again on this one.",
                                    {},
                                    {},
                                    {}});
        }
        if (!values.boolean("replace")) {
            std::string kept;
            std::size_t count = 0;
            for (const std::string& key : proposes())
                if (isChecked(c, key)) {
                    kept += (kept.empty() ? "" : ", ") + labelOf(key);
                    ++count;
                }
            if (count > 0)
                findings.push_back({count == proposes().size() ? Severity::Stop : Severity::Note,
                                    "anatomy.checked",
                                    "Checked by a person and therefore kept: " + kept + ".",
                                    "Set 'Replace checked structures' to overwrite.",
                                    {},
                                    {},
                                    {}});
        }
        return findings;
    }

protected:
    /// Anatomy keys this operation can propose.
    virtual std::vector<std::string> proposes() const = 0;

    static const Volume& ct(const Case& c, const ParamValues& values)
    {
        return c.volume(Id(values.text("volume"))).volume;
    }

    /// An empty mask on the CT's grid if the parameter is empty.
    static Mask mask(const Case& c, const ParamValues& values, const std::string& key)
    {
        const std::string& id = values.text(key);
        if (id.empty())
            return Mask(ct(c, values).grid(), IndexBox{}, {});
        const Structure& s = c.structure(Id(id));
        if (!s.mask)
            throw Error(ErrorCode::BadInput, "'" + s.name + "' has no mask.", "Choose a structure made of voxels.");
        return *s.mask;
    }

    Edit propose(const Case& c, const ParamValues& values, std::vector<Proposal> proposals,
                 const std::vector<std::string>& expected) const
    {
        Edit edit;
        std::vector<std::string> missing = expected;
        for (Proposal& p : proposals) {
            std::erase(missing, p.anatomy);
            if (p.mask.empty() || (isChecked(c, p.anatomy) && !values.boolean("replace")))
                continue;
            const Anatomy* a = findAnatomy(p.anatomy);
            Structure s;
            s.name = labelOf(p.anatomy);
            s.anatomy = p.anatomy;
            if (a)
                s.colour = a->colour;
            s.quality = p.quality;
            s.qualityText = p.qualityText;
            if (p.quality < kDoubtful)
                edit.findings.push_back(
                    {Severity::Warning,
                     "anatomy.doubtful",
                     s.name + " is a doubtful proposal (" + toText(p.quality, 2) + "): " + p.qualityText,
                     "Look at it slice by slice and correct it before relying on it.",
                     p.mask.centroid(),
                     {},
                     {}});
            s.mask = std::make_shared<const Mask>(std::move(p.mask));
            const Id id(p.anatomy);
            const auto kind = c.kindOf(id);
            edit.put(kind && *kind != Kind::Structure ? c.freeId(id) : id, std::move(s));
        }
        std::string names;
        for (const std::string& key : missing)
            names += (names.empty() ? "" : ", ") + labelOf(key);
        if (!names.empty())
            edit.findings.push_back(
                {Severity::Warning,
                 "anatomy.not-found",
                 "Not found: " + names + ".",
                 "It may lie outside the image, lack contrast or look unusual: draw it by hand if the "
                 "plan needs it.",
                 {},
                 {},
                 {}});
        return edit;
    }
};

class FindBody final : public Finder
{
public:
    OperationInfo info() const override
    {
        return {"anatomy.body",
                1,
                "Find body",
                "Proposes the body and its surface.",
                "Tissue above -300 HU in one piece, without the table, filled slice by slice.\n\nLimits: blankets and "
                "dressings that lie tightly on the skin are taken for body; an image that does not show the skin all "
                "round is cut off at its edge and rated lower.",
                "Anatomy"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(volumeParam()).add(replaceParam());
        return list;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        return propose(c, values, {findBody(ct(c, values), job)}, {"skin"});
    }

protected:
    std::vector<std::string> proposes() const override { return {"skin"}; }
};

class FindLungs final : public Finder
{
public:
    OperationInfo info() const override
    {
        return {
            "anatomy.lungs",
            1,
            "Find lungs",
            "Proposes the left and right lung.",
            "Parts of the body under -400 HU whose median lies between -950 and -500 HU, which gas in the bowel does "
            "not; vessels within are filled. Left and right are told by the vertebral column.\n\nLimits: large "
            "consolidations and effusions are left out.",
            "Anatomy"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(volumeParam())
            .add(maskParam("body", "Body", "skin", false, "The body; lungs are looked for inside."))
            .add(replaceParam());
        return list;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        return propose(c, values, findLungs(ct(c, values), mask(c, values, "body"), job), {"lung_left", "lung_right"});
    }

protected:
    std::vector<std::string> proposes() const override { return {"lung_left", "lung_right"}; }
};

class FindBones final : public Finder
{
public:
    OperationInfo info() const override
    {
        return {
            "anatomy.bones",
            2,
            "Find bones",
            "Proposes the skeleton as one structure.",
            "Voxels over 175 HU that hang together with cortical bone (over 300 HU), if they belong to the vertebral "
            "column or are thin and lie near the surface; marrow is filled, the spinal canal is not. The aorta is "
            "traced first and left out. The border is then moved to the half-way value between cortex and what lies "
            "beside it.\n\nLimits: made for the portal venous phase; an arterial aorta brighter than "
            "marrow may stay. Cartilage without calcium is left out.",
            "Anatomy"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(volumeParam())
            .add(maskParam("body", "Body", "skin", false, "The body; bone is looked for inside."))
            .add(replaceParam());
        return list;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        return propose(c, values, {findBones(ct(c, values), mask(c, values, "body"), job)}, {"bone"});
    }

protected:
    std::vector<std::string> proposes() const override { return {"bone"}; }
};

class FindOrgans final : public Finder
{
public:
    OperationInfo info() const override
    {
        return {
            "anatomy.organs",
            2,
            "Find abdominal organs",
            "Proposes liver, spleen, kidneys, aorta and vena cava in a CT with contrast, and hollow organs that show.",
            "Kidneys: the lowest limit at which a bright part beside the column has the size and place of a kidney. "
            "Vessels: the best path of bright discs in front of the column. Liver and spleen: the attenuation under "
            "the diaphragm, opened until it no longer leaks, lesions and vessels enclosed by it filled. Borders are "
            "then moved to where the full image has them by a local intensity model (Lankton and Tannenbaum "
            "2008). Stomach, colon and small bowel are proposed where they hold gas, with their wall and the content "
            "next to it, and are named by their place; the gallbladder as bile under the liver.\n\nLimits: hollow "
            "organs are rough obstacles, and gut without gas is not found; made for the portal venous phase of adults "
            "with ordinary anatomy; without contrast the "
            "kidneys and vessels are not found. Every result is a proposal to be checked.",
            "Anatomy"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(volumeParam())
            .add(maskParam("body", "Body", "skin", false, "The body."))
            .add(maskParam("bones", "Bones", "bone", false, "The skeleton: says where the column runs."))
            .add(maskParam("lung_left", "Left lung", "lung_left", true, "Says where the diaphragm is."))
            .add(maskParam("lung_right", "Right lung", "lung_right", true, "Says where the diaphragm is."))
            .add(replaceParam());
        return list;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Mask lungs = unite(mask(c, values, "lung_left"), mask(c, values, "lung_right"));
        return propose(
            c, values,
            findAbdominalOrgans(ct(c, values), mask(c, values, "body"), lungs, mask(c, values, "bones"), job),
            {"liver", "spleen", "kidney_left", "kidney_right", "aorta", "vena_cava"});
    }

protected:
    std::vector<std::string> proposes() const override
    {
        return {"liver",     "spleen",  "kidney_left", "kidney_right", "aorta",
                "vena_cava", "stomach", "colon",       "small_bowel",  "gallbladder"};
    }
};

class FindLiverVessels final : public Finder
{
public:
    OperationInfo info() const override
    {
        return {"anatomy.liver-vessels",
                1,
                "Find liver vessels",
                "Proposes the enhanced vessels inside the liver.",
                "Bright tubes by the eigenvalues of the Hessian (Frangi 1998) together with their brightness over the "
                "parenchyma; specks under 0.1 mL are dropped.\n\nLimits: portal and hepatic veins are not told apart; "
                "vessels thinner than about two voxels and unenhanced ones are missed.",
                "Anatomy"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(volumeParam())
            .add(maskParam("liver", "Liver", "liver", false, "Vessels are looked for inside."))
            .add(replaceParam());
        return list;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        return propose(c, values, {findLiverVessels(ct(c, values), mask(c, values, "liver"), job)}, proposes());
    }

protected:
    std::vector<std::string> proposes() const override { return {"vessel"}; }
};

} // namespace

void installAnatomyOperations(Registry& registry)
{
    registry.add(std::make_unique<FindBody>());
    registry.add(std::make_unique<FindLungs>());
    registry.add(std::make_unique<FindBones>());
    registry.add(std::make_unique<FindOrgans>());
    registry.add(std::make_unique<FindLiverVessels>());
    registry.add(makeFindLiverLesions());
    registry.add(makeFindLegBones(registry.limits()));
    registry.add(makeFindShoulderBones(registry.limits()));
    registry.add(makeFindVertebrae(registry.limits()));
}

} // namespace pollux
