#include "core/anatomy/quality.h"

#include "core/base/text.h"
#include "core/image/statistics.h"

#include <algorithm>
#include <cmath>

namespace pollux::anatomy {

void Quality::add(std::string name, double value)
{
    m_parts.push_back({std::move(name), std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.0});
}

void Quality::addVolume(double ml, double low, double high, const std::string& source)
{
    double value = 1;
    if (ml < low)
        value = (ml - 0.5 * low) / (0.5 * low);
    else if (ml > high)
        value = (2 * high - ml) / high;
    add("volume " + toText(ml, 0) + " mL in " + toText(low, 0) + " to " + toText(high, 0) + " mL (" + source + ")",
        value);
}

void Quality::addContrast(const Volume& work, const Mask& mask)
{
    if (mask.empty()) {
        add("border contrast", 0);
        return;
    }
    const MaskStatistics inside = statistics(work, mask);
    const Grid& g = mask.grid();
    double sum = 0;
    std::int64_t count = 0;
    const IndexBox& b = mask.box();
    constexpr int kStep = 2; // voxels beyond the border: past the partial volume
    for (int k = b.min[2]; k < b.max[2]; ++k)
        for (int j = b.min[1]; j < b.max[1]; ++j)
            for (int i = b.min[0]; i < b.max[0]; ++i) {
                if (!mask.at(i, j, k))
                    continue;
                for (int a = 0; a < 3; ++a)
                    for (int s = -1; s <= 1; s += 2) {
                        Index3 p{i, j, k};
                        p[a] += s;
                        if (mask.at(p[0], p[1], p[2]))
                            continue;
                        p[a] += s * (kStep - 1);
                        if (!g.contains(p[0], p[1], p[2]) || mask.at(p[0], p[1], p[2]))
                            continue;
                        sum += std::abs(work.at(p[0], p[1], p[2]) - inside.mean);
                        ++count;
                    }
            }
    const double contrast = count > 0 ? sum / double(count) : 0;
    const double spread = std::max(5.0, inside.standardDeviation);
    add("border contrast " + toText(contrast, 0) + " against a spread of " + toText(inside.standardDeviation, 0) +
            " inside",
        contrast / (3 * spread));
}

double Quality::value() const
{
    if (m_parts.empty())
        return 0;
    double log = 0;
    for (const Part& p : m_parts)
        log += std::log(std::max(1e-3, p.value));
    const double mean = std::exp(log / double(m_parts.size()));
    return mean < 2e-3 ? 0 : mean;
}

std::string Quality::text() const
{
    std::string text;
    for (const Part& p : m_parts)
        text += (text.empty() ? "" : "; ") + p.name + ": " + toText(p.value, 2);
    return text + ". Not calibrated against expert masks.";
}

} // namespace pollux::anatomy
