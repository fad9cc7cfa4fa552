#include "core/simulation/circulation/network.h"

#include "core/base/error.h"

#include <Eigen/Core>
#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

[[noreturn]] void refuse(const std::string& text, const std::string& advice)
{
    throw Error(ErrorCode::BadInput, text, advice);
}

/// Resistance to a flow: that of a valve depends on the direction.
double resistanceOf(const FlowBranch& branch, double direction)
{
    return direction < 0 && branch.closedResistance ? *branch.closedResistance : branch.resistance;
}

/// The flow that a difference of pressure drives: the root of S|Q|Q + RQ = dp, in the form that does not cancel.
double flowOf(const FlowBranch& branch, double difference)
{
    const double r = resistanceOf(branch, difference);
    if (branch.stenosis <= 0)
        return difference / r;
    const double root = r + std::sqrt(r * r + 4 * branch.stenosis * std::abs(difference));
    return root > 0 ? 2 * difference / root : 0;
}

constexpr int kMostIterations = 60;

} // namespace

int FlowNetwork::add(Node node)
{
    m_nodes.push_back(std::move(node));
    return nodes() - 1;
}

int FlowNetwork::addJunction(std::string name)
{
    Node n;
    n.name = std::move(name);
    m_junctions.push_back(nodes());
    return add(std::move(n));
}

int FlowNetwork::addCompartment(std::string name, double compliance, double unstressed)
{
    if (!(compliance > 0) || !std::isfinite(compliance) || !std::isfinite(unstressed))
        refuse("The compliance of '" + name + "' is not above 0.", "Give a compliance in mL/mmHg.");
    Node n;
    n.name = std::move(name);
    n.kind = NodeKind::Compartment;
    n.compliance = compliance;
    n.unstressed = unstressed;
    n.state = m_compartments++;
    return add(std::move(n));
}

int FlowNetwork::addChamber(std::string name, OfTime elastance, double unstressed)
{
    const int index = addCompartment(std::move(name), 1, unstressed);
    m_nodes.back().elastance = std::move(elastance);
    return index;
}

int FlowNetwork::addPressure(std::string name, OfTime pressure)
{
    Node n;
    n.name = std::move(name);
    n.kind = NodeKind::Pressure;
    n.pressure = std::move(pressure);
    return add(std::move(n));
}

int FlowNetwork::addPressure(std::string name, double pressure)
{
    return addPressure(std::move(name), [pressure](double) { return pressure; });
}

int FlowNetwork::addBranch(FlowBranch b)
{
    if (b.from < 0 || b.to < 0 || b.from >= nodes() || b.to >= nodes() || b.from == b.to)
        refuse("The branch '" + b.name + "' does not join two nodes.", "Add its nodes first.");
    for (const double value : {b.resistance, b.stenosis, b.inertance, b.closedResistance.value_or(0)})
        if (!(value >= 0) || !std::isfinite(value))
            refuse("The branch '" + b.name + "' has a negative or unknown resistance.", "Give finite values from 0.");
    if (b.resistance + b.stenosis + b.inertance <= 0 || (b.closedResistance && *b.closedResistance <= 0))
        refuse("The branch '" + b.name + "' has no resistance at all.", "Join its two nodes into one.");
    if (b.closedResistance && b.inertance > 0)
        refuse("The valve '" + b.name + "' has inertance.", "Give the inertance to the vessel behind it.");
    const auto junction = [&](int n) { return node(n).kind == NodeKind::Junction; };
    const int index = static_cast<int>(m_branches.size());
    if (b.inertance > 0)
        m_flowState.push_back(m_inertances++);
    else
        m_flowState.push_back(-1);
    if (b.inertance <= 0 && (junction(b.from) || junction(b.to)))
        m_atJunctions.push_back(index);
    m_branches.push_back(std::move(b));
    return index;
}

