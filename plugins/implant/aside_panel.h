#pragma once

#include "ui/panels/bench.h"

#include <functional>
#include <memory>

namespace pollux::implant {

/// One job beside the page at a time, for numbers that follow a hand. What a job that was stopped, or whose owner is
/// gone, has found is nobody's. Main thread.
class Aside
{
public:
    explicit Aside(Bench& bench) : m_bench(bench) {}

    /// A job that somebody else stopped may never land: then nothing runs any more.
    bool running() const { return m_job && m_bench.busy(); }
    /// As Bench::runAside(); what `work` returns is called unless another was started or it was stopped.
    void start(const QString& title, std::function<std::function<void()>(const Case&, Job&)> work);
    void stop();

private:
    Bench& m_bench;
    std::uint64_t m_job = 0;
    std::shared_ptr<std::uint64_t> m_round = std::make_shared<std::uint64_t>(0); ///< of the job that counts
};

} // namespace pollux::implant
