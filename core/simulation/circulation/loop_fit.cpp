#include "core/simulation/circulation/loop_fit.h"

#include "core/base/error.h"

#include <Eigen/Core>
#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pollux {

namespace {

using Pair = Eigen::Vector2d;

constexpr int kMostRuns = 24;
/// Of cardiac output and caval pressure, as shares.
constexpr double kGoodEnough = 2e-4;
/// The heart's four chambers and the two parts of the lungs come first in the state, the caval veins ninth.
constexpr size_t kOfTheHeart = 6, kCaval = 8;

LoopOptions settle()
{
    LoopOptions o;
    o.mostBeats = 80;
    o.periodic = 1e-6;
    o.samples = 200;
    return o;
}

} // namespace

BodyVessels bodyOf(const LiverCircuit& c, std::vector<double> lobes)
{
    BodyVessels b;
    b.aortaCompliance = 0.925;
    b.hepaticArtery = c.hepaticArtery;
    b.digestive = c.digestive;
    b.otherOrgans = c.otherOrgans;
    b.portal = c.portal;
    b.portalCompliance = 8;
    b.liver = c.liver;
    b.liverCompliance = 10;
    b.cavalCompliance = 60;
    b.lobes = std::move(lobes);
    return b;
}

LoopFit fitClosedLoop(const LiverCircuit& circuit, const Job& job)
{
    const HeartLungs generic = genericHeart();
    LoopFit fit;
    fit.body = bodyOf(circuit);
    // x: log of the heart's size, blood in litres. f: what is missing, as shares.
    Pair x(0, 0), f;
    const auto run = [&](const Pair& at) {
        const double size = std::exp(std::clamp(at[0], -2.5, 2.5));
        const HeartLungs heart = generic.scaled(size);
        std::vector<double> state = fit.state;
        for (size_t i = 0; i < kOfTheHeart; ++i)
            state[i] *= size / fit.heartSize;
        state[kCaval] += 1000 * at[1] - std::accumulate(state.begin(), state.end(), 0.0);
        const LoopRun r = runClosedLoop(heart, fit.body, state, settle(),
                                        job.part(double(fit.runs) / kMostRuns, double(fit.runs + 1) / kMostRuns));
        ++fit.runs;
        fit.state = r.state;
        fit.heart = heart;
        fit.heartSize = size;
        fit.means = r.means;
        return Pair(r.means.cardiacOutput / circuit.cardiacOutput - 1,
                    (r.means.caval - circuit.caval) / std::max(1.0, std::abs(circuit.caval)));
    };
    LoopStart start = genericStart();
    start.aorta = circuit.arterial;
    start.caval = circuit.caval;
    const LoopRun first = runClosedLoop(generic, fit.body, start, settle(), job.part(0, 1.0 / kMostRuns));
    fit.state = first.state;
    x[0] = std::log(circuit.cardiacOutput / first.means.cardiacOutput);
    x[1] = first.means.blood / 1000;
    f = run(x);
    Eigen::Matrix2d slope;
    for (int i = 0; i < 2; ++i) {
        Pair moved = x;
        moved[i] += 0.05;
        slope.col(i) = (run(moved) - f) / 0.05;
    }
    while (f.cwiseAbs().maxCoeff() > kGoodEnough && fit.runs < kMostRuns) {
        Pair step = -slope.inverse() * f;
        if (!step.allFinite())
            break;
        step *= std::min(1.0, 0.3 / step.cwiseAbs().maxCoeff()); // a far step may empty the heart
        const Pair next = run(x + step);
        slope += (next - f - slope * step) * step.transpose() / step.squaredNorm();
        x += step;
        f = next;
    }
    if (!(f.cwiseAbs().maxCoeff() <= kGoodEnough))
        throw Error(ErrorCode::BadInput,
                    "No size of the generic heart and no amount of blood gives this cardiac output and caval pressure.",
                    "Check both, or hold cardiac output or arterial pressure constant instead of closing the loop.");
    return fit;
}

LoopRun resected(const LoopFit& fit, double remaining, double givenMl, const Job& job)
{
    BodyVessels body = fit.body;
    std::vector<double> state = fit.state;
    // Volume of a lobe at the same pressure: no lobe has an unstressed volume here, so it is in proportion.
    for (size_t lobe = 0; lobe < body.lobes.size(); ++lobe) {
        body.lobes[lobe] *= remaining;
        state[kCaval + 1 + lobe] *= remaining;
    }
    state[kCaval] += givenMl;
    return runClosedLoop(fit.heart, body, std::move(state), settle(), job);
}

} // namespace pollux
