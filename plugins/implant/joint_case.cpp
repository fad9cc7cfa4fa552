#include "plugins/implant/joint_case.h"

#include "core/base/sentence.h"
#include "core/base/text.h"

namespace pollux::implant {

namespace {

Side other(Side side)
{
    return side == Side::Left ? Side::Right : Side::Left;
}

bool tells(const std::string& landmarkName, Side side)
{
    return landmarkName.find("(" + std::string(name(side)) + " ") != std::string::npos;
}

Id sided(std::string_view key, Side side)
{
    return Id(std::string(key) + "-" + std::string(name(side)));
}

/// Of a pelvis: their keys tell the side.
bool isPelvic(std::string_view key)
{
    return key.starts_with("asis-") || key.starts_with("psis-") || key.starts_with("pubic-") ||
           key.starts_with("acetabulum-");
}

} // namespace

const std::vector<std::string>& landmarkKeys()
{
    static const std::vector<std::string> keys = {"tibia-mm",
                                                  "fibula-lm",
                                                  "tibia-plafond",
                                                  "tibia-shaft-distal",
                                                  "tibia-shaft-proximal",
                                                  "talus-dome-medial",
                                                  "talus-dome-lateral",
                                                  "talus-dome-top",
                                                  "talus-centre",
                                                  "talus-head",
                                                  "tibia-mc",
                                                  "tibia-lc",
                                                  "tibia-plateau",
                                                  "tibia-tuberosity",
                                                  "femur-me",
                                                  "femur-le",
                                                  "femur-posterior-medial",
                                                  "femur-posterior-lateral",
                                                  "femur-distal-medial",
                                                  "femur-distal-lateral",
                                                  "femur-notch",
                                                  "femur-shaft-distal",
                                                  "femur-shaft-proximal",
                                                  "femur-head",
                                                  "femur-neck",
                                                  "asis-right",
                                                  "asis-left",
                                                  "psis-right",
                                                  "psis-left",
                                                  "pubic-tubercle-right",
                                                  "pubic-tubercle-left",
                                                  "acetabulum-right",
                                                  "acetabulum-left",
                                                  "acetabulum-dome-right",
                                                  "acetabulum-dome-left",
                                                  "acetabulum-rim-superior-right",
                                                  "acetabulum-rim-superior-left",
                                                  "acetabulum-rim-anterior-right",
                                                  "acetabulum-rim-anterior-left",
                                                  "acetabulum-rim-posterior-right",
                                                  "acetabulum-rim-posterior-left",
                                                  "scapula-aa",
                                                  "scapula-ts",
                                                  "scapula-ai",
                                                  "glenoid-centre",
                                                  "humerus-head"};
    static const std::vector<std::string> all = [] {
        std::vector<std::string> list = keys;
        for (int n = 1; n <= kGlenoidRim; ++n)
            list.push_back(glenoidRimKey(n));
        return list;
    }();
    return all;
}

std::string landmarkName(const BoneLandmark& landmark, Side side)
{
    if (isPelvic(landmark.key))
        return filled("%1 (%2)", {landmark.label, "pelvis"});
    const std::string bone = landmark.key.substr(0, landmark.key.find('-'));
    return filled("%1 (%2 %3)", {landmark.label, name(side), bone});
}

Id landmarkId(const Case& c, std::string_view key, Side side)
{
    if (isPelvic(key))
        return Id(std::string(key));
    if (c.kindOf(sided(key, side)))
        return sided(key, side);
    const Id plain{std::string(key)};
    const auto it = c.landmarks.find(plain);
    const bool taken = it != c.landmarks.end() ? tells(it->second->name, other(side)) : c.kindOf(plain).has_value();
    return taken ? sided(key, side) : plain;
}

const Landmark* landmarkOf(const Case& c, std::string_view key, Side side)
{
    const auto it = c.landmarks.find(landmarkId(c, key, side));
    return it != c.landmarks.end() && !tells(it->second->name, other(side)) ? it->second.get() : nullptr;
}

BoneLandmarks landmarksOf(const Case& c, Side side)
{
    BoneLandmarks out;
    for (const std::string& key : landmarkKeys())
        if (const Landmark* l = landmarkOf(c, key, side))
            out.push_back({key, l->name, l->position, 1, "as it stands in the case"});
    return out;
}

std::optional<JointFrame> frameFromCase(const Case& c, std::string_view bone, Side side)
{
    return frameOf(bone, side, landmarksOf(c, side));
}

std::optional<JointFrame> planningFrameFromCase(const Case& c, std::string_view bone, Side side)
{
    return planningFrameOf(bone, side, landmarksOf(c, side));
}

std::vector<Id> frameSources(const Case& c, std::string_view bone, Side side)
{
    std::vector<Id> out;
    for (const std::string& key : landmarkKeys()) {
        const bool own = key.starts_with(bone);
        const bool ankle = bone == "tibia" && key.starts_with("fibula-");
        const bool height = bone == "talus" && key.starts_with("tibia-shaft-");
        const bool pelvis = (bone == "pelvis" || bone == "anterior-pelvic-plane") && isPelvic(key) &&
                            !key.starts_with("acetabulum-dome") && !key.starts_with("acetabulum-rim");
        const bool scapula = bone == "glenoid" && key.starts_with("scapula-");
        if ((own || ankle || height || pelvis || scapula) && landmarkOf(c, key, side))
            out.push_back(landmarkId(c, key, side));
    }
    return out;
}

Id vertebraLandmarkId(const Id& structure, std::string_view key)
{
    constexpr std::string_view kBone = "vertebra-";
    if (key.starts_with(kBone))
        key.remove_prefix(kBone.size());
    return Id(structure.text() + "-" + std::string(key));
}

std::string vertebraLandmarkName(const BoneLandmark& landmark, const std::string& structureName)
{
    return filled("%1 (%2)", {landmark.label, structureName});
}

BoneLandmarks vertebraLandmarksOf(const Case& c, const Id& structure)
{
    BoneLandmarks out;
    for (const char* key : {"vertebra-upper", "vertebra-lower", "vertebra-body", "vertebra-canal", "pedicle-left-entry",
                            "pedicle-left-isthmus", "pedicle-left-target", "pedicle-right-entry",
                            "pedicle-right-isthmus", "pedicle-right-target"})
        if (const auto it = c.landmarks.find(vertebraLandmarkId(structure, key)); it != c.landmarks.end())
            out.push_back({key, it->second->name, it->second->position, 1, "as it stands in the case"});
    return out;
}

std::optional<Side> sideNamed(const Id& id, const Structure& structure)
{
    const std::string name = lowered(structure.name);
    const std::string& text = id.text();
    if (name.starts_with("left ") || text.ends_with("-left"))
        return Side::Left;
    if (name.starts_with("right ") || text.ends_with("-right"))
        return Side::Right;
    return {};
}

SideGuess sideByPlace(const Mask& mask)
{
    constexpr double kBothLegs = 250; // mm
    const Box b = mask.grid().bounds();
    if (mask.empty() || b.extent().x() < kBothLegs)
        return {};
    return sideOf(mask.centroid(), b.centre().x());
}

std::optional<Id> boneInCase(const Case& c, std::string_view anatomy, std::optional<Side> side)
{
    std::optional<Id> best;
    std::int64_t most = 0;
    for (const auto& [id, s] : c.structures) {
        if (s->anatomy != anatomy || !s->mask || s->mask->empty())
            continue;
        const auto named = sideNamed(id, *s);
        if (side && named && *named != *side)
            continue;
        // One that tells no side counts only where none does; of those the first.
        const std::int64_t size = named ? s->mask->count() : 0;
        if (best && size <= most)
            continue;
        best = id;
        most = size;
    }
    return best;
}

} // namespace pollux::implant
