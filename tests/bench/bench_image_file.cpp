// What the worker process costs: a header and the voxels of a 512 x 512 x 200 int16 NIfTI, plain and packed, by the
// worker as Pollux reads them and by the same toolkit inside this process.
//   bench_image_file [repeats]
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/io/image_file.h"
#include "core/image/io/itk_reader.h"
#include "tests/bench/timing.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>
#include <zlib.h>

using namespace pollux;
using namespace pollux::bench;

namespace {

constexpr std::array<std::int16_t, 3> kSize{512, 512, 200};

/// Highest resident memory since the last reset, in MB.
double peakMegabytes()
{
    std::ifstream in("/proc/self/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmHWM:"))
            return static_cast<double>(parseInt(trimmed(line.substr(6, line.size() - 8))).value_or(0)) * 1024 / 1e6;
    return 0;
}

void resetPeak()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// A body of smooth organs with noise, so that it packs as a CT does.
std::vector<char> sample()
{
    std::vector<char> bytes(352 + 2 * std::size_t(kSize[0]) * kSize[1] * kSize[2], 0);
    const auto put = [&](std::size_t at, auto v) { std::memcpy(bytes.data() + at, &v, sizeof v); };
    put(0, std::int32_t(348));
    put(40, std::int16_t(3));
    for (std::size_t a = 0; a < 3; ++a)
        put(42 + 2 * a, kSize[a]);
    put(70, std::int16_t(4));
    put(72, std::int16_t(16));
    for (std::size_t a = 0; a < 4; ++a)
        put(76 + 4 * a, 1.0f);
    put(108, 352.0f);
    put(254, std::int16_t(1));
    for (std::size_t a = 0; a < 3; ++a)
        put(280 + 20 * a, 1.0f);
    std::memcpy(bytes.data() + 344, "n+1", 4);
    std::uint32_t noise = 1;
    std::size_t at = 352;
    for (int k = 0; k < kSize[2]; ++k)
        for (int j = 0; j < kSize[1]; ++j)
            for (int i = 0; i < kSize[0]; ++i, at += 2) {
                noise = noise * 1664525u + 1013904223u;
                const double r = std::hypot((i - 256) / 220.0, (j - 256) / 160.0);
                const double v = r > 1 ? -1000 : 40 + 60 * std::sin(0.05 * i) * std::sin(0.04 * j + 0.03 * k);
                put(at, static_cast<std::int16_t>(r > 1 ? v : v + static_cast<double>(noise >> 27)));
            }
    return bytes;
}

void row(const char* what, std::int64_t repeats, const std::filesystem::path& path)
{
    volatile std::size_t sink = 0;
    const auto inside = [&](bool voxels) {
        const FileClaim claim = checkFileHeader(path);
        std::vector<std::byte> room;
        readWithToolkit(path, claim,
                        voxels ? VoxelRoom([&](std::size_t n) {
                            room.resize(n);
                            return std::span(room);
                        })
                               : VoxelRoom());
        sink = std::vector<std::byte>(room).size(); // the copy into the volume, as it was done inside
    };
    readImageFile(path, 0, {}); // into the system's cache
    const double headInside = medianMs(int(repeats), [&] { inside(false); });
    const double headWorker = medianMs(int(repeats), [&] { sink = probeImageFile(path, {}).format.size(); });
    resetPeak();
    const double inside_ms = medianMs(int(repeats), [&] { inside(true); });
    const double insidePeak = peakMegabytes();
    resetPeak();
    const double worker_ms = medianMs(int(repeats), [&] { sink = readImageFile(path, 0, {}).bytes().size(); });
    const double workerPeak = peakMegabytes();
    std::printf("%-8s header: inside %.2f ms, worker %.2f ms; voxels: inside %.0f ms, peak %.0f MB; worker %.0f ms, "
                "peak of this process %.0f MB\n",
                what, headInside, headWorker, inside_ms, insidePeak, worker_ms, workerPeak);
}

} // namespace

int main(int argc, char** argv)
{
    const std::int64_t repeats = argc > 1 ? parseInt(argv[1]).value_or(5) : 5;
    std::string folder = (std::filesystem::temp_directory_path() / "pollux-bench-XXXXXX").string();
    if (!mkdtemp(folder.data()))
        return 1;
    int status = 0;
    try {
        const std::filesystem::path plain = folder + "/x.nii";
        const std::filesystem::path packed = folder + "/x.nii.gz";
        {
            const std::vector<char> bytes = sample();
            std::ofstream(plain, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            const gzFile gz = gzopen(packed.c_str(), "wb6");
            gzwrite(gz, bytes.data(), static_cast<unsigned>(bytes.size()));
            gzclose(gz);
        }
        std::printf("512x512x200 int16, %.1f MB, packed %.1f MB; medians of %d\n",
                    static_cast<double>(std::filesystem::file_size(plain)) / 1e6,
                    static_cast<double>(std::filesystem::file_size(packed)) / 1e6, static_cast<int>(repeats));
        row("plain", repeats, plain);
        row("packed", repeats, packed);
    } catch (const Error& e) {
        std::fprintf(stderr, "%s\n", e.what());
        status = 1;
    }
    std::filesystem::remove_all(folder);
    return status;
}
