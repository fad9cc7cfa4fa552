#include "core/operation/standard/joint_space_operation.h"

#include "core/anatomy/joint_space.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/mesh/locator.h"
#include "core/operation/plan_parts.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

class JointSpaceMap final : public Operation
{
public:
    explicit JointSpaceMap(const LimitTable& limits)
        : m_reach(limits.at("joint-space.reach")), m_slice(limits.at("joint-space.slice"))
    {
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "anatomy.joint-space";
        i.name = "Map joint space";
        i.summary = "How far a bone's joint surface is from the other bone, as a map with its mean and least place.";
        i.help =
            "From each point of the first bone's surface to the nearest place of the second bone's, in a straight "
            "line, where that is within the reach and lies within 60 degrees of the outward normal. What turns away "
            "from the other bone has no value. The mean is by area. Negative values are overlap, told where the second "
            "surface is closed.\n\n"
            "Scapula and humerus, femur and pelvis, tibia and talus: from the side that is named first. The figures of "
            "the two directions differ, for the surfaces are of different sizes.\n\n"
            "Limits: what else of the bones comes within the reach counts, too, such as the acromion over the humerus "
            "or the malleolus beside the talus: take a smaller reach where the joint is narrow. It is the distance of "
            "bones, not the thickness of cartilage, in the pose that the image shows. The surfaces are smoothed ones: "
            "their borders are known to half a voxel, so that a space of about a voxel is next to none; the least "
            "place is a single point and as rough as the voxels are.";
        i.category = "Measure";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("first", "First bone", "structure:surface", "scapula", "The bone that the map lies on."));
        list.add(objectParam("second", "Second bone", "structure:surface", "humerus", "The bone across the joint."));
        list.add(limitParam(m_reach, "reach"));
        Param name = textParam("name", "Name", "", "Name of map and measurement; empty takes those of the bones.");
        name.optional = true;
        list.add(std::move(name));
        Param slice = limitParam(m_slice, "slice");
        slice.advanced = true;
        list.add(std::move(slice));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto stop = [&](const char* code, std::string text, const char* advice) {
            out.push_back(finding(Severity::Stop, code, std::move(text), advice));
        };
        const auto a = c.structures.find(Id(values.text("first"))), b = c.structures.find(Id(values.text("second")));
        if (a == c.structures.end() || b == c.structures.end())
            return out; // the caller has said so
        if (a == b)
            stop("joint-space.same", "Both are the same structure.", "Choose two bones.");
        double thickest = 0;
        for (const Structure* s : {a->second.get(), b->second.get()}) {
            if (s->mask && s->mask->empty())
                stop("structure.empty", filled("'%1' has no voxels.", {s->name}), "Segment it first.");
            else if (!s->surface || s->surface->empty())
                stop("joint-space.surface", filled("'%1' has no surface.", {s->name}), "Make its surface first.");
            if (s->mask)
                thickest = std::max(thickest, s->mask->grid().spacing.maxCoeff());
        }
        const std::string name = nameOf(c, values);
        if (!isValidId(slug(name).text()) || !isValidId(mapId(name).text()))
            stop("result.name", "The name of the result is too long.", "Give a shorter one.");
        else {
            const auto kind = c.kindOf(slug(name)), mapKind = c.kindOf(mapId(name));
            if ((kind && *kind != Kind::Measurement) || (mapKind && *mapKind != Kind::Field))
                stop("result.taken", "Another object already has this name.", "Choose another name.");
        }
        if (thickest > values.real("slice")) {
            Finding f = finding(Severity::Warning, "joint-space.slices",
                                filled("The voxels are up to %1 mm large: each border is known to %2 mm, so is the "
                                       "joint space.",
                                       {toText(thickest, 2), toText(thickest / 2, 2)}),
                                "Use thinner slices, or read the map for large differences only.");
            f.limit = m_slice.id;
            out.push_back(std::move(f));
        }
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id first(values.text("first")), second(values.text("second"));
        const Structure &a = c.structure(first), &b = c.structure(second);
        const double reach = values.real("reach");
        JointSpace space = jointSpace(*a.surface, *b.surface, reach, job.part(0, 0.9));
        const std::string name = nameOf(c, values);
        const Id id = slug(name), map = mapId(name);
        Edit edit;
        tell(edit.findings, space, a, b, reach);
        const std::vector<Id> from = {first, Id(first.text() + "/surface"), second, Id(second.text() + "/surface")};
        if (space.areaMm2 > 0 && !onePlace(space, a)) {
            edit.put(id, measured(space, a, b, name, reach));
            edit.madeFrom[id] = from;
        } else if (c.measurements.contains(id))
            edit.remove(id); // it would tell of another joint space than the map
        Field f;
        f.name = name;
        f.unit = Unit::Millimetre;
        f.surface = *a.surface;
        f.values = std::move(space.mm);
        f.category = std::move(space.category);
        for (auto& beyond : f.category) // why does not matter to who looks at the map
            beyond = beyond > 0;
        f.categories = {term("no joint within reach")};
        f.low = 0;
        f.high = reach;
        f.lowMeans = "bones touch";
        f.highMeans = "at the reach";
        edit.put(map, std::move(f));
        edit.madeFrom[map] = from;
        return edit;
    }

