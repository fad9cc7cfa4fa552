#include "core/anatomy/leg_bones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace pollux::anatomy {

namespace {

constexpr double kBody = -300;     ///< HU: flesh, not air
constexpr double kAir = -500;      ///< HU
constexpr double kSkin = 4;        ///< mm from a bone within which air may not be all round
constexpr double kSmall = 40000;    ///< mm^3 under which a part may be a piece of its neighbour
constexpr double kGrown = 0.3;    ///< share of its surface at which it then hangs on to that
constexpr double kLeastDepth = 25; ///< mm from front to back that a leg has
constexpr double kValley = 0.42;   ///< depth between two legs as a share of the thinner one's, over all slices
constexpr double kNoValley = 0.6;  ///< what a place counts that has no leg on one side
constexpr double kBend = 0.02;     ///< keeps the seam straight

struct Faces
{
    std::int64_t all = 0, air = 0;
    std::map<std::int32_t, std::int64_t> to;
};

/// What lies beside each label.
std::vector<Faces> facesOf(const BoneParts& parts, const Job& job)
{
    const Grid& grid = parts.grid();
    const auto v = parts.work.as<float>();
    std::vector<Faces> out(std::size_t(parts.count) + 1);
    const int reach = std::max(1, int(std::lround(kSkin / grid.spacing[0])));
    for (int k = 0; k < grid.size[2]; ++k) {
        job.checkStop();
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                const std::int32_t own = parts.labels[grid.offset(i, j, k)];
                if (own == 0)
                    continue;
                for (int a = 0; a < 3; ++a)
                    for (const int step : {-1, 1}) {
                        Index3 p{i, j, k};
                        p[a] += step;
                        if (!grid.contains(p[0], p[1], p[2]))
                            continue;
                        const std::int32_t other = parts.labels[grid.offset(p[0], p[1], p[2])];
                        if (other == own)
                            continue;
                        ++out[own].all;
                        if (other != 0) {
                            ++out[own].to[other];
                            continue;
                        }
                        p[a] += step * (reach - 1);
                        out[own].air +=
                            grid.contains(p[0], p[1], p[2]) && double(v[grid.offset(p[0], p[1], p[2])]) < kAir;
                    }
            }
    }
    return out;
}

} // namespace

std::vector<PartFacts> partFacts(BoneParts& parts, std::int64_t least, const Job& job)
{
    const Grid& grid = parts.grid();
    const std::vector<Faces> faces = facesOf(parts, job);
    std::vector<std::int64_t> voxels(faces.size(), 0);
    for (const std::int32_t label : parts.labels)
        ++voxels[label];
    std::vector<std::int32_t> becomes(faces.size());
    for (std::size_t n = 0; n < faces.size(); ++n)
        becomes[n] = std::int32_t(n);
    std::vector<std::int32_t> order;
    for (std::int32_t n = 1; n < std::int32_t(faces.size()); ++n)
        if (double(voxels[n]) * grid.voxelVolume() < kSmall)
            order.push_back(n);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return voxels[a] > voxels[b]; });
    for (const std::int32_t n : order) {
        std::int32_t best = 0;
        std::int64_t most = 0;
        for (const auto& [other, count] : faces[n].to)
            if (count > most && voxels[other] > voxels[n]) {
                most = count;
                best = other;
            }
        if (best != 0 && double(most) > kGrown * double(faces[n].all))
            becomes[n] = becomes[best]; // larger ones have been settled before
    }
    std::vector<PartFacts> facts(faces.size());
    std::vector<Vec3> sum(faces.size(), Vec3::Zero());
    for (int k = 0; k < grid.size[2]; ++k) {
        job.checkStop();
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                std::int32_t& label = parts.labels[grid.offset(i, j, k)];
                if (label == 0)
                    continue;
                label = becomes[label];
                PartFacts& f = facts[label];
                const Index3 p{i, j, k};
                if (f.voxels++ == 0)
                    f.box = {p, p};
                for (int a = 0; a < 3; ++a) {
                    f.box.min[a] = std::min(f.box.min[a], p[a]);
                    f.box.max[a] = std::max(f.box.max[a], p[a] + 1);
                }
                sum[label] += Vec3(i, j, k);
            }
    }
    std::vector<PartFacts> out;
    for (std::size_t n = 1; n < facts.size(); ++n) {
        // Padding beyond a turned image is air too, so this asks for a lot of it: a table, a cable.
        if (facts[n].voxels < std::max<std::int64_t>(1, least) || 2 * faces[n].air > faces[n].all)
            continue;
        facts[n].label = std::int32_t(n);
        facts[n].centroid = grid.toPatient(sum[n] / double(facts[n].voxels));
        out.push_back(facts[n]);
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.voxels > b.voxels; });
    return out;
}

LegSeam findLegSeam(const BoneParts& parts, const std::vector<PartFacts>& facts, double lower, const Job& job)
{
    // Depth of flesh and bone in columns along y, one in 3 mm.
    const Grid& grid = parts.grid();
    const auto v = parts.work.as<float>();
    const double h = grid.spacing[0];
    const int step = std::max(1, int(std::lround(3 / h)));
    const int ni = (grid.size[0] + step - 1) / step;
    const int nk = std::max(1, int(lower * grid.size[2]) / step);
    std::vector<std::uint8_t> known(std::size_t(parts.count) + 1, 0); // not the table
    for (const PartFacts& f : facts)
        known[f.label] = 1;
    std::vector<double> cost(std::size_t(ni) * nk, 0);
    for (int k = 0; k < nk; ++k) {
        job.checkStop();
        std::vector<double> depth(ni, 0), bone(ni, 0), after(ni, 0);
        for (int i = 0; i < ni; ++i)
            for (int j = 0; j < grid.size[1]; ++j) {
                const std::int64_t at = grid.offset(i * step, j, k * step);
                depth[i] += double(v[at]) > kBody ? h : 0;
                bone[i] += known[parts.labels[at]] != 0 ? h : 0;
            }
        for (int i = ni - 2; i >= 0; --i)
            after[i] = std::max(after[i + 1], depth[i + 1]);
        double before = 0;
        for (int i = 0; i < ni; ++i) {
            const double thinner = std::min(before, after[i]);
            cost[k * ni + i] =
                (thinner < kLeastDepth ? kNoValley : std::min(1.0, depth[i] / thinner)) + (bone[i] > 0 ? 5 : 0);
            before = std::max(before, depth[i]);
        }
    }
    // The cheapest way from the lowest row to the highest, by no more than a column a row.
    std::vector<double> sum(cost.begin(), cost.begin() + ni);
    std::vector<std::int8_t> from(cost.size(), 0);
    for (int k = 1; k < nk; ++k) {
        std::vector<double> next(ni);
        for (int i = 0; i < ni; ++i) {
            double best = sum[i];
            for (const int d : {-1, 1})
                if (i + d >= 0 && i + d < ni && sum[i + d] + kBend < best) {
                    best = sum[i + d] + kBend;
                    from[k * ni + i] = std::int8_t(d);
                }
            next[i] = best + cost[k * ni + i];
        }
        sum.swap(next);
    }
    LegSeam seam;
    int i = int(std::min_element(sum.begin(), sum.end()) - sum.begin());
    if (sum[i] / nk > kValley)
        return seam;
    seam.found = true;
    seam.low = grid.origin.z();
    seam.step = h * step;
    seam.x.resize(nk);
    for (int k = nk - 1; k >= 0; --k) {
        seam.x[k] = grid.origin.x() + h * step * i;
        i += from[k * ni + i];
    }
    return seam;
}

} // namespace pollux::anatomy
