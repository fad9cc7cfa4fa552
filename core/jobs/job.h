#pragma once

#include <functional>
#include <mutex>
#include <stop_token>
#include <string>

namespace pollux {

/// Handed to all long work: where it stops, and where it says how far it is. Thread-safe.
class Job
{
public:
    using ProgressSink = std::function<void(double fraction, const std::string& what)>;

    Job() = default; ///< never stops, tells nobody: for tests and short work
    explicit Job(std::stop_token stop, ProgressSink sink = {});

    bool stopRequested() const { return m_stop.stop_requested(); }
    /// Throws Error (Cancelled) once a stop was asked for. Call it at least every 100 ms of work.
    void checkStop() const;
    /// `fraction` of this job in [0,1]; also checks for a stop.
    void progress(double fraction, const std::string& what = {}) const;
    std::stop_token stopToken() const { return m_stop; }

    /// A job whose [0,1] is [from,to] of this one.
    Job part(double from, double to) const;

private:
    std::stop_token m_stop;
    ProgressSink m_sink;
};

} // namespace pollux
