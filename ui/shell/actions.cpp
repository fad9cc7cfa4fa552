#include "ui/shell/actions.h"

#include "ui/forms/text.h"
#include "ui/shell/case_views.h"
#include "ui/shell/catalogue.h"
#include "ui/shell/cine_bar.h"
#include "ui/shell/film_dialog.h"
#include "ui/shell/picture_dialog.h"
#include "ui/shell/preferences.h"
#include "ui/shell/questions.h"
#include "ui/shell/replay_notice.h"
#include "ui/shell/scene_actions.h"
#include "ui/shell/settings.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/side_by_side.h"
#include "ui/shell/thumbnails.h"
#include "ui/shell/workspace.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace pollux {

namespace {

/// All that has a name, in the order in which a reader meets it.
void collect(const QWidget& menu, QList<QAction*>& all)
{
    for (QAction* action : menu.actions()) {
        if (const QMenu* below = action->menu())
            collect(*below, all);
        else if (!action->objectName().isEmpty())
            all << action;
    }
}

} // namespace

Actions::Actions(QMainWindow& window, Workspace& workspace, Settings& settings, Viewer& viewer, Window hooks)
    : QObject(&window), m_window(window), m_workspace(workspace), m_settings(settings), m_viewer(viewer),
      m_hooks(std::move(hooks))
{
    addFileMenu();
    addEditMenu();
    addViewMenu();
    addHelpMenu();
    connect(&workspace, &Bench::caseChanged, this, &Actions::renew);
    connect(&workspace, &Workspace::fileChanged, this, &Actions::renew);
    connect(&workspace, &Workspace::replayingChanged, this, &Actions::renew);
    renew();
    QList<QAction*> all;
    collect(*window.menuBar(), all);
    m_shortcuts = new Shortcuts(all, settings, this);
}

QAction* Actions::add(QMenu* menu, const QString& name, const QString& text, const QString& shortcut,
                      std::function<void()> act)
{
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    if (!shortcut.isEmpty())
        action->setShortcut(QKeySequence(shortcut));
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    return action;
}

void Actions::addFileMenu()
{
    QMenu* menu = m_window.menuBar()->addMenu(tr("&File"));
    menu->setToolTipsVisible(true);
    add(menu, QStringLiteral("actionOpenFolder"), tr("Open study &folder…"), QStringLiteral("Ctrl+Shift+O"),
        m_hooks.openFolder);
    add(menu, QStringLiteral("actionOpenFile"), tr("&Open case, zip or image…"), QStringLiteral("Ctrl+O"),
        m_hooks.openFile);
    m_addFolder = add(menu, QStringLiteral("actionAddStudyFolder"), tr("Add st&udy to this case…"), {},
                      [this] { askStudyFolder(&m_window, [this](const QString& path) { addStudy(path); }); });
    m_addFile = add(menu, QStringLiteral("actionAddStudyFile"), tr("Add study from &zip or image to this case…"), {},
                    [this] { askFileToOpen(&m_window, [this](const QString& path) { addStudy(path); }); });
    add(menu, QStringLiteral("actionDemo"), tr("&Demo patient"), {}, m_hooks.openDemo);
    m_recent = menu->addMenu(tr("&Recent cases"));
    m_recent->setToolTipsVisible(true);
    // Not the menu's own, which is emptied each time the list changes.
    m_clearRecent = new QAction(tr("&Clear list of recent cases"), this);
    m_clearRecent->setObjectName(QStringLiteral("actionClearRecent"));
    connect(m_clearRecent, &QAction::triggered, this, &Actions::clearRecent);
    menu->addSeparator();
    m_save = add(menu, QStringLiteral("actionSave"), tr("&Save"), QStringLiteral("Ctrl+S"), m_hooks.save);
    m_saveAs =
        add(menu, QStringLiteral("actionSaveAs"), tr("Save &as…"), QStringLiteral("Ctrl+Shift+S"), m_hooks.saveAs);
    m_report = add(menu, QStringLiteral("actionReport"), tr("Export &report…"), QStringLiteral("Ctrl+E"),
                   m_hooks.exportReport);
    m_picture = add(menu, QStringLiteral("actionPicture"), tr("Save p&icture of the views…"), {},
                    [this] { openPictureDialog(); });
    m_film = add(menu, QStringLiteral("actionFilm"), tr("Save fil&m…"), {}, [this] { openFilmDialog(); });
    menu->addSeparator();
    add(menu, QStringLiteral("actionClose"), tr("&Close case"), QStringLiteral("Ctrl+W"), m_hooks.newCase);
    add(menu, QStringLiteral("actionQuit"), tr("&Quit"), QStringLiteral("Ctrl+Q"), [this] { m_window.close(); });
}

