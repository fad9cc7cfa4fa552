#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

class LimitTable;

/// import.model: a structure from a STEP or STL file.
std::unique_ptr<Operation> makeImportModel(const LimitTable& limits);

} // namespace pollux
