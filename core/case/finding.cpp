#include "core/case/finding.h"

#include <algorithm>

namespace pollux {

std::string_view name(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "note";
    case Severity::Warning:
        return "warning";
    case Severity::Stop:
        break;
    }
    return "stop";
}

bool blocks(const Findings& findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.severity == Severity::Stop && f.acknowledged.empty(); });
}

} // namespace pollux
