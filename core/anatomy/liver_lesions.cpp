#include "core/anatomy/liver_lesions.h"

#include "core/anatomy/quality.h"
#include "core/anatomy/work_grid.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/distance.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"
#include "core/image/smoothing.h"
#include "core/image/vesselness.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace pollux {

using namespace anatomy;

namespace {

// All limits below were set on the phantom and one patient and are unverified beyond them.
constexpr double kWorkSpacing = 1.5;    ///< mm; finer images are averaged down to about this
constexpr double kSmoothing = 1.5;      ///< mm
constexpr double kLeastLiverMl = 50;    ///< under that the mask is no liver
constexpr double kLeastMl = 0.3;        ///< a ball of 8 mm; smaller ones drown in noise and vessels
constexpr double kLowest = -20;         ///< HU: fat in fissures lies below, cysts (0 to 20) above
constexpr double kCalcium = 250;        ///< HU: no vein is as bright in this phase; calcium in a tumour is
constexpr double kSeedSigmas = 4;       ///< under the median, sure to be no noise
constexpr double kGrowSigmas = 2;       ///< under the median, if it hangs on a seed
constexpr double kSeedLeast = 15;       ///< HU
constexpr double kGrowLeast = 8;        ///< HU
constexpr double kLeastRoundness = 0.5; ///< tubes and sheets lie below
constexpr double kMostContact = 0.5;    ///< share of the surface that lies at the liver's border
constexpr int kMost = 10;

struct Work
{
    Grid grid;
    Mask liver;  ///< holes filled
    Mask tissue; ///< of it, what is neither vessel nor fat nor calcium
    Bits calcium;
    std::vector<float> smooth;
    double median = 0;
    double sigma = 0;
};

Mask emptyMask(const Grid& grid)
{
    return Mask(grid, IndexBox{}, {});
}

IndexBox grown(const IndexBox& box, const Grid& grid, double mm)
{
    IndexBox out = box;
    for (std::size_t a = 0; a < 3; ++a) {
        const int n = static_cast<int>(std::ceil(mm / grid.spacing[static_cast<int>(a)]));
        out.min[a] = std::max(0, out.min[a] - n);
        out.max[a] = std::min(grid.size[a], out.max[a] + n);
    }
    return out;
}

/// Mean of the tissue around each voxel, weighted by a Gaussian: what lies beside the liver does not darken its rim
/// (normalised convolution: Knutsson and Westin, CVPR 1993).
std::vector<float> smoothInside(const std::vector<float>& values, const Mask& tissue, const Job& job)
{
    const Grid& grid = tissue.grid();
    const Bits in = tissue.full();
    std::vector<float> sum(in.size()), weight(in.size());
    for (std::size_t n = 0; n < in.size(); ++n)
        if (in[n]) {
            sum[n] = values[n];
            weight[n] = 1;
        }
    smoothBox(sum, grid.size, grid.spacing, kSmoothing, Edge::Zero, job.part(0, 0.5));
    smoothBox(weight, grid.size, grid.spacing, kSmoothing, Edge::Zero, job.part(0.5, 1));
    for (std::size_t n = 0; n < in.size(); ++n)
        sum[n] = in[n] ? sum[n] / std::max(weight[n], 1e-6f) : 0;
    return sum;
}

double medianOf(std::vector<float>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return double(*middle);
}

/// Nullopt if there is too little liver.
std::optional<Work> prepare(const Volume& ct, const Mask& liver, const Mask& vessels, const Job& job)
{
    const IndexBox box = grown(liver.box(), ct.grid(), 4);
    const Grid cut = ct.grid().cropped(box);
    Index3 factors{1, 1, 1};
    for (std::size_t a = 0; a < 3; ++a)
        factors[a] = std::max(1, static_cast<int>(kWorkSpacing / cut.spacing[static_cast<int>(a)] + 0.02));
    const Volume crop = resample(ct, cut, Interpolation::Nearest, -1024, job.part(0, 0.1)).converted<float>();
    const Volume coarse = shrink(crop, factors, job.part(0.1, 0.2));
    Work w;
    w.grid = coarse.grid();
    w.liver = fillHoles(resample(Mask(cut, liver.in(box)), w.grid, job.part(0.2, 0.3)), job);
    const Mask veins = vessels.empty() ? emptyMask(w.grid) : resample(Mask(cut, vessels.in(box)), w.grid, job);
    const auto span = coarse.as<float>();
    const std::vector<float> values(span.begin(), span.end());
    w.tissue = subtract(w.liver, veins);
    const Bits tissue = w.tissue.full();
    w.tissue = maskWhere(w.grid, [&](std::size_t n) {
        return tissue[n] && double(values[n]) > kLowest && double(values[n]) < kCalcium;
    });
    w.calcium.resize(tissue.size());
    for (std::size_t n = 0; n < tissue.size(); ++n)
        w.calcium[n] = tissue[n] && double(values[n]) >= kCalcium;
    if (w.tissue.volumeMl() < kLeastLiverMl)
        return std::nullopt;
    w.smooth = smoothInside(values, w.tissue, job.part(0.3, 0.8));
    // Parenchyma: median and median deviation, which some tenths of lesion and vessel do not upset. The rim is left
    // out for its partial volume.
    const Bits core = intersect(erode(w.liver, 4, job.part(0.8, 1)), w.tissue).full();
    std::vector<float> sample;
    for (std::size_t n = 0; n < core.size(); ++n)
        if (core[n])
            sample.push_back(w.smooth[n]);
    if (sample.size() < 1000)
        return std::nullopt;
    w.median = medianOf(sample);
    for (float& v : sample)
        v = std::abs(v - static_cast<float>(w.median));
    w.sigma = 1.4826 * medianOf(sample); // of a normal distribution
    return w;
}

/// Cube root of the share of a part that its largest inscribed ball takes: 1 for a ball, 0.8 for an ellipsoid twice as
/// long as wide, under 0.5 for tubes and sheets.
double roundness(const Mask& part, double& inscribed, const Job& job)
{
    const Volume distance = signedDistance(part, part.box(), job);
    inscribed = -distance.range().first;
    const double ball = 4.0 / 3 * std::numbers::pi * std::pow(inscribed, 3);
    return std::cbrt(ball / (1000 * part.volumeMl()));
}

/// Share of a part's surface that has the outside of the liver, vessels apart, within two voxels.
double borderContact(const Mask& part, const Mask& liver)
{
    std::int64_t faces = 0, outside = 0;
    const IndexBox& b = part.box();
    for (int k = b.min[2]; k < b.max[2]; ++k)
        for (int j = b.min[1]; j < b.max[1]; ++j)
            for (int i = b.min[0]; i < b.max[0]; ++i)
                for (std::size_t a = 0; a < 3 && part.at(i, j, k); ++a)
                    for (int s = -1; s <= 1; s += 2) {
                        Index3 p{i, j, k};
                        p[a] += s;
                        if (part.at(p[0], p[1], p[2]))
                            continue;
                        ++faces;
                        Index3 q = p;
                        q[a] += s;
                        outside += !liver.at(p[0], p[1], p[2]) || !liver.at(q[0], q[1], q[2]);
                    }
    return faces > 0 ? double(outside) / double(faces) : 1;
}

double medianInside(const Work& w, const Mask& part)
{
    std::vector<float> values;
    const IndexBox& b = part.box();
    for (int k = b.min[2]; k < b.max[2]; ++k)
        for (int j = b.min[1]; j < b.max[1]; ++j)
            for (int i = b.min[0]; i < b.max[0]; ++i)
                if (part.at(i, j, k) && w.tissue.at(i, j, k))
                    values.push_back(w.smooth[static_cast<std::size_t>(w.grid.offset(i, j, k))]);
    return values.empty() ? w.median : medianOf(values);
}

/// The border of a dark part lies halfway between its value and the parenchyma's, where smoothing has left it.
Mask halfway(const Work& w, const Mask& part)
{
    const double limit = 0.5 * (w.median + medianInside(w, part));
    const IndexBox& b = part.box();
    Bits in = part.in(b);
    std::size_t n = 0;
    for (int k = b.min[2]; k < b.max[2]; ++k)
        for (int j = b.min[1]; j < b.max[1]; ++j)
            for (int i = b.min[0]; i < b.max[0]; ++i, ++n) {
                const auto at = static_cast<std::size_t>(w.grid.offset(i, j, k));
                in[n] = in[n] && (w.calcium[at] || double(w.smooth[at]) < limit);
            }
    return Mask(w.grid, b, in);
}

/// Without holes, and without what hangs on by a neck thin for its size.
Mask trimmed(const Work& w, const Mask& part, const Job& job)
{
    const double bridge = 4; // mm, between pieces of calcium
    const Mask whole = intersect(fillHoles(close(part, bridge, job), job), w.liver);
    double inscribed = 0;
    roundness(whole, inscribed, job);
    return largestComponent(open(whole, std::min(10.0, 0.35 * inscribed), job), job);
}

std::optional<Proposal> judge(const Work& w, const Mask& part, const Job& job)
{
    if (part.volumeMl() < kLeastMl)
        return std::nullopt;
    double inscribed = 0;
    const double round = roundness(part, inscribed, job);
    if (round < kLeastRoundness)
        return std::nullopt;
    const double contact = borderContact(part, w.liver);
    // The bed of the gallbladder and fissures lie flat along the border; a round lesion may touch it.
    if (contact > kMostContact || (contact > 0.5 * kMostContact && round < 0.55))
        return std::nullopt;
    const double contrast = w.median - medianInside(w, part);
    Quality q;
    q.add(toText(contrast, 0) + " HU darker than the parenchyma, whose spread is " + toText(w.sigma, 1),
          contrast / std::max(30.0, 6 * w.sigma));
    q.add("volume " + toText(part.volumeMl(), 1) + " mL", 0.4 + 0.6 * part.volumeMl() / 2);
    q.add("roundness " + toText(round, 2), (round - 0.3) / 0.5);
    q.add(toText(100 * contact, 0) + " % of its surface at the border of the liver", 1 - contact);
    Proposal p;
    p.anatomy = "liver_lesion";
    p.mask = part;
    p.quality = q.value();
    p.qualityText = q.text();
    return p;
}

} // namespace