void FlowNetwork::addInflow(int index, OfTime flow)
{
    if (index < 0 || index >= nodes())
        refuse("The inflow has no node.", "Add its node first.");
    m_nodes[static_cast<size_t>(index)].inflows.push_back(std::move(flow));
}

double FlowNetwork::inflow(int index, double seconds) const
{
    double sum = 0;
    for (const OfTime& flow : node(index).inflows)
        sum += flow(seconds);
    return sum;
}

double FlowNetwork::elastance(const Node& n, double seconds) const
{
    return n.elastance ? n.elastance(seconds) : 1 / n.compliance;
}

double FlowNetwork::volumeAt(int index, double pressure, double seconds) const
{
    const Node& n = m_nodes.at(static_cast<size_t>(index));
    return n.unstressed + pressure / elastance(n, seconds);
}

void FlowNetwork::solve(const std::vector<int>& unknownNodes, const std::vector<int>& unknownFlows, double seconds,
                        FlowSnapshot& s) const
{
    // Pressures and flows together: with flows among the unknowns a stenosis has a slope at rest, too.
    const auto n = static_cast<Eigen::Index>(unknownNodes.size());
    const auto m = static_cast<Eigen::Index>(unknownFlows.size());
    std::vector<Eigen::Index> place(m_nodes.size(), -1);
    for (Eigen::Index i = 0; i < n; ++i)
        place[static_cast<size_t>(unknownNodes[static_cast<size_t>(i)])] = i;
    std::vector<char> solved(m_branches.size(), 0);
    for (const int b : unknownFlows)
        solved[static_cast<size_t>(b)] = 1;
    // What enters each node besides the unknown flows.
    Eigen::VectorXd given = Eigen::VectorXd::Zero(n);
    for (Eigen::Index i = 0; i < n; ++i)
        given[i] = inflow(unknownNodes[static_cast<size_t>(i)], seconds);
    for (size_t b = 0; b < m_branches.size(); ++b) {
        if (solved[b])
            continue;
        if (const auto i = place[static_cast<size_t>(m_branches[b].from)]; i >= 0)
            given[i] -= s.flow[b];
        if (const auto i = place[static_cast<size_t>(m_branches[b].to)]; i >= 0)
            given[i] += s.flow[b];
    }
    for (int iteration = 0; iteration < kMostIterations; ++iteration) {
        Eigen::MatrixXd a = Eigen::MatrixXd::Zero(n + m, n + m);
        Eigen::VectorXd right = Eigen::VectorXd::Zero(n + m);
        right.head(n) = given;
        for (Eigen::Index k = 0; k < m; ++k) {
            const auto b = static_cast<size_t>(unknownFlows[static_cast<size_t>(k)]);
            const FlowBranch& branch = m_branches[b];
            const double q = s.flow[b];
            // p_from - p_to - (R + 2S|Q|) Q_new = -S|Q|Q: Newton's step written for the new values.
            a(n + k, n + k) = -(resistanceOf(branch, q) + 2 * branch.stenosis * std::abs(q));
            right[n + k] = -branch.stenosis * std::abs(q) * q;
            const auto end = [&](int index, double sign) {
                if (const auto i = place[static_cast<size_t>(index)]; i >= 0) {
                    a(i, n + k) += sign; // what leaves
                    a(n + k, i) += sign;
                } else {
                    right[n + k] -= sign * s.pressure[static_cast<size_t>(index)];
                }
            };
            end(branch.from, 1);
            end(branch.to, -1);
        }
        const Eigen::PartialPivLU<Eigen::MatrixXd> lu(a);
        const Eigen::VectorXd x = lu.solve(right);
        const double size = right.cwiseAbs().maxCoeff();
        if (!x.allFinite() || (a * x - right).cwiseAbs().maxCoeff() > 1e-6 * (size + x.cwiseAbs().maxCoeff()))
            break;
        double moved = 0, largest = 0;
        bool flipped = false;
        for (Eigen::Index k = 0; k < m; ++k) {
            const auto b = static_cast<size_t>(unknownFlows[static_cast<size_t>(k)]);
            moved = std::max(moved, std::abs(x[n + k] - s.flow[b]));
            largest = std::max(largest, std::abs(x[n + k]));
            flipped |= m_branches[b].closedResistance && (x[n + k] < 0) != (s.flow[b] < 0);
            s.flow[b] = x[n + k];
        }
        bool linear = !flipped;
        for (const int b : unknownFlows)
            linear &= m_branches[static_cast<size_t>(b)].stenosis <= 0;
        for (Eigen::Index i = 0; i < n; ++i)
            s.pressure[static_cast<size_t>(unknownNodes[static_cast<size_t>(i)])] = x[i];
        if (linear || (!flipped && moved <= 1e-12 * largest + 1e-14))
            return;
    }
    refuse("The pressures of the network follow from nothing, or it does not come to rest.",
           "Check that every part is connected to a pressure or to a part that holds blood.");
}

