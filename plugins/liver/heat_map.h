#pragma once

#include "core/case/objects.h"
#include "plugins/liver/heat_scene.h"

#include <span>

namespace pollux::liver {

/// Temperatures on a surface while the heat model runs: a map that changes with time. Between the voxels of the model
/// they are interpolated; in time they are those of the model's own steps. One thread.
class HeatMap
{
public:
    /// At most one time in `gap` seconds is kept. The scene must outlive it.
    HeatMap(Surface surface, const HeatScene& scene, double gap);

    /// deg C a voxel of the scene's grid, `seconds` after the start. Kept if it is the first, a gap after the one
    /// before, or if `always`; a time before the one kept last is left out.
    void take(double seconds, std::span<const double> temperature, bool always = false);

    /// Its colours go from the blood's temperature to at least 60 deg C, above which cells die at once.
    Field field(std::string name) const;

private:
    const HeatScene& m_scene;
    double m_gap;
    Field m_field;
};

} // namespace pollux::liver
