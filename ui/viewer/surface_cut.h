#pragma once

#include "core/mesh/surface.h"
#include "ui/viewer/slice_plane.h"

#include <QLineF>

#include <array>
#include <vector>

namespace pollux {

/// Cuts a surface by planes. Planes across a patient axis look only at triangles near them (sorted once into slabs), so
/// scrolling costs what is drawn; other planes look at every triangle. Const and thread-safe after construction.
class SurfaceCut
{
public:
    explicit SurfaceCut(const Surface& surface);

    /// The cut's lines in the plane's pixels, without order.
    std::vector<QLineF> lines(const SlicePlane& plane) const;
    /// The point of the cut nearest to a pixel, as a pixel; the pixel itself if there is no cut.
    QPointF nearest(const SlicePlane& plane, const QPointF& pixel) const;

private:
    struct Slabs
    {
        float start = 0, width = 1;
        std::vector<std::uint32_t> begin;     ///< of each slab in `triangles`, one more at the end
        std::vector<std::uint32_t> triangles; ///< all that touch the slab
    };
    Surface m_surface;
    std::array<Slabs, 3> m_slabs;
};

} // namespace pollux
