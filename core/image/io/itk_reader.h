#pragma once

#include "core/image/io/file_header.h"
#include "core/image/io/raw_image.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>

namespace pollux {

/// Gives room for so many bytes of voxels.
using VoxelRoom = std::function<std::span<std::byte>(std::size_t bytes)>;

/// Reads a file whose header was checked; its voxels too if there is room for them. Only the worker calls this: the
/// toolkit's readers crash on some damaged files. Throws Error (BadInput, Unsupported), std::bad_alloc.
RawImage readWithToolkit(const std::filesystem::path& path, const FileClaim& claim, const VoxelRoom& room);

} // namespace pollux
