#include "core/operation/standard/sign_plan_operation.h"

#include "core/base/text.h"
#include "core/case/acknowledgement.h"
#include "core/case/plan_state.h"
#include "core/operation/standard/segment_operations_result.h"

namespace pollux {

namespace {

constexpr size_t kLongestId = 100; ///< letters: the record's own id is longer by "/approved"

PlanState stateOf(const ParamValues& values)
{
    const std::string& text = values.text("state");
    return text == "approved" ? PlanState::Approved : text == "reviewed" ? PlanState::Reviewed : PlanState::Draft;
}

Finding warning(std::string code, std::string text, std::string advice)
{
    return {Severity::Warning, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

class SignPlan final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {
            std::string(kSignPlan),
            1,
            "Review or approve a plan",
            "Records that a person has reviewed or approved a plan, or takes that back.",
            "A plan is a draft until a person has reviewed it, and may be approved once it is reviewed. Who and when "
            "are "
            "recorded with the key of the plan's content.\n\n"
            "An approved plan is locked: it cannot be changed or removed, a new computation becomes its next version, "
            "and a rebuild leaves it alone and says so. Draft takes both signatures back.\n\n"
            "A stale plan, and one with a stop that nobody acknowledged, cannot be signed. The key is a fingerprint, "
            "not an electronic signature in the legal sense.",
            "Plan"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("plan", "Plan", "plan", "", "Which one."));
        list.add(choiceParam("state", "State", {"reviewed", "approved", "draft"}, "What to record."));
        list.add(textParam("by", "Signed by", "",
                           "Name or initials of the person; empty takes the name the program runs under."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        const Id id(values.text("plan"));
        const Plan& plan = c.plan(id);
        const PlanState wanted = stateOf(values);
        Findings out;
        if (id.text().size() > kLongestId)
            out.push_back(stopFinding("sign.id", "The id of the plan is too long to be signed.",
                                      "Plan again under a short id, for instance plan-1."));
        if (plan.state == wanted)
            out.push_back(
                stopFinding("sign.done", "The plan is " + std::string(name(wanted)) + " already.", "Nothing to do."));
        if (wanted == PlanState::Draft || !out.empty())
            return out;
        if (wanted == PlanState::Approved && plan.state == PlanState::Draft)
            out.push_back(stopFinding("sign.not-reviewed", "The plan has not been reviewed.",
                                      "Record the review first (state reviewed), then approve it."));
        if (wanted == PlanState::Reviewed && plan.state == PlanState::Approved)
            out.push_back(stopFinding("sign.approved", "The plan is approved, which includes its review.",
                                      "Take the approval back first (state draft)."));
        if (staleIds(c).contains(id))
            out.push_back(stopFinding("sign.stale", "The plan is stale: something it stands on has changed since.",
                                      "Rebuild it, look at it again, then sign."));
        for (const HeldFinding& held : findingsHeldBy(c, id))
            if (held.finding.severity == Severity::Stop && held.finding.acknowledged.empty())
                out.push_back(stopFinding("sign.blocked", "The plan has an open stop: " + held.finding.text,
                                          "Mend it, or acknowledge " + held.id.text() + " with a reason."));
        std::string doubtful;
        for (const UsedStructure& u : plan.used)
            if (u.state != ConfirmState::Confirmed)
                doubtful += (doubtful.empty() ? "" : ", ") + u.name;
        if (!doubtful.empty())
            out.push_back(warning("sign.unconfirmed",
                                  "The plan used structures that nobody had confirmed: " + doubtful + ".",
                                  "Confirm them and plan again, or sign knowing it."));
        const std::string_view by = trimmed(values.text("by"));
        if (wanted == PlanState::Reviewed && !by.empty() && by == plan.author)
            out.push_back(
                warning("sign.own", "The reviewer is the author of the plan.", "Let a second person look at it."));
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job&) const override
    {
        const Id id(values.text("plan"));
        Plan plan = c.plan(id);
        plan.state = stateOf(values);
        Edit edit;
        edit.put(id, std::move(plan));
        return edit;
    }
};

} // namespace

std::unique_ptr<Operation> makeSignPlan()
{
    return std::make_unique<SignPlan>();
}

} // namespace pollux
