#include "core/image/edit/level_trace.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/edit/brush.h"
#include "core/image/edit/outline.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

/// Squares between four pixel centres. Corners and edges are counted from the lower left one, counter-clockwise as x
/// runs right and y runs down: corner 0 (x, y), 1 (x+1, y), 2 (x+1, y+1), 3 (x, y+1); edge n joins corners n and n+1.
constexpr std::array<std::array<int, 2>, 4> kCorner{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
constexpr std::array<std::array<int, 2>, 4> kAcross{{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}}; ///< the square beyond an edge

class Squares
{
public:
    Squares(const SlicePixels& slice, float level) : m_slice(slice), m_level(level) {}

    /// What lies beyond the image is lower than everything, so every line closes.
    float value(int x, int y) const
    {
        if (x < 0 || y < 0 || x >= m_slice.width || y >= m_slice.height)
            return -std::numeric_limits<float>::infinity();
        const float v = m_slice.values[static_cast<size_t>(y) * m_slice.width + x];
        return std::isnan(v) ? -std::numeric_limits<float>::infinity() : v;
    }
    float corner(int x, int y, int n) const { return value(x + kCorner[n][0], y + kCorner[n][1]); }
    bool inside(int x, int y, int n) const { return corner(x, y, n) >= m_level; }

    /// The line enters a square through an edge with the inside on its left; -1 if it does not enter there.
    /// Edge e is an entry if corner e is outside and corner e + 1 inside.
    bool enters(int x, int y, int e) const { return !inside(x, y, e) && inside(x, y, (e + 1) % 4); }

    /// The edge through which it leaves again.
    int leaves(int x, int y, int e) const
    {
        const bool both =
            inside(x, y, e) == inside(x, y, (e + 2) % 4) && inside(x, y, (e + 1) % 4) == inside(x, y, (e + 3) % 4);
        if (both) {
            // Inside corners face each other: the value of the bilinear saddle says whether they hang together.
            const double a = corner(x, y, 0), b = corner(x, y, 1), c = corner(x, y, 2), d = corner(x, y, 3);
            const double sum = a + c - b - d;
            const double saddle = std::isfinite(sum) && sum != 0 ? (a * c - b * d) / sum : -1e300;
            return saddle >= m_level ? (e + 3) % 4 : (e + 1) % 4;
        }
        for (int n = 1; n < 4; ++n)
            if (inside(x, y, (e + n) % 4) && !inside(x, y, (e + n + 1) % 4))
                return (e + n) % 4;
        return e;
    }

    Vec3 crossing(int x, int y, int e) const
    {
        const int f = (e + 1) % 4;
        const float a = corner(x, y, e), b = corner(x, y, f);
        // At the border of the image: half a pixel beyond the last centre, where the pixel ends.
        double t = 0.5;
        if (std::isfinite(a) && std::isfinite(b))
            t = std::clamp((double(m_level) - a) / (double(b) - a), 0.0, 1.0);
        const double px = x + kCorner[e][0] + t * (kCorner[f][0] - kCorner[e][0]);
        const double py = y + kCorner[e][1] + t * (kCorner[f][1] - kCorner[e][1]);
        return m_slice.origin + m_slice.pixel * (px * m_slice.right + py * m_slice.down);
    }

private:
    const SlicePixels& m_slice;
    float m_level;
};

} // namespace

SlicePixels sampleSlice(const Volume& volume, const Vec3& point, const Vec3& normal, const Job& job)
{
    if (volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose an image that has been loaded.");
    if (!(point.allFinite() && normal.allFinite() && normal.norm() > 1e-12))
        throw Error(ErrorCode::BadInput, "The slice is not a finite plane.", "Choose another view.");
    const Grid& grid = volume.grid();
    const Vec3 n = normal.normalized();
    SlicePixels out;
    // Along the grid's axis that lies closest to the plane, so that a plane along the grid meets its voxels.
    Eigen::Index axis = 0;
    (grid.direction.transpose() * n).cwiseAbs().minCoeff(&axis);
    const Vec3 along = grid.direction.col(axis);
    out.right = (along - n * n.dot(along)).normalized();
    out.down = n.cross(out.right);
    out.pixel = grid.spacing.minCoeff();

    // The extent of the volume as the plane sees it, counted in pixels from the first voxel.
    const auto seen = [&](const Vec3& p) -> Vec3 {
        return Vec3(out.right.dot(p - grid.origin), out.down.dot(p - grid.origin), 0) / out.pixel;
    };
    Vec3 low = Vec3::Constant(1e300), high = Vec3::Constant(-1e300);
    for (int c = 0; c < 8; ++c) {
        const Vec3 p = seen(grid.toPatient((c & 1) ? grid.size[0] - 1 : 0, (c & 2) ? grid.size[1] - 1 : 0,
                                           (c & 4) ? grid.size[2] - 1 : 0));
        low = low.cwiseMin(p);
        high = high.cwiseMax(p);
    }
    const Vec3 first(std::ceil(low[0] - 1e-6), std::ceil(low[1] - 1e-6), 0);
    const double width = std::floor(high[0] + 1e-6) - first[0] + 1, height = std::floor(high[1] + 1e-6) - first[1] + 1;
    constexpr double kMostPixels = 1 << 28;
    if (!(width * height <= kMostPixels))
        throw Error(ErrorCode::OutOfMemory, "The slice is too large to trace in.", "Resample the image first.");
    out.width = static_cast<int>(width);
    out.height = static_cast<int>(height);
    out.origin =
        grid.origin + n * n.dot(point - grid.origin) + out.pixel * (first[0] * out.right + first[1] * out.down);
    out.values.resize(static_cast<size_t>(out.width) * out.height);
    parallelFor(0, out.height, 16, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t y = from; y < to; ++y) {
            job.checkStop();
            for (int x = 0; x < out.width; ++x)
                out.values[static_cast<size_t>(y * out.width + x)] = static_cast<float>(
                    volume.sample(out.origin + out.pixel * (x * out.right + static_cast<double>(y) * out.down),
                                  std::numeric_limits<double>::quiet_NaN()));
        }
    });
    return out;
}

