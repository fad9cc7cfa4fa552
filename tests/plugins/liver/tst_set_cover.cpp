// The fewest candidates that cover: against all subsets, and on the overlap geometry of spheres.

#include "core/base/error.h"
#include "plugins/liver/set_cover.h"

#include <Eigen/Core>
#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

using namespace pollux;
using namespace pollux::liver;

namespace {

constexpr std::int64_t kNodes = 1'000'000;

CoverCandidate candidate(std::uint64_t bits, double cost = 0)
{
    return {{bits}, cost, -1};
}

CoverRules atMost(int most)
{
    CoverRules rules;
    rules.most = most;
    return rules;
}

using Point = Eigen::Vector3d;

/// Balls of radius 1: one in the middle, four, six and eight about it as they cover most (tetrahedron at 0.354,
/// octahedron at 0.707, cube at the same).
std::vector<Point> centres()
{
    std::vector<Point> out{Point::Zero()};
    for (const Point& p : {Point(1, 1, 1), Point(1, -1, -1), Point(-1, 1, -1), Point(-1, -1, 1)})
        out.push_back(p.normalized() / std::sqrt(8.0));
    for (int axis = 0; axis < 3; ++axis)
        for (const double sign : {-1.0, 1.0})
            out.push_back(sign / std::sqrt(2.0) * Point::Unit(axis));
    for (int n = 0; n < 8; ++n)
        out.push_back(Point(n & 1 ? 1 : -1, n & 2 ? 1 : -1, n & 4 ? 1 : -1).normalized() / std::sqrt(2.0));
    return out;
}

Cover coverBall(double radius)
{
    std::vector<Point> places;
    const double h = 0.06;
    const int steps = int(radius / h) + 1;
    for (int k = -steps; k <= steps; ++k)
        for (int j = -steps; j <= steps; ++j)
            for (int i = -steps; i <= steps; ++i)
                if (const Point p = h * Point(i, j, k); p.norm() <= radius)
                    places.push_back(p);
    std::vector<CoverCandidate> all;
    for (const Point& c : centres()) {
        CoverCandidate one;
        one.covers.assign((places.size() + 63) / 64, 0);
        for (size_t n = 0; n < places.size(); ++n)
            if ((places[n] - c).norm() <= 1)
                one.covers[n / 64] |= std::uint64_t(1) << (n % 64);
        all.push_back(std::move(one));
    }
    return fewestThatCover(all, std::int64_t(places.size()), {}, kNodes, Job());
}

} // namespace

