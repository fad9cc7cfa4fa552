#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/measure/region.h"
#include "core/measure/separation.h"
#include "core/measure/shapes.h"
#include "core/operation/registry.h"
#include "core/operation/standard/cuts_operation.h"
#include "core/operation/standard/fat_fraction_operation.h"
#include "core/operation/standard/joint_space_operation.h"
#include "core/operation/standard/segment_operations_result.h"
#include "core/operation/standard/standard.h"

#include <Eigen/Geometry>

#include <cmath>

namespace pollux {

namespace {

Param measurementName()
{
    Param p = textParam("name", "Name", "Measurement", "What it is called; a measurement of this name is replaced.");
    p.optional = false;
    return p;
}

Findings checkName(const Case& c, const ParamValues& values)
{
    const auto kind = c.kindOf(slug(values.text("name")));
    if (kind && *kind != Kind::Measurement)
        return {stopFinding("result.taken", "Another object already has the name '" + values.text("name") + "'.",
                            "Choose another name.")};
    return {};
}

/// How many points a kind hangs on: exactly `least`, or at least so many.
struct Count
{
    size_t least;
    bool exactly;
};

Count countOf(MeasurementKind kind)
{
    switch (kind) {
    case MeasurementKind::Length:
        return {2, false};
    case MeasurementKind::Area:
        return {3, false};
    case MeasurementKind::Angle:
    case MeasurementKind::Ellipse:
        return {3, true};
    case MeasurementKind::LineAngle:
        return {4, true};
    case MeasurementKind::Sphere:
    case MeasurementKind::Distance:
    case MeasurementKind::Diameter:
        break;
    }
    return {2, true};
}

void addStatistics(std::vector<NamedQuantity>& out, const RegionStatistics& r, Unit unit)
{
    out.push_back({"mean", "Mean", {r.values.mean, unit, r.values.standardDeviation, "spread of the values"}});
    out.push_back({"min", "Smallest", {r.values.min, unit, {}, {}}});
    out.push_back({"max", "Largest", {r.values.max, unit, {}, {}}});
    out.push_back({"median", "Median", {r.values.median, unit, {}, {}}});
}

class Place final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"measure.place",
                1,
                "Measure by points",
                "Length, angle, area or the values in a region, from points set on the images.",
                "Length: the sum along the points. Angle: at the second of three points. Line angle: between the "
                "lines of the first two and the last two points, which need not meet (Cobb's way). Area: of the closed "
                "polygon, in the plane that fits it best. Ellipse: centre and the ends of both half axes; sphere: "
                "centre and a point of it: with the values of the image inside.\n\nThe uncertainty is that of placing "
                "each point by eye, uniform within one voxel, propagated to first order (GUM, JCGM 100:2008, 4.3.7 "
                "and 5.1.2). It says nothing of the border that was meant.",
                "Measure"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(choiceParam("kind", "Kind", {"length", "angle", "line-angle", "area", "ellipse", "sphere"},
                             "What to measure."));
        list.add(pointsParam("points", "Points", 2, "The points that it hangs on, in patient coordinates (LPS)."));
        list.add(measurementName());
        list.add(objectParam("volume", "Image", "volume", "",
                             "The image it is taken on: its voxels give the uncertainty, its values the statistics."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkName(c, values);
        const Count count = countOf(*measurementKindFromName(values.text("kind")));
        const size_t given = values.points("points").size();
        if (given < count.least || (count.exactly && given != count.least))
            out.push_back(stopFinding("measure.points",
                                      filled(count.exactly ? "This kind takes %1 points, not %2."
                                                           : "This kind takes %1 or more points, not %2.",
                                             {std::to_string(count.least), std::to_string(given)}),
                                      "Place the right number of points."));
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const VolumeObject& image = c.volume(Id(values.text("volume")));
        const PointCovariance each = voxelCovariance(image.volume.grid());
        const Unit unit = image.unit == "HU" ? Unit::Hounsfield : Unit::None;
        Measurement m;
        m.name = values.text("name");
        m.kind = *measurementKindFromName(values.text("kind"));
        m.points = values.points("points");
        const auto& p = m.points;
        job.checkStop();
        switch (m.kind) {
        case MeasurementKind::Angle:
            m.values.push_back({"angle", "Angle", angleAt(p[0], p[1], p[2], each)});
            break;
        case MeasurementKind::LineAngle:
            m.values.push_back({"angle", "Angle between the lines", angleBetweenLines(p[0], p[1], p[2], p[3], each)});
            break;
        case MeasurementKind::Area:
            m.values.push_back({"area", "Area", polygonArea(p, each)});
            break;
        case MeasurementKind::Ellipse: {
            const RegionStatistics r = ellipseStatistics(image.volume, p[0], p[1] - p[0], p[2] - p[0]);
            addStatistics(m.values, r, unit);
            m.values.push_back({"area", "Area", {r.sizeMm, Unit::SquareMillimetre, {}, {}}});
            noteOutside(m, r);
            break;
        }
        case MeasurementKind::Sphere: {
            const RegionStatistics r = sphereStatistics(image.volume, p[0], (p[1] - p[0]).norm());
            addStatistics(m.values, r, unit);
            m.values.push_back({"volume", "Volume", {r.sizeMm / 1000, Unit::Millilitre, {}, {}}});
            noteOutside(m, r);
            break;
        }
        default:
            m.values.push_back({"length", "Length", polylineLength(p, each)});
        }
        Edit edit;
        const Id id = slug(m.name); // before the move
        edit.put(id, std::move(m));
        return edit;
    }

private:
    static void noteOutside(Measurement& m, const RegionStatistics& r)
    {
        if (r.values.voxels == 0)
            throw Error(ErrorCode::BadInput, "The region holds no value of the image.", "Place it inside the image.");
        if (r.outsideShare > 0.005)
            m.note = std::to_string(static_cast<int>(std::lround(100 * r.outsideShare))) +
                     " % of the region lies beyond the image and is not counted.";
    }
};

class Distance final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"measure.distance",
                1,
                "Measure distance of structures",
                "The shortest way between two structures, and where it is.",
                "Between their surfaces: exact over points of one against triangles of the other, both ways. 0 where "
                "they cut each other. The surfaces are smoothed ones: the distance between the voxels may differ by "
                "about a voxel, which is the uncertainty given.",
                "Measure"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("a", "First", "structure:surface", "", "One structure."));
        list.add(objectParam("b", "Second", "structure:surface", "", "The other structure."));
        list.add(measurementName());
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkName(c, values);
        if (values.text("a") == values.text("b"))
            out.push_back(stopFinding("measure.same", "Both are the same structure.", "Choose two."));
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Structure &a = c.structure(Id(values.text("a"))), &b = c.structure(Id(values.text("b")));
        const Separation s = separation(*a.surface, *b.surface, job);
        Measurement m;
        m.name = values.text("name");
        m.kind = MeasurementKind::Distance;
        m.points = {s.onFirst, s.onSecond};
        Quantity q{s.distance, Unit::Millimetre, {}, {}};
        if (const Structure& masked = a.mask ? a : b; masked.mask) {
            q.standardDeviation = masked.mask->grid().spacing.maxCoeff() / std::sqrt(12.0) * std::sqrt(2.0);
            q.covers = "the border of each within a voxel";
        }
        m.values.push_back({"distance", a.name + " to " + b.name, q});
        if (s.distance == 0)
            m.note = "They cut each other.";
        Edit edit;
        const Id id = slug(m.name); // before the move
        edit.put(id, std::move(m));
        edit.madeFrom[id] = {Id(values.text("a")), Id(values.text("a") + "/surface"), Id(values.text("b")),
                             Id(values.text("b") + "/surface")};
        return edit;
    }
};

