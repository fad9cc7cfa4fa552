#pragma once

namespace pollux {

class PanelRegistry;

/// Adds the panels of every plugin under plugins/ (the list is written by CMake).
void installShippedPanels(PanelRegistry& registry);

} // namespace pollux
