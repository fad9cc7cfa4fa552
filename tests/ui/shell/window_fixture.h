#pragma once

#include "app/plugins/shipped.h"
#include "app/plugins/shipped_panels.h"
#include "core/storage/case_file.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace pollux {

/// The window as shipped, with settings and recovery folder of its own.
struct WindowFixture
{
    QTemporaryDir folder;
    Registry registry;
    PanelRegistry panels;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<MainWindow> window;

    WindowFixture()
    {
        installStandardOperations(registry);
        installShippedPlugins(registry);
        installShippedPanels(panels);
        settings = std::make_unique<Settings>(folder.filePath("settings.ini"));
        start();
    }

    std::filesystem::path path(const char* name) const { return folder.filePath(name).toStdString(); }

    void start()
    {
        workspace = std::make_unique<Workspace>(registry, path("recovery"));
        workspace->setAuthor("Tester");
        window = std::make_unique<MainWindow>(*workspace, *settings, panels, Workspace::DemoSource());
        window->resize(1280, 800);
        window->show();
    }

    /// Saves the case beside the settings and opens it, as a user does.
    void openCase(const Case& c, const char* name = "case.pollux")
    {
        saveCase(c, path(name), Job());
        workspace->open(path(name));
        QTRY_VERIFY_WITH_TIMEOUT(!workspace->busy() && !workspace->document().current().empty(), 60000);
    }

    /// As a crash leaves it: the window goes, the working copy stays.
    void stop()
    {
        window.reset();
        workspace.reset();
    }
};

} // namespace pollux
