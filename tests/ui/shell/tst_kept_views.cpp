// The last view of a case and its named ones come back with it, and are no edits.

#include "core/storage/case_file.h"
#include "core/storage/database.h"
#include "core/storage/view_store.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/viewer/saved_view.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QInputDialog>
#include <QMenu>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;

namespace {

struct Opened : WindowFixture
{
    Opened()
    {
        saveCase(*sample::ballCase(), path("ball.pollux"), Job());
        open();
    }
    void open()
    {
        workspace->open(path("ball.pollux"));
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(!workspace->busy() && !workspace->document().current().volumes.empty(), 20000);
        }();
    }
    Viewer& viewer() const { return *window->viewer(); }
    QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }
    template <class T>
    T* at(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    void lookAside() const
    {
        viewer().setLayout(Viewer::Layout::Coronal);
        viewer().setCrosshair(Vec3(11, 12, 13));
        viewer().setWindow(90, 210);
        viewer().setStructureVisible(Id("liver"), false);
        at<QComboBox>("cutCoronal")->setCurrentIndex(1);
        at<QComboBox>("slabMode")->setCurrentIndex(2);
        action("actionOrthographic")->trigger();
    }
    void verifyAside() const
    {
        QVERIFY(viewer().viewLayout() == Viewer::Layout::Coronal);
        QVERIFY((viewer().crosshair() - Vec3(11, 12, 13)).norm() < 1e-9);
        QCOMPARE(viewer().windowCentre(), 90.0);
        QCOMPARE(viewer().windowWidth(), 210.0);
        QVERIFY(!viewer().structureVisible(Id("liver")));
        QVERIFY(viewer().scene().cut.coronal == CutSide::Near && viewer().scene().orthographic);
        QVERIFY(viewer().slabMode() == SlabMode::Maximum && viewer().slabMm() == 10);
        // And all that shows it in the window says so.
        QCOMPARE(at<QComboBox>("cutCoronal")->currentIndex(), 1);
        QCOMPARE(at<QComboBox>("slabMode")->currentIndex(), 2);
        QVERIFY(at<QCheckBox>("orthographic")->isChecked() && action("actionOrthographic")->isChecked());
        QVERIFY(action("actionCoronal")->isChecked());
        const auto liver = at<QTreeWidget>("caseTree")->findItems("Liver", Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(liver.size(), 1);
        QVERIFY(liver.first()->checkState(0) == Qt::Unchecked);
    }
    /// Another program, another day.
    void restart()
    {
        stop();
        start();
        open();
    }
};

} // namespace

class TestKeptViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingKeepsThemWithoutAnEdit()
    {
        Opened f;
        QVERIFY(loadViews(f.path("ball.pollux")).empty());
        f.lookAside();
        QVERIFY(!f.workspace->modified() && !f.workspace->document().canUndo());
        QVERIFY(f.window->close());
        QVERIFY(!loadViews(f.path("ball.pollux")).empty());
        // The case is what it was.
        QVERIFY(diff(*sample::ballCase(), loadCase(f.path("ball.pollux"), Job())).size() == 5); // other pointers alone
        f.restart();
        f.verifyAside();
        QVERIFY(!f.workspace->modified() && !f.workspace->document().canUndo());
    }

    void anotherCaseKeepsThemToo()
    {
        Opened f;
        f.lookAside();
        f.workspace->newCase();
        f.open();
        f.verifyAside();
    }

    void savingKeepsThem()
    {
        Opened f;
        f.lookAside();
        ParamValues v;
        v.set("name", std::string("Tip"));
        v.set("position", Vec3(1, 2, 3));
        f.workspace->run("case.landmark", v);
        QTRY_VERIFY(!f.workspace->document().current().landmarks.empty());
        f.action("actionSave")->trigger();
        QTRY_VERIFY(!f.workspace->modified() && !f.workspace->busy());
        f.restart(); // without a close
        f.verifyAside();
        QCOMPARE(f.workspace->document().current().landmarks.size(), size_t(1));
    }

    void whoOnlyLooksWritesNothing()
    {
        Opened f;
        QTest::qWait(100); // frames are drawn
        QVERIFY(f.window->close());
        QVERIFY(loadViews(f.path("ball.pollux")).empty());
    }

    void damageIsNoError()
    {
        Opened f;
        const auto before = viewOf(f.viewer());
        f.stop();
        saveCase(*sample::ballCase(), f.path("ball.pollux"), Job(), std::string("{\"last\": nonsense"));
        f.start();
        f.open();
        QVERIFY(f.viewer().viewLayout() == before.layout && f.viewer().windowCentre() == before.windowCentre);
        QTRY_VERIFY(!f.at<QWidget>("bar")); // no failed job
    }

    void aNamedViewIsReturnedTo()
    {
        Opened f;
        QVERIFY(f.action("actionKeepView")->isEnabled());
        f.lookAside();
        f.action("actionKeepView")->trigger();
        auto* dialog = f.at<QInputDialog>("keepView");
        QVERIFY(dialog && dialog->isVisible());
        dialog->setTextValue("Needle & tip");
        dialog->accept();
        QTRY_VERIFY(f.action("actionKeptView1"));
        QCOMPARE(f.action("actionKeptView1")->text(), QString("Needle && tip"));
        // At once in the file: there is nothing else to save.
        QVERIFY(loadViews(f.path("ball.pollux")).find("Needle") != std::string::npos);

        f.viewer().setLayout(Viewer::Layout::FourUp);
        f.viewer().setCrosshair(Vec3::Zero());
        f.viewer().setWindow(0, 100);
        f.viewer().setStructureVisible(Id("liver"), true);
        f.viewer().setScene({});
        f.viewer().setSlab(SlabMode::Mean, 0);
        f.action("actionKeptView1")->trigger();
        f.verifyAside();
        QVERIFY(!f.workspace->document().canUndo());

        QVERIFY(f.window->close());
        f.restart();
        QVERIFY(f.action("actionKeptView1"));
        QAction* forget = nullptr;
        for (QAction* a : f.window->findChildren<QAction*>())
            if (a->text() == "Needle && tip" && a->objectName().isEmpty())
                forget = a;
        QVERIFY(forget);
        forget->trigger();
        QTRY_VERIFY(!f.action("actionKeptView1"));
        QVERIFY(loadViews(f.path("ball.pollux")).find("Needle") == std::string::npos);
    }

    void withoutACaseTheCommandSaysWhy()
    {
        WindowFixture f;
        const auto* keep = f.window->findChild<QAction*>("actionKeepView");
        QVERIFY(keep && !keep->isEnabled() && !keep->toolTip().isEmpty());
    }

    void theViewFromASideHasACommand()
    {
        Opened f;
        const std::pair<const char*, Vec3> sides[] = {{"actionLookA", -Vec3::UnitY()}, {"actionLookP", Vec3::UnitY()},
                                                      {"actionLookL", Vec3::UnitX()},  {"actionLookR", -Vec3::UnitX()},
                                                      {"actionLookS", Vec3::UnitZ()},  {"actionLookI", -Vec3::UnitZ()}};
        for (const auto& [name, towards] : sides) {
            QVERIFY2(f.action(name) && !f.action(name)->shortcut().isEmpty(), name);
            f.action(name)->trigger();
            QVERIFY2((f.viewer().cameraPose().value().towards - towards).norm() < 1e-9, name);
        }
    }

    void whatCannotBeTickedSaysWhy()
    {
        Opened f;
        for (const char* name : {"cutSkin", "cutImage"}) {
            auto* box = f.at<QCheckBox>(name);
            QVERIFY2(!box->isEnabled() && !box->toolTip().isEmpty(), name);
        }
        f.at<QComboBox>("cutAxial")->setCurrentIndex(2);
        QVERIFY(f.viewer().scene().cut.axial == CutSide::Far && f.at<QCheckBox>("cutSkin")->isEnabled());
        f.at<QCheckBox>("cutSkin")->setChecked(false);
        f.at<QCheckBox>("silhouettes")->setChecked(true);
        QVERIFY(!f.viewer().scene().cut.skin && f.viewer().scene().silhouettes);
        QVERIFY(f.action("actionSilhouettes")->isChecked());
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestKeptViews test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kept_views.moc"
