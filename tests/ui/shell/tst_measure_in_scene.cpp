// A length set in the 3-D view by the panel Measure: the operation, its undo and lineage are those of one set in
// slices.

#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace pollux;

namespace {

struct Measuring : WindowFixture
{
    QWidget* volume = nullptr;

    Measuring()
    {
        openCase(*sample::ballCase());
        window->showPanel("Measure");
        volume = window->viewer()->findChild<QWidget*>("volumeView");
        QTest::qWait(50);
    }
    const Case& now() const { return workspace->document().current(); }
    void take(const char* tool)
    {
        QTest::mouseClick(window->findChild<QPushButton*>(QLatin1String(tool)), Qt::LeftButton);
    }
    void space(const Vec3& p)
    {
        window->viewer()->setCrosshair(p);
        QTest::keyClick(volume, Qt::Key_Space);
    }
    QString hint() const { return window->findChild<QLabel*>("measureHint")->text(); }
};

} // namespace

class TestMeasureInScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLengthIsOneStep()
    {
        Measuring f;
        f.take("measureLength");
        const Vec3 a(-40, -10, 6), b(-20, 30, 46);
        f.space(a);
        f.space(b);
        QTRY_VERIFY(f.now().measurements.contains(Id("length-1")));
        QTRY_VERIFY(!f.workspace->busy());
        const Measurement& m = *f.now().measurements.at(Id("length-1"));
        QVERIFY((m.points[0] - a).norm() < 1e-9 && (m.points[1] - b).norm() < 1e-9);
        QVERIFY(std::abs(m.values.front().quantity.value - 60) < 1e-6); // 20, 40, 40
        QCOMPARE(f.now().lineage.at(Id("length-1"))->operation, std::string("measure.place"));
        f.window->findChild<QAction*>("actionUndo")->trigger();
        QVERIFY(f.now().measurements.empty());
        QVERIFY(!f.workspace->document().canUndo());
    }

    void anEllipseSaysWhereItIsSet()
    {
        Measuring f;
        f.take("measureEllipse");
        const QString how = f.hint();
        f.space(Vec3(-40, -10, 6));
        QVERIFY(f.hint() != how && f.hint().contains("slice"));
        f.take("measureLength");
        QVERIFY(!f.hint().contains("slice"));
        f.space(Vec3(-40, -10, 6));
        QVERIFY(!f.workspace->busy() && f.now().measurements.empty());
    }
};

QTEST_MAIN(TestMeasureInScene)
#include "tst_measure_in_scene.moc"
