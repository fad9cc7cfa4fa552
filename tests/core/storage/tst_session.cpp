#include "core/base/error.h"
#include "core/storage/case_file.h"
#include "core/storage/database.h"
#include "core/storage/session.h"
#include "tests/core/storage/sample_case.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <sys/resource.h>
#include <unistd.h>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

/// Case number n of the edit loop: what is in it follows from n, so a recovered one can be checked as a whole.
Case step(const Case& before, int n)
{
    Edit edit;
    edit.put(Id("mark"), Landmark{"Step", Vec3(n, -n, 0.1 * n)});
    if (n % 4 == 0) {
        VolumeObject v;
        v.name = std::to_string(n);
        v.volume = sample::volume<std::int16_t>(100, 90, 80, static_cast<std::uint32_t>(n));
        edit.put(Id("ct"), v);
    }
    if (n % 6 == 0)
        edit.put(Id("mark-" + std::to_string(n)), Landmark{});
    if (n % 6 == 3 && n > 3)
        edit.remove(Id("mark-" + std::to_string(n - 3)));
    return apply(before, edit);
}

/// Number of the step that this case is; -1 if it is no step as it was made.
int stepOf(const Case& c)
{
    const auto mark = c.landmarks.find(Id("mark"));
    if (mark == c.landmarks.end())
        return c.empty() ? 0 : -1;
    const int n = static_cast<int>(mark->second->position.x());
    if (mark->second->position != Vec3(n, -n, 0.1 * n))
        return -1;
    const int volumeStep = n / 4 * 4;
    if (volumeStep > 0 && c.volume(Id("ct")).volume.key() !=
                              sample::volume<std::int16_t>(100, 90, 80, static_cast<std::uint32_t>(volumeStep)).key())
        return -1;
    const int last = n / 6 * 6;
    const bool there = n >= 6 && n < last + 3;
    if (c.landmarks.size() != (there ? 2u : 1u) || (there && !c.landmarks.contains(Id("mark-" + std::to_string(last)))))
        return -1;
    return n;
}

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Edits and saves until it is killed; says on its output what it has done, and when.
int editUntilKilled(const fs::path& folder)
{
    const fs::path file = folder / "case.pollux";
    const auto orphans = findOrphans(folder / "work");
    Session session = orphans.empty()
                          ? Session::open(folder / "work", fs::exists(file) ? std::optional(file) : std::nullopt, Job())
                          : Session::recover(orphans.front().workingCopy, Job());
    Case c = session.initial();
    int n = stepOf(c);
    if (n < 0)
        return 3;
    for (;;) {
        c = step(c, ++n);
        session.record("Step", c);
        std::printf("r %d %.6f\n", n, now());
        if (n % 5 == 0) {
            session.flush();
            std::printf("c %d %.6f\n", n, now());
        }
        if (n % 9 == 0) {
            session.save(file, Job());
            std::printf("s %d %.6f\n", n, now());
        }
        std::fflush(stdout);
        ::usleep(2000);
    }
}

