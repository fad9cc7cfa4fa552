// Baegert's design of verification: the local searches against an exhaustive scan on the exact score.

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "exhaustive_scan.h"
#include "synthetic.h"

#include <Eigen/Geometry>
#include <QtTest>

using namespace synthetic;
using exhaustive_scan::Exhaustive;
using exhaustive_scan::exhaustive;

namespace {

Case withLesion(const Vec3& centre, const Vec3& halfAxes)
{
    Edit e;
    e.put(Id("lesion"),
          structure(
              "Lesion", "liver_lesion",
              maskOf(grid(), [&](const Vec3& p) { return (p - centre).cwiseQuotient(halfAxes).squaredNorm() <= 1; }),
              ConfirmState::Confirmed));
    return apply(makeCase(), e);
}

} // namespace

class TstRefine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewerBrokenLimitsComeFirst()
    {
        PathScore a, b;
        a.score = 0.9;
        b.score = 0.1;
        b.add(Constraint::Tilt);
        QVERIFY(better(a, b) && !better(b, a));
        b.violations = 0;
        QVERIFY(better(b, a) && !better(a, b) && !better(a, a));
    }

    void theShortMeasurementGivesTheSameScore()
    {
        const PathEvaluator e(makeCase(), options(), Job());
        PathLimits wide = e.limits();
        wide.organMargin = 20; // beyond the distance without risk
        int broken = 0;
        for (size_t n = 0; n < e.entries().size(); n += 61) {
            const Vec3 entry = e.entries().points[n];
            for (const PathLimits& l : {e.limits(), wide}) {
                const ExactPath whole = measureExactly(e.scene(), l, kLesion, entry, Job());
                const PathScore a = judge(whole.measures, l, e.weights());
                const PathScore b =
                    judge(measureForScore(e.scene(), l, kLesion, entry, Job()).measures, l, e.weights());
                QCOMPARE(b.score, a.score);
                QCOMPARE(b.violations, a.violations);
                broken += a.breaks(Constraint::Organ);
                QCOMPARE(whole.distances.size(), e.scene().obstacles.size());
            }
        }
        QVERIFY(broken > 20);
    }

    void startsAreTheZonesBestAndLieApart()
    {
        const PathEvaluator e(makeCase(), options(), Job());
        const PlanResult p = plan(e, PlanRequest{}, Job());
        QVERIFY(!p.searches.empty() && p.searches.size() <= 8);
        QCOMPARE(p.searches.front().from, p.front.front()); // the best of the scan is among them
        for (size_t n = 0; n < p.searches.size(); ++n)
            for (size_t m = 0; m < n; ++m)
                QVERIFY((e.entries().points[p.searches[n].from] - e.entries().points[p.searches[m].from]).norm() >= 15);
        for (const Refined& s : p.searches) {
            QVERIFY(s.score.violations == 0 || s.startViolations > 0);
            QVERIFY(s.startViolations > 0 || s.score.score <= s.startScore);
            QVERIFY(!better(s.score, p.exact));
            // On the skin, and what it says it is.
            QVERIFY(std::abs(s.path.entry.cwiseQuotient(kBodyAxes).norm() - 1) < 0.015);
            const ExactPath again = measureExactly(e.scene(), e.limits(), s.path.target, s.path.entry, Job());
            QVERIFY(std::abs(judge(again.measures, e.limits(), e.weights()).score - s.score.score) < 1e-3);
        }
    }

    void neverMuchWorseThanAnExhaustiveScan_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("ball") << 0;
        QTest::newRow("deep and long") << 1;
        QTest::newRow("low and flat") << 2;
        QTest::newRow("small and high") << 3;
        QTest::newRow("towards the left") << 4;
    }
    void neverMuchWorseThanAnExhaustiveScan()
    {
        QFETCH(int, which);
        const Vec3 centres[] = {kLesion, Vec3(-45, -5, 12), Vec3(-70, -20, -22), Vec3(-55, -25, 30),
                                Vec3(-30, -20, -10)};
        const Vec3 halfAxes[] = {Vec3(10, 10, 10), Vec3(8, 18, 8), Vec3(14, 14, 7), Vec3(6, 6, 6), Vec3(9, 12, 9)};
        EvaluatorOptions o = options();
        o.limits.zoneAlong = 30;
        o.limits.zoneAcross = 20;
        const PathEvaluator e(withLesion(centres[which], halfAxes[which]), o, Job());
        const PlanResult p = plan(e, PlanRequest{}, Job());
        QVERIFY(p.exact.feasible() && !p.searches.empty());
        const Exhaustive all = exhaustive(e, p.path.target, p.scan);
        double start = 1;
        for (const Refined& s : p.searches)
            if (s.startViolations == 0)
                start = std::min(start, s.startScore);
        qInfo("planner %.5f, exhaustive %.5f (%zu paths): %+.2f %%; before the searches %.5f, %+.2f %%", p.exact.score,
              all.best, all.paths, 100 * (p.exact.score / all.best - 1), start, 100 * (start / all.best - 1));
        QVERIFY(all.paths > 3000);
        QVERIFY(p.exact.score <= 1.01 * all.best);
        QVERIFY(p.exact.score <= start);
    }

    void stops()
    {
        const PathEvaluator e(makeCase(), options(), Job());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, refine(e, kLesion, 0, Job(stop.get_token())));
    }
};

QTEST_GUILESS_MAIN(TstRefine)
#include "tst_refine.moc"
