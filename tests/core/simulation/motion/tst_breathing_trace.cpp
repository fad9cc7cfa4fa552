// Breathing as one number over time, against its closed forms.
#include "core/base/error.h"
#include "core/simulation/motion/breathing_trace.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pollux;
using namespace pollux::motion;

class TestBreathingTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dutyCycleAndMean_data()
    {
        QTest::addColumn<int>("power");
        QTest::addColumn<double>("part");
        QTest::addColumn<double>("duty");
        QTest::addColumn<double>("mean");
        // Computed from asin((part)^(1/2n)) and (2n-1)!!/(2n)!!, to four digits.
        const double table[3][4] = {
            {.2048, .2952, .3690, .5}, {.3802, .4663, .5304, .375}, {.4772, .5543, .6100, .3125}};
        for (int n = 1; n <= 3; ++n)
            for (int k = 0; k < 3; ++k)
                QTest::addRow("n = %d, %d %%", n, 10 * (k + 1))
                    << n << 0.1 * (k + 1) << table[n - 1][k] << table[n - 1][3];
    }
    void dutyCycleAndMean()
    {
        QFETCH(int, power);
        QFETCH(double, part);
        QFETCH(double, duty);
        QFETCH(double, mean);
        BreathingTrace t{4.2, power, 1};
        QVERIFY(std::abs(t.dutyCycle(part) - duty) < 6e-5);
        QVERIFY(std::abs(t.meanValue() - mean) < 1e-12);
        // And counted.
        t.depth = 1.3;
        constexpr int kSteps = 200000;
        int inside = 0;
        double sum = 0;
        for (const BreathingState& s : t.cycle(kSteps)) {
            inside += s.value <= part * t.depth;
            sum += s.value;
        }
        QVERIFY(std::abs(double(inside) / kSteps - duty) < 1e-4);
        QVERIFY(std::abs(sum / kSteps - 1.3 * mean) < 1e-9);
    }

    void theRateIsTheDerivative()
    {
        for (int power = 1; power <= 6; ++power) {
            const BreathingTrace t{3.7, power, 0.8};
            double largest = 0;
            for (double s = 0.01; s < 8; s += 0.013) {
                constexpr double h = 1e-5;
                const double difference = (t.at(s + h).value - t.at(s - h).value) / (2 * h);
                largest = std::max(largest, std::abs(t.at(s).rate - difference));
            }
            QVERIFY2(largest < 1e-8, qPrintable(QString::number(largest)));
        }
    }

    void itBeginsBreathedOutAndRepeats()
    {
        const BreathingTrace t{5, 2, 1};
        QCOMPARE(t.at(0).value, 0.0);
        QCOMPARE(t.at(0).rate, 0.0);
        QVERIFY(std::abs(t.at(2.5).value - 1) < 1e-15 && std::abs(t.at(2.5).rate) < 1e-12);
        QVERIFY(t.at(1).rate > 0 && t.at(4).rate < 0);
        QVERIFY(std::abs(t.at(1.1).value - t.at(11.1).value) < 1e-12);
        QVERIFY(std::abs(t.at(1.1).value - t.at(3.9).value) < 1e-12);
        QVERIFY(std::abs(t.at(1.1).rate + t.at(3.9).rate) < 1e-12);
    }

    void whatHasNoMeaningIsRefused()
    {
        checkTrace({});
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const BreathingTrace& t :
             {BreathingTrace{0, 2, 1}, BreathingTrace{-4, 2, 1}, BreathingTrace{nan, 2, 1}, BreathingTrace{4, 0, 1},
              BreathingTrace{4, 7, 1}, BreathingTrace{4, 2, 0}, BreathingTrace{4, 2, nan}})
            QVERIFY_THROWS_EXCEPTION(Error, checkTrace(t));
    }
};

QTEST_APPLESS_MAIN(TestBreathingTrace)
#include "tst_breathing_trace.moc"
