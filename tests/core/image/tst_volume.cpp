#include "core/base/error.h"
#include "core/image/mask.h"
#include "core/image/volume.h"

#include <Eigen/Geometry>
#include <QTest>

using namespace pollux;

class TestVolume : public QObject
{
    Q_OBJECT

    static Grid grid()
    {
        Grid g;
        g.size = {9, 7, 5};
        g.spacing = {0.5, 1, 2};
        g.origin = {10, -20, 30};
        g.direction = Eigen::AngleAxisd(0.3, Vec3::UnitY()).toRotationMatrix();
        return g;
    }

private Q_SLOTS:
    void trilinearIsExactForLinearImages()
    {
        const Grid g = grid();
        const auto f = [](const Vec3& p) { return 3 * p.x() - 2 * p.y() + 0.5 * p.z() + 7; };
        std::vector<float> voxels;
        for (int k = 0; k < 5; ++k)
            for (int j = 0; j < 7; ++j)
                for (int i = 0; i < 9; ++i)
                    voxels.push_back(static_cast<float>(f(g.toPatient(i, j, k))));
        const Volume v(g, voxels);
        for (const Vec3& x : {Vec3(0, 0, 0), Vec3(8, 6, 4), Vec3(3.3, 2.7, 1.1)})
            QVERIFY(std::abs(v.sample(g.toPatient(x)) - f(g.toPatient(x))) < 1e-4);
        QCOMPARE(v.sample(g.toPatient(Vec3(8.2, 0, 0)), -1000), -1000.0);
        QCOMPARE(v.sample(Vec3(std::nan(""), 0, 0), -1), -1.0);
    }

    void typesAreKeptApart()
    {
        const Volume v(grid(), std::vector<std::int16_t>(315, 40000 - 65536));
        QVERIFY_EXCEPTION_THROWN(v.as<float>(), Error);
        QCOMPARE(v.converted<std::uint8_t>().at(0, 0, 0), 0.0);
        QCOMPARE(v.converted<float>().at(1, 1, 1), -25536.0);
        QVERIFY_EXCEPTION_THROWN(Volume(grid(), std::vector<float>(3)), Error);
    }

    void theKeyFollowsTheContent()
    {
        std::vector<std::int16_t> a(315, 1);
        const Volume x(grid(), a), y(grid(), a);
        QCOMPARE(x.key(), y.key());
        a[314] = 2;
        QVERIFY(Volume(grid(), a).key() != x.key());
        Grid moved = grid();
        moved.origin.z() += 1;
        a[314] = 1;
        QVERIFY(Volume(moved, a).key() != x.key());
    }

    void masksKeepOnlyTheirBox()
    {
        const Grid g = grid();
        std::vector<std::uint8_t> voxels(315, 0);
        voxels[g.offset(2, 3, 1)] = 255;
        voxels[g.offset(4, 3, 2)] = 1;
        const Mask m(g, voxels);
        QCOMPARE(m.count(), std::int64_t(2));
        QCOMPARE(m.box(), (IndexBox{{2, 3, 1}, {5, 4, 3}}));
        QVERIFY(m.at(4, 3, 2) && !m.at(3, 3, 1) && !m.at(-1, 0, 0));
        QVERIFY((m.centroid() - g.toPatient(Vec3(3, 3, 1.5))).norm() < 1e-9);
        QCOMPARE(m.volumeMl(), 2 * 1.0 / 1000);
        // Through another box, and back: the same mask.
        const IndexBox box{{1, 2, 0}, {6, 5, 4}};
        QCOMPARE(Mask(g, box, m.in(box)).key(), m.key());
        QVERIFY(m.contains(g.toPatient(2, 3, 1)));
    }

    void setAlgebra()
    {
        const Grid g = grid();
        std::vector<std::uint8_t> a(315, 0), b(315, 0);
        for (int n = 0; n < 10; ++n)
            a[n] = 1;
        for (int n = 5; n < 15; ++n)
            b[n] = 1;
        const Mask x(g, a), y(g, b);
        QCOMPARE(unite(x, y).count(), std::int64_t(15));
        QCOMPARE(intersect(x, y).count(), std::int64_t(5));
        QCOMPARE(subtract(x, y).count(), std::int64_t(5));
        QCOMPARE(dice(x, y), 0.5);
        QVERIFY(intersect(x, Mask(g, std::vector<std::uint8_t>(315, 0))).empty());
        Grid other = g;
        other.spacing.x() = 0.6;
        QVERIFY_EXCEPTION_THROWN(unite(x, Mask(other, a)), Error);
    }
};

QTEST_GUILESS_MAIN(TestVolume)
#include "tst_volume.moc"
