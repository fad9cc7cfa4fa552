#include "core/simulation/heat/bioheat.h"

#include "core/base/error.h"
#include "core/simulation/heat/tr_bdf2.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pollux::heat {

namespace {

constexpr double kShortestStep = 1e-7; // s
constexpr double kSafety = 0.9;
constexpr double kMostGrowth = 3, kMostCut = 0.2;

void checkState(const HeatProblem& problem, const HeatState& state)
{
    const auto n = static_cast<size_t>(problem.voxels());
    const bool finite = std::all_of(state.temperature.begin(), state.temperature.end(),
                                    [](double t) { return std::isfinite(t) && t > -200 && t < 5000; });
    if (state.temperature.size() != n || state.omega.size() != n || state.cem43.size() != n || !finite)
        throw Error(ErrorCode::BadInput, "The heat model starts from temperatures that do not fit its box.",
                    "Start from one temperature a voxel, in degrees Celsius.");
}

void checkOptions(const HeatOptions& o, double seconds)
{
    if (!(std::isfinite(seconds) && seconds >= 0 && o.tolerance > 0 && std::isfinite(o.tolerance) && o.fixedStep >= 0 &&
          o.longestStep > 0))
        throw Error(ErrorCode::BadInput, "The time or accuracy of the heat model has no meaning.",
                    "Enter a time of at least 0 s, a tolerance and a longest step above 0.");
}

/// A step that leaves no crumb at the end.
double fitted(double step, double left)
{
    if (step >= 0.999 * left)
        return left;
    return step > 0.5 * left ? 0.5 * left : step;
}

} // namespace

HeatState startState(const HeatProblem& problem, double heldTemperature)
{
    HeatState state;
    const auto n = static_cast<size_t>(problem.voxels());
    state.temperature.assign(n, problem.blood.temperature);
    for (size_t i = 0; i < std::min(n, problem.tissue.size()); ++i)
        if (problem.tissue[i] == kHeld)
            state.temperature[i] = heldTemperature;
    state.omega.assign(n, 0);
    state.cem43.assign(n, 0);
    return state;
}

HeatRun advance(const HeatProblem& problem, HeatState& state, double seconds, const HeatOptions& options,
                const Job& job)
{
    checkProblem(problem);
    checkState(problem, state);
    checkOptions(options, seconds);
    HeatRun run;
    run.highestTemperature = problem.blood.temperature;
    if (std::all_of(problem.tissue.begin(), problem.tissue.end(), [](std::uint8_t l) { return l >= kVessel; }))
        return run;

    TrBdf2 stepper(problem, state, options);
    const auto n = static_cast<std::int64_t>(problem.voxels());
    run.bytes = stepper.bytes() + n * static_cast<std::int64_t>(sizeof(double) + 2 * sizeof(float));
    const double voxel = problem.spacing.prod() * 1e-9; // m^3
    const bool fixed = options.fixedStep > 0;
    double time = 0, step = options.fixedStep;
    while (time < seconds) {
        job.progress(time / seconds, "Computing heat");
        const double left = seconds - time;
        double h = std::min(fixed ? step : std::min(step, options.longestStep), left);
        if (step <= 0) {
            // The first one: as long as the fastest voxel needs for the tolerance.
            const double fastest = stepper.begin(0, state.omega);
            step = std::clamp(options.tolerance / std::max(fastest, 1e-9), 10 * kShortestStep, 1.0);
            continue;
        }
        h = fixed ? h : fitted(h, left);
        stepper.begin(h, state.omega);
        ++run.passes;
        const std::optional<double> error = stepper.tryStep(h, !fixed, run, job);
        double factor = kMostCut;
        if (error)
            factor =
                std::clamp(kSafety * std::cbrt(options.tolerance / std::max(*error, 1e-12)), kMostCut, kMostGrowth);
        if (!error || (!fixed && *error > options.tolerance)) {
            ++run.rejected;
            step = h * std::min(factor, 0.7);
            if (fixed || step < kShortestStep)
                throw Error(ErrorCode::Internal, "The heat model found no step that is short enough.",
                            "Choose larger voxels, a larger tolerance or less power.");
            continue;
        }
        stepper.accept(h, state, run);
        ++run.steps;
        run.longestStepTaken = std::max(run.longestStepTaken, h);
        time = h >= left ? seconds : time + h;
        if (!fixed)
            step = h * factor;
        if (options.watch)
            options.watch(time, {stepper.temperature(), static_cast<size_t>(n)});
    }
    for (double* energy : {&run.fromSource, &run.fromBlood, &run.throughWalls})
        *energy *= voxel;
    run.stored = stepper.stored(state.temperature) * voxel;
    std::copy_n(stepper.temperature(), n, state.temperature.begin());
    job.progress(1);
    return run;
}

std::vector<double> steadyTemperature(const HeatProblem& problem, const HeatState& start, const Job& job)
{
    checkProblem(problem);
    checkState(problem, start);
    HeatOperator op(problem);
    op.setWalls(start.temperature);
    if (!op.hasSink())
        throw Error(ErrorCode::BadInput, "Nothing takes the heat away, so there is no steady temperature.",
                    "Hold a side of the box, or give the tissue perfusion.");
    ConjugateGradients solver(op);
    Padded<double> t(op.voxels(), op.plane());
    std::copy(start.temperature.begin(), start.temperature.end(), t.data());
    // Corrections in float of residuals in double, until they are of no matter.
    constexpr double kLeft = 1e-9;
    constexpr int kMostRounds = 40;
    double first = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        double most = 0;
        for (std::int64_t n = 0; n < op.voxels(); ++n) {
            const auto at = static_cast<size_t>(n);
            const bool held = op.held(n);
            const double diagonal = op.diagonal(n);
            const double f = held || diagonal <= 0 ? 0 : op.rate(n, t.data());
            solver.residual[at] = static_cast<float>(f);
            solver.diagonal[at] = held || diagonal <= 0 ? 1.0f : static_cast<float>(diagonal);
            most = std::max(most, std::abs(f));
        }
        first = round == 0 ? most : first;
        if (most <= kLeft * first)
            break;
        solver.solve(1, 1e-4 * most, job);
        for (std::int64_t n = 0; n < op.voxels(); ++n)
            t.data()[n] += double(solver.solution()[static_cast<size_t>(n)]);
    }
    return {t.data(), t.data() + op.voxels()};
}

} // namespace pollux::heat
