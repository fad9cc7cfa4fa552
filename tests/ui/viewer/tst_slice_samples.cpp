#include "ui/viewer/slice_render.h"
#include "ui/viewer/slice_samples.h"

#include <Eigen/Geometry>
#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

/// Value = 100 + 3 i - 2 j + 5 k of the index, so that any trilinear sample is known exactly.
Volume ramp(const Grid& g)
{
    std::vector<float> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[static_cast<size_t>(g.offset(i, j, k))] = static_cast<float>(100 + 3 * i - 2 * j + 5 * k);
    return Volume(g, std::move(v));
}

Grid obliqueGrid()
{
    Grid g;
    g.size = {40, 36, 30};
    g.spacing = Vec3(1.0, 1.5, 2.5);
    g.origin = Vec3(-31, 12, -140);
    g.direction = (Eigen::AngleAxisd(0.3, Vec3::UnitZ()) * Eigen::AngleAxisd(-0.2, Vec3::UnitX())).toRotationMatrix();
    return g;
}

std::vector<float> rowOf(const Volume& v, const SlicePlane& plane, int y, const SliceSamples::Options& options)
{
    std::vector<float> out(static_cast<size_t>(plane.size.width()));
    SliceSamples(v, plane, options).row(y, out.data());
    return out;
}

} // namespace

class TestSliceSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void axesAlongALineLookDownIt()
    {
        const std::pair<Vec3, Vec3> lines[] = {{Vec3(0, -100, 0), Vec3(0, 0, 0)}, // from the front
                                               {Vec3(-100, 0, 0), Vec3(0, 0, 0)}, // from the right
                                               {Vec3(-60, -80, 30), Vec3(10, 5, -4)},
                                               {Vec3(0, 0, 200), Vec3(0, 1, 0)}}; // from the head
        for (const auto& [from, to] : lines) {
            const Mat3 axes = axesAlong(from, to);
            QVERIFY((axes.transpose() * axes).isIdentity(1e-12) && axes.determinant() > 0);
            const SlicePlane eye = slicePlane(PlaneKind::Axial, to, {100, 100}, 1, axes);
            QVERIFY(eye.normal().dot((to - from).normalized()) > 1 - 1e-12); // away from the viewer: into the body
            for (const PlaneKind kind : {PlaneKind::Sagittal, PlaneKind::Coronal})
                QVERIFY(std::abs(slicePlane(kind, to, {100, 100}, 1, axes).distance(from)) < 1e-9);
        }
        // From the front the eye sees what a coronal picture shows: left on the right, feet below.
        const SlicePlane front =
            slicePlane(PlaneKind::Axial, Vec3::Zero(), {10, 10}, 1, axesAlong({0, -1, 0}, {0, 0, 0}));
        QVERIFY((front.right - Vec3::UnitX()).norm() < 1e-12 && (front.down + Vec3::UnitZ()).norm() < 1e-12);
        // From the right: the front of the body on the right.
        const SlicePlane right =
            slicePlane(PlaneKind::Axial, Vec3::Zero(), {10, 10}, 1, axesAlong({-1, 0, 0}, {0, 0, 0}));
        QVERIFY((right.right + Vec3::UnitY()).norm() < 1e-12 && (right.down + Vec3::UnitZ()).norm() < 1e-12);
        QVERIFY(isStandard(axesAlong(Vec3(1, 2, 3), Vec3(1, 2, 3))));
    }

    void obliquePlaneOfALinearImageIsExact()
    {
        const Grid g = obliqueGrid();
        const Volume v = ramp(g);
        const Mat3 axes = turnedAxes(turnedAxes(Mat3::Identity(), PlaneKind::Axial, 0.5), PlaneKind::Coronal, -0.35);
        const SlicePlane plane = slicePlane(PlaneKind::Sagittal, g.bounds().centre(), QSize(64, 48), 0.7, axes);
        int compared = 0;
        for (int y = 0; y < 48; ++y) {
            const auto row = rowOf(v, plane, y, {});
            for (int x = 0; x < 64; ++x) {
                const Vec3 p = g.toIndex(plane.toPatient({x + 0.5, y + 0.5}));
                bool within = true;
                for (int a = 0; a < 3; ++a)
                    within = within && p[a] >= 0 && p[a] <= g.size[static_cast<size_t>(a)] - 1;
                if (!within)
                    continue;
                ++compared;
                const double expected = 100 + 3 * p[0] - 2 * p[1] + 5 * p[2];
                QVERIFY2(std::abs(row[static_cast<size_t>(x)] - expected) < 2e-3,
                         qPrintable(QString::number(row[static_cast<size_t>(x)] - expected)));
            }
        }
        QVERIFY(compared > 1000);
    }

    void turningIsClockwiseAndStaysOrthonormal()
    {
        // a quarter turn clockwise in the axial image brings what was right in the image down
        const Mat3 axes = turnedAxes(Mat3::Identity(), PlaneKind::Axial, M_PI / 2);
        QVERIFY((axes.col(0) - Vec3(0, 1, 0)).norm() < 1e-12); // the patient's posterior is now image right
        QVERIFY((axes.col(2) - Vec3(0, 0, 1)).norm() < 1e-12); // the plane itself is the same
        Mat3 many = Mat3::Identity();
        for (int i = 0; i < 10000; ++i)
            many = turnedAxes(many, static_cast<PlaneKind>(i % 3), 0.01);
        QVERIFY((many.transpose() * many).isIdentity(1e-12));
        QVERIFY(std::abs(many.determinant() - 1) < 1e-12);
        QVERIFY(isStandard(Mat3::Identity()));
        QVERIFY(!isStandard(turnedAxes(Mat3::Identity(), PlaneKind::Coronal, 0.01)));
    }

    void slabTakesMeanMaximumMinimum()
    {
        // layers of 2.5 mm with values 0, 10, 20, ... : a slab of 10 mm around layer 10 holds layers 8 to 12
        Grid g;
        g.size = {8, 8, 21};
        g.spacing = Vec3(1, 1, 2.5);
        std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
        for (int k = 0; k < 21; ++k)
            std::fill_n(v.begin() + std::int64_t(k) * 64, 64, static_cast<std::int16_t>(k == 9 ? 500 : 10 * k));
        const Volume volume(g, std::move(v));
        const SlicePlane plane = slicePlane(PlaneKind::Axial, g.toPatient(4, 4, 10), QSize(4, 4), 1);
        QCOMPARE(rowOf(volume, plane, 1, {})[1], 100.0F);
        QCOMPARE(rowOf(volume, plane, 1, {true, SlabMode::Maximum, 10})[1], 500.0F);
        QCOMPARE(rowOf(volume, plane, 1, {true, SlabMode::Minimum, 10})[1], 80.0F);
        QCOMPARE(rowOf(volume, plane, 1, {true, SlabMode::Mean, 10})[1], (80 + 500 + 100 + 110 + 120) / 5.0F);
        // beyond the volume: what is there counts, nothing is made up
        const SlicePlane top = slicePlane(PlaneKind::Axial, g.toPatient(4, 4, 20), QSize(4, 4), 1);
        QCOMPARE(rowOf(volume, top, 1, {true, SlabMode::Mean, 10})[1], (180 + 190 + 200) / 3.0F);
        const SlicePlane off = slicePlane(PlaneKind::Axial, g.toPatient(4, 4, 60), QSize(4, 4), 1);
        QCOMPARE(rowOf(volume, off, 1, {true, SlabMode::Maximum, 10})[1], SliceSamples::kOutside);
    }

    void slabOfAnObliquePlaneSymmetricInALinearImage()
    {
        const Grid g = obliqueGrid();
        const Volume v = ramp(g);
        const Mat3 axes = turnedAxes(Mat3::Identity(), PlaneKind::Sagittal, 0.4);
        const SlicePlane plane = slicePlane(PlaneKind::Axial, g.bounds().centre(), QSize(9, 9), 1, axes);
        const float alone = rowOf(v, plane, 4, {})[4];
        const float mean = rowOf(v, plane, 4, {true, SlabMode::Mean, 12})[4];
        const float most = rowOf(v, plane, 4, {true, SlabMode::Maximum, 12})[4];
        const float least = rowOf(v, plane, 4, {true, SlabMode::Minimum, 12})[4];
        QVERIFY(std::abs(alone - mean) < 1e-3F);
        QVERIFY(std::abs((most + least) / 2 - alone) < 1e-3F);
        // the gradient along the normal times the thickness
        const Vec3 slope =
            (g.direction.transpose() * plane.normal()).cwiseQuotient(g.spacing).cwiseProduct(Vec3(3, -2, 5));
        QVERIFY(std::abs((most - least) - 12 * std::abs(slope.sum())) < 2e-3);
    }

    void fusionBlendsChecksAndWipes()
    {
        Grid g;
        g.size = {100, 100, 3};
        const auto flat = [&](std::uint8_t value) {
            return Volume(g, std::vector<std::uint8_t>(static_cast<size_t>(g.voxels()), value));
        };
        const Volume dark = flat(0), bright = flat(200);
        Grid small = g;
        small.size = {50, 100, 3}; // the second image covers the left half only
        const Volume half(small, std::vector<std::uint8_t>(static_cast<size_t>(small.voxels()), 200));
        SliceGrey grey;
        grey.windowCentre = 100;
        grey.windowWidth = 200;
        SliceOver over;
        over.volume = &bright;
        over.windowCentre = 100;
        over.windowWidth = 200;
        over.square = 10;
        const SlicePlane plane = slicePlane(PlaneKind::Axial, g.toPatient(50, 50, 1), QSize(100, 100), 1);
        const auto at = [&](int x, int y) { return qGray(renderSliceImage(dark, plane, grey, {}, over).pixel(x, y)); };
        over.amount = 0.25;
        QVERIFY(std::abs(at(30, 30) - 64) <= 1);
        over.mode = FusionMode::Checkerboard;
        QCOMPARE(at(5, 5), 0);
        QCOMPARE(at(15, 5), 255);
        QCOMPARE(at(15, 15), 0);
        over.mode = FusionMode::Wipe;
        over.amount = 0.6;
        QCOMPARE(at(59, 10), 0);
        QCOMPARE(at(61, 10), 255);
        over.mode = FusionMode::Blend;
        over.amount = 1;
        over.volume = &half;
        QCOMPARE(at(20, 50), 255);
        QCOMPARE(at(80, 50), 0); // where the second has nothing the first shows
        over.colours.assign(256, qRgb(0, 0, 0));
        over.colours[255] = qRgb(255, 0, 0);
        QCOMPARE(renderSliceImage(dark, plane, grey, {}, over).pixel(20, 50), qRgb(255, 0, 0));
    }
};

QTEST_GUILESS_MAIN(TestSliceSamples)
#include "tst_slice_samples.moc"
