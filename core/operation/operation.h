#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/params/param.h"

#include <memory>
#include <string>

namespace pollux {

struct OperationInfo
{
    std::string id; ///< "segment.threshold", "liver.plan-puncture"
    int version = 1; ///< raise it when the same inputs give other numbers
    std::string name; ///< "Threshold"
    std::string summary; ///< one sentence, for lists
    std::string help; ///< method, sources, limits: for the help page (plain text, blank line between paragraphs)
    std::string category; ///< "Import", "Segment", "Mesh", "Measure", "Plan", ...
};

/// Something that adds to a case. Stateless and pure: no Qt, no document, no global; run() may be on any thread.
class Operation
{
public:
    virtual ~Operation() = default;

    virtual OperationInfo info() const = 0;
    virtual ParamList declare() const = 0;
    /// What is wrong (or doubtful) before anything runs. Parameter types and ranges are checked before by the caller;
    /// `values` is complete. Must not throw, must be quick.
    virtual Findings check(const Case& c, const ParamValues& values) const;
    /// The change. `values` is complete and checked. Throws Error.
    /// Same inputs and parameters give the same result, bit for bit.
    virtual Edit run(const Case& c, const ParamValues& values, Job& job) const = 0;
    /// The values with which a run makes only these of its outputs again (structures whose shapes or measures are
    /// stale). `values` as they are if it cannot be narrowed.
    virtual ParamValues narrowed(const ParamValues& values, const std::vector<Id>& outputs) const;
    /// Approximate result for drags, under 100 ms; nullopt if there is none.
    virtual std::optional<Edit> preview(const Case& c, const ParamValues& values) const;
};

} // namespace pollux
