#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// import.study: a series of a folder, zip or file becomes a volume of the case.
std::unique_ptr<Operation> makeImportStudy();

} // namespace pollux
