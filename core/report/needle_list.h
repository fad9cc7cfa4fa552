#pragma once

#include "core/case/case.h"
#include "core/report/report.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// A planned needle as it is set at a scanner. Lengths in mm, angles in degrees.
struct Needle
{
    Id plan;
    std::string name;
    PlanState state = PlanState::Draft;
    bool stale = false;
    Vec3 entry = Vec3::Zero(); ///< on the skin, LPS
    Vec3 target = Vec3::Zero();
    double length = 0; ///< entry to target
    /// As seen in an axial picture from the feet, between the needle from entry to target and the vertical, -180 to
    /// 180; above 0 the tip goes towards the patient's left.
    double inPlaneAngle = 0;
    /// To the axial plane, -90 to 90; above 0 the tip goes towards the head. A gantry tilted by as much holds the
    /// needle in its plane.
    double cranioCaudalAngle = 0;

    /// Where a point lies at the scanner: from the middle of the image, and which image.
    struct AtScanner
    {
        double across = 0; ///< from the middle of the axial image; above 0 to the patient's left
        double down = 0;   ///< above 0 to the back
        double along = 0;  ///< from the first image (at the feet); above 0 to the head
        int image = 0;     ///< counted from 1 at the feet
    };
    Id volume; ///< the image that the plan was made on; empty if it is gone or is not axial: then there is no AtScanner
    std::optional<AtScanner> entryAtScanner, targetAtScanner;
};

/// Of every plan with an entry and a target, by id; not of a result that was made from another plan.
std::vector<Needle> needlesOf(const Case& c);

/// One row a needle, one number a cell, with the definitions as units in the head.
ReportTable needleTable(const std::vector<Needle>& needles);
/// With the definitions in words, and the notice.
nlohmann::json needlesJson(const std::vector<Needle>& needles);

} // namespace pollux
