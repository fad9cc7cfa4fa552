#include "core/base/error.h"
#include "core/image/edit/apply.h"
#include "core/image/edit/held_bytes.h"
#include "core/image/edit/label_smoothing.h"
#include "core/image/edit/margin.h"
#include "core/image/morphology.h"
#include "shapes.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace pollux;

namespace {

/// Three sectors of a ball, their borders frayed by noise.
std::vector<Mask> sectors(const Grid& g, double radius, double fray)
{
    const Vec3 c = shapes::middle(g);
    std::mt19937 random(2);
    std::uniform_real_distribution<double> noise(-fray, fray);
    std::vector<std::vector<std::uint8_t>> v(3, std::vector<std::uint8_t>(static_cast<size_t>(g.voxels()), 0));
    size_t n = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i, ++n) {
                const Vec3 d = g.toPatient(i, j, k) - c + Vec3(noise(random), noise(random), noise(random));
                if (d.norm() > radius)
                    continue;
                const double a = std::atan2(d[1], d[0]) + M_PI;
                v[std::min<size_t>(static_cast<size_t>(a / (2 * M_PI / 3)), 2)][n] = 1;
            }
    return {Mask(g, v[0]), Mask(g, v[1]), Mask(g, v[2])};
}

/// Faces between a voxel of the mask and one outside: what smoothing makes fewer.
std::int64_t faces(const Mask& m)
{
    const IndexBox& b = m.box();
    std::int64_t n = 0;
    for (int k = b.min[2] - 1; k < b.max[2]; ++k)
        for (int j = b.min[1] - 1; j < b.max[1]; ++j)
            for (int i = b.min[0] - 1; i < b.max[0]; ++i) {
                const bool in = m.at(i, j, k);
                n += (in != m.at(i + 1, j, k)) + (in != m.at(i, j + 1, k)) + (in != m.at(i, j, k + 1));
            }
    return n;
}

} // namespace

