#pragma once

#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// What is known of a patient's flows before a resection. Pressures mmHg, flows mL/s (1 L/min is 16.67 mL/s).
struct LiverFlowInputs
{
    double cardiacOutput = 0;
    double arterial = 0;   ///< MAP, mean
    double caval = 0;      ///< CVP
    double portal = 0;     ///< PVP
    double portalFlow = 0; ///< Q_pv
    double arteryFlow = 0; ///< Q_ha, hepatic artery
};

/// What is wrong with inputs, and what to do.
struct FlowProblem
{
    std::string text;
    std::string advice;
};

/// Inputs that no circulation has: not positive, a portal pressure outside caval to arterial, a liver that takes all
/// the cardiac output. `split` is that of calibrate(). nullopt if there is none.
std::optional<FlowProblem> problemWith(const LiverFlowInputs& inputs, double split);

/// Resistances (mmHg s/mL) of the whole liver and of what lies beside it, and the state that they were taken from.
///
///     arteries -R_ha-> sinusoids -R_l-> caval veins
///     arteries -R_do-> portal vein -R_pv-> sinusoids
///     arteries -R_oo-> caval veins
struct LiverCircuit
{
    double hepaticArtery = 0; ///< R_ha
    double digestive = 0;     ///< R_do
    double portal = 0;        ///< R_pv
    double liver = 0;         ///< R_l
    double otherOrgans = 0;   ///< R_oo
    double cardiacOutput = 0; ///< mL/s
    double arterial = 0;      ///< mmHg
    double caval = 0;         ///< mmHg
};

/// The circuit that has exactly these pressures and flows. One number cannot be measured: `split` in (0, 1), the share
/// of the pressure gradient across the liver that is lost after the sinusoids, P_s = CVP + split (PVP - CVP). Closed
/// form. Throws Error (BadInput) with the words of problemWith().
LiverCircuit calibrate(const LiverFlowInputs& inputs, double split);

/// A lobe or territory: its share of the liver and how much of it is removed, both 0 to 1.
struct LiverLobe
{
    double share = 1;
    double removed = 0;
};

/// Share of the liver that stays. The shares may add up to anything above 0. Throws Error (BadInput) for shares and
/// parts that are none, and where nothing stays.
double remainingShare(const std::vector<LiverLobe>& lobes);

/// What the body keeps when the liver gets smaller: the one bound or the other. The caval pressure stays in both.
enum class HeldConstant { CardiacOutput, ArterialPressure };

/// Steady pressures (mmHg) and flows (mL/s).
struct LiverFlows
{
    double cardiacOutput = 0;
    double arterial = 0;
    double portal = 0;
    double gradient =
        0; ///< PVP - CVP; a surrogate of the hepatic venous pressure gradient, which is measured otherwise
    double sinusoids = 0;
    double portalFlow = 0;
    double arteryFlow = 0;
};

/// With `remaining` (0, 1] of the liver: every resistance of the liver grows by 1/remaining. Lobes of the same flow per
/// mass have the same pressures, so it matters how much is removed and not where. Closed form, some nanoseconds: for a
/// slider. Throws nothing; `remaining` must be above 0.
LiverFlows steadyFlows(const LiverCircuit& circuit, double remaining, HeldConstant held);

} // namespace pollux
