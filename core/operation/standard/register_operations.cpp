#include "core/operation/standard/register_operations.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/landmark_pairs.h"
#include "core/case/registration_figures.h"
#include "core/image/registration/deformable.h"
#include "core/operation/registry.h"
#include "core/operation/standard/follow_up_operation.h"
#include "core/operation/standard/segment_operations_result.h"
#include "core/operation/standard/standard.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

Finding warning(std::string code, std::string text, std::string advice)
{
    Finding f = stopFinding(std::move(code), std::move(text), std::move(advice));
    f.severity = Severity::Warning;
    return f;
}

void addImages(ParamList& list)
{
    list.add(objectParam("fixed", "Fixed image", "volume", "", "The image that the other is laid upon."));
    Param moving = objectParam("moving", "Moving image", "volume", "", "The image that is carried to the fixed one.");
    list.add(moving);
    list.add(textParam("name", "Name", "", "Of the result; empty: after the two images."));
}

Param startParam()
{
    Param p = objectParam("start", "Start", "registration", "",
                          "A registration of the same two images to start from; may stay empty.");
    p.optional = true;
    return p;
}

Param resampleParam()
{
    return boolParam("resample", "Resample", true,
                     "Also make the moving image anew on the voxels of the fixed one, to be laid over it.");
}

std::string nameOf(const Case& c, const ParamValues& values)
{
    return values.text("name").empty()
               ? c.nameOf(Id(values.text("moving"))) + " on " + c.nameOf(Id(values.text("fixed")))
               : values.text("name");
}

Id volumeId(const Id& registration)
{
    return Id(registration.text() + "-image");
}

Findings checkImages(const Case& c, const ParamValues& values)
{
    Findings out;
    if (values.text("fixed") == values.text("moving"))
        out.push_back(
            stopFinding("register.same", "The fixed and the moving image are the same.", "Choose two images."));
    const Id id = slug(nameOf(c, values));
    if (const auto kind = c.kindOf(id); kind && *kind != Kind::Registration)
        out.push_back(
            stopFinding("result.taken", "'" + id.text() + "' is in the case already.", "Choose another name."));
    const auto start = values.has("start") && !values.text("start").empty()
                           ? c.registrations.find(Id(values.text("start")))
                           : c.registrations.end();
    if (start != c.registrations.end() &&
        (start->second->fixed.text() != values.text("fixed") || start->second->moving.text() != values.text("moving")))
        out.push_back(stopFinding("register.start", "The start is of other images.",
                                  "Choose a registration of these two, in the same order."));
    if (start != c.registrations.end() && start->second->field)
        out.push_back(stopFinding("register.start", "The start is a deformable registration.",
                                  "Start from a rigid or affine one."));
    return out;
}

AffineMap startOf(const Case& c, const ParamValues& values)
{
    return values.text("start").empty() ? AffineMap{} : c.registration(Id(values.text("start"))).map;
}

double valueOf(const std::vector<NamedQuantity>& all, std::string_view key)
{
    const auto it = std::find_if(all.begin(), all.end(), [&](const NamedQuantity& v) { return v.key == key; });
    return it == all.end() ? 0 : it->quantity.value;
}

void addValue(Registration& r, const char* key, const char* label, double value, Unit unit = Unit::None)
{
    r.values.push_back({key, label, {value, unit, std::nullopt, {}}});
}

/// Puts the registration and, if wanted, the moving image on the fixed one's voxels.
void put(Edit& edit, const Case& c, const ParamValues& values, Registration r, const Job& job)
{
    const Id id = slug(r.name);
    if (values.boolean("resample")) {
        const VolumeObject &fixed = c.volume(r.fixed), &moving = c.volume(r.moving);
        VolumeObject v = moving;
        v.name = r.name;
        v.study = fixed.study;
        v.frameOfReference = fixed.frameOfReference;
        const Grid& grid = fixed.volume.grid();
        const double outside = moving.unit == "HU" ? -1024 : 0;
        v.volume = warp(moving.volume, *fieldOn(r, grid), grid, Interpolation::Linear, outside, job);
        v.gate.clear();
        v.gate.push_back(
            warning("register.resampled",
                    "This image was carried onto another one by a registration: its values are interpolated.",
                    "Measure values on the original image."));
        edit.put(volumeId(id), std::move(v));
    }
    edit.findings.insert(edit.findings.end(), r.findings.begin(), r.findings.end());
    edit.put(id, std::move(r));
}

