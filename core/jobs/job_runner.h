#pragma once

#include "core/jobs/job.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace pollux {

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

/// What a listener is told. `error` is filled for Failed.
struct JobReport
{
    std::uint64_t id = 0;
    std::string title;
    JobState state = JobState::Waiting;
    double fraction = 0;
    std::string what;
    std::string error;
};

/// Runs jobs on its own threads, in the order given. Listeners are called on those threads: a window posts to its own.
/// The destructor asks every job to stop and waits for it.
class JobRunner
{
public:
    using Listener = std::function<void(const JobReport&)>;

    explicit JobRunner(int threads = 1, Listener listener = {});
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    /// Returns at once. An exception from `work` makes the job Failed (or Cancelled), never ends the program.
    std::uint64_t start(std::string title, std::function<void(Job&)> work);
    void cancel(std::uint64_t id);
    void cancelAll();
    /// Blocks until nothing waits or runs.
    void waitIdle();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
