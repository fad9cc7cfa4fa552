#include "core/operation/standard/follow_up_operation.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/time_points.h"
#include "core/operation/standard/carry_over.h"
#include "core/operation/standard/register_operations.h"
#include "core/operation/standard/segment_operations_result.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr const char* kFollowUp = "case.follow-up";

Finding finding(Severity severity, std::string code, std::string text, std::string advice)
{
    Finding f = stopFinding(std::move(code), std::move(text), std::move(advice));
    f.severity = severity;
    return f;
}

Finding warning(std::string code, std::string text, std::string advice)
{
    return finding(Severity::Warning, std::move(code), std::move(text), std::move(advice));
}

/// Of the registration that a follow-up makes itself.
Id ownRegistration(const ParamValues& values)
{
    return Id("follow-up-" + values.text("moving") + "-on-" + values.text("fixed"));
}

/// What the user asked for, or all masks of the moving image; those of other images of its study go to `left`.
std::vector<Id> wanted(const Case& c, const ParamValues& values, std::vector<Id>* left = nullptr)
{
    std::vector<Id> out;
    for (const std::string& id : values.list("structures"))
        out.emplace_back(id);
    if (!out.empty())
        return out;
    const TimePoints times = timePointsOf(c);
    const Id moving(values.text("moving"));
    const auto time = times.ofVolume(moving);
    if (!time)
        return out;
    const TimePoint& then = times.all[*time];
    const auto fits = [&](const Id& volume, const Mask& mask) {
        return sameGeometry(c.volume(volume).volume.grid(), mask.grid());
    };
    for (const Id& id : then.structures) {
        const auto& mask = c.structure(id).mask;
        if (!mask)
            continue;
        const bool elsewhere = !fits(moving, *mask) && std::any_of(then.volumes.begin(), then.volumes.end(),
                                                                   [&](const Id& v) { return fits(v, *mask); });
        if (!elsewhere)
            out.push_back(id);
        else if (left)
            left->push_back(id);
    }
    return out;
}

std::vector<Id> plansThen(const Case& c, const ParamValues& values)
{
    const TimePoints times = timePointsOf(c);
    const auto time = times.ofVolume(Id(values.text("moving")));
    return time && values.boolean("plans") ? times.all[*time].plans : std::vector<Id>{};
}

/// A registration that an earlier run made of the same images in the same way need not be made again.
bool standsStill(const Case& c, const ParamValues& values)
{
    const Id id = ownRegistration(values);
    const auto made = c.lineage.find(id);
    if (!c.registrations.contains(id) || made == c.lineage.end() || made->second->operation != kFollowUp)
        return false;
    for (const LineageInput& in : made->second->inputs)
        if (c.keyOf(in.id) != in.key)
            return false;
    const auto before = nlohmann::json::parse(made->second->parameters, nullptr, false);
    const nlohmann::json now = toJson(values);
    for (const char* key : {"fixed", "moving", "method", "spacing"})
        if (!before.is_object() || !before.contains(key) || before.at(key) != now.at(key))
            return false;
    return true;
}

/// As register.affine, then as register.deformable from there.
Registration registerImages(const Case& c, const ParamValues& values, const Job& job, Findings& findings)
{
    const Id id = ownRegistration(values);
    const bool deformable = values.text("method") == "deformable";
    const auto step = [&](const Operation& operation, const Case& on, ParamValues given, const Job& part) {
        given.set("fixed", values.text("fixed"));
        given.set("moving", values.text("moving"));
        given.set("name", id.text());
        given.set("resample", false);
        Job own = part;
        return operation.run(on, completed(operation.declare(), given), own);
    };
    const auto take = [&](const Edit& edit, bool last) {
        for (const Finding& f : edit.findings)
            // That the first of two steps gained little is no doubt of the second.
            if (last || f.code != "register.no-gain")
                findings.push_back(f);
    };
    ParamValues affine;
    affine.set("kind", std::string(values.text("method") == "rigid" ? "rigid" : "affine"));
    const Edit first = step(*makeRegisterAffine(), c, affine, job.part(0, deformable ? 0.3 : 1.0));
    take(first, !deformable);
    const auto& [affineId, affineMap] = *first.puts().registrations.begin();
    Registration r = *affineMap;
    if (deformable) {
        ParamValues bent;
        const bool alike = c.volume(Id(values.text("fixed"))).modality == c.volume(Id(values.text("moving"))).modality;
        bent.set("start", affineId.text());
        bent.set("spacing", values.real("spacing"));
        bent.set("likeness", std::string(alike ? "values" : "structure"));
        const Edit second = step(*makeRegisterDeformable(), apply(c, first), bent, job.part(0.3, 1.0));
        take(second, true);
        r = *second.puts().registrations.begin()->second;
    }
    r.name = "Follow-up: " + c.nameOf(Id(values.text("moving"))) + " on " + c.nameOf(Id(values.text("fixed")));
    r.findings = findings;
    return r;
}

