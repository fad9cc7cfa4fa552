// The place of a border that is nearest, and the distance by it: against a dense sampling of the border.

#include "core/geometry/polygon.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pollux;

class TestPolygon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestOnBorderOfRings()
    {
        const Ring outer{{0, 0}, {10, 0}, {10, 6}, {4, 9}, {0, 6}}, hole{{3, 2}, {6, 2}, {6, 4}, {3, 4}};
        const Rings area{outer, hole};
        std::vector<Vec2> dense;
        for (const Ring& r : area)
            for (const Vec2& q : sampled(r, 0.01))
                dense.push_back(q);
        for (double x = -3; x <= 13; x += 0.7)
            for (double y = -3; y <= 12; y += 0.7) {
                const Vec2 p(x, y);
                double least = 1e300;
                for (const Vec2& q : dense)
                    least = std::min(least, (q - p).norm());
                const auto b = nearestOnBorder(area, p);
                QVERIFY(b && b->along.norm() > 0);
                QVERIFY(std::fabs((b->place - p).norm() - least) < 0.01);
                // Square to its side, or at one of its ends.
                QVERIFY(std::fabs((p - b->place).dot(b->along)) < 1e-9 ||
                        std::any_of(dense.begin(), dense.end(), [&](const Vec2& q) { return q == b->place; }));
                QCOMPARE(signedDistance(area, p), (contains(area, p) ? -1 : 1) * (b->place - p).norm());
            }
        QVERIFY(signedDistance(area, Vec2(1, 1)) < 0 && signedDistance(area, Vec2(4, 3)) > 0); // the hole is outside
    }

    void withoutABorder()
    {
        QVERIFY(!nearestOnBorder({}, Vec2(1, 2)) && !nearestOnBorder({Ring()}, Vec2(1, 2)));
        QVERIFY(std::isinf(signedDistance({}, Vec2(1, 2))));
        const auto point = nearestOnBorder({{{3, 4}}}, Vec2(0, 0)); // one point is a border, too
        QVERIFY(point && point->place == Vec2(3, 4));
        QCOMPARE(signedDistance({{{3, 4}}}, Vec2(0, 0)), 5.0);
    }
};

QTEST_APPLESS_MAIN(TestPolygon)
#include "tst_polygon.moc"
