#include "core/mesh/surface.h"
#include "ui/viewer/slice_render.h"
#include "ui/viewer/surface_cut.h"

#include <Eigen/Geometry>
#include <QTest>

using namespace pollux;

namespace {

/// A dark block with one bright voxel, turned about all axes, with unequal spacing.
struct Marked
{
    Grid grid;
    Volume volume;
    Index3 voxel{21, 13, 8};

    explicit Marked(bool oblique)
    {
        grid.size = {40, 36, 20};
        grid.spacing = Vec3(1.0, 1.5, 3.0);
        grid.origin = Vec3(-31, 12, -140);
        if (oblique)
            grid.direction = (Eigen::AngleAxisd(0.4, Vec3::UnitZ()) * Eigen::AngleAxisd(-0.3, Vec3::UnitX()) *
                              Eigen::AngleAxisd(0.2, Vec3::UnitY()))
                                 .toRotationMatrix();
        std::vector<std::int16_t> v(static_cast<size_t>(grid.voxels()), 0);
        v[static_cast<size_t>(grid.offset(voxel[0], voxel[1], voxel[2]))] = 1000;
        volume = Volume(grid, std::move(v));
    }
    Vec3 place() const { return grid.toPatient(voxel[0], voxel[1], voxel[2]); }
};

SliceGrey fullRange()
{
    SliceGrey g;
    g.windowCentre = 500;
    g.windowWidth = 1000;
    return g;
}

/// Middle of grey, in pixels from the top left corner.
QPointF centroid(const QImage& image)
{
    double sum = 0, x = 0, y = 0;
    for (int j = 0; j < image.height(); ++j)
        for (int i = 0; i < image.width(); ++i) {
            const double g = qGray(image.pixel(i, j));
            sum += g;
            x += g * (i + 0.5);
            y += g * (j + 0.5);
        }
    return sum > 0 ? QPointF(x / sum, y / sum) : QPointF(-1, -1);
}

} // namespace

class TestSliceRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markedVoxelLandsWhereThePlaneSays_data()
    {
        QTest::addColumn<bool>("oblique");
        QTest::addColumn<int>("kind");
        for (const bool oblique : {false, true})
            for (const int kind : {0, 1, 2})
                QTest::addRow("%s-%d", oblique ? "oblique" : "straight", kind) << oblique << kind;
    }
    void markedVoxelLandsWhereThePlaneSays()
    {
        QFETCH(bool, oblique);
        QFETCH(int, kind);
        const Marked m(oblique);
        // not in the middle, so that a mirrored image would show it elsewhere
        const SlicePlane plane =
            slicePlane(static_cast<PlaneKind>(kind), m.place() + Vec3(4, -5, 6), QSize(160, 140), 0.25);
        SlicePlane at = plane;
        at.centre += plane.normal() * plane.distance(m.place()); // the plane through the voxel
        const QImage image = renderSliceImage(m.volume, at, fullRange());
        const QPointF expected = at.toPixel(m.place());
        const QPointF found = centroid(image);
        QVERIFY2(std::abs(found.x() - expected.x()) < 0.6 && std::abs(found.y() - expected.y()) < 0.6,
                 qPrintable(QStringLiteral("%1,%2 instead of %3,%4")
                                .arg(found.x())
                                .arg(found.y())
                                .arg(expected.x())
                                .arg(expected.y())));
        QVERIFY(qGray(image.pixel(expected.toPoint())) > 200);
    }

    void leftIsLeft()
    {
        // +x of the patient is left: seen from the feet and from the front it is on the right of the image
        const Vec3 centre(10, 20, 30);
        const QSize size(100, 100);
        const auto axial = slicePlane(PlaneKind::Axial, centre, size, 1);
        const auto coronal = slicePlane(PlaneKind::Coronal, centre, size, 1);
        const auto sagittal = slicePlane(PlaneKind::Sagittal, centre, size, 1);
        QCOMPARE(axial.toPixel(centre + Vec3(20, 10, 0)), QPointF(70, 60));     // posterior down
        QCOMPARE(coronal.toPixel(centre + Vec3(20, 0, 10)), QPointF(70, 40));   // head up
        QCOMPARE(sagittal.toPixel(centre + Vec3(0, -20, 10)), QPointF(30, 40)); // anterior left
        QCOMPARE(orientationLetters(axial.right), QStringLiteral("L"));
        QCOMPARE(orientationLetters(-axial.down), QStringLiteral("A"));
        QCOMPARE(orientationLetters(-sagittal.right), QStringLiteral("A"));
        QCOMPARE(orientationLetters(coronal.down), QStringLiteral("F"));
        QCOMPARE(orientationLetters(Vec3(1, 2, 0).normalized()), QStringLiteral("PL"));
        QCOMPARE(orientationLetters(Vec3(0.1, 2, 0).normalized()), QStringLiteral("P"));
        for (const auto& plane : {axial, coronal, sagittal}) {
            const QPointF p(12.25, 81.5);
            const QPointF back = plane.toPixel(plane.toPatient(p));
            QVERIFY(std::abs(back.x() - p.x()) < 1e-9 && std::abs(back.y() - p.y()) < 1e-9);
        }
    }

    void unequalSpacingKeepsShapes()
    {
        // a cube of 20 mm in voxels of 1 x 1 x 4 mm is as high as wide in a coronal cut
        Grid g;
        g.size = {60, 60, 15};
        g.spacing = Vec3(1, 1, 4);
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
        for (int k = 5; k < 10; ++k)
            for (int j = 20; j < 40; ++j)
                for (int i = 20; i < 40; ++i)
                    v[static_cast<size_t>(g.offset(i, j, k))] = 200;
        SliceGrey grey;
        grey.windowCentre = 100;
        grey.windowWidth = 2; // a threshold
        const auto plane = slicePlane(PlaneKind::Coronal, g.toPatient(30, 30, 7), QSize(200, 200), 0.5);
        const QImage image = renderSliceImage(Volume(g, std::move(v)), plane, grey);
        int wide = 0, high = 0;
        for (int i = 0; i < 200; ++i) {
            wide += qGray(image.pixel(i, 100)) > 128;
            high += qGray(image.pixel(100, i)) > 128;
        }
        QVERIFY2(std::abs(wide - 40) <= 2 && std::abs(high - 40) <= 2,
                 qPrintable(QStringLiteral("%1 x %2").arg(wide).arg(high)));
    }

    void windowMapsGreyLinearly()
    {
        Grid g;
        g.size = {3, 1, 1};
        const Volume v(g, std::vector<std::int16_t>{-160, 40, 240});
        SliceGrey grey; // C 40 W 400
        grey.smooth = false;
        const QImage image =
            renderSliceImage(v, slicePlane(PlaneKind::Axial, g.toPatient(1, 0, 0), QSize(3, 1), 1), grey);
        QCOMPARE(qGray(image.pixel(0, 0)), 0);
        QVERIFY(std::abs(qGray(image.pixel(1, 0)) - 128) <= 1);
        QCOMPARE(qGray(image.pixel(2, 0)), 255);
    }

    void notANumberIsBlackAndBeyondIsBackground()
    {
        Grid g;
        g.size = {2, 2, 2};
        const Volume v(g, std::vector<float>(8, std::numeric_limits<float>::quiet_NaN()));
        SliceGrey grey;
        grey.background = QColor(10, 20, 30);
        const QImage image = renderSliceImage(v, slicePlane(PlaneKind::Axial, Vec3(0.5, 0.5, 0), QSize(8, 8), 1), grey);
        QCOMPARE(image.pixel(4, 4), qRgb(0, 0, 0));
        QCOMPARE(image.pixel(0, 0), qRgb(10, 20, 30));
        QCOMPARE(
            renderSliceImage(Volume(), slicePlane(PlaneKind::Axial, Vec3::Zero(), QSize(4, 4), 1), grey).pixel(1, 1),
            qRgb(10, 20, 30));
    }

    void maskHasFillAndRim()
    {
        const Marked m(false);
        std::vector<std::uint8_t> set(static_cast<size_t>(m.grid.voxels()), 0);
        for (int j = 10; j < 20; ++j)
            for (int i = 10; i < 30; ++i)
                set[static_cast<size_t>(m.grid.offset(i, j, 4))] = 1;
        const Mask mask(m.grid, set);
        SliceMask look{&mask, QColor(255, 0, 0), 0.5, 1.0};
        const auto plane = slicePlane(PlaneKind::Axial, m.grid.toPatient(20, 15, 4), QSize(200, 200), 0.25);
        const QImage image = renderSliceImage(m.volume, plane, fullRange(), {look});
        const auto inner = image.pixel(plane.toPixel(m.grid.toPatient(20, 15, 4)).toPoint());
        QVERIFY(std::abs(qRed(inner) - 127) <= 2);
        QCOMPARE(qGreen(inner), 0);
        const QPointF edge = plane.toPixel(m.grid.toPatient(Vec3(9.5, 15, 4))); // between outside and inside
        QCOMPARE(qRed(image.pixel(static_cast<int>(edge.x()), static_cast<int>(edge.y()))), 255);
        QCOMPARE(qRed(image.pixel(static_cast<int>(edge.x()) - 2, static_cast<int>(edge.y()))), 0);
    }

    /// A mask that was edited is kept in bricks; it looks the same.
    void editedMaskLooksTheSame()
    {
        const Marked m(true);
        std::vector<std::uint8_t> set(static_cast<size_t>(m.grid.voxels()), 0);
        for (size_t n = 0; n < set.size(); ++n)
            set[n] = n % 7 < 3 && n > set.size() / 5;
        const Mask box(m.grid, set), bricks(m.grid, *box.bricks());
        const auto plane = slicePlane(PlaneKind::Coronal, m.place(), QSize(200, 200), 0.25);
        const QImage a = renderSliceImage(m.volume, plane, fullRange(), {{&box, QColor(255, 0, 0), 0.5, 1.0}});
        QCOMPARE(renderSliceImage(m.volume, plane, fullRange(), {{&bricks, QColor(255, 0, 0), 0.5, 1.0}}), a);
        QVERIFY(renderSliceImage(m.volume, plane, fullRange(), {}) != a);
    }

    /// A black and a white image of half the width, laid over each other.
    void twoImagesLaidOverEachOther()
    {
        Grid g;
        g.size = {64, 64, 3};
        Grid half = g;
        half.size[0] = 32;
        const Volume black(g, std::vector<std::int16_t>(static_cast<size_t>(g.voxels()), 0));
        const Volume white(half, std::vector<std::int16_t>(static_cast<size_t>(half.voxels()), 1000));
        const auto plane = slicePlane(PlaneKind::Axial, g.toPatient(Vec3(31.5, 31.5, 1)), QSize(64, 64), 1);
        SliceGrey grey;
        grey.windowCentre = 500;
        grey.windowWidth = 1000;
        SliceOver over;
        over.volume = &white;
        over.windowCentre = 500;
        over.windowWidth = 1000;
        over.square = 8;
        const auto drawn = [&](FusionMode mode, double amount) {
            over.mode = mode;
            over.amount = amount;
            return renderSliceImage(black, plane, grey, {}, over);
        };
        const QImage blend = drawn(FusionMode::Blend, 0.5);
        QVERIFY(std::abs(qRed(blend.pixel(10, 30)) - 127) <= 1);
        QCOMPARE(qRed(blend.pixel(50, 30)), 0); // the second image does not reach there
        QCOMPARE(qRed(drawn(FusionMode::Blend, 0).pixel(10, 30)), 0);
        QCOMPARE(qRed(drawn(FusionMode::Blend, 1).pixel(10, 30)), 255);
        const QImage checker = drawn(FusionMode::Checkerboard, 0.5);
        QVERIFY(qRed(checker.pixel(4, 4)) != qRed(checker.pixel(12, 4)));
        QCOMPARE(qRed(checker.pixel(4, 4)), qRed(checker.pixel(12, 12)));
        const QImage wipe = drawn(FusionMode::Wipe, 0.25);
        QVERIFY(qRed(wipe.pixel(8, 30)) == 0 && qRed(wipe.pixel(24, 30)) == 255);
        over.colours.assign(256, qRgb(1, 2, 3));
        over.colours[255] = qRgb(200, 100, 0);
        QCOMPARE(drawn(FusionMode::Blend, 1).pixel(10, 30), qRgb(200, 100, 0));
    }

    void cutOfATetrahedron()
    {
        const Surface s({{0, 0, 0}, {30, 0, 0}, {0, 30, 0}, {0, 0, 30}}, {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}});
        const SurfaceCut cut(s);
        // at z = 15 a right triangle with legs of 15 mm
        const auto plane = slicePlane(PlaneKind::Axial, Vec3(0, 0, 15), QSize(100, 100), 1);
        const auto lines = cut.lines(plane);
        QCOMPARE(lines.size(), size_t(3));
        double around = 0;
        for (const QLineF& line : lines)
            around += line.length();
        QVERIFY(std::abs(around - (30 + 15 * std::sqrt(2.0))) < 1e-3);
        QVERIFY(cut.lines(slicePlane(PlaneKind::Axial, Vec3(0, 0, 31), QSize(100, 100), 1)).empty());
        // the same cut found by looking at all triangles (a plane turned by less than anyone sees)
        SlicePlane turned = plane;
        turned.right = Eigen::AngleAxisd(0.01, Vec3::UnitY()) * plane.right;
        QCOMPARE(cut.lines(turned).size(), size_t(3));
        const QPointF near = cut.nearest(plane, QPointF(55, 40)); // 10 mm before the leg on y = 0
        QVERIFY(std::abs(near.x() - 55) < 1e-3 && std::abs(near.y() - 50) < 1e-3);
    }
};

QTEST_GUILESS_MAIN(TestSliceRender)
#include "tst_slice_render.moc"
