#pragma once

#include "core/phantom/model.h"
#include "core/phantom/random.h"

namespace pollux::phantom {

/// What growing branches keep clear of.
struct Obstacles
{
    std::vector<Ball> balls;
    struct Piece
    {
        Vec3 a, b;
        double radius;
    };
    std::vector<Piece> pieces;

    void add(const Tree& tree);
    void add(const std::vector<TubePoint>& path);
    /// Smallest gap (mm) between a tube piece and anything here.
    double gap(const Vec3& a, const Vec3& b, double radius) const;
};

/// Grows vessel trees that divide an organ among their branches: each branch runs towards the middle of the tissue it
/// supplies and then splits that tissue by a plane across its widest extent. A branch's radius is proportional to the
/// cube root of its tissue's volume, which is Murray's law (Murray, PNAS 12:207, 1926): r0^3 = r1^3 + r2^3.
class TreeGrower
{
public:
    /// `inside`: depth test for a point of a branch. Branches thinner than `smallest` are left out.
    TreeGrower(const std::function<bool(const Vec3&)>& inside, const Obstacles& obstacles, double smallest,
               Random random);

    /// Grows from node `at` of `tree`, whose radius is that of the branch, into `tissue`.
    void grow(Tree& tree, int at, const Vec3& direction, std::vector<Vec3> tissue);

private:
    bool reach(Tree& tree, int& at, Vec3& direction, const Vec3& target, double radius);

    std::function<bool(const Vec3&)> m_inside;
    const Obstacles& m_obstacles;
    double m_smallest;
    Random m_random;
};

} // namespace pollux::phantom
