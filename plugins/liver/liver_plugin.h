#pragma once

namespace pollux {
class Registry;
}

namespace pollux::liver {

/// Adds the liver puncture operations.
void install(Registry& registry);

} // namespace pollux::liver
