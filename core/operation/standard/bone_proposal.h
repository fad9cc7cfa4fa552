#pragma once

#include "core/case/case.h"
#include "core/image/mask.h"
#include "core/params/param.h"

#include <optional>
#include <string>

namespace pollux {

// What operations that propose bones, or lesions, in a CT have in common.

/// Quality (0 to 1) under which the user is told; unverified.
inline constexpr double kDoubtfulBone = 0.5;

/// A bone as it was found.
struct BoneProposal
{
    std::string name, anatomy;
    double quality = 0; ///< 0 to 1
    std::string qualityText;
    Mask mask;
};

/// A person has confirmed or edited that structure.
bool isChecked(const Case& c, const Id& id);
/// "replace": overwrite those, too.
Param replaceParam();
/// A Stop for an image that says that it is no CT.
std::optional<Finding> notCt(const VolumeObject& volume);
/// Of a structure that stays because a person has checked it.
Finding keptNote(const std::string& name);
/// A Warning for a doubtful one, at `place`.
std::optional<Finding> doubtful(const std::string& name, double quality, const std::string& qualityText,
                                const Vec3& place);
/// Puts it under `id` in its anatomy's colour, or beside something else of that id; nothing where a person has checked
/// what is there, unless `replace`. `shade`: of the colour, so that neighbours are told apart.
void putBone(Edit& edit, const Case& c, const Id& id, BoneProposal bone, bool replace, double shade = 1);

} // namespace pollux
