#include "core/simulation/circulation/prediction.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

/// Random numbers that are the same with every compiler (splitmix64, Steele et al. 2014); the library's distributions
/// are not.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    /// In (0, 1).
    double uniform()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        z ^= z >> 31;
        return (static_cast<double>(z >> 11) + 0.5) * 0x1p-53;
    }
    /// Box and Muller 1958.
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

private:
    std::uint64_t m_state;
};

/// The middle 95 of 100.
Interval middle(std::vector<double>& values)
{
    const auto at = [&](double share) {
        const auto n = static_cast<std::ptrdiff_t>(std::lround(share * static_cast<double>(values.size() - 1)));
        std::nth_element(values.begin(), values.begin() + n, values.end());
        return values[static_cast<size_t>(n)];
    };
    const double low = at(0.025);
    return {low, at(0.975)};
}

/// Tries for each draw that is wanted before the inputs are called hopeless.
constexpr int kTries = 5;

} // namespace

PortalModel::PortalModel(const LiverFlowInputs& inputs, const PredictionOptions& options, const Job& job)
    : m_options(options), m_circuit(calibrate(inputs, options.split)), m_lowSplit(calibrate(inputs, options.splitLow)),
      m_highSplit(calibrate(inputs, options.splitHigh))
{
    const LiverFlowSpread& s = options.spread;
    if (options.splitLow > options.split || options.split > options.splitHigh || options.samples < 20 ||
        !(s.flowShare >= 0) || !(s.pressure >= 0) || !(s.arterial >= 0))
        throw Error(ErrorCode::BadInput, "The ranges of the prediction are none.",
                    "Give a split inside its range, at least 20 draws, and no negative uncertainty.");
    Random random(options.seed);
    const auto wanted = static_cast<size_t>(options.samples);
    size_t tried = 0;
    m_draws.reserve(wanted);
    while (m_draws.size() < wanted && tried < wanted * kTries) {
        if (tried++ % 1000 == 0)
            job.checkStop();
        LiverFlowInputs in = inputs;
        for (double* flow : {&in.cardiacOutput, &in.portalFlow, &in.arteryFlow})
            *flow *= 1 + s.flowShare * random.normal();
        in.portal += s.pressure * random.normal();
        in.caval += s.pressure * random.normal();
        in.arterial += s.arterial * random.normal();
        const double split = options.splitLow + (options.splitHigh - options.splitLow) * random.uniform();
        if (!problemWith(in, split))
            m_draws.push_back(calibrate(in, split));
    }
    if (m_draws.size() < wanted)
        throw Error(ErrorCode::BadInput,
                    "The inputs are so uncertain that fewer than one draw of them in five is a circulation.",
                    "Give the pressures and flows more exactly.");
    m_rejected = 1 - static_cast<double>(wanted) / static_cast<double>(tried);
}

PortalPrediction PortalModel::predict(double remaining) const
{
    PortalPrediction p;
    p.removed = 1 - remaining;
    p.flows = flows(remaining);
    const LiverFlows a = steadyFlows(m_lowSplit, remaining, m_options.held);
    const LiverFlows b = steadyFlows(m_highSplit, remaining, m_options.held);
    // The portal pressure falls as the split grows (tested), so the ends of the range are those of the band.
    p.portalBySplit = {std::min(a.portal, b.portal), std::max(a.portal, b.portal)};
    p.gradientBySplit = {std::min(a.gradient, b.gradient), std::max(a.gradient, b.gradient)};
    std::vector<double> portal, gradient;
    portal.reserve(m_draws.size());
    gradient.reserve(m_draws.size());
    for (const LiverCircuit& draw : m_draws) {
        const LiverFlows f = steadyFlows(draw, remaining, m_options.held);
        portal.push_back(f.portal);
        gradient.push_back(f.gradient);
    }
    p.portal = middle(portal);
    p.gradient = middle(gradient);
    return p;
}

double PortalModel::shareAbove(double remaining, double portal) const
{
    const auto above = std::count_if(m_draws.begin(), m_draws.end(), [&](const LiverCircuit& draw) {
        return steadyFlows(draw, remaining, m_options.held).portal > portal;
    });
    return static_cast<double>(above) / static_cast<double>(m_draws.size());
}

std::optional<double> PortalModel::removedAt(double portal, double most) const
{
    if (flows(1).portal >= portal)
        return 0.0;
    if (flows(1 - most).portal < portal)
        return std::nullopt;
    double low = 0, high = most;
    for (int i = 0; i < 60; ++i) {
        const double x = (low + high) / 2;
        (flows(1 - x).portal < portal ? low : high) = x;
    }
    return (low + high) / 2;
}

std::vector<PortalPrediction> PortalModel::sweep(double from, double to, int points, const Job& job) const
{
    std::vector<PortalPrediction> out;
    for (int i = 0; i < points; ++i) {
        job.checkStop();
        out.push_back(predict(1 - (points > 1 ? from + (to - from) * i / (points - 1) : from)));
    }
    return out;
}

} // namespace pollux
