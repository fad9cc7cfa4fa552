#include "plugins/liver/scene.h"

#include "core/base/error.h"
#include "core/image/distance.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"
#include "core/mesh/extract.h"
#include "core/operation/plan_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace pollux::liver {

namespace {

constexpr double kSkinTriangles = 40000; // about 20,000 points: one every 3 to 4 mm on a torso

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> list)
{
    return std::find(list.begin(), list.end(), key) != list.end();
}

bool has(const Structure& s)
{
    return s.mask && !s.mask->empty();
}

bool wanted(const Structure& s, const SceneOptions& options)
{
    return !options.confirmedOnly || s.state == ConfirmState::Confirmed;
}

std::string_view categoryOf(std::string_view anatomy)
{
    const Anatomy* a = findAnatomy(anatomy);
    return a ? std::string_view(a->category) : std::string_view();
}

/// Part of a vessel mask of at least this calibre: by the radius of the nearest centreline node where there is a tree
/// (largest inscribed ball), else what an opening with a ball of that diameter leaves (granulometry).
Mask majorPart(const Structure& s, double diameter, const Job& job)
{
    const Mask& mask = *s.mask;
    if (!s.tree || s.tree->empty()) {
        // The opening rounds the rim of a thick vessel: what lies within its radius still belongs to it.
        const Mask opened = open(mask, diameter / 2, job);
        return opened.empty() ? opened : intersect(mask, dilate(opened, diameter / 2, job));
    }
    std::vector<Vec3> seeds;
    seeds.reserve(s.tree->nodes.size());
    for (const TreeNode& node : s.tree->nodes)
        seeds.push_back(node.position);
    const std::vector<std::int32_t> nearest = nearestSeed(mask, seeds, job);
    std::vector<std::uint8_t> voxels(nearest.size());
    for (size_t n = 0; n < nearest.size(); ++n)
        voxels[n] = nearest[n] >= 0 && 2 * s.tree->nodes[static_cast<size_t>(nearest[n])].radius >= diameter;
    return Mask(mask.grid(), mask.box(), voxels);
}

/// A coarser copy of the body for its surface: six times as fast, and an entry is put on the full mask afterwards.
Mask coarse(const Mask& body, const Job& job)
{
    constexpr double kSpacing = 2.5;
    Grid g = body.grid();
    for (int a = 0; a < 3; ++a) {
        const int factor = std::max(1, static_cast<int>(std::lround(kSpacing / g.spacing[a])));
        auto& size = g.size[static_cast<size_t>(a)];
        g.origin += g.direction.col(a) * (g.spacing[a] * (factor - 1) / 2);
        g.spacing[a] *= factor;
        size = (size + factor - 1) / factor;
    }
    return resample(body, g, job);
}

Vec3 deepestPoint(const Mask& mask, const Job& job)
{
    const Vec3 centre = mask.centroid();
    if (mask.contains(centre))
        return centre;
    // The centre of a crescent lies outside of it: take the voxel farthest from the border instead.
    return deepestPlace(mask, job).place;
}

const Structure* first(const Case& c, std::string_view anatomy, const SceneOptions& options, Id* id = nullptr)
{
    if (const auto found = c.findAnatomy(anatomy)) {
        const Structure& s = c.structure(*found);
        if (has(s) && wanted(s, options)) {
            if (id)
                *id = *found;
            return &s;
        }
    }
    // The preferred one may have no mask: any other of this kind will do.
    for (const auto& [other, s] : c.structures)
        if (s->anatomy == anatomy && has(*s) && wanted(*s, options)) {
            if (id)
                *id = other;
            return s.get();
        }
    return nullptr;
}

} // namespace

