// Workers that crash, hang, take memory, lie or are never there: the caller gets an Error, and nothing is left behind.

#include "core/base/error.h"
#include "core/jobs/own_program.h"
#include "core/jobs/worker_process.h"

#include <QProcess>
#include <QTest>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <thread>

using namespace pollux;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized =
    true; // they reserve terabytes, so that memory is not limited, and handle signals themselves
#else
constexpr bool kSanitized = false;
#endif

WorkerLimits limitsOf(std::uint64_t result, std::chrono::milliseconds time = 60s)
{
    WorkerLimits limits;
    limits.result = result;
    limits.time = time;
    return limits;
}

WorkerResult run(const std::vector<std::string>& arguments, const WorkerLimits& limits = limitsOf(4096),
                 const Job& job = {})
{
    return runWorker(TEST_WORKER, arguments, limits, job);
}

std::string textOf(const WorkerResult& result)
{
    return {reinterpret_cast<const char*>(result.bytes().data()), result.bytes().size()};
}

/// The error of a run; "" as message if there was none.
Error errorOf(const std::vector<std::string>& arguments, const WorkerLimits& limits = limitsOf(4096))
{
    try {
        run(arguments, limits);
    } catch (const Error& e) {
        return e;
    }
    return Error(ErrorCode::Internal, "");
}

std::size_t openFiles()
{
    std::size_t n = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
        ++n;
    return n;
}

bool anyChild()
{
    return waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD;
}

/// Children of a process, from the system's table.
std::set<int> childrenOf(qint64 parent)
{
    std::set<int> found;
    std::error_code ec;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", ec)) {
        std::ifstream in(entry.path() / "stat");
        std::string text;
        std::getline(in, text);
        const std::size_t name = text.rfind(')');
        if (name == std::string::npos)
            continue;
        const QStringList rest = QString::fromStdString(text.substr(name + 2)).split(' ');
        if (rest.size() > 1 && rest[1].toLongLong() == parent)
            found.insert(std::atoi(entry.path().filename().c_str()));
    }
    return found;
}

} // namespace

class TestWorkerProcess : public QObject
{
    Q_OBJECT

private:
    std::size_t m_open = 0;

private Q_SLOTS:
    void init() { m_open = openFiles(); }

    void cleanup()
    {
        QVERIFY2(!anyChild(), "a process was left behind");
        QCOMPARE(openFiles(), m_open);
    }

    void givesBackWhatTheWorkerWrote()
    {
        QCOMPARE(textOf(run({"echo", "a b", "", "\xc3\xa9"})), std::string("[a b][][\xc3\xa9]"));
        const std::size_t n = 5'000'001;
        const WorkerResult result = run({"count", std::to_string(n)}, limitsOf(n));
        QCOMPARE(result.bytes().size(), n);
        QCOMPARE(reinterpret_cast<std::uintptr_t>(result.bytes().data()) % 64, std::uintptr_t(0));
        for (std::size_t i = 0; i < n; ++i)
            if (result.bytes()[i] != static_cast<std::byte>(i))
                QFAIL("a byte changed on the way");
        QVERIFY(run({"echo"}).bytes().empty());
    }

    void movesLikeAValue()
    {
        WorkerResult a = run({"echo", "a"});
        WorkerResult b = std::move(a);
        QVERIFY(a.bytes().empty());
        a = run({"echo", "c"});
        std::swap(a, b);
        QCOMPARE(textOf(a), std::string("[a]"));
        QCOMPARE(textOf(b), std::string("[c]"));
    }

    void errorsComeBackAsTheyWereThrown()
    {
        const Error e = errorOf({"fail"});
        QCOMPARE(e.code(), ErrorCode::Unsupported);
        QCOMPARE(e.message(), std::string("It is blue."));
        QCOMPARE(e.advice(), std::string("Paint it."));
    }

    void theWorkerIsBound()
    {
        // What the worker must not inherit.
        const int open = ::open("/dev/null", O_RDONLY); // without O_CLOEXEC
        rlimit core{};
        getrlimit(RLIMIT_CORE, &core);
        const rlimit cores{core.rlim_max, core.rlim_max};
        setrlimit(RLIMIT_CORE, &cores);
        std::signal(SIGUSR1, SIG_IGN);
        sigset_t term;
        sigset_t before;
        sigemptyset(&term);
        sigaddset(&term, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &term, &before);
        WorkerLimits limits = limitsOf(4096, 7500ms);
        limits.memory = std::uint64_t(300) << 20;
        const QString text = QString::fromStdString(textOf(run({"limits"}, limits)));
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        std::signal(SIGUSR1, SIG_DFL);
        setrlimit(RLIMIT_CORE, &core);
        ::close(open);
        const QStringList lines = text.split('\n');
        if (!kSanitized)
            QVERIFY2(lines.contains(QString("memory=%1").arg((300 << 20) + 8192)), qPrintable(text));
        for (const char* line : {"cpu=8", "core=0", "files=32", "filesize=0", "death=9", "privileges=1", "dumpable=0",
                                 "group=1", "blocked=0", "ignored=0", "open=4", "grow=-1", "shrink=-1", "other=-1"})
            QVERIFY2(lines.contains(line), qPrintable(QString(line) + " is not among\n" + text));
    }

