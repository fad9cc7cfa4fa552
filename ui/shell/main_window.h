#pragma once

#include "ui/panels/panel_registry.h"
#include "ui/shell/workspace.h"
#include "ui/viewer/theme.h"

#include <QMainWindow>

class QDockWidget;
class QStackedWidget;
class QTabWidget;

namespace pollux {

class Actions;
class CaseViews;
class CommandPalette;
class FindingsPanel;
class JobsPanel;
class NoticeBar;
class PatientBanner;
class Settings;
class SideBySide;
class StartPage;
class ViewBar;
class Viewer;

/// The one window. It only places things: left what the case holds, centre the views, right the task at hand, below the
/// jobs and findings when there are any.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workspace& workspace, Settings& settings, const PanelRegistry& panels, Workspace::DemoSource demo);
    ~MainWindow() override;

    /// A case file or a study, as dropped or named on the command line. Asks first if something is unsaved.
    void open(const QString& path);
    /// The tab with this title, in English or as it is shown, if there is one.
    void showPanel(const QString& title);
    void setDark(bool on);
    Viewer* viewer() const { return m_viewer; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void place();
    void makeActions();
    void renew();
    void renewTitle();
    void offerNextStep();
    void find();
    void present(bool on);
    void exportReport();
    void save(std::function<void()> then = {});
    void saveAs(std::function<void()> then = {});
    void saveTo(const std::filesystem::path& file, std::function<void()> then, Session::IfChanged ifChanged);
    /// Runs `go` at once, or after the user has saved or thrown away what is unsaved.
    void leaving(std::function<void()> go);

    Workspace& m_workspace;
    Settings& m_settings;
    const PanelRegistry& m_panels;
    Workspace::DemoSource m_demo;
    Theme m_theme;
    std::unique_ptr<PanelContext> m_context;
    Viewer* m_viewer;
    SideBySide* m_sideBySide;
    ViewBar* m_viewBar;
    PatientBanner* m_banner;
    NoticeBar* m_notices;
    QStackedWidget* m_centre;
    StartPage* m_start;
    QDockWidget* m_left;
    QDockWidget* m_right;
    QDockWidget* m_below;
    QTabWidget* m_tabs;
    JobsPanel* m_jobs;
    FindingsPanel* m_findings;
    CaseViews* m_views = nullptr;
    Actions* m_actions = nullptr;
    CommandPalette* m_palette = nullptr;
    bool m_presenting = false;
    bool m_closing = false;
};

} // namespace pollux
