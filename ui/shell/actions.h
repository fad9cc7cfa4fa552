#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;

namespace pollux {

class CaseViews;
class CineBar;
class Settings;
class Shortcuts;
class SideBySide;
class Viewer;
class Workspace;

/// Menus and shortcuts. Each action says in its text and tooltip what it would do now, or why it cannot.
class Actions : public QObject
{
    Q_OBJECT

public:
    /// What the window does itself.
    struct Window
    {
        std::function<void()> openFolder, openFile, openDemo, newCase, save, saveAs, exportReport, author, about, find,
            fullScreen, renew;
        std::function<void(const QString&)> openRecent;
        std::function<void(bool dark)> setDark;
        std::function<void(bool on)> present;
        std::function<void(int percent)> setScale;
        std::function<void(const QString& code)> setLanguage;
        SideBySide* sideBySide = nullptr;
        CaseViews* views = nullptr;
        CineBar* cine = nullptr;
    };

    Actions(QMainWindow& window, Workspace& workspace, Settings& settings, Viewer& viewer, Window hooks);
    void renew();
    const QList<QAction*>& layouts() const { return m_layouts; }
    Shortcuts& shortcuts() const { return *m_shortcuts; }
    /// Forgets the recent cases, and their pictures.
    void clearRecent();
    void openPreferences(const QString& page = {}); ///< by its title

private:
    QAction* add(QMenu* menu, const QString& name, const QString& text, const QString& shortcut,
                 std::function<void()> act);
    void addFileMenu();
    void addEditMenu();
    void addViewMenu();
    void addLanguages(QMenu* menu);
    void addHelpMenu();
    void renewRecent();
    void addStudy(const QString& path);
    void openPictureDialog();
    void openFilmDialog();

    QMainWindow& m_window;
    Workspace& m_workspace;
    Settings& m_settings;
    Viewer& m_viewer;
    Window m_hooks;
    QList<QAction*> m_layouts;
    Shortcuts* m_shortcuts = nullptr;
    QMenu* m_recent = nullptr;
    QAction* m_addFolder = nullptr;
    QAction* m_addFile = nullptr;
    QAction* m_clearRecent = nullptr;
    QAction* m_save = nullptr;
    QAction* m_saveAs = nullptr;
    QAction* m_report = nullptr;
    QAction* m_picture = nullptr;
    QAction* m_film = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_sideBySide = nullptr;
};

} // namespace pollux
