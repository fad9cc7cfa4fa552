#include "core/base/error.h"
#include "core/image/filters.h"
#include "core/image/segment.h"
#include "core/image/statistics.h"
#include "core/image/vesselness.h"
#include "shapes.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace pollux;

namespace {

template <class T>
Volume volumeOf(const Grid& g, const std::function<double(const Vec3&)>& f)
{
    std::vector<T> v(static_cast<size_t>(g.voxels()));
    size_t at = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[at++] = static_cast<T>(f(g.toPatient(i, j, k)));
    return Volume(g, std::move(v));
}

} // namespace

class TestSegment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thresholdIsInclusive()
    {
        const Grid g = shapes::grid(5, 1, 1, Vec3(1, 1, 1));
        const Volume v(g, std::vector<std::int16_t>{-5, 0, 1, 2, 3});
        QCOMPARE(threshold(v, 0, 2).count(), std::int64_t(3));
        QCOMPARE(threshold(v, 0.5, 1.5).count(), std::int64_t(1));
        QCOMPARE(threshold(v, -1e30, 1e30).count(), std::int64_t(5));
        QCOMPARE(threshold(v, 2, 0).count(), std::int64_t(0));
        QCOMPARE(threshold(v, std::nan(""), 3).count(), std::int64_t(0));
        const Volume f(g, std::vector<float>{0, NAN, 1, INFINITY, 2});
        QCOMPARE(threshold(f, 0, 5).count(), std::int64_t(3));
        const Mask within(g, IndexBox{{0, 0, 0}, {2, 1, 1}}, {1, 1});
        QCOMPARE(threshold(v, -10, 10, &within).count(), std::int64_t(2));
        QVERIFY_EXCEPTION_THROWN((void)threshold(Volume(), 0, 1), Error);
    }

    void regionGrowKeepsToTheSeed()
    {
        const Grid g = shapes::obliqueMirrored(shapes::grid(60, 40, 30, Vec3(1, 1, 1.5)));
        const Vec3 a = g.toPatient(15, 20, 15), b = g.toPatient(44, 20, 15);
        const Volume v = volumeOf<std::int16_t>(
            g, [&](const Vec3& p) { return (p - a).norm() < 9 || (p - b).norm() < 11 ? 100 : 0; });
        const Mask grown = regionGrow(v, {a}, 50, 150, nullptr, Job());
        QCOMPARE(grown.count(), shapes::mask(g, [&](const Vec3& p) { return (p - a).norm() < 9; }).count());
        QCOMPARE(regionGrow(v, {a, b}, 50, 150, nullptr, Job()).count(), threshold(v, 50, 150).count());
        QVERIFY(regionGrow(v, {g.toPatient(0, 0, 0)}, 50, 150, nullptr, Job()).empty());
        QVERIFY(regionGrow(v, {Vec3(1e7, 0, 0)}, 50, 150, nullptr, Job()).empty());
        QVERIFY_EXCEPTION_THROWN((void)regionGrow(v, {Vec3(NAN, 0, 0)}, 50, 150, nullptr, Job()), Error);
    }

    void watershedSplitsAtTheEdge()
    {
        const Grid g = shapes::grid(60, 30, 20, Vec3(0.8, 0.8, 1.5));
        std::mt19937 random(5);
        std::normal_distribution<double> noise(0, 10);
        const Volume v = volumeOf<std::int16_t>(
            g, [&](const Vec3& p) { return (g.toIndex(p)[0] < 25.5 ? 0 : 150) + noise(random); });
        const auto seed = [&](int i) {
            return Mask(g, IndexBox{{i, 14, 9}, {i + 2, 16, 11}}, std::vector<std::uint8_t>(8, 1));
        };
        const std::vector<Mask> parts = watershed(v, {seed(5), seed(50)}, 1.2, nullptr, Job());
        QCOMPARE(parts.size(), size_t(2));
        QCOMPARE(parts[0].count() + parts[1].count(), g.voxels());
        const Mask left = shapes::mask(g, [&](const Vec3& p) { return g.toIndex(p)[0] < 25.5; });
        QVERIFY2(dice(parts[0], left) > 0.98, qPrintable(QString::number(dice(parts[0], left))));
        const Mask within = shapes::ball(g, shapes::middle(g), 20);
        const std::vector<Mask> inside = watershed(v, {seed(1), seed(50), seed(25)}, 1.2, &within, Job());
        QVERIFY(inside[0].empty()); // its marker lies beside the region
        QCOMPARE(inside[1].count() + inside[2].count(), within.count());
    }

    void otsuFindsTheValleys()
    {
        const Grid g = shapes::grid(50, 50, 20, Vec3(1, 1, 1));
        std::mt19937 random(1);
        std::normal_distribution<double> noise(0, 12);
        size_t n = 0;
        const Volume v = volumeOf<float>(g, [&](const Vec3&) {
            return std::array<double, 3>{-100, 40, 180}[n++ % 3] + noise(random);
        });
        const auto t = otsu(v, 2, nullptr, Job());
        QCOMPARE(t.size(), size_t(2));
        QVERIFY(std::abs(t[0] + 30) < 12);
        QVERIFY(std::abs(t[1] - 110) < 12);
        const Volume flat = volumeOf<float>(g, [](const Vec3&) { return 3; });
        QVERIFY_EXCEPTION_THROWN((void)otsu(flat, 1, nullptr, Job()), Error);
        QVERIFY_EXCEPTION_THROWN((void)otsu(v, 0, nullptr, Job()), Error);
    }

    void gaussianOfAStepIsTheErrorFunction()
    {
        const Grid g = shapes::grid(80, 6, 40, Vec3(0.8, 0.8, 2));
        for (const int axis : {0, 2}) {
            const int edge = g.size[axis] / 2;
            const Volume v =
                volumeOf<std::int16_t>(g, [&](const Vec3& p) { return g.toIndex(p)[axis] > edge - 0.5 ? 1000 : 0; });
            const Volume s = gaussian(v, 4, Job());
            double worst = 0;
            for (int x = 0; x < g.size[axis]; ++x) {
                const double mm = (x - edge + 0.5) * g.spacing[axis];
                const double truth = 500 * (1 + std::erf(mm / (4 * std::sqrt(2.0))));
                worst = std::max(worst, std::abs(truth - (axis == 0 ? s.at(x, 3, 20) : s.at(40, 3, x))));
            }
            QVERIFY2(worst < 5, qPrintable(QString::number(worst)));
        }
        QVERIFY_EXCEPTION_THROWN((void)gaussian(volumeOf<float>(g, [](const Vec3&) { return 0; }), NAN, Job()), Error);
    }

    void medianRemovesSpeckle()
    {
        const Grid g = shapes::grid(10, 10, 10, Vec3(1, 1, 1));
        std::vector<std::int16_t> v(1000, 7);
        v[size_t(g.offset(5, 5, 5))] = 3000;
        v[size_t(g.offset(0, 0, 0))] = -3000;
        const Volume m = median(Volume(g, v), 1, Job());
        QCOMPARE(m.range().first, 7.0);
        QCOMPARE(m.range().second, 7.0);
    }

    void resamplingIsExactOnLinearFields()
    {
        const Grid g = shapes::obliqueMirrored(shapes::grid(40, 30, 20, Vec3(0.9, 0.9, 2.1)));
        const auto field = [](const Vec3& p) { return 3 + 0.5 * p[0] - 0.2 * p[1] + 0.8 * p[2]; };
        const Volume v = volumeOf<float>(g, field);
        Grid target = shapes::grid(25, 25, 25, Vec3(0.7, 0.7, 0.7));
        target.origin = shapes::middle(g) - Vec3(8, 8, 8);
        const Volume r = resample(v, target, Interpolation::Linear, -1000, Job());
        double worst = 0;
        int inside = 0;
        for (int k = 0; k < 25; ++k)
            for (int j = 0; j < 25; ++j)
                for (int i = 0; i < 25; ++i) {
                    const Vec3 x = g.toIndex(target.toPatient(i, j, k));
                    bool in = true;
                    for (int a = 0; a < 3; ++a)
                        in = in && x[a] > 0 && x[a] < g.size[a] - 1;
                    if (!in)
                        continue;
                    ++inside;
                    worst = std::max(worst, std::abs(r.at(i, j, k) - field(target.toPatient(i, j, k))));
                }
        QVERIFY(inside > 5000);
        QVERIFY(worst < 1e-3);
        Grid far = target;
        far.origin += Vec3(500, 0, 0);
        QCOMPARE(resample(v, far, Interpolation::Nearest, -1000, Job()).range(), std::make_pair(-1000.0, -1000.0));
    }

    void isotropicKeepsExtentAndMasks()
    {
        const Grid g = shapes::obliqueMirrored(shapes::grid(60, 60, 24, Vec3(0.8, 0.8, 2)));
        const Grid iso = isotropic(g, 1.0);
        QCOMPARE(iso.size, (Index3{48, 48, 48}));
        QVERIFY((shapes::middle(iso) - shapes::middle(g)).norm() < 1e-9);
        const Mask ball = shapes::ball(g, shapes::middle(g), 17);
        const Mask there = resample(ball, iso, Job());
        QVERIFY(dice(there, shapes::ball(iso, shapes::middle(g), 17)) > 0.96);
        QVERIFY(dice(resample(there, g, Job()), ball) > 0.95);
    }

    void shrinkAverages()
    {
        const Grid g = shapes::grid(5, 4, 3, Vec3(1, 1, 2));
        const Volume v = volumeOf<float>(g, [&](const Vec3& p) { return g.toIndex(p)[0]; });
        const Volume s = shrink(v, {2, 2, 3}, Job());
        QCOMPARE(s.grid().size, (Index3{3, 2, 1}));
        QCOMPARE(s.at(0, 0, 0), 0.5);
        QCOMPARE(s.at(1, 1, 0), 2.5);
        QCOMPARE(s.at(2, 0, 0), 4.0);
        QVERIFY((s.grid().toPatient(0, 0, 0) - g.toPatient(Vec3(0.5, 0.5, 1))).norm() < 1e-9);
    }

    void statisticsClosedForm()
    {
        const Grid g = shapes::grid(101, 3, 2, Vec3(1, 2, 3));
        const Volume v = volumeOf<std::int16_t>(g, [&](const Vec3& p) { return std::round(g.toIndex(p)[0]); });
        const Mask all(g, std::vector<std::uint8_t>(606, 1));
        const MaskStatistics s = statistics(v, all);
        QCOMPARE(s.voxels, std::int64_t(606));
        QCOMPARE(s.volumeMl, 3.636);
        QCOMPARE(s.mean, 50.0);
        QVERIFY(std::abs(s.standardDeviation - std::sqrt(606.0 / 605 * (101 * 101 - 1) / 12)) < 1e-9);
        QCOMPARE(s.min, 0.0);
        QCOMPARE(s.max, 100.0);
        QCOMPARE(s.median, 50.0);
        QVERIFY(std::abs(s.percentile5 - 5) <= 1);
        QVERIFY(std::abs(s.percentile95 - 95) <= 1);
        QCOMPARE(statistics(v, Mask(g, IndexBox{}, {})).voxels, std::int64_t(0));
        Grid other = g;
        other.origin[0] += 1;
        QVERIFY_EXCEPTION_THROWN((void)statistics(v, Mask(other, std::vector<std::uint8_t>(606, 1))), Error);
    }

    void largestDiameterOfAnObliqueEllipsoid()
    {
        const Grid g = shapes::obliqueMirrored(shapes::grid(50, 50, 40, Vec3(0.8, 0.8, 1.2)));
        const Vec3 c = shapes::middle(g), axis = Vec3(1, 2, -1).normalized();
        const Mask m = shapes::mask(g, [&](const Vec3& p) {
            const double along = (p - c).dot(axis);
            return along * along / (15.0 * 15) + ((p - c).squaredNorm() - along * along) / (6.0 * 6) <= 1;
        });
        const Diameter d = largestDiameter(m);
        QVERIFY(std::abs(d.length - 30) < 1.2);
        QVERIFY(std::abs(((d.to - d.from) / d.length).dot(axis)) > 0.98);
        // Against all pairs.
        std::vector<Vec3> points;
        for (int k = m.box().min[2]; k < m.box().max[2]; ++k)
            for (int j = m.box().min[1]; j < m.box().max[1]; ++j)
                for (int i = m.box().min[0]; i < m.box().max[0]; ++i)
                    if (m.at(i, j, k))
                        points.push_back(g.toPatient(i, j, k));
        double best = 0;
        for (const Vec3& a : points)
            for (const Vec3& b : points)
                best = std::max(best, (a - b).squaredNorm());
        QVERIFY(std::abs(d.length - std::sqrt(best)) < 1e-9);
    }

    void vesselnessPrefersTubes()
    {
        const Grid g = shapes::grid(60, 60, 40, Vec3(0.8, 0.8, 1.2));
        const Vec3 c = shapes::middle(g);
        const Vec3 blob = c + Vec3(14, 0, 0);
        const Volume v = volumeOf<float>(g, [&](const Vec3& p) {
            const bool tube = std::hypot(p[0] - c[0] + 10, p[1] - c[1]) < 2;
            const bool plate = std::abs(p[1] - c[1] - 16) < 2;
            return tube || plate || (p - blob).norm() < 3 ? 200.0 : 50.0;
        });
        const Volume s = vesselness(v, {1.0, 1.5, 2.0}, nullptr, Job());
        const auto at = [&](const Vec3& p) { return s.sample(p); };
        QVERIFY2(at(c - Vec3(10, 0, 0)) > 0.5, qPrintable(QString::number(at(c - Vec3(10, 0, 0)))));
        QVERIFY(at(c + Vec3(0, 16, 0)) < 0.1);
        QVERIFY(at(blob) < 0.3);
        QVERIFY(s.range().first >= 0 && s.range().second <= 1);
        // The box and the slabs change nothing that lies inside.
        const Mask within = shapes::ball(g, c - Vec3(10, 0, 0), 8);
        const Volume part = vesselness(v, {1.5}, &within, Job());
        QVERIFY(sameGeometry(part.grid(), g.cropped(within.box())));
        QVERIFY(part.sample(c - Vec3(10, 0, 0)) > 0.5);
        const Mask kept = hysteresis(s, 0.2, 0.5, Job());
        QVERIFY(kept.contains(c - Vec3(10, 0, 0)));
        QVERIFY(!kept.contains(c + Vec3(0, 16, 0)));
    }
};

QTEST_GUILESS_MAIN(TestSegment)
#include "tst_segment.moc"
