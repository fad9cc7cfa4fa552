#pragma once

#include "core/solid/model_facts.h"

#include <filesystem>

namespace pollux {

inline constexpr std::int64_t kMostStepTriangles = 2'000'000;
inline constexpr std::size_t kMostSolids = 1000;

/// Reads a STEP file of anybody: each solid closed in itself, faces of no solid after them. For the worker process
/// alone (model_worker.h), as the toolkit may crash on it, take all memory or never end. Lengths are converted to mm
/// from the unit that the file names. Triangles leave the true surface by at most facts.deflection, coarser where they
/// would be too many. One caller at a time, others wait. Throws Error: BadInput (no STEP, no shape in it, endless),
/// Unsupported (too many solids or triangles), Internal; std::bad_alloc.
ImportedModel readStepModel(const std::filesystem::path& path);

} // namespace pollux
