#include "plugins/implant/place_plate.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/placed_implant.h"
#include "core/image/box.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/component_body.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/implant_body.h"
#include "plugins/implant/region_distance.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr const char* kNoScrews = "none";
constexpr const char* kOneCortex = "one cortex";
constexpr const char* kBothCortices = "both cortices";
constexpr double kNearest = 1; // mm that the two points must lie apart

/// Whether a voxel of the mask lies within `reach` of a place.
bool bonesNear(const Mask& mask, const Vec3& p, double reach)
{
    const Grid& grid = mask.grid();
    const IndexBox box = common(boxAround(grid, p, reach), mask.box());
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i)
                if (mask.at(i, j, k) && (grid.toPatient(i, j, k) - p).norm() <= reach)
                    return true;
    return false;
}

} // namespace

Id plateScrewId(const std::string& plan, size_t hole)
{
    return Id(plan + "-screw-" + toText(std::int64_t(hole + 1)));
}

PlacePlate::PlacePlate(const LimitTable& limits) : m_limits(limits)
{
    for (const char* id : {"plate.gap", "plate.overlap", "plate.hole", "plate.beside", "plate.avoid", "plate.implant",
                           "plate.points", "plate.one_cortex", "plate.marrow", "plate.speck"})
        m_limits.at(id);
}

