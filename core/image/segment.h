#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <optional>
#include <vector>

namespace pollux {

// `within` and markers must have the geometry of `volume`, else Error (BadInput). NaN values are in no result.

/// low <= value <= high, inside `within` if given.
Mask threshold(const Volume& volume, double low, double high, const Mask* within = nullptr);
/// 6-connected voxels with low <= value <= high that hang together with a seed. Seeds in patient coordinates; a seed
/// beside the image or on a voxel out of range adds nothing. Throws Error (BadInput) for a seed that is not finite.
Mask regionGrow(const Volume& volume, const std::vector<Vec3>& seeds, double low, double high, const Mask* within,
                const Job& job);
/// Marker-controlled watershed on the gradient magnitude of `volume` (smoothed by `sigma` mm): each marker floods its
/// basin. Flooding in order of height without watershed lines (Beucher and Meyer 1993; Meyer 1994), 6 neighbours.
/// Returns one mask per marker, inside `within` if given; where markers overlap the first one wins.
std::vector<Mask> watershed(const Volume& volume, const std::vector<Mask>& markers, double sigma, const Mask* within,
                            const Job& job);
/// Otsu's threshold(s) of the values inside `within` (Otsu 1979), by exact search over 512 classes between the 0.1 and
/// the 99.9 percentile. `thresholds` is 1 to 8. Throws Error (BadInput) if there are fewer values than classes.
std::vector<double> otsu(const Volume& volume, int thresholds, const Mask* within, const Job& job);

} // namespace pollux
