#include "plugins/implant/place_component.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/placed_implant.h"
#include "core/mesh/extract.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/component_body.h"
#include "plugins/implant/component_kinds.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/implant_body.h"
#include "plugins/implant/joint_case.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr Colour kResectedColour{214, 120, 92};
constexpr double kKerf = 1; // mm beside a component within which an ankle's bone is taken away

std::optional<Side> asked(const ParamValues& values)
{
    const std::string& s = values.text("side");
    return s == "left" ? std::optional(Side::Left) : s == "right" ? std::optional(Side::Right) : std::nullopt;
}

} // namespace

Surface boneSurface(const Structure& bone, const Job& job)
{
    if (bone.surface && bone.surface->isClosed())
        return *bone.surface;
    SurfaceOptions o;
    o.targetTriangles = 60000;
    return extractSurface(*bone.mask, o, job);
}

PlaceComponent::PlaceComponent(const LimitTable& limits, std::shared_ptr<DeviceShelf> devices)
    : m_limits(limits), m_devices(std::move(devices))
{
}

OperationInfo PlaceComponent::info() const
{
    OperationInfo i;
    i.id = "implant.place-component";
    i.version = 2; // best position: of all sizes, each where it lies best
    i.name = "Place a joint component";
    i.summary = "Cuts the end of a bone by depth and angles and sets a component of an ankle or a knee on it.";
    i.help =
        "The cut is set in the bone's own frame, which comes from its landmarks (find them first, look at them); a "
        "tibia's "
        "long axis is that from plafond to plateau, or the shaft where the image does not show both: "
        "resection from a point of the joint's surface along the cut's normal; varus in the frame's coronal plane, "
        "slope in its sagittal plane, rotation in its transverse plane. The component starts in the middle of the cut "
        "bone, an ankle's tibia in the middle of what lies beside the malleolus; shifts are counted from there. Left "
        "and right give the same numbers.\n\n"
        "Components are parametric demonstrators, of no maker. Without a size the largest one is proposed that does "
        "not reach beyond the bone and leaves the malleolus.\n\n"
        "Coverage is the share of the cut bone under the base; overhang how far the base's border lies beyond the "
        "bone's in the plane of the cut, by zone, below 0 within it; holes in the bone are not beyond it. Areas are "
        "summed along lines 0.2 mm apart. The "
        "angles before are those of the joint's surface at its reference, by a paraboloid through what lies under the "
        "base. Of a distal tibia only bone "
        "within 1 mm of the base is taken away, for the malleolus stays.\n\n"
        "Values under the base are taken up to 5 mm into the bone.\n\n"
        "Other bones of the joint and other implants are measured from places 1 mm apart on the component, with its "
        "pegs, to exact distance maps and bodies; bones that another component's plan cuts, as they are left. "
        "Components of the same kind are other plans for the same place and do not count.\n\n"
        "Chances take a normal error about the plan: of the angles as published for patient-specific guides (an "
        "ankle's "
        "tibia in both planes, a knee in the coronal plane; of a talus nothing was found), of the position as given by "
        "you.\n\n"
        "The best position on the cut is that of most coverage less overhang, by a pattern search in the plane of the "
        "cut. Without a size each one is looked at where it lies best, and the largest is taken that does not overhang "
        "there and leaves the malleolus; where none does, that one which is proposed in the middle.\n\n"
        "Limits: no ligament, no motion, no cartilage: a CT does not show it. Axes of the leg that the image does not "
        "show are taken from the shaft, and the frame says so. Research and teaching only, not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList PlaceComponent::declare() const
{
    ParamList list;
    std::vector<std::string> kinds;
    for (const KindFacts& f : componentKinds())
        kinds.emplace_back(f.choice);
    list.add(objectParam("volume", "Image", "volume", "", "The image that the values under the base come from."));
    list.add(choiceParam("kind", "Component", kinds, "Which end of which bone."));
    Param bone = objectParam("bone", "Bone", "structure:mask", "",
                             "The bone that is cut, filled; empty: that of the component and the side.");
    bone.optional = true;
    list.add(bone);
    list.add(choiceParam("side", "Side", {"as found", "right", "left"}, "Of the landmarks."));
    const auto real = [&](const char* key, const char* label, Unit unit, double value, double low, double high,
                          const char* help) { list.add(realParam(key, label, unit, value, low, high, help)); };
    real("resection", "Resection", Unit::Millimetre, 0, 0, 40,
         "From the joint's surface to the cut, along its normal; 0: what is usual for this component.");
    real("varus", "Varus of the cut", Unit::Degree, 0, -20, 20, "In the bone's coronal plane; below 0: valgus.");
    real("slope", "Slope of the cut", Unit::Degree, 0, -20, 30,
         "In the bone's sagittal plane: it drops towards the back.");
    real("rotation", "External rotation", Unit::Degree, 0, -45, 45,
         "Of the component, in the bone's transverse plane.");
    real("lateral", "Shift outwards", Unit::Millimetre, 0, -20, 20,
         "Laterally, from the middle of the cut bone; of an ankle's tibia of what lies beside the malleolus.");
    real("anterior", "Shift forwards", Unit::Millimetre, 0, -20, 20, "From the middle of the cut bone.");
    Param centre = boolParam("centre", "Best position on the cut", false,
                             "Counts both shifts from where the base covers most and reaches least beyond the bone.");
    centre.advanced = true; // the page has a button for it
    list.add(std::move(centre));
    Param size = textParam("size", "Size", "",
                           "Sets width and depth. Without it: the measures given, else the largest that does not "
                           "overhang and leaves the malleolus.");
    size.optional = true;
    if (m_devices)
        for (const KindFacts& f : componentKinds()) {
            const auto some = presets(*m_devices->table(), f.devices, {{"width", "width"}, {"depth", "depth"}});
            size.presets.insert(size.presets.end(), some.begin(), some.end());
        }
    list.add(size);
    const auto advanced = [&](Param p) {
        p.advanced = true;
        list.add(std::move(p));
    };
    advanced(realParam("width", "Width", Unit::Millimetre, 0, 0, 120, "Medial to lateral; 0: proposed."));
    advanced(realParam("depth", "Depth", Unit::Millimetre, 0, 0, 120, "Front to back; 0: proposed."));
    list.add(limitParam(m_limits.at("component.overhang"), "overhang"));
    list.add(limitParam(m_limits.at("component.coverage"), "coverage"));
    list.add(limitParam(m_limits.at("component.alignment"), "alignment"));
    advanced(limitParam(m_limits.at("component.malleolus"), "malleolus"));
    advanced(limitParam(m_limits.at("component.overhang_wanted"), "overhang_wanted"));
    advanced(limitParam(m_limits.at("component.clearance"), "clearance"));
    advanced(realParam("error_varus", "Error of varus, standard deviation", Unit::Degree, 0, 0, 10,
                       "Of the cut about the plan; 0: what is published for this component, if anything."));
    advanced(realParam("error_slope", "Error of slope, standard deviation", Unit::Degree, 0, 0, 10,
                       "Of the cut about the plan; 0: what is published for this component, if anything."));
    advanced(realParam("error_position", "Error of position, standard deviation", Unit::Millimetre, 0, 0, 10,
                       "Forwards and sideways in the plane of the cut; 0: not told, no figure was found."));
    advanced(limitParam(m_limits.at("execution.slope_least"), "slope_least"));
    advanced(limitParam(m_limits.at("execution.slope_most"), "slope_most"));
    list.add(textParam("plan_id", "Plan", "component-1", "Id of the plan to make or replace."));
    return list;
}

ComponentKind PlaceComponent::kind(const ParamValues& values) const
{
    for (const KindFacts& f : componentKinds())
        if (values.text("kind") == f.choice)
            return f.kind;
    return componentKinds().front().kind;
}

std::optional<ComponentSite> PlaceComponent::site(const Case& c, const ParamValues& values) const
{
    ComponentSite s;
    s.kind = kind(values);
    std::optional<JointFrame> frame;
    for (const Side side : {Side::Right, Side::Left})
        if (!frame && (!asked(values) || asked(values) == side))
            frame = planningFrameFromCase(c, factsOf(s.kind).bone, side);
    if (!frame)
        return {};
    s.frame = *frame;
    s.boneIsProximal = s.kind == ComponentKind::AnkleTibia || s.kind == ComponentKind::KneeFemur;
    // Amid the points that the joint's level is known by.
    int count = 0;
    for (const char* key : factsOf(s.kind).level) {
        if (!key)
            continue;
        const Landmark* l = landmarkOf(c, key, s.frame.side);
        if (!l)
            return {};
        s.reference += l->position;
        ++count;
    }
    s.reference /= count;
    return s;
}

std::optional<Id> PlaceComponent::bone(const Case& c, const ParamValues& values) const
{
    if (const std::string& named = values.text("bone"); !named.empty())
        return c.structures.contains(Id(named)) ? std::optional(Id(named)) : std::nullopt;
    const auto at = site(c, values);
    return boneInCase(c, factsOf(kind(values)).bone, at ? std::optional(at->frame.side) : asked(values));
}

ComponentSetting PlaceComponent::setting(const ParamValues& values) const
{
    ComponentSetting s;
    s.resection =
        values.real("resection") > 0 ? values.real("resection") : m_limits.at(factsOf(kind(values)).resection).value;
    s.varus = values.real("varus");
    s.slope = values.real("slope");
    s.rotation = values.real("rotation");
    s.lateral = values.real("lateral");
    s.anterior = values.real("anterior");
    if (kind(values) == ComponentKind::AnkleTibia)
        s.malleolus = values.real("malleolus");
    return s;
}

PlacedSize PlaceComponent::placed(const ComponentScene& scene, const ParamValues& values) const
{
    const ComponentKind k = kind(values);
    const ComponentSetting s = setting(values);
    std::vector<FlatComponent> sizes;
    if (values.real("width") > 0)
        sizes.push_back(scene.forSide(genericComponent(k, values.real("width"), values.real("depth"))));
    else
        for (const auto& [id, d] : m_devices->table()->all()) {
            const auto w = d.figures.find("width"), h = d.figures.find("depth");
            if (d.kind == factsOf(k).devices && w != d.figures.end() && h != d.figures.end())
                sizes.push_back(scene.forSide(genericComponent(k, w->second.value, h->second.value)));
        }
    const double wanted = values.real("overhang_wanted");
    if (!values.boolean("centre"))
        return {scene.proposed(sizes, s, wanted), s};
    PlacedSize best = bestPlacement(scene, std::move(sizes), s, wanted, values.real("overhang"));
    best.setting.lateral += s.lateral;
    best.setting.anterior += s.anterior;
    return best;
}

std::vector<ComponentNeighbour> PlaceComponent::neighbours(const Case& c, const ComponentSite& site, const Id& bone,
                                                           const ParamValues& values, const Job& job) const
{
    const std::string& self = values.text("plan_id");
    return componentNeighbours(c, site.kind, site.frame.side, bone, site.reference,
                               isValidId(self) ? Id(self) : Id("component-1"), job);
}

ComponentError PlaceComponent::error(const ParamValues& values) const
{
    const KindFacts& facts = factsOf(kind(values));
    const double known = facts.error ? m_limits.at(facts.error).value : 0;
    ComponentError e;
    e.varus = values.real("error_varus") > 0 ? values.real("error_varus") : known;
    e.slope = values.real("error_slope") > 0            ? values.real("error_slope")
              : facts.kind == ComponentKind::AnkleTibia ? known
                                                        : 0;
    e.shift = values.real("error_position");
    return e;
}

Findings PlaceComponent::check(const Case& c, const ParamValues& values) const
{
    Findings out =
        checkPlanId(c, values.text("plan_id"), kComponentPlan, "component-2", {"-body", "-resected", "-bone"});
    const auto stop = [&](const char* code, std::string text, std::string advice) {
        out.push_back(finding(Severity::Stop, code, std::move(text), std::move(advice)));
    };
    const KindFacts& facts = factsOf(kind(values));
    const auto at = site(c, values);
    const std::optional<Id> boneId = this->bone(c, values);
    if (!boneId) {
        const std::optional<Side> side = at ? std::optional(at->frame.side) : asked(values);
        stop("component.no-bone",
             side ? filled("The mask of the %1 %2 is missing, which this component sits on.", {name(*side), facts.bone})
                  : filled("The mask of the %1 is missing, which this component sits on.", {facts.bone}),
             side ? "Propose the bones of the joint first; look whether one is named for the other side."
                  : "Propose the bones of the joint first.");
        return out;
    }
    for (const char* part : {"-resected", "-bone"})
        if (boneId->text() == values.text("plan_id") + part)
            stop("result.taken", "The result would replace what it is made from.", "Choose another id for the plan.");
    const Structure& bone = c.structure(*boneId);
    if (bone.mask->empty())
        stop("structure.empty", "The bone has no voxels.", "Segment it first.");
    if (const auto named = sideNamed(*boneId, bone); at && named && *named != at->frame.side)
        stop("component.other-side", "The bone and the landmarks are of different sides.",
             "Choose the bone of the landmarks' side, or find the landmarks of this side.");
    if (!bone.anatomy.empty() && bone.anatomy != facts.bone && bone.anatomy != "bone")
        stop("component.other-bone", "The component does not belong on this bone.",
             "Choose the bone that is named beside the component.");
    if ((values.real("width") > 0) != (values.real("depth") > 0))
        stop("component.half-size", "Only one of width and depth is given.", "Give both, or none for a proposal.");
    else if (values.real("width") > 0)
        try {
            genericComponent(facts.kind, values.real("width"), values.real("depth")).check();
        } catch (const Error& e) {
            stop("component.shape", e.message(), e.advice());
        }
    if (!at)
        stop("component.no-landmarks", "The landmarks of this bone are missing: its axes are not known.",
             "Find the landmarks of the joint first and look at them.");
    else if (!facesForward(at->frame))
        out.push_back(finding(Severity::Warning, "component.side",
                              "The bone's axes do not face forwards: the side may be wrong.",
                              "Check the side, and that medial and lateral landmarks are not exchanged."));
    if (const auto coarse = coarseVoxels(c.volume(Id(values.text("volume"))).volume.grid(), m_limits))
        out.push_back(*coarse);
    return out;
}

Edit PlaceComponent::run(const Case& c, const ParamValues& values, Job& job) const
{
    const auto at = site(c, values);
    if (!at)
        throw Error(ErrorCode::BadInput, "The landmarks of this bone are missing: its axes are not known.",
                    "Find the landmarks of the joint first and look at them.");
    const std::optional<Id> found = bone(c, values);
    if (!found)
        throw Error(ErrorCode::BadInput, "The bone of this component is missing.",
                    "Propose the bones of the joint first.");
    const Id boneId = *found, volume(values.text("volume")), id(values.text("plan_id"));
    const Structure& bone = c.structure(boneId);
    const ComponentScene scene(*at, boneSurface(bone, job.part(0, 0.15)), c.volume(volume).volume,
                               neighbours(c, *at, boneId, values, job.part(0.15, 0.3)));
    const auto [component, setting] = placed(scene, values);
    component.check();
    const BodyPose pose = scene.pose(setting);
    const ComponentMeasures m = scene.measure(component, pose);
    const Mask gone = scene.resected(*bone.mask, component, pose, kKerf, job.part(0.3, 0.5));

    Plan p;
    p.name = filled("Component (%1) %2 x %3 mm, %4", {factsOf(component.kind).choice, toText(component.width, 0),
                                                      toText(component.depth, 0), id.text()});
    p.kind = kComponentPlan;
    p.points = {{"middle", pose.origin}, {"front", pose.toPatient(Vec3(component.depth / 2, 0, 0))}};
    p.numbers = numbers(m, component, values, uncalibrated(c.volume(volume)));
    p.numbers.push_back(number("resected", "Bone taken away", Unit::Millilitre, gone.volumeMl()));
    p.findings = judged(m, values);
    for (Finding& f : stateOfBone(c, volume, boneId, m_limits, job.part(0.49, 0.5)))
        p.findings.push_back(std::move(f));
    p.findings.push_back(
        finding(Severity::Note, "component.frame", filled("Axes of the bone: %1.", {at->frame.definition}), ""));
    p.used.push_back({boneId, bone.name, bone.state});
    p.detail = placedDetail(PlacedShape{component, {}, pose});

    Edit edit;
    edit.findings = p.findings;
    std::vector<Id> from{volume, boneId};
    for (const Id& l : frameSources(c, factsOf(at->kind).bone, at->frame.side))
        from.push_back(l);
    for (const char* key : factsOf(at->kind).level)
        if (key)
            if (const Id l = landmarkId(c, key, at->frame.side); std::find(from.begin(), from.end(), l) == from.end())
                from.push_back(l);
    const std::vector<Id> own = from; // its body and its cut do not depend on what lies beside
    for (const ComponentNeighbour& n : scene.neighbours())
        for (const Id& read : n.from)
            if (std::find(from.begin(), from.end(), read) == from.end())
                from.push_back(read);
    edit.alsoRead = from;
    const auto put = [&](const char* what, Structure s) {
        const Id part(id.text() + what);
        edit.madeFrom[part] = own;
        edit.put(part, std::move(s));
    };
    const StepPart part{"component", component, {}, true, pose};
    const Surface body = tessellated(part, kComponentDeflection);
    put("-body", implantBody(filled("Component (%1)", {id.text()}), kImplantColour, body, 1000 * body.volumeMl()));
    SurfaceOptions o;
    o.smoothing = 0.5;
    o.targetTriangles = 60000;
    if (!gone.empty()) {
        Structure s;
        s.name = filled("Bone taken away (%1)", {id.text()});
        s.colour = kResectedColour;
        s.state = ConfirmState::Edited;
        s.mask = std::make_shared<const Mask>(gone);
        s.surface = std::make_shared<const Surface>(extractSurface(gone, o, job.part(0.5, 0.7)));
        put("-resected", std::move(s));
    }
    if (const Mask rest = subtract(*bone.mask, gone); !rest.empty()) {
        Structure s;
        s.name = filled("%1, cut (%2)", {bone.name, id.text()});
        s.colour = bone.colour; // no anatomy: it is not the bone that others look for
        s.state = ConfirmState::Edited;
        s.mask = std::make_shared<const Mask>(rest);
        s.surface = std::make_shared<const Surface>(extractSurface(rest, o, job.part(0.7, 1)));
        put("-bone", std::move(s));
    }
    edit.madeFrom[id] = from;
    edit.put(id, std::move(p));
    return edit;
}

std::unique_ptr<Operation> makePlaceComponent(const LimitTable& limits, std::shared_ptr<DeviceShelf> devices)
{
    return std::make_unique<PlaceComponent>(limits, std::move(devices));
}

} // namespace pollux::implant
