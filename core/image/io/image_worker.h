#pragma once

#include "core/image/io/file_header.h"
#include "core/image/io/raw_image.h"
#include "core/jobs/worker_main.h"
#include "core/jobs/worker_process.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace pollux {

/// An image file as a worker read it. The numbers agree with each other and with what the header claimed, and are
/// finite; voxels may hold anything.
struct WorkerImage
{
    RawImage raw;
    std::span<const std::byte> voxels; ///< of all time points, in `memory`; empty unless asked for
    WorkerResult memory;
};

/// Has `program` read a file whose header was checked. Throws Error as runWorker() and readWithToolkit() do.
WorkerImage readInWorker(const std::filesystem::path& program, const std::filesystem::path& path,
                         const FileClaim& claim, bool voxels, const Job& job);

/// The other side, in the worker: {"image", path, "header" or "voxels"}. Throws Error, std::bad_alloc.
void answerImageRequest(std::span<const std::string> arguments, WorkerOutput& out);

} // namespace pollux
