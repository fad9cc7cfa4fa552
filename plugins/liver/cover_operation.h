#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {
class DeviceShelf;
class LimitTable;
} // namespace pollux

namespace pollux::liver {

/// liver.cover: the fewest zones on feasible needle paths that heat a lesion and its margin. Throws Error (NotFound) if
/// a limit that it needs is missing.
std::unique_ptr<Operation> makeCover(const LimitTable& limits, std::shared_ptr<const DeviceShelf> devices);

} // namespace pollux::liver
