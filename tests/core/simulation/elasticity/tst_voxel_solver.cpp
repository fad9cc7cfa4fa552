// What holds for any model: the same numbers from every instruction set and precision, as many iterations on finer
// grids, odd sizes, the same twice, an end when asked for, bad input refused.

#include "core/base/error.h"
#include "core/simulation/elasticity/hex_kernels.h"
#include "core/simulation/elasticity/multigrid.h"
#include "tests/bench/mandible_segment.h"
#include "verification.h"

#include <QtTest>

#include <random>
#include <thread>

using namespace pollux;
using namespace pollux::elasticity;
using bench::MandibleSegment;

namespace {

const Vec3 kLoad(34, 0, -94);

/// Random moduli with holes, so many cubes; sides at x = 0 held.
VoxelModel rough(const Index3& n)
{
    VoxelModel m = VoxelModel::empty(n, 0.7, 0.3);
    std::mt19937 random(3);
    for (float& e : m.modulus)
        e = random() % 5 == 0 ? 0.0F : float(1 + random() % 1000);
    for (int k = 0; k <= n[2]; ++k)
        for (int j = 0; j <= n[1]; ++j)
            m.held[m.node(0, j, k)] = 7;
    removeLooseParts(m);
    return m;
}

/// K u by the dense matrix of one cube after the other.
std::vector<double> denseForces(const VoxelModel& m, const std::vector<double>& u)
{
    const HexElement e(m.poisson);
    std::vector<double> f(u.size(), 0.0);
    for (int k = 0; k < m.size[2]; ++k)
        for (int j = 0; j < m.size[1]; ++j)
            for (int i = 0; i < m.size[0]; ++i) {
                const double s = double(m.modulus[m.cube(i, j, k)]) * m.edge;
                std::size_t at[24];
                for (int a = 0; a < 8; ++a)
                    for (std::size_t c = 0; c < 3; ++c)
                        at[3 * std::size_t(a) + c] = 3 * m.node(i + (a & 1), j + (a >> 1 & 1), k + (a >> 2)) + c;
                for (int p = 0; p < 24; ++p)
                    for (int q = 0; q < 24; ++q)
                        f[at[p]] += s * e.stiffness(p, q) * u[at[q]];
            }
    return f;
}

double difference(const std::vector<double>& a, const std::vector<double>& b)
{
    double most = 0, size = 0;
    for (std::size_t n = 0; n < a.size(); ++n) {
        most = std::max(most, std::fabs(a[n] - b[n]));
        size = std::max(size, std::fabs(b[n]));
    }
    return most / size;
}

template <class T>
double layerDifference(const HexKernels<T>& one, const HexKernels<T>& other)
{
    const std::ptrdiff_t row = 21, rows = 9, length = row * rows + 64;
    std::mt19937 random(1);
    std::vector<T> x[3][2], y[3][2], z[3][2], e(std::size_t(length), T(0));
    LayerView<T> a, b;
    for (int c = 0; c < 3; ++c)
        for (int p = 0; p < 2; ++p) {
            x[c][p].resize(std::size_t(length + row));
            for (T& v : x[c][p])
                v = T(double(random()) / 4e9 - 0.5);
            y[c][p].assign(std::size_t(length + row), T(0));
            z[c][p] = y[c][p];
            a.x[c][p] = b.x[c][p] = x[c][p].data();
            a.y[c][p] = y[c][p].data();
            b.y[c][p] = z[c][p].data();
        }
    for (std::ptrdiff_t n = 0; n < row * (rows - 1); ++n)
        e[std::size_t(n)] = n % row == row - 1 ? T(0) : T(1 + random() % 7);
    const Run run{0, (row * (rows - 1) + kRunStep - 1) / kRunStep * kRunStep};
    a.modulus = b.modulus = e.data();
    a.row = b.row = row;
    a.runs = b.runs = &run;
    a.runCount = b.runCount = 1;
    const ModalStiffness<T> m{T(1.1), T(0.9), T(0.7), T(0.5), T(0.3), T(0.2), T(0.1)};
    one.layer(a, m);
    other.layer(b, m);
    double most = 0;
    for (int c = 0; c < 3; ++c)
        for (int p = 0; p < 2; ++p)
            for (std::size_t n = 0; n < y[c][p].size(); ++n)
                most = std::max(most, std::fabs(double(y[c][p][n]) - double(z[c][p][n])));
    return most;
}

} // namespace

class TestVoxelSolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passEqualsTheDenseProduct_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::addColumn<int>("z");
        QTest::newRow("one") << 1 << 1 << 1;
        QTest::newRow("odd") << 7 << 5 << 3;
        QTest::newRow("rows longer than a register") << 37 << 3 << 4;
        QTest::newRow("ends at a register") << 15 << 15 << 2;
    }

    void passEqualsTheDenseProduct()
    {
        QFETCH(int, x);
        QFETCH(int, y);
        QFETCH(int, z);
        const VoxelModel m = rough({x, y, z});
        std::vector<double> u(3 * m.nodes());
        std::mt19937 random(7);
        for (double& v : u)
            v = double(random()) / 4e9 - 0.5;
        VoxelSolver exact(m), single(m, Precision::Single);
        const auto f = denseForces(m, u);
        QVERIFY(difference(exact.forces(u), f) < 1e-13);
        QVERIFY(difference(single.forces(u), f) < 1e-5);
    }

    void instructionSetsAgree()
    {
        int compared = 0;
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
            QVERIFY(layerDifference(detail::hexKernelsBase<float>(), detail::hexKernelsAvx2<float>()) < 1e-4);
            QVERIFY(layerDifference(detail::hexKernelsBase<double>(), detail::hexKernelsAvx2<double>()) < 1e-13);
            ++compared;
        }
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
            __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")) {
            QVERIFY(layerDifference(detail::hexKernelsBase<float>(), detail::hexKernelsAvx512<float>()) < 1e-4);
            QVERIFY(layerDifference(detail::hexKernelsBase<double>(), detail::hexKernelsAvx512<double>()) < 1e-13);
            ++compared;
        }
