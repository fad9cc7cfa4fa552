#pragma once

#include "core/geometry/curve.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <limits>

namespace pollux {

/// Straightened: the cut follows the curve, its sample lines at right angles to it, without a twist. Panoramic: all
/// sample lines are parallel to one direction (a ruled surface), as in the panoramic view of a jaw.
enum class CurvedKind { Straightened, Panoramic };
/// What a pixel takes of a slab across the cut.
enum class CurvedSlab { Mean, Maximum, Minimum };

struct CurvedOptions
{
    CurvedKind kind = CurvedKind::Straightened;
    double widthMm = 60; ///< of a sample line, the curve in its middle; 1 to 500
    double stepMm = 0.5; ///< pixel spacing, along the curve and across; 0.05 to 10
    double angleDeg = 0; ///< straightened: turns the cut about the curve; panoramic: tilts `up` about the line
                         ///< between the ends of the curve
    double slabMm = 0;   ///< thickness across the cut, 0 to 200; 0: the cut alone
    CurvedSlab slab = CurvedSlab::Mean;
    double smoothingMm = 0;  ///< of the curve, see CurveOptions
    Vec3 up = Vec3::UnitZ(); ///< panoramic: of the sample lines, towards the top of the image
};

/// Where on the image a patient point lies nearest.
struct CurvedPlace
{
    double column = 0;
    double row = 0;
    double offMm = 0; ///< distance of the point from that place
};

/// The curved cut as a surface in patient space (LPS, mm), and how it lies on the image. Column c is the point at arc
/// length c * stepMm from the start of the curve, row r lies (r - middleRow()) * stepMm from the curve along `across`;
/// pixel centres are whole numbers. A value; any thread.
///
/// Lengths along the middle row are those along the curve, lengths along a column are true. Elsewhere the image is
/// stretched on the outer side of a bend and compressed on the inner one (straightened), or sheared where the curve
/// climbs along `up` (panoramic): measure there in the slices.
class CurvedSurface
{
public:
    CurvedSurface() = default; ///< empty
    /// Throws Error (BadInput) for options out of range, a curve that resampledCurve() refuses, more than 2^24 pixels,
    /// and a panoramic cut whose lines run along more than half of the curve (within 15 degrees).
    CurvedSurface(const std::vector<Vec3>& curve, const CurvedOptions& options);

    bool empty() const { return m_line.empty(); }
    int columns() const { return static_cast<int>(m_line.size()); }
    int rows() const { return m_rows; } ///< odd
    double middleRow() const { return (m_rows - 1) / 2.0; }
    double stepMm() const { return m_stepMm; }
    double lengthMm() const { return m_stepMm * (columns() - 1); } ///< along the curve, as shown
    /// One a column; `across` points to higher rows, and the slab lies along slabNormal().
    const std::vector<CurvePoint>& line() const { return m_line; }
    const Vec3& slabNormal(int column) const { return m_normals[static_cast<size_t>(column)]; }

    Vec3 toPatient(double column, double row) const; ///< columns beyond the ends go straight on
    /// The place of the image nearest to a point, within the image. The inverse of toPatient() where sample lines do
    /// not cross, so within the radius of curvature. Takes a time proportional to the columns.
    CurvedPlace nearest(const Vec3& p) const;

private:
    std::vector<CurvePoint> m_line;
    std::vector<Vec3> m_normals;
    int m_rows = 0;
    double m_stepMm = 1;
};

/// Values on a curved cut, row by row.
struct CurvedImage
{
    /// Stands for "beyond the image": no voxel has it.
    static constexpr float kOutside = -std::numeric_limits<float>::infinity();

    CurvedSurface surface;
    std::vector<float> values; ///< unit of the volume (HU for CT)
    bool anyInside = false;    ///< some pixel has a value

    float at(int column, int row) const
    {
        return values[static_cast<size_t>(row) * static_cast<size_t>(surface.columns()) + static_cast<size_t>(column)];
    }
};

/// Curved planar reformation (Kanitsar et al., IEEE Visualization 2002): the volume on a curved cut, trilinear; half a
/// voxel beyond the outer voxel centres counts as inside, as in the slices. A slab takes samples about a voxel apart;
/// those beyond the volume and those that are not a number are left out. Pure, several threads, any thread.
/// Throws as CurvedSurface, Error (BadInput) for an empty volume, and Error (Cancelled).
CurvedImage reformatCurved(const Volume& volume, const std::vector<Vec3>& curve, const CurvedOptions& options,
                           const Job& job);

/// About how many samples reformatCurved() takes: what to make coarser where it must be quick.
double curvedSamples(const Grid& grid, const std::vector<Vec3>& curve, const CurvedOptions& options);

} // namespace pollux
