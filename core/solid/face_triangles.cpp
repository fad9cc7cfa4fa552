#include "core/solid/face_triangles.h"

#include <BRep_Tool.hxx>
#include <Poly_Triangulation.hxx>
#include <TopExp_Explorer.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Face.hxx>

namespace pollux {

Box FaceTriangles::add(TopExp_Explorer faces, double tolerance)
{
    Weld weld(tolerance, m_points);
    for (; faces.More(); faces.Next())
        addFace(TopoDS::Face(faces.Current()), weld);
    return weld.box();
}

void FaceTriangles::addFace(const TopoDS_Face& face, Weld& weld)
{
    TopLoc_Location location;
    const Handle(Poly_Triangulation) t = BRep_Tool::Triangulation(face, location);
    if (t.IsNull()) {
        ++m_facesLeftOut;
        return;
    }
    const gp_Trsf& place = location.Transformation();
    const bool turned = (face.Orientation() == TopAbs_REVERSED) != bool(place.IsNegative());
    const auto point = [&](int n) {
        const gp_Pnt p = t->Node(n).Transformed(place);
        return weld.add(Vec3(p.X(), p.Y(), p.Z()));
    };
    for (int n = 1; n <= t->NbTriangles(); ++n) {
        int a = 0, b = 0, c = 0;
        t->Triangle(n).Get(a, b, c);
        if (turned)
            std::swap(b, c);
        const Triangle triangle{point(a), point(b), point(c)};
        if (triangle[0] != triangle[1] && triangle[1] != triangle[2] && triangle[2] != triangle[0])
            m_triangles.push_back(triangle);
    }
}

} // namespace pollux