class RegisterAffine final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"register.affine",
                1,
                "Register rigidly or affinely",
                "Finds how one image lies upon another: shifted and turned, or stretched as well.",
                "Mutual information of the two images' values at 20,000 places (Mattes et al. 2003), its gradient in "
                "closed form, coarse to fine. Works for images of different kinds. The result is only as good as what "
                "both images show: a doubtful one is said to be so, and must be looked at (fusion, checkerboard).",
                "Register"};
    }
    ParamList declare() const override
    {
        ParamList list;
        addImages(list);
        list.add(choiceParam("kind", "Kind", {"rigid", "affine"}, "Shift and turn, or stretch and shear too."));
        list.add(startParam());
        Param within = objectParam("within", "Within", "structure:mask", "",
                                   "Only this part of the fixed image counts; may stay empty.");
        within.optional = true;
        list.add(within);
        list.add(resampleParam());
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override { return checkImages(c, values); }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        AffineOptions options;
        options.rigid = values.text("kind") == "rigid";
        options.start = startOf(c, values);
        options.centres = values.text("start").empty() && !sameFrame(c, values);
        if (!values.text("within").empty())
            options.fixedMask = c.structure(Id(values.text("within"))).mask.get();
        const AffineResult found =
            registerAffine(c.volume(Id(values.text("fixed"))).volume, c.volume(Id(values.text("moving"))).volume,
                           options, job.part(0, 0.8));
        Registration r;
        r.name = nameOf(c, values);
        r.fixed = Id(values.text("fixed"));
        r.moving = Id(values.text("moving"));
        r.map = found.map;
        const Vec3 centre = c.volume(r.fixed).volume.grid().bounds().centre();
        addValue(r, "information_before", "Mutual information before (nats)", found.informationBefore);
        addValue(r, "information_after", "Mutual information after (nats)", found.informationAfter);
        addValue(r, "overlap", "Part of the fixed image that is met", 100 * found.overlap, Unit::Percent);
        addValue(r, "shift", "Shift at the middle", (found.map(centre) - centre).norm(), Unit::Millimetre);
        if (options.rigid)
            addValue(r, "turn", "Turn",
                     std::acos(std::clamp((found.map.linear.trace() - 1) / 2, -1.0, 1.0)) * 180 / M_PI, Unit::Degree);
        if (!found.converged)
            r.findings.push_back(warning("register.unfinished", "The registration still moved when its steps ended.",
                                         "Start again from this result."));
        if (found.overlap < 0.5)
            r.findings.push_back(warning("register.overlap",
                                         "Less than half of the fixed image is met by the moving one.",
                                         "Look at the fusion; start from landmarks if it is wrong."));
        // Of 32 x 32 bins and 20,000 places images that have nothing in common seem to share (32 - 1)^2 / 40,000 =
        // 0.024 nats (Roulston, Physica D 125 (1999) 285).
        constexpr double kByChance = 0.024;
        if (found.informationAfter < 4 * kByChance)
            r.findings.push_back(warning("register.nothing-in-common",
                                         "The two images tell hardly more about each other than chance would.",
                                         "Check that they show the same part of the same patient."));
        else if (found.informationAfter < 1.02 * found.informationBefore)
            r.findings.push_back(warning("register.no-gain",
                                         "The images agree no better than before: they lay well already, or it failed.",
                                         "Look at the fusion; start from landmarks if it is wrong."));
        Edit edit;
        put(edit, c, values, std::move(r), job);
        return edit;
    }

private:
    static bool sameFrame(const Case& c, const ParamValues& values)
    {
        const std::string& frame = c.volume(Id(values.text("fixed"))).frameOfReference;
        return !frame.empty() && frame == c.volume(Id(values.text("moving"))).frameOfReference;
    }
};

