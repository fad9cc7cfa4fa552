#include "tests/ui/panels/panel_bench.h"
#include "tests/ui/viewer/curved_case.h"
#include "ui/forms/quantity_edit.h"
#include "ui/panels/curved_panel.h"
#include "ui/viewer/curved_view.h"
#include "ui/viewer/slice_tool.h"

#include <QComboBox>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using test::PanelFixture;

namespace {

struct Page : PanelFixture
{
    std::unique_ptr<CurvedPanel> panel;

    explicit Page(bool curves = true)
    {
        if (curves)
            bench.open(sample::curvedCase());
        panel = std::make_unique<CurvedPanel>(context);
        panel->resize(420, 900);
        panel->show();
    }
    template <class T>
    T* at(const char* name) const
    {
        return panel->findChild<T*>(QLatin1String(name));
    }
    CurvedView* view() const { return at<CurvedView>("curvedView"); }
    QString hint() const { return at<QLabel>("curvedHint")->text(); }
    void choose(const char* id)
    {
        auto* box = at<QComboBox>("curvedCurve");
        box->setCurrentIndex(box->findData(QLatin1String(id)));
    }
};

} // namespace

class TestCurvedPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyCaseTeaches()
    {
        Page f(false);
        QVERIFY2(f.hint().contains("Open a study"), qPrintable(f.hint()));
        for (const char* name : {"curvedDraw", "curvedBranch", "curvedSave"}) {
            QVERIFY(!f.at<QPushButton>(name)->isEnabled());
            QVERIFY2(!f.at<QPushButton>(name)->toolTip().isEmpty(), name);
        }
        QVERIFY(!f.at<QComboBox>("curvedCurve")->isEnabled());
        QVERIFY(!f.at<QComboBox>("curvedCurve")->toolTip().isEmpty());
        f.bench.open(*sample::ballCase());
        QVERIFY2(f.hint().contains("Draw one"), qPrintable(f.hint()));
        QVERIFY(f.at<QPushButton>("curvedDraw")->isEnabled());
    }

    void showsTheChosenCurve()
    {
        Page f;
        auto* box = f.at<QComboBox>("curvedCurve");
        QCOMPARE(box->count(), 2);
        QCOMPARE(box->itemText(0), QString("Vessel"));
        QVERIFY(f.view()->image() && f.view()->down());
        f.choose("line");
        QCOMPARE(f.view()->image()->surface.lengthMm(), 180.0);
        QVERIFY2(f.view()->look().title.contains("Line"), qPrintable(f.view()->look().title));
        QVERIFY(!f.view()->look().title.contains("Roe"));
        f.at<QComboBox>("curvedKind")->setCurrentIndex(1);
        QVERIFY(!f.view()->down());
        f.at<QuantityEdit>("curvedWidth")->setValue(100);
        const CurvedSurface& s = f.view()->image()->surface;
        QVERIFY(std::abs((s.rows() - 1) * s.stepMm() - 100) <= s.stepMm());
        f.bench.select(Id("vessel"));
        QCOMPARE(box->currentData().toString(), QString("vessel"));
    }

    void theCrosshairGoesBothWays()
    {
        Page f;
        f.choose("line");
        f.at<QComboBox>("curvedKind")->setCurrentIndex(1);
        f.viewer.setCrosshair(Vec3(-40, 0, 12));
        const CurvedPlace place = f.view()->look().crosshair.value();
        const CurvedSurface& s = f.view()->image()->surface;
        QVERIFY(std::abs(place.column * s.stepMm() - 50) < 1e-6);
        QVERIFY(std::abs((s.middleRow() - place.row) * s.stepMm() - 12) < 1e-6);
        QVERIFY2(f.hint().startsWith("50.0"), qPrintable(f.hint()));
        f.viewer.setCrosshair(Vec3(-40, 30, 12)); // behind the cut
        QVERIFY2(f.hint().contains("30.0"), qPrintable(f.hint()));
        const QPoint at = f.view()->layoutNow().toPicture(60, s.middleRow()).toPoint();
        QTest::mouseClick(f.view(), Qt::LeftButton, {}, at);
        const Vec3 now = f.viewer.crosshair();
        const double pixel = f.view()->layoutNow().mmPerPixel;
        QVERIFY(std::abs(now.x() - (-90 + 60 * s.stepMm())) <= pixel);
        QVERIFY(std::abs(now.y()) < 1e-6 && std::abs(now.z()) <= pixel);
    }

    void followsTheWindowAndTheImageOfTheViewer()
    {
        Page f;
        f.viewer.setWindow(77, 333);
        QCOMPARE(f.view()->look().windowCentre, 77.0);
        QCOMPARE(f.view()->look().windowWidth, 333.0);
        Q_EMIT f.view()->windowChanged(10, 50);
        QCOMPARE(f.viewer.windowWidth(), 50.0);
    }

    void turnsAndKeepsWithinHalfATurn()
    {
        Page f;
        const auto before = f.view()->image();
        Q_EMIT f.view()->turned(10);
        QCOMPARE(f.at<QuantityEdit>("curvedAngle")->value().value(), 10.0);
        QVERIFY(f.view()->image() != before);
        const CurvePoint &a = before->surface.line()[0], &b = f.view()->image()->surface.line()[0];
        QVERIFY(std::abs(std::acos(a.across.dot(b.across)) * 180 / M_PI - 10) < 1e-6);
        Q_EMIT f.view()->turned(175);
        QCOMPARE(f.at<QuantityEdit>("curvedAngle")->value().value(), -175.0);
    }

    void whatIsOutOfRangeIsSaid()
    {
        Page f;
        f.at<QuantityEdit>("curvedWidth")->setValue(9000);
        QVERIFY2(f.hint().contains("1 to 500 mm"), qPrintable(f.hint()));
        QVERIFY(!f.view()->image());
        QVERIFY(!f.at<QPushButton>("curvedSave")->isEnabled());
        f.at<QuantityEdit>("curvedWidth")->setValue(40);
        QVERIFY(f.view()->image());
    }

    void anotherBranchOfTheTree()
    {
        Page f;
        f.choose("vessel");
        QVERIFY(f.at<QPushButton>("curvedBranch")->isEnabled());
        const double longest = f.view()->image()->surface.lengthMm();
        f.viewer.setCrosshair(Vec3(19, -20, 1));
        f.at<QPushButton>("curvedBranch")->click();
        const double branch = f.view()->image()->surface.lengthMm();
        QVERIFY2(longest > 56 && branch < 52, qPrintable(QString("%1, %2").arg(longest).arg(branch)));
        f.choose("line");
        QVERIFY(!f.at<QPushButton>("curvedBranch")->isEnabled());
        QVERIFY(!f.at<QPushButton>("curvedBranch")->toolTip().isEmpty());
    }

    /// Drawn by clicks in a slice: one step of the document, which undo takes back.
    void drawsACurve()
    {
        Page f;
        auto* draw = f.at<QPushButton>("curvedDraw");
        draw->click();
        SliceTool* tool = f.viewer.tool();
        QVERIFY(tool);
        const SlicePlane plane = slicePlane(PlaneKind::Axial, Vec3(0, 0, 5), {200, 200}, 1);
        for (const Vec3& p : {Vec3(-40, 10, 5), Vec3(0, -30, 5), Vec3(40, 10, 5)}) {
            tool->press(plane, plane.toPixel(p));
            tool->release(plane, plane.toPixel(p));
        }
        QVERIFY(tool->complete());
        QVERIFY(!draw->isChecked());
        QVERIFY(!f.viewer.tool());
        QTRY_VERIFY(f.now().measurements.contains(Id("curve-1")));
        const Measurement& m = *f.now().measurements.at(Id("curve-1"));
        QCOMPARE(m.points.size(), size_t(3));
        QVERIFY(f.now().lineage.contains(Id("curve-1")));
        QTRY_COMPARE(f.at<QComboBox>("curvedCurve")->currentData().toString(), QString("curve-1"));
        // Through the points, so longer than the straight pieces between them.
        QVERIFY(f.view()->image()->surface.lengthMm() > m.values.front().quantity.value);
        f.bench.document().undo();
        QCOMPARE(f.at<QComboBox>("curvedCurve")->count(), 2);
    }

    void hiddenItLeavesTheViewerAlone()
    {
        Page f;
        f.at<QPushButton>("curvedDraw")->click();
        QVERIFY(f.viewer.tool());
        f.panel->hide();
        QVERIFY(!f.viewer.tool());
        const auto before = f.view()->image();
        f.viewer.setCrosshair(Vec3(1, 2, 3));
        Q_EMIT f.view()->turned(20);
        QVERIFY(f.view()->image() == before);
        f.panel->show();
        QVERIFY(f.view()->image() != before);
    }

    /// A thick slab is drawn coarsely at once; the fine image comes from another thread.
    void aCostlyImageComesInTwoSteps()
    {
        Page f;
        f.choose("line");
        f.at<QuantityEdit>("curvedWidth")->setValue(160);
        f.bench.keepAsides = true;
        f.at<QuantityEdit>("curvedSlab")->setValue(150);
        const double coarse = f.view()->image()->surface.stepMm();
        QVERIFY2(coarse > 2, qPrintable(QString::number(coarse))); // the voxels have 2 mm
        QVERIFY(!f.at<QPushButton>("curvedSave")->isEnabled());
        QVERIFY2(f.at<QPushButton>("curvedSave")->toolTip().contains("being made"),
                 qPrintable(f.at<QPushButton>("curvedSave")->toolTip()));
        QTRY_VERIFY(!f.bench.asides.empty());
        Job job;
        f.bench.asides.back()(f.now(), job)();
        QCOMPARE(f.view()->image()->surface.stepMm(), 2.0);
        QVERIFY(f.at<QPushButton>("curvedSave")->isEnabled());
        // One that was overtaken is thrown away.
        f.at<QuantityEdit>("curvedSlab")->setValue(140);
        QTRY_COMPARE(f.bench.asides.size(), size_t(2));
        f.at<QuantityEdit>("curvedSlab")->setValue(0);
        const auto now = f.view()->image();
        QCOMPARE(f.bench.cancelled.size(), size_t(1));
        f.bench.asides.back()(f.now(), job)();
        QVERIFY(f.view()->image() == now);
    }

    void savesAPicture()
    {
        Page f;
        QTemporaryDir folder;
        f.panel->savePicture(folder.filePath("curved.png"));
        const QImage saved(folder.filePath("curved.png"));
        QCOMPARE(saved.size(), QSize(900, 1200));
        QVERIFY2(f.hint().contains("Written"), qPrintable(f.hint()));
        f.panel->savePicture(folder.filePath("none/curved.png"));
        QVERIFY2(f.hint().contains("could not be written"), qPrintable(f.hint()));
        f.at<QPushButton>("curvedSave")->click();
        auto* dialog = f.panel->findChild<QFileDialog*>("curvedFile");
        QVERIFY(dialog);
        QVERIFY(!dialog->selectedFiles().join(QString()).contains("Roe"));
        dialog->reject();
    }

    void aStaleCurveSaysSo()
    {
        Page f;
        Case c = f.now();
        Lineage made;
        made.operation = std::string("mesh.centrelines");
        made.inputs = {{Id("liver"), ContentKey()}};
        c.lineage[Id("vessel/tree")] = std::make_shared<Lineage>(made);
        f.bench.open(c);
        f.choose("vessel");
        QVERIFY2(f.hint().contains("Stale"), qPrintable(f.hint()));
        QVERIFY(f.view()->look().stale);
    }
};

QTEST_MAIN(TestCurvedPanel)
#include "tst_curved_panel.moc"
