// The replay shows the case as it was, step by step; the case itself is untouched, and edits are refused meanwhile.

#include "core/storage/case_file.h"
#include "tests/app/fingerprint.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/shell/replay.h"
#include "ui/shell/replay_panel.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QTest>

using namespace pollux;

namespace {

const Vec3 kOne(-30, -10, 6), kTwo(11, 21, -14), kThree(5, -40, 22);

/// The ball of a body with a lesson: a landmark, another that is undone, and a third instead of it.
struct Lesson : WindowFixture
{
    Lesson()
    {
        saveCase(*sample::ballCase(), path("ball.pollux"), Job());
        open("ball.pollux");
        landmark("One", kOne);
        landmark("Two", kTwo);
        workspace->undo();
        landmark("Three", kThree);
        [&] { QTRY_VERIFY(!workspace->busy()); }();
        window->findChild<QAction*>("actionReplay")->trigger();
    }
    void open(const char* name)
    {
        workspace->open(path(name));
        [&] { QTRY_VERIFY(!workspace->busy() && !workspace->document().current().empty()); }();
    }
    void landmark(const char* name, const Vec3& position)
    {
        ParamValues values;
        values.set("name", std::string(name));
        values.set("position", position);
        bool done = false;
        workspace->run("case.landmark", values, [&](const Outcome& o) { done = o.ok; });
        [&] { QTRY_VERIFY(done); }();
    }
    template <class T>
    T* child(const char* name) const
    {
        return panel()->findChild<T*>(QLatin1String(name));
    }
    ReplayPanel* panel() const { return window->findChild<ReplayPanel*>(); }
    QPushButton* button(const char* name) const { return child<QPushButton>(name); }
    QSlider* slider() const { return child<QSlider>("replaySlider"); }
    QString told() const { return child<QLabel>("replayStep")->text(); }
    std::shared_ptr<const Case> inViews() const { return window->viewer()->state().document; }
    std::shared_ptr<const Case> snapshot() const { return workspace->document().snapshot(); }
};

QStringList landmarks(const Case& c)
{
    QStringList out;
    for (const auto& [id, l] : c.landmarks)
        out << QString::fromStdString(id.text());
    return out;
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAHistoryItSaysSo()
    {
        WindowFixture f;
        const auto* play = f.window->findChild<QPushButton*>("replayPlay");
        QVERIFY(play && !play->isEnabled() && !play->toolTip().isEmpty());
        QVERIFY(!f.window->findChild<QPushButton*>("replayLeave")->isEnabled());
    }

    void theCommandShowsThePanel()
    {
        Lesson f;
        QCOMPARE(f.window->findChild<QTabWidget*>("tasks")->currentWidget(), static_cast<QWidget*>(f.panel()));
        QCOMPARE(f.child<QListWidget>("replaySteps")->count(), 5); // before, and four steps
        QCOMPARE(f.slider()->maximum(), 4);
        QCOMPARE(f.slider()->value(), 4);
        QVERIFY(!f.button("replayForward")->isEnabled() && !f.button("replayForward")->toolTip().isEmpty());
        QVERIFY(!f.workspace->replaying()); // nothing begins by looking
    }

    void playsToTheEndAndComesBackToTheSameCase()
    {
        Lesson f;
        f.window->viewer()->setCrosshair(Vec3(1, 2, 3));
        const auto before = f.snapshot(), shown = f.inViews();
        const test::Fingerprint print = test::fingerprint(*before);
        const ViewState views = f.window->viewer()->state();
        QList<QStringList> seen;
        QObject::connect(&f.panel()->replay(), &Replay::changed, f.panel(), [&] {
            const QStringList now = landmarks(*f.inViews());
            if (f.workspace->replaying() && (seen.isEmpty() || seen.last() != now))
                seen << now;
        });
        auto* speed = f.child<QComboBox>("replaySpeed");
        speed->setCurrentIndex(speed->findData(10));
        f.button("replayPlay")->click();
        QVERIFY(f.workspace->replaying());
        QCOMPARE(f.button("replayPlay")->text(), QString("Pause"));
        QTRY_COMPARE(f.button("replayPlay")->text(), QString("Play"));
        QCOMPARE(f.slider()->value(), 4);
        QCOMPARE(seen, QList<QStringList>({{}, {"one"}, {"one", "two"}, {"one"}, {"one", "three"}}));
        QCOMPARE(f.snapshot(), before); // the document never moved
        QVERIFY((f.window->viewer()->crosshair() - kThree).norm() < 1e-9);

        f.button("replayLeave")->click();
        QVERIFY(!f.workspace->replaying());
        QCOMPARE(f.snapshot(), before);
        QCOMPARE(QString::fromStdString(test::difference(print, test::fingerprint(*f.snapshot()))), QString());
        QCOMPARE(f.inViews(), shown);
        QCOMPARE(f.window->viewer()->crosshair(), Vec3(1, 2, 3));
        QCOMPARE(f.window->viewer()->state().visible, views.visible);
        QCOMPARE(f.window->viewer()->state().stale, views.stale);
        QCOMPARE(f.window->viewer()->volume(), views.volume);
        QVERIFY(f.workspace->document().canUndo());
        QVERIFY(!f.button("replayLeave")->isEnabled());
    }

    void stepsJumpsAndFlies()
    {
        Lesson f;
        f.button("replayBack")->click();
        QCOMPARE(f.slider()->value(), 3);
        f.button("replayBack")->click();
        QCOMPARE(landmarks(*f.inViews()), QStringList({"one", "two"})); // what was undone, too
        QVERIFY((f.window->viewer()->crosshair() - kTwo).norm() < 1e-9);
        QVERIFY2(f.told().startsWith("Step 2 of 4: ") && f.told().contains("by Tester"), qPrintable(f.told()));
        QVERIFY2(f.told().contains("added: Two") && f.told().contains(" s after the step before"),
                 qPrintable(f.told()));
        QVERIFY(f.child<QLabel>("replayDoubt")->text().isEmpty());
        f.child<QListWidget>("replaySteps")->setCurrentRow(0);
        QVERIFY(landmarks(*f.inViews()).isEmpty());
        QVERIFY(!f.button("replayBack")->isEnabled());
        QVERIFY(f.told().contains("Before the first of 4 steps"));
        f.slider()->setValue(3);
        QCOMPARE(landmarks(*f.inViews()), QStringList({"one"}));
        QVERIFY2(f.told().contains("removed: two"), qPrintable(f.told()));
        f.button("replayForward")->click();
        QCOMPARE(f.slider()->value(), 4);
        f.window->findChild<QPushButton*>("replayNoticeLeave")->click();
        QVERIFY(!f.workspace->replaying());
    }

    void theKeysPlayAndStep()
    {
        Lesson f;
        QTest::keyClick(f.panel(), Qt::Key_Left);
        QCOMPARE(f.slider()->value(), 3);
        QTest::keyClick(f.child<QListWidget>("replaySteps"), Qt::Key_Left);
        QCOMPARE(f.slider()->value(), 2);
        QTest::keyClick(f.slider(), Qt::Key_Right);
        QCOMPARE(f.slider()->value(), 3);
        QTest::keyClick(f.panel(), Qt::Key_Space);
        QVERIFY(f.panel()->replay().playing());
        QTest::keyClick(f.panel(), Qt::Key_Space);
        QVERIFY(!f.panel()->replay().playing());
        // On a button the space bar presses it.
        QTest::keyClick(f.button("replayLeave"), Qt::Key_Space);
        QVERIFY(!f.workspace->replaying());
    }

    void editsAreRefusedMeanwhile()
    {
        Lesson f;
        const auto before = f.snapshot();
        f.button("replayBack")->click();
        QVERIFY(f.workspace->replaying());
        auto* undo = f.window->findChild<QAction*>("actionUndo");
        QVERIFY(!undo->isEnabled());
        QVERIFY2(undo->toolTip().contains("replay"), qPrintable(undo->toolTip()));
        Findings reported;
        QObject::connect(f.workspace.get(), &Bench::reported, f.workspace.get(),
                         [&](const QString&, const Findings& findings) { reported = findings; });
        QString error;
        ParamValues values;
        values.set("name", std::string("Four"));
        values.set("position", kOne);
        f.workspace->run("case.landmark", values, [&](const Outcome& o) { error = o.ok ? QString("ran") : o.error; });
        QTRY_VERIFY(!error.isEmpty());
        QVERIFY2(error.contains("Leave the replay first"), qPrintable(error));
        QCOMPARE(reported.size(), size_t(1));
        QCOMPARE(reported.front().code, std::string("replay"));
        f.workspace->undo();
        f.workspace->redo();
        f.workspace->rebuild();
        f.workspace->runRecipe("abdomen-ct");
        QVERIFY(!f.workspace->busy());
        QCOMPARE(f.snapshot(), before);
        f.button("replayLeave")->click();
        QVERIFY(undo->isEnabled());
        f.landmark("Four", kOne);
        QCOMPARE(landmarks(*f.inViews()), QStringList({"four", "one", "three"}));
        QCOMPARE(f.slider()->maximum(), 5);
    }

    void anotherCaseEndsIt()
    {
        Lesson f;
        f.button("replayPlay")->click();
        QVERIFY(f.workspace->replaying());
        f.workspace->newCase();
        QVERIFY(!f.workspace->replaying());
        QVERIFY(f.inViews()->empty());
        QVERIFY(!f.window->findChild<QPushButton*>("replayNoticeLeave") ||
                !f.window->findChild<QPushButton*>("replayNoticeLeave")->isVisible());
    }

    void aReopenedCaseSaysWhatIsNotKept()
    {
        Lesson f;
        bool saved = false;
        f.workspace->save(f.path("lesson.pollux"), [&](const Outcome& o) { saved = o.ok; });
        QTRY_VERIFY(saved);
        f.open("lesson.pollux");
        f.window->findChild<QAction*>("actionReplay")->trigger();
        QCOMPARE(f.slider()->maximum(), 4);
        f.slider()->setValue(2);
        const QString doubt = f.child<QLabel>("replayDoubt")->text();
        QVERIFY2(doubt.contains("not kept") && doubt.contains("No longer kept, so not shown: two"), qPrintable(doubt));
        QCOMPARE(landmarks(*f.inViews()), QStringList({"one"}));
        QVERIFY(f.inViews()->structures.contains(Id("liver"))); // it came with the case
        f.slider()->setValue(1);
        QVERIFY(!f.child<QLabel>("replayDoubt")->text().contains("two"));
        QVERIFY2(f.told().contains("by Tester"), qPrintable(f.told()));
    }
};

QTEST_MAIN(TestReplay)
#include "tst_replay.moc"
