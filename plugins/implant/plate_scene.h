#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/solid/bone_screw.h"
#include "core/solid/flat_component.h"
#include "plugins/implant/component_neighbours.h"
#include "plugins/implant/placement_scene.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace pollux::implant {

/// How deep under a plate's base bone is looked for, mm: farther away it counts as none.
inline constexpr double kUnderPlate = 20;
/// More bone than that beside a screw is told as that, mm.
inline constexpr double kBesidePlateScrew = 10;

enum class PlateScrews { None, OneCortex, BothCortices };

/// What a plate is measured by, mm.
struct PlateRules
{
    double contact = 1; ///< a gap of no more counts as contact
    double hole = 5;    ///< bone no deeper than that under a hole: the hole lies on bone
    double marrow = 20; ///< gaps in the bone along a hole's axis of no more are marrow: what follows is the far cortex
    double oneCortex = 6; ///< most bone that a screw through one cortex takes, where the mask is filled
    PlateScrews screws = PlateScrews::None;
    double screwDiameter = 3.5;
};

/// Where a plate lies by two points.
struct PlateFit
{
    BodyPose pose;
    Vec3 from = Vec3::Zero(), to = Vec3::Zero(); ///< the points on the bone's surface
    double fromOff = 0, toOff = 0;               ///< mm that they were moved
    double roll = 0; ///< degrees from the mean of the surface's normals to this pose, about the axis
};

/// Between a plate's base and bone, along the base's normal, mm; below 0 where bone reaches into the plate.
struct PlateGap
{
    double mean = 0;                             ///< over the base with bone under it
    double greatest = 0;                         ///< there
    Vec3 greatestPlace = Vec3::Zero();           ///< on the base
    std::array<std::optional<double>, 3> thirds; ///< means from the first end to the other; nullopt: no bone under it
    double contact = 0;                          ///< share of the whole base with a gap of no more than the rule's
    double overBone = 0;                         ///< share of the base with bone under it
};

/// Along a hole's axis, mm below the plate's base.
struct PlateHole
{
    Vec3 place = Vec3::Zero(); ///< on the base
    double rim = 0;            ///< share of the hole's middle and rim (8 places) with bone within the rule's reach
    std::vector<std::pair<double, double>> bone; ///< from where to where the axis lies in bone, marrow between; empty:
                                                 ///< none begins within kUnderPlate
    double oneCortex = 0;                        ///< end of a screw through the near cortex
    bool filled = false;                         ///< bone goes on there: the end is the rule's depth, not a surface

    bool onBone(double reach) const { return !bone.empty() && gap() <= reach; }
    double gap() const { return bone.front().first; }
    double bothCortices() const { return bone.back().second; } ///< where the axis leaves the last of it
};

struct PlateScrew
{
    size_t hole = 0;
    BoneScrew screw;
    AxisPose pose;                ///< origin on the plate's top
    std::optional<double> beside; ///< least bone beside it in bone, half a diameter from where it enters and leaves, at
                                  ///< most kBesidePlateScrew; below 0 it comes out; nullopt: too little bone to say
    Vec3 besidePlace = Vec3::Zero();
    std::optional<Approach> avoided, implant;
};

struct PlateMeasures
{
    PlateGap gap;
    double overlap = 0; ///< mm: the deepest place of the plate in bone
    Vec3 overlapPlace = Vec3::Zero();
    std::vector<PlateHole> holes;
    std::vector<PlateScrew> screws;           ///< through holes on bone
    std::vector<size_t> unmade;               ///< holes on bone whose screw would be shorter than twice its diameter
    std::optional<Approach> avoided, implant; ///< of the plate itself
    double outside = 0;                       ///< share of plate and screws outside the image
};

/// What a plate is measured against, prepared once in a region about its axis: fitting and measuring take milliseconds.
/// Immutable; any thread.
class PlateScene
{
public:
    struct Inputs
    {
        Id bone;
        std::vector<Id> avoid; ///< masks or trees
        Id self;
        double speck = 0; ///< ml: smaller parts of the bone's mask near the plate are noise and are left out
    };
    /// `from`, `to`: ends of the plate or farther apart. Throws Error (Cancelled).
    PlateScene(const Case& c, const Inputs& inputs, const Vec3& from, const Vec3& to, const Job& job);

    /// Both points onto the bone's surface, the plate's axis from one to the other, its base away from the bone; turned
    /// about the axis so that the mean gap is least (by 5 degrees within 60, then finer), then by `roll` degrees
    /// (clockwise, seen from the first point); moved out until no bone reaches into it, and by `standoff` mm more.
    PlateFit fit(const FlatComponent& plate, const Vec3& from, const Vec3& to, double roll, double standoff) const;
    PlateMeasures measure(const FlatComponent& plate, const BodyPose& pose, const PlateRules& rules) const;

    /// The nearest place of the bone's surface; nullopt: none is known about there.
    std::optional<Vec3> onSurface(const Vec3& p) const;
    double specksMl() const { return m_specks; } ///< that were left out
    const std::vector<ComponentNeighbour>& neighbours() const { return m_things; }

private:
    std::optional<double> heightAt(const BodyPose& pose, const Vec2& at, double start) const;
    PlateHole hole(const FlatComponent& plate, const BodyPose& pose, const Vec2& at, const PlateRules& rules) const;
    PlateScrew screw(const FlatComponent& plate, const BodyPose& pose, const PlateHole& hole, const BoneScrew& s) const;
    std::optional<Approach> nearest(const std::vector<Vec3>& places, bool implants) const;
    Vec3 slope(const Vec3& p) const;

    Mask m_mask;
    Volume m_bone; ///< signed distance
    std::vector<ComponentNeighbour> m_things;
    double m_specks = 0;
};

} // namespace pollux::implant
