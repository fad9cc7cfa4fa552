#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <optional>
#include <vector>

namespace pollux::detail {

/// Axes that a vertebra is looked at in: x anterior, y cranial, z to the patient's right, columns of `axes`; LPS, mm.
struct VertebraAxes
{
    Vec3 origin = Vec3::Zero();
    Mat3 axes = Mat3::Identity();

    Vec3 toPatient(const Vec3& local) const { return origin + axes * local; }
    Vec3 toLocal(const Vec3& patient) const { return axes.transpose() * (patient - origin); }
    /// y along `up`, x as near to `forward` as may be.
    static VertebraAxes of(const Vec3& origin, const Vec3& up, const Vec3& forward);
};

/// A plane section, as bone or not at points `step` mm apart about its middle.
struct BoneSection
{
    int nu = 0, nv = 0;
    double step = 1;
    std::vector<std::uint8_t> bone; ///< u fastest

    std::size_t at(int i, int j) const { return std::size_t(j) * std::size_t(nu) + std::size_t(i); }
    double u(int i) const { return (i - (nu - 1) / 2) * step; }
    double v(int j) const { return (j - (nv - 1) / 2) * step; }
    int column(double u) const;
    int row(double v) const;
    /// Those that hang together by faces with a place that `within` allows; empty where there is no bone at (i, j).
    std::vector<std::uint8_t> part(int i, int j) const;
    /// The largest of what is no bone and is enclosed; empty if there is none.
    std::vector<std::uint8_t> largestHole() const;
};

/// The ring of a vertebra in one section: the hole is the canal.
struct CanalSection
{
    double height = 0; ///< y, mm
    double area = 0;   ///< mm^2
    Vec3 centre = Vec3::Zero();
    double front = 0, back = 0; ///< x of the hole's wall in the middle
};

/// The mask of one vertebra as a field that is asked anywhere. Built once, then const; any thread.
class VertebraShape
{
public:
    /// The largest part of the mask, what it encloses filled. Throws Error (BadInput) for a mask that holds next to
    /// nothing, that reaches farther than a vertebra can, or whose grid is none; Error (Cancelled).
    VertebraShape(const Mask& mask, const Job& job);

    /// Distance to the surface, mm: below 0 within the bone.
    double distance(const Vec3& p) const { return m_distance.sample(p, 10); }
    bool contains(const Vec3& p) const { return distance(p) < 0; }
    /// From `from` along the unit vector `to`: where bone begins or ends and stays so for 1.5 mm, mm; nullopt within
    /// `most`.
    std::optional<double> until(bool bone, const Vec3& from, const Vec3& to, double most) const;
    BoneSection section(const Vec3& middle, const Vec3& u, const Vec3& v, double halfU, double halfV,
                        double step) const;
    /// The sections across y that have a hole as large as a canal, ahead of it more bone than behind, ascending.
    std::vector<CanalSection> canal(const VertebraAxes& axes, double step, double spacing, const Job& job) const;

    const Vec3& centroid() const { return m_centroid; }
    const Box& box() const { return m_box; } ///< about it, LPS, mm
    double reach() const { return m_reach; } ///< of the farthest voxel from the centroid, mm

private:
    Volume m_distance;
    Vec3 m_centroid = Vec3::Zero();
    Box m_box;
    double m_reach = 0;
};

} // namespace pollux::detail
