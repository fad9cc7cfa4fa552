// How far tissue lies inside overlapping heated zones: against closed forms.

#include "plugins/liver/zone_union.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace pollux;
using namespace pollux::liver;

namespace {

AblationZone ball(const Vec3& centre, double radius)
{
    return {centre, Vec3::UnitZ(), radius, radius};
}

Vec3 anyDirection(std::mt19937& random)
{
    std::normal_distribution<double> normal;
    Vec3 d(normal(random), normal(random), normal(random));
    return d.normalized();
}

/// Least margin over a ball of tissue.
double leastMargin(const ZoneUnion& zones, const Vec3& centre, double radius)
{
    double least = 1e300;
    constexpr int kRings = 60;
    for (int a = 0; a <= kRings; ++a)
        for (int b = 0; b < 2 * kRings; ++b) {
            const double polar = M_PI * a / kRings, turn = M_PI * b / kRings;
            const Vec3 d(std::sin(polar) * std::cos(turn), std::sin(polar) * std::sin(turn), std::cos(polar));
            least = std::min(least, zones.margin(centre + radius * d));
        }
    return least;
}

std::vector<AblationZone> at(const std::vector<Vec3>& directions, double distance)
{
    std::vector<AblationZone> zones;
    for (const Vec3& d : directions)
        zones.push_back(ball(distance * d.normalized(), 1));
    return zones;
}

std::vector<Vec3> corners()
{
    std::vector<Vec3> out;
    for (int n = 0; n < 8; ++n)
        out.emplace_back(n & 1 ? 1 : -1, n & 2 ? 1 : -1, n & 4 ? 1 : -1);
    return out;
}

std::vector<Vec3> faces()
{
    return {Vec3::UnitX(), -Vec3::UnitX(), Vec3::UnitY(), -Vec3::UnitY(), Vec3::UnitZ(), -Vec3::UnitZ()};
}

/// In mm, as large as a real one: the search works in mm.
ZoneUnion scaled(std::vector<AblationZone> zones, double radius)
{
    for (AblationZone& z : zones)
        z = {radius * z.centre, z.axis, radius * z.along, radius * z.across};
    return ZoneUnion(std::move(zones));
}

} // namespace

