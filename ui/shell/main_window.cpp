#include "ui/shell/main_window.h"

#include "core/operation/recipe.h"
#include "ui/forms/text.h"
#include "ui/panels/case_tree.h"
#include "ui/panels/findings_panel.h"
#include "ui/panels/jobs_panel.h"
#include "ui/print/report_look.h"
#include "ui/shell/actions.h"
#include "ui/shell/case_views.h"
#include "ui/shell/cine_bar.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/next_step.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/palette_entries.h"
#include "ui/shell/patient_banner.h"
#include "ui/shell/questions.h"
#include "ui/shell/recovery.h"
#include "ui/shell/replay_notice.h"
#include "ui/shell/replay_panel.h"
#include "ui/shell/save_notice.h"
#include "ui/shell/settings.h"
#include "ui/shell/side_by_side.h"
#include "ui/shell/start_page.h"
#include "ui/shell/task_switcher.h"
#include "ui/shell/task_tabs.h"
#include "ui/shell/thumbnails.h"
#include "ui/shell/view_bar.h"
#include "ui/viewer/render.h"
#include "ui/viewer/viewer.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDockWidget>
#include <QDropEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

MainWindow::MainWindow(Workspace& workspace, Settings& settings, const PanelRegistry& panels,
                       Workspace::DemoSource demo)
    : m_workspace(workspace), m_settings(settings), m_panels(panels), m_demo(std::move(demo)),
      m_theme(loadTheme(settings.dark())), m_viewer(new Viewer), m_sideBySide(new SideBySide(*m_viewer, workspace)),
      m_viewBar(new ViewBar(*m_viewer)), m_banner(new PatientBanner), m_notices(new NoticeBar),
      m_centre(new QStackedWidget), m_start(new StartPage), m_left(new QDockWidget(tr("Case"), this)),
      m_right(new QDockWidget(tr("Task"), this)), m_below(new QDockWidget(tr("Jobs and findings"), this)),
      m_tabs(new QTabWidget)
{
    m_context = std::make_unique<PanelContext>(PanelContext{
        workspace, m_viewer, &m_theme, [this] { exportReport(); }, [this](const QString& task) { showPanel(task); },
        [this](const QString& page) { m_actions->openPreferences(page); }});
    m_jobs = new JobsPanel(workspace);
    m_findings = new FindingsPanel(*m_context);
    setDark(settings.dark());
    // Before the panels are told: they ask the viewer what is visible.
    connect(&workspace, &Bench::caseChanged, this, [this] {
        const auto snapshot = m_workspace.seen();
        m_viewer->setCase(snapshot);
        m_viewer->setStale(staleIds(*snapshot));
        m_viewBar->setCase(snapshot);
        m_sideBySide->setCase(snapshot);
    });
    // Before the menus list them.
    connect(&workspace, &Workspace::fileChanged, this, [this] {
        if (const auto& file = m_workspace.caseFile())
            m_settings.addRecentCase(q(file->string()));
    });
    place();
    makeActions();
    setAcceptDrops(true);

    connect(&workspace, &Bench::caseChanged, this, &MainWindow::renew);
    connect(&workspace, &Workspace::fileChanged, this, &MainWindow::renew);
    new Thumbnails(workspace, *m_viewer, settings, this);
    connect(&workspace, &Workspace::opened, this, [this] {
        m_views->open();
        m_tabs->setCurrentIndex(0);
    });
    connect(&workspace, &Bench::selected, this, [this](const Id& id) {
        const Case& c = m_workspace.seenCase();
        if (c.volumes.contains(id))
            m_viewer->setVolume(id);
        m_viewer->setField(c.fields.contains(id) ? id : Id());
        m_viewBar->cine()->setMotionOf(id);
    });
    connect(m_start, &StartPage::openRecent, this, &MainWindow::open);
    m_start->setDemoAvailable(static_cast<bool>(m_demo));
    tellOfReplay(*m_notices, workspace);
    offerRecovery(*m_notices, workspace, [this](std::function<void()> go) { leaving(std::move(go)); });
    renew();
    if (!restoreGeometry(settings.geometry()))
        resize(1280, 800);
}

MainWindow::~MainWindow()
{
    hide(); // while all that the panels look at when they are hidden is still there
}

