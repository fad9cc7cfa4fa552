// A worker that does what a toolkit on a damaged file may do, and what one taken over by such a file might try.
// Without runWorker's arguments it starts a worker itself and waits for it: "test_worker parent".

#include "core/base/error.h"
#include "core/jobs/worker_main.h"
#include "core/jobs/worker_note.h"
#include "core/jobs/worker_process.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace pollux;

namespace {

using Arguments = std::span<const std::string>;
using Verb = std::function<void(Arguments, WorkerOutput&)>;

void say(WorkerOutput& out, const std::string& text)
{
    std::memcpy(out.reserve(text.size()).data(), text.data(), text.size());
}

void echo(Arguments a, WorkerOutput& out)
{
    std::string text;
    for (const std::string& s : a.subspan(1))
        text += "[" + s + "]";
    say(out, text);
}

/// As many bytes as asked for, each the low byte of its place.
void count(Arguments a, WorkerOutput& out)
{
    const std::span<std::byte> room = out.reserve(std::stoull(a[1]));
    for (std::size_t i = 0; i < room.size(); ++i)
        room[i] = static_cast<std::byte>(i);
}

/// What it may and may not do, as "name=value" lines.
void limits(Arguments, WorkerOutput& out)
{
    std::string text;
    const auto line = [&](const std::string& name, long long value) {
        text += name + "=" + std::to_string(value) + "\n";
    };
    const auto rlimitOf = [&](const char* name, auto what) {
        rlimit value{};
        getrlimit(what, &value);
        line(name, static_cast<long long>(value.rlim_cur));
    };
    rlimitOf("memory", RLIMIT_AS);
    rlimitOf("cpu", RLIMIT_CPU);
    rlimitOf("core", RLIMIT_CORE);
    rlimitOf("files", RLIMIT_NOFILE);
    rlimitOf("filesize", RLIMIT_FSIZE);
    int death = 0;
    prctl(PR_GET_PDEATHSIG, &death);
    line("death", death);
    line("privileges", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
    line("dumpable", prctl(PR_GET_DUMPABLE));
    line("group", getpgrp() == getpid());
    sigset_t blocked;
    sigprocmask(SIG_SETMASK, nullptr, &blocked);
    line("blocked", sigismember(&blocked, SIGTERM));
    struct sigaction action
    {
    };
    sigaction(SIGUSR1, nullptr, &action);
    line("ignored", action.sa_handler == SIG_IGN);
    long long open = 0;
    for (int fd = 0; fd < 4096; ++fd)
        open += fcntl(fd, F_GETFD) >= 0;
    line("open", open);
    // The shared memory cannot be made larger or smaller, nor can anything be written elsewhere.
    std::signal(SIGXFSZ, SIG_IGN);
    line("grow", ftruncate(detail::kWorkerFile, 1 << 26));
    line("shrink", ftruncate(detail::kWorkerFile, 10));
    const int other = memfd_create("other", 0);
    line("other", other < 0 ? -1 : write(other, "x", 1));
    say(out, text);
}

void hang(Arguments, WorkerOutput&)
{
    for (volatile unsigned n = 0;;)
        n = n + 1;
}

void sleepLong(Arguments, WorkerOutput&)
{
    while (true)
        std::this_thread::sleep_for(std::chrono::seconds(1));
}

/// Takes memory until it is refused, in the way of C++.
void hog(Arguments, WorkerOutput&)
{
    std::vector<std::unique_ptr<char[]>> blocks;
    while (true) {
        blocks.emplace_back(new char[std::size_t(16) << 20]);
        std::memset(blocks.back().get(), 1, std::size_t(16) << 20);
    }
}

/// The same in the way of some C: does not look.
void hogInC(Arguments, WorkerOutput&)
{
    while (true) {
        volatile char* block = static_cast<char*>(std::malloc(std::size_t(16) << 20));
        block[0] = 1;
    }
}

void crash(Arguments, WorkerOutput&)
{
    void* forbidden = mmap(nullptr, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    *static_cast<volatile char*>(forbidden) = 1;
}

detail::WorkerNote* note(WorkerOutput& out)
{
    return reinterpret_cast<detail::WorkerNote*>(out.reserve(0).data() - detail::kWorkerNoteBytes);
}

/// Leaves a note of its own making.
void forge(Arguments a, WorkerOutput& out)
{
    using State = detail::WorkerNote::State;
    detail::WorkerNote* n = note(out);
    if (a[1] == "noise") {
        std::memset(static_cast<void*>(n), 0xa5, detail::kWorkerNoteBytes);
    } else if (a[1] == "state") {
        n->state = static_cast<State>(77);
    } else if (a[1] == "magic") {
        n->magic = 1;
        n->state = State::Done;
    } else if (a[1] == "done, then failed") {
        n->state = State::Done;
        _exit(5);
    } else if (a[1] == "length") {
        n->bytes = ~std::uint64_t(0) - 100;
        n->state = State::Done;
    } else {
        n->state = State::Failed;
        n->code = a[1] == "code" ? 12345 : a[1] == "cancelled" ? static_cast<std::uint32_t>(ErrorCode::Cancelled) : 0;
        if (a[1] == "endless")
            n->message.fill('a');
        else if (a[1] == "escapes")
            std::strcpy(n->message.data(), "\x1b[2J");
        else if (a[1] != "empty")
            std::strcpy(n->message.data(), "text");
    }
    _exit(0);
}

/// A child of its own goes on writing to the shared memory, two seconds long; "escape" in a group of its own.
void leave(Arguments a, WorkerOutput& out)
{
    const std::span<std::byte> room = out.reserve(8);
    volatile std::byte& shared = room[0];
    if (fork() != 0) {
        while (shared == std::byte(0)) // until it writes
            std::this_thread::yield();
        return;
    }
    if (a[0] == "escape")
        setsid();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    for (unsigned n = 0; std::chrono::steady_clock::now() < end; ++n)
        shared = static_cast<std::byte>(1 + n % 255);
    _exit(0);
}

const std::map<std::string, Verb>& verbs()
{
    static const std::map<std::string, Verb> all{
        {"echo", echo},
        {"count", count},
        {"limits", limits},
        {"hang", hang},
        {"sleep", sleepLong},
        {"hog", hog},
        {"hog in C", hogInC},
        {"forge", forge},
        {"leave", leave},
        {"escape", leave},
        {"fail", [](Arguments, WorkerOutput&) { throw Error(ErrorCode::Unsupported, "It is blue.", "Paint it."); }},
        {"throw", [](Arguments, WorkerOutput&) { throw std::runtime_error("something"); }},
        {"signal", [](Arguments a, WorkerOutput&) { raise(std::stoi(a[1])); }},
        {"crash", crash},
        {"abort", [](Arguments, WorkerOutput&) { std::abort(); }},
        {"exit", [](Arguments a, WorkerOutput&) { _exit(std::stoi(a[1])); }},
        {"scream",
         [](Arguments, WorkerOutput& out) {
             for (int i = 0; i < 100'000; ++i)
                 if (write(2, "the worker says a lot\n", 22) != 22 || write(1, "and more\n", 9) != 9)
                     _exit(1);
             say(out, "done");
         }},
    };
    return all;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], "parent") == 0) {
        WorkerLimits limits;
        limits.time = std::chrono::seconds(120);
        runWorker(argv[0], {"sleep"}, limits, {});
        return 0;
    }
    runAsWorker(argc, argv, [](Arguments a, WorkerOutput& out) { verbs().at(a[0])(a, out); });
}
