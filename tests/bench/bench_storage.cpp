/// Saves and loads a 512 x 512 x 300 CT and compares with a plain copy of the same bytes (copy + fsync) in the same
/// run. Usage: bench_storage [raw int16 file, 512 x 512 x n, for a real image] ; prints one table.

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/case/case.h"
#include "core/storage/case_file.h"
#include "core/storage/session.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <unistd.h>
#include <vector>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

constexpr int kRepeats = 3;

/// Best of the repeats. The processor time of all threads says more than the clock on a machine that others use too.
struct Cost
{
    double wall = 1e9;
    double cpu = 1e9;
};

template <class F>
Cost cost(F&& f, int repeats = kRepeats)
{
    Cost best;
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t cpu = std::clock();
        f();
        best.wall =
            std::min(best.wall, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        best.cpu = std::min(best.cpu, static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC);
    }
    return best;
}

void require(bool ok)
{
    if (!ok)
        std::abort();
}

void writeAll(const fs::path& path, std::span<const std::byte> bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    require(file >= 0);
    for (size_t at = 0; at < bytes.size();) {
        const ssize_t n = ::write(file, bytes.data() + at, bytes.size() - at);
        require(n > 0);
        at += static_cast<size_t>(n);
    }
    require(::fsync(file) == 0);
    ::close(file);
}

void readAll(const fs::path& path, std::span<std::byte> bytes)
{
    const int file = ::open(path.c_str(), O_RDONLY);
    require(file >= 0);
    for (size_t at = 0; at < bytes.size();) {
        const ssize_t n = ::read(file, bytes.data() + at, bytes.size() - at);
        require(n > 0);
        at += static_cast<size_t>(n);
    }
    ::close(file);
}

/// A body of organs with smooth differences, Gaussian noise of 12 HU, table and air: compresses about as a soft-kernel
/// CT.
Volume syntheticCt()
{
    constexpr int n = 512, nz = 300;
    std::vector<std::int16_t> voxels(size_t(n) * n * nz);
    parallelFor(0, nz, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            std::mt19937 random(static_cast<unsigned>(k));
            std::normal_distribution<float> noise(0, 12);
            for (int j = 0; j < n; ++j)
                for (int i = 0; i < n; ++i) {
                    const double x = (i - 256) / 210.0, y = (j - 256) / 150.0;
                    const double r = x * x + y * y;
                    const double organ = 60 * std::sin(i * 0.03) * std::cos(j * 0.04 + static_cast<double>(k) * 0.02);
                    const double value = r > 1 ? -1000 : r > 0.9 ? -100 : 40 + organ;
                    voxels[(static_cast<size_t>(k) * n + j) * n + i] =
                        static_cast<std::int16_t>(std::lround(value + noise(random)));
                }
        }
    });
    Grid grid;
    grid.size = {n, n, nz};
    grid.spacing = Vec3(0.75, 0.75, 1.0);
    return Volume(grid, std::move(voxels));
}

void measure(const char* label, const Volume& volume, const fs::path& folder)
{
    Edit edit;
    VolumeObject object;
    object.name = "CT";
    object.volume = volume;
    edit.put(Id("ct"), object);
    const Case c = apply(Case(), edit);
    const auto raw = volume.bytes();
    const double megabytes = static_cast<double>(raw.size()) / 1e6;
    std::vector<std::byte> buffer(raw.size());

    const Cost copy = cost([&] { writeAll(folder / "raw", raw); });
    const Cost read = cost([&] { readAll(folder / "raw", buffer); });
    const Cost save = cost([&] { saveCase(c, folder / "a.pollux", Job()); });
    const auto size = fs::file_size(folder / "a.pollux");
    Case loaded;
    const Cost load = cost([&] { loaded = loadCase(folder / "a.pollux", Job()); });
    require(loaded.volume(Id("ct")).volume.key() == volume.key());
    loaded = Case();
    Cost record, again, open;
    {
        std::optional<Session> session;
        open = cost([&] { session.emplace(Session::open(folder / "work", folder / "a.pollux", Job())); }, 1);
        Case edited = session->initial();
        int n = 0;
        record = cost([&] {
            Edit small;
            small.put(Id("mark"), Landmark{"Tip", Vec3(++n, 0, 0)});
            edited = apply(edited, small);
            session->record("Move", edited);
            session->flush();
        });
        again = cost([&] { session->save(folder / "a.pollux", Job()); });
    }
    std::printf("%s: %.0f MB raw, case file %.1f MB (1 : %.2f; the floor of what has to be written)\n", label,
                megabytes, static_cast<double>(size) / 1e6,
                static_cast<double>(raw.size()) / static_cast<double>(size));
    std::printf("  %-32s %8s %8s %9s %s\n", "", "ms", "cpu ms", "MB/s raw", "times the plain file's time");
    const auto row = [&](const char* what, const Cost& t, double against) {
        std::printf("  %-32s %8.1f %8.1f %9.0f ", what, t.wall * 1e3, t.cpu * 1e3, megabytes / t.wall);
        if (against > 0)
            std::printf("%.2f", t.wall / against);
        std::printf("\n");
    };
    row("plain write + fsync", copy, 0);
    row("plain read (cached)", read, 0);
    row("save a case", save, copy.wall);
    row("load a case (cached)", load, read.wall);
    row("open a session (copy + load)", open, read.wall);
    row("save again from a session", again, copy.wall);
    row("one small step, on disk", record, 0);
}

} // namespace

int main(int argc, char** argv)
{
    std::string name = (fs::temp_directory_path() / "pollux-bench-XXXXXX").string();
    require(::mkdtemp(name.data()) != nullptr);
    const fs::path folder = name;
    try {
        measure("synthetic CT", syntheticCt(), folder);
        if (argc > 1) {
            const auto slices = static_cast<int>(fs::file_size(argv[1]) / (512 * 512 * 2));
            std::vector<std::int16_t> voxels(size_t(512) * 512 * slices);
            readAll(argv[1], std::as_writable_bytes(std::span(voxels)));
            Grid grid;
            grid.size = {512, 512, slices};
            measure("real CT", Volume(grid, std::move(voxels)), folder);
        }
    } catch (const Error& e) {
        std::fprintf(stderr, "%s %s\n", e.what(), e.advice().c_str());
    }
    fs::remove_all(folder);
    return 0;
}
