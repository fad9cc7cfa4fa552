#pragma once

#include "core/jobs/job.h"

#include <filesystem>

namespace pollux {

/// Writes the demo patient, a digital torso of `size` pixels a side, as a CT series below the temporary folder and
/// returns its folder. Written once: the same size is the same study.
std::filesystem::path writeDemoPatient(int size, const Job& job);

} // namespace pollux
