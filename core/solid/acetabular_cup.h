#pragma once

#include "core/solid/revolved.h"

namespace pollux {

/// A hemispherical cup made up of its measures, of no maker ("generic"): a shell between two half spheres about one
/// centre. Its axis starts at the centre, which is that of the opening, and goes to the dome; the opening looks the
/// other way.
struct AcetabularCup
{
    double outerDiameter = 52; ///< mm
    double wall = 4;           ///< mm, of shell and liner together

    double outerRadius() const { return outerDiameter / 2; }
    double innerRadius() const { return outerDiameter / 2 - wall; }
    double volume() const; ///< mm^3, exact
    /// What it takes up with its hollow: the half sphere.
    Outline whole() const;
    /// Closed. Throws Error (BadInput): see check(); fewer than eight around.
    Surface surface(const AxisPose& pose, int around) const;
    /// Throws Error (BadInput) for measures that make no cup.
    void check() const;
};

} // namespace pollux
