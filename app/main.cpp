#include "app/plugins/shipped.h"
#include "app/plugins/shipped_panels.h"
#include "app/window/demo_study.h"
#include "app/window/screenshot.h"
#include "core/base/error.h"
#include "core/base/resource.h"
#include "core/operation/registry.h"
#include "ui/extension/site_devices.h"
#include "ui/extension/site_plugin.h"
#include "ui/extension/site_plugins.h"
#include "ui/forms/text.h"
#include "ui/shell/catalogue.h"
#include "ui/shell/guarded_application.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/viewer/viewer.h"

#include <CLI/CLI.hpp>
#include <QStyleFactory>
#include <QTimer>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <new>

namespace {

struct Options
{
    std::string path, theme, screenshot, size, panel, language;
    bool demo = false;
    int demoSize = 512, scale = 0;
};

int parse(Options& o, int argc, char** argv)
{
    CLI::App app("Pollux plans an intervention on a patient's digital twin.", "pollux-window");
    app.set_version_flag("--version", "pollux " + std::string(pollux::version()));
    app.add_option("path", o.path, "Study (folder, zip, DICOMDIR, image file) or .pollux case to open");
    app.add_option("--theme", o.theme, "dark or light")->check(CLI::IsMember({"dark", "light"}));
    app.add_option("--size", o.size, "Size of the window, WxH");
    app.add_option("--scale", o.scale, "Size of text and controls in percent; default: as set in the window")
        ->check(CLI::Range(100, 200));
    app.add_option("--language", o.language,
                   "Code of the window's language, such as en or de; default: as set in the window");
    app.add_option("--panel", o.panel, "Title of the panel to show: \"Operations\", \"Plans\", ...");
    app.add_flag("--demo", o.demo, "Open the demo patient");
    app.add_option("--demo-size", o.demoSize, "Pixels a side of the demo patient")->check(CLI::Range(64, 1024));
    app.add_option("--screenshot", o.screenshot, "Wait until nothing runs, write the window as a PNG, end");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    }
    return -1;
}

/// Qt reads it when the application is made. What the user's desktop asks for goes first.
void applyScale(int percent)
{
    if (percent != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
}

int runWindow(pollux::GuardedApplication& qt, const Options& o)
{
    using namespace pollux;
    useLanguage(qt, o.language.empty() ? Settings().language() : q(o.language));
    Registry registry;
    const Findings deviceFindings = loadDevices(*registry.devices(), ownDevicesFile());
    installStandardOperations(registry);
    installShippedPlugins(registry);
    const auto sitePlugins = loadSitePlugins(registry, sitePluginFolders());
    PanelRegistry panels;
    installShippedPanels(panels);
    Findings pluginFindings;
    for (const SitePluginReport& report : sitePlugins) {
        if (report.loaded)
            report.plugin->installPanels(panels);
        else
            pluginFindings.push_back({Severity::Warning,
                                      "plugin",
                                      "Plugin " + u8(report.file) + " was not loaded.",
                                      u8(report.reason),
                                      {},
                                      {},
                                      {}});
    }

    Settings settings;
    if (!o.theme.empty())
        settings.setDark(o.theme == "dark");
    Workspace workspace(registry, defaultRecoveryFolder());
    workspace.setAuthor(settings.author());
    const auto demo = [size = o.demoSize](const Job& job) { return writeDemoPatient(size, job); };
    MainWindow window(workspace, settings, panels, demo);
    const QStringList size = q(o.size).split(u'x');
    if (size.size() == 2)
        window.resize(size[0].toInt(), size[1].toInt());
    window.show();
    if (!o.panel.empty())
        QObject::connect(&workspace, &Workspace::opened, &window, [&] { window.showPanel(q(o.panel)); });
    QObject::connect(&qt, &GuardedApplication::failed, &window, [&workspace](const QString& message) {
        Q_EMIT workspace.reported(QObject::tr("Interrupted"),
                                  {{Severity::Warning,
                                    "interrupted",
                                    u8(message),
                                    "The case is as it was before: save it under a new name.",
                                    {},
                                    {},
                                    {}}});
    });
    if (!deviceFindings.empty())
        Q_EMIT workspace.reported(QObject::tr("Devices"), deviceFindings);
    if (!pluginFindings.empty())
        Q_EMIT workspace.reported(QObject::tr("Plugins"), pluginFindings);
    QTimer::singleShot(0, &window, [&] {
        if (o.demo)
            workspace.openDemo(demo);
        else if (!o.path.empty())
            window.open(q(std::filesystem::absolute(o.path).string()));
        if (!o.screenshot.empty())
            screenshotWhenIdle(window, workspace, q(o.screenshot));
    });
    return qt.exec();
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is an error of write(), no end of the program
    Options options;
    if (const int code = parse(options, argc, argv); code >= 0)
        return code;
    applyScale(options.scale ? options.scale : pollux::Settings().scale());
    pollux::Viewer::prepareApplication(); // the OpenGL format must stand before the application does
    QApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    pollux::GuardedApplication qt(argc, argv);
    QApplication::setApplicationName(QStringLiteral("pollux"));
    QApplication::setApplicationDisplayName(QStringLiteral("Pollux"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    std::setlocale(LC_NUMERIC, "C"); // Qt sets the user's; libraries below read numbers with it
    try {
        return runWindow(qt, options);
    } catch (const pollux::Error& e) {
        std::fprintf(stderr, "Pollux cannot start: %s\n", e.what());
        return 1;
    } catch (const std::bad_alloc& e) {
        // Every step is in the journal: the next start offers it.
        std::fprintf(stderr, "Pollux had to stop: %s Unsaved steps are offered at the next start.\n",
                     pollux::messageOf(e).c_str());
        return 1;
    }
}
