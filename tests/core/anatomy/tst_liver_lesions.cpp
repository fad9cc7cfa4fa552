#include "core/anatomy/liver_lesions.h"
#include "core/base/error.h"
#include "core/phantom/torso.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace pollux;

namespace {

Grid gridOf(int size, double spacing)
{
    Grid g;
    g.size = {size, size, size};
    g.spacing = Vec3::Constant(spacing);
    return g;
}

/// Noise of 12 HU about 110 HU inside a ball of 50 mm ("liver"), fat around, and `inside` HU where `lesion` says.
struct Ball
{
    Volume ct;
    Mask liver, lesion;
};

Ball ball(const std::function<bool(const Vec3&)>& lesion, double inside)
{
    const Grid g = gridOf(60, 2);
    const Vec3 centre = g.toPatient(Vec3(29.5, 29.5, 29.5));
    std::mt19937 random(5);
    std::normal_distribution<double> noise(0, 12);
    std::vector<std::int16_t> ct;
    std::vector<std::uint8_t> liver, dark;
    for (int k = 0; k < 60; ++k)
        for (int j = 0; j < 60; ++j)
            for (int i = 0; i < 60; ++i) {
                const Vec3 p = g.toPatient(i, j, k) - centre;
                liver.push_back(p.norm() < 50);
                dark.push_back(liver.back() && lesion(p));
                ct.push_back(static_cast<std::int16_t>(std::lround((dark.back()    ? inside
                                                                    : liver.back() ? 110.0
                                                                                   : -90.0) +
                                                                   noise(random))));
            }
    return {Volume(g, ct), Mask(g, liver), Mask(g, dark)};
}

} // namespace

class TestLiverLesions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phantom_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addRow("seed 1") << 1;
        QTest::addRow("seed 2") << 2;
    }

    void phantom()
    {
        QFETCH(int, seed);
        TorsoOptions options;
        options.seed = static_cast<std::uint64_t>(seed);
        options.size = 256;
        options.pixelSpacing = 1.5;
        options.sliceSpacing = 3;
        const Torso torso = makeTorso(options, {});
        const Mask& liver = torso.masks.at("liver");
        const Mask vessels = intersect(unite(torso.masks.at("portal_vein"), torso.masks.at("hepatic_vein")), liver);
        for (const Mask& veins : {vessels, Mask()}) {
            const auto found = findLiverLesions(torso.ct, liver, veins, {});
            std::size_t hits = 0;
            for (int n = 1; n <= 3; ++n) {
                double best = 0;
                for (const Proposal& p : found)
                    best = std::max(best, dice(p.mask, torso.masks.at("liver_lesion_" + std::to_string(n))));
                qInfo("lesion %d: Dice %.3f", n, best);
                QVERIFY(best >= 0.8);
                ++hits;
            }
            qInfo("%d proposals", static_cast<int>(found.size()));
            QVERIFY(found.size() <= hits + 1);
            for (std::size_t n = 0; n < found.size(); ++n) {
                QCOMPARE(found[n].anatomy, std::string("liver_lesion"));
                QVERIFY(found[n].quality > 0 && found[n].quality <= 1 && !found[n].qualityText.empty());
                QVERIFY(n == 0 || found[n].mask.count() <= found[n - 1].mask.count());
            }
        }
    }

    void aBallIsFoundAtItsSize()
    {
        const Ball b = ball([](const Vec3& p) { return (p - Vec3(15, 0, 0)).norm() < 12; }, 60);
        const auto found = findLiverLesions(b.ct, b.liver, {}, {});
        QCOMPARE(found.size(), 1u);
        QVERIFY(dice(found[0].mask, b.lesion) > 0.9);
        QVERIFY(std::abs(found[0].mask.volumeMl() / b.lesion.volumeMl() - 1) < 0.15);
    }

    void calciumBelongsToTheLesionAroundIt()
    {
        Ball b = ball([](const Vec3& p) { return (p - Vec3(10, 0, 0)).norm() < 18; }, 50);
        const Vec3 centre = b.lesion.centroid();
        const auto voxels = b.ct.as<std::int16_t>();
        std::vector<std::int16_t> ct(voxels.begin(), voxels.end());
        for (int k = 0; k < 60; ++k)
            for (int j = 0; j < 60; ++j)
                for (int i = 0; i < 60; ++i)
                    if ((b.ct.grid().toPatient(i, j, k) - centre - Vec3(6, 0, 0)).norm() < 6)
                        ct[static_cast<std::size_t>(b.ct.grid().offset(i, j, k))] = 800;
        const auto found = findLiverLesions(Volume(b.ct.grid(), ct), b.liver, {}, {});
        QCOMPARE(found.size(), 1u);
        QVERIFY(dice(found[0].mask, b.lesion) > 0.9);
    }

    void tubesAndEdgesAreNoLesions()
    {
        // An unenhanced vein of 8 mm through the liver.
        const Ball tube = ball([](const Vec3& p) { return std::hypot(p.x(), p.y()) < 4; }, 50);
        QVERIFY(findLiverLesions(tube.ct, tube.liver, {}, {}).empty());
        // A flat cap along the border, as the bed of the gallbladder makes.
        const Ball cap = ball([](const Vec3& p) { return p.norm() > 44 && p.z() > 25; }, 20);
        QVERIFY(findLiverLesions(cap.ct, cap.liver, {}, {}).empty());
    }

    void nothingInAHealthyLiver()
    {
        const Ball b = ball([](const Vec3&) { return false; }, 0);
        QVERIFY(findLiverLesions(b.ct, b.liver, {}, {}).empty());
        QVERIFY(findLiverLesions(b.ct, Mask(b.ct.grid(), IndexBox{}, {}), {}, {}).empty());
        const Grid small = gridOf(4, 1);
        QVERIFY(findLiverLesions(Volume(small, std::vector<std::int16_t>(64, 100)),
                                 Mask(small, std::vector<std::uint8_t>(64, 1)), {}, {})
                    .empty());
        // No noise, one value; and values that are no numbers.
        const auto n = static_cast<std::size_t>(b.ct.voxels());
        QVERIFY(findLiverLesions(Volume(b.ct.grid(), std::vector<std::int16_t>(n, 100)), b.liver, {}, {}).empty());
        QVERIFY(findLiverLesions(Volume(b.ct.grid(), std::vector<float>(n, std::nanf(""))), b.liver, {}, {}).empty());
    }

    void refusesOtherGridsAndStops()
    {
        const Ball b = ball([](const Vec3&) { return false; }, 0);
        const Grid other = gridOf(60, 2.1);
        const Volume elsewhere(other, std::vector<std::int16_t>(static_cast<std::size_t>(other.voxels())));
        QVERIFY_THROWS_EXCEPTION(Error, findLiverLesions(elsewhere, b.liver, {}, {}));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, findLiverLesions(b.ct, b.liver, {}, Job(stop.get_token())));
    }
};

QTEST_GUILESS_MAIN(TestLiverLesions)
#include "tst_liver_lesions.moc"
