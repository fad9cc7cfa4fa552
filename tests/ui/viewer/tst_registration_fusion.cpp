// A second image laid over the first through a registration, their difference, and the map of how it changes volumes:
// by values and pixels that are known.

#include "core/image/registration/displacement_field.h"
#include "ui/viewer/render.h"
#include "ui/viewer/slice_fusion.h"
#include "ui/viewer/slice_samples.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace pollux;

namespace {

Grid cube(int n = 30, double spacing = 2)
{
    Grid g;
    g.size = {n, n, n};
    g.spacing = Vec3::Constant(spacing);
    g.origin = Vec3::Constant(-(n - 1) * spacing / 2);
    return g;
}

Volume made(const Grid& g, const std::function<double(const Vec3&)>& value)
{
    std::vector<float> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[static_cast<size_t>(g.offset(i, j, k))] = static_cast<float>(value(g.toPatient(i, j, k)));
    return Volume(g, std::move(v));
}

double ramp(const Vec3& p)
{
    return 100 + 3 * p.x() - 2 * p.y() + 5 * p.z();
}

/// Shifts and stretches a little; as a map, or as the field of it.
Registration way(bool asField)
{
    Registration r;
    r.name = "CT 2 on CT";
    r.fixed = Id("ct");
    r.moving = Id("ct-2");
    r.map.linear = Vec3(1.05, 0.95, 1.1).asDiagonal();
    r.map.offset = Vec3(4, -3, 2);
    if (!asField)
        return r;
    r.field = fieldOn(r, cube(40));
    r.map = {};
    return r;
}

/// Two images of frames of their own, and the way from one to the other.
std::shared_ptr<Case> twoImages()
{
    auto c = std::make_shared<Case>();
    for (const char* id : {"ct", "ct-2"}) {
        VolumeObject v;
        v.name = id;
        v.unit = std::string("HU");
        v.frameOfReference = id;
        v.windowCentre = 0;
        v.windowWidth = 200;
        v.volume = made(cube(), [&](const Vec3&) { return std::string(id) == "ct" ? 60.0 : 20.0; });
        c->volumes[Id(id)] = std::make_shared<VolumeObject>(std::move(v));
    }
    c->registrations[Id("way")] = std::make_shared<Registration>(way(true));
    return c;
}

ViewState stateOf(const std::shared_ptr<Case>& c, FusionMode mode)
{
    ViewState s;
    s.document = c;
    s.volume = Id("ct");
    s.theme = loadTheme(true);
    s.windowWidth = 200;
    s.fusion.volume = Id("ct-2");
    s.fusion.registration = Id("way");
    s.fusion.mode = mode;
    return s;
}

bool close(QRgb pixel, const QColor& colour, int most = 24)
{
    return std::abs(qRed(pixel) - colour.red()) <= most && std::abs(qGreen(pixel) - colour.green()) <= most &&
           std::abs(qBlue(pixel) - colour.blue()) <= most;
}

} // namespace

