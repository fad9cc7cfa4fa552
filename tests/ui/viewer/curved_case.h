#pragma once

#include "tests/ui/viewer/sample_case.h"

namespace pollux::sample {

/// The ball of a body (radius 80 about the origin, 140 HU in -100 HU) with two curves: "line", straight from the
/// patient's right to the left through its middle, and "vessel", a centreline that runs up in front of it and forks.
inline Case curvedCase()
{
    Case c = *ballCase();
    Study study;
    study.name = "Roe abdomen";
    study.patientName = "Roe^Jane";
    c.studies[Id("study")] = std::make_shared<Study>(study);
    Measurement line;
    line.name = std::string("Line");
    line.points = {Vec3(-90, 0, 0), Vec3(-10, 0, 0), Vec3(90, 0, 0)};
    c.measurements[Id("line")] = std::make_shared<Measurement>(line);
    Structure vessel;
    vessel.name = std::string("Vessel");
    Tree tree;
    for (int n = 0; n <= 10; ++n)
        tree.nodes.push_back({Vec3(0, -20, 6.0 * n - 30), 2, n - 1});
    for (int n = 1; n <= 4; ++n)
        tree.nodes.push_back({Vec3(5.0 * n, -20, 0), 1, n == 1 ? 5 : 9 + n});
    vessel.tree = std::make_shared<Tree>(tree);
    c.structures[Id("vessel")] = std::make_shared<Structure>(vessel);
    return c;
}

} // namespace pollux::sample
