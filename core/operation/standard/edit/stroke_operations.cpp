#include "core/base/error.h"
#include "core/image/edit/brush.h"
#include "core/image/edit/level_trace.h"
#include "core/image/edit/outline.h"
#include "core/operation/registry.h"
#include "core/operation/standard/edit/edit_operations.h"
#include "core/operation/standard/edit/edit_target.h"
#include "core/operation/standard/segment_operations_result.h"

namespace pollux {

namespace {

constexpr const char* kEdited =
    "\n\nThe structure counts as edited from then on. Its surface, centrelines and measures turn stale and follow when "
    "the case is rebuilt.";

Param direction(const char* key, const char* label, const char* help)
{
    Param p = pointParam(key, label, help);
    p.unit = Unit::None;
    p.defaultValue = Vec3(Vec3::UnitZ());
    return p;
}

bool isDirection(const Vec3& v)
{
    return v.norm() > 1e-9;
}

Finding noDirection()
{
    return stopFinding("edit.direction", "The direction has no length.", "Give a direction such as 0,0,1.");
}

class Brush final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"edit.brush",
                1,
                "Paint",
                "Paints or erases along a stroke, with a ball or with a disc in a plane.",
                std::string("Every voxel whose centre lies within the radius of the stroke is under the brush; the "
                            "stroke is swept along straight lines between its points, in millimetres, so thick and "
                            "oblique slices are treated right.") +
                    kEdited,
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        addTargetParams(list);
        list.add(pointsParam("path", "Stroke", 1, "Where the brush was, in patient coordinates (LPS)."));
        list.add(choiceParam("shape", "Brush", {"ball", "disc"}, "A ball, or a disc in the plane of the view."));
        list.add(realParam("radius", "Radius", Unit::Millimetre, 5, 0.05, 300, "Of the ball or disc."));
        list.add(direction("normal", "Normal", "Of the disc's plane; not used by a ball."));
        list.add(realParam("thickness", "Thickness", Unit::Millimetre, 0, 0, 300,
                           "Of the disc; 0 means the voxels that the plane cuts."));
        addEffectParams(list);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkEffect(c, values);
        if (values.text("shape") == "disc" && !isDirection(values.point("normal")))
            out.push_back(noDirection());
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Grid grid = targetOf(c, values).structure.mask->grid();
        const Mask stroke = values.text("shape") == "ball"
                                ? ballStroke(grid, values.points("path"), values.real("radius"), job)
                                : discStroke(grid, values.points("path"), values.point("normal"), values.real("radius"),
                                             values.real("thickness"), job);
        Edit edit;
        applySelection(edit, c, values, stroke, job);
        return edit;
    }
};

class Scissors final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"edit.outline",
                1,
                "Scissors",
                "Adds, removes or keeps what lies inside a closed outline drawn on a view.",
                std::string("The outline reaches through the body along the view's direction (from the eye of a "
                            "perspective view, as a cone), through one slice, or to a depth. A voxel is inside if its "
                            "centre is (non-zero winding).") +
                    kEdited,
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        addTargetParams(list);
        list.add(pointsParam("outline", "Outline", 3, "Closed outline, in patient coordinates (LPS)."));
        list.add(direction("direction", "Direction", "Of the view, away from the viewer."));
        Param eye = pointParam("eye", "Eye", "Where a perspective view is seen from; empty for a parallel one.");
        eye.optional = true;
        eye.advanced = true;
        list.add(eye);
        list.add(choiceParam("reach", "Reach", {"through", "slice", "depth"},
                             "Through everything, one slice of the image, or a depth about the first point."));
        list.add(realParam("depth", "Depth", Unit::Millimetre, 10, 0.01, 1000, "Used by the reach 'depth'."));
        addEffectParams(list);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkEffect(c, values);
        if (!isDirection(values.point("direction")))
            out.push_back(noDirection());
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const EditTarget target = targetOf(c, values);
        const Grid& grid = target.structure.mask->grid();
        Outline outline;
        outline.points = values.points("outline");
        outline.direction = values.point("direction").normalized();
        if (values.has("eye"))
            outline.eye = values.point("eye");
        if (values.text("reach") != "through") {
            const double half =
                values.text("reach") == "slice" ? halfThickness(grid, outline.direction) : values.real("depth") / 2;
            outline.nearest = -half;
            outline.farthest = half;
        }
        const bool add = values.text("mode") == "add";
        Edit edit;
        applySelection(edit, c, values, insideOutline(outline, add ? wholeGrid(grid) : *target.structure.mask, job),
                       job);
        return edit;
    }
};

class LevelTrace final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"edit.level-trace",
                1,
                "Level tracing",
                "Adds or removes the area inside the line of equal value through a point of a slice.",
                std::string("The line runs where the interpolated image has the value of the point (marching squares) "
                            "and closes along the border of the image.") +
                    kEdited,
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        addTargetParams(list);
        list.add(pointParam("point", "Point", "A point on the border to be traced, in patient coordinates (LPS)."));
        list.add(direction("normal", "Normal", "Of the slice."));
        addEffectParams(list);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkEffect(c, values);
        if (!isDirection(values.point("normal")))
            out.push_back(noDirection());
        const Grid& grid = c.volume(Id(values.text("volume"))).volume.grid();
        const Index3 at = grid.nearest(values.point("point"));
        if (!grid.contains(at[0], at[1], at[2]))
            out.push_back(stopFinding("seed.outside", "The point lies outside the image.", "Place it in the image."));
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Vec3 normal = values.point("normal").normalized();
        const SlicePixels slice =
            sampleSlice(c.volume(Id(values.text("volume"))).volume, values.point("point"), normal, job);
        const std::vector<Vec3> line = traceLevel(slice, values.point("point"));
        if (line.size() < 3)
            throw Error(ErrorCode::BadInput, "There is no closed line of equal value there.",
                        "Choose a point on the border of the structure.");
        Edit edit;
        applySelection(edit, c, values, fillTrace(line, normal, targetOf(c, values).structure.mask->grid(), job), job);
        return edit;
    }
};

} // namespace

void installStrokeOperations(Registry& registry)
{
    registry.add(std::make_unique<Brush>());
    registry.add(std::make_unique<Scissors>());
    registry.add(std::make_unique<LevelTrace>());
}

} // namespace pollux
