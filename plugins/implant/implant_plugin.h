#pragma once

namespace pollux {
class Registry;
}

namespace pollux::implant {

/// Adds the operations: implant.trace-canal, implant.place-dental, implant.stress.
void install(Registry& registry);

} // namespace pollux::implant
