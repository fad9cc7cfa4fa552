#pragma once

namespace pollux {
class PanelRegistry;
}

namespace pollux::liver {

/// Adds the panel "Liver puncture".
void installPanels(PanelRegistry& registry);

} // namespace pollux::liver