class RegisterDeformable final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"register.deformable",
                2,
                "Register deformably",
                "Finds how every place of one image lies in another, bent and stretched.",
                "Diffeomorphic demons with symmetric forces (Vercauteren et al. 2009), coarse to fine; images of "
                "different kinds are compared by self-similarity (after Heinrich et al. 2012). A sliding organ is "
                "smoothed by itself (after Schmidt-Richberg et al. 2012). Flat places follow the steep ones about them "
                "(normalised convolution, Knutsson and Westin 1993): where an image shows nothing the field is "
                "only smooth, not known.\n\nFolding (places turned inside out) and a poor gain are said in the result.",
                "Register"};
    }
    ParamList declare() const override
    {
        ParamList list;
        addImages(list);
        list.add(startParam());
        list.add(choiceParam("likeness", "Compare", {"values", "structure"},
                             "Values for two images of one kind, structure for different kinds."));
        list.add(realParam("spacing", "Finest spacing", Unit::Millimetre, 2.5, 0.5, 20,
                           "Of the voxels that it works on; the field has one vector each."));
        list.add(realParam(
            "smoothness", "Smoothness", Unit::Voxel, 2, 0.3, 20,
            "Of the field, in voxels of a level: a step is smoothed by a Gaussian of twice as much, all the way "
            "so far by one of 0.3 times as much."));
        Param low = realParam("low", "Lowest value", Unit::Hounsfield, -250, -1e6, 1e6,
                              "Values below count as this one (compare: values).");
        Param high = realParam("high", "Highest value", Unit::Hounsfield, 350, -1e6, 1e6,
                               "Values above count as this one (compare: values).");
        Param levels = intParam("levels", "Levels", 3, 1, 6, "Each coarser one has twice the spacing.");
        Param iterations = intParam("iterations", "Iterations", 60, 1, 10000, "At most, a level.");
        for (Param* p : {&low, &high, &levels, &iterations}) {
            p->advanced = true;
            list.add(*p);
        }
        Param sliding = objectParam("sliding", "Sliding organ", "structure:mask", "",
                                    "Of the fixed image: may slide along its neighbours; may stay empty.");
        sliding.optional = true;
        list.add(sliding);
        list.add(resampleParam());
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkImages(c, values);
        const VolumeObject &f = c.volume(Id(values.text("fixed"))), &m = c.volume(Id(values.text("moving")));
        if (values.real("low") >= values.real("high"))
            out.push_back(
                stopFinding("range.empty", "The lowest value is not below the highest.", "Exchange the two."));
        if (values.text("likeness") == "values" && (f.modality != m.modality || f.unit != m.unit))
            out.push_back(warning("register.kinds", "The images are of different kinds: their values say little.",
                                  "Compare their structure."));
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const VolumeObject &fixed = c.volume(Id(values.text("fixed"))), &moving = c.volume(Id(values.text("moving")));
        DeformableOptions options;
        options.likeness = values.text("likeness") == "values" ? Likeness::Values : Likeness::Structure;
        options.spacing = values.real("spacing");
        options.levels = static_cast<int>(values.integer("levels"));
        options.iterations = static_cast<int>(values.integer("iterations"));
        options.smoothness = values.real("smoothness");
        if (fixed.unit == "HU" && moving.unit == "HU") { // elsewhere the range means nothing
            options.low = values.real("low");
            options.high = values.real("high");
        }
        options.start = startOf(c, values);
        if (!values.text("sliding").empty())
            options.sliding = c.structure(Id(values.text("sliding"))).mask.get();
        DeformableResult found = registerDeformable(fixed.volume, moving.volume, options, job.part(0, 0.85));
        const std::vector<NamedQuantity> figures = deformationFigures(found.field, job);
        Registration r;
        r.name = nameOf(c, values);
        r.fixed = Id(values.text("fixed"));
        r.moving = Id(values.text("moving"));
        r.map = options.start;
        addValue(r, "unlike_before", "Difference before (root mean square)", found.likenessBefore);
        addValue(r, "unlike_after", "Difference after (root mean square)", found.likenessAfter);
        r.values.insert(r.values.end(), figures.begin(), figures.end());
        if (options.likeness == Likeness::Values) {
            // Half of the variance in common. Two breathing states of one patient have 0.95 and more.
            constexpr double kPoor = 0.7;
            const double alike = correlation(fixed.volume, moving.volume, found.field, job);
            addValue(r, "correlation", "Correlation of the values after", alike);
            if (alike < kPoor)
                r.findings.push_back(
                    warning("register.poor",
                            "After the registration the images are still unlike each other (correlation " +
                                toText(alike, 2) + ").",
                            "Check that they show the same part of the same patient; compare structure "
                            "if they are of different kinds."));
        }
        const auto folded = static_cast<std::int64_t>(valueOf(figures, "folded_places"));
        if (folded > 0)
            r.findings.push_back(warning("register.folded",
                                         toText(folded) + " of " + toText(found.field.grid.voxels()) +
                                             " places are turned inside out: the field is wrong there.",
                                         "Take a larger smoothness, or name the organ that slides."));
        if (found.likenessAfter > 0.97 * found.likenessBefore)
            r.findings.push_back(warning("register.no-gain",
                                         "The images agree no better than before: they lay well already, or it failed.",
                                         "Register them rigidly first; look at the fusion."));
        r.field = std::make_shared<const DisplacementField>(std::move(found.field));
        Edit edit;
        put(edit, c, values, std::move(r), job);
        return edit;
    }
};

