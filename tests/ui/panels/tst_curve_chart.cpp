// A curve with bands: its scale, the mark by mouse and keyboard, what it tells.

#include "ui/panels/curve_chart.h"
#include "ui/viewer/theme.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace pollux;

namespace {

CurveChart::Content line()
{
    CurveChart::Content c;
    c.x = {"Removed", Unit::Percent};
    c.y = {"Pressure", Unit::MillimetreOfMercury};
    for (int n = 0; n <= 4; ++n) {
        const double x = 30 + 10 * n, y = 10 + 3 * n;
        c.samples.push_back({x, y, y - 1, y + 1, y - 2, y + 3});
    }
    c.limitLow = 20;
    c.limitHigh = 22;
    c.limitText = "limits";
    c.narrowText = "split";
    c.wideText = "all";
    return c;
}

struct Page
{
    Theme theme = loadTheme(true);
    CurveChart chart{theme};

    Page()
    {
        chart.resize(chart.sizeHint());
        chart.setContent(line());
        chart.show();
    }
    QPoint at(double x) const { return chart.place(x, 15).toPoint(); }
};

} // namespace

class TestCurveChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreIsUpAndToTheRight()
    {
        Page p;
        QVERIFY(p.chart.place(40, 20).y() < p.chart.place(40, 10).y());
        QVERIFY(p.chart.place(60, 20).x() > p.chart.place(40, 20).x());
        // All of it lies within: the widest band and the limits.
        for (const double y : {8.0, 25.0, 22.0})
            for (const double x : {30.0, 70.0})
                QVERIFY(QRectF(p.chart.rect()).contains(p.chart.place(x, y)));
    }

    void theMarkIsDragged()
    {
        Page p;
        QSignalSpy moved(&p.chart, &CurveChart::moved), released(&p.chart, &CurveChart::released);
        QTest::mousePress(&p.chart, Qt::LeftButton, {}, p.at(40));
        QTest::mouseMove(&p.chart, p.at(55));
        QVERIFY(moved.count() >= 2 && released.isEmpty());
        QVERIFY(std::abs(p.chart.mark() - 55) < 0.5);
        QTest::mouseRelease(&p.chart, Qt::LeftButton, {}, p.at(55));
        QCOMPARE(released.count(), 1);
        QTest::mouseMove(&p.chart, p.at(60));
        QVERIFY(std::abs(p.chart.mark() - 55) < 0.5); // let go
    }

    void keysMoveItAndItStaysOnTheCurve()
    {
        Page p;
        QSignalSpy moved(&p.chart, &CurveChart::moved), released(&p.chart, &CurveChart::released);
        p.chart.setMark(50);
        QVERIFY(moved.isEmpty()); // not by the user
        QTest::keyClick(&p.chart, Qt::Key_Right);
        QCOMPARE(p.chart.mark(), 51.0);
        QTest::keyClick(&p.chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(p.chart.mark(), 46.0);
        QTest::keyClick(&p.chart, Qt::Key_End);
        QCOMPARE(p.chart.mark(), 70.0);
        QTest::keyClick(&p.chart, Qt::Key_Right);
        QCOMPARE(p.chart.mark(), 70.0);
        QCOMPARE(moved.count(), released.count());
        p.chart.setMark(-5);
        QCOMPARE(p.chart.mark(), 30.0);
    }

    void itTellsTheNumberAtTheMark()
    {
        Page p;
        p.chart.setMark(45);
        QVERIFY2(p.chart.accessibleDescription().contains("14.5"), qPrintable(p.chart.accessibleDescription()));
        QVERIFY(p.chart.accessibleDescription().contains("45"));
    }

    void nothingToShowDrawsNothingAndMovesNothing()
    {
        Page p;
        const QImage full = p.chart.grab().toImage();
        QSignalSpy moved(&p.chart, &CurveChart::moved);
        p.chart.setContent(std::nullopt);
        QVERIFY(p.chart.grab().toImage() != full);
        QTest::mouseClick(&p.chart, Qt::LeftButton, {}, QPoint(100, 60));
        QTest::keyClick(&p.chart, Qt::Key_Right);
        QVERIFY(moved.isEmpty());
        CurveChart::Content one = line();
        one.samples.resize(1);
        p.chart.setContent(one);
        QVERIFY(!p.chart.content());
    }
};

QTEST_MAIN(TestCurveChart)
#include "tst_curve_chart.moc"
