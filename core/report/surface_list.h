#pragma once

#include "core/case/case.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace pollux {

/// A surface that is exported beside planned implants: as it lies in the case, LPS, mm.
struct ListedSurface
{
    Id id;
    std::string name; ///< of the structure
    std::string what; ///< "drill guide", "bone that is left", "bone taken away", "implant", ...
    Id plan;          ///< that made it; empty for what plans used
    bool stale = false;
    std::string file; ///< below the report's folder: "stl/guide-1-body.stl"
    std::size_t triangles = 0;
    bool closed = false;
    double volumeMl = 0; ///< of a closed one
};

/// What plans with implants used and what was made of them, by id; what has no surface is left out. Empty without such
/// a plan.
std::vector<ListedSurface> implantSurfaces(const Case& c);
/// An array, the frame with each.
nlohmann::json surfacesJson(const std::vector<ListedSurface>& surfaces);

} // namespace pollux
