#include "core/mesh/tree_path.h"

#include <algorithm>

namespace pollux {

std::vector<Vec3> treePath(const Tree& tree, const std::optional<Vec3>& through)
{
    const std::vector<TreeNode>& nodes = tree.nodes;
    if (nodes.empty())
        return {};
    size_t pass = nodes.size(); // none
    if (through)
        pass = static_cast<size_t>(std::min_element(nodes.begin(), nodes.end(),
                                                    [&](const TreeNode& a, const TreeNode& b) {
                                                        return (a.position - *through).squaredNorm() <
                                                               (b.position - *through).squaredNorm();
                                                    }) -
                                   nodes.begin());
    // Parents come first, so one walk knows the way from the root and what lies beyond the node to pass.
    std::vector<double> way(nodes.size(), 0);
    std::vector<bool> counts(nodes.size(), !through);
    size_t end = through ? pass : 0;
    for (size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].parent >= 0) {
            const auto parent = static_cast<size_t>(nodes[n].parent);
            way[n] = way[parent] + (nodes[n].position - nodes[parent].position).norm();
            counts[n] = counts[n] || counts[parent];
        }
        if (n == pass)
            counts[n] = true;
        if (counts[n] && way[n] > way[end])
            end = n;
    }
    std::vector<Vec3> out;
    for (int n = static_cast<int>(end); n >= 0; n = nodes[static_cast<size_t>(n)].parent)
        out.push_back(nodes[static_cast<size_t>(n)].position);
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace pollux
