// The solver against solutions that can be written down, and the order with which it comes near them.

#include "closed_forms.h"

#include <QtTest>

#include <cstdio>

using namespace closedform;

namespace {

void print(const char* what, double step, const Errors& e, double order)
{
    std::printf("%s  step %.4g  rms %.5f K  most %.5f K  order %.2f\n", what, step, e.rms, e.most, order);
}

double order(double coarse, double fine)
{
    return std::log2(coarse / fine);
}

} // namespace

class TstClosedForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormsAreThoseOfTheReference()
    {
        QVERIFY(std::abs(kLength * 1000 - 4.6143) < 1e-4);
        QVERIFY(std::abs(kTau - 156.25) < 1e-9);
        using Row = std::pair<double, double>;
        for (const auto& [r, t] : {Row(6, 79.2708), Row(8, 57.5525), Row(12, 42.7583), Row(20, 37.6102)})
            QVERIFY(std::abs(steady(r / 1000) - t) < 1e-4);
        for (const auto& [r, t] : {Row(6, 76.5981), Row(8, 52.3590), Row(10, 42.4419), Row(15, 37.2070)})
            QVERIFY(std::abs(transient(r / 1000, 60) - t) < 1e-4);
    }

    /// V1: order 2 in space, with a wall that lies anywhere between voxels.
    void steadyBall()
    {
        std::vector<Errors> found;
        for (const int n : {12, 24, 48}) {
            const HeatProblem p = eighth(n, 15, true);
            HeatState s = startState(p, 100);
            for (size_t m = 0; m < s.temperature.size(); ++m)
                if (p.tissue[m] == kHeld && radiusOf(p, m) > kBall)
                    s.temperature[m] = steady(radiusOf(p, m));
            const std::vector<double> t = steadyTemperature(p, s, Job());
            found.push_back(errors(p, t, steady));
            const double o = found.size() > 1 ? order(found[found.size() - 2].rms, found.back().rms) : 0;
            print("V1", 15.0 / n, found.back(), o);
            if (n < 48)
                continue;
            // Where the row beside the axis crosses the isotherms.
            for (const auto& [celsius, radius] :
                 {std::pair(60.0, 7.6733), std::pair(54.0, 8.5622), std::pair(50.0, 9.3795)})
                for (size_t i = 0; i + 1 < 48; ++i)
                    if (t[i] >= celsius && t[i + 1] < celsius) {
                        const double w = (t[i] - celsius) / (t[i] - t[i + 1]);
                        const double r = 1000 * ((1 - w) * radiusOf(p, i) + w * radiusOf(p, i + 1));
                        QVERIFY2(std::abs(r - radius) < 0.03, qPrintable(QString::number(r)));
                    }
        }
        for (size_t n = 1; n < found.size(); ++n) {
            const double o = order(found[n - 1].rms, found[n].rms);
            QVERIFY2(o > 1.75 && o < 2.4, qPrintable(QString::number(o)));
        }
        QVERIFY(found.back().rms < 0.015 && found.back().most < 0.2);
    }

    /// V2: order 2 where voxels and steps are halved together, though the wall jumps from 37 to 100 deg C at the start.
    void transientBall()
    {
        std::vector<Errors> found;
        for (const int n : {12, 24, 48}) {
            const HeatProblem p = eighth(n, 18, false);
            HeatState s = startState(p, 100);
            HeatOptions o;
            o.perfusionStopsAt = 0;
            o.tolerance = 1e-3;
            o.fixedStep = 60.0 / (0.5 * n);
            advance(p, s, 60, o, Job());
            found.push_back(errors(p, s.temperature, [](double r) { return transient(r, 60); }));
            print("V2", 18.0 / n, found.back(),
                  found.size() > 1 ? order(found[found.size() - 2].rms, found.back().rms) : 0);
        }
        for (size_t n = 1; n < found.size(); ++n) {
            const double o = order(found[n - 1].rms, found[n].rms);
            QVERIFY2(o > 1.6 && o < 2.5, qPrintable(QString::number(o)));
        }
        QVERIFY(found.back().rms < 0.02);
    }

    /// V2 with steps of its own: what the control leaves of time is less than what voxels leave of space.
    void transientBallByItself()
    {
        const HeatProblem p = eighth(24, 18, false);
        HeatOptions exact;
        exact.perfusionStopsAt = 0;
        exact.tolerance = 0.005;
        HeatOptions usual;
        usual.perfusionStopsAt = 0;
        HeatState a = startState(p, 100), b = startState(p, 100);
        const HeatRun fine = advance(p, a, 60, exact, Job());
        const HeatRun coarse = advance(p, b, 60, usual, Job());
        double most = 0;
        for (size_t m = 0; m < a.temperature.size(); ++m)
            most = std::max(most, std::abs(a.temperature[m] - b.temperature[m]));
        QVERIFY2(most < usual.tolerance, qPrintable(QString::number(most)));
        QVERIFY(coarse.steps < fine.steps && coarse.steps > 5);
        QVERIFY(errors(p, b.temperature, [](double r) { return transient(r, 60); }).rms < 0.15);
    }

    /// V3: order 2 in time.
    void evenSource()
    {
        HeatProblem p = rod(3, 1, liver());
        p.source.assign(3, 1e6f);
        std::vector<double> found;
        for (const double step : {20.0, 10.0, 5.0}) {
            HeatState s = startState(p, 37);
            HeatOptions o;
            o.perfusionStopsAt = 0;
            o.fixedStep = step;
            o.tolerance = 1e-6;
            advance(p, s, 120, o, Job());
            const double error = std::abs(s.temperature[1] - 58.94952);
            found.push_back(error);
            std::printf("V3  step %g s  error %.6f K  order %.2f\n", step, error,
                        found.size() > 1 ? order(found[found.size() - 2], error) : 0.0);
        }
        QVERIFY(order(found[0], found[1]) > 1.85 && order(found[0], found[1]) < 2.15);
        QVERIFY(order(found[1], found[2]) > 1.85 && order(found[1], found[2]) < 2.15);
        using Row = std::pair<double, double>;
        for (const auto& [seconds, t] :
             {Row(10, 39.53845), Row(30, 44.15299), Row(60, 50.0564), Row(120, 58.94952), Row(600, 77.06594)}) {
            HeatState s = startState(p, 37);
            HeatOptions o;
            o.perfusionStopsAt = 0;
            o.tolerance = 1e-4;
            advance(p, s, seconds, o, Job());
            QVERIFY2(std::abs(s.temperature[0] - t) < 2e-3, qPrintable(QString::number(s.temperature[0], 'f', 5)));
        }
    }

    /// A cosine along an insulated rod dies away by itself: space and time, each with order 2.
    void cosine()
    {
        Tissue t = liver();
        t.perfusion = 0;
        const double edge = 16;
        const auto error = [&](int n, double step) {
            const HeatProblem p = rod(n, edge / n, t);
            HeatState s = startState(p, 37);
            const double wave = M_PI / (edge * 1e-3);
            for (int i = 0; i < n; ++i)
                s.temperature[static_cast<size_t>(i)] = 50 + 10 * std::cos(M_PI * (i + 0.5) / n);
            HeatOptions o;
            o.perfusionStopsAt = 0;
            o.fixedStep = step;
            o.tolerance = 1e-5;
            advance(p, s, 160, o, Job());
            const double left = 10 * std::exp(-kAlpha * wave * wave * 160);
            double most = 0;
            for (int i = 0; i < n; ++i)
                most = std::max(
                    most, std::abs(s.temperature[static_cast<size_t>(i)] - 50 - left * std::cos(M_PI * (i + 0.5) / n)));
            return most;
        };
        const double space = order(error(16, 1), error(32, 1));
        QVERIFY2(std::abs(space - 2) < 0.15, qPrintable(QString::number(space)));
        const double time = order(error(512, 80), error(512, 40));
        QVERIFY2(std::abs(time - 2) < 0.3, qPrintable(QString::number(time)));
    }

    /// A vessel's wall with heat transfer, then its wall at blood temperature: a straight line each, which finite
    /// volumes must meet exactly, wherever between two voxels the wall lies.
    void vesselWall()
    {
        Tissue t = liver();
        t.perfusion = 0;
        for (const double transfer : {0.0, 340.0})
            for (const double inside : {0.5, 0.1}) { // of a voxel, from the vessel's centre to its wall
                HeatProblem p = rod(21, 0.5, t);
                p.tissue[0] = kVessel;
                p.wallTransfer = transfer;
                p.sides[1] = Side::Held;
                p.outerTemperature = 80;
                p.wallDistance.resize(21);
                for (int i = 0; i < 21; ++i)
                    p.wallDistance[static_cast<size_t>(i)] = static_cast<float>(0.5 * (i - inside));
                const std::vector<double> found = steadyTemperature(p, startState(p, 37), Job());
                const double length = 0.5e-3 * (20.5 - inside);
                const double resistance = length / 0.52 + (transfer > 0 ? 1 / transfer : 0);
                const double flux = (80.0 - 37) / resistance;
                for (int i = 1; i < 21; ++i) {
                    const double exact = 80 - flux * 0.5e-3 * (20.5 - i) / 0.52;
                    QVERIFY2(std::abs(found[static_cast<size_t>(i)] - exact) < 1e-3,
                             qPrintable(QString("%1 %2").arg(found[static_cast<size_t>(i)]).arg(exact)));
                }
            }
    }

    /// Heat that would warm by hundreds of degrees boils water first: the balance by hand.
    void boiling()
    {
        Tissue t = liver();
        t.perfusion = 0;
        t.waterFraction = 0.7;
        HeatProblem p = rod(2, 1, t);
        p.source.assign(2, 2e7f);
        const double capacity = 1060 * 3600, latent = 1060 * 0.7 * p.boiling.latentHeat;
        const double toBoil = capacity * (99 - 37) / 2e7, boiled = toBoil + (capacity + latent) / 2e7;
        const auto after = [&](double seconds) {
            HeatState s = startState(p, 37);
            HeatOptions o;
            o.perfusionStopsAt = 0;
            const HeatRun run = advance(p, s, seconds, o, Job());
            if (std::abs(run.stored - run.fromSource) > 1e-4 * run.fromSource)
                return -1.0;
            return s.temperature[0];
        };
        QVERIFY(std::abs(after(toBoil / 2) - 68) < 0.01);
        const double middle = after(0.5 * (toBoil + boiled));
        QVERIFY2(middle > 99.4 && middle < 99.6, qPrintable(QString::number(middle)));
        QVERIFY(std::abs(after(boiled) - 100) < 0.05);
        QVERIFY(std::abs(after(boiled + 10) - (100 + 2e8 / capacity)) < 0.05);
    }
};

QTEST_GUILESS_MAIN(TstClosedForms)
#include "tst_closed_forms.moc"