    void crashesAreErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const QStringList& a : {QStringList{"crash"},
                                     {"abort"},
                                     {"throw"},
                                     {"exit", "0"},
                                     {"exit", "3"},
                                     {"signal", "4"},
                                     {"signal", "7"},
                                     {"signal", "8"},
                                     {"signal", "15"}})
            QTest::newRow(qPrintable(a.join(' '))) << a;
        for (const char* lie : {"noise", "state", "done, then failed", "magic", "length", "code", "cancelled",
                                "endless", "escapes", "empty"})
            QTest::newRow(lie) << QStringList{"forge", lie};
    }

    void crashesAreErrors()
    {
        QFETCH(QStringList, arguments);
        std::vector<std::string> a;
        for (const QString& s : arguments)
            a.push_back(s.toStdString());
        const Error e = errorOf(a);
        QCOMPARE(e.code(), ErrorCode::BadInput);
        QVERIFY2(e.message().starts_with("The reader of this file ended unexpectedly"), e.what());
        QVERIFY(!e.advice().empty());
    }

    void outputOfTheWorkerGoesNowhere() { QCOMPARE(textOf(run({"scream"})), std::string("done")); }

    void anEndlessLoopEndsInTime()
    {
        const auto start = Clock::now();
        const Error e = errorOf({"hang"}, limitsOf(0, 300ms));
        QCOMPARE(e.code(), ErrorCode::BadInput);
        QVERIFY2(e.message().find("took longer than 1 second ") != std::string::npos, e.what());
        QVERIFY(Clock::now() - start >= 300ms);
        const Error asleep = errorOf({"sleep"}, limitsOf(0, 100ms));
        QVERIFY2(asleep.message().find("took longer") != std::string::npos, asleep.what());
        // The processor's own clock rings first where the worker is told to.
        const Error signalled = errorOf({"signal", QString::number(SIGXCPU).toStdString()});
        QVERIFY2(kSanitized || signalled.message().find("took longer than 60 seconds") != std::string::npos,
                 signalled.what());
    }

    void memoryIsLimited()
    {
        if (kSanitized)
            QSKIP("a sanitizer reserves more addresses than any limit would leave");
        const Error e = errorOf({"hog"});
        QCOMPARE(e.code(), ErrorCode::OutOfMemory);
        QVERIFY2(e.message().find("more memory than") != std::string::npos, e.what());
        const Error c = errorOf({"hog in C"});
        QCOMPARE(c.code(), ErrorCode::BadInput);
        QVERIFY2(c.message().find("ended unexpectedly") != std::string::npos, c.what());
    }

    void theSystemMayEndIt()
    {
        const Error e = errorOf({"signal", "9"});
        QCOMPARE(e.code(), ErrorCode::OutOfMemory);
        QVERIFY2(e.message().find("system ended") != std::string::npos, e.what());
    }

    void noMoreThanAgreedComesBack()
    {
        QCOMPARE(run({"count", "1000"}, limitsOf(1000)).bytes().size(), std::size_t(1000));
        const Error e = errorOf({"count", "1001"}, limitsOf(1000));
        QCOMPARE(e.code(), ErrorCode::OutOfMemory);
    }

    /// What the worker started ends with it.
    void theResultStandsStill()
    {
        const WorkerResult result = run({"leave"});
        QCOMPARE(result.bytes().size(), std::size_t(8));
        const std::byte before = *static_cast<const volatile std::byte*>(result.bytes().data());
        std::this_thread::sleep_for(20ms);
        QCOMPARE(*static_cast<const volatile std::byte*>(result.bytes().data()), before);
    }

    /// Where something got away and still can write, nothing is taken.
    void whatCanStillChangeIsRefused()
    {
        const Error e = errorOf({"escape"});
        QCOMPARE(e.code(), ErrorCode::BadInput);
        QVERIFY2(e.message().find("ended unexpectedly") != std::string::npos, e.what());
    }

    void whatDoesNotStartIsAnIncompleteInstallation_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("nothing there") << "/nowhere/pollux-reader";
        QTest::newRow("a folder") << "/tmp";
        QTest::newRow("no program") << QString(QStringLiteral(POLLUX_SOURCE_DIR "/README.md"));
        QTest::newRow("a foreign program") << "/bin/true";
        QTest::newRow("one that fails") << "/bin/false";
    }

    void whatDoesNotStartIsAnIncompleteInstallation()
    {
        QFETCH(QString, program);
        try {
            runWorker(program.toStdString(), {}, limitsOf(0), {});
            QFAIL("no error");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Internal);
            QVERIFY2(e.message().find("installation is incomplete") != std::string::npos, e.what());
        }
    }

    void findsItsPrograms()
    {
        const auto reader = ownProgram("pollux-reader");
        QVERIFY(reader.is_absolute());
        QVERIFY(std::filesystem::equivalent(reader, POLLUX_BINARY_DIR "/bin/pollux-reader"));
        QVERIFY_THROWS_EXCEPTION(Error, ownProgram("pollux-nothing"));
    }

    void stopsWithTheJob()
    {
        std::stop_source stop;
        std::atomic<Clock::rep> asked = 0;
        std::jthread other([&] {
            std::this_thread::sleep_for(200ms);
            asked = Clock::now().time_since_epoch().count();
            stop.request_stop();
        });
        try {
            run({"hang"}, limitsOf(0), Job(stop.get_token()));
            QFAIL("it went on");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
        // 200 ms are promised; a busy machine gets more.
        QVERIFY(Clock::now().time_since_epoch() - Clock::duration(asked) < 2s);
        QVERIFY(!anyChild());
        try {
            run({"hang"}, limitsOf(0), Job(stop.get_token()));
            QFAIL("it started");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
    }

    void eightAtOnce()
    {
        std::atomic<int> good = 0;
        std::atomic<int> crashed = 0;
        std::atomic<int> late = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 8; ++t)
                threads.emplace_back([&, t] {
                    for (int round = 0; round < 6; ++round) {
                        const std::string name = std::to_string(10 * t + round);
                        good += textOf(run({"echo", name})) == "[" + name + "]";
                        crashed += errorOf({"abort"}).message().find("unexpectedly") != std::string::npos;
                        if (round == 0)
                            late += errorOf({"hang"}, limitsOf(0, 200ms)).message().find("took") != std::string::npos;
                    }
                });
        }
        QCOMPARE(good.load(), 48);
        QCOMPARE(crashed.load(), 48);
        QCOMPARE(late.load(), 8);
    }

    void signalsDoNotDisturb()
    {
        struct sigaction action
        {
        };
        struct sigaction before
        {
        };
        action.sa_handler = [](int) {};
        sigaction(SIGALRM, &action, &before); // without SA_RESTART
        const itimerval often{{0, 1000}, {0, 1000}};
        const itimerval never{};
        setitimer(ITIMER_REAL, &often, nullptr);
        const Error late = errorOf({"hang"}, limitsOf(0, 300ms));
        std::string text = textOf(run({"echo", "x"}));
        setitimer(ITIMER_REAL, &never, nullptr);
        sigaction(SIGALRM, &before, nullptr);
        QVERIFY2(late.message().find("took longer") != std::string::npos, late.what());
        QCOMPARE(text, std::string("[x]"));
    }

    /// A program that was started with SIGCHLD ignored is never told how its children ended.
    void worksWhereEndsAreNotTold()
    {
        const auto before = std::signal(SIGCHLD, SIG_IGN);
        std::string text = textOf(run({"echo", "x"}));
        const Error crash = errorOf({"abort"});
        std::signal(SIGCHLD, before);
        QCOMPARE(text, std::string("[x]"));
        QVERIFY2(crash.message().find("unexpectedly") != std::string::npos, crash.what());
    }

    void diesWithItsParent()
    {
        int worker = 0;
        {
            QProcess parent;
            parent.start(TEST_WORKER, {"parent"});
            QVERIFY(parent.waitForStarted());
            std::set<int> found;
            QTRY_VERIFY_WITH_TIMEOUT(!(found = childrenOf(parent.processId())).empty(), 10'000);
            worker = *found.begin();
            QTest::qWait(100); // past its first lines
            QCOMPARE(kill(worker, 0), 0);
            parent.kill();
            QVERIFY(parent.waitForFinished());
        }
        // Whoever adopts it takes it off the table; a dead one has no command line.
        const auto gone = [&] {
            std::ifstream in("/proc/" + std::to_string(worker) + "/cmdline");
            return !in || in.get() == EOF;
        };
        QTRY_VERIFY_WITH_TIMEOUT(gone(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestWorkerProcess)
#include "tst_worker_process.moc"
