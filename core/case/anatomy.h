#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

using Colour = std::array<std::uint8_t, 3>; ///< sRGB

/// One entry of resources/anatomy/anatomy.json: what a structure can be.
struct Anatomy
{
    std::string key;      ///< "liver", "portal_vein", "kidney_left", ...
    std::string label;    ///< "Liver"
    std::string snomed;   ///< SNOMED CT concept id
    std::string meaning;  ///< its preferred term
    std::string category; ///< "organ", "vessel", "bone", "hollow" (bowel, stomach, gallbladder), "lung", "skin",
                          ///< "lesion", "muscle", "fat", "other"
    Colour colour{200, 200, 200};
    std::vector<std::string> names; ///< names under which files call it (TotalSegmentator, IRCADb, ...), lower case
};

/// The whole table, read once from the built-in resource.
const std::vector<Anatomy>& anatomyTable();
/// nullptr if unknown.
const Anatomy* findAnatomy(std::string_view key);
/// By any name a file may use: case, blanks, '_' and '-' do not matter, trailing digits are allowed ("livertumor1").
/// nullptr if none fits.
const Anatomy* anatomyByName(std::string_view name);
/// By SNOMED CT code; nullptr if none fits.
const Anatomy* anatomyByCode(std::string_view snomed);

} // namespace pollux
