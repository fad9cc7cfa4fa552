#pragma once

#include "core/mesh/surface.h"

#include <cstdint>
#include <string>
#include <vector>

namespace pollux {

enum class ModelFormat : std::uint32_t { Step, Stl };

/// One solid of a CAD file.
struct ModelSolid
{
    double volumeMm3 = 0; ///< of the exact shape; below 0: inside out
    Box box;              ///< mm, of its triangles
    bool valid = false;   ///< by the rules of boundary representation
    bool closed = false;
};

/// What a model file says of itself and what came of it.
struct ModelFacts
{
    ModelFormat format = ModelFormat::Stl;
    std::string schema;       ///< STEP: as the file says
    std::string unit;         ///< STEP: of length, as the file says ("millimetre", "inch"); several joined by commas
    double mmPerUnit = 1;     ///< by which lengths were multiplied; 1 for STL, which has no unit
    double deflection = 0;    ///< mm, of the triangles of a STEP file
    std::uint32_t unread = 0; ///< STEP: entities that could not be read or turned into shapes
    std::uint32_t facesLeftOut = 0; ///< STEP: faces without triangles
    std::vector<ModelSolid> solids; ///< STEP
};

/// A model of somebody else: triangles and what is known of them.
struct ImportedModel
{
    ModelFacts facts;
    Surface surface; ///< mm as far as the file says its unit (STL: as the file says), placed as in the file
};

} // namespace pollux
