#include "core/image/io/image_worker.h"

#include "core/base/error.h"
#include "core/image/io/itk_reader.h"
#include "core/image/io/lone_file.h"
#include "core/image/io/packed_data.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <future>

namespace pollux {

namespace {

/// What goes before the voxels.
struct Message
{
    std::uint64_t layout = 0;
    RawImage raw;
};

constexpr std::uint64_t kLayout = 1;   ///< to be raised when Message changes: the two sides may be of two builds
constexpr std::size_t kVoxelsAt = 256; ///< aligned for any type
static_assert(sizeof(Message) <= kVoxelsAt && std::is_trivially_copyable_v<Message>);

constexpr std::uint64_t kMostVoxelBytes = std::uint64_t(4) << 30;
/// The toolkit's libraries take some 60 MiB of addresses; the rest is for its tables.
constexpr std::uint64_t kBaseMemory = std::uint64_t(512) << 20;
/// The toolkit holds the voxels packed or as stored, and once more while it scales them.
constexpr std::uint64_t kCopies = 3;
constexpr std::chrono::seconds kHeaderTime{30};
constexpr std::uint64_t kSlowestBytesPerSecond = std::uint64_t(4) << 20; ///< a busy network drive

Error nonsense()
{
    return Error(ErrorCode::BadInput, "The image file is damaged: what it holds contradicts its header.",
                 "Copy or export it again.");
}

bool finite(const auto& numbers)
{
    return std::all_of(numbers.begin(), numbers.end(), [](double v) { return std::isfinite(v); });
}

void checkAgainst(const FileClaim& claim, const RawImage& raw)
{
    if (bytesPerVoxel(raw.type) == 0 || raw.dimensions < 2 || raw.dimensions > 4 || raw.size != claim.size ||
        !finite(raw.spacing) || !finite(raw.origin) || !finite(raw.direction))
        throw nonsense();
}

std::uint64_t voxelsOf(const FileClaim& claim)
{
    std::uint64_t n = 1;
    for (const std::int64_t size : claim.size) // checkFileHeader bounds the product
        n *= static_cast<std::uint64_t>(size);
    return n;
}

} // namespace

WorkerImage readInWorker(const std::filesystem::path& program, const std::filesystem::path& path,
                         const FileClaim& claim, bool voxels, const Job& job)
{
    // A scale in the header makes floats of smaller types.
    const std::uint64_t most =
        std::min(voxelsOf(claim) * static_cast<std::uint64_t>(std::max(claim.bytesPerVoxel, 4)), kMostVoxelBytes);
    WorkerLimits limits;
    limits.result = kVoxelsAt + (voxels ? most : 0);
    limits.memory = kBaseMemory + (voxels ? kCopies * most : 0);
    limits.time = kHeaderTime + std::chrono::seconds(voxels ? most / kSlowestBytesPerSecond : 0);
    WorkerImage image;
    const LoneFile file(path);
    image.memory = runWorker(program, {"image", file.path().string(), voxels ? "voxels" : "header"}, limits, job);
    const std::span<const std::byte> all = image.memory.bytes();
    Message message;
    if (all.size() < kVoxelsAt)
        throw nonsense();
    std::memcpy(&message, all.data(), sizeof message);
    if (message.layout != kLayout)
        throw Error(ErrorCode::Internal, "The programs of Pollux are of different versions.", "Install Pollux again.");
    checkAgainst(claim, message.raw);
    image.raw = message.raw;
    image.voxels = all.subspan(kVoxelsAt);
    if (image.voxels.size() !=
        (voxels ? voxelsOf(claim) * static_cast<std::uint64_t>(bytesPerVoxel(message.raw.type)) : 0))
        throw nonsense();
    return image;
}

void answerImageRequest(std::span<const std::string> arguments, WorkerOutput& out)
{
    if (arguments.size() != 3)
        throw Error(ErrorCode::Internal, "The reader was called with wrong arguments.", "Install Pollux again.");
    const std::filesystem::path path = arguments[1];
    const FileClaim claim = checkFileHeader(path);
    out.reserve(kVoxelsAt);
    VoxelRoom room;
    if (arguments[2] == "voxels")
        room = [&](std::size_t bytes) {
            if (bytes > kMostVoxelBytes)
                throw Error(ErrorCode::OutOfMemory, "The image needs more than 4 GiB of memory.",
                            "Save a part of it, or fewer time points.");
            return out.reserve(kVoxelsAt + bytes).subspan(kVoxelsAt);
        };
    // Beside the reading: both unpack the whole file.
    std::future<void> whole;
    if (room)
        whole = std::async(std::launch::async, [&] { checkPackedData(claim); });
    const Message message{kLayout, readWithToolkit(path, claim, room)};
    if (room)
        whole.get();
    std::memcpy(out.reserve(out.size()).data(), &message, sizeof message);
}

} // namespace pollux
