#include "core/jobs/worker_main.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/jobs/worker_note.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <new>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace pollux {

namespace {

using detail::kWorkerFile;
using detail::kWorkerNoteBytes;
using detail::WorkerNote;

constexpr rlim_t kOpenFiles = 32;

void limit(auto what, rlim_t most, rlim_t grace = 0)
{
    rlimit value{};
    bool good = getrlimit(what, &value) == 0;
    value.rlim_max = std::min(value.rlim_max, most + grace); // it may be lower already
    value.rlim_cur = std::min(value.rlim_max, most);
    good = good && setrlimit(what, &value) == 0;
    if (!good)
        _exit(2); // never work without the limits
}

void takeOnLimits(std::uint64_t memory, std::uint64_t seconds)
{
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, seconds, 1); // SIGXCPU first, which names the reason
    limit(RLIMIT_NOFILE, kOpenFiles);
    limit(RLIMIT_FSIZE, 0); // it writes no file; the shared memory is written by its mapping
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they reserve terabytes of addresses
    limit(RLIMIT_AS, memory);
#else
    (void)memory;
#endif
}

/// Dies with the program that started it, gains no rights, leaves no image of its memory even where core dumps go
/// through a pipe, which RLIMIT_CORE does not stop.
void bindTo(pid_t parent)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_DUMPABLE, 0) != 0 || getppid() != parent) // gone before the first line took effect
        _exit(2);
}

void put(std::array<char, 1024>& to, const std::string& text)
{
    std::copy_n(text.begin(), std::min(text.size(), to.size() - 1), to.begin());
}

void fail(WorkerNote& note, ErrorCode code, const std::string& message, const std::string& advice)
{
    note.code = static_cast<std::uint32_t>(code);
    put(note.message, message);
    put(note.advice, advice);
    note.state = WorkerNote::State::Failed;
}

} // namespace

std::span<std::byte> WorkerOutput::reserve(std::size_t bytes)
{
    if (bytes > m_room.size())
        throw std::bad_alloc();
    m_size = bytes;
    return m_room.first(bytes);
}

void runAsWorker(int argc, char** argv,
                 const std::function<void(std::span<const std::string> arguments, WorkerOutput& out)>& work)
{
    const std::vector<std::string> all(argv + std::min(argc, 1), argv + argc);
    struct stat shared
    {
    };
    const auto number = [&](std::size_t i) { return i < all.size() ? parseInt(all[i]).value_or(0) : 0; };
    const std::int64_t memory = number(0);
    const std::int64_t seconds = number(1);
    const std::int64_t parent = number(2);
    if (memory <= 0 || seconds <= 0 || parent <= 0 || fstat(kWorkerFile, &shared) != 0 ||
        static_cast<std::size_t>(shared.st_size) < kWorkerNoteBytes) {
        std::fputs("Pollux starts this program itself, to read files that could do harm.\n", stderr);
        _exit(2);
    }
    bindTo(static_cast<pid_t>(parent));
    const auto size = static_cast<std::size_t>(shared.st_size);
    void* map = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, kWorkerFile, 0);
    if (map == MAP_FAILED)
        _exit(2);
    auto* note = new (map) WorkerNote;
    note->magic = WorkerNote::kMagic;
    note->state = WorkerNote::State::Started;
    takeOnLimits(static_cast<std::uint64_t>(memory) + size, static_cast<std::uint64_t>(seconds));
    try {
        WorkerOutput out(std::span(static_cast<std::byte*>(map) + kWorkerNoteBytes, size - kWorkerNoteBytes));
        work(std::span(all).subspan(3), out);
        note->bytes = out.size();
        note->state = WorkerNote::State::Done;
    } catch (const Error& e) {
        fail(*note, e.code(), e.message(), e.advice());
    } catch (const std::bad_alloc&) {
        note->state = WorkerNote::State::OutOfMemory;
    } catch (...) {
        _exit(3); // a text of unknown origin goes nowhere
    }
    // No destructor of a global: it could only crash or take time.
    _exit(0);
}

} // namespace pollux
