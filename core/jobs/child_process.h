#pragma once

#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <sys/wait.h>
#include <vector>

namespace pollux::detail {

/// A started program. It never outlives this, nor does its entry in the system's table. Linux only.
class ChildProcess
{
public:
    /// Starts it with `shared` as its file kWorkerFile, standard input, output and error on /dev/null, all other files
    /// closed, no signal blocked or ignored, in a group of its own. Safe beside other threads. Throws Error:
    /// OutOfMemory (no process to be had), Internal (no such program).
    ChildProcess(const std::filesystem::path& program, std::vector<std::string> arguments, int shared);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Can be polled: readable once the program has ended.
    int handle() const { return m_handle; }

    /// Kills what still runs, takes it off the system's table. How it ended; nothing if the system does not know, as
    /// where SIGCHLD is ignored.
    std::optional<siginfo_t> finish();

private:
    pid_t m_pid = -1;
    int m_handle = -1;
    bool m_running = true;
};

} // namespace pollux::detail
