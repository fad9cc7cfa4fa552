// The exact measures against brute force and closed forms, on oblique anisotropic grids too.

#include "plugins/liver/labelled_distance.h"
#include "plugins/liver/line_runs.h"
#include "plugins/liver/segment_distance.h"
#include "synthetic.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <numbers>
#include <random>

using namespace synthetic;

namespace {

Grid obliqueGrid()
{
    Grid g;
    g.size = {40, 36, 24};
    g.spacing = Vec3(0.7, 0.9, 2.1);
    g.origin = Vec3(-20, 5, 40);
    g.direction = (Eigen::AngleAxisd(0.4, Vec3(1, 2, 3).normalized())).toRotationMatrix();
    return g;
}

Mask speckled(const Grid& g, unsigned seed, unsigned oneIn)
{
    std::mt19937 random(seed);
    std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
    for (auto& x : v)
        x = random() % oneIn == 0;
    return Mask(g, v);
}

Vec3 around(const Grid& g, std::mt19937& random)
{
    Vec3 i;
    for (int a = 0; a < 3; ++a)
        i[a] = (double(random() % 1000) / 1000 * 1.4 - 0.2) * g.size[static_cast<size_t>(a)];
    return g.toPatient(i);
}

} // namespace

class TstExact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAgreeWithSampling()
    {
        const Grid g = obliqueGrid();
        const Mask mask = speckled(g, 1, 3);
        std::mt19937 random(2);
        int crossed = 0;
        for (int trial = 0; trial < 200; ++trial) {
            const Vec3 a = around(g, random), b = around(g, random);
            const double length = (b - a).norm();
            const auto runs = runsInside(mask, a, b);
            double last = -1;
            for (const LineRun& run : runs) {
                QVERIFY(run.from >= last - 1e-9 && run.to >= run.from && run.to <= length + 1e-6);
                last = run.to;
            }
            const int steps = 20000;
            int in = 0;
            for (int n = 0; n < steps; ++n)
                in += mask.contains(a + (b - a) * ((n + 0.5) / steps));
            const double sampled = length * in / steps;
            crossed += sampled > 0;
            QVERIFY2(std::abs(totalLength(runs) - sampled) < 0.05,
                     qPrintable(QString("%1 %2").arg(totalLength(runs)).arg(sampled)));
        }
        QVERIFY(crossed > 100);
    }

    void runsAlongAnAxis()
    {
        Grid g;
        g.size = {10, 10, 10};
        std::vector<std::uint8_t> v(1000, 0);
        v[static_cast<size_t>(g.offset(2, 5, 5))] = v[static_cast<size_t>(g.offset(3, 5, 5))] = 1;
        v[static_cast<size_t>(g.offset(7, 5, 5))] = 1;
        const Mask mask(g, v);
        const auto runs = runsInside(mask, Vec3(-5, 5, 5), Vec3(15, 5, 5));
        QCOMPARE(runs.size(), size_t(2));
        QVERIFY(std::abs(runs[0].from - 6.5) < 1e-9 && std::abs(runs[0].to - 8.5) < 1e-9);
        QVERIFY(std::abs(runs[1].from - 11.5) < 1e-9 && std::abs(runs[1].to - 12.5) < 1e-9);
        QCOMPARE(withoutNoise(runs, 4, 20).size(), size_t(1));   // the gap of 3 mm is closed
        QCOMPARE(withoutNoise(runs, 1.5, 20).size(), size_t(1)); // the island of 1 mm is dropped
        QVERIFY(runsInside(mask, Vec3(-5, 5, 5), Vec3(-5, 5, 5)).empty());
        QVERIFY(runsInside(Mask(), Vec3(0, 0, 0), Vec3(1, 0, 0)).empty());
    }

    void distanceAgreesWithBruteForce()
    {
        const Grid g = obliqueGrid();
        const Mask mask = speckled(g, 5, 400);
        std::vector<Vec3> centres;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    if (mask.at(i, j, k))
                        centres.push_back(Vec3(i, j, k).cwiseProduct(g.spacing));
        std::mt19937 random(6);
        for (int trial = 0; trial < 40; ++trial) {
            const Vec3 a = around(g, random), b = around(g, random);
            double least = 1e9;
            for (int n = 0; n <= 1000; ++n) { // every sample against every voxel's box
                const Vec3 p = g.toIndex(a + (b - a) * (n / 1000.0)).cwiseProduct(g.spacing);
                for (const Vec3& c : centres)
                    least = std::min(least, ((p - c).cwiseAbs() - g.spacing / 2).cwiseMax(0).norm());
            }
            const auto found = segmentToMask(mask, a, b);
            QVERIFY(found);
            QVERIFY2(found->distance <= least + 1e-6 && least - found->distance < (b - a).norm() / 1000,
                     qPrintable(QString("%1 %2").arg(found->distance).arg(least)));
            QVERIFY(std::abs((found->onPath - found->onMask).norm() - found->distance) < 1e-5);
            const auto edited = segmentToMask(Mask(g, *mask.bricks()), a, b); // as an edit keeps it
            QVERIFY(edited && edited->distance == found->distance && edited->onMask == found->onMask);
        }
        QVERIFY(!segmentToMask(Mask(), Vec3::Zero(), Vec3::UnitX()));
    }

    void farMaskIsFound()
    {
        Grid g;
        g.size = {4, 4, 4};
        g.origin = Vec3(500, 0, 0);
        const auto found = segmentToMask(maskOf(g, [](const Vec3&) { return true; }), Vec3(0, 1, 1), Vec3(1, 1, 1));
        QVERIFY(found && std::abs(found->distance - 498.5) < 1e-6);
    }

    void distancesOfEverySizeWithAndWithoutABound()
    {
        // Two boxes, so that the nearest has to be chosen; the path passes them at 0 to 300 mm, at every angle.
        Grid g = obliqueGrid();
        g.size = {400, 300, 150};
        const Index3 at[2] = {{20, 30, 10}, {370, 250, 140}};
        std::vector<std::uint8_t> voxels(static_cast<size_t>(g.voxels()));
        for (const Index3& v : at)
            voxels[static_cast<size_t>(g.offset(v[0], v[1], v[2]))] = 1;
        const Mask mask(g, voxels);
        std::mt19937 random(9);
        int seen[4] = {0, 0, 0, 0};
        const double aside[] = {3, 16, 50, 150}; // mm from a box to a point of the path
        for (int trial = 0; trial < 100; ++trial) {
            const Vec3 a = around(g, random);
            const Vec3 off = (around(g, random) - a).normalized() * aside[trial % 4];
            const Index3& v = at[trial / 4 % 2];
            const Vec3 past = g.toPatient(v[0], v[1], v[2]) + off;
            const Vec3 b = trial % 9 ? Vec3(a + 1.2 * (past - a)) : Vec3(past + 20 * g.direction.col(0));
            double least = 1e9;
            for (int n = 0; n <= 4000; ++n) {
                const Vec3 p = g.toIndex(a + (b - a) * (n / 4000.0)).cwiseProduct(g.spacing);
                for (const Index3& v : at) {
                    const Vec3 c = Vec3(v[0], v[1], v[2]).cwiseProduct(g.spacing);
                    least = std::min(least, ((p - c).cwiseAbs() - g.spacing / 2).cwiseMax(0).norm());
                }
            }
            const auto found = segmentToMask(mask, a, b);
            QVERIFY2(found && found->distance <= least + 1e-6 && least - found->distance < (b - a).norm() / 4000,
                     qPrintable(QString("%1 %2").arg(found ? found->distance : -1).arg(least)));
            const auto bounded = segmentToMask(mask, a, b, found->distance + 1e-6);
            QVERIFY(bounded && bounded->distance == found->distance);
            QVERIFY(!segmentToMask(mask, a, b, 0.98 * found->distance - 1e-3));
            ++seen[found->distance < 10 ? 0 : found->distance < 25 ? 1 : found->distance < 80 ? 2 : 3];
        }
        for (const int n : seen)
            QVERIFY(n > 3);
    }

    void normalOfASphere()
    {
        Grid g = obliqueGrid();
        g.size = {100, 80, 40};
        g.spacing = Vec3(0.8, 0.8, 1.6);
        const Vec3 centre = g.toPatient(Vec3(50, 40, 20));
        const Mask mask = maskOf(g, ball(centre, 25));
        std::mt19937 random(8);
        for (int trial = 0; trial < 50; ++trial) {
            const Vec3 n =
                Vec3(double(random() % 200) - 100, double(random() % 200) - 100, double(random() % 200) - 99.5)
                    .normalized();
            const double cosine = borderNormal(mask, centre + 25 * n, kNormalSigma).dot(n);
            QVERIFY2(cosine > std::cos(2.0 * std::numbers::pi / 180), qPrintable(QString::number(cosine)));
            QVERIFY(borderNormal(Mask(g, *mask.bricks()), centre + 25 * n, kNormalSigma) ==
                    borderNormal(mask, centre + 25 * n, kNormalSigma));
        }
        QVERIFY(borderNormal(mask, centre + 60 * Vec3::UnitX(), kNormalSigma).norm() == 0);
    }

    void labelledDistanceAgreesWithBruteForce()
    {
        const Index3 size{23, 19, 31};
        const double spacing = 2.5;
        std::mt19937 random(4);
        std::vector<std::uint8_t> seeds(static_cast<size_t>(size[0] * size[1] * size[2]));
        std::vector<std::array<int, 4>> list;
        for (int n = 0; n < 12; ++n) {
            const int i = int(random() % 23), j = int(random() % 19), k = int(random() % 8);
            seeds[static_cast<size_t>((k * 19 + j) * 23 + i)] = static_cast<std::uint8_t>(n + 1);
        }
        for (int k = 0, at = 0; k < size[2]; ++k)
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i, ++at)
                    if (const int label = seeds[static_cast<size_t>(at)])
                        list.push_back({i, j, k, label});
        auto labels = seeds;
        const auto steps = labelledDistance(size, spacing, labels, Job());
        int far = 0;
        for (int k = 0, at = 0; k < size[2]; ++k)
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i, ++at) {
                    double least = 1e9, ofLabel = 1e9;
                    for (const auto& s : list) {
                        const double d = spacing * Vec3(i - s[0], j - s[1], k - s[2]).norm();
                        least = std::min(least, d);
                        if (s[3] == labels[static_cast<size_t>(at)])
                            ofLabel = d;
                    }
                    const double expected = std::min(kFar, std::round(least / kDistanceStep) * kDistanceStep);
                    QCOMPARE(steps[static_cast<size_t>(at)] * kDistanceStep, expected);
                    if (expected < kFar)
                        QVERIFY(std::abs(ofLabel - least) < 1e-4); // the label is that of a nearest seed
                    else
                        far += labels[static_cast<size_t>(at)] == 0;
                }
        QVERIFY(far > 0);
    }
};

QTEST_GUILESS_MAIN(TstExact)
#include "tst_exact.moc"
