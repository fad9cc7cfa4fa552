#pragma once

#include "core/jobs/job.h"
#include "core/simulation/heat/damage.h"
#include "core/simulation/heat/heat_problem.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace pollux::heat {

/// What is known of the tissue at one moment; one entry a voxel.
struct HeatState
{
    std::vector<double> temperature; ///< deg C; of what is held, too
    std::vector<float> omega;        ///< Arrhenius integral
    std::vector<float> cem43;        ///< equivalent minutes at 43 deg C
};

/// All tissue at the temperature of blood, undamaged; what is held as given.
HeatState startState(const HeatProblem& problem, double heldTemperature);

struct HeatOptions
{
    /// K: largest error of one step anywhere, as estimated; where it boils it counts a fiftieth, for there cells die in
    /// milliseconds.
    double tolerance = 0.3;
    double fixedStep = 0;    ///< s; above 0: every step is so long, whatever its error (for tests of order)
    double longestStep = 30; ///< s
    Arrhenius arrhenius;
    Cem43 cem43;
    double perfusionStopsAt = kOmegaDead; ///< Omega from which on no blood flows; 0: it always flows
    /// Told after each step: seconds since the start of the run, deg C a voxel. Valid during the call.
    std::function<void(double seconds, std::span<const double> temperature)> watch;
};

/// What a run did. Energies in J, into the tissue.
struct HeatRun
{
    std::int64_t steps = 0;
    std::int64_t rejected = 0;     ///< steps made again, shorter
    std::int64_t newton = 0;       ///< linear systems for a stage
    std::int64_t iterations = 0;   ///< of conjugate gradients, over all systems
    std::int64_t passes = 0;       ///< over all voxels in double precision, beside the iterations
    double highestTemperature = 0; ///< deg C, of tissue, over the whole run
    double fromSource = 0;         ///< applicator and metabolism
    double fromBlood = 0;          ///< by perfusion
    double throughWalls = 0;       ///< of what is held, and of the box
    double stored = 0;             ///< what the tissue's heat content grew by
    std::int64_t bytes = 0;        ///< memory of the solver and the state
    double longestStepTaken = 0;   ///< s
};

/// Goes on from `state` by `seconds`. Time: TR-BDF2, of order 2, L-stable, with its embedded error of order 3 (Bank et
/// al. 1985, IEEE Trans Electron Devices 32:1992; Hosea and Shampine 1996, Appl Numer Math 20:21). Space: finite
/// volumes, harmonic mean of the conductivities, walls at their distance (symmetric, order 2: Gibou et al. 2002, J
/// Comput Phys 176:205). State and residuals in double, corrections in float. Threads inside; bit for bit the same
/// result on every run. Throws Error: BadInput (problem, state, options), Internal (no step is short enough),
/// Cancelled.
HeatRun advance(const HeatProblem& problem, HeatState& state, double seconds, const HeatOptions& options,
                const Job& job);

/// The temperatures at which nothing changes any more, with perfusion everywhere. Throws Error: BadInput (also where
/// nothing takes the heat away: no wall, no perfusion), Cancelled.
std::vector<double> steadyTemperature(const HeatProblem& problem, const HeatState& start, const Job& job);

} // namespace pollux::heat
