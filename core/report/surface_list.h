#pragma once

#include "core/case/case.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace pollux {

/// A surface that is exported beside plans: as it lies in the case, LPS, mm.
struct ListedSurface
{
    Id id;
    std::string name;       ///< of the structure
    std::string what;       ///< "drill guide", "bone that is left", "bone taken away", "implant", ...
    Id plan;                ///< that made it, by its lineage; empty for what plans used
    bool ofImplant = false; ///< an implant or a guide, or what these are planned on or were the reason for
    bool stale = false;
    std::string file; ///< below the report's folder: "stl/guide-1-body.stl"
    std::size_t triangles = 0;
    bool closed = false;
    double volumeMl = 0; ///< of a closed one
};

/// What plans of any kind used and what was made of them, and implants that were imported, by id; what has no surface
/// is left out.
std::vector<ListedSurface> planSurfaces(const Case& c);
/// Those of implants as an array, the frame with each.
nlohmann::json implantSurfacesJson(const std::vector<ListedSurface>& surfaces);

} // namespace pollux
