#pragma once

#include "core/geometry/vec.h"
#include "core/phantom/labels.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

namespace pollux::phantom {

/// A region of the body: inside `box` the function says which label a point has, or None where the shape is not.
struct Solid
{
    Box box;
    std::function<Label(const Vec3&)> label;
};

/// Negative inside, about a distance (mm) near the surface.
/// I. Quilez' bound for an ellipsoid: k0 (k0 - 1) / k1.
double ellipsoid(const Vec3& p, const Vec3& centre, const Vec3& radii);
/// Smooth minimum and maximum (polynomial), blending over about `k` mm.
double smoothMin(double a, double b, double k);
double smoothMax(double a, double b, double k);
/// 0 at or below `from`, 1 at or above `to`, once continuously differentiable between (also for from > to).
double smoothStep(double from, double to, double x);

/// A point of a tube's centreline and the tube's radius there (mm).
struct TubePoint
{
    Vec3 position;
    double radius;
};
/// Centripetal-free Catmull-Rom curve through the points, sampled about every `step` mm.
std::vector<TubePoint> smoothPath(const std::vector<TubePoint>& points, double step = 4);

/// Shortest distance between two line pieces.
double segmentDistance(const Vec3& a0, const Vec3& a1, const Vec3& b0, const Vec3& b1);
/// Signed distance to the tube (negative inside).
double tubeDistance(const std::vector<TubePoint>& path, const Vec3& p);

/// Adds a tube as one solid a piece, its radius less `inset` (pieces that vanish are left out).
/// `height` stretches the cross-section along z.
void addTube(std::vector<Solid>& solids, const std::vector<TubePoint>& path, double inset,
             const std::function<Label(const Vec3&)>& label, double height = 1);
/// The same with one label.
void addTube(std::vector<Solid>& solids, const std::vector<TubePoint>& path, double inset, Label label,
             double height = 1);

/// Answers "which label is at this point": solids in order of priority, found by cells of 12 mm.
class SolidIndex
{
public:
    /// `solids`: highest priority first; kept by reference.
    SolidIndex(const std::vector<Solid>& solids, const Box& region);
    /// Air where no solid claims the point.
    Label at(const Vec3& p) const;

private:
    const std::vector<Solid>& m_solids;
    Box m_region;
    int m_cells[3];
    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_items;
};

} // namespace pollux::phantom
