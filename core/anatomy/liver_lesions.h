#pragma once

#include "core/anatomy/abdomen.h"

namespace pollux {

/// Proposes what is darker than the parenchyma inside the liver of a portal venous CT: compact parts of at least
/// 0.3 mL, largest first, at most 10, each with anatomy "liver_lesion". `vessels` may be empty. Metastases and cysts
/// are dark in this phase; bright (hypervascular) lesions are not looked for. Empty if nothing is found or the liver
/// is smaller than 50 mL. `quality` ranks proposals for review and is no probability of malignancy.
/// Throws Error (BadInput) if a mask lies on another grid than `ct`, (Cancelled).
std::vector<Proposal> findLiverLesions(const Volume& ct, const Mask& liver, const Mask& vessels, const Job& job);

} // namespace pollux
