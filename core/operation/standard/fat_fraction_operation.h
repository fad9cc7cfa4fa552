#pragma once

#include "core/operation/operation.h"

#include <memory>
#include <optional>

namespace pollux {

class LimitTable;

/// The operation measure.fat-fraction: maps of fat fraction and R2* from the echoes of an MR series.
std::unique_ptr<Operation> makeFatFraction(const LimitTable& limits);

/// Echo time in ms where the import kept it: a series that was split by it says "echo time 2.30" in its phase.
std::optional<double> echoTimeOf(const VolumeObject& volume);

} // namespace pollux
