#pragma once

#include "core/anatomy/spine.h"
#include "core/image/bright.h"
#include "core/image/mask.h"
#include "core/image/pieces.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux {

struct VertebraeOptions
{
    double leastMl = 5;    ///< smaller parts are dropped
    double metal = 3000;   ///< HU from which a voxel is taken for metal
    double pieceMl = 0.1;  ///< smaller pieces beside a vertebra are not told
    double leastGap = 0.1; ///< depth of the valley of a disc in the profile of bone (0 to 1) below which there is none
};

/// One vertebra and how far to trust it.
struct FoundVertebra
{
    Mask mask; ///< on the image's grid
    double quality = 0;
    std::string qualityText;
    bool cut = false;            ///< it goes to the edge of the image, or nothing parts it at one end
    double above = 0, below = 0; ///< depth of the valley there, 0 to 1; 0: none
    Vec3 centre = Vec3::Zero();  ///< of its body, LPS, mm
    LoosePieces loose;           ///< of what was parted for it, left out of the mask
};

struct Vertebrae
{
    std::vector<FoundVertebra> bones; ///< from above; which level one is is not known
    /// mm of column below the last gap and above the first in which no other is found: sacrum, or fused, or blurred.
    double unparted = 0, unpartedAbove = 0;
    Bright metal;
    Vec3 unpartedPlace = Vec3::Zero(), unpartedAbovePlace = Vec3::Zero();
};

/// Single vertebrae of the thoracic and lumbar column as far as the image shows them. `ct` (HU) or `bones` (a mask of
/// all bone, marrow filled, canal not) may be nullptr, not both; any orientation, the patient's head up the patient's
/// axis. The canal is the best enclosed way along the column (dynamic programming); discs are the valleys of bone in
/// planes across a tube in front of it, chosen so that they are deep and evenly apart (dynamic programming), each plane
/// tilted to where there is least bone. In front of the canal the planes part; behind it a voxel goes to the vertebra
/// that reaches it through the most bone (shortest way, thin and dark places cost more), which is how facet joints
/// part. What stands off beside the bodies, and what is nearer to it than to a vertebra, is rib and left out. No shape
/// model: fused levels, scoliosis and fractures are parted wrongly or not at all. Throws Error (BadInput) if there is
/// no image, no bone, no column or no gap in it; Error (Cancelled).
Vertebrae findVertebrae(const Volume* ct, const Mask* bones, const VertebraeOptions& options, const Job& job);

namespace anatomy {

/// The column on a work grid (cubic, patient axes); one entry a slice.
struct Column
{
    std::vector<Vec3> canal; ///< middle of the canal
    std::vector<Vec3> body;  ///< middle of the bodies
    double depth = 0;        ///< mm of a body from back to front
    double halfWidth = 0;    ///< mm of a body from its middle to its side
    double seen = 0;         ///< share of the directions across the body in which the canal's middle sees bone
};
/// nullopt if nothing is enclosed like a canal. `bone` on the grid.
std::optional<Column> followColumn(const Mask& bone, const Spine& spine, const Job& job);

/// A gap between two bodies.
struct DiscPlane
{
    Vec3 point = Vec3::Zero(), up = Vec3::UnitZ();
    double depth = 0; ///< of the valley, 0 to 1
};
/// From above. `values`: HU on the grid of `bone`, may be empty.
std::vector<DiscPlane> findDiscs(const Mask& bone, const Volume& values, const Column& column, double least,
                                 const Job& job);

} // namespace anatomy

} // namespace pollux
