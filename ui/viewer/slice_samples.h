#pragma once

#include "core/case/registration.h"
#include "core/image/volume.h"
#include "ui/viewer/slice_plane.h"

#include <limits>
#include <memory>

namespace pollux {

/// Values of a volume on the pixels of a plane, or of a slab around it. Immutable after the making; any thread.
class SliceSamples
{
public:
    struct Options
    {
        bool smooth = true; ///< trilinear; otherwise the nearest voxel
        SlabMode slabMode = SlabMode::Mean;
        double slabMm = 0; ///< thickness along the plane's normal; 0: the plane alone
        /// Carries places of the plane to where the volume is looked at; nullptr: the plane lies in its frame.
        const Registration* way = nullptr;
    };
    /// Volume and way must outlive this.
    SliceSamples(const Volume& volume, const SlicePlane& plane, const Options& options);
    ~SliceSamples();

    /// Stands for "beyond the volume": no voxel that can be shown has it, unlike NaN.
    static constexpr float kOutside = -std::numeric_limits<float>::infinity();

    /// `out` holds plane.size.width() values; kOutside beyond the volume. Half a voxel beyond the outer voxel centres
    /// counts as inside. A slab takes one sample a voxel layer; its layers beyond the volume are left out.
    void row(int y, float* out) const;

    class Rows;

private:
    std::unique_ptr<const Rows> m_rows;
};

} // namespace pollux
