// Case V5 of the reference: the share of directions that one obstacle blocks has a closed form.

#include "plugins/liver/path_score.h"
#include "synthetic.h"

#include <QtTest>

#include <numbers>

using namespace synthetic;

namespace {

constexpr int kDirections = 200000;

Grid cube(double half, double spacing)
{
    Grid g;
    const int n = static_cast<int>(2 * half / spacing) + 1;
    g.size = {n, n, n};
    g.spacing = Vec3::Constant(spacing);
    g.origin = Vec3::Constant(-half);
    return g;
}

/// Share of directions from the origin whose path of `length` comes nearer than `margin` to the obstacle.
double blockedShare(const Mask& obstacle, double margin, double length)
{
    Scene scene;
    scene.target = Vec3::Zero();
    scene.obstacles.push_back({Id("obstacle"), "Obstacle", ObstacleClass::Organ, obstacle});
    const RiskMap map(scene, length + 10, 1.0, Job());
    PathLimits limits = limitsFrom(LimitTable::builtIn());
    limits.organMargin = margin;
    limits.shaftLength = 1000;
    int blocked = 0;
    for (int n = 0; n < kDirections; ++n) { // Fibonacci sphere
        const double z = 1 - 2 * (n + 0.5) / kDirections;
        const double phi = n * std::numbers::pi * (3 - std::sqrt(5.0));
        const double r = std::sqrt(1 - z * z);
        const Vec3 entry = length * Vec3(r * std::cos(phi), r * std::sin(phi), z);
        const PathScore s = judge(march(map, limits, Vec3::Zero(), entry, Vec3::Zero()), limits, equalWeights());
        blocked += s.breaks(Constraint::Organ);
    }
    return double(blocked) / kDirections;
}

} // namespace

class TstVisibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sphere_data()
    {
        QTest::addColumn<double>("radius");
        QTest::addColumn<double>("margin");
        QTest::addColumn<double>("distance");
        QTest::addColumn<double>("share");
        QTest::newRow("5 5 50") << 5.0 << 5.0 << 50.0 << 0.010102;
        QTest::newRow("10 0 40") << 10.0 << 0.0 << 40.0 << 0.015877;
        QTest::newRow("3 2 20") << 3.0 << 2.0 << 20.0 << 0.015877;
    }
    void sphere()
    {
        QFETCH(double, radius);
        QFETCH(double, margin);
        QFETCH(double, distance);
        QFETCH(double, share);
        const double q = (radius + margin) / distance;
        QVERIFY(std::abs((1 - std::sqrt(1 - q * q)) / 2 - share) < 1e-6);
        const Vec3 centre = distance * Vec3(1, 2, -2) / 3;
        const double found = blockedShare(maskOf(cube(distance + radius + 5, 0.75), ball(centre, radius)), margin,
                                          distance + radius + margin + 10);
        QVERIFY2(std::abs(found - share) < 3 / std::sqrt(double(kDirections)), qPrintable(QString::number(found)));
        // That tolerance is as large as the figure: the map's half voxel allows 12 % of the radius at most.
        const double fine = 2 * 0.6 / (radius + margin) * share;
        QVERIFY2(std::abs(found - share) < fine, qPrintable(QString::number(found)));
    }

    void cylinder()
    {
        // Radius and margin 7 mm together, 30 mm away, as long as the paths: the rest of an infinite one would hide
        // 1 - cos(atan(30/200)) = 1.1 % more of the share.
        const double share = std::asin(7.0 / 30) / std::numbers::pi;
        QVERIFY(std::abs(share - 0.074963) < 1e-6);
        Grid g;
        g.size = {40, 40, 440};
        g.spacing = Vec3::Ones();
        g.origin = Vec3(10, -20, -219.5);
        const double found = blockedShare(maskOf(g, rod(Vec3(30, 0, 0), 2, 5, -1e3, 1e3)), 2, 202);
        QVERIFY2(std::abs(found - share) < 3 / std::sqrt(double(kDirections)), qPrintable(QString::number(found)));
    }
};

QTEST_GUILESS_MAIN(TstVisibility)
#include "tst_visibility.moc"
