// A map that changes with time: which values belong to which of its times.
#include "core/case/field_time.h"
#include "core/case/objects.h"

#include <QTest>

#include <vector>

using namespace pollux;

namespace {

/// Three points; at the time t each has 10 t and its number.
Field map(std::vector<double> times)
{
    Field f;
    f.surface = Surface({{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}, {{0, 1, 2}});
    f.times = std::move(times);
    for (size_t step = 0; step < f.steps(); ++step)
        for (int n = 0; n < 3; ++n)
            f.values.push_back(static_cast<float>((f.times.empty() ? 0 : 10 * f.times[step]) + n));
    return f;
}

std::vector<float> at(const Field& f, size_t step)
{
    const auto values = f.valuesAt(step);
    return {values.begin(), values.end()};
}

} // namespace

class TestField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTimesThereIsOneStep()
    {
        const Field f = map({});
        QCOMPARE(f.steps(), size_t(1));
        QCOMPARE(f.stepAt(1e6), size_t(0));
        QCOMPARE(at(f, 0), (std::vector<float>{0, 1, 2}));
        QCOMPARE(at(f, 7), at(f, 0));
    }

    void eachTimeHasItsValues()
    {
        const Field f = map({0, 1, 5});
        QCOMPARE(f.steps(), size_t(3));
        QCOMPARE(at(f, 0), (std::vector<float>{0, 1, 2}));
        QCOMPARE(at(f, 1), (std::vector<float>{10, 11, 12}));
        QCOMPARE(at(f, 2), (std::vector<float>{50, 51, 52}));
        QCOMPARE(at(f, 3), at(f, 2)); // beyond its end, the last
    }

    void theNearestTimeIsTaken_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("step");
        QTest::newRow("before the first") << -10.0 << 0;
        QTest::newRow("nearer to the first") << 0.4 << 0;
        QTest::newRow("nearer to the second") << 2.9 << 1;
        QTest::newRow("nearer to the third") << 3.1 << 2;
        QTest::newRow("beyond the last") << 1e9 << 2;
    }
    void theNearestTimeIsTaken()
    {
        QFETCH(double, seconds);
        QFETCH(int, step);
        QCOMPARE(map({0, 1, 5}).stepAt(seconds), static_cast<size_t>(step));
    }

    void timesAsTheyAreShown()
    {
        QCOMPARE(timeText(0), std::string("0.00 s"));
        QCOMPARE(timeText(0.354), std::string("0.35 s"));
        QCOMPARE(timeText(45.4), std::string("45 s"));
        QCOMPARE(timeText(120), std::string("2 min"));
        QCOMPARE(timeText(250), std::string("4 min 10 s"));
        QCOMPARE(timeText(719.6), std::string("12 min"));
    }

    void whereValuesAreMissingThereAreNone()
    {
        Field f = map({0, 1, 5});
        f.values.resize(7); // a case file may say anything
        QCOMPARE(at(f, 1).size(), size_t(3));
        QVERIFY(at(f, 2).empty());
        QVERIFY(Field().valuesAt(0).empty());
    }
};

QTEST_APPLESS_MAIN(TestField)
#include "tst_field.moc"
