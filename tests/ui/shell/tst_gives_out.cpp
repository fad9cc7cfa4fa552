// Where the machine gives out (memory, a read-only disk, no place for working copies) the case stays whole and the user
// is told what to do.

#include "core/base/error.h"
#include "core/storage/case_file.h"
#include "tests/core/storage/small_disk.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/forms/text.h"
#include "ui/shell/task_queue.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <fstream>
#include <new>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

bool mountsAreOurs = false;

/// Asks for more memory than there is.
class Greedy final : public Operation
{
public:
    OperationInfo info() const override { return {"test.greedy", 1, "Greedy", "Takes all memory.", "None.", "Test"}; }
    ParamList declare() const override { return {}; }
    Edit run(const Case&, const ParamValues&, Job&) const override { throw std::bad_alloc(); }
};

struct Opened : WindowFixture
{
    explicit Opened(const fs::path& file)
    {
        workspace->open(file);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!workspace->busy(), 20000); }();
    }
    void mark() const
    {
        ParamValues v;
        v.set("name", std::string("Tip"));
        v.set("position", Vec3(1, 2, 3));
        workspace->run("case.landmark", v);
        [&] { QTRY_VERIFY(!workspace->document().current().landmarks.empty()); }();
    }
    /// All that a person can read in the window.
    QString told() const
    {
        QString all;
        for (const QLabel* l : window->findChildren<QLabel*>())
            if (l->isVisible())
                all += l->text() + QLatin1Char('\n');
        return all;
    }
    QPushButton* button(const char* name) const { return window->findChild<QPushButton*>(QLatin1String(name)); }
};

} // namespace

class TestGivesOut : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_dir, m_file;

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dir = m_folder->path().toStdString();
        m_file = m_dir / "ball.pollux";
        saveCase(*sample::ballCase(), m_file, Job());
    }

    void anOperationWithoutMemoryLeavesTheCase()
    {
        Opened f(m_file);
        f.registry.add(std::make_unique<Greedy>());
        const auto before = f.workspace->document().snapshot();
        Outcome outcome;
        bool ended = false;
        f.workspace->run("test.greedy", {}, [&](const Outcome& o) {
            outcome = o;
            ended = true;
        });
        QTRY_VERIFY(ended);
        QVERIFY(!outcome.ok && !outcome.cancelled);
        QVERIFY2(outcome.error.contains("memory") && outcome.error.contains("Close other programs"),
                 qPrintable(outcome.error));
        QVERIFY(f.workspace->document().snapshot() == before && !f.workspace->document().canUndo());
        QTRY_VERIFY2(f.told().contains("Close other programs"), qPrintable(f.told()));
        f.mark(); // and it goes on
        QVERIFY(f.workspace->document().canUndo());
    }

    void aResultThatDoesNotFitIsSaidAsWell()
    {
        TaskQueue queue;
        QString error;
        queue.start(
            "Land", TaskQueue::Lane::Quick,
            [] { return TaskQueue::Work([](Job&) { return TaskQueue::Land([] { throw std::bad_alloc(); }); }); },
            [&](const QString& e, bool) { error = e; });
        QTRY_VERIFY2(error.contains("Close other programs"), qPrintable(error));
        error.clear();
        queue.start(
            "Prepare", TaskQueue::Lane::Quick, []() -> TaskQueue::Work { throw std::bad_alloc(); },
            [&](const QString& e, bool) { error = e; });
        QTRY_VERIFY2(error.contains("Close other programs"), qPrintable(error));
        QCOMPARE(messageOf(Error(ErrorCode::Io, "A.", "B.")), std::string("A. B."));
    }

    void aReadOnlyDiskIsOpenedAndSavedElsewhere()
    {
        const test::SmallDisk disk(m_dir / "disk", 4 << 20);
        if (!mountsAreOurs || !disk.usable())
            QSKIP("NOT TESTED: a small disk cannot be mounted here (needs root or user namespaces)");
        const fs::path file = disk.path() / "ball.pollux";
        fs::copy_file(m_file, file);
        if (!disk.makeReadOnly())
            QSKIP("NOT TESTED: a disk cannot be made read-only here");
        Opened f(file);
        QCOMPARE(f.workspace->document().current().structures.size(), size_t(3));
        f.mark();
        f.window->findChild<QAction*>("actionSave")->trigger();
        QTRY_VERIFY(f.button("saveElsewhere"));
        QVERIFY2(f.told().contains("read-only") && f.told().contains("disk that you may write to"),
                 qPrintable(f.told()));
        QVERIFY(f.workspace->modified());
        bool ok = false;
        f.workspace->save(m_dir / "elsewhere.pollux", [&](const Workspace::SaveOutcome& o) { ok = o.ok; });
        QTRY_VERIFY(ok);
        QCOMPARE(loadCase(m_dir / "elsewhere.pollux", Job()).landmarks.size(), size_t(1));
        // Looking at a case there and leaving says nothing.
        Opened again(file);
        again.window->viewer()->setWindow(1, 2);
        QVERIFY(again.window->close());
        QVERIFY2(!again.button("saveElsewhere"), "nobody asked to save");
    }

    /// A file where the folder for working copies should be: nobody can make one there, root neither.
    void withoutAPlaceForWorkingCopiesACaseOpensAndSaves()
    {
        WindowFixture f;
        f.stop();
        fs::remove_all(f.path("recovery"));
        std::ofstream(f.path("recovery")) << "in the way";
        QStringList findings;
        f.start();
        QObject::connect(f.workspace.get(), &Bench::reported, f.window.get(), [&](const QString&, const Findings& all) {
            for (const Finding& finding : all)
                findings << q(finding.text);
        });
        f.workspace->open(m_file);
        QTRY_VERIFY(!f.workspace->busy() && f.workspace->document().current().structures.size() == 3);
        QVERIFY2(findings.join(' ').contains("Autosave is off"), qPrintable(findings.join(' ')));
        ParamValues v;
        v.set("name", std::string("Tip"));
        v.set("position", Vec3(1, 2, 3));
        f.workspace->run("case.landmark", v);
        QTRY_VERIFY(!f.workspace->document().current().landmarks.empty());
        f.window->findChild<QAction*>("actionSave")->trigger();
        QTRY_VERIFY(!f.workspace->modified());
        QCOMPARE(loadCase(m_file, Job()).landmarks.size(), size_t(1));
        // What another one has saved since is not written over unasked.
        saveCase(*sample::ballCase(), m_file, Job());
        v.set("name", std::string("Other"));
        f.workspace->run("case.landmark", v);
        QTRY_COMPARE(f.workspace->document().current().landmarks.size(), size_t(2));
        Workspace::SaveOutcome outcome;
        bool ended = false;
        f.workspace->save(m_file, [&](const Workspace::SaveOutcome& o) {
            outcome = o;
            ended = true;
        });
        QTRY_VERIFY(ended);
        QVERIFY(outcome.changedElsewhere && !outcome.ok);
        QVERIFY(loadCase(m_file, Job()).landmarks.empty());
    }
};

// A main of its own: the mounts become ours before there is any thread.
int main(int argc, char** argv)
{
    mountsAreOurs = pollux::test::ownMounts();
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestGivesOut tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_gives_out.moc"
