#include "core/operation/standard/leg_bones_operation.h"

#include "core/anatomy/leg_bones.h"
#include "core/anatomy/work_grid.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/bone_findings.h"
#include "core/operation/plan_parts.h"
#include "core/operation/side_findings.h"
#include "core/operation/standard/bone_proposal.h"

#include <algorithm>
#include <array>

namespace pollux {

namespace {

constexpr double kWideContact = 0.12; ///< share of the surface at which a joint was closed; unverified
constexpr double kRounding = 1e-6;    ///< mm

struct Kept
{
    const char* anatomy;
    const char* id;
    const char* right;
    const char* left;
};

/// What may be proposed, for which joint, and what it is called.
constexpr std::array<Kept, 8> kBones{{
    {"tibia", "tibia", term("Right tibia"), term("Left tibia")},
    {"fibula", "fibula", term("Right fibula"), term("Left fibula")},
    {"talus", "talus", term("Right talus"), term("Left talus")},
    {"calcaneus", "calcaneus", term("Right calcaneus"), term("Left calcaneus")},
    {"bone", "foot-bones", term("Other bones of the right foot"), term("Other bones of the left foot")},
    {"femur", "femur", term("Right femur"), term("Left femur")},
    {"patella", "patella", term("Right patella"), term("Left patella")},
    {"pelvis", "pelvis", term("Right half of the pelvis"), term("Left half of the pelvis")},
}};

const Kept& keptOf(const std::string& anatomy)
{
    return *std::find_if(kBones.begin(), kBones.end(), [&](const Kept& k) { return anatomy == k.anatomy; });
}

std::string nameOf(const std::string& anatomy, int side)
{
    return side > 0 ? keptOf(anatomy).left : keptOf(anatomy).right;
}

Id idOf(const std::string& anatomy, int side)
{
    return Id(std::string(keptOf(anatomy).id) + (side > 0 ? "-left" : "-right"));
}

LegJoint jointOf(const std::string& text)
{
    return text == "knee" ? LegJoint::Knee : text == "hip" ? LegJoint::Hip : LegJoint::Ankle;
}

std::vector<std::string> expected(LegJoint joint)
{
    if (joint == LegJoint::Knee)
        return {"femur", "tibia", "fibula", "patella"};
    if (joint == LegJoint::Hip)
        return {"femur", "pelvis"};
    return {"tibia", "fibula", "talus", "calcaneus"};
}

class FindLegBones final : public Operation
{
public:
    explicit FindLegBones(const LimitTable& limits) : m_limits(limits) {}

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "anatomy.leg-bones";
        i.version = 2; // bays of thin bone belong to it
        i.name = "Find bones of the leg";
        i.summary = "Proposes the bones about an ankle, knee or hip one by one, left and right apart.";
        i.help =
            "Bone is what lies above the threshold, sharpened so that the gaps of joints show; marrow is what its "
            "shell "
            "encloses. It is parted at its necks: by flooding the map of distances to its surface from its peaks, "
            "where two basins stay apart if the saddle between them is much shallower than both (Vincent and Soille "
            "1991); borders then lie where the image is darkest. Bays that "
            "the threshold leaves are bone where they are brighter than flesh, or lie behind a thin wall that is.\n\n"
            "Bones are named by their place. Shafts are those that the image cuts: above the ankle the larger one is "
            "the tibia, above the knee the femur, below the hip the femur. The talus is what lies under the tibia, the "
            "calcaneus what lies under and behind the talus; the patella lies in front of the femur. Two legs are told "
            "apart by the valley between them; one leg alone by its fibula, else by its place in the scanner.\n\n"
            "Limits: no shape model stands behind it. Slices over 1.25 mm, narrow or fused joints, fractures, metal, "
            "casts and bones that the image cuts at its sides may join bones or name them wrongly. The sacrum counts "
            "as pelvis. Set up on three studies of 3.27 mm slices and on made-up legs; the quality is not calibrated. "
            "Every result is a proposal to be checked.";
        i.category = "Anatomy";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "CT", "volume", "", "The CT series to look at, in Hounsfield units."));
        list.add(choiceParam("joint", "Joint", {"ankle", "knee", "hip"}, "What the image shows."));
        list.add(
            choiceParam("side", "Side", {"find", "left", "right"},
                        "Of a single leg, where the image does not tell; two legs are told apart by their place."));
        list.add(limitParam(m_limits.at("leg-bones.threshold"), "threshold"));
        const auto advanced = [&](Param p) {
            p.advanced = true;
            list.add(std::move(p));
        };
        advanced(limitParam(m_limits.at("leg-bones.least"), "least"));
        advanced(limitParam(m_limits.at("leg-bones.slice"), "slice"));
        advanced(limitParam(m_limits.at("bone.metal"), "metal"));
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
        const Grid& grid = volume->second->volume.grid();
        const double slice = grid.spacing.maxCoeff();
        if (slice > values.real("slice") + kRounding) {
            Finding f =
                finding(Severity::Warning, "leg-bones.slice",
                        filled("The slices are %1 mm apart: the gaps of joints and thin cortex are blurred, and "
                               "bones may hang together.",
                               {toText(slice, 2)}),
                        filled("Use a series of at most %1 mm if there is one, and look at every joint.",
                               {toText(values.real("slice"), 2)}));
            f.limit = "leg-bones.slice";
            out.push_back(f);
        }
        if (!values.boolean("replace")) {
            for (const std::string& anatomy : expected(jointOf(values.text("joint"))))
                for (const int side : {-1, 1})
                    if (isChecked(c, idOf(anatomy, side)))
                        out.push_back(keptNote(nameOf(anatomy, side)));
        }
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        LegBoneOptions options;
        options.joint = jointOf(values.text("joint"));
        options.parts.threshold = values.real("threshold");
        options.leastMl = values.real("least");
        options.metal = values.real("metal");
        options.pieceMl = m_limits.at("bone.piece").value;
        options.side = values.text("side") == "left" ? 1 : values.text("side") == "right" ? -1 : 0;
        const VolumeObject& ct = c.volume(Id(values.text("volume")));
        LegBones found = findLegBones(ct.volume, options, job);

