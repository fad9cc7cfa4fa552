#pragma once

#include "core/simulation/circulation/closed_loop.h"
#include "core/simulation/circulation/liver_flow.h"

namespace pollux {

/// A closed loop that beats with a patient's mean pressures and flows.
struct LoopFit
{
    HeartLungs heart;
    BodyVessels body;
    std::vector<double> state; ///< at the end of a beat
    LoopMeans means;
    double heartSize = 1; ///< times the generic heart
    int runs = 0;
};

/// Compliances of the body's vessels as in the side-by-side runs with the peer, resistances of the circuit. They shape
/// the beat and say how much blood moves between the parts; they are nobody's and unverified for any patient.
BodyVessels bodyOf(const LiverCircuit& circuit, std::vector<double> lobes = {1.0});

/// Makes the loop beat as the circuit says. The resistances come in closed form, and with them every mean pressure and
/// flow follows from cardiac output and caval pressure; the two numbers left, the size of the generic heart and the
/// amount of blood, are found by Broyden's method on whole runs. About ten of them, 1 to 2 s. Throws Error: BadInput if
/// no such heart exists, and as runClosedLoop().
LoopFit fitClosedLoop(const LiverCircuit& circuit, const Job& job);

/// The loop after a resection: `remaining` (0, 1] of the liver stays and the blood in the rest leaves with it.
/// `givenMl` (mL) is what is infused less what is lost besides. The heart stays as it is. Throws as runClosedLoop().
LoopRun resected(const LoopFit& fit, double remaining, double givenMl, const Job& job);

} // namespace pollux
