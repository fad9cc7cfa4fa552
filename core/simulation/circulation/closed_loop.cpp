#include "core/simulation/circulation/closed_loop.h"

#include "core/base/error.h"
#include "core/simulation/circulation/integrator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pollux {

namespace {

/// A mmHg in Pa, as the peer's case rounds it.
constexpr double kPascal = 133.322;

double elastanceFromSi(double pascalPerCubicMetre)
{
    return pascalPerCubicMetre * 1e-6 / kPascal;
}
double resistanceFromSi(double pascalSecondPerCubicMetre)
{
    return pascalSecondPerCubicMetre * 1e-6 / kPascal;
}
double complianceFromSi(double cubicMetrePerPascal)
{
    return cubicMetrePerPascal * 1e6 * kPascal;
}

double hills(const TwoHill& h, double t)
{
    const double g1 = std::pow(t / h.rise, h.riseSlope), g2 = std::pow(t / h.fall, h.fallSlope);
    return g1 / (1 + g1) / (1 + g2);
}

/// phi over the beat. Its maximum is searched once: a scan, then thirds of the interval about the best.
OfTime activation(const TwoHill& h, double period)
{
    constexpr int kScan = 1000;
    int best = 0;
    for (int i = 1; i < kScan; ++i)
        if (hills(h, period * i / kScan) > hills(h, period * best / kScan))
            best = i;
    double low = period * std::max(0, best - 1) / kScan, high = period * (best + 1) / kScan;
    for (int i = 0; i < 60; ++i) {
        const double a = low + (high - low) / 3, b = high - (high - low) / 3;
        (hills(h, a) < hills(h, b) ? low : high) = hills(h, a) < hills(h, b) ? a : b;
    }
    const double factor = 1 / hills(h, (low + high) / 2);
    return [h, period, factor](double seconds) {
        double t = std::fmod(seconds - h.shift, period);
        if (t < 0)
            t += period;
        return factor * hills(h, t);
    };
}

/// The network with the places of what is read from it.
struct Loop
{
    FlowNetwork network;
    int leftAtrium = -1, leftVentricle = -1, rightAtrium = -1, rightVentricle = -1; // nodes
    int lungArteries = -1, lungVeins = -1, aorta = -1, portal = -1, caval = -1;
    std::vector<int> sinusoids;
    int aortic = -1; ///< branches
    std::vector<int> artery, vein, outflow;
    std::vector<int> toOrgans; ///< all of it adds up to the cardiac output
};

void checkPositive(double value, const char* what)
{
    if (!(value > 0) || !std::isfinite(value))
        throw Error(ErrorCode::BadInput, std::string("The circulation has no usable ") + what + ".",
                    "Give a value above 0.");
}

Loop buildLoop(const HeartLungs& h, const BodyVessels& b)
{
    checkPositive(h.period, "beat");
    double share = 0;
    for (const double lobe : b.lobes) {
        if (!(lobe >= 0) || !std::isfinite(lobe))
            throw Error(ErrorCode::BadInput, "A lobe has a negative share of the liver.", "Give shares from 0 to 1.");
        share += lobe;
    }
    if (share <= 0 || share > 1 + 1e-9)
        throw Error(ErrorCode::BadInput, "The lobes that remain do not make up a part of the liver.",
                    "Their shares add up to more than 0 and at most 1.");
    Loop l;
    FlowNetwork& n = l.network;
    const OfTime atria = activation(h.atria, h.period), ventricles = activation(h.ventricles, h.period);
    const auto chamber = [&](const char* name, const HeartChamber& c, const OfTime& phi) {
        checkPositive(c.passive, "elastance of a chamber");
        return n.addChamber(
            name, [c, phi](double t) { return c.passive + c.active * phi(t); }, c.unstressed);
    };
    l.leftAtrium = chamber("left atrium", h.leftAtrium, atria);
    l.leftVentricle = chamber("left ventricle", h.leftVentricle, ventricles);
    l.rightAtrium = chamber("right atrium", h.rightAtrium, atria);
    l.rightVentricle = chamber("right ventricle", h.rightVentricle, ventricles);
    l.lungArteries = n.addCompartment("lung arteries", h.arteryCompliance);
    l.lungVeins = n.addCompartment("lung veins", h.veinCompliance);
    l.aorta = n.addCompartment("aorta", b.aortaCompliance);
    l.portal = n.addCompartment("portal vein", b.portalCompliance);
    l.caval = n.addCompartment("caval veins", b.cavalCompliance);

    const auto valve = [&](const char* name, int from, int to) {
        return n.addBranch({name, from, to, h.valveOpen, 0, 0, h.valveClosed});
    };
    const auto vessel = [&](const char* name, int from, int to, double resistance) {
        checkPositive(resistance, "resistance of a vessel");
        return n.addBranch({name, from, to, resistance});
    };
    valve("mitral", l.leftAtrium, l.leftVentricle);
    l.aortic = valve("aortic", l.leftVentricle, l.aorta);
    valve("tricuspid", l.rightAtrium, l.rightVentricle);
    valve("pulmonary", l.rightVentricle, l.lungArteries);
    vessel("lungs", l.lungArteries, l.lungVeins, h.arteryResistance);
    vessel("lung veins", l.lungVeins, l.leftAtrium, h.veinResistance);
    vessel("venous return", l.caval, l.rightAtrium, h.venousReturn);

    int organs = l.aorta;
    if (b.aortaResistance > 0) {
        organs = n.addJunction("organs");
        vessel("aorta", l.aorta, organs, b.aortaResistance);
    }
    l.toOrgans = {vessel("digestive organs", organs, l.portal, b.digestive),
                  vessel("other organs", organs, l.caval, b.otherOrgans)};
    for (const double lobe : b.lobes) {
        if (lobe <= 0)
            continue; // removed
        const int s = n.addCompartment("lobe", b.liverCompliance * lobe);
        l.sinusoids.push_back(s);
        l.artery.push_back(vessel("hepatic artery", organs, s, b.hepaticArtery / lobe));
        l.vein.push_back(vessel("portal vein", l.portal, s, b.portal / lobe));
        l.toOrgans.push_back(l.artery.back());
        l.outflow.push_back(vessel("hepatic veins", s, l.caval, b.liver / lobe));
    }
    return l;
}

double bloodOf(const FlowNetwork& network, const std::vector<double>& state)
{
    return std::accumulate(state.begin(), state.begin() + network.compartments(), 0.0);
}

double sum(const std::vector<double>& flow, const std::vector<int>& branches)
{
    double s = 0;
    for (const int b : branches)
        s += flow[static_cast<size_t>(b)];
    return s;
}

LoopRun run(const Loop& loop, const HeartLungs& heart, const BodyVessels& body, std::vector<double> state,
            const LoopOptions& options, const Job& job)
{
    const FlowNetwork& network = loop.network;
    LoopRun out;
    LoopMeans& m = out.means;
    const double blood = bloodOf(network, state);
    checkPositive(blood, "blood");
    IntegratorOptions steps;
    steps.longestStep = heart.period / 40;
    FlowIntegrator integrator(network, state, 0, steps);
    const auto watch = [&] {
        m.bloodDrift = std::max(m.bloodDrift, std::abs(bloodOf(network, integrator.state()) / blood - 1));
    };
    const auto settledSince = [&](const std::vector<double>& before) {
        double most = 0;
        for (size_t i = 0; i < before.size(); ++i)
            most = std::max(most, std::abs(integrator.state()[i] - before[i]));
        return most <= options.periodic * blood;
    };
    while (m.beats < options.mostBeats - 1 && !m.settled) {
        job.progress(double(m.beats) / options.mostBeats, "Beat after beat");
        ++m.beats;
        integrator.advance(m.beats * heart.period, job);
        watch();
        m.settled = settledSince(state);
        state = integrator.state();
    }
    // The last beat, sampled. Its ends are the same moment of two beats, so each sample counts once.
    const double from = m.beats * heart.period;
    const int samples = std::max(8, options.samples);
    double share = 0;
    for (const double lobe : body.lobes)
        share += lobe;
    m.diastolic = std::numeric_limits<double>::infinity();
    for (int i = 0; i < samples; ++i) {
        integrator.advance(from + heart.period * i / samples, job);
        watch();
        const FlowSnapshot s = integrator.snapshot();
        const auto pressure = [&](int node) { return s.pressure[static_cast<size_t>(node)]; };
        const double weight = 1.0 / samples;
        out.seconds.push_back(heart.period * i / samples);
        out.arterialPressure.push_back(pressure(loop.aorta));
        out.portalPressure.push_back(pressure(loop.portal));
        out.aorticFlow.push_back(s.flow[static_cast<size_t>(loop.aortic)]);
        m.arterial += weight * pressure(loop.aorta);
        m.systolic = std::max(m.systolic, pressure(loop.aorta));
        m.diastolic = std::min(m.diastolic, pressure(loop.aorta));
        m.portal += weight * pressure(loop.portal);
        m.caval += weight * pressure(loop.caval);
        size_t k = 0;
        for (const double lobe : body.lobes)
            if (lobe > 0)
                m.sinusoids += weight * lobe / share * pressure(loop.sinusoids[k++]);
        m.cardiacOutput += weight * sum(s.flow, loop.toOrgans);
        m.hepaticArtery += weight * sum(s.flow, loop.artery);
        m.portalVein += weight * sum(s.flow, loop.vein);
        m.hepaticVeins += weight * sum(s.flow, loop.outflow);
    }
    ++m.beats;
    integrator.advance(m.beats * heart.period, job);
    watch();
    if (!m.settled)
        m.settled = settledSince(state);
    m.blood = bloodOf(network, integrator.state());
    m.steps = integrator.steps();
    out.state = integrator.state();
    return out;
}

} // namespace