#endif
        if (compared == 0)
            QSKIP("This processor has only one of the instruction sets.");
    }

    /// x' M y = y' M x, and x' M x > 0, also on odd sizes with holes.
    void cycleIsSymmetricAndPositive()
    {
        const VoxelModel m = rough({13, 11, 9});
        Multigrid<double> mg(m.size, m.edge, HexElement(m.poisson));
        auto& g = mg.finest();
        for (int k = 0; k <= m.size[2]; ++k)
            for (int j = 0; j <= m.size[1]; ++j)
                for (int i = 0; i <= m.size[0]; ++i) {
                    g.held[g.node(i, j, k)] = m.held[m.node(i, j, k)];
                    if (i < m.size[0] && j < m.size[1] && k < m.size[2])
                        g.modulus[g.cube(i, j, k)] = double(m.modulus[m.cube(i, j, k)]);
                }
        mg.prepare();
        QVERIFY(mg.levels() > 1);
        std::mt19937 random(11);
        const auto vector = [&] {
            auto v = g.vector();
            for (int c = 0; c < 3; ++c)
                for (std::size_t n = 0; n < g.nodes(); ++n)
                    v.values[c][n] = g.active(n) && !(g.held[n] >> c & 1) ? double(random()) / 4e9 - 0.5 : 0.0;
            return v;
        };
        const auto dot = [&](const auto& a, const auto& b) {
            double s = 0;
            for (int c = 0; c < 3; ++c)
                for (std::size_t n = 0; n < g.nodes(); ++n)
                    s += a.values[c][n] * b.values[c][n];
            return s;
        };
        const auto x = vector(), y = vector();
        auto mx = g.vector(), my = g.vector();
        mg.cycle(x, mx);
        mg.cycle(y, my);
        QVERIFY(std::fabs(dot(y, mx) - dot(x, my)) < 1e-9 * std::fabs(dot(x, mx)));
        QVERIFY(dot(x, mx) > 0);
        QVERIFY(dot(y, my) > 0);
    }

    void iterationsDoNotGrowWithFinerGrids()
    {
        int most = 0, least = 1000;
        for (double edge : {2.0, 1.0, 0.5}) {
            MandibleSegment s;
            s.edge = edge;
            VoxelModel m = s.bone();
            const auto f = s.place(m, kLoad);
            VoxelSolver solver(m);
            std::vector<double> u;
            const SolveResult r = solver.solve(f, u, {1e-6, 100, 0}, {});
            QVERIFY(r.converged);
            most = std::max(most, r.iterations);
            least = std::min(least, r.iterations);
        }
        QVERIFY2(most <= 30 && most <= least + 10, qPrintable(QString("%1 to %2").arg(least).arg(most)));
    }

    void singleIsNearDouble()
    {
        MandibleSegment s;
        s.edge = 1;
        VoxelModel m = s.bone();
        const auto f = s.place(m, kLoad);
        std::vector<double> a, b;
        VoxelSolver(m).solve(f, a, {1e-10, 200, 0}, {});
        VoxelSolver(m, Precision::Single).solve(f, b, {1e-6, 200, 0}, {});
        QVERIFY2(difference(b, a) < 2e-4, qPrintable(QString::number(difference(b, a))));
    }

    /// A solver that was used for another pose gives the same as a new one, bit for bit.
    void poseAfterPose()
    {
        MandibleSegment s;
        s.edge = 1;
        const VoxelModel bone = s.bone();
        VoxelModel first = bone, second = bone;
        const auto before = s.place(first, kLoad);
        s.platform += Vec3(1.3, 0.4, -0.6);
        s.tiltX = 0.1;
        const auto f = s.place(second, kLoad);
        VoxelSolver used(first, Precision::Single), fresh(second, Precision::Single);
        std::vector<double> a, b;
        used.solve(before, a, {1e-6, 5, 5}, {});
        used.setModel(second);
        a.clear();
        const SolveResult r = used.solve(f, a, {1e-6, 5, 5}, {});
        fresh.solve(f, b, {1e-6, 5, 5}, {});
        QCOMPARE(r.iterations, 5);
        QVERIFY(a == b);
    }

    void loadOnNothingIsRefused()
    {
        VoxelModel m = VoxelModel::empty({4, 4, 4}, 1, 0.3);
        m.modulus[m.cube(0, 0, 0)] = 1000;
        for (int c = 0; c < 4; ++c)
            m.held[m.node(c & 1, c >> 1, 0)] = 7;
        VoxelSolver solver(m);
        std::vector<double> f(3 * m.nodes(), 0.0), u;
        f[3 * m.node(4, 4, 4)] = 1;
        QVERIFY_EXCEPTION_THROWN(solver.solve(f, u, {}, {}), Error);
        f[3 * m.node(4, 4, 4)] = std::nan("");
        QVERIFY_EXCEPTION_THROWN(solver.solve(f, u, {}, {}), Error);
        f[3 * m.node(4, 4, 4)] = 0;
        u.clear();
        QVERIFY(solver.solve(f, u, {}, {}).converged);
        QCOMPARE(*std::max_element(u.begin(), u.end()), 0.0);
    }

    void badModelsAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN(VoxelModel::empty({0, 3, 3}, 1, 0.3), Error);
        QVERIFY_EXCEPTION_THROWN(VoxelModel::empty({3, 3, 3}, -1, 0.3), Error);
        QVERIFY_EXCEPTION_THROWN(VoxelModel::empty({30000, 30000, 3}, 1, 0.3), Error);
        VoxelModel m = VoxelModel::empty({2, 2, 2}, 1, 0.5);
        QVERIFY_EXCEPTION_THROWN(VoxelSolver{m}, Error); // incompressible
        m.poisson = 0.3;
        m.modulus[3] = std::nanf("");
        QVERIFY_EXCEPTION_THROWN(VoxelSolver{m}, Error);
        m.modulus[3] = -5;
        QVERIFY_EXCEPTION_THROWN(VoxelSolver{m}, Error);
    }

    void whatFliesAwayIsTakenAway()
    {
        VoxelModel m = VoxelModel::empty({8, 4, 4}, 1, 0.3);
        for (int i = 0; i < 3; ++i)
            m.modulus[m.cube(i, 0, 0)] = 100; // held at its end
        m.modulus[m.cube(3, 1, 0)] = 100;     // touches it along an edge only
        m.modulus[m.cube(6, 2, 2)] = 100;     // an island
        for (int c = 0; c < 4; ++c)
            m.held[m.node(0, c & 1, c >> 1)] = 7;
        const LooseParts loose = removeLooseParts(m);
        QCOMPARE(loose.parts, std::size_t(2));
        QCOMPARE(loose.cubes, std::size_t(2));
        QVERIFY(!loose.nothingHeld);
        QVERIFY(m.modulus[m.cube(2, 0, 0)] > 0);
        QCOMPARE(m.modulus[m.cube(3, 1, 0)], 0.0F);

        VoxelModel line = VoxelModel::empty({2, 2, 2}, 1, 0.3);
        line.modulus.assign(8, 5);
        for (int i = 0; i <= 2; ++i)
            line.held[line.node(i, 0, 0)] = 7; // would turn about it
        QVERIFY(removeLooseParts(line).nothingHeld);
    }

    void stopsWhenAsked()
    {
        MandibleSegment s;
        s.edge = 0.5;
        VoxelModel m = s.bone();
        const auto f = s.place(m, kLoad);
        VoxelSolver solver(m);
        std::stop_source stop;
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            stop.request_stop();
        });
        std::vector<double> u;
        bool cancelled = false;
        try {
            solver.solve(f, u, {1e-300, 100000, 0}, Job(stop.get_token()));
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
        later.join();
        QVERIFY(cancelled);
    }
};

QTEST_APPLESS_MAIN(TestVoxelSolver)
#include "tst_voxel_solver.moc"
