#pragma once

#include "core/case/case.h"

#include <optional>
#include <vector>

namespace pollux {

/// From a place seen in one image of a case to the same place of the body in another: at once where both share a frame
/// of reference, else over the case's registrations, forwards and backwards, by the fewest of them. A value: keeps what
/// it needs alive. LPS, mm. Thread-safe to read.
class PlaceMap
{
public:
    /// Over which registrations, in order; empty: both images share their frame of reference.
    const std::vector<Id>& over() const { return m_over; }
    /// nullopt where a deformation cannot be led back (its inverse does not settle within 0.01 mm).
    std::optional<Vec3> there(const Vec3& p) const;
    std::optional<Vec3> back(const Vec3& p) const;

private:
    friend std::optional<PlaceMap> placeMap(const Case& c, const Id& from, const Id& to);
    struct Step
    {
        std::shared_ptr<const Registration> registration;
        bool forwards = true; ///< from the fixed image to the moving one
    };
    std::vector<Step> m_steps;
    std::vector<Id> m_over;
};

/// Both are images of the case, and places of one are places of the other without any registration.
bool sameFrame(const Case& c, const Id& a, const Id& b);

/// nullopt if one of them is no image of the case, or nothing joins them.
std::optional<PlaceMap> placeMap(const Case& c, const Id& from, const Id& to);

/// The place of the fixed image that a registration carries to `q`: by the inverse of the affine map, or for a field by
/// the fixed-point iteration p = q - u(p) (Chen et al., Med. Phys. 35 (2008) 81). nullopt if that does not settle.
std::optional<Vec3> placeCarriedTo(const Registration& registration, const Vec3& q);

} // namespace pollux
