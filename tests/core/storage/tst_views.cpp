// How a case is looked at is kept with it, beside its objects: no step, no change of the case, no reason to fail.

#include "core/base/error.h"
#include "core/storage/case_file.h"
#include "core/storage/database.h"
#include "core/storage/session.h"
#include "core/storage/view_store.h"
#include "tests/core/storage/sample_case.h"
#include "tests/core/storage/small_disk.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

bool mountsAreOurs = false;

Case landmark(const Case& before = {}, const char* id = "tip")
{
    Edit edit;
    edit.put(Id(id), Landmark{"Tip", Vec3(1, 2, 3)});
    return apply(before, edit);
}

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class TestViews : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_dir, m_work, m_file;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dir = m_folder->path().toStdString();
        m_work = m_dir / "work";
        m_file = m_dir / "a.pollux";
    }

    void theyAreSavedAndOpenedAgain()
    {
        const Case c = landmark();
        {
            Session session = Session::open(m_work, std::nullopt, Job());
            QVERIFY(session.views().empty());
            session.setViews("{\"a\":1}");
            QCOMPARE(session.unsavedSteps(), 0); // no step
            QVERIFY(!session.keepViews());       // there is no file yet
            session.record("Tip", c);
            session.save(m_file, Job());
            QVERIFY(session.keepViews());
        }
        QCOMPARE(loadViews(m_file), std::string("{\"a\":1}"));
        QCOMPARE(QString::fromStdString(sample::difference(c, loadCase(m_file, Job()))), QString());
        Session again = Session::open(m_work, m_file, Job());
        QCOMPARE(again.views(), std::string("{\"a\":1}"));
        QCOMPARE(again.unsavedSteps(), 0);
        QCOMPARE(again.journal().size(), size_t(1));
    }

    void withNothingElseToSaveTheyGoIntoTheFileAlone()
    {
        const Case c = landmark();
        saveCase(c, m_file, Job());
        Session session = Session::open(m_work, m_file, Job());
        const std::string before = contentOf(m_file);
        QVERIFY(session.keepViews()); // nothing is different
        QVERIFY(contentOf(m_file) == before);
        session.setViews("later");
        QVERIFY(session.keepViews());
        QCOMPARE(loadViews(m_file), std::string("later"));
        QCOMPARE(QString::fromStdString(sample::difference(c, loadCase(m_file, Job()))), QString());
        QVERIFY(!fs::exists(m_file.string() + "-journal"));
        // It is still the file that was opened here.
        session.record("Another", landmark(c, "other"));
        session.setViews("unsaved");
        QVERIFY(!session.keepViews()); // with a step that is not in the file, the file is left alone
        QCOMPARE(loadViews(m_file), std::string("later"));
        session.save(m_file, Job());
        QCOMPARE(loadViews(m_file), std::string("unsaved"));
    }

    void anotherWindowSeesNoConflict()
    {
        Session first = Session::open(m_work, std::nullopt, Job());
        first.record("Tip", landmark());
        first.save(m_file, Job());
        Session second = Session::open(m_work, m_file, Job());
        second.setViews("mine");
        QVERIFY(second.keepViews());
        first.record("Another", landmark(first.initial(), "other"));
        first.save(m_file, Job()); // would throw CaseFileChanged
        // But what another one has saved is not touched.
        second.setViews("too late");
        QVERIFY(!second.keepViews());
        QVERIFY(loadViews(m_file) != "too late");
    }

    void aCrashKeepsThemWithTheStep()
    {
        {
            Session session = Session::open(m_work, std::nullopt, Job());
            session.setViews("here");
            session.record("Tip", landmark());
            session.flush();
        }
        const auto orphans = findOrphans(m_work);
        QCOMPARE(orphans.size(), size_t(1));
        Session session = Session::recover(orphans[0].workingCopy, Job());
        QCOMPARE(session.views(), std::string("here"));
        session.discard();
    }

    /// What the command line does to a case in place leaves its views.
    void aCaseSavedAnewKeepsThem()
    {
        saveCase(landmark(), m_file, Job(), std::string("kept"));
        saveCase(landmark(landmark(), "other"), m_file, Job());
        QCOMPARE(loadViews(m_file), std::string("kept"));
        saveCase(landmark(), m_dir / "b.pollux", Job());
        QCOMPARE(loadViews(m_dir / "b.pollux"), std::string());
        saveCase(landmark(), m_file, Job(), std::string());
        QCOMPARE(loadViews(m_file), std::string());
    }

    void whatIsNoViewIsNone()
    {
        QCOMPARE(loadViews(m_dir / "none.pollux"), std::string());
        std::ofstream(m_dir / "text.pollux") << "nonsense";
        QCOMPARE(loadViews(m_dir / "text.pollux"), std::string());
        // Of the first format, made before there were any.
        const fs::path old = fs::path(POLLUX_SOURCE_DIR) / "tests/data/case_format_1.pollux";
        QVERIFY(fs::exists(old));
        QCOMPARE(loadViews(old), std::string());
        // A text that no window of ours makes.
        saveCase(landmark(), m_file, Job());
        {
            Database file(m_file, Database::Mode::ReadWrite);
            const std::string huge(kLongestViews + 1, 'x');
            file.prepare("INSERT INTO meta (key, value) VALUES ('views', ?)").bind(0, huge).run();
        }
        QCOMPARE(loadViews(m_file), std::string());
        QVERIFY(loadCase(m_file, Job()).landmarks.size() == 1);
        Session session = Session::open(m_work, m_file, Job());
        QVERIFY(session.views().empty());
    }

    void onAReadOnlyDiskACaseOpensAndASaveSaysWhatToDo()
    {
        const test::SmallDisk disk(m_dir / "disk", 1 << 20);
        if (!mountsAreOurs || !disk.usable())
            QSKIP("NOT TESTED: a small disk cannot be mounted here (needs root or user namespaces)");
        const fs::path file = disk.path() / "a.pollux";
        const Case c = landmark();
        saveCase(c, file, Job());
        if (!disk.makeReadOnly())
            QSKIP("NOT TESTED: a disk cannot be made read-only here");
        const std::string before = contentOf(file);
        Session session = Session::open(m_work, file, Job());
        QCOMPARE(QString::fromStdString(sample::difference(c, session.initial())), QString());
        session.setViews("new");
        QVERIFY(!session.keepViews()); // quietly: nobody asked to save
        session.record("Another", landmark(c, "other"));
        try {
            session.save(file, Job());
            QFAIL("saved on a read-only disk");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Io);
            QVERIFY2(QString::fromStdString(e.message()).contains("read-only"), e.what());
            QVERIFY2(QString::fromStdString(e.advice()).contains("disk that you may write to"), e.what());
        }
        QVERIFY(contentOf(file) == before);
        session.save(m_dir / "b.pollux", Job()); // as it says
        QCOMPARE(loadCase(m_dir / "b.pollux", Job()).landmarks.size(), size_t(2));
        QCOMPARE(loadViews(m_dir / "b.pollux"), std::string("new"));
    }
};

// A main of its own: the mounts become ours before there is any thread.
int main(int argc, char** argv)
{
    mountsAreOurs = pollux::test::ownMounts();
    QCoreApplication app(argc, argv);
    TestViews test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_views.moc"
