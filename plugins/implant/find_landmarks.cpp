#include "plugins/implant/find_landmarks.h"

#include "core/anatomy/bone_landmarks.h"
#include "core/anatomy/joint_angles.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"
#include "core/operation/side_findings.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/pelvis_case.h"
#include "plugins/implant/shoulder_findings.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace pollux::implant {

namespace {

constexpr const char* kId = "implant.find-landmarks";
constexpr const char* kAsFound = "as found";

/// The masks that a joint is found from; `needed` of them must be there.
struct Bones
{
    std::vector<const char*> needed;
    std::vector<const char*> useful;
};

Bones bonesOf(const std::string& joint)
{
    if (joint == "ankle")
        return {{"tibia", "fibula", "talus"}, {}};
    if (joint == "pelvis")
        return {{"pelvis"}, {}};
    if (joint == "knee")
        return {{}, {"tibia", "femur", "fibula"}};
    if (joint == "shoulder")
        return {{"scapula"}, {"humerus"}};
    if (joint == "vertebra")
        return {{"vertebra"}, {}};
    return {{"femur"}, {}};
}

class FindLandmarks final : public Operation
{
public:
    explicit FindLandmarks(const LimitTable& limits)
        : m_limits(limits), m_confidence(limits.at("joint.confidence")),
          m_slice(limits.at("joint.slice")), m_west{limits.at("joint.talus.west_least"),
                                                    limits.at("joint.talus.west_most")},
          m_north{limits.at("joint.talus.north_least"), limits.at("joint.talus.north_most")},
          m_offCentre(limits.at("joint.talus.off_centre"))
    {
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = kId;
        i.name = "Find landmarks of a joint";
        i.summary =
            "Proposes landmarks of an ankle, knee, hip, pelvis, shoulder or vertebra from masks of its bones; they "
            "can be moved.";
        i.help =
            "Ankle (tibia, fibula, talus): tips of both malleoli, middle of the plafond, shaft of the tibia, axis of "
            "the talar dome, centre of mass and head of the talus. Knee (tibia, femur; the fibula tells the side): "
            "borders of the tibial condyles, plateau, tuberosity, epicondyles, posterior and distal places of the "
            "condyles, notch, shafts. Hip (femur): centre of the head, neck, shaft. Shoulder (scapula, and the "
            "humerus for its head): angulus acromialis, trigonum spinae, angulus inferior, rim and centre of the "
            "glenoid; told with its version and inclination. Vertebra: endplates, body, canal, of each pedicle its "
            "isthmus, where its axis leaves the bone behind and a place in the body.\n\n"
            "Pelvis (one mask of both sides, or one of each; femora help): anterior and posterior superior iliac "
            "spines, pubic tubercles, centre, dome and rim of each acetabulum. Spines and tubercles are where a plane "
            "laid on the front of the pelvis touches it. The acetabulum is a sphere fitted to the surface about the "
            "head of the femur, its rim a plane. What the image cuts off is said to be missing. Inclination and "
            "anteversion are told in the definitions of Murray 1993 (from memory) against the anterior pelvic "
            "plane.\n\n"
            "Shafts are lines through the centroids of sections, heads spheres and the talar dome a cylinder, fitted "
            "so that outliers do not pull; samples of thick slices are weighted by what their size means. Axes follow "
            "the definitions of the International Society of Biomechanics (Wu 2002, 2005) as far as the image shows "
            "what they need.\n\n"
            "Each landmark is a proposal with a confidence, a rating of this program and no probability: look at each "
            "and move it where it is wrong. A landmark that was moved stays where it is, if so chosen. What a tip is "
            "known to is half a slice.\n\n"
            "Limits: no landmark here has been compared with those of surgeons. The head must be up in the image, "
            "limbs no more than some 35 degrees askew. Research and teaching only, not for clinical use.";
        i.category = "Plan";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(choiceParam("joint", "Joint", {"ankle", "knee", "hip", "pelvis", "shoulder", "vertebra"},
                             "Whose landmarks are looked for."));
        list.add(choiceParam("side", "Side", {kAsFound, "left", "right"},
                             "The patient's side; a choice that the image contradicts is told."));
        const auto bone = [&](const char* key, const char* label, const char* help) {
            Param p = objectParam(key, label, "structure:mask", "", help);
            p.optional = true;
            list.add(std::move(p));
        };
        bone("tibia", "Tibia", "Of the one leg; for the ankle and the knee. Empty: that of the side.");
        bone("fibula", "Fibula",
             "Of the same leg; for the ankle, and it tells the side of a knee. Empty: that of the side.");
        bone("talus", "Talus", "Of the same leg; for the ankle. Empty: that of the side.");
        bone("femur", "Femur", "Of the same leg; for the knee and the hip. Empty: that of the side.");
        bone("pelvis", "Pelvis", "Of both sides or of one; for the pelvis. Empty: all there is of it.");
        bone("pelvis_other", "Other half of the pelvis", "Where each side has a mask of its own.");
        bone("scapula", "Scapula", "Of the same side; for the shoulder. Empty: that of the side.");
        bone("humerus", "Humerus", "Of the same side; for the shoulder. Empty: that of the side.");
        bone("vertebra", "Vertebra", "One vertebra without ribs and neighbours. Empty: the only one there is.");
        list.add(boolParam("keep_moved", "Keep moved landmarks", true,
                           "Landmarks that something else made or that were moved by hand stay as they are."));
        for (const auto& [limit, key] : {std::pair(&m_confidence, "least_confidence"), std::pair(&m_slice, "slice")}) {
            Param p = limitParam(*limit, key);
            p.advanced = true;
            list.add(std::move(p));
        }
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const std::string& joint = values.text("joint");
        const BoneIds ids = idsOf(c, values);
        for (const char* key : bonesOf(joint).needed)
            if (!ids.contains(key))
                out.push_back(finding(Severity::Stop, "landmarks.no-mask",
                                      filled("For the %1 the mask of the %2 is needed.", {joint, key}),
                                      "Segment the bone, or name its structure."));
        if (joint == "knee" && !ids.contains("tibia") && !ids.contains("femur"))
            out.push_back(finding(Severity::Stop, "landmarks.no-mask",
                                  "For the knee the mask of the tibia or of the femur is needed.",
                                  "Segment one of them, or name its structure."));
        if (joint == "pelvis")
            try {
                pelvisMasks(c, ids, asked(values));
            } catch (const Error& e) {
                out.push_back(finding(Severity::Stop, "landmarks.halves", e.message(), e.advice()));
            }
        if (joint == "vertebra" && ids.empty() && vertebraeOf(c).size() > 1)
            out.push_back(finding(Severity::Stop, "landmarks.which-vertebra",
                                  "There are several vertebrae in the case.", "Name the one that is meant."));
        std::vector<std::string> seen;
        for (const auto& [key, id] : ids) {
            if (std::find(seen.begin(), seen.end(), id.text()) != seen.end())
                out.push_back(finding(Severity::Stop, "landmarks.same-mask",
                                      filled("'%1' is given for two bones.", {id.text()}),
                                      "Give each bone its own mask."));
            seen.push_back(id.text());
            const Mask& mask = *c.structure(id).mask;
            if (mask.empty()) {
                out.push_back(finding(Severity::Stop, "structure.empty", filled("The %1 has no voxels.", {key}),
                                      "Segment it first."));
                continue;
            }
            const double thickest = mask.grid().spacing.maxCoeff();
            if (thickest > values.real("slice") &&
                std::none_of(out.begin(), out.end(), [](const Finding& f) { return f.code == "landmarks.slices"; })) {
                out.push_back(finding(
                    Severity::Warning, "landmarks.slices",
                    filled("The voxels are up to %1 mm large: a tip is known to half of it.", {toText(thickest, 2)}),
                    "Look at each tip, or plan on thinner slices."));
                out.back().limit = m_slice.id;
            }
        }
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const std::string& joint = values.text("joint");
        const BoneIds ids = idsOf(c, values);
        const auto mask = [&](const char* key) -> const Mask* {
            const auto it = ids.find(key);
            return it == ids.end() ? nullptr : c.structure(it->second).mask.get();
        };
        JointLandmarks found;
        SideGuess guess;
        Side side = Side::Right;
        if (joint == "vertebra")
            return vertebraEdit(c, values, ids.at("vertebra"), job);
        PelvisLandmarks pelvis;
        std::optional<Finding> wrongSide;
        if (joint == "pelvis") { // its landmarks tell their sides themselves
            side = asked(values).value_or(Side::Right);
            const PelvisMasks masks = pelvisMasks(c, ids, asked(values));
            pelvis = pelvisLandmarks(masks, job.part(0, 0.9));
            found = pelvis;
            wrongSide = otherSideSeen(masks, pelvis, asked(values));
        } else if (joint == "hip") {
            found = hipLandmarks(*mask("femur"), job.part(0, 0.9));
            guess = orNamed(sideOf(found.points), c, ids);
            side = chosen(values, guess);
        } else if (joint == "shoulder") {
            found = shoulderLandmarks(
                [&](const SideGuess& seen) {
                    guess = orNamed(seen, c, ids);
                    return side = chosen(values, guess);
                },
                *mask("scapula"), mask("humerus"), job.part(0, 0.9));
        } else {
            const Mask* tibia = mask("tibia");
            const Mask* bone = tibia ? tibia : mask("femur");
            guess = orNamed(tibia && mask("fibula") ? sideOf(*tibia, *mask("fibula")) : sideByPlace(*bone), c, ids);
            side = chosen(values, guess);
            found = joint == "ankle" ? ankleLandmarks(side, *tibia, *mask("fibula"), *mask("talus"), job.part(0, 0.9))
                                     : kneeLandmarks(side, tibia, mask("femur"), job.part(0, 0.9));
        }
        job.checkStop();
        if (found.points.empty())
            throw Error(ErrorCode::BadInput, "No landmark is found in these masks.",
                        "Look at the masks: the joint's end of each bone must be in the image.");
        Edit edit;
        if (joint == "pelvis") {
            edit.findings = pelvisFindings(pelvis);
            if (wrongSide)
                edit.findings.push_back(*wrongSide);
            if (asked(values) && pelvis.bothSides)
                edit.findings.push_back(finding(Severity::Note, "landmarks.both-sides",
                                                "The mask holds both sides of the pelvis: landmarks of both are found.",
                                                "The anterior pelvic plane needs them."));
        } else {
            judgeSide(edit.findings, values, guess, side);
            judgeNames(edit.findings, c, ids, side);
        }
        std::vector<Id> from;
        for (const auto& [key, id] : ids)
            from.push_back(id);
        edit.alsoRead = from;
        putLandmarks(edit, c, values, found, from, [&](const BoneLandmark& l) {
            return std::pair(landmarkId(c, l.key, side), landmarkName(l, side));
        });
        axesFindings(edit.findings, joint, side, found.points, mask("talus"));
        if (joint == "shoulder")
            for (Finding& f : shoulderFindings(m_limits, side, found))
                edit.findings.push_back(std::move(f));
        return edit;
    }

private:
    using BoneIds = std::map<std::string, Id, std::less<>>;
    /// The masks that this joint uses: those named, else those of the side; without a side that of the largest bone.
    static BoneIds idsOf(const Case& c, const ParamValues& values)
    {
        const Bones bones = bonesOf(values.text("joint"));
        std::vector<const char*> keys = bones.needed;
        keys.insert(keys.end(), bones.useful.begin(), bones.useful.end());
        std::optional<Side> side = asked(values);
        if (values.text("joint") == "pelvis")
            return pelvisIds(c, values, side);
        BoneIds out;
        for (const char* key : keys) {
            const std::string& named = values.text(key);
            std::optional<Id> id = named.empty() ? boneInCase(c, key, side) : std::optional(Id(named));
            if (named.empty() && values.text("joint") == "vertebra" && vertebraeOf(c).size() > 1)
                id.reset(); // there are many, and none is the first
            if (!id)
                continue;
            out.emplace(key, *id);
            if (!side)
                side = sideNamed(*id, c.structure(*id));
        }
        return out;
    }

