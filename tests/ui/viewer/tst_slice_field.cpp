// A map on a surface, in slices: on the surface's cut, in the colours of its values, with a legend that has the unit.
#include "core/base/error.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/viewer/render.h"
#include "ui/viewer/slice_field.h"
#include "ui/viewer/surface_cut.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pollux;

namespace {

constexpr int kSide = 420;
constexpr double kMm = 0.5; ///< a pixel

RenderOptions options(PlaneKind plane = PlaneKind::Axial)
{
    RenderOptions o;
    o.plane = plane;
    o.size = QSize(kSide, kSide);
    o.mmPerPixel = kMm;
    o.centre = Vec3(0, 0, 0);
    o.structures = std::set<Id>{};
    o.marks = false;
    o.field = Id("map");
    return o;
}

int apart(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
}

/// The pixel where a place of the patient lies in the axial picture through the origin.
QPoint pixelOf(const Vec3& p)
{
    return {qRound(kSide / 2.0 + p.x() / kMm - 0.5), qRound(kSide / 2.0 + p.y() / kMm - 0.5)};
}

/// Of the colours within a pixel or two, the one most like the wanted.
int leastApart(const QImage& image, const QPoint& at, QRgb wanted)
{
    int least = 765;
    for (int dy = -2; dy <= 2; ++dy)
        for (int dx = -2; dx <= 2; ++dx)
            least = std::min(least, apart(image.pixel(at + QPoint(dx, dy)), wanted));
    return least;
}

int unlike(const QImage& a, const QImage& b, const QRect& in)
{
    int n = 0;
    for (int y = in.top(); y <= in.bottom(); ++y)
        for (int x = in.left(); x <= in.right(); ++x)
            n += apart(a.pixel(x, y), b.pixel(x, y)) > 30;
    return n;
}

} // namespace

class TestSliceField : public QObject
{
    Q_OBJECT

    const std::shared_ptr<const Case> m_case = sample::ballCase();

private Q_SLOTS:
    void theCutHasTheColoursOfItsValues()
    {
        const QImage image = renderSlice(*m_case, options());
        const Theme theme = loadTheme(true);
        // The map is the distance to the target, 40 to 120 mm; the surface is a ball of 80 mm.
        for (int degrees = 0; degrees < 360; degrees += 15) {
            const double a = degrees * M_PI / 180;
            const Vec3 p(80 * std::cos(a), 80 * std::sin(a), 0);
            const double value = (p - sample::kTarget).norm();
            const QRgb wanted = fieldColour(theme, std::clamp((value - 40) / 80, 0.0, 1.0)).rgb();
            const int off = leastApart(image, pixelOf(p), wanted);
            QVERIFY2(off < 40, qPrintable(QStringLiteral("%1 degrees: %2 levels off").arg(degrees).arg(off)));
        }
    }

    void withoutAValueItHasTheColourOfNone()
    {
        Case c = *m_case;
        Field f = *c.fields.at(Id("map"));
        f.category.assign(f.values.size(), 1);
        f.categories = {"ribs"};
        c.fields[Id("map")] = std::make_shared<Field>(f);
        const QImage image = renderSlice(c, options());
        const QRgb none = loadTheme(true).fieldNone.rgb();
        for (int degrees = 0; degrees < 360; degrees += 30) {
            const double a = degrees * M_PI / 180;
            QVERIFY(leastApart(image, pixelOf(Vec3(80 * std::cos(a), 80 * std::sin(a), 0)), none) < 40);
        }
    }

