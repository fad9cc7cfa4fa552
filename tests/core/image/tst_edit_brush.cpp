#include "core/base/error.h"
#include "core/image/edit/brush.h"
#include "core/image/morphology.h"
#include "shapes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace pollux;

namespace {

Grid gridOf(bool oblique)
{
    const Grid g = shapes::grid(90, 80, 40, Vec3(0.7, 0.9, 2.1));
    return oblique ? shapes::obliqueMirrored(g) : g;
}

double toSegment(const Vec3& p, const Vec3& a, const Vec3& b)
{
    const Vec3 d = b - a;
    const double t = d.squaredNorm() > 0 ? std::clamp((p - a).dot(d) / d.squaredNorm(), 0.0, 1.0) : 0.0;
    return (p - a - d * t).norm();
}

double toPath(const Vec3& p, const std::vector<Vec3>& path)
{
    double least = (p - path.front()).norm();
    for (size_t n = 1; n < path.size(); ++n)
        least = std::min(least, toSegment(p, path[n - 1], path[n]));
    return least;
}

Vec3 around(const Grid& g, std::mt19937& random)
{
    std::uniform_real_distribution<double> u(0.1, 0.9);
    return g.toPatient(Vec3(u(random) * g.size[0], u(random) * g.size[1], u(random) * g.size[2]));
}

} // namespace

