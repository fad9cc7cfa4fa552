#include "core/base/error.h"
#include "core/image/edit/apply.h"
#include "core/image/edit/brush.h"
#include "core/image/edit/held_bytes.h"
#include "shapes.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace pollux;

namespace {

Grid gridOf()
{
    return shapes::obliqueMirrored(shapes::grid(100, 90, 50, Vec3(0.8, 0.9, 1.6)));
}

Volume ramp(const Grid& g)
{
    std::vector<std::int16_t> v;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v.push_back(static_cast<std::int16_t>(i));
    return Volume(g, std::move(v));
}

bool same(const Mask& a, const Mask& b)
{
    return a.key() == b.key();
}

} // namespace

class TestEditApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modes()
    {
        const Grid g = gridOf();
        const Vec3 c = shapes::middle(g);
        const Mask target = shapes::ball(g, c, 16), stroke = ballStroke(g, {c + Vec3(14, 0, 0)}, 9, Job());
        for (const Mask& start : {target, inBricks(target)}) {
            QVERIFY(same(apply(start, stroke, EditMode::Add, {}, {}, Job()).target, unite(target, stroke)));
            QVERIFY(same(apply(start, stroke, EditMode::Remove, {}, {}, Job()).target, subtract(target, stroke)));
            QVERIFY(same(apply(start, stroke, EditMode::Keep, {}, {}, Job()).target, intersect(target, stroke)));
            QVERIFY(apply(start, stroke, EditMode::Add, {}, {}, Job()).target.inBricks());
        }
        // Nothing selected: adding and removing change nothing, keeping leaves nothing.
        const Mask none(g, MaskBricks(g.size));
        QVERIFY(same(apply(target, none, EditMode::Add, {}, {}, Job()).target, target));
        QVERIFY(same(apply(target, none, EditMode::Remove, {}, {}, Job()).target, target));
        QVERIFY(apply(target, none, EditMode::Keep, {}, {}, Job()).target.empty());
    }

    /// Adds, removes and keeps only where the value lies in the range and the region allows it.
    void limits()
    {
        const Grid g = gridOf();
        const Vec3 c = shapes::middle(g);
        const Volume image = ramp(g);
        const Mask target = shapes::ball(g, c, 16), region = shapes::ball(g, c + Vec3(0, 8, 0), 17);
        const Mask stroke = ballStroke(g, {c + Vec3(12, 0, 0), c - Vec3(12, 3, 0)}, 9, Job());
        EditLimits limits;
        limits.image = &image;
        limits.low = 44;
        limits.high = 58;
        limits.within = &region;
        const Mask allowed = shapes::mask(g, [&](const Vec3& p) {
            const double i = std::round(g.toIndex(p)[0]);
            return i >= 44 && i <= 58 && (p - c - Vec3(0, 8, 0)).norm() <= 17;
        });
        QVERIFY(allowed.count() > 1000 && allowed.count() < region.count());
        const Mask reach = intersect(stroke, allowed);
        QVERIFY(same(apply(target, stroke, EditMode::Add, limits, {}, Job()).target, unite(target, reach)));
        QVERIFY(same(apply(target, stroke, EditMode::Remove, limits, {}, Job()).target, subtract(target, reach)));
        QVERIFY(same(apply(target, stroke, EditMode::Keep, limits, {}, Job()).target,
                     subtract(target, subtract(allowed, stroke))));
        // A range that no voxel is in, and one that is turned around.
        limits.low = 1000;
        limits.high = 2000;
        QVERIFY(same(apply(target, stroke, EditMode::Add, limits, {}, Job()).target, target));
        limits.low = 58;
        limits.high = 44;
        QVERIFY(same(apply(target, stroke, EditMode::Remove, limits, {}, Job()).target, target));
    }

    void neighboursOverlapStayOrGiveWay()
    {
        const Grid g = gridOf();
        const Vec3 c = shapes::middle(g);
        const Mask target = shapes::ball(g, c, 9);
        const Mask stays = shapes::mask(g, [&](const Vec3& p) { return (p - c)[0] > 12; });
        const Mask gives = inBricks(shapes::mask(g, [&](const Vec3& p) { return (p - c)[0] < -8; }));
        const Mask overlaps = shapes::ball(g, c + Vec3(0, 12, 0), 8);
        const Mask far = shapes::ball(g, g.toPatient(5, 5, 5), 3);
        const Mask stroke = ballStroke(g, {c - Vec3(18, 0, 0), c + Vec3(18, 0, 0)}, 7, Job());
        const std::vector<OtherStructure> others{
            {stays, Meeting::Stay}, {gives, Meeting::GiveWay}, {overlaps, Meeting::Overlap}, {far, Meeting::GiveWay}};
        const EditResult painted = apply(target, stroke, EditMode::Add, {}, others, Job());
        const Mask taken = subtract(stroke, stays);
        QVERIFY(same(painted.target, unite(target, taken)));
        QVERIFY(same(painted.others[0], stays));
        QVERIFY(same(painted.others[1], subtract(gives, taken)));
        QVERIFY(intersect(painted.target, painted.others[1]).count() ==
                intersect(target, gives).count() - intersect(intersect(target, gives), taken).count());
        QVERIFY(same(painted.others[2], overlaps));
        QVERIFY(!painted.others[3].inBricks()); // not touched, so not even turned into bricks
        // Erasing takes from nobody else.
        const EditResult erased = apply(target, stroke, EditMode::Remove, {}, others, Job());
        for (size_t n = 0; n < others.size(); ++n)
            QVERIFY(same(erased.others[n], others[n].mask));
    }

    /// A stroke copies the bricks it touches: what a history of strokes holds, and what must be redrawn.
    void aStrokeCopiesOnlyWhatItTouches()
    {
        const Grid g = shapes::grid(256, 256, 128, Vec3(1, 1, 1));
        Mask mask = inBricks(shapes::ball(g, shapes::middle(g), 60));
        std::vector<Mask> history{mask};
        std::mt19937 random(9);
        HeldBytes held;
        held.add(mask);
        for (int n = 0; n < 30; ++n) {
            const Vec3 p = shapes::middle(g) + 58 * Vec3(double(random() % 200) - 100, double(random() % 200) - 100,
                                                         double(random() % 200) - 99.5)
                                                        .normalized();
            const Mask stroke = ballStroke(g, {p}, 6, Job());
            const Mask before = mask;
            mask = apply(mask, stroke, n % 2 ? EditMode::Add : EditMode::Remove, {}, {}, Job()).target;
            const auto boxes = changedBricks(before, mask);
            QVERIFY(!boxes.empty() && boxes.size() <= 8);
            Mask changed = unite(subtract(before, mask), subtract(mask, before));
            std::int64_t covered = 0;
            for (const IndexBox& b : boxes)
                for (const std::uint8_t v : changed.in(b))
                    covered += v;
            QCOMPARE(covered, changed.count());
            history.push_back(mask);
            const std::int64_t more = held.add(mask);
            // Eight bricks of 4 KiB, two layers of 64 pointers, the table.
            QVERIFY2(more < 8 * 4200 + 2 * 1200 + 300, qPrintable(QString::number(more)));
        }
        std::int64_t sum = 0;
        for (const std::int64_t bytes : addedBytes(history))
            sum += bytes;
        QCOMPARE(sum, held.bytes());
        // All but the last one leave: what the last one alone holds stays.
        HeldBytes alone;
        alone.add(mask);
        for (size_t n = 0; n + 1 < history.size(); ++n)
            held.remove(history[n]);
        QCOMPARE(held.bytes(), alone.bytes());
        held.remove(mask);
        QCOMPARE(held.bytes(), std::int64_t(0));
        QVERIFY_EXCEPTION_THROWN(held.remove(mask), Error);
        QVERIFY(changedBricks(mask, mask).empty());
    }

    void sameTwiceAndUndoneIsTheSame()
    {
        const Grid g = gridOf();
        const Vec3 c = shapes::middle(g);
        const Mask target = inBricks(shapes::ball(g, c, 12));
        const Mask stroke = ballStroke(g, {c, c + Vec3(20, 5, 9)}, 5, Job());
        const Mask a = apply(target, stroke, EditMode::Add, {}, {}, Job()).target;
        const Mask b = apply(target, stroke, EditMode::Add, {}, {}, Job()).target;
        QVERIFY(changedBricks(a, b).empty() && same(a, b));
        // Painting what is already there copies nothing at all.
        const Mask again = apply(a, stroke, EditMode::Add, {}, {}, Job()).target;
        const std::vector<Mask> two{a, again};
        QVERIFY(addedBytes(two)[1] <= std::int64_t(sizeof(MaskBricks)) + 16 * 8);
    }

    void refusesOtherGrids()
    {
        const Grid g = gridOf();
        Grid other = g;
        other.origin[1] += 1;
        const Mask target = shapes::ball(g, shapes::middle(g), 9),
                   elsewhere = shapes::ball(other, shapes::middle(g), 9);
        const Volume image = ramp(other);
        EditLimits limits;
        limits.within = &elsewhere;
        QVERIFY_EXCEPTION_THROWN(apply(target, elsewhere, EditMode::Add, {}, {}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(apply(target, target, EditMode::Add, limits, {}, Job()), Error);
        limits = {};
        limits.image = &image;
        QVERIFY_EXCEPTION_THROWN(apply(target, target, EditMode::Add, limits, {}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(apply(target, target, EditMode::Add, {}, {{elsewhere, Meeting::Stay}}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN((void)changedBricks(target, elsewhere), Error);
    }
};

QTEST_GUILESS_MAIN(TestEditApply)
#include "tst_edit_apply.moc"