class TstSetCover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asGoodAsAllSubsets()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            const int elements = 5 + int(random() % 20), n = 3 + int(random() % 9);
            std::vector<CoverCandidate> all;
            std::uint64_t reachable = 0;
            for (int c = 0; c < n; ++c) {
                const std::uint64_t bits = (random() & random()) & ((std::uint64_t(1) << elements) - 1);
                reachable |= bits;
                all.push_back(candidate(bits, double(random() % 5)));
            }
            std::pair<int, double> least{99, 0};
            for (unsigned subset = 0; subset < (1u << n); ++subset) {
                std::uint64_t bits = 0;
                double cost = 0;
                for (int c = 0; c < n; ++c)
                    if (subset >> c & 1) {
                        bits |= all[size_t(c)].covers[0];
                        cost += all[size_t(c)].cost;
                    }
                if (bits == reachable)
                    least = std::min(least, {std::popcount(subset), cost});
            }
            const Cover found = fewestThatCover(all, elements, {}, kNodes, Job());
            QVERIFY(found.exact);
            QCOMPARE(int(found.chosen.size()), least.first);
            QCOMPARE(found.cost, least.second);
            QCOMPARE(found.uncoverable, std::int64_t(elements - std::popcount(reachable)));
            QCOMPARE(found.uncovered, found.uncoverable);
            std::uint64_t bits = 0;
            for (const int c : found.chosen)
                bits |= all[size_t(c)].covers[0];
            QCOMPARE(bits, reachable);
        }
    }

    /// With needles that heat several and needles that are too near to each other, against all subsets.
    void needlesAsGoodAsAllSubsets()
    {
        std::mt19937 random(11);
        int impossible = 0, pulledBack = 0;
        for (int round = 0; round < 300; ++round) {
            const int elements = 4 + int(random() % 12), n = 4 + int(random() % 7), lines = 2 + int(random() % 4);
            CoverRules rules;
            rules.needle = double(random() % 4) / 2;
            rules.most = random() % 3 == 0 ? 2 + int(random() % 3) : 0;
            for (int a = 0; a < lines; ++a)
                for (int b = a + 1; b < lines; ++b)
                    if (random() % 4 == 0)
                        rules.tooNear.emplace_back(a, b);
            std::vector<CoverCandidate> all;
            std::uint64_t reachable = 0;
            for (int c = 0; c < n; ++c) {
                const std::uint64_t bits = (random() | random()) & random() & ((std::uint64_t(1) << elements) - 1);
                reachable |= bits;
                all.push_back({{bits}, double(random() % 5), int(random() % unsigned(lines))});
            }
            std::pair<double, double> least{99, 0};
            for (unsigned subset = 0; subset < (1u << n); ++subset) {
                std::uint64_t bits = 0;
                double cost = 0;
                unsigned used = 0;
                for (int c = 0; c < n; ++c)
                    if (subset >> c & 1) {
                        bits |= all[size_t(c)].covers[0];
                        cost += all[size_t(c)].cost;
                        used |= 1u << all[size_t(c)].line;
                    }
                const bool near = std::any_of(rules.tooNear.begin(), rules.tooNear.end(), [&](const auto& pair) {
                    return (used >> pair.first & 1) && (used >> pair.second & 1);
                });
                const int zones = std::popcount(subset);
                if (bits == reachable && !near && (rules.most == 0 || zones <= rules.most))
                    least = std::min(least, {zones + rules.needle * std::popcount(used), cost});
            }
            const Cover found = fewestThatCover(all, elements, rules, kNodes, Job());
            unsigned used = 0;
            double cost = 0;
            for (const int c : found.chosen) {
                used |= 1u << all[size_t(c)].line;
                cost += all[size_t(c)].cost;
            }
            QCOMPARE(found.needles, std::popcount(used));
            QCOMPARE(found.cost, cost);
            for (const auto& [a, b] : rules.tooNear)
                QVERIFY(!((used >> a & 1) && (used >> b & 1)));
            if (rules.most > 0)
                QVERIFY(int(found.chosen.size()) <= rules.most);
            if (least.first > 90) {
                ++impossible;
                QVERIFY(found.impossible && !found.exact);
                QVERIFY(found.uncovered > found.uncoverable);
                continue;
            }
            QVERIFY(found.exact && !found.impossible);
            QCOMPARE(found.uncovered, found.uncoverable);
            QCOMPARE(double(found.chosen.size()) + rules.needle * found.needles, least.first);
            QCOMPARE(found.cost, least.second);
            pulledBack += found.needles < int(found.chosen.size());
        }
        QVERIFY(impossible > 10 && pulledBack > 10); // both were tried
    }

    /// Two zones of two needles, or three of one: what a needle counts decides.
    void aNeedleCanCountMoreThanAZone()
    {
        const std::vector<CoverCandidate> all{
            {{0b000111}, 0, 0}, {{0b111000}, 0, 1}, {{0b000011}, 0, 2}, {{0b001100}, 0, 2}, {{0b110000}, 0, 2}};
        CoverRules rules;
        QCOMPARE(fewestThatCover(all, 6, rules, kNodes, Job()).chosen, (std::vector<int>{0, 1}));
        rules.needle = 2;
        const Cover one = fewestThatCover(all, 6, rules, kNodes, Job());
        QCOMPARE(one.chosen, (std::vector<int>{2, 3, 4}));
        QCOMPARE(one.needles, 1);
        rules.needle = 0;
        rules.tooNear = {{0, 1}};
        const Cover apart = fewestThatCover(all, 6, rules, kNodes, Job());
        QVERIFY(apart.exact);
        QCOMPARE(apart.chosen.size(), size_t(3));
    }

    /// Largest ball that one, four and six balls of radius 1 cover: 1, 1.06066, 1.224745.
    void ballsOverlapAsKnown()
    {
        for (const auto& [radius, balls] : {std::pair{0.99, 1}, {1.05, 4}, {1.20, 6}}) {
            const Cover c = coverBall(radius);
            QVERIFY(c.exact);
            QCOMPARE(c.uncovered, 0);
            QCOMPARE(int(c.chosen.size()), balls);
        }
        QVERIFY(coverBall(1.8).uncoverable > 0);
    }

    /// What greedy misses: the largest set first costs one more.
    void betterThanGreedy()
    {
        const Cover c = fewestThatCover({candidate(0b00111100), candidate(0b00011111), candidate(0b11100000)}, 8, {},
                                        kNodes, Job());
        QCOMPARE(c.chosen, (std::vector<int>{1, 2}));
        QVERIFY(c.exact);
        QVERIFY(c.nodes > 0);
    }

    void tooFewAreTheGreedyOnes()
    {
        const std::vector<CoverCandidate> all{candidate(0b000011), candidate(0b001100), candidate(0b110000)};
        const Cover c = fewestThatCover(all, 6, atMost(2), kNodes, Job());
        QCOMPARE(c.chosen.size(), size_t(2));
        QCOMPARE(c.uncovered, 2);
        QCOMPARE(c.uncoverable, 0);
        QVERIFY(!c.exact);
    }

    void anEndedSearchSaysSo()
    {
        std::mt19937_64 random(3);
        std::vector<CoverCandidate> all;
        for (int n = 0; n < 60; ++n)
            all.push_back(candidate(random() & random() & random(), double(n)));
        const Cover c = fewestThatCover(all, 64, {}, 10, Job());
        QVERIFY(!c.exact);
        QCOMPARE(c.uncovered, c.uncoverable);
    }

    void nothingToCover()
    {
        QVERIFY(fewestThatCover({}, 0, atMost(3), kNodes, Job()).chosen.empty());
        const Cover none = fewestThatCover({}, 5, atMost(3), kNodes, Job());
        QCOMPARE(none.uncovered, 5);
        QCOMPARE(none.uncoverable, 5);
    }

    void badInput()
    {
        QVERIFY_THROWS_EXCEPTION(Error, fewestThatCover({candidate(1), {{1, 1}, 0, -1}}, 5, {}, kNodes, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, fewestThatCover({candidate(1, -1)}, 5, {}, kNodes, Job()));
        CoverRules itself;
        itself.tooNear = {{0, 0}};
        QVERIFY_THROWS_EXCEPTION(Error, fewestThatCover({candidate(1)}, 5, itself, kNodes, Job()));
        CoverRules less;
        less.needle = -1;
        QVERIFY_THROWS_EXCEPTION(Error, fewestThatCover({candidate(1)}, 5, less, kNodes, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, fewestThatCover({candidate(1, NAN)}, 5, {}, kNodes, Job()));
    }
};

QTEST_GUILESS_MAIN(TstSetCover)
#include "tst_set_cover.moc"