void MainWindow::place()
{
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_centre, 1);
    m_centre->addWidget(m_start);
    auto* views = new QWidget(m_centre);
    auto* viewsColumn = new QVBoxLayout(views);
    viewsColumn->setContentsMargins(0, 0, 0, 0);
    viewsColumn->setSpacing(0);
    viewsColumn->addWidget(m_viewBar);
    viewsColumn->addWidget(m_sideBySide, 1);
    m_centre->addWidget(views);
    setCentralWidget(middle);

    auto* top = new QToolBar(tr("Patient"), this);
    top->setObjectName(QStringLiteral("toolbarPatient"));
    top->setMovable(false);
    top->toggleViewAction()->setEnabled(false); // who the case is about is always in sight
    top->addWidget(m_banner);
    addToolBar(top);

    m_left->setObjectName(QStringLiteral("dockCase"));
    m_left->setWidget(new CaseTree(*m_context));
    addDockWidget(Qt::LeftDockWidgetArea, m_left);

    m_tabs->setObjectName(QStringLiteral("tasks"));
    m_tabs->setAccessibleName(tr("Tasks"));
    m_tabs->setDocumentMode(true);
    addTaskTabs(*m_tabs, m_panels, *m_context);
    m_tabs->addTab(new ReplayPanel(m_workspace, *m_viewer), tr("Replay"));
    m_right->setObjectName(QStringLiteral("dockTask"));
    m_right->setWidget(new TaskSwitcher(m_tabs));
    addDockWidget(Qt::RightDockWidgetArea, m_right);

    auto* below = new QWidget(this);
    auto* belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->setSpacing(0);
    belowColumn->addWidget(m_jobs);
    belowColumn->addWidget(m_findings, 1);
    m_below->setObjectName(QStringLiteral("dockBelow"));
    m_below->setWidget(below);
    addDockWidget(Qt::BottomDockWidgetArea, m_below);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    for (QDockWidget* dock : {m_left, m_right, m_below})
        dock->setFeatures(QDockWidget::DockWidgetMovable);
    m_right->setTitleBarWidget(new QWidget(m_right)); // the task is its title
    m_left->setMinimumWidth(232);
    m_right->setMinimumWidth(372);

    const auto showBelow = [this] {
        m_findings->setVisible(!m_findings->isEmpty());
        m_below->setVisible(!m_findings->isEmpty() || !m_jobs->isEmpty());
    };
    connect(m_jobs, &JobsPanel::emptyChanged, this, showBelow);
    connect(m_findings, &FindingsPanel::changed, this, [this, showBelow](int stops, int warnings, int notes) {
        m_below->setWindowTitle(
            tr("Jobs and findings (stop: %1, warning: %2, note: %3)").arg(stops).arg(warnings).arg(notes));
        showBelow();
    });
    showBelow();
}

void MainWindow::makeActions()
{
    Actions::Window hooks;
    hooks.openFolder = [this] { askStudyFolder(this, [this](const QString& path) { open(path); }); };
    hooks.openFile = [this] { askFileToOpen(this, [this](const QString& path) { open(path); }); };
    hooks.openDemo = [this] {
        if (m_demo)
            leaving([this] { m_workspace.openDemo(m_demo); });
    };
    hooks.openRecent = [this](const QString& path) { open(path); };
    hooks.newCase = [this] { leaving([this] { m_workspace.newCase(); }); };
    hooks.save = [this] { save(); };
    hooks.saveAs = [this] { saveAs(); };
    hooks.exportReport = [this] { exportReport(); };
    hooks.author = [this] {
        askAuthor(this, m_workspace.author(), [this](const QString& name) {
            m_settings.setAuthor(name.trimmed());
            m_workspace.setAuthor(name.trimmed());
        });
    };
    hooks.about = [this] { showAbout(this); };
    hooks.find = [this] { find(); };
    hooks.fullScreen = [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }; // maximized comes back so
    hooks.renew = [this] { renew(); };
    hooks.present = [this](bool on) { present(on); };
    hooks.sideBySide = m_sideBySide;
    hooks.setDark = [this](bool dark) { setDark(dark); };
    hooks.setScale = [this](int percent) {
        m_settings.setScale(percent);
        m_notices->add(QStringLiteral("scale"), Mark::Note,
                       tr("From the next start on, text and controls have %1 % of their size.").arg(percent), {});
    };
    hooks.setLanguage = [this](const QString& code) {
        m_settings.setLanguage(code);
        m_notices->add(QStringLiteral("language"), Mark::Note, tr("The language changes at the next start."), {});
    };
    hooks.views = m_views = new CaseViews(m_workspace, *m_viewer, *m_sideBySide, this);
    hooks.cine = m_viewBar->cine();
    connect(m_start, &StartPage::openFolder, this, hooks.openFolder);
    connect(m_start, &StartPage::openFile, this, hooks.openFile);
    connect(m_start, &StartPage::openDemo, this, hooks.openDemo);
    m_actions = new Actions(*this, m_workspace, m_settings, *m_viewer, std::move(hooks));
    connect(m_start, &StartPage::clearRecent, m_actions, &Actions::clearRecent);
    m_viewBar->setLayouts(m_actions->layouts());
}

void MainWindow::find()
{
    if (!m_palette)
        m_palette = new CommandPalette(this);
    m_palette->open(paletteEntries(*this, m_workspace, *m_viewer, *m_tabs));
}

void MainWindow::present(bool on)
{
    m_presenting = on;
    m_banner->setPatientHidden(on);
    m_sideBySide->setPatientHidden(on);
    // Twice the room for fingers and eyes at a distance; the sizes of the style sheet stay as they are.
    qApp->setStyleSheet(pollux::styleSheet(m_theme, on));
    renewTitle();
}

void MainWindow::showPanel(const QString& title)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->tabText(i).compare(title, Qt::CaseInsensitive) == 0 || m_tabs->tabText(i) == shown(u8(title)))
            m_tabs->setCurrentIndex(i);
}

