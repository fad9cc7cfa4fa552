#pragma once

#include "core/case/case.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// A finding that stands in a case: the gate of a study or an image, or what a plan was told.
struct HeldFinding
{
    Id id;             ///< "ct/geometry.gap": owner, '/', code; the second of one code in one object is "...-2".
                       ///< Of an owner with more than 50 letters: 17 of them and a hash.
    Id owner;          ///< study, volume or plan
    size_t number = 0; ///< its place among the owner's findings
    Finding finding;
};

/// Findings of one object, in their order; empty if there are none, it can hold none or it is a hidden plan. The ids
/// stay the same as long as the object is not made again: they are what the command line and the lineage call a
/// finding.
std::vector<HeldFinding> findingsHeldBy(const Case& c, const Id& owner);
/// Of the whole case: studies, volumes, plans.
std::vector<HeldFinding> heldFindings(const Case& c);
/// nullopt if the case holds no such finding.
std::optional<HeldFinding> heldFinding(const Case& c, const Id& id);

/// Who went on in spite of a finding, and when (ISO 8601 UTC); the reason is in the finding.
struct Acknowledgement
{
    std::string by;
    std::string when;
};
/// From the lineage kept under the finding's id; nullopt if it is open or nobody is recorded.
std::optional<Acknowledgement> acknowledgementOf(const Case& c, const HeldFinding& held);

/// " (by Dr A, 2026-05-01T12:00:00Z)" for what is recorded; empty if nothing is.
std::string byWhomAndWhen(const Case& c, const HeldFinding& held);

/// Ids of the findings of `owner` that were answered between two snapshots, if nothing else about it changed; else
/// empty. Such a change makes no number, so where the object came from stays.
std::vector<Id> newlyAcknowledged(const Case& before, const Case& after, const Id& owner);

} // namespace pollux
