#include "core/dicom/write_series.h"
#include "core/phantom/torso.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/param_form.h"
#include "ui/panels/operation_panel.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>
#include <QUrl>

using namespace pollux;

namespace {

constexpr int kWait = 240000; // ms: the machine may be slow, the work is seconds

/// A small torso as a CT series, and where its first lesion is.
Vec3 writeStudy(const std::filesystem::path& folder)
{
    TorsoOptions options;
    options.size = 128;
    options.pixelSpacing = 0.75 * 4;
    options.sliceSpacing = 6;
    const Torso torso = makeTorso(options, Job{});
    writeCtSeries(torso.ct, SeriesFacts{}, folder, Job{});
    return torso.masks.at("liver_lesion_1").centroid();
}

template <class T>
T* visible(const QWidget& window, const char* name)
{
    for (T* w : window.findChildren<T*>(name))
        if (w->isVisible())
            return w;
    return nullptr;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_study;
    Vec3 m_lesion = Vec3::Zero();

    void trigger(WindowFixture& f, const char* action)
    {
        auto* a = f.window->findChild<QAction*>(action);
        QVERIFY(a);
        QVERIFY2(a->isEnabled(), action);
        a->trigger();
    }

private Q_SLOTS:
    void initTestCase() { m_lesion = writeStudy(m_study.path().toStdString()); }

    void anEmptyCaseTeaches()
    {
        WindowFixture f;
        QVERIFY(visible<QPushButton>(*f.window, "openFolder"));
        QVERIFY(!visible<QTreeWidget>(*f.window, "caseTree"));
        QVERIFY(!f.window->findChild<QAction*>("actionUndo")->isEnabled());
        QVERIFY(!f.window->findChild<QAction*>("actionSave")->toolTip().isEmpty());
    }

    void openBuildPlanUndoRedoSaveReopen()
    {
        WindowFixture f;
        const CaseDocument& document = f.workspace->document();
        f.window->open(m_study.path());
        QTRY_VERIFY_WITH_TIMEOUT(!document.current().volumes.empty(), kWait);
        QVERIFY(f.window->isWindowModified());
        QVERIFY(f.window->findChild<QLabel*>("patient")->text().contains("Phantom, Torso"));

        auto* next = visible<QPushButton>(*f.window, "nextStep");
        QVERIFY2(next, "the next step is offered");
        next->click();
        QTRY_VERIFY_WITH_TIMEOUT(!document.current().structures.empty() && !f.workspace->busy(), kWait);
        QVERIFY(document.current().findAnatomy("liver"));
        QVERIFY(!visible<QPushButton>(*f.window, "nextStep"));

        // The target is a point: what the proposal finds of so small a lesion is another test's business.
        f.window->viewer()->setCrosshair(m_lesion);
        auto* crosshair = visible<QPushButton>(*f.window, "target_point.crosshair");
        QVERIFY(crosshair);
        crosshair->click();
        auto* compute = visible<QPushButton>(*f.window, "computePath");
        QVERIFY(compute);
        QVERIFY2(compute->isEnabled(), qPrintable(compute->toolTip()));
        compute->click();
        QTRY_VERIFY_WITH_TIMEOUT(!document.current().plans.empty() && !f.workspace->busy(), kWait);
        QVERIFY(document.current().lineage.contains(Id("plan-1")));
        const size_t numbers = document.current().plan(Id("plan-1")).numbers.size();
        QVERIFY(numbers > 3);

        QVERIFY(f.window->findChild<QAction*>("actionUndo")->text().contains("Plan a liver puncture"));
        trigger(f, "actionUndo");
        QVERIFY(document.current().plans.empty());
        trigger(f, "actionRedo");
        QCOMPARE(document.current().plans.size(), size_t(1));

        const auto file = f.path("case.pollux");
        bool saved = false;
        f.workspace->save(file, [&](const Outcome& o) { saved = o.ok; });
        QTRY_VERIFY_WITH_TIMEOUT(saved, kWait);
        QVERIFY(!f.window->isWindowModified());
        QVERIFY(f.window->windowTitle().contains("case"));
        QVERIFY(f.settings->recentCases().contains(QString::fromStdString(file.string())));

        f.workspace->newCase();
        QVERIFY(document.current().empty());
        f.window->open(QString::fromStdString(file.string()));
        QTRY_VERIFY_WITH_TIMEOUT(!document.current().plans.empty(), kWait);
        QCOMPARE(document.current().plan(Id("plan-1")).numbers.size(), numbers);
        QVERIFY(!f.window->isWindowModified());
    }

    void draggingShowsNumbersAndReleaseMeasuresExactly()
    {
        WindowFixture f;
        const CaseDocument& document = f.workspace->document();
        f.window->open(m_study.path());
        QTRY_VERIFY_WITH_TIMEOUT(!document.current().volumes.empty(), kWait);
        f.workspace->runRecipe("abdomen-ct");
        QTRY_VERIFY_WITH_TIMEOUT(!document.current().structures.empty() && !f.workspace->busy(), kWait);
        ParamValues v;
        v.set("target_point", m_lesion);
        f.workspace->run("liver.plan-puncture", v);
        QTRY_VERIFY_WITH_TIMEOUT(!document.current().plans.empty() && !f.workspace->busy(), kWait);
        const auto before = document.current().plans.at(Id("plan-1"));
        const Vec3 moved = m_lesion + Vec3(5, 0, 0);
        QElapsedTimer timer;
        timer.start();
        for (int i = 1; i <= 10; ++i)
            Q_EMIT f.window->viewer()->pathDragged("target", m_lesion + Vec3(0.5 * i, 0, 0), false);
        qInfo("a step of a drag takes %.1f ms", static_cast<double>(timer.elapsed()) / 10);
        const auto* table = visible<QTableWidget>(*f.window, "planTable");
        QVERIFY(table);
        bool approximate = false;
        for (int row = 0; row < table->rowCount(); ++row)
            approximate = approximate || table->item(row, 2)->text().startsWith(QStringLiteral("≈"));
        QVERIFY2(approximate, qPrintable(table->rowCount() ? table->item(0, 2)->text() : QStringLiteral("empty")));
        QCOMPARE(document.current().plans.at(Id("plan-1")), before); // a drag is no step
        Q_EMIT f.window->viewer()->pathDragged("target", moved, true);
        QTRY_VERIFY_WITH_TIMEOUT(document.current().plans.at(Id("plan-1")) != before && !f.workspace->busy(), kWait);
        const Plan& after = document.current().plan(Id("plan-1"));
        QVERIFY((after.points.front().position - moved).norm() < 1e-6);
        QVERIFY(after.numbers.front().before.has_value()); // beside what it was
    }

    void anOperationRunsFromItsForm()
    {
        WindowFixture f;
        auto* panel = f.window->findChild<OperationPanel*>();
        panel->choose("case.landmark");
        ParamValues v;
        v.set("name", std::string("Tip"));
        v.set("position", Vec3(1, 2, 3));
        panel->form()->setValues(v);
        auto* run = panel->findChild<QPushButton*>("run");
        QTRY_VERIFY(run->isEnabled());
        run->click();
        QTRY_VERIFY(f.workspace->document().current().landmarks.contains(Id("tip")));
    }

    void aCrashLosesNothing()
    {
        WindowFixture f;
        ParamValues v;
        v.set("name", std::string("Tip"));
        v.set("position", Vec3(1, 2, 3));
        f.workspace->run("case.landmark", v);
        QTRY_VERIFY(!f.workspace->document().current().landmarks.empty());
        f.stop();
        f.start();
        auto* recover = visible<QPushButton>(*f.window, "recover");
        QVERIFY(recover);
        recover->click();
        QTRY_COMPARE(f.workspace->document().current().landmarks.size(), size_t(1));
        QVERIFY(f.window->isWindowModified());
    }

    void aDropOpens()
    {
        WindowFixture f;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_study.path())});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &drop);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->document().current().volumes.empty(), kWait);
    }

    void theWindowOnlyPlacesThings()
    {
        QFile source(QStringLiteral(POLLUX_SOURCE_DIR "/ui/shell/main_window.cpp"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY(source.readAll().count('\n') < 400);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
