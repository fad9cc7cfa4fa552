// Case V6 of the reference.

#include "core/base/error.h"
#include "plugins/liver/pareto.h"

#include <QtTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

using namespace pollux;
using namespace pollux::liver;

namespace {

constexpr int kRows = 3000;

std::vector<float> randomRows(int dimensions, unsigned seed, int levels)
{
    std::mt19937 random(seed);
    std::vector<float> v(static_cast<size_t>(kRows * dimensions));
    for (float& x : v)
        x = levels ? float(random() % unsigned(levels)) : float(random()) / float(std::mt19937::max());
    return v;
}

/// Word for word: all pairs.
std::vector<std::uint32_t> byDefinition(const std::vector<float>& v, size_t d)
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t a = 0; a < kRows; ++a) {
        bool dominated = false;
        for (std::uint32_t b = 0; b < kRows && !dominated; ++b) {
            bool noWorse = true, better = false;
            for (size_t c = 0; c < d; ++c) {
                noWorse &= v[b * d + c] <= v[a * d + c];
                better |= v[b * d + c] < v[a * d + c];
            }
            dominated = noWorse && better;
        }
        if (!dominated)
            out.push_back(a);
    }
    return out;
}

} // namespace

class TstPareto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSetByDefinition_data()
    {
        QTest::addColumn<int>("dimensions");
        QTest::addColumn<int>("levels");
        QTest::newRow("2") << 2 << 0;
        QTest::newRow("4") << 4 << 0;
        QTest::newRow("4 with ties") << 4 << 6;
        QTest::newRow("1") << 1 << 50;
    }
    void isTheSetByDefinition()
    {
        QFETCH(int, dimensions);
        QFETCH(int, levels);
        const auto v = randomRows(dimensions, 7, levels);
        const auto front = paretoFront(v, dimensions);
        QCOMPARE(front, byDefinition(v, static_cast<size_t>(dimensions)));
        QVERIFY(!front.empty() && front.size() < kRows);
    }

    void weightedMinimumIsInIt()
    {
        const auto v = randomRows(4, 11, 0);
        const auto front = paretoFront(v, 4);
        std::mt19937 random(3);
        for (int trial = 0; trial < 100; ++trial) {
            double w[4];
            for (double& x : w)
                x = 0.01 + double(random() % 1000) / 1000;
            std::uint32_t best = 0;
            double least = 1e9;
            for (std::uint32_t n = 0; n < kRows; ++n) {
                double sum = 0;
                for (size_t c = 0; c < 4; ++c)
                    sum += w[c] * v[n * 4 + c];
                if (sum < least) {
                    least = sum;
                    best = n;
                }
            }
            QVERIFY(std::binary_search(front.begin(), front.end(), best));
        }
    }

    void orderDoesNotMatter()
    {
        const auto v = randomRows(4, 5, 8); // with ties
        const auto front = paretoFront(v, 4);
        std::vector<std::uint32_t> order(kRows);
        std::iota(order.begin(), order.end(), 0U);
        std::shuffle(order.begin(), order.end(), std::mt19937(1));
        std::vector<float> shuffled(v.size());
        for (size_t n = 0; n < kRows; ++n)
            std::copy_n(v.begin() + order[n] * 4, 4, shuffled.begin() + static_cast<std::ptrdiff_t>(n * 4));
        std::set<std::uint32_t> back;
        for (const std::uint32_t n : paretoFront(shuffled, 4))
            back.insert(order[n]);
        QVERIFY(std::equal(back.begin(), back.end(), front.begin(), front.end()));
    }

    void edges()
    {
        QVERIFY(paretoFront({}, 3).empty());
        QVERIFY_THROWS_EXCEPTION(Error, paretoFront(std::vector<float>{1, 2, 3}, 2));
    }
};

QTEST_GUILESS_MAIN(TstPareto)
#include "tst_pareto.moc"
