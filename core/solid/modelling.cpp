#include "core/solid/modelling.h"

#include "core/base/error.h"

#include <BRepAlgoAPI_BooleanOperation.hxx>
#include <BRepBuilderAPI_MakeFace.hxx>
#include <BRepBuilderAPI_MakePolygon.hxx>
#include <BRepBuilderAPI_Transform.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepGProp.hxx>
#include <BRepPrimAPI_MakeRevol.hxx>
#include <GProp_GProps.hxx>
#include <algorithm>
#include <functional>
#include <gp_Ax1.hxx>
#include <gp_Ax3.hxx>
#include <gp_Trsf.hxx>

namespace pollux {

namespace {

/// `plausible` judges the volume of the answer.
TopoDS_Shape combined(BOPAlgo_Operation operation, const TopoDS_Shape& a, const TopoDS_Shape& b,
                      const std::function<bool(double)>& plausible)
{
    for (double fuzzy : {0.0, 1e-5, 1e-4, 1e-3}) {
        BRepAlgoAPI_BooleanOperation step;
        TopTools_ListOfShape first, second;
        first.Append(a);
        second.Append(b);
        step.SetOperation(operation);
        step.SetArguments(first);
        step.SetTools(second);
        step.SetFuzzyValue(fuzzy);
        step.Build();
        if (step.IsDone() && !step.HasErrors() && BRepCheck_Analyzer(step.Shape()).IsValid() &&
            plausible(volumeOf(step.Shape())))
            return step.Shape();
    }
    throw Error(ErrorCode::Internal, "The parts of the implant cannot be joined.",
                "Leave the thread out, or change a measure a little.");
}

} // namespace

double volumeOf(const TopoDS_Shape& shape)
{
    GProp_GProps properties;

    BRepGProp::VolumeProperties(shape, properties);
    return properties.Mass();
}

TopoDS_Shape revolvedSolid(const Outline& o)
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

TopoDS_Shape fused(const TopoDS_Shape& a, const TopoDS_Shape& b)
{
    const double va = volumeOf(a), vb = volumeOf(b);
    return combined(BOPAlgo_FUSE, a, b,
                    [&](double v) { return v > std::max(va, vb) * (1 - 1e-9) && v < (va + vb) * (1 + 1e-9); });
}

TopoDS_Shape cutFrom(const TopoDS_Shape& a, const TopoDS_Shape& tool)
{
    const double va = volumeOf(a), vt = volumeOf(tool);
    return combined(BOPAlgo_CUT, a, tool,
                    [&](double v) { return v > (va - vt) * (1 - 1e-9) && v > 0 && v < va * (1 + 1e-9); });
}

TopoDS_Shape common(const TopoDS_Shape& a, const TopoDS_Shape& b)
{
    const double va = volumeOf(a), vb = volumeOf(b);
    return combined(BOPAlgo_COMMON, a, b, [&](double v) { return v > 0 && v < std::min(va, vb) * (1 + 1e-9); });
}

TopoDS_Shape placed(const TopoDS_Shape& shape, const Vec3& o, const Vec3& z, const Vec3& x)
{
    gp_Trsf place;
    place.SetTransformation(
        gp_Ax3(gp_Pnt(o.x(), o.y(), o.z()), gp_Dir(z.x(), z.y(), z.z()), gp_Dir(x.x(), x.y(), x.z())),
        gp_Ax3(gp::Origin(), gp::DZ(), gp::DX()));
    return BRepBuilderAPI_Transform(shape, place, true).Shape();
}

} // namespace pollux
