#pragma once

#include "core/case/case.h"
#include "plugins/implant/drill_guide.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::implant {

/// Nearest that something comes to a pin.
struct PinGap
{
    double mm = 0;             ///< below 0: it lies in it
    std::string what;          ///< name; of a pin its number
    Vec3 place = Vec3::Zero(); ///< on the pin
};

/// What a pin comes near to between the guide's inside and its tip. By points of its surface 0.3 mm apart.
struct PinCheck
{
    /// Each that is known within 10 mm, the nearest first. `implants`: their drills' ways, too. `pins`: other ones.
    std::vector<PinGap> teeth, canals, implants, pins;
    std::optional<double> inBone; ///< mm of the axis within bone; empty: no bone given
};

/// Least distances, mm: to teeth, canals, and implants and pins.
struct PinLimits
{
    double tooth = 0, canal = 0, implant = 0;
};

/// Structures and plans that pins are measured against: teeth and canals of the case, seen implants.
std::vector<Id> pinNeighbours(const Case& c);
/// `bone` may be empty. Throws Error (Cancelled).
std::vector<PinCheck> checkPins(const Case& c, const DrillGuide& guide, const GuideInputs& inputs, const Id& bone,
                                const Job& job);

std::vector<PlanNumber> pinNumbers(const DrillGuide& guide, const std::vector<PinCheck>& checks,
                                   const PinLimits& limits);
Findings pinFindings(const Case& c, const DrillGuide& guide, const std::vector<PinCheck>& checks,
                     const PinLimits& limits);
/// Of windows that take nothing of the guide.
Findings windowFindings(const DrillGuide& guide);

} // namespace pollux::implant
