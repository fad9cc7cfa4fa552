#pragma once

#include "core/case/objects.h"
#include "plugins/liver/liver_fat.h"
#include "plugins/liver/resection.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::liver {

/// Against what the remnant is held.
struct RemnantRule
{
    std::string limit;           ///< id of the limit
    double least = 0;            ///< %, as used
    std::optional<LiverFat> fat; ///< where a map was given
    std::string fatMap;          ///< its name
    double steatosis = 0;        ///< %: from this fat fraction on the liver counts as steatotic
    double leastSteatosis = 0;   ///< %: what then must remain at least
    LiverFormula formula = LiverFormula::Vauthey;
    std::string formulaName;
    std::optional<double> bodySurface; ///< m²; without it the remnant on the images is held against the limit
};

/// The map knows half of the liver at least.
bool knowsTheFat(const RemnantRule& rule);
/// Raises the limit where the fat fraction asks for it and the kind of liver does not ask for more.
void applyFat(RemnantRule& rule);

struct NamedLesion
{
    Id id;
    std::string name;
    LesionResult result;
};

/// The lines of the plan's table.
std::vector<PlanNumber> resectionNumbers(const Resection& cut, const std::vector<NamedLesion>& lesions,
                                         const RemnantRule& rule);
/// Too small a remnant, lesions that are cut or touched (stop), that remain or lie outside (warning); what is not
/// known.
Findings resectionFindings(const Resection& cut, const std::vector<NamedLesion>& lesions, const RemnantRule& rule);

} // namespace pollux::liver
