// What holds for any heat: balance, symmetry, bounds, the same twice, an end when asked for, bad input refused.

#include "closed_forms.h"
#include "core/base/error.h"
#include "core/simulation/heat/applicator.h"

#include <QtTest>

#include <thread>

using namespace closedform;

namespace {

/// 24 voxels of 1 mm with a source in the middle, symmetric in all three directions; sides held.
HeatProblem cube(double watts)
{
    Grid g;
    g.size = {24, 24, 24};
    g.origin = Vec3::Constant(-11.5);
    HeatProblem p;
    p.size = g.size;
    p.tissues = {liver()};
    p.tissues[0].waterFraction = 0.68;
    p.blood = blood();
    p.sides.fill(Side::Held);
    p.tissue.assign(static_cast<size_t>(p.voxels()), 0);
    const Applicator a{Vec3(0, 0, 4), Vec3::UnitZ(), 8, 0.75};
    p.source = powerField(g, a, watts, 3, Job());
    return p;
}

size_t at(const HeatProblem& p, int i, int j, int k)
{
    return static_cast<size_t>((std::int64_t(k) * p.size[1] + j) * p.size[0] + i);
}

double hottest(const std::vector<double>& t)
{
    return *std::max_element(t.begin(), t.end());
}

bool refused(const HeatProblem& p, const HeatOptions& o = {}, double seconds = 1)
{
    try {
        HeatState s = startState(p, 100);
        advance(p, s, seconds, o, Job());
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput && !e.advice().empty();
    }
    return false;
}

} // namespace

