#include "core/anatomy/landmark_parts.h"

#include "core/base/sentence.h"
#include "core/base/text.h"

#include <Eigen/Geometry>

#include <algorithm>

namespace pollux::detail {

double byVoxel(const BoneShape& bone, const Vec3& direction)
{
    const double e = bone.voxelAlong(direction) / 4;
    return 1 / (1 + e * e);
}

std::string halfVoxelText(const BoneShape& bone, const Vec3& direction)
{
    return filled("known to half a voxel, %1 mm", {toText(bone.voxelAlong(direction) / 2, 1)});
}

void put(JointLandmarks& out, const BoneShape& bone, std::string key, std::string label, const Vec3& position,
         double confidence, std::string why)
{
    if (!position.allFinite())
        return;
    BoneLandmark l;
    l.key = std::move(key);
    l.label = std::move(label);
    l.position = position;
    l.confidence = std::clamp(confidence, 0.0, 1.0);
    l.why = std::move(why);
    if (bone.share() < 0.9) {
        l.confidence *= bone.share();
        l.why += filled("; the mask of the %1 is in pieces", {bone.label()});
    }
    out.points.push_back(std::move(l));
}

void putTip(JointLandmarks& out, const BoneShape& bone, std::string key, std::string label, const BoneShape::Tip& tip,
            const Vec3& direction, double confidence)
{
    if (!tip.found)
        return;
    std::string why = halfVoxelText(bone, direction);
    if (tip.cut) {
        confidence = std::min(confidence, 0.2);
        why += "; the bone ends at the image's border there";
    }
    put(out, bone, std::move(key), std::move(label), tip.point, confidence * byVoxel(bone, direction), std::move(why));
}

void putShaft(JointLandmarks& out, const BoneShape& bone, const std::optional<ShaftFit>& shaft)
{
    if (!shaft)
        return;
    // Sections of 60 mm and more, within a millimetre of a line, are trusted.
    double confidence = std::min(1.0, shaft->lengthMm / 60) / (1 + shaft->rmsMm * shaft->rmsMm);
    std::string why = filled("line through the sections of %1 mm of the shaft, within %2 mm",
                             {toText(shaft->lengthMm, 0), toText(shaft->rmsMm, 2)});
    if (!shaft->all) {
        confidence = std::min(confidence, 0.3);
        why += "; too little of the shaft is in the image";
    }
    const Vec3 half = 0.5 * shaft->lengthMm * shaft->up;
    put(out, bone, bone.label() + "-shaft-distal", term("Shaft axis, distal end"), shaft->point - half, confidence,
        why);
    put(out, bone, bone.label() + "-shaft-proximal", term("Shaft axis, proximal end"), shaft->point + half, confidence,
        why);
}

Vec3 across(const Vec3& v, const Vec3& up, const Vec3& otherwise)
{
    Vec3 a = v - up * up.dot(v);
    if (a.norm() < 1e-6)
        a = otherwise - up * up.dot(otherwise);
    return a.norm() < 1e-6 ? up.unitOrthogonal() : Vec3(a.normalized());
}

} // namespace pollux::detail
