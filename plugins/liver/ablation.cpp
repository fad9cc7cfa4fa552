#include "plugins/liver/ablation.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/image/distance.h"
#include "core/operation/plan_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux::liver {

namespace {

constexpr double kRing = 10; // mm, the farther one

/// Voxels of the grid about a box of the patient's space.
IndexBox around(const Grid& grid, const IndexBox& start, const ZoneUnion& zones, double more)
{
    IndexBox box = start;
    const auto grow = [&](const Vec3& centre, double reach) {
        const Vec3 c = grid.toIndex(centre);
        for (size_t a = 0; a < 3; ++a) {
            const auto n = static_cast<Eigen::Index>(a);
            const double half = reach / grid.spacing[n];
            box.min[a] = std::min(box.min[a], static_cast<int>(std::clamp(std::floor(c[n] - half), -1e9, 1e9)));
            box.max[a] = std::max(box.max[a], static_cast<int>(std::clamp(std::ceil(c[n] + half), -1e9, 1e9)) + 1);
        }
    };
    for (size_t a = 0; a < 3; ++a) {
        const int voxels = static_cast<int>(std::ceil(more / grid.spacing[static_cast<Eigen::Index>(a)]));
        box.min[a] -= voxels;
        box.max[a] += voxels;
    }
    for (const AblationZone& z : zones.zones())
        grow(z.centre, std::max(z.along, z.across));
    for (size_t a = 0; a < 3; ++a) {
        box.min[a] = std::clamp(box.min[a], 0, grid.size[a]);
        box.max[a] = std::clamp(box.max[a], 0, grid.size[a]);
    }
    return box;
}

struct Count
{
    std::int64_t lesion = 0, lesionHot = 0, ring5 = 0, ring5Hot = 0, ring10 = 0, ring10Hot = 0;
    std::int64_t hot = 0, healthy = 0, outside = 0;
};

double share(std::int64_t part, std::int64_t of)
{
    return of > 0 ? double(part) / double(of) : 1;
}

} // namespace

Ablation ablate(const ZoneUnion& zones, const Mask& lesion, const Surface& lesionSurface, const Mask& liver,
                const Job& job)
{
    if (zones.empty())
        throw Error(ErrorCode::BadInput, "There is no heated zone.",
                    "Choose puncture plans that were made with a device's zone.");
    if (lesion.empty())
        throw Error(ErrorCode::BadInput, "The lesion has no voxels.", "Segment it first.");
    const Grid& grid = lesion.grid();
    const IndexBox box = around(grid, lesion.box(), zones, kRing + 2);
    const Volume distance = signedDistance(lesion, box, job.part(0, 0.3));
    const bool aligned = !liver.empty() && sameGeometry(liver.grid(), grid);

    Ablation out;
    std::vector<std::uint8_t> hot(static_cast<size_t>(box.voxels()));
    std::vector<Count> counts(static_cast<size_t>(box.size(2)));
    parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            Count& n = counts[static_cast<size_t>(k)];
            auto at = static_cast<size_t>(std::int64_t(k) * box.size(1) * box.size(0));
            for (int j = 0; j < box.size(1); ++j)
                for (int i = 0; i < box.size(0); ++i, ++at) {
                    const int x = box.min[0] + i, y = box.min[1] + j, z = box.min[2] + k;
                    const Vec3 p = grid.toPatient(x, y, z);
                    const bool in = zones.contains(p), tumour = lesion.at(x, y, z);
                    const bool tissue = liver.empty() || tumour || (aligned ? liver.at(x, y, z) : liver.contains(p));
                    const double d = distance.at(i, j, k);
                    hot[at] = in;
                    n.hot += in;
                    n.lesion += tumour;
                    n.lesionHot += tumour && in;
                    n.healthy += in && !tumour && tissue && !liver.empty();
                    n.outside += in && !tissue;
                    const bool ring5 = !tumour && tissue && d <= 5, ring10 = !tumour && tissue && d <= kRing;
                    n.ring5 += ring5;
                    n.ring5Hot += ring5 && in;
                    n.ring10 += ring10;
                    n.ring10Hot += ring10 && in;
                }
        }
    });
    Count all;
    for (const Count& c : counts)
        for (std::int64_t Count::*m :
             {&Count::lesion, &Count::lesionHot, &Count::ring5, &Count::ring5Hot, &Count::ring10, &Count::ring10Hot,
              &Count::hot, &Count::healthy, &Count::outside})
            all.*m += c.*m;
    const double ml = grid.voxelVolume() / 1000;
    out.covered = share(all.lesionHot, all.lesion);
    out.ring5 = share(all.ring5Hot, all.ring5);
    out.ring10 = share(all.ring10Hot, all.ring10);
    out.zoneMl = double(all.hot) * ml;
    out.healthyMl = double(all.healthy) * ml;
    out.outsideMl = double(all.outside) * ml;
    out.zone = Mask(grid, box, hot);

    Field& map = out.map;
    map.unit = Unit::Millimetre;
    map.surface = lesionSurface;
    const auto& points = lesionSurface.points();
    map.values.resize(points.size());
    parallelFor(0, static_cast<std::int64_t>(points.size()), 256, [&](std::int64_t first, std::int64_t last) {
        job.checkStop();
        for (std::int64_t n = first; n < last; ++n)
            map.values[static_cast<size_t>(n)] =
                static_cast<float>(zones.margin(points[static_cast<size_t>(n)].cast<double>()));
    });
    map.category.resize(points.size());
    out.margin = map.values.empty() ? 0 : double(map.values.front());
    for (size_t n = 0; n < points.size(); ++n) {
        map.category[n] = map.values[n] < 0;
        if (n == 0 || double(map.values[n]) < out.margin) {
            out.margin = double(map.values[n]);
            out.marginPlace = points[n].cast<double>();
        }
    }
    if (out.margin < 0)
        map.categories = {"not heated"};
    map.high = kRing;
    return out;
}

