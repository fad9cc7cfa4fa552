#pragma once

#include "core/case/guided_drill.h"
#include "core/image/mask.h"
#include "core/jobs/job.h"
#include "core/mesh/surface.h"
#include "core/mesh/wall_thickness.h"
#include "plugins/implant/guide_openings.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::implant {

inline constexpr std::size_t kMostGuideImplants = 32;
inline constexpr double kOpeningReach = 60; ///< mm from the implants to pins and windows

/// Measures of a guide, mm.
struct GuideSettings
{
    double sleeveInner = 5, sleeveOuter = 6; ///< diameters
    double sleeveHeight = 5;
    double sleeveOffset = 4; ///< platform to the sleeve's lower end
    double holder = 2.5;     ///< wall around the sleeve
    double collar = 1;       ///< around the hole, nothing stands above the sleeve's upper end
    bool join = true;        ///< the tube around the sleeve goes on down to the body
    double intaglio = 0.1;   ///< gap to what it sits on
    double thickness = 3;
    double wall = 2;        ///< gaps between teeth that leave less than this for the guide are not entered
    double margin = 6;      ///< how far down it reaches
    double reach = 18;      ///< how far beside the implants
    double edge = 0.25;     ///< of the voxels that it is made of
    std::optional<Vec3> up; ///< direction in which it is lifted off; empty: against the mean of the axes
    OpeningSettings openings;
};

struct GuideImplant
{
    Id plan;
    std::string name;
    PlacedImplant placed;
};

/// What a guide is made of: on a scan alone if there is one, else on teeth and bone.
struct GuideInputs
{
    std::vector<GuideImplant> implants;
    std::vector<Mask> teeth, bones;
    Surface scan;              ///< of teeth and gum, open or closed, facing the mouth; may be empty
    std::vector<Vec3> pins;    ///< places on the guide's wall that pins go through
    std::optional<Vec3> aim;   ///< what every pin points at; empty: the middle of what it sits on, level with the pin
    std::vector<Vec3> windows; ///< places on teeth that are looked at
    GuideSettings settings;
};

/// One sleeve of a guide and what is wrong with it.
struct GuideSleeve
{
    GuidedDrill drill;
    std::string name;     ///< of the implant
    double tilt = 0;      ///< degrees, the axis against the insertion
    double clearance = 0; ///< mm from the sleeve to what the guide sits on; below 0: it reaches into it
    Vec3 clearancePlace = Vec3::Zero();
    std::optional<double> toSleeve; ///< mm to the nearest other one; below 0: they overlap
    std::string nearestSleeve;      ///< name of its implant
    bool held = false;              ///< its tube is part of the body
};

struct DrillGuide
{
    Surface body;            ///< closed, one piece, outwards, no hollows
    Vec3 up = Vec3::UnitZ(); ///< direction in which it is lifted off
    double top = 0;          ///< mm along `up`: the highest tooth (scan, platform) that the margin counts from
    double lowest = 0;       ///< mm along `up`: where the body ends
    bool onTeeth = false, onScan = false;
    double topAbovePlatforms = 0;      ///< mm, what it counts the margin from above the highest platform
    double contactMm2 = 0;             ///< area of the inside that is as near as the gap
    std::optional<WallThickness> wall; ///< up to 12 mm
    double cutOffMl = 0;               ///< of pieces that did not hang together with the body
    int pieces = 1;                    ///< before those were taken away
    std::int64_t voxels = 0;
    std::vector<GuideSleeve> sleeves;
    std::vector<GuidePin> pins;
    std::vector<GuideWindow> windows;
};

/// A guide by fields of distances on a grid that stands along the insertion:
/// - blocked is what teeth and bone would sweep as the guide is lifted off (for the guide: everything below a place of
///   the grown support), so that no undercut holds it; the distance to it is the least of the distances above;
/// - what a ball of half the least wall cannot enter from outside is blocked, too: no thin fins between teeth;
/// - the body lies between the gap and gap + thickness of it, near what is above the margin, cut off square by
///   the plane of the margin and where something beyond the reach is nearer;
/// - around every sleeve a tube, trimmed where it would be blocked; through everything the sleeve's hole along the
///   implant's axis, and room for its collar;
/// - pins and windows: see openGuide() (plugins/implant/guide_openings.h).
/// The surface of that field (core/mesh/level_surface.h); only the largest piece stays. Same result on every run.
/// Throws Error: BadInput (no implant, measures that make no guide, implants of both jaws, nothing to sit on, a
/// pin or window that does not meet the guide),
/// OutOfMemory (too many voxels), Cancelled.
DrillGuide makeDrillGuide(const GuideInputs& inputs, Job& job);

} // namespace pollux::implant
