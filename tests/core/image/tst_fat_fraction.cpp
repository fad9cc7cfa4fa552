// Fat fraction and R2* against signals computed elsewhere, against the truth without noise, and the wrong model as a
// negative.

#include "core/base/error.h"
#include "core/image/fat_fraction.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace pollux;

namespace {

std::vector<double> echoes(double firstMs, double stepMs, int n = 6)
{
    std::vector<double> out;
    for (int e = 0; e < n; ++e)
        out.push_back((firstMs + e * stepMs) / 1000);
    return out;
}

std::vector<double> magnitudes(const std::vector<std::complex<double>>& signal)
{
    std::vector<double> out;
    for (const auto& s : signal)
        out.push_back(std::abs(s));
    return out;
}

FatModel model(double tesla, std::vector<double> times, std::vector<FatPeak> peaks = sixFatPeaks())
{
    return {tesla, std::move(times), std::move(peaks)};
}

const std::vector<FatPeak> kOnePeak{{-3.40, 1}};

} // namespace

class TestFatFraction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Signals of W + F = 1 computed independently, six decimals.
    void referenceSignals_data()
    {
        QTest::addColumn<double>("tesla");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("fraction");
        QTest::addColumn<double>("decay");
        QTest::addColumn<QList<double>>("signal");
        using L = QList<double>;
        QTest::newRow("1.5 T, 5 %") << 1.5 << 2.3 << 2.3 << .05 << 30.
                                    << L{.849660, .863130, .746399, .741957, .650847, .645829};
        QTest::newRow("1.5 T, 20 %") << 1.5 << 2.3 << 2.3 << .20 << 40.
                                     << L{.585107, .801609, .510104, .630658, .426936, .523389};
        QTest::newRow("1.5 T, 40 %") << 1.5 << 2.3 << 2.3 << .40 << 100.
                                     << L{.225281, .585505, .172801, .327814, .112388, .206419};
        QTest::newRow("1.5 T, uneven to the phase")
            << 1.5 << 1.2 << 2.0 << .20 << 40. << L{.792256, .668494, .750227, .513361, .630658, .432106};
        QTest::newRow("3 T, 5 %") << 3.0 << 1.15 << 1.15 << .05 << 30.
                                  << L{.879485, .924789, .827791, .851748, .773383, .794358};
        QTest::newRow("3 T, 20 %") << 3.0 << 1.15 << 1.15 << .20 << 40.
                                   << L{.612650, .878855, .585586, .758061, .537341, .689748};
        QTest::newRow("3 T, 40 %") << 3.0 << 1.15 << 1.15 << .40 << 100.
                                   << L{.252736, .736916, .243994, .519282, .199728, .411541};
    }

    void referenceSignals()
    {
        QFETCH(double, tesla);
        QFETCH(double, first);
        QFETCH(double, step);
        QFETCH(double, fraction);
        QFETCH(double, decay);
        QFETCH(QList<double>, signal);
        const FatFitter fitter(model(tesla, echoes(first, step)));
        const auto made = magnitudes(fitter.signal(1 - fraction, fraction, decay, 0, 0));
        for (size_t e = 0; e < made.size(); ++e)
            QVERIFY2(std::abs(made[e] - signal[static_cast<qsizetype>(e)]) < 1e-5,
                     qPrintable(QString::number(made[e])));
        const FatFit fit = fitter.magnitude(std::vector<double>(signal.begin(), signal.end()));
        QVERIFY2(std::abs(fit.fraction - fraction) < 2e-5, qPrintable(QString::number(fit.fraction)));
        QVERIFY(std::abs(fit.r2Star - decay) < 0.02);
        QVERIFY(std::abs(fit.amount - 1) < 1e-4 && fit.misfit < 1e-4);
    }

    /// Without noise both fits give the truth over the whole range, whatever the field and the phase.
    void truthWithoutNoise()
    {
        double worst = 0, worstDecay = 0, worstField = 0;
        for (const auto& [tesla, times] :
             {std::pair(1.5, echoes(2.3, 2.3)), std::pair(1.5, echoes(1.2, 2.0)), std::pair(3.0, echoes(1.15, 1.15))}) {
            const FatFitter fitter(model(tesla, times));
            for (int percent = 0; percent <= 100; percent += 10)
                for (const double decay : {0., 40., 200.})
                    for (const double field : {-90., 37., 150.}) {
                        const double f = percent / 100.0;
                        const auto signal = fitter.signal(700 * (1 - f), 700 * f, decay, field, -1.1);
                        const FatFit a = fitter.magnitude(magnitudes(signal)), b = fitter.complex(signal);
                        worst = std::max({worst, std::abs(a.fraction - f), std::abs(b.fraction - f)});
                        worstDecay = std::max({worstDecay, std::abs(a.r2Star - decay), std::abs(b.r2Star - decay)});
                        worstField = std::max(worstField, std::abs(b.fieldHz - field));
                        QVERIFY(std::abs(b.amount - 700) < 1e-3);
                    }
        }
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst))); // 0.1 % absolute is asked for
        QVERIFY2(worstDecay < 0.01, qPrintable(QString::number(worstDecay)));
        QVERIFY2(worstField < 0.01, qPrintable(QString::number(worstField)));
    }

    /// One peak in the place of six is wrong by a quarter: so the spectrum is used.
    void onePeakIsWrong()
    {
        using Row = std::tuple<double, double, double, double, double>;
        for (const auto& [tesla, step, fraction, decay, expected] :
             {Row(1.5, 2.3, .2, 40, .149), Row(3.0, 1.15, .2, 40, .147), Row(1.5, 2.3, .4, 100, .332),
              Row(3.0, 1.15, .4, 100, .324)}) {
            const FatFitter six(model(tesla, echoes(step, step)));
            const FatFitter one(model(tesla, echoes(step, step), kOnePeak));
            double got = one.magnitude(magnitudes(six.signal(1 - fraction, fraction, decay, 0, 0))).fraction;
            got = std::min(got, 1 - got); // magnitudes of one peak do not say which is water
            QVERIFY2(std::abs(got - expected) < 1e-3, qPrintable(QString::number(got)));
        }
    }

    /// 400 noisy voxels: mean and spread as simulated independently, and no voxel swaps water and fat at 20 %.
    void noise()
    {
        std::mt19937 bits(1);
        std::normal_distribution<> gauss(0, 0.02);
        const FatFitter fitter(model(3, echoes(1.15, 1.15)));
        for (const auto& [fraction, spread] : {std::pair(.05, .0128), std::pair(.20, .0110)}) {
            double sum = 0, squares = 0, complexSum = 0;
            constexpr int kRuns = 400;
            for (int n = 0; n < kRuns; ++n) {
                auto signal = fitter.signal(1 - fraction, fraction, 40, 50, 0);
                for (auto& s : signal)
                    s += std::complex<double>(gauss(bits), gauss(bits));
                const double f = fitter.magnitude(magnitudes(signal)).fraction;
                sum += f;
                squares += f * f;
                complexSum += fitter.complex(signal).fraction;
            }
            const double mean = sum / kRuns, deviation = std::sqrt(squares / kRuns - mean * mean);
            QVERIFY2(std::abs(mean - fraction) < 0.003, qPrintable(QString::number(mean)));
            QVERIFY2(std::abs(complexSum / kRuns - fraction) < 0.003, qPrintable(QString::number(complexSum / kRuns)));
            QVERIFY2(std::abs(deviation - spread) < 0.002, qPrintable(QString::number(deviation)));
            // What is predicted is what happens.
            QVERIFY(std::abs(fitter.predictedDeviation(false, fraction, 40, 50) - deviation) < 0.002);
        }
    }

    /// Echoes at which fat stands a quarter turn off water, or only in phase with it, cannot tell the two apart.
    void degenerateTimesAreTold()
    {
        const auto worst = [](const FatModel& m, bool complexSignal) {
            double out = 0;
            for (const double f : {.05, .2, .4})
                out = std::max(out, FatFitter(m).predictedDeviation(complexSignal, f, 40, 50));
            return out;
        };
        QVERIFY(worst(model(1.5, echoes(2.3, 2.3)), false) < 0.02);
        QVERIFY(worst(model(1.5, echoes(1.2, 2.0)), false) < 0.025);
        QVERIFY(worst(model(3, echoes(1.15, 1.15)), false) < 0.02);
        const FatModel quadrature = model(1.5, echoes(1.15, 2.3));
        QVERIFY(worst(quadrature, false) > 0.1);
        QVERIFY(worst(model(1.5, echoes(1.15, 2.3), kOnePeak), false) > 0.5);
        QVERIFY(worst(quadrature, true) < 0.02); // the phase still knows
        QVERIFY(worst(model(1.5, echoes(4.6, 4.6)), false) > 0.1);
        QVERIFY(worst(model(1.5, echoes(4.6, 4.6)), true) > 0.05);
    }

    void mapsOfAPhantom()
    {
        Grid grid = shapes::obliqueMirrored(shapes::grid(12, 10, 6, Vec3(1, 1, 3)));
        const FatModel m = model(1.5, echoes(2.3, 2.3));
        const FatFitter fitter(m);
        constexpr double kUnitsATurn = 4096;
        // Fat grows along i, R2* along j, the field along k; a corner is air.
        const auto fat = [](int i) { return 0.05 * i; };
        std::vector<std::vector<float>> size(6), angle(6);
        for (int k = 0; k < 6; ++k)
            for (int j = 0; j < 10; ++j)
                for (int i = 0; i < 12; ++i) {
                    const bool air = i > 9 && j > 7;
                    const auto s = fitter.signal(1000 * (1 - fat(i)), 1000 * fat(i), 20 + 10 * j, 15 * k, 0.3);
                    for (size_t e = 0; e < 6; ++e) {
                        size[e].push_back(air ? 3.0F : static_cast<float>(std::abs(s[e])));
                        angle[e].push_back(static_cast<float>(std::arg(s[e]) / (2 * std::numbers::pi) * kUnitsATurn));
                    }
                }
        std::vector<Volume> magnitude, phase;
        for (size_t e = 0; e < 6; ++e) {
            magnitude.emplace_back(grid, size[e]);
            phase.emplace_back(grid, angle[e]);
        }
        for (const bool complexSignal : {false, true}) {
            const FatMaps maps = fatMaps(magnitude, complexSignal ? phase : std::vector<Volume>(),
                                         2 * std::numbers::pi / kUnitsATurn, m, {}, Job());
            QCOMPARE(maps.fitted.count(), std::int64_t(12 * 10 * 6 - 2 * 2 * 6));
            QCOMPARE(maps.fraction.at(11, 9, 2), 0.0);
            for (int k = 0; k < 6; ++k)
                for (int j = 0; j < 10; ++j)
                    for (int i = 0; i < 10; ++i) {
                        QVERIFY(std::abs(maps.fraction.at(i, j, k) - 100 * fat(i)) < 0.1);
                        QVERIFY(std::abs(maps.r2Star.at(i, j, k) - (20 + 10 * j)) < 0.1);
                        QVERIFY(maps.misfit.at(i, j, k) < 0.01);
                    }
        }
        // In a mask: its voxels, all of them, and no other.
        const Mask some = shapes::ball(grid, shapes::middle(grid), 3);
        FatMapOptions within;
        within.within = &some;
        QCOMPARE(fatMaps(magnitude, {}, 1, m, within, Job()).fitted.key(), some.key());
    }

    void badInputAndStop()
    {
        QVERIFY_THROWS_EXCEPTION(Error, FatFitter(model(1.5, {0.0023, 0.0046})));
        QVERIFY_THROWS_EXCEPTION(Error, FatFitter(model(1.5, {0.0023, 0.0046, 0.0046})));
        QVERIFY_THROWS_EXCEPTION(Error, FatFitter(model(0, echoes(2.3, 2.3))));
        QVERIFY_THROWS_EXCEPTION(Error, FatFitter(model(1.5, echoes(2.3, 2.3), {})));
        const FatFitter fitter(model(1.5, echoes(2.3, 2.3)));
        QCOMPARE(fitter.magnitude(std::vector<double>(6, 0.0)).amount, 0.0);
        const Grid grid = shapes::grid(4, 4, 4, Vec3(1, 1, 1));
        const std::vector<Volume> five(5, Volume(grid, std::vector<float>(64, 1.0F)));
        QVERIFY_THROWS_EXCEPTION(Error, fatMaps(five, {}, 1, model(1.5, echoes(2.3, 2.3)), {}, Job()));
        std::stop_source stop;
        stop.request_stop();
        const std::vector<Volume> six(6, Volume(grid, std::vector<float>(64, 1.0F)));
        try {
            fatMaps(six, {}, 1, model(1.5, echoes(2.3, 2.3)), {}, Job(stop.get_token()));
            QFAIL("it went on");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestFatFraction)
#include "tst_fat_fraction.moc"
