#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// import.labels: structures from segmentations, structure sets, mask series and label maps.
std::unique_ptr<Operation> makeImportLabels();

} // namespace pollux