FlowSnapshot FlowNetwork::at(double seconds, const double* state) const
{
    FlowSnapshot s{std::vector<double>(m_nodes.size(), 0), std::vector<double>(m_branches.size(), 0)};
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        const Node& n = m_nodes[i];
        if (n.kind == NodeKind::Compartment)
            s.pressure[i] = elastance(n, seconds) * (state[n.state] - n.unstressed);
        else if (n.kind == NodeKind::Pressure)
            s.pressure[i] = n.pressure(seconds);
    }
    for (size_t b = 0; b < m_branches.size(); ++b)
        if (m_flowState[b] >= 0)
            s.flow[b] = state[m_compartments + m_flowState[b]];
    if (!m_junctions.empty())
        solve(m_junctions, m_atJunctions, seconds, s);
    for (size_t b = 0; b < m_branches.size(); ++b) {
        const FlowBranch& branch = m_branches[b];
        if (m_flowState[b] < 0 && node(branch.from).kind != NodeKind::Junction &&
            node(branch.to).kind != NodeKind::Junction)
            s.flow[b] = flowOf(branch, s.pressure[static_cast<size_t>(branch.from)] -
                                           s.pressure[static_cast<size_t>(branch.to)]);
    }
    return s;
}

void FlowNetwork::derivative(double seconds, const double* state, double* change) const
{
    const FlowSnapshot s = at(seconds, state);
    std::fill(change, change + states(), 0.0);
    for (int i = 0; i < nodes(); ++i)
        if (node(i).state >= 0)
            change[node(i).state] = inflow(i, seconds);
    for (size_t b = 0; b < m_branches.size(); ++b) {
        const FlowBranch& branch = m_branches[b];
        const double q = s.flow[b];
        if (const int from = node(branch.from).state; from >= 0)
            change[from] -= q;
        if (const int to = node(branch.to).state; to >= 0)
            change[to] += q;
        if (m_flowState[b] >= 0)
            change[m_compartments + m_flowState[b]] =
                (s.pressure[static_cast<size_t>(branch.from)] - s.pressure[static_cast<size_t>(branch.to)] -
                 (branch.resistance + branch.stenosis * std::abs(q)) * q) /
                branch.inertance;
    }
}

FlowSnapshot FlowNetwork::steadyState(double seconds) const
{
    FlowSnapshot s{std::vector<double>(m_nodes.size(), 0), std::vector<double>(m_branches.size(), 0)};
    std::vector<int> unknown, all;
    for (int i = 0; i < nodes(); ++i)
        if (node(i).kind == NodeKind::Pressure)
            s.pressure[static_cast<size_t>(i)] = node(i).pressure(seconds);
        else
            unknown.push_back(i);
    for (size_t b = 0; b < m_branches.size(); ++b) {
        all.push_back(static_cast<int>(b));
        s.flow[b] = m_branches[b].stenosis > 0 ? 1 : 0; // Newton starts where the loss has a slope
    }
    solve(unknown, all, seconds, s);
    return s;
}

} // namespace pollux
