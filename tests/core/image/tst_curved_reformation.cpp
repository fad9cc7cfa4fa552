#include "core/base/error.h"
#include "core/image/curved_reformation.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace pollux;

namespace {

Volume filled(const Grid& g, const std::function<double(const Vec3&)>& value)
{
    std::vector<float> v(static_cast<size_t>(g.voxels()));
    size_t at = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[at++] = static_cast<float>(value(g.toPatient(i, j, k)));
    return Volume(g, std::move(v));
}

/// Thick slices, turned and mirrored.
Grid thickGrid()
{
    return shapes::obliqueMirrored(shapes::grid(120, 110, 50, Vec3(0.8, 0.9, 2)));
}

const Vec3 kSlope(3, -2, 5); ///< of a linear image, per mm

Volume ramp(const Grid& g)
{
    return filled(g, [](const Vec3& p) { return 100 + kSlope.dot(p); });
}

/// Arc in a plane that is that of no grid.
struct Arc
{
    Vec3 centre;
    Mat3 axes = Eigen::AngleAxisd(0.6, Vec3(1, -1, 2).normalized()).toRotationMatrix();
    double radius = 25;

    Vec3 at(double degrees) const
    {
        const double a = degrees * M_PI / 180;
        return centre + axes * Vec3(radius * std::cos(a), radius * std::sin(a), 0);
    }
    std::vector<Vec3> points(double from, double to, double every) const
    {
        std::vector<Vec3> out;
        for (double a = from; a <= to + 1e-9; a += every)
            out.push_back(at(a));
        return out;
    }
    double distance(const Vec3& p) const ///< to the whole circle
    {
        const Vec3 q = axes.transpose() * (p - centre);
        return std::hypot(std::hypot(q.x(), q.y()) - radius, q.z());
    }
};

/// Width (mm) of the part about the middle row that is brighter than `value`, between pixels by straight lines; -1 if
/// it has no end.
double bandMm(const CurvedImage& image, int column, double value)
{
    const int rows = image.surface.rows(), middle = rows / 2;
    double width = 0;
    for (const int side : {-1, 1}) {
        int r = middle;
        while (r + side >= 0 && r + side < rows && image.at(column, r + side) >= value)
            r += side;
        if (r + side < 0 || r + side >= rows)
            return -1;
        const double in = image.at(column, r), out = image.at(column, r + side);
        width += std::abs(r - middle) + (in - value) / (in - out);
    }
    return width * image.surface.stepMm();
}

bool refused(const std::function<void()>& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput && !e.advice().empty();
    }
    return false;
}

CurvedOptions cut(CurvedKind kind, double width, double angle = 0)
{
    CurvedOptions o;
    o.kind = kind;
    o.widthMm = width;
    o.angleDeg = angle;
    return o;
}

} // namespace

