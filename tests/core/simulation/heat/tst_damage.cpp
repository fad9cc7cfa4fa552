// How tissue dies, and what a needle gives it.

#include "closed_forms.h"
#include "core/base/error.h"
#include "core/simulation/heat/applicator.h"

#include <QtTest>

using namespace closedform;

class TstDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Seconds until Omega = 1, as the reference has them.
    void arrheniusTimes()
    {
        const Arrhenius a;
        using Row = std::pair<double, double>;
        for (const auto& [t, seconds] :
             {Row(43, 513.3), Row(45, 277.1), Row(50, 61.38), Row(55, 14.23), Row(60, 3.449), Row(70, 0.2292)})
            QVERIFY2(std::abs(a.secondsToOne(t) / seconds - 1) < 1e-3, qPrintable(QString::number(a.secondsToOne(t))));
        QVERIFY(std::isinf(a.secondsToOne(37)));
        Arrhenius whole;
        whole.from = 0;
        QVERIFY(std::abs(whole.secondsToOne(37) / 60 - 57) < 1.5); // why nothing is counted so low
    }

    void cem43Times()
    {
        const Cem43 c;
        QVERIFY(std::abs(60 * c.rate(43) - 1) < 1e-12);
        QVERIFY(std::abs(kCem43Dead / (60 * c.rate(50)) - 1.875) < 1e-9);
        QVERIFY(std::abs(kCem43Dead / (60 * c.rate(55)) - 0.0586) < 1e-4);
        QVERIFY(std::abs(60 * c.rate(42) - 0.25) < 1e-12);
        QCOMPARE(c.rate(37), 0.0);
    }

    /// The solver's sums where nothing changes, and where the temperature rises straight: by fine steps apart from it.
    void sumsOverTime()
    {
        Tissue t = liver();
        t.perfusion = 0;
        HeatProblem p = rod(2, 1, t);
        HeatState s = startState(p, 37);
        s.temperature.assign(2, 50);
        advance(p, s, 61.38, {}, Job());
        QVERIFY(std::abs(double(s.omega[0]) - 1) < 1e-3);
        QVERIFY(std::abs(double(s.cem43[0]) - 128 * 61.38 / 60) < 0.05);

        p.source.assign(2, static_cast<float>(0.5 * 1060 * 3600)); // half a degree a second
        s = startState(p, 37);
        HeatOptions o;
        o.longestStep = 3;
        advance(p, s, 40, o, Job());
        double omega = 0, cem = 0;
        for (int n = 0; n < 400000; ++n) {
            const double at = 37 + 0.5 * 40 * (n + 0.5) / 400000;
            omega += Arrhenius().rate(at) * 1e-4;
            cem += Cem43().rate(at) * 1e-4;
        }
        QVERIFY2(std::abs(double(s.omega[1]) / omega - 1) < 0.01, qPrintable(QString::number(s.omega[1] / omega)));
        QVERIFY2(std::abs(double(s.cem43[1]) / cem - 1) < 0.01, qPrintable(QString::number(s.cem43[1] / cem)));
    }

    void powerIsGivenWhole()
    {
        Grid g;
        g.size = {40, 40, 40};
        g.origin = Vec3::Constant(-19.5);
        const Applicator a{Vec3(2, 1, 8), Vec3(0.1, 0.2, 1).normalized(), 16, 0.75};
        const std::vector<float> field = powerField(g, a, 30, 2, Job());
        double sum = 0;
        for (const float v : field)
            sum += double(v) * 1e-9;
        QVERIFY(std::abs(sum - 30) < 1e-4);
        // A short one far away is a point: exp(-r/d) / r^2.
        const Applicator point{Vec3(0, 0, 0.05), Vec3::UnitZ(), 0.1, 0.05};
        const std::vector<float> far = powerField(g, point, 30, 2, Job());
        const auto at = [&](int i) { return double(far[static_cast<size_t>(g.offset(i, 20, 20))]); };
        const auto form = [](double x) {
            const double r = std::sqrt(x * x + 0.5);
            return std::exp(-r / 2) / (r * r);
        };
        QVERIFY(std::abs(at(30) / at(26) / (form(10.5) / form(6.5)) - 1) < 0.01);
    }

    void distanceIsOfARod()
    {
        Grid g;
        g.size = {30, 30, 30};
        g.origin = Vec3::Constant(-14.5);
        const Applicator a{Vec3(0, 0, 5), Vec3::UnitZ(), 10, 2};
        const std::vector<float> d = applicatorDistance(g, a, Job());
        const auto at = [&](int i, int j, int k) { return double(d[static_cast<size_t>(g.offset(i, j, k))]); };
        QVERIFY(std::abs(at(20, 15, 15) - (std::hypot(5.5, 0.5) - 2)) < 1e-5);
        QVERIFY(std::abs(at(15, 15, 25) - (std::sqrt(0.5 + 5.5 * 5.5) - 2)) < 1e-5);
        QVERIFY(at(14, 14, 14) < 0);
    }

    void refusesANeedleOutside()
    {
        Grid g;
        g.size = {10, 10, 10};
        QVERIFY_THROWS_EXCEPTION(Error, powerField(g, {Vec3(50, 0, 0), Vec3::UnitX(), 5, 1}, 10, 2, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, powerField(g, {Vec3(5, 5, 5), Vec3::UnitX(), 3, 1}, 10, 0, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, applicatorDistance(g, {Vec3(5, 5, 5), Vec3::Zero(), 3, 1}, Job()));
    }
};

QTEST_GUILESS_MAIN(TstDamage)
#include "tst_damage.moc"
