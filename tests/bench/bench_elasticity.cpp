// Voxel finite elements on a piece of a jaw. A pass needs about 200 flops a cube (1152 as a dense 24 x 24 product) and
// moves at least, for each node in single precision: displacement read, force written, modulus read = 28 bytes; a
// smoothing step 3 x 5 + 1 + 1 values = 68 bytes. The floor of a V-cycle is what a plain copy of as many bytes takes.
#include "core/simulation/elasticity/multigrid.h"
#include "core/simulation/elasticity/voxel_solver.h"
#include "core/simulation/elasticity/voxel_stress.h"
#include "tests/bench/mandible_segment.h"
#include "tests/bench/timing.h"

#include <cstdio>
#include <cstring>

using namespace pollux;
using namespace pollux::elasticity;
using namespace pollux::bench;

namespace {

const Vec3 kLoad(100 * std::sin(0.349), 0, -100 * std::cos(0.349));

template <class T>
void fill(VoxelLevel<T>& grid, const VoxelModel& m)
{
    for (int k = 0; k < m.size[2]; ++k)
        for (int j = 0; j < m.size[1]; ++j)
            for (int i = 0; i < m.size[0]; ++i)
                grid.modulus[grid.cube(i, j, k)] = T(m.modulus[m.cube(i, j, k)]);
    for (int k = 0; k <= m.size[2]; ++k)
        for (int j = 0; j <= m.size[1]; ++j)
            for (int i = 0; i <= m.size[0]; ++i)
                grid.held[grid.node(i, j, k)] = m.held[m.node(i, j, k)];
}

template <class T>
void passes(const char* what, const VoxelModel& m)
{
    const HexElement element(m.poisson);
    Multigrid<T> mg(m.size, m.edge, element);
    fill(mg.finest(), m);
    const double setup = medianMs(5, [&] { mg.prepare(); });
    auto& g = mg.finest();
    auto x = g.vector(), y = g.vector();
    for (int c = 0; c < 3; ++c)
        for (size_t n = 0; n < g.nodes(); ++n)
            x.values[c][n] = g.active(n) && !(g.held[n] >> c & 1) ? T(std::sin(double(n * 3 + size_t(c)))) : T(0);
    const double pass = medianMs(50, [&] { g.multiply(x, y); });
    const double cycle = medianMs(20, [&] { mg.cycle(x, y); });
    std::size_t active = 0;
    for (float e : m.modulus)
        active += e > 0;
    // A copy of one vector of all nodes reads and writes 8 bytes a value.
    std::vector<T> a(3 * g.nodes()), b(a);
    const double copy = medianMs(50, [&] { std::memcpy(b.data(), a.data(), a.size() * sizeof(T)); });
    std::printf(
        "%-26s %-8s %9zu cubes %9zu stiff | pass %7.3f ms = %5.2f ns/stiff cube = %5.1f GFlop/s | cycle %7.2f ms = "
        "%4.1f passes | prepare %6.2f ms | copy of a vector %6.3f ms\n",
        what, g.kernels().name, m.cubes(), active, pass, pass * 1e6 / double(active), 200 * double(active) / pass / 1e6,
        cycle, cycle / pass, setup, copy);
}

void solves(const char* what, const VoxelModel& m, const std::vector<double>& f, Precision precision)
{
    VoxelSolver solver(m, precision);
    for (double tolerance : {1e-2, 1e-4, 1e-6}) {
        SolveResult r;
        std::vector<double> u;
        const double ms = medianMs(3, [&] {
            u.clear();
            r = solver.solve(f, u, {tolerance, 100, 0}, {});
        });
        std::printf("%-26s %-6s unknowns %8lld | %g: %2d iterations, residual %.1e, %7.1f ms | %5.1f bytes/unknown\n",
                    what, precision == Precision::Single ? "single" : "double", (long long)solver.unknowns(), tolerance,
                    r.iterations, r.residual, ms, double(solver.bytes()) / double(solver.unknowns()));
    }
}

} // namespace

int main()
{
    for (bool filler : {false, true}) {
        MandibleSegment s;
        s.filler = filler;
        VoxelModel m = s.bone();
        const auto f = s.place(m, kLoad);
        const char* what = filler ? "0.5 mm, filled" : "0.5 mm, void";
        passes<float>(what, m);
        passes<double>(what, m);
        solves(what, m, f, Precision::Single);
        solves(what, m, f, Precision::Double);
    }
    {
        MandibleSegment s;
        s.filler = true;
        s.edge = 0.25;
        VoxelModel m = s.bone();
        const auto f = s.place(m, kLoad);
        passes<float>("0.25 mm, filled", m);
        solves("0.25 mm, filled", m, f, Precision::Single);
    }
}
