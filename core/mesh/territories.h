#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"
#include "core/mesh/tree.h"

#include <cstdint>
#include <vector>

namespace pollux {

/// How near a branch is.
enum class BranchDistance {
    Within,   ///< along the way through the organ (fast marching): nothing leaks across a fissure
    Straight, ///< in a straight line
    Power,    ///< straight, squared, less the squared radius: a power diagram, in which thick branches reach farther
};

/// The voxels of an organ by the branch that is nearest to them, as if each branch fed what lies next to it. That is a
/// model of geometry: no flow is computed, and where blood goes in a patient may differ.
struct Territories
{
    IndexBox box;                    ///< of the organ
    std::vector<std::int32_t> label; ///< of box, i fastest; -1 outside the organ and where no branch can be reached

    Mask of(const Grid& grid, std::int32_t wanted) const;
    std::int64_t count(std::int32_t wanted) const;
};

/// `labels`: one a node of the tree, -1 for nodes that feed nothing. The piece between a node and its parent has the
/// node's label and radius. Power places the branches at voxel centres, so its borders are right to half a voxel. With
/// Within the vessel itself (its radius and a voxel) is a way, so that a tree may reach into the organ from outside.
/// Throws Error (BadInput) if the numbers differ or no node has a label.
Territories territories(const Mask& organ, const Tree& tree, const std::vector<std::int32_t>& labels,
                        BranchDistance distance, const Job& job);

/// Index of the node nearest to a point; -1 for an empty tree.
int nearestNode(const Tree& tree, const Vec3& point);
/// One a node: true for `node` and all that hangs on it.
std::vector<bool> subtree(const Tree& tree, int node);
/// Nodes at which `parts` branches begin that are disjoint and hold all of the tree's largest part below its first
/// forks: of the branches there are, the one of the greatest length is parted at its next fork until there are enough.
/// Side branches shorter than `shortest` mm make no fork. Fewer where the tree has no more forks.
std::vector<int> largestBranches(const Tree& tree, int parts, double shortest);

} // namespace pollux
