#pragma once

#include "core/jobs/job.h"
#include "core/solid/acetabular_cup.h"
#include "core/solid/bone_screw.h"
#include "core/solid/dental_implant.h"
#include "core/solid/flat_component.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace pollux {

enum class StepSchema { Ap214, Ap242 };

/// An implant of the library.
using ImplantShape = std::variant<DentalImplant, BoneScrew, FlatComponent, AcetabularCup>;

/// What shall stand in a STEP file: patient coordinates (LPS), mm.
struct StepPart
{
    std::string name; ///< of the product; no patient data
    ImplantShape implant;
    AxisPose pose;      ///< of bodies of revolution
    bool thread = true; ///< exact thread; takes about a second each
    BodyPose body;      ///< of components
};

struct StepFacts
{
    std::string schema;   ///< as the file says
    double volumeMm3 = 0; ///< of all solids
    int solids = 0;
    Box box; ///< mm
};

/// Writes solids; every one is checked (valid, closed, volume above 0). One caller at a time works, others wait: the
/// toolkit's writer is not safe in threads. Throws Error: BadInput (measures), Io, Internal (the modeller failed, with
/// what to change), Cancelled between parts.
void writeStep(const std::filesystem::path& file, const std::vector<StepPart>& parts, StepSchema schema,
               const Job& job);

/// What a STEP file holds. For files that this program wrote; files from elsewhere are read in the worker process.
/// Throws Error: Io, BadInput (no solid, not closed).
StepFacts readStepFacts(const std::filesystem::path& file);

/// The solid as triangles with the given deflection (mm): for display and STL. Thread as in `part`.
Surface tessellated(const StepPart& part, double deflection);

} // namespace pollux
