#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux::implant {

/// "implant.move-landmark": puts a landmark of the case to another place; id and name stay.
std::unique_ptr<Operation> makeMoveLandmark();

} // namespace pollux::implant
