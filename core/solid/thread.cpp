#include "core/solid/thread.h"

#include "core/base/error.h"

#include <BRepBuilderAPI_MakeEdge.hxx>
#include <BRepBuilderAPI_MakePolygon.hxx>
#include <BRepBuilderAPI_MakeWire.hxx>
#include <BRepLib.hxx>
#include <BRepOffsetAPI_MakePipeShell.hxx>
#include <Geom2d_Line.hxx>
#include <Geom_ConicalSurface.hxx>
#include <Geom_CylindricalSurface.hxx>
#include <TopoDS_Edge.hxx>
#include <cmath>
#include <gp_Ax3.hxx>
#include <numbers>

namespace pollux {

TopoDS_Shape threadSolid(const ThreadSpec& t)
{
    constexpr double kPi = std::numbers::pi, kSink = 0.05;
    const double turns = std::floor((t.to - t.from) / t.pitch);
    if (turns < 1)
        return {};
    const double slope = std::atan(t.taper);
    // Parameters of a cone: turn and length along its slant; of a cylinder: turn and height.
    const double step = t.pitch / std::cos(slope);
    const Handle(Geom2d_Line) line = new Geom2d_Line(gp_Pnt2d(0, t.from / std::cos(slope)), gp_Dir2d(2 * kPi, step));
    const double length = turns * std::hypot(2 * kPi, step);
    TopoDS_Edge helix;
    const gp_Ax3 axis(gp::Origin(), gp::DZ(), gp::DX());
    if (slope > 1e-6) {
        const Handle(Geom_ConicalSurface) cone = new Geom_ConicalSurface(axis, -slope, t.coreRadius - kSink);
        helix = BRepBuilderAPI_MakeEdge(line, cone, 0.0, length);
    } else {
        const Handle(Geom_CylindricalSurface) cylinder = new Geom_CylindricalSurface(axis, t.coreRadius - kSink);
        helix = BRepBuilderAPI_MakeEdge(line, cylinder, 0.0, length);
    }
    BRepLib::BuildCurves3d(helix);
    const double r = t.coreRadius - kSink - t.from * std::tan(slope), half = 0.4 * t.pitch;
    BRepBuilderAPI_MakePolygon profile;
    profile.Add(gp_Pnt(r, 0, t.from - half));
    profile.Add(gp_Pnt(r + kSink + t.depth, 0, t.from));
    profile.Add(gp_Pnt(r, 0, t.from + half));
    profile.Close();
    BRepOffsetAPI_MakePipeShell pipe(BRepBuilderAPI_MakeWire(helix).Wire());
    pipe.SetMode(gp::DZ());
    pipe.Add(profile.Wire());
    pipe.Build();
    if (!pipe.IsDone() || !pipe.MakeSolid())
        throw Error(ErrorCode::Internal, "The thread cannot be made.", "Try a larger pitch or a smaller depth.");
    return pipe.Shape();
}

} // namespace pollux