HeartLungs HeartLungs::scaled(double factor) const
{
    checkPositive(factor, "size of the heart");
    HeartLungs h = *this;
    for (HeartChamber* c : {&h.leftAtrium, &h.leftVentricle, &h.rightAtrium, &h.rightVentricle}) {
        c->active /= factor;
        c->passive /= factor;
        c->unstressed *= factor;
    }
    for (double* r : {&h.valveOpen, &h.valveClosed, &h.arteryResistance, &h.veinResistance, &h.venousReturn})
        *r /= factor;
    h.arteryCompliance *= factor;
    h.veinCompliance *= factor;
    return h;
}

HeartLungs genericHeart()
{
    HeartLungs h;
    h.period = 0.689655;
    h.leftAtrium = {elastanceFromSi(2.666e7), elastanceFromSi(2.0449931e7), 4};
    h.leftVentricle = {elastanceFromSi(3.33878537e8), elastanceFromSi(1.2605372e7), 1.9763060505362944};
    h.rightAtrium = {elastanceFromSi(7.999343e6), elastanceFromSi(4.932281e6), 4};
    h.rightVentricle = {elastanceFromSi(6.5719659e7), elastanceFromSi(5.406837e6), 54.31634509432495};
    h.atria = {0.025, 0.07586206896551724, 0.12413793103448276, 1.32, 13.1};
    h.ventricles = {0.207, 0.18551724137931036, 0.31172413793103454, 1.32, 27.4};
    h.valveOpen = resistanceFromSi(6.666e5);
    h.valveClosed = resistanceFromSi(6.666e9);
    h.arteryCompliance = complianceFromSi(7.5006e-8);
    h.arteryResistance = resistanceFromSi(4.266316e6);
    h.veinCompliance = complianceFromSi(1.2001e-7);
    h.veinResistance = resistanceFromSi(4.666283e6);
    h.venousReturn = resistanceFromSi(8.506913e6);
    return h;
}

