#include "core/operation/standard/hide_plan_operation.h"

#include "core/case/hidden_plans.h"
#include "core/operation/standard/segment_operations_result.h"

namespace pollux {

namespace {

constexpr size_t kLongestId = 100; ///< letters: the record's own id is longer by "/hidden"

std::vector<Id> namedPlans(const ParamValues& values)
{
    std::vector<Id> ids;
    for (const std::string& id : values.list("plans"))
        if (isValidId(id))
            ids.emplace_back(id);
    return ids;
}

/// The plans as they are: only the mark beside them changes, which runOperation() sets.
Edit asTheyAre(const Case& c, const std::vector<Id>& plans)
{
    Edit edit;
    for (const Id& id : plans)
        edit.put(id, Plan(c.plan(id)));
    return edit;
}

class HidePlan final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {std::string(kHidePlan),
                1,
                "Hide a plan from a learner",
                "Takes a plan out of sight until it is revealed, so that a learner can plan on the case alone.",
                "The plan, and the maps that were computed with it, leave the lists, the views, the tables, the report "
                "and the exports, and stay out after the case was saved and opened again. The numbers, the key and the "
                "signatures of the plan stay as they are. While it is hidden it cannot be changed, removed or signed, "
                "and a computation under its id becomes its next version.\n\n"
                "This is for teaching and protects nothing: the file still holds the plan, and whoever has the file "
                "can reveal it.",
                "Plan"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectsParam("plans", "Plans to hide", "plan", "Which ones."));
        return list;
    }

    Findings check(const Case&, const ParamValues& values) const override
    {
        const std::vector<Id> plans = namedPlans(values);
        if (plans.empty())
            return {stopFinding("hide.none", "No plan is named.", "Choose which one to hide.")};
        Findings out;
        for (const Id& id : plans)
            if (id.text().size() > kLongestId)
                out.push_back(stopFinding("hide.id", "The id of the plan is too long to be hidden.",
                                          "Plan again under a short id, for instance plan-1."));
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job&) const override { return asTheyAre(c, namedPlans(values)); }
};

class RevealPlan final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {std::string(kRevealPlan),
                1,
                "Reveal a hidden plan",
                "Shows a plan again that was hidden from a learner.",
                "Afterwards the learner's plan and the teacher's stand side by side under Plans, with their "
                "differences. The plan is the one that was hidden: same numbers, same key, same signatures.",
                "Plan"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectsParam("plans", "Plans to reveal", "plan", "Which ones; empty: all that are hidden."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        if (hiddenPlans(c).empty())
            return {stopFinding("reveal.none", "No plan of this case is hidden.", "Nothing to do.")};
        for (const Id& id : namedPlans(values))
            if (!isHidden(c, id))
                return {stopFinding("reveal.seen", "The plan '" + id.text() + "' is not hidden.",
                                    "Name a hidden one, or none for all.")};
        return {};
    }

    Edit run(const Case& c, const ParamValues& values, Job&) const override
    {
        const std::vector<Id> plans = namedPlans(values);
        return asTheyAre(c, plans.empty() ? hiddenPlans(c) : plans);
    }
};

} // namespace

std::unique_ptr<Operation> makeHidePlan()
{
    return std::make_unique<HidePlan>();
}

std::unique_ptr<Operation> makeRevealPlan()
{
    return std::make_unique<RevealPlan>();
}

} // namespace pollux
