// What of a mask hangs loose, what of an image is bright, labels as masks, the deepest place, and where an image cuts.

#include "core/base/error.h"
#include "core/image/bright.h"
#include "core/image/distance.h"
#include "core/image/label_masks.h"
#include "core/image/mask_volume.h"
#include "core/image/pieces.h"
#include "tests/core/image/shapes.h"

#include <QTest>

using namespace pollux;

class TestPieces : public QObject
{
    Q_OBJECT

    static Grid grid(bool oblique)
    {
        const Grid g = shapes::grid(50, 40, 30, Vec3(1, 1, 2));
        return oblique ? shapes::obliqueMirrored(g) : g;
    }

private Q_SLOTS:
    void loose_data()
    {
        QTest::addColumn<bool>("oblique");
        QTest::newRow("along the grid") << false;
        QTest::newRow("oblique, mirrored") << true;
    }
    void loose()
    {
        QFETCH(bool, oblique);
        const Grid g = grid(oblique);
        const Vec3 main = g.toPatient(15, 15, 12), one = g.toPatient(38, 30, 20), two = g.toPatient(38, 8, 8);
        const Mask body = shapes::ball(g, main, 9), large = shapes::ball(g, one, 5), small = shapes::ball(g, two, 3.5);
        QCOMPARE(loosePieces(body, 0.1, Job()).count, std::int64_t(0));
        const Mask all = unite(unite(body, large), small);
        const LoosePieces both = loosePieces(all, 0.1, Job());
        QCOMPARE(both.count, std::int64_t(2));
        QVERIFY(std::fabs(both.ml - large.volumeMl() - small.volumeMl()) < 1e-9);
        QVERIFY((both.place - large.centroid()).norm() < 1e-9);
        // Smaller ones are specks.
        const LoosePieces larger = loosePieces(all, small.volumeMl() * 1.01, Job());
        QCOMPARE(larger.count, std::int64_t(1));
        QVERIFY(std::fabs(larger.ml - large.volumeMl()) < 1e-9);
        QCOMPARE(loosePieces(Mask(g, IndexBox{}, {}), 0.1, Job()).count, std::int64_t(0));
    }

    void bright()
    {
        const Grid g = grid(true);
        std::vector<float> v(std::size_t(g.voxels()), 100);
        v[std::size_t(g.offset(10, 10, 10))] = 3001;
        v[std::size_t(g.offset(14, 10, 10))] = 4000;
        v[std::size_t(g.offset(20, 20, 20))] = 3000; // not above
        v[std::size_t(g.offset(21, 20, 20))] = std::nanf("");
        const Volume image(g, std::move(v));
        const Bright all = brighterThan(image, 3000, g.box(), Job());
        QCOMPARE(all.voxels, std::int64_t(2));
        QVERIFY((all.place - g.toPatient(12, 10, 10)).norm() < 1e-9);
        QCOMPARE(brighterThan(image, 3000, {{0, 0, 11}, {50, 40, 30}}, Job()).voxels, std::int64_t(0));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, brighterThan(image, 3000, g.box(), Job(stop.get_token())));
    }

    void labels_data()
    {
        QTest::addColumn<int>("slices");
        for (const int n : {1, 7, 33, 70}) // fewer and more than the slabs that threads take
            QTest::addRow("%d slices", n) << n;
    }
    void labels()
    {
        QFETCH(int, slices);
        const Grid g = shapes::grid(20, 18, slices + 4, Vec3(1, 1, 1));
        const IndexBox box{{3, 2, 1}, {17, 16, 1 + slices}};
        std::vector<std::uint16_t> label(std::size_t(box.voxels()));
        std::size_t n = 0;
        for (int k = box.min[2]; k < box.max[2]; ++k)
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i)
                    label[n++] = std::uint16_t((i * 7 + j * 3 + k) % 6); // 5 is beyond the count
        const std::vector<Mask> masks = masksOf<std::uint16_t>(g, box, label, 4, Job());
        QCOMPARE(masks.size(), std::size_t(4));
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    for (int m = 0; m < 4; ++m)
                        QCOMPARE(masks[std::size_t(m)].at(i, j, k),
                                 box.contains(i, j, k) && (i * 7 + j * 3 + k) % 6 == m + 1);
        const std::vector<Mask> none =
            masksOf<std::uint16_t>(g, box, std::vector<std::uint16_t>(label.size(), 0), 2, Job());
        QVERIFY(none.size() == 2 && none[0].empty() && none[1].empty());
        QVERIFY(sameGeometry(none[0].grid(), g));
    }

    void deepest()
    {
        const Grid g = grid(true);
        const Vec3 middle = g.toPatient(20, 20, 14);
        const DeepestPlace d = deepestPlace(shapes::ball(g, middle, 9), Job());
        QVERIFY((d.place - middle).norm() < 2.1 && std::fabs(d.depth - 9) < 1.1);
        QVERIFY_THROWS_EXCEPTION(Error, deepestPlace(Mask(g, IndexBox{}, {}), Job()));
    }

    void whereTheImageCuts()
    {
        const Grid g = grid(false);
        for (int axis = 0; axis < 3; ++axis)
            for (const int end : {-1, 1}) {
                IndexBox box{{5, 5, 5}, {10, 10, 10}};
                const auto a = std::size_t(axis);
                (end < 0 ? box.min[a] : box.max[a]) = end < 0 ? 0 : g.size[a];
                const Mask m(g, box, std::vector<std::uint8_t>(std::size_t(box.voxels()), 1));
                QVERIFY(cutByImage(m));
                for (int other = 0; other < 3; ++other)
                    for (const int side : {-1, 1})
                        QCOMPARE(cutByImage(m, other, side), other == axis && side == end);
            }
        const Grid flat = shapes::grid(20, 20, 1, Vec3(1, 1, 1)); // one slice cuts nothing across
        QVERIFY(!cutByImage(shapes::ball(flat, flat.toPatient(10, 10, 0), 4)));
        QVERIFY(!cutByImage(Mask(g, IndexBox{}, {})));
    }
};

QTEST_GUILESS_MAIN(TestPieces)
#include "tst_pieces.moc"
