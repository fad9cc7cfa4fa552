#include "core/case/plan_state.h"

#include "core/case/hidden_plans.h"

#include <nlohmann/json.hpp>

namespace pollux {

namespace {

constexpr std::string_view kVersion = "-v";
constexpr size_t kShownKey = 12; ///< digits of the content key that a person compares

/// Who signed: the parameter "by" of the record, or else the name the program ran under.
std::string signer(const Lineage& lineage)
{
    const auto json = nlohmann::json::parse(lineage.parameters, nullptr, false);
    if (json.is_object())
        if (const auto by = json.find("by"); by != json.end() && by->is_string() && !by->get<std::string>().empty())
            return by->get<std::string>();
    return lineage.author;
}

} // namespace

Id signatureId(const Id& plan, PlanState state)
{
    return Id(plan.text() + "/" + std::string(name(state)));
}

std::vector<PlanSignature> signaturesOf(const Case& c, const Id& plan)
{
    std::vector<PlanSignature> out;
    const auto it = c.plans.find(plan);
    if (it == c.plans.end())
        return out;
    for (const PlanState state : {PlanState::Reviewed, PlanState::Approved}) {
        const auto record = c.lineage.find(signatureId(plan, state));
        if (state > it->second->state || record == c.lineage.end())
            continue;
        PlanSignature s;
        s.state = state;
        s.by = signer(*record->second);
        s.when = record->second->when;
        for (const LineageInput& input : record->second->inputs)
            if (input.id == plan)
                s.key = input.key;
        s.holds = s.key == contentKey(*it->second);
        out.push_back(std::move(s));
    }
    return out;
}

std::vector<std::string> signatureTexts(const Case& c, const Id& plan)
{
    std::vector<std::string> out;
    for (const PlanSignature& s : signaturesOf(c, plan))
        out.push_back(std::string(name(s.state)) + " by " + (s.by.empty() ? "somebody unnamed" : s.by) + ", " + s.when +
                      " (content " + s.key.hex().substr(0, kShownKey) + (s.holds ? ")" : ", CHANGED SINCE)"));
    return out;
}

bool isLocked(const Case& c, const Id& plan)
{
    const auto it = c.plans.find(plan);
    return it != c.plans.end() && it->second->state == PlanState::Approved;
}

Id versionToWrite(const Case& c, const Id& wanted)
{
    const auto kept = [&c](const Id& plan) { return isLocked(c, plan) || isHidden(c, plan); };
    if (!kept(wanted))
        return wanted;
    for (int n = 2;; ++n) {
        Id version(wanted.text() + std::string(kVersion) + std::to_string(n));
        const auto kind = c.kindOf(version);
        if (!kind || (*kind == Kind::Plan && !kept(version)))
            return version;
    }
}

std::string versionName(const Id& wanted, const Id& written, const std::string& name)
{
    if (written == wanted)
        return name;
    return name + ", version " + written.text().substr(wanted.text().size() + kVersion.size());
}

Case unlocked(Case c)
{
    for (const Id& plan : hiddenPlans(c))
        c.lineage.erase(hiddenId(plan));
    for (auto& [id, plan] : c.plans)
        if (plan->state == PlanState::Approved) {
            Plan draft = *plan;
            draft.state = PlanState::Draft;
            plan = std::make_shared<const Plan>(std::move(draft));
        }
    return c;
}

std::optional<Finding> lockedPlanTouched(const Case& before, const Edit& edit)
{
    const auto refusal = [&](const Id& id) {
        return Finding{Severity::Stop,
                       "plan.locked",
                       "The plan '" + before.plan(id).name + "' (" + id.text() + ") is approved and locked.",
                       "Plan under another id, or take the approval back first (plan.sign, state draft).",
                       {},
                       {},
                       {}};
    };
    for (const Id& id : edit.removes())
        if (isLocked(before, id))
            return refusal(id);
    for (const Id& id : edit.touched()) {
        if (!isLocked(before, id))
            continue;
        const auto put = edit.puts().plans.find(id);
        if (put == edit.puts().plans.end() || put->second->state != PlanState::Approved ||
            contentKey(*put->second) != contentKey(before.plan(id)))
            return refusal(id);
    }
    return std::nullopt;
}

} // namespace pollux