class TestEditBrush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ballAgreesWithBruteForce_data()
    {
        QTest::addColumn<bool>("oblique");
        QTest::addColumn<int>("points");
        QTest::newRow("one point") << false << 1;
        QTest::newRow("line") << false << 2;
        QTest::newRow("oblique, one point") << true << 1;
        QTest::newRow("oblique, four points") << true << 4;
    }

    void ballAgreesWithBruteForce()
    {
        QFETCH(bool, oblique);
        QFETCH(int, points);
        const Grid g = gridOf(oblique);
        std::mt19937 random(3);
        for (int trial = 0; trial < 6; ++trial) {
            std::vector<Vec3> path;
            for (int n = 0; n < points; ++n)
                path.push_back(around(g, random));
            const double radius = 3 + trial;
            const Mask stroke = ballStroke(g, path, radius, Job());
            const Mask expected = shapes::mask(g, [&](const Vec3& p) { return toPath(p, path) <= radius; });
            QVERIFY(expected.count() > 50);
            QCOMPARE(stroke.key().hex(), expected.key().hex());
        }
    }

    void ballHasTheVolumeOfABall()
    {
        const Grid g = gridOf(true);
        const double r = 14;
        double sum = 0;
        std::mt19937 random(4);
        std::uniform_real_distribution<double> u(-0.5, 0.5);
        for (int n = 0; n < 20; ++n) {
            const Vec3 c = shapes::middle(g) + Vec3(u(random), u(random), u(random));
            const double ml = ballStroke(g, {c}, r, Job()).volumeMl();
            const double exact = 4.0 / 3 * M_PI * r * r * r / 1000;
            // Gauss's problem in a cell of 0.7 x 0.9 x 2.1 mm: well below one voxel's layer of the surface.
            QVERIFY2(std::abs(ml / exact - 1) < 0.02, qPrintable(QString::number(ml / exact)));
            sum += ml / exact / 20;
        }
        QVERIFY(std::abs(sum - 1) < 0.003);
    }

    void discOfAPlaneAlongTheGridIsOneSlice_data()
    {
        QTest::addColumn<bool>("oblique");
        QTest::addColumn<int>("axis");
        QTest::addColumn<double>("offset"); // of the plane, in voxels from a slice
        for (int axis = 0; axis < 3; ++axis)
            for (const double offset : {0.0, 0.3, 0.5, -0.49})
                for (const bool oblique : {false, true})
                    QTest::addRow("axis %d offset %g oblique %d", axis, offset, int(oblique))
                        << oblique << axis << offset;
    }

    void discOfAPlaneAlongTheGridIsOneSlice()
    {
        QFETCH(bool, oblique);
        QFETCH(int, axis);
        QFETCH(double, offset);
        const Grid g = gridOf(oblique);
        Vec3 index(45, 40, 20);
        index[axis] += offset;
        const Mask disc = discStroke(g, {g.toPatient(index)}, g.direction.col(axis), 8, 0, Job());
        QCOMPARE(disc.box().size(axis), 1);
        if (offset != 0.5) // in the middle between two slices either will do
            QCOMPARE(disc.box().min[static_cast<size_t>(axis)], int(std::lround(index[axis])));
        const double area = double(disc.count()) * g.voxelVolume() / g.spacing[axis];
        QVERIFY2(std::abs(area / (M_PI * 64) - 1) < 0.06, qPrintable(QString::number(area)));
    }

    void obliqueDisc()
    {
        const Grid g = gridOf(true);
        const Vec3 normal = Vec3(1, -2, 3).normalized(), along = normal.cross(Vec3(0, 0, 1)).normalized();
        const Vec3 a = shapes::middle(g) - 6 * along, b = a + 12 * along;
        const double half = halfThickness(g, normal);
        // The second point lies off the plane and is projected onto it.
        const Mask disc = discStroke(g, {a, b + 5 * normal}, normal, 7, 0, Job());
        const Mask expected = shapes::mask(g, [&](const Vec3& p) {
            const double d = normal.dot(p - a);
            return std::abs(d) <= half && toSegment(p - normal * d, a, b) <= 7;
        });
        // The same voxels but for those whose centre lies just on the border, where rounding decides.
        const Mask differ = unite(subtract(disc, expected), subtract(expected, disc));
        QVERIFY2(differ.count() < expected.count() / 100, qPrintable(QString::number(differ.count())));
        for (int k = differ.box().min[2]; k < differ.box().max[2]; ++k)
            for (int j = differ.box().min[1]; j < differ.box().max[1]; ++j)
                for (int i = differ.box().min[0]; i < differ.box().max[0]; ++i)
                    if (differ.at(i, j, k)) {
                        const Vec3 p = g.toPatient(i, j, k);
                        const double d = normal.dot(p - a);
                        QVERIFY(std::abs(std::abs(d) - half) < 1e-5 ||
                                std::abs(toSegment(p - normal * d, a, b) - 7) < 1e-5);
                    }

        // What the slice image shows (the voxel around each of its points) has no hole.
        const Vec3 across = normal.cross(along);
        const double inner = 7 - g.spacing.norm() / 2;
        for (double x = -6 - inner; x <= 6 + inner; x += 0.25)
            for (double y = -inner; y <= inner; y += 0.25) {
                const Vec3 p = shapes::middle(g) + x * along + y * across;
                if (toSegment(p, a, b) <= inner)
                    QVERIFY(disc.contains(p));
            }
        const Mask thick = discStroke(g, {a, b}, normal, 7, 9, Job());
        QCOMPARE(thick.key().hex(), shapes::mask(g,
                                                 [&](const Vec3& p) {
                                                     const double d = normal.dot(p - a);
                                                     return std::abs(d) <= 4.5 && toSegment(p - normal * d, a, b) <= 7;
                                                 })
                                        .key()
                                        .hex());
    }

    /// A stroke as fast as the screen, with brushes from smaller than a voxel up.
    void fastStrokesLeaveNoGap_data()
    {
        QTest::addColumn<double>("radius");
        for (const double r : {0.05, 0.4, 0.8, 1.2, 2.5})
            QTest::addRow("%g mm", r) << r;
    }

    void fastStrokesLeaveNoGap()
    {
        QFETCH(double, radius);
        std::mt19937 random(11);
        for (int trial = 0; trial < 20; ++trial) {
            const Grid g = gridOf(trial % 2 == 0);
            const Vec3 a = around(g, random), b = around(g, random), c = around(g, random);
            const Mask stroke = ballStroke(g, {a, b, c}, radius, Job());
            QCOMPARE(components(stroke, 1, 9, Job()).size(), size_t(1));
            const Vec3 normal = (b - a).cross(c - a).normalized();
            const Mask flat = discStroke(g, {a, b, c}, normal, radius, 0, Job());
            QCOMPARE(components(flat, 1, 9, Job()).size(), size_t(1));
            for (int n = 0; n <= 2000; ++n) {
                const double t = n / 1000.0;
                const Vec3 p = t <= 1 ? Vec3(a + t * (b - a)) : Vec3(b + (t - 1) * (c - b));
                // Not on a face between voxels, where rounding decides.
                const Vec3 x = g.toIndex(p);
                if (((x.array() + 0.5) - (x.array() + 0.5).round()).abs().minCoeff() < 1e-6)
                    continue;
                QVERIFY(stroke.contains(p));
                QVERIFY(flat.contains(p));
            }
        }
    }

    void aClickPaintsTheVoxelUnderThePointer()
    {
        const Grid g = gridOf(true);
        const Vec3 p = g.toPatient(Vec3(30.4, 20.4, 10.4));
        const Mask one = ballStroke(g, {p}, 0.01, Job());
        QCOMPARE(one.count(), std::int64_t(1));
        QVERIFY(one.at(30, 20, 10));
    }

    void besideTheImage()
    {
        const Grid g = gridOf(false);
        QVERIFY(ballStroke(g, {g.toPatient(-1000, 0, 0)}, 5, Job()).empty());
        QVERIFY(ballStroke(g, {Vec3(1e12, 0, 0), Vec3(1e12, 5, 0)}, 0.1, Job()).empty());
        const Mask corner = ballStroke(g, {g.toPatient(0, 0, 0)}, 6, Job());
        QCOMPARE(corner.key().hex(), shapes::ball(g, g.toPatient(0, 0, 0), 6).key().hex());
        // From far outside through the image.
        const Mask through = ballStroke(g, {g.toPatient(-3000, 40, 20), g.toPatient(3000, 40, 20)}, 2, Job());
        QCOMPARE(through.box().size(0), g.size[0]);
    }

    void refusesWhatMakesNoSense()
    {
        const Grid g = gridOf(false);
        const Vec3 p = shapes::middle(g);
        QVERIFY_EXCEPTION_THROWN(ballStroke(g, {}, 5, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(ballStroke(g, {p}, 0, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(ballStroke(g, {p}, 301, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(ballStroke(g, {p, Vec3(NAN, 0, 0)}, 5, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(discStroke(g, {p}, Vec3(0, 0, 0), 5, 0, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(discStroke(g, {p}, Vec3(0, 0, 1), 5, -1, Job()), Error);
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        const Grid g = gridOf(false);
        try {
            ballStroke(g, {shapes::middle(g)}, 10, Job(source.get_token()));
            QFAIL("went on");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestEditBrush)
#include "tst_edit_brush.moc"