void Actions::addEditMenu()
{
    QMenu* menu = m_window.menuBar()->addMenu(tr("&Edit"));
    menu->setToolTipsVisible(true);
    m_undo =
        add(menu, QStringLiteral("actionUndo"), tr("&Undo"), QStringLiteral("Ctrl+Z"), [this] { m_workspace.undo(); });
    m_redo = add(menu, QStringLiteral("actionRedo"), tr("&Redo"), QStringLiteral("Ctrl+Shift+Z"),
                 [this] { m_workspace.redo(); });
    menu->addSeparator();
    add(menu, QStringLiteral("actionFind"), tr("&Find anything…"), QStringLiteral("Ctrl+K"), m_hooks.find);
    add(menu, QStringLiteral("actionAuthor"), tr("Your &name…"), {}, m_hooks.author);
    menu->addSeparator();
    add(menu, QStringLiteral("actionPreferences"), tr("&Preferences…"), QStringLiteral("Ctrl+,"),
        [this] { openPreferences(); });
}

void Actions::addViewMenu()
{
    QMenu* menu = m_window.menuBar()->addMenu(tr("&View"));
    auto* layouts = new QActionGroup(this);
    const auto layout = [&](const QString& name, const QString& text, const QString& shortcut, Viewer::Layout which) {
        QAction* action = add(menu, name, text, shortcut, [this, which] { m_viewer.setLayout(which); });
        action->setCheckable(true);
        action->setChecked(m_viewer.viewLayout() == which);
        layouts->addAction(action);
        connect(&m_viewer, &Viewer::layoutChanged, action,
                [action, which](Viewer::Layout now) { action->setChecked(now == which); });
    };
    layout(QStringLiteral("actionFourUp"), tr("&Four views"), QStringLiteral("Ctrl+1"), Viewer::Layout::FourUp);
    layout(QStringLiteral("actionAxialAndThree"), tr("A&xial large, three beside it"), QStringLiteral("Ctrl+6"),
           Viewer::Layout::AxialAndThree);
    layout(QStringLiteral("action3DAndThree"), tr("3D &large, three beside it"), QStringLiteral("Ctrl+7"),
           Viewer::Layout::VolumeAndThree);
    layout(QStringLiteral("actionAxial"), tr("&Axial"), QStringLiteral("Ctrl+2"), Viewer::Layout::Axial);
    layout(QStringLiteral("actionSagittal"), tr("&Sagittal"), QStringLiteral("Ctrl+3"), Viewer::Layout::Sagittal);
    layout(QStringLiteral("actionCoronal"), tr("&Coronal"), QStringLiteral("Ctrl+4"), Viewer::Layout::Coronal);
    layout(QStringLiteral("action3D"), tr("&3D"), QStringLiteral("Ctrl+5"), Viewer::Layout::Volume3D);
    layout(QStringLiteral("actionAxialOver3D"), tr("Axial a&bove, 3D below"), QStringLiteral("Ctrl+9"),
           Viewer::Layout::AxialOver3D);
    m_layouts = layouts->actions();
    m_sideBySide = menu->addAction(tr("Side b&y side"));
    m_sideBySide->setObjectName(QStringLiteral("actionSideBySide"));
    m_sideBySide->setShortcut(QKeySequence(QStringLiteral("Ctrl+8")));
    m_sideBySide->setCheckable(true);
    connect(m_sideBySide, &QAction::toggled, m_hooks.sideBySide, &SideBySide::setOn);
    connect(m_hooks.sideBySide, &SideBySide::onChanged, m_sideBySide, &QAction::setChecked);
    m_layouts << m_sideBySide;
    add(menu, QStringLiteral("actionResetViews"), tr("&Whole image"), QStringLiteral("Ctrl+0"),
        [this] { m_viewer.resetViews(); });
    add(menu, QStringLiteral("actionReplay"), tr("&Replay how the case came about"), {},
        [this] { showReplay(m_window); });
    if (m_hooks.views) {
        QMenu* kept = menu->addMenu(tr("&Kept views"));
        kept->setToolTipsVisible(true);
        m_hooks.views->fill(*kept);
    }
    menu->addSeparator();
    addSceneActions(*menu, m_viewer);
    if (m_hooks.cine)
        m_hooks.cine->fill(*menu);
    menu->addSeparator();
    add(menu, QStringLiteral("actionFullScreen"), tr("F&ull screen"), QStringLiteral("F11"), m_hooks.fullScreen);
    QAction* present = menu->addAction(tr("&Presentation: large text, no patient name"));
    present->setObjectName(QStringLiteral("actionPresent"));
    present->setShortcut(QKeySequence(QStringLiteral("F9")));
    present->setCheckable(true);
    connect(present, &QAction::toggled, this, [this](bool on) { m_hooks.present(on); });
    menu->addSeparator();
    QMenu* theme = menu->addMenu(tr("&Theme"));
    auto* themes = new QActionGroup(this);
    for (const bool dark : {true, false}) {
        QAction* action = add(theme, dark ? QStringLiteral("actionDark") : QStringLiteral("actionLight"),
                              dark ? tr("&Dark") : tr("&Light"), {}, [this, dark] { m_hooks.setDark(dark); });
        action->setCheckable(true);
        action->setChecked(m_settings.dark() == dark);
        themes->addAction(action);
    }
    QMenu* size = menu->addMenu(tr("&Size of everything"));
    auto* sizes = new QActionGroup(this);
    for (const int percent : kScales) {
        QAction* action = add(size, QStringLiteral("actionScale%1").arg(percent), tr("%1 %").arg(percent), {},
                              [this, percent] { m_hooks.setScale(percent); });
        action->setCheckable(true);
        action->setChecked(m_settings.scale() == percent);
        sizes->addAction(action);
    }
    addLanguages(menu->addMenu(tr("&Language")));
}

