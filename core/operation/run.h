#pragma once

#include "core/operation/registry.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace pollux {

struct RunContext
{
    std::string author; ///< name of the user; goes into the lineage
};

struct RunResult
{
    Case after;
    Findings findings;        ///< of check() and of the run
    std::vector<Id> changed;
    double seconds = 0;
};

/// Fills object parameters left empty by anatomy (Param::anatomy) or where only one object fits.
ParamValues fillDefaults(const ParamList& list, const Case& c, const ParamValues& given);

/// Everything wrong before a run: parameters, missing objects, then Operation::check.
Findings checkOperation(const Operation& operation, const Case& c, const ParamValues& given);

/// checkOperation, run, apply, lineage. Throws Error (BadInput) with the texts of all Stop findings if blocked.
RunResult runOperation(const Operation& operation, const Case& c, const ParamValues& given, const RunContext& context, Job& job);

/// Objects a set of values refers to (parameters of type Object and Objects).
std::vector<Id> referencedObjects(const ParamList& list, const ParamValues& values);

} // namespace pollux
