#include "ui/viewer/window_presets.h"

#include "core/base/error.h"
#include "core/base/resource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace pollux {

std::vector<WindowPreset> loadWindowPresets()
{
    const std::string_view text = resource("viewer/windows.json");
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    std::vector<WindowPreset> presets;
    for (const QJsonValue& value : json.object().value(QLatin1String("windows")).toArray()) {
        const QJsonObject o = value.toObject();
        WindowPreset p{o.value(QLatin1String("key")).toString(), o.value(QLatin1String("name")).toString(),
                       o.value(QLatin1String("modality")).toString(), o.value(QLatin1String("centre")).toDouble(),
                       o.value(QLatin1String("width")).toDouble()};
        if (p.key.isEmpty() || p.name.isEmpty() || !(p.width > 0))
            throw Error(ErrorCode::BadInput, "A built-in display window is damaged.", "Install the program again.");
        presets.push_back(std::move(p));
    }
    return presets;
}

std::pair<double, double> automaticWindow(const Volume& volume)
{
    constexpr std::int64_t kMost = 1000000;
    std::vector<float> values;
    volume.visit([&](auto voxels) {
        const auto count = static_cast<std::int64_t>(voxels.size());
        const std::int64_t step = std::max<std::int64_t>(1, count / kMost);
        values.reserve(static_cast<size_t>(count / step + 1));
        for (std::int64_t i = 0; i < count; i += step) {
            const auto v = static_cast<float>(voxels[static_cast<size_t>(i)]);
            if (std::isfinite(v))
                values.push_back(v);
        }
    });
    if (values.empty())
        return {0, 1};
    const auto at = [&](double fraction) {
        const auto n = static_cast<std::ptrdiff_t>(fraction * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + n, values.end());
        return static_cast<double>(values[static_cast<size_t>(n)]);
    };
    const double low = at(0.01), high = at(0.99);
    return {(low + high) / 2, std::max(high - low, 1e-3)};
}

} // namespace pollux
