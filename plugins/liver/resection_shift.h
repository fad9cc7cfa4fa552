#pragma once

#include "core/jobs/job.h"
#include "plugins/liver/resection.h"

#include <functional>
#include <optional>
#include <vector>

namespace pollux::liver {

/// What remains for every shift of one cut along its normal, so that a slider can tell it at once: heights of all
/// voxels above the cut are sorted into bins of 0.1 mm when it is made; a question is two look-ups. Counts voxels as
/// resectByPlane() and resectBySurface() do, but for a bin. Immutable, thread-safe.
class ResectionShift
{
public:
    static constexpr double kBin = 0.1; ///< mm

    /// `height`: mm of a point above the cut where it is not shifted; above 0 is removed. Throws Error (BadInput) for
    /// an empty liver, as resect does for masks on different grids.
    ResectionShift(const ResectionInput& input, const std::function<double(const Vec3&)>& height, const Job& job);
    /// The same with a `whole` that is at hand, from every `stride`-th voxel along each axis alone: for a cut that
    /// moves. Lesions are looked at in full.
    ResectionShift(const ResectionInput& input, const LiverWhole& whole,
                   const std::function<double(const Vec3&)>& height, int stride, const Job& job);

    struct At
    {
        double removedMl = 0;
        double remnantMl = 0;    ///< without the lesions that remain
        double remnantShare = 0; ///< of the liver without lesions, 0..100
        struct Lesion
        {
            LesionSide side = LesionSide::Outside;
            double margin = 0; ///< mm along the normal from the lesion to the cut; 0 where it is cut
        };
        std::vector<Lesion> lesions;
    };
    At at(double shiftMm) const;

    double least() const { return m_low; }     ///< mm: shifted so far everything is removed
    double greatest() const { return m_high; } ///< and so far nothing

private:
    double below(const std::vector<std::int64_t>& sums, double shift) const; ///< voxels that remain

    double m_low = 0;
    double m_high = 0;
    double m_voxelMl = 0;
    std::vector<std::int64_t> m_whole;   ///< voxels of liver and lesions up to each bin's end
    std::vector<std::int64_t> m_healthy; ///< the same without lesions
    struct Range
    {
        bool inside = false;
        double low = 0;
        double high = 0;
    };
    std::vector<Range> m_lesions;
};

} // namespace pollux::liver
