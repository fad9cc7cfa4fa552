#include "plugins/liver/resection_shift.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux::liver {

namespace {

/// Heights of voxels, in no order that matters.
struct Heights
{
    std::vector<float> all;
    std::vector<float> healthy; ///< those that are not in `lesions`
};

Heights heightsOf(const Mask& mask, const Mask& lesions, const std::function<double(const Vec3&)>& height, int stride,
                  const Job& job)
{
    const IndexBox& box = mask.box();
    const Grid& g = mask.grid();
    if (box.empty())
        return {};
    const std::vector<std::uint8_t> voxels = mask.in(box);
    const std::vector<std::uint8_t> ill = lesions.empty() ? std::vector<std::uint8_t>() : lesions.in(box);
    std::vector<Heights> slices(static_cast<size_t>((box.size(2) + stride - 1) / stride));
    parallelFor(0, static_cast<std::int64_t>(slices.size()), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t slice = first; slice < last; ++slice) {
            job.checkStop();
            Heights& out = slices[static_cast<size_t>(slice)];
            const int k = static_cast<int>(slice) * stride;
            for (int j = 0; j < box.size(1); j += stride)
                for (int i = 0; i < box.size(0); i += stride) {
                    const size_t n =
                        (static_cast<size_t>(k) * static_cast<size_t>(box.size(1)) + static_cast<size_t>(j)) *
                            static_cast<size_t>(box.size(0)) +
                        static_cast<size_t>(i);
                    if (!voxels[n])
                        continue;
                    const auto h =
                        static_cast<float>(height(g.toPatient(box.min[0] + i, box.min[1] + j, box.min[2] + k)));
                    out.all.push_back(h);
                    if (ill.empty() || !ill[n])
                        out.healthy.push_back(h);
                }
        }
    });
    Heights all;
    for (const Heights& slice : slices) {
        all.all.insert(all.all.end(), slice.all.begin(), slice.all.end());
        all.healthy.insert(all.healthy.end(), slice.healthy.begin(), slice.healthy.end());
    }
    return all;
}

} // namespace

ResectionShift::ResectionShift(const ResectionInput& input, const std::function<double(const Vec3&)>& height,
                               const Job& job)
    : ResectionShift(input, wholeLiver(input, job), height, 1, job)
{
}

ResectionShift::ResectionShift(const ResectionInput& input, const LiverWhole& all,
                               const std::function<double(const Vec3&)>& height, int stride, const Job& job)
{
    const Heights heights = heightsOf(all.whole, all.lesions, height, stride, job);
    if (heights.all.empty())
        throw Error(ErrorCode::BadInput, "The liver has no voxels.", "Segment it first.");
    m_voxelMl = all.whole.grid().voxelVolume() / 1000 * std::pow(stride, 3);
    const auto [low, high] = std::minmax_element(heights.all.begin(), heights.all.end());
    m_low = *low - kBin;
    m_high = *high + kBin;
    const double bins = std::ceil((m_high - m_low) / kBin) + 1;
    if (!(bins < 1e6))
        throw Error(ErrorCode::BadInput, "The cut lies too far from the liver.", "Move it into the liver.");
    const auto sums = [&](const std::vector<float>& some) {
        std::vector<std::int64_t> out(static_cast<size_t>(bins), 0);
        for (const float h : some)
            ++out[static_cast<size_t>((h - m_low) / kBin)];
        for (size_t n = 1; n < out.size(); ++n)
            out[n] += out[n - 1];
        return out;
    };
    m_whole = sums(heights.all);
    m_healthy = sums(heights.healthy);
    for (size_t n = 0; n < input.lesions.size(); ++n) {
        Range r;
        r.inside = all.inside[n];
        if (r.inside) {
            const std::vector<float> own = heightsOf(input.lesions[n], {}, height, 1, job).all;
            const auto [least, most] = std::minmax_element(own.begin(), own.end());
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
