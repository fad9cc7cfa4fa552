#pragma once

#include <QtPlugin>

namespace pollux {

class Registry;
class PanelRegistry;

/// What a site's own plugin implements (a shared library found by QPluginLoader). Its metadata file holds
/// {"id": "...", "name": "...", "coreVersion": N}; N is compared with pollux::kCoreVersion before the library is
/// loaded.
class SitePlugin
{
public:
    virtual ~SitePlugin() = default;
    /// Adds operations. May throw: the plugin is then listed with the reason, and nothing of it stays.
    virtual void install(Registry& registry) = 0;
    /// Adds panels to the window; not called by the command line.
    virtual void installPanels(PanelRegistry&) {}
};

} // namespace pollux

#define POLLUX_SITE_PLUGIN_IID "org.pollux.SitePlugin"
Q_DECLARE_INTERFACE(pollux::SitePlugin, POLLUX_SITE_PLUGIN_IID)
