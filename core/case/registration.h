#pragma once

#include "core/base/id.h"
#include "core/case/finding.h"
#include "core/case/named_quantity.h"
#include "core/image/registration/affine.h"
#include "core/image/registration/displacement_field.h"

#include <memory>
#include <string>
#include <vector>

namespace pollux {

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

    Vec3 operator()(const Vec3& p) const { return field ? (*field)(p) : map(p); }
};

} // namespace pollux
