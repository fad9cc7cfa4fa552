#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "core/image/euclidean.h"
#include "shapes.h"

#include <QTest>

#include <chrono>
#include <random>
#include <thread>

using namespace pollux;

class TestDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every voxel against a search over all voxels, on a random set, three unequal spacings, both sides.
    void equalsBruteForce()
    {
        Grid g = shapes::grid(13, 11, 9, Vec3(0.7, 1.1, 2.3));
        std::mt19937 random(7);
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
        for (auto& x : v)
            x = random() % 10 == 0;
        const Mask mask(g, v);
        const Volume d = signedDistance(mask, {}, Job());
        double worst = 0;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    const bool in = mask.at(i, j, k);
                    double best = 1e9;
                    std::vector<double> values;
                    for (int z = -1; z <= g.size[2]; ++z)
                        for (int y = -1; y <= g.size[1]; ++y)
                            for (int x = -1; x <= g.size[0]; ++x) {
                                if (mask.at(x, y, z) == in)
                                    continue;
                                const Vec3 n(x - i, y - j, z - k);
                                const double mm = n.cwiseProduct(g.spacing).norm();
                                const double value = mm * (1 - 0.5 / n.norm());
                                if (mm < best - 1e-6) {
                                    best = mm;
                                    values.clear();
                                }
                                if (mm < best + 1e-6)
                                    values.push_back(in ? -value : value);
                            }
                    // Of several nearest centres any may be taken.
                    double error = 1e9;
                    for (const double value : values)
                        error = std::min(error, std::abs(value - d.at(i, j, k)));
                    worst = std::max(worst, error);
                }
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
    }

    void sphere_data()
    {
        QTest::addColumn<double>("sx");
        QTest::addColumn<double>("sz");
        QTest::addColumn<bool>("oblique");
        QTest::addColumn<double>("allowed");
        QTest::newRow("cubic") << 1.0 << 1.0 << false << 0.6;
        QTest::newRow("flat") << 0.75 << 1.6 << false << 0.6;
        QTest::newRow("oblique, mirrored") << 0.75 << 1.6 << true << 0.6;
        QTest::newRow("thick") << 0.75 << 5.0 << false << 0.7; // the steps of thick slices
    }

    /// Within about half a voxel of the true distance (voxel: the largest spacing), and right at the sides of the
    /// border.
    void sphere()
    {
        QFETCH(double, sx);
        QFETCH(double, sz);
        QFETCH(bool, oblique);
        QFETCH(double, allowed);
        Grid g = shapes::grid(int(60 / sx), int(60 / sx), int(60 / sz), Vec3(sx, sx, sz));
        if (oblique)
            g = shapes::obliqueMirrored(g);
        const Vec3 centre = shapes::middle(g) + Vec3(0.2, -0.1, 0.3);
        const double radius = 18.3;
        const Mask ball = shapes::ball(g, centre, radius);
        const Volume d = signedDistance(ball, {}, Job());
        double worst = 0, sum = 0;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    const double truth = (g.toPatient(i, j, k) - centre).norm() - radius;
                    const double value = d.at(i, j, k);
                    QCOMPARE(value < 0, ball.at(i, j, k));
                    worst = std::max(worst, std::abs(value - truth));
                    sum += value - truth;
                }
        const double voxel = std::max(sx, sz);
        qInfo("largest error %.3f voxel, mean %.3f mm", worst / voxel, sum / double(g.voxels()));
        QVERIFY(worst <= allowed * voxel);
    }

    void boxIsPartOfWhole()
    {
        const Grid g = shapes::grid(40, 30, 20, Vec3(0.8, 0.8, 2));
        const Mask ball = shapes::ball(g, shapes::middle(g) + Vec3(3, 2, 1), 9);
        const Volume whole = signedDistance(ball, {}, Job());
        const IndexBox box{{5, 20, 2}, {25, 28, 13}};
        const Volume part = signedDistance(ball, box, Job());
        QVERIFY(sameGeometry(part.grid(), g.cropped(box)));
        for (int k = 0; k < box.size(2); ++k)
            for (int j = 0; j < box.size(1); ++j)
                for (int i = 0; i < box.size(0); ++i)
                    QCOMPARE(part.at(i, j, k), whole.at(i + box.min[0], j + box.min[1], k + box.min[2]));
    }

    void emptyMaskAndBadBox()
    {
        const Grid g = shapes::grid(4, 5, 6, Vec3(1, 1, 1));
        const Mask none(g, std::vector<std::uint8_t>(120, 0));
        QCOMPARE(signedDistance(none, {}, Job()).at(2, 2, 2), 1e6);
        QVERIFY_EXCEPTION_THROWN((void)signedDistance(none, IndexBox{{0, 0, 0}, {9, 2, 2}}, Job()), Error);
    }

    void nearestSeedIsNearest()
    {
        const Grid g = shapes::obliqueMirrored(shapes::grid(20, 22, 12, Vec3(1, 1, 2)));
        const Mask ball = shapes::ball(g, shapes::middle(g), 9);
        std::mt19937 random(3);
        std::uniform_real_distribution<double> u(-12, 12);
        std::vector<Vec3> seeds;
        for (int n = 0; n < 40; ++n)
            seeds.push_back(shapes::middle(g) + Vec3(u(random), u(random), u(random)));
        seeds.push_back(seeds.front()); // a double: the lower index wins
        const auto nearest = nearestSeed(ball, seeds, Job());
        QCOMPARE(std::int64_t(nearest.size()), ball.box().voxels());
        size_t at = 0;
        for (int k = ball.box().min[2]; k < ball.box().max[2]; ++k)
            for (int j = ball.box().min[1]; j < ball.box().max[1]; ++j)
                for (int i = ball.box().min[0]; i < ball.box().max[0]; ++i, ++at) {
                    if (!ball.at(i, j, k)) {
                        QCOMPARE(nearest[at], -1);
                        continue;
                    }
                    int best = 0;
                    for (size_t s = 1; s < seeds.size(); ++s)
                        if ((seeds[s] - g.toPatient(i, j, k)).squaredNorm() <
                            (seeds[size_t(best)] - g.toPatient(i, j, k)).squaredNorm())
                            best = int(s);
                    QCOMPARE(nearest[at], best);
                }
    }

    void stopsQuickly()
    {
        const Grid g = shapes::grid(512, 512, 100, Vec3(0.75, 0.75, 1.6));
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
        for (size_t i = 0; i < v.size(); i += 97)
            v[i] = 1;
        const Mask mask(g, v);
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread after([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(120));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        bool stopped = false;
        try {
            for (int n = 0; n < 50; ++n)
                (void)signedDistance(mask, {}, Job(stop.get_token()));
        } catch (const Error& e) {
            stopped = e.code() == ErrorCode::Cancelled;
        }
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count();
        qInfo("stopped after %.0f ms", ms);
        QVERIFY(stopped);
    }

    void fullGridBenchmark()
    {
        const Grid g = shapes::grid(512, 512, 119, Vec3(0.75, 0.75, 1.6));
        const Mask ball = shapes::ball(g, shapes::middle(g), 80);
        QBENCHMARK_ONCE
        {
            QVERIFY(!signedDistance(ball, {}, Job()).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestDistance)
#include "tst_distance.moc"
