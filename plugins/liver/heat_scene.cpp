#include "plugins/liver/heat_scene.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/case/plan_point.h"
#include "core/image/distance.h"
#include "core/image/filters.h"
#include "core/operation/plan_parts.h"
#include "plugins/liver/scene.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

bool belongs(const Structure& s)
{
    if (!s.mask || s.mask->empty())
        return false;
    return s.anatomy == "liver" || s.anatomy == "liver_lesion" || obstacleClass(s.anatomy) == ObstacleClass::Vessel;
}

/// About the middle of the heating part, along the axes of `like`.
Grid boxGrid(const Grid& like, const HeatRequest& r)
{
    Grid g;
    const int n = 2 * std::max(4, static_cast<int>(std::ceil(r.reach / r.spacing)));
    g.size = {n, n, n};
    g.spacing = Vec3::Constant(r.spacing);
    g.direction = like.direction;
    const Vec3 middle = r.applicator.tip - 0.5 * r.applicator.activeLength * r.applicator.inwards;
    g.origin = middle - g.direction * Vec3::Constant(0.5 * r.spacing * (n - 1));
    return g;
}

/// Signed distance of the box's voxels from vessels, a large number where there are none.
std::vector<float> vesselDistance(const Mask& vessels, const Grid& grid, const Job& job)
{
    constexpr float kNone = 1e6f;
    std::vector<float> out(static_cast<size_t>(grid.voxels()), kNone);
    if (vessels.empty())
        return out;
    // The part of the vessels' image that the box lies in, and a voxel more for the interpolation.
    const Grid& image = vessels.grid();
    IndexBox box{image.size, {0, 0, 0}};
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 p = image.toIndex(grid.toPatient(
            corner & 1 ? grid.size[0] - 1 : 0, corner & 2 ? grid.size[1] - 1 : 0, corner & 4 ? grid.size[2] - 1 : 0));
        for (size_t a = 0; a < 3; ++a) {
            const double x = std::clamp(p[static_cast<Eigen::Index>(a)], -4.0, image.size[a] + 4.0);
            box.min[a] = std::clamp(std::min(box.min[a], static_cast<int>(std::floor(x)) - 2), 0, image.size[a]);
            box.max[a] = std::clamp(std::max(box.max[a], static_cast<int>(std::ceil(x)) + 3), 0, image.size[a]);
        }
    }
    if (box.empty())
        return out;
    const Volume distance = signedDistance(vessels, box, job);
    parallelFor(0, grid.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i)
                    out[static_cast<size_t>(grid.offset(i, j, k))] =
                        static_cast<float>(distance.sample(grid.toPatient(i, j, k), double(kNone)));
        }
    });
    return out;
}

} // namespace

std::vector<Id> heatStructures(const Case& c, const HeatRequest& request)
{
    std::vector<Id> out;
    for (const auto& [id, s] : c.structures)
        if (id == request.liver || id == request.lesion || (belongs(*s) && s->anatomy != "liver"))
            out.push_back(id);
    return out;
}

HeatScene makeHeatScene(const Case& c, const HeatRequest& r, const Job& job)
{
    const Structure& liver = c.structure(r.liver);
    if (!liver.mask || liver.mask->empty())
        throw Error(ErrorCode::BadInput, "The liver has no mask.", "Segment the liver first.");
    HeatScene out;
    out.read = heatStructures(c, r);
    // The planner's scene of a case with nothing but the liver, its lesions and vessels: the same vessels are large.
    Case part;
    for (const Id& id : out.read) {
        auto s = std::make_shared<Structure>(c.structure(id));
        if (id == r.liver)
            s->anatomy = "liver";
        part.structures[id] = std::move(s);
    }
    SceneOptions options;
    options.lesion = r.lesion;
    options.target = r.applicator.tip;
    options.majorDiameter = r.majorDiameter;
    const Scene scene = makeScene(part, options, job.part(0, 0.5));
    const Grid& image = liver.mask->grid();
    out.liver = onGrid(scene.liver, image, job);
    out.lesion = scene.lesion.empty() ? Mask() : onGrid(scene.lesion, image, job);
    if (r.sink != VesselSink::None)
        for (const Obstacle& o : scene.obstacles)
            if (o.kind == ObstacleClass::Vessel)
                out.vessels =
                    out.vessels.empty() ? onGrid(o.mask, image, job) : unite(out.vessels, onGrid(o.mask, image, job));

    out.grid = boxGrid(image, r);
    heat::HeatProblem& p = out.heating;
    p.size = out.grid.size;
    p.spacing = out.grid.spacing;
    p.tissues = {r.tissue};
    p.blood = r.blood;
    p.sides.fill(heat::Side::Held);
    p.outerTemperature = r.blood.temperature;
    p.wallTransfer = r.sink == VesselSink::Transfer ? r.transfer : 0;
    p.tissue.assign(static_cast<size_t>(out.grid.voxels()), 0);
    p.wallDistance = vesselDistance(out.vessels, out.grid, job.part(0.5, 0.9));
    for (size_t n = 0; n < p.tissue.size(); ++n)
        if (p.wallDistance[n] <= 0)
            p.tissue[n] = heat::kVessel;
    out.cooling = p;

    const std::vector<float> needle = heat::applicatorDistance(out.grid, r.applicator, job);
    for (size_t n = 0; n < needle.size(); ++n)
        out.needleInVessel = out.needleInVessel || (needle[n] <= 0 && p.tissue[n] == heat::kVessel);
    if (r.byPower) {
        p.source = heat::powerField(out.grid, r.applicator, r.watts, r.absorption, job.part(0.9, 1));
        return out;
    }
    for (size_t n = 0; n < needle.size(); ++n) {
        if (needle[n] <= 0)
            p.tissue[n] = heat::kHeld;
        p.wallDistance[n] = std::min(p.wallDistance[n], needle[n]);
    }
    return out;
}

std::optional<PlannedNeedle> needleOf(const Plan& plan)
{
    const auto target = pointNamed(plan, "target"), entry = pointNamed(plan, "entry");
    if (!target || !entry || !target->allFinite() || !entry->allFinite() || !((*target - *entry).norm() > 1e-3))
        return std::nullopt;
    PlannedNeedle out;
    out.inwards = (*target - *entry).normalized();
    out.tip = *target;
    // Without exceptions: a plan of another kind may hold anything.
    const nlohmann::json detail = nlohmann::json::parse(plan.detail, nullptr, false);
    if (!detail.is_object() || !detail.contains("limits") || !detail["limits"].is_object())
        return out;
    PathLimits limits;
    const std::pair<const char*, double PathLimits::*> values[] = {{"tip_overshoot", &PathLimits::tipOvershoot},
                                                                   {"zone_along", &PathLimits::zoneAlong},
                                                                   {"zone_across", &PathLimits::zoneAcross},
                                                                   {"zone_offset", &PathLimits::zoneOffset},
                                                                   {"zone_derating", &PathLimits::zoneDerating}};
    for (const auto& [key, member] : values) {
        const auto it = detail["limits"].find(key);
        if (it == detail["limits"].end() || !it->is_number())
            return out;
        limits.*member = it->get<double>();
    }
    out.tip += out.inwards * limits.tipOvershoot;
    const AblationZone zone = deviceZone(limits, *target, out.inwards);
    if (zone.along > 0 && zone.across > 0)
        out.vendor = zone;
    return out;
}

} // namespace pollux::liver
