#include "core/solid/implant_solid.h"

#include "core/base/error.h"
#include "core/solid/modelling.h"
#include "core/solid/thread.h"

#include <BRepBuilderAPI_MakeEdge.hxx>
#include <BRepBuilderAPI_MakeFace.hxx>
#include <BRepBuilderAPI_MakeWire.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepPrimAPI_MakeCylinder.hxx>
#include <BRepPrimAPI_MakePrism.hxx>
#include <BRepPrimAPI_MakeSphere.hxx>
#include <GeomAPI_Interpolate.hxx>
#include <Geom_BSplineCurve.hxx>
#include <Standard_Failure.hxx>
#include <TColgp_HArray1OfPnt.hxx>
#include <cmath>
#include <gp_Ax2.hxx>

namespace pollux {

namespace {

constexpr double kInto = 0.3; // mm that joined parts reach into each other, so that no two faces lie on each other

TopoDS_Shape dental(const DentalImplant& implant, bool withThread)
{
    DentalImplant core = implant;
    const bool threaded = withThread && core.threadDepth > 0;
    if (threaded) {
        core.diameter -= 2 * core.threadDepth;
        core.apexDiameter -= 2 * core.threadDepth;
    }
    TopoDS_Shape shape = revolvedSolid(core.body());
    if (threaded)
        if (const TopoDS_Shape t = threadSolid({1, implant.length - 1, core.diameter / 2,
                                                (implant.diameter - implant.apexDiameter) / 2 / implant.length,
                                                implant.threadPitch, implant.threadDepth});
            !t.IsNull())
            shape = fused(shape, t);
    if (implant.abutmentHeight > 0) {
        const double r = implant.abutmentDiameter / 2, into = std::min(0.1, implant.length / 10);
        shape = fused(shape, revolvedSolid({{{-implant.abutmentHeight, r}, {into, std::min(r, core.diameter / 2)}}}));
    }
    return shape;
}

TopoDS_Shape screw(const BoneScrew& s, bool withThread)
{
    const bool threaded = withThread && s.threadDepth > 0;
    BoneScrew core = s;
    if (threaded) {
        core.diameter -= 2 * s.threadDepth;
        core.threadDepth = 0;
        core.threadLength = s.length;
    }
    TopoDS_Shape shape = revolvedSolid(core.body());
    if (threaded) {
        const double from = std::max(s.length - s.threadLength, 0.6 * s.threadPitch);
        if (const TopoDS_Shape t =
                threadSolid({from, s.length - s.tipLength(), core.diameter / 2, 0, s.threadPitch, s.threadDepth});
            !t.IsNull())
            shape = fused(shape, t);
    }
    if (s.headHeight > 0)
        shape = fused(
            shape, revolvedSolid(
                       {{{-s.headHeight, s.headDiameter / 2}, {0, s.headDiameter / 2}, {kInto, core.diameter / 2}}}));
    if (s.cannulation > 0)
        shape = cutFrom(shape,
                        revolvedSolid({{{-s.headHeight - 1, s.cannulation / 2}, {s.length + 1, s.cannulation / 2}}}));
    return shape;
}

/// The half sphere on the side of +z, less the inner sphere.
TopoDS_Shape cup(const AcetabularCup& c)
{
    const gp_Ax2 axes(gp_Pnt(0, 0, 0), gp::DZ());
    return cutFrom(BRepPrimAPI_MakeSphere(axes, c.outerRadius(), 0, M_PI / 2).Shape(),
                   BRepPrimAPI_MakeSphere(axes, c.innerRadius()).Shape());
}

/// A cylinder along y of the component's axes.
TopoDS_Shape post(const Vec2& at, double radius, double from, double to)
{
    return BRepPrimAPI_MakeCylinder(gp_Ax2(gp_Pnt(at.x(), from, at.y()), gp::DY()), radius, to - from).Shape();
}

TopoDS_Shape component(const FlatComponent& c)
{
    // One smooth side: a closed spline through the outline.
    const Ring ring = c.outline();
    const Handle(TColgp_HArray1OfPnt) points = new TColgp_HArray1OfPnt(1, static_cast<int>(ring.size()));
    for (size_t n = 0; n < ring.size(); ++n)
        points->SetValue(static_cast<int>(n) + 1, gp_Pnt(ring[n].x(), 0, ring[n].y()));
    GeomAPI_Interpolate spline(points, true, 1e-6);
    spline.Perform();
    if (!spline.IsDone())
        throw Error(ErrorCode::Internal, "The component's outline cannot be made.", "Change a measure a little.");
    // In pieces: the modeller integrates each with so many points, and over one of 96 spans its volume is off by half a
    // percent.
    const Handle(Geom_BSplineCurve) curve = spline.Curve();
    constexpr int kPieces = 16;
    const int spans = curve->NbKnots() - 1;
    BRepBuilderAPI_MakeWire wire;
    for (int n = 0; n < kPieces; ++n)
        wire.Add(BRepBuilderAPI_MakeEdge(curve, curve->Knot(1 + spans * n / kPieces),
                                         curve->Knot(1 + spans * (n + 1) / kPieces))
                     .Edge());
    TopoDS_Shape shape =
        BRepPrimAPI_MakePrism(BRepBuilderAPI_MakeFace(wire.Wire(), true).Face(), gp_Vec(0, c.thickness, 0)).Shape();
    if (c.domeRadius > 0) {
        const gp_Ax2 axis(gp_Pnt(0, c.thickness - c.domeRadius, -2 * c.width), gp::DZ());
        shape = common(shape, BRepPrimAPI_MakeCylinder(axis, c.domeRadius, 4 * c.width).Shape());
    }
    for (const Vec2& p : c.pegPlaces())
        shape = fused(shape, post(p, c.pegDiameter / 2, -c.pegLength, std::min(kInto, c.thickness / 2)));
    for (const Vec2& p : c.holePlaces())
        shape = cutFrom(shape, post(p, c.holeDiameter / 2, -1, c.thickness + 1));
    return shape;
}

} // namespace

TopoDS_Shape implantSolid(const StepPart& part)
{
    std::visit([](const auto& i) { i.check(); }, part.implant);
    const FlatComponent* flat = std::get_if<FlatComponent>(&part.implant);
    if (flat)
        part.body.check();
    else if (std::fabs(part.pose.direction.norm() - 1) > 1e-6 || !part.pose.origin.allFinite())
        throw Error(ErrorCode::BadInput, "The implant's pose is not one.", "Place it again.");
    try {
        TopoDS_Shape shape;
        if (const auto* d = std::get_if<DentalImplant>(&part.implant))
            shape = dental(*d, part.thread);
        else if (const auto* s = std::get_if<BoneScrew>(&part.implant))
            shape = screw(*s, part.thread);
        else if (const auto* c = std::get_if<AcetabularCup>(&part.implant))
            shape = cup(*c);
        else
            shape = component(*flat);
        if (!BRepCheck_Analyzer(shape).IsValid() || !(volumeOf(shape) > 0))
            throw Error(ErrorCode::Internal, "The implant is no valid solid.", "Leave the thread out.");
        if (flat)
            return placed(shape, part.body.origin, part.body.axes.col(2), part.body.axes.col(0));
        return placed(shape, part.pose.origin, part.pose.direction, acrossOf(part.pose.direction));
    } catch (const Standard_Failure& e) {
        throw Error(ErrorCode::Internal, std::string("The CAD library failed: ") + e.GetMessageString(),
                    "Change the implant's measures a little, or leave the thread out.");
    }
}

} // namespace pollux
