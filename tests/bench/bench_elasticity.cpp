// Voxel finite elements on a piece of a jaw. A pass needs about 200 flops a cube (1152 as a dense 24 x 24 product) and
// moves at least, for each node in single precision: displacement read, force written, modulus read = 28 bytes; a
// smoothing step 3 x 5 + 1 + 1 values = 68 bytes. The floor of a V-cycle is what a plain copy of as many bytes takes.
#include "core/simulation/elasticity/calculix_deck.h"
#include "core/simulation/elasticity/multigrid.h"
#include "core/simulation/elasticity/voxel_solver.h"
#include "core/simulation/elasticity/voxel_stress.h"
#include "tests/bench/mandible_segment.h"
#include "tests/bench/timing.h"
#include "tests/core/simulation/elasticity/calculix_run.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>

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

/// Stress in the bone 0.8 to 1.8 mm from the rod, six a cube.
std::vector<Voigt> shellStress(const MandibleSegment& s, const VoxelModel& bone, const VoxelModel& m,
                               const std::vector<double>& u)
{
    const VoxelStress stress(m, u);
    std::vector<Voigt> out;
    for (int k = 0; k < m.size[2]; ++k)
        for (int j = 0; j < m.size[1]; ++j)
            for (int i = 0; i < m.size[0]; ++i) {
                const Vec3 d = m.edge * Vec3(i + 0.5, j + 0.5, k + 0.5) - s.platform;
                const double along = d.dot(s.axis()), r = (d - along * s.axis()).norm() - MandibleSegment::kRadius;
                const std::size_t c = m.cube(i, j, k);
                if (along >= 0.5 && along <= MandibleSegment::kLength && r >= 0.8 && r <= 1.8 && bone.modulus[c] > 10 &&
                    m.modulus[c] == bone.modulus[c])
                    out.push_back(stress.stress(i, j, k));
            }
    return out;
}

double p99(const std::vector<Voigt>& stress)
{
    std::vector<float> mises;
    for (const Voigt& v : stress)
        mises.push_back(float(vonMises(v)));
    return percentile(mises, 99);
}

/// A drag: each pose from nothing with a fixed number of iterations, against the converged solution of the same cubes.
void drag(bool filler, int iterations, int poses)
{
    MandibleSegment s;
    s.filler = filler;
    const VoxelModel bone = s.bone();
    VoxelModel m = bone;
    VoxelSolver fast(m, Precision::Single), exact(m);
    std::mt19937 random(42);
    const auto between = [&](double a) { return a * (2 * double(random()) / 4294967295.0 - 1); };
    std::vector<double> ms, l2, off;
    for (int n = 0; n < poses; ++n) {
        s.platform = Vec3(12 + between(2), 8 + between(1), 24 + between(0.75));
        s.tiltX = between(0.209);
        s.tiltY = between(0.209);
        std::vector<double> f, u, v;
        double shown = 0;
        std::vector<Voigt> a;
        ms.push_back(msOf([&] {
            m.modulus = bone.modulus;
            f = s.place(m, kLoad);
            fast.setModel(m);
            fast.solve(f, u, {1e-6, iterations, iterations}, {});
            a = shellStress(s, bone, m, u);
            shown = p99(a);
        }));
        exact.setModel(m);
        exact.solve(f, v, {1e-8, 200, 0}, {});
        const auto b = shellStress(s, bone, m, v);
        double e = 0, t = 0;
        for (std::size_t c = 0; c < a.size(); ++c) {
            e += (a[c] - b[c]).squaredNorm();
            t += b[c].squaredNorm();
        }
        l2.push_back(100 * std::sqrt(e / t));
        off.push_back(100 * std::fabs(shown / p99(b) - 1));
    }
    const auto most = [](const std::vector<double>& v) { return *std::max_element(v.begin(), v.end()); };
    std::sort(ms.begin(), ms.end());
    std::printf("drag, %s, %d iterations, %d poses | frame median %.1f, P95 %.1f, longest %.1f ms | stress L2 error "
                "median %.2f, "
                "largest %.2f %% | P99 error median %.2f, largest %.2f %%\n",
                filler ? "98,304 cubes stiff" : "about 51,000 of 98,304", iterations, poses, median(ms),
                ms[std::size_t(0.95 * double(poses))], ms.back(), median(l2), most(l2), median(off), most(off));
}

/// CalculiX on the same model: the whole program against the whole solve.
void calculix(double edge, CalculixSolver how, const char* name)
{
    MandibleSegment s;
    s.edge = edge;
    VoxelModel m = s.bone();
    const auto f = s.place(m, kLoad);
    roundModuli(m, 50);
    std::vector<double> u;
    double theirs = 0;
    try {
        const verification::CalculixRun run([&](std::ostream& deck) { writeCalculixDeck(deck, m, f, how, "twin"); });
        std::ifstream dat = run.dat();
        u = readCalculixDisplacements(dat, m);
        theirs = 1000 * run.seconds();
    } catch (const std::exception& e) {
        std::printf("CalculiX %s: skipped, %s\n", name, e.what());
        return;
    }
    const auto compare = [&](Precision precision, double tolerance, const char* kind) {
        std::vector<double> v;
        const double ours = msOf([&] {
            VoxelSolver solver(m, precision);
            solver.solve(f, v, {tolerance, 300, 0}, {});
        });
        double most = 0, off = 0;
        for (std::size_t n = 0; n < u.size(); ++n) {
            most = std::max(most, std::fabs(u[n]));
            off = std::max(off, std::fabs(u[n] - v[n]));
        }
        std::printf(
            "CalculiX %s, h %.2g mm: %.2f s, whole run | ours %s to %g: %.3f s, set-up and solve | ratio %.0f | "
            "displacement differs by %.1e of the largest\n",
            name, edge, theirs / 1000, kind, tolerance, ours / 1000, theirs / ours, off / most);
    };
    compare(Precision::Double, 1e-10, "double");
    compare(Precision::Single, 1e-6, "single");
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
    for (const int iterations : {3, 4, 5, 6})
        drag(true, iterations, 50);
    drag(true, 6, 200);
    drag(false, 6, 200);
    calculix(1, CalculixSolver::Spooles, "SPOOLES");
    calculix(0.5, CalculixSolver::IterativeCholesky, "iterative Cholesky");
    if (std::getenv("POLLUX_BENCH_SPOOLES"))
        calculix(0.5, CalculixSolver::Spooles, "SPOOLES");
}
