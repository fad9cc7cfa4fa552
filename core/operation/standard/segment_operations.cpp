#include "core/base/error.h"
#include "core/image/morphology.h"
#include "core/image/segment.h"
#include "core/operation/registry.h"
#include "core/operation/standard/segment_operations_result.h"
#include "core/operation/standard/standard.h"

namespace pollux {

namespace {

// CT numbers span -1024..3071 by convention, other images more; the range only catches slips.
constexpr double kLeastValue = -1e6, kMostValue = 1e6;

Param within()
{
    Param p = objectParam("within", "Within", "structure:mask", "", "Only inside this structure; may stay empty.");
    p.optional = true;
    return p;
}

void addRange(ParamList& list, double low, double high)
{
    list.add(realParam("low", "Lowest value", Unit::Hounsfield, low, kLeastValue, kMostValue,
                       "Smallest value that counts, in the unit of the image."));
    list.add(realParam("high", "Highest value", Unit::Hounsfield, high, kLeastValue, kMostValue,
                       "Largest value that counts, in the unit of the image."));
}

void checkRange(const ParamValues& values, Findings& out)
{
    if (values.real("low") > values.real("high"))
        out.push_back(stopFinding("range.empty", "The lowest value is above the highest.", "Exchange the two."));
}

std::optional<Mask> withinMask(const Case& c, const ParamValues& values, const Grid& grid, const Job& job)
{
    if (values.text("within").empty())
        return std::nullopt;
    return maskOn(c.structure(Id(values.text("within"))), grid, job);
}

class Threshold final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"segment.threshold",
                1,
                "Threshold",
                "All voxels between two values.",
                "Takes every voxel whose value lies between the two bounds, both included, inside another structure "
                "if one is named.\n\nA threshold knows no anatomy: contrast, noise and partial volume decide what it "
                "finds. The result is a proposal to be looked at.",
                "Segment"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Image", "volume", "", "The image to threshold."));
        addRange(list, 200, 3000);
        list.add(within());
        addResultParams(list);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkResult(c, values, "Threshold");
        checkRange(values, out);
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Volume& volume = c.volume(Id(values.text("volume"))).volume;
        const auto limit = withinMask(c, values, volume.grid(), job);
        Edit edit;
        putResult(edit, values, "Threshold",
                  threshold(volume, values.real("low"), values.real("high"), limit ? &*limit : nullptr),
                  "Widen the range of values.");
        job.progress(1.0);
        return edit;
    }
};

class RegionGrow final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"segment.region-grow",
                1,
                "Grow region",
                "Voxels between two values that hang together with a point.",
                "From the seed through the faces of voxels (6 neighbours), as long as the value lies between the two "
                "bounds (Adams and Bischof 1994, with fixed bounds).\n\nA narrow bridge of like values lets the region "
                "leak into a neighbour: open the result, or limit it to another structure.",
                "Segment"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Image", "volume", "", "The image to grow in."));
        list.add(pointParam("seed", "Seed", "Where to start, in patient coordinates (LPS)."));
        addRange(list, 100, 300);
        list.add(within());
        addResultParams(list);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkResult(c, values, "Region");
        checkRange(values, out);
        const Volume& volume = c.volume(Id(values.text("volume"))).volume;
        const Index3 at = volume.grid().nearest(values.point("seed"));
        if (!volume.grid().contains(at[0], at[1], at[2])) {
            out.push_back(stopFinding("seed.outside", "The seed lies outside the image.", "Place it in the image."));
        } else {
            const double value = volume.at(at[0], at[1], at[2]);
            if (!(value >= values.real("low") && value <= values.real("high"))) {
                Finding f = stopFinding("seed.value", "The value at the seed is not between the two bounds.",
                                        "Move the seed, or widen the range.");
                f.place = values.point("seed");
                out.push_back(std::move(f));
            }
        }
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Volume& volume = c.volume(Id(values.text("volume"))).volume;
        const auto limit = withinMask(c, values, volume.grid(), job);
        Edit edit;
        putResult(edit, values, "Region",
                  regionGrow(volume, {values.point("seed")}, values.real("low"), values.real("high"),
                             limit ? &*limit : nullptr, job),
                  "Place the seed inside the structure it is limited to.");
        return edit;
    }
};

