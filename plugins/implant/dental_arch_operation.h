#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux::implant {

/// "implant.dental-arch": the middle line of the arch of a jaw or of its teeth, or a curve through points set by hand,
/// as a centreline that curved views and cross-sections are laid along (core/case/curve_source.h).
std::unique_ptr<Operation> makeDentalArch(const LimitTable& limits);

} // namespace pollux::implant
