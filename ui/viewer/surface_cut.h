#pragma once

#include "core/mesh/surface.h"
#include "ui/viewer/slice_plane.h"

#include <QLineF>

#include <array>
#include <vector>

namespace pollux {

/// A piece of a cut, in the plane's pixels: each end lies on the edge between two points of the surface, `weight` of
/// the way from `from` to `to`.
struct CutPiece
{
    struct End
    {
        QPointF at;
        std::uint32_t from = 0, to = 0;
        float weight = 0;
    };
    End a, b;
};

/// Cuts a surface by planes. Planes across a patient axis look only at triangles near them (sorted once into slabs), so
/// scrolling costs what is drawn; other planes look at every triangle. Const and thread-safe after construction.
class SurfaceCut
{
public:
    explicit SurfaceCut(const Surface& surface);

    /// The cut's lines in the plane's pixels, without order.
    std::vector<QLineF> lines(const SlicePlane& plane) const;
    /// The same with where on the surface they lie.
    std::vector<CutPiece> pieces(const SlicePlane& plane) const;
    /// The point of the cut nearest to a pixel, as a pixel; the pixel itself if there is no cut.
    QPointF nearest(const SlicePlane& plane, const QPointF& pixel) const;

private:
    template <class Take>
    void cut(const SlicePlane& plane, Take take) const;

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
