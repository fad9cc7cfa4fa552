#include "core/phantom/labels.h"

#include <algorithm>
#include <array>

namespace pollux::phantom {

namespace {

struct Row
{
    Label label;
    float hu;
    std::vector<std::string_view> masks; // besides "skin"
};

// Textbook values for 70 s after contrast, rounded; they make the picture plausible and are no reference for patients.
const std::vector<Row>& rows()
{
    static const std::vector<Row> table = {
        {Label::None, -1000, {}},
        {Label::Air, -1000, {}},
        {Label::Skin, 20, {}},
        {Label::SubcutaneousFat, -100, {}},
        {Label::Muscle, 55, {"muscle"}},
        {Label::VisceralFat, -100, {}},
        {Label::Cartilage, 110, {"costal_cartilage"}},
        {Label::RibCortex, 700, {"bone", "rib"}},
        {Label::RibMarrow, 250, {"bone", "rib"}},
        {Label::VertebraCortex, 700, {"bone", "vertebra"}},
        {Label::VertebraMarrow, 250, {"bone", "vertebra"}},
        {Label::SternumCortex, 700, {"bone", "sternum"}},
        {Label::SternumMarrow, 250, {"bone", "sternum"}},
        {Label::PelvisCortex, 700, {"bone", "pelvis"}},
        {Label::PelvisMarrow, 250, {"bone", "pelvis"}},
        {Label::Disc, 80, {}},
        {Label::SpinalCanal, 30, {"spinal_canal"}},
        {Label::LungLeft, -850, {"lung_left"}},
        {Label::LungRight, -850, {"lung_right"}},
        {Label::LungVesselLeft, -100, {"lung_left"}},
        {Label::LungVesselRight, -100, {"lung_right"}},
        {Label::HeartBlood, 150, {"heart"}},
        {Label::Myocardium, 100, {"heart"}},
        {Label::Oesophagus, 45, {"oesophagus"}},
        {Label::Liver, 110, {"liver"}},
        {Label::Lesion1, 60, {"liver", "liver_lesion_1"}},
        {Label::Lesion2, 60, {"liver", "liver_lesion_2"}},
        {Label::Lesion3, 60, {"liver", "liver_lesion_3"}},
        {Label::PortalInside, 170, {"liver", "portal_vein"}},
        {Label::PortalOutside, 170, {"portal_vein"}},
        {Label::HepaticVeinInside, 160, {"liver", "hepatic_vein"}},
        {Label::HepaticVeinOutside, 160, {"hepatic_vein"}},
        {Label::HepaticArteryInside, 150, {"liver", "hepatic_artery"}},
        {Label::HepaticArteryOutside, 150, {"hepatic_artery"}},
        {Label::VenaCava, 140, {"vena_cava"}},
        {Label::Aorta, 150, {"aorta"}},
        {Label::MesentericArtery, 150, {"superior_mesenteric_artery"}},
        {Label::SplenicVein, 165, {"splenic_vein"}},
        {Label::MesentericVein, 165, {"superior_mesenteric_vein"}},
        {Label::RenalArteryLeft, 150, {"renal_artery", "renal_artery_left"}},
        {Label::RenalArteryRight, 150, {"renal_artery", "renal_artery_right"}},
        {Label::RenalVeinLeft, 150, {"renal_vein", "renal_vein_left"}},
        {Label::RenalVeinRight, 150, {"renal_vein", "renal_vein_right"}},
        {Label::Gallbladder, 10, {"gallbladder"}},
        {Label::CortexLeft, 190, {"kidney_left"}},
        {Label::CortexRight, 190, {"kidney_right"}},
        {Label::MedullaLeft, 170, {"kidney_left"}},
        {Label::MedullaRight, 170, {"kidney_right"}},
        {Label::RenalSinus, -80, {}},
        {Label::RenalPelvis, 20, {}},
        {Label::KidneyTumour, 90, {"kidney_left", "kidney_tumour"}},
        {Label::Spleen, 120, {"spleen"}},
        {Label::Pancreas, 100, {"pancreas"}},
        {Label::StomachWall, 70, {"stomach"}},
        {Label::StomachFluid, 25, {"stomach"}},
        {Label::StomachGas, -900, {"stomach"}},
        {Label::ColonWall, 60, {"colon"}},
        {Label::Stool, 40, {"colon"}},
        {Label::ColonGas, -900, {"colon"}},
        {Label::SmallBowelWall, 80, {"small_bowel"}},
        {Label::SmallBowelFluid, 25, {"small_bowel"}},
        {Label::SmallBowelGas, -900, {"small_bowel"}},
        {Label::DuodenumWall, 75, {"duodenum"}},
        {Label::DuodenumFluid, 25, {"duodenum"}},
    };
    return table;
}

constexpr int kLabels = static_cast<int>(Label::Count);

struct Tables
{
    std::vector<std::string> keys{"skin"};
    std::array<float, kLabels> hu{};
    std::array<std::uint64_t, kLabels> masks{};

    Tables()
    {
        for (const Row& row : rows()) {
            const int at = static_cast<int>(row.label);
            hu[at] = row.hu;
            if (row.label != Label::None && row.label != Label::Air)
                masks[at] |= 1;
            for (std::string_view key : row.masks) {
                auto it = std::find(keys.begin(), keys.end(), key);
                if (it == keys.end())
                    it = keys.insert(keys.end(), std::string(key));
                masks[at] |= std::uint64_t(1) << (it - keys.begin());
            }
        }
    }
};

const Tables& tables()
{
    static const Tables t;
    return t;
}

} // namespace

float hounsfield(Label label)
{
    return tables().hu[static_cast<int>(label)];
}

std::uint64_t masksOf(Label label)
{
    return tables().masks[static_cast<int>(label)];
}

const std::vector<std::string>& maskKeys()
{
    return tables().keys;
}

} // namespace pollux::phantom