OperationInfo PlacePlate::info() const
{
    OperationInfo i;
    i.id = "implant.place-plate";
    i.name = "Place a bone plate";
    i.summary = "Lays a straight plate on a bone between two points and says what gap is left under it and how long "
                "screws through its holes are.";
    i.help =
        "The plate is a straight bar with a flat base and a row of holes, of no maker: a parametric demonstrator. It "
        "is "
        "not bent: on a curved bone a gap is left under it, and that gap is what is told.\n\n"
        "Both points are moved onto the bone's surface (exact distance map of the mask, Felzenszwalb and Huttenlocher "
        "2012); the axis goes from one to the other, the base looks against the mean of the surface's normals along "
        "it. "
        "It is turned about the axis so that the mean gap is least (up to 60 degrees either way), then moved out until "
        "no bone reaches into it.\n\n"
        "The gap is measured along the base's normal on places half a millimetre apart; where no bone comes within "
        "20 mm there is none under the plate. Holes are counted from the first point on.\n\n"
        "Along each hole's axis bone is followed through the mask: to the end of the near cortex, and through marrow "
        "that the mask leaves out to the far one. Where the mask is filled a screw through one cortex goes as deep as "
        "set. A screw's length is from the plate's top to there, as measured: of no catalogue, and without a "
        "surgeon's allowance.\n\n"
        "A fracture point tells how many holes lie on either side of it along the plate; what number is enough is not "
        "judged.\n\n"
        "Limits: soft tissue, the plate's strength, contouring and the order of screws are not known. Research and "
        "teaching only, not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList PlacePlate::declare() const
{
    ParamList list;
    list.add(objectParam("bone", "Bone", "structure:mask", "", "What the plate lies on."));
    list.add(pointParam("from", "First point", "On the bone's surface: the plate's axis begins here."));
    list.add(pointParam("to", "Second point", "On the bone's surface: where the axis goes."));
    Param avoid = objectsParam("avoid", "Keep away from", "structure",
                               "Nerve canals, roots, vessels, joints that plate and screws must not meet.");
    avoid.optional = true;
    list.add(avoid);
    list.add(choiceParam("screws", "Screws", {kNoScrews, kOneCortex, kBothCortices},
                         "Whether screws are planned through the holes that lie on bone."));
    list.add(intParam("holes", "Holes", 0, 0, std::int64_t(kMostPlateHoles), "0: as many as its length has room for."));
    list.add(realParam("length", "Length", Unit::Millimetre, 0, 0, 300,
                       "0: of the holes given, else from point to point, to the next hole."));
    list.add(realParam("roll", "Turn about the axis", Unit::Degree, 0, -90, 90,
                       "From where it fits best, clockwise as seen from the first point; 0: fits best."));
    list.add(realParam("standoff", "Moved out by", Unit::Millimetre, 0, -3, 10,
                       "From where it touches the bone; below 0 it is let into the bone."));
    Param fracture = pointParam("fracture", "Fracture", "Holes on either side of it are counted; empty: none.");
    fracture.optional = true;
    list.add(fracture);
    const auto advanced = [&](Param p) {
        p.advanced = true;
        list.add(std::move(p));
    };
    advanced(realParam("width", "Width", Unit::Millimetre, 12, 4, 60, "Of the plate, across."));
    advanced(realParam("thickness", "Thickness", Unit::Millimetre, 3.5, 1, 15, "Of the plate."));
    advanced(realParam("hole_diameter", "Diameter of a hole", Unit::Millimetre, 4.5, 1, 20, "A plain round hole."));
    advanced(realParam("pitch", "Hole to hole", Unit::Millimetre, 12, 2, 60,
                       "Where the length or the number of holes is left open."));
    advanced(realParam("screw_diameter", "Diameter of the screws", Unit::Millimetre, 3.5, 1.5, 15, "Over the thread."));
    list.add(limitParam(m_limits.at("plate.gap"), "gap"));
    list.add(limitParam(m_limits.at("plate.hole"), "hole_gap"));
    list.add(limitParam(m_limits.at("plate.avoid"), "avoid_distance"));
    advanced(limitParam(m_limits.at("plate.implant"), "implant_distance"));
    advanced(limitParam(m_limits.at("plate.beside"), "beside"));
    advanced(limitParam(m_limits.at("plate.overlap"), "overlap"));
    advanced(limitParam(m_limits.at("plate.points"), "points_off"));
    advanced(limitParam(m_limits.at("plate.one_cortex"), "one_cortex"));
    advanced(limitParam(m_limits.at("plate.marrow"), "marrow"));
    advanced(limitParam(m_limits.at("plate.speck"), "speck"));
    list.add(textParam("plan_id", "Plan", "plate-1", "Id of the plan to make or replace."));
    return list;
}

FlatComponent PlacePlate::plate(const ParamValues& values) const
{
    FlatComponent p = genericComponent(ComponentKind::Plate, values.real("width"), values.real("length"));
    p.thickness = values.real("thickness");
    p.holeDiameter = values.real("hole_diameter");
    const double pitch = values.real("pitch"), ends = p.width / 2; // see FlatComponent::holePlaces
    auto holes = static_cast<int>(values.integer("holes"));
    if (!(p.depth > 0)) {
        const double distance = (values.point("to") - values.point("from")).norm();
        if (holes == 0)
            holes =
                static_cast<int>(std::clamp(std::ceil((distance - ends) / pitch - 1e-9), 2.0, double(kMostPlateHoles)));
        p.depth = holes * pitch + ends;
    } else if (holes == 0)
        holes = static_cast<int>(std::clamp(std::floor((p.depth - ends) / pitch + 1e-9), 1.0, double(kMostPlateHoles)));
    p.holes = holes;
    return p;
}

PlateScene::Inputs PlacePlate::inputs(const ParamValues& values) const
{
    PlateScene::Inputs in;
    in.bone = Id(values.text("bone"));
    for (const std::string& t : values.list("avoid"))
        if (isValidId(t))
            in.avoid.emplace_back(t);
    if (isValidId(values.text("plan_id")))
        in.self = Id(values.text("plan_id"));
    in.speck = values.real("speck");
    return in;
}

PlateRules PlacePlate::rules(const ParamValues& values) const
{
    const std::string& screws = values.text("screws");
    return {values.real("gap"),
            values.real("hole_gap"),
            values.real("marrow"),
            values.real("one_cortex"),
            screws == kOneCortex      ? PlateScrews::OneCortex
            : screws == kBothCortices ? PlateScrews::BothCortices
                                      : PlateScrews::None,
            values.real("screw_diameter")};
}

PlateScene PlacePlate::scene(const Case& c, const ParamValues& values, const Job& job) const
{
    const Vec3 from = values.point("from"), to = values.point("to"), middle = (from + to) / 2;
    const Vec3 half = std::max((to - from).norm(), plate(values).depth) / 2 * (to - from).normalized();
    return PlateScene(c, inputs(values), middle - half, middle + half, job);
}

Findings PlacePlate::check(const Case& c, const ParamValues& values) const
{
    std::vector<std::string> parts{"-body"};
    for (size_t n = 0; n < kMostPlateHoles; ++n) // screws of an earlier run are taken away
        parts.push_back(plateScrewId({}, n).text());
    Findings out = checkPlanId(c, values.text("plan_id"), kPlatePlan, "plate-2", parts);
    const auto stop = [&](const char* code, std::string text, std::string advice) {
        out.push_back(finding(Severity::Stop, code, std::move(text), std::move(advice)));
    };
    const Mask& bone = *c.structure(Id(values.text("bone"))).mask;
    const Vec3 from = values.point("from"), to = values.point("to");
    if (bone.empty())
        stop("structure.empty", "The bone has no voxels.", "Segment it first.");
    if (!from.allFinite() || !to.allFinite()) {
        stop("plate.points", "A point of the plate is not a place.", "Set both points anew.");
        return out;
    }
    if (!((to - from).norm() > kNearest))
        stop("plate.points", "Both points of the plate lie at the same place.", "Set them along the bone.");
    for (const auto& [p, which] : {std::pair(from, term("first")), std::pair(to, term("second"))})
        if (!bone.empty() && !bonesNear(bone, p, values.real("points_off"))) {
            stop("plate.far",
                 filled("The %1 point of the plate lies more than %2 mm from the bone.",
                        {which, toText(values.real("points_off"), 0)}),
                 "Set it on the bone's surface, or choose the bone that it lies on.");
            out.back().limit = "plate.points";
        }
    const FlatComponent shape = plate(values);
    try {
        shape.check();
    } catch (const Error& e) {
        stop("plate.shape", e.message(), e.advice());
    }
    if (rules(values).screws != PlateScrews::None && values.real("screw_diameter") > shape.holeDiameter)
        stop("plate.screws", "The screws are thicker than the plate's holes.", "Take thinner screws or wider holes.");
    for (const Id& id : inputs(values).avoid) {
        const Structure& s = c.structure(id);
        if (!s.mask && !s.tree)
            stop("plate.no-shape", "'" + id.text() + "' has neither a mask nor a centreline.", "Segment it first.");
        else if (id.text() == values.text("bone"))
            stop("plate.avoids-bone", "The plate cannot keep away from the bone that it lies on.",
                 "Take that bone out of what it keeps away from.");
    }
    if (const auto coarse = coarseVoxels(bone.grid(), m_limits))
        out.push_back(*coarse);
    return out;
}

Edit PlacePlate::run(const Case& c, const ParamValues& values, Job& job) const
{
    const FlatComponent plate = this->plate(values);
    plate.check();
    const PlateScene scene = this->scene(c, values, job.part(0, 0.8));
    const PlateFit fit =
        scene.fit(plate, values.point("from"), values.point("to"), values.real("roll"), values.real("standoff"));
    const PlateMeasures m = scene.measure(plate, fit.pose, rules(values));
    job.checkStop();

    const Id id(values.text("plan_id")), boneId(values.text("bone"));
    Plan p;
    p.name =
        filled("Plate %1 mm, %2 holes, %3", {toText(plate.depth, 0), toText(std::int64_t(plate.holes)), id.text()});
    p.kind = kPlatePlan;
    p.points = {{"from", fit.from}, {"to", fit.to}};
    if (values.has("fracture"))
        p.points.push_back({"fracture", values.point("fracture")});
    p.numbers = numbers(m, plate, fit, values);
    p.findings = judged(m, plate, fit, values);
    if (scene.specksMl() > 0)
        p.findings.push_back(finding(
            Severity::Note, "plate.specks",
            filled("Specks of the bone's mask near the plate were left out: %1 ml.", {toText(scene.specksMl(), 3)}),
            "Look whether they are bone; then set the limit to 0."));
    const auto image = imageOf(c, *c.structure(boneId).mask);
    for (Finding& f : stateOfBone(c, image, boneId, m_limits, job.part(0.8, 0.95)))
        p.findings.push_back(std::move(f));
    std::vector<Id> from{boneId};
    const std::vector<Id> avoid = inputs(values).avoid;
    from.insert(from.end(), avoid.begin(), avoid.end());
    for (const Id& u : from)
        p.used.push_back({u, c.nameOf(u), c.structure(u).state});
    std::vector<PlacedShape> screws;
    for (const PlateScrew& s : m.screws)
        screws.push_back({s.screw, s.pose, {}, "screw-" + toText(std::int64_t(s.hole + 1))});
    p.detail = placedDetail(PlacedShape{plate, {}, fit.pose}, screws);

    Edit edit;
    edit.findings = p.findings;
    edit.alsoRead = from;
    for (const ComponentNeighbour& n : scene.neighbours())
        for (const Id& read : n.from)
            if (std::find(edit.alsoRead.begin(), edit.alsoRead.end(), read) == edit.alsoRead.end())
                edit.alsoRead.push_back(read);
    if (image)
        edit.alsoRead.push_back(*image);
    edit.madeFrom[id] = edit.alsoRead;
    const auto put = [&](const Id& part, Structure s) {
        edit.madeFrom[part] = {boneId}; // what others measure against: it does not depend on them
        edit.put(part, std::move(s));
    };
    const Surface body = tessellated(StepPart{"plate", plate, {}, true, fit.pose}, kComponentDeflection);
    put(Id(id.text() + "-body"),
        implantBody(filled("Plate (%1)", {id.text()}), kImplantColour, body, 1000 * body.volumeMl()));
    for (const PlateScrew& s : m.screws)
        put(plateScrewId(id.text(), s.hole),
            implantBody(filled("Screw in hole %1 (%2)", {toText(std::int64_t(s.hole + 1)), id.text()}), kImplantColour,
                        s.screw.whole(), s.pose));
    for (size_t n = 0; n < kMostPlateHoles; ++n) // of an earlier run with more screws
        if (const Id old = plateScrewId(id.text(), n);
            c.structures.contains(old) && !edit.puts().structures.contains(old))
            edit.remove(old);
    edit.put(id, std::move(p));
    return edit;
}

std::unique_ptr<Operation> makePlacePlate(const LimitTable& limits)
{
    return std::make_unique<PlacePlate>(limits);
}

} // namespace pollux::implant
