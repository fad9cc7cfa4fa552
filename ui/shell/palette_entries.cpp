#include "ui/shell/palette_entries.h"

#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/panels/case_tree.h"
#include "ui/panels/operation_panel.h"
#include "ui/panels/state_mark.h"
#include "ui/shell/workspace.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QPointer>
#include <QTabWidget>

namespace pollux {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Palette", text);
}

} // namespace

std::vector<CommandPalette::Entry> paletteEntries(QMainWindow& window, Workspace& workspace, Viewer& viewer,
                                                  QTabWidget& tabs)
{
    std::vector<CommandPalette::Entry> all;
    for (QAction* action : window.findChildren<QAction*>()) {
        if (!action->objectName().startsWith(QLatin1String("action")) || action->text().isEmpty())
            continue;
        const QPointer<QAction> guard(action);
        all.push_back({action->text().remove(u'&').remove(u'…'), tr("Command"),
                       action->shortcut().toString(QKeySequence::NativeText),
                       action->isEnabled() ? QString() : action->toolTip(), [guard] {
                           if (guard)
                               guard->trigger();
                       }});
    }
    const Case& c = workspace.document().current();
    const QString why = c.empty() ? tr("The case is empty: open a study first.") : QString();
    for (int i = 0; i < tabs.count(); ++i)
        all.push_back({tabs.tabText(i), tr("Task"), {}, why, [&tabs, i] { tabs.setCurrentIndex(i); }});
    for (const auto& [id, s] : c.structures)
        all.push_back({structureName(*s), tr("Structure"), word(markOf(s->state)), {}, [&workspace, &viewer, id = id] {
                           workspace.select(id);
                           if (const auto place = placeOf(workspace.document().current(), id))
                               viewer.flyTo(*place);
                       }});
    for (const Operation* operation : workspace.registry().all()) {
        const OperationInfo info = operation->info();
        all.push_back({shown(info.name), tr("Operation"), shown(info.summary), why, [&tabs, id = info.id] {
                           if (auto* panel = tabs.findChild<OperationPanel*>()) {
                               tabs.setCurrentWidget(panel);
                               panel->choose(id);
                           }
                       }});
    }
    return all;
}

} // namespace pollux
