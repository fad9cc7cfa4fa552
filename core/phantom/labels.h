#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pollux::phantom {

/// What a voxel of the phantom is. `None` means "this shape does not claim the point".
enum class Label : std::uint8_t {
    None,
    Air,
    Skin,
    SubcutaneousFat,
    Muscle,
    VisceralFat,
    Cartilage,
    RibCortex,
    RibMarrow,
    VertebraCortex,
    VertebraMarrow,
    SternumCortex,
    SternumMarrow,
    PelvisCortex,
    PelvisMarrow,
    Disc,
    SpinalCanal,
    LungLeft,
    LungRight,
    LungVesselLeft,
    LungVesselRight,
    HeartBlood,
    Myocardium,
    Oesophagus,
    Liver,
    Lesion1,
    Lesion2,
    Lesion3,
    PortalInside,
    PortalOutside,
    HepaticVeinInside,
    HepaticVeinOutside,
    HepaticArteryInside,
    HepaticArteryOutside,
    VenaCava,
    Aorta,
    MesentericArtery,
    SplenicVein,
    MesentericVein,
    RenalArteryLeft,
    RenalArteryRight,
    RenalVeinLeft,
    RenalVeinRight,
    Gallbladder,
    CortexLeft,
    CortexRight,
    MedullaLeft,
    MedullaRight,
    RenalSinus,
    RenalPelvis,
    KidneyTumour,
    Spleen,
    Pancreas,
    StomachWall,
    StomachFluid,
    StomachGas,
    ColonWall,
    Stool,
    ColonGas,
    SmallBowelWall,
    SmallBowelFluid,
    SmallBowelGas,
    DuodenumWall,
    DuodenumFluid,
    Count
};

/// Typical portal-venous attenuation.
float hounsfield(Label label);

/// The masks a label belongs to, as bits of `maskKeys()`.
std::uint64_t masksOf(Label label);
const std::vector<std::string>& maskKeys();

} // namespace pollux::phantom