class Watershed final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"segment.watershed",
                1,
                "Watershed",
                "Marked structures grow until they meet at the edges of the image.",
                "Each marker floods the gradient magnitude of the smoothed image from low to high; basins meet on the "
                "crests (Beucher and Meyer 1993; Meyer 1994).\n\nEvery voxel goes to some marker: mark the background "
                "as well, or limit the flood to a structure. Each result is called after its marker.",
                "Segment"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Image", "volume", "", "The image whose edges part the structures."));
        Param markers = objectsParam("markers", "Markers", "structure:mask", "Two structures or more to start from.");
        markers.optional = false;
        list.add(markers);
        list.add(realParam("sigma", "Smoothing", Unit::Millimetre, 1.0, 0, 20,
                           "Standard deviation of the smoothing before the gradient is taken."));
        list.add(within());
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        if (values.list("markers").size() < 2)
            out.push_back(stopFinding("markers.few", "A watershed needs two markers or more.",
                                      "Name the structure and what lies around it."));
        for (const std::string& id : values.list("markers")) {
            const auto kind = c.kindOf(target(id));
            if (kind && (*kind != Kind::Structure || c.structure(target(id)).state == ConfirmState::Confirmed))
                out.push_back(stopFinding("result.taken",
                                          "'" + target(id).text() + "' exists and would be overwritten.",
                                          "Rename or remove it, or take its confirmation back."));
        }
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Volume& volume = c.volume(Id(values.text("volume"))).volume;
        const auto limit = withinMask(c, values, volume.grid(), job);
        std::vector<Mask> markers;
        for (const std::string& id : values.list("markers"))
            markers.push_back(maskOn(c.structure(Id(id)), volume.grid(), job));
        std::vector<Mask> parts = watershed(volume, markers, values.real("sigma"), limit ? &*limit : nullptr, job);
        Edit edit;
        for (size_t n = 0; n < parts.size(); ++n) {
            const Structure& marker = c.structure(Id(values.list("markers")[n]));
            if (parts[n].empty()) {
                Finding f;
                f.severity = Severity::Warning;
                f.code = "marker.outside";
                f.text = "'" + marker.name + "' has no voxel in the region to flood.";
                f.advice = "Move the marker, or widen the region.";
                edit.findings.push_back(std::move(f));
                continue;
            }
            Structure s;
            s.name = marker.name + " (watershed)";
            s.anatomy = marker.anatomy;
            s.colour = marker.colour;
            s.mask = std::make_shared<Mask>(std::move(parts[n]));
            edit.put(target(values.list("markers")[n]), std::move(s));
        }
        if (edit.empty())
            throw Error(ErrorCode::BadInput, "No marker lies in the region to flood.", "Move the markers.");
        return edit;
    }

private:
    static Id target(const std::string& marker) { return Id(marker + "-watershed"); }
};

/// Changes the structure itself if no name is given: shapes and measures made from the old mask go.
void putChanged(Edit& edit, const Case& c, const ParamValues& values, const Id& id, Mask mask)
{
    if (mask.empty())
        throw Error(ErrorCode::BadInput, "Nothing would be left of the structure.", "Use a smaller radius.");
    Structure s = c.structure(id);
    const bool own = !values.text("name").empty();
    if (own)
        s.name = values.text("name");
    s.state = ConfirmState::Proposed;
    s.confirmedBy.clear();
    s.confirmedAt.clear();
    s.quality.reset();
    s.qualityText.clear();
    s.surface.reset();
    s.tree.reset();
    s.measures.clear();
    s.mask = std::make_shared<Mask>(std::move(mask));
    const Id to = own ? slug(s.name) : id; // before the move
    edit.put(to, std::move(s));
}

