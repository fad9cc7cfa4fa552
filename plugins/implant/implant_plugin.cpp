#include "plugins/implant/implant_plugin.h"

#include "core/operation/registry.h"
#include "plugins/implant/place_dental.h"
#include "plugins/implant/place_screw.h"
#include "plugins/implant/stress_operation.h"
#include "plugins/implant/trace_canal.h"

namespace pollux::implant {

void install(Registry& registry)
{
    registry.add(makeTraceCanal(registry.limits()));
    registry.add(makePlaceDental(registry.limits()));
    registry.add(makeStress(registry.limits()));
    registry.add(makePlaceScrew(registry.limits()));
}

} // namespace pollux::implant
