#include "core/simulation/heat/heat_problem.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace pollux::heat {

namespace {

void require(bool good, const char* what, const char* advice)
{
    if (!good)
        throw Error(ErrorCode::BadInput, what, advice);
}

bool finite(const std::vector<float>& values)
{
    return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

bool inRange(double value, double low)
{
    return std::isfinite(value) && value >= low;
}

} // namespace

void checkProblem(const HeatProblem& p)
{
    constexpr std::int64_t kMostVoxels = std::int64_t(1) << 28;
    for (const int n : p.size)
        require(n >= 1 && n <= (1 << 16), "The box of the heat model has no voxels.", "Choose a larger box.");
    require(p.voxels() <= kMostVoxels, "The box of the heat model has too many voxels.",
            "Choose a smaller box or larger voxels.");
    require(p.spacing.allFinite() && p.spacing.minCoeff() > 0, "The voxels of the heat model have no size.",
            "Choose a voxel size above 0 mm.");
    const auto n = static_cast<size_t>(p.voxels());
    require(p.tissue.size() == n && (p.wallDistance.empty() || p.wallDistance.size() == n) &&
                (p.source.empty() || p.source.size() == n),
            "A map of the heat model has another size than its box.", "Make all maps on the same grid.");
    require(finite(p.wallDistance) && finite(p.source), "A map of the heat model holds a value that is no number.",
            "Check how the map was made.");
    require(!p.tissues.empty() && p.tissues.size() <= kVessel, "The heat model has no kind of tissue, or too many.",
            "Name 1 to 254 kinds of tissue.");
    for (const Tissue& t : p.tissues)
        require(inRange(t.density, 1e-6) && inRange(t.specificHeat, 1e-6) && inRange(t.conductivity, 0) &&
                    inRange(t.perfusion, 0) && std::isfinite(t.metabolicHeat) && inRange(t.waterFraction, 0) &&
                    t.waterFraction <= 1,
                "A kind of tissue has a value without meaning.",
                "Density and specific heat must be above 0, conductivity and perfusion at least 0, the share of water "
                "0 to 1.");
    require(inRange(p.blood.density, 0) && inRange(p.blood.specificHeat, 0) && std::isfinite(p.blood.temperature) &&
                inRange(p.wallTransfer, 0) && std::isfinite(p.outerTemperature),
            "The blood of the heat model has a value without meaning.",
            "Density, specific heat and heat transfer must be at least 0.");
    require(std::isfinite(p.boiling.from) && p.boiling.to >= p.boiling.from + 0.01 && p.boiling.to < 1000 &&
                inRange(p.boiling.latentHeat, 0),
            "The range over which water boils has no meaning.", "It must be 0.01 degrees wide or more.");
    for (const std::uint8_t label : p.tissue)
        require(label == kHeld || label == kVessel || label < p.tissues.size(),
                "A voxel of the heat model is of no kind of tissue.", "Name a tissue for every label.");
}

} // namespace pollux::heat
