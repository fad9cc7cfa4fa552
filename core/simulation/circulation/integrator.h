#pragma once

#include "core/jobs/job.h"
#include "core/simulation/circulation/network.h"

#include <memory>
#include <vector>

namespace pollux {

struct IntegratorOptions
{
    double relative = 1e-7;    ///< tolerance of a step
    double absolute = 1e-6;    ///< mL and mL/s
    double longestStep = 0.02; ///< s, so that no beat is stepped over
};

/// Follows the state of a network through time: backward differentiation of variable order with Newton (CVODE of
/// SUNDIALS; Hindmarsh et al. 2005, ACM TOMS 31:363). Stiff parts (valves, small compliances) are no trouble. The sum
/// of the volumes is kept to rounding, for every step is a linear combination of derivatives that add up to nothing.
/// One thread at a time; several integrators may run beside each other. `network` must outlive it.
class FlowIntegrator
{
public:
    /// Throws Error (BadInput) if `state` does not have the size of the network's.
    FlowIntegrator(const FlowNetwork& network, std::vector<double> state, double seconds = 0,
                   const IntegratorOptions& options = {});
    ~FlowIntegrator();
    FlowIntegrator(const FlowIntegrator&) = delete;
    FlowIntegrator& operator=(const FlowIntegrator&) = delete;

    /// Goes on to this time, which is not before the present one. Throws Error: BadInput of the network, Internal if no
    /// step can be found, Cancelled.
    void advance(double seconds, const Job& job);

    double seconds() const;
    const std::vector<double>& state() const;
    FlowSnapshot snapshot() const;
    long steps() const; ///< since the beginning

private:
    struct Part;
    std::unique_ptr<Part> m_part;
};

} // namespace pollux