class TestCurvedReformation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Any trilinear sample of a linear image is known.
    void aLinearImageIsExactAtEveryPixel_data()
    {
        QTest::addColumn<bool>("panoramic");
        QTest::newRow("straightened") << false;
        QTest::newRow("panoramic") << true;
    }
    void aLinearImageIsExactAtEveryPixel()
    {
        QFETCH(bool, panoramic);
        const Grid g = thickGrid();
        Arc arc{shapes::middle(g)};
        const CurvedImage image =
            reformatCurved(ramp(g), arc.points(10, 280, 6),
                           cut(panoramic ? CurvedKind::Panoramic : CurvedKind::Straightened, 44, 25), Job());
        int compared = 0;
        for (int c = 0; c < image.surface.columns(); ++c)
            for (int r = 0; r < image.surface.rows(); ++r) {
                const Vec3 p = image.surface.toPatient(c, r), x = g.toIndex(p);
                bool within = true, beyond = false;
                for (int a = 0; a < 3; ++a) {
                    const double last = g.size[static_cast<size_t>(a)] - 1;
                    within = within && x[a] >= 0 && x[a] <= last;
                    beyond = beyond || x[a] < -0.51 || x[a] > last + 0.51;
                }
                if (beyond)
                    QVERIFY(image.at(c, r) == CurvedImage::kOutside);
                if (!within)
                    continue;
                ++compared;
                const double expected = 100 + kSlope.dot(p);
                QVERIFY2(std::abs(image.at(c, r) - expected) < 2e-3,
                         qPrintable(QString("%1 instead of %2").arg(image.at(c, r)).arg(expected)));
            }
        QVERIFY(image.anyInside);
        QVERIFY2(compared > 5000, qPrintable(QString::number(compared)));
    }

    void aStraightTubeIsAStraightBandOfItsWidth()
    {
        const Grid g = thickGrid();
        const Vec3 middle = shapes::middle(g), way = (g.direction * Vec3(1, 0.7, 0.4)).normalized();
        const double radius = 8;
        const Volume v = filled(g, [&](const Vec3& p) {
            const Vec3 d = p - middle;
            return 1000 - 100 * (d - d.dot(way) * way).norm();
        });
        for (const double angle : {0.0, 55.0, 90.0}) {
            const CurvedImage image = reformatCurved(v, {middle - 30 * way, middle + 4 * way, middle + 30 * way},
                                                     cut(CurvedKind::Straightened, 30, angle), Job());
            QCOMPARE(image.surface.lengthMm(), 60.0);
            for (int c = 0; c < image.surface.columns(); ++c) {
                const double band = bandMm(image, c, 1000 - 100 * radius);
                QVERIFY2(std::abs(band - 2 * radius) < 0.2, qPrintable(QString("%1: %2").arg(c).arg(band)));
            }
        }
    }

    void aTorusIsAStraightBandToo()
    {
        const Grid g = thickGrid();
        const Arc arc{shapes::middle(g)};
        const double radius = 5;
        const Volume v = filled(g, [&](const Vec3& p) { return 1000 - 100 * arc.distance(p); });
        for (const double angle : {0.0, 40.0, 90.0}) {
            const CurvedImage image =
                reformatCurved(v, arc.points(0, 300, 5), cut(CurvedKind::Straightened, 24, angle), Job());
            const double exact = arc.radius * 300 * M_PI / 180;
            QVERIFY2(std::abs(image.surface.lengthMm() - exact) < 0.005 * exact,
                     qPrintable(QString::number(image.surface.lengthMm())));
            for (int c = 0; c < image.surface.columns(); ++c) {
                const Vec3 p = image.surface.toPatient(c, image.surface.middleRow());
                QVERIFY(arc.distance(p) < 0.02); // the middle row is the curve
                const double band = bandMm(image, c, 1000 - 100 * radius);
                QVERIFY2(std::abs(band - 2 * radius) < 0.3, qPrintable(QString("%1: %2").arg(c).arg(band)));
            }
        }
    }

    /// Of a linear image the mean of a slab is its middle, and its extremes lie on its faces.
    void slabs()
    {
        const Grid g = thickGrid();
        const Vec3 middle = shapes::middle(g), way = g.direction.col(0);
        const Volume v = ramp(g);
        CurvedOptions o = cut(CurvedKind::Straightened, 6, 30);
        o.slabMm = 7;
        for (const auto& [slab, sign] :
             {std::pair(CurvedSlab::Mean, 0), std::pair(CurvedSlab::Maximum, 1), std::pair(CurvedSlab::Minimum, -1)}) {
            o.slab = slab;
            const CurvedImage image = reformatCurved(v, {middle - 10 * way, middle + 10 * way}, o, Job());
            for (int c = 0; c < image.surface.columns(); c += 5)
                for (int r = 0; r < image.surface.rows(); r += 3) {
                    const double slope = std::abs(kSlope.dot(image.surface.slabNormal(c)));
                    const double expected =
                        100 + kSlope.dot(image.surface.toPatient(c, r)) + sign * slope * o.slabMm / 2;
                    QVERIFY(slope > 0.5);
                    QVERIFY2(std::abs(image.at(c, r) - expected) < 5e-3,
                             qPrintable(QString("%1 instead of %2").arg(image.at(c, r)).arg(expected)));
                }
        }
    }

    void aBrightSpotBesideTheCutIsSeenInAThickSlabOnly()
    {
        const Grid g = shapes::grid(60, 60, 40, Vec3(1, 1, 1.5));
        const Vec3 middle = shapes::middle(g);
        CurvedOptions o = cut(CurvedKind::Straightened, 20);
        o.slab = CurvedSlab::Maximum;
        const std::vector<Vec3> line{middle - Vec3(0, 20, 0), middle + Vec3(0, 20, 0)};
        const Vec3 spot = middle + 6 * CurvedSurface(line, o).slabNormal(0);
        const Volume v = filled(g, [&](const Vec3& p) { return (p - spot).norm() < 2.5 ? 500.0 : 0.0; });
        const auto brightest = [&](double slab) {
            o.slabMm = slab;
            const CurvedImage image = reformatCurved(v, line, o, Job());
            return *std::max_element(image.values.begin(), image.values.end());
        };
        QCOMPARE(brightest(0), 0.0F);
        QCOMPARE(brightest(4), 0.0F);
        QCOMPARE(brightest(14), 500.0F);
    }

    void pixelsAndPointsAreInverse()
    {
        Arc arc{Vec3(5, -40, 12)};
        std::vector<Vec3> curve = arc.points(0, 250, 5);
        for (const CurvedKind kind : {CurvedKind::Straightened, CurvedKind::Panoramic}) {
            const CurvedSurface s(curve, cut(kind, 36, 20));
            QVERIFY(s.rows() % 2 == 1);
            for (double c = 0.3; c < s.columns() - 1; c += 11.7)
                for (double r = 1; r < s.rows() - 1; r += 7.4) {
                    const CurvedPlace found = s.nearest(s.toPatient(c, r));
                    QVERIFY2(std::abs(found.column - c) < 1e-3 && std::abs(found.row - r) < 1e-3 && found.offMm < 1e-4,
                             qPrintable(QString("(%1, %2) for (%3, %4), off %5")
                                            .arg(found.column)
                                            .arg(found.row)
                                            .arg(c)
                                            .arg(r)
                                            .arg(found.offMm)));
                }
        }
    }

    /// A point beside the cut is found at the foot of its perpendicular.
    void whatLiesBesideTheCutIsSaidToBe()
    {
        Arc arc{Vec3(0, 0, 0)};
        const CurvedSurface s(arc.points(0, 200, 5), cut(CurvedKind::Straightened, 20, 33));
        for (const double row : {s.middleRow(), s.middleRow() - 9}) {
            const CurvedPlace found = s.nearest(s.toPatient(70, row) + 3 * s.slabNormal(70));
            QVERIFY2(std::abs(found.offMm - 3) < 0.01, qPrintable(QString::number(found.offMm)));
            QVERIFY(std::abs(found.column - 70) < 0.1 && std::abs(found.row - row) < 0.1);
        }
        // Beyond its edge: the nearest pixel there is.
        const CurvedPlace edge = s.nearest(s.toPatient(70, 0) - 5 * s.line()[70].across);
        QCOMPARE(edge.row, 0.0);
        QVERIFY(std::abs(edge.offMm - 5) < 0.01);
    }

    void turningByADegreeTurnsTheCutByIt()
    {
        Arc arc{Vec3(0, 0, 0)};
        const CurvedSurface a(arc.points(0, 200, 5), cut(CurvedKind::Straightened, 20, 0));
        const CurvedSurface b(arc.points(0, 200, 5), cut(CurvedKind::Straightened, 20, 90));
        for (int c = 0; c < a.columns(); c += 20) {
            const CurvePoint& p = a.line()[static_cast<size_t>(c)];
            QVERIFY((b.line()[static_cast<size_t>(c)].across - p.normal()).norm() < 1e-9);
        }
    }

    /// A jaw: an arc in an axial plane, the patient's right first.
    void thePanoramicImageStandsUpright()
    {
        std::vector<Vec3> jaw;
        for (double a = -170; a <= -10; a += 10)
            jaw.push_back({26 * std::cos(a * M_PI / 180), 40 * std::sin(a * M_PI / 180), 7});
        const CurvedSurface s(jaw, cut(CurvedKind::Panoramic, 60));
        for (int c = 0; c < s.columns(); c += 9) {
            const Vec3 up = s.toPatient(c, 0) - s.toPatient(c, s.rows() - 1);
            QVERIFY((up - Vec3(0, 0, 60)).norm() < 1e-9);
            QVERIFY(std::abs(s.toPatient(c, s.middleRow()).z() - 7) < 1e-9);
        }
        QVERIFY(s.toPatient(0, s.middleRow()).x() < s.toPatient(s.columns() - 1, s.middleRow()).x());
        // Tilted about the line from right to left: towards front or back, never to a side.
        const CurvedSurface tilted(jaw, cut(CurvedKind::Panoramic, 60, 20));
        const Vec3 up = (tilted.toPatient(0, 0) - tilted.toPatient(0, tilted.rows() - 1)).normalized();
        // The line ends at a whole step, a little before the curve: right to left is that of its own ends.
        const Vec3 ends = tilted.line().back().position - tilted.line().front().position;
        QVERIFY(std::abs(up.dot(ends.normalized())) < 1e-9);
        QVERIFY(std::abs(std::acos(up.z()) * 180 / M_PI - 20) < 1e-6);
    }

    void noPixelIsMadeUpBeyondTheImage()
    {
        const Grid g = shapes::grid(20, 20, 20, Vec3(1, 1, 1));
        const Vec3 far = shapes::middle(g) + Vec3(500, 0, 0);
        const CurvedImage image =
            reformatCurved(ramp(g), {far, far + Vec3(0, 0, 30)}, cut(CurvedKind::Straightened, 20), Job());
        QVERIFY(!image.anyInside);
        for (const float v : image.values)
            QVERIFY(v == CurvedImage::kOutside);
        // What is not a number counts as beyond.
        const Volume hole = filled(g, [](const Vec3&) { return std::numeric_limits<double>::quiet_NaN(); });
        const Vec3 m = shapes::middle(g);
        QVERIFY(!reformatCurved(hole, {m - Vec3(0, 0, 8), m + Vec3(0, 0, 8)}, cut(CurvedKind::Straightened, 8), Job())
                     .anyInside);
    }

    void whatCannotBeIsRefusedWithAdvice()
    {
        const Grid g = shapes::grid(20, 20, 20, Vec3(1, 1, 1));
        const Volume v = ramp(g);
        const Vec3 m = shapes::middle(g);
        const std::vector<Vec3> line{m - Vec3(0, 0, 9), m + Vec3(0, 0, 9)};
        const auto run = [&](const std::vector<Vec3>& curve, const CurvedOptions& o) {
            return refused([&] { reformatCurved(v, curve, o, Job()); });
        };
        const CurvedOptions good = cut(CurvedKind::Straightened, 20);
        QVERIFY(!run(line, good));
        QVERIFY(run({}, good));
        QVERIFY(run({m, m}, good));
        QVERIFY(run({m, Vec3(0, std::numeric_limits<double>::infinity(), 0)}, good));
        QVERIFY(run(line, cut(CurvedKind::Straightened, 0)));
        QVERIFY(run(line, cut(CurvedKind::Straightened, std::numeric_limits<double>::quiet_NaN())));
        QVERIFY(run(line, cut(CurvedKind::Straightened, 20, std::numeric_limits<double>::quiet_NaN())));
        CurvedOptions o = good;
        o.slabMm = -1;
        QVERIFY(run(line, o));
        o = good;
        o.stepMm = 0.05;
        o.widthMm = 500;
        QVERIFY(run({m, m + Vec3(0, 0, 900)}, o)); // 180 million pixels
        // Up and down along the lines of a panoramic image.
        QVERIFY(run(line, cut(CurvedKind::Panoramic, 20)));
        QVERIFY(refused([&] { reformatCurved(Volume(), line, good, Job()); }));
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        const Grid g = shapes::grid(20, 20, 20, Vec3(1, 1, 1));
        const Vec3 m = shapes::middle(g);
        try {
            reformatCurved(ramp(g), {m, m + Vec3(0, 0, 9)}, cut(CurvedKind::Straightened, 20), Job(stop.get_token()));
            QFAIL("it did not stop");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestCurvedReformation)
#include "tst_curved_reformation.moc"