Findings checkChanged(const Case& c, const ParamValues& values, const Id& changed)
{
    const Id id = values.text("name").empty() ? changed : slug(values.text("name"));
    const auto kind = c.kindOf(id);
    if (kind && *kind != Kind::Structure)
        return {stopFinding("result.taken", "Another object already has the id '" + id.text() + "'.",
                            "Choose another name.")};
    if (kind && c.structure(id).state == ConfirmState::Confirmed)
        return {stopFinding("result.confirmed", "'" + id.text() + "' has been confirmed and would be overwritten.",
                            "Give the result a name of its own, or take the confirmation back.")};
    return {};
}

class Morphology final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"mask.morphology",
                1,
                "Grow, shrink, smooth",
                "Dilates, erodes, opens, closes, fills, smooths a structure or keeps its largest part.",
                "Balls are Euclidean ones in mm between voxel centres, by exact distance maps (Felzenszwalb and "
                "Huttenlocher 2012), so thick slices are treated right. Open removes what the ball does not fit into, "
                "close fills what it does not fit into; fill-holes fills what the outside cannot reach; smooth is a "
                "Gaussian of the mask cut at one half, the radius its standard deviation; largest keeps the largest "
                "26-connected part.\n\nThe surface, tree and measures of the old shape are dropped.",
                "Segment"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("structure", "Structure", "structure:mask", "", "What to change."));
        list.add(choiceParam("method", "Method",
                             {"dilate", "erode", "open", "close", "fill-holes", "smooth", "largest"}, "What to do."));
        list.add(realParam("radius", "Radius", Unit::Millimetre, 2, 0, 50,
                           "Of the ball; not used by fill-holes and largest."));
        list.add(textParam("name", "Name", "", "Name of the result; empty changes the structure itself."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        return checkChanged(c, values, Id(values.text("structure")));
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id id(values.text("structure"));
        const Mask& mask = *c.structure(id).mask;
        const double r = values.real("radius");
        const std::string& method = values.text("method");
        Edit edit;
        putChanged(edit, c, values, id,
                   method == "dilate"       ? dilate(mask, r, job)
                   : method == "erode"      ? erode(mask, r, job)
                   : method == "open"       ? open(mask, r, job)
                   : method == "close"      ? close(mask, r, job)
                   : method == "fill-holes" ? fillHoles(mask, job)
                   : method == "smooth"     ? smooth(mask, r, job)
                                            : largestComponent(mask, job));
        return edit;
    }
};

class Combine final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"mask.combine",
                1,
                "Combine structures",
                "Union, intersection or difference of two structures.",
                "Voxel by voxel on the grid of the first structure; the second is resampled to it if it lies on "
                "another (trilinear, cut at one half).",
                "Segment"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("a", "First", "structure:mask", "", "The one whose grid and anatomy the result takes."));
        list.add(objectParam("b", "Second", "structure:mask", "", "The other one."));
        list.add(choiceParam("method", "Method", {"union", "intersection", "difference"},
                             "Either, both, or the first without the second."));
        list.add(textParam("name", "Name", "Combined", "Name of the result; empty changes the first structure."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        return checkChanged(c, values, Id(values.text("a")));
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id id(values.text("a"));
        const Mask& a = *c.structure(id).mask;
        const Mask b = maskOn(c.structure(Id(values.text("b"))), a.grid(), job);
        const std::string& method = values.text("method");
        Mask mask = method == "union" ? unite(a, b) : method == "intersection" ? intersect(a, b) : subtract(a, b);
        if (mask.empty())
            throw Error(ErrorCode::BadInput, "The result has no voxels.", "The two structures do not lie as expected.");
        Edit edit;
        putChanged(edit, c, values, id, std::move(mask));
        job.progress(1.0);
        return edit;
    }
};

} // namespace

void installSegmentOperations(Registry& registry)
{
    registry.add(std::make_unique<Threshold>());
    registry.add(std::make_unique<RegionGrow>());
    registry.add(std::make_unique<Watershed>());
    registry.add(std::make_unique<Morphology>());
    registry.add(std::make_unique<Combine>());
}

} // namespace pollux
