// Segments by planes on a liver that is a box, expected liver volumes against computed ones, clearance of boxes.

#include "core/anatomy/couinaud.h"
#include "core/anatomy/liver_volumetry.h"
#include "core/base/error.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace pollux;

namespace {

const Grid kGrid = [] {
    Grid g = shapes::grid(80, 50, 40, Vec3(1, 1, 1.5));
    g.origin = Vec3(-59.5, -44.5, -29.25); // no voxel centre on a plane
    return g;
}();

/// In front of the vena cava, which stands at the origin.
bool inLiver(const Vec3& p)
{
    return p.x() > -40 && p.x() < 20 && p.y() > -40 && p.y() < 0 && std::abs(p.z()) < 30;
}

/// The middle vein runs straight ahead, the others at 45 degrees to it.
CouinaudLandmarks landmarks()
{
    CouinaudLandmarks l;
    l.rightVein = Vec3(-30, -30, 3);
    l.middleVein = Vec3(0, -30, -8);
    l.leftVein = Vec3(15, -15, 5);
    l.bifurcation = Vec3(5, -10, 0);
    return l;
}

std::array<std::int64_t, 9> counts(const std::vector<std::uint8_t>& labels)
{
    std::array<std::int64_t, 9> out{};
    for (const std::uint8_t l : labels)
        ++out[l];
    return out;
}

Mask box(const Vec3& low, const Vec3& high)
{
    return shapes::mask(
        kGrid, [&](const Vec3& p) { return (p.array() > low.array()).all() && (p.array() < high.array()).all(); });
}

} // namespace

