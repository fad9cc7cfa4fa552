#pragma once

#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// Contraction of a chamber over a beat, from 0 to 1: rise and fall of two Hill functions.
///
///     phi(t) = k g1/(1 + g1) 1/(1 + g2),  g = (t/tau)^m,  t counted from `shift`, k so that its greatest value is 1
struct TwoHill
{
    double shift = 0; ///< s
    double rise = 0;  ///< tau of g1, s
    double fall = 0;  ///< tau of g2, s
    double riseSlope = 0;
    double fallSlope = 0;
};

/// A chamber of the heart: pressure = (passive + active phi(t)) (volume - unstressed).
struct HeartChamber
{
    double active = 0;     ///< mmHg/mL
    double passive = 0;    ///< mmHg/mL
    double unstressed = 0; ///< mL
};

/// Heart and lungs. Compliances mL/mmHg, resistances mmHg s/mL.
struct HeartLungs
{
    double period = 0; ///< s, one beat
    HeartChamber leftAtrium, leftVentricle, rightAtrium, rightVentricle;
    TwoHill atria, ventricles;
    double valveOpen = 0;
    double valveClosed = 0;
    double arteryCompliance = 0; ///< of the lungs
    double arteryResistance = 0;
    double veinCompliance = 0;
    double veinResistance = 0;
    double venousReturn = 0; ///< resistance from the caval veins to the right atrium

    /// The same heart for `factor` times the flow at the same pressures: every volume and compliance grows by it, every
    /// resistance and elastance falls by it (exact similarity).
    HeartLungs scaled(double factor) const;
};

/// A generic adult heart, nobody's in particular: the numbers of an openly published test case of a peer
/// (svZeroDSolver, closed_loop_two_hill, BSD-3; elastances after Regazzoni et al. 2022), rounded as there. Unverified
/// for any patient.
HeartLungs genericHeart();

/// Vessels of the body with the liver in lobes. Compliances mL/mmHg, resistances mmHg s/mL, of the whole liver.
struct BodyVessels
{
    double aortaResistance = 0; ///< before the organs; 0: the organs are fed from the aorta itself
    double aortaCompliance = 0;
    double hepaticArtery = 0;    ///< R_ha
    double digestive = 0;        ///< R_do
    double otherOrgans = 0;      ///< R_oo
    double portal = 0;           ///< R_pv
    double portalCompliance = 0; ///< C_pv
    double liver = 0;            ///< R_l
    double liverCompliance = 0;  ///< C_l
    double cavalCompliance = 0;  ///< C_ven
    /// Share of the whole liver that each remaining lobe has; their sum is below 1 after a resection. A lobe of share w
    /// has resistances R/w and the compliance w C.
    std::vector<double> lobes{1.0};
};

/// Pressures (mmHg) or volumes from which a run starts.
struct LoopStart
{
    double leftAtriumMl = 0, leftVentricleMl = 0, rightAtriumMl = 0, rightVentricleMl = 0;
    double lungArteries = 0, lungVeins = 0; ///< mmHg
    double aorta = 0, portal = 0, sinusoids = 0, caval = 0;
};

/// Where the peer's test case starts; portal vein, sinusoids and caval veins hold what makes the mean arterial pressure
/// that of the reference's first row (README.md).
LoopStart genericStart();

struct LoopOptions
{
    int mostBeats = 120;
    /// A run ends when no volume differs by more than this share of all blood from one beat to the next; 0: never
    /// early.
    double periodic = 1e-7;
    int samples = 500; ///< of the last beat
};

/// Means over the last beat. Pressures mmHg, flows mL/s, volumes mL.
struct LoopMeans
{
    double arterial = 0; ///< MAP
    double systolic = 0;
    double diastolic = 0;
    double portal = 0;        ///< PVP
    double sinusoids = 0;     ///< mean over the lobes by share
    double caval = 0;         ///< CVP
    double cardiacOutput = 0; ///< as it reaches the organs
    double hepaticArtery = 0;
    double portalVein = 0;
    double hepaticVeins = 0;
    double blood = 0;      ///< all of it, at the end
    double bloodDrift = 0; ///< greatest difference from the start, as a share
    int beats = 0;
    bool settled = false; ///< the last beat repeats the one before
    long steps = 0;
};

struct LoopRun
{
    LoopMeans means;
    std::vector<double> seconds; ///< of the last beat, from 0
    std::vector<double> arterialPressure;
    std::vector<double> portalPressure;
    std::vector<double> aorticFlow; ///< out of the left ventricle
    std::vector<double> state;      ///< at the end of a beat
};

/// Runs heart, lungs, body and liver as one closed loop until a beat repeats. Any thread. Throws Error: BadInput for
/// values that are no circulation, Internal if it cannot be followed, Cancelled.
LoopRun runClosedLoop(const HeartLungs& heart, const BodyVessels& body, const LoopStart& start,
                      const LoopOptions& options, const Job& job);
/// The same from the end of another run, which had as many lobes.
LoopRun runClosedLoop(const HeartLungs& heart, const BodyVessels& body, std::vector<double> state,
                      const LoopOptions& options, const Job& job);

} // namespace pollux
