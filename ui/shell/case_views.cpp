#include "ui/shell/case_views.h"

#include "ui/panels/case_tree.h"
#include "ui/shell/questions.h"
#include "ui/shell/side_by_side.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr int kLongestName = 60; ///< letters: a line of a menu

/// A frame drawn moves the camera by a rounding of its numbers: that is no change of the user's.
bool isNear(const CameraPose& a, const CameraPose& b)
{
    return (a.focus - b.focus).norm() < 1e-3 && (a.towards - b.towards).norm() < 1e-6 && (a.up - b.up).norm() < 1e-6 &&
           std::abs(a.heightMm - b.heightMm) < 1e-3;
}

} // namespace

CaseViews::CaseViews(Workspace& workspace, Viewer& viewer, SideBySide& sides, QWidget* window)
    : QObject(window), m_workspace(workspace), m_viewer(viewer), m_sides(sides), m_window(window),
      m_keep(new QAction(tr("&Keep this view…"), this))
{
    setObjectName(QStringLiteral("caseViews"));
    m_keep->setObjectName(QStringLiteral("actionKeepView"));
    connect(m_keep, &QAction::triggered, this, &CaseViews::ask);
    workspace.setViewSource([this] { return text(); });
    connect(&workspace, &Bench::caseChanged, this, &CaseViews::renewMenu);
}

CaseViews::~CaseViews()
{
    m_workspace.setViewSource({});
}

SavedView CaseViews::shown() const
{
    SavedView view = viewOf(m_viewer);
    view.layout = m_sides.singleLayout();
    view.beside = m_sides.beside();
    return view;
}

void CaseViews::show(const SavedView& view)
{
    m_sides.standBeside(std::nullopt); // its layout comes back before the view's own takes its place
    showView(m_viewer, view);
    if (view.beside) {
        m_sides.standBeside(view.beside);
        if (view.camera) // the layout for two sides framed it anew
            m_viewer.setCameraPose(*view.camera);
    }
}

SavedViews CaseViews::now() const
{
    return {shown(), m_named};
}

std::string CaseViews::text() const
{
    const bool nothing = m_workspace.document().current().empty();
    SavedViews views = now();
    if (m_opened.last && m_opened.last->camera && views.last->camera &&
        isNear(*m_opened.last->camera, *views.last->camera))
        views.last->camera = m_opened.last->camera;
    return nothing || views == m_opened ? m_workspace.keptViews() : viewsText(views);
}

void CaseViews::open()
{
    m_viewer.resetViews();
    // A case with a plan is opened for its plan; one of numbers alone has no place.
    const Case& c = m_workspace.seenCase();
    for (const auto& [id, plan] : c.plans)
        if (const auto place = placeOf(c, id)) {
            m_viewer.flyTo(*place);
            break;
        }
    const SavedViews kept = viewsFromText(m_workspace.keptViews(), viewOf(m_viewer));
    m_named = kept.named;
    if (kept.last)
        show(*kept.last);
    m_opened = now();
    renewMenu();
}

void CaseViews::fill(QMenu& menu)
{
    m_menu = &menu;
    renewMenu();
}

void CaseViews::renewMenu()
{
    if (!m_menu)
        return;
    m_menu->clear();
    if (m_forget)
        m_forget->deleteLater(); // clear() takes it out only
    m_forget = nullptr;
    const bool empty = m_workspace.document().current().empty();
    m_menu->addAction(m_keep);
    m_keep->setEnabled(!empty);
    m_keep->setToolTip(empty ? tr("The case is empty: open a study first.")
                             : tr("Layout, place, window and look, under a name, with the case"));
    m_menu->addSeparator();
    if (m_named.empty()) {
        QAction* none = m_menu->addAction(tr("No view is kept with this case."));
        none->setEnabled(false);
        return;
    }
    for (size_t i = 0; i < m_named.size(); ++i) {
        QAction* action = m_menu->addAction(QString(m_named[i].first).replace(u'&', QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("actionKeptView%1").arg(i + 1));
        connect(action, &QAction::triggered, this, [this, i] {
            if (i < m_named.size())
                show(m_named[i].second);
        });
    }
    m_menu->addSeparator();
    m_forget = m_menu->addMenu(tr("&Forget a view"));
    for (const auto& [name, view] : m_named) {
        QAction* action = m_forget->addAction(QString(name).replace(u'&', QStringLiteral("&&")));
        // Queued: the menu that it is in is filled anew.
        connect(
            action, &QAction::triggered, this, [this, name = name] { forget(name); }, Qt::QueuedConnection);
    }
}

void CaseViews::ask()
{
    auto* dialog = new QInputDialog(m_window);
    dialog->setObjectName(QStringLiteral("keepView"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep this view"));
    dialog->setLabelText(tr("Name of the view; one of the same name is replaced:"));
    dialog->setTextValue(tr("View %1").arg(m_named.size() + 1));
    connect(dialog, &QInputDialog::textValueSelected, this, &CaseViews::keep);
    dialog->open();
}

void CaseViews::keep(const QString& name)
{
    const QString plain = name.simplified().left(kLongestName);
    if (plain.isEmpty())
        return;
    const auto same = std::find_if(m_named.begin(), m_named.end(), [&](const auto& one) { return one.first == plain; });
    if (same != m_named.end())
        same->second = shown();
    else
        m_named.emplace_back(plain, shown());
    m_workspace.keepViews();
    renewMenu();
}

void CaseViews::forget(const QString& name)
{
    std::erase_if(m_named, [&](const auto& one) { return one.first == name; });
    m_workspace.keepViews();
    renewMenu();
}

} // namespace pollux