std::vector<Vec3> traceLevel(const SlicePixels& slice, const Vec3& point)
{
    std::vector<Vec3> line;
    if (slice.values.empty() || !point.allFinite())
        return line;
    const double px = slice.right.dot(point - slice.origin) / slice.pixel;
    const double py = slice.down.dot(point - slice.origin) / slice.pixel;
    if (!(px >= -0.5 && py >= -0.5 && px <= slice.width - 0.5 && py <= slice.height - 0.5))
        return line;
    const double cx = std::clamp(px, 0.0, slice.width - 1.0), cy = std::clamp(py, 0.0, slice.height - 1.0);
    int x = static_cast<int>(cx);
    const int y = static_cast<int>(cy);
    const double fx = cx - x, fy = cy - y;
    double level = 0;
    {
        const Squares plain(slice, 0);
        for (int n = 0; n < 4; ++n) {
            const double w = (kCorner[n][0] ? fx : 1 - fx) * (kCorner[n][1] ? fy : 1 - fy);
            if (w > 0)
                level += w * plain.corner(x, y, n);
        }
    }
    if (!std::isfinite(level))
        return line;
    // On a plateau the line would run just through pixel centres, and rounding decide what lies inside: half way to what
    // comes first on the right it does not.
    const auto value = [&](int i) { return double(slice.values[static_cast<size_t>(y) * slice.width + i]); };
    if (value(x) == level)
        for (int i = x + 1; i < slice.width; ++i)
            if (std::isfinite(value(i)) && value(i) != level) {
                level = (level + value(i)) / 2;
                break;
            }

    // The line through the pointer runs through its square; on a plateau, through the first border to the right.
    const Squares squares(slice, static_cast<float>(level));
    int entry = -1;
    for (; x < slice.width && entry < 0; ++x) {
        double nearest = std::numeric_limits<double>::infinity();
        for (int e = 0; e < 4; ++e) {
            if (!squares.enters(x, y, e))
                continue;
            const Vec3 a = squares.crossing(x, y, e), b = squares.crossing(x, y, squares.leaves(x, y, e));
            const double d = std::min({(a - point).norm(), (b - point).norm(), (0.5 * (a + b) - point).norm()});
            if (d < nearest) {
                nearest = d;
                entry = e;
            }
        }
        if (entry >= 0)
            break;
    }
    if (entry < 0)
        return line;

    // Each square is entered at most twice.
    const std::int64_t most = 2 * (std::int64_t(slice.width) + 1) * (slice.height + 1) + 4;
    int atX = x, atY = y, e = entry;
    for (std::int64_t step = 0; step < most; ++step) {
        line.push_back(squares.crossing(atX, atY, e));
        const int out = squares.leaves(atX, atY, e);
        atX += kAcross[out][0];
        atY += kAcross[out][1];
        e = (out + 2) % 4;
        if (atX == x && atY == y && e == entry)
            return line;
    }
    return {};
}

Mask fillTrace(const std::vector<Vec3>& line, const Vec3& normal, const Grid& grid, const Job& job)
{
    if (line.size() < 3)
        return Mask(grid, MaskBricks(grid.size));
    if (!(normal.allFinite() && normal.norm() > 1e-12))
        throw Error(ErrorCode::BadInput, "The slice is not a finite plane.", "Choose another view.");
    Outline outline;
    outline.points = line;
    outline.direction = normal.normalized();
    const double half = halfThickness(grid, outline.direction);
    outline.nearest = -half * (1 - 1e-6); // half open, as the disc brush
    outline.farthest = half * (1 + 1e-9);
    return insideOutline(outline, wholeGrid(grid), job);
}

} // namespace pollux
