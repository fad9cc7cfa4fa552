#include "core/image/edit/outline.h"

#include "core/base/error.h"
#include "core/image/edit/apply.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace pollux {

namespace {

using Vec2 = Eigen::Vector2d;

/// Patient space as the view sees it: x and y across the direction, depth along it.
class View
{
public:
    explicit View(const Outline& outline)
        : m_origin(outline.points.front()), m_normal(outline.direction.normalized()), m_eye(outline.eye)
    {
        m_x = m_normal.unitOrthogonal();
        m_y = m_normal.cross(m_x);
        if (m_eye)
            m_toPlane = m_normal.dot(m_origin - *m_eye);
    }

    double depth(const Vec3& p) const { return m_normal.dot(p - m_origin); }
    /// False for what lies at or behind the eye.
    bool sees(const Vec3& p) const { return !m_eye || m_normal.dot(p - *m_eye) > 1e-6; }
    Vec2 project(const Vec3& p) const
    {
        const Vec3 q = m_eye ? Vec3(*m_eye + (p - *m_eye) * (m_toPlane / m_normal.dot(p - *m_eye))) : p;
        return {m_x.dot(q - m_origin), m_y.dot(q - m_origin)};
    }

private:
    Vec3 m_origin, m_normal, m_x, m_y;
    std::optional<Vec3> m_eye;
    double m_toPlane = 0;
};

struct Edge
{
    Vec2 a, b;
};

/// Sum of the signed crossings of a ray to +x: how often the edges run around the point.
int winding(const std::vector<Edge>& edges, const Vec2& p)
{
    int n = 0;
    for (const Edge& e : edges) {
        const bool up = e.a.y() <= p.y() && e.b.y() > p.y(), down = e.b.y() <= p.y() && e.a.y() > p.y();
        if (!up && !down)
            continue;
        const double side =
            (e.b.x() - e.a.x()) * (p.y() - e.a.y()) - (p.x() - e.a.x()) * (e.b.y() - e.a.y()); // > 0: p left of it
        if (up && side > 0)
            ++n;
        else if (down && side < 0)
            --n;
    }
    return n;
}

struct Rectangle
{
    Vec2 min = Vec2::Constant(1e300), max = Vec2::Constant(-1e300);

    void include(const Vec2& p)
    {
        min = min.cwiseMin(p);
        max = max.cwiseMax(p);
    }
};

void check(const Outline& outline)
{
    if (outline.points.size() < 3)
        throw Error(ErrorCode::BadInput, "The outline has fewer than three points.", "Draw around the part you mean.");
    bool finite = outline.direction.allFinite() && (!outline.eye || outline.eye->allFinite());
    for (const Vec3& p : outline.points)
        finite = finite && p.allFinite();
    if (!finite || !(outline.direction.norm() > 1e-12) || std::isnan(outline.nearest) || std::isnan(outline.farthest))
        throw Error(ErrorCode::BadInput, "The outline or its view is not a finite position and direction.",
                    "Draw it again.");
}

} // namespace

Mask wholeGrid(const Grid& grid)
{
    checkGrid(grid);
    return Mask(
        grid,
        MaskBricks(grid.size).changed(
            grid.box(), [](const Index3&, const MaskBricks::BrickPointer&) { return MaskBricks::fullBrick(); }, Job()));
}

Mask insideOutline(const Outline& outline, const Mask& domain, const Job& job)
{
    check(outline);
    const View view(outline);
    std::vector<Edge> edges;
    for (size_t n = 0; n < outline.points.size(); ++n) {
        const Vec3& a = outline.points[n];
        const Vec3& b = outline.points[(n + 1) % outline.points.size()];
        if (!view.sees(a))
            throw Error(ErrorCode::BadInput, "The outline lies behind the viewer.", "Draw it in another view.");
        if (view.sees(b))
            edges.push_back({view.project(a), view.project(b)});
    }
    const Grid& grid = domain.grid();
    const auto before = domain.bricks();

    const auto cut = [&](const Index3& brick, const MaskBricks::BrickPointer& old) -> MaskBricks::BrickPointer {
        if (!old)
            return nullptr;
        const IndexBox voxels = before->voxelsOf(brick);
        Rectangle seen;
        double shallow = 1e300, deep = -1e300;
        int visible = 0;
        for (int c = 0; c < 8; ++c) {
            const Vec3 corner =
                grid.toPatient((c & 1) ? voxels.max[0] - 1 : voxels.min[0], (c & 2) ? voxels.max[1] - 1 : voxels.min[1],
                               (c & 4) ? voxels.max[2] - 1 : voxels.min[2]);
            shallow = std::min(shallow, view.depth(corner));
            deep = std::max(deep, view.depth(corner));
            if (view.sees(corner)) {
                ++visible;
                seen.include(view.project(corner));
            }
        }
        if (visible == 0 || deep < outline.nearest || shallow > outline.farthest)
            return nullptr;

        // Edges that a ray to +x from some voxel of the brick can meet; none of them inside its rectangle settles it.
        const bool whole = visible == 8;
        std::vector<Edge> local;
        bool crossed = !whole;
        for (const Edge& e : edges) {
            const Vec2 low = e.a.cwiseMin(e.b), high = e.a.cwiseMax(e.b);
            if (whole && (high.y() < seen.min.y() || low.y() > seen.max.y() || high.x() < seen.min.x()))
                continue;
            local.push_back(e);
            crossed = crossed || low.x() <= seen.max.x();
        }
        const bool inSlab = shallow >= outline.nearest && deep <= outline.farthest;
        if (!crossed) {
            const Vec3 any = grid.toPatient(voxels.min[0], voxels.min[1], voxels.min[2]);
            if (winding(local, view.project(any)) == 0)
                return nullptr;
            if (inSlab)
                return old;
        }
        MaskBricks::Rows rows = old->rows;
        for (size_t r = 0; r < rows.size(); ++r) {
            const int j = voxels.min[1] + static_cast<int>(r) % MaskBricks::kEdge;
            const int k = voxels.min[2] + static_cast<int>(r) / MaskBricks::kEdge;
            for (std::uint32_t left = rows[r]; left != 0; left &= left - 1) {
                const int i = std::countr_zero(left);
                const Vec3 p = grid.toPatient(voxels.min[0] + i, j, k);
                const double depth = view.depth(p);
                const bool inside = depth >= outline.nearest && depth <= outline.farthest && view.sees(p) &&
                                    (!crossed || winding(local, view.project(p)) != 0);
                if (!inside)
                    rows[r] &= ~(1U << i);
            }
        }
        return MaskBricks::brickOf(rows);
    };
    return Mask(grid, before->changed(domain.box(), cut, job));
}

} // namespace pollux