double heatedMl(const Mask& mask, const ZoneUnion& zones)
{
    if (zones.zones().size() == 1)
        return volumeInsideMl(zones.zones().front(), mask);
    const IndexBox& box = mask.box();
    std::int64_t count = 0;
    IndexBox near = around(mask.grid(), IndexBox{mask.grid().size, {0, 0, 0}}, zones, 0);
    for (size_t a = 0; a < 3; ++a) {
        near.min[a] = std::max(near.min[a], box.min[a]);
        near.max[a] = std::min(near.max[a], box.max[a]);
    }
    for (int k = near.min[2]; k < near.max[2]; ++k)
        for (int j = near.min[1]; j < near.max[1]; ++j)
            for (int i = near.min[0]; i < near.max[0]; ++i)
                count += mask.at(i, j, k) && zones.contains(mask.grid().toPatient(i, j, k));
    return double(count) * mask.grid().voxelVolume() / 1000;
}

std::vector<PlanNumber> ablationNumbers(const Ablation& a, double wanted, bool liverKnown,
                                        const std::vector<std::pair<Id, HeatedPart>>& heated)
{
    std::vector<PlanNumber> out;
    out.push_back(number("margin", "Least margin of heat around the lesion", Unit::Millimetre, a.margin));
    out.back().limit = "liver.zone.margin";
    out.back().limitValue = wanted;
    out.back().limitKind = LimitKind::AtLeast;
    out.back().verdict = a.margin < 0 ? "stop" : a.margin < wanted ? "warning" : "ok";
    out.back().place = a.marginPlace;
    out.push_back(number("covered", "Lesion that is heated", Unit::Percent, 100 * a.covered));
    out.back().verdict = a.covered < 1 ? "stop" : "ok";
    out.push_back(number("ring_5", "Heated within 5 mm of the lesion", Unit::Percent, 100 * a.ring5));
    out.push_back(number("ring_10", "Heated within 10 mm of the lesion", Unit::Percent, 100 * a.ring10));
    for (auto n = out.end() - 2; n != out.end(); ++n)
        n->note = liverKnown ? "of the liver there" : "of everything there: the liver is not known";
    out.push_back(number("zone_volume", "Heated volume", Unit::Millilitre, a.zoneMl));
    if (liverKnown) {
        out.push_back(number("healthy", "Healthy liver heated", Unit::Millilitre, a.healthyMl));
        out.push_back(number("outside", "Heated outside of the liver", Unit::Millilitre, a.outsideMl));
        out.back().verdict = a.outsideMl > 0 ? "warning" : "ok";
    }
    for (const auto& [id, part] : heated) {
        PlanNumber n = number("heated." + id.text(), "Heated of " + part.first, Unit::Millilitre, part.second);
        n.verdict = "warning";
        out.push_back(std::move(n));
    }
    return out;
}

Findings marginFindings(const Ablation& a, double wanted)
{
    Findings out;
    if (a.margin < 0 || a.covered < 1)
        out.push_back(finding(Severity::Stop, "ablation.residual",
                              "A part of the lesion is not heated: " + toText(100 * (1 - a.covered), 1) +
                                  " % of it, up to " + toText(std::max(0.0, -a.margin), 1) + " mm from the heat.",
                              "Move a needle, add one, or take a larger zone."));
    else if (a.margin < wanted)
        out.push_back(finding(Severity::Warning, "ablation.thin",
                              "The least margin is " + toText(a.margin, 1) + " mm, less than the " + toText(wanted, 1) +
                                  " mm asked for.",
                              "Move a needle, add one, or take a larger zone."));
    for (Finding& f : out)
        f.place = a.marginPlace;
    return out;
}

} // namespace pollux::liver