std::optional<ObstacleClass> obstacleClass(std::string_view anatomy)
{
    if (anatomy == "liver")
        return std::nullopt;
    if (isOneOf(anatomy, {"cartilage", "costal_cartilage"}))
        return ObstacleClass::Bone;
    if (anatomy == "pericardium")
        return ObstacleClass::Organ;
    const std::string_view category = categoryOf(anatomy);
    if (category == "bone")
        return ObstacleClass::Bone;
    if (category == "vessel")
        return ObstacleClass::Vessel;
    if (isOneOf(category, {"organ", "lung", "hollow"}))
        return ObstacleClass::Organ;
    return std::nullopt;
}

bool splitByCalibre(std::string_view anatomy)
{
    return isOneOf(anatomy, {"portal_vein", "portal_and_splenic_vein", "hepatic_vein", "venous_system", "vessel"});
}

Findings sceneFindings(const Case& c, const SceneOptions& options)
{
    Findings out;
    const auto missing = [&](std::string code, std::string what, std::string unchecked, Severity severity) {
        out.push_back(finding(severity, "liver.missing." + code, "There is no " + what + " with a mask. " + unchecked,
                              "Segment or import it, confirm it, and plan again."));
    };
    if (!first(c, "skin", options))
        missing("skin", "skin (body outline)",
                "No entry can be proposed; skin angle and way through air are not checked.", Severity::Warning);
    if (!first(c, "liver", options))
        missing("liver", "liver",
                "Capsule angle, liver tissue before the target and crossings (H4 to H6) are not checked.",
                Severity::Warning);
    bool bone = false, lung = false, vessel = false, hollow = false;
    for (const auto& [id, s] : c.structures) {
        const auto kind = obstacleClass(s->anatomy);
        if (!kind)
            continue;
        if (!has(*s)) {
            out.push_back(finding(Severity::Warning, "liver.no-mask",
                                  "'" + s->name + "' has no mask and is not kept away from.",
                                  "Give it a mask, or remove it if it does not matter."));
            continue;
        }
        if (!wanted(*s, options)) {
            out.push_back(finding(Severity::Warning, "liver.left-out",
                                  "'" + s->name + "' is not confirmed and was left out: the path may cross it.",
                                  "Confirm it, or plan with structures that are not confirmed, too."));
            continue;
        }
        const std::string_view category = categoryOf(s->anatomy);
        bone |= *kind == ObstacleClass::Bone;
        vessel |= *kind == ObstacleClass::Vessel;
        lung |= category == "lung";
        hollow |= category == "hollow";
    }
    if (!bone)
        missing("bone", "bone", "Ribs and spine are not kept away from.", Severity::Warning);
    if (!lung)
        missing("lung", "lung", "Lungs are not kept away from.", Severity::Warning);
    if (!vessel)
        missing("vessel", "vessel", "No vessel is kept away from (H2).", Severity::Warning);
    if (!hollow)
        missing("hollow", "bowel, stomach or gallbladder", "Hollow organs are not kept away from.", Severity::Warning);
    return out;
}

