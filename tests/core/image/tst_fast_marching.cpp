// Fronts that run through a domain: straight ways, ways around a wall, whose front comes first.

#include "core/base/error.h"
#include "core/image/fast_marching.h"

#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

std::int64_t offset(const Index3& size, int i, int j, int k)
{
    return (std::int64_t(k) * size[1] + j) * size[0] + i;
}

} // namespace

class TestFastMarching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A flat front on a grid of uneven spacing comes exactly when it should.
    void aFlatFrontIsExact()
    {
        const Index3 size{5, 6, 20};
        std::vector<MarchSeed> seeds;
        for (int j = 0; j < 6; ++j)
            for (int i = 0; i < 5; ++i)
                seeds.push_back({offset(size, i, j, 0), 0, 7});
        const Marched m = fastMarch(size, Vec3(1, 2, 1.5), std::vector<std::uint8_t>(600, 1), seeds, Job());
        for (int k = 0; k < 20; ++k)
            for (int j = 0; j < 6; ++j)
                for (int i = 0; i < 5; ++i) {
                    QVERIFY(std::abs(double(m.distance[size_t(offset(size, i, j, k))]) - 1.5 * k) < 1e-4);
                    QCOMPARE(m.label[size_t(offset(size, i, j, k))], 7);
                }
    }

    /// From a point never too short, and too long by no more than what the header says.
    void aPointInTheOpen()
    {
        const Index3 size{61, 61, 61};
        std::vector<MarchSeed> seeds;
        for (int z = -1; z <= 1; ++z)
            for (int y = -1; y <= 1; ++y)
                for (int x = -1; x <= 1; ++x)
                    seeds.push_back({offset(size, 30 + x, 30 + y, 30 + z),
                                     static_cast<float>(std::sqrt(x * x + y * y + z * z)), 0});
        const Marched m =
            fastMarch(size, Vec3(1, 1, 1), std::vector<std::uint8_t>(size_t(61 * 61 * 61), 1), seeds, Job());
        double least = 0, most = 0;
        for (int k = 0; k < 61; ++k)
            for (int j = 0; j < 61; ++j)
                for (int i = 0; i < 61; ++i) {
                    const double true_ = Vec3(i - 30, j - 30, k - 30).norm();
                    const double off = double(m.distance[size_t(offset(size, i, j, k))]) - true_;
                    least = std::min(least, off);
                    if (true_ > 20)
                        most = std::max(most, off / true_);
                }
        QVERIFY2(least > -1e-3, qPrintable(QString::number(least)));
        QVERIFY2(most < 0.07, qPrintable(QString::number(most)));
    }

    void aroundAWallAndNotThroughIt()
    {
        const Index3 size{21, 21, 1};
        std::vector<std::uint8_t> domain(441, 1);
        for (int j = 0; j < 18; ++j)
            domain[size_t(offset(size, 10, j, 0))] = 0;
        const std::vector<MarchSeed> seeds{{offset(size, 8, 0, 0), 0, 1}, {offset(size, 20, 0, 0), 0, 2}};
        const Marched m = fastMarch(size, Vec3(1, 1, 1), domain, seeds, Job());
        QCOMPARE(m.label[size_t(offset(size, 11, 0, 0))], 2); // 3 from the first in a straight line, 9 from the second
        QCOMPARE(m.label[size_t(offset(size, 10, 3, 0))], -1);
        QVERIFY(std::isinf(m.distance[size_t(offset(size, 10, 3, 0))]));
        const Marched alone = fastMarch(size, Vec3(1, 1, 1), domain, {seeds.front()}, Job());
        QVERIFY(alone.distance[size_t(offset(size, 11, 0, 0))] > 36); // there and back
    }

    void badInputAndStop()
    {
        const std::vector<std::uint8_t> domain(8, 1);
        QVERIFY_THROWS_EXCEPTION(Error, fastMarch({2, 2, 3}, Vec3(1, 1, 1), domain, {}, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, fastMarch({2, 2, 2}, Vec3(1, 1, 1), domain, {{8, 0, 0}}, Job()));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, fastMarch({30, 30, 30}, Vec3(1, 1, 1), std::vector<std::uint8_t>(27000, 1),
                                                  {{0, 0, 0}}, Job(stop.get_token())));
    }
};

QTEST_GUILESS_MAIN(TestFastMarching)
#include "tst_fast_marching.moc"
