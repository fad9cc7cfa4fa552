#pragma once

#include "core/jobs/job.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace pollux {

/// What a worker may use. Beyond that the system refuses it or it is killed.
struct WorkerLimits
{
    std::uint64_t result = 0;                        ///< most bytes of its result
    std::uint64_t memory = std::uint64_t(512) << 20; ///< bytes of address space besides the result, libraries included
    std::chrono::milliseconds time{30'000};          ///< from start to end, and of processor time
};

/// What a worker left behind: memory that nobody can change any more. Aligned for any type.
class WorkerResult
{
public:
    WorkerResult() = default;
    WorkerResult(WorkerResult&& other) noexcept
        : m_map(std::exchange(other.m_map, nullptr)), m_bytes(std::exchange(other.m_bytes, 0))
    {
    }
    WorkerResult& operator=(WorkerResult&& other) noexcept
    {
        std::swap(m_map, other.m_map);
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }
    ~WorkerResult();

    std::span<const std::byte> bytes() const;

private:
    friend WorkerResult runWorker(const std::filesystem::path&, const std::vector<std::string>&, const WorkerLimits&,
                                  const Job&);
    WorkerResult(int file, std::uint64_t bytes); ///< maps the shared file

    void* m_map = nullptr;
    std::size_t m_bytes = 0; ///< of the result, without the note before it
};

/// Runs one of our own programs (whose main is runAsWorker) in a process of its own, for work on files that may crash
/// whoever reads them. Blocks until it has ended. Whatever the worker does, this process goes on, no process is left
/// behind, and no more than limits.result comes back; what is in it must still be checked.
/// Any thread, several at once. A stop of the job kills the worker at once; the worker dies with the thread that waits.
/// Throws Error: what the worker's work threw; BadInput (crashed, took too long, left nothing sound); OutOfMemory (over
/// its limit, or ended by the system); Internal (the program does not start); Cancelled.
WorkerResult runWorker(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                       const WorkerLimits& limits, const Job& job);

} // namespace pollux