    static std::optional<Side> asked(const ParamValues& values)
    {
        const std::string& side = values.text("side");
        return side == kAsFound ? std::nullopt : std::optional(side == "left" ? Side::Left : Side::Right);
    }

    /// What is found becomes the case's, but for what was moved by hand; how sure each is, is told.
    void putLandmarks(Edit& edit, const Case& c, const ParamValues& values, const JointLandmarks& found,
                      const std::vector<Id>& from,
                      const std::function<std::pair<Id, std::string>(const BoneLandmark&)>& named) const
    {
        std::string told;
        int kept = 0;
        for (const BoneLandmark& l : found.points) {
            const auto [id, name] = named(l);
            if (values.boolean("keep_moved") && isOthers(c, id)) {
                ++kept;
                continue;
            }
            edit.put(id, Landmark{name, l.position});
            edit.madeFrom[id] = from;
            told += (told.empty() ? "" : "; ") + l.label + " " + toText(l.confidence, 2);
            if (l.confidence < values.real("least_confidence")) {
                Finding f = finding(Severity::Warning, "landmarks.doubtful",
                                    filled("%1: confidence %2 of 1 (%3).", {l.label, toText(l.confidence, 2), l.why}),
                                    "Look at it in the image and move it if it is wrong.");
                f.place = l.position;
                f.limit = m_confidence.id;
                edit.findings.push_back(std::move(f));
            }
        }
        if (!told.empty())
            edit.findings.push_back(finding(Severity::Note, "landmarks.proposal",
                                            filled("Landmarks are proposals, with confidences of 0 to 1: %1.", {told}),
                                            "Look at each before relying on it."));
        if (kept > 0)
            edit.findings.push_back(finding(Severity::Note, "landmarks.kept",
                                            counted(kept, "%1 landmark stays where it was set by hand.",
                                                    "%1 landmarks stay where they were set by hand."),
                                            "Delete it to have it found anew."));
        for (const BoneMeasure& m : found.measures)
            edit.findings.push_back(finding(Severity::Note, "landmarks.measure",
                                            filled("%1: %2 mm.", {m.label, toText(m.mm, 1)}),
                                            "Compare it with what the image shows."));
    }

