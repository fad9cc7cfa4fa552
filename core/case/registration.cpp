#include "core/case/registration.h"

#include "core/image/registration/displacement_field.h"

namespace pollux {

Vec3 Registration::operator()(const Vec3& p) const
{
    return field ? (*field)(p) : map(p);
}

std::shared_ptr<const DisplacementField> fieldOn(const Registration& r, const Grid& fixed)
{
    return r.field ? r.field : std::make_shared<const DisplacementField>(fieldOf(r.map, fixed));
}

} // namespace pollux
