#include "core/base/error.h"
#include "core/case/images_on.h"
#include "core/image/distance.h"
#include "core/image/statistics.h"
#include "core/mesh/centreline.h"
#include "core/mesh/extract.h"
#include "core/operation/registry.h"
#include "core/operation/standard/segment_operations_result.h"
#include "core/operation/standard/standard.h"

namespace pollux {

namespace {

/// The structures named, or all that have voxels.
std::vector<Id> chosen(const Case& c, const ParamValues& values)
{
    std::vector<Id> ids;
    for (const std::string& id : values.list("structures"))
        ids.emplace_back(id);
    if (ids.empty())
        for (const auto& [id, s] : c.structures)
            if (s->mask && !s->mask->empty())
                ids.push_back(id);
    return ids;
}

Findings checkChosen(const Case& c, const ParamValues& values)
{
    if (chosen(c, values).empty())
        return {stopFinding("structures.none", "The case has no structure with voxels.",
                            "Segment one, or import labels, first.")};
    for (const Id& id : chosen(c, values))
        if (c.structure(id).mask && c.structure(id).mask->empty())
            return {stopFinding("structure.empty", "'" + id.text() + "' has no voxels.", "Segment it first.")};
    return {};
}

/// With "structures" narrowed to those whose outputs are wanted.
ParamValues onlyThese(ParamValues values, const std::vector<Id>& outputs)
{
    std::vector<std::string> ids;
    for (const Id& id : outputs)
        ids.push_back(id.text().substr(0, id.text().find('/')));
    values.set("structures", std::move(ids));
    return values;
}

class MakeSurfaces final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"mesh.surface",
                1,
                "Make surfaces",
                "Closed surfaces of structures.",
                "The mask is smoothed (Gaussian), contoured (flying edges, Schroeder 2015), smoothed again on the mesh "
                "(windowed sinc, Taubin 1996) and decimated (quadric, Garland and Heckbert 1997); then the points move "
                "along their normals until the volume is the mask's again, to 1 %.\n\nParts thinner than a voxel may "
                "be lost; specks below a thousandth of the largest part's area are left out.",
                "Mesh"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectsParam("structures", "Structures", "structure:mask", "Which ones; all if none is named."));
        list.add(realParam("smoothing", "Smoothing", Unit::Millimetre, 1.0, 0, 10,
                           "Standard deviation of the smoothing of the mask."));
        list.add(intParam("passes", "Smoothing passes", 10, 0, 100, "Passes of smoothing on the mesh."));
        list.add(intParam("triangles", "Triangles", 0, 0, 5000000, "Decimate to about this many; 0 keeps all."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override { return checkChosen(c, values); }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        SurfaceOptions options;
        options.smoothing = values.real("smoothing");
        options.smoothingPasses = static_cast<int>(values.integer("passes"));
        options.targetTriangles = static_cast<double>(values.integer("triangles"));
        Edit edit;
        edit.alsoRead = chosen(c, values);
        for (size_t n = 0; n < edit.alsoRead.size(); ++n) {
            const Id id = edit.alsoRead[n];
            const double all = static_cast<double>(edit.alsoRead.size());
            const Job part = job.part(double(n) / all, double(n + 1) / all);
            part.progress(0, c.nameOf(id));
            Structure s = c.structure(id);
            s.surface = std::make_shared<Surface>(extractSurface(*s.mask, options, part));
            edit.madeFrom[id] = {id};
            edit.put(id, std::move(s));
        }
        return edit;
    }
    ParamValues narrowed(const ParamValues& values, const std::vector<Id>& outputs) const override
    {
        return onlyThese(values, outputs);
    }
};

class MakeCentrelines final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"mesh.centrelines",
                1,
                "Make centrelines",
                "The tree of a vessel or airway with its radii.",
                "Tip by tip, the farthest voxel not yet covered is traced back along the middle by shortest paths "
                "weighted with the distance map (TEASAR, Sato 2000; 1/R weights, Antiga 2003), then smoothed and "
                "centred. The radius is that of the largest inscribed ball.\n\nOn synthetic trees of 1 to 6 mm the "
                "line keeps within a voxel and the radius within half a voxel. Where vessels touch the tree joins "
                "them; a loop is cut once.",
                "Mesh"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("structure", "Structure", "structure:mask", "", "A tubular structure."));
        Param root = pointParam("root", "Root", "Where the tree starts; the thickest end if not given.");
        root.optional = true;
        list.add(root);
        Param spur = realParam("spur_factor", "Spur factor", Unit::None, 1.5, 0, 10,
                               "Side branches shorter than this times the local radius are noise.");
        spur.advanced = true;
        list.add(spur);
        Param step = realParam("step", "Step", Unit::Millimetre, 1.0, 0.1, 20, "Spacing of the nodes.");
        step.advanced = true;
        list.add(step);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        if (c.structure(Id(values.text("structure"))).mask->empty())
            return {stopFinding("structure.empty", "The structure has no voxels.", "Segment it first.")};
        return {};
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        CentrelineOptions options;
        if (values.has("root"))
            options.root = values.point("root");
        options.spurFactor = values.real("spur_factor");
        options.stepMm = values.real("step");
        const Id id(values.text("structure"));
        Structure s = c.structure(id);
        s.tree = std::make_shared<Tree>(centrelines(*s.mask, options, job));
        Edit edit;
        edit.put(id, std::move(s));
        return edit;
    }
};

