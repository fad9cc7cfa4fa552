#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

/// What a distance says where nothing is known of a structure, mm.
inline constexpr double kFar = 1e6;

/// Indices of the voxels within `reach` mm of a place along each axis, cut to the grid.
IndexBox boxAround(const Grid& grid, const Vec3& centre, double reach);
/// Signed distance of a mask in that box (mm, below 0 inside); empty outside the grid. Throws Error (Cancelled).
Volume distanceAbout(const Mask& mask, const Vec3& centre, double reach, const Job& job);
/// Of such a distance at a place; kFar where it is not known.
inline double distanceAt(const Volume& field, const Vec3& p)
{
    return field.empty() ? kFar : field.sample(p, kFar);
}

/// Share of the eight voxels about a place that are set, by nearness (trilinear): one half is on the surface.
double shareSet(const Mask& mask, const Vec3& p);

/// Bone from a place within it along a unit direction to its surface, mm, at most `most`.
double boneAlong(const Volume& bone, const Vec3& from, const Vec3& direction, double most);

/// Mean and standard deviation of values as they come.
class RunningMean
{
public:
    void add(double v)
    {
        m_sum += v;
        m_squares += v * v;
        ++m_count;
    }
    size_t count() const { return m_count; }
    double mean() const { return m_count > 0 ? m_sum / double(m_count) : 0; }
    double sd() const
    {
        const double n = double(m_count);
        return m_count > 1 ? std::sqrt(std::max(0.0, (m_squares - m_sum * m_sum / n) / (n - 1))) : 0;
    }

private:
    double m_sum = 0, m_squares = 0;
    size_t m_count = 0;
};

} // namespace pollux::implant
