#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/edit/between_slices.h"
#include "core/image/edit/held_bytes.h"
#include "core/image/edit/islands.h"
#include "core/image/edit/label_smoothing.h"
#include "core/image/edit/margin.h"
#include "core/image/edit/plane_cut.h"
#include "core/image/edit/seed_growth.h"
#include "core/image/filters.h"
#include "core/operation/registry.h"
#include "core/operation/standard/edit/edit_operations.h"
#include "core/operation/standard/edit/edit_target.h"
#include "core/operation/standard/segment_operations_result.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

Param changedStructure()
{
    return objectParam("structure", "Structure", "structure:mask", "", "What to change.");
}

/// An operation that turns the mask of one structure into another.
class MaskEdit : public Operation
{
public:
    Findings check(const Case& c, const ParamValues& values) const override
    {
        return checkEdited(c, {values.text("structure")});
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id id(values.text("structure"));
        const Structure& s = c.structure(id);
        Edit edit;
        putEdited(edit, id, s, changed(*s.mask, values, job));
        return edit;
    }

private:
    virtual Mask changed(const Mask& mask, const ParamValues& values, const Job& job) const = 0;
};

class FillBetween final : public MaskEdit
{
public:
    OperationInfo info() const override
    {
        return {"edit.fill-between",
                1,
                "Fill between slices",
                "Fills the empty slices between painted ones.",
                "Shape-based interpolation: the signed distance to the border is interpolated between painted slices "
                "(Raya and Udupa 1990) after the shapes have been moved onto the line between their centres (Herman, "
                "Zheng and Bucholtz 1992). Painted slices stay as they are; what has no partner in the next painted "
                "slice ends where it is.",
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(changedStructure());
        list.add(choiceParam("slices", "Painted slices", {"axial", "sagittal", "coronal"},
                             "Which way the painted slices lie."));
        return list;
    }

private:
    Mask changed(const Mask& mask, const ParamValues& values, const Job& job) const override
    {
        const std::string& slices = values.text("slices");
        const Eigen::Index patientAxis = slices == "axial" ? 2 : slices == "sagittal" ? 0 : 1;
        Eigen::Index axis = 0;
        mask.grid().direction.row(patientAxis).cwiseAbs().maxCoeff(&axis);
        return fillBetweenSlices(mask, static_cast<int>(axis), job);
    }
};

class Margin final : public MaskEdit
{
public:
    OperationInfo info() const override
    {
        return {"edit.margin",
                1,
                "Margin",
                "Grows or shrinks a structure by a distance in mm.",
                "Euclidean offset of the border, by an exact distance map; the border lies half a voxel beyond the "
                "outermost voxel centres, so the new border is right to half a voxel. The end of the image is no "
                "border.",
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(changedStructure());
        list.add(realParam("margin", "Margin", Unit::Millimetre, 2, -300, 300, "Outwards; negative is inwards."));
        return list;
    }

private:
    Mask changed(const Mask& mask, const ParamValues& values, const Job& job) const override
    {
        return margin(mask, values.real("margin"), job);
    }
};

class Hollow final : public MaskEdit
{
public:
    OperationInfo info() const override
    {
        return {"edit.hollow",
                1,
                "Hollow",
                "Leaves only the wall of a structure.",
                "The voxels within the thickness of the border, inside, outside or half each. A wall thinner than a "
                "voxel is still closed.",
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(changedStructure());
        list.add(realParam("thickness", "Thickness", Unit::Millimetre, 3, 0.01, 300, "Of the wall."));
        list.add(choiceParam("wall", "Wall", {"inside", "outside", "centre"}, "Where it lies about the border."));
        return list;
    }

private:
    Mask changed(const Mask& mask, const ParamValues& values, const Job& job) const override
    {
        const std::string& wall = values.text("wall");
        return hollow(mask, values.real("thickness"),
                      wall == "inside"    ? Wall::Inside
                      : wall == "outside" ? Wall::Outside
                                          : Wall::Centre,
                      job);
    }
};

class KeepIslands final : public MaskEdit
{
public:
    OperationInfo info() const override
    {
        return {"edit.islands",
                1,
                "Islands",
                "Keeps or removes connected parts of a structure.",
                "Parts hang together through faces, edges and corners of voxels (26 neighbours). 'at' means the part "
                "nearest to the point, at most 20 mm away.",
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(changedStructure());
        list.add(choiceParam("method", "Method", {"keep-largest", "remove-small", "keep-at", "remove-at"},
                             "Which parts stay."));
        list.add(realParam("volume", "Volume", Unit::Millilitre, 1, 0, 1e5, "Smaller parts go (remove-small)."));
        Param at = pointParam("point", "Point", "In or near the part meant (keep-at, remove-at).");
        at.optional = true;
        list.add(at);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = MaskEdit::check(c, values);
        if (values.text("method").ends_with("-at") && !values.has("point"))
            out.push_back(stopFinding("edit.point", "No point says which part is meant.", "Give the point."));
        return out;
    }

private:
    Mask changed(const Mask& mask, const ParamValues& values, const Job& job) const override
    {
        constexpr double kReach = 20; // mm
        const std::string& method = values.text("method");
        if (method == "keep-largest")
            return keepLargestIsland(mask, job);
        if (method == "remove-small")
            return removeSmallIslands(mask, values.real("volume"), job);
        const Mask island = islandAt(mask, values.point("point"), kReach, job);
        return method == "keep-at" ? island : subtract(mask, island);
    }
};

class SplitIslands final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"edit.split-islands",
                1,
                "Split into islands",
                "Makes a structure of each connected part.",
                "Parts of at least the given volume become structures of their own, largest first; the structure "
                "itself stays. 26 neighbours.",
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(changedStructure());
        list.add(realParam("volume", "Smallest volume", Unit::Millilitre, 1, 0, 1e5, "Smaller parts are left out."));
        list.add(intParam("most", "At most", 10, 1, 100, "How many parts."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        const Id id(values.text("structure"));
        for (std::int64_t n = 1; n <= values.integer("most"); ++n)
            if (const auto it = c.structures.find(partId(id, n));
                it != c.structures.end() && it->second->state == ConfirmState::Confirmed)
                return {stopFinding("result.confirmed",
                                    "'" + it->second->name + "' is confirmed and would be replaced.",
                                    "Rename it, or take its confirmation back.")};
        return {};
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id id(values.text("structure"));
        const Structure& whole = c.structure(id);
        const Islands islands =
            splitIslands(*whole.mask, values.real("volume"), static_cast<int>(values.integer("most")), job);
        if (islands.parts.empty())
            throw Error(ErrorCode::BadInput, "No part of '" + whole.name + "' is that large.", "Ask for smaller ones.");
        Edit edit;
        for (size_t n = 0; n < islands.parts.size(); ++n) {
            Structure s;
            s.name = whole.name + " " + toText(static_cast<std::int64_t>(n + 1));
            s.anatomy = whole.anatomy;
            s.colour = whole.colour;
            s.state = ConfirmState::Edited;
            s.mask = std::make_shared<Mask>(islands.parts[n]);
            edit.put(partId(id, static_cast<std::int64_t>(n + 1)), std::move(s));
        }
        return edit;
    }

private:
    static Id partId(const Id& id, std::int64_t n) { return Id(id.text() + "-part-" + toText(n)); }
};

class Smooth final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"edit.smooth",
                1,
                "Smooth",
                "Smooths structures; neighbours can stay flush.",
                "Median: the majority in a ball takes off what is thinner than its radius and keeps flat faces. "
                "Together: every voxel goes to the structure whose Gaussian share is largest there (Merriman, Bence "
                "and Osher 1994; many phases: Esedoglu and Otto 2015), so what was a partition stays one, and a lesion "
                "stays in its organ. 'Compensated' keeps curved borders where they are (2 G - G G).",
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        Param structures = objectsParam("structures", "Structures", "structure:mask", "What to smooth.");
        structures.optional = false;
        list.add(structures);
        list.add(choiceParam("method", "Method", {"median", "together", "together-compensated"},
                             "Each by itself, or all together."));
        list.add(realParam("size", "Size", Unit::Millimetre, 2, 0, 20,
                           "Radius of the median's ball, or standard deviation of the Gaussian."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkEdited(c, values.list("structures"));
        for (const std::string& id : values.list("structures"))
            if (!sameGeometry(c.structure(Id(id)).mask->grid(),
                              c.structure(Id(values.list("structures").front())).mask->grid()))
                out.push_back(stopFinding("edit.grids", "The structures lie on different voxel grids.",
                                          "Smooth those of one image at a time."));
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        std::vector<Mask> masks;
        for (const std::string& id : values.list("structures"))
            masks.push_back(*c.structure(Id(id)).mask);
        const double size = values.real("size");
        if (values.text("method") == "median")
            for (Mask& mask : masks)
                mask = medianSmooth(mask, size, job);
        else
            masks = smoothTogether(
                masks, size, values.text("method") == "together" ? Shrinkage::Allowed : Shrinkage::Compensated, job);
        Edit edit;
        for (size_t n = 0; n < masks.size(); ++n) {
            const Id id(values.list("structures")[n]);
            if (!changedBricks(*c.structure(id).mask, masks[n]).empty())
                putEdited(edit, id, c.structure(id), masks[n]);
        }
        if (edit.empty())
            throw Error(ErrorCode::BadInput, "The edit changes no voxel.", "Take a larger size.");
        return edit;
    }
};

class GrowFromSeeds final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"edit.grow-from-seeds",
                1,
                "Grow from seeds",
                "Painted seeds grow over the image until they meet.",
                "Every voxel goes to the seed with the cheapest path to it, where a step costs the difference of the "
                "values and a little for its length: what GrowCut converges to, in one pass (Zhu, Kolesov, Gao, "
                "Kikinis and Tannenbaum 2014). Paint a seed for the background as well. Each result is called after "
                "its seed and is a proposal.",
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Image", "volume", "", "The image to grow over."));
        Param seeds = objectsParam("seeds", "Seeds", "structure:mask", "Two structures or more to start from.");
        seeds.optional = false;
        list.add(seeds);
        list.add(realParam("locality", "Locality", Unit::None, 0, 0, 1e6,
                           "What one mm costs, in units of the image; the more, the rather the nearest seed wins."));
        list.add(realParam("smoothing", "Smoothing", Unit::Millimetre, 1, 0, 20,
                           "Standard deviation of the smoothing of the image first: noise adds to the cost of a way."));
        list.add(realParam("margin", "Margin", Unit::Millimetre, 10, 0, 300,
                           "How far beyond the box of all seeds it may grow."));
        Param within = objectParam("within", "Only within", "structure:mask", "", "Only these voxels are given out.");
        within.optional = true;
        list.add(within);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        if (values.list("seeds").size() < 2)
            return {stopFinding("seeds.few", "Growing needs two seeds or more.",
                                "Paint one in the structure and one around it.")};
        Findings out;
        for (const std::string& id : values.list("seeds")) {
            const auto kind = c.kindOf(resultId(id));
            if (kind && (*kind != Kind::Structure || c.structure(resultId(id)).state == ConfirmState::Confirmed))
                out.push_back(stopFinding("result.taken",
                                          "'" + resultId(id).text() + "' exists and would be overwritten.",
                                          "Rename or remove it, or take its confirmation back."));
        }
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Volume& volume = c.volume(Id(values.text("volume"))).volume;
        std::vector<Mask> seeds;
        for (const std::string& id : values.list("seeds"))
            seeds.push_back(maskOn(c.structure(Id(id)), volume.grid(), job));
        SeedGrowthOptions options;
        options.locality = values.real("locality");
        options.margin = values.real("margin");
        std::optional<Mask> within;
        if (!values.text("within").empty()) {
            within = maskOn(c.structure(Id(values.text("within"))), volume.grid(), job);
            options.within = &*within;
        }
        const double sigma = values.real("smoothing");
        const std::vector<Mask> grown =
            growFromSeeds(sigma > 0 ? gaussian(volume, sigma, job) : volume, seeds, options, job);
        Edit edit;
        for (size_t n = 0; n < grown.size(); ++n) {
            if (grown[n].empty())
                continue;
            const Structure& seed = c.structure(Id(values.list("seeds")[n]));
            Structure s;
            s.name = seed.name + " (grown)";
            s.anatomy = seed.anatomy;
            s.colour = seed.colour;
            s.mask = std::make_shared<Mask>(grown[n]);
            edit.put(resultId(values.list("seeds")[n]), std::move(s));
        }
        if (edit.empty())
            throw Error(ErrorCode::BadInput, "No seed lies in the region to grow over.", "Move the seeds.");
        return edit;
    }

private:
    static Id resultId(const std::string& seed) { return Id(seed + "-grown"); }
};

class Cut final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"edit.cut",
                1,
                "Cut by a plane",
                "Cuts a branch off a vessel, or a structure in two.",
                "Branch: only the connected cross-section at the point is cut, other branches that the plane meets "
                "stay whole; a loop cannot be cut at one place. Plane: everything in front of the plane is cut off. "
                "What is cut off becomes a structure of its own.",
                "Edit"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(changedStructure());
        list.add(choiceParam("method", "Method", {"branch", "plane"}, "One branch, or the whole plane."));
        list.add(pointParam("point", "Point", "On the plane, in patient coordinates (LPS); on the branch to be cut."));
        Param normal = pointParam("normal", "Normal", "Of the plane; points to what is cut off.");
        normal.unit = Unit::None;
        normal.defaultValue = Vec3(Vec3::UnitZ());
        list.add(normal);
        list.add(textParam("name", "Name of the part", "", "Of what is cut off; empty: the structure's with '(cut)'."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkEdited(c, {values.text("structure")});
        if (!(values.point("normal").norm() > 1e-9))
            out.push_back(stopFinding("edit.direction", "The normal has no length.", "Give one such as 0,0,1."));
        if (c.kindOf(slug(partName(c, values))))
            out.push_back(stopFinding("result.taken", "'" + partName(c, values) + "' is in the case already.",
                                      "Choose another name for the part."));
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        constexpr double kReach = 20; // mm
        const Id id(values.text("structure"));
        const Structure& whole = c.structure(id);
        const Vec3 point = values.point("point"), normal = values.point("normal").normalized();
        Mask rest, part;
        if (values.text("method") == "branch") {
            BranchCut cut = cutBranch(*whole.mask, point, normal, kReach, job);
            if (!cut.separated)
                throw Error(ErrorCode::BadInput, "The two sides hang together elsewhere (a loop): nothing was cut.",
                            "Cut the loop at its other place first, or cut by the whole plane.");
            rest = std::move(cut.rest);
            part = std::move(cut.front);
        } else {
            PlaneSides sides = splitByPlane(*whole.mask, Plane{normal, normal.dot(point)}, job);
            rest = std::move(sides.behind);
            part = std::move(sides.front);
        }
        if (part.empty() || rest.empty())
            throw Error(ErrorCode::BadInput, "The plane does not part the structure.", "Move or turn the plane.");
        Structure s;
        s.name = partName(c, values);
        s.anatomy = whole.anatomy;
        s.colour = whole.colour;
        s.state = ConfirmState::Edited;
        s.mask = std::make_shared<Mask>(std::move(part));
        Edit edit;
        const Id to = slug(s.name); // before the move
        edit.put(to, std::move(s));
        putEdited(edit, id, whole, std::move(rest));
        return edit;
    }

private:
    static std::string partName(const Case& c, const ParamValues& values)
    {
        return values.text("name").empty() ? c.structure(Id(values.text("structure"))).name + " (cut)"
                                           : values.text("name");
    }
};

} // namespace

void installShapeOperations(Registry& registry)
{
    registry.add(std::make_unique<KeepIslands>());
    registry.add(std::make_unique<SplitIslands>());
    registry.add(std::make_unique<FillBetween>());
    registry.add(std::make_unique<Margin>());
    registry.add(std::make_unique<Hollow>());
    registry.add(std::make_unique<Smooth>());
    registry.add(std::make_unique<GrowFromSeeds>());
    registry.add(std::make_unique<Cut>());
}

} // namespace pollux