class FollowUp final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {kFollowUp,
                1,
                "Follow up in a new study",
                "Carries structures and the points of plans from an earlier image of the patient onto a new one.",
                "Registers the earlier image onto the new one, affinely and then deformably as register.affine and "
                "register.deformable do, unless a registration of the two is named. Each mask is sampled where the "
                "registration leads (trilinear, cut at one half) and becomes a proposal: its border is only as right "
                "as the registration. To measure growth, correct it on the new image or draw it there anew.\n\nA "
                "structure is not carried, and the run says why, if it lies outside the new image, if the registration "
                "is turned inside out in it (a Jacobian determinant of zero or less), or if the registration changes "
                "its volume by more than the factor allowed. One that lies partly outside is carried and said to be "
                "cut. What a person has edited or confirmed on the new image is never overwritten.\n\nA plan is not "
                "moved: its points are carried as landmarks, by the inverse of the registration, and it has to be "
                "computed again on the new image.\n\nResults are called after what they came from and the image they "
                "lie on: 'liver' on 'ct-2' is 'liver-on-ct-2'.",
                "Register"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("fixed", "New image", "volume", "", "The image that structures are carried onto."));
        list.add(objectParam("moving", "Earlier image", "volume", "", "The image that they were found in."));
        Param registration = objectParam("registration", "Registration", "registration", "",
                                         "How the two images lie upon each other; empty: it is made.");
        registration.optional = true;
        list.add(registration);
        list.add(objectsParam("structures", "Structures", "structure:mask",
                              "Those to carry; all of the earlier image if none is named."));
        list.add(boolParam("plans", "Points of plans", true,
                           "Also carry the points of the earlier study's plans, as landmarks."));
        list.add(choiceParam("method", "Method", {"deformable", "affine", "rigid"},
                             "How the images are registered, if no registration is named."));
        Param spacing = realParam("spacing", "Finest spacing", Unit::Millimetre, 2.5, 0.5, 20,
                                  "Of the voxels that the deformable registration works on.");
        spacing.advanced = true;
        list.add(spacing);
        Param factor = realParam("factor", "Largest change of volume", Unit::None, 3, 1.1, 100,
                                 "A structure whose volume the registration changes by more than this factor, either "
                                 "way, is not carried.");
        factor.advanced = true;
        factor.source = "Working value of Pollux (unverified)";
        list.add(factor);
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        const Id fixed(values.text("fixed")), moving(values.text("moving"));
        if (fixed == moving)
            return {stopFinding("follow-up.same", "The new and the earlier image are the same.",
                                "Choose one of each study. A second study joins by import.study.")};
        Findings out;
        const TimePoints times = timePointsOf(c);
        const auto now = times.ofVolume(fixed), then = times.ofVolume(moving);
        if (now && then && now == then)
            out.push_back(warning("follow-up.one-study", "Both images are of one study: no time lies between them.",
                                  "Choose an image of the later study."));
        else if (now && then)
            if (const auto days = daysBetween(times.all[*then].date, times.all[*now].date); days && *days < 0)
                out.push_back(warning("follow-up.order", "The new image is dated before the earlier one.",
                                      "Change them over, unless you mean to carry back."));
        if (const std::string& id = values.text("registration"); !id.empty()) {
            const Registration& r = c.registration(Id(id));
            if (r.fixed != fixed || r.moving != moving)
                out.push_back(stopFinding("follow-up.registration", "The registration is of other images.",
                                          "Choose one of these two, in the same order, or none."));
        } else if (const auto kind = c.kindOf(ownRegistration(values)); kind && *kind != Kind::Registration) {
            out.push_back(stopFinding("result.taken",
                                      "'" + ownRegistration(values).text() + "' is in the case already.",
                                      "Remove it, or name a registration."));
        }
        for (const std::string& id : values.list("structures"))
            if (then && now && then != now && times.ofStructure(Id(id)) == now)
                out.push_back(stopFinding("follow-up.there", "'" + id + "' lies on the new image already.",
                                          "Choose structures of the earlier one."));
        if (wanted(c, values).empty() && plansThen(c, values).empty())
            out.push_back(stopFinding("follow-up.nothing",
                                      "Nothing was found in the earlier image that could be carried.",
                                      "Segment it, or choose another image."));
        return out;
    }

    ParamValues narrowed(const ParamValues& values, const std::vector<Id>& outputs) const override
    {
        // Named structures only: of "all" only the case knows which they were.
        const std::string ending = "-on-" + values.text("fixed");
        std::vector<std::string> some;
        for (const std::string& id : values.list("structures"))
            for (const Id& out : outputs) {
                if (!out.text().ends_with(ending))
                    return values;
                const std::string stem = out.text().substr(0, out.text().size() - ending.size());
                if (id == stem || id.starts_with(stem + "-on-")) {
                    some.push_back(id);
                    break;
                }
            }
        if (some.empty())
            return values;
        ParamValues fewer = values;
        fewer.set("structures", some);
        return fewer;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        Edit edit;
        const Id fixed(values.text("fixed")), moving(values.text("moving"));
        std::vector<Id> way{Id(), fixed}; // what the results stand on besides what they came from
        Registration registration;
        if (const std::string& id = values.text("registration"); !id.empty() || standsStill(c, values)) {
            way[0] = id.empty() ? ownRegistration(values) : Id(id);
            registration = c.registration(way[0]);
        } else {
            registration = registerImages(c, values, job.part(0, 0.7), edit.findings);
            way[0] = moving;
            edit.madeFrom[ownRegistration(values)] = {fixed, moving};
            edit.put(ownRegistration(values), registration);
        }
        const CarryOver carry(registration, c.volume(fixed).volume.grid(), job);
        std::vector<Id> left;
        const std::vector<Id> ids = wanted(c, values, &left);
        for (const Id& id : left)
            edit.findings.push_back(
                finding(Severity::Note, "follow-up.other-image",
                        "'" + c.nameOf(id) + "' lies on another image of the earlier study: it was not carried.",
                        "Run it again with that image as the earlier one."));
        size_t done = 0;
        const Job part = job.part(0.7, 0.95);
        for (size_t n = 0; n < ids.size(); ++n) {
            part.progress(double(n) / double(ids.size()), c.nameOf(ids[n]));
            done += carryStructure(c, values, ids[n], carry, way, edit, job);
        }
        if (!ids.empty())
            edit.findings.push_back(finding(Severity::Note, "follow-up.carried",
                                            toText(std::int64_t(done)) + " of " + toText(std::int64_t(ids.size())) +
                                                " structures were carried over, as proposals.",
                                            "Correct them on the new image before you measure growth."));
        size_t points = 0;
        for (const Id& id : plansThen(c, values))
            points += carryPlan(c, id, carry, way, edit, job);
        if (done == 0 && points == 0 && !std::any_of(edit.findings.begin(), edit.findings.end(), [](const Finding& f) {
                return f.code == "follow-up.kept";
            }))
            throw Error(ErrorCode::BadInput, "Nothing could be carried over." + reasons(edit.findings),
                        "Look at the registration of the two images: it may be wrong.");
        return edit;
    }

