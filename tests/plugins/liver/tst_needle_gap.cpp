// Distances between needles: closed forms, and against points sampled on both.

#include "plugins/liver/needle_numbers.h"

#include <QtTest>

#include <random>

using namespace pollux;
using namespace pollux::liver;

class TstNeedleGap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closedForms()
    {
        const NeedleAxis along{{0, 0, 0}, {100, 0, 0}};
        QCOMPARE(gapBetween(along, {{0, 7, 0}, {100, 7, 0}}).mm, 7.0);      // parallel
        QCOMPARE(gapBetween(along, {{150, 0, 0}, {110, 0, 0}}).mm, 10.0);   // one behind the other
        QCOMPARE(gapBetween(along, {{50, -40, 3}, {50, 40, 3}}).mm, 3.0);   // crossing beside each other
        QCOMPARE(gapBetween(along, {{50, -40, 0}, {50, 40, 0}}).mm, 0.0);   // meeting
        QCOMPARE(gapBetween(along, {{20, 30, 40}, {20, 30, 40}}).mm, 50.0); // a point
        QCOMPARE(gapBetween({{1, 2, 3}, {1, 2, 3}}, {{1, 2, 8}, {1, 2, 8}}).mm, 5.0);
        const NeedleGap gap = gapBetween(along, {{50, -40, 3}, {50, 40, 3}});
        QVERIFY((gap.onFirst - Vec3(50, 0, 0)).norm() < 1e-9 && (gap.onSecond - Vec3(50, 0, 3)).norm() < 1e-9);
    }

    void neverMoreThanAnyTwoPointsAndReached()
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> mm(-50, 50);
        const auto point = [&] { return Vec3(mm(random), mm(random), mm(random)); };
        for (int round = 0; round < 300; ++round) {
            const NeedleAxis a{point(), point()}, b{point(), point()};
            const NeedleGap gap = gapBetween(a, b);
            double sampled = 1e9;
            constexpr int kSteps = 100;
            for (int i = 0; i <= kSteps; ++i)
                for (int j = 0; j <= kSteps; ++j)
                    sampled = std::min(
                        sampled,
                        (a.entry + (a.tip - a.entry) * i / kSteps - b.entry - (b.tip - b.entry) * j / kSteps).norm());
            QVERIFY(gap.mm <= sampled + 1e-9);
            QVERIFY(gap.mm >= sampled - 2.5); // the samples lie at most 1.7 mm apart on each
            QCOMPARE(gap.mm, (gap.onFirst - gap.onSecond).norm());
            QVERIFY(std::abs(gapBetween(b, a).mm - gap.mm) < 1e-9);
        }
    }

    void theNearestTwoOfMany()
    {
        QVERIFY(!nearestOf({}));
        QVERIFY(!nearestOf({{{0, 0, 0}, {1, 0, 0}}}));
        const auto two = nearestOf({{{0, 0, 0}, {90, 0, 0}}, {{0, 20, 0}, {90, 20, 0}}, {{0, 26, 0}, {90, 26, 0}}});
        QVERIFY(two && two->first == 1 && two->second == 2);
        QCOMPARE(two->gap.mm, 6.0);
    }

    void aNeedleThatIsPulledBackIsOne()
    {
        const auto needles = distinct({{"a", {{0, 0, 0}, {0, 0, 60}}},
                                       {"b", {{0, 0, 0}, {0, 0, 80}}},
                                       {"c", {{0, 0, 0}, {30, 0, 60}}},  // another way from the same entry
                                       {"d", {{5, 0, 0}, {5, 0, 60}}}}); // another entry
        QCOMPARE(needles.size(), size_t(3));
        QCOMPARE(needles[0].axis.tip, Vec3(0, 0, 80)); // to the deepest
        QCOMPARE(needles[1].name, std::string("c"));
    }

    void whatIsTold()
    {
        const std::vector<PlannedAxis> two{{"Plan A", {{0, 0, 0}, {0, 0, 80}}}, {"Plan B", {{4, 0, 0}, {4, 0, 80}}}};
        const auto numbers = needleNumbers(two, 5, "liver.needles.apart");
        QCOMPARE(numbers.size(), size_t(2));
        QCOMPARE(*numbers[0].after, 2.0);
        QCOMPARE(*numbers[1].after, 4.0);
        QCOMPARE(numbers[1].verdict, std::string("warning"));
        QVERIFY(numbers[1].note.find("Plan A") != std::string::npos &&
                numbers[1].note.find("Plan B") != std::string::npos);
        const Findings findings = needleFindings(two, 5, "liver.needles.apart");
        QCOMPARE(findings.size(), size_t(1));
        QCOMPARE(findings[0].severity, Severity::Warning);
        QVERIFY(needleFindings(two, 3, "liver.needles.apart").empty());
        QCOMPARE(needleNumbers(two, 3, "liver.needles.apart")[1].verdict, std::string("ok"));
        QVERIFY(needleNumbers(two, 0, "liver.needles.apart")[1].limit.empty()); // one after the other
        QCOMPARE(needleNumbers({two[0]}, 5, "liver.needles.apart").size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TstNeedleGap)
#include "tst_needle_gap.moc"
