#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace pollux {

/// Where a worker puts its result: memory shared with the program that started it.
class WorkerOutput
{
public:
    explicit WorkerOutput(std::span<std::byte> room) : m_room(room) {}

    /// The first `bytes` of the room; the last call says how long the result is. Zero where nothing was written.
    /// Throws std::bad_alloc if that is more than was agreed.
    std::span<std::byte> reserve(std::size_t bytes);
    std::size_t size() const { return m_size; }

private:
    std::span<std::byte> m_room;
    std::size_t m_size = 0;
};

/// The main of a program that runWorker() starts: takes on the limits, does the work, hands back its result or its
/// Error, ends the process. Destructors of globals do not run. Numbers are read in the "C" locale.
[[noreturn]] void
runAsWorker(int argc, char** argv,
            const std::function<void(std::span<const std::string> arguments, WorkerOutput& out)>& work);

} // namespace pollux