private:
    static std::string reasons(const Findings& findings)
    {
        std::string text;
        for (const Finding& f : findings)
            if (f.severity == Severity::Warning && f.code.starts_with("follow-up."))
                text += " " + f.text;
        return text;
    }

    static bool carryStructure(const Case& c, const ParamValues& values, const Id& id, const CarryOver& carry,
                               const std::vector<Id>& way, Edit& edit, const Job& job)
    {
        const Structure& from = c.structure(id);
        const Id fixed(values.text("fixed")), result = carriedId(c, id, fixed);
        const auto say = [&](const char* code, const char* shape, const char* advice, const std::string& value = {}) {
            edit.findings.push_back(warning(code, filled(shape, {from.name, value}), advice));
            return false;
        };
        if (edit.puts().structures.contains(result))
            return say("follow-up.twice", "'%1' was not carried: another structure of the same id was.",
                       "Name the one to carry.");
        if (const auto kind = c.kindOf(result)) {
            const bool own = *kind == Kind::Structure && c.structure(result).state == ConfirmState::Proposed &&
                             carriedFrom(c, result);
            if (!own)
                return say("follow-up.kept", "'%1' was not carried again: a person has worked on it on the new image.",
                           "Remove that one first if it should be carried anew.");
        }
        CarryOver::Carried carried = carry(*from.mask, job);
        if (carried.mask.empty())
            return say("follow-up.outside", "'%1' lies outside the new image: it was not carried.",
                       "Nothing to do if the image does not reach there.");
        if (carried.folded > 0)
            return say("follow-up.folded", "'%1' was not carried: the registration is turned inside out in it.",
                       "Register the images by hand with a larger smoothness, and name that registration.");
        const double most = values.real("factor");
        if (carried.factor <= 0 || carried.factor > most || carried.factor < 1 / most)
            return say("follow-up.volume",
                       "'%1' was not carried: the registration changes its volume to %2 %, more than is allowed.",
                       "Look at the registration there; draw the structure anew on the new image.",
                       toText(100 * carried.factor, 0));
        constexpr double kCut = 0.02; // what the lattice of places can tell from nothing
        if (carried.outside > kCut)
            say("follow-up.cut", "'%1' lies %2 % outside the new image: only the rest was carried.",
                "Its volume there is not that of the whole.", toText(100 * carried.outside, 0));
        Structure s = carriedStructure(from, std::move(carried.mask), "on " + fixed.text());
        // "Liver (on ct)" carried further is "Liver (on ct-2)".
        if (const auto earlier = from.name.rfind(" (on ");
            earlier != std::string::npos && from.name.ends_with(')') && carriedStem(c, id) != id.text())
            s.name = from.name.substr(0, earlier) + " (on " + fixed.text() + ")";
        edit.madeFrom[result] = way;
        edit.madeFrom[result].push_back(id);
        edit.put(result, std::move(s));
        return true;
    }

    /// How many of its points were carried.
    static size_t carryPlan(const Case& c, const Id& id, const CarryOver& carry, const std::vector<Id>& way, Edit& edit,
                            const Job& job)
    {
        const Plan& plan = c.plan(id);
        const Id& fixed = way[1];
        std::string made, lost;
        std::optional<Vec3> place;
        size_t count = 0;
        for (const NamedPoint& p : plan.points) {
            const Id result = slug(id.text() + "-" + p.key + "-on-" + fixed.text());
            const auto there = carry.point(p.position, job);
            const auto kind = c.kindOf(result);
            if (!there || (kind && *kind != Kind::Landmark)) {
                lost += (lost.empty() ? "" : ", ") + p.key;
                continue;
            }
            place = place ? place : there;
            made += (made.empty() ? "'" : ", '") + result.text() + "'";
            edit.madeFrom[result] = way;
            edit.madeFrom[result].push_back(id);
            edit.put(result, Landmark{plan.name + ": " + p.key + " (on " + fixed.text() + ")", *there});
            ++count;
        }
        Finding f = warning("follow-up.plan",
                            "The plan '" + plan.name + "' was not moved." +
                                (made.empty() ? "" : " " + ("Its points were carried as landmarks: " + made + ".")) +
                                (lost.empty() ? "" : " " + ("Not carried: " + lost + ".")),
                            "Compute the plan again on the new image.");
        f.place = place;
        edit.findings.push_back(std::move(f));
        return count;
    }
};

} // namespace

std::unique_ptr<Operation> makeFollowUp()
{
    return std::make_unique<FollowUp>();
}

} // namespace pollux
