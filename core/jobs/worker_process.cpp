#include "core/jobs/worker_process.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/jobs/child_process.h"
#include "core/jobs/own_program.h"
#include "core/jobs/worker_note.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <stop_token>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

namespace pollux {

namespace fs = std::filesystem;

namespace {

using detail::ChildProcess;
using detail::kWorkerNoteBytes;
using detail::WorkerNote;
using Clock = std::chrono::steady_clock;

Error endedUnexpectedly()
{
    return Error(ErrorCode::BadInput,
                 "The reader of this file ended unexpectedly; the file is damaged or of a kind that it cannot read.",
                 "Copy or export it again. If another program opens it, save it there in another format.");
}

Error tookTooLong(std::chrono::milliseconds time)
{
    const std::int64_t seconds = std::max<std::int64_t>(1, time.count() / 1000);
    return Error(ErrorCode::BadInput,
                 counted(seconds, "Reading this file took longer than %1 second and was given up.",
                         "Reading this file took longer than %1 seconds and was given up."),
                 "Copy it to a local disk and try again. If that does not help it is damaged: export it again.");
}

Error tookTooMuchMemory()
{
    return Error(ErrorCode::OutOfMemory, "Reading this file takes more memory than a file of its size should.",
                 "It is damaged or packed beyond measure: export it again, or a part of it.");
}

Error endedBySystem()
{
    return Error(ErrorCode::OutOfMemory, "The system ended the reader of this file, most likely for lack of memory.",
                 "Close other programs and try again.");
}

Error noResources()
{
    return Error(ErrorCode::OutOfMemory, "The system gives Pollux no more memory or open files.",
                 "Close other programs and try again.");
}

class Handle
{
public:
    explicit Handle(int fd) : m_fd(fd)
    {
        if (fd < 0)
            throw noResources();
    }
    ~Handle() { ::close(m_fd); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    operator int() const { return m_fd; }

private:
    int m_fd;
};

enum class Ending { Own, Late, Stopped };

Ending waitFor(const ChildProcess& child, int stopped, Clock::time_point deadline)
{
    std::array<pollfd, 2> watched{pollfd{child.handle(), POLLIN, 0}, pollfd{stopped, POLLIN, 0}};
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            return Ending::Late;
        const int n = ::poll(watched.data(), watched.size(), static_cast<int>(std::min<std::int64_t>(left, 60'000)));
        if (n < 0 && errno != EINTR)
            throw noResources();
        if (n > 0 && watched[0].revents != 0)
            return Ending::Own;
        if (n > 0)
            return Ending::Stopped;
    }
}

/// After this nobody can write to it, not even a process that the worker left behind.
bool sealed(int file)
{
    // Somebody who looks at the dead worker (ps) may hold its memory for a moment; a child of it is killed, but not
    // dead.
    for (int i = 0; i < 1000; ++i) {
        if (fcntl(file, F_ADD_SEALS, F_SEAL_WRITE) == 0)
            return true;
        if (errno != EBUSY)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
}

std::optional<std::string> textOf(const std::array<char, 1024>& chars)
{
    const auto end = std::find(chars.begin(), chars.end(), '\0');
    if (end == chars.end() || !std::all_of(chars.begin(), end, [](char c) { return c >= ' ' && c <= '~'; }))
        return std::nullopt;
    return std::string(chars.begin(), end);
}

Error errorIn(const WorkerNote& note)
{
    const auto message = textOf(note.message);
    const auto advice = textOf(note.advice);
    if (!message || !advice || message->empty() || note.code > static_cast<std::uint32_t>(ErrorCode::Internal) ||
        note.code == static_cast<std::uint32_t>(ErrorCode::Cancelled))
        return endedUnexpectedly();
    return Error(static_cast<ErrorCode>(note.code), *message, *advice);
}

/// How many bytes the worker left; throws what went wrong.
std::uint64_t resultBytes(int shared, const std::optional<siginfo_t>& ended, const WorkerLimits& limits)
{
    if (ended && ended->si_code != CLD_EXITED) {
        if (ended->si_status == SIGXCPU)
            throw tookTooLong(limits.time);
        throw ended->si_status == SIGKILL ? endedBySystem() : endedUnexpectedly();
    }
    WorkerNote note;
    if (!sealed(shared) || ::pread(shared, &note, sizeof note, 0) != static_cast<ssize_t>(sizeof note))
        throw endedUnexpectedly();
    if (note.magic == 0 && note.state == WorkerNote::State::Nothing)
        throw incompleteInstallation(); // a library of it may be missing
    const bool sound = note.magic == WorkerNote::kMagic && (!ended || ended->si_status == 0);
    if (sound && note.state == WorkerNote::State::OutOfMemory)
        throw tookTooMuchMemory();
    if (sound && note.state == WorkerNote::State::Failed)
        throw errorIn(note);
    if (!sound || note.state != WorkerNote::State::Done || note.bytes > limits.result)
        throw endedUnexpectedly();
    return note.bytes;
}

} // namespace

WorkerResult::WorkerResult(int file, std::uint64_t bytes) : m_bytes(bytes)
{
    // Private: older kernels refuse to share a sealed file even for reading.
    m_map = mmap(nullptr, kWorkerNoteBytes + m_bytes, PROT_READ, MAP_PRIVATE, file, 0);
    if (m_map == MAP_FAILED) {
        m_map = nullptr;
        throw Error(ErrorCode::OutOfMemory, "There is not enough memory for what is in the file.",
                    "Close other programs and try again.");
    }
}

WorkerResult::~WorkerResult()
{
    if (m_map)
        munmap(m_map, kWorkerNoteBytes + m_bytes);
}

std::span<const std::byte> WorkerResult::bytes() const
{
    return m_map ? std::span(static_cast<const std::byte*>(m_map) + kWorkerNoteBytes, m_bytes)
                 : std::span<const std::byte>();
}

WorkerResult runWorker(const fs::path& program, const std::vector<std::string>& arguments, const WorkerLimits& limits,
                       const Job& job)
{
    job.checkStop();
    const Handle shared(memfd_create("pollux-worker", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    // The size is agreed here, once: the worker can neither grow it nor, under our eyes, shrink it.
    if (ftruncate(shared, static_cast<off_t>(kWorkerNoteBytes + limits.result)) != 0 ||
        fcntl(shared, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) != 0)
        throw noResources();
    const Handle stopped(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const std::stop_callback onStop(job.stopToken(), [&] { eventfd_write(stopped, 1); });

    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.time).count();
    std::vector<std::string> all{program.string(), toText(static_cast<std::int64_t>(limits.memory)),
                                 toText(std::int64_t(seconds)), toText(std::int64_t(getpid()))};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Clock::time_point deadline = Clock::now() + limits.time;
    ChildProcess child(program, std::move(all), shared);
    const Ending ending = waitFor(child, stopped, deadline);
    const auto ended = child.finish();
    if (ending == Ending::Late)
        throw tookTooLong(limits.time);
    if (ending == Ending::Stopped)
        throw Error(ErrorCode::Cancelled, "Stopped on request.");
    return WorkerResult(shared, resultBytes(shared, ended, limits));
}

} // namespace pollux
