#include "core/mesh/tree.h"

#include "core/base/error.h"

namespace pollux {

std::vector<int> Tree::childCounts() const
{
    std::vector<int> counts(nodes.size(), 0);
    for (const TreeNode& n : nodes)
        if (n.parent >= 0)
            ++counts[n.parent];
    return counts;
}

int Tree::tips() const
{
    int sum = 0;
    for (const int c : childCounts())
        sum += c == 0;
    return sum;
}

int Tree::bifurcations() const
{
    int sum = 0;
    for (const int c : childCounts())
        sum += c >= 2;
    return sum;
}

double Tree::length() const
{
    double sum = 0;
    for (const TreeNode& n : nodes)
        if (n.parent >= 0)
            sum += (n.position - nodes[n.parent].position).norm();
    return sum;
}

ContentKey Tree::key() const
{
    Hasher h;
    h.add(std::string_view("tree"));
    for (const TreeNode& n : nodes)
        h.add(n.position.x()).add(n.position.y()).add(n.position.z()).add(n.radius).add(std::int64_t(n.parent));
    return h.key();
}

void checkTree(const Tree& tree)
{
    for (size_t n = 0; n < tree.nodes.size(); ++n) {
        const TreeNode& node = tree.nodes[n];
        if (node.parent < -1 || node.parent >= static_cast<int>(n))
            throw Error(ErrorCode::BadInput, "A centreline names a parent that does not come before it.");
        if (!node.position.allFinite() || !(node.radius >= 0))
            throw Error(ErrorCode::BadInput, "A centreline has a position or radius that is not a number.");
    }
}

} // namespace pollux
