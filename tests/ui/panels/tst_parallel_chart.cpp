// Choices by several numbers: brushed and taken by mouse and keyboard.

#include "ui/panels/parallel_chart.h"
#include "ui/viewer/theme.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace pollux;

namespace {

const double kNone = std::numeric_limits<double>::quiet_NaN();

struct Page
{
    Theme theme = loadTheme(true);
    ParallelChart chart{theme};

    Page()
    {
        chart.resize(400, 240);
        chart.setContent({{"Length", Unit::Millimetre, true}, {"Clearance", Unit::Millimetre, false}},
                         {{"a", {60, 5}}, {"b", {80, 12}}, {"c", {100, 9}}, {"d", {120, kNone}}});
        chart.show();
    }
    QPoint at(int axis, double value) const { return chart.place(axis, value).toPoint(); }
};

} // namespace

class TestParallelChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betterIsUp()
    {
        Page p;
        QVERIFY(p.chart.place(0, 60).y() < p.chart.place(0, 120).y()); // short
        QVERIFY(p.chart.place(1, 12).y() < p.chart.place(1, 5).y());   // far from what is at risk
        QVERIFY(p.chart.place(0, 60).x() < p.chart.place(1, 5).x());
    }

    void aDragAlongAnAxisKeepsWhatLiesWithin()
    {
        Page p;
        QSignalSpy brushed(&p.chart, &ParallelChart::brushed);
        QTest::mousePress(&p.chart, Qt::LeftButton, {}, p.at(0, 70));
        QTest::mouseMove(&p.chart, p.at(0, 90));
        QTest::mouseMove(&p.chart, p.at(0, 110));
        QTest::mouseRelease(&p.chart, Qt::LeftButton, {}, p.at(0, 110));
        QVERIFY(brushed.count() >= 1);
        QCOMPARE(p.chart.passing(), (std::vector<int>{1, 2}));
        QVERIFY(p.chart.accessibleDescription().contains("2 of 4"));
        // A click there lets all pass again.
        QTest::mouseClick(&p.chart, Qt::LeftButton, {}, p.at(0, 90));
        QCOMPARE(p.chart.passing().size(), size_t(4));
    }

    void whatHasNoNumberDoesNotPassItsAxis()
    {
        Page p;
        p.chart.setBrush(1, ParallelChart::Range(0, 100));
        QCOMPARE(p.chart.passing(), (std::vector<int>{0, 1, 2}));
        p.chart.setBrush(0, ParallelChart::Range(110, 70)); // either way round
        QCOMPARE(p.chart.passing(), (std::vector<int>{1, 2}));
        p.chart.clearBrushes();
        QCOMPARE(p.chart.passing().size(), size_t(4));
    }

    void aClickOnALineTakesItInHandAndABrushLetsItGo()
    {
        Page p;
        QSignalSpy inHand(&p.chart, &ParallelChart::inHandChanged);
        const QPointF middle = (p.chart.place(0, 80) + p.chart.place(1, 12)) / 2;
        QTest::mouseClick(&p.chart, Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(p.chart.inHand(), 1);
        QVERIFY(p.chart.accessibleDescription().contains("80"));
        QSignalSpy taken(&p.chart, &ParallelChart::taken);
        QTest::mouseDClick(&p.chart, Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(taken.count(), 1);
        p.chart.setBrush(0, ParallelChart::Range(90, 130));
        QCOMPARE(p.chart.inHand(), -1);
        p.chart.setInHand(1); // does not pass
        QCOMPARE(p.chart.inHand(), -1);
        QVERIFY(inHand.count() >= 2);
    }

    void theKeyboardDoesTheSame()
    {
        Page p;
        QTest::keyClick(&p.chart, Qt::Key_Right); // clearance: 12, 9, 5
        QTest::keyClick(&p.chart, Qt::Key_Down);
        QCOMPARE(p.chart.inHand(), 1);
        QTest::keyClick(&p.chart, Qt::Key_Down);
        QCOMPARE(p.chart.inHand(), 2);
        QTest::keyClick(&p.chart, Qt::Key_Up);
        QCOMPARE(p.chart.inHand(), 1);
        QSignalSpy taken(&p.chart, &ParallelChart::taken);
        QTest::keyClick(&p.chart, Qt::Key_Return);
        QCOMPARE(taken.count(), 1);
        for (int n = 0; n < 5; ++n) // a quarter of 5 to 12 from the worse end
            QTest::keyClick(&p.chart, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(p.chart.brush(1) && std::abs(p.chart.brush(1)->first - 6.75) < 1e-9);
        QCOMPARE(p.chart.passing(), (std::vector<int>{1, 2}));
        QTest::keyClick(&p.chart, Qt::Key_Escape);
        QVERIFY(!p.chart.brush(1));
    }

    void theSameContentKeepsWhatTheUserDid()
    {
        Page p;
        p.chart.setBrush(0, ParallelChart::Range(0, 90));
        const auto axes = p.chart.axes();
        auto choices = p.chart.choices();
        p.chart.setContent(axes, choices);
        QVERIFY(p.chart.brush(0));
        choices.pop_back();
        p.chart.setContent(axes, choices);
        QVERIFY(!p.chart.brush(0));
    }

    void odditiesDoNotHurt()
    {
        Page p;
        p.chart.setContent({}, {});
        p.chart.grab();
        QTest::keyClick(&p.chart, Qt::Key_Up);
        QTest::mouseClick(&p.chart, Qt::LeftButton, {}, QPoint(100, 100));
        p.chart.setContent({{"One", Unit::None, true}}, {{"x", {3}}, {"y", {3}}, {"z", {}}});
        p.chart.grab();
        p.chart.setBrush(7, ParallelChart::Range(0, 1));
        QCOMPARE(p.chart.passing().size(), size_t(3));
    }
};

QTEST_MAIN(TestParallelChart)
#include "tst_parallel_chart.moc"
