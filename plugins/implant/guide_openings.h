#pragma once

#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace pollux::implant {

inline constexpr std::size_t kMostGuidePins = 8;
inline constexpr std::size_t kMostGuideWindows = 16;

/// Measures of what is put into a guide beside its sleeves, mm.
struct OpeningSettings
{
    double pinHole = 1.6;  ///< diameter of the hole, with the room that the printer needs
    double pinGuided = 5;  ///< length of the tube that guides a pin
    double pinWall = 2;    ///< of that tube
    double pinLength = 18; ///< from the tube's outer end to the pin's tip
    double window = 4;     ///< side of the square
};

/// A hole for a pin that holds the guide. Places in LPS, mm.
struct GuidePin
{
    Vec3 outer = Vec3::Zero();      ///< outer end of its tube
    Vec3 contact = Vec3::Zero();    ///< where its axis comes out of the guide's inside
    Vec3 tip = Vec3::Zero();        ///< of the pin
    Vec3 direction = Vec3::UnitY(); ///< unit, outer end to tip
    bool held = false;              ///< its tube is part of the body
};

/// A hole that the seat on a tooth is looked at through.
struct GuideWindow
{
    Vec3 middle = Vec3::Zero();    ///< on the guide's inside
    Vec3 outwards = Vec3::UnitZ(); ///< unit, from what the guide sits on
    Vec3 side = Vec3::UnitX();     ///< unit, along two sides of the square
    double takenMm3 = 0;           ///< of the guide
};

/// What a guide sits on, swept as it is lifted off: distance (mm) to it at the voxels of the guide's grid.
struct GuideSeat
{
    Volume blocked;
    Vec3 up = Vec3::UnitZ();
    double plane = 0; ///< mm along `up`, where the body ends below
    double intaglio = 0.1, thickness = 3;

    double at(const Vec3& p) const { return blocked.sample(p, intaglio + thickness); }
};

/// The line of a pin through a place along a unit direction: where it meets the guide's inside within 6 mm of that
/// place. Throws Error (BadInput) naming the pin by its number (from 1).
GuidePin pinAt(const GuideSeat& seat, const Vec3& place, const Vec3& direction, const OpeningSettings& s,
               std::size_t number);
/// A window at the place of the inside that is nearest, square to it. Throws Error (BadInput), as pinAt().
GuideWindow windowAt(const GuideSeat& seat, const Vec3& place, std::size_t number);

/// Puts them into a guide's field (below 0 where there is material, on the grid of seat.blocked):
/// - a tube around every pin, and down to it from the body's lower end a lug of the body's thickness;
/// - the pin's hole, through the wall that it comes to first and no other;
/// - the windows, but for the tubes of pins and sleeves, which stay whole.
/// `sleeve`: at a place, how far inside of a sleeve's hole it is (mm, above 0 inside), and how far outside of all tubes
/// around sleeves (mm, below 0 inside).
struct SleevePlace
{
    double inHole = 0;
    double offTube = 0;
};
void openGuide(std::vector<float>& field, const GuideSeat& seat, const std::vector<GuidePin>& pins,
               std::vector<GuideWindow>& windows, const OpeningSettings& s,
               const std::function<SleevePlace(const Vec3&)>& sleeve, const Job& job);

} // namespace pollux::implant
