#include "ui/shell/replay_notice.h"

#include "ui/shell/notice_bar.h"
#include "ui/shell/replay_panel.h"
#include "ui/shell/workspace.h"

#include <QMainWindow>
#include <QTabWidget>

namespace pollux {

void tellOfReplay(NoticeBar& notices, Workspace& workspace)
{
    QObject::connect(&workspace, &Workspace::replayingChanged, &notices, [&notices, &workspace](bool replaying) {
        const QString key = QStringLiteral("replay");
        if (!replaying) {
            notices.remove(key);
            return;
        }
        notices.add(key, Mark::Note, QObject::tr("Replay: the views show the case as it was."),
                    {{QStringLiteral("replayNoticeLeave"), QObject::tr("Leave the replay"),
                      [&workspace] { workspace.endReplay(); }}},
                    false);
    });
}

void showReplay(QMainWindow& window)
{
    auto* panel = window.findChild<ReplayPanel*>();
    auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("tasks"));
    if (!panel || !tabs)
        return;
    tabs->setCurrentWidget(panel);
    panel->setFocus();
}

} // namespace pollux
