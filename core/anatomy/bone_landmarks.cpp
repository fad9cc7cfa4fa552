#include "core/anatomy/bone_landmarks.h"

#include "core/base/error.h"
#include "core/base/sentence.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace pollux {

SideGuess sideOf(const Mask& tibia, const Mask& fibula)
{
    SideGuess g;
    if (tibia.empty() || fibula.empty())
        return g;
    const Vec3 d = fibula.centroid() - tibia.centroid();
    const double across = std::hypot(d.x(), d.y());
    if (across < 2)
        return g;
    g.side = d.x() < 0 ? Side::Right : Side::Left;
    g.confidence = std::min(1.0, std::fabs(d.x()) / across * 1.25);
    g.why = term("the fibula lies laterally of the tibia");
    return g;
}

SideGuess sideOf(const BoneLandmarks& hip)
{
    SideGuess g;
    const BoneLandmark* head = findLandmark(hip, "femur-head");
    const BoneLandmark* low = findLandmark(hip, "femur-shaft-distal");
    const BoneLandmark* high = findLandmark(hip, "femur-shaft-proximal");
    if (!head || !low || !high || (high->position - low->position).norm() < 1)
        return g;
    const Vec3 up = (high->position - low->position).normalized();
    const Vec3 d = head->position - low->position;
    const Vec3 medial = d - up * up.dot(d);
    const double across = std::hypot(medial.x(), medial.y());
    if (across < 5)
        return g;
    g.side = medial.x() > 0 ? Side::Right : Side::Left; // medially is to the patient's left on the right
    g.confidence = std::min({1.0, std::fabs(medial.x()) / across * 1.25, 2 * head->confidence});
    g.why = term("the head lies medially of the shaft");
    return g;
}

SideGuess sideOf(const Vec3& centroid, double midlineX)
{
    SideGuess g;
    const double off = centroid.x() - midlineX;
    if (!std::isfinite(off))
        return g;
    g.side = off < 0 ? Side::Right : Side::Left;
    g.confidence = std::min(0.4, std::fabs(off) / 100);
    g.why = term("where it lies in the image");
    return g;
}

std::optional<JointFrame> frameOf(std::string_view bone, Side side, const BoneLandmarks& landmarks)
{
    const auto at = [&](const char* key) {
        const BoneLandmark* l = findLandmark(landmarks, key);
        return l ? std::optional<Vec3>(l->position) : std::nullopt;
    };
    const auto all = [](std::initializer_list<const std::optional<Vec3>*> points) {
        return std::all_of(points.begin(), points.end(), [](const auto* p) { return p->has_value(); });
    };
    const auto along = [&](const char* low, const char* high) -> std::optional<Vec3> {
        const auto a = at(low), b = at(high);
        return a && b ? std::optional<Vec3>(*b - *a) : std::nullopt;
    };
    try {
        const auto tibiaUp = along("tibia-shaft-distal", "tibia-shaft-proximal");
        const auto mm = at("tibia-mm"), lm = at("fibula-lm"), mc = at("tibia-mc"), lc = at("tibia-lc");
        if (bone == "tibia") {
            if (all({&mm, &lm, &mc, &lc}))
                return tibiaFrame(side, *mm, *lm, *mc, *lc);
            if (all({&mm, &lm, &tibiaUp}))
                return distalTibiaFrame(side, *mm, *lm, *tibiaUp);
            if (all({&mc, &lc, &tibiaUp}))
                return proximalTibiaFrame(side, *mc, *lc, *tibiaUp);
        } else if (bone == "talus") {
            const auto centre = at("talus-centre"), m = at("talus-dome-medial"), l = at("talus-dome-lateral");
            if (all({&centre, &m, &l, &tibiaUp}))
                return talusFrame(side, *centre, *m, *l, *tibiaUp);
        } else if (bone == "femur") {
            const auto head = at("femur-head"), me = at("femur-me"), le = at("femur-le");
            const auto low = at("femur-shaft-distal"), up = along("femur-shaft-distal", "femur-shaft-proximal");
            if (all({&head, &me, &le}))
                return femurFrame(side, *head, *me, *le);
            if (all({&me, &le, &up}))
                return distalFemurFrame(side, *me, *le, *up);
            if (all({&head, &low, &up}))
                return proximalFemurFrame(side, *head, *low, *up);
        } else if (bone == "pelvis" || bone == "anterior-pelvic-plane") {
            const auto ra = at("asis-right"), la = at("asis-left"), rp = at("psis-right"), lp = at("psis-left");
            const auto rt = at("pubic-tubercle-right"), lt = at("pubic-tubercle-left");
            if (bone == "pelvis" && all({&ra, &la, &rp, &lp}))
                return pelvisFrame(side, *ra, *la, *rp, *lp,
                                   at(side == Side::Right ? "acetabulum-right" : "acetabulum-left"));
            if (bone == "anterior-pelvic-plane" && all({&ra, &la, &rt, &lt}))
                return anteriorPelvicPlane(side, *ra, *la, *rt, *lt);
        } else if (bone == "scapula" || bone == "glenoid") {
            const auto aa = at("scapula-aa"), ts = at("scapula-ts"), ai = at("scapula-ai");
            std::vector<Vec3> rim;
            for (int n = 1; n <= kGlenoidRim; ++n)
                if (const auto p = at(glenoidRimKey(n).c_str()))
                    rim.push_back(*p);
            if (all({&aa, &ts, &ai})) {
                const JointFrame scapula = scapulaFrame(side, *aa, *ts, *ai);
                return bone == "scapula" ? scapula : glenoidFrame(rim, scapula);
            }
        } else if (bone == "vertebra") {
            const auto upper = at("vertebra-upper"), lower = at("vertebra-lower");
            const auto left = at("pedicle-left-isthmus"), right = at("pedicle-right-isthmus");
            if (all({&upper, &lower, &left, &right}))
                return vertebraFrame(*upper, *lower, *left, *right);
        }
    } catch (const Error&) { // they make no axes
    }
    return std::nullopt;
}

std::optional<JointFrame> planningFrameOf(std::string_view bone, Side side, const BoneLandmarks& landmarks)
{
    const std::optional<JointFrame> frame = frameOf(bone, side, landmarks);
    if (!frame || bone != "tibia")
        return frame;
    const auto between = [&](const char* low, const char* high) -> std::optional<Vec3> {
        const BoneLandmark *a = findLandmark(landmarks, low), *b = findLandmark(landmarks, high);
        return a && b ? std::optional<Vec3>(b->position - a->position) : std::nullopt;
    };
    try {
        if (const auto whole = between("tibia-plafond", "tibia-plateau"))
            return alongAxis(*frame, *whole, "long axis from plafond to plateau, across it the line of the landmarks");
        if (const auto shaft = between("tibia-shaft-distal", "tibia-shaft-proximal"))
            return alongAxis(*frame, *shaft, term("long axis of the shaft, across it the line of the landmarks"));
    } catch (const Error&) { // they make no axes
    }
    return std::nullopt;
}

} // namespace pollux
