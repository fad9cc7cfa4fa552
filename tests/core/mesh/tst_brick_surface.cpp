// The surface of a mask brick by brick: whole, without gaps, and after an edit the same as made afresh.

#include "core/mesh/brick_surface.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace pollux;

namespace {

Mask ball(const Grid& g, const Vec3& centre, double radius)
{
    return shapes::mask(g, [=](const Vec3& p) { return (p - centre).norm() < radius; });
}

bool equal(const BrickSurface::Patches& a, const BrickSurface::Patches& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
               return x.first == y.first && x.second->points == y.second->points &&
                      x.second->triangles == y.second->triangles;
           });
}

} // namespace

class TestBrickSurface : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBallOverManyBricksIsClosed_data()
    {
        QTest::addColumn<bool>("oblique");
        QTest::addRow("straight") << false;
        QTest::addRow("turned and mirrored") << true;
    }
    void aBallOverManyBricksIsClosed()
    {
        QFETCH(bool, oblique);
        Grid g = shapes::grid(100, 96, 70, Vec3(0.8, 0.8, 1.2));
        if (oblique)
            g = shapes::obliqueMirrored(g);
        const Vec3 c = shapes::middle(g);
        const Mask mask = ball(g, c, 32);
        BrickSurface s;
        s.update(mask, Job());
        QVERIFY(s.patches().size() > 10);
        const Surface whole = s.joined();
        QVERIFY(whole.isClosed());
        QVERIFY2(std::abs(whole.volumeMl() / mask.volumeMl() - 1) < 0.01,
                 qPrintable(QString::number(whole.volumeMl())));
        double worst = 1; // normals point away from the middle
        for (const auto& [brick, patch] : s.patches())
            for (size_t n = 0; n < patch->points.size(); ++n)
                worst = std::min(
                    worst, patch->normals[n].cast<double>().dot((patch->points[n].cast<double>() - c).normalized()));
        QVERIFY2(worst > 0.8, qPrintable(QString::number(worst)));
    }

    void everyVoxelIsOnItsSide()
    {
        // Single voxels, also in the corners of the image, where nothing is lost and all is closed.
        const Grid g = shapes::grid(40, 33, 34, Vec3(1, 1, 1));
        std::mt19937 random(7);
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
        for (int n = 0; n < 60; ++n)
            v[random() % v.size()] = 1;
        v.front() = v.back() = 1;
        const Mask mask(g, v);
        BrickSurface s;
        s.update(mask, Job());
        const Surface whole = s.joined();
        QVERIFY(whole.isClosed());
        // Each lone voxel keeps a body of its own: small, but to be seen.
        QVERIFY(whole.volumeMl() > 0.02 * mask.volumeMl() && whole.volumeMl() < 2 * mask.volumeMl());
    }

    void anEditCostsWhatItChanged()
    {
        const Grid g = shapes::grid(160, 160, 128, Vec3(1, 1, 1));
        const Vec3 c = shapes::middle(g);
        const Mask before = ball(g, c, 60);
        BrickSurface s;
        const size_t all = s.update(before, Job()).size();
        // A stroke on the skin of the ball, well within one brick of the grid.
        const Vec3 at = g.toPatient(Vec3(80, 80, 80)) + Vec3(0, 60, 0);
        const Mask after(g, unite(*before.bricks(), *ball(g, at, 4).bricks()));
        const size_t again = s.update(after, Job()).size();
        QVERIFY2(again <= 64 && again < all / 2, qPrintable(QString("%1 of %2").arg(again).arg(all)));
        BrickSurface afresh;
        afresh.update(after, Job());
        QVERIFY(equal(s.patches(), afresh.patches()));
        // Undone it is as it was, by the same means.
        s.update(before, Job());
        BrickSurface first;
        first.update(before, Job());
        QVERIFY(equal(s.patches(), first.patches()));
        QCOMPARE(s.update(before, Job()).size(), 0u);
    }

    void emptyAndFull()
    {
        const Grid g = shapes::grid(64, 40, 32, Vec3(1, 1, 1));
        BrickSurface s;
        s.update(Mask(g, std::vector<std::uint8_t>(static_cast<size_t>(g.voxels()), 0)), Job());
        QVERIFY(s.patches().empty());
        const Mask full(g, std::vector<std::uint8_t>(static_cast<size_t>(g.voxels()), 1));
        s.update(full, Job());
        const Surface box = s.joined();
        QVERIFY(box.isClosed()); // at the image's border, too
        QVERIFY(std::abs(box.volumeMl() / full.volumeMl() - 1) < 0.05);
        s.update(Mask(g, std::vector<std::uint8_t>(static_cast<size_t>(g.voxels()), 0)), Job());
        QVERIFY(s.patches().empty());
    }
};

QTEST_APPLESS_MAIN(TestBrickSurface)
#include "tst_brick_surface.moc"
