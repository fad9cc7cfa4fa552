// The same model in CalculiX, an independent program: its displacements are ours.

#include "calculix_run.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/simulation/elasticity/calculix_deck.h"
#include "core/simulation/elasticity/voxel_solver.h"
#include "tests/bench/mandible_segment.h"

#include <QtTest>

#include <set>
#include <sstream>

using namespace pollux;
using namespace pollux::elasticity;

class TestCalculix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void displacementsAreTheSame()
    {
        if (!verification::calculixIsHere())
            QSKIP("CalculiX (ccx) is not installed: nothing was compared.");
        bench::MandibleSegment s;
        s.edge = 2;
        VoxelModel m = s.bone();
        const auto f = s.place(m, Vec3(34, 0, -94));
        const verification::CalculixRun run(
            [&](std::ostream& deck) { writeCalculixDeck(deck, m, f, CalculixSolver::Spooles, "twin"); });
        std::ifstream dat = run.dat();
        const auto theirs = readCalculixDisplacements(dat, m);
        std::vector<double> ours, single;
        QVERIFY(VoxelSolver(m).solve(f, ours, {1e-11, 300, 0}, {}).converged);
        QVERIFY(VoxelSolver(m, Precision::Single).solve(f, single, {1e-6, 300, 0}, {}).converged);
        double most = 0, off = 0, offSingle = 0;
        for (std::size_t n = 0; n < ours.size(); ++n) {
            most = std::max(most, std::fabs(theirs[n]));
            off = std::max(off, std::fabs(theirs[n] - ours[n]));
            offSingle = std::max(offSingle, std::fabs(theirs[n] - single[n]));
        }
        QVERIFY(most > 1e-4);
        QVERIFY2(off < 1e-6 * most, qPrintable(QString::number(off / most)));
        QVERIFY2(offSingle < 2e-4 * most, qPrintable(QString::number(offSingle / most)));
    }

    /// Of a longer number CalculiX says an error and stops.
    void numbersAreShortEnough()
    {
        for (const double v : {-4.876784566127592e-06, -1.0 / 3, 17000.0, 0.0, -1.2345678901234567e-300, 1e300 / 3}) {
            const std::string text = calculixNumber(v);
            QVERIFY2(text.size() <= 20, text.c_str());
            QVERIFY(std::fabs(parseDouble(text).value() - v) <= 1e-12 * std::fabs(v));
        }
    }

    void moduliAreRounded()
    {
        VoxelModel m = VoxelModel::empty({10, 10, 10}, 1, 0.3);
        for (std::size_t n = 0; n < m.modulus.size(); ++n)
            m.modulus[n] = n % 7 == 0 ? 0.0F : float(10 + n * n % 9000);
        VoxelModel rounded = m;
        roundModuli(rounded, 40);
        std::set<float> different(rounded.modulus.begin(), rounded.modulus.end());
        QVERIFY(different.size() <= 41);
        for (std::size_t n = 0; n < m.modulus.size(); ++n)
            QVERIFY(std::fabs(rounded.modulus[n] - m.modulus[n]) <= 0.1F * m.modulus[n]);
    }

    void resultsThatDoNotFitAreRefused()
    {
        const VoxelModel m = VoxelModel::empty({1, 1, 1}, 1, 0.3);
        std::istringstream nothing(" displacements (vx,vy,vz) for set ALL\n\n");
        QVERIFY_EXCEPTION_THROWN(readCalculixDisplacements(nothing, m), Error);
        std::istringstream other("         9  1.0E+00 0.0E+00 0.0E+00\n");
        QVERIFY_EXCEPTION_THROWN(readCalculixDisplacements(other, m), Error);
    }
};

QTEST_APPLESS_MAIN(TestCalculix)
#include "tst_calculix.moc"