class Measure final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"measure.statistics",
                1,
                "Measure structures",
                "Volume, values, surface area and largest diameter of structures.",
                "Volume is voxels times voxel volume; mean and standard deviation are of the image's values at the "
                "voxels of the structure (resampled to the image if it lies on another grid); the area is that of the "
                "structure's surface, where one has been made; the largest diameter is the greatest distance between "
                "two voxel centres.\n\nThe area depends on how the surface was smoothed.",
                "Measure"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectsParam("structures", "Structures", "structure:mask", "Which ones; all if none is named."));
        Param volume = objectParam("volume", "Image", "volume", "", "The image whose values are measured.");
        list.add(volume);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override { return checkChosen(c, values); }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const VolumeObject& image = c.volume(Id(values.text("volume")));
        const Id imageId(values.text("volume"));
        const Unit unit = image.unit == "HU" ? Unit::Hounsfield : Unit::None;
        Edit edit;
        edit.alsoRead = chosen(c, values);
        double done = 0;
        for (const Id& id : edit.alsoRead) {
            job.progress(done++ / static_cast<double>(edit.alsoRead.size()), c.nameOf(id));
            Structure s = c.structure(id);
            s.measures.clear();
            const auto add = [&](const char* key, const char* label, double value, Unit u) {
                s.measures.push_back({key, label, {value, u, std::nullopt, {}}});
            };
            add("volume", "Volume", s.mask->volumeMl(), Unit::Millilitre);
            const MaskStatistics values = statistics(image.volume, maskOn(s, image.volume.grid(), job));
            job.checkStop();
            if (values.voxels > 0) {
                add("mean", "Mean", values.mean, unit);
                add("sd", "Standard deviation", values.standardDeviation, unit);
            } else {
                Finding f;
                f.severity = Severity::Warning;
                f.code = "measure.outside";
                f.text = "'" + s.name + "' does not lie in the image: it has no values there.";
                f.advice = "Choose the image it was drawn on.";
                edit.findings.push_back(std::move(f));
            }
            if (s.surface && !s.surface->empty())
                add("area", "Surface area", s.surface->areaMm2(), Unit::SquareMillimetre);
            add("diameter", "Largest diameter", largestDiameter(*s.mask).length, Unit::Millimetre);
            edit.madeFrom[id] = {id, imageId};
            if (s.surface)
                edit.madeFrom[id].emplace_back(id.text() + "/surface");
            edit.put(id, std::move(s));
        }
        return edit;
    }
    ParamValues narrowed(const ParamValues& values, const std::vector<Id>& outputs) const override
    {
        return onlyThese(values, outputs);
    }
};

class DistanceMap final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"image.distance-map",
                1,
                "Distance map",
                "An image of the distance to a structure.",
                "Exact Euclidean distance (Felzenszwalb and Huttenlocher 2012) in mm from every voxel to the border of "
                "the structure, negative inside. The border lies half a voxel beyond the outermost voxel centres.",
                "Measure"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("structure", "Structure", "structure:mask", "", "The structure to measure from."));
        list.add(textParam("name", "Name", "", "Name of the image; empty takes the structure's."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        if (c.structure(Id(values.text("structure"))).mask->empty())
            return {stopFinding("structure.empty", "The structure has no voxels.", "Segment it first.")};
        const auto kind = c.kindOf(slug(nameOf(c, values)));
        if (kind && *kind != Kind::Volume)
            return {stopFinding("result.taken", "Another object already has this name.", "Choose another name.")};
        return {};
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Structure& s = c.structure(Id(values.text("structure")));
        VolumeObject out;
        out.name = nameOf(c, values);
        out.unit = "mm";
        out.windowCentre = 0;
        out.windowWidth = 100;
        // The image it lies on says to which study and frame of reference the map belongs.
        if (const auto images = imagesOn(c, s.mask->grid()); !images.empty()) {
            const VolumeObject& image = c.volume(images.front());
            out.study = image.study;
            out.frameOfReference = image.frameOfReference;
        }
        out.volume = signedDistance(*s.mask, {}, job);
        Edit edit;
        const Id id = slug(out.name); // before the move
        edit.put(id, std::move(out));
        return edit;
    }

private:
    static std::string nameOf(const Case& c, const ParamValues& values)
    {
        return values.text("name").empty() ? c.structure(Id(values.text("structure"))).name + " distance"
                                           : values.text("name");
    }
};

} // namespace

void installMeshOperations(Registry& registry)
{
    registry.add(std::make_unique<MakeSurfaces>());
    registry.add(std::make_unique<MakeCentrelines>());
    registry.add(std::make_unique<Measure>());
    registry.add(std::make_unique<DistanceMap>());
}

} // namespace pollux