Scene makeScene(const Case& c, const SceneOptions& options, const Job& job)
{
    Scene scene;
    scene.findings = sceneFindings(c, options);
    const auto use = [&](const Id& id, const Structure& s) {
        for (const UsedStructure& u : scene.used)
            if (u.id == id)
                return;
        scene.used.push_back({id, s.name, s.state});
    };

    if (!options.lesion.empty()) {
        const Structure& s = c.structure(options.lesion);
        if (!has(s))
            throw Error(ErrorCode::BadInput, "The target structure has no mask.", "Choose a structure with a mask.");
        scene.lesion = *s.mask;
        use(options.lesion, s);
    }
    if (options.target)
        scene.target = *options.target;
    else if (!scene.lesion.empty())
        scene.target = deepestPoint(scene.lesion, job);
    else
        throw Error(ErrorCode::BadInput, "There is no target.", "Choose a lesion or place a target point.");
    if (!scene.target.allFinite())
        throw Error(ErrorCode::BadInput, "The target point is not a place.", "Place the target point anew.");

    Id id;
    if (const Structure* s = first(c, "skin", options, &id)) {
        scene.body = *s->mask;
        use(id, *s);
        // From the mask rather than from a stored surface: entry points, angles and body must be of one shape.
        SurfaceOptions surface;
        surface.targetTriangles = kSkinTriangles;
        scene.skin = extractSurface(coarse(scene.body, job), surface, job.part(0, 0.3));
    }
    const Structure* liver = first(c, "liver", options, &id);
    if (liver) {
        scene.liver = *liver->mask;
        use(id, *liver);
        if (!scene.lesion.empty())
            scene.liver = unite(scene.liver, onGrid(scene.lesion, scene.liver.grid(), job));
    }

    for (const auto& [other, s] : c.structures) {
        job.checkStop();
        if (other == options.lesion || !has(*s) || !wanted(*s, options))
            continue;
        // Lesions and veins cut out of the liver's mask must not count as its outside.
        const bool inLiver =
            s->anatomy == "liver_lesion" || s->anatomy == "portal_vein" || s->anatomy == "hepatic_vein";
        if (liver && inLiver) {
            scene.liver = unite(scene.liver, onGrid(*s->mask, scene.liver.grid(), job));
            use(other, *s);
        }
        const auto kind = obstacleClass(s->anatomy);
        // The organ that holds the target cannot be an obstacle ("kidney unless target").
        if (!kind || (*kind == ObstacleClass::Organ && s->mask->contains(scene.target)))
            continue;
        use(other, *s);
        if (!splitByCalibre(s->anatomy)) {
            scene.obstacles.push_back({other, s->name, *kind, *s->mask});
            continue;
        }
        const Mask major = majorPart(*s, options.majorDiameter, job.part(0.3, 0.9));
        if (!major.empty())
            scene.obstacles.push_back({other, s->name, *kind, major});
        if (Mask minor = subtract(*s->mask, major); !minor.empty())
            scene.minorVessels.push_back(std::move(minor));
    }

    if (!scene.lesion.empty()) {
        // Beyond the capsule there is nothing to heat.
        const bool whole = scene.liver.empty();
        const Mask lesion = whole ? scene.lesion : onGrid(scene.lesion, scene.liver.grid(), job);
        scene.toCover = dilate(lesion, options.zoneMargin, job);
        if (!whole)
            scene.toCover = intersect(scene.toCover, scene.liver);
    }

    if (!scene.liver.empty() && !scene.liver.contains(scene.target))
        scene.findings.push_back(finding(
            Severity::Warning, "liver.target-outside", "The target lies outside the liver.",
            "Check target and liver; liver tissue before the target is counted up to the last liver on the way."));
    if (!scene.body.empty() && !scene.body.contains(scene.target))
        scene.findings.push_back(finding(Severity::Stop, "liver.target-outside-body",
                                         "The target lies outside the body.", "Place the target inside the body."));
    std::string open;
    for (const UsedStructure& u : scene.used)
        if (u.state != ConfirmState::Confirmed)
            open += (open.empty() ? "" : ", ") + u.name;
    if (!open.empty())
        scene.findings.push_back(finding(Severity::Warning, "liver.unconfirmed",
                                         "Nobody has confirmed: " + open + ". Every number below stands on them.",
                                         "Look at each on the slices, mend it and confirm it."));
    for (Finding& f : scene.findings)
        if (f.code.starts_with("liver.target"))
            f.place = scene.target;
    return scene;
}

ContentKey Scene::key() const
{
    Hasher h;
    const auto add = [&](const Mask& mask) { h.add(mask.empty() ? ContentKey{} : mask.key()); };
    add(body);
    add(liver);
    add(lesion);
    add(toCover);
    for (int a = 0; a < 3; ++a)
        h.add(target[a]);
    for (const Obstacle& o : obstacles) {
        h.add(static_cast<std::int64_t>(o.kind)).add(std::string_view(o.name));
        add(o.mask);
    }
    for (const Mask& m : minorVessels)
        add(m);
    return h.key();
}

} // namespace pollux::liver
