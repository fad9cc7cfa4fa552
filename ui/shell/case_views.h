#pragma once

#include "ui/viewer/saved_view.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace pollux {

class SideBySide;
class Workspace;

/// How a case is looked at, kept with the case: the last view comes back when it is opened, and views with a name are
/// offered in the View menu. They are no edits: no undo, no lineage, and a case that cannot be written opens all the
/// same. Main thread.
class CaseViews : public QObject
{
    Q_OBJECT

public:
    CaseViews(Workspace& workspace, Viewer& viewer, SideBySide& sides, QWidget* window);
    ~CaseViews() override;

    /// For another case: the whole image, the place of its last plan, or as it was kept.
    void open();
    /// The named views, a command to keep one more and commands to forget one.
    void fill(QMenu& menu);

private:
    std::string text() const;
    SavedView shown() const;
    void show(const SavedView& view);
    SavedViews now() const;
    void ask();
    void keep(const QString& name);
    void forget(const QString& name);
    void renewMenu();

    Workspace& m_workspace;
    Viewer& m_viewer;
    SideBySide& m_sides;
    QWidget* m_window;
    QAction* m_keep; ///< not the menu's own, which is emptied each time the list changes
    QMenu* m_menu = nullptr;
    QMenu* m_forget = nullptr; ///< below it; made anew with the list
    std::vector<std::pair<QString, SavedView>> m_named;
    SavedViews m_opened; ///< what stood when the case was opened: as long as nothing differs, nothing is written
};

} // namespace pollux