std::vector<Proposal> findLiverLesions(const Volume& ct, const Mask& liver, const Mask& vessels, const Job& job)
{
    if (liver.empty() || liver.volumeMl() < kLeastLiverMl)
        return {};
    if (!sameGeometry(ct.grid(), liver.grid()) || (!vessels.empty() && !sameGeometry(ct.grid(), vessels.grid())))
        throw Error(ErrorCode::BadInput, "The structures lie on another voxel grid than the image.",
                    "Choose the image that they were made on.");
    const std::optional<Work> prepared = prepare(ct, liver, vessels, job.part(0, 0.5));
    if (!prepared)
        return {};
    const Work& w = *prepared;
    const Bits tissue = w.tissue.full();
    const double grow = std::max(kGrowLeast, kGrowSigmas * w.sigma);
    std::vector<float> darker(tissue.size());
    for (std::size_t n = 0; n < tissue.size(); ++n)
        darker[n] = tissue[n]      ? static_cast<float>(w.median - double(w.smooth[n]))
                    : w.calcium[n] ? static_cast<float>(grow) + 1 // part of what it lies in, but no sign by itself
                                   : -1e6f;
    const Mask dark = hysteresis(Volume(w.grid, std::move(darker)), grow, std::max(kSeedLeast, kSeedSigmas * w.sigma),
                                 job.part(0.5, 0.6));
    const auto least = static_cast<std::int64_t>(std::ceil(kLeastMl * 1000 / w.grid.voxelVolume()));
    std::vector<Proposal> found;
    // Opening parts lesions from unenhanced vessels and from the rim they touch.
    for (const Mask& rough : components(dark, least, 200, job.part(0.6, 0.65))) {
        job.checkStop();
        const Mask opened = open(halfway(w, rough), 2.5, job);
        for (const Mask& part : components(opened, least, 50, job))
            if (auto p = judge(w, trimmed(w, part, job), job))
                found.push_back(std::move(*p));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Proposal& a, const Proposal& b) { return a.mask.count() > b.mask.count(); });
    if (found.size() > kMost)
        found.resize(kMost);
    const Mask filled = fillHoles(liver, job.part(0.8, 0.85));
    for (std::size_t n = 0; n < found.size(); ++n) {
        const Job part = job.part(0.85 + 0.15 * double(n) / double(found.size()), 1);
        Mask& mask = found[n].mask;
        mask = intersect(resample(mask, ct.grid(), part), filled);
    }
    std::erase_if(found, [](const Proposal& p) { return p.mask.volumeMl() < kLeastMl; });
    job.progress(1);
    return found;
}

} // namespace pollux
