#pragma once

#include "core/jobs/worker_main.h"
#include "core/solid/model_file.h"

#include <filesystem>
#include <span>
#include <string>

namespace pollux {

/// Has `program` read a model file. What comes back agrees with itself and with the claim, and is finite; a surface may
/// still be open or go through itself. Throws Error as runWorker() and answerModelRequest() do.
ImportedModel readModelInWorker(const std::filesystem::path& program, const std::filesystem::path& path,
                                const ModelClaim& claim, const Job& job);

/// The other side, in the worker: {"model", path}. Throws Error, std::bad_alloc.
void answerModelRequest(std::span<const std::string> arguments, WorkerOutput& out);

} // namespace pollux
