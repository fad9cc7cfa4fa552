#include "plugins/implant/component_kinds.h"

#include "core/base/sentence.h"

#include <algorithm>

namespace pollux::implant {

namespace {

constexpr KindFacts kFacts[] = {
    {ComponentKind::AnkleTibia,
     "ankle: tibia",
     "tibia",
     "component.ankle-tibia",
     "component.resection.ankle_tibia",
     term("Medial distal tibial angle, coronal plane"),
     -1,
     {"tibia-plafond", nullptr},
     "execution.component.ankle_tibia"},
    {ComponentKind::AnkleTalus,
     "ankle: talus",
     "talus",
     "component.ankle-talus",
     "component.resection.ankle_talus",
     term("Medial angle of axis and cut, coronal plane"),
     -1,
     {"talus-dome-top", nullptr},
     nullptr},
    {ComponentKind::KneeTibia,
     "knee: tibia",
     "tibia",
     "component.knee-tibia",
     "component.resection.knee_tibia",
     term("Medial proximal tibial angle, coronal plane"),
     -1,
     {"tibia-plateau", nullptr},
     "execution.component.knee_tibia"},
    {ComponentKind::KneeFemur,
     "knee: femur",
     "femur",
     "component.knee-femur",
     "component.resection.knee_femur",
     term("Lateral distal femoral angle, coronal plane"),
     1,
     {"femur-distal-medial", "femur-distal-lateral"},
     "execution.component.knee_femur"},
};

} // namespace

std::span<const KindFacts> componentKinds()
{
    return kFacts;
}

const KindFacts& factsOf(ComponentKind kind)
{
    return *std::find_if(std::begin(kFacts), std::end(kFacts), [&](const KindFacts& f) { return f.kind == kind; });
}

bool ofKnee(ComponentKind kind)
{
    return kind == ComponentKind::KneeTibia || kind == ComponentKind::KneeFemur;
}

} // namespace pollux::implant
