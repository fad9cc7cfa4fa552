#include "plugins/liver/liver_fat.h"

#include "core/image/statistics.h"
#include "core/operation/plan_parts.h"

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

constexpr const char* kMaker = "measure.fat-fraction";

/// Where the map has a value.
Mask measured(const VolumeObject& map)
{
    const Grid& grid = map.volume.grid();
    std::vector<std::uint8_t> has(static_cast<size_t>(grid.voxels()));
    map.volume.visit([&](auto voxels) {
        for (size_t n = 0; n < has.size(); ++n)
            has[n] = std::isfinite(double(voxels[n])) && double(voxels[n]) != map.paddingValue;
    });
    return Mask(grid, has);
}

} // namespace

Findings checkFatMap(const Case& c, const Id& map, const Mask& liver)
{
    const VolumeObject& v = c.volume(map);
    if (v.unit != "%")
        return {finding(Severity::Stop, "liver.fat-unit", "'" + v.name + "' is no map of the fat fraction in percent.",
                        "Choose one that was made by 'Measure fat fraction', or none.")};
    for (const auto& [id, image] : c.volumes)
        if (id != map && sameGeometry(image->volume.grid(), liver.grid()) && !image->frameOfReference.empty() &&
            !v.frameOfReference.empty() && image->frameOfReference != v.frameOfReference)
            return {finding(Severity::Stop, "liver.fat-frame",
                            "'" + v.name + "' and the images of the liver have different frames of reference.",
                            "Register them and carry the liver over, or leave the map out.")};
    return {};
}

LiverFat liverFat(const VolumeObject& map, const Mask& liver, const std::vector<Mask>& lesions, const Job& job)
{
    const Grid& grid = map.volume.grid();
    Mask wanted = onGrid(liver, grid, job);
    for (const Mask& lesion : lesions)
        wanted = subtract(wanted, onGrid(lesion, grid, job));
    const Mask known = intersect(wanted, measured(map));
    LiverFat out;
    if (known.empty())
        return out;
    const MaskStatistics s = statistics(map.volume, known);
    out.percent = s.mean;
    out.deviation = s.standardDeviation;
    // Against the liver on its own grid: what lies beyond the map is not known.
    Mask whole = liver;
    for (const Mask& lesion : lesions)
        whole = subtract(whole, onGrid(lesion, liver.grid(), job));
    out.known = whole.empty() ? 0 : std::min(1.0, known.volumeMl() / whole.volumeMl());
    return out;
}

std::vector<Id> fatMapsOf(const Case& c)
{
    std::vector<Id> out;
    for (const auto& [id, volume] : c.volumes)
        if (const auto made = c.lineage.find(id);
            made != c.lineage.end() && made->second->operation == kMaker && id.text().ends_with("pdff"))
            out.push_back(id);
    return out;
}

} // namespace pollux::liver
