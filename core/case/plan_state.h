#pragma once

#include "core/case/case.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// The operation that moves a plan from draft to reviewed to approved, and back.
inline constexpr std::string_view kSignPlan = "plan.sign";

/// A person's word for a plan, kept in the lineage under "plan-1/reviewed" and "plan-1/approved".
struct PlanSignature
{
    PlanState state = PlanState::Draft;
    std::string by;
    std::string when;   ///< ISO 8601 UTC
    ContentKey key;     ///< of the plan as it was signed
    bool holds = false; ///< the plan still has that key
};

/// Id of the lineage record of a signature.
Id signatureId(const Id& plan, PlanState state);
/// Signatures that stand, reviewed before approved; empty for a draft or a plan that is not there.
std::vector<PlanSignature> signaturesOf(const Case& c, const Id& plan);
/// "approved by Dr A, 2026-05-01T12:00:00Z (content 3f2a91b04c1d)" for each that stands; empty for a draft.
std::vector<std::string> signatureTexts(const Case& c, const Id& plan);

/// True for an approved plan: nothing may change or remove it but taking the approval back.
bool isLocked(const Case& c, const Id& plan);
/// Where a new computation of `wanted` goes: to itself, or if that is locked or hidden from a learner to its next
/// version
/// ("plan-1-v2", ...) that is free or neither.
Id versionToWrite(const Case& c, const Id& wanted);
/// "Puncture" for "plan-1", "Puncture, version 2" for "plan-1-v2" made from "plan-1".
std::string versionName(const Id& wanted, const Id& written, const std::string& name);

/// A copy for trials, in which every plan is a draft that nobody hides: a run writes to the plan itself.
Case unlocked(Case c);

/// Why `edit` may not be applied: it changes or removes an approved plan. nullopt if it does not.
std::optional<Finding> lockedPlanTouched(const Case& before, const Edit& edit);

} // namespace pollux
