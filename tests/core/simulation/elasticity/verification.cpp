#include "verification.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace pollux::verification {

std::vector<Problem> problems()
{
    std::vector<Problem> all = voxelCases();
    for (auto* part : {cylinderCases, quadraticCases})
        for (Problem& p : part())
            all.push_back(std::move(p));
    return all;
}

Vec3 nodePlace(const VoxelModel& model, int i, int j, int k)
{
    return model.edge * Vec3(i, j, k);
}

Vec3 cubePlace(const VoxelModel& model, int i, int j, int k)
{
    return model.edge * Vec3(i + 0.5, j + 0.5, k + 0.5);
}

void holdBoundary(VoxelModel& model, std::vector<double>& u, const VectorField& displacement)
{
    u.assign(3 * model.nodes(), 0.0);
    const Index3& n = model.size;
    for (int k = 0; k <= n[2]; ++k)
        for (int j = 0; j <= n[1]; ++j)
            for (int i = 0; i <= n[0]; ++i)
                if (i == 0 || j == 0 || k == 0 || i == n[0] || j == n[1] || k == n[2]) {
                    const std::size_t a = model.node(i, j, k);
                    model.held[a] = 7;
                    const Vec3 v = displacement(nodePlace(model, i, j, k));
                    for (int c = 0; c < 3; ++c)
                        u[3 * a + static_cast<std::size_t>(c)] = v[c];
                }
}

void addForce(const VoxelModel& model, std::vector<double>& force, const Vec3& place, const Vec3& newtons)
{
    int at[3];
    double part[3];
    for (int c = 0; c < 3; ++c) {
        at[c] = std::clamp(static_cast<int>(place[c] / model.edge), 0, model.size[static_cast<std::size_t>(c)] - 1);
        part[c] = place[c] / model.edge - at[c];
    }
    for (int a = 0; a < 8; ++a) {
        double w = 1;
        for (int c = 0; c < 3; ++c)
            w *= a >> c & 1 ? part[c] : 1 - part[c];
        const std::size_t n = model.node(at[0] + (a & 1), at[1] + (a >> 1 & 1), at[2] + (a >> 2));
        for (int c = 0; c < 3; ++c)
            force[3 * n + static_cast<std::size_t>(c)] += w * newtons[c];
    }
}

std::vector<double> solved(const VoxelModel& model, const std::vector<double>& force, std::vector<double> start)
{
    VoxelSolver solver(model);
    const SolveResult r = solver.solve(force, start, {1e-11, 500, 0}, {});
    if (!r.converged)
        throw std::runtime_error("not converged");
    return start;
}

double order(double coarse, double fine)
{
    return std::log2(coarse / fine);
}

} // namespace pollux::verification
