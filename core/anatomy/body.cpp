#include "core/anatomy/abdomen.h"
#include "core/anatomy/quality.h"
#include "core/anatomy/work_grid.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/distance.h"
#include "core/image/morphology.h"
#include "core/image/segment.h"

#include <algorithm>

namespace pollux {

namespace {

constexpr double kAirLimit = -300; ///< HU; between air and fat (-100), nearer to fat so that blankets stay outside

} // namespace

Proposal findBody(const Volume& ct, const Job& job)
{
    using namespace anatomy;
    checkGrid(ct.grid());
    if (ct.grid().voxels() < 1000)
        throw Error(ErrorCode::BadInput, "The image is too small to hold a body.", "Choose the axial CT series.");
    const Grid wg = workGrid(ct.grid(), 3);
    const Volume work = workVolume(ct, wg, job.part(0, 0.2));

    const Mask tissue = threshold(work, kAirLimit, 1e9);
    const double share = double(tissue.count()) / double(wg.voxels());
    if (share > 0.97)
        throw Error(ErrorCode::BadInput, "There is no air around the body: the values do not look like CT numbers.",
                    "Choose a CT series in Hounsfield units whose field of view shows the skin.");
    // A thin chest wall must not be opened away from the lung: wide air spaces inside are filled first. The gap between
    // back and table is narrow and stays.
    const Mask enclosed = subtract(fillHolesBySlice(tissue, 2, job), tissue);
    const Mask solid = unite(tissue, dilate(open(enclosed, 9, job), 3, job));
    // Table, mattress edges and blankets are thin or hang on thin bridges; 6 mm breaks them off.
    Mask coarse = largestComponent(open(solid, 6, job.part(0.2, 0.3)), job.part(0.3, 0.35));
    if (coarse.volumeMl() < 200)
        throw Error(ErrorCode::BadInput, "No body was found in this image.",
                    "Choose a CT series in Hounsfield units; 200 mL of tissue is the least that is taken for a body.");
    coarse = fillHolesBySlice(coarse, 2, job.part(0.35, 0.4));

    // The true skin lies where the full image crosses the limit, a few millimetres from the coarse border; farther out
    // the table may begin.
    const Grid& full = ct.grid();
    const Volume distance = signedDistance(coarse, wg.box(), job.part(0.4, 0.5));
    Bits bits(static_cast<std::size_t>(full.voxels()));
    ct.visit([&](auto span) {
        parallelFor(0, full.size[2], 1, [&](std::int64_t first, std::int64_t last) {
            for (int k = int(first); k < last; ++k) {
                job.checkStop();
                for (int j = 0; j < full.size[1]; ++j)
                    for (int i = 0; i < full.size[0]; ++i) {
                        const std::int64_t at = full.offset(i, j, k);
                        const Index3 w = wg.nearest(full.toPatient(i, j, k));
                        const double d =
                            distance.at(std::clamp(w[0], 0, wg.size[0] - 1), std::clamp(w[1], 0, wg.size[1] - 1),
                                        std::clamp(w[2], 0, wg.size[2] - 1));
                        bits[at] = d < -6 || (d < 5 && double(span[at]) > kAirLimit) ? 1 : 0;
                    }
            }
        });
    });
    Mask mask = largestComponent(Mask(full, bits), job.part(0.65, 0.85));
    mask = fillHolesBySlice(mask, sliceAxis(full), job.part(0.85, 1));

    // A body cut off at the sides by the field of view is a doubtful basis for a skin entry.
    std::int64_t side = 0;
    std::int64_t border = 0;
    for (int k = 0; k < wg.size[2]; ++k)
        for (int j = 0; j < wg.size[1]; ++j)
            for (int i = 0; i < wg.size[0]; ++i)
                if (coarse.at(i, j, k) && (!coarse.at(i - 1, j, k) || !coarse.at(i + 1, j, k) ||
                                           !coarse.at(i, j - 1, k) || !coarse.at(i, j + 1, k))) {
                    ++border;
                    side += i == 0 || j == 0 || i == wg.size[0] - 1 || j == wg.size[1] - 1;
                }
    const double cut = border > 0 ? double(side) / double(border) : 1;
    const double onePiece = double(coarse.count()) / double(std::max<std::int64_t>(1, tissue.count()));
    Proposal p;
    p.anatomy = "skin";
    p.mask = mask;
    Quality q;
    q.add("within the field of view", 1 - 4 * cut);
    q.add("one piece", 0.5 + onePiece);
    p.quality = q.value();
    p.qualityText = q.text();
    job.progress(1);
    return p;
}

} // namespace pollux
