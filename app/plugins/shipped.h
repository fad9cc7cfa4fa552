#pragma once

namespace pollux {

class Registry;

/// Adds the operations of every plugin under plugins/ (the list is written by CMake).
void installShippedPlugins(Registry& registry);

} // namespace pollux
