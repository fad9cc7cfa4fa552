#include "core/mesh/plane_cut.h"

#include "core/base/error.h"
#include "core/mesh/vtk_surface.h"

#include <Eigen/Geometry>
#include <vtkClipClosedSurface.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPlaneCollection.h>
#include <vtkPolyData.h>
#include <vtkTriangleFilter.h>

#include <unordered_map>

namespace pollux {

Vec3 PlaneAxes::normal() const
{
    return u.cross(v);
}

Rings cutRings(const Surface& surface, const PlaneAxes& plane)
{
    const std::vector<Vec3f>& points = surface.points();
    const Vec3 n = plane.normal();
    std::vector<double> height(points.size());
    for (size_t i = 0; i < points.size(); ++i)
        height[i] = (points[i].cast<double>() - plane.origin).dot(n);

    // A triangle that the plane crosses joins two of its edges: an edge is named by its ends, lower number first.
    const auto key = [](std::uint32_t a, std::uint32_t b) {
        return std::uint64_t(std::min(a, b)) << 32 | std::max(a, b);
    };
    std::unordered_map<std::uint64_t, std::uint64_t> next;
    for (const Triangle& t : surface.triangles()) {
        int above = 0;
        for (std::uint32_t p : t)
            above += height[p] >= 0;
        if (above == 0 || above == 3)
            continue;
        for (size_t c = 0; c < 3; ++c) {
            const std::uint32_t a = t[c], b = t[(c + 1) % 3], d = t[(c + 2) % 3];
            if ((height[a] >= 0) == (above == 1) && (height[b] >= 0) != (above == 1) &&
                (height[d] >= 0) != (above == 1)) {
                // `a` alone on its side: from one of its edges to the other, with what is inside on the left.
                if (above == 1)
                    next[key(a, b)] = key(a, d);
                else
                    next[key(a, d)] = key(a, b);
            }
        }
    }
    const auto place = [&](std::uint64_t edge) {
        const auto a = static_cast<std::uint32_t>(edge >> 32), b = static_cast<std::uint32_t>(edge);
        const double t = height[a] / (height[a] - height[b]);
        return plane.toPlane(points[a].cast<double>() + t * (points[b] - points[a]).cast<double>());
    };
    Rings out;
    // In the order of the triangles, not of the map: the same rings on every run.
    for (const Triangle& t : surface.triangles())
        for (size_t c = 0; c < 3; ++c) {
            const std::uint64_t start = key(t[c], t[(c + 1) % 3]);
            if (!next.contains(start))
                continue;
            Ring ring;
            std::uint64_t at = start;
            bool closed = false;
            while (true) {
                const auto it = next.find(at);
                if (it == next.end())
                    break;
                ring.push_back(place(at));
                const std::uint64_t to = it->second;
                next.erase(it);
                if (to == start) {
                    closed = true;
                    break;
                }
                at = to;
            }
            if (closed && ring.size() > 2)
                out.push_back(std::move(ring));
        }
    return out;
}

Surface clipped(const Surface& surface, const Plane& plane)
{
    if (!surface.isClosed())
        throw Error(ErrorCode::BadInput, "An open surface cannot be cut.", "Make the surface from a mask.");
    vtkNew<vtkPlane> cut; // keeps what lies along its normal
    const Vec3 at = plane.offset * plane.normal;
    cut->SetOrigin(at.x(), at.y(), at.z());
    cut->SetNormal(-plane.normal.x(), -plane.normal.y(), -plane.normal.z());
    vtkNew<vtkPlaneCollection> planes;
    planes->AddItem(cut);
    vtkNew<vtkClipClosedSurface> clip;
    clip->SetInputData(toVtk(surface));
    clip->SetClippingPlanes(planes);
    clip->GenerateFacesOn();
    vtkNew<vtkTriangleFilter> triangles;
    triangles->SetInputConnection(clip->GetOutputPort());
    triangles->PassLinesOff();
    triangles->PassVertsOff();
    triangles->Update();
    if (triangles->GetOutput()->GetNumberOfPolys() == 0)
        return {};
    return fromVtk(triangles->GetOutput(), [](const Vec3& p) { return p; });
}

} // namespace pollux