        Edit edit;
        for (const LegBone& bone : found.bones)
            tell(bone, edit.findings);
        tellMore(found, options, edit.findings);
        tellSide(found, options, ct.name, edit.findings);
        // What an earlier run proposed and this one does not is gone.
        for (const Kept& k : kBones)
            for (const int side : {-1, 1}) {
                const Id id = idOf(k.anatomy, side);
                const bool again = std::any_of(found.bones.begin(), found.bones.end(), [&](const LegBone& b) {
                    return b.anatomy == k.anatomy && b.side == side;
                });
                if (!again && c.structures.count(id) > 0 && !isChecked(c, id))
                    edit.remove(id);
            }
        for (LegBone& bone : found.bones) {
            const Id id = idOf(bone.anatomy, bone.side);
            putBone(
                edit, c, id,
                {nameOf(bone.anatomy, bone.side), bone.anatomy, bone.quality, bone.qualityText, std::move(bone.mask)},
                values.boolean("replace"));
        }
        return edit;
    }

private:
    static void tell(const LegBone& bone, Findings& out)
    {
        const std::string name = nameOf(bone.anatomy, bone.side);
        const auto add = [&](Finding f) {
            f.place = bone.place;
            out.push_back(std::move(f));
        };
        add(finding(Severity::Note, "leg-bones.found", filled("%1: %2 mL.", {name, toText(bone.mask.volumeMl(), 1)}),
                    "Look at it slice by slice."));
        if (bone.cut)
            add(finding(Severity::Warning, "leg-bones.cut",
                        filled("Cut by the edge of the image where it should be whole: %1.", {name}),
                        "Volume and surface end there; use a larger image if the plan needs all of it."));
        if (bone.contact > kWideContact)
            add(finding(Severity::Warning, "leg-bones.contact",
                        filled("Cut off from the bone beside it over %2 % of its surface: %1.",
                               {name, toText(100 * bone.contact, 0)}),
                        "The border there is a guess: look at the joint and correct it."));
        if (auto f = doubtful(name, bone.quality, bone.qualityText, bone.place))
            out.push_back(std::move(*f));
        if (auto f = bone.anatomy == "pelvis" ? islandsFinding(bone.loose, name) : leftOutFinding(bone.loose, name))
            out.push_back(std::move(*f));
    }

    static void tellMore(const LegBones& found, const LegBoneOptions& options, Findings& out)
    {
        for (const UnpartedBones& u : found.unparted) {
            Finding f = finding(Severity::Warning, "leg-bones.unparted",
                                filled("%1 and %2 could not be parted with certainty.",
                                       {nameOf(u.first, u.side), nameOf(u.second, u.side)}),
                                "Look at the joint: raise the threshold, use thinner slices, or part them by hand.");
            f.place = u.place;
            out.push_back(f);
        }
        for (const int side : {-1, 1}) {
            const auto has = [&](const std::string& anatomy) {
                return std::any_of(found.bones.begin(), found.bones.end(),
                                   [&](const LegBone& b) { return b.side == side && b.anatomy == anatomy; });
            };
            if (std::none_of(found.bones.begin(), found.bones.end(), [&](const LegBone& b) { return b.side == side; }))
                continue;
            for (const std::string& anatomy : expected(options.joint))
                if (!has(anatomy))
                    out.push_back(finding(Severity::Warning, "anatomy.not-found",
                                          filled("Not found: %1.", {nameOf(anatomy, side)}),
                                          "It may lie outside the image or hang together with another bone: draw it by "
                                          "hand if the plan needs it."));
        }
        if (found.sideAssumed)
            out.push_back(finding(Severity::Warning, "leg-bones.side",
                                  "Nothing in the image tells left from right with certainty: the side was taken from "
                                  "the place in the scanner.",
                                  "Set the side, and check it against the patient."));
        if (auto f = metalFinding(found.metal, options.metal, ImageValues::Hounsfield))
            out.push_back(std::move(*f));
    }

    /// Of a single leg: what somebody chose or the image is named for, against the fibula.
    static void tellSide(const LegBones& found, const LegBoneOptions& options, const std::string& imageName,
                         Findings& out)
    {
        const auto& bones = found.bones;
        if (bones.empty() ||
            std::any_of(bones.begin(), bones.end(), [&](const LegBone& b) { return b.side != bones.front().side; }))
            return;
        const Side side = bones.front().side > 0 ? Side::Left : Side::Right;
        const auto mask = [&](const char* anatomy) -> const Mask* {
            const auto it =
                std::find_if(bones.begin(), bones.end(), [&](const LegBone& b) { return b.anatomy == anatomy; });
            return it == bones.end() ? nullptr : &it->mask;
        };
        const Mask *tibia = mask("tibia"), *fibula = mask("fibula");
        if (options.side != 0 && tibia && fibula)
            if (auto f = contradictionOf(sideOf(*tibia, *fibula), side, "leg-bones.wrong-side"))
                out.push_back(std::move(*f));
        if (auto f = imageNamedOtherwise(imageName, side))
            out.push_back(std::move(*f));
    }

    const LimitTable m_limits; ///< a copy: the registry it comes from may be merged into another
};

} // namespace

std::unique_ptr<Operation> makeFindLegBones(const LimitTable& limits)
{
    return std::make_unique<FindLegBones>(limits);
}

} // namespace pollux
