#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <optional>
#include <vector>

namespace pollux {

/// low <= value <= high, inside `within` if given.
Mask threshold(const Volume& volume, double low, double high, const Mask* within = nullptr);
/// 6-connected voxels with low <= value <= high that hang together with a seed. Seeds in patient coordinates.
Mask regionGrow(const Volume& volume, const std::vector<Vec3>& seeds, double low, double high, const Mask* within,
                const Job& job);
/// Marker-controlled watershed on the gradient magnitude of `volume` (smoothed by `sigma` mm): each marker floods its basin.
/// Returns one mask per marker, inside `within` if given.
std::vector<Mask> watershed(const Volume& volume, const std::vector<Mask>& markers, double sigma, const Mask* within,
                            const Job& job);
/// Otsu's threshold(s) of the values inside `within` (Otsu 1979).
std::vector<double> otsu(const Volume& volume, int thresholds, const Mask* within, const Job& job);

} // namespace pollux
