#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// import.study: a series of a folder, zip or file becomes a volume of the case.
std::unique_ptr<Operation> makeImportStudy();

/// The parameter "path" of what is imported.
Param sourceParam(std::string help);
/// What is wrong with a source before it is looked into: none named, nothing there, no way to it.
Findings checkSource(const std::string& path);

} // namespace pollux
