#include "plugins/liver/needle_numbers.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"

#include <Eigen/Geometry>

#include <cmath>

namespace pollux::liver {

namespace {

std::optional<NearestNeedles> nearestOf(const std::vector<PlannedAxis>& needles)
{
    std::vector<NeedleAxis> axes;
    for (const PlannedAxis& n : needles)
        axes.push_back(n.axis);
    return liver::nearestOf(axes);
}

bool sameNeedle(const NeedleAxis& a, const NeedleAxis& b)
{
    constexpr double kSameMm = 0.1, kSameAngle = 1e-3; // far below what a hand can tell
    const Vec3 da = a.tip - a.entry, db = b.tip - b.entry;
    return (a.entry - b.entry).norm() < kSameMm && da.cross(db).norm() <= kSameAngle * da.norm() * db.norm() &&
           da.dot(db) > 0;
}

} // namespace

std::vector<PlannedAxis> distinct(std::vector<PlannedAxis> all)
{
    std::vector<PlannedAxis> out;
    for (PlannedAxis& one : all) {
        bool found = false;
        for (PlannedAxis& known : out)
            if (sameNeedle(known.axis, one.axis)) {
                found = true;
                if ((one.axis.tip - one.axis.entry).norm() > (known.axis.tip - known.axis.entry).norm())
                    known.axis = one.axis;
                break;
            }
        if (!found)
            out.push_back(std::move(one));
    }
    return out;
}

std::vector<PlanNumber> needleNumbers(const std::vector<PlannedAxis>& needles, double apart, const std::string& limitId)
{
    std::vector<PlanNumber> out;
    out.push_back(number("needles", "Needles", Unit::Count, double(needles.size())));
    const auto nearest = nearestOf(needles);
    if (!nearest)
        return out;
    PlanNumber n = number("needle_gap", "Distance between needles", Unit::Millimetre, nearest->gap.mm);
    n.place = 0.5 * (nearest->gap.onFirst + nearest->gap.onSecond);
    n.note = filled("least, between the needles of '%1' and '%2'",
                    {needles[nearest->first].name, needles[nearest->second].name});
    if (apart > 0) {
        n.limit = limitId;
        n.limitValue = apart;
        n.limitKind = LimitKind::AtLeast;
        n.verdict = nearest->gap.mm < apart ? "warning" : "ok";
    }
    out.push_back(std::move(n));
    return out;
}

Findings needleFindings(const std::vector<PlannedAxis>& needles, double apart, const std::string& limitId)
{
    const auto nearest = nearestOf(needles);
    if (!nearest || nearest->gap.mm >= apart)
        return {};
    Finding f = finding(Severity::Warning, "needles.near",
                        filled("The needles of '%1' and '%2' come as near as %3 mm to each other, less than %4 mm.",
                               {needles[nearest->first].name, needles[nearest->second].name, toText(nearest->gap.mm, 1),
                                toText(apart, 1)}),
                        "Set one after the other, or move one of them.");
    f.limit = limitId;
    f.place = 0.5 * (nearest->gap.onFirst + nearest->gap.onSecond);
    return {f};
}

} // namespace pollux::liver
