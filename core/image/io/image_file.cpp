#include "core/image/io/image_file.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/io/axes.h"
#include "core/image/io/file_header.h"
#include "core/image/io/image_worker.h"
#include "core/jobs/own_program.h"

#include <cmath>
#include <limits>
#include <new>

namespace pollux {

namespace {

using Type = RawImage::Type;

VoxelType typeFor(Type type)
{
    switch (type) {
    case Type::UInt8:
        return VoxelType::UInt8;
    case Type::Int8:
    case Type::Int16:
        return VoxelType::Int16;
    case Type::UInt16:
        return VoxelType::UInt16;
    default:
        return VoxelType::Float32;
    }
}

struct Opened
{
    WorkerImage file;
    ImageFileInfo info;
    bool mirrored = false; ///< axes were left-handed: k is turned round
};

Opened openFile(const std::filesystem::path& path, bool voxels, const Job& job)
{
    const FileClaim claim = checkFileHeader(path);
    Opened o;
    o.file = readInWorker(ownProgram("pollux-reader"), path, claim, voxels, job);
    const RawImage& raw = o.file.raw;
    ImageFileInfo& info = o.info;
    info.format = claim.format == FileClaim::Format::Nifti  ? "NIfTI"
                  : claim.format == FileClaim::Format::Nrrd ? "NRRD"
                                                            : "MetaImage";
    info.type = typeFor(raw.type);
    info.integral = claim.integral && raw.type != Type::Float32 && raw.type != Type::Float64;
    info.placed = claim.placed;
    info.timePoints = static_cast<int>(raw.size[3]);
    Grid& grid = info.grid;
    for (std::size_t a = 0; a < 3; ++a) {
        const auto axis = static_cast<Eigen::Index>(a);
        grid.size[a] = static_cast<int>(raw.size[a]);
        grid.spacing[axis] = std::abs(raw.spacing[a]);
        grid.origin[axis] = raw.origin[a];
        // Negative spacing turns an axis.
        const double sign = raw.spacing[a] < 0 ? -1 : 1;
        for (std::size_t r = 0; r < 3; ++r)
            grid.direction(static_cast<Eigen::Index>(r), axis) = sign * raw.direction[3 * r + a];
    }
    info.skewed = straightenAxes(grid.direction);
    if (leftHanded(grid.direction)) {
        // Surfaces and cross products downstream need right-handed axes.
        o.mirrored = true;
        grid.origin += grid.direction.col(2) * (grid.spacing[2] * (grid.size[2] - 1));
        grid.direction.col(2) *= -1;
    }
    checkGrid(grid);
    return o;
}

template <class From, class To>
Volume picked(const Opened& o, int timePoint)
{
    const Grid& grid = o.info.grid;
    const auto* from = reinterpret_cast<const From*>(o.file.voxels.data()) + grid.voxels() * timePoint;
    const std::int64_t plane = std::int64_t(grid.size[0]) * grid.size[1];
    std::vector<To> out(static_cast<std::size_t>(grid.voxels()));
    for (int k = 0; k < grid.size[2]; ++k) {
        const From* a = from + plane * (o.mirrored ? grid.size[2] - 1 - k : k);
        To* b = out.data() + plane * k;
        for (std::int64_t i = 0; i < plane; ++i) {
            if constexpr (std::is_floating_point_v<From>) // no number, or beyond what can be held
                b[i] = std::abs(a[i]) <= From(std::numeric_limits<To>::max()) ? static_cast<To>(a[i])
                                                                              : std::numeric_limits<To>::quiet_NaN();
            else
                b[i] = static_cast<To>(a[i]);
        }
    }
    return Volume(grid, std::move(out));
}

Volume makeVolume(const Opened& o, int timePoint)
{
    switch (o.file.raw.type) {
    case Type::UInt8:
        return picked<std::uint8_t, std::uint8_t>(o, timePoint);
    case Type::Int8:
        return picked<std::int8_t, std::int16_t>(o, timePoint);
    case Type::Int16:
        return picked<std::int16_t, std::int16_t>(o, timePoint);
    case Type::UInt16:
        return picked<std::uint16_t, std::uint16_t>(o, timePoint);
    case Type::Int32:
        return picked<std::int32_t, float>(o, timePoint);
    case Type::UInt32:
        return picked<std::uint32_t, float>(o, timePoint);
    case Type::Int64:
        return picked<std::int64_t, float>(o, timePoint);
    case Type::UInt64:
        return picked<std::uint64_t, float>(o, timePoint);
    case Type::Float32:
        return picked<float, float>(o, timePoint);
    case Type::Float64:
        break;
    }
    return picked<double, float>(o, timePoint);
}

} // namespace

bool isImageFileName(const std::filesystem::path& path)
{
    const std::string name = lowered(path.filename().string());
    for (const char* ending : {".nii", ".nii.gz", ".hdr", ".nrrd", ".nhdr", ".mha", ".mhd"})
        if (name.ends_with(ending))
            return true;
    return false;
}

ImageFileInfo probeImageFile(const std::filesystem::path& path, const Job& job)
{
    return openFile(path, false, job).info;
}

Volume readImageFile(const std::filesystem::path& path, int timePoint, const Job& job)
{
    try {
        job.progress(0.1, "Reading image file");
        const Opened o = openFile(path, true, job);
        if (timePoint < 0 || timePoint >= o.info.timePoints)
            throw Error(ErrorCode::BadInput, "The image file has no such time point.", "Choose one that is listed.");
        job.progress(0.8);
        return makeVolume(o, timePoint);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, "There is not enough memory to read the image file.",
                    "Close other programs and try again.");
    }
}

} // namespace pollux
