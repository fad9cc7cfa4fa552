#pragma once

#include "core/case/case_number.h"
#include "core/operation/lineage_chain.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// One parameter of one run upstream.
struct UpstreamParam
{
    Id object;             ///< what that run made (the first of it); empty in a choice: whatever it made
    std::string operation; ///< id
    std::string key;

    bool matches(const UpstreamParam& choice) const;
};

/// "segment.threshold.low" or "liver:segment.threshold.low"; throws Error (BadInput) if it is neither.
UpstreamParam parseUpstreamParam(std::string_view text);
std::string toText(const UpstreamParam& param);

/// A range set by the caller instead of the assumed one, in the parameter's unit.
struct RangeChoice
{
    UpstreamParam param;
    double low = 0;
    double high = 0;
};

struct SensitivityOptions
{
    double step = 0.1;               ///< of the recorded value, down and up, where no range is chosen; 0 < step <= 1
    std::vector<RangeChoice> ranges; ///< those chosen
    std::vector<UpstreamParam> only; ///< vary only these; empty: all
};

/// A parameter that is varied, and how far.
struct VariedParam
{
    UpstreamParam param;
    std::string operationName;
    std::string label;
    Unit unit = Unit::None;
    bool whole = false; ///< of type Int
    double low = 0;
    double base = 0; ///< as recorded
    double high = 0;
    std::string range; ///< where the range came from: "±10 %, assumed", "chosen"
};

/// Something upstream that is not varied, and why. `key` is empty where it is all of an object.
struct NotVaried
{
    UpstreamParam param;
    std::string reason;
};

/// What would be varied, without running anything.
struct SensitivityScope
{
    CaseNumber number;
    std::vector<VariedParam> params; ///< nearest to the images first
    std::vector<NotVaried> notVaried;
};

struct SensitivityRow
{
    VariedParam varied;
    std::optional<double> atLow; ///< the number then; nullopt: see the error
    std::optional<double> atHigh;
    std::string errorLow; ///< why there is no number: blocked, failed, not computed; what to do
    std::string errorHigh;
    double largest = 0; ///< change of the number, without sign
};

/// What moves one number, one parameter at a time: no interactions between parameters.
struct Sensitivity
{
    Id object;
    CaseNumber number;                ///< as recorded
    double base = 0;                  ///< the number when its chain is run again unchanged: what the rows compare with
    std::vector<SensitivityRow> rows; ///< largest change first
    std::vector<NotVaried> notVaried;
    Findings findings; ///< the number is not what was recorded, a step could not be repeated, ...
    int ran = 0;       ///< stages run, and those taken from the cache
    int fromCache = 0;
};

/// Quick. Throws Error: NotFound (object, number, chosen parameter), BadInput (step or range makes no sense; the number
/// itself cannot be made again).
SensitivityScope sensitivityScope(const Case& c, const Registry& registry, const Id& object, std::string_view number,
                                  const SensitivityOptions& options = {});

/// Runs the chain behind the number again: once unchanged, then with every parameter at both ends of its range, each
/// time only from the varied run on. Nothing of it reaches `c`. Confirmed structures are made again too: it is a trial.
/// Any thread; as many runs as twice the parameters. `cache` may be null; the unchanged results go into it. Throws
/// Error: as sensitivityScope, Cancelled, OutOfMemory; whatever else a run with a changed parameter throws is the
/// error of its row.
Sensitivity sensitivity(const Case& c, const Registry& registry, const Id& object, std::string_view number,
                        const SensitivityOptions& options, const RunContext& context, StageCache* cache, Job& job);

/// One row a parameter, for a spreadsheet.
std::string sensitivityCsv(const Sensitivity& result);

} // namespace pollux
