#include "plugins/implant/implant_plugin.h"

#include "core/operation/registry.h"
#include "plugins/implant/bone_load.h"
#include "plugins/implant/cement_ball.h"
#include "plugins/implant/dental_arch_operation.h"
#include "plugins/implant/find_landmarks.h"
#include "plugins/implant/guide_operation.h"
#include "plugins/implant/move_landmark.h"
#include "plugins/implant/place_component.h"
#include "plugins/implant/place_cup.h"
#include "plugins/implant/place_dental.h"
#include "plugins/implant/place_plate.h"
#include "plugins/implant/place_screw.h"
#include "plugins/implant/register_scan.h"
#include "plugins/implant/stress_operation.h"
#include "plugins/implant/trace_canal.h"

namespace pollux::implant {

void install(Registry& registry)
{
    const LimitTable& limits = registry.limits();
    registry.add(makeTraceCanal(limits));
    registry.add(makeDentalArch(limits));
    registry.add(makeRegisterScan(limits));
    registry.add(makePlaceDental(limits));
    registry.add(makeStress(limits));
    registry.add(makeDrillGuideOperation(limits));
    registry.add(makeBoneLoad(limits));
    registry.add(makeFindLandmarks(limits));
    registry.add(makeMoveLandmark());
    registry.add(makePlaceComponent(limits, registry.devices()));
    registry.add(makePlaceScrew(limits));
    registry.add(makePlaceCup(limits));
    registry.add(makePlacePlate(limits));
    registry.add(makeCementBall(limits));
}

} // namespace pollux::implant
