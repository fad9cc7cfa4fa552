#pragma once

#include "core/case/case.h"
#include "core/case/guided_drill.h"
#include "core/report/report.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// A planned implant as it is made and set. Lengths in mm, places in LPS.
struct ListedImplant
{
    Id plan;
    std::string name;
    PlanState state = PlanState::Draft;
    bool stale = false;
    PlacedShape placed;
    std::optional<GuidedDrill> drill; ///< through the first guide that holds it, one that is not stale before others
    Id guide;                         ///< plan of that
    bool guideStale = false;
};

/// Of every plan with an implant, by id; a plate and then each of its screws.
std::vector<ListedImplant> implantsOf(const Case& c);

/// One row an implant, one number a cell; empty where a kind has no such measure. Of a component the platform is the
/// middle of its base.
ReportTable implantTable(const std::vector<ListedImplant>& implants);
/// With the frame in words, and the notice.
nlohmann::json implantsJson(const std::vector<ListedImplant>& implants);
/// An array of the drill guides with the pins that hold them.
nlohmann::json guidesJson(const Case& c);

} // namespace pollux
