#pragma once

#include "core/jobs/job.h"
#include "core/solid/model_facts.h"

#include <filesystem>
#include <optional>

namespace pollux {

/// What our own look at a model file says: its kind by its name, and its size.
struct ModelClaim
{
    ModelFormat format = ModelFormat::Stl;
    std::uint64_t bytes = 0;
};

inline constexpr std::uint64_t kMostModelBytes = std::uint64_t(256) << 20;
inline constexpr std::uint64_t kMostModelTriangles = 5'000'000;

/// By file name: .step, .stp, .stl; nullopt for another.
std::optional<ModelFormat> modelFormatOf(const std::filesystem::path& path);

/// Throws Error: Io (missing, no file, not readable), Unsupported (another kind, too large), BadInput (empty).
/// Quick: opens nothing.
ModelClaim checkModelFile(const std::filesystem::path& path);

/// Reads a STEP or STL file of anybody, by a worker process (pollux-model-reader), so that no file can end this one.
/// Throws Error as checkModelFile(), and: BadInput (damaged, no shape in it, took too long), Unsupported (too many
/// triangles or solids), OutOfMemory, Internal (the installation is incomplete), Cancelled.
ImportedModel readModelFile(const std::filesystem::path& path, const Job& job);

} // namespace pollux