    static std::vector<Id> vertebraeOf(const Case& c)
    {
        std::vector<Id> out;
        for (const auto& [id, s] : c.structures)
            if (s->anatomy == "vertebra" && s->mask && !s->mask->empty())
                out.push_back(id);
        return out;
    }

    /// A vertebra has no side, and its landmarks stand under its own id.
    Edit vertebraEdit(const Case& c, const ParamValues& values, const Id& bone, Job& job) const
    {
        const Structure& s = c.structure(bone);
        const JointLandmarks found = vertebraLandmarks(*s.mask, job.part(0, 0.95));
        Edit edit;
        edit.alsoRead = {bone};
        putLandmarks(edit, c, values, found, {bone}, [&](const BoneLandmark& l) {
            const Id id = vertebraLandmarkId(bone, l.key);
            if (const auto kind = c.kindOf(id); kind && *kind != Kind::Landmark)
                throw Error(ErrorCode::BadInput, filled("'%1' is in the case already.", {id.text()}), "Rename it.");
            return std::pair(id, vertebraLandmarkName(l, s.name));
        });
        for (const char* key : {"pedicle-left-isthmus", "pedicle-right-isthmus"})
            if (!findLandmark(found.points, key))
                edit.findings.push_back(finding(Severity::Warning, "landmarks.no-pedicle",
                                                std::string(key) == "pedicle-left-isthmus"
                                                    ? "The left pedicle is not found in this mask."
                                                    : "The right pedicle is not found in this mask.",
                                                "Look at the mask, or set entry and target of the screw by hand."));
        if (const auto frame = frameOf("vertebra", Side::Right, found.points)) {
            edit.findings.push_back(finding(Severity::Note, "landmarks.axes",
                                            filled("Axes of the %1: %2.", {"vertebra", frame->definition}),
                                            "Tell this definition with every angle."));
            if (!facesForward(*frame))
                edit.findings.push_back(
                    finding(Severity::Warning, "landmarks.facing",
                            filled("The axes of the %1 do not look to the front of the patient.", {"vertebra"}),
                            "Check the side, the masks and how the patient lies in the image."));
        }
        return edit;
    }

