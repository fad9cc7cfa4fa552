#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/simulation/heat/applicator.h"
#include "core/simulation/heat/heat_problem.h"
#include "plugins/liver/ablation_zone.h"

#include <optional>
#include <string>

namespace pollux::liver {

/// How large vessels cool.
enum class VesselSink : std::uint8_t { Held, Transfer, None };

/// What a heat model is asked for.
struct HeatRequest
{
    Id liver;
    Id lesion; ///< empty: none
    heat::Applicator applicator;
    heat::Tissue tissue;
    heat::Blood blood;
    VesselSink sink = VesselSink::Held;
    double transfer = 0;      ///< W/(m^2 K), for VesselSink::Transfer
    double majorDiameter = 3; ///< mm: vessels from here on cool
    double spacing = 1;       ///< mm
    double reach = 48;        ///< mm: half of the box's edge
    bool byPower = false;     ///< else the applicator's surface is held
    double watts = 0;
    double absorption = 0; ///< mm
};

/// The patient on the voxels of the heat model: a box about the heating part, along the axes of the liver's image.
struct HeatScene
{
    Grid grid;
    heat::HeatProblem heating; ///< while the applicator is on
    heat::HeatProblem cooling; ///< and after
    Mask liver;                ///< with its lesions and veins, on the liver's grid
    Mask lesion;               ///< empty without one
    Mask vessels;              ///< that cool; empty if there are none
    std::vector<Id> read;      ///< structures that were used
    bool needleInVessel = false;
};

/// Structures that can cool or belong to the liver.
std::vector<Id> heatStructures(const Case& c, const HeatRequest& request);

/// Throws Error (BadInput) if the liver has no mask or the heating part leaves the box.
HeatScene makeHeatScene(const Case& c, const HeatRequest& request, const Job& job);

/// Needle of a plan: points "target" and "entry", the tip beyond the target as its limits say. nullopt without them.
struct PlannedNeedle
{
    Vec3 tip = Vec3::Zero();
    Vec3 inwards = Vec3::UnitZ();
    std::optional<AblationZone> vendor; ///< the device's zone that the plan was made with
};
std::optional<PlannedNeedle> needleOf(const Plan& plan);

} // namespace pollux::liver
