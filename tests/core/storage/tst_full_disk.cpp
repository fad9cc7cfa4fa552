// A disk that is full (ENOSPC) or fails (EIO): what was saved stays, what is in memory stays, saving elsewhere works.

#include "core/base/error.h"
#include "core/storage/case_file.h"
#include "core/storage/session.h"
#include "tests/core/storage/sample_case.h"
#include "tests/core/storage/small_disk.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <sys/syscall.h>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

bool mountsAreOurs = false;
/// Bytes that the failing disk still takes; negative: it works.
std::atomic<long> bytesLeft{-1};
/// Which of the coming syncs fails; 0: none.
std::atomic<int> failingSync{0};

bool diskFails(size_t bytes)
{
    if (bytesLeft < 0)
        return false;
    if (bytesLeft >= static_cast<long>(bytes)) {
        bytesLeft -= static_cast<long>(bytes);
        return false;
    }
    bytesLeft = 0;
    errno = EIO;
    return true;
}

} // namespace

// These stand before those of the C library for SQLite and for ours: a disk that gives up in the middle of a file.
extern "C" {
ssize_t pwrite64(int handle, const void* data, size_t size, off64_t offset)
{
    return diskFails(size) ? -1 : ::syscall(SYS_pwrite64, handle, data, size, offset);
}
ssize_t pwrite(int handle, const void* data, size_t size, off_t offset)
{
    return pwrite64(handle, data, size, offset);
}
int fsync(int handle)
{
    if (failingSync > 0 && --failingSync == 0) {
        errno = EIO;
        return -1;
    }
    return static_cast<int>(::syscall(SYS_fsync, handle));
}
}

namespace {

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

template <class F>
Error errorOf(F&& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e;
    }
    return Error(ErrorCode::Internal, "nothing was thrown");
}

Case landmark()
{
    Edit e;
    e.put(Id("mark"), Landmark{"Tip", Vec3(1, 2, 3)});
    return apply(Case(), e);
}

