#include "core/base/error.h"
#include "core/geometry/grid.h"

#include <Eigen/Geometry>
#include <QTest>

using namespace pollux;

class TestGrid : public QObject
{
    Q_OBJECT

    static Grid oblique()
    {
        Grid g;
        g.size = {20, 30, 10};
        g.spacing = {0.7, 0.8, 2.5};
        g.origin = {-12, 34, -56};
        g.direction = Eigen::AngleAxisd(0.4, Vec3(1, 2, 3).normalized()).toRotationMatrix();
        return g;
    }

private Q_SLOTS:
    void indexAndPatientAreInverse()
    {
        const Grid g = oblique();
        const Vec3 x(3.25, 17.5, 8.125);
        QVERIFY((g.toIndex(g.toPatient(x)) - x).norm() < 1e-12);
        QCOMPARE(g.nearest(g.toPatient(4, 5, 6)), (Index3{4, 5, 6}));
    }

    void croppingKeepsPlaces()
    {
        const Grid g = oblique();
        const Grid sub = g.cropped({{2, 3, 4}, {10, 12, 9}});
        QCOMPARE(sub.size, (Index3{8, 9, 5}));
        QVERIFY((sub.toPatient(1, 1, 1) - g.toPatient(3, 4, 5)).norm() < 1e-12);
    }

    void sameGeometryHasATolerance()
    {
        Grid a = oblique(), b = a;
        b.origin.x() += 5e-4;
        QVERIFY(sameGeometry(a, b));
        b.origin.x() += 5e-3;
        QVERIFY(!sameGeometry(a, b));
    }

    void nonsenseIsRefused()
    {
        const auto refused = [](auto change) {
            Grid g = oblique();
            change(g);
            QVERIFY_EXCEPTION_THROWN(checkGrid(g), Error);
        };
        refused([](Grid& g) { g.size[1] = 0; });
        refused([](Grid& g) { g.spacing[2] = 0; });
        refused([](Grid& g) { g.spacing[0] = std::numeric_limits<double>::quiet_NaN(); });
        refused([](Grid& g) { g.size = {4096, 4096, 4096}; });
        refused([](Grid& g) { g.direction.col(0) = g.direction.col(1); });
        checkGrid(oblique());
    }
};

QTEST_GUILESS_MAIN(TestGrid)
#include "tst_grid.moc"
