#pragma once

#include "core/geometry/vec.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// Note: for information. Warning: may go on, the report prints it. Stop: blocked until mended or acknowledged.
enum class Severity { Note, Warning, Stop };
std::string_view name(Severity severity); ///< "note", "warning", "stop"

/// Something the user must know: what is the case, and what to do about it.
struct Finding
{
    Severity severity = Severity::Note;
    std::string code;          ///< stable, "geometry.gap", "param.range", ...
    std::string text;          ///< what is the case; no patient data
    std::string advice;        ///< what to do
    std::optional<Vec3> place; ///< where to fly to (LPS, mm)
    std::string limit;         ///< id of the Limit behind it, if any
    std::string acknowledged;  ///< the user's reason to go on in spite of it

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// True if a finding of severity Stop has not been acknowledged.
bool blocks(const Findings& findings);

} // namespace pollux
