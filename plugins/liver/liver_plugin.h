#pragma once

namespace pollux {
class Registry;
}

namespace pollux::liver {

/// Adds the liver operations: puncture, segments, resection.
void install(Registry& registry);

} // namespace pollux::liver