class RegisterLandmarks final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"register.landmarks",
                1,
                "Register by landmarks",
                "Lays one image upon another by points that were set in both.",
                "The least-squares rigid (Umeyama 1991) or affine map between the points, in order. What is left at "
                "each of them is the landmarks' own error, not that of places in between.\n\nWithout points it takes "
                "the places that were set in both images as landmarks (case.landmark-pair); then it turns stale when "
                "one of them is moved.",
                "Register"};
    }
    ParamList declare() const override
    {
        ParamList list;
        addImages(list);
        list.add(choiceParam("kind", "Kind", {"rigid", "affine"}, "Three points or more, or four or more."));
        Param a = pointsParam("fixed_points", "Points in the fixed image", 3,
                              "In patient coordinates (LPS); empty: the landmarks that are set in both images.");
        Param b = pointsParam("moving_points", "Points in the moving image", 3,
                              "The same places, in the same order; empty with the others.");
        a.optional = b.optional = true;
        list.add(a);
        list.add(b);
        list.add(resampleParam());
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out = checkImages(c, values);
        const size_t fixed = values.points("fixed_points").size(), moving = values.points("moving_points").size();
        if (fixed != moving)
            out.push_back(stopFinding("register.points", "There are more points in one image than in the other.",
                                      "Set each place in both images."));
        else if (fixed == 0 && values.text("fixed") != values.text("moving")) {
            const size_t pairs = pairsOf(c, values).size(), least = values.text("kind") == "rigid" ? 3 : 4;
            if (pairs < least)
                out.push_back(
                    stopFinding("register.pairs",
                                toText(std::int64_t(pairs)) + " places are set in both images; " +
                                    toText(std::int64_t(least)) + " are needed.",
                                "Set more in the panel Registration, by case.landmark-pair, or give points."));
        }
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        std::vector<Vec3> a = values.points("fixed_points"), b = values.points("moving_points");
        Edit edit;
        if (a.empty())
            for (const LandmarkPair& pair : pairsOf(c, values)) {
                a.push_back(pair.fixedPoint);
                b.push_back(pair.movingPoint);
                edit.alsoRead.push_back(pair.fixed);
                edit.alsoRead.push_back(pair.moving);
            }
        Registration r;
        r.name = nameOf(c, values);
        r.fixed = Id(values.text("fixed"));
        r.moving = Id(values.text("moving"));
        r.map = mapOfPoints(a, b, values.text("kind") == "rigid");
        double squares = 0;
        for (size_t n = 0; n < a.size(); ++n) {
            const double mm = (r.map(a[n]) - b[n]).norm();
            squares += mm * mm;
            r.values.push_back({"landmark_" + std::to_string(n + 1),
                                "Left at landmark " + std::to_string(n + 1),
                                {mm, Unit::Millimetre, std::nullopt, {}}});
        }
        const double fre = std::sqrt(squares / double(a.size()));
        r.values.insert(
            r.values.begin(),
            {"fre", "Fiducial registration error (root mean square)", {fre, Unit::Millimetre, std::nullopt, {}}});
        put(edit, c, values, std::move(r), job);
        return edit;
    }

