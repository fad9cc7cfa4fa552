#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/mask_bricks.h"
#include "shapes.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

using namespace pollux;

namespace {

/// No axis a whole number of bricks, one of them less than one.
Grid gridOf()
{
    return shapes::obliqueMirrored(shapes::grid(75, 64, 30, Vec3(0.8, 0.8, 1.7)));
}

Mask asBricks(const Mask& m)
{
    return Mask(m.grid(), *m.bricks());
}

Mask noise(const Grid& g, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
    for (auto& x : v)
        x = random() % 3 == 0;
    return Mask(g, v);
}

} // namespace

class TestEditBricks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothKindsAreTheSameMask_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("ball") << 0;
        QTest::newRow("noise") << 1;
        QTest::newRow("everything") << 2;
        QTest::newRow("one voxel in a corner") << 3;
    }

    void bothKindsAreTheSameMask()
    {
        QFETCH(int, kind);
        const Grid g = gridOf();
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
        v.back() = 1;
        const Mask box = kind == 0   ? shapes::ball(g, shapes::middle(g), 20)
                         : kind == 1 ? noise(g, 7)
                         : kind == 2 ? shapes::mask(g, [](const Vec3&) { return true; })
                                     : Mask(g, v);
        const Mask bricks = asBricks(box);
        QVERIFY(bricks.inBricks() && !box.inBricks());
        QCOMPARE(bricks.count(), box.count());
        QVERIFY(bricks.box() == box.box());
        QCOMPARE(bricks.key().hex(), box.key().hex());
        QVERIFY(std::ranges::equal(bricks.boxVoxels(), box.boxVoxels()));
        QVERIFY(bricks.full() == box.full());
        QVERIFY((bricks.centroid() - box.centroid()).norm() < 1e-9);
        for (const IndexBox& part : {IndexBox{{3, 5, 7}, {70, 40, 29}}, IndexBox{{31, 31, 0}, {33, 64, 30}}, box.box()})
            QVERIFY(bricks.in(part) == box.in(part));
        std::int64_t differ = 0;
        for (int k = -1; k <= g.size[2]; ++k)
            for (int j = -1; j <= g.size[1]; ++j)
                for (int i = -1; i <= g.size[0]; ++i)
                    differ += bricks.at(i, j, k) != box.at(i, j, k);
        QCOMPARE(differ, std::int64_t(0));
    }

    /// Written down when masks were boxes only: a key that changes makes every stored case stale.
    void keysAreThoseOfStoredCases()
    {
        const Grid g = shapes::grid(40, 40, 40, Vec3(1, 1, 1));
        const Mask m = shapes::mask(g, [&](const Vec3& p) { return (p - Vec3(-20, 35, 27)).norm() < 9.5; });
        QCOMPARE(m.key().hex(), std::string("832eba02ae904ab28e8d48568f0a5dab"));
        QCOMPARE(asBricks(m).key().hex(), m.key().hex());
        QCOMPARE(Mask(g, MaskBricks(g.size)).key().hex(), Mask(g, IndexBox{}, {}).key().hex());
    }

    void setAlgebraAgreesWithBoxes()
    {
        const Grid g = gridOf();
        const Vec3 c = shapes::middle(g);
        const Mask all = shapes::mask(g, [](const Vec3&) { return true; });
        for (const auto& [a, b] : {std::pair{noise(g, 1), noise(g, 2)},
                                   {shapes::ball(g, c, 22), shapes::ball(g, c + Vec3(9, 3, 1), 12)},
                                   {all, shapes::ball(g, c, 15)},
                                   {shapes::ball(g, c, 15), all},
                                   {noise(g, 3), Mask(g, IndexBox{}, {})}}) {
            const Mask x = asBricks(a);
            QVERIFY(unite(x, b).inBricks());
            QCOMPARE(unite(x, b).key().hex(), unite(a, b).key().hex());
            QCOMPARE(intersect(x, b).key().hex(), intersect(a, b).key().hex());
            QCOMPARE(subtract(x, b).key().hex(), subtract(a, b).key().hex());
        }
        Grid other = g;
        other.origin[0] += 1;
        QVERIFY_EXCEPTION_THROWN((void)unite(asBricks(all), Mask(other, IndexBox{}, {})), Error);
    }

    void anEditSharesAllOtherBricks()
    {
        const Grid g = shapes::grid(200, 200, 100, Vec3(1, 1, 1));
        const Mask ball = asBricks(shapes::ball(g, shapes::middle(g), 45));
        const MaskBricks& before = *ball.bricks();
        const auto setOne = [](const Index3&, const MaskBricks::BrickPointer& old) {
            MaskBricks::Rows rows = old ? old->rows : MaskBricks::Rows{};
            rows[5] |= 1U;
            return MaskBricks::brickOf(rows);
        };
        const MaskBricks after = before.changed({{70, 70, 40}, {71, 71, 41}}, setOne, Job());
        const auto differ = MaskBricks::difference(before, after);
        QCOMPARE(differ.size(), size_t(1));
        QVERIFY((differ[0] == Index3{2, 2, 1}));
        int shared = 0;
        for (int k = 0; k < 4; ++k)
            for (int j = 0; j < 7; ++j)
                for (int i = 0; i < 7; ++i)
                    shared += before.pointer({i, j, k}) == after.pointer({i, j, k});
        QCOMPARE(shared, 7 * 7 * 4 - 1);

        // The same edit again, and one that makes the same content anew, change nothing at all.
        const MaskBricks again = after.changed({{70, 70, 40}, {71, 71, 41}}, setOne, Job());
        QVERIFY(again.pointer({2, 2, 1}) == after.pointer({2, 2, 1}));
        QVERIFY(MaskBricks::difference(after, again).empty());
        const MaskBricks copy = *Mask(g, g.box(), Mask(g, after).full()).bricks();
        QVERIFY(copy.pointer({2, 2, 1}) != after.pointer({2, 2, 1}));
        QVERIFY(copy.sharing(after).pointer({2, 2, 1}) == after.pointer({2, 2, 1}));
        // Inside, where all is set, no brick of its own is held.
        QVERIFY(before.pointer({3, 3, 1}) == MaskBricks::fullBrick());
    }

    void bitsBeyondTheGridAreDropped()
    {
        const Grid g = gridOf();
        const MaskBricks all = MaskBricks(g.size).changed(
            g.box(), [](const Index3&, const MaskBricks::BrickPointer&) { return MaskBricks::fullBrick(); }, Job());
        QCOMPARE(all.count(), g.voxels());
        QVERIFY(all.box() == g.box());
    }

    void erasingShrinksTheBox()
    {
        const Grid g = gridOf();
        const Mask two =
            unite(asBricks(shapes::ball(g, g.toPatient(20, 30, 15), 4)), shapes::ball(g, g.toPatient(60, 30, 15), 6));
        const Mask one = subtract(two, shapes::ball(g, g.toPatient(60, 30, 15), 7));
        QVERIFY(one.box() == shapes::ball(g, g.toPatient(20, 30, 15), 4).box());
        QVERIFY(subtract(one, two).empty());
        QVERIFY(subtract(one, two).box() == IndexBox{});
    }

    /// What boxVoxels() hands out lives as long as it is held, and is shared while it is.
    void theBoxLivesAsLongAsItIsHeld()
    {
        const Grid g = gridOf();
        const Mask ball = shapes::ball(g, shapes::middle(g), 18);
        Mask bricks = asBricks(ball);
        const BoxVoxels held = bricks.boxVoxels();
        QCOMPARE(bricks.boxVoxels().data(), held.data());
        bricks = Mask();
        QVERIFY(std::ranges::equal(held, ball.boxVoxels()));

        const Mask shared = asBricks(ball);
        std::vector<std::jthread> threads;
        std::atomic<int> wrong = 0;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int n = 0; n < 20; ++n)
                    wrong += !std::ranges::equal(shared.boxVoxels(), ball.boxVoxels()) || shared.key() != ball.key();
            });
        threads.clear();
        QCOMPARE(wrong.load(), 0);
    }

    void refusesOtherSizes()
    {
        const Grid g = gridOf();
        QVERIFY_EXCEPTION_THROWN((void)Mask(g, MaskBricks({3, 3, 3})), Error);
        QVERIFY_EXCEPTION_THROWN((void)unite(MaskBricks({3, 3, 3}), MaskBricks({3, 3, 4})), Error);
        QVERIFY_EXCEPTION_THROWN((void)MaskBricks::difference(MaskBricks({3, 3, 3}), MaskBricks({3, 3, 4})), Error);
    }
};

QTEST_GUILESS_MAIN(TestEditBricks)
#include "tst_edit_bricks.moc"