class VesselDiameter final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"measure.diameter",
                1,
                "Measure vessel diameter",
                "The diameter of a vessel at the place of its centreline nearest to a point.",
                "Twice the radius of the largest ball inside the vessel at that place, as the centreline holds it. In "
                "a flattened vessel that is its smaller diameter. On synthetic tubes of 1 to 6 mm the radius keeps "
                "within half a voxel, which is the uncertainty given.",
                "Measure"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("structure", "Vessel", "structure:tree", "", "A structure with a centreline."));
        list.add(pointParam("point", "Point", "Near the place meant, in patient coordinates (LPS)."));
        list.add(measurementName());
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkName(c, values);
        if (c.structure(Id(values.text("structure"))).tree->empty())
            out.push_back(stopFinding("measure.tree", "The centreline is empty.", "Make it again."));
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job&) const override
    {
        const Structure& s = c.structure(Id(values.text("structure")));
        const Vec3 at = values.point("point");
        const auto& nodes = s.tree->nodes;
        size_t best = 0;
        for (size_t n = 1; n < nodes.size(); ++n)
            if ((nodes[n].position - at).squaredNorm() < (nodes[best].position - at).squaredNorm())
                best = n;
        const TreeNode& node = nodes[best];
        // Along the vessel: from the parent, or to the first child of a root.
        Vec3 along = Vec3::UnitZ();
        if (node.parent >= 0)
            along = node.position - nodes[static_cast<size_t>(node.parent)].position;
        else
            for (const TreeNode& other : nodes)
                if (other.parent == static_cast<int>(best)) {
                    along = other.position - node.position;
                    break;
                }
        const Vec3 across = along.norm() > 1e-9 ? Vec3(along.unitOrthogonal()) : Vec3(Vec3::UnitX());
        Measurement m;
        m.name = values.text("name");
        m.kind = MeasurementKind::Diameter;
        m.points = {node.position - node.radius * across, node.position + node.radius * across};
        Quantity q{2 * node.radius, Unit::Millimetre, {}, {}};
        if (s.mask) {
            q.standardDeviation = s.mask->grid().spacing.maxCoeff() / std::sqrt(12.0) * 2;
            q.covers = "the radius within a voxel";
        }
        m.values.push_back({"diameter", "Diameter of " + s.name, q});
        Edit edit;
        const Id id = slug(m.name); // before the move
        edit.put(id, std::move(m));
        edit.madeFrom[id] = {Id(values.text("structure")), Id(values.text("structure") + "/tree")};
        return edit;
    }
};

} // namespace

void installMeasureOperations(Registry& registry)
{
    registry.add(std::make_unique<Place>());
    registry.add(std::make_unique<Distance>());
    registry.add(std::make_unique<VesselDiameter>());
    registry.add(makeMeasureCuts());
    registry.add(makeFatFraction(registry.limits()));
    registry.add(makeJointSpace(registry.limits()));
}

} // namespace pollux