class TestRegistrationFusion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesAreThoseOfTheWay_data()
    {
        QTest::addColumn<bool>("field");
        QTest::addColumn<double>("slab");
        QTest::newRow("map") << false << 0.0;
        QTest::newRow("field") << true << 0.0;
        QTest::newRow("slab through a field") << true << 6.0; // of a linear image the mean is that of its middle
    }
    void samplesAreThoseOfTheWay()
    {
        QFETCH(bool, field);
        QFETCH(double, slab);
        const Volume moving = made(cube(50), ramp);
        const Registration r = way(field);
        const SlicePlane plane = slicePlane(PlaneKind::Coronal, Vec3(1, 2, 3), QSize(40, 30), 1);
        std::vector<float> row(40);
        SliceSamples samples(moving, plane, {true, SlabMode::Mean, slab, &r});
        for (int y = 0; y < 30; ++y) {
            samples.row(y, row.data());
            for (int x = 0; x < 40; ++x) {
                const double expected = ramp(r(plane.toPatient({x + 0.5, y + 0.5})));
                QVERIFY2(std::abs(double(row[size_t(x)]) - expected) < 0.01,
                         qPrintable(QString("%1 %2: %3, not %4").arg(x).arg(y).arg(row[size_t(x)]).arg(expected)));
            }
        }
    }

    void beyondTheMovingImageThereIsNothing()
    {
        Registration r = way(false);
        r.map.offset = Vec3(1000, 0, 0);
        const SlicePlane plane = slicePlane(PlaneKind::Axial, Vec3(0, 0, 0), QSize(8, 8), 1);
        std::vector<float> row(8);
        SliceSamples(made(cube(), ramp), plane, {true, SlabMode::Mean, 0, &r}).row(4, row.data());
        QVERIFY(std::all_of(row.begin(), row.end(), [](float v) { return v == SliceSamples::kOutside; }));
    }

    /// First minus second, signed: 60 of a range of 240 lie a quarter above or below the middle.
    void aDifferenceIsSigned()
    {
        const Volume high = made(cube(), [](const Vec3&) { return 100.0; });
        const Volume low = made(cube(), [](const Vec3&) { return 40.0; });
        const SlicePlane plane = slicePlane(PlaneKind::Axial, Vec3(0, 0, 0), QSize(20, 20), 1);
        SliceOver over;
        over.mode = FusionMode::Difference;
        over.windowWidth = 240;
        for (int i = 0; i < 256; ++i)
            over.colours.push_back(qRgb(i, 0, 0));
        over.volume = &low;
        QVERIFY(std::abs(qRed(renderSliceImage(high, plane, {}, {}, over).pixel(9, 9)) - 191) <= 1);
        over.volume = &high;
        QVERIFY(std::abs(qRed(renderSliceImage(low, plane, {}, {}, over).pixel(9, 9)) - 64) <= 1);
        over.volume = &low;
        QVERIFY(std::abs(qRed(renderSliceImage(low, plane, {}, {}, over).pixel(9, 9)) - 128) <= 1);
    }

    /// Halving, nothing and doubling are the ends and the middle of the map; folds are stripes.
    void aChangeOfVolumeIsAMapAboutOne()
    {
        const Volume image = made(cube(), [](const Vec3&) { return 0.0; });
        const Volume change = made(cube(), [](const Vec3& p) {
            return p.x() < -15 ? 0.5 : p.x() < 0 ? 1.0 : p.x() < 15 ? 2.0 : p.y() < 0 ? 0.0 : -0.5;
        });
        const SlicePlane plane = slicePlane(PlaneKind::Axial, Vec3(0, 0, 0), QSize(56, 56), 1);
        SliceOver over;
        over.mode = FusionMode::VolumeChange;
        over.amount = 1;
        for (int i = 0; i < 256; ++i)
            over.colours.push_back(qRgb(i, 0, 0));
        over.folded = qRgb(1, 2, 3);
        over.folded2 = qRgb(4, 5, 6);
        over.volume = &change;
        const QImage drawn = renderSliceImage(image, plane, {}, {}, over);
        const auto at = [&](double x) { return static_cast<int>(x + 28); };
        QCOMPARE(qRed(drawn.pixel(at(-20), 28)), 0);
        QVERIFY(std::abs(qRed(drawn.pixel(at(-8), 28)) - 128) <= 1);
        QCOMPARE(qRed(drawn.pixel(at(8), 28)), 255);
        int one = 0, other = 0;
        for (int y = 0; y < 56; ++y)
            for (int x = at(18); x < at(27); ++x) {
                one += drawn.pixel(x, y) == over.folded;
                other += drawn.pixel(x, y) == over.folded2;
            }
        QCOMPARE(one + other, 9 * 56);
        QVERIFY(one > 150 && other > 150);
    }

    /// An image of another frame is laid over only by a way that leads there from the one shown.
    void withoutItsWayNothingIsLaidOver()
    {
        const auto c = twoImages();
        ViewState s = stateOf(c, FusionMode::Blend);
        QVERIFY(s.fusionWay() && s.fusionObject() == c->volumes.at(Id("ct-2")).get());
        s.volume = Id("ct-2");
        QVERIFY(!s.fusionWay() && !s.fusionObject());
        s.volume = Id("ct");
        s.fusion.registration = Id("gone");
        QVERIFY(!s.fusionObject());
        QVERIFY(!sliceOver(s, 1).volume);
        // Another series of the fixed image's frame is as good as it.
        auto later = std::make_shared<VolumeObject>(c->volume(Id("ct")));
        c->volumes[Id("ct-3")] = later;
        s.fusion.registration = Id("way");
        s.volume = Id("ct-3");
        QVERIFY(s.fusionObject());
        QVERIFY(!s.fusionChange());
        s.fusion.mode = FusionMode::VolumeChange;
        s.fusion.change = std::make_shared<const Volume>(jacobianMap(*way(true).field, Job()));
        QVERIFY(s.fusionChange() && !s.fusionObject());
        QCOMPARE(sliceOver(s, 1).volume, s.fusion.change.get());
    }

    void theMouseTellsWhatIsThere()
    {
        ViewState s = stateOf(twoImages(), FusionMode::Difference);
        QCOMPARE(overText(s, Vec3(0, 0, 0)), QString::fromUtf8("  |  20.00 HU  |  Δ 40.00 HU"));
        QVERIFY(wayText(s).contains("CT 2 on CT"));
        QVERIFY(!wayText(s).contains("out of date"));
        s.stale.insert(Id("way"));
        QVERIFY(wayText(s).contains("out of date"));
        s.fusion.mode = FusionMode::VolumeChange;
        s.fusion.change = std::make_shared<const Volume>(jacobianMap(*way(true).field, Job()));
        QCOMPARE(overText(s, Vec3(0, 0, 0)), QString::fromUtf8("  |  volume × 1.10")); // 1.05 * 0.95 * 1.1
    }

    void theLegendHasTheColoursOfTheMap()
    {
        const auto c = twoImages();
        RenderOptions o;
        o.volume = Id("ct");
        o.size = QSize(400, 400);
        o.fusion = stateOf(c, FusionMode::Difference).fusion;
        o.windowWidth = 200;
        o.windowCentre = 0;
        const QImage drawn = renderSlice(*c, o);
        const Theme theme = loadTheme(true);
        // The bar is 140 px high in the middle of the right side.
        QVERIFY(close(drawn.pixel(357, 266), divergingColour(theme, 0.02)));
        QVERIFY(close(drawn.pixel(357, 134), divergingColour(theme, 0.98)));
        QVERIFY(close(drawn.pixel(357, 190), divergingColour(theme, 0.57)));
        // 40 of a range of 200.
        QVERIFY(close(drawn.pixel(150, 150), divergingColour(theme, 0.7), 4));
        o.fusion = {};
        QVERIFY(!close(renderSlice(*c, o).pixel(357, 134), divergingColour(theme, 0.98)));
    }
};

QTEST_MAIN(TestRegistrationFusion)
#include "tst_registration_fusion.moc"
