#pragma once

class QTabWidget;

namespace pollux {

class PanelRegistry;
struct PanelContext;

/// One tab a task: those of the plugins first, then what every case needs.
void addTaskTabs(QTabWidget& tabs, const PanelRegistry& panels, PanelContext& context);

} // namespace pollux