template <class F>
Error errorOf(F&& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e;
    }
    return Error(ErrorCode::Internal, "");
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dir = m_folder->path().toStdString();
        m_work = m_dir / "work";
        m_file = m_dir / "a.pollux";
    }

    void whatIsRecordedIsSaved()
    {
        const Case all = sample::make(false);
        Case c;
        {
            Session session = Session::open(m_work, std::nullopt, Job());
            QVERIFY(session.initial().empty() && !session.caseFile());
            session.record("All", all);
            session.save(m_file, Job());
            QCOMPARE(session.unsavedSteps(), 0);
            QVERIFY(session.caseFile() == m_file);
            QCOMPARE(QString::fromStdString(sample::difference(all, loadCase(m_file, Job()))), QString());
            c = all;
            c.volumes.erase(Id("ct"));
            c.lineage.erase(Id("liver"));
            session.record("Less", c);
            QCOMPARE(session.unsavedSteps(), 1);
            session.save(m_file, Job());
            QCOMPARE(session.journal().size(), size_t(2));
        }
        QVERIFY(fs::is_empty(m_work)); // saved: nothing stays behind
        QCOMPARE(QString::fromStdString(sample::difference(c, loadCase(m_file, Job()))), QString());
        {
            // The voxels that nobody uses any more are gone, and the file has no log beside it.
            const Database database(m_file, Database::Mode::ReadOnly);
            QCOMPARE(database.number("SELECT count(*) FROM chunk WHERE array NOT IN (SELECT array FROM uses)"),
                     std::int64_t(0));
            QVERIFY(database.number("SELECT count(*) FROM chunk") > 0);
            QCOMPARE(database.number("SELECT count(*) FROM meta WHERE value LIKE '%" + m_dir.string() + "%'"),
                     std::int64_t(0));
            Statement mode = database.prepare("PRAGMA journal_mode");
            QVERIFY(mode.step());
            QCOMPARE(mode.text(0), std::string("delete"));
        }
        Session again = Session::open(m_work, m_file, Job());
        QCOMPARE(QString::fromStdString(sample::difference(c, again.initial())), QString());
        QCOMPARE(again.journal().size(), size_t(2)); // the journal belongs to the case
        QCOMPARE(again.journal()[1].text, std::string("Less"));
        QCOMPARE(again.unsavedSteps(), 0);
    }

    void unchangedVoxelsAreNotWrittenAgain()
    {
        Session session = Session::open(m_work, std::nullopt, Job());
        Case c = step(step(step(step(Case(), 1), 2), 3), 4);
        session.record("Volume", c);
        session.flush();
        const auto log = [&] { return fs::file_size(session.workingCopy().string() + "-wal"); };
        const auto before = log();
        VolumeObject v = c.volume(Id("ct"));
        v.windowCentre = 17; // a new object with the same voxels
        Edit edit;
        edit.put(Id("ct"), v);
        session.record("Window", apply(c, edit));
        session.flush();
        QVERIFY2(log() - before < 300000, std::to_string(log() - before).c_str()); // the voxels are 1.4 MB
        session.discard();
    }

    void aCrashLeavesAnOrphanAndALiveSessionDoesNot()
    {
        const Case c = step(Case(), 1);
        {
            Session session = Session::open(m_work, std::nullopt, Job());
            session.record("First", c);
            session.flush();
            QVERIFY(findOrphans(m_work).empty());
            QCOMPARE(errorOf([&] { Session::recover(session.workingCopy(), Job()); }).code(), ErrorCode::Io);
        } // neither saved nor discarded: as after a crash
        const auto orphans = findOrphans(m_work);
        QCOMPARE(orphans.size(), size_t(1));
        QCOMPARE(orphans[0].steps, 1);
        QCOMPARE(orphans[0].lastStep, std::string("First"));
        QVERIFY(!orphans[0].caseFile && !orphans[0].when.empty());
        {
            Session session = Session::recover(orphans[0].workingCopy, Job());
            QCOMPARE(stepOf(session.initial()), 1);
            QCOMPARE(session.unsavedSteps(), 1);
            session.discard();
        }
        QVERIFY(findOrphans(m_work).empty());
        QVERIFY(fs::is_empty(m_work));
        {
            const Session untouched = Session::open(m_work, std::nullopt, Job());
        }
        QVERIFY(fs::is_empty(m_work));
    }

    void aDamagedFileOpensNoSession()
    {
        std::ofstream(m_file) << "nonsense";
        QCOMPARE(errorOf([&] { Session::open(m_work, m_file, Job()); }).code(), ErrorCode::BadInput);
        QCOMPARE(errorOf([&] { Session::open(m_work, m_dir / "none", Job()); }).code(), ErrorCode::NotFound);
        QVERIFY(!fs::exists(m_work) || fs::is_empty(m_work));
    }

    void twoSessionsOnOneFileLoseNothing()
    {
        saveCase(step(Case(), 1), m_file, Job());
        Session a = Session::open(m_work, m_file, Job());
        Session b = Session::open(m_work, m_file, Job());
        a.record("A", step(a.initial(), 2));
        b.record("B", step(b.initial(), 2));
        a.save(m_file, Job());
        const Error e = errorOf([&] { b.save(m_file, Job()); });
        QCOMPARE(e.code(), ErrorCode::Io);
        QVERIFY(e.message().find("changed") != std::string::npos && !e.advice().empty());
        b.save(m_dir / "b.pollux", Job());
        b.record("B", step(step(b.initial(), 2), 3));
        b.save(m_dir / "b.pollux", Job()); // its own file by now
        QCOMPARE(stepOf(loadCase(m_file, Job())), 2);
        QCOMPARE(stepOf(loadCase(m_dir / "b.pollux", Job())), 3);
        b.save(m_file, Job());
        a.record("A", step(step(a.initial(), 2), 3));
        a.save(m_file, Job(), Session::IfChanged::Replace);
        QCOMPARE(stepOf(loadCase(m_file, Job())), 3);
    }

    void aFullDiskKeepsTheStepsUntilThereIsRoom()
    {
        Session session = Session::open(m_work, std::nullopt, Job());
        Case c = step(Case(), 1);
        session.record("Small", c);
        session.save(m_file, Job());
        const auto old = fs::file_size(m_file);
        struct rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit small = before;
        small.rlim_cur = 300000;
        setrlimit(RLIMIT_FSIZE, &small);
        c = step(step(step(c, 2), 3), 4);
        session.record("Volume", c);
        const Error flushed = errorOf([&] { session.flush(); });
        const std::string told = session.lastError();
        const Error saved = errorOf([&] { session.save(m_file, Job()); });
        setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(flushed.code(), ErrorCode::Io);
        QVERIFY(!told.empty());
        QCOMPARE(saved.code(), ErrorCode::Io);
        QCOMPARE(fs::file_size(m_file), old);
        QCOMPARE(stepOf(loadCase(m_file, Job())), 1);
        // A try that began before there was room may still fail after it.
        bool done = false;
        for (int n = 0; n < 200 && !done; ++n) {
            try {
                session.flush();
                done = true;
            } catch (const Error&) {
                QTest::qSleep(50);
            }
        }
        QVERIFY(done && session.lastError().empty());
        session.save(m_file, Job());
        QCOMPARE(stepOf(loadCase(m_file, Job())), 4);
    }

    void killedAHundredTimesItLosesLessThanTwoSeconds()
    {
        std::mt19937 random(4711);
        double worst = 0;
        int recovered = 0;
        int highest = 0;
        int savedStep = 0;
        QElapsedTimer clock;
        clock.start();
        for (int round = 0; round < 100; ++round) {
            QProcess child;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert("POLLUX_EDIT_UNTIL_KILLED", m_folder->path());
            child.setProcessEnvironment(environment);
            child.start(QCoreApplication::applicationFilePath(), QStringList());
            // It has begun; what follows is random.
            QVERIFY2(child.waitForReadyRead(20000), child.readAllStandardError().constData());
            QTest::qSleep(static_cast<int>(random() % 250));
            const double killed = now();
            child.kill();
            QVERIFY(child.waitForFinished(20000));
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);

            std::map<int, double> recorded;
            int committed = 0;
            for (const QByteArray& line : child.readAllStandardOutput().split('\n')) {
                const auto words = line.split(' ');
                if (words.size() != 3 || !line.endsWith(words[2]) || words[2].size() < 8)
                    continue;
                const int n = words[1].toInt();
                if (words[0] == "r")
                    recorded[n] = words[2].toDouble();
                else
                    committed = std::max(committed, n);
                if (words[0] == "s")
                    savedStep = std::max(savedStep, n);
            }
            // The case file is whole at any moment.
            if (fs::exists(m_dir / "case.pollux")) {
                const int inFile = stepOf(loadCase(m_dir / "case.pollux", Job()));
                QVERIFY2(inFile >= savedStep, qPrintable(QString("%1 < %2").arg(inFile).arg(savedStep)));
                savedStep = inFile;
            }
            const auto orphans = findOrphans(m_work);
            QVERIFY(orphans.size() <= 1);
            int found = savedStep; // no orphan: nothing was unsaved
            if (!orphans.empty()) {
                const fs::path look = m_dir / "look";
                fs::remove_all(look);
                fs::copy(m_work, look, fs::copy_options::recursive);
                Session session = Session::recover(look / orphans[0].workingCopy.filename(), Job());
                found = stepOf(session.initial());
                session.discard();
                ++recovered;
            }
            QVERIFY(found >= 0);
            QVERIFY2(found >= committed, qPrintable(QString("%1 < %2").arg(found).arg(committed)));
            if (const auto lost = recorded.upper_bound(found); lost != recorded.end())
                worst = std::max(worst, killed - lost->second);
            QVERIFY2(worst < 2, qPrintable(QString::number(worst)));
            highest = std::max(highest, found);
        }
        QVERIFY(recovered > 50);
        QVERIFY(highest > 200);
        qInfo("100 kills: %d recoveries, %d steps, worst loss %.0f ms, %.1f s", recovered, highest, worst * 1000,
              static_cast<double>(clock.elapsed()) / 1000);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_dir;
    fs::path m_work;
    fs::path m_file;
};

// A main of its own: the test starts itself as the program to kill.
int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (const char* folder = std::getenv("POLLUX_EDIT_UNTIL_KILLED"))
        return editUntilKilled(folder);
    TestSession test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_session.moc"