LoopStart genericStart()
{
    LoopStart s;
    s.leftAtriumMl = 56.24441188959639;
    s.leftVentricleMl = 81.42759737438905;
    s.rightAtriumMl = 89.13584459023032;
    s.rightVentricleMl = 118.68964658139649;
    s.lungArteries = 2075.0626413038781 / kPascal;
    s.lungVeins = 1744.2583185734634 / kPascal;
    s.aorta = 9926.0311597251621 / kPascal;
    s.portal = 10;
    s.sinusoids = 7;
    s.caval = 6.1625;
    return s;
}

LoopRun runClosedLoop(const HeartLungs& heart, const BodyVessels& body, const LoopStart& start,
                      const LoopOptions& options, const Job& job)
{
    const Loop loop = buildLoop(heart, body);
    const FlowNetwork& n = loop.network;
    std::vector<double> state(static_cast<size_t>(n.states()));
    const auto fill = [&](int node, double volume) { state[static_cast<size_t>(n.stateOf(node))] = volume; };
    fill(loop.leftAtrium, start.leftAtriumMl);
    fill(loop.leftVentricle, start.leftVentricleMl);
    fill(loop.rightAtrium, start.rightAtriumMl);
    fill(loop.rightVentricle, start.rightVentricleMl);
    fill(loop.lungArteries, n.volumeAt(loop.lungArteries, start.lungArteries));
    fill(loop.lungVeins, n.volumeAt(loop.lungVeins, start.lungVeins));
    fill(loop.aorta, n.volumeAt(loop.aorta, start.aorta));
    fill(loop.portal, n.volumeAt(loop.portal, start.portal));
    fill(loop.caval, n.volumeAt(loop.caval, start.caval));
    for (const int s : loop.sinusoids)
        fill(s, n.volumeAt(s, start.sinusoids));
    return run(loop, heart, body, std::move(state), options, job);
}

LoopRun runClosedLoop(const HeartLungs& heart, const BodyVessels& body, std::vector<double> state,
                      const LoopOptions& options, const Job& job)
{
    return run(buildLoop(heart, body), heart, body, std::move(state), options, job);
}

} // namespace pollux