private:
    static std::string nameOf(const Case& c, const ParamValues& values)
    {
        return !values.text("name").empty() ? values.text("name")
                                            : filled("Joint space of %1 and %2", {c.nameOf(Id(values.text("first"))),
                                                                                  c.nameOf(Id(values.text("second")))});
    }
    /// No joint, however its bones are segmented.
    static bool onePlace(const JointSpace& space, const Structure& a)
    {
        constexpr double kMost = 0.5; // share of the surface; a choice, unverified
        return space.sharedMm2 > kMost * a.surface->areaMm2();
    }
    static Id mapId(const std::string& name) { return slug(name + " map"); }

    static Measurement measured(const JointSpace& space, const Structure& a, const Structure& b,
                                const std::string& name, double reach)
    {
        Measurement m;
        m.name = name;
        m.kind = MeasurementKind::Distance;
        m.points = {space.leastPlace, SurfaceLocator(*b.surface).nearest(space.leastPlace).point};
        double variance = 0;
        double half = 0;
        for (const Structure* s : {&a, &b})
            if (s->mask) {
                const double voxel = s->mask->grid().spacing.maxCoeff();
                variance += voxel * voxel / 12;
                half = std::max(half, voxel / 2);
            }
        const auto millimetres = [&](const char* key, const char* label, double value) {
            Quantity q{value, Unit::Millimetre, {}, {}};
            if (variance > 0) {
                q.standardDeviation = std::sqrt(variance);
                q.covers = "the border of each bone within a voxel";
            }
            m.values.push_back({key, label, q});
        };
        millimetres("least", term("Least joint space"), space.leastMm);
        millimetres("p05", term("Joint space that 5 % of the area fall below"), space.lowMm);
        millimetres("mean", term("Mean joint space, by area"), space.meanMm);
        m.values.push_back(
            {"area", term("Area that looks at the other bone"), {space.areaMm2, Unit::SquareMillimetre, {}, {}}});
        m.values.push_back({"overlap", term("Area of overlap"), {space.overlapMm2, Unit::SquareMillimetre, {}, {}}});
        m.note = half > 0 ? filled("Within a reach of %1 mm. The border of each bone is known to half a voxel, %2 mm.",
                                   {toText(reach, 1), toText(half, 2)})
                          : filled("Within a reach of %1 mm.", {toText(reach, 1)});
        return m;
    }

    void tell(Findings& out, const JointSpace& space, const Structure& a, const Structure& b, double reach) const
    {
        if (!(space.areaMm2 > 0)) {
            out.push_back(finding(Severity::Stop, "joint-space.none",
                                  filled("No place of '%1' looks at '%2' within %3 mm: there is no joint space.",
                                         {a.name, b.name, toText(reach, 1)}),
                                  "Check that both bones are of one joint, or give a larger reach."));
            out.back().limit = m_reach.id;
            return;
        }
        if (onePlace(space, a)) {
            out.push_back(finding(Severity::Stop, "joint-space.one-place",
                                  filled("%1 % of the surface of '%2' lies in or on '%3': they are not two bones.",
                                         {toText(100 * space.sharedMm2 / a.surface->areaMm2(), 0), a.name, b.name}),
                                  "Choose the two bones of a joint; look whether one of them is there twice."));
            out.back().place = space.leastPlace;
            return;
        }
        if (space.overlapMm2 > 0) {
            out.push_back(finding(Severity::Warning, "joint-space.overlap",
                                  filled("The bones overlap over %1 mm², by %2 mm at most.",
                                         {toText(space.overlapMm2, 1), toText(std::max(0.0, -space.leastMm), 1)}),
                                  "Look at the border of both masks in the joint and part them there."));
            out.back().place = space.leastPlace;
        }
        if (!b.surface->isClosed())
            out.push_back(finding(Severity::Warning, "joint-space.open",
                                  filled("The surface of '%1' has holes: an overlap is not seen.", {b.name}),
                                  "Make its surface from the mask."));
    }

    Limit m_reach, m_slice;
};

} // namespace

std::unique_ptr<Operation> makeJointSpace(const LimitTable& limits)
{
    return std::make_unique<JointSpaceMap>(limits);
}

} // namespace pollux
