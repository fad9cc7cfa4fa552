#pragma once

#include "core/operation/operation.h"

#include <memory>
#include <string>

namespace pollux {

// What other operations take of register.*: so that a follow-up registers and carries as they do.

std::unique_ptr<Operation> makeRegisterAffine();     ///< register.affine
std::unique_ptr<Operation> makeRegisterDeformable(); ///< register.deformable

/// A carried mask as a proposal with the name (and a suffix in brackets), anatomy and colour of what it came from.
Structure carriedStructure(const Structure& from, Mask mask, const std::string& suffix);

} // namespace pollux
