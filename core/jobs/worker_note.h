#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pollux::detail {

/// The first page of the memory that a worker shares with the program that started it; the result follows it. Plain
/// numbers of any value: whoever reads it believes nothing.
struct WorkerNote
{
    enum class State : std::uint32_t { Nothing, Started, Done, Failed, OutOfMemory };

    static constexpr std::uint64_t kMagic = 0x31'6b72'6f77'786c'70; // "plxwork1"

    std::uint64_t magic = 0;
    State state = State::Nothing;
    std::uint32_t code = 0;           ///< an ErrorCode, for Failed
    std::uint64_t bytes = 0;          ///< of the result, for Done
    std::array<char, 1024> message{}; ///< for Failed; printable ASCII up to a zero
    std::array<char, 1024> advice{};
};

constexpr std::size_t kWorkerNoteBytes = 4096; ///< a page, so that the result is aligned for any type
constexpr int kWorkerFile = 3;                 ///< where a worker finds the shared memory
static_assert(sizeof(WorkerNote) <= kWorkerNoteBytes);

} // namespace pollux::detail
