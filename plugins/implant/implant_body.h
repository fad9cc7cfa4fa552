#pragma once

#include "core/case/case.h"
#include "core/solid/revolved.h"

#include <string>

namespace pollux::implant {

inline constexpr Colour kImplantColour{120, 170, 220};
inline constexpr Colour kEnvelopeColour{200, 200, 210}; ///< where it may come to lie

/// The structure that stands for a placed implant in views and reports.
Structure implantBody(std::string name, Colour colour, Surface surface, double volumeMm3);
Structure implantBody(std::string name, Colour colour, const Outline& outline, const AxisPose& pose);

} // namespace pollux::implant
