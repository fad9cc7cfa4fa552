#include "ui/shell/recovery.h"

#include "ui/forms/text.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/questions.h"
#include "ui/shell/workspace.h"

#include <QDateTime>

namespace pollux {

namespace {

QString stepsOf(const Orphan& orphan)
{
    if (orphan.steps == 0)
        return QObject::tr("the last good state");
    return orphan.steps == 1 ? QObject::tr("1 unsaved step") : QObject::tr("%1 unsaved steps").arg(orphan.steps);
}

QString caseOf(const Orphan& orphan)
{
    if (!orphan.caseFile)
        return QObject::tr("a case that was never saved");
    return QObject::tr("the case file \"%1\"").arg(q(orphan.caseFile->filename().string()));
}

/// The journal writes UTC; a person remembers the clock on the wall.
QString timeOf(const Orphan& orphan)
{
    const QDateTime when = QDateTime::fromString(q(orphan.when), Qt::ISODate);
    return when.isValid() ? when.toLocalTime().toString(QObject::tr("yyyy-MM-dd 'at' HH:mm")) : q(orphan.when);
}

} // namespace

QString recoveryText(const Orphan& orphan)
{
    if (orphan.fileDamaged) {
        QString text = QObject::tr("%1 is damaged and can no longer be opened. Pollux still holds its last good state, "
                                   "of %2")
                           .arg(caseOf(orphan), timeOf(orphan));
        text[0] = text[0].toUpper();
        return orphan.steps == 0 ? text + u'.' : QObject::tr("%1, with %2.").arg(text, stepsOf(orphan));
    }
    return QObject::tr("Pollux ended with %1 in %2. The last one, \"%3\", is of %4.")
        .arg(stepsOf(orphan), caseOf(orphan), q(orphan.lastStep), timeOf(orphan));
}

void offerRecovery(NoticeBar& notices, Workspace& workspace,
                   const std::function<void(std::function<void()> go)>& leaving)
{
    int n = 0;
    for (const Orphan& orphan : workspace.orphans()) {
        const QString key = QStringLiteral("recover%1").arg(n++);
        NoticeBar::Action recover{QStringLiteral("recover"), QObject::tr("Recover"), {}, true, true};
        recover.help = QObject::tr("Opens the case with these steps in it; it is saved when you save it.");
        recover.act = [&notices, &workspace, leaving, key, orphan] {
            leaving([&notices, &workspace, key, orphan] {
                notices.remove(key);
                workspace.recover(orphan);
            });
        };
        NoticeBar::Action discard{QStringLiteral("discard"), QObject::tr("Discard…"), {}, false, true};
        discard.help = QObject::tr("Deletes these steps, after a question; the case file stays as it is.");
        discard.act = [&notices, &workspace, key, orphan] {
            askDiscard(notices.window(), QObject::tr("Discard %1 in %2?").arg(stepsOf(orphan), caseOf(orphan)),
                       [&notices, &workspace, key, orphan] {
                           notices.remove(key);
                           workspace.discard(orphan);
                       });
        };
        NoticeBar::Action later{QStringLiteral("later"), QObject::tr("Later"), {}};
        later.help = QObject::tr("They stay on this disk and are offered again at the next start.");
        notices.add(key, Mark::Warning, recoveryText(orphan),
                    {std::move(recover), std::move(discard), std::move(later)}, false,
                    orphan.caseFile ? q(orphan.caseFile->string()) : QString());
    }
}

} // namespace pollux
