#pragma once

#include "core/case/case.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace pollux {

/// What the three numbers of a landmark are.
enum class LandmarkUnits {
    Millimetres, ///< LPS
    Voxels,      ///< indices of the image, the first voxel is 0
    VoxelsFrom1  ///< the first voxel is 1, as in the DIR-Lab sets
};

/// Places one a line: the first three numbers of it, parted by blanks, tabs, commas or semicolons; what follows is left
/// alone. Empty lines, lines that begin with '#' and the head of elastix's files ("point" or "index" and a number of
/// points) are passed over. Throws Error (BadInput), naming the line: no three numbers there; more than a million.
std::vector<Vec3> parseLandmarks(std::string_view text);
/// Throws also Error (NotFound, Io), and BadInput for more than 64 MiB.
std::vector<Vec3> readLandmarks(const std::filesystem::path& file);

/// Distances of places that are known in both images (mm): what is left between them.
struct LandmarkErrors
{
    std::vector<double> before; ///< by patient coordinates alone
    std::vector<double> after;  ///< with the registration
};
struct ErrorFigures
{
    double mean = 0, deviation = 0, median = 0, largest = 0; ///< mm; deviation of a sample (n - 1)
};
ErrorFigures figuresOf(std::vector<double> distances);

/// The fixed places are carried by the registration and compared with the moving ones (target registration error).
/// Throws Error: NotFound (registration, its images if voxels are given), BadInput (none, or not as many in both).
LandmarkErrors landmarkErrors(const Case& c, const Id& registration, const std::vector<Vec3>& fixed,
                              const std::vector<Vec3>& moving, LandmarkUnits units);

} // namespace pollux
