#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// A value that changes with time (s).
using OfTime = std::function<double(double seconds)>;

/// A way for blood between two nodes. Flow counts from `from` to `to`.
///
///     p_from - p_to = (R + S |Q|) Q + L dQ/dt
struct FlowBranch
{
    std::string name;
    int from = -1;
    int to = -1;
    double resistance = 0; ///< R, mmHg s/mL
    double stenosis = 0;   ///< S, mmHg s2/mL2: loss that grows with the square of the flow
    double inertance = 0;  ///< L, mmHg s2/mL
    /// Makes it a valve: resistance to flow from `to` to `from`, mmHg s/mL.
    std::optional<double> closedResistance = std::nullopt;
};

/// Pressures (mmHg) by node and flows (mL/s) by branch at one moment.
struct FlowSnapshot
{
    std::vector<double> pressure;
    std::vector<double> flow;
};

/// Blood in lumped parts, like an electric circuit: nodes that hold blood or do not, and branches between them.
/// Units everywhere: mmHg, mL, s. A value that is built once and then only read: any thread.
///
/// State of a network: the volume (mL) of each compartment in the order in which they were added, then the flow (mL/s)
/// of each branch with inertance. Volumes and not pressures, so that what leaves one compartment enters another
/// exactly.
class FlowNetwork
{
public:
    /// Holds no blood: what comes in goes out.
    int addJunction(std::string name);
    /// Pressure = (volume - unstressed) / compliance. Compliance mL/mmHg, above 0.
    int addCompartment(std::string name, double compliance, double unstressed = 0);
    /// Pressure = elastance(t) (volume - unstressed); elastance mmHg/mL.
    int addChamber(std::string name, OfTime elastance, double unstressed);
    /// Pressure is given; takes and gives any amount of blood.
    int addPressure(std::string name, OfTime pressure);
    int addPressure(std::string name, double pressure);
    /// Throws Error (BadInput): a node that is not there, a negative or not finite value, no loss at all.
    int addBranch(FlowBranch branch);
    /// Blood that comes from outside, mL/s. Throws Error (BadInput) for a node that is not there.
    void addInflow(int node, OfTime flow);

    int nodes() const { return static_cast<int>(m_nodes.size()); }
    const std::vector<FlowBranch>& branches() const { return m_branches; }
    const std::string& nodeName(int node) const { return m_nodes.at(static_cast<size_t>(node)).name; }

    int compartments() const { return m_compartments; }
    int states() const { return m_compartments + m_inertances; }
    /// Where a compartment stands in the state; -1 for another node.
    int stateOf(int node) const { return m_nodes.at(static_cast<size_t>(node)).state; }
    /// Volume (mL) at which a compartment has this pressure at this time.
    double volumeAt(int node, double pressure, double seconds = 0) const;

    /// Pressures and flows of a state. Throws Error (BadInput) where a junction's pressure follows from nothing.
    FlowSnapshot at(double seconds, const double* state) const;
    /// d(state)/dt. As at(); `change` has states() places.
    void derivative(double seconds, const double* state, double* change) const;

    /// Where nothing changes any more, with everything that depends on time as at `seconds`: no inertance, no
    /// compliance. Throws Error (BadInput) if no pressure is given anywhere that blood can reach.
    FlowSnapshot steadyState(double seconds = 0) const;

private:
    enum class NodeKind { Junction, Compartment, Pressure };
    struct Node
    {
        std::string name;
        NodeKind kind = NodeKind::Junction;
        double compliance = 0;
        double unstressed = 0;
        OfTime elastance; ///< of a chamber
        OfTime pressure;
        std::vector<OfTime> inflows;
        int state = -1;
    };
    int add(Node node);
    const Node& node(int index) const { return m_nodes[static_cast<size_t>(index)]; }
    double inflow(int index, double seconds) const;
    double elastance(const Node& node, double seconds) const;
    /// Fills the pressures of `nodes` and the flows of `branches` (Newton on both at once); all else is known.
    void solve(const std::vector<int>& nodes, const std::vector<int>& branches, double seconds,
               FlowSnapshot& snapshot) const;

    std::vector<Node> m_nodes;
    std::vector<FlowBranch> m_branches;
    std::vector<int> m_flowState;   ///< one a branch: place in the state, -1 without inertance
    std::vector<int> m_junctions;   ///< nodes
    std::vector<int> m_atJunctions; ///< branches without inertance that end at one
    int m_compartments = 0;
    int m_inertances = 0;
};

} // namespace pollux