    /// What the image does not tell, the names of the bones may.
    static SideGuess orNamed(SideGuess guess, const Case& c, const BoneIds& ids)
    {
        if (guess.confidence > kSideUnknown)
            return guess;
        for (const auto& [key, id] : ids)
            if (const auto named = sideNamed(id, c.structure(id)))
                return {*named, 0.3, term("the bone is named so")};
        return guess;
    }

    static Side chosen(const ParamValues& values, const SideGuess& guess)
    {
        if (values.text("side") != kAsFound)
            return values.text("side") == "left" ? Side::Left : Side::Right;
        if (guess.confidence <= kSideUnknown)
            throw Error(ErrorCode::BadInput, "The image does not tell which side this is.", "Choose the side.");
        return guess.side;
    }

    void judgeSide(Findings& out, const ParamValues& values, const SideGuess& guess, Side side) const
    {
        if (values.text("side") == kAsFound) {
            const bool sure = guess.confidence >= values.real("least_confidence");
            out.push_back(finding(sure ? Severity::Note : Severity::Warning, "landmarks.side",
                                  filled("It is taken for the %1 side: %2 (confidence %3).",
                                         {name(side), guess.why, toText(guess.confidence, 2)}),
                                  "Compare it with the order and the image."));
        } else if (auto f = contradictionOf(guess, side, "landmarks.wrong-side"))
            out.push_back(std::move(*f));
    }