    void overTimeItHasTheColoursOfTheTimeThatIsShown()
    {
        Case c = *m_case;
        Field f = *c.fields.at(Id("map"));
        const size_t points = f.values.size();
        f.times = {0, 60, 120};
        f.values.assign(points, static_cast<float>(f.low));
        f.values.resize(2 * points, static_cast<float>((f.low + f.high) / 2));
        f.values.resize(3 * points, static_cast<float>(f.high));
        c.fields[Id("map")] = std::make_shared<Field>(f);
        const Theme theme = loadTheme(true);
        const QPoint left = pixelOf(Vec3(80, 0, 0));
        const auto off = [&](std::optional<double> time, double part) {
            RenderOptions o = options();
            o.fieldTime = time;
            return leastApart(renderSlice(c, o), left, fieldColour(theme, part).rgb());
        };
        QVERIFY(off(0, 0) < 40 && off(50, 0.5) < 40 && off(1e6, 1) < 40);
        QVERIFY(off(0, 1) > 100 && off(120, 0) > 100);
        QCOMPARE(off(std::nullopt, 1), off(120, 1)); // its last
        // The legend says which.
        RenderOptions o = options();
        o.marks = true;
        o.fieldTime = 0;
        const QImage first = renderSlice(c, o);
        o.fieldTime = 60;
        const QRect words(kSide - 270, 40, 215, kSide / 2 - 60);
        QVERIFY(unlike(first, renderSlice(c, o), words) > 20);
        o.fieldTime = 1; // nearest to the first: the same picture to the last pixel
        QCOMPARE(renderSlice(c, o), first);
        o.fieldTime = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_THROWS_EXCEPTION(Error, renderSlice(c, o));
    }

    void theLegendIsThereWhereTheMapIs()
    {
        RenderOptions with = options(), without = options();
        with.marks = without.marks = true;
        without.field = Id();
        const QRect bar(kSide - 52, kSide / 2 - 40, 18, 60);
        QVERIFY(unlike(renderSlice(*m_case, with), renderSlice(*m_case, without), bar) > 500);
        with.centre = without.centre = Vec3(0, 0, 90); // above the ball: nothing of the map, no legend
        QCOMPARE(renderSlice(*m_case, with), renderSlice(*m_case, without));
    }

    void aSecondImageInColoursHasALegendWithItsUnit()
    {
        Case c = *m_case;
        VolumeObject dose = c.volume(Id("ct"));
        dose.name = std::string("Dose");
        dose.unit = std::string("Gy");
        for (const char* id : {"ct", "dose"}) {
            VolumeObject v = id == std::string("ct") ? c.volume(Id("ct")) : dose;
            v.frameOfReference = "1.2.3";
            c.volumes[Id(id)] = std::make_shared<VolumeObject>(v);
        }
        RenderOptions coloured = options();
        coloured.volume = Id("ct");
        coloured.field = Id();
        coloured.marks = true;
        coloured.fusion.volume = Id("dose");
        coloured.fusion.amount = 0;
        RenderOptions grey = coloured;
        grey.fusion.coloured = false;
        const QRect bar(kSide - 52, kSide / 2 - 40, 18, 60);
        QVERIFY(unlike(renderSlice(c, coloured), renderSlice(c, grey), bar) > 500);
    }

    void aPieceSaysWhereOnTheSurfaceItEnds()
    {
        const Surface& ball = m_case->fields.at(Id("map"))->surface;
        const SlicePlane plane = slicePlane(PlaneKind::Coronal, Vec3(0, 13, 0), QSize(kSide, kSide), kMm);
        const auto pieces = SurfaceCut(ball).pieces(plane);
        QCOMPARE(pieces.size(), SurfaceCut(ball).lines(plane).size());
        QVERIFY(pieces.size() > 20);
        for (const CutPiece& piece : pieces)
            for (const CutPiece::End& e : {piece.a, piece.b}) {
                QVERIFY(e.weight >= 0 && e.weight <= 1);
                const Vec3f p = ball.points()[e.from] + e.weight * (ball.points()[e.to] - ball.points()[e.from]);
                QVERIFY(std::abs(p.y() - 13) < 1e-3);
                const QPointF off = plane.toPixel(p.cast<double>()) - e.at;
                QVERIFY(std::hypot(off.x(), off.y()) < 1e-3);
            }
    }
};

QTEST_MAIN(TestSliceField)
#include "tst_slice_field.moc"
