#include "core/image/registration/sampling.h"

#include "core/image/filters.h"

#include <cmath>

namespace pollux::registration {

Volume coarser(const Volume& volume, double spacing, int least, const Job& job)
{
    Index3 factors;
    for (size_t a = 0; a < 3; ++a)
        factors[a] = std::clamp(int(std::lround(spacing / volume.grid().spacing[Eigen::Index(a)])), 1,
                                std::max(1, volume.grid().size[a] / least));
    return shrink(volume, factors, job);
}

} // namespace pollux::registration
