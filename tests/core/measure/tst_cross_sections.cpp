// Cuts of cylinders at any angle against the circle and the ellipse that they are, on even and uneven, straight and
// oblique grids.

#include "core/base/error.h"
#include "core/geometry/curve.h"
#include "core/measure/cross_sections.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

constexpr double kRadius = 7.5;

struct Tube
{
    Grid grid;
    Vec3 middle, axis;
    Mask mask;
};

/// Tilted against the third axis of the grid.
Tube tube(double tiltDegrees, bool oblique, const Vec3& spacing, double radius = kRadius)
{
    Tube t;
    t.grid = shapes::grid(70, 70, 50, spacing);
    if (oblique)
        t.grid = shapes::obliqueMirrored(t.grid);
    const double a = tiltDegrees * M_PI / 180;
    t.middle = shapes::middle(t.grid);
    t.axis = (std::cos(a) * t.grid.direction.col(2) + std::sin(a) * t.grid.direction.col(0)).normalized();
    t.mask = shapes::mask(t.grid, [&](const Vec3& p) {
        const Vec3 d = p - t.middle;
        return (d - d.dot(t.axis) * t.axis).norm() <= radius;
    });
    return t;
}

} // namespace

class TestCrossSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void obliqueCylinders_data()
    {
        QTest::addColumn<double>("tilt");
        QTest::addColumn<bool>("oblique");
        QTest::addColumn<double>("slice");
        for (const double tilt : {0., 15., 30., 45.})
            for (const bool oblique : {false, true})
                for (const double slice : {1.0, 1.6})
                    QTest::addRow("%g degrees, %s, %g mm", tilt, oblique ? "oblique" : "straight", slice)
                        << tilt << oblique << slice;
    }

    void obliqueCylinders()
    {
        QFETCH(double, tilt);
        QFETCH(bool, oblique);
        QFETCH(double, slice);
        const Tube t = tube(tilt, oblique, Vec3(0.8, 0.8, slice));
        const auto across = crossSection(t.mask, t.middle, t.axis, 40);
        QVERIFY(across && across->complete);
        QVERIFY2(std::abs(across->diameterMm() - 2 * kRadius) < slice / 2,
                 qPrintable(QString::number(across->diameterMm())));
        QVERIFY((across->centre - t.middle).norm() < slice / 2);
        // A slice of the grid cuts an ellipse: 15 / sqrt(cos 30) = 16.119 mm at 30 degrees.
        const auto upright = crossSection(t.mask, t.middle, t.grid.direction.col(2), 40);
        QVERIFY2(std::abs(upright->diameterMm() - 2 * kRadius / std::sqrt(std::cos(tilt * M_PI / 180))) < slice / 2,
                 qPrintable(QString::number(upright->diameterMm())));
    }

    /// Another vessel that the plane meets does not count, and a point beside the centre finds the same cut.
    void onlyTheConnectedPart()
    {
        Tube t = tube(0, true, Vec3(1, 1, 1), 5);
        const Vec3 beside = t.middle + 14 * t.grid.direction.col(0);
        const Mask both = unite(t.mask, shapes::mask(t.grid, [&](const Vec3& p) {
                                    const Vec3 d = p - beside;
                                    return (d - d.dot(t.axis) * t.axis).norm() <= 6;
                                }));
        const double alone = crossSection(t.mask, t.middle, t.axis, 40)->areaMm2;
        QCOMPARE(crossSection(both, t.middle, t.axis, 40)->areaMm2, alone);
        const auto off = crossSection(both, t.middle - 6 * t.grid.direction.col(0), t.axis, 40);
        QVERIFY(off && std::abs(off->areaMm2 - alone) < 1);
        QVERIFY(!crossSection(t.mask, t.middle - 15 * t.grid.direction.col(0), t.axis, 40));
    }

    /// A cut along the tube leaves the image or the reach: said, not counted as whole.
    void cutShortIsSaid()
    {
        const Tube t = tube(0, false, Vec3(1, 1, 1));
        QVERIFY(!crossSection(t.mask, t.middle, t.grid.direction.col(0), 100)->complete);
        QVERIFY(!crossSection(t.mask, t.middle, t.grid.direction.col(0), 15)->complete);
        QVERIFY(!crossSection(t.mask, t.middle, t.axis, 5)->complete);
        QVERIFY_THROWS_EXCEPTION(Error, crossSection(t.mask, t.middle, 2 * t.axis, 40));
        QVERIFY_THROWS_EXCEPTION(Error, crossSection(t.mask, t.middle, t.axis, 0));
    }

    /// A cone: the diameter grows with the distance, which counts from the origin to both sides.
    void tableAlongACone()
    {
        const Grid grid = shapes::grid(60, 60, 70, Vec3(0.8, 0.8, 1));
        const Vec3 middle = shapes::middle(grid);
        const Mask cone = shapes::mask(grid, [&](const Vec3& p) {
            const Vec3 d = p - middle;
            return std::hypot(d.x(), d.y()) <= 8 + 0.1 * d.z();
        });
        CutsAlong options;
        options.stepMm = 0.5;
        const std::vector<Vec3> curve =
            resampledCurve({middle - Vec3(0, 0, 30), middle, middle + Vec3(0, 0, 30)}, {options.stepMm, 0});
        options.origin = 60;
        options.every = 10;
        options.within = 20;
        const auto cuts = crossSections(cone, curve, options, Job());
        QCOMPARE(cuts.size(), size_t(5));
        for (size_t n = 0; n < cuts.size(); ++n) {
            QCOMPARE(cuts[n].distance, -20.0 + 10.0 * static_cast<double>(n));
            const double expected = 2 * (8 + 0.1 * cuts[n].distance);
            QVERIFY2(std::abs(cuts[n].diameterMm() - expected) < 0.4,
                     qPrintable(QString::number(cuts[n].diameterMm())));
            QVERIFY((cuts[n].centre - middle - Vec3(0, 0, cuts[n].distance)).norm() < 0.6);
        }
        options.within = 1e9;
        QCOMPARE(crossSections(cone, curve, options, Job()).size(), size_t(7));
        options.every = 0.1;
        QVERIFY_THROWS_EXCEPTION(Error, crossSections(cone, curve, options, Job()));
    }
};

QTEST_GUILESS_MAIN(TestCrossSections)
#include "tst_cross_sections.moc"
