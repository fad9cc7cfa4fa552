#include "plugins/liver/heat_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pollux::liver {

HeatMap::HeatMap(Surface surface, const HeatScene& scene, double gap) : m_scene(scene), m_gap(gap)
{
    m_field.unit = Unit::Celsius;
    m_field.surface = std::move(surface);
    m_field.category.assign(m_field.surface.points().size(), 0);
}

void HeatMap::take(double seconds, std::span<const double> temperature, bool always)
{
    std::vector<double>& times = m_field.times;
    if (!times.empty() && (seconds <= times.back() || (!always && seconds < times.back() + m_gap)))
        return;
    times.push_back(seconds);
    const Volume volume(m_scene.grid, std::vector<float>(temperature.begin(), temperature.end()));
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    const auto& points = m_field.surface.points();
    for (size_t p = 0; p < points.size(); ++p) {
        const double value = volume.sample(points[p].cast<double>(), kNone);
        m_field.values.push_back(static_cast<float>(value));
        if (!std::isfinite(value))
            m_field.category[p] = 1;
    }
}

Field HeatMap::field(std::string name) const
{
    Field f = m_field;
    f.name = std::move(name);
    f.low = m_scene.heating.blood.temperature;
    f.high = 60;
    for (const float value : f.values)
        if (std::isfinite(value))
            f.high = std::max(f.high, 10 * std::ceil(double(value) / 10));
    if (std::any_of(f.category.begin(), f.category.end(), [](std::uint8_t c) { return c != 0; }))
        f.categories = {"outside of the box"};
    return f;
}

} // namespace pollux::liver