int filesIn(const fs::path& folder)
{
    return static_cast<int>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_dir;

    static void saysWhatToDo(const Error& e)
    {
        QVERIFY2(e.code() == ErrorCode::Io, e.what());
        const QString message = QString::fromStdString(e.message());
        QVERIFY2(message.contains("disk is full") || message.contains("no room"), e.what());
        QVERIFY2(QString::fromStdString(e.advice()).contains("another folder"), e.what());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dir = m_folder->path().toStdString();
    }
    void cleanup()
    {
        bytesLeft = -1;
        failingSync = 0;
    }

    void savingOnAFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("kilobytes");
        for (const int kilobytes : {128, 256, 512}) // the old file takes 80, the new one more than 600
            QTest::addRow("%d", kilobytes) << kilobytes;
    }
    void savingOnAFullDiskLeavesTheOldFile()
    {
        QFETCH(int, kilobytes);
        const test::SmallDisk disk(m_dir / "disk", kilobytes * 1024L);
        if (!mountsAreOurs || !disk.usable())
            QSKIP("NOT TESTED: a small disk cannot be mounted here (needs root or user namespaces)");
        const fs::path file = disk.path() / "a.pollux";
        saveCase(landmark(), file, Job());
        const std::string old = contentOf(file);
        const Case big = sample::make(false);
        saysWhatToDo(errorOf([&] { saveCase(big, file, Job()); }));
        QVERIFY(contentOf(file) == old);
        QCOMPARE(filesIn(disk.path()), 1); // no half file keeps the disk full
        // The same case, elsewhere and then here.
        saveCase(big, m_dir / "b.pollux", Job());
        QCOMPARE(QString::fromStdString(sample::difference(big, loadCase(m_dir / "b.pollux", Job()))), QString());
        QVERIFY(disk.resize(8 << 20));
        saveCase(big, file, Job());
        QCOMPARE(QString::fromStdString(sample::difference(big, loadCase(file, Job()))), QString());
    }

    void aSessionOnAFullDiskKeepsItsSteps()
    {
        const test::SmallDisk disk(m_dir / "disk", 600 * 1024L);
        if (!mountsAreOurs || !disk.usable())
            QSKIP("NOT TESTED: a small disk cannot be mounted here (needs root or user namespaces)");
        const fs::path file = disk.path() / "a.pollux";
        const Case big = sample::make(false);
        {
            // The journal has room, the case file has none.
            Session session = Session::open(m_dir / "work", std::nullopt, Job());
            session.record("Tip", landmark());
            session.save(file, Job());
            const std::string old = contentOf(file);
            session.record("All", big);
            session.flush();
            saysWhatToDo(errorOf([&] { session.save(file, Job()); }));
            QVERIFY(contentOf(file) == old);
            QCOMPARE(session.unsavedSteps(), 1);
            session.save(m_dir / "b.pollux", Job());
            QCOMPARE(QString::fromStdString(sample::difference(big, loadCase(m_dir / "b.pollux", Job()))), QString());
        }
        {
            // The journal has no room either: the step waits, and is written when there is.
            Session session = Session::open(disk.path() / "work", file, Job());
            session.record("All", big);
            saysWhatToDo(errorOf([&] { session.flush(); }));
            QVERIFY(QString::fromStdString(session.lastError()).contains("another folder"));
            QVERIFY(disk.resize(16 << 20));
            session.flush();
            QVERIFY(session.lastError().empty());
            session.save(file, Job());
        }
        QCOMPARE(QString::fromStdString(sample::difference(big, loadCase(file, Job()))), QString());
    }

    void noWorkingCopyOnAFullDiskIsSaid()
    {
        const test::SmallDisk disk(m_dir / "disk", 256 * 1024L);
        if (!mountsAreOurs || !disk.usable())
            QSKIP("NOT TESTED: a small disk cannot be mounted here (needs root or user namespaces)");
        const fs::path file = m_dir / "a.pollux";
        saveCase(sample::make(false), file, Job());
        saysWhatToDo(errorOf([&] { Session::open(disk.path() / "work", file, Job()); }));
        QVERIFY(fs::is_empty(disk.path() / "work"));
    }

    void aFailingDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("taken");
        for (const int taken : {0, 8192, 100'000, 500'000})
            QTest::addRow("%d", taken) << taken;
    }
    void aFailingDiskLeavesTheOldFile()
    {
        QFETCH(int, taken);
        const fs::path file = m_dir / "a.pollux";
        saveCase(landmark(), file, Job());
        const std::string old = contentOf(file);
        const Case big = sample::make(false);
        bytesLeft = taken;
        const Error e = errorOf([&] { saveCase(big, file, Job()); });
        QVERIFY(bytesLeft >= 0);
        bytesLeft = -1;
        QVERIFY2(e.code() == ErrorCode::Io, e.what());
        QVERIFY2(QString::fromStdString(e.advice()).contains("another folder"), e.what());
        QVERIFY(contentOf(file) == old);
        QCOMPARE(filesIn(m_dir), 1);
        saveCase(big, m_dir / "b.pollux", Job());
        QCOMPARE(QString::fromStdString(sample::difference(big, loadCase(m_dir / "b.pollux", Job()))), QString());
    }

    /// All bytes are written, but the disk does not say that it has them.
    void aDiskThatDoesNotConfirmIsNoSave()
    {
        const fs::path file = m_dir / "a.pollux";
        saveCase(landmark(), file, Job());
        const std::string old = contentOf(file);
        const Case big = sample::make(false);
        failingSync = 1; // of the new file: nothing has been renamed yet
        const Error unsynced = errorOf([&] { saveCase(big, file, Job()); });
        QVERIFY2(unsynced.code() == ErrorCode::Io, unsynced.what());
        QVERIFY(QString::fromStdString(unsynced.advice()).contains("old file is as it was"));
        QVERIFY(contentOf(file) == old);
        QCOMPARE(filesIn(m_dir), 1);
        failingSync = 2; // of the folder: the new file has its name already
        const Error unsure = errorOf([&] { saveCase(big, file, Job()); });
        QVERIFY2(unsure.code() == ErrorCode::Io, unsure.what());
        QVERIFY(QString::fromStdString(unsure.message()).contains("does not confirm"));
        QVERIFY(!QString::fromStdString(unsure.advice()).contains("old file is as it was"));
        QCOMPARE(QString::fromStdString(sample::difference(big, loadCase(file, Job()))), QString());
    }

    void aSessionOnAFailingDiskKeepsItsSteps()
    {
        const Case big = sample::make(false);
        Session session = Session::open(m_dir / "work", std::nullopt, Job());
        session.record("Tip", landmark());
        session.save(m_dir / "a.pollux", Job());
        const std::string old = contentOf(m_dir / "a.pollux");
        bytesLeft = 50'000;
        session.record("All", big);
        const Error flushed = errorOf([&] { session.flush(); });
        const std::string told = session.lastError();
        const Error saved = errorOf([&] { session.save(m_dir / "a.pollux", Job()); });
        bytesLeft = -1;
        QVERIFY2(flushed.code() == ErrorCode::Io, flushed.what());
        QVERIFY(QString::fromStdString(told).contains("another folder"));
        QVERIFY2(saved.code() == ErrorCode::Io, saved.what());
        QVERIFY(contentOf(m_dir / "a.pollux") == old);
        session.save(m_dir / "a.pollux", Job());
        QCOMPARE(QString::fromStdString(sample::difference(big, loadCase(m_dir / "a.pollux", Job()))), QString());
    }
};

// A main of its own: the mounts become ours before there is any thread.
int main(int argc, char** argv)
{
    mountsAreOurs = pollux::test::ownMounts();
    QCoreApplication app(argc, argv);
    TestFullDisk tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_full_disk.moc"
