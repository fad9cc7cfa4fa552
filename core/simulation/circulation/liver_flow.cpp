#include "core/simulation/circulation/liver_flow.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <cmath>

namespace pollux {

namespace {

std::string mmHg(double value)
{
    return toText(value, 1) + " mmHg";
}

std::string litres(double millilitresPerSecond)
{
    return toText(millilitresPerSecond * 0.06, 2) + " L/min";
}

} // namespace

std::optional<FlowProblem> problemWith(const LiverFlowInputs& in, double split)
{
    for (const double value : {in.cardiacOutput, in.arterial, in.caval, in.portal, in.portalFlow, in.arteryFlow})
        if (!std::isfinite(value))
            return FlowProblem{"A pressure or flow is not a number.", "Give all six of them."};
    if (!(split > 0 && split < 1))
        return FlowProblem{"The split of the pressure gradient is not between 0 and 1.", "Give for example 0.5."};
    if (in.cardiacOutput <= 0 || in.portalFlow <= 0 || in.arteryFlow <= 0)
        return FlowProblem{"A flow is not above 0.", "Give cardiac output, portal and arterial flow above 0."};
    if (in.portal <= in.caval)
        return FlowProblem{"The portal pressure (" + mmHg(in.portal) + ") is not above the caval one (" +
                               mmHg(in.caval) + "), so no blood would flow through the liver.",
                           "Check both pressures; they must be taken at the same height."};
    if (in.arterial <= in.portal)
        return FlowProblem{"The arterial pressure (" + mmHg(in.arterial) + ") is not above the portal one (" +
                               mmHg(in.portal) + ").",
                           "Check both pressures."};
    if (in.portalFlow + in.arteryFlow >= in.cardiacOutput)
        return FlowProblem{"The liver would take " + litres(in.portalFlow + in.arteryFlow) +
                               ", all of the cardiac output of " + litres(in.cardiacOutput) + " or more.",
                           "Check the three flows and their units."};
    return std::nullopt;
}

LiverCircuit calibrate(const LiverFlowInputs& in, double split)
{
    if (const auto problem = problemWith(in, split))
        throw Error(ErrorCode::BadInput, problem->text, problem->advice);
    // Ohm's law of each branch, all pressures but that of the sinusoids being known.
    const double sinusoids = in.caval + split * (in.portal - in.caval);
    LiverCircuit c;
    c.hepaticArtery = (in.arterial - sinusoids) / in.arteryFlow;
    c.digestive = (in.arterial - in.portal) / in.portalFlow;
    c.portal = (in.portal - sinusoids) / in.portalFlow;
    c.liver = (sinusoids - in.caval) / (in.portalFlow + in.arteryFlow);
    c.otherOrgans = (in.arterial - in.caval) / (in.cardiacOutput - in.portalFlow - in.arteryFlow);
    c.cardiacOutput = in.cardiacOutput;
    c.arterial = in.arterial;
    c.caval = in.caval;
    return c;
}

double remainingShare(const std::vector<LiverLobe>& lobes)
{
    double all = 0, stays = 0;
    for (const LiverLobe& lobe : lobes) {
        if (!(lobe.share >= 0) || !std::isfinite(lobe.share) || !(lobe.removed >= 0 && lobe.removed <= 1))
            throw Error(ErrorCode::BadInput, "A lobe has no usable share of the liver or removed part.",
                        "Give shares from 0 and removed parts from 0 to 1.");
        all += lobe.share;
        stays += lobe.share * (1 - lobe.removed);
    }
    // Less than a millionth is what rounding leaves of nothing.
    if (all <= 0 || stays <= 1e-6 * all)
        throw Error(ErrorCode::BadInput, "Nothing of the liver would stay.", "Remove less of it.");
    return stays / all;
}

LiverFlows steadyFlows(const LiverCircuit& c, double remaining, HeldConstant held)
{
    const double ha = c.hepaticArtery / remaining, pv = c.portal / remaining, l = c.liver / remaining;
    const double in = 1 / ha + 1 / (c.digestive + pv); // conductance from the arteries to the sinusoids
    const double through = in / (1 + l * in);          // and on to the caval veins
    const double whole = through + 1 / c.otherOrgans;
    LiverFlows f;
    f.arterial = held == HeldConstant::ArterialPressure ? c.arterial : c.caval + c.cardiacOutput / whole;
    const double liver = (f.arterial - c.caval) * through;
    f.cardiacOutput = (f.arterial - c.caval) * whole;
    f.sinusoids = c.caval + l * liver;
    f.arteryFlow = (f.arterial - f.sinusoids) / ha;
    f.portalFlow = (f.arterial - f.sinusoids) / (c.digestive + pv);
    f.portal = f.sinusoids + pv * f.portalFlow;
    f.gradient = f.portal - c.caval;
    return f;
}

} // namespace pollux
