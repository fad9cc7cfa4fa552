#pragma once

#include "core/solid/revolved.h"

namespace pollux {

/// A bone screw (pedicle or cannulated) made up of its measures, of no maker ("generic"): a cylindrical shaft with a
/// conical tip, a cylindrical head.
struct BoneScrew
{
    double diameter = 6.5;    ///< mm, over the thread
    double length = 45;       ///< mm, from below the head to the tip
    double threadLength = 45; ///< mm, from the tip back; the rest is smooth and as thick as the core
    double threadPitch = 2.7; ///< mm
    double threadDepth = 0.8; ///< mm
    double cannulation = 0;   ///< mm, diameter of the bore; 0: none
    double headDiameter = 9;  ///< mm
    double headHeight = 5;    ///< mm; 0: no head

    double tipLength() const { return diameter / 2; }
    /// What is in the bone: 0 below the head, ascending to the tip; over the thread.
    Outline body() const;
    /// Body and head; the head below 0.
    Outline whole() const;
    /// Throws Error (BadInput) for measures that make no screw.
    void check() const;
};

} // namespace pollux