    static void judgeNames(Findings& out, const Case& c, const BoneIds& ids, Side side)
    {
        for (const auto& [key, id] : ids)
            if (const auto named = sideNamed(id, c.structure(id)); named && *named != side) {
                out.push_back(finding(Severity::Warning, "landmarks.named-otherwise",
                                      filled("'%1' is named for the %2 side, but its landmarks are those of a %3 one.",
                                             {c.nameOf(id), name(*named), name(side)}),
                                      "Check the side against the order and the image; give the bone its right name."));
                return; // one is enough
            }
    }

    /// Made by hand or by something else than this.
    static bool isOthers(const Case& c, const Id& id)
    {
        if (!c.landmarks.contains(id))
            return false;
        const auto it = c.lineage.find(id);
        return it == c.lineage.end() || it->second->operation != kId;
    }

    void axesFindings(Findings& out, const std::string& joint, Side side, const BoneLandmarks& points,
                      const Mask* talus) const
    {
        for (const char* bone : {"tibia", "femur", "scapula", "glenoid"}) {
            const auto frame = frameOf(bone, side, points);
            if (!frame)
                continue;
            out.push_back(finding(Severity::Note, "landmarks.axes",
                                  filled("Axes of the %1: %2.", {bone, frame->definition}),
                                  "Tell this definition with every angle."));
            if (!facesForward(*frame))
                out.push_back(finding(Severity::Warning, "landmarks.facing",
                                      filled("The axes of the %1 do not look to the front of the patient.", {bone}),
                                      "Check the side, the masks and how the patient lies in the image."));
        }
        const BoneLandmark* medial = findLandmark(points, "talus-dome-medial");
        const BoneLandmark* lateral = findLandmark(points, "talus-dome-lateral");
        const BoneLandmark* centre = findLandmark(points, "talus-centre");
        const auto tibia = frameOf("tibia", side, points);
        if (joint != "ankle" || !medial || !lateral || !centre || !tibia || !talus)
            return;
        JointFrame frame = neutralHindfootFrame("talus", *tibia);
        frame.origin = centre->position;
        try {
            // As large a sphere as the talus itself.
            const double radius = std::cbrt(talus->volumeMl() * 1000 * 3 / (4 * M_PI));
            const GeodesicAxis g = geodesicAxis(frame, medial->position, medial->position - lateral->position, radius);
            const bool usual = g.westDegrees >= m_west[0].value && g.westDegrees <= m_west[1].value &&
                               g.northDegrees >= m_north[0].value && g.northDegrees <= m_north[1].value &&
                               g.offCentreMm <= m_offCentre.value;
            Finding f = finding(
                Severity::Note, "landmarks.talar-axis",
                filled("The axis of the talar dome leaves the talus medially at %1 degrees west (published %2 to %3) "
                       "and %4 degrees north (%5 to %6), %7 mm from the centre of mass (%8).",
                       {toText(g.westDegrees, 1), toText(m_west[0].value, 0), toText(m_west[1].value, 0),
                        toText(g.northDegrees, 1), toText(m_north[0].value, 0), toText(m_north[1].value, 0),
                        toText(g.offCentreMm, 1), toText(m_offCentre.value, 0)}),
                usual
                    ? "Degrees west are counted from anterior; what the paper counts from was not read."
                    : "Look at the axis: a cylinder fitted to the dome is not the axis of motion that was published.");
            f.place = centre->position;
            f.limit = m_west[0].id;
            out.push_back(std::move(f));
        } catch (const Error&) { // the axis passes beside the talus: its confidence tells
        }
    }

    const LimitTable m_limits; ///< a copy: the registry it comes from may be merged into another
    Limit m_confidence, m_slice;
    Limit m_west[2], m_north[2];
    Limit m_offCentre;
};

} // namespace

std::unique_ptr<Operation> makeFindLandmarks(const LimitTable& limits)
{
    return std::make_unique<FindLandmarks>(limits);
}

} // namespace pollux::implant
