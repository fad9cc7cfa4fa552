#include "plugins/implant/top_load.h"

#include <Eigen/Geometry>

namespace pollux::implant {

Vec3 TopLoad::momentOfForce(const Vec3& axis) const
{
    return (-arm * axis).cross(force);
}

} // namespace pollux::implant
