#include "core/operation/standard/acknowledge_operation.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/acknowledgement.h"
#include "core/operation/standard/segment_operations_result.h"

#include <optional>

namespace pollux {

namespace {

class Acknowledge final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {
            "case.acknowledge",
            1,
            "Acknowledge a finding",
            "Records that a person goes on in spite of a finding, and why.",
            "A warning or stop of the input gate or of a plan is mended, or acknowledged with a reason that the report "
            "prints with the name and the time. An acknowledged stop no longer blocks.\n\n"
            "Acknowledging changes no number and makes nothing stale. It holds for the finding as it stands: when the "
            "object is made again, its findings are new and open. A note needs no answer. What an operation says "
            "before it runs cannot be acknowledged, only mended.",
            "Case"};
    }

    ParamList declare() const override
    {
        ParamList list;
        // A text, no object: an object would be an input of the lineage, and a rebuild would repeat a person's word
        // about what has changed since.
        Param finding = textParam("finding", "Finding", "",
                                  "Which one, as 'pollux show CASE OBJECT' names it, for instance ct/geometry.gap.");
        finding.optional = false;
        list.add(finding);
        Param reason = textParam("reason", "Reason", "", "Why one may go on; the report prints it.");
        reason.optional = false;
        list.add(reason);
        list.add(textParam("by", "Acknowledged by", "",
                           "Name or initials of the person; empty takes the name the program runs under."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        const std::string& id = values.text("finding");
        const auto held = isValidId(id) ? heldFinding(c, Id(id)) : std::nullopt;
        if (!held)
            return {stopFinding("acknowledge.unknown", "The case holds no finding '" + id + "'.", known(c))};
        if (held->finding.severity == Severity::Note)
            return {stopFinding("acknowledge.note", "'" + id + "' is a note and stands in nobody's way.",
                                "Only warnings and stops are acknowledged.")};
        const std::string_view reason = trimmed(values.text("reason"));
        if (reason.empty())
            return {stopFinding("acknowledge.reason", "No reason is given.",
                                "Say why one may go on; the report prints it.")};
        if (held->finding.acknowledged == reason)
            return {stopFinding("acknowledge.done", "'" + id + "' has been acknowledged for this reason already.",
                                "Nothing to do; another reason would replace it.")};
        return {};
    }

    Edit run(const Case& c, const ParamValues& values, Job&) const override
    {
        const HeldFinding held = heldFinding(c, Id(values.text("finding"))).value();
        const std::string reason(trimmed(values.text("reason")));
        Edit edit;
        if (const auto it = c.studies.find(held.owner); it != c.studies.end()) {
            Study study = *it->second;
            study.gate[held.number].acknowledged = reason;
            edit.put(held.owner, std::move(study));
        } else if (const auto v = c.volumes.find(held.owner); v != c.volumes.end()) {
            VolumeObject volume = *v->second;
            volume.gate[held.number].acknowledged = reason;
            edit.put(held.owner, std::move(volume));
        } else {
            Plan plan = c.plan(held.owner);
            plan.findings[held.number].acknowledged = reason;
            edit.put(held.owner, std::move(plan));
        }
        return edit;
    }

private:
    static std::string known(const Case& c)
    {
        std::string ids;
        for (const HeldFinding& held : heldFindings(c))
            if (held.finding.severity != Severity::Note && held.finding.acknowledged.empty())
                ids += (ids.empty() ? "" : ", ") + held.id.text();
        return ids.empty() ? "It holds none that is open. What an operation refuses to run on is to be mended."
                           : "Open are: " + ids + ".";
    }
};

} // namespace

std::unique_ptr<Operation> makeAcknowledge()
{
    return std::make_unique<Acknowledge>();
}

} // namespace pollux
