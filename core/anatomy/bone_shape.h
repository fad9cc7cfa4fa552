#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <functional>
#include <string>
#include <vector>

namespace pollux {

/// A face between a voxel of a bone and one outside: a sample of the bone's surface. Its middle lies off the surface
/// along `axis` by an error that is even within half the voxel's size, whatever the slope: that is how samples of
/// thick slices are weighted.
struct BoneFace
{
    Vec3 point = Vec3::Zero();    ///< middle of the face, LPS, mm
    Vec3 outward = Vec3::UnitZ(); ///< unit, along an axis of the grid
    double step = 1;              ///< size of a voxel along it, mm
    double area = 1;              ///< mm^2
    bool atImageBorder = false;   ///< the bone goes on, or may, beyond the image
};

/// What lies between two planes across a direction.
struct BoneSlab
{
    double along = 0; ///< middle, mm along the direction
    double area = 0;  ///< mean area of the section, mm^2
    Vec3 centroid = Vec3::Zero();
};

/// The largest connected part of a bone's mask, its surface and sections. Built once, then const; any thread.
/// Throws Error (BadInput) for an empty mask, one of fewer than 200 voxels, and one of more than 8 million faces.
class BoneShape
{
public:
    /// `label`: how errors call it ("tibia").
    BoneShape(const Mask& mask, std::string label, const Job& job);

    const std::string& label() const { return m_label; }
    const std::vector<BoneFace>& faces() const { return m_faces; }
    const Vec3& centroid() const { return m_centroid; }
    const Grid& grid() const { return m_mask.grid(); }
    double volumeMm3() const { return m_mask.volumeMl() * 1000; }
    double share() const { return m_share; } ///< of the mask's voxels that the largest part holds, 0..1
    bool contains(const Vec3& p) const { return m_mask.contains(p); }
    /// Size of a voxel along a unit direction, mm.
    double voxelAlong(const Vec3& direction) const;
    /// Least and greatest p . direction over the faces.
    std::pair<double, double> extent(const Vec3& direction) const;
    /// Sections across a unit direction, ascending, `thickness` mm each; a voxel is shared out by how far it reaches
    /// into each. The slabs are aligned to multiples of the thickness.
    std::vector<BoneSlab> slabs(const Vec3& direction, double thickness, const Job& job) const;
    /// Mean of the voxels for which `within` holds, and their spread (covariance, mm^2); count 0 if there are none.
    struct Spread
    {
        std::int64_t count = 0;
        Vec3 mean = Vec3::Zero();
        Mat3 covariance = Mat3::Zero();
    };
    Spread spread(const std::function<bool(const Vec3&)>& within, const Job& job) const;
    /// Outward unit normal by what of a ball of `radius` mm about p is bone; zero where that tells nothing.
    Vec3 smoothNormal(const Vec3& p, double radius) const;

    /// The outermost place along a unit direction among faces for which `within` holds: at the outermost face's
    /// height, amid the faces that come near it. `cut`: it lies at the image's border.
    struct Tip
    {
        bool found = false;
        Vec3 point = Vec3::Zero();
        bool cut = false;
    };
    Tip tip(const Vec3& direction, const std::function<bool(const Vec3&)>& within) const;

private:
    std::string m_label;
    Mask m_mask;
    std::vector<BoneFace> m_faces;
    Vec3 m_centroid = Vec3::Zero();
    double m_share = 1;
};

/// Faces of `a` that look at `b`: along `towards` (unit), within `reach` mm, with nothing of `a` between; smoothed
/// normal within 60 degrees of `towards`. In order of a.faces(). The surface of a joint.
struct FacingSample
{
    BoneFace face;
    Vec3 normal = Vec3::UnitZ(); ///< smoothed
    double gap = 0;              ///< mm along `towards`
};
std::vector<FacingSample> facing(const BoneShape& a, const BoneShape& b, const Vec3& towards, double reach,
                                 const Job& job);

} // namespace pollux
