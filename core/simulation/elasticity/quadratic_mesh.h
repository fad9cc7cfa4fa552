#pragma once

#include "core/geometry/grid.h"
#include "core/simulation/elasticity/quadratic_hex.h"

#include <functional>
#include <span>
#include <vector>

namespace pollux::elasticity {

/// A mesh of 20-node hexahedra; mm, the frame is the caller's.
struct QuadraticMesh
{
    std::vector<Vec3> nodes;
    std::vector<std::array<int, kHexNodes>> elements; ///< see kHexNodes for the order

    HexPlaces places(std::size_t element) const;
    /// The node at a place, to `tolerance` mm. Throws Error (NotFound).
    std::size_t nodeAt(const Vec3& place, double tolerance) const;
    /// Throws Error (BadInput): nothing there, nodes that are not there or not finite, elements turned inside out (seen
    /// at the points of either integration).
    void check() const;
};

/// Bounds what a mesh may take of memory.
inline constexpr std::int64_t kMostQuadraticElements = 50'000;

/// From [0,1]^3 to a place. Must keep right-handed axes right-handed.
using Mapping = std::function<Vec3(const Vec3&)>;

/// A block of n[0] x n[1] x n[2] elements, x fastest; all nodes, those in the middles of edges too, lie where the
/// mapping says. Throws Error (BadInput): sizes below 1, too many elements, a mapping that folds.
QuadraticMesh mappedBlock(const Index3& n, const Mapping& place);

/// Blocks as one mesh: nodes nearer than `tolerance` mm (below half of the shortest edge) become one, the first. Throws
/// Error (BadInput): a tolerance that is not above 0, no parts, two nodes of one element that would become one.
QuadraticMesh joined(std::span<const QuadraticMesh> parts, double tolerance);

struct ElementFace
{
    std::size_t element = 0;
    int face = 0; ///< see hexFaceNodes
};
using Where = std::function<bool(const Vec3&)>;
/// The faces that only one element has, all eight nodes of which lie where asked, in the order of the elements.
std::vector<ElementFace> outerFaces(const QuadraticMesh& mesh, const Where& where);

} // namespace pollux::elasticity
