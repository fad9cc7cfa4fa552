#include "plugins/liver/resection_shift.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux::liver {

namespace {

/// Heights of all voxels of a mask, in no order that matters.
std::vector<float> heightsOf(const Mask& mask, const std::function<double(const Vec3&)>& height, const Job& job)
{
    const IndexBox& box = mask.box();
    const Grid& g = mask.grid();
    if (box.empty())
        return {};
    const std::vector<std::uint8_t> voxels = mask.in(box);
    std::vector<std::vector<float>> slices(static_cast<size_t>(box.size(2)));
    parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            auto& out = slices[static_cast<size_t>(k)];
            size_t n = static_cast<size_t>(k) * static_cast<size_t>(box.size(1)) * static_cast<size_t>(box.size(0));
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                    if (voxels[n])
                        out.push_back(static_cast<float>(height(g.toPatient(i, j, box.min[2] + static_cast<int>(k)))));
        }
    });
    std::vector<float> all;
    all.reserve(static_cast<size_t>(mask.count()));
    for (const auto& slice : slices)
        all.insert(all.end(), slice.begin(), slice.end());
    return all;
}

} // namespace

ResectionShift::ResectionShift(const ResectionInput& input, const std::function<double(const Vec3&)>& height,
                               const Job& job)
{
    const LiverWhole all = wholeLiver(input, job);
    if (all.whole.empty())
        throw Error(ErrorCode::BadInput, "The liver has no voxels.", "Segment it first.");
    m_voxelMl = all.whole.grid().voxelVolume() / 1000;
    const std::vector<float> whole = heightsOf(all.whole, height, job);
    const std::vector<float> healthy =
        all.lesions.empty() ? whole : heightsOf(subtract(all.whole, all.lesions), height, job);
    const auto [low, high] = std::minmax_element(whole.begin(), whole.end());
    m_low = *low - kBin;
    m_high = *high + kBin;
    const double bins = std::ceil((m_high - m_low) / kBin) + 1;
    if (!(bins < 1e6))
        throw Error(ErrorCode::BadInput, "The cut lies too far from the liver.", "Move it into the liver.");
    const auto sums = [&](const std::vector<float>& heights) {
        std::vector<std::int64_t> out(static_cast<size_t>(bins), 0);
        for (const float h : heights)
            ++out[static_cast<size_t>((h - m_low) / kBin)];
        for (size_t n = 1; n < out.size(); ++n)
            out[n] += out[n - 1];
        return out;
    };
    m_whole = sums(whole);
    m_healthy = sums(healthy);
    for (size_t n = 0; n < input.lesions.size(); ++n) {
        Range r;
        r.inside = all.inside[n];
        if (r.inside) {
            const std::vector<float> heights = heightsOf(input.lesions[n], height, job);
            const auto [least, most] = std::minmax_element(heights.begin(), heights.end());
            r.low = *least;
            r.high = *most;
        }
        m_lesions.push_back(r);
    }
}

double ResectionShift::below(const std::vector<std::int64_t>& sums, double shift) const
{
    const double at = (shift - m_low) / kBin;
    if (!(at > 0))
        return 0;
    if (at >= static_cast<double>(sums.size()))
        return static_cast<double>(sums.back());
    // Within a bin the voxels count as spread evenly.
    const auto bin = static_cast<size_t>(at);
    const double before = bin > 0 ? static_cast<double>(sums[bin - 1]) : 0;
    return before + (at - static_cast<double>(bin)) * (static_cast<double>(sums[bin]) - before);
}

ResectionShift::At ResectionShift::at(double shiftMm) const
{
    At out;
    const double remain = below(m_whole, shiftMm), healthy = below(m_healthy, shiftMm);
    out.removedMl = (static_cast<double>(m_whole.back()) - remain) * m_voxelMl;
    out.remnantMl = healthy * m_voxelMl;
    out.remnantShare = m_healthy.back() > 0 ? 100 * healthy / static_cast<double>(m_healthy.back()) : 0;
    for (const Range& r : m_lesions) {
        At::Lesion lesion;
        if (r.inside) {
            const bool removed = r.low >= shiftMm, remains = r.high < shiftMm;
            lesion.side = removed ? LesionSide::Removed : remains ? LesionSide::Remains : LesionSide::Cut;
            lesion.margin = removed ? r.low - shiftMm : remains ? shiftMm - r.high : 0;
        }
        out.lesions.push_back(lesion);
    }
    return out;
}

} // namespace pollux::liver
