// CalculiX, an independent program, on our meshes: its displacements are ours, and its stress beside ours.

#include "core/simulation/elasticity/calculix_deck.h"
#include "tests/bench/mandible_segment.h"
#include "tests/bench/verify/problems.h"
#include "tests/core/simulation/elasticity/calculix_run.h"
#include "tests/core/simulation/elasticity/quadratic_cases.h"
#include "tests/core/simulation/elasticity/quadratic_deck.h"
#include "tests/core/simulation/elasticity/voxel_cases.h"

#include <algorithm>

namespace pollux::verification {

namespace {

/// The largest difference, as a share of the largest displacement.
double apart(const std::vector<double>& ours, const std::vector<double>& theirs)
{
    double most = 0, off = 0;
    for (std::size_t n = 0; n < ours.size(); ++n) {
        most = std::max(most, std::fabs(theirs.at(n)));
        off = std::max(off, std::fabs(theirs[n] - ours[n]));
    }
    return off / most;
}

std::vector<Check> voxelTwin(const char* what, VoxelCase c)
{
    roundModuli(c.model, 400); // a deck takes so many materials; both solve the rounded ones
    const CalculixRun run(
        [&](std::ostream& deck) { writeCalculixDeck(deck, c.model, c.force, CalculixSolver::Spooles, "twin"); });
    std::ifstream dat = run.dat();
    const std::vector<double> theirs = readCalculixDisplacements(dat, c.model);
    std::vector<double> single;
    if (!VoxelSolver(c.model, Precision::Single).solve(c.force, single, {1e-6, 300, 0}, {}).converged)
        throw std::runtime_error("not converged");
    return {{what, "all displacements, off by, of the largest", 0, apart(solved(c.model, c.force), theirs), 1e-6,
             "C3D8, in double"},
            {what, "all displacements, off by, of the largest", 0, apart(single, theirs), 2e-4, "C3D8, in single"}};
}

/// `exact`: what is known of the number; the tolerance is the one that our own solution is held to.
std::vector<Check> quadraticTwin(const char* what, const char* number, const QuadraticCase& c, double exact,
                                 double tolerance)
{
    const CalculixRun run([&](std::ostream& deck) { writeQuadraticDeck(deck, c.model); });
    std::ifstream dat = run.dat(), frd = run.frd();
    QuadraticResult theirs;
    theirs.displacement = readQuadraticDisplacements(dat, c.model.mesh.nodes.size());
    theirs.stress = readNodalStress(frd, c.model.mesh.nodes.size());
    const auto ours = c.solved();
    return {{what, "all displacements, off by, of the largest", 0, apart(ours.result.displacement, theirs.displacement),
             2e-6, "C3D20R"},
            {what, std::string(number) + ": ours for CalculiX's", c.found(theirs), ours.value, 1e-3, "C3D20R"},
            {what, std::string(number) + ": CalculiX for what is known", exact, c.found(theirs), tolerance, "C3D20R"}};
}

std::vector<Check> jaw()
{
    bench::MandibleSegment s;
    s.edge = 2;
    VoxelCase c{s.bone(), {}};
    c.force = s.place(c.model, Vec3(34, 0, -94));
    return voxelTwin("A piece of a jaw with an implant", std::move(c));
}

} // namespace

std::vector<Problem> calculixProblems()
{
    const char* source = "CalculiX";
    const char *beam = "CalculiX; known: Timoshenko's beam", *nafems = "CalculiX; known: NAFEMS",
               *membrane = "CalculiX; known: Cook 1974";
    const Integration reduced = Integration::Reduced;
    return {
        {"ccx-series", [] { return voxelTwin("Two bars in series", seriesCase()); }, source},
        {"ccx-graded", [] { return voxelTwin("Bar with growing E", gradedCase(32)); }, source},
        {"ccx-cantilever", [] { return voxelTwin("Cantilever of cubes", cantileverCase(4)); }, source, Cost::Usual},
        {"ccx-lame", [] { return voxelTwin("Titanium rod in a ring of bone", lameTwoCase(0.25)); }, source,
         Cost::Usual},
        {"ccx-jaw", jaw, source, Cost::Usual},
        {"ccx-beam",
         [=] {
             return quadraticTwin("Cantilever of hex20", "deflection, mm", quadraticCantilever(2, reduced), 2.37094,
                                  0.01);
         },
         beam, Cost::Usual},
        {"ccx-le1",
         [=] {
             return quadraticTwin("NAFEMS LE1, 6 x 8", "stress yy at (2, 0), MPa", le1({6, 8, 1}, reduced), 92.7, 0.02);
         },
         nafems, Cost::Usual},
        {"ccx-le10",
         [=] {
             return quadraticTwin("NAFEMS LE10, 4 x 6 x 2", "stress yy at (2, 0, 0.6), MPa", le10({4, 6, 2}, reduced),
                                  -5.38, 0.02);
         },
         nafems, Cost::Usual},
        {"ccx-le11",
         [=] {
             return quadraticTwin("NAFEMS LE11, k = 2", "stress zz at (1, 0, 0), MPa", le11(2, reduced), -105, 0.03);
         },
         nafems, Cost::Usual},
        {"ccx-cook",
         [=] {
             return quadraticTwin("Cook's membrane, 8 x 8", "v in the middle of the right edge, mm", cook(8, reduced),
                                  23.96, 0.01);
         },
         membrane, Cost::Usual},
    };
}

} // namespace pollux::verification
