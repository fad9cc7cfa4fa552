#include "plugins/implant/pelvis_case.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"
#include "core/operation/side_findings.h"
#include "plugins/implant/joint_case.h"

namespace pollux::implant {

namespace {

constexpr double kTold = 0.25; // confidence in a side from which on what contradicts it is told; unverified

} // namespace

PelvisIds pelvisIds(const Case& c, const ParamValues& values, std::optional<Side> only)
{
    PelvisIds out;
    const auto add = [&](const char* anatomy, const char* second) {
        if (const std::string& named = values.text(anatomy); !named.empty()) {
            out.emplace(anatomy, Id(named));
            return;
        }
        for (const Side side : {Side::Right, Side::Left}) {
            const auto id = boneInCase(c, anatomy, side);
            if (!id || (only && *only != side))
                continue;
            if (const auto [it, fresh] = out.emplace(anatomy, *id); !fresh && it->second != *id)
                out.emplace(second, *id);
        }
    };
    add("pelvis", "pelvis_other");
    if (const std::string& other = values.text("pelvis_other"); !other.empty())
        out.insert_or_assign("pelvis_other", Id(other));
    add("femur", "femur_other");
    return out;
}

PelvisMasks pelvisMasks(const Case& c, const PelvisIds& ids, std::optional<Side> only)
{
    PelvisMasks out;
    for (const char* key : {"pelvis", "pelvis_other"}) {
        const auto it = ids.find(key);
        if (it == ids.end())
            continue;
        const Structure& s = c.structure(it->second);
        const std::optional<Side> side = sideNamed(it->second, s);
        const bool two = ids.contains("pelvis_other");
        if (!side && two)
            throw Error(ErrorCode::BadInput,
                        filled("'%1' is one of two masks of the pelvis and tells no side.", {it->second.text()}),
                        "Let its name begin with \"Left\" or \"Right\", or give one mask of both sides.");
        if (side && only && *side != *only && !two)
            throw Error(ErrorCode::BadInput,
                        filled("'%1' is named for the %2 side, but the %3 one is chosen.",
                               {c.nameOf(it->second), name(*side), name(*only)}),
                        "Choose the side of the bone, or the bone of the side.");
        const Mask*& place = !side ? out.both : side == Side::Right ? out.right : out.left;
        if (place)
            throw Error(ErrorCode::BadInput, "Both masks of the pelvis are of the same side.",
                        "Give one of each side.");
        place = s.mask.get();
    }
    for (const char* key : {"femur", "femur_other"})
        if (const auto it = ids.find(key); it != ids.end())
            out.femora.push_back(c.structure(it->second).mask.get());
    out.side = only;
    return out;
}

std::optional<Finding> otherSideSeen(const PelvisMasks& masks, const PelvisLandmarks& found, std::optional<Side> asked)
{
    if (found.bothSides)
        return {};
    const std::optional<Side> said = masks.right ? Side::Right : masks.left ? Side::Left : asked;
    const Mask* mask = masks.right ? masks.right : masks.left ? masks.left : masks.both;
    const SideGuess seen = found.seen.confidence >= kTold ? found.seen : sideByPlace(*mask);
    if (!said || seen.confidence < kTold || seen.side == *said)
        return {};
    const std::string text =
        filled("The pelvis is said to be of the %1 side, but the image shows the %2 one: %3 (confidence %4).",
               {name(*said), name(seen.side), seen.why, toText(seen.confidence, 2)});
    const char* advice = "Check the side against the order; give the mask its right name, or choose the other side.";
    if (seen.confidence >= kSideSure)
        throw Error(ErrorCode::BadInput, text, advice);
    return finding(Severity::Warning, "landmarks.wrong-side", text, advice);
}

std::string cupText(const CupAngles& a)
{
    return filled("%1 / %2 degrees", {toText(a.inclination, 1), toText(a.anteversion, 1)});
}

Findings pelvisFindings(const PelvisLandmarks& found)
{
    Findings out;
    for (const MissingLandmark& m : found.missing)
        out.push_back(finding(Severity::Warning, "landmarks.missing", filled("%1: not found (%2).", {m.label, m.why}),
                              "Set it by hand where the image shows it, or take a larger image."));
    const auto plane = frameOf("anterior-pelvic-plane", Side::Right, found.points);
    if (!plane) {
        out.push_back(finding(Severity::Warning, "landmarks.no-plane",
                              "The anterior pelvic plane is not known: not all of its four landmarks are there.",
                              "Angles of a socket or cup cannot be told against it: take an image of the whole pelvis, "
                              "or set the spines and pubic tubercles by hand."));
        return out;
    }
    const auto isb = frameOf("pelvis", Side::Right, found.points);
    for (const JointFrame* frame : {&*plane, isb ? &*isb : nullptr})
        if (frame)
            out.push_back(finding(Severity::Note, "landmarks.axes",
                                  filled("Axes of the %1: %2.", {"pelvis", frame->definition}),
                                  "Tell this definition with every angle."));
    if (!facesForward(*plane))
        out.push_back(finding(Severity::Warning, "landmarks.facing",
                              filled("The axes of the %1 do not look to the front of the patient.", {"pelvis"}),
                              "Check the side, the masks and how the patient lies in the image."));
    else
        out.push_back(finding(
            Severity::Note, "landmarks.pelvic-tilt",
            filled("Anterior pelvic plane against the image's vertical: pelvic tilt %1 degrees in its sagittal plane "
                   "(above 0: anterior), obliquity %2 degrees in its coronal plane (above 0: the right side is "
                   "higher).",
                   {toText(pelvicTilt(*plane, Vec3::UnitZ()), 1), toText(pelvicObliquity(*plane, Vec3::UnitZ()), 1)}),
            "It is that of a patient who lies in a scanner; standing it is another."));
    std::optional<Acetabulum> sockets[2];
    for (const Side side : {Side::Right, Side::Left}) {
        const auto socket = sockets[side == Side::Right ? 0 : 1] = acetabulumOf(side, found.points);
        const auto frame = frameOf("anterior-pelvic-plane", side, found.points);
        if (!socket || !frame)
            continue;
        const CupOrientation o = cupOrientation(*frame, socket->axis);
        Finding f = finding(Severity::Note, "landmarks.acetabulum",
                            filled("Native acetabulum, %1: inclination / anteversion against the anterior pelvic "
                                   "plane: radiographic %2, operative %3, anatomic %4.",
                                   {name(side), cupText(o.radiographic), cupText(o.operative), cupText(o.anatomic)}),
                            "Name the definition with each of these numbers: they are of one and the same socket.");
        f.place = socket->centre;
        out.push_back(std::move(f));
    }
    if (sockets[0] && sockets[1])
        out.push_back(
            finding(Severity::Note, "landmarks.hip-heights",
                    filled("The centre of the right hip lies %1 mm higher than that of the left one, along the "
                           "anterior pelvic plane.",
                           {toText(hipHeightDifference(*plane, sockets[0]->centre, sockets[1]->centre), 1)}),
                    "It is the pelvis' part in a difference of leg lengths; the femora's is not in it."));
    return out;
}

} // namespace pollux::implant