class TestEditSmoothing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void togetherKeepsThePartition_data()
    {
        QTest::addColumn<int>("shrinkage");
        QTest::newRow("plain") << 0;
        QTest::newRow("compensated") << 1;
    }

    /// No overlap, and no gap: what lies deep in the union of all stays in one of them.
    void togetherKeepsThePartition()
    {
        QFETCH(int, shrinkage);
        const Grid g = shapes::obliqueMirrored(shapes::grid(80, 75, 44, Vec3(0.8, 0.85, 1.5)));
        const std::vector<Mask> before = sectors(g, 22, 1.8);
        const std::vector<Mask> after = smoothTogether(before, 2.0, static_cast<Shrinkage>(shrinkage), Job());
        Mask all = before[0], now = after[0];
        for (size_t n = 0; n < 3; ++n) {
            for (size_t m = n + 1; m < 3; ++m)
                QVERIFY(intersect(after[n], after[m]).empty());
            all = unite(all, before[n]);
            now = unite(now, after[n]);
            QVERIFY2(faces(after[n]) < 0.6 * double(faces(before[n])),
                     qPrintable(QString("%1 %2").arg(faces(before[n])).arg(faces(after[n]))));
            QVERIFY(after[n].count() > 0.9 * double(before[n].count()));
        }
        const Mask deep = shapes::ball(g, shapes::middle(g), 18);
        QVERIFY(subtract(deep, now).empty());
        // One by one there would be gaps: the reason for doing it together.
        Mask alone =
            unite(unite(smooth(before[0], 2, Job()), smooth(before[1], 2, Job())), smooth(before[2], 2, Job()));
        QVERIFY(subtract(deep, alone).count() > 20);
    }

    void compensatedKeepsTheSize()
    {
        const Grid g = shapes::grid(60, 60, 40, Vec3(0.8, 0.8, 1.2));
        const Mask ball = shapes::ball(g, shapes::middle(g), 8);
        const double plain = smoothTogether({ball}, 2, Shrinkage::Allowed, Job())[0].volumeMl() / ball.volumeMl();
        const double kept = smoothTogether({ball}, 2, Shrinkage::Compensated, Job())[0].volumeMl() / ball.volumeMl();
        // By sigma^2 / r = 0.5 mm of the radius to first order: 0.82.
        QVERIFY2(std::abs(plain - std::pow(7.5 / 8, 3)) < 0.03, qPrintable(QString::number(plain)));
        QVERIFY2(kept > 0.9 && kept < 1.03 && kept - plain > 0.5 * (1 - plain), qPrintable(QString::number(kept)));
    }

    /// A lesion in an organ, drawn into both: still inside after smoothing, and flush where it touched the capsule.
    void overlapsAreKept()
    {
        const Grid g = shapes::grid(70, 70, 50, Vec3(0.8, 0.8, 1.2));
        const Vec3 c = shapes::middle(g);
        const Mask organ = shapes::ball(g, c, 20);
        const Mask lesion = intersect(shapes::ball(g, c + Vec3(16, 0, 0), 8), organ);
        const std::vector<Mask> after = smoothTogether({organ, lesion}, 1.5, Shrinkage::Compensated, Job());
        QVERIFY(subtract(after[1], after[0]).empty());
        QVERIFY(dice(after[0], organ) > 0.98 && dice(after[1], lesion) > 0.93);
    }

    void flatAndEmptyStay()
    {
        const Grid g = shapes::grid(40, 40, 40, Vec3(1, 1, 1));
        const Mask half = shapes::mask(g, [&](const Vec3& p) { return g.toIndex(p)[2] < 17; });
        const Mask rest = shapes::mask(g, [&](const Vec3& p) { return g.toIndex(p)[2] > 16; });
        for (const Shrinkage s : {Shrinkage::Allowed, Shrinkage::Compensated}) {
            const std::vector<Mask> after = smoothTogether({half, rest}, 3, s, Job());
            QCOMPARE(after[0].key().hex(), half.key().hex()); // the end of the image wears nothing away
            QCOMPARE(after[1].key().hex(), rest.key().hex());
        }
        const Mask none(g, IndexBox{}, {});
        QVERIFY(smoothTogether({none}, 3, Shrinkage::Allowed, Job())[0].empty());
        QCOMPARE(smoothTogether({half}, 0, Shrinkage::Allowed, Job())[0].key().hex(), half.key().hex());
    }

    /// Done in slabs (large regions are) or at once: the same. A region of more than 24 million voxels, mostly empty.
    void slabsDoNotShow()
    {
        const Grid large = shapes::grid(520, 520, 100, Vec3(0.7, 0.7, 1));
        const Vec3 c = large.toPatient(100, 100, 84); // across the first slab's end
        const Mask ball = shapes::ball(large, c, 12);
        const Mask corner = shapes::ball(large, large.toPatient(500, 500, 5), 4);
        const Mask together = smoothTogether({unite(ball, corner)}, 1.5, Shrinkage::Compensated, Job())[0];
        const Mask alone = smoothTogether({ball}, 1.5, Shrinkage::Compensated, Job())[0];
        QCOMPARE(subtract(together, shapes::ball(large, large.toPatient(500, 500, 5), 8)).key().hex(),
                 alone.key().hex());
    }

    void medianAgreesWithBruteForce()
    {
        const Grid g = shapes::obliqueMirrored(shapes::grid(24, 20, 14, Vec3(0.8, 1.0, 1.7)));
        std::mt19937 random(6);
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
        for (size_t n = 0; n < v.size(); ++n) // empty at one end of the image: the majority may come from one side
            v[n] = n % 24 < 22 && random() % 100 < (n % 24 > 12 ? 80 : 50);
        const Mask noise(g, v);
        QCOMPARE(noise.box().max[0], 22);
        for (const double radius : {0.5, 1.0, 2.1, 3.4}) {
            const Mask fast = medianSmooth(noise, radius, Job());
            std::int64_t wrong = 0;
            for (int k = 0; k < g.size[2]; ++k)
                for (int j = 0; j < g.size[1]; ++j)
                    for (int i = 0; i < g.size[0]; ++i) {
                        int in = 0, all = 0;
                        for (int c = -4; c <= 4; ++c)
                            for (int b = -4; b <= 4; ++b)
                                for (int a = -5; a <= 5; ++a)
                                    if (Vec3(a * 0.8, b * 1.0, c * 1.7).norm() <= radius + 1e-9 &&
                                        g.contains(i + a, j + b, k + c)) {
                                        ++all;
                                        in += noise.at(i + a, j + b, k + c);
                                    }
                        const bool expected = 2 * in > all || (2 * in == all && noise.at(i, j, k));
                        wrong += expected != fast.at(i, j, k);
                    }
            QCOMPARE(wrong, std::int64_t(0));
        }
    }

    void medianRemovesWhatIsThin()
    {
        const Grid g = shapes::grid(60, 60, 40, Vec3(0.8, 0.8, 1.2));
        const Vec3 c = shapes::middle(g);
        const Mask ball = shapes::ball(g, c, 14);
        const Mask spike = shapes::mask(g, [&](const Vec3& p) {
            const Vec3 d = p - c;
            return d[0] > 0 && d[0] < 22 && std::hypot(d[1], d[2]) < 0.9;
        });
        const Mask hole = shapes::ball(g, c - Vec3(6, 0, 0), 1);
        const Mask smoothed = medianSmooth(subtract(unite(ball, spike), hole), 3, Job());
        QVERIFY(smoothed.contains(c - Vec3(6, 0, 0)));
        QVERIFY(!smoothed.contains(c + Vec3(19, 0, 0)));
        QVERIFY(dice(smoothed, ball) > 0.97);
    }

    void resultsShareWhatDidNotChange()
    {
        const Grid g = shapes::grid(160, 160, 160, Vec3(1, 1, 1));
        const Mask start = inBricks(unite(shapes::mask(g, [&](const Vec3& p) { return g.toIndex(p)[0] < 32; }),
                                          shapes::ball(g, g.toPatient(120, 80, 80), 20)));
        for (const Mask& after :
             {medianSmooth(start, 2, Job()), smoothTogether({start}, 2, Shrinkage::Compensated, Job())[0]}) {
            for (const IndexBox& b : changedBricks(start, after))
                QVERIFY(b.min[0] >= 32);
            QVERIFY(!changedBricks(start, after).empty());
        }
    }

    void stops()
    {
        const Grid g = shapes::grid(60, 60, 40, Vec3(1, 1, 1));
        const Mask ball = shapes::ball(g, shapes::middle(g), 15);
        std::stop_source source;
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(medianSmooth(ball, 3, Job(source.get_token())), Error);
        QVERIFY_EXCEPTION_THROWN(smoothTogether({ball}, 3, Shrinkage::Allowed, Job(source.get_token())), Error);
    }

    void refusesWhatMakesNoSense()
    {
        const Grid g = shapes::grid(20, 20, 20, Vec3(1, 1, 1));
        Grid other = g;
        other.origin[0] += 1;
        const Mask ball = shapes::ball(g, shapes::middle(g), 5), elsewhere(other, IndexBox{}, {});
        QVERIFY_EXCEPTION_THROWN(medianSmooth(ball, -1, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(medianSmooth(ball, 21, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(smoothTogether({}, 1, Shrinkage::Allowed, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(smoothTogether({ball}, 21, Shrinkage::Allowed, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(smoothTogether({ball, elsewhere}, 1, Shrinkage::Allowed, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(smoothTogether(std::vector<Mask>(33, ball), 1, Shrinkage::Allowed, Job()), Error);
    }
};

QTEST_GUILESS_MAIN(TestEditSmoothing)
#include "tst_edit_smoothing.moc"
