#include "ui/viewer/volume_rendering.h"

#include "core/base/error.h"
#include "core/base/resource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

std::vector<VolumePreset> readPresets()
{
    const std::string_view text = resource("viewer/volume_presets.json");
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    std::vector<VolumePreset> presets;
    for (const QJsonValue& value : json.object().value(QLatin1String("presets")).toArray()) {
        const QJsonObject o = value.toObject();
        VolumePreset p{o.value(QLatin1String("key")).toString(),
                       o.value(QLatin1String("name")).toString(),
                       o.value(QLatin1String("modality")).toString(),
                       {}};
        bool rising = true;
        for (const QJsonValue& point : o.value(QLatin1String("points")).toArray()) {
            const QJsonArray a = point.toArray();
            p.points.push_back({a.at(0).toDouble(), a.at(1).toDouble(), QColor(a.at(2).toString())});
            const size_t n = p.points.size();
            rising =
                rising && p.points.back().colour.isValid() && (n < 2 || p.points[n - 1].value > p.points[n - 2].value);
        }
        if (p.key.isEmpty() || p.name.isEmpty() || p.points.size() < 2 || !rising)
            throw Error(ErrorCode::BadInput, "A built-in volume preset is damaged.", "Install the program again.");
        presets.push_back(std::move(p));
    }
    return presets;
}

} // namespace

const std::vector<VolumePreset>& loadVolumePresets()
{
    // Asked at every step of a drag, and built in: read once.
    static const std::vector<VolumePreset> presets = readPresets();
    return presets;
}

std::vector<VolumePreset> presetsFor(const VolumeObject& volume)
{
    std::vector<VolumePreset> all = loadVolumePresets();
    const bool calibrated = volume.unit == "HU" && volume.modality == "CT";
    std::erase_if(all, [&](const VolumePreset& p) { return p.relative() == calibrated; });
    return all;
}

IndexBox cropBox(const Grid& grid, const VolumeRendering& rendering)
{
    IndexBox box = grid.box();
    if (!rendering.cropped)
        return box;
    for (int axis = 0; axis < 3; ++axis) {
        // The patient's direction that this axis of the image runs along most, and which way.
        int patient = 0;
        grid.direction.col(axis).cwiseAbs().maxCoeff(&patient);
        double low = rendering.cropLow[patient], high = rendering.cropHigh[patient];
        if (grid.direction(patient, axis) < 0)
            std::tie(low, high) = std::pair(1 - high, 1 - low);
        const int n = grid.size[static_cast<size_t>(axis)];
        const int from = std::clamp(static_cast<int>(std::lround(low * n)), 0, n - 1);
        box.min[static_cast<size_t>(axis)] = from;
        box.max[static_cast<size_t>(axis)] = std::clamp(static_cast<int>(std::lround(high * n)), from + 1, n);
    }
    return box;
}

} // namespace pollux
