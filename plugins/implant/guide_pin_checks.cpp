#include "plugins/implant/guide_pin_checks.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/hidden_plans.h"
#include "core/operation/plan_parts.h"
#include "core/solid/revolved.h"
#include "plugins/implant/neighbour_distance.h"
#include "plugins/implant/region_distance.h"

#include <algorithm>
#include <map>
#include <string>

namespace pollux::implant {

namespace {

constexpr double kSeen = 10; // mm around a pin

/// Of one thing, which is looked at in parts: an implant and its drill's way.
void take(std::optional<PinGap>& best, double mm, const std::string& what, const Vec3& place)
{
    if (mm < kSeen && (!best || mm < best->mm))
        best = PinGap{mm, what, place};
}

/// What is seen of many, the nearest first.
template <class Key>
std::vector<PinGap> seen(const std::map<Key, std::optional<PinGap>>& gaps)
{
    std::vector<PinGap> out;
    for (const auto& [key, gap] : gaps)
        if (gap)
            out.push_back(*gap);
    std::stable_sort(out.begin(), out.end(), [](const PinGap& a, const PinGap& b) { return a.mm < b.mm; });
    return out;
}

bool isNeighbour(const Structure& s)
{
    return (s.anatomy == "tooth" && s.mask) || (s.anatomy == "mandibular_canal" && (s.mask || s.tree));
}

} // namespace

std::vector<Id> pinNeighbours(const Case& c)
{
    std::vector<Id> out;
    for (const auto& [id, s] : c.structures)
        if (isNeighbour(*s))
            out.push_back(id);
    const std::set<Id> hidden = hiddenObjects(c);
    for (const PlacedNeighbour& n : placedNeighbours(c, Id()))
        if (!hidden.contains(n.plan))
            out.push_back(n.plan);
    return out;
}

std::vector<PinCheck> checkPins(const Case& c, const DrillGuide& guide, const GuideInputs& in, const Id& bone,
                                const Job& job)
{
    const OpeningSettings& o = in.settings.openings;
    const Outline body{{{0, o.pinHole / 2}, {o.pinLength, o.pinHole / 2}}};
    const std::set<Id> hidden = hiddenObjects(c);
    std::vector<PinCheck> out(guide.pins.size());
    for (size_t n = 0; n < out.size(); ++n) {
        const GuidePin& pin = guide.pins[n];
        const AxisPose pose{pin.outer, pin.direction};
        const auto all = surfaceSamples(body, pose, 0.3, 0, o.pinLength);
        std::map<Id, std::optional<PinGap>> teeth, canals, implants;
        std::map<size_t, std::optional<PinGap>> pins;
        const auto beyond = [&](std::optional<PinGap>& gap, const std::string& name, auto distance, double from) {
            for (const SurfaceSample& s : all)
                if (s.along >= from)
                    take(gap, distance(s.position), name, s.position);
        };
        const Vec3 middle = (pin.contact + pin.tip) / 2;
        const double reach = (pin.tip - pin.contact).norm() / 2 + kSeen;
        for (const auto& [id, s] : c.structures)
            if (isNeighbour(*s)) {
                const bool tooth = s->anatomy == "tooth";
                job.checkStop();
                const NeighbourDistance d = distanceTo(*s, !tooth, middle, reach, job);
                beyond(
                    tooth ? teeth[id] : canals[id], c.nameOf(id), [&](const Vec3& p) { return d.at(p); }, o.pinGuided);
            }
        for (const PlacedNeighbour& i : placedNeighbours(c, Id()))
            if (!hidden.contains(i.plan))
                beyond(
                    implants[i.plan], i.plan.text(), [&](const Vec3& p) { return i.distance.at(p); }, o.pinGuided);
        for (const GuideSleeve& s : guide.sleeves) {
            const GuidedDrill& d = s.drill;
            const Outline way{{{0, d.sleeveOuter / 2}, {(d.sleeveUpper() - d.platform).norm(), d.sleeveOuter / 2}}};
            const AxisPose from{d.platform, -d.axis()};
            beyond(
                implants[d.plan], d.plan.text(), [&](const Vec3& p) { return signedDistance(way, from, p); }, 0);
        }
        for (size_t m = 0; m < out.size(); ++m)
            if (m != n) {
                const AxisPose other{guide.pins[m].outer, guide.pins[m].direction};
                beyond(
                    pins[m], toText(std::int64_t(m + 1)), [&](const Vec3& p) { return signedDistance(body, other, p); },
                    0);
            }
        out[n].teeth = seen(teeth);
        out[n].canals = seen(canals);
        out[n].implants = seen(implants);
        out[n].pins = seen(pins);
        if (!bone.empty() && c.structures.contains(bone) && c.structure(bone).mask) {
            const Mask& mask = *c.structure(bone).mask;
            out[n].inBone = 0;
            for (double a = o.pinGuided + 0.05; a < o.pinLength; a += 0.1)
                *out[n].inBone += mask.contains(pose.at(a)) ? 0.1 : 0;
        }
    }
    return out;
}

std::vector<PlanNumber> pinNumbers(const DrillGuide& guide, const std::vector<PinCheck>& checks,
                                   const PinLimits& limits)
{
    std::vector<PlanNumber> out;
    for (size_t n = 0; n < checks.size(); ++n) {
        const std::string at = toText(std::int64_t(n + 1));
        const auto gap = [&](const char* key, const char* label, const std::vector<PinGap>& gaps, const char* limit,
                             double least) {
            if (gaps.empty())
                return;
            const PinGap& g = gaps.front();
            PlanNumber p = number(std::string(key) + at, filled(label, {at}), Unit::Millimetre, g.mm);
            p.limit = limit;
            p.limitValue = least;
            p.limitKind = LimitKind::AtLeast;
            p.verdict = g.mm < 0 ? "stop" : g.mm < least ? "warning" : "ok";
            p.place = g.place;
            out.push_back(std::move(p));
        };
        out.push_back(number("pin-length-" + at, filled("Pin %1, length", {at}), Unit::Millimetre,
                             (guide.pins[n].tip - guide.pins[n].outer).norm()));
        out.back().note = "from the outer end of its tube to its tip";
        if (checks[n].inBone) {
            out.push_back(
                number("pin-bone-" + at, filled("Pin %1, in bone", {at}), Unit::Millimetre, *checks[n].inBone));
            out.back().note = "of its axis, in the bone's mask";
        }
        gap("pin-tooth-", "Pin %1 to a tooth", checks[n].teeth, "implant.guide.pin_tooth", limits.tooth);
        gap("pin-canal-", "Pin %1 to the canal", checks[n].canals, "implant.guide.pin_canal", limits.canal);
        gap("pin-implant-", "Pin %1 to an implant or its drill", checks[n].implants, "implant.guide.pin_implant",
            limits.implant);
        gap("pin-pin-", "Pin %1 to another pin", checks[n].pins, "implant.guide.pin_implant", limits.implant);
    }
    return out;
}

Findings pinFindings(const Case& c, const DrillGuide& guide, const std::vector<PinCheck>& checks,
                     const PinLimits& limits)
{
    Findings out;
    for (size_t n = 0; n < checks.size(); ++n) {
        const std::string at = toText(std::int64_t(n + 1));
        const auto tell = [&](const PinGap& g, double least, const char* code, const char* limit, const char* lies,
                              const char* comes) {
            if (g.mm >= least)
                return;
            out.push_back(finding(g.mm < 0 ? Severity::Stop : Severity::Warning, code,
                                  g.mm < 0 ? filled(lies, {at, g.what}) : filled(comes, {at, g.what, toText(g.mm, 1)}),
                                  "Move the pin, aim it elsewhere, or take a shorter one."));
            out.back().place = g.place;
            out.back().limit = limit;
        };
        for (const PinGap& g : checks[n].teeth)
            tell(g, limits.tooth, "guide.pin-tooth", "implant.guide.pin_tooth", "Pin %1 would go into '%2'.",
                 "Pin %1 comes as near as %3 mm to '%2'.");
        for (const PinGap& g : checks[n].canals)
            tell(g, limits.canal, "guide.pin-canal", "implant.guide.pin_canal", "Pin %1 would go into '%2'.",
                 "Pin %1 comes as near as %3 mm to '%2'.");
        for (const PinGap& g : checks[n].implants)
            tell(g, limits.implant, "guide.pin-implant", "implant.guide.pin_implant",
                 "Pin %1 would stand in the way of the implant of '%2' or its drill.",
                 "Pin %1 comes as near as %3 mm to the implant of '%2' or its drill.");
        // Of two pins the first tells it.
        for (const PinGap& g : checks[n].pins)
            if (std::stoul(g.what) > n + 1)
                tell(g, limits.implant, "guide.pins-cross", "implant.guide.pin_implant", "Pins %1 and %2 would meet.",
                     "Pins %1 and %2 come as near as %3 mm to each other.");
        if (checks[n].inBone && *checks[n].inBone <= 0) {
            out.push_back(finding(Severity::Warning, "guide.pin-no-bone", filled("Pin %1 goes into no bone.", {at}),
                                  "Aim it at the bone, or take a longer one."));
            out.back().place = guide.pins[n].tip;
        }
        if (!guide.pins[n].held) {
            out.push_back(finding(Severity::Stop, "guide.loose-pin",
                                  filled("The tube of pin %1 does not hang together with the guide.", {at}),
                                  "Move the pin nearer to the teeth, or give the guide more reach or height."));
            out.back().place = guide.pins[n].outer;
        }
    }
    const auto known = [&](const char* anatomy) {
        return std::any_of(c.structures.begin(), c.structures.end(),
                           [&](const auto& s) { return s.second->anatomy == anatomy && isNeighbour(*s.second); });
    };
    if (!checks.empty() && !known("mandibular_canal"))
        out.push_back(finding(Severity::Note, "guide.pin-canal-unknown",
                              "No canal is known: whether a pin meets one was not looked at.", "Trace the canal."));
    if (!checks.empty() && !known("tooth"))
        out.push_back(finding(Severity::Note, "guide.pin-tooth-unknown",
                              "No teeth are known as masks: whether a pin meets a root was not looked at.",
                              "Segment the teeth with their roots."));
    return out;
}

Findings windowFindings(const DrillGuide& guide)
{
    Findings out;
    for (size_t n = 0; n < guide.windows.size(); ++n)
        if (!(guide.windows[n].takenMm3 > 0)) {
            out.push_back(finding(Severity::Warning, "guide.empty-window",
                                  filled("Window %1 lies where there is no guide, or in a tube, which stays whole.",
                                         {toText(std::int64_t(n + 1))}),
                                  "Set it on a tooth that the guide covers."));
            out.back().place = guide.windows[n].middle;
        }
    return out;
}

} // namespace pollux::implant
