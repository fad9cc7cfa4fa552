#include "core/base/error.h"
#include "core/image/edit/apply.h"
#include "core/image/edit/brush.h"
#include "core/image/edit/held_bytes.h"
#include "core/image/edit/seed_growth.h"
#include "core/image/filters.h"
#include "shapes.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace pollux;

namespace {

/// Organ of 150 with a vessel of 260 in it, in a body of 60; noise of 12.
struct Phantom
{
    Grid grid = shapes::obliqueMirrored(shapes::grid(90, 80, 50, Vec3(0.8, 0.9, 1.5)));
    Vec3 centre = shapes::middle(grid);
    Mask organ = shapes::ball(grid, centre, 22);
    Mask vessel = shapes::mask(grid, [this](const Vec3& p) {
        const Vec3 d = p - centre;
        return std::hypot(d[0] - 3, d[1]) <= 4 && (p - centre).norm() <= 22;
    });
    Volume image;

    explicit Phantom(double sigma = 12)
    {
        std::mt19937 random(5);
        std::normal_distribution<double> noise(0, sigma);
        std::vector<std::int16_t> v;
        for (int k = 0; k < grid.size[2]; ++k)
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i) {
                    const double value = vessel.at(i, j, k) ? 260 : organ.at(i, j, k) ? 150 : 60;
                    v.push_back(static_cast<std::int16_t>(std::lround(value + (sigma > 0 ? noise(random) : 0))));
                }
        image = Volume(grid, std::move(v));
    }
    Mask stroke(const Vec3& a, const Vec3& b, double r) const
    {
        return ballStroke(grid, {centre + a, centre + b}, r, Job());
    }
    /// Organ, vessel, all else.
    std::vector<Mask> seeds() const
    {
        return {stroke(Vec3(-14, -6, -4), Vec3(-6, 12, 6), 2), stroke(Vec3(3, 0, -14), Vec3(3, 0, 14), 1.2),
                unite(stroke(Vec3(-28, -27, 0), Vec3(28, -27, 0), 2), stroke(Vec3(-28, 28, 5), Vec3(28, 28, -5), 2))};
    }
};

} // namespace

class TestEditSeedGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOrganAndVessel()
    {
        const Phantom p;
        const std::vector<Mask> seeds = p.seeds();
        // Smoothed, as the operation does: noise adds to the cost of a way.
        const std::vector<Mask> grown = growFromSeeds(gaussian(p.image, 1, Job()), seeds, {}, Job());
        QCOMPARE(grown.size(), size_t(3));
        const Mask tissue = subtract(p.organ, p.vessel);
        QVERIFY2(dice(grown[0], tissue) > 0.95, qPrintable(QString::number(dice(grown[0], tissue))));
        QVERIFY2(dice(grown[1], p.vessel) > 0.95, qPrintable(QString::number(dice(grown[1], p.vessel))));
        // Every voxel of the box belongs to one of them, and seeds keep what they are.
        std::int64_t sum = 0;
        IndexBox box = grown[2].box();
        for (size_t n = 0; n < 3; ++n) {
            sum += grown[n].count();
            QCOMPARE(intersect(seeds[n], grown[n]).count(), seeds[n].count());
            for (size_t m = n + 1; m < 3; ++m)
                QVERIFY(intersect(grown[n], grown[m]).empty());
        }
        QCOMPARE(sum, box.voxels());
    }

    /// Costs and labels against Bellman and Ford's algorithm, which knows nothing of queues.
    void agreesWithBellmanFord()
    {
        const Grid g = shapes::grid(14, 12, 9, Vec3(1, 1, 2));
        std::mt19937 random(8);
        std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
        for (auto& x : v)
            x = static_cast<std::int16_t>(random() % 5 * 100);
        const Volume image(g, v);
        std::vector<std::uint8_t> a(v.size(), 0), b(v.size(), 0), c(v.size(), 0);
        a[100] = b[700] = b[704] = c[1300] = 1;
        const std::vector<Mask> seeds{Mask(g, a), Mask(g, b), Mask(g, c)};
        const std::vector<Mask> grown = growFromSeeds(image, seeds, {}, Job());

        // As documented: values in 16384 steps of their range, a step costs 4 for each smallest spacing.
        std::vector<int> level(v.size());
        for (size_t n = 0; n < v.size(); ++n)
            level[n] = static_cast<int>(v[n] * (16383.0 / 400));
        std::vector<std::pair<std::int64_t, int>> best(v.size(), {std::int64_t(1) << 60, 9});
        best[100] = {0, 0};
        best[700] = best[704] = {0, 1};
        best[1300] = {0, 2};
        for (bool changed = true; changed;) {
            changed = false;
            for (int k = 0; k < g.size[2]; ++k)
                for (int j = 0; j < g.size[1]; ++j)
                    for (int i = 0; i < g.size[0]; ++i)
                        for (const auto& d : {Index3{1, 0, 0}, Index3{-1, 0, 0}, Index3{0, 1, 0}, Index3{0, -1, 0},
                                              Index3{0, 0, 1}, Index3{0, 0, -1}}) {
                            if (!g.contains(i + d[0], j + d[1], k + d[2]))
                                continue;
                            const auto to = static_cast<size_t>(g.offset(i, j, k));
                            const auto from = static_cast<size_t>(g.offset(i + d[0], j + d[1], k + d[2]));
                            const auto way =
                                std::pair{best[from].first + std::abs(level[from] - level[to]) + (d[2] ? 8 : 4),
                                          best[from].second};
                            if (way < best[to]) {
                                best[to] = way;
                                changed = true;
                            }
                        }
        }
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    QVERIFY(
                        grown[static_cast<size_t>(best[static_cast<size_t>(g.offset(i, j, k))].second)].at(i, j, k));
    }

    /// In a flat image the nearest seed wins, in mm.
    void flatImageIsSharedByDistance()
    {
        const Grid g = shapes::grid(41, 5, 21, Vec3(1, 1, 2));
        const Volume flat(g, std::vector<std::int16_t>(static_cast<size_t>(g.voxels()), 40));
        const auto voxel = [&](int i, int j, int k) { return ballStroke(g, {g.toPatient(i, j, k)}, 0.1, Job()); };
        const std::vector<Mask> along = growFromSeeds(flat, {voxel(0, 2, 10), voxel(40, 2, 10)}, {}, Job());
        QVERIFY(along[0].at(19, 2, 10) && along[0].at(20, 2, 10) &&
                along[1].at(21, 2, 10)); // the tie goes to the first
        // 2 mm steps along k count double: from (20, 2, 0) and (30, 2, 10) the voxel (20, 2, 6) is 12 and 18 mm away.
        const std::vector<Mask> across = growFromSeeds(flat, {voxel(20, 2, 0), voxel(30, 2, 10)}, {}, Job());
        QVERIFY(across[0].at(20, 2, 6) && across[1].at(20, 2, 9));
    }

    /// Seeds added later change only what they win, and the result is that of all seeds at once, in any order.
    void addedSeedsGiveTheSameAsAllAtOnce()
    {
        const Phantom p;
        std::vector<Mask> all = p.seeds(), few = all;
        few[2] = p.stroke(Vec3(-28, -27, 0), Vec3(28, -27, 0), 2);
        few[0] = p.stroke(Vec3(-14, -6, -4), Vec3(-10, 3, 1), 2); // half of the way
        const Mask everywhere = shapes::mask(p.grid, [](const Vec3&) { return true; });
        SeedGrowthOptions options;
        options.within = &everywhere;
        SeedGrowth growth(p.image, options);
        const std::vector<Mask> first = growth.grow(few, Job());
        QVERIFY(!growth.wasIncremental());
        QCOMPARE(growth.voxelsVisited() >= p.grid.voxels(), true);
        const std::vector<Mask> second = growth.grow(all, Job());
        QVERIFY(growth.wasIncremental());
        QVERIFY(growth.voxelsVisited() < p.grid.voxels());
        const std::vector<Mask> whole = growFromSeeds(p.image, all, options, Job());
        for (size_t n = 0; n < 3; ++n)
            QCOMPARE(second[n].key().hex(), whole[n].key().hex());
        // What did not change is shared.
        const std::vector<Mask> two{first[1], second[1]};
        QVERIFY(changedBricks(first[1], second[1]).size() < 20);
        QVERIFY(addedBytes(two)[1] < addedBytes(two)[0]);
        // A seed taken away: from scratch, and back to where it was.
        const std::vector<Mask> back = growth.grow(few, Job());
        QVERIFY(!growth.wasIncremental());
        for (size_t n = 0; n < 3; ++n)
            QCOMPARE(back[n].key().hex(), first[n].key().hex());
    }

    void staysWithinTheRegion()
    {
        const Phantom p;
        const Mask region = shapes::ball(p.grid, p.centre, 25);
        SeedGrowthOptions options;
        options.within = &region;
        const std::vector<Mask> grown = growFromSeeds(p.image, p.seeds(), options, Job());
        QCOMPARE(grown[0].count() + grown[1].count() + grown[2].count(), region.count());
        for (const Mask& m : grown)
            QVERIFY(subtract(m, region).empty());
    }

    /// Where the values say nothing a locality holds a label back; where they are noise it smooths.
    void localityPrefersTheNearest()
    {
        const Phantom p(40);
        SeedGrowthOptions near;
        near.locality = 400;
        const std::vector<Mask> grown = growFromSeeds(p.image, p.seeds(), near, Job());
        // With a locality that outweighs all values each voxel goes to the seed that is nearest along the grid's axes.
        const std::vector<Mask> seeds = p.seeds();
        std::mt19937 random(3);
        int checked = 0;
        for (int n = 0; n < 400; ++n) {
            const Index3 at{static_cast<int>(random() % 90), static_cast<int>(random() % 80),
                            static_cast<int>(random() % 50)};
            std::array<double, 3> least{1e9, 1e9, 1e9};
            for (size_t s = 0; s < 3; ++s)
                for (int k = seeds[s].box().min[2]; k < seeds[s].box().max[2]; ++k)
                    for (int j = seeds[s].box().min[1]; j < seeds[s].box().max[1]; ++j)
                        for (int i = seeds[s].box().min[0]; i < seeds[s].box().max[0]; ++i)
                            if (seeds[s].at(i, j, k))
                                least[s] = std::min(least[s], std::abs(i - at[0]) * 0.8 + std::abs(j - at[1]) * 0.9 +
                                                                  std::abs(k - at[2]) * 1.5);
            const size_t first = static_cast<size_t>(std::min_element(least.begin(), least.end()) - least.begin());
            std::sort(least.begin(), least.end());
            if (least[1] - least[0] < 3 || !grown[0].grid().contains(at[0], at[1], at[2]))
                continue;
            const bool inBox = grown[0].at(at[0], at[1], at[2]) || grown[1].at(at[0], at[1], at[2]) ||
                               grown[2].at(at[0], at[1], at[2]);
            if (!inBox)
                continue;
            ++checked;
            QVERIFY(grown[first].at(at[0], at[1], at[2]));
        }
        QVERIFY(checked > 100);
    }

    void stopsAndStartsAgain()
    {
        const Phantom p;
        SeedGrowth growth(p.image, {});
        std::stop_source source;
        int told = 0;
        const Job job(source.get_token(), [&](double, const std::string&) {
            if (++told == 2)
                source.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(growth.grow(p.seeds(), job), Error);
        QVERIFY(told <= 3);
        const std::vector<Mask> again = growth.grow(p.seeds(), Job());
        QVERIFY(!growth.wasIncremental());
        const std::vector<Mask> whole = growFromSeeds(p.image, p.seeds(), {}, Job());
        for (size_t n = 0; n < 3; ++n)
            QCOMPARE(again[n].key().hex(), whole[n].key().hex());
    }

    void refusesWhatMakesNoSense()
    {
        const Phantom p;
        const std::vector<Mask> seeds = p.seeds();
        QVERIFY_EXCEPTION_THROWN(growFromSeeds(Volume(), seeds, {}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(growFromSeeds(p.image, {seeds[0]}, {}, Job()), Error);
        const Mask none(p.grid, IndexBox{}, {});
        QVERIFY_EXCEPTION_THROWN(growFromSeeds(p.image, {none, none}, {}, Job()), Error);
        SeedGrowthOptions options;
        options.locality = -1;
        QVERIFY_EXCEPTION_THROWN(growFromSeeds(p.image, seeds, options, Job()), Error);
        options = {};
        options.within = &none;
        QVERIFY_EXCEPTION_THROWN(growFromSeeds(p.image, seeds, options, Job()), Error);
        // One of them may be empty: it gets nothing.
        QVERIFY(growFromSeeds(p.image, {seeds[0], none, seeds[2]}, {}, Job())[1].empty());
    }
};

QTEST_GUILESS_MAIN(TestEditSeedGrowth)
#include "tst_edit_seed_growth.moc"