class TestCouinaud : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Sectors of known area times half the height: triangles and what is left of the rectangle.
    void sectorsOfABox()
    {
        const Mask liver = shapes::mask(kGrid, inLiver);
        const auto n = counts(couinaudSegments(liver, landmarks(), nullptr, Job()));
        const double voxel = kGrid.voxelVolume();
        const auto area = [&](std::initializer_list<int> segments, double height) {
            double sum = 0;
            for (const int s : segments)
                sum += static_cast<double>(n[static_cast<size_t>(s)]) * voxel;
            return sum / height;
        };
        // Right of the middle 40 x 40, halved by the diagonal; left 20 x 40, of which the triangle of 20 x 20 is
        // lateral.
        QVERIFY(std::abs(area({6}, 30) - 800) < 30 && std::abs(area({7}, 30) - 800) < 30);
        QVERIFY(std::abs(area({5}, 30) - 800) < 30 && std::abs(area({8}, 30) - 800) < 30);
        QVERIFY2(std::abs(area({4}, 60) - 600) < 15, qPrintable(QString::number(area({4}, 60))));
        QVERIFY(std::abs(area({2}, 30) - 200) < 15 && std::abs(area({3}, 30) - 200) < 15);
        QCOMPARE(n[1], std::int64_t(0));
        QCOMPARE(n[2] + n[3] + n[4] + n[5] + n[6] + n[7] + n[8], liver.count());
        QCOMPARE(n[2], n[3]); // above and below are alike
        QCOMPARE(n[6], n[7]);
    }

    void placesGetTheirNames()
    {
        const Mask liver = shapes::mask(kGrid, inLiver);
        const auto labels = couinaudSegments(liver, landmarks(), nullptr, Job());
        const auto at = [&](const Vec3& p) {
            const Index3 i = kGrid.nearest(p);
            const IndexBox& b = liver.box();
            return std::string(couinaudName(labels[static_cast<size_t>(
                (std::int64_t(i[2] - b.min[2]) * b.size(1) + (i[1] - b.min[1])) * b.size(0) + (i[0] - b.min[0]))]));
        };
        QCOMPARE(at(Vec3(-35, -5, 20)), std::string("VII"));
        QCOMPARE(at(Vec3(-35, -5, -20)), std::string("VI"));
        QCOMPARE(at(Vec3(-10, -35, 20)), std::string("VIII"));
        QCOMPARE(at(Vec3(-10, -35, -20)), std::string("V"));
        QCOMPARE(at(Vec3(8, -35, 20)), std::string("IV"));
        QCOMPARE(at(Vec3(18, -5, 20)), std::string("II"));
        QCOMPARE(at(Vec3(18, -5, -20)), std::string("III"));
        QCOMPARE(couinaudName(0), std::string_view());
        QCOMPARE(couinaudName(9), std::string_view());
    }

    void theCaudateLobeIsWhatIsGiven()
    {
        const Mask liver = shapes::mask(kGrid, inLiver), caudate = box(Vec3(-10, -12, -10), Vec3(10, 30, 10));
        const auto n = counts(couinaudSegments(liver, landmarks(), &caudate, Job()));
        QCOMPARE(n[1], intersect(liver, caudate).count());
        Mask other(shapes::grid(4, 4, 4, Vec3(1, 1, 1)), std::vector<std::uint8_t>(64, 1));
        QVERIFY_THROWS_EXCEPTION(Error, couinaudSegments(liver, landmarks(), &other, Job()));
    }

    void placesThatDefineNoPlanesAreRefused()
    {
        QVERIFY(problemOf(landmarks()).empty());
        CouinaudLandmarks l = landmarks();
        std::swap(l.rightVein, l.leftVein);
        QVERIFY(problemOf(l).find("order") != std::string::npos);
        l = landmarks();
        l.middleVein = Vec3(1, 1, 40);
        QVERIFY(problemOf(l).find("axis") != std::string::npos);
        QVERIFY_THROWS_EXCEPTION(Error, couinaudSegments(shapes::mask(kGrid, inLiver), l, nullptr, Job()));
        l = landmarks();
        l.bifurcation.x() = std::nan("");
        QVERIFY(!problemOf(l).empty());
    }

    /// Computed by hand from the formulas: 170 cm and 70 kg, 160 and 55, 180 and 95.
    void expectedVolumes()
    {
        QVERIFY(std::abs(bodySurface(170, 70) - 1.8181) < 5e-5);
        QVERIFY(std::abs(estimatedLiverMl(LiverFormula::Vauthey, bodySurface(170, 70)) - 1509.66) < 0.01);
        QVERIFY(std::abs(estimatedLiverMl(LiverFormula::Urata, bodySurface(170, 70)) - 1286.36) < 0.01);
        QVERIFY(std::abs(estimatedLiverMl(LiverFormula::Vauthey, bodySurface(160, 55)) - 1186.95) < 0.01);
        QVERIFY(std::abs(estimatedLiverMl(LiverFormula::Vauthey, bodySurface(180, 95)) - 1967.56) < 0.01);
    }

    void clearanceOfBoxes()
    {
        const Mask a = box(Vec3(-40, -20, -20), Vec3(-20, 0, 20));
        // Voxel borders lie at whole numbers along x: 12 mm between them.
        const auto far = clearance(a, box(Vec3(-8, -20, -20), Vec3(10, 0, 20)), 100, Job());
        QVERIFY2(far && std::abs(far->mm - 12) < 1e-4, qPrintable(QString::number(far ? far->mm : -1)));
        QVERIFY(std::abs(far->place.x() + 20.5) < 1e-9);
        QCOMPARE(clearance(a, box(Vec3(-20, -20, -20), Vec3(10, 0, 20)), 100, Job())->mm, 0.0);
        QCOMPARE(clearance(a, box(Vec3(-25, -20, -20), Vec3(10, 0, 20)), 100, Job())->mm, 0.0);
        QVERIFY(!clearance(a, box(Vec3(-8, -20, -20), Vec3(10, 0, 20)), 5, Job()));
        QVERIFY(
            !clearance(a, Mask(kGrid, std::vector<std::uint8_t>(static_cast<size_t>(kGrid.voxels()), 0)), 5, Job()));
        // Around a corner: 9 and 12 mm off, 15 mm between the corners, half a voxel of slack.
        const auto corner = clearance(box(Vec3(-40, -40, -20), Vec3(-20, -30, 20)),
                                      box(Vec3(-11, -18, -20), Vec3(10, 0, 20)), 100, Job());
        QVERIFY2(corner && std::abs(corner->mm - 15) < 0.5, qPrintable(QString::number(corner ? corner->mm : -1)));
    }
};

QTEST_GUILESS_MAIN(TestCouinaud)
#include "tst_couinaud.moc"
