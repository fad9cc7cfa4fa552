#pragma once

namespace pollux {
class Registry;
}

namespace pollux::liver {

/// Adds the operations: liver.plan-puncture, liver.circulation, liver.segments, liver.resect, liver.heat.
void install(Registry& registry);

} // namespace pollux::liver