class TstBioheat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void energyIsKept()
    {
        for (const double watts : {4.0, 25.0}) { // warm, and boiling
            const HeatProblem p = cube(watts);
            HeatState s = startState(p, 37);
            HeatOptions o;
            o.tolerance = 0.02;
            const HeatRun run = advance(p, s, 60, o, Job());
            QVERIFY(std::abs(run.fromSource - 60 * watts) < 1e-3 * watts);
            QVERIFY(run.fromBlood < 0 && run.throughWalls < 0 && run.stored > 0);
            QVERIFY((run.highestTemperature > 100) == (watts > 10));
            const double lost = run.fromSource + run.fromBlood + run.throughWalls - run.stored;
            QVERIFY2(std::abs(lost) < 2e-4 * run.fromSource, qPrintable(QString::number(lost)));
        }
    }

    void symmetryStays()
    {
        const HeatProblem p = cube(20);
        HeatState s = startState(p, 37);
        advance(p, s, 40, {}, Job());
        double most = 0;
        for (int k = 0; k < 24; ++k)
            for (int j = 0; j < 24; ++j)
                for (int i = 0; i < 24; ++i) {
                    const double t = s.temperature[at(p, i, j, k)];
                    for (const size_t mirror :
                         {at(p, 23 - i, j, k), at(p, i, 23 - j, k), at(p, i, j, 23 - k), at(p, j, i, k)})
                        most = std::max(most, std::abs(t - s.temperature[mirror]));
                }
        QVERIFY2(most < 0.02, qPrintable(QString::number(most)));
        QVERIFY(hottest(s.temperature) > 60);
    }

    /// Without a source nothing is hotter than the hottest wall or colder than the coldest.
    void betweenTheWalls()
    {
        HeatProblem p = cube(1);
        p.source.clear();
        p.wallTransfer = 340;
        for (int k = 0; k < 24; ++k)
            for (int j = 0; j < 24; ++j)
                for (int i = 0; i < 24; ++i) {
                    if (std::abs(i - 8) < 2 && std::abs(j - 12) < 2)
                        p.tissue[at(p, i, j, k)] = kHeld;
                    if (std::abs(i - 15) < 2 && std::abs(k - 12) < 2)
                        p.tissue[at(p, i, j, k)] = kVessel;
                }
        HeatState s = startState(p, 100);
        advance(p, s, 120, {}, Job());
        const auto [low, high] = std::minmax_element(s.temperature.begin(), s.temperature.end());
        QVERIFY2(*low > 36.98 && *high < 100.001, qPrintable(QString("%1 %2").arg(*low).arg(*high)));
        QVERIFY(s.temperature[at(p, 11, 12, 12)] > 60);
        // A vessel that does not cool leaves its neighbour hotter.
        HeatProblem dry = p;
        for (std::uint8_t& label : dry.tissue)
            label = label == kVessel ? 0 : label;
        HeatState without = startState(dry, 100);
        advance(dry, without, 120, {}, Job());
        QVERIFY(without.temperature[at(p, 13, 12, 12)] > s.temperature[at(p, 13, 12, 12)] + 2);
    }

    void deadTissueHasNoBlood()
    {
        const HeatProblem p = cube(10);
        HeatOptions alive;
        alive.perfusionStopsAt = 0;
        HeatState a = startState(p, 37), b = startState(p, 37);
        advance(p, a, 120, alive, Job());
        advance(p, b, 120, {}, Job());
        QVERIFY(b.omega[at(p, 12, 12, 12)] > 1);
        QVERIFY(hottest(b.temperature) > hottest(a.temperature) + 1);
        double dead = 0, more = 0;
        for (size_t n = 0; n < a.omega.size(); ++n) {
            dead += a.omega[n] >= 1;
            more += b.omega[n] >= 1;
        }
        QVERIFY(more > dead && dead > 0);
    }

    /// Two runs one after the other are one run.
    void goesOn()
    {
        const HeatProblem p = cube(3); // does not boil, so that the tolerance holds everywhere
        HeatState whole = startState(p, 37), parts = startState(p, 37);
        HeatOptions o;
        o.tolerance = 0.01;
        o.perfusionStopsAt = 0; // a step is perfused or not as a whole, and the steps differ
        advance(p, whole, 40, o, Job());
        advance(p, parts, 15, o, Job());
        advance(p, parts, 25, o, Job());
        for (size_t n = 0; n < whole.temperature.size(); ++n)
            QVERIFY(std::abs(whole.temperature[n] - parts.temperature[n]) < 0.05);
    }

    void sameTwice()
    {
        const HeatProblem p = cube(20);
        HeatState a = startState(p, 37), b = startState(p, 37);
        advance(p, a, 20, {}, Job());
        advance(p, b, 20, {}, Job());
        QVERIFY(a.temperature == b.temperature && a.omega == b.omega && a.cem43 == b.cem43);
    }

    void stops()
    {
        const HeatProblem p = cube(20);
        std::stop_source stop;
        stop.request_stop();
        HeatState s = startState(p, 37);
        try {
            advance(p, s, 600, {}, Job(stop.get_token()));
            QFAIL("it went on");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::Cancelled);
        }
    }

    void refusesWhatHasNoMeaning()
    {
        const HeatProblem good = cube(1);
        QVERIFY(!refused(good));
        const auto with = [&](auto change) {
            HeatProblem p = good;
            change(p);
            return refused(p);
        };
        QVERIFY(with([](HeatProblem& p) { p.tissue.pop_back(); }));
        QVERIFY(with([](HeatProblem& p) { p.tissue[5] = 7; }));
        QVERIFY(with([](HeatProblem& p) { p.tissues.clear(); }));
        QVERIFY(with([](HeatProblem& p) { p.tissues[0].density = 0; }));
        QVERIFY(with([](HeatProblem& p) { p.tissues[0].conductivity = -1; }));
        QVERIFY(with([](HeatProblem& p) { p.tissues[0].waterFraction = 1.5; }));
        QVERIFY(with([](HeatProblem& p) { p.source[3] = std::numeric_limits<float>::quiet_NaN(); }));
        QVERIFY(with([](HeatProblem& p) { p.spacing[1] = 0; }));
        QVERIFY(with([](HeatProblem& p) { p.boiling.to = p.boiling.from; }));
        QVERIFY(with([](HeatProblem& p) { p.size = {0, 24, 24}; }));
        QVERIFY(with([](HeatProblem& p) { p.wallTransfer = -1; }));
        HeatOptions o;
        o.tolerance = 0;
        QVERIFY(refused(good, o));
        QVERIFY(refused(good, {}, -1));
        HeatState wrong = startState(good, 37);
        wrong.omega.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, advance(good, wrong, 1, {}, Job()));
        Tissue t = liver();
        t.perfusion = 0;
        const HeatProblem closed = rod(4, 1, t);
        QVERIFY_THROWS_EXCEPTION(Error, steadyTemperature(closed, startState(closed, 37), Job()));
    }
};

QTEST_GUILESS_MAIN(TstBioheat)
#include "tst_bioheat.moc"
