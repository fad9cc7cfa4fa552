// What a plate's measures are told as: the lines of its plan and its findings.

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/place_plate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux::implant {

namespace {

std::string holeName(size_t hole)
{
    return toText(std::int64_t(hole + 1));
}

std::string listed(const std::vector<size_t>& holes)
{
    std::string out;
    for (const size_t n : holes)
        out += (out.empty() ? "" : ", ") + holeName(n);
    return out;
}

void judge(PlanNumber& n, const char* limit, double value, LimitKind kind)
{
    n.limit = limit;
    n.limitValue = value;
    n.limitKind = kind;
    n.verdict = (kind == LimitKind::AtLeast ? *n.after < value : *n.after > value) ? "warning" : "ok";
}

/// Holes that lie on bone, those on bone in part, those off it.
struct HoleSorts
{
    std::vector<size_t> on, edge, off;
};
HoleSorts sorted(const std::vector<PlateHole>& holes, double reach)
{
    HoleSorts out;
    for (size_t n = 0; n < holes.size(); ++n)
        (!holes[n].onBone(reach) ? out.off : holes[n].rim < 1 ? out.edge : out.on).push_back(n);
    return out;
}

/// Along the plate from its middle, towards the second point.
double along(const PlateFit& fit, const Vec3& p)
{
    return fit.pose.toLocal(p).x();
}

/// The screw that comes nearest to something.
const PlateScrew* nearestScrew(const std::vector<PlateScrew>& screws, std::optional<Approach> PlateScrew::*what)
{
    const PlateScrew* out = nullptr;
    for (const PlateScrew& s : screws)
        if (s.*what && (!out || (s.*what)->mm < (out->*what)->mm))
            out = &s;
    return out;
}

PlanNumber approach(std::string key, std::string label, const Approach& a, const char* limit, double value)
{
    PlanNumber n = number(std::move(key), std::move(label), Unit::Millimetre, a.mm);
    n.note = filled("nearest: %1", {a.name});
    n.place = a.onImplant;
    judge(n, limit, value, LimitKind::AtLeast);
    if (a.mm < 0)
        n.verdict = "stop";
    return n;
}

void tellGap(std::vector<PlanNumber>& out, const PlateMeasures& m, const ParamValues& values)
{
    const PlateGap& g = m.gap;
    PlanNumber mean = number("gap_mean", "Gap under the plate, mean", Unit::Millimetre, g.mean);
    if (g.overBone > 0) {
        mean.note = "along the base's normal, where bone lies under it";
        judge(mean, "plate.gap", values.real("gap"), LimitKind::AtMost);
    } else {
        mean.after.reset();
        mean.note = "no bone under it";
        mean.verdict = "stop";
    }
    out.push_back(std::move(mean));
    if (g.overBone > 0) {
        out.push_back(number("gap_most", "Gap under the plate, greatest", Unit::Millimetre, g.greatest));
        out.back().place = g.greatestPlace;
    }
    out.push_back(number("gap_contact", "Base in contact with bone", Unit::Percent, 100 * g.contact));
    out.back().note = filled("with a gap of at most %1 mm", {toText(values.real("gap"), 1)});
    out.push_back(number("over_bone", "Base with bone under it", Unit::Percent, 100 * g.overBone));
    out.back().note = filled("within %1 mm", {toText(kUnderPlate, 0)});
    for (const auto& [n, key, label] :
         {std::tuple(size_t(0), "gap_first", term("Gap, third at the first point, mean")),
          std::tuple(size_t(1), "gap_middle", term("Gap, middle third, mean")),
          std::tuple(size_t(2), "gap_last", term("Gap, third at the second point, mean"))})
        if (g.thirds[n])
            out.push_back(number(key, label, Unit::Millimetre, *g.thirds[n]));
    PlanNumber overlap = number("overlap", "Plate in bone, deepest", Unit::Millimetre, m.overlap);
    overlap.place = m.overlapPlace;
    judge(overlap, "plate.overlap", values.real("overlap"), LimitKind::AtMost);
    out.push_back(std::move(overlap));
}

void tellHole(std::vector<PlanNumber>& out, const PlateMeasures& m, size_t n, const FlatComponent& plate,
              const ParamValues& values)
{
    const PlateHole& h = m.holes[n];
    const std::string at = holeName(n), key = "hole-" + at;
    const auto add = [&](const char* what, std::string label, std::optional<double> mm) -> PlanNumber& {
        out.push_back(number(key + what, std::move(label), Unit::Millimetre, mm));
        out.back().place = h.place;
        return out.back();
    };
    PlanNumber& gap = add("-gap", filled("Hole %1: gap to the bone", {at}), std::nullopt);
    if (h.bone.empty()) {
        gap.note = "no bone under it";
        gap.verdict = "warning";
        return;
    }
    gap.after = h.gap();
    judge(gap, "plate.hole", values.real("hole_gap"), LimitKind::AtMost);
    if (!h.onBone(values.real("hole_gap")))
        return;
    add("-one", filled("Hole %1: screw length, one cortex", {at}), plate.thickness + h.oneCortex).note =
        h.filled ? "from the plate's top; the mask is filled: as deep as set"
                 : "from the plate's top to the end of the near cortex";
    add("-both", filled("Hole %1: screw length, both cortices", {at}), plate.thickness + h.bothCortices()).note =
        h.bone.size() > 1 ? "from the plate's top through marrow and far cortex"
                          : "from the plate's top to where the axis leaves the bone";
    const auto s = std::find_if(m.screws.begin(), m.screws.end(), [&](const PlateScrew& w) { return w.hole == n; });
    if (s == m.screws.end())
        return;
    if (s->beside) {
        PlanNumber& beside = add("-beside", filled("Hole %1: least bone beside the screw", {at}), *s->beside);
        beside.place = s->besidePlace;
        judge(beside, "plate.beside", values.real("beside"), LimitKind::AtLeast);
    }
    if (s->avoided)
        out.push_back(approach(key + "-avoid", filled("Hole %1: screw to what it keeps away from", {at}), *s->avoided,
                               "plate.avoid", values.real("avoid_distance")));
}

void tellFracture(std::vector<PlanNumber>& out, const PlateMeasures& m, const PlateFit& fit, const ParamValues& values)
{
    if (!values.has("fracture"))
        return;
    const double at = along(fit, values.point("fracture")), reach = values.real("hole_gap");
    std::array<int, 2> holes{}, off{};
    double nearest = 1e9;
    for (const PlateHole& h : m.holes) {
        const double x = along(fit, h.place);
        const size_t side = x < at ? 0 : 1;
        ++(h.onBone(reach) ? holes : off)[side];
        nearest = std::min(nearest, std::fabs(x - at));
    }
    for (const auto& [side, key, label] :
         {std::tuple(size_t(0), "fracture_first", term("Holes on bone, from the fracture to the first point")),
          std::tuple(size_t(1), "fracture_second", term("Holes on bone, from the fracture to the second point"))}) {
        out.push_back(number(key, label, Unit::Count, holes[side]));
        if (off[side] > 0)
            out.back().note = filled("without %1 off the bone", {toText(std::int64_t(off[side]))});
    }
    out.push_back(
        number("fracture_hole", "Fracture to the nearest hole's middle, along the plate", Unit::Millimetre, nearest));
    out.back().place = values.point("fracture");
}

} // namespace

std::vector<PlanNumber> PlacePlate::numbers(const PlateMeasures& m, const FlatComponent& plate, const PlateFit& fit,
                                            const ParamValues& values) const
{
    std::vector<PlanNumber> out;
    tellGap(out, m, values);
    out.push_back(number("length", "Length of the plate", Unit::Millimetre, plate.depth));
    out.push_back(number("holes", "Holes", Unit::Count, plate.holes));
    const HoleSorts sorts = sorted(m.holes, values.real("hole_gap"));
    out.push_back(number("holes_on", "Holes on bone", Unit::Count, double(sorts.on.size() + sorts.edge.size())));
    if (!sorts.edge.empty())
        out.back().note = filled("in part: %1", {listed(sorts.edge)});
    if (m.avoided)
        out.push_back(approach("avoid", term("Plate to what it keeps away from"), *m.avoided, "plate.avoid",
                               values.real("avoid_distance")));
    if (m.implant)
        out.push_back(approach("implant", term("Plate to other implants"), *m.implant, "plate.implant",
                               values.real("implant_distance")));
    if (const PlateScrew* s = nearestScrew(m.screws, &PlateScrew::avoided))
        out.push_back(approach("screw_avoid", term("Screws to what they keep away from"), *s->avoided, "plate.avoid",
                               values.real("avoid_distance")));
    if (const PlateScrew* s = nearestScrew(m.screws, &PlateScrew::implant))
        out.push_back(approach("screw_implant", term("Screws to other implants"), *s->implant, "plate.implant",
                               values.real("implant_distance")));
    tellFracture(out, m, fit, values);
    for (size_t n = 0; n < m.holes.size(); ++n)
        tellHole(out, m, n, plate, values);
    out.push_back(number("roll", "Turned about the axis", Unit::Degree, fit.roll));
    out.back().note = "from the mean of the surface's normals, clockwise as seen from the first point";
    out.push_back(number("points_off", "Points from the bone's surface, most", Unit::Millimetre,
                         std::max(fit.fromOff, fit.toOff)));
    return out;
}

Findings PlacePlate::judged(const PlateMeasures& m, const FlatComponent& plate, const PlateFit& fit,
                            const ParamValues& values) const
{
    Findings out;
    const auto add = [&](Severity severity, const char* code, std::string text, const char* advice, const char* limit,
                         const std::optional<Vec3>& place = {}) {
        out.push_back(finding(severity, code, std::move(text), advice));
        out.back().limit = limit;
        out.back().place = place;
    };
    if (const auto beyond = beyondImage(m.outside))
        out.push_back(*beyond);
    if (m.gap.overBone <= 0)
        add(Severity::Stop, "plate.off", "No bone lies under the plate.", "Set its points on the bone's surface.", "");
    else if (m.gap.mean > values.real("gap"))
        add(Severity::Warning, "plate.gap",
            filled("Between plate and bone lie %1 mm on average and %2 mm at the widest.",
                   {toText(m.gap.mean, 1), toText(m.gap.greatest, 1)}),
            "The plate is straight: move it, take a shorter one, or bend it to the bone, which is not modelled.",
            "plate.gap", m.gap.greatestPlace);
    if (m.gap.overBone > 0 && m.gap.overBone < 0.995)
        add(Severity::Note, "plate.overhang",
            filled("No bone lies under %1 % of the plate.", {toText(100 * (1 - m.gap.overBone), 0)}),
            "Move it, or take a shorter or narrower one.", "");
    if (m.overlap > values.real("overlap"))
        add(Severity::Warning, "plate.in-bone", filled("The plate lies %1 mm deep in bone.", {toText(m.overlap, 1)}),
            "Move it out, or plan to take that bone away.", "plate.overlap", m.overlapPlace);
    if (std::max(fit.fromOff, fit.toOff) > values.real("points_off"))
        add(Severity::Warning, "plate.points",
            filled("A point of the plate was moved by %1 mm to the bone's surface.",
                   {toText(std::max(fit.fromOff, fit.toOff), 1)}),
            "Look whether the plate lies on the side that was meant.", "plate.points",
            fit.fromOff > fit.toOff ? fit.from : fit.to);
    const HoleSorts sorts = sorted(m.holes, values.real("hole_gap"));
    if (!sorts.off.empty())
        add(Severity::Warning, "plate.hole-off", filled("Holes that do not lie on bone: %1.", {listed(sorts.off)}),
            "Move the plate, or take a shorter one.", "plate.hole", m.holes[sorts.off.front()].place);
    if (!sorts.edge.empty())
        add(Severity::Note, "plate.hole-edge",
            filled("Holes with bone under a part of them: %1.", {listed(sorts.edge)}),
            "Move the plate to the middle of the bone.", "plate.hole", m.holes[sorts.edge.front()].place);
    if (!m.unmade.empty())
        add(Severity::Warning, "plate.screw-short",
            filled("Screws shorter than twice their diameter are not planned, in holes: %1.", {listed(m.unmade)}),
            "Take thinner screws, or screws through both cortices.", "", m.holes[m.unmade.front()].place);
    const auto near = [&](const std::optional<Approach>& a, const char* code, const char* key, const char* limit,
                          const std::string& hole) {
        if (!a || a->mm >= values.real(key))
            return;
        const std::string mm = toText(std::max(a->mm, 0.0), 1);
        add(a->mm < 0 ? Severity::Stop : Severity::Warning, code,
            hole.empty() ? a->mm < 0 ? filled("The plate meets '%1'.", {a->name})
                                     : filled("The plate comes as near as %1 mm to '%2'.", {mm, a->name})
            : a->mm < 0 ? filled("The screw in hole %1 meets '%2'.", {hole, a->name})
                         : filled("The screw in hole %1 comes as near as %2 mm to '%3'.", {hole, mm, a->name}),
            hole.empty() ? "Move the plate." : "Move the plate, take a shorter screw, or leave that hole empty.", limit,
            a->onImplant);
    };
    near(m.avoided, "plate.near", "avoid_distance", "plate.avoid", "");
    near(m.implant, "plate.near-implant", "implant_distance", "plate.implant", "");
    for (const PlateScrew& s : m.screws) {
        const std::string at = holeName(s.hole);
        near(s.avoided, "plate.screw-near", "avoid_distance", "plate.avoid", at);
        near(s.implant, "plate.screw-near-implant", "implant_distance", "plate.implant", at);
        if (s.beside && *s.beside < values.real("beside"))
            add(Severity::Warning, "plate.screw-breach",
                *s.beside < 0
                    ? filled("The screw in hole %1 comes out of the bone beside it by %2 mm.",
                             {at, toText(-*s.beside, 1)})
                    : filled("The screw in hole %1 has only %2 mm of bone beside it.", {at, toText(*s.beside, 1)}),
                "Move the plate to the middle of the bone, or leave that hole empty.", "plate.beside", s.besidePlace);
    }
    if (values.has("fracture") && std::fabs(along(fit, values.point("fracture"))) > plate.depth / 2)
        add(Severity::Warning, "plate.fracture", "The fracture lies beyond the plate's ends.",
            "Move the plate over it, or take a longer one.", "", values.point("fracture"));
    return out;
}

} // namespace pollux::implant
