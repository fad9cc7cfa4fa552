#include "core/operation/standard/shoulder_bones_operation.h"

#include "core/anatomy/shoulder_bones.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/bone_findings.h"
#include "core/operation/plan_parts.h"
#include "core/operation/side_findings.h"
#include "core/operation/standard/bone_proposal.h"

namespace pollux {

namespace {

constexpr double kSure = 0.5; ///< confidence of a side that the user need not check; unverified
constexpr const char* kBones[] = {"scapula", "humerus"};

Id idOf(const std::string& anatomy, Side side)
{
    return Id(anatomy + "-" + std::string(name(side)));
}

std::string nameOf(const std::string& anatomy, Side side)
{
    if (anatomy == "scapula")
        return side == Side::Left ? term("Left scapula") : term("Right scapula");
    return side == Side::Left ? term("Left humerus") : term("Right humerus");
}

class FindShoulderBones final : public Operation
{
public:
    explicit FindShoulderBones(const LimitTable& limits)
        : m_threshold(limits.at("shoulder-bones.threshold")), m_least(limits.at("shoulder-bones.least")),
          m_slice(limits.at("shoulder-bones.slice")), m_metal(limits.at("bone.metal")), m_piece(limits.at("bone.piece"))
    {
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "anatomy.shoulder-bones";
        i.name = "Find bones of the shoulder";
        i.summary = "Proposes scapula and humerus of one shoulder in a CT.";
        i.help =
            "Connected parts above the threshold, what they enclose filled slice by slice, borders moved "
            "to half the local contrast. The humerus is a part that "
            "holds a ball of 14 mm radius or more, its head; the scapula is the part that has most voxels about that "
            "ball. A pair counts only if a glenoid with a head before it is found on it (see the landmarks of a "
            "shoulder), and the quality is the confidence of these two.\n\n"
            "Limits: bones that hang together above the threshold are not parted: narrow or fused joints, thick "
            "slices, contrast in the joint. The whole scapula and the head must be in the image. Set up on a phantom "
            "alone, on no patient; the quality is not calibrated. Every result is a proposal to be checked.";
        i.category = "Anatomy";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "CT", "volume", "", "The CT series to look at, in Hounsfield units."));
        list.add(choiceParam("side", "Side", {"find", "left", "right"},
                             "The patient's side; a choice that the scapula contradicts is told."));
        list.add(limitParam(m_threshold, "threshold"));
        const auto advanced = [&](Param p) {
            p.advanced = true;
            list.add(std::move(p));
        };
        advanced(limitParam(m_least, "least"));
        advanced(limitParam(m_slice, "slice"));
        advanced(replaceParam());
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto volume = c.volumes.find(Id(values.text("volume")));
        if (volume == c.volumes.end())
            return out; // the caller has said so
        if (const auto other = notCt(*volume->second))
            out.push_back(*other);
        const double slice = volume->second->volume.grid().spacing.maxCoeff();
        if (slice > values.real("slice") + 1e-6) {
            Finding f = finding(Severity::Warning, "shoulder-bones.slice",
                                filled("The slices are %1 mm apart: the gap of the joint and the thin blade of the "
                                       "scapula are blurred.",
                                       {toText(slice, 2)}),
                                filled("Use a series of at most %1 mm if there is one, and look at the joint.",
                                       {toText(values.real("slice"), 2)}));
            f.limit = m_slice.id;
            out.push_back(std::move(f));
        }
        if (!values.boolean("replace"))
            for (const char* anatomy : kBones)
                for (const Side side : {Side::Left, Side::Right})
                    if (isChecked(c, idOf(anatomy, side)))
                        out.push_back(keptNote(nameOf(anatomy, side)));
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        ShoulderBoneOptions options;
        options.threshold = values.real("threshold");
        options.leastMl = values.real("least");
        options.metal = m_metal.value;
        options.pieceMl = m_piece.value;
        if (values.text("side") != "find")
            options.side = values.text("side") == "left" ? Side::Left : Side::Right;
        Edit edit;
        const VolumeObject& ct = c.volume(Id(values.text("volume")));
        std::optional<ShoulderBones> found;
        try {
            found = findShoulderBones(ct.volume, options, job);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::BadInput)
                throw;
            edit.findings.push_back(finding(Severity::Stop, "shoulder-bones.none", e.what(), e.advice()));
            return edit;
        }
        tellSide(edit.findings, *found, options.side.has_value(), ct.name);
        if (auto f = metalFinding(found->metal, options.metal, ImageValues::Hounsfield))
            edit.findings.push_back(std::move(*f));
        for (auto* bone : {&found->scapula, &found->humerus}) {
            const std::string anatomy = bone == &found->scapula ? kBones[0] : kBones[1];
            const Id id = idOf(anatomy, found->side);
            const std::string label = nameOf(anatomy, found->side);
            tell(edit.findings, *bone, anatomy, label);
            putBone(edit, c, id, {label, anatomy, bone->quality, bone->qualityText, std::move(bone->mask)},
                    values.boolean("replace"));
        }
        return edit;
    }

private:
    static void tellSide(Findings& out, const ShoulderBones& found, bool chosen, const std::string& imageName)
    {
        if (auto f = contradictionOf(found.guess, found.side, "shoulder-bones.wrong-side"))
            out.push_back(std::move(*f));
        else if (!chosen && found.guess.confidence < kSure)
            out.push_back(finding(Severity::Warning, "shoulder-bones.side",
                                  filled("It is taken for the %1 side with little certainty.", {name(found.side)}),
                                  "Set the side, and check it against the patient."));
        if (auto f = imageNamedOtherwise(imageName, found.side))
            out.push_back(std::move(*f));
    }

    static void tell(Findings& out, const ShoulderBone& bone, const std::string& anatomy, const std::string& label)
    {
        const auto add = [&](Finding f) {
            f.place = bone.mask.centroid();
            out.push_back(std::move(f));
        };
        add(finding(Severity::Note, "shoulder-bones.found",
                    filled("%1: %2 mL.", {label, toText(bone.mask.volumeMl(), 1)}), "Look at it slice by slice."));
        if (bone.cut && anatomy == "scapula") // a humerus is cut by any image of a shoulder
            add(finding(Severity::Warning, "shoulder-bones.cut",
                        filled("Cut by the edge of the image where it should be whole: %1.", {label}),
                        "Version and inclination need the whole scapula; use a larger image."));
        if (auto f = doubtful(label, bone.quality, bone.qualityText, bone.mask.centroid()))
            out.push_back(std::move(*f));
        if (auto f = leftOutFinding(bone.loose, label))
            out.push_back(std::move(*f));
    }

    Limit m_threshold, m_least, m_slice, m_metal, m_piece;
};

} // namespace

std::unique_ptr<Operation> makeFindShoulderBones(const LimitTable& limits)
{
    return std::make_unique<FindShoulderBones>(limits);
}

} // namespace pollux
