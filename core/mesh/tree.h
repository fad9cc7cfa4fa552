#pragma once

#include "core/base/content_key.h"
#include "core/geometry/vec.h"

#include <vector>

namespace pollux {

/// One point of a centreline.
struct TreeNode
{
    Vec3 position = Vec3::Zero(); ///< LPS, mm
    double radius = 0;            ///< mm, largest inscribed ball
    int parent = -1;              ///< index of the node towards the root; -1 for a root. Always < own index.
};

/// Centrelines of a tubular structure as a forest: parents come before children.
struct Tree
{
    std::vector<TreeNode> nodes;

    bool empty() const { return nodes.empty(); }
    std::vector<int> childCounts() const;
    int tips() const;         ///< nodes without children
    int bifurcations() const; ///< nodes with two or more children
    double length() const;    ///< mm, sum over all edges
    ContentKey key() const;
};

/// Throws Error (BadInput) on a forward or out-of-range parent, a non-finite position or a negative radius.
void checkTree(const Tree& tree);

} // namespace pollux
