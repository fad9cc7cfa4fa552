#pragma once

#include "core/anatomy/bone_parts.h"
#include "core/image/bright.h"
#include "core/image/pieces.h"

#include <string>
#include <vector>

namespace pollux {

enum class LegJoint { Ankle, Knee, Hip };

struct LegBoneOptions
{
    LegJoint joint = LegJoint::Ankle;
    anatomy::PartOptions parts;
    double leastMl = 1;   ///< smaller parts are dropped: calcium, cables
    double pieceMl = 0.1; ///< smaller pieces of a bone are not told
    double metal = 3000;  ///< HU from which a voxel is taken for metal
    double distinct = 25; ///< mm^2 that a shaft must have in a slice
    int side = 0;         ///< of a single leg: +1 left, -1 right, 0 to be found
};

/// A bone of the leg and how far to trust it.
struct LegBone
{
    std::string anatomy; ///< "tibia", ..., "pelvis"; "bone" for the other bones of the foot
    int side = 0;        ///< +1 left, -1 right
    Mask mask;           ///< on the CT's grid
    double quality = 0;  ///< 0 doubtful .. 1
    std::string qualityText;
    bool cut = false;          ///< it reaches the edge of the image
    double contact = 0;        ///< share of its surface at which another bone was cut off from it
    Vec3 place = Vec3::Zero(); ///< middle of that contact (LPS, mm), or of the bone
    LoosePieces loose;         ///< parts beside its largest one; the mask leaves them out but for "pelvis" and "bone"
};

/// Two bones that hang together, and where.
struct UnpartedBones
{
    std::string first, second; ///< anatomy keys
    int side = 0;
    Vec3 place = Vec3::Zero();
};

struct LegBones
{
    std::vector<LegBone> bones;
    std::vector<UnpartedBones> unparted;
    bool sideAssumed = false; ///< of a single leg: by its place in the scanner alone
    Bright metal;
};

/// Separate bones of one or two legs in a CT (HU, any orientation; the patient lies or stands with the feet down the
/// patient's axis). splitBone() on a work grid of about 1 mm, legs told apart by the valley of the body's depth between
/// them, bones named by place: shafts where the image cuts them, the rest by what lies next below. No shape model and
/// no atlas: unusual anatomy, fractures and fused joints are named wrongly or not at all. Throws Error (BadInput) if
/// there is no image or no bone, Error (Cancelled).
LegBones findLegBones(const Volume& ct, const LegBoneOptions& options, const Job& job);

namespace anatomy {

/// A part as the naming rules see it; indices of the work grid.
struct PartFacts
{
    std::int32_t label = 0;
    std::int64_t voxels = 0;
    IndexBox box;
    Vec3 centroid = Vec3::Zero(); ///< LPS, mm
    int side = 0;                 ///< leg it belongs to: +1 left, -1 right, 0 there is but one
};

/// The surface between two legs: its x (LPS, mm) over z, from `low` on every `step` mm; beyond its ends it goes
/// straight on along the body.
struct LegSeam
{
    bool found = false;
    double low = 0, step = 1;
    std::vector<double> x;

    int sideOf(const Vec3& p) const
    {
        const double row = (p.z() - low) / step;
        const auto last = double(x.size()) - 1;
        return p.x() > x[std::size_t(row < 0 ? 0 : row > last ? last : row + 0.5)] ? 1 : -1;
    }
};
/// The valley of the body's depth from front to back between two legs, where no bone is: the cheapest way from slice to
/// slice (dynamic programming). `lower`: share of the slices, from below, that are looked at.
LegSeam findLegSeam(const BoneParts& parts, const std::vector<PartFacts>& facts, double lower, const Job& job);

/// What the parts of one leg are. One entry a bone; labels that no entry has are no bone of this leg.
struct NamedBone
{
    std::string anatomy;
    int side = 0;
    std::vector<std::int32_t> labels;
};
/// `parts` may be split further. `side`: of the leg.
std::vector<NamedBone> nameLeg(BoneParts& parts, std::vector<PartFacts> leg, int side, const LegBoneOptions& options,
                               std::vector<UnpartedBones>& unparted, const Job& job);
/// Facts of every part of at least `least` voxels that does not lie in air, after small parts have joined the one they
/// are grown together with.
std::vector<PartFacts> partFacts(BoneParts& parts, std::int64_t least, const Job& job);

} // namespace anatomy

} // namespace pollux
