// The fat fraction of whole volumes: fat_fraction.h. The fit of one voxel is in fat_fraction.cpp.
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/fat_fraction.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace pollux {

namespace {

/// Float copies share the voxels where the volume is Float32 already.
std::vector<Volume> asFloat(const std::vector<Volume>& volumes, const Grid& grid)
{
    std::vector<Volume> out;
    for (const Volume& v : volumes) {
        if (v.empty() || !sameGeometry(v.grid(), grid))
            throw Error(ErrorCode::BadInput, "The echoes do not lie on one grid.",
                        "Choose volumes of one acquisition, or resample them first.");
        out.push_back(v.converted<float>());
    }
    return out;
}

} // namespace

FatMaps fatMaps(const std::vector<Volume>& magnitude, const std::vector<Volume>& phase, double phaseScale,
                const FatModel& model, const FatMapOptions& options, const Job& job)
{
    const FatFitter fitter(model);
    const auto echoes = static_cast<size_t>(fitter.echoes());
    if (magnitude.size() != echoes || (!phase.empty() && phase.size() != echoes))
        throw Error(ErrorCode::BadInput, "There are not as many volumes as echo times.", "Give one an echo.");
    const Grid grid = magnitude.front().grid();
    const std::vector<Volume> strength = asFloat(magnitude, grid), angle = asFloat(phase, grid);
    if (options.within && !sameGeometry(options.within->grid(), grid))
        throw Error(ErrorCode::BadInput, "The mask lies on another grid than the echoes.", "Resample it first.");
    double largest = 0;
    for (const Volume& v : strength)
        largest = std::max(largest, v.range().second);
    job.checkStop();

    const auto voxels = static_cast<size_t>(grid.voxels());
    std::vector<float> fraction(voxels, 0), r2Star(voxels, 0), misfit(voxels, 0);
    std::vector<std::uint8_t> fitted(voxels, 0);
    const IndexBox box = options.within ? options.within->box() : grid.box();
    std::atomic<std::int64_t> rows{0};
    const std::int64_t allRows = std::int64_t(box.size(1)) * box.size(2);
    // By rows: a slice would be too much between two looks at the stop.
    parallelFor(0, std::max<std::int64_t>(0, allRows), 4, [&](std::int64_t first, std::int64_t last) {
        std::vector<double> amounts(echoes);
        std::vector<std::complex<double>> signals(echoes);
        for (std::int64_t row = first; row < last; ++row) {
            job.progress(static_cast<double>(rows++) / static_cast<double>(allRows), "Fitting water and fat");
            const int j = box.min[1] + static_cast<int>(row % box.size(1));
            const int k = box.min[2] + static_cast<int>(row / box.size(1));
            for (int i = box.min[0]; i < box.max[0]; ++i) {
                if (options.within && !options.within->at(i, j, k))
                    continue;
                const auto at = static_cast<size_t>(grid.offset(i, j, k));
                bool usable = true;
                double most = 0;
                for (size_t e = 0; e < echoes; ++e) {
                    amounts[e] = static_cast<double>(strength[e].as<float>()[at]);
                    usable = usable && std::isfinite(amounts[e]);
                    most = std::max(most, amounts[e]);
                    if (!angle.empty())
                        signals[e] = std::polar(amounts[e], phaseScale * static_cast<double>(angle[e].as<float>()[at]));
                }
                if (!usable || !(most > 0) || (!options.within && most < options.background * largest))
                    continue;
                const FatFit fit = angle.empty() ? fitter.magnitude(amounts) : fitter.complex(signals);
                if (!(fit.amount > 0) || !std::isfinite(fit.fraction) || !std::isfinite(fit.r2Star))
                    continue;
                fraction[at] = static_cast<float>(100 * fit.fraction);
                r2Star[at] = static_cast<float>(fit.r2Star);
                misfit[at] = static_cast<float>(100 * fit.misfit);
                fitted[at] = 1;
            }
        }
    });
    job.checkStop();
    return {Volume(grid, std::move(fraction)), Volume(grid, std::move(r2Star)), Volume(grid, std::move(misfit)),
            Mask(grid, fitted)};
}

} // namespace pollux
