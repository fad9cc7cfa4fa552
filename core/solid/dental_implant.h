#pragma once

#include "core/solid/revolved.h"

namespace pollux {

/// A screw-shaped dental implant with a conical body: made up of its measures, of no maker ("generic").
struct DentalImplant
{
    double diameter = 4.0;         ///< mm, over the thread, at the platform
    double length = 10.0;          ///< mm, platform to apex
    double apexDiameter = 3.2;     ///< mm, over the thread; equal to `diameter`: a cylinder
    double threadPitch = 0.8;      ///< mm
    double threadDepth = 0.3;      ///< mm
    double abutmentHeight = 5;     ///< mm above the platform; 0: none
    double abutmentDiameter = 3.6; ///< mm

    /// What is in the bone: 0 at the platform, ascending to the apex, which is rounded by a bevel.
    Outline body() const;
    /// Body and abutment; the abutment below 0.
    Outline whole() const;
    /// Throws Error (BadInput) for measures that make no implant.
    void check() const;
};

} // namespace pollux
