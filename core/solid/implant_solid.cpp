#include "core/solid/implant_solid.h"

#include "core/base/error.h"

#include <BRepAlgoAPI_Fuse.hxx>
#include <BRepBuilderAPI_MakeEdge.hxx>
#include <BRepBuilderAPI_MakeFace.hxx>
#include <BRepBuilderAPI_MakePolygon.hxx>
#include <BRepBuilderAPI_MakeWire.hxx>
#include <BRepBuilderAPI_Transform.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepGProp.hxx>
#include <BRepLib.hxx>
#include <BRepOffsetAPI_MakePipeShell.hxx>
#include <BRepPrimAPI_MakeRevol.hxx>
#include <GProp_GProps.hxx>
#include <Geom2d_Line.hxx>
#include <Geom_ConicalSurface.hxx>
#include <Geom_CylindricalSurface.hxx>
#include <Standard_Failure.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Shape.hxx>
#include <TopoDS_Wire.hxx>
#include <cmath>
#include <gp_Ax1.hxx>
#include <gp_Ax3.hxx>
#include <gp_Trsf.hxx>
#include <numbers>

namespace pollux {

namespace {

constexpr double kPi = std::numbers::pi;

TopoDS_Shape revolved(const Outline& o)
{
    BRepBuilderAPI_MakePolygon line;
    line.Add(gp_Pnt(0, 0, o.begin()));
    for (const Outline::Point& p : o.points)
        if (p.radius > 0)
            line.Add(gp_Pnt(p.radius, 0, p.along));
    line.Add(gp_Pnt(0, 0, o.end()));
    line.Close();
    return BRepPrimAPI_MakeRevol(BRepBuilderAPI_MakeFace(line.Wire(), true).Face(), gp_Ax1(gp::Origin(), gp::DZ()))
        .Shape();
}

/// A triangle swept along a helix that lies a little within the core's surface, a cone or a cylinder.
TopoDS_Shape thread(const DentalImplant& i)
{
    const double start = 1.0, turns = std::floor((i.length - 2 * start) / i.threadPitch);
    if (turns < 1)
        return {};
    const double core = i.diameter / 2 - i.threadDepth, sink = 0.05;
    const double slope = std::atan((i.diameter - i.apexDiameter) / 2 / i.length);
    // Parameters of a cone: turn and length along its slant; of a cylinder: turn and height.
    const double step = i.threadPitch / std::cos(slope);
    const Handle(Geom2d_Line) line = new Geom2d_Line(gp_Pnt2d(0, start / std::cos(slope)), gp_Dir2d(2 * kPi, step));
    const double length = turns * std::hypot(2 * kPi, step);
    TopoDS_Edge helix;
    const gp_Ax3 axis(gp::Origin(), gp::DZ(), gp::DX());
    if (slope > 1e-6) {
        const Handle(Geom_ConicalSurface) cone = new Geom_ConicalSurface(axis, -slope, core - sink);
        helix = BRepBuilderAPI_MakeEdge(line, cone, 0.0, length);
    } else {
        const Handle(Geom_CylindricalSurface) cylinder = new Geom_CylindricalSurface(axis, core - sink);
        helix = BRepBuilderAPI_MakeEdge(line, cylinder, 0.0, length);
    }
    BRepLib::BuildCurves3d(helix);
    const double r = core - sink - start * std::tan(slope), half = 0.4 * i.threadPitch;
    BRepBuilderAPI_MakePolygon profile;
    profile.Add(gp_Pnt(r, 0, start - half));
    profile.Add(gp_Pnt(r + sink + i.threadDepth, 0, start));
    profile.Add(gp_Pnt(r, 0, start + half));
    profile.Close();
    BRepOffsetAPI_MakePipeShell pipe(BRepBuilderAPI_MakeWire(helix).Wire());
    pipe.SetMode(gp::DZ());
    pipe.Add(profile.Wire());
    pipe.Build();
    if (!pipe.IsDone() || !pipe.MakeSolid())
        throw Error(ErrorCode::Internal, "The thread cannot be made.", "Try a larger pitch or a smaller depth.");
    return pipe.Shape();
}

double volumeOf(const TopoDS_Shape& shape)
{
    GProp_GProps properties;
    BRepGProp::VolumeProperties(shape, properties);
    return properties.Mass();
}

/// Fuses, checks, and tries again with a tolerance: the modeller's answer is not believed unseen.
TopoDS_Shape fused(const TopoDS_Shape& a, const TopoDS_Shape& b)
{
    const double va = volumeOf(a), vb = volumeOf(b);
    for (double fuzzy : {0.0, 1e-5, 1e-4, 1e-3}) {
        BRepAlgoAPI_Fuse fuse;
        TopTools_ListOfShape first, second;
        first.Append(a);
        second.Append(b);
        fuse.SetArguments(first);
        fuse.SetTools(second);
        fuse.SetFuzzyValue(fuzzy);
        fuse.Build();
        if (!fuse.IsDone() || fuse.HasErrors())
            continue;
        const double v = volumeOf(fuse.Shape());
        if (BRepCheck_Analyzer(fuse.Shape()).IsValid() && v > std::max(va, vb) * (1 - 1e-9) &&
            v < (va + vb) * (1 + 1e-9))
            return fuse.Shape();
    }
    throw Error(ErrorCode::Internal, "The parts of the implant cannot be joined.",
                "Leave the thread out, or change its pitch or depth a little.");
}

} // namespace

TopoDS_Shape implantSolid(const StepPart& part)
{
    part.implant.check();
    if (std::fabs(part.pose.direction.norm() - 1) > 1e-6 || !part.pose.origin.allFinite())
        throw Error(ErrorCode::BadInput, "The implant's pose is not one.", "Place it again.");
    try {
        DentalImplant core = part.implant;
        const bool threaded = part.thread && core.threadDepth > 0;
        if (threaded) {
            core.diameter -= 2 * core.threadDepth;
            core.apexDiameter -= 2 * core.threadDepth;
        }
        TopoDS_Shape shape = revolved(core.body());
        if (threaded)
            if (const TopoDS_Shape t = thread(part.implant); !t.IsNull())
                shape = fused(shape, t);
        if (part.implant.abutmentHeight > 0) {
            // A tenth of a millimetre into the body, so that no two faces lie on each other.
            const double r = part.implant.abutmentDiameter / 2, into = std::min(0.1, part.implant.length / 10);
            shape =
                fused(shape, revolved({{{-part.implant.abutmentHeight, r}, {into, std::min(r, core.diameter / 2)}}}));
        }
        if (!BRepCheck_Analyzer(shape).IsValid() || !(volumeOf(shape) > 0))
            throw Error(ErrorCode::Internal, "The implant is no valid solid.", "Leave the thread out.");
        const Vec3 &o = part.pose.origin, &z = part.pose.direction, x = acrossOf(z);
        gp_Trsf place;
        place.SetTransformation(
            gp_Ax3(gp_Pnt(o.x(), o.y(), o.z()), gp_Dir(z.x(), z.y(), z.z()), gp_Dir(x.x(), x.y(), x.z())),
            gp_Ax3(gp::Origin(), gp::DZ(), gp::DX()));
        return BRepBuilderAPI_Transform(shape, place, true).Shape();
    } catch (const Standard_Failure& e) {
        throw Error(ErrorCode::Internal, std::string("The CAD library failed: ") + e.GetMessageString(),
                    "Change the implant's measures a little, or leave the thread out.");
    }
}

} // namespace pollux
