#pragma once

#include "ui/panels/panel_registry.h"

namespace pollux::implant {

/// Adds the panel "Dental implant".
void installPanels(PanelRegistry& registry);

} // namespace pollux::implant
