#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// The operation measure.cuts: areas and area-equivalent diameters of a vessel by cuts at right angles to its
/// centreline.
std::unique_ptr<Operation> makeMeasureCuts();

} // namespace pollux
