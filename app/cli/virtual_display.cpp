#include "app/cli/virtual_display.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pollux::cli {

namespace {

/// A signal that comes between the server's last look at what was asked and its going to sleep is seen only once
/// something wakes it, after 10 minutes at the latest: it is asked until it has gone.
void end(pid_t server)
{
    constexpr int kTries = 100, kLooks = 50;
    for (int t = 0; t < kTries; ++t) {
        kill(server, SIGTERM);
        for (int look = 0; look < kLooks; ++look) {
            if (waitpid(server, nullptr, WNOHANG) != 0)
                return;
            usleep(1000);
        }
    }
    kill(server, SIGKILL);
    waitpid(server, nullptr, 0);
}

} // namespace

VirtualDisplay::VirtualDisplay()
{
    if (const char* display = std::getenv("DISPLAY"); display && *display)
        return;
    int ends[2];
    if (pipe(ends) != 0)
        throw Error(ErrorCode::Io, "No pipe could be made for the virtual display.");
    m_pid = fork();
    if (m_pid == 0) {
        // Its own group: a Ctrl+C for us must not take the display away under our feet.
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGTERM); // gone with us, however we end
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        close(ends[0]);
        // Clear of the standard streams: whoever started us may have closed them.
        const std::string fd = std::to_string(fcntl(ends[1], F_DUPFD, STDERR_FILENO + 1));
        // Nor does who reads our output wait for the server's end.
        const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            if (nowhere < 0 || dup2(nowhere, stream) < 0)
                _exit(127);
        // Without -noreset the server starts over when its last client leaves, and turns away who comes meanwhile.
        execlp("Xvfb", "Xvfb", "-displayfd", fd.c_str(), "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset",
               static_cast<char*>(nullptr));
        _exit(127);
    }
    close(ends[1]);
    std::string number;
    pollfd wait{ends[0], POLLIN, 0};
    std::array<char, 16> buffer{};
    while (number.find('\n') == std::string::npos && poll(&wait, 1, 10000) > 0) {
        const ssize_t n = read(ends[0], buffer.data(), buffer.size());
        if (n <= 0)
            break;
        number.append(buffer.data(), static_cast<size_t>(n));
    }
    close(ends[0]);
    if (number.find('\n') == std::string::npos) {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
        m_pid = -1;
        throw Error(ErrorCode::Unsupported, "3D pictures need a display, and none could be started.",
                    "Install the package 'xvfb', or set DISPLAY.");
    }
    setenv("DISPLAY", (":" + std::string(trimmed(number))).c_str(), 1);
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 0);
}

VirtualDisplay::~VirtualDisplay()
{
    if (m_pid <= 0)
        return;
    end(m_pid);
    unsetenv("DISPLAY");
}

} // namespace pollux::cli
