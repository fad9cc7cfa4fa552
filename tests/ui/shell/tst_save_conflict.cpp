#include "core/storage/case_file.h"
#include "core/storage/durable_file.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/text.h"

#include <QAction>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

/// A case with landmark "ours" in the window, whose file has got landmark "theirs" from another program since.
struct Conflict : WindowFixture
{
    fs::path file = path("case.pollux");

    Conflict()
    {
        add("first");
        bool saved = false;
        workspace->save(file, [&](const Outcome& o) { saved = o.ok; });
        [&] { QTRY_VERIFY(saved); }();
        Case other = loadCase(file, Job());
        other.landmarks[Id("theirs")] = std::make_shared<Landmark>();
        saveCase(other, file, Job());
        add("ours");
    }
    void add(const char* name)
    {
        ParamValues v;
        v.set("name", std::string(name));
        v.set("position", Vec3(1, 2, 3));
        workspace->run("case.landmark", v);
        [&] { QTRY_VERIFY(workspace->document().current().landmarks.contains(Id(name))); }();
    }
    void triggerSave() { window->findChild<QAction*>("actionSave")->trigger(); }
    QMessageBox* question(const char* name = "changedElsewhere") const
    {
        for (auto* box : window->findChildren<QMessageBox*>(name))
            if (box->isVisible())
                return box;
        return nullptr;
    }
    void answer(const char* button, const char* name = "changedElsewhere")
    {
        auto* b = question(name)->findChild<QPushButton*>(button);
        [&] { QVERIFY2(b, button); }();
        b->click();
    }
    static bool holds(const fs::path& file, const char* landmark)
    {
        return loadCase(file, Job()).landmarks.contains(Id(landmark));
    }
};

} // namespace

class TestSaveConflict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void theQuestionSaysWhatHappenedAndWhatEachAnswerDoes()
    {
        Conflict f;
        f.triggerSave();
        QTRY_VERIFY(f.question());
        const QMessageBox* box = f.question();
        QVERIFY(box->text().contains("case.pollux"));
        QVERIFY(box->text().contains("another window or program"));
        for (const char* word : {"Save as", "Replace", "Cancel", "case.pollux~"})
            QVERIFY2(box->informativeText().contains(word), word);
        QCOMPARE(box->buttons().size(), 3);
        QCOMPARE(box->defaultButton()->objectName(), QString("saveAs")); // the one that loses nothing
        QCOMPARE(box->escapeButton()->objectName(), QString("cancel"));
        for (const QAbstractButton* b : box->buttons())
            QVERIFY(!b->accessibleName().isEmpty());
        QVERIFY2(!f.window->findChild<QWidget*>("bar"), "asking is no failed job");
    }

    void cancelWritesNothing()
    {
        Conflict f;
        f.triggerSave();
        QTRY_VERIFY(f.question());
        f.answer("cancel");
        QTRY_VERIFY(!f.question());
        QVERIFY(!f.workspace->busy());
        QVERIFY(Conflict::holds(f.file, "theirs"));
        QVERIFY(!Conflict::holds(f.file, "ours"));
        QVERIFY(f.window->isWindowModified());
        // Steps are journalled on, and the next save asks again.
        f.add("later");
        f.triggerSave();
        QTRY_VERIFY(f.question());
    }

    void replaceWritesOursAndKeepsTheirsBesideIt()
    {
        Conflict f;
        f.triggerSave();
        QTRY_VERIFY(f.question());
        f.answer("replace");
        QTRY_VERIFY(!f.window->isWindowModified());
        QVERIFY(Conflict::holds(f.file, "ours"));
        QVERIFY(!Conflict::holds(f.file, "theirs"));
        QVERIFY(Conflict::holds(backupOf(f.file), "theirs"));
        f.add("later");
        f.triggerSave(); // it is ours again: no question
        QTRY_VERIFY(!f.window->isWindowModified());
        QVERIFY(!f.question());
    }

    void saveAsKeepsBoth()
    {
        Conflict f;
        f.triggerSave();
        QTRY_VERIFY(f.question());
        f.answer("saveAs");
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY(dialog = f.window->findChild<QFileDialog*>());
        const fs::path other = f.path("mine.pollux");
        dialog->selectFile(q(other.string()));
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QTRY_VERIFY(!f.window->isWindowModified());
        QVERIFY(Conflict::holds(other, "ours"));
        QVERIFY(Conflict::holds(f.file, "theirs"));
        QVERIFY(f.window->windowTitle().contains("mine"));
    }

    void leavingGoesOnOnlyOnceItIsSaved()
    {
        Conflict f;
        f.window->findChild<QAction*>("actionClose")->trigger();
        QTRY_VERIFY(f.question("unsaved"));
        f.answer("save", "unsaved");
        QTRY_VERIFY(f.question());
        QVERIFY(!f.workspace->document().current().empty());
        f.answer("replace");
        QTRY_VERIFY(f.workspace->document().current().empty());
        QVERIFY(Conflict::holds(f.file, "ours"));
    }
};

QTEST_MAIN(TestSaveConflict)
#include "tst_save_conflict.moc"
