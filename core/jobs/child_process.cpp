#include "core/jobs/child_process.h"

#include "core/base/error.h"
#include "core/jobs/own_program.h"
#include "core/jobs/worker_note.h"

#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

extern "C" {
#include <sys/pidfd.h> // glibc 2.36 forgot to say that these are functions of C
}

namespace pollux::detail {

namespace {

Error noProcess()
{
    return Error(ErrorCode::OutOfMemory, "The system does not let Pollux start another program.",
                 "Close other programs and try again.");
}

/// posix_spawn's settings, with all that they allocate.
class Settings
{
public:
    explicit Settings(int shared)
    {
        if (posix_spawn_file_actions_init(&m_actions) != 0)
            throw noProcess();
        if (posix_spawnattr_init(&m_attributes) != 0) {
            posix_spawn_file_actions_destroy(&m_actions);
            throw noProcess();
        }
        // The shared file first: its number may be one of the three that are opened anew.
        int bad = posix_spawn_file_actions_adddup2(&m_actions, shared, kWorkerFile);
        bad |= posix_spawn_file_actions_addopen(&m_actions, 0, "/dev/null", O_RDONLY, 0);
        bad |= posix_spawn_file_actions_addopen(&m_actions, 1, "/dev/null", O_WRONLY, 0);
        bad |= posix_spawn_file_actions_addopen(&m_actions, 2, "/dev/null", O_WRONLY, 0); // may name the patient
        bad |= posix_spawn_file_actions_addclosefrom_np(&m_actions, kWorkerFile + 1);
        // A group of its own: Ctrl+C reaches us alone, and what it may have started dies with it.
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        bad |= posix_spawnattr_setsigmask(&m_attributes, &none);
        bad |= posix_spawnattr_setsigdefault(&m_attributes, &all);
        bad |= posix_spawnattr_setpgroup(&m_attributes, 0);
        bad |= posix_spawnattr_setflags(&m_attributes,
                                        POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
        if (bad != 0) {
            destroy();
            throw noProcess();
        }
    }
    ~Settings() { destroy(); }
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;

    pid_t start(const std::filesystem::path& program, std::vector<std::string>& arguments) const
    {
        std::vector<char*> raw;
        for (std::string& a : arguments)
            raw.push_back(a.data());
        raw.push_back(nullptr);
        pid_t pid = -1;
        // glibc makes it of vfork's kind: no copy of our address space, and safe beside other threads.
        const int e = posix_spawn(&pid, program.c_str(), &m_actions, &m_attributes, raw.data(), environ);
        if (e == EAGAIN || e == ENOMEM)
            throw noProcess();
        if (e != 0)
            throw incompleteInstallation();
        return pid;
    }

private:
    void destroy()
    {
        posix_spawnattr_destroy(&m_attributes);
        posix_spawn_file_actions_destroy(&m_actions);
    }

    posix_spawn_file_actions_t m_actions;
    posix_spawnattr_t m_attributes;
};

std::optional<siginfo_t> waitFor(idtype_t type, int id, int options)
{
    siginfo_t info{};
    int e = 0;
    do
        e = waitid(type, static_cast<id_t>(id), &info, options);
    while (e != 0 && errno == EINTR);
    return e == 0 ? std::optional(info) : std::nullopt;
}

} // namespace

ChildProcess::ChildProcess(const std::filesystem::path& program, std::vector<std::string> arguments, int shared)
    : m_pid(Settings(shared).start(program, arguments)), m_handle(pidfd_open(m_pid, 0))
{
    if (m_handle >= 0)
        return;
    ::kill(m_pid, SIGKILL);
    waitFor(P_PID, m_pid, WEXITED);
    throw noProcess();
}

ChildProcess::~ChildProcess()
{
    if (m_running)
        finish();
    ::close(m_handle);
}

std::optional<siginfo_t> ChildProcess::finish()
{
    m_running = false;
    pidfd_send_signal(m_handle, SIGKILL, nullptr, 0); // nothing happens to a process that has ended
    const auto ended = waitFor(P_PIDFD, m_handle, WEXITED | WNOWAIT);
    if (!ended)
        return std::nullopt;
    ::kill(-m_pid, SIGKILL); // what it may have started; the number cannot be another's before the next line
    return waitFor(P_PIDFD, m_handle, WEXITED);
}

} // namespace pollux::detail
