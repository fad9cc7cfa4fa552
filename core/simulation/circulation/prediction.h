#pragma once

#include "core/jobs/job.h"
#include "core/simulation/circulation/liver_flow.h"

#include <cstdint>
#include <vector>

namespace pollux {

/// How uncertain the inputs are: standard deviations. 0 means exact.
struct LiverFlowSpread
{
    double flowShare = 0; ///< of each of the three flows, as a share of it
    double pressure = 0;  ///< of portal and caval pressure, mmHg
    double arterial = 0;  ///< of the arterial pressure, mmHg
};

struct PredictionOptions
{
    HeldConstant held = HeldConstant::CardiacOutput;
    double split = 0.5; ///< of the value itself
    double splitLow = 0.2;
    double splitHigh = 0.8;
    LiverFlowSpread spread;
    int samples = 2000;
    std::uint64_t seed = 1;
};

struct Interval
{
    double low = 0;
    double high = 0;
};

/// Pressures after a resection, with what is not known about them. mmHg.
struct PortalPrediction
{
    double removed = 0;     ///< share of the liver
    LiverFlows flows;       ///< with the inputs and the split as they are
    Interval portalBySplit; ///< inputs exact, split anywhere in its range
    Interval portal;        ///< 95 of 100 draws of inputs and split
    Interval gradientBySplit;
    Interval gradient;
};

/// A patient's liver in many equally likely versions: inputs normally distributed about what was given, independent of
/// each other, the split anywhere in its range. Drawn once, the same for the same seed; each prediction then costs one
/// pass over them. Immutable: any thread.
class PortalModel
{
public:
    /// Throws Error (BadInput) for inputs that contradict each other, ranges that are none, or if fewer than one
    /// draw in five is a circulation; Cancelled.
    PortalModel(const LiverFlowInputs& inputs, const PredictionOptions& options, const Job& job);

    /// With the whole uncertainty. `remaining` (0, 1] of the liver. About 0.1 ms for 2000 draws.
    PortalPrediction predict(double remaining) const;
    /// The value alone, for a slider: some nanoseconds.
    LiverFlows flows(double remaining) const { return steadyFlows(m_circuit, remaining, m_options.held); }
    const LiverCircuit& circuit() const { return m_circuit; }
    const PredictionOptions& options() const { return m_options; }

    /// Draws that were no circulation (portal pressure below caval, ...) and were drawn again, as a share of all.
    double rejected() const { return m_rejected; }
    /// Share of the draws whose portal pressure is above this (mmHg).
    double shareAbove(double remaining, double portal) const;
    /// The removed share at which the portal pressure reaches this (mmHg): it grows with what is removed. nullopt if
    /// not below `most`.
    std::optional<double> removedAt(double portal, double most = 0.95) const;
    /// Predictions at evenly spaced removed shares, both ends included.
    std::vector<PortalPrediction> sweep(double from, double to, int points, const Job& job) const;

private:
    PredictionOptions m_options;
    LiverCircuit m_circuit;
    LiverCircuit m_lowSplit, m_highSplit;
    std::vector<LiverCircuit> m_draws;
    double m_rejected = 0;
};

} // namespace pollux
