#pragma once

namespace pollux {
class PanelRegistry;
}

void addShellPanel(pollux::PanelRegistry& registry);
