#include "core/report/needle_list.h"

#include "core/base/text.h"
#include "core/case/images_on.h"
#include "core/case/plan_point.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

constexpr double kDegrees = 180 / std::numbers::pi;

/// The image whose voxels the structures of the plan were drawn on.
Id imageOf(const Case& c, const Plan& plan)
{
    for (const UsedStructure& used : plan.used) {
        const auto s = c.structures.find(used.id);
        if (s == c.structures.end() || !s->second->mask)
            continue;
        if (const auto images = imagesOn(c, s->second->mask->grid()); !images.empty())
            return images.front();
    }
    return {};
}

/// Axial, however its rows and columns are turned, with the third axis along the body.
bool isAxial(const Grid& grid)
{
    return std::abs(grid.direction.col(2).z()) > 0.9999;
}

/// It judges another plan's needle (over a breath, say) and has none of its own.
bool isOfAnotherPlan(const Case& c, const Id& id)
{
    const auto made = c.lineage.find(id);
    return made != c.lineage.end() &&
           std::any_of(made->second->inputs.begin(), made->second->inputs.end(),
                       [&](const LineageInput& input) { return input.id != id && c.plans.contains(input.id); });
}

Needle::AtScanner atScanner(const Grid& grid, const Vec3& p)
{
    const int last = grid.size[2] - 1;
    const Vec3 middle =
        grid.toPatient(Vec3((grid.size[0] - 1) / 2.0, (grid.size[1] - 1) / 2.0, 0)); // of the first voxels' plane
    const double feet = std::min(grid.toPatient(0, 0, 0).z(), grid.toPatient(0, 0, last).z());
    Needle::AtScanner at;
    at.across = p.x() - middle.x();
    at.down = p.y() - middle.y();
    at.along = p.z() - feet;
    at.image = static_cast<int>(std::lround(at.along / grid.spacing.z())) + 1;
    return at;
}

nlohmann::json atJson(const std::optional<Needle::AtScanner>& at)
{
    if (!at)
        return nullptr;
    return {{"across_mm", at->across}, {"down_mm", at->down}, {"along_mm", at->along}, {"image", at->image}};
}

} // namespace

std::vector<Needle> needlesOf(const Case& c)
{
    std::vector<Needle> out;
    const std::set<Id> stale = staleIds(c);
    for (const auto& [id, plan] : c.plans) {
        const auto entry = pointNamed(*plan, "entry");
        const auto target = pointNamed(*plan, "target");
        if (!entry || !target || (*target - *entry).norm() < 1e-6 || isOfAnotherPlan(c, id))
            continue;
        Needle n;
        n.plan = id;
        n.name = plan->name;
        n.state = plan->state;
        n.stale = stale.contains(id);
        n.entry = *entry;
        n.target = *target;
        const Vec3 way = n.target - n.entry;
        n.length = way.norm();
        n.cranioCaudalAngle = std::asin(std::clamp(way.z() / n.length, -1.0, 1.0)) * kDegrees;
        n.inPlaneAngle = std::hypot(way.x(), way.y()) < 1e-9 ? 0 : std::atan2(way.x(), way.y()) * kDegrees;
        n.volume = imageOf(c, *plan);
        if (!n.volume.empty() && isAxial(c.volume(n.volume).volume.grid())) {
            n.entryAtScanner = atScanner(c.volume(n.volume).volume.grid(), n.entry);
            n.targetAtScanner = atScanner(c.volume(n.volume).volume.grid(), n.target);
        } else {
            n.volume = Id();
        }
        out.push_back(std::move(n));
    }
    return out;
}

ReportTable needleTable(const std::vector<Needle>& needles)
{
    ReportTable table;
    // One number a cell: a spreadsheet reads it as one.
    table.head = {"Plan", "Name", "State", "Stale"};
    for (const char* end : {"Entry", "Target"}) {
        for (const char* what :
             {" left, LPS mm", " posterior, LPS mm", " superior, LPS mm", ", image counted from the feet",
              ", mm left of the middle of its image", ", mm behind the middle of its image"})
            table.head.push_back(std::string(end) + what);
    }
    table.head.insert(table.head.end(), {"Length mm", "Angle in the axial image, degrees, tip to the left above 0",
                                         "Angle to the axial plane, degrees, tip to the head above 0"});
    for (const Needle& n : needles) {
        std::vector<ReportCell> row{{n.plan.text(), {}},
                                    {n.name, {}},
                                    {std::string(name(n.state)), {}},
                                    {n.stale ? "STALE" : "no", n.stale ? "stale" : ""}};
        const auto add = [&](const std::string& text) { row.push_back({text, {}}); };
        for (const auto& [point, at] : {std::pair(n.entry, n.entryAtScanner), std::pair(n.target, n.targetAtScanner)}) {
            for (int axis = 0; axis < 3; ++axis)
                add(toText(point[axis], 1));
            add(at ? toText(std::int64_t(at->image)) : "unknown");
            add(at ? toText(at->across, 1) : "unknown");
            add(at ? toText(at->down, 1) : "unknown");
        }
        add(toText(n.length, 1));
        add(toText(n.inPlaneAngle, 1));
        add(toText(n.cranioCaudalAngle, 1));
        table.rows.push_back(std::move(row));
    }
    return table;
}

nlohmann::json needlesJson(const std::vector<Needle>& needles)
{
    nlohmann::json all = nlohmann::json::array();
    for (const Needle& n : needles)
        all.push_back({{"plan", n.plan.text()},
                       {"name", n.name},
                       {"state", name(n.state)},
                       {"stale", n.stale},
                       {"entry_lps_mm", {n.entry.x(), n.entry.y(), n.entry.z()}},
                       {"target_lps_mm", {n.target.x(), n.target.y(), n.target.z()}},
                       {"length_mm", n.length},
                       {"in_plane_angle_deg", n.inPlaneAngle},
                       {"cranio_caudal_angle_deg", n.cranioCaudalAngle},
                       {"volume", n.volume.text()},
                       {"entry_at_scanner", atJson(n.entryAtScanner)},
                       {"target_at_scanner", atJson(n.targetAtScanner)}});
    return {
        {"notice", "Research and teaching software: not for clinical use."},
        {"definitions",
         {{"lps", "DICOM patient coordinates: left, posterior, superior are positive"},
          {"in_plane_angle_deg", "from the vertical in the axial image, positive: the tip goes to the patient's left"},
          {"cranio_caudal_angle_deg", "to the axial plane, positive: the tip goes towards the head"},
          {"at_scanner", "from the middle of the axial image, positive to the left and to the back; along from the "
                         "first image at the feet, images counted from 1 there"}}},
        {"needles", all}};
}

} // namespace pollux
