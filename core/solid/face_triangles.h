#pragma once

#include "core/mesh/surface.h"
#include "core/solid/weld.h"

class TopExp_Explorer;
class TopoDS_Face;

namespace pollux {

/// The triangles of faces that the toolkit has meshed, as one surface. Inside of this module only.
class FaceTriangles
{
public:
    /// Points of one part are welded with each other alone: solids that touch stay closed, each in itself. What is
    /// returned is the box of the part.
    Box add(TopExp_Explorer faces, double tolerance);
    std::uint32_t facesLeftOut() const { return m_facesLeftOut; } ///< without a mesh
    bool empty() const { return m_triangles.empty(); }
    Surface surface() { return Surface(std::move(m_points), std::move(m_triangles)); }

private:
    void addFace(const TopoDS_Face& face, Weld& weld);

    std::uint32_t m_facesLeftOut = 0;
    std::vector<Vec3f> m_points;
    std::vector<Triangle> m_triangles;
};

} // namespace pollux