class TstZoneUnion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestPointOfAnEllipsoid()
    {
        std::mt19937 random(3);
        std::uniform_real_distribution<double> size(3, 30), away(0, 50);
        for (int n = 0; n < 300; ++n) {
            const AblationZone zone{anyDirection(random) * 20, anyDirection(random), size(random), size(random)};
            const Vec3 p = zone.centre + away(random) * anyDirection(random);
            const Vec3 foot = nearestOnZone(zone, p);
            QVERIFY(std::abs(zone.scaleTo(foot) - 1) < 1e-9);
            // No other point of the surface is nearer, and the way there is across the surface.
            const double distance = (foot - p).norm();
            for (int k = 0; k < 200; ++k) {
                const Vec3 d = anyDirection(random);
                const double along = d.dot(zone.axis);
                const Vec3 other = zone.centre + zone.along * along * zone.axis + zone.across * (d - along * zone.axis);
                QVERIFY((other - p).norm() > distance - 1e-9);
            }
        }
        // On the axis and in the centre, where the side is not determined.
        const AblationZone zone{Vec3(1, 2, 3), Vec3::UnitX(), 20, 10};
        QVERIFY(std::abs((nearestOnZone(zone, zone.centre) - zone.centre).norm() - 10) < 1e-12);
        QVERIFY((nearestOnZone(zone, Vec3(40, 2, 3)) - Vec3(21, 2, 3)).norm() < 1e-12);
        QVERIFY(std::abs(nearestOnZone({Vec3::Zero(), Vec3::UnitX(), 10, 20}, Vec3::Zero()).norm() - 10) < 1e-12);
    }

    void marginOfABallInOneEllipsoid_data()
    {
        QTest::addColumn<Vec3>("off");
        QTest::addColumn<double>("margin");
        // A tumour of 10 mm in a zone of 21 and 17.5 mm: centred, 3 mm beside it, 3 mm along it.
        QTest::newRow("centred") << Vec3(0, 0, 0) << 7.5;
        QTest::newRow("beside") << Vec3(3, 0, 0) << 4.5;
        QTest::newRow("along") << Vec3(0, 0, 3) << 6.905;
    }
    void marginOfABallInOneEllipsoid()
    {
        QFETCH(Vec3, off);
        QFETCH(double, margin);
        const ZoneUnion zone({{Vec3::Zero(), Vec3::UnitZ(), 21, 17.5}});
        const double found = leastMargin(zone, off, 10);
        QVERIFY2(std::abs(found - margin) < 0.01, qPrintable(QString::number(found, 'g', 9)));
    }

    void outsideItIsBelowZero()
    {
        const ZoneUnion two({ball(Vec3(0, 0, 0), 10), ball(Vec3(30, 0, 0), 5)});
        QVERIFY(std::abs(two.margin(Vec3(0, 14, 0)) + 4) < 1e-9);
        QVERIFY(std::abs(two.margin(Vec3(23, 0, 0)) + 2) < 1e-9);
        QVERIFY(std::abs(two.margin(Vec3(30, 1, 0)) - 4) < 1e-9);
        QVERIFY(ZoneUnion({}).empty());
        QVERIFY(ZoneUnion({}).margin(Vec3::Zero()) < -1e300);
        QVERIFY(ZoneUnion({ball(Vec3::Zero(), 0), ball(Vec3::Zero(), std::nan(""))}).empty());
    }

    /// Largest ball about the middle that equal balls cover, in their radii.
    void largestBallThatEqualBallsCover_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("radius");
        QTest::newRow("four, tetrahedron") << 4 << 3 / (2 * std::sqrt(2.0));
        QTest::newRow("six, octahedron") << 6 << std::sqrt(1.5);
        QTest::newRow("eight, cube") << 8 << std::sqrt(1.5);
        QTest::newRow("fourteen") << 14 << 1.669;
    }
    void largestBallThatEqualBallsCover()
    {
        QFETCH(int, kind);
        QFETCH(double, radius);
        // The best distance from the middle is searched for: nothing is put in but the directions.
        const std::vector<Vec3> tetrahedron{{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
        constexpr double kMm = 15;
        double best = 0;
        const auto covered = [&](const std::vector<AblationZone>& zones) {
            const ZoneUnion u = scaled(zones, kMm);
            return u.contains(Vec3::Zero()) ? u.margin(Vec3::Zero()) / kMm : 0.0;
        };
        if (kind < 14) {
            const auto directions = kind == 4 ? tetrahedron : kind == 6 ? faces() : corners();
            for (double d = 0.2; d < 1; d += 0.01)
                best = std::max(best, covered(at(directions, d)));
        } else {
            for (const double d : {0.97, 0.98, 0.99, 0.995, 0.999})
                for (double e = 1.30; e < 1.385; e += 0.01) {
                    auto zones = at(faces(), d);
                    const auto more = at(corners(), e);
                    zones.insert(zones.end(), more.begin(), more.end());
                    best = std::max(best, covered(zones));
                }
        }
        QVERIFY2(std::abs(best / radius - 1) < 0.004, qPrintable(QString::number(best, 'g', 7)));
    }

    void theWaistOfTwoBalls()
    {
        // Radius 10, 12 apart: the waist is a circle of 8 mm about the middle between them.
        const ZoneUnion two({ball(Vec3(-6, 0, 0), 10), ball(Vec3(6, 0, 0), 10)});
        QVERIFY(std::abs(two.margin(Vec3(0, 0, 0)) - 8) < 0.01);
        QVERIFY(std::abs(two.margin(Vec3(0, 3, 0)) - 5) < 0.01);
        QVERIFY(std::abs(two.margin(Vec3(1, 0, 0)) - std::hypot(1, 8)) < 0.02);
        QVERIFY(std::abs(two.margin(Vec3(12, 0, 0)) - 4) < 1e-9);
    }

    void asCountedByVoxels()
    {
        // Three ellipsoids at random; the nearest uncovered voxel of 0.25 mm.
        std::mt19937 random(11);
        std::vector<AblationZone> zones;
        for (int n = 0; n < 3; ++n)
            zones.push_back({4 * anyDirection(random), anyDirection(random), 8.0 + n, 6});
        const ZoneUnion u(zones);
        for (int t = 0; t < 12; ++t) {
            const Vec3 p = 3 * anyDirection(random);
            double least = 1e300;
            constexpr double h = 0.25;
            for (double x = -18; x <= 18; x += h)
                for (double y = -18; y <= 18; y += h)
                    for (double z = -18; z <= 18; z += h)
                        if (const Vec3 q(x, y, z); (q - p).norm() < least && !u.contains(q))
                            least = (q - p).norm();
            QVERIFY2(u.margin(p) <= least + 1e-9 && u.margin(p) > least - 0.45,
                     qPrintable(QString("%1 %2").arg(u.margin(p)).arg(least)));
        }
    }
};

QTEST_APPLESS_MAIN(TstZoneUnion)
#include "tst_zone_union.moc"
