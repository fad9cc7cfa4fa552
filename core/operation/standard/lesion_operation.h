#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// anatomy.liver-lesions: proposes dark compact parts of the liver as liver_lesion_1, _2, ... by size.
std::unique_ptr<Operation> makeFindLiverLesions();

} // namespace pollux
