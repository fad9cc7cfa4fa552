#include "core/phantom/vessel_tree.h"

#include <Eigen/Dense>

#include <algorithm>

namespace pollux::phantom {

namespace {

constexpr double kClearance = 1.2; // mm of tissue between two vessels
constexpr double kStep = 3.5;      // mm between nodes
constexpr int kAttempts = 30;

} // namespace

Tree treeOf(const std::vector<TubePoint>& path)
{
    Tree tree;
    tree.nodes.push_back({path.front().position, path.front().radius, -1});
    hang(tree, path, 0);
    return tree;
}

int hang(Tree& tree, const std::vector<TubePoint>& path, int at)
{
    for (std::size_t i = 1; i < path.size(); ++i) {
        tree.nodes.push_back({path[i].position, path[i].radius, at});
        at = static_cast<int>(tree.nodes.size()) - 1;
    }
    return at;
}

void addTree(std::vector<Solid>& solids, const Tree& tree, const std::function<Label(const Vec3&)>& label)
{
    for (const TreeNode& node : tree.nodes) {
        const Vec3 from = node.parent < 0 ? node.position : tree.nodes[node.parent].position;
        addTube(solids, {{from, node.radius}, {node.position, node.radius}}, 0, label);
    }
}

void Obstacles::add(const Tree& tree)
{
    for (const TreeNode& node : tree.nodes)
        if (node.parent >= 0)
            pieces.push_back({tree.nodes[node.parent].position, node.position, node.radius});
}

void Obstacles::add(const std::vector<TubePoint>& path)
{
    for (std::size_t i = 1; i < path.size(); ++i)
        pieces.push_back({path[i - 1].position, path[i].position, std::max(path[i - 1].radius, path[i].radius)});
}

double Obstacles::gap(const Vec3& a, const Vec3& b, double radius) const
{
    double gap = 1e300;
    for (const Ball& ball : balls)
        gap = std::min(gap, segmentDistance(a, b, ball.centre, ball.centre) - ball.radius - radius);
    for (const Piece& piece : pieces)
        gap = std::min(gap, segmentDistance(a, b, piece.a, piece.b) - piece.radius - radius);
    return gap;
}

TreeGrower::TreeGrower(const std::function<bool(const Vec3&)>& inside, const Obstacles& obstacles, double smallest,
                       Random random)
    : m_inside(inside), m_obstacles(obstacles), m_smallest(smallest), m_random(random)
{
}

bool TreeGrower::reach(Tree& tree, int& at, Vec3& direction, const Vec3& target, double radius)
{
    const Vec3 start = tree.nodes[at].position;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        // Where something is in the way, try beside it, then stop short of it.
        const double share = attempt < kAttempts / 2 ? 1 : attempt < 3 * kAttempts / 4 ? 0.65 : 0.4;
        const Vec3 straight = share * (target - start);
        const double length = straight.norm();
        const double spread = 0.08 + 0.5 * attempt / kAttempts;
        const Vec3 aside(m_random.about(0, 1), m_random.about(0, 1), m_random.about(0, 1));
        const Vec3 end = start + straight + length * spread * aside;
        const Vec3 control = start + direction * length * 0.35;
        const int steps = std::max(2, static_cast<int>(std::ceil(length / kStep)));
        std::vector<TubePoint> path{{start, radius}};
        bool clear = true;
        for (int s = 1; s <= steps && clear; ++s) {
            const double t = static_cast<double>(s) / steps;
            const Vec3 p = (1 - t) * (1 - t) * start + 2 * t * (1 - t) * control + t * t * end;
            clear = m_inside(p) && m_obstacles.gap(path.back().position, p, radius) > kClearance;
            path.push_back({p, radius});
        }
        if (!clear)
            continue;
        at = hang(tree, path, at);
        direction = (end - control).normalized();
        return true;
    }
    return false;
}

void TreeGrower::grow(Tree& tree, int at, const Vec3& direction, std::vector<Vec3> tissue)
{
    const double radius = tree.nodes[at].radius;
    if (tissue.size() < 4)
        return;
    Vec3 centre = Vec3::Zero();
    for (const Vec3& p : tissue)
        centre += p;
    centre /= static_cast<double>(tissue.size());

    struct Branch
    {
        double radius;
        std::vector<Vec3> tissue;
    };
    // Split across the widest direction that is not the branch's own.
    const Vec3 along = (centre - tree.nodes[at].position).normalized();
    Mat3 spread = Mat3::Zero();
    for (const Vec3& p : tissue) {
        Vec3 d = p - centre;
        d -= along * along.dot(d);
        spread += d * d.transpose();
    }
    const Eigen::SelfAdjointEigenSolver<Mat3> solver(spread);
    const Vec3 normal = solver.eigenvectors().col(2);
    const double sigma = std::sqrt(solver.eigenvalues()[2] / static_cast<double>(tissue.size()));
    const double offset = m_random.about(0, 0.35) * sigma;
    Branch sides[2];
    for (const Vec3& p : tissue)
        sides[normal.dot(p - centre) > offset].tissue.push_back(p);
    for (Branch& side : sides)
        side.radius = radius * std::cbrt(static_cast<double>(side.tissue.size()) / static_cast<double>(tissue.size()));

    struct Grown
    {
        int at;
        Vec3 direction;
        Branch* branch;
    };
    std::vector<Grown> grown;
    for (Branch& side : sides) {
        if (side.radius < m_smallest || side.tissue.empty())
            continue;
        Vec3 middle = Vec3::Zero();
        for (const Vec3& p : side.tissue)
            middle += p;
        middle /= static_cast<double>(side.tissue.size());
        const Vec3 start = tree.nodes[at].position;
        Grown next{at, direction, &side};
        if (reach(tree, next.at, next.direction, start + 0.62 * (middle - start), side.radius))
            grown.push_back(next);
    }
    for (Grown& next : grown)
        grow(tree, next.at, next.direction, std::move(next.branch->tissue));
}

} // namespace pollux::phantom
