#pragma once

#include "core/case/case.h"
#include "core/case/placed_implant.h"
#include "core/jobs/job.h"
#include "core/solid/dental_implant.h"
#include "plugins/implant/execution_error.h"
#include "plugins/implant/neighbour_distance.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::implant {

/// Something that an implant keeps away from.
struct Neighbour
{
    Id id;
    std::string name;
    enum class Kind { Canal, Tooth, Implant } kind = Kind::Canal;
};

/// How near something comes, and where.
struct Approach
{
    double mm = 0; ///< between surfaces; below 0: they overlap
    Vec3 onImplant = Vec3::Zero();
    double along = 0;
    std::string name;
    double chanceOfContact = 0; ///< 0 to 1, see chanceNearer
    double chanceBelowLimit = 0;
};

/// Values of the image around the implant.
struct Density
{
    double mean = 0, sd = 0;
    double crestal = 0; ///< mean of the first 2 mm in bone
    double apical = 0;  ///< mean of the apical third
    size_t samples = 0;
};

struct PlacementMeasures
{
    std::optional<Approach> canal, tooth, implant;
    double plate = 0; ///< least bone around the engaged part, mm; below 0: it comes out
    Vec3 platePlace = Vec3::Zero();
    bool plateKnown = false;
    double crest = 0;   ///< along the axis, where the implant enters the bone, mm below the platform
    double engaged = 0; ///< share of the body's surface in bone, 0 to 1
    Density density;
    double outside = 0; ///< share of the implant outside the image, 0 to 1
};

/// What an implant is measured against, prepared once: distances to bone and to neighbours in a region about a place.
/// Measuring takes milliseconds. Immutable after it was made; any thread.
class PlacementScene
{
public:
    struct Inputs
    {
        Id volume, bone;
        std::vector<Id> canals, teeth;
        Id self; ///< the plan that is made anew: not a neighbour of itself
    };

    /// `around`: everything within `reach` mm of it is known. Throws Error (Cancelled).
    PlacementScene(const Case& c, const Inputs& inputs, const Vec3& around, double reach, const Job& job);

    bool covers(const Outline& outline, const AxisPose& pose) const;
    PlacementMeasures measure(const DentalImplant& implant, const AxisPose& pose, const ExecutionError& error,
                              double canalLimit) const;
    const std::vector<Id>& others() const { return m_others; } ///< bodies of other implants that were measured against

private:
    Volume m_image;
    Volume m_bone; ///< signed distance
    Box m_known;
    std::vector<std::pair<Neighbour, NeighbourDistance>> m_neighbours;
    std::vector<Id> m_others;
};

/// A first axis for an implant whose platform lies at a point: towards the middle of the bone 0.6 to 1.2 lengths away,
/// a unit vector. nullopt: no bone there.
std::optional<Vec3> firstAxis(const Mask& bone, const Vec3& platform, double length);

} // namespace pollux::implant