void MainWindow::setDark(bool on)
{
    m_settings.setDark(on);
    m_theme = loadTheme(on);
    qApp->setPalette(pollux::palette(m_theme));
    qApp->setStyleSheet(pollux::styleSheet(m_theme, m_presenting));
    m_viewer->setTheme(m_theme);
    m_sideBySide->setTheme(m_theme);
}

void MainWindow::renew()
{
    const auto snapshot = m_workspace.document().snapshot();
    const bool empty = snapshot->empty();
    m_banner->setPatientNamed(m_settings.patientInBanner());
    m_banner->show(*snapshot);
    if (empty)
        m_start->setRecent(m_settings.recentCases(),
                           m_settings.thumbnails() ? m_settings.thumbnailFolder() : QString());
    for (int i = 0; i < m_centre->count(); ++i) { // the page that is not shown takes no room
        const auto policy = i == (empty ? 0 : 1) ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_centre->widget(i)->setSizePolicy(policy, policy);
    }
    m_centre->setCurrentIndex(empty ? 0 : 1);
    centralWidget()->layout()->activate(); // before docks ask for room beside it: the window must not grow
    const bool first = !empty && m_left->isHidden();
    m_left->setVisible(!empty);
    m_right->setVisible(!empty);
    if (first) {
        // Sizes of hidden docks are forgotten.
        resizeDocks({m_left, m_right},
                    {std::clamp(width() * 15 / 64, 260, 380), std::clamp(width() * 3 / 10, 372, 480)}, Qt::Horizontal);
        resizeDocks({m_below}, {120}, Qt::Vertical);
    }
    offerNextStep();
    renewTitle();
}

void MainWindow::renewTitle()
{
    // The name of a case may be that of a patient.
    setWindowTitle(m_presenting ? tr("Pollux[*]") : tr("%1[*] – Pollux").arg(m_workspace.caseName()));
    setWindowModified(m_workspace.modified());
}

void MainWindow::offerNextStep()
{
    const auto step = nextStep(m_workspace.document().current());
    if (!step) {
        m_notices->remove(QStringLiteral("next"));
        return;
    }
    if (m_notices->has(QStringLiteral("next")))
        return;
    m_notices->add(QStringLiteral("next"), Mark::Note, step->text,
                   {{QStringLiteral("nextStep"), step->button,
                     [this, recipe = step->recipe] {
                         m_workspace.runRecipe(recipe, [this](const Outcome& o) {
                             if (!o.ok)
                                 offerNextStep();
                         });
                     },
                     true}});
}

void MainWindow::open(const QString& path)
{
    leaving([this, path] { m_workspace.open(std::filesystem::path(u8(path))); });
}

void MainWindow::leaving(std::function<void()> go)
{
    if (!m_workspace.modified()) {
        go();
        return;
    }
    askUnsaved(
        this, m_workspace.caseName(), [this, go] { save(go); }, go);
}

void MainWindow::save(std::function<void()> then)
{
    if (const auto& file = m_workspace.caseFile())
        saveTo(*file, std::move(then), Session::IfChanged::Refuse);
    else
        saveAs(std::move(then));
}

void MainWindow::saveAs(std::function<void()> then)
{
    askFileToSave(this, m_workspace.caseName() + QStringLiteral(".pollux"), [this, then](const QString& file) {
        saveTo(std::filesystem::path(u8(file)), then, Session::IfChanged::Refuse);
    });
}

void MainWindow::saveTo(const std::filesystem::path& file, std::function<void()> then, Session::IfChanged ifChanged)
{
    m_notices->remove(QStringLiteral("save"));
    const auto done = [this, file, then](const Workspace::SaveOutcome& o) {
        if (o.changedElsewhere)
            askChangedElsewhere(
                this, q(file.filename().string()), [this, then] { saveAs(then); },
                [this, file, then] { saveTo(file, then, Session::IfChanged::Replace); });
        else if (!o.ok && !o.cancelled)
            offerSaveElsewhere(*m_notices, o.error, [this, then] { saveAs(then); });
        else if (o.ok && then)
            then();
    };
    m_workspace.save(file, done, ifChanged);
}

void MainWindow::exportReport()
{
    askReportFolder(this, [this](const QString& folder) {
        const ReportLook look = reportLook(m_viewer->pictureOptions());
        m_workspace.exportReport(std::filesystem::path(u8(folder)), look, [this, folder](const Outcome& o) {
            if (o.ok)
                m_notices->add(QStringLiteral("report"), Mark::Ok, tr("The report is written (HTML, PDF, JSON)."),
                               {{QStringLiteral("showReport"), tr("Open it"), [folder] {
                                     QDesktopServices::openUrl(
                                         QUrl::fromLocalFile(folder + QStringLiteral("/report.html")));
                                 }}});
        });
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setGeometry(saveGeometry());
    if (m_closing || !m_workspace.modified()) {
        m_workspace.keepViews();
        event->accept();
        return;
    }
    event->ignore();
    leaving([this] {
        m_closing = true;
        m_workspace.newCase(); // what is unsaved was thrown away, or is saved
        close();
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    open(event->mimeData()->urls().first().toLocalFile());
}

} // namespace pollux
