#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/solid/bone_screw.h"
#include "plugins/implant/breach_chance.h"
#include "plugins/implant/placement_scene.h"

namespace pollux::implant {

/// More bone than that beside a screw is told as that, mm.
inline constexpr double kThickWall = 10;
/// How far beyond a screw its surroundings are known, mm: bone ahead of the tip is followed up to there.
inline constexpr double kScrewReach = 20;

/// How a screw may depart from its plan, and what chances are told of then.
struct ScrewExecution
{
    ExecutionError error; ///< nothing known: no chance is told
    double breach = 2;    ///< mm: the upper end of grade B
    double avoid = 2;     ///< mm: wanted distance to what it keeps away from
};

struct ScrewMeasures
{
    double inBone = 0; ///< share of the axis, from below the head to the tip, that lies in bone
    double entry = 0;  ///< mm along the axis: where it enters the bone
    double wall = 0; ///< mm: least bone beside the screw along its normals, from half a diameter behind where half of a
                     ///< ring of it is in bone, at most kThickWall; below 0: it reaches that far beyond the bone
    Vec3 wallPlace = Vec3::Zero();
    bool wallKnown = false; ///< false: it is never half in bone
    double aheadOfTip = 0;  ///< mm of bone along the axis beyond the tip; below 0: the tip is that far out of it
    std::optional<Approach> avoided, implant; ///< nearest structure to keep away from, nearest other implant
    std::optional<BreachChance> breach;       ///< nullopt: no error is known
    std::optional<Approach> endangered;       ///< the structure that it most likely meets; nullopt: no error, or none
    double densityMean = 0, densitySd = 0;    ///< of the image within 1 mm of the thread, in bone
    size_t densitySamples = 0;
    double outside = 0; ///< share of the screw outside the image
};

/// What a screw is measured against, prepared once in a region about a place. Immutable; any thread.
class ScrewScene
{
public:
    struct Inputs
    {
        Id volume, bone;
        std::vector<Id> avoid; ///< masks or trees
        Id self;
    };
    /// Everything within `reach` mm of `around` is known. Throws Error (Cancelled).
    ScrewScene(const Case& c, const Inputs& inputs, const Vec3& around, double reach, const Job& job);

    ScrewMeasures measure(const BoneScrew& screw, const AxisPose& pose, const ScrewExecution& execution = {}) const;
    const std::vector<Id>& others() const { return m_others; } ///< bodies of other implants that were measured against

private:
    Volume m_image, m_bone;
    struct Thing
    {
        std::string name;
        NeighbourDistance distance;
        bool implant = false;
    };
    std::vector<Thing> m_things;
    std::vector<Id> m_others;
};

/// Grade of a breach by Gertzbein and Robbins (1990): A none, B below 2 mm, C below 4, D below 6, E from 6 on, with the
/// thresholds given, ascending.
char breachGrade(double breachMm, double b, double c, double d);

} // namespace pollux::implant
