#include "ui/extension/site_plugins.h"

#include "core/base/error.h"
#include "core/operation/plugin.h"
#include "core/operation/registry.h"
#include "ui/extension/site_plugin.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QLibrary>
#include <QPluginLoader>
#include <QStandardPaths>

namespace pollux {

namespace {

void load(const QString& path, Registry& registry, SitePluginReport& report)
{
    auto* loader = new QPluginLoader(path, QCoreApplication::instance());
    const QJsonObject all = loader->metaData();
    if (all.value("IID").toString() != QLatin1String(POLLUX_SITE_PLUGIN_IID)) {
        report.reason = "It is not a Pollux plugin.";
        return;
    }
    const QJsonObject meta = all.value("MetaData").toObject();
    report.id = meta.value("id").toString();
    report.name = meta.value("name").toString(report.id);
    const int wanted = meta.value("coreVersion").toInt(-1);
    if (report.id.isEmpty() || wanted < 0) {
        report.reason = "Its metadata names no id or no coreVersion.";
        return;
    }
    if (wanted != kCoreVersion) {
        report.reason = QString("It was built for core version %1; this program has %2. Build it again.")
                            .arg(wanted)
                            .arg(kCoreVersion);
        return;
    }
    auto* plugin = qobject_cast<SitePlugin*>(loader->instance());
    if (!plugin) {
        report.reason = "It could not be loaded: " + loader->errorString();
        return;
    }
    // Into a registry of its own first: a plugin that throws half way leaves nothing behind.
    Registry scratch(registry.devices());
    plugin->install(scratch);
    registry.merge(std::move(scratch));
    report.plugin = plugin;
    report.loaded = true;
}

} // namespace

QStringList sitePluginFolders()
{
    QStringList folders = qEnvironmentVariable("POLLUX_PLUGINS").split(':', Qt::SkipEmptyParts);
    folders << QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/pollux/plugins";
    folders << QCoreApplication::applicationDirPath() + "/../lib/pollux/plugins";
    return folders;
}

std::vector<SitePluginReport> loadSitePlugins(Registry& registry, const QStringList& folders)
{
    std::vector<SitePluginReport> reports;
    for (const QString& folder : folders)
        for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
            if (!QLibrary::isLibrary(file.fileName()))
                continue;
            SitePluginReport report;
            report.file = file.fileName();
            try {
                load(file.absoluteFilePath(), registry, report);
            } catch (const std::exception& e) {
                report.reason = QString("It failed while starting: %1").arg(e.what());
            } catch (...) {
                report.reason = "It failed while starting, without saying why.";
            }
            reports.push_back(report);
        }
    return reports;
}

} // namespace pollux