private:
    static std::vector<LandmarkPair> pairsOf(const Case& c, const ParamValues& values)
    {
        return landmarkPairs(c, Id(values.text("fixed")), Id(values.text("moving")));
    }
};

class CarryStructures final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"register.carry",
                1,
                "Carry structures over",
                "Carries structures of the moving image onto the fixed one.",
                "Each mask is sampled where the registration leads (trilinear, cut at one half). The results are "
                "proposals: their borders are only as right as the registration.",
                "Register"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(
            objectParam("registration", "Registration", "registration", "", "How the images lie upon each other."));
        Param structures = objectsParam("structures", "Structures", "structure:mask", "Those of the moving image.");
        structures.optional = false;
        list.add(structures);
        list.add(textParam("suffix", "Suffix", "carried", "Added to name and id of each result."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const Registration& r = c.registration(Id(values.text("registration")));
        if (!c.volumes.contains(r.fixed))
            out.push_back(stopFinding("register.gone", "The fixed image is no longer in the case.", "Load it again."));
        if (values.text("suffix").empty())
            out.push_back(stopFinding("register.suffix", "Without a suffix the structures would replace themselves.",
                                      "Give one."));
        for (const std::string& id : values.list("structures")) {
            const auto kind = c.kindOf(resultId(id, values));
            if (kind &&
                (*kind != Kind::Structure || c.structure(resultId(id, values)).state == ConfirmState::Confirmed))
                out.push_back(stopFinding("result.taken",
                                          "'" + resultId(id, values).text() + "' exists and would be overwritten.",
                                          "Take another suffix, or take its confirmation back."));
        }
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Registration& r = c.registration(Id(values.text("registration")));
        const Grid& grid = c.volume(r.fixed).volume.grid();
        const auto field = fieldOn(r, grid);
        Edit edit;
        edit.alsoRead = {r.fixed};
        for (const std::string& id : values.list("structures")) {
            const Structure& from = c.structure(Id(id));
            Mask mask = warp(*from.mask, *field, grid, job);
            if (mask.empty()) {
                edit.findings.push_back(warning("register.outside",
                                                "'" + from.name + "' lies outside the fixed image: it was not carried.",
                                                "Nothing to do if the image does not reach there."));
                continue;
            }
            edit.madeFrom[resultId(id, values)] = {Id(values.text("registration")), Id(id), r.fixed};
            edit.put(resultId(id, values), carriedStructure(from, std::move(mask), values.text("suffix")));
        }
        if (edit.empty())
            throw Error(ErrorCode::BadInput, "None of the structures lies in the fixed image.",
                        "Look at the registration: it may be wrong.");
        return edit;
    }

private:
    static Id resultId(const std::string& id, const ParamValues& values)
    {
        return Id(id + "-" + slug(values.text("suffix")).text());
    }
};

} // namespace

Structure carriedStructure(const Structure& from, Mask mask, const std::string& suffix)
{
    Structure s;
    s.name = from.name + " (" + suffix + ")";
    s.anatomy = from.anatomy;
    s.colour = from.colour;
    s.mask = std::make_shared<Mask>(std::move(mask));
    return s;
}

std::unique_ptr<Operation> makeRegisterAffine()
{
    return std::make_unique<RegisterAffine>();
}

std::unique_ptr<Operation> makeRegisterDeformable()
{
    return std::make_unique<RegisterDeformable>();
}

void installRegisterOperations(Registry& registry)
{
    registry.add(makeRegisterAffine());
    registry.add(makeRegisterDeformable());
    registry.add(std::make_unique<RegisterLandmarks>());
    registry.add(std::make_unique<CarryStructures>());
    registry.add(makeFollowUp());
}

} // namespace pollux
