// A reader that crashes or lies, by the name of the file that it is to read; all else is read as pollux-reader does.

#include "core/image/io/image_worker.h"
#include "core/image/io/itk_reader.h"
#include "core/jobs/worker_main.h"

#include <cstdlib>
#include <cstring>
#include <limits>

using namespace pollux;

namespace {

constexpr std::size_t kVoxelsAt = 256;

/// The toolkit alone, as if our own look at the header were not there: the claim is that of "good" beside the file.
void readUnchecked(std::span<const std::string> arguments, WorkerOutput& out)
{
    const std::filesystem::path path = arguments[1];
    const std::string name = path.filename().string();
    const FileClaim claim = checkFileHeader(path.parent_path() / ("good" + name.substr(name.find('.'))));
    out.reserve(kVoxelsAt);
    VoxelRoom room;
    if (arguments[2] == "voxels")
        room = [&](std::size_t bytes) { return out.reserve(kVoxelsAt + bytes).subspan(kVoxelsAt); };
    const RawImage raw = readWithToolkit(path, claim, room);
    const std::uint64_t layout = 1;
    std::memcpy(out.reserve(out.size()).data(), &layout, sizeof layout);
    std::memcpy(out.reserve(out.size()).data() + sizeof layout, &raw, sizeof raw);
}

void answer(std::span<const std::string> arguments, WorkerOutput& out)
{
    const std::string name = std::filesystem::path(arguments[1]).filename().string();
    const auto is = [&](const char* what) { return name.starts_with(what); };
    if (is("crash"))
        std::abort();
    if (is("unchecked"))
        return readUnchecked(arguments, out);
    answerImageRequest(arguments, out);
    const std::span<std::byte> all = out.reserve(out.size());
    RawImage raw;
    std::memcpy(&raw, all.data() + 8, sizeof raw); // after the number of the layout
    if (is("type"))
        raw.type = static_cast<RawImage::Type>(99);
    if (is("wider"))
        raw.type = RawImage::Type::Float64;
    if (is("dimensions"))
        raw.dimensions = 7;
    if (is("size"))
        raw.size[2] += 1;
    if (is("time"))
        raw.size[3] = 1000;
    if (is("negative"))
        raw.size[0] = -raw.size[0];
    if (is("spacing"))
        raw.spacing[1] = std::numeric_limits<double>::quiet_NaN();
    if (is("origin"))
        raw.origin[2] = std::numeric_limits<double>::infinity();
    if (is("direction"))
        raw.direction[4] = std::numeric_limits<double>::quiet_NaN();
    std::memcpy(all.data() + 8, &raw, sizeof raw);
    if (is("layout"))
        all[0] = std::byte(200);
    if (is("short"))
        out.reserve(out.size() - 1);
    if (is("none"))
        out.reserve(0);
}

} // namespace

int main(int argc, char** argv)
{
    runAsWorker(argc, argv, answer);
}
