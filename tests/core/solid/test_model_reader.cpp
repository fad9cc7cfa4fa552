// A reader that crashes or lies, by the name of the file that it is to read; all else is read as pollux-model-reader
// does.

#include "core/jobs/worker_main.h"
#include "core/solid/model_worker.h"

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <thread>

using namespace pollux;

namespace {

// The message as model_worker.cpp lays it out.
constexpr std::size_t kFormat = 8, kSolids = 12, kPoints = 16, kTriangles = 24, kFactor = 32, kDeflection = 40,
                      kSchema = 56, kRestAt = 512, kSolidBytes = 64;

void answer(std::span<const std::string> arguments, WorkerOutput& out)
{
    const std::string name = std::filesystem::path(arguments[1]).filename().string();
    const auto is = [&](const char* what) { return name.starts_with(what); };
    if (is("crash"))
        std::abort();
    if (is("sleep"))
        std::this_thread::sleep_for(std::chrono::seconds(20));
    answerModelRequest(arguments, out);
    const std::span<std::byte> all = out.reserve(out.size());
    const auto put = [&](std::size_t at, auto value) { std::memcpy(all.data() + at, &value, sizeof value); };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    if (is("layout"))
        put(0, std::uint64_t(99));
    if (is("format"))
        put(kFormat, std::uint32_t(1));
    if (is("solids"))
        put(kSolids, std::uint32_t(4'000'000'000));
    if (is("points"))
        put(kPoints, std::uint64_t(1) << 62);
    if (is("triangles"))
        put(kTriangles, std::uint64_t(1) << 62);
    if (is("none"))
        put(kTriangles, std::uint64_t(0));
    if (is("factor"))
        put(kFactor, nan);
    if (is("deflection"))
        put(kDeflection, -1.0);
    if (is("text"))
        put(kSchema, '\x07');
    if (is("endless"))
        std::memset(all.data() + kSchema, 'x', 208);
    if (is("volume"))
        put(kRestAt, nan);
    if (is("box"))
        put(kRestAt + 8, 1e6);
    if (is("coordinate"))
        put(kRestAt + kSolidBytes, std::numeric_limits<float>::infinity());
    if (is("corner"))
        put(all.size() - 4, std::uint32_t(8));
    if (is("short"))
        out.reserve(out.size() - 1);
    if (is("nothing"))
        out.reserve(0);
}

} // namespace

int main(int argc, char** argv)
{
    runAsWorker(argc, argv, answer);
}