void Actions::addLanguages(QMenu* menu)
{
    auto* group = new QActionGroup(this);
    std::vector<Language> all = languages();
    all.insert(all.begin(), {QString(), tr("&As the system")});
    for (const Language& language : all) {
        QAction* action = add(menu, QStringLiteral("actionLanguage") + language.code, language.name, {},
                              [this, code = language.code] { m_hooks.setLanguage(code); });
        action->setCheckable(true);
        action->setChecked(m_settings.language() == language.code);
        group->addAction(action);
    }
}

void Actions::addHelpMenu()
{
    QMenu* menu = m_window.menuBar()->addMenu(tr("&Help"));
    add(menu, QStringLiteral("actionAbout"), tr("&About Pollux: not for clinical use"), {}, m_hooks.about);
}

void Actions::addStudy(const QString& path)
{
    m_workspace.addStudy(std::filesystem::path(u8(path)));
}

void Actions::openPictureDialog()
{
    auto* dialog = new PictureDialog(m_workspace.document(), m_viewer, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void Actions::openFilmDialog()
{
    if (auto* open = m_window.findChild<FilmDialog*>()) { // one film at a time
        open->raise();
        open->activateWindow();
        return;
    }
    auto* dialog = new FilmDialog(m_workspace.document(), m_viewer, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void Actions::openPreferences(const QString& page)
{
    if (auto* open = m_window.findChild<Preferences*>(); open && open->isVisible()) {
        open->showPage(page);
        open->raise();
        open->activateWindow();
        return;
    }
    auto* dialog = new Preferences(m_workspace, m_settings, *m_shortcuts, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &Preferences::changed, this, [this] {
        tidyThumbnails(m_settings);
        renewRecent();
        m_hooks.renew();
    });
    dialog->showPage(page);
    dialog->show();
}

void Actions::clearRecent()
{
    m_settings.clearRecentCases();
    tidyThumbnails(m_settings);
    renewRecent();
    m_hooks.renew();
}

void Actions::renewRecent()
{
    m_recent->clear();
    const QStringList files = m_settings.recentCases();
    for (const QString& file : files) {
        QAction* action = m_recent->addAction(QFileInfo(file).completeBaseName());
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { m_hooks.openRecent(file); });
    }
    m_recent->addSeparator();
    m_recent->addAction(m_clearRecent);
    m_clearRecent->setEnabled(!files.isEmpty());
    m_clearRecent->setToolTip(files.isEmpty() ? tr("There are no recent cases.")
                                              : tr("Forgets them and removes their pictures; the cases stay"));
    m_recent->setEnabled(!files.isEmpty());
}

void Actions::renew()
{
    const CaseDocument& document = m_workspace.document();
    const bool empty = document.current().empty();
    const auto state = [](QAction* action, bool on, const QString& can, const QString& cannot) {
        action->setEnabled(on);
        action->setToolTip(on ? can : cannot);
    };
    m_undo->setText(document.canUndo() ? tr("&Undo: %1").arg(shown(document.undoText())) : tr("&Undo"));
    m_redo->setText(document.canRedo() ? tr("&Redo: %1").arg(shown(document.redoText())) : tr("&Redo"));
    const bool replaying = m_workspace.replaying();
    const QString leave = tr("The views show a replay: leave it first.");
    state(m_undo, document.canUndo() && !replaying, m_undo->text().remove(u'&'),
          replaying ? leave : tr("Nothing has been done yet."));
    state(m_redo, document.canRedo() && !replaying, m_redo->text().remove(u'&'),
          replaying ? leave : tr("Nothing has been undone."));
    for (QAction* action : {m_addFolder, m_addFile})
        state(action, !empty, tr("A further study of the same patient joins the open case"),
              tr("The case is empty: open a first study."));
    state(m_save, !empty && (document.modified() || !m_workspace.caseFile()), tr("Writes the case file"),
          empty ? tr("The case is empty: open a study first.") : tr("Everything is saved."));
    state(m_saveAs, !empty, tr("Writes another case file"), tr("The case is empty: open a study first."));
    state(m_report, !empty, tr("HTML, PDF and JSON with pictures"), tr("The case is empty: open a study first."));
    state(m_picture, !empty, tr("PNG; the patient is named only if you tick it"),
          tr("The case is empty: open a study first."));
    state(m_film, !empty, tr("A turn of the 3-D view, or a run through slices"),
          tr("The case is empty: open a study first."));
    state(m_sideBySide, !empty, tr("Another time point, phase, plan or case beside this one; both move together"),
          tr("The case is empty: open a study first."));
    renewRecent();
}

} // namespace pollux
