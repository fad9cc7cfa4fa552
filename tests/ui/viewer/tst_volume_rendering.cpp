#include "sample_case.h"
#include "ui/viewer/render.h"
#include "ui/viewer/volume_rendering.h"

#include <QTest>

using namespace pollux;

namespace {

constexpr int kSide = 160;

/// A cube of bone in the patient's left, front, upper part of an image of air. `direction` as the scanner stored it.
Case cubeCase(const Mat3& direction = Mat3::Identity(), const char* unit = "HU")
{
    Grid g;
    g.size = {40, 40, 40};
    g.spacing = Vec3(2, 2, 2);
    g.direction = direction;
    g.origin = -g.direction * Vec3(39, 39, 39);
    std::vector<std::int16_t> voxels(static_cast<size_t>(g.voxels()), -1000);
    for (int k = 0; k < 40; ++k)
        for (int j = 0; j < 40; ++j)
            for (int i = 0; i < 40; ++i) {
                const Vec3 p = g.toPatient(i, j, k);
                if (p.x() > 8 && p.x() < 32 && p.y() < -8 && p.y() > -32 && p.z() > 8 && p.z() < 32)
                    voxels[static_cast<size_t>(g.offset(i, j, k))] = 1200;
            }
    VolumeObject v;
    v.name = std::string("CT");
    v.modality = std::string("CT");
    v.unit = unit;
    v.volume = Volume(g, std::move(voxels));
    Edit e;
    e.put(Id("ct"), v);
    return apply({}, e);
}

RenderOptions options(const char* preset, char side = 'A')
{
    RenderOptions o;
    o.size = QSize(kSide, kSide);
    o.marks = false;
    o.side = side;
    o.volumeRendering.preset = QLatin1String(preset);
    return o;
}

/// Bright pixels, and their middle as parts of the picture; the cube's corner (lower left) does not count.
struct Bright
{
    int count = 0;
    double x = 0, y = 0;
};
Bright brightOf(const QImage& image)
{
    Bright b;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            if (x < 60 && y > kSide - 60)
                continue;
            if (qGray(image.pixel(x, y)) > 60) {
                ++b.count;
                b.x += x;
                b.y += y;
            }
        }
    if (b.count) {
        b.x /= b.count * double(kSide);
        b.y /= b.count * double(kSide);
    }
    return b;
}

} // namespace

class TestVolumeRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsAreWholeAndFitTheImage()
    {
        const auto all = loadVolumePresets();
        QVERIFY(all.size() >= 6);
        const Case hu = cubeCase(), grey = cubeCase(Mat3::Identity(), "");
        for (const VolumePreset& p : presetsFor(hu.volume(Id("ct"))))
            QVERIFY(!p.relative());
        const auto relative = presetsFor(grey.volume(Id("ct")));
        QVERIFY(!relative.empty());
        for (const VolumePreset& p : relative)
            QVERIFY2(p.relative(), "HU mean nothing on values that are not calibrated");
    }

    void theCropBoxFollowsThePatientNotTheStorage()
    {
        VolumeRendering r;
        Grid g;
        g.size = {10, 20, 40};
        QCOMPARE(cropBox(g, r), g.box());
        r.cropped = true;
        r.cropLow = Vec3(0.2, 0, 0.5); // away with the right fifth and the lower half
        QCOMPARE(cropBox(g, r), (IndexBox{{2, 0, 20}, {10, 20, 40}}));
        g.direction.col(0) = -Vec3::UnitX(); // columns run to the right
        g.direction.col(1) = -Vec3::UnitY();
        QCOMPARE(cropBox(g, r), (IndexBox{{0, 0, 20}, {8, 20, 40}}));
        r.cropHigh = r.cropLow; // never empty
        QVERIFY(!cropBox(g, r).empty());
    }

    void leftIsLeftFromEverySideAndStorage_data()
    {
        QTest::addColumn<bool>("turned");
        QTest::newRow("as patient axes") << false;
        QTest::newRow("columns to the right, rows to the front") << true;
    }
    void leftIsLeftFromEverySideAndStorage()
    {
        QFETCH(bool, turned);
        Mat3 direction = Mat3::Identity();
        if (turned)
            direction.diagonal() = Vec3(-1, -1, 1);
        const Case c = cubeCase(direction);
        const Bright front = brightOf(renderScene3D(c, options("bone", 'A')));
        QVERIFY2(front.count > 300, qPrintable(QString::number(front.count)));
        QVERIFY2(front.x > 0.55 && front.y < 0.45, "from the front the patient's left is on the right, up is up");
        const Bright back = brightOf(renderScene3D(c, options("bone", 'P')));
        QVERIFY(back.x < 0.45 && back.y < 0.45);
        const Bright left = brightOf(renderScene3D(c, options("bone", 'L')));
        QVERIFY2(left.x < 0.45, "from the left the front is on the left");
    }

    void withoutAPresetNothingOfTheImageIsDrawn()
    {
        const Case c = cubeCase();
        QCOMPARE(brightOf(renderScene3D(c, options(""))).count, 0);
        QVERIFY(brightOf(renderScene3D(c, options("lung"))).count < 50); // bone is not lung, air is not either
    }

    void cropAndShiftTakeAway()
    {
        const Case c = cubeCase();
        RenderOptions o = options("bone");
        o.volumeRendering.cropped = true;
        const int all = brightOf(renderScene3D(c, o)).count;
        o.volumeRendering.cropHigh = Vec3(0.5, 1, 1); // only the right half
        QCOMPARE(brightOf(renderScene3D(c, o)).count, 0);
        o.volumeRendering.cropHigh = Vec3(1, 1, 0.75); // half of the cube
        const int half = brightOf(renderScene3D(c, o)).count;
        QVERIFY2(half > all / 4 && half < all * 3 / 4, qPrintable(QString("%1 of %2").arg(half).arg(all)));
        o = options("bone");
        o.volumeRendering.shift = 2000;
        QCOMPARE(brightOf(renderScene3D(c, o)).count, 0);
    }

    void aRelativePresetShowsWhatIsBright()
    {
        QVERIFY(brightOf(renderScene3D(cubeCase(Mat3::Identity(), ""), options("mr-bright"))).count > 300);
    }
};

QTEST_MAIN(TestVolumeRendering)
#include "tst_volume_rendering.moc"
