#pragma once

#include "core/case/case.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pollux {

/// One study of the case: when it was made and what of the case lies in it.
struct TimePoint
{
    Id study;         ///< empty: images that name no study
    std::string name; ///< of the study
    std::string date; ///< YYYYMMDD; empty if the study states none, or none that exists
    std::vector<Id> volumes;
    std::vector<Id> structures;
    std::vector<Id> plans;
    std::vector<Id> fields;
};

struct TimePoints
{
    std::vector<TimePoint> all; ///< by date; those of unknown date last, in the order of their ids
    std::vector<Id> unplaced;   ///< structures of which nothing says in which study they lie
    bool anyUnknownDate() const;
    /// Index into `all` of the study that an image belongs to; nullopt if it is in none.
    std::optional<size_t> ofVolume(const Id& volume) const;
    std::optional<size_t> ofStructure(const Id& structure) const;
};

/// The studies of a case in order of time. A structure lies in the study of its image. Which image that is:
/// 1. one that was carried by a registration: the fixed image;
/// 2. else the image whose voxels its mask lies on, if only those of one study fit;
/// 3. else by its id, if it ends as those of carried structures do ("liver-on-ct-2"), for what was edited since;
/// 4. else the images, or the structures, that it was made from, if all are of one study;
/// 5. else the only study of the case. What is left is in `unplaced`: it is never guessed.
/// A plan lies in the study of all that it was made from, or that it used, if it is one; a map (field) likewise, and of
/// the plans that it was made from. Pure; quick (reads no voxel).
TimePoints timePointsOf(const Case& c);

/// Structures and maps that lie in another study than this image, and in another frame of reference: drawn over it they
/// would lie in a wrong place. What lies in no known study is not among them.
std::set<Id> shapesElsewhere(const Case& c, const Id& volume);

/// From one study date to another, in days of the calendar; nullopt if either is unknown.
std::optional<int> daysBetween(const std::string& from, const std::string& to);
/// "2026-05-01", or "date unknown".
std::string dateText(const std::string& date);

/// The structure that this one was carried from by a registration (register.carry, case.follow-up), as its lineage
/// says; nullopt for any other, and for one whose mask was edited since.
std::optional<Id> carriedFrom(const Case& c, const Id& structure);
/// What carriedId() was made from: "liver" of "liver-on-ct-2" where ct-2 is an image of the case; else the id itself.
std::string carriedStem(const Case& c, const Id& structure);
/// The id under which case.follow-up carries a structure onto an image: "liver" and "liver-on-ct" onto ct-2 are both
/// "liver-on-ct-2". Throws Error (BadInput) if that is too long for an id.
Id carriedId(const Case& c, const Id& structure, const Id& volume);

/// What is one thing of the body at several times.
struct Track
{
    std::string name;                      ///< of its first structure
    std::vector<std::optional<Id>> at;     ///< the structure at each time point; nullopt where there is none
    std::vector<std::vector<Id>> passedBy; ///< at each time point: others that are the same thing
    size_t times() const;                  ///< at how many time points it is there
};

/// Which structure at one time is which at another. Two are one thing if one was carried from the other (by lineage, or
/// by an id as carriedId() makes it and the same anatomy), or if both have the same anatomy and at no time point are
/// there two that could be meant (what was carried does not count here). Of several at one time the one that a person
/// has looked at farthest is taken, and a carried one last: its border is the registration's. In order of the first id.
std::vector<Track> tracksOf(const Case& c, const TimePoints& times);

} // namespace pollux
