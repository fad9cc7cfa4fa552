#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <vector>

namespace pollux::anatomy {

/// How bones that lie close together are parted. Lengths in mm.
struct PartOptions
{
    double threshold = 226; ///< HU from which a voxel counts as bone
    double sharpen = 2;     ///< weight of the unsharp mask by which the gap of a joint is deepened
    double sigma = 2;       ///< mm of its Gaussian
    double neck = 0.55;     ///< two parts are one where their neck is thicker than this share of the thinner part
    double least = 1;       ///< mm by which a neck must be thinner than both parts
};

/// Bone split at its necks, on a work grid of cubic voxels (i to the left, j posterior, k superior).
struct BoneParts
{
    Volume work;                      ///< HU, Float32
    std::vector<float> depth;         ///< mm inside the filled and sharpened bone, 0 outside; for splitting again
    std::vector<std::int32_t> labels; ///< 1.. per voxel of the work grid, 0 no bone; no order
    std::int32_t count = 0;

    const Grid& grid() const { return work.grid(); }
};

/// Threshold of the sharpened image, marrow filled slice by slice, then parts by flooding the distance map from its
/// peaks: a basin joins the next one if the saddle between them is nearly as deep as the lower peak (watershed by
/// immersion with merging by saddle, Vincent and Soille, IEEE TPAMI 13 (1991) 583). Voxels that sharpening took away go
/// to the part that reaches them through the brightest way, so that borders lie in the dark gap. `work` on a grid of
/// workGrid(). Throws Error (Cancelled).
BoneParts splitBone(const Volume& work, const PartOptions& options, const Job& job);

/// Splits one label anew from given voxels (offsets on the work grid), one list a new part; the first keeps `label`.
/// Returns the labels.
std::vector<std::int32_t> splitAgain(BoneParts& parts, std::int32_t label,
                                     const std::vector<std::vector<std::int64_t>>& seeds, const Job& job);

/// Holes of `bits` (i fastest, of `size`) in the planes across `axis`. A hole that more than one region of at least
/// `island` voxels borders on is the gap of a joint and none, as is one of more voxels that is thin all over; nor is
/// one whose border is another bone, `others` (may be empty), over more than a small share. `bridge`: breaks of up to
/// two voxels in the wall are closed first. `widest`: voxels that a bone cut by the slice's edge may be wide there; it
/// is closed along the edge.
std::vector<std::uint8_t> enclosedAcross(const std::vector<std::uint8_t>& bits, const std::vector<std::uint8_t>& others,
                                         const Index3& size, int axis, std::int64_t island, bool bridge, int widest,
                                         const Job& job);

/// Fills the marrow of bone on a work grid: what is enclosed across the body's axis, and what is enclosed with small
/// breaks bridged across two of the three axes (channels between bones are so across one alone).
void fillMarrow(std::vector<std::uint8_t>& bits, const std::vector<std::uint8_t>& others, const Grid& grid,
                const Job& job);

} // namespace pollux::anatomy
