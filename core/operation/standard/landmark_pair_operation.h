#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// case.landmark-pair: one place of the body, set in two images.
std::unique_ptr<Operation> makeLandmarkPair();

} // namespace pollux
