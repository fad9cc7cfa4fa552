#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace pollux {

class Registry;
class SitePlugin;

/// One shared library that was found, loaded or not.
struct SitePluginReport
{
    QString file; ///< file name without its folder
    QString id;
    QString name;
    bool loaded = false;
    QString reason;               ///< why it was not loaded
    SitePlugin* plugin = nullptr; ///< lives until the program ends: plugins are never unloaded
};

/// Folders that are searched: $POLLUX_PLUGINS (separated by ':'), ~/.local/share/pollux/plugins, the program's
/// lib/pollux/plugins.
QStringList sitePluginFolders();

/// Loads what is in the folders and lets it add its operations. A plugin with the wrong core version, a library that
/// does not load, or one that throws is listed with its reason; never throws.
std::vector<SitePluginReport> loadSitePlugins(Registry& registry, const QStringList& folders);

} // namespace pollux
