#pragma once

#include "app/cli/console.h"
#include "core/case/landmark_pairs.h"

#include <nlohmann/json_fwd.hpp>

namespace pollux::cli {

/// What is left at landmarks that were set in both images of a registration, before and after it, as a table and as
/// "landmarks" in the JSON. Says so where there are none.
void showLandmarks(const LandmarkTable& landmarks, const Console& console, nlohmann::json& j);

} // namespace pollux::cli
