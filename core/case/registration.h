#pragma once

#include "core/base/id.h"
#include "core/case/finding.h"
#include "core/case/named_quantity.h"
#include "core/image/registration/affine.h"

#include <memory>
#include <string>
#include <vector>

namespace pollux {

struct DisplacementField;

/// How one image of the case lies upon another: carries a point of the fixed image to its like in the moving one.
struct Registration
{
    std::string name;
    Id fixed;
    Id moving;
    AffineMap map;                                  ///< used where there is no field
    std::shared_ptr<const DisplacementField> field; ///< null for a rigid or affine one
    std::vector<NamedQuantity> values;              ///< how alike before and after, change of volume, folding
    Findings findings;                              ///< what makes it doubtful

    Vec3 operator()(const Vec3& p) const;
};

/// The way of a registration as a field: its own, or its map as one on the corners of the fixed image (exact there and
/// inside).
std::shared_ptr<const DisplacementField> fieldOn(const Registration& r, const Grid& fixed);

} // namespace pollux
