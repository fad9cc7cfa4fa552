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

/// The schema that the head of a STEP file names ("AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }"), several joined by
/// commas; printable ASCII, at most 200 characters; empty if there is none. ISO 10303-21.
std::string stepSchemaIn(std::string_view head);

} // namespace pollux
